"""What a client asks about a place: hovers, completions, definitions, references, renaming.

In: the server. Out: its handlers, registered.
"""

from __future__ import annotations

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from ctmm_dsl.reading import Trouble
from ctmm_dsl.server.completion import Offer, completions
from ctmm_dsl.server.convert import COMPLETION_KINDS
from ctmm_dsl.server.hover import hover
from ctmm_dsl.server.markdown import plain
from ctmm_dsl.server.names import Occurrence
from ctmm_dsl.server.pointing import same_thing
from ctmm_dsl.server.protocol import Placed, Server
from ctmm_dsl.server.renaming import rename, renameable

TRIGGERS = ("@", "＠", " ", ":", "/", ".", "=")


def register(made: Server) -> None:
    _hover(made)
    _completion(made)
    _names(made)
    _rename(made)


def _hover(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        place = made.at(params)
        found = hover(place[0], made.lexed, place[1], place[2], made.language) if place else None
        if found is None:
            return None
        text = made.client_capabilities.text_document
        formats = (text.hover.content_format if text and text.hover else None) or [lsp.MarkupKind.Markdown]
        markdown = lsp.MarkupKind.Markdown in formats
        kind = lsp.MarkupKind.Markdown if markdown else lsp.MarkupKind.PlainText
        content = lsp.MarkupContent(kind, found.text if markdown else plain(found.text))
        return lsp.Hover(content, made.convert.range(found.span))


def _completion(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=list(TRIGGERS)))
    def completed(params: lsp.CompletionParams) -> lsp.CompletionList:
        place = made.at(params)
        offers = completions(*place) if place else ()
        text = made.client_capabilities.text_document
        item = text.completion.completion_item if text and text.completion else None
        snippets = bool(item and item.snippet_support)
        items = [_item(made, at, offer) for at, offer in enumerate(offers) if snippets or not offer.snippet]
        return lsp.CompletionList(is_incomplete=False, items=items)


def _item(made: Server, at: int, offer: Offer) -> lsp.CompletionItem:
    form = lsp.InsertTextFormat.Snippet if offer.snippet else lsp.InsertTextFormat.PlainText
    return lsp.CompletionItem(
        label=offer.text,
        kind=COMPLETION_KINDS[offer.kind],
        detail=offer.detail or None,
        sort_text=f"{at:05}",
        filter_text=offer.text.replace("@", offer.span.text[:1], 1) if offer.span.text.startswith("＠") else offer.text,
        insert_text_format=form,
        text_edit=lsp.TextEdit(made.convert.range(offer.span), offer.snippet or offer.text),
    )


def _names(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def defined(params: lsp.DefinitionParams) -> list[lsp.Location]:
        return [made.convert.location(one.span) for one in _of_the_same(made, params) if one.declares]

    @made.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def referred(params: lsp.ReferenceParams) -> list[lsp.Location]:
        found = _of_the_same(made, params)
        declared = params.context.include_declaration
        return [made.convert.location(one.span) for one in found if declared or not one.declares]

    @made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlighted(params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight]:
        place = made.at(params)
        read, write = lsp.DocumentHighlightKind.Read, lsp.DocumentHighlightKind.Write
        return [
            lsp.DocumentHighlight(made.convert.range(one.span), write if one.declares else read)
            for one in _of_the_same(made, params)
            if place and one.span.source.path == place[1]
        ]


def _of_the_same(made: Server, params: Placed) -> list[Occurrence]:
    """Everywhere where the thing at a place is named; of a clause and its node, the clause is meant."""
    place = made.at(params)
    return same_thing(*place) if place else []


def _rename(made: Server) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepared(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        place = made.at(params)
        try:
            found = renameable(*place) if place else None
        except Trouble as trouble:
            raise refused(trouble, made.language) from trouble
        return lsp.PrepareRenamePlaceholder(made.convert.range(found.span), found.symbol.name) if found else None

    @made.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def renamed(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        found = made.found(params.text_document.uri)
        if found is None:
            return None
        project, path = found
        try:
            edits = rename(project, path, made.convert.offset(project.source(path), params.position), params.new_name)
        except Trouble as trouble:
            raise refused(trouble, made.language) from trouble
        return made.convert.workspace_edit(edits, versions=made.versions)


def refused(trouble: Trouble, language: str) -> JsonRpcInvalidParams:
    """What the client shows where something cannot be done."""
    return JsonRpcInvalidParams(trouble.words[language])
