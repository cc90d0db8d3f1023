"""What formulas come to: the range of the total, indicators, quantities, readings.

In: what the analysis found. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.analysis.formula_values import Indicator, LeafReading, Totals
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Node
from ctmm_dsl.score.as_json import spoken
from generators.analysis.speech import AnalysisSpeech
from generators.charts.values import Bars, Series
from generators.report.page import Block, Callout, Cell, Column, Figure, Paragraph, Row, Table
from generators.report.speech import MINUS

MANY = 12
LONGEST = 12


def total(found: Totals, say: AnalysisSpeech) -> Iterator[Block]:
    words = {"range": say.stretch(found.range), "deductions": say.points(found.deductions)}
    yield Paragraph(
        say(
            "an.totals.text", **words, low=_shown(found.low, found.range.low), high=_shown(found.high, found.range.high)
        )
    )
    if found.low < 0:
        yield Callout(say("an.totals.negative"), tone="warn")
    if found.range.high is None:
        yield Paragraph(say("an.totals.open"))
    weighed = [one for one in found.indicators if not one.deducts]
    if weighed:
        yield Paragraph(
            say("an.totals.concentration", half=found.half, count=len(weighed), gini=say.points(found.gini))
        )
    if found.given is not None:
        yield Paragraph(say("an.totals.given", total=say.points(found.given)), "strong")


def _shown(number: Fraction, end: Fraction | None) -> str:
    """A total; one that rounding would make look like the end of the range says on which side of it it lies."""
    return str(spoken(number, end)["shown"]).replace("-", MINUS)


def indicators(found: Totals, say: AnalysisSpeech) -> Iterator[Block]:
    weighed = sorted((one for one in found.indicators if not one.deducts), key=lambda one: -one.weight)
    short = [say.named(one.node) for one in weighed if one.full is False]
    if short:
        yield Callout(say("an.short", ids=say.joined(short)), tone="warn")
    if len(weighed) > 1:
        yield _chart(weighed[:MANY], say)
    columns = (
        Column(say("column.id"), "code"),
        Column(say("column.name"), "text", 5),
        Column(say("column.weight"), "number"),
        Column(say("an.indicators.range"), "number"),
        Column(say("an.indicators.most"), "number"),
        Column(say("an.indicators.full"), "mark"),
    )
    rows = [_indicator(one, say) for one in (*weighed, *(one for one in found.indicators if one.deducts))]
    yield Table(columns, tuple(rows), say("an.indicators.table"))


def short(name: str) -> str:
    """A name that stands in one line beside a bar."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _chart(heaviest: list[Indicator], say: AnalysisSpeech) -> Figure:
    names = tuple(short(one.node.name) for one in heaviest)
    shown = tuple(say.share(one.weight) for one in heaviest)
    series = Series("", tuple(one.weight for one in heaviest), shown)
    words = say.joined((f"{name} {text}" for name, text in zip(names, shown, strict=True)), "semicolon")
    top = max((one.weight for one in heaviest), default=Fraction(1)) or Fraction(1)
    return Figure(Bars(names, (series,), top), say("an.indicators.figure", count=len(heaviest)), words)


def _indicator(one: Indicator, say: AnalysisSpeech) -> Row:
    full = {True: "an.full.yes", False: "an.full.no", None: "an.full.open"}[one.full]
    return Row(
        (
            Cell(one.node.id),
            Cell(one.node.name),
            Cell(say("an.deducts") if one.deducts else say.share(one.weight)),
            Cell(say.stretch(one.range)),
            Cell("∞" if one.most is None else say.points(one.most)),
            Cell("—") if one.deducts else Cell(say(full), "bad" if one.full is False else ""),
        )
    )


def quantities(found: Totals, say: AnalysisSpeech) -> Iterator[Block]:
    bounded = [(one.most, one) for one in found.quantities if one.most is not None]
    rows = sorted(bounded, key=lambda row: -row[0])[:MANY]
    if not rows:
        return
    yield Paragraph(say("an.quantities.text"))
    columns = (
        Column(say("an.quantities.name"), "text", 5),
        Column(say("an.quantities.most"), "number"),
        Column(say("an.quantities.leaves"), "text", 4),
    )
    cells = (
        (
            Cell(say.label(one.quantity), remark=one.quantity.name),
            Cell(say.points(most)),
            Cell(_leaves(one.leaves, say)),
        )
        for most, one in rows
    )
    yield Table(columns, tuple(Row(row) for row in cells), say("an.quantities.table"))


def _leaves(leaves: tuple[Node, ...], say: AnalysisSpeech) -> str:
    return say.listed(node.id for node in leaves)


def readings(found: Totals, say: AnalysisSpeech) -> Iterator[Block]:
    if not found.readings:
        return
    given = found.given is not None
    columns = (
        Column(say("an.readings.reading"), "text", 6),
        Column(say("an.leafreadings.now"), "number"),
        Column(say("an.leafreadings.so"), "number"),
        Column(say("an.leafreadings.total"), "number"),
        *((Column(say("an.readings.given"), "number"),) if given else ()),
    )
    rows = tuple(Row(tuple(_reading(one, given, say))) for one in found.readings)
    yield Table(columns, rows, say("an.leafreadings.table"))


def _reading(one: LeafReading, given: bool, say: AnalysisSpeech) -> Iterator[Cell]:
    if one.node is None:
        yield Cell(say("an.leafreadings.profile", id=one.scheme.id))
        yield Cell("")
        yield Cell("")
    else:
        name = one.reading.label or one.reading.name if one.reading else say("an.leafreadings.own")
        yield Cell(say.named(one.node), lines=(name,))
        yield Cell(say.stretch(Ranges().of(say.scheme.calculation(one.node).body)))
        yield Cell(say.stretch(one.range))
    yield Cell(say.stretch(one.total))
    if given:
        yield Cell("—" if one.given is None else say.points(one.given))
