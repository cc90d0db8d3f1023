"""Rubric standards: the profile, figures by branch, weak spots with their descriptors, gaps, perception, supporting documents.

In: facts. Out: blocks. Nothing is weighed and nothing is judged that the document does not judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.model import Descriptor
from ctmm_dsl.report.quantified import Characteristic, weakness
from ctmm_dsl.report.values import Facts
from ctmm_dsl.score import Pair, RubricScore
from generators.charts.values import Bars, Series
from generators.report.page import Block, Cell, Column, Figure, Paragraph, Row, Table
from generators.report.scores import in_words, shaped
from generators.report.speech import Speech

SHOWN = 10


def profile(facts: Facts, whole: RubricScore, say: Speech) -> Iterator[Block]:
    """How many leaves stand at each level, now and planned; then the figures of the branches."""
    layer = _layer(facts, say)
    names = tuple(say.level(level) for level in whole.profile)
    series = tuple(
        _series(when, tuple(getattr(pair, when) for pair in whole.profile.values()), say) for when in ("now", "planned")
    )
    top = max(max(one.values) for one in series)
    yield Figure(
        Bars(names, series, max(top, Fraction(1))), say("profile.figure", layer=layer), in_words(names, series, say)
    )
    columns = (
        Column(say("column.level"), "text", 4),
        Column(say("column.now"), "number"),
        Column(say("column.planned"), "number"),
    )
    rows = tuple(
        Row((Cell(name), Cell(str(pair.now)), Cell(str(pair.planned))))
        for name, pair in zip(names, whole.profile.values(), strict=True)
    )
    yield Table(columns, rows, say("profile.table", layer=layer))


def figures(facts: Facts, whole: RubricScore, say: Speech) -> Iterator[Block]:
    """A radar of the outermost nodes, and the tree with its figures."""
    rows = whole.children
    names = tuple(row.node.name for row in rows if row.node)
    series = tuple(_series(when, tuple(getattr(row.figure, when) for row in rows), say) for when in ("now", "planned"))
    top = Fraction(max(level.number for level in say.standard.levels))
    caption = say("figures.figure", layer=say.layer(0))
    yield Figure(shaped(names, series, top, None, ""), caption, in_words(names, series, say))
    columns = (Column(say("column.id"), "code"), Column(say("column.name"), "text", 6), *_figure_columns(say))
    total = Row((Cell(""), Cell(say("whole")), *_figures(whole)), strong=True)
    yield Table(columns, (total, *_branches(whole.children, 0, say)), say("figures.table", layer=say.layer(0)), 1)


def _series(when: str, numbers: tuple[int, ...], say: Speech) -> Series:
    return Series(say(f"column.{when}"), tuple(Fraction(one) for one in numbers), tuple(map(str, numbers)))


def _figure_columns(say: Speech) -> tuple[Column, ...]:
    return (
        Column(say("column.now"), "number"),
        Column(say("column.planned"), "number"),
        Column(say("column.gap"), "number"),
        Column(say("column.reached"), "mark", 4),
    )


def _figures(row: RubricScore) -> tuple[Cell, ...]:
    now, planned = row.figure.now, row.figure.planned
    return Cell(str(now)), Cell(str(planned)), Cell(gap(row.gap)), Cell(arrow(row.reached))


def gap(levels: int) -> str:
    return f"+{levels}" if levels > 0 else str(levels).replace("-", "−")


def arrow(pair: Pair) -> str:
    return f"{pair.now} → {pair.planned}"


def _branches(rows: tuple[RubricScore, ...], depth: int, say: Speech) -> Iterator[Row]:
    for row in rows:
        assert row.node
        yield Row((Cell(row.node.id), Cell(row.node.name), *_figures(row)), depth)
        yield from _branches(row.children, depth + 1, say)


def _layer(facts: Facts, say: Speech) -> str:
    return say.leaf_layer(one.node for one in facts.characteristics)


# ---- weak spots and gaps ---------------------------------------------------------------------------------------


def weak(facts: Facts, say: Speech) -> Iterator[Block]:
    yield Paragraph(say("weak.text"), "quiet")
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 5),
        Column(say("column.now"), "number"),
        Column(say("column.planned"), "number"),
        Column(say("weak.present"), "text", 7),
        Column(say("weak.following"), "text", 7),
    )
    rows = tuple(
        Row(
            (
                *_named(one, say),
                Cell(str(one.figure.now)),
                Cell(str(one.figure.planned)),
                Cell(_text(one.present)) if one.answered else Cell(say("weak.unanswered"), "warn"),
                Cell(_text(one.following)) if one.following else Cell(say("weak.top"), "quiet"),
            )
        )
        for one in sorted(facts.characteristics, key=weakness)[:SHOWN]
    )
    yield Table(columns, rows, say("weak.table", layer=_layer(facts, say)), 1)


def gaps(facts: Facts, say: Speech) -> Iterator[Block]:
    layer = _layer(facts, say)
    rising = sorted((one for one in facts.characteristics if one.gap > 0), key=lambda one: -one.gap)
    if not rising:
        yield Paragraph(say("gaps.none"))
        return
    flat = len(facts.characteristics) - len(rising)
    yield Paragraph(say("gaps.text", count=len(rising), layer=layer, steps=sum(one.gap for one in rising), flat=flat))
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 5),
        Column(say("column.now"), "number"),
        Column(say("column.planned"), "number"),
        Column(say("column.gap"), "number"),
        Column(say("gaps.target"), "text", 9),
    )
    rows = tuple(
        Row(
            (
                *_named(one, say),
                Cell(str(one.figure.now)),
                Cell(str(one.figure.planned)),
                Cell(gap(one.gap)),
                Cell(_text(one.target)),
            )
        )
        for one in rising[:SHOWN]
    )
    yield Table(columns, rows, say("gaps.table", layer=layer), 1)


def _named(one: Characteristic, say: Speech) -> tuple[Cell, Cell]:
    return Cell(one.node.id), Cell(one.node.name, remark=say.above(one.path))


def _text(descriptor: Descriptor | None) -> str:
    return descriptor.text if descriptor else ""


# ---- perception ------------------------------------------------------------------------------------------------


def perception(facts: Facts, say: Speech) -> Iterator[Block]:
    """Where respondents differ most."""
    groups = facts.assessment.respondents or {}
    named = [
        say("perception.group", group=group or say("perception.group.none"), count=count)
        for group, count in groups.items()
    ]
    of_groups = say("bracket", text=say.joined(named)) if any(groups) else ""
    differing = [one for one in facts.characteristics if one.spread or one.between_groups]
    differing.sort(key=lambda one: (-one.between_groups, -one.spread))
    yield Paragraph(say("perception.text", count=sum(groups.values()), groups=of_groups))
    if not differing:
        yield Paragraph(say("perception.none"))
        return
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 5),
        Column(say("perception.spread"), "mark", 4),
        Column(say("perception.between"), "mark", 4),
        Column(say("perception.groups"), "text", 6),
    )
    yield Table(
        columns,
        tuple(_differing(one, say) for one in differing[:SHOWN]),
        say("perception.table", layer=_layer(facts, say)),
        1,
    )


def _differing(one: Characteristic, say: Speech) -> Row:
    assert one.perception
    spread, between = one.perception.spread, one.perception.gap
    groups = say.joined((f"{group} {arrow(pair)}" for group, pair in one.perception.groups.items()), "semicolon")
    return Row(
        (
            *_named(one, say),
            Cell(f"{spread.now} / {spread.planned}"),
            Cell(f"{between.now} / {between.planned}"),
            Cell(groups),
        )
    )


# ---- documents -------------------------------------------------------------------------------------------------


def documents(facts: Facts, say: Speech) -> Iterator[Block]:
    """What the standard itself names that helps with the weakest."""
    layer = _layer(facts, say)
    helped = [one for one in sorted(facts.characteristics, key=weakness)[:SHOWN] if one.documents]
    if not helped:
        return
    yield Paragraph(say("documents.text", layer=layer), "quiet")
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 5),
        Column(say("documents.name"), "text", 5),
        Column(say("documents.on"), "text", 6),
    )
    rows = []
    for one in helped:
        for at, document in enumerate(one.documents):
            names = _named(one, say) if at == 0 else (Cell(""), Cell(""))
            rows.append(Row((*names, Cell(document.support.name), Cell(document.support.text))))
    yield Table(columns, tuple(rows), say("documents.table", layer=layer), 1)
