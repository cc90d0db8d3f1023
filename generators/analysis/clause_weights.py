"""What single clauses weigh: the heaviest and lightest at each level, and one clause of each leaf.

In: what the analysis found of a ladder. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.analysis.values import LevelWeights, OfLadder
from generators.analysis.speech import AnalysisSpeech
from generators.charts.values import Bars, Series
from generators.report.page import Block, Cell, Column, Figure, Paragraph, Row, Table

MOST_BARS = 24


def clause_weights(found: OfLadder, say: AnalysisSpeech) -> Iterator[Block]:
    yield Paragraph(say("an.weights.text"))
    yield _extremes(found, say)
    last = found.weights[-1]
    if len(last.leaves) > 1:
        if len(last.leaves) <= MOST_BARS:
            yield _chart(last, say)
        yield _leaves(found, say)


def _extremes(found: OfLadder, say: AnalysisSpeech) -> Table:
    columns = (
        Column(say("column.level"), "text", 4),
        *(Column(say(f"an.weights.{key}"), "number") for key in ("most", "least", "ratio", "gini")),
        Column(say("an.weights.heaviest"), "text", 6),
        Column(say("an.weights.lightest"), "text", 6),
    )
    rows = tuple(
        Row(
            (
                Cell(say.level(one.level.number)),
                Cell(say.share(one.most)),
                Cell(say.share(one.least)),
                Cell(say.points(one.ratio) if one.ratio is not None else "∞"),
                Cell(say.points(one.gini), remark=str(one.gini)),
                Cell(say.some([clause.id for clause in one.heaviest])),
                Cell(say.some([clause.id for clause in one.lightest])),
            )
        )
        for one in found.weights
    )
    return Table(columns, rows, say("an.weights.table"))


def _chart(last: LevelWeights, say: AnalysisSpeech) -> Figure:
    leaves = sorted(last.leaves, key=lambda leaf: -leaf.weight)
    names = tuple(say.named(leaf.path[-1]) for leaf in leaves)
    shown = tuple(say.share(leaf.weight) for leaf in leaves)
    series = Series("", tuple(leaf.weight for leaf in leaves), shown)
    layer = say.leaf_layer(leaf.path[-1] for leaf in leaves)
    words = say.joined((f"{name} {text}" for name, text in zip(names, shown, strict=True)), "semicolon")
    caption = say("an.weights.figure", level=say.level(last.level.number), layer=layer)
    return Figure(Bars(names, (series,), max(leaf.weight for leaf in leaves) or last.most), caption, words)


def _leaves(found: OfLadder, say: AnalysisSpeech) -> Table:
    last = found.weights[-1]
    columns = (
        Column(say("column.id"), "code"),
        Column(say("column.name"), "text", 4),
        *(Column(say.level_brief(row.level.number), "number") for row in found.weights),
    )
    rows = []
    for at, leaf in enumerate(last.leaves):
        same = [row.leaves[at] for row in found.weights]
        cells = (Cell(say("an.weights.leaf", weight=say.share(one.weight), count=one.clauses)) for one in same)
        rows.append(Row((Cell(leaf.path[-1].id), Cell(leaf.path[-1].name), *cells)))
    layer = say.leaf_layer(leaf.path[-1] for leaf in last.leaves)
    return Table(columns, tuple(rows), say("an.weights.leaves", layer=layer))
