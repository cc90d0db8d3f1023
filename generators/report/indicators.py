"""Formula standards: what is deducted, which indicators lose most, and every indicator with its formula and the data reported.

In: facts. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.expression.text import calculation
from ctmm_dsl.model import Formula
from ctmm_dsl.report.quantified import Deduction, Indicator
from ctmm_dsl.report.values import Facts
from generators.charts.values import Bars, Series
from generators.report.page import Block, Cell, Column, Figure, Heading, Paragraph, Row, Table
from generators.report.speech import Speech

SHOWN = 15
DRAWN = 10


def deductions(facts: Facts, say: Speech) -> Iterator[Block]:
    """The leaves that only take points off."""
    taking = [one for one in facts.deductions if one.points != 0]
    if taking:
        total = (
            None
            if any(one.points is None for one in taking)
            else sum((one.points or Fraction(0) for one in taking), Fraction(0))
        )
        yield Paragraph(say("deductions.some", count=len(taking), points=say.points(total)))
    else:
        yield Paragraph(say("deductions.none"))
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 6),
        Column(say("formulas.data"), "text", 7),
        Column(say("column.deducted"), "number"),
        Column(say("column.most"), "number"),
    )
    rows = tuple(
        Row(
            (
                Cell(one.node.id),
                Cell(one.node.name, remark=say.above(one.path)),
                _data(one, say),
                Cell(say.points(one.points), "bad" if one.points else ""),
                Cell(say.points(one.most)),
            )
        )
        for one in facts.deductions
    )
    yield Table(columns, rows, say("deductions.table"), 1)


def lost(facts: Facts, say: Speech) -> Iterator[Block]:
    """The indicators by the points that they lose: the chart, then the table with what they rest on."""
    losing = sorted((one for one in facts.indicators if one.lost), key=lambda one: -(one.lost or Fraction(0)))
    if not losing:
        yield Paragraph(say("indicators.none"))
        return
    yield Paragraph(
        say("indicators.text" if len(losing) > SHOWN else "indicators.text.all", count=len(losing)), "quiet"
    )
    drawn = losing[:DRAWN]
    series = Series(
        say("indicators.lost"),
        tuple(one.lost or Fraction(0) for one in drawn),
        tuple(say.points(one.lost) for one in drawn),
    )
    names = tuple(one.node.name for one in drawn)
    words = say.joined((f"{name} {shown}" for name, shown in zip(names, series.shown, strict=True)), "semicolon")
    yield Figure(Bars(names, (series,), max(series.values)), say("indicators.figure"), words)
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 5),
        Column(say("formulas.data"), "text", 7),
        Column(say("column.score"), "number"),
        Column(say("column.weight"), "number"),
        Column(say("column.lost"), "number"),
    )
    rows = tuple(
        Row(
            (
                Cell(one.node.id),
                Cell(one.node.name, remark=say.above(one.path)),
                _data(one, say),
                Cell(say.score(one.points)),
                Cell(say.share(one.weight)),
                Cell(say.points(one.lost)),
            )
        )
        for one in losing[:SHOWN]
    )
    yield Table(columns, rows, say("indicators.table"), 1)


def formulas(facts: Facts, say: Speech) -> Iterator[Block]:
    """Every indicator with its formula and data, a table for each domain."""
    leaves: list[Indicator | Deduction] = [*facts.indicators, *facts.deductions]
    order = {node.id: at for at, node in enumerate(say.standard.walk())}
    leaves.sort(key=lambda one: order[one.node.id])
    for domain in say.standard.domains:
        own = [one for one in leaves if one.path[0] is domain]
        if own:
            yield Heading(f"{domain.id} {domain.name}", 3)
            yield _formulas(own, say)


def _formulas(leaves: list[Indicator | Deduction], say: Speech) -> Table:
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 4),
        Column(say("formulas.calculation"), "text", 7),
        Column(say("formulas.data"), "text", 6),
        Column(say("column.score"), "number"),
    )
    rows = []
    for one in leaves:
        points = Cell(say.score(one.points)) if isinstance(one, Indicator) else Cell(f"−{say.points(one.points)}")
        rows.append(
            Row(
                (
                    Cell(one.node.id),
                    Cell(one.node.name, remark=_reading(one, say)),
                    _calculation(one, say),
                    _data(one, say),
                    points,
                )
            )
        )
    return Table(columns, tuple(rows), spoken=1)


def _calculation(one: Indicator | Deduction, say: Speech) -> Cell:
    first, *rest = calculation(one.calculation, say.language)
    return Cell(first, lines=tuple(rest))


def _data(one: Indicator | Deduction, say: Speech) -> Cell:
    lines = [
        say("value.text", label=say.label(row.quantity), value=say.value(row.quantity, row.value))
        for row in one.reported
    ]
    return Cell(lines[0], lines=tuple(lines[1:])) if lines else Cell("")


def _reading(one: Indicator | Deduction, say: Speech) -> str:
    """That a profile reads the document otherwise."""
    leaf = one.node.leaf
    if one.reading is None or not isinstance(leaf, Formula):
        return ""
    label = next((reading.label for reading in leaf.readings if reading.name == one.reading), "")
    return say("formulas.reading", label=label or one.reading)
