"""Values to the protocol's, and back.

In: spans, edits, findings, items. Out: ranges in UTF-16 columns, and the protocol's types. Only here it counts what a client's text has and
a source has not: a byte-order mark, line ends of Windows.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types as lsp

from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import ADVICE, ERROR, WARNING, Finding
from ctmm_dsl.server import findings as said
from ctmm_dsl.server.outline import Item
from ctmm_dsl.server.projects import Project, Projects
from ctmm_dsl.server.texts import offset, place
from ctmm_dsl.source import Source, Span

SEVERITIES = {
    ERROR: lsp.DiagnosticSeverity.Error,
    WARNING: lsp.DiagnosticSeverity.Warning,
    ADVICE: lsp.DiagnosticSeverity.Information,
}
SYMBOL_KINDS = {
    "standard": lsp.SymbolKind.Module,
    "profile": lsp.SymbolKind.Module,
    "crosswalk": lsp.SymbolKind.Module,
    "section": lsp.SymbolKind.String,
    "term": lsp.SymbolKind.String,
    "abbreviation": lsp.SymbolKind.String,
    "metric": lsp.SymbolKind.Constant,
    "quantity": lsp.SymbolKind.Variable,
    "option": lsp.SymbolKind.EnumMember,
    "column": lsp.SymbolKind.Enum,
    "document": lsp.SymbolKind.File,
    "node": lsp.SymbolKind.Class,
    "level": lsp.SymbolKind.Enum,
    "clause": lsp.SymbolKind.Property,
    "part": lsp.SymbolKind.Variable,
    "reading": lsp.SymbolKind.Method,
}
COMPLETION_KINDS = {
    "keyword": lsp.CompletionItemKind.Keyword,
    "snippet": lsp.CompletionItemKind.Snippet,
    "node": lsp.CompletionItemKind.Class,
    "clause": lsp.CompletionItemKind.Property,
    "quantity": lsp.CompletionItemKind.Variable,
    "part": lsp.CompletionItemKind.Variable,
    "metric": lsp.CompletionItemKind.Constant,
    "standard": lsp.CompletionItemKind.Module,
    "document": lsp.CompletionItemKind.File,
    "column": lsp.CompletionItemKind.Enum,
    "option": lsp.CompletionItemKind.EnumMember,
    "reading": lsp.CompletionItemKind.Method,
    "level": lsp.CompletionItemKind.EnumMember,
    "code": lsp.CompletionItemKind.Value,
}


class Converter:
    """Turns values into the protocol's, as the client's texts have them."""

    def __init__(self, projects: Projects) -> None:
        self.projects = projects

    # ---- places ----------------------------------------------------------------------------------------------------

    def uri(self, path: str) -> str:
        """What the client calls a file."""
        return self.projects.uris.get(path) or Path(path).as_uri()

    def _marked(self, source: Source) -> bool:
        buffer = self.projects.buffers.get(source.path)
        return buffer is not None and buffer.marked

    def offset(self, source: Source, position: lsp.Position) -> int:
        return offset(source, (position.line, position.character), marked=self._marked(source))

    def position(self, source: Source, at: int) -> lsp.Position:
        return lsp.Position(*place(source, at, marked=self._marked(source)))

    def range(self, span: Span) -> lsp.Range:
        return lsp.Range(self.position(span.source, span.start), self.position(span.source, span.end))

    def location(self, span: Span) -> lsp.Location:
        return lsp.Location(self.uri(span.source.path), self.range(span))

    # ---- edits -----------------------------------------------------------------------------------------------------

    def text_edits(self, edits: Iterable[Edit]) -> list[lsp.TextEdit]:
        """Edits of one file, their line ends those of the client's text."""
        return [lsp.TextEdit(self.range(edit.span), self._with_line_ends(edit)) for edit in edits]

    def _with_line_ends(self, edit: Edit) -> str:
        buffer = self.projects.buffers.get(edit.span.source.path)
        return edit.text.replace("\n", buffer.line_end) if buffer else edit.text

    def workspace_edit(self, edits: Iterable[Edit], *, versions: bool) -> lsp.WorkspaceEdit:
        """Edits of several files. `versions`: the client can hold them against the texts that they were made for."""
        by_path: dict[str, list[Edit]] = {}
        for edit in edits:
            by_path.setdefault(edit.span.source.path, []).append(edit)
        if not versions:
            return lsp.WorkspaceEdit(changes={self.uri(path): self.text_edits(of) for path, of in by_path.items()})
        return lsp.WorkspaceEdit(
            document_changes=[
                lsp.TextDocumentEdit(
                    lsp.OptionalVersionedTextDocumentIdentifier(self.uri(path), self._version(path)),
                    self.text_edits(of),
                )
                for path, of in by_path.items()
            ]
        )

    def _version(self, path: str) -> int | None:
        buffer = self.projects.buffers.get(path)
        return buffer.version if buffer else None

    # ---- findings --------------------------------------------------------------------------------------------------

    def diagnostic(self, finding: Finding, project: Project, language: str) -> lsp.Diagnostic:
        unused = finding.code in said.UNUSED
        related = [
            lsp.DiagnosticRelatedInformation(self.location(one.span), one.words[language]) for one in finding.related
        ]
        return lsp.Diagnostic(
            range=self.range(finding.span),
            message=said.message(finding, project, language),
            severity=SEVERITIES[finding.entry.severity],
            code=finding.code,
            code_description=lsp.CodeDescription(said.page_of(finding, project)),
            source="ctmm",
            tags=[lsp.DiagnosticTag.Unnecessary] if unused else None,
            related_information=related or None,
        )

    # ---- outline ---------------------------------------------------------------------------------------------------

    def symbol(self, item: Item) -> lsp.DocumentSymbol:
        return lsp.DocumentSymbol(
            name=item.name,
            detail=item.detail or None,
            kind=SYMBOL_KINDS.get(item.kind, lsp.SymbolKind.Namespace),
            range=self.range(item.extent),
            selection_range=self.range(item.place),
            children=[self.symbol(below) for below in item.below],
        )
