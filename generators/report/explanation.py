"""The appendix: every number with what it was made of, down to clause text and source line.

In: an explanation. Out: blocks. The figures are exact, so that the result can be computed anew from what stands here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.report.explanation_values import ClauseStep, Explanation, NodeStep, RubricStep, Site, WholeStep
from generators.report.characteristics import arrow
from generators.report.page import Block, Cell, Column, Heading, Paragraph, Row, Table
from generators.report.speech import Speech, exact


def explanation(found: Explanation, say: Speech) -> Iterator[Block]:
    yield Paragraph(say("explanation.text"), "quiet")
    weighed = [whole for whole in found.wholes if whole.domains]
    if weighed:
        yield _nodes(weighed, say)
    leaves: dict[str, list[ClauseStep]] = {}
    for step in found.clauses.values():
        leaves.setdefault(step.node.id, []).append(step)
    for steps in leaves.values():
        yield Heading(f"{steps[0].node.id} {steps[0].node.name}", 3)
        yield _clauses(steps, say)
        for line in _sums(found, steps[0].node.id, say):
            yield Paragraph(line, "quiet")
    if found.rubric:
        yield _rubrics(found.rubric, say)


def _rubrics(whole: RubricStep, say: Speech) -> Table:
    """Every rubric leaf with all answers to it, what is taken of them, and what the standard says of that level."""
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 5),
        Column(say("explanation.opinions"), "text", 5),
        Column(say("explanation.figure"), "mark", 3),
        Column(say("explanation.descriptor"), "text", 8),
        Column(say("explanation.source"), "text", 4),
    )
    return Table(columns, tuple(_rubric(step, say) for step in _leaves(whole)), spoken=1)


def _rubric(step: RubricStep, say: Speech) -> Row:
    assert step.node and step.site
    said = [f"{one.group} {_level(one.now)} → {_level(one.planned)}".strip() for one in step.opinions]
    opinions = Cell(said[0], lines=tuple(said[1:])) if said else Cell(say("weak.unanswered"), "warn")
    text = step.texts.get(step.figure.now, "")
    return Row(
        (
            Cell(step.node.id),
            Cell(step.node.name),
            opinions,
            Cell(arrow(step.figure)),
            Cell(text),
            Cell(_site(step.site), "quiet"),
        )
    )


def _level(level: int | None) -> str:
    return "—" if level is None else str(level)


def _leaves(step: RubricStep) -> Iterator[RubricStep]:
    if not step.children and step.node:
        yield step
    for child in step.children:
        yield from _leaves(child)


def _nodes(wholes: list[WholeStep], say: Speech) -> Table:
    """Every node's exact score at every level, with its weight and its line in the source."""
    columns: tuple[Column, ...] = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 5),
        Column(say("details.weight"), "number"),
    )
    columns += tuple(
        Column(say.level_brief(whole.level.number) if whole.level else say("column.score"), "number", 2)
        for whole in wholes
    )
    columns += (Column(say("explanation.source"), "text", 4),)
    rows = [row for at in range(len(wholes[0].domains)) for row in _walk([whole.domains[at] for whole in wholes], 0)]
    total = Row(
        (Cell(""), Cell(say("whole")), Cell(""), *(Cell(exact(whole.total)) for whole in wholes), Cell("")), strong=True
    )
    return Table(columns, (*rows, total), say("explanation.nodes", layer=say.layer(0)), 1)


def _walk(steps: list[NodeStep], depth: int) -> Iterator[Row]:
    """A node across the levels, then those below it."""
    first = steps[0]
    weight = exact(first.weight) if first.weight is not None else ""
    scores = (Cell(exact(one.score) if first.weight is not None else f"−{exact(one.deducted)}") for one in steps)
    yield Row(
        (Cell(first.node.id), Cell(first.node.name), Cell(weight), *scores, Cell(_site(first.site), "quiet")), depth
    )
    for at in range(len(first.children)):
        yield from _walk([one.children[at] for one in steps], depth + 1)


def _clauses(steps: list[ClauseStep], say: Speech) -> Table:
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.level"), "mark"),
        Column(say("explanation.text.column"), "text", 9),
        Column(say("explanation.answer"), "mark", 3),
        Column(say("explanation.points"), "number"),
        Column(say("explanation.source"), "text", 4),
    )
    rows = tuple(
        Row(
            (
                Cell(step.clause.id),
                Cell(str(step.clause.level)),
                Cell(step.clause.text),
                Cell(step.answer.label if step.answer else say("answer.none"), "" if step.answer else "warn"),
                Cell(exact(step.points)),
                Cell(_site(step.site), "quiet"),
            )
        )
        for step in steps
    )
    return Table(columns, rows)


def _sums(found: Explanation, node: str, say: Speech) -> Iterator[str]:
    """How the leaf's clauses make its score at each level."""
    for whole in found.wholes:
        step = next((one for domain in whole.domains for one in _below(domain) if one.node.id == node), None)
        if whole.level and step and step.counted:
            count, points = len(step.counted.clauses), exact(step.counted.points)
            yield say(
                "explanation.sum",
                level=say.level(whole.level.number),
                clauses=count,
                points=points,
                score=exact(step.score),
            )


def _below(step: NodeStep) -> Iterator[NodeStep]:
    yield step
    for child in step.children:
        yield from _below(child)


def _site(site: Site) -> str:
    return f"{site.file}:{site.line}"
