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
        if not any(True for node in standard.walk() if node.own_clauses):
            continue
        declared = _declared(standard)
        for text, span in _texts(standard):
            for match in _ABBREVIATION.finditer(_DOCUMENT.sub("", text)):
                word = match.group()
                if word not in declared:
                    declared.add(word)
                    yield codes.ABBREVIATION_UNDECLARED(span, word=word)


def _declared(standard: Standard) -> set[str]:
    own = {abbreviation.short for abbreviation in standard.abbreviations}
    return own | (_declared(standard.superset) if standard.superset else set())


def _texts(standard: Standard) -> Iterator[tuple[str, Span]]:
    for chapter in standard.chapters:
        if chapter.kind == "section":
            for paragraph in chapter.paragraphs:
                yield paragraph.text, paragraph.span
    for clause in standard.clauses.values():
        yield clause.text, clause.text_span


def clauses_differ(model: Model) -> Iterator[Finding]:
    """Within a leaf no clause stands twice, in one level or in two, and none inside its neighbour."""
    for standard in model.standards:
        for node in standard.leaves():
            folded = [(clause, fold(clause.text)) for clause in node.own_clauses]
            for (first, one), (second, other) in combinations(folded, 2):
                related = Related(first.text_span, OTHER)
                if one == other and first.level == second.level:
                    yield codes.TWICE_IN_CELL(second.text_span, related)
                elif one == other:
                    yield codes.AT_TWO_LEVELS(second.text_span, related, level=second.level, other=first.level)
                elif first.level == second.level and min(len(one), len(other)) >= LEAST:
                    if other in one:
                        yield codes.PART_OF_NEIGHBOUR(second.text_span, related)
                    elif one in other:
                        yield codes.PART_OF_NEIGHBOUR(first.text_span, Related(second.text_span, OTHER))


def widths_agree(model: Model) -> Iterator[Finding]:
    """Chinese text takes full-width punctuation."""
    for standard in model.standards:
        for clause in standard.clauses.values():
            if clause.text.isascii():
                continue
            marks = sorted({match.group().strip() for match in _HALF_WIDTH.finditer(clause.text)})
            if marks:
                yield codes.WIDTHS_MIXED(clause.text_span, marks=" ".join(marks))


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
                        clause.text_span,
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
                yield codes.BRACKETS_UNPAIRED(span, mark=mark)


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
