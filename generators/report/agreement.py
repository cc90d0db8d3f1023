"""Two assessors of one city: how far they agree, and what they dispute.

In: their agreement. Out: the figures that lead, and the sections of a report.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.report.comparison_values import Agreement, Assessors, Dispute
from ctmm_dsl.score.as_json import spoken
from generators.report.changes import label, place, rubrics, shortened, values
from generators.report.page import Block, Cell, Column, Paragraph, Row, Table, Tile, Tiles
from generators.report.speech import Speech

Section = tuple[str, list[Block]]


def tiles(found: Assessors, say: Speech) -> Tiles:
    made = []
    if found.agreements:
        first = found.agreements[0]
        made.append(
            Tile(say("agreement.equal"), _share(first.equal, say), say("agreement.equal.text", count=first.items))
        )
        made.append(Tile(say("agreement.kappa"), _kappa(first.kappa, say), say(f"agreement.kind.{first.kind}")))
    count = len(found.disputes) + len(found.rubrics) + len(found.values)
    moving = sum(one.moves for one in found.disputes)
    made.append(
        Tile(
            say("agreement.disputes"),
            str(count),
            say("agreement.disputes.text", count=moving) if found.disputes else "",
        )
    )
    return Tiles(tuple(made))


def sections(found: Assessors, say: Speech) -> Iterator[Section]:
    names = found.one.name, found.other.name
    yield say("agreement.section"), list(_agreement(found, say))
    if found.disputes or found.span or not (found.rubrics or found.values):
        yield say("disputes.section"), list(_disputes(found, say))
    if found.rubrics:
        layer = say.leaf_layer(one.path[-1] for one in found.rubrics)
        yield say("disputes.rubrics", layer=layer), list(rubrics(found.rubrics, names, say))
    if found.values:
        yield say("disputes.values"), list(values(found.values, names, say))


def _agreement(found: Assessors, say: Speech) -> Iterator[Block]:
    if found.span:
        first, second = (say.level(level) for level in found.levels)
        low, high = (say.level(level) for level in found.span)
        said = [
            say("agreement.levels", one=found.one.name, first=first, other=found.other.name, second=second),
            say("agreement.span", low=low, high=high),
        ]
        yield Paragraph(("" if say.language == "zh" else " ").join(said))
    columns = (
        Column(say("agreement.kind"), "text", 3),
        Column(say("agreement.items"), "number"),
        Column(say("agreement.equal"), "number"),
        Column(say("agreement.kappa"), "number"),
        Column(say("agreement.linear"), "number", 3),
        Column(say("agreement.quadratic"), "number", 3),
    )
    if found.agreements:
        yield Table(columns, tuple(_row(one, say) for one in found.agreements), say("agreement.table"))
        yield Paragraph(say("agreement.note"), "quiet")


def _row(one: Agreement, say: Speech) -> Row:
    kappas = (Cell(_kappa(kappa, say)) for kappa in (one.kappa, one.linear, one.quadratic))
    return Row((Cell(say(f"agreement.kind.{one.kind}")), Cell(str(one.items)), Cell(_share(one.equal, say)), *kappas))


def _kappa(kappa: Fraction | None, say: Speech) -> str:
    return say("agreement.undefined") if kappa is None else str(spoken(kappa, None)["shown"]).replace("-", "−")


def _share(share: Fraction | None, say: Speech) -> str:
    return "—" if share is None else say.share(share)


def _disputes(found: Assessors, say: Speech) -> Iterator[Block]:
    if not found.disputes:
        yield Paragraph(say("disputes.none"))
        return
    yield Paragraph(say("disputes.text"), "quiet")
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("plan.text"), "text", 8),
        Column(found.one.name, "mark", 3),
        Column(found.other.name, "mark", 3),
        Column(say("disputes.worth"), "number"),
        Column(say("disputes.moves"), "mark", 3),
    )
    yield from shortened(columns, [_dispute(one, say) for one in found.disputes], say)


def _dispute(one: Dispute, say: Speech) -> Row:
    text = Cell(one.clause.text, remark=f"{place(one.path)} · {say.level(one.clause.level)}")
    moves = Cell(say("yes"), "bad") if one.moves else Cell(say("no"))
    worth = max((abs(points) for points in one.worth.values()), default=Fraction(0))
    return Row(
        (
            Cell(one.clause.id),
            text,
            Cell(label(one.one, say)),
            Cell(label(one.other, say)),
            Cell(say.points(worth)),
            moves,
        )
    )
