"""The texts of a standard that the rules on wording read: what is assessed, and prose.

In: a standard. Out: texts with their places, in the document's order.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.findings import both
from ctmm_dsl.model import Rubric, Standard
from ctmm_dsl.source import Span

Text = tuple[str, Span]
OTHER = both("另一处在这里", "the other one is here")
"""Said of the second of two texts that a rule holds against each other."""


def assessed(standard: Standard) -> Iterator[Text]:
    """What an assessment answers: clauses, and the levels of rubrics."""
    for node in standard.walk():
        for clause in node.own_clauses:
            yield clause.text, clause.text_span
        if isinstance(node.leaf, Rubric):
            for descriptor in node.leaf.descriptors:
                yield descriptor.text, descriptor.span


def paragraphs(standard: Standard) -> Iterator[Text]:
    """The prose of the standard's own chapters: lists of documents are not its text."""
    for chapter in standard.chapters:
        if chapter.kind == "section":
            for paragraph in chapter.paragraphs:
                yield paragraph.text, paragraph.span


def prose(standard: Standard) -> Iterator[Text]:
    """The paragraphs of chapters, and what is said of the levels."""
    yield from paragraphs(standard)
    for level in standard.levels:
        for text in (level.motto, level.text):
            if text:
                yield text, level.span


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with where it begins."""
    start = 0
    for at, character in enumerate(text):
        if character in "。；;":
            yield start, text[start : at + 1]
            start = at + 1
    if start < len(text):
        yield start, text[start:]


def within(text: str, span: Span, start: int, end: int) -> Span:
    """Where a part of a text stands; where a text goes on in other lines, its first occurrence, or the whole."""
    word = text[start:end]
    at = span.text.find(text)
    if at < 0:
        return span.find(word)
    return Span(span.source, span.start + at + start, span.start + at + end)
