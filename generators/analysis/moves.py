"""How far the threshold and the weights may move before the level of a given assessment changes.

In: what the analysis found. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.analysis.values import Given, Move
from generators.analysis.speech import AnalysisSpeech
from generators.report.page import Block, Cell, Column, Paragraph, Row, Table


def moves(found: Given, say: AnalysisSpeech) -> Iterator[Block]:
    one = found.threshold
    ends = "" if one.below is None else say("an.moves.lower", level=say.level(one.below))
    ends += "" if one.above is None else say("an.moves.higher", level=say.level(one.above))
    words = {"level": say.level(found.result.level), "range": say.stretch(one.within), "ends": ends}
    yield Paragraph(say("an.moves.threshold", **words), "strong")
    if not found.weights:
        return
    yield Paragraph(say("an.moves.text"))
    bound = sorted((one for one in found.weights if not _free(one)), key=_room)
    if bound:
        keys = ("now", "range", "below", "above")
        columns = (
            Column(say("column.id"), "code"),
            Column(say("column.name"), "text", 4),
            *(Column(say(f"an.moves.{key}"), "number" if key == "now" else "text", 3) for key in keys),
        )
        yield Table(columns, tuple(_row(one, say) for one in bound), say("an.moves.table"))
    free = [one.node.id for one in found.weights if one.node and _free(one)]
    if free:
        yield Paragraph(say("an.moves.free", ids=say.listed(free)))


def _free(one: Move) -> bool:
    return one.below is None and one.above is None


def _room(one: Move) -> Fraction:
    """How far it is to the nearest end at which the level changes."""
    ends = []
    if one.below is not None and one.within.low is not None:
        ends.append(one.now - one.within.low)
    if one.above is not None and one.within.high is not None:
        ends.append(one.within.high - one.now)
    return min(ends)


def _row(one: Move, say: AnalysisSpeech) -> Row:
    assert one.node
    return Row(
        (
            Cell(one.node.id),
            Cell(one.node.name),
            Cell(say.share(one.now)),
            Cell(say.stretch(one.within, percent=True)),
            *(Cell("—" if level is None else say.level(level)) for level in (one.below, one.above)),
        )
    )
