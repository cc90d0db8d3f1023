"""Strengths and weaknesses: which leaves carry the score and which lose it.

In: the balance of a city. Out: blocks. Rankings are of leaves; where a level is looked at, also the clauses that lose most.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.report.values import Answered, Balance, Facts, Ranked
from generators.report.page import Block, Cell, Column, Heading, Paragraph, Row, Table
from generators.report.speech import Speech

SHOWN = 8
SHORTFALLS = 10


def balance(facts: Facts, found: Balance, say: Speech) -> Iterator[Block]:
    yield Paragraph(_seen_from(facts, found, say), "quiet")
    strong = [one for one in found.strengths if not one.node.children]
    weak = [one for one in found.weaknesses if not one.node.children]
    yield Heading(say("balance.strong"), 3)
    yield from _ranking(strong, (), say) if strong else (Paragraph(say("balance.none.strong")),)
    yield Heading(say("balance.weak"), 3)
    grave = tuple(node.id for node in found.grave)
    yield from _ranking(weak, grave, say) if weak else (Paragraph(say("balance.none.weak")),)
    if found.shortfalls:
        yield Heading(say("balance.shortfalls"), 3)
        yield _shortfalls(found, say)


def _seen_from(facts: Facts, found: Balance, say: Speech) -> str:
    if found.level is None or facts.standing is None:
        return say("balance.total")
    key = "balance.level" if facts.standing.strict else "balance.level.loose"
    return say(key, level=say.level(found.level), threshold=decimal(facts.standing.threshold))


def _ranking(ranked: list[Ranked], grave: tuple[str, ...], say: Speech) -> Iterator[Block]:
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 7),
        Column(say("column.score"), "number"),
        Column(say("column.weight"), "number"),
        Column(say("column.lost"), "number"),
    )

    def said(one: Ranked) -> list[str]:
        return [say("balance.grave")] * (one.node.id in grave)

    rows = tuple(
        Row(
            (
                Cell(one.node.id),
                Cell(one.node.name, remark=say.joined(filter(None, (say.above(one.path), *said(one))), "semicolon")),
                Cell(say.score(one.score)),
                Cell(say.share(one.weight)),
                Cell(say.points(one.lost)),
            )
        )
        for one in ranked[:SHOWN]
    )
    yield Table(columns, rows, spoken=1)
    if len(ranked) > SHOWN:
        yield Paragraph(say("more", count=len(ranked) - SHOWN), "quiet")


def _shortfalls(found: Balance, say: Speech) -> Table:
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("plan.text"), "text", 9),
        Column(say("plan.now"), "mark", 3),
        Column(say("column.lost"), "number"),
    )
    rows = tuple(
        Row(
            (
                Cell(one.answered.clause.id),
                clause_cell(one.answered, say),
                Cell(answer_of(one.answered, say)),
                Cell(say.points(one.lost)),
            )
        )
        for one in found.shortfalls[:SHORTFALLS]
    )
    return Table(columns, rows)


def clause_cell(answered: Answered, say: Speech) -> Cell:
    """A clause's text, and below it where it stands."""
    place = " › ".join(node.name for node in answered.path)
    return Cell(answered.clause.text, remark=f"{place} · {say.level(answered.clause.level)}")


def answer_of(answered: Answered, say: Speech) -> str:
    return answered.answer.label if answered.answer else say("answer.none")
