"""What backs the answers, and what other standards offer on weak spots.

In: facts. Out: blocks. Evidence and remarks are the city's own words, shown as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.assessment import Remark
from ctmm_dsl.render.mapped import MATCHES, TURNED
from ctmm_dsl.report.others import Offer, Related
from ctmm_dsl.report.values import Answered, Facts
from generators.report.balance import answer_of
from generators.report.page import Block, Callout, Cell, Column, Heading, Paragraph, Row, Table
from generators.report.speech import Speech

LISTED = 40
DATA = 6
OFFERED = 8


def evidence(facts: Facts, say: Speech) -> Iterator[Block]:
    backing = facts.backing
    if backing.unbacked and say.scheme.scale:
        lowest = min(say.scheme.scale.answers, key=lambda answer: answer.points)
        shown = say.listed(backing.unbacked[:LISTED]) + ("…" if len(backing.unbacked) > LISTED else "")
        title = say("evidence.unbacked.title", count=len(backing.unbacked))
        yield Callout(title, (say("evidence.unbacked", lowest=lowest.label, ids=shown),), "warn")
    if not backing.remarks:
        yield Paragraph(say("evidence.none"))
        return
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("evidence.what"), "text", 9),
        Column(say("evidence.answer"), "mark", 3),
        Column(say("evidence.evidence"), "text", 6),
        Column(say("evidence.note"), "text", 4),
    )
    answered = {one.clause.id: one for one in facts.answered}
    yield Table(columns, tuple(_remark(one, answered, facts, say) for one in backing.remarks), say("evidence.table"))


def _remark(one: Remark, answered: dict[str, Answered], facts: Facts, say: Speech) -> Row:
    what, answer = _what(one, answered, facts, say)
    who = one.respondent or one.group
    listed = Cell(one.evidence[0], lines=one.evidence[1:]) if one.evidence else Cell("")
    by = say("evidence.by", who=say.joined(filter(None, (one.respondent, one.group)))) if who else ""
    return Row((Cell(one.id), Cell(what, remark=by), Cell(answer), listed, Cell(one.note)))


def _what(one: Remark, answered: dict[str, Answered], facts: Facts, say: Speech) -> tuple[str, str]:
    """What is assessed, and the answer."""
    match one.kind:
        case "clause":
            found = answered[one.id]
            return found.clause.text, answer_of(found, say)
        case "rubric":
            return say.standard.nodes[one.id].name, ""
    quantity = say.standard.reported[one.id]
    return say.label(quantity), say.value(quantity, facts.assessment.values.get(one.id))


# ---- offers ----------------------------------------------------------------------------------------------------


def offers(facts: Facts, say: Speech) -> Iterator[Block]:
    """For each weak leaf, what is related to it elsewhere."""
    yield Paragraph(say("offers.text"), "quiet")
    for offer in facts.offers[:OFFERED]:
        yield Heading(f"{offer.weak.id} {offer.weak.name}", 3)
        yield _offer(offer, say)


def _offer(offer: Offer, say: Speech) -> Table:
    columns = (
        Column(say("offers.standard"), "text", 4),
        Column(say("offers.node"), "text", 5),
        Column(say("offers.relation"), "mark"),
        Column(say("offers.use"), "text", 8),
    )
    return Table(columns, tuple(_related(offer, one, say) for one in offer.related), spoken=1)


def _related(offer: Offer, one: Related, say: Speech) -> Row:
    standard = one.standard.facts.get("number") or one.standard.name
    through = "" if one.asking is offer.weak else say("offers.through", node=f"{one.asking.id} {one.asking.name}")
    relation = one.row.relation
    if one.row.source_node is not one.asking:
        relation = TURNED.get(relation, relation)
    useful = list(_useful(one, say))
    return Row(
        (
            Cell(standard, remark=one.standard.name if standard != one.standard.name else ""),
            Cell(f"{one.node.id} {one.node.name}", remark=through),
            Cell(MATCHES[relation][say.language]),
            Cell(useful[0], lines=tuple(useful[1:])) if useful else Cell("—"),
        )
    )


def _useful(one: Related, say: Speech) -> Iterator[str]:
    labels = list(dict.fromkeys(say.label(datum.quantity) for datum in one.data))
    if labels:
        more = say("offers.more", count=len(labels)) if len(labels) > DATA else ""
        yield f"{say('offers.data')}{say('colon')}{say.joined(labels[:DATA])}{' ' + more if more else ''}"
    for help_ in one.documents[:DATA]:
        yield f"{say('offers.document')}{say('colon')}{help_.support.name} {help_.support.text}".rstrip()
