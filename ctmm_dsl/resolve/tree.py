"""The tree of a standard: from headings in order to nodes within nodes.

In: the node blocks of a file. Out: its domains. A heading belongs to the nearest heading above of an outer layer; its identifier
confirms it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from ctmm_dsl import grammar, syntax
from ctmm_dsl.catalogue import structure, text
from ctmm_dsl.findings import ABOVE, Related, both
from ctmm_dsl.model import LAYERS, Caption, Concept, Leaf, Motto, Node
from ctmm_dsl.resolve.leaves import LeafReader
from ctmm_dsl.resolve.reader import Reader, full_text, identifier, level_number, number
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import Block, Line, Word


@dataclass
class Twig:
    """A node while its children are still being read."""

    block: Block
    id: str
    layer: int
    end: int
    children: list[Twig] = field(default_factory=list)


def grow(reader: Reader, leaves: LeafReader, blocks: list[Block]) -> tuple[Node, ...]:
    """The domains that node blocks, in the file's order, make."""
    roots = _twigs(reader, blocks)
    _layers_fit(reader, roots, 0)
    nodes = tuple(_node(reader, leaves, twig) for twig in roots)
    _no_identifier_twice(reader, nodes)
    assessed = any(node.leaf for root in nodes for node in root.walk())
    return nodes if assessed else tuple(_as_concepts(node) for node in nodes)


def _twigs(reader: Reader, blocks: list[Block]) -> list[Twig]:
    roots: list[Twig] = []
    path: list[Twig] = []
    for block in blocks:
        layer_word, id_word = _words(block)[:2]
        layer = LAYERS.index(grammar.english("LAYER")[layer_word.text])
        twig = Twig(block, identifier(id_word), layer, block.offset + block.length)
        while path and path[-1].layer >= layer:
            path.pop()
        siblings = path[-1].children if path else roots
        siblings.append(twig)
        for above in path:
            above.end = twig.end
        path.append(twig)
    return roots


def _layers_fit(reader: Reader, siblings: list[Twig], layer: int) -> None:
    """Siblings are of one layer: one that lies deeper has lost the heading above it, and so have those that follow it; told once."""
    deep = False
    for twig in siblings:
        if twig.layer > layer and not deep:
            layer_word, _ = _words(twig.block)[:2]
            span = reader.span(twig.block, twig.block.heading)
            whole = Span(reader.file.source, 0, len(reader.file.source.text))
            reader.findings.append(structure.WRONG_LAYER(span, extent=whole, layer=layer_word.text, id=twig.id))
        deep = twig.layer > layer
        if twig.children:
            _layers_fit(reader, twig.children, min(child.layer for child in twig.children))


def _node(reader: Reader, leaves: LeafReader, twig: Twig) -> Node:
    block = twig.block
    _, id_word, name, weight = block.heading.words
    assert id_word and name
    extent = Span(reader.file.source, block.offset, twig.end)
    leaf: Leaf | None = leaves.leaf(block, twig.id)
    if leaf and twig.children:
        reader.findings.append(structure.CONTENT_ABOVE_CHILDREN(reader.span(block, block.heading), node=twig.id))
        leaf = None
    for kind in (syntax.Place, syntax.Table, syntax.Data, syntax.ColumnOf, syntax.RubricHead):
        _once(reader, block, kind, extent)
    place = next((line for line in block.lines if isinstance(line, syntax.Place)), None)
    table = next((line for line in block.lines if isinstance(line, syntax.Table)), None)
    if place:
        reader.notes(block, place)
    return Node(
        id=twig.id,
        layer=twig.layer,
        name=name.text,
        weight=_weight(weight),
        place=place.number.text if place else "",
        caption=_caption(reader, block, table) if table else None,
        mottos=tuple(_motto(reader, block, line) for line in block.lines if isinstance(line, syntax.Motto)),
        supports=leaves.rubrics.supports(block),
        leaf=leaf,
        children=tuple(_node(reader, leaves, child) for child in twig.children),
        notes=reader.notes(block, block.heading, extent),
        span=reader.span(block, block.heading),
        id_span=reader.span(block, id_word),
        name_span=reader.span(block, name),
        weight_span=reader.span(block, weight) if weight else None,
        extent=extent,
    )


def _once(reader: Reader, block: Block, kind: type[Line], extent: Span) -> None:
    for line in [line for line in block.lines if isinstance(line, kind)][1:]:
        word = reader.span(block, line).text.split(maxsplit=1)[0]
        reader.findings.append(text.LINE_REPEATED(reader.span(block, line), extent=extent, word=word))


def _weight(word: Word | None) -> Fraction | None:
    return number(word) if word else None


def _motto(reader: Reader, block: Block, line: syntax.Motto) -> Motto:
    reader.notes(block, line)
    return Motto(level_number(line.level.text), full_text(line.text, line), reader.span(block, line))


def _caption(reader: Reader, block: Block, line: syntax.Table) -> Caption:
    reader.notes(block, line)
    return Caption(line.number.text, full_text(line.text, line), reader.span(block, line))


def _words(block: Block) -> list[Word]:
    return [word for word in block.heading.words if word]


def _no_identifier_twice(reader: Reader, nodes: tuple[Node, ...]) -> None:
    """Of two nodes of one name the second is told; where it alone fits its parent, the first."""
    seen: dict[str, tuple[Node, bool]] = {}
    for node, fitting in _with_fit(nodes, None):
        first, first_fits = seen.setdefault(node.id, (node, fitting))
        if first is not node:
            told, other = (first, node) if fitting and not first_fits else (node, first)
            words = ABOVE if told is node else both("另一处在这里", "the other one is here")
            kind = both(("能力域", "能力子域", "能力项")[told.layer], LAYERS[told.layer])
            finding = structure.DUPLICATE_IDENTIFIER(told.id_span, Related(other.id_span, words), id=node.id, kind=kind)
            reader.findings.append(finding)


def _with_fit(nodes: tuple[Node, ...], parent: Node | None) -> Iterator[tuple[Node, bool]]:
    """Every node in the document's order, and whether its identifier fits its parent's."""
    for node in nodes:
        yield node, parent is None or fits(node.id, parent.id)
        yield from _with_fit(node.children, node)


def fits(child: str, parent: str) -> bool:
    """`AR.1` fits `AR`, `L1P1-A1` fits `L1P1`; `AR.12` does not fit `AR.1`."""
    rest = child[len(parent) :]
    return child.startswith(parent) and bool(rest) and not (rest[0].isdigit() and parent[-1].isdigit())


def _as_concepts(node: Node) -> Node:
    """In a standard that assesses nothing, every leaf is a concept."""
    if node.children:
        return replace(node, children=tuple(_as_concepts(child) for child in node.children))
    return replace(node, leaf=Concept())
