"""A spec, read and compiled for a command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ctmm_dsl.findings import Finding
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.reading import find, read

SPEC = "spec"


def compile_spec(paths: Sequence[Path], *, wording: bool = True) -> tuple[Outcome, list[Finding]]:
    """Compile what paths name, and what that refers to; the findings are those of the named files.

    A file is read with its neighbours: a part of a standard means nothing without the whole.
    """
    named = find(paths)
    files = find(dict.fromkeys([*paths, *(_home(path) for path in paths if path.is_file())]))
    sources, unread = read(files)
    outcome = compile_sources(sources, unread, wording=wording)
    wanted = {path.resolve() for path in named}
    findings = [finding for finding in outcome.findings if Path(finding.span.source.path).resolve() in wanted]
    return outcome, findings


def _home(file: Path) -> Path:
    """The folder whose files belong together: `spec/` above a file, else the file's own folder."""
    return next((folder for folder in file.parents if folder.resolve().name == SPEC), None) or _above(file)


def _above(file: Path) -> Path:
    """The folder `spec/` above a file that was named from inside it, else the file's own folder."""
    return next((folder for folder in file.resolve().parents if folder.name == SPEC), file.parent)
