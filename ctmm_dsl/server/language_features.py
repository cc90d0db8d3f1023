"""What a client asks about a whole file or project: outline, folding, colours, layout, lenses, search.

In: the server. Out: its handlers, registered.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types as lsp

from ctmm_dsl.server.colours import KINDS, MODIFIERS, Stretch, coloured
from ctmm_dsl.server.convert import SYMBOL_KINDS
from ctmm_dsl.server.formatting import formatting, within
from ctmm_dsl.server.lenses import lenses
from ctmm_dsl.server.outline import folds, found, outline
from ctmm_dsl.server.protocol import Server

LEGEND = lsp.SemanticTokensLegend(list(KINDS), list(MODIFIERS))


def register(made: Server) -> None:
    _outline(made)
    _colours(made)
    _layout(made)
    _lenses(made)


def _outline(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        place = made.found(params.text_document.uri)
        return [made.convert.symbol(item) for item in outline(place[0].tree(place[1]))] if place else []

    @made.feature(lsp.WORKSPACE_SYMBOL)
    def searched(params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
        return [
            lsp.WorkspaceSymbol(
                location=made.convert.location(one.span),
                name=words,
                kind=SYMBOL_KINDS.get(one.symbol.kind, lsp.SymbolKind.Namespace),
                container_name=one.symbol.within or one.symbol.owner or None,
            )
            for project in made.projects.projects.values()
            for one, words in found(project, params.query)
        ]

    @made.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def folded(params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
        place = made.found(params.text_document.uri)
        stretches = folds(place[0].tree(place[1])) if place else []
        return [lsp.FoldingRange(first, last, kind=lsp.FoldingRangeKind(kind)) for first, last, kind in stretches]


def _colours(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    def all_coloured(params: lsp.SemanticTokensParams) -> lsp.SemanticTokens:
        return lsp.SemanticTokens(_numbers(made, params.text_document.uri, None))

    @made.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, LEGEND)
    def some_coloured(params: lsp.SemanticTokensRangeParams) -> lsp.SemanticTokens:
        return lsp.SemanticTokens(_numbers(made, params.text_document.uri, params.range))


def _numbers(made: Server, uri: str, part: lsp.Range | None) -> list[int]:
    """Tokens as the protocol packs them: each by its distance from the one before."""
    place = made.found(uri)
    if place is None:
        return []
    project, path = place
    source = project.source(path)
    stretches: Iterable[Stretch] = coloured(made.lexed.of_file(path, source.text))
    if part:
        first, last = made.convert.offset(source, part.start), made.convert.offset(source, part.end)
        stretches = [one for one in stretches if one.end >= first and one.start <= last]
    numbers: list[int] = []
    line = column = 0
    for one in stretches:
        start, end = made.convert.position(source, one.start), made.convert.position(source, one.end)
        if start.line != end.line:
            continue
        column = column if start.line == line else 0
        numbers += [
            start.line - line, start.character - column, end.character - start.character, KINDS.index(one.kind), int(one.declared),
        ]  # fmt: skip
        line, column = start.line, start.character
    return numbers


def _layout(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def laid_out(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
        place = made.found(params.text_document.uri)
        return made.convert.text_edits(formatting(place[0].source(place[1]))) if place else []

    @made.feature(lsp.TEXT_DOCUMENT_RANGE_FORMATTING)
    def some_laid_out(params: lsp.DocumentRangeFormattingParams) -> list[lsp.TextEdit]:
        place = made.found(params.text_document.uri)
        if place is None:
            return []
        source = place[0].source(place[1])
        ends = made.convert.offset(source, params.range.start), made.convert.offset(source, params.range.end)
        return made.convert.text_edits(within(formatting(source), *ends))


def _lenses(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    def lensed(params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        place = made.found(params.text_document.uri)
        found_here = lenses(*place, made.language, clauses=made.clause_lenses) if place else []
        return [lsp.CodeLens(made.convert.range(one.span), lsp.Command(one.words, "")) for one in found_here]
