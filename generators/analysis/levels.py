"""What each level takes: the least of all, how much of its own may be unmet, what lower levels carry, what may be left alone.

In: what the analysis found of a ladder. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.analysis.values import Idle, Least, OfLadder, Unmet
from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.model import Ladder
from generators.analysis.speech import AnalysisSpeech
from generators.charts.values import Bars, Series
from generators.report.page import Block, Callout, Cell, Column, Figure, Paragraph, Row, Table

FULL = Fraction(100)
FEW = 3
"""So many clauses are named."""


def method(found: OfLadder, say: AnalysisSpeech) -> Iterator[Block]:
    yield Paragraph(rule(found.ladder, say))
    if found.constant:
        yield Paragraph(say("an.constant", points=say.points(found.constant)))


def rule(ladder: Ladder, say: AnalysisSpeech) -> str:
    return say(
        "an.method.rule",
        sign=">" if ladder.strict else "≥",
        threshold=decimal(ladder.threshold),
        counted=say("an.counted.cumulative" if ladder.cumulative else "an.counted.own"),
        climb=say("an.climb.one" if ladder.one_by_one else "an.climb.any"),
    )


def least(found: OfLadder, say: AnalysisSpeech) -> Iterator[Block]:
    yield Paragraph(say("an.least.text"))
    for one in found.levels:
        if not one.reachable:
            words = {"level": say.level(one.level.number), "score": say.score(one.best)}
            yield Callout(say("an.unreachable", **words), tone="bad")
    columns = (
        Column(say("column.level"), "text", 3),
        *(Column(say(f"an.least.{key}"), "number") for key in ("counted", "own", "weight", "passing", "reaching")),
    )
    rows = tuple(
        Row(
            (
                Cell(say.level(one.level.number)),
                Cell(str(one.counted)),
                Cell(str(one.own)),
                Cell(say.share(one.weight)),
                Cell(say.fewest(one.passing)),
                Cell(say.fewest(one.reaching)),
            )
        )
        for one in found.levels
    )
    yield Table(columns, rows, say("an.least.table"))
    counts = [one for row in found.levels for one in (row.passing, row.reaching) if one and one.count != one.bound]
    if counts:
        yield Paragraph(say("an.between.text", low=counts[0].bound, high=counts[0].count), "quiet")


# ---- own clauses -------------------------------------------------------------------------------------------------


def own(found: OfLadder, say: AnalysisSpeech) -> Iterator[Block]:
    known = [(row, row.unmet) for row in found.levels if row.unmet]
    if not known:
        return
    yield Paragraph(say("an.own.text"))
    for row, unmet in known:
        if unmet.count == unmet.of:
            yield _all_unmet(row, unmet, found.ladder, say)
    yield _chart(known, say)
    yield _own_table(known, say)
    yield Paragraph(say("an.own.score.text"), "quiet")


def _all_unmet(row: Least, unmet: Unmet, ladder: Ladder, say: AnalysisSpeech) -> Callout:
    level = say.level(row.level.number)
    text = say(
        "an.own.all.text",
        score=say.score(unmet.without),
        threshold=decimal(ladder.threshold),
        weight=say.share(row.weight),
    )
    return Callout(say("an.own.all", level=level, of=unmet.of), (text,), "warn")


def _chart(known: list[tuple[Least, Unmet]], say: AnalysisSpeech) -> Figure:
    names = tuple(say.level(row.level.number) for row, _ in known)
    shares = tuple(Fraction(unmet.count, unmet.of) * 100 for _, unmet in known)
    shown = tuple(say("an.of", count=unmet.count, of=unmet.of) for _, unmet in known)
    tones = tuple("hatched" if unmet.count == unmet.of else "full" for _, unmet in known)
    chart = Bars(names, (Series(say("an.own.series"), shares, shown),), FULL, tones=tones)
    words = say.joined((f"{name} {text}" for name, text in zip(names, shown, strict=True)), "semicolon")
    return Figure(chart, say("an.own.figure"), words)


def _own_table(known: list[tuple[Least, Unmet]], say: AnalysisSpeech) -> Table:
    keys = ("may", "share", "must", "without", "score")
    columns = (
        Column(say("column.level"), "text", 3),
        Column(say("an.least.own"), "number"),
        *(Column(say(f"an.own.{key}"), "number") for key in keys),
        Column(say("an.example"), "code"),
    )
    rows = tuple(
        Row(
            (
                Cell(say.level(row.level.number)),
                Cell(str(unmet.of)),
                Cell(str(unmet.count), "bad" if unmet.count == unmet.of else ""),
                Cell(say.share(Fraction(unmet.count, unmet.of))),
                Cell(str(unmet.of - unmet.count), remark=_still_needed(row, unmet, say)),
                Cell(say.score(unmet.without)),
                Cell(say.between(unmet.own.bound, unmet.own.score)),
                Cell(unmet.example.key),
            )
        )
        for row, unmet in known
    )
    return Table(columns, rows, say("an.own.table"))


def _still_needed(row: Least, unmet: Unmet, say: AnalysisSpeech) -> str:
    """The own clauses that the example meets, where they are few."""
    points, clauses = unmet.example.assessment.points, say.standard.clauses
    lowest = min(answer.points for answer in say.scheme.scale.answers) if say.scheme.scale else Fraction(0)
    found = [name for name in points if clauses[name].level == row.level.number and points[name] > lowest]
    return say.listed(found) if len(found) <= FEW else ""


# ---- carried, left alone -----------------------------------------------------------------------------------------


def carries(found: OfLadder, say: AnalysisSpeech) -> Iterator[Block]:
    if not found.carries:
        return
    yield Paragraph(say("an.carry.text"))
    columns = (
        Column(say("an.carry.through"), "text", 2),
        *(Column(say.level_brief(row.level.number), "number") for row in found.levels),
        Column(say("an.carry.reached"), "text", 2),
        Column(say("an.example"), "code"),
    )
    rows = tuple(
        Row(
            (
                Cell(say.level(one.through)),
                *(Cell(say.score(row.score), "good" if row.passes else "bad") for row in one.example.result.levels),
                Cell(say.level(one.reached), "warn" if one.reached > one.through else ""),
                Cell(one.example.key),
            ),
            strong=one.reached > one.through,
        )
        for one in found.carries
    )
    yield Table(columns, rows, say("an.carry.table"))


def idle(found: OfLadder, say: AnalysisSpeech) -> Iterator[Block]:
    known = [(row, row.idle) for row in found.levels if row.idle]
    if not known:
        return
    yield Paragraph(say("an.idle.text"))
    columns = (
        Column(say("column.level"), "text", 4),
        Column(say("an.idle.single"), "text", 6),
        Column(say("an.idle.most"), "number"),
        Column(say("an.example"), "code"),
    )
    outer = [node for node in say.standard.domains if any(clause for clause in node.clauses())]
    told: dict[tuple[str, str], list[tuple[Least, Idle]]] = {}
    for row, one in known:
        single = _single(one, [node.id for node in outer], say)
        told.setdefault((single, say("an.of", count=one.most, of=one.leaves)), []).append((row, one))
    rows = tuple(
        Row((Cell(_levels(same, say)), Cell(single), Cell(most), Cell(_key(same[-1][1]))))
        for (single, most), same in told.items()
    )
    yield Table(columns, rows, say("an.idle.table", layer=say.layer(0)))


def _levels(same: list[tuple[Least, Idle]], say: AnalysisSpeech) -> str:
    """The levels of which the same is said."""
    return say.joined(say.level(row.level.number) for row, _ in same)


def _key(one: Idle) -> str:
    return one.example.key if one.example else "—"


def _single(one: Idle, outer: list[str], say: AnalysisSpeech) -> str:
    """The outermost nodes that may be left alone, else the ones below them."""
    found = [node for node in one.nodes if node.id in outer]
    if len(found) == len(outer):
        return say("an.idle.every") + say("bracket", text=say.joined(node.name for node in found))
    if not found:
        layer = min((node.layer for node in one.nodes), default=None)
        found = [node for node in one.nodes if node.layer == layer]
    return say.joined(say.named(node) for node in found) or say("an.idle.none")
