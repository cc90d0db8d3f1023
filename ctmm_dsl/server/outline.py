"""What a file holds, as a tree to walk through; what a project holds, to be searched; what can be folded away.

In: a file's tree, or a project and what is looked for. Out: items with a name and a place; stretches of lines. They are read off the
tree, so they are there whatever state the file is in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ctmm_dsl import grammar, syntax
from ctmm_dsl.model import LAYERS
from ctmm_dsl.server.names import Occurrence
from ctmm_dsl.server.projects import Project
from ctmm_dsl.server.texts import line_of
from ctmm_dsl.source import Source, Span
from ctmm_dsl.syntax import Block, File

_SHOWN = 40
MOST = 300
"""So many hits of a search are given."""


@dataclass(slots=True)
class Item:
    """`extent` holds `place`, and the extents of all items below it."""

    name: str
    detail: str
    kind: str
    extent: Span
    place: Span
    below: list[Item] = field(default_factory=list)


def outline(tree: File) -> list[Item]:
    """The blocks of a file; those of the tree within one another, levels and clauses below them."""
    roots: list[Item] = []
    path: list[tuple[int, Item]] = []
    for block in tree.blocks:
        item = _item(tree, block)
        if block.kind != "node":
            roots.append(item)
            continue
        layer = _layer(block)
        while path and path[-1][0] >= layer:
            path.pop()
        for _, above in path:
            above.extent = above.extent.to(item.extent)
        (path[-1][1].below if path else roots).append(item)
        path.append((layer, item))
    return roots


def _layer(block: Block) -> int:
    word = block.heading.words[0]
    return LAYERS.index(grammar.english("LAYER").get(word.text, "item")) if word else 0


def _item(tree: File, block: Block) -> Item:
    words = [word.text for word in block.heading.words if word]
    heading = tree.span(block, block.heading)
    line = line_of(tree.source, heading.start)
    keyword = line.text.split(maxsplit=1)[0] if line.text.strip() else block.kind
    if block.kind == "node":
        keyword, words = (words[0], words[1:]) if words else (keyword, words)
    name = " ".join(words[:2]) or keyword
    extent = Span(tree.source, line.start, max(line.end, _last(tree, block)))
    item = Item(name, keyword if words else "", block.kind, extent, Span(tree.source, line.start, line.end))
    item.below = list(_levels(tree, block)) if block.kind == "node" else list(_rows(tree, block))
    return item


def _last(tree: File, block: Block) -> int:
    """Where the last line of a block ends."""
    return block.offset + max(line.end for line in syntax.every_line(block))


def _rows(tree: File, block: Block) -> Iterator[Item]:
    for line in block.lines:
        if isinstance(line, syntax.LevelName):
            yield _leaf(tree, block, line, f"{line.number.text} {line.name.text}", "level")
        elif isinstance(line, syntax.Option):
            yield _leaf(tree, block, line, f"{line.code.text} {line.label.text}", "option")


def _levels(tree: File, block: Block) -> Iterator[Item]:
    """Levels with their clauses; parts, readings and rubrics."""
    level: Item | None = None
    for line in block.lines:
        match line:
            case syntax.Level():
                if level:
                    yield level
                level = _leaf(tree, block, line, tree.span(block, line).text, "level")
            case syntax.Entry() if line.text and level:
                clause = _leaf(tree, block, line, f"{line.label.text} {line.text.text[:_SHOWN]}", "clause")
                level.extent = level.extent.to(clause.extent)
                level.below.append(clause)
            case syntax.Let() | syntax.ReadingHead():
                label = line.label.text if line.label else ""
                yield _leaf(tree, block, line, f"{line.name.text} {label}".rstrip(), "part")
            case syntax.Scored() | syntax.RubricHead():
                yield _leaf(tree, block, line, tree.span(block, line).text.split(maxsplit=1)[0], "part")
            case syntax.Descriptor():
                yield _leaf(tree, block, line, f"{line.level.text} {line.text.text[:_SHOWN]}", "clause")
    if level:
        yield level


def _leaf(tree: File, block: Block, line: syntax.Line, name: str, kind: str) -> Item:
    end = max(under.end for under in syntax.with_all_under(line))
    place = tree.span(block, line)
    return Item(name, "", kind, Span(tree.source, place.start, max(place.end, block.offset + end)), place)


# ---- search --------------------------------------------------------------------------------------------------------


def found(project: Project, query: str) -> list[tuple[Occurrence, str]]:
    """What is declared anywhere and answers a query, each with its words: every part of the query stands in its line."""
    parts = query.casefold().split()
    hits: list[tuple[Occurrence, str]] = []
    for one in project.names.all(project.paths):
        if one.declares and one.line and one.symbol.kind not in ("part", "level"):
            words = one.line.text.split("\n", 1)[0].strip()
            sought = f"{one.symbol.name} {words}".casefold()
            if all(part in sought for part in parts):
                hits.append((one, words))
                if len(hits) == MOST:
                    break
    return hits


# ---- folding -------------------------------------------------------------------------------------------------------


def folds(tree: File) -> list[tuple[int, int, str]]:
    """First and last line, from 0, and `region` or `comment`."""
    source = tree.source
    regions = {
        (_row(source, item.extent.start), _row(source, item.extent.end)) for top in outline(tree) for item in _all(top)
    }
    comments: list[tuple[int, int]] = []
    for row, _ in enumerate(source.line_starts):
        if source.line(row + 1).lstrip()[:1] in ("#", "＃"):
            if comments and comments[-1][1] == row - 1:
                comments[-1] = (comments[-1][0], row)
            else:
                comments.append((row, row))
    marked = [(first, last, "region") for first, last in regions] + [
        (first, last, "comment") for first, last in comments
    ]
    return sorted(one for one in marked if one[1] > one[0])


def _all(item: Item) -> Iterator[Item]:
    yield item
    for below in item.below:
        yield from _all(below)


def _row(source: Source, at: int) -> int:
    return source.position(at).line - 1
