"""`ctmm check --fix`: what can be mended without asking is mended, file by file, and told.

In: the files that are asked about. Out: those files written with every undisputed repair made, and the list of what was done. Repairs that
would decide something are left to an editor; a repair that reaches into a file that was not asked about is left too.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ctmm_dsl.cli.project import read_spec
from ctmm_dsl.edits import Edit, stored
from ctmm_dsl.findings import Finding
from ctmm_dsl.fixes import Fix, undisputed
from ctmm_dsl.fixes.trial import changed
from ctmm_dsl.reading import read_bytes
from ctmm_dsl.workspace import Workspace
from generators.writer import save

PASSES = 20
"""After so many passes what is left is left."""

Done = tuple[Finding, Fix]


def mend(paths: Sequence[Path], arguments: Namespace) -> None:
    """Mend the files that paths name, as far as that takes no decision."""
    sources, unread, named = read_spec(paths)
    workspace = Workspace(sources, unread)
    done: list[Done] = []
    for _ in range(PASSES):
        made = _one_pass(workspace, named)
        if not made:
            break
        done += made
    before = {source.path: source.text for source in sources}
    writing = [source for path, source in workspace.sources.items() if source.text != before[path]]
    for source in writing:
        file = Path(source.path)
        save(file, stored(source.text, read_bytes(file)))
    _tell(done, len(writing), arguments.lang)


def _one_pass(workspace: Workspace, named: set[Path]) -> list[Done]:
    """Make the repairs of all findings that are told now and that touch different lines; each was tried alone."""
    chosen: list[Done] = []
    taken: set[tuple[str, int]] = set()
    for finding in workspace.outcome.findings:
        if Path(finding.span.source.path).resolve() not in named:
            continue
        fix = undisputed(finding, workspace)
        lines = {line for edit in fix.edits for line in _lines(edit)} if fix else set()
        if fix and not lines & taken and all(Path(path).resolve() in named for path, _ in lines):
            chosen.append((finding, fix))
            taken |= lines
    together = len(chosen) > 1 and len(_after(workspace, chosen)) > len(workspace.outcome.findings) - len(chosen)
    kept = chosen[:1] if together else chosen
    for source in changed(edit for _, fix in kept for edit in fix.edits):
        workspace.update(source)
    return kept


def _after(workspace: Workspace, chosen: Sequence[Done]) -> Sequence[Finding]:
    return workspace.trial(changed(edit for _, fix in chosen for edit in fix.edits)).findings


def _lines(edit: Edit) -> set[tuple[str, int]]:
    source = edit.span.source
    first, last = source.position(edit.span.start).line, source.position(edit.span.end).line
    return {(source.path, line) for line in range(first, last + 1)}


def _tell(done: Sequence[Done], files: int, language: str) -> None:
    for finding, fix in done:
        place = finding.span.source.position(finding.span.start)
        where = f"{finding.span.source.path}:{place.line}:{place.column}"
        print(f"{where}  {finding.code}  {fix.title[language]}")
    if language == "zh":
        print(f"改了 {files} 个文件，{len(done)} 处；要由人定的没有动\n" if done else "没有可以直接改的\n")
    else:
        of = f"{files} {'file' if files == 1 else 'files'}"
        print(
            f"mended {len(done)} in {of}; what is to be decided was left alone\n"
            if done
            else "nothing to mend without asking\n"
        )
