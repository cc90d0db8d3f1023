"""Scores by domain: a radar with its table; then, further back, every node's score in tables.

In: facts. Out: blocks. With a ladder the radar shows the level reached and the one that follows, the tables every level.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.report.values import Facts, LevelStanding, Standing
from ctmm_dsl.score import NodeScore, Scored
from generators.charts.values import Bars, Chart, Radar, Series
from generators.report.page import Beside, Block, Cell, Column, Figure, Heading, Paragraph, Row, Table
from generators.report.speech import Speech

FULL = Fraction(100)
BELOW = "△ "
FEWEST, MOST = 3, 12
"""With fewer axes a radar shows nothing, with more nobody reads it."""


def domains(facts: Facts, say: Speech) -> Iterator[Block]:
    """The outermost nodes."""
    if facts.standing:
        yield from _by_level(facts.standing, say)
    if facts.result.tree:
        yield from _by_total(facts, facts.result.tree, say)


def details(facts: Facts, say: Speech) -> Iterator[Block]:
    """A table for each domain that has more below it."""
    trees = [one.tree for one in facts.standing.levels] if facts.standing else []
    trees += [facts.result.tree] if facts.result.tree else []
    for at, row in enumerate(trees[0].domains if trees else ()):
        if row.children:
            yield Heading(f"{row.node.id} {row.node.name}", 3)
            rows = [tree.domains[at] for tree in trees]
            yield _levels_below(facts.standing, rows, say) if facts.standing else _totals_below(facts, row, say)


def shaped(
    names: tuple[str, ...], series: tuple[Series, ...], top: Fraction, mark: Fraction | None, words: str
) -> Chart:
    """A radar where it can be read, else bars."""
    if FEWEST <= len(names) <= MOST:
        return Radar(names, series, top, mark, words)
    return Bars(names, series, top, mark, words)


# ---- levels ----------------------------------------------------------------------------------------------------


def _by_level(standing: Standing, say: Speech) -> Iterator[Block]:
    layer = say.layer(0)
    shown = [one for one in standing.levels if one.level.number in (standing.level, standing.following)]
    weighing = [at for at, row in enumerate(standing.levels[0].tree.domains) if row.node.weighs]
    names = tuple(standing.levels[0].tree.domains[at].node.name for at in weighing)
    series = tuple(
        Series(
            say.level(one.level.number),
            tuple(one.tree.domains[at].score or Fraction(0) for at in weighing),
            tuple(say.score(one.tree.domains[at].score) for at in weighing),
        )
        for one in shown
    )
    chart = shaped(names, series, FULL, standing.threshold, say("threshold", threshold=decimal(standing.threshold)))
    caption = say("scores.figure", layer=layer, levels=say.joined(one.name for one in series))
    yield Beside(Figure(chart, caption, in_words(names, series, say)), _narrow(shown, weighing, layer, say))
    yield _table(standing, say)
    under = say("under.strict" if standing.strict else "under.loose", threshold=decimal(standing.threshold))
    yield Paragraph(say("scores.note", under=under), "quiet")


def _narrow(shown: list[LevelStanding], weighing: list[int], layer: str, say: Speech) -> Block:
    """Beside the radar: the same figures, and the weights."""
    columns: tuple[Column, ...] = (Column(layer, "text", 4), Column(say("column.weight"), "number", 2))
    columns += tuple(Column(say.level(one.level.number), "number", 3) for one in shown)
    rows = []
    for at in weighing:
        node = shown[0].tree.domains[at].node
        scores = (_score(one.tree.domains[at].score, say) for one in shown)
        rows.append(Row((Cell(node.name), Cell(say.share(say.scheme.weights[node.id])), *scores)))
    rows.append(Row((Cell(say("whole")), Cell(""), *(_score(one.score, say) for one in shown)), strong=True))
    return Table(columns, tuple(rows))


def _score(score: Fraction | None, say: Speech) -> Cell:
    """A score, marked where it would not pass by itself."""
    shown = say.score(score)
    ladder = say.scheme.ladder
    if score is None or ladder is None or score > ladder.threshold or (score == ladder.threshold and not ladder.strict):
        return Cell(shown)
    return Cell(BELOW + shown, "warn")


def _table(standing: Standing, say: Speech) -> Table:
    columns: tuple[Column, ...] = (Column(say("column.id"), "code"), Column(say.layer(0), "text", 4))
    columns += tuple(Column(say.level_brief(one.level.number), "number", 2) for one in standing.levels)
    rows = [
        _across([one.tree.domains[at] for one in standing.levels], 0, say)
        for at in range(len(standing.levels[0].tree.domains))
    ]
    total = Row((Cell(""), Cell(say("whole")), *(_score(one.score, say) for one in standing.levels)), strong=True)
    return Table(columns, (*rows, total), say("scores.table", layer=say.layer(0)), 1)


def _across(rows: list[NodeScore], depth: int, say: Speech) -> Row:
    """A node at every level. What only deducts shows what it takes off."""
    node = rows[0].node
    scores = (_score(row.score, say) if node.weighs else Cell(minus(row.deducted, say)) for row in rows)
    return Row((Cell(node.id), Cell(node.name), *scores), depth)


def minus(points: Fraction | None, say: Speech) -> str:
    shown = say.points(points)
    return shown if not points else f"−{shown}"


def _levels_below(standing: Standing, rows: list[NodeScore], say: Speech) -> Table:
    columns: tuple[Column, ...] = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 6),
        Column(say("column.weight"), "number"),
    )
    columns += tuple(Column(say.level_brief(one.level.number), "number", 2) for one in standing.levels)
    weight = say.scheme.weights.get(rows[0].node.id, Fraction(1))
    found = tuple(_walk(rows, weight, 0, say))
    node = rows[0].node
    top = (_score(row.score, say) if node.weighs else Cell(minus(row.deducted, say)) for row in rows)
    whole = Row((Cell(node.id), Cell(node.name), Cell(say.share(weight) if node.weighs else ""), *top), strong=True)
    return Table(columns, (whole, *found), spoken=1)


def _walk(rows: list[NodeScore], weight: Fraction, depth: int, say: Speech) -> Iterator[Row]:
    for at, child in enumerate(rows[0].children):
        own = [row.children[at] for row in rows]
        of_total = weight * say.scheme.weights.get(child.node.id, Fraction(1))
        found = _across(own, depth, say)
        share = Cell(say.share(of_total) if child.node.weighs else "")
        yield Row((*found.cells[:2], share, *found.cells[2:]), depth)
        yield from _walk(own, of_total, depth + 1, say)


# ---- totals ----------------------------------------------------------------------------------------------------


def _by_total(facts: Facts, tree: Scored, say: Speech) -> Iterator[Block]:
    layer = say.layer(0)
    rows = [row for row in tree.domains if row.node.weighs]
    names = tuple(row.node.name for row in rows)
    series = (
        Series(
            say("column.score"),
            tuple(row.score or Fraction(0) for row in rows),
            tuple(say.score(row.score) for row in rows),
        ),
    )
    chart = shaped(names, series, FULL, None, "")
    figure = Figure(chart, say("total.figure", layer=layer), in_words(names, series, say))
    yield Beside(figure, _totals(facts, tree, say))


def _totals(facts: Facts, tree: Scored, say: Speech) -> Table:
    columns = (
        Column(say.layer(0), "text", 4),
        Column(say("column.weight"), "number"),
        Column(say("column.score"), "number"),
        Column(say("column.contributes"), "number"),
    )
    rows = [_of_total(row, say.scheme.weights.get(row.node.id, Fraction(0)), 0, say, False) for row in tree.domains]
    total = Row((Cell(say("tile.total")), Cell(""), Cell(""), Cell(say.score(tree.total))), strong=True)
    return Table(columns, (*rows, total), say("total.table", layer=say.layer(0)))


def _of_total(row: NodeScore, weight: Fraction, depth: int, say: Speech, coded: bool) -> Row:
    """A node with what it counts in the total: its weighted score, less what it deducts."""
    node = row.node
    worth = None if row.score is None or row.deducted is None else row.score * weight * node.weighs - row.deducted
    counts = say.points(worth)
    cells = (
        Cell(node.name),
        Cell(say.share(weight) if node.weighs else ""),
        Cell(say.score(row.score) if node.weighs else ""),
        Cell(counts),
    )
    return Row((Cell(node.id), *cells) if coded else cells, depth)


def _totals_below(facts: Facts, row: NodeScore, say: Speech) -> Table:
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 7),
        Column(say("column.weight"), "number"),
        Column(say("column.score"), "number"),
        Column(say("column.contributes"), "number"),
    )
    weight = say.scheme.weights.get(row.node.id, Fraction(0))
    whole = _of_total(row, weight, 0, say, True)
    return Table(columns, (Row(whole.cells, 0, True), *_below(row, weight, 0, say)), spoken=1)


def _below(row: NodeScore, weight: Fraction, depth: int, say: Speech) -> Iterator[Row]:
    for child in row.children:
        of_total = weight * say.scheme.weights.get(child.node.id, Fraction(0))
        yield _of_total(child, of_total, depth, say, True)
        yield from _below(child, of_total, depth + 1, say)


def in_words(names: tuple[str, ...], series: tuple[Series, ...], say: Speech) -> str:
    """What a chart shows, in words."""
    return say.joined(
        (
            say(
                "scores.words",
                name=one.name,
                scores=say.joined(f"{name} {shown}" for name, shown in zip(names, one.shown, strict=True)),
            )
            for one in series
        ),
        "semicolon",
    )
