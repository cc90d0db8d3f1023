"""Whether a clause asks less or more than the text that it comes from, by what the words show.

In: a source and a clause. Out: the steps that make it weaker or stronger, each with its rule; and the verdict on them. Nothing is guessed:
other words that no rule knows of decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ctmm_dsl.marks import Marked, marked
from ctmm_dsl.model import Clause, Requirement
from ctmm_dsl.strength import MARKED_ONLY, SCALES, STRONGER, UNMARKED, WEAKER, Degree, Step, asks_less, degrees, modals
from ctmm_dsl.wording import fold

LEAST = 4
"""A part of a sentence with fewer characters asks for nothing by itself; a text into which no more are put says nothing new."""
LONGEST = 8
"""A longer item of a list is a sentence with a list in it."""
RANKS = {"may": 1, "should": 2, "shall": 3}
KINDS = {3: "应", 2: "宜", 1: "可"}

_MARKS = re.compile(r"[,，。.;；:：、\s“”\"‘’'（）()]+")
_SEGMENT = re.compile(r"[^,，。;；]+")
_ITEM = re.compile(r"[^,，。;；、和及与]+")
_MEANS = re.compile(r"在|通过|依托|基于|按|围绕|结合|根据|利用|针对|借助|面向|为")
_DOES = re.compile(
    "建立|建设|制定|形成|构建|开展|实施|推广|推进|使用|提供|支持|实现|发挥|明确|分析|优化|完善|评价|评估|记录|生成|识别|集成"
)
"""A part that begins with the one and has none of the other says how or where: without it a clause may ask for less or for more."""


def judged(sources: Sequence[Clause], clause: Clause) -> tuple[Step, ...]:
    """What shows that a clause asks less or more than its sources together."""
    before, after = fold("，".join(source.text for source in sources)), fold(clause.text)
    steps: list[Step] = []
    if _MARKS.sub("", before) != _MARKS.sub("", after):
        steps += _figures(sources, clause)
        steps += _modals(before, after)
        steps += _degrees(before, after)
        steps += _parts(before, after)
        steps += _predicates(before, after)
    steps += _levels(sources, clause)
    return tuple(dict.fromkeys(steps))


def verdict(sources: Sequence[Clause], clause: Clause, steps: Sequence[Step]) -> str:
    """What the steps come to. Steps both ways decide nothing, nor does another level with other words."""
    before = "，".join(source.text for source in sources)
    same = _MARKS.sub("", fold(before)) == _MARKS.sub("", fold(clause.text))
    ways = {step.direction for step in steps}
    if len(ways) == 1 and (same or any(step.rule != "level" for step in steps)):
        return ways.pop()
    return "same" if same and not ways else "differs"


# ---- figures, modal verbs, levels ----------------------------------------------------------------------------------


def _figures(sources: Sequence[Clause], clause: Clause) -> Iterator[Step]:
    before = {requirement.name: requirement for source in sources for requirement in source.requirements}
    for requirement in clause.requirements:
        other = before.get(requirement.name)
        if other and other.percent == requirement.percent and _strength(other) != _strength(requirement):
            way = STRONGER if _strength(requirement) > _strength(other) else WEAKER
            yield Step("figure", way, _spoken(other), _spoken(requirement))


def _strength(requirement: Requirement) -> tuple[Fraction, Fraction]:
    sign = -1 if requirement.operator in ("<", "<=") else 1
    return sign * requirement.low, sign * requirement.high


def _spoken(requirement: Requirement) -> str:
    return f"{requirement.operator} {'..'.join(requirement.figures)}{'%' if requirement.percent else ''}"


def _modals(before: str, after: str) -> Iterator[Step]:
    """The weakest modal verb of each; a text without one requires, as clauses do."""
    weakest = [min((RANKS[kind] for kind, _ in modals(text)), default=RANKS["shall"]) for text in (before, after)]
    if weakest[0] != weakest[1]:
        way = WEAKER if weakest[1] < weakest[0] else STRONGER
        yield Step("modal", way, KINDS[weakest[0]], KINDS[weakest[1]])


def _levels(sources: Sequence[Clause], clause: Clause) -> Iterator[Step]:
    """What is asked at a lower level is asked of more cities."""
    levels = {source.level for source in sources}
    if len(levels) == 1 and (level := levels.pop()) != clause.level:
        yield Step("level", STRONGER if clause.level < level else WEAKER, str(level), str(clause.level))


# ---- words of degree -----------------------------------------------------------------------------------------------


def _degrees(before: str, after: str) -> Iterator[Step]:
    gone, come = _changed(degrees(before), degrees(after))
    for one in list(gone):
        other = next((other for other in come if other.scale == one.scale), None)
        if other and _together(one, other):
            gone.remove(one)
            come.remove(other)
            if one.rank != other.rank:
                way = WEAKER if other.rank < one.rank else STRONGER
                yield Step("degree", way, one.word, other.word)
    for one in gone:
        if one.scale not in MARKED_ONLY and one.after[:2] and one.after[:2] in after:
            yield Step("degree", WEAKER if one.rank > UNMARKED else STRONGER, one.word + one.after[:2], one.after[:2])
    for one in come:
        if one.before.endswith(tuple(SCALES[one.scale])):
            continue  # 探索启动: the word before says it already
        if one.scale not in MARKED_ONLY and one.after[:2] and one.after[:2] in before:
            yield Step("degree", STRONGER if one.rank > UNMARKED else WEAKER, one.after[:2], one.word + one.after[:2])


def _changed(before: Sequence[Degree], after: Sequence[Degree]) -> tuple[list[Degree], list[Degree]]:
    """The words of degree that only one of the texts has, each as often as it has it more often."""
    come = list(after)
    gone = []
    for one in before:
        kept = next((other for other in come if other.word == one.word), None)
        if kept:
            come.remove(kept)
        else:
            gone.append(one)
    return gone, come


def _together(one: Degree, other: Degree) -> bool:
    """Whether two words of degree are of the same thing: what follows, or what goes before, begins alike."""
    return (
        one.after[:1] == other.after[:1] != ""
        or one.before[-2:] == other.before[-2:] != ""
        or (not one.before and not other.before)
    )


def _predicates(before: str, after: str) -> Iterator[Step]:
    """建立并实施 that became 建立, or the other way round."""
    for way, one, other in ((WEAKER, before, after), (STRONGER, after, before)):
        step = asks_less(one, other)
        if step and step.rule == "predicate":
            told = (step.before, step.after) if way == WEAKER else (step.after, step.before)
            yield Step("predicate", way, *told)


# ---- parts of a sentence -------------------------------------------------------------------------------------------


def _parts(before: str, after: str) -> Iterator[Step]:
    """Whole parts of the sentence that only one text has; where both have some, the one may stand for the other."""
    pieces = marked(before, after)
    lost, won = _alone(before, after, pieces, "deleted"), _alone(after, before, pieces, "inserted")
    if lost and _little(pieces, "inserted"):
        yield from (Step("left-out", WEAKER, part, "") for part in lost if _asks(part))
    elif won and _little(pieces, "deleted"):
        yield from (Step("added", STRONGER, "", part) for part in won if _asks(part))
    if "、" in before and "、" in after:
        yield from _items(before, after, (*lost, *won))


def _alone(text: str, other: str, pieces: Marked, mark: str) -> list[str]:
    """The parts of a text of which hardly a character is in the other one, where they stood or elsewhere."""
    kept = "".join(("1" if piece.mark == "" else "0") * len(piece.text) for piece in pieces if piece.mark in ("", mark))
    found = []
    for match in _SEGMENT.finditer(text):
        part = match.group()
        pairs = [part[at : at + 2] in other for at in range(len(part) - 1)]
        if (
            len(part) >= LEAST
            and 5 * kept[match.start() : match.end()].count("1") <= len(part)
            and 4 * sum(pairs) < 3 * len(pairs)
        ):
            found.append(part)
    return found


def _little(pieces: Marked, mark: str) -> bool:
    """Whether no more was put in, or left out, than joins a sentence."""
    return sum(len(_MARKS.sub("", piece.text)) for piece in pieces if piece.mark == mark) < LEAST


def _asks(part: str) -> bool:
    return not _MEANS.match(part) or _DOES.search(part) is not None


def _items(before: str, after: str, told: Sequence[str]) -> Iterator[Step]:
    """Items of lists that only one text has; where both have some, the one may stand for the other."""
    old, new = ([item for item in _ITEM.findall(text) if item] for text in _lists(before, after))
    lost = [item for item in old if item not in after and not any(item in part for part in told)]
    won = [item for item in new if item not in before and not any(item in part for part in told)]
    if lost and not won:
        yield Step("list", WEAKER, "、".join(lost), "")
    elif won and not lost:
        yield Step("list", STRONGER, "", "、".join(won))


def _lists(*texts: str) -> Iterator[str]:
    """The parts of each text that are lists, without their first and last item, which hold other words as well."""
    for text in texts:
        inner = [part.split("、")[1:-1] for part in _SEGMENT.findall(text) if part.count("、") > 1]
        yield "、".join(item for items in inner for item in items if len(item) <= LONGEST)
