"""Where in a standard something stands that can have notes, and what that place is called in Chinese.

In: a standard. Out: its places. Shared by the generators that list notes and by those that mark them, so that both name a place alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctmm_dsl.model import (
    Column,
    Descriptor,
    Document,
    Formula,
    Level,
    Node,
    Notes,
    Paragraph,
    Quantity,
    Reading,
    Rubric,
    Standard,
    Support,
)
from ctmm_dsl.source import Span

CHAPTERS = {"section": "正文", "references": "规范性引用文件", "bibliography": "参考文献"}


def level_place(level: Level) -> str:
    return f"等级 {level.number}"


def quantity_place(quantity: Quantity) -> str:
    return f"数据项 {quantity.name}"


def column_place(column: Column) -> str:
    return f"级别定义 {column.id}"


def document_place(document: Document) -> str:
    return f"文件 {document.name}"


def descriptor_place(holder: str, descriptor: Descriptor) -> str:
    return f"{holder} 第 {descriptor.level} 级"


def support_place(node: Node, support: Support) -> str:
    return f"{node.id} {support.name}"


def reading_place(node: Node, reading: Reading) -> str:
    return f"{node.id} 另读 {reading.name}"


# ---- all places ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Something in a standard that can have notes: what it is called, the words that stand there, and how far it reaches."""

    name: str
    text: str
    notes: Notes
    span: Span
    extent: Span


def places(standard: Standard) -> list[Place]:
    """Every place of a standard that can have notes, in the document's order."""
    found = [Place("标准名称", standard.name, standard.notes, standard.span, standard.extent)]
    found += _prose(standard)
    for level in standard.levels:
        words = "：".join(part for part in (level.name, level.motto, level.text) if part)
        found.append(Place(level_place(level), words, level.notes, level.span, level.span))
    for metric in standard.metrics:
        found.append(Place(f"指标 {metric.name}", metric.label, metric.notes, metric.span, metric.span))
    found += _quantities(standard.quantities)
    for column in standard.columns:
        found.append(Place(column_place(column), column.name, column.notes, column.span, column.span))
        found += _descriptors(column_place(column), column.rows)
    for one in standard.documents:
        found.append(Place(document_place(one), f"{one.name} {one.text}".rstrip(), one.notes, one.span, one.span))
    for node in standard.walk():
        found += _node(node)
    return sorted(found, key=lambda place: place.span.start)


def _node(node: Node) -> Iterator[Place]:
    words = "；".join([node.name, *([node.caption.text] if node.caption else [])])
    yield Place(node.id, words, node.notes, node.span, node.extent)
    for clause in node.own_clauses:
        yield Place(clause.id, clause.text, clause.notes, clause.span, clause.span)
    for support in node.supports:
        yield Place(support_place(node, support), support.text, support.notes, support.span, support.span)
    match node.leaf:
        case Rubric(descriptors=descriptors):
            yield from _descriptors(node.id, descriptors)
        case Formula(readings=readings):
            for reading in readings:
                yield Place(reading_place(node, reading), reading.label, reading.notes, reading.span, reading.span)


def _quantities(quantities: Iterable[Quantity]) -> Iterator[Place]:
    for quantity in quantities:
        yield Place(quantity_place(quantity), quantity.label, quantity.notes, quantity.span, quantity.extent)
        for option in quantity.options:
            name = f"{quantity_place(quantity)} {option.code}"
            yield Place(name, option.label, option.notes, option.span, option.span)


def _descriptors(holder: str, descriptors: Iterable[Descriptor]) -> Iterator[Place]:
    for one in descriptors:
        yield Place(descriptor_place(holder, one), one.text, one.notes, one.span, one.span)


def _prose(standard: Standard) -> Iterator[Place]:
    for chapter in standard.chapters:
        name = " ".join(part for part in (chapter.number, chapter.title) if part) or CHAPTERS[chapter.kind]
        yield Place(name, chapter.title, chapter.notes, chapter.span, chapter.span)
        yield from _paragraphs(name, chapter.paragraphs)
    for term in standard.terms:
        name = f"术语 {term.number}"
        words = "：".join([term.name, *(paragraph.text for paragraph in term.paragraphs)])
        yield Place(name, words, term.notes, term.span, term.span)
        yield from _paragraphs(name, term.paragraphs)
    for row in standard.abbreviations:
        words = " ".join(part for part in (row.short, row.name, row.english) if part)
        yield Place(f"缩略语 {row.short}", words, row.notes, row.span, row.span)


def _paragraphs(holder: str, paragraphs: Iterable[Paragraph]) -> Iterator[Place]:
    for count, row in enumerate(paragraphs, 1):
        yield Place(f"{holder} 第 {count} 段", row.text, row.notes, row.span, row.span)


def place_of(span: Span, known: Iterable[Place]) -> Place | None:
    """The smallest place that holds a span."""
    holding = [place for place in known if place.extent.holds(span)]
    return min(holding, key=lambda place: place.extent.end - place.extent.start, default=None)
