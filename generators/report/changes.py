"""What changed from one assessment to another, kind by kind.

In: changes. Out: blocks. Also of two assessors: the values that they report differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctmm_dsl.model import Answer, Node
from ctmm_dsl.report.comparison_values import (
    Changes,
    ClauseChange,
    IndicatorChange,
    RubricChange,
    RubricDispute,
    ValueChange,
)
from generators.report.characteristics import arrow
from generators.report.page import Block, Cell, Column, Heading, Paragraph, Row, Table
from generators.report.speech import Speech

SHOWN = 60
Heads = tuple[str, str]
"""What the two are called."""


def changed(found: Changes, level: int | None, say: Speech) -> Iterator[Block]:
    """Each kind of change under a heading of its own; `level`: the one that clauses are counted at."""
    heads = found.before.name, found.after.name
    if not (found.clauses or found.values or found.indicators or found.rubrics):
        yield Paragraph(say("changes.none"))
    if found.clauses:
        yield Heading(say("changes.clauses"), 3)
        yield from _clauses(found.clauses, level, heads, say)
    if found.indicators:
        yield Heading(say("changes.indicators"), 3)
        yield from _indicators(found.indicators, heads, say)
    if found.values:
        yield Heading(say("changes.values"), 3)
        yield from values(found.values, heads, say)
    if found.rubrics:
        yield Heading(say("changes.rubrics", layer=say.leaf_layer(one.path[-1] for one in found.rubrics)), 3)
        yield from rubrics(found.rubrics, heads, say)


def _clauses(found: Sequence[ClauseChange], level: int | None, heads: Heads, say: Speech) -> Iterator[Block]:
    gained = say("changes.gained.level", level=say.level(level)) if level else say("changes.gained")
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("plan.text"), "text", 8),
        Column(heads[0], "mark", 3),
        Column(heads[1], "mark", 3),
        Column(gained, "number", 3),
    )
    rows = [
        Row(
            (
                Cell(one.clause.id),
                Cell(one.clause.text, remark=f"{place(one.path)} · {say.level(one.clause.level)}"),
                Cell(label(one.before, say)),
                Cell(label(one.after, say)),
                Cell(say.signed(one.gained[level]) if level is not None and level in one.gained else "—"),
            )
        )
        for one in found
    ]
    yield from shortened(columns, rows, say)


def _indicators(found: Sequence[IndicatorChange], heads: Heads, say: Speech) -> Iterator[Block]:
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 7),
        Column(heads[0], "number"),
        Column(heads[1], "number"),
        Column(say("changes.gained"), "number"),
    )
    rows = [
        Row(
            (
                *_named(one.path, say),
                Cell(say.score(one.before)),
                Cell(say.score(one.after)),
                Cell(say.signed(one.gained)),
            )
        )
        for one in found
    ]
    yield from shortened(columns, rows, say)


def values(found: Sequence[ValueChange], heads: Heads, say: Speech) -> Iterator[Block]:
    columns = (
        Column(say("column.id"), "code", 4),
        Column(say("column.name"), "text", 6),
        *(Column(head, "number", 3) for head in heads),
    )
    rows = [
        Row(
            (
                Cell(one.quantity.name),
                Cell(say.label(one.quantity)),
                Cell(say.value(one.quantity, one.before)),
                Cell(say.value(one.quantity, one.after)),
            )
        )
        for one in found
    ]
    yield from shortened(columns, rows, say)


def rubrics(found: Sequence[RubricChange | RubricDispute], heads: Heads, say: Speech) -> Iterator[Block]:
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 7),
        *(Column(head, "mark", 3) for head in heads),
    )
    rows = []
    for one in found:
        ends = (one.before, one.after) if isinstance(one, RubricChange) else (one.one, one.other)
        rows.append(Row((*_named(one.path, say), *(Cell(arrow(pair)) for pair in ends))))
    yield from shortened(columns, rows, say)


def shortened(columns: tuple[Column, ...], rows: list[Row], say: Speech) -> Iterator[Block]:
    """A table of so many rows, and how many more there are."""
    yield Table(columns, tuple(rows[:SHOWN]), spoken=1)
    if len(rows) > SHOWN:
        yield Paragraph(say("changes.more", count=len(rows) - SHOWN), "quiet")


def label(answer: Answer | None, say: Speech) -> str:
    return answer.label if answer else say("answer.none")


def place(path: tuple[Node, ...]) -> str:
    return " › ".join(node.name for node in path)


def _named(path: tuple[Node, ...], say: Speech) -> tuple[Cell, Cell]:
    return Cell(path[-1].id), Cell(path[-1].name, remark=say.above(path))
