"""CT8…: wording. Advice to an editor; nothing here changes what a standard means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from ctmm_dsl.catalogue import wording as codes
from ctmm_dsl.checks.texts import OTHER, Text, paragraphs
from ctmm_dsl.findings import Finding, Related
from ctmm_dsl.model import Clause, Model, Standard
from ctmm_dsl.wording import fold

LEAST = 6
"""A text shorter than this stands inside another by chance."""

_DOCUMENT = re.compile(r"[A-Z]+(?:/[A-Z]+)+(?:\s*[0-9X][0-9X.—–-]*)?")
_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[A-Z])[A-Z][A-Za-z0-9]+")
_CHINESE = r"\u3400-\u9fff\u201c\u201d（）《》"
_HALF_WIDTH = re.compile(
    rf"(?<=[{_CHINESE}])\s*[,;:?!]|[,;:?!]\s*(?=[{_CHINESE}])|\((?=[{_CHINESE}])|(?<=[{_CHINESE}])\)"
)

_PAIRS = {"（": "）", "《": "》", "“": "”", "「": "」", "【": "】", "〔": "〕", "(": ")", "[": "]"}
_BRACKET = re.compile(f"[{re.escape(''.join([*_PAIRS, *_PAIRS.values()]))}]")


def abbreviations_declared(model: Model) -> Iterator[Finding]:
    """An abbreviation is declared by the standard, or by the one that it is a part of; told once, where it is first used."""
    for standard in model.standards:
        if standard.cut_off or not any(True for node in standard.walk() if node.own_clauses):
            continue
        known = {short for holder in standard.with_supersets() for short in declared(holder)}
        known |= {word for holder in standard.with_supersets() if holder is not standard for word, _ in _used(holder)}
        for word, span in _used(standard):
            if word not in known:
                known.add(word)
                yield codes.ABBREVIATION_UNDECLARED(span.find(word), extent=standard.extent, word=word)


def declared(standard: Standard) -> Iterator[str]:
    return (abbreviation.short for abbreviation in standard.abbreviations)


def _used(standard: Standard) -> Iterator[Text]:
    return ((word, span) for text, span in _texts(standard) for word in _abbreviations(text))


@lru_cache(maxsize=4096)
def _abbreviations(text: str) -> tuple[str, ...]:
    return tuple(match.group() for match in _ABBREVIATION.finditer(_DOCUMENT.sub("", text)))


def _texts(standard: Standard) -> Iterator[Text]:
    yield from paragraphs(standard)
    for clause in standard.clauses.values():
        yield clause.text, clause.text_span


def clauses_differ(model: Model) -> Iterator[Finding]:
    """Within a leaf no clause stands twice, in one level or in two, and none inside its neighbour. A clause is told once, beside the first
    that is like it."""
    for standard in model.standards:
        for node in standard.leaves():
            cells: dict[int, dict[str, Clause]] = {}
            first_of: dict[str, Clause] = {}
            for clause in node.own_clauses:
                text = fold(clause.text)
                twin = cells.setdefault(clause.level, {}).setdefault(text, clause)
                other = first_of.setdefault(text, clause)
                if twin is not clause:
                    yield codes.TWICE_IN_CELL(clause.text_span, Related(twin.text_span, OTHER), extent=standard.extent)
                elif other is not clause:
                    related = Related(other.text_span, OTHER)
                    yield codes.AT_TWO_LEVELS(
                        clause.text_span, related, extent=node.extent, level=clause.level, other=other.level
                    )
            for cell in cells.values():
                yield from _within_neighbours(cell)


def _within_neighbours(cell: dict[str, Clause]) -> Iterator[Finding]:
    """Clauses of one level, all different, of which one stands inside another."""
    for (one, first), (other, second) in combinations(cell.items(), 2):
        if min(len(one), len(other)) >= LEAST:
            if other in one:
                yield codes.PART_OF_NEIGHBOUR(second.text_span, Related(first.text_span, OTHER))
            elif one in other:
                yield codes.PART_OF_NEIGHBOUR(first.text_span, Related(second.text_span, OTHER))


def widths_agree(model: Model) -> Iterator[Finding]:
    """Chinese text takes full-width punctuation."""
    for standard in model.standards:
        for clause in standard.clauses.values():
            if marks := list(
                dict.fromkeys(clause.text[start:end].strip() for start, end in half_width_marks(clause.text))
            ):
                yield codes.WIDTHS_MIXED(clause.text_span.find(marks[0]), marks=" ".join(marks))


@lru_cache(maxsize=4096)
def half_width_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Where marks of half width stand among Chinese, each with the blanks beside it."""
    return () if text.isascii() else tuple(match.span() for match in _HALF_WIDTH.finditer(text))


def brackets_paired(model: Model) -> Iterator[Finding]:
    """Every bracket and quotation mark has its partner within the text."""
    for standard in model.standards:
        for text, span in _texts(standard):
            if mark := unpaired(text):
                yield codes.BRACKETS_UNPAIRED(span.find(mark), mark=mark)


@lru_cache(maxsize=4096)
def unpaired(text: str) -> str:
    waiting: list[str] = []
    for mark in _BRACKET.finditer(text):
        character, at = mark.group(), mark.start()
        if character in _PAIRS:
            waiting.append(character)
        elif waiting and _PAIRS[waiting[-1]] == character:
            waiting.pop()
        elif not (character == ")" and re.fullmatch(r".*\b[a-z0-9]", text[max(0, at - 2) : at])):
            return character
    return waiting[-1] if waiting else ""
