"""CT2…, the tree: identifiers, names, layers, clause numbers, what each node holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.checks.spoken import layer_name, named
from ctmm_dsl.findings import ABOVE, Finding, Related, both, listed
from ctmm_dsl.model import Model, Node, Standard
from ctmm_dsl.resolve.tree import fits
from ctmm_dsl.source import Span


def identifiers_fit(model: Model) -> Iterator[Finding]:
    """A child's identifier begins with its parent's. Where none of several does, the parent's is the slip."""
    for standard in model.standards:
        odd: set[int] = set()
        for node in standard.walk():
            if id(node) in odd:
                continue  # its own identifier is the slip
            unfit = [child for child in node.children if not fits(child.id, node.id)]
            if len(unfit) > 1 and len(unfit) == len(node.children):
                children = listed(child.id for child in unfit)
                yield codes.UNLIKE_CHILDREN(node.id_span, extent=standard.extent, id=node.id, children=children)
            else:
                for run in _runs(node.children, unfit):
                    odd |= {id(run[0])} if len(run) == 1 else set()
                    yield _unfit(run, node, standard.extent)


def _runs(children: tuple[Node, ...], unfit: list[Node]) -> list[tuple[Node, ...]]:
    """The unfit children, those that follow one another taken together."""
    grouped = groupby(children, key=lambda child: any(child is other for other in unfit))
    return [tuple(run) for is_unfit, run in grouped if is_unfit]


def _unfit(run: tuple[Node, ...], parent: Node, whole: Span) -> Finding:
    """One child alone has a wrong identifier; several in a row have lost their heading."""
    first = run[0]
    if len(run) > 1:
        children = listed(child.id for child in run)
        return codes.HEADING_MISSING(first.id_span, extent=whole, children=children, parent=parent.id)
    return codes.IDENTIFIER_DOES_NOT_FIT(first.id_span, extent=whole, id=first.id, parent=parent.id)


def names_differ(model: Model) -> Iterator[Finding]:
    """No two nodes of a layer have the same name."""
    for standard in model.standards:
        seen: dict[tuple[int, str], Node] = {}
        for node in standard.walk():
            first = seen.setdefault((node.layer, node.name), node)
            if first is not node and first.id != node.id:
                layer = layer_name(standard, node.layer)
                yield codes.DUPLICATE_NAME(node.name_span, Related(first.name_span, ABOVE), layer=layer, name=node.name)


def layers_named(model: Model) -> Iterator[Finding]:
    """`layers` names as many layers as the tree has."""
    for standard in model.standards:
        deepest = max((node.layer for node in standard.walk()), default=-1) + 1
        if deepest > len(standard.layers):
            node = next(node for node in standard.walk() if node.layer == deepest - 1)
            yield codes.LAYERS_NOT_NAMED(node.span, found=deepest, named=len(standard.layers))


def leaves_hold_something(model: Model) -> Iterator[Finding]:
    """Where anything is assessed, every leaf is."""
    for standard in model.standards:
        for node in standard.walk():
            if not node.children and node.leaf is None:
                yield codes.LEAF_WITHOUT_CONTENT(node.span, extent=standard.extent, node=named(node))


def places_fit(model: Model) -> Iterator[Finding]:
    """A node's clause number in the document continues its parent's."""
    for standard in model.standards:
        for node in standard.walk():
            placed = [child for child in node.children if node.place and child.place]
            unfit = [child for child in placed if not f"{child.place}.".startswith(f"{node.place}.")]
            for child in unfit[:1] if unfit == placed else unfit:  # where none fits, it is the parent's that is wrong
                related = Related(node.span, both("上级在这里", "the parent is here"))
                words = {"place": child.place, "parent": node.place}
                yield codes.PLACE_OUT_OF_ORDER(child.span, related, extent=node.extent, **words)


def numbers_differ(model: Model) -> Iterator[Finding]:
    """Chapters, terms, tables and abbreviations each stand once."""
    for standard in model.standards:
        seen: dict[tuple[str, str], Span] = {}
        for what, number, span in _numbered(standard):
            first = seen.setdefault((what["en"], number), span)
            if number and first is not span:
                related = Related(first, ABOVE)
                yield codes.NUMBER_REPEATED(span, related, extent=standard.extent, what=what, number=number)


def _numbered(standard: Standard) -> Iterator[tuple[dict[str, str], str, Span]]:
    for chapter in standard.chapters:
        yield {"zh": "章", "en": "section"}, chapter.number, chapter.span
    for abbreviation in standard.abbreviations:
        yield {"zh": "缩略语", "en": "abbreviation"}, abbreviation.short, abbreviation.span
    for term in standard.terms:
        yield {"zh": "术语", "en": "term"}, term.number, term.span
    for column in standard.columns:
        yield {"zh": "列", "en": "column"}, column.id, column.span
    for document in standard.documents:
        yield {"zh": "文件", "en": "document"}, document.name, document.span
    for node in standard.walk():
        if node.caption:
            yield {"zh": "表", "en": "table"}, node.caption.number, node.caption.span
