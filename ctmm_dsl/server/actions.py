"""What a client can be offered to do: repairs of findings, and a file with all keywords in one language.

In: the server. Out: its handler, registered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types as lsp

from ctmm_dsl.findings import both
from ctmm_dsl.server import findings as said
from ctmm_dsl.server.formatting import formatting
from ctmm_dsl.server.projects import Project
from ctmm_dsl.server.protocol import Server

MENDED = 10
"""Of more findings than this in one stretch only the first are offered repairs: each has to be tried."""

QUICKFIX = "quickfix"
KEYWORDS = {
    "source.keywords.zh": ("zh", both("关键词统一写成中文", "write all keywords in Chinese")),
    "source.keywords.en": ("en", both("关键词统一写成英文", "write all keywords in English")),
}
"""What can be done with a whole file, by kind: it is only offered where a client asks for such kinds."""

Kinds = Sequence[lsp.CodeActionKind | str]


def register(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[QUICKFIX, *KEYWORDS]))
    def offered(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        found = made.found(params.text_document.uri)
        if found is None:
            return []
        only = params.context.only
        repairs = _repairs(made, *found, params.range) if _wanted(QUICKFIX, only or [QUICKFIX]) else ()
        return [*repairs, *_of_the_whole(made, *found, only or ())]


def _wanted(kind: str, only: Kinds) -> bool:
    """Whether a client asks for a kind of action, or for a wider one."""
    wide = [one.value if isinstance(one, lsp.CodeActionKind) else one for one in only]
    return any(not one or f"{kind}.".startswith(f"{one}.") for one in wide)


def _repairs(made: Server, project: Project, path: str, part: lsp.Range) -> Iterator[lsp.CodeAction]:
    """The repairs of what is found in a stretch."""
    source = project.source(path)
    ends = made.convert.offset(source, part.start), made.convert.offset(source, part.end)
    for finding in said.at(project.outcome, path, *ends)[:MENDED]:
        for at, fix in enumerate(made.mendings.of(finding, project)):
            yield lsp.CodeAction(
                title=fix.title[made.language],
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[made.convert.diagnostic(finding, project, made.language)],
                is_preferred=at == 0,
                edit=made.convert.workspace_edit(fix.edits, versions=made.versions),
            )


def _of_the_whole(made: Server, project: Project, path: str, only: Kinds) -> Iterator[lsp.CodeAction]:
    for kind, (language, title) in KEYWORDS.items():
        edits = formatting(project.source(path), language) if _wanted(kind, only) else ()
        if edits:
            edit = made.convert.workspace_edit(edits, versions=made.versions)
            yield lsp.CodeAction(title=title[made.language], kind=kind, edit=edit)
