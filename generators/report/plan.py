"""The plan to the next level, with why it is the smallest; or what bars the way; and how safe the present level is.

In: outlook and sensitivity of a city. Out: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.report.values import Barrier, Blocked, Facts, Outlook, Plan, Sensitivity, Standing
from generators.report.balance import answer_of, clause_cell
from generators.report.ladder import under
from generators.report.lead import standing_at
from generators.report.page import Block, Callout, Cell, Column, Heading, Paragraph, Row, Table
from generators.report.speech import Speech

MOVERS = 12


def plan_title(standing: Standing, say: Speech) -> str:
    return say("section.plan", level=say.level(standing.following)) if standing.following else say("section.plan.top")


def plan(standing: Standing, outlook: Outlook, say: Speech) -> Iterator[Block]:
    """The cheapest way up, other ways in a line, and the levels that clauses cannot reach."""
    if outlook.top:
        yield Paragraph(say("plan.top"))
    if outlook.plan:
        yield from _cheapest(standing, outlook.plan, say)
    for other in outlook.plans[1:]:
        yield Paragraph(say("plan.others", level=say.level(other.target), count=len(other.improvements)))
    for blocked in outlook.blocked:
        yield from _blocked(standing, blocked, say)


def _cheapest(standing: Standing, found: Plan, say: Speech) -> Iterator[Block]:
    count, level = len(found.improvements), say.level(found.target)
    now = standing_at(standing, found.target)
    threshold = decimal(standing.threshold)
    lines = [
        say(
            "plan.lacking",
            level=level,
            score=say.score(now.score if now else None),
            lacking=say.size(-found.lacking),
            threshold=threshold,
        )
        if found.lacking
        else say("plan.equal", level=level, threshold=threshold),
        say("plan.minimal", count=count, fewer=count - 1) if count > 1 else say("plan.minimal.one"),
        say("plan.after", level=level, score=say.score(found.score), reached=say.level(found.level)),
    ]
    title = say("plan.title", count=count, level=level) if count > 1 else say("plan.title.one", level=level)
    yield Callout(title, tuple(lines), "good")
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("plan.text"), "text", 8),
        Column(say("plan.now"), "mark", 3),
        Column(say("plan.to"), "mark", 3),
        Column(say("plan.gain"), "number"),
    )
    rows = [
        Row(
            (
                Cell(one.answered.clause.id),
                clause_cell(one.answered, say),
                Cell(answer_of(one.answered, say)),
                Cell(one.to.label),
                Cell(say.signed(one.gain)),
            )
        )
        for one in found.improvements
    ]
    total = sum((one.gain for one in found.improvements), Fraction(0))
    rows.append(Row((Cell(""), Cell(say("plan.sum")), Cell(""), Cell(""), Cell(say.signed(total))), strong=True))
    yield Table(columns, tuple(rows), say("plan.table", level=level))


def _blocked(standing: Standing, blocked: Blocked, say: Speech) -> Iterator[Block]:
    level = say.level(blocked.target)
    if blocked.barrier is Barrier.UNBOUNDED:
        why = say("blocked.unbounded", level=level)
    else:
        why = say("blocked.ceiling", level=level, best=say.score(blocked.best), under=under(standing, say))
    yield Callout(say("blocked.title", level=level), (why,), "bad")
    if blocked.held:
        columns = (
            Column(say("column.id"), "code", 3),
            Column(say("column.name"), "text", 7),
            Column(say("blocked.how"), "mark"),
            Column(say("blocked.points"), "number", 3),
        )
        rows = tuple(
            Row(
                (
                    Cell(one.node.id),
                    Cell(one.node.name),
                    Cell(say("blocked.deducts" if one.deducts else "blocked.scores")),
                    Cell(say.points(one.points)),
                )
            )
            for one in blocked.held
        )
        yield Table(columns, rows, say("blocked.held", level=level), 1)


# ---- sensitivity -----------------------------------------------------------------------------------------------


def sensitivity(facts: Facts, found: Sensitivity, say: Speech) -> Iterator[Block]:
    """How far the thresholds are, what loses the level, and the single clauses that move it."""
    said = []
    if found.margin is not None and facts.standing:
        said.append(say("sensitive.margin", level=say.level(facts.standing.level), margin=say.size(found.margin)))
    near = found.nearest
    if near and (facts.standing is None or near.level.number != facts.standing.level):
        margin = say.size(near.margin)
        said.append(
            say("sensitive.nearest", level=say.level(near.level.number), score=say.score(near.score), margin=margin)
        )
    if said:
        yield Paragraph(("" if say.language == "zh" else " ").join(said))
    yield from _loss(facts, found, say)
    yield Heading(say("sensitive.movers"), 3)
    yield from _movers(found, say)


def _loss(facts: Facts, found: Sensitivity, say: Speech) -> Iterator[Block]:
    if not facts.standing or not facts.standing.level:
        return
    if not found.loss:
        yield Paragraph(say("sensitive.noloss"))
        return
    count = len(found.loss.changes)
    title = say("sensitive.loss.one") if count == 1 else say("sensitive.loss.title", count=count)
    yield Callout(title, (say("sensitive.loss", level=say.level(found.loss.level)),), "warn")
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("plan.text"), "text", 8),
        Column(say("plan.now"), "mark", 3),
        Column(say("plan.to"), "mark", 3),
        Column(say("sensitive.points"), "number"),
    )
    rows = tuple(
        Row(
            (
                Cell(one.answered.clause.id),
                clause_cell(one.answered, say),
                Cell(answer_of(one.answered, say)),
                Cell(one.to.label),
                Cell(say.signed(-one.loss)),
            )
        )
        for one in found.loss.changes
    )
    yield Table(columns, rows, say("sensitive.loss.table"))


def _movers(found: Sensitivity, say: Speech) -> Iterator[Block]:
    if not found.movers:
        yield Paragraph(say("sensitive.movers.none"))
        return
    yield Paragraph(say("sensitive.movers.text"))
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("plan.text"), "text", 8),
        Column(say("plan.now"), "mark", 3),
        Column(say("plan.to"), "mark", 3),
        Column(say("sensitive.becomes"), "mark", 4),
    )
    rows = tuple(
        Row(
            (
                Cell(one.answered.clause.id),
                clause_cell(one.answered, say),
                Cell(answer_of(one.answered, say)),
                Cell(one.to.label),
                Cell(say.level(one.level)),
            )
        )
        for one in found.movers[:MOVERS]
    )
    yield Table(columns, rows)
    if len(found.movers) > MOVERS:
        yield Paragraph(say("movers.more", count=len(found.movers) - MOVERS), "quiet")
