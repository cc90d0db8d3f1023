"""What the summary of rubrics does.

In: what the analysis found. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ctmm_dsl.analysis.formula_values import Middle, Rubrics
from ctmm_dsl.analysis.rubrics import other_median
from ctmm_dsl.score import score
from generators.analysis.speech import AnalysisSpeech
from generators.report.page import Block, Cell, Column, Paragraph, Row, Table


def medians(found: Rubrics, say: AnalysisSpeech) -> Iterator[Block]:
    median, other = (say(f"an.median.{'low' if low else 'high'}") for low in (found.low, not found.low))
    whole = found.whole
    yield Paragraph(say("an.rubrics.text", leaves=whole.leaves, median=median, needed=whole.needed))
    if found.differs is None:
        yield Paragraph(say("an.rubrics.same"))
    else:
        instead = score(other_median(say.scheme), found.differs.assessment).rubric
        now = found.differs.result.rubric
        assert instead and now
        words = {"other": other, "count": str(whole.other), "example": found.differs.key}
        yield Paragraph(say("an.rubrics.other", **words, level=now.figure.now, instead=instead.figure.now))
    if found.given:
        now_, instead_ = found.given
        yield Paragraph(say("an.rubrics.given", now=now_, other=other, instead=instead_), "strong")
    if found.nodes:
        yield _table(found.nodes, say)
    yield _people(found.respondents, say)


def _table(nodes: tuple[Middle, ...], say: AnalysisSpeech) -> Table:
    columns = (
        Column(say("column.id"), "code"),
        Column(say("column.name"), "text", 5),
        *(Column(say(f"an.rubrics.{key}"), "number") for key in ("leaves", "needed", "instead")),
    )
    rows = tuple(
        Row(
            (
                Cell(one.node.id),
                Cell(one.node.name),
                *(Cell(str(number)) for number in (one.leaves, one.needed, one.other)),
            ),
            depth=one.node.layer,
        )
        for one in nodes
        if one.node
    )
    return Table(columns, rows, say("an.rubrics.table"))


def _people(rows: tuple[Middle, ...], say: AnalysisSpeech) -> Table:
    columns = (
        Column(say("an.rubrics.people.count"), "number"),
        Column(say("an.rubrics.people.needed"), "number"),
        Column(say("an.rubrics.instead"), "number"),
    )
    cells = tuple(Row(tuple(Cell(str(number)) for number in (one.leaves, one.needed, one.other))) for one in rows)
    return replace(Table(columns, cells, say("an.rubrics.people")), spoken=0)
