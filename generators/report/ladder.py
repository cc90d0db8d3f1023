"""Each level: its score, whether it passes, and what decided.

In: the standing of a city. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.report.values import Decision, LevelStanding, Standing
from generators.charts.values import Bars, Series
from generators.report.page import Block, Cell, Column, Figure, Paragraph, Row, Table
from generators.report.scores import FULL
from generators.report.speech import Speech


def levels(standing: Standing, say: Speech) -> Iterator[Block]:
    """The rule, the levels as bars against the threshold, and the table that says why."""
    yield Paragraph(_rule(standing, say))
    names = tuple(say.level(one.level.number) for one in standing.levels)
    series = (
        Series(
            say("column.score"),
            tuple(one.score or Fraction(0) for one in standing.levels),
            tuple(say.score(one.score) for one in standing.levels),
        ),
    )
    tones = tuple("full" if one.reached else "hatched" if one.passes else "hollow" for one in standing.levels)
    legend = tuple((say(f"levels.legend.{tone}"), tone) for tone in ("full", "hatched", "hollow") if tone in tones)
    mark = say("threshold", threshold=decimal(standing.threshold))
    chart = Bars(names, series, FULL, standing.threshold, mark, tones, legend)
    words = say.joined(
        (
            f"{name} {series[0].shown[at]}{say('bracket', text=say(f'levels.legend.{tones[at]}'))}"
            for at, name in enumerate(names)
        ),
        "semicolon",
    )
    yield Figure(chart, say("levels.figure"), words)
    yield _table(standing, say)


def _rule(standing: Standing, say: Speech) -> str:
    return say(
        "levels.rule",
        counted=say("levels.rule.cumulative" if standing.cumulative else "levels.rule.own"),
        over=over(standing, say),
        climbed=say("levels.rule.one" if standing.one_by_one else "levels.rule.any"),
    )


def over(standing: Standing, say: Speech) -> str:
    return say("over.strict" if standing.strict else "over.loose", threshold=decimal(standing.threshold))


def under(standing: Standing, say: Speech) -> str:
    return say("under.strict" if standing.strict else "under.loose", threshold=decimal(standing.threshold))


def _table(standing: Standing, say: Speech) -> Table:
    columns = (
        Column(say("column.level"), "text", 4),
        Column(say("column.score"), "number"),
        Column(say("levels.margin"), "number"),
        Column(say("levels.passes"), "mark"),
        Column(say("levels.reached"), "mark"),
        Column(say("levels.decided"), "text", 7),
    )
    rows = tuple(
        Row(
            (
                Cell(say.level(one.level.number)),
                Cell(say.score(one.score)),
                Cell(say.signed(one.margin)),
                _mark(one.passes, say),
                _mark(one.reached, say),
                Cell(_why(one, standing, say)),
            ),
            strong=one.level.number == standing.level,
        )
        for one in standing.levels
    )
    return Table(columns, rows, say("levels.table"))


def _mark(holds: bool, say: Speech) -> Cell:
    return Cell(say("yes"), "good") if holds else Cell(say("no"), "bad")


def _why(one: LevelStanding, standing: Standing, say: Speech) -> str:
    words = {"over": over(standing, say), "under": under(standing, say), "level": say.level(one.decided_by)}
    match one.decision:
        case Decision.PASSES:
            first = one.level.number == standing.levels[0].level.number
            return say("decided.passes.one" if standing.one_by_one and not first else "decided.passes", **words)
        case Decision.MISSES:
            return say("decided.misses", **words)
        case Decision.BLOCKED:
            return say("decided.blocked", **words)
        case Decision.CARRIED:
            return say("decided.carried", **words)
