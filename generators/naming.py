"""How generated texts speak of a standard: its levels, layers and places, in Chinese.

In: values of the model. Out: words. Shared by the generators that people read, so that they all say it the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctmm_dsl.checks.spoken import layer_name
from ctmm_dsl.model import Level, Node, Notes, Paragraph, Standard
from ctmm_dsl.source import Span

DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A number as a level is counted: 3 to 三, 12 to 十二, 20 to 二十; above 99 in figures."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def level_number(number: int) -> str:
    return f"{numeral(number)}级"


def level_title(level: Level) -> str:
    """As the documents head a column: 一级（基础级）."""
    return f"{level_number(level.number)}（{level.name}）"


def layers_in_use(nodes: Iterable[Node]) -> list[int]:
    """The layers that some nodes stand in, outermost first."""
    return sorted({node.layer for node in nodes})


def layer_names(standard: Standard, layers: Iterable[int]) -> str:
    """The standard's own names of some layers: 能力子域 or 能力子域、能力项."""
    return "、".join(layer_name(standard, layer) for layer in sorted(set(layers)))


# ---- places --------------------------------------------------------------------------------------------------


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
        found.append(Place(f"等级 {level.number}", words, level.notes, level.span, level.span))
    for metric in standard.metrics:
        found.append(Place(f"指标 {metric.name}", metric.label, metric.notes, metric.span, metric.span))
    for node in standard.walk():
        words = "；".join([node.name, *([node.caption.text] if node.caption else [])])
        found.append(Place(node.id, words, node.notes, node.span, node.extent))
        for clause in node.own_clauses:
            found.append(Place(clause.id, clause.text, clause.notes, clause.span, clause.span))
    return sorted(found, key=lambda place: place.span.start)


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


CHAPTERS = {"section": "正文", "references": "规范性引用文件", "bibliography": "参考文献"}


def _paragraphs(holder: str, paragraphs: Iterable[Paragraph]) -> Iterator[Place]:
    for count, row in enumerate(paragraphs, 1):
        yield Place(f"{holder} 第 {count} 段", row.text, row.notes, row.span, row.span)


def place_of(span: Span, known: Iterable[Place]) -> Place | None:
    """The smallest place that holds a span."""
    holding = [place for place in known if place.extent.holds(span)]
    return min(holding, key=lambda place: place.extent.end - place.extent.start, default=None)
