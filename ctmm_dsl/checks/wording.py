"""CT8…: wording. Advice to an editor; nothing here changes what a standard means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ctmm_dsl.catalogue import wording as codes
from ctmm_dsl.checks.metrics import spoken
from ctmm_dsl.findings import Finding, Related, both
from ctmm_dsl.model import Clause, Model, Node, Standard
from ctmm_dsl.source import Span
from ctmm_dsl.wording import fold

LEAST = 6
"""A text shorter than this stands inside another by chance."""

OTHER = both("另一处在这里", "the other one is here")

_DOCUMENT = re.compile(r"[A-Z]+(?:/[A-Z]+)+(?:\s*[0-9X][0-9X.—–-]*)?")
_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[A-Z])[A-Z][A-Za-z0-9]+")
_CHINESE = r"\u3400-\u9fff\u201c\u201d（）《》"
_HALF_WIDTH = re.compile(
    rf"(?<=[{_CHINESE}])\s*[,;:?!]|[,;:?!]\s*(?=[{_CHINESE}])|\((?=[{_CHINESE}])|(?<=[{_CHINESE}])\)"
)
_VAGUE = re.compile(r"若干|一批|一系列|多个")
NEAR = 10
"""So many characters at most lie between a vague quantity and the noun that it counts."""

_PAIRS = {"（": "）", "《": "》", "“": "”", "「": "」", "【": "】", "〔": "〕", "(": ")", "[": "]"}


def abbreviations_declared(model: Model) -> Iterator[Finding]:
    """An abbreviation is declared by the standard, or by the one that it is a part of; told once, where it is first used."""
    for standard in model.standards:
        if standard.cut_off or not any(True for node in standard.walk() if node.own_clauses):
            continue
        known = {short for holder in standard.with_supersets() for short in _declared(holder)}
        known |= {word for holder in standard.with_supersets() if holder is not standard for word, _ in _used(holder)}
        for word, span in _used(standard):
            if word not in known:
                known.add(word)
                yield codes.ABBREVIATION_UNDECLARED(span.find(word), extent=standard.extent, word=word)


def _declared(standard: Standard) -> Iterator[str]:
    return (abbreviation.short for abbreviation in standard.abbreviations)


def _used(standard: Standard) -> Iterator[tuple[str, Span]]:
    for text, span in _texts(standard):
        for match in _ABBREVIATION.finditer(_DOCUMENT.sub("", text)):
            yield match.group(), span


def _texts(standard: Standard) -> Iterator[tuple[str, Span]]:
    for chapter in standard.chapters:
        if chapter.kind == "section":
            for paragraph in chapter.paragraphs:
                yield paragraph.text, paragraph.span
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
            if clause.text.isascii():
                continue
            marks = list(dict.fromkeys(match.group().strip() for match in _HALF_WIDTH.finditer(clause.text)))
            if marks:
                yield codes.WIDTHS_MIXED(clause.text_span.find(marks[0]), marks=" ".join(marks))


def vague_beside_exact(model: Model) -> Iterator[Finding]:
    """Where a level counts something exactly, the level beside it does not say 若干 of the same thing."""
    for standard in model.standards:
        for node in standard.leaves():
            yield from _vague(node)


def _vague(node: Node) -> Iterator[Finding]:
    for exact in node.own_clauses:
        for requirement in exact.requirements:
            noun = requirement.metric.label.rstrip("数量比例")[-2:] if requirement.metric else ""
            if requirement.percent or not noun:
                continue
            for clause in node.own_clauses:
                vague = _vague_about(clause, noun)
                itself = any(other.metric is requirement.metric for other in clause.requirements)
                if vague and not itself and abs(clause.level - exact.level) == 1:
                    yield codes.VAGUE_BESIDE_EXACT(
                        clause.text_span.find(vague),
                        Related(exact.text_span, OTHER),
                        vague=vague,
                        level=exact.level,
                        figure=spoken(requirement),
                    )


def _vague_about(clause: Clause, noun: str) -> str:
    for match in _VAGUE.finditer(clause.text):
        stretch = re.split("[，。；、,;]", clause.text[match.end() : match.end() + NEAR], maxsplit=1)[0]
        if noun in stretch:
            return match.group()
    return ""


def brackets_paired(model: Model) -> Iterator[Finding]:
    """Every bracket and quotation mark has its partner within the text."""
    for standard in model.standards:
        for text, span in _texts(standard):
            if mark := _unpaired(text):
                yield codes.BRACKETS_UNPAIRED(span.find(mark), mark=mark)


def _unpaired(text: str) -> str:
    waiting: list[str] = []
    for at, character in enumerate(text):
        if character in _PAIRS:
            waiting.append(character)
        elif character in _PAIRS.values():
            if waiting and _PAIRS[waiting[-1]] == character:
                waiting.pop()
            elif not (character == ")" and re.fullmatch(r".*\b[a-z0-9]", text[max(0, at - 2) : at])):
                return character
    return waiting[-1] if waiting else ""
