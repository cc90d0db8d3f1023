"""CT8…: what one level asks beside another: not vaguely where the other has a figure, not less than a lower one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from ctmm_dsl.catalogue import wording as codes
from ctmm_dsl.checks.metrics import spoken
from ctmm_dsl.checks.texts import OTHER
from ctmm_dsl.findings import Finding, Related, both
from ctmm_dsl.model import Clause, Model, Node, Requirement, Rubric
from ctmm_dsl.strength import asks_less, may_ask_less, may_ask_more
from ctmm_dsl.wording import fold

BELOW = both("较低等级在这里", "the lower level is here")
NEAR = 10
"""So many characters at most lie between a vague quantity and the noun that it counts."""
SAME, ALIKE, SURELY = 4, 2, 6
"""So many characters after a quantity are of the same thing; so many are, where the rest has something in common as well; so many where
one is a share and the other a number."""

_SOME = re.compile(r"若干|一批|一系列|多个|一定数量|较多|更多|少数|个别")
_PART = re.compile(
    r"绝大多数|大多数|多数|大部分|少数|个别|(?<![组个两成大一二三四五六七八九十])部分|一定比例|较大比例|相当比例|较多|更多"
)
_STEPS = re.compile(r"逐步|进一步|持续|不断|稳步|明显|大幅|显著")
_VAGUE = re.compile(f"{_SOME.pattern}|{_PART.pattern}|{_STEPS.pattern}")
_DIGIT = re.compile("[0-9０-９]")
_SHARE = re.compile(r"(?<![0-9])[0-9]+(?:\.[0-9]+)?%(?:及?以上|以内|左右)?的?([^,。;]+)")
_COUNT = re.compile(r"(?<![0-9])[0-9]+(?:[-—–~][0-9]+)?(?:个|项|类|种|家|处|条|件)(?:及?以上)?的?([^,。;]+)")
_REACHES = re.compile(r"([\u4e00-\u9fff]{2,12}?)(?:达到?|不低于|不少于|超过|高于|大于|至少)[0-9]+(?:\.[0-9]+)?%?")
_COUNTED = re.compile(r"([\u4e00-\u9fff]{2,12})((?:不少于|达到?|超过|至少)[0-9]+(?:个|项|类|种|家|处|条|件))")
_WATCHES = re.compile(r"开展|组织|监测|调查|评价|分析")
_SEGMENTS = re.compile(r"[,。;，；]")


def vague_beside_exact(model: Model) -> Iterator[Finding]:
    """Where a level counts something exactly, the level beside it does not say 若干 or 部分 of the same thing."""
    for standard in model.standards:
        for node in standard.leaves():
            told: set[int] = set()
            for exact, clause, vague, figure in _vague(node):
                if id(clause) not in told:
                    told.add(id(clause))
                    yield codes.VAGUE_BESIDE_EXACT(
                        clause.text_span.find(vague),
                        Related(exact.text_span, OTHER),
                        vague=vague,
                        level=exact.level,
                        figure=figure,
                    )


def _vague(node: Node) -> Iterator[tuple[Clause, Clause, str, str]]:
    """An exact clause, a clause of a level beside it that is vague about the same, the vague word, the figure."""
    clauses = node.own_clauses
    vague = [clause for clause in clauses if _VAGUE.search(clause.text)] if any(map(_exact, clauses)) else []
    for exact in filter(_exact, clauses) if vague else ():
        for clause in vague:
            if abs(clause.level - exact.level) != 1:
                continue
            for requirement in exact.requirements:
                if word := _about_metric(clause, requirement):
                    yield exact, clause, word, spoken(requirement)
            if found := _about_text(fold(exact.text), fold(clause.text)):
                same = {one.name for one in exact.requirements} & {one.name for one in clause.requirements}
                if not same:
                    yield exact, clause, *found


def _exact(clause: Clause) -> bool:
    return _DIGIT.search(clause.text) is not None


def _about_metric(clause: Clause, requirement: Requirement) -> str:
    """The vague word that a clause has of what a requirement counts, by the last word of the metric's name."""
    noun = requirement.metric.label.rstrip("数量比例")[-2:] if requirement.metric else ""
    if requirement.percent or not noun or any(other.metric is requirement.metric for other in clause.requirements):
        return ""
    for match in _SOME.finditer(clause.text):
        if noun in _SEGMENTS.split(clause.text[match.end() : match.end() + NEAR].replace("、", "，"), maxsplit=1)[0]:
            return match.group()
    return ""


def _about_text(exact: str, clause: str) -> tuple[str, str] | None:
    """The vague word of a (folded) clause, and the figure that another has of the same thing."""
    own = [rest[:ALIKE] for _, rest in _figures(clause)]
    for figure, rest in _figures(exact):
        if rest[:ALIKE] in own:
            continue
        like, other = (_PART, _SOME) if "%" in figure else (_SOME, _PART)
        for vague, surely in ((like, False), (other, True)):
            for word in vague.finditer(clause):
                after = _SEGMENTS.split(clause[word.end() :].removeprefix("的"), maxsplit=1)[0]
                shared = _shared(rest, after)
                if shared >= SURELY or (not surely and _same(rest, after, shared)):
                    return word.group(), figure
    return _of_counted(exact, clause) or _rises_slowly(exact, clause)


def _of_counted(exact: str, clause: str) -> tuple[str, str] | None:
    """一系列应用场景, where another clause has 应用场景不少于20个."""
    for match in _COUNTED.finditer(exact):
        noun = match[1][-SAME:]
        for word in _SOME.finditer(clause):
            if noun in _SEGMENTS.split(clause[word.end() : word.end() + NEAR], maxsplit=1)[0]:
                return word.group(), match[2]
    return None


def _rises_slowly(exact: str, clause: str) -> tuple[str, str] | None:
    """逐步提高 of what another clause has a figure of: 覆盖率达到80%."""
    for match in _REACHES.finditer(exact):
        noun = match[1][-3:]
        if noun in clause and not re.search(re.escape(noun) + r"(?:均|要)?(?:达到?|不低于|不少于|超过|[0-9])", clause):
            for segment in _SEGMENTS.split(clause):
                if noun in segment and not _WATCHES.search(segment) and (word := _STEPS.search(segment)):
                    return word.group(), match.group()[len(match[1]) :]
    return None


@lru_cache(maxsize=4096)
def _figures(text: str) -> tuple[tuple[str, str], ...]:
    """The figures of a text, each with what it is a figure of."""
    matches = (*_SHARE.finditer(text), *_COUNT.finditer(text))
    return tuple((match.group()[: match.start(1) - match.start()].strip("的"), match[1]) for match in matches)


def _shared(one: str, other: str) -> int:
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return shared


def _same(one: str, other: str, shared: int) -> bool:
    if shared >= SAME or shared == len(one) >= ALIKE:
        return True
    rest = {other[at : at + 2] for at in range(shared, len(other) - 1)}
    return shared >= ALIKE and any(one[at : at + 2] in rest for at in range(shared, len(one) - 1))


def higher_asks_no_less(model: Model) -> Iterator[Finding]:
    """A higher level does not say of the same thing what asks less: 部分 after 全部, 初步 after 建成, a shorter list."""
    for standard in model.standards:
        for node in standard.leaves():
            texts = [(clause.level, fold(clause.text), clause.text_span) for clause in node.own_clauses]
            if isinstance(node.leaf, Rubric):
                texts = [(row.level, fold(row.text), row.span) for row in node.leaf.descriptors]
            told: set[int] = set()
            less, more = ({text for _, text, _ in texts if may(text)} for may in (may_ask_less, may_ask_more))
            if not less and not more and len({text[:ALIKE] for _, text, _ in texts}) == len(texts):
                continue
            for (level, lower, span), (other, higher, place) in combinations(sorted(texts, key=lambda one: one[0]), 2):
                if level == other or place.start in told:
                    continue
                suspect = higher in less or lower in more or lower.startswith(higher)
                if suspect and (step := asks_less(lower, higher)):
                    told.add(place.start)
                    yield codes.ASKS_LESS(
                        place, Related(span, BELOW), extent=node.extent,
                        level=other, now=step.after, below=level, before=step.before,
                    )  # fmt: skip
