"""How neighbouring levels hang together, and what other readings of the method change.

In: what the analysis found of a ladder. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.analysis.values import OfLadder, OtherReading
from ctmm_dsl.model import Answer
from generators.analysis.speech import AnalysisSpeech
from generators.report.page import Block, Callout, Cell, Column, Listing, Paragraph, Row, Table

MOST_NAMED = 20
"""An example with more answers below full than this is not spelled out."""


def steps(found: OfLadder, say: AnalysisSpeech) -> Iterator[Block]:
    if not found.steps:
        return
    yield Paragraph(say("an.steps.text"))
    reachable = {row.level.number for row in found.levels if row.reachable}
    for one in found.steps:
        if one.stops.holds is False and one.lower.number in reachable:
            words = {"lower": say.level(one.lower.number), "upper": say.level(one.upper.number)}
            yield Callout(say("an.implied", **words), tone="warn")
    columns = (
        Column(say("an.steps.pair"), "text", 3),
        Column(say("an.steps.stops"), "text", 4),
        Column(say("an.steps.skips"), "text", 4),
    )
    rows = tuple(
        Row(
            (
                Cell(
                    say(
                        "an.steps.pair.text",
                        lower=say.level(one.lower.number),
                        upper=say.level(one.upper.number),
                    )
                ),
                say.finding(one.stops),
                say.finding(one.skips),
            )
        )
        for one in found.steps
    )
    yield Table(columns, rows, say("an.steps.table"))


def readings(found: OfLadder, say: AnalysisSpeech) -> Iterator[Block]:
    yield Paragraph(say("an.readings.text"))
    given = any(one.given is not None for one in found.readings)
    columns = (
        Column(say("an.readings.reading"), "text", 4),
        Column(say("an.readings.differs"), "text", 4),
        Column(say("an.readings.level"), "text", 4),
        *((Column(say("an.readings.given"), "text", 3),) if given else ()),
    )
    level = found.given.result.level if found.given else None
    rows = tuple(Row(tuple(_row(one, level, say))) for one in found.readings)
    yield Table(columns, rows, say("an.readings.table"))
    for one in found.readings:
        yield from _spelled_out(one, say)


def _row(one: OtherReading, level: int | None, say: AnalysisSpeech) -> Iterator[Cell]:
    yield Cell(say(f"an.reading.{one.kind}"))
    yield say.finding(one.differs)
    lines = [
        say("an.readings.uniform", answer=row.answer.label, level=say.level(row.level), other=say.level(row.other))
        for row in one.uniform
    ]
    if one.differs.example:
        yield Cell(say("an.arrow", level=say.level(one.level), other=say.level(one.other)), lines=tuple(lines))
    else:
        yield Cell("—")
    if one.given is not None:
        yield Cell(say.level(one.given), "warn" if one.given != level else "")


def _spelled_out(one: OtherReading, say: AnalysisSpeech) -> Iterator[Block]:
    """An example in words: all fully met but a few clauses, each with its answer."""
    if one.differs.example is None or not 0 < one.differs.lowered <= MOST_NAMED:
        return
    answers = _answers(say)
    full = max(answers)
    below: dict[Fraction, list[str]] = {}
    for clause, points in one.differs.example.assessment.points.items():
        if points < full:
            below.setdefault(points, []).append(clause)
    items = tuple(
        say("an.readings.made.row", answer=answers[points].label, ids=say.listed(ids))
        for points, ids in sorted(below.items())
    )
    yield Paragraph(
        say("an.readings.made", reading=say(f"an.reading.{one.kind}"), full=answers[full].label) + say("colon").rstrip()
    )
    yield Listing(items)


def _answers(say: AnalysisSpeech) -> dict[Fraction, Answer]:
    return {answer.points: answer for answer in say.scheme.scale.answers} if say.scheme.scale else {}
