"""What a report leads with: for levels the highest one reached and its class, as the method asks; for formulas the total; for rubrics where
the leaves stand.

In: facts. Out: blocks: the figures that lead, then what they say in sentences. Source: 重点指标及计算方法, 三: a report describes above
all the highest level that is reached, and says to which class the city belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.report.values import Facts, LevelStanding, Standing
from ctmm_dsl.score import Result, RubricScore, Scored
from generators.report.page import Block, Callout, Paragraph, Tile, Tiles
from generators.report.speech import Speech

LISTED = 20


def tiles(facts: Facts, say: Speech) -> Tiles:
    """The figures that lead, the verdict first."""
    found: list[Tile] = []
    if facts.standing:
        found += _of_levels(facts.standing, say)
    if facts.result.tree:
        found += _of_total(facts, facts.result.tree, say)
    if facts.result.rubric:
        found += _of_rubrics(facts, facts.result.rubric, say)
    return Tiles(tuple(found[:4]))


def conclusion(facts: Facts, say: Speech) -> Iterator[Block]:
    """The conclusion in sentences, and first what is missing, if anything is."""
    if facts.missing:
        yield _missing(facts, say)
    subject = subject_of(facts, say)
    if facts.standing:
        yield Paragraph(
            "".join(_verdict(facts.standing, subject, say))
            if say.language == "zh"
            else " ".join(_verdict(facts.standing, subject, say))
        )
    if facts.result.tree:
        yield Paragraph((" " if say.language == "en" else "").join(_total(facts, facts.result.tree, subject, say)))
    if facts.result.rubric:
        yield from _rubrics(facts, facts.result.rubric, subject, say)


def subject_of(facts: Facts, say: Speech) -> str:
    """The city's name, as it gives it."""
    return (facts.assessment.subject or {}).get("name", "").strip() or say("subject.nobody")


# ---- levels ----------------------------------------------------------------------------------------------------


def standing_at(standing: Standing, level: int) -> LevelStanding | None:
    return next((one for one in standing.levels if one.level.number == level), None)


def _of_levels(standing: Standing, say: Speech) -> Iterator[Tile]:
    yield Tile(say("tile.level"), say.level(standing.level), standing.city_class or "")
    for level in (standing.level, standing.following):
        if level and (one := standing_at(standing, level)):
            yield Tile(say("tile.score", level=say.level(level)), say.score(one.score), _distance(one, say))


def _distance(one: LevelStanding, say: Speech) -> str:
    threshold = decimal(say.threshold) if say.threshold is not None else ""
    if one.margin is None:
        return say("tile.unknown", threshold=threshold)
    if one.margin == 0:
        return say("tile.at", threshold=threshold)
    return say("tile.over" if one.margin > 0 else "tile.under", threshold=threshold, margin=say.size(one.margin))


def _verdict(standing: Standing, subject: str, say: Speech) -> Iterator[str]:
    level, threshold = say.level(standing.level), decimal(standing.threshold)
    if standing.level == 0:
        key = "verdict.none" if say.standard.classes else "verdict.none.plain"
        yield say(key, subject=subject, level=say.level(standing.levels[0].level.number))
    elif standing.city_class:
        yield say("verdict.class", subject=subject, level=level, class_=standing.city_class)
    else:
        yield say("verdict", subject=subject, level=level)
    if one := standing_at(standing, standing.level):
        yield say("verdict.score", score=say.score(one.score), threshold=threshold)
    if standing.following is None:
        yield say("verdict.top")
    elif one := standing_at(standing, standing.following):
        why = say("why.not.over" if standing.strict else "why.not.at", threshold=threshold)
        yield say("verdict.next", level=say.level(standing.following), score=say.score(one.score), why=why)


# ---- totals ----------------------------------------------------------------------------------------------------


def _of_total(facts: Facts, tree: Scored, say: Speech) -> Iterator[Tile]:
    remark = ""
    if facts.deductions:
        remark = say("tile.total.less", score=say.score(tree.score), deducted=say.points(tree.deducted))
    yield Tile(say("tile.total"), say.score(tree.total), remark)
    losing = [one for one in facts.indicators if one.lost]
    if losing:
        most = max(losing, key=lambda one: one.lost or 0)
        remark = say("tile.lost.text", lost=say.points(most.lost), score=say.score(most.points))
        yield Tile(say("tile.lost"), most.node.name, remark)
    full = [one for one in facts.indicators if one.lost == 0]
    yield Tile(say("tile.full"), str(len(full)), say("tile.full.text", count=len(facts.indicators)))


def _total(facts: Facts, tree: Scored, subject: str, say: Speech) -> Iterator[str]:
    yield say("total.verdict", subject=subject, total=say.score(tree.total))
    if facts.deductions:
        yield say("total.less", score=say.score(tree.score), deducted=say.points(tree.deducted))
    full = sum(one.lost == 0 for one in facts.indicators)
    zero = sum(one.points == 0 for one in facts.indicators)
    yield say("total.full", count=len(facts.indicators), full=full, zero=zero)


# ---- rubrics ---------------------------------------------------------------------------------------------------


def _median(facts: Facts, say: Speech) -> str:
    assert facts.scheme.summary
    return say(f"median.{facts.scheme.summary.leaves}")


def _of_rubrics(facts: Facts, whole: RubricScore, say: Speech) -> Iterator[Tile]:
    layer = say.leaf_layer(one.node for one in facts.characteristics)
    middle = say("tile.middle", count=len(facts.characteristics), layer=layer, median=_median(facts, say))
    yield Tile(say("tile.now"), say.level(whole.figure.now), middle)
    yield Tile(say("tile.planned"), say.level(whole.figure.planned), middle)
    remark = say("tile.reached.text", planned=say.level(whole.reached.planned))
    yield Tile(say("tile.reached", layer=layer), say.level(whole.reached.now), remark)


def _rubrics(facts: Facts, whole: RubricScore, subject: str, say: Speech) -> Iterator[Block]:
    layer = say.leaf_layer(one.node for one in facts.characteristics)
    yield Paragraph(
        say(
            "rubric.verdict",
            subject=subject,
            count=len(facts.characteristics),
            layer=layer,
            now=say.level(whole.figure.now),
            planned=say.level(whole.figure.planned),
            reached=say.level(whole.reached.now),
        )
    )
    yield Paragraph(say("rubric.method", layer=layer, median=_median(facts, say)), "quiet")


# ---- what is missing -------------------------------------------------------------------------------------------


def _missing(facts: Facts, say: Speech) -> Callout:
    shown = say.listed(facts.missing[:LISTED]) + ("…" if len(facts.missing) > LISTED else "")
    lines = [say("missing.ids", ids=shown), say("missing.counted")]
    if facts.upper:
        lines += _between(facts.result, facts.upper, say)
    return Callout(say("missing.title", count=len(facts.missing)), tuple(lines), "warn")


def _between(lower: Result, upper: Result, say: Speech) -> Iterator[str]:
    if lower.levels:
        yield say("missing.level", low=say.level(lower.level), high=say.level(upper.level))
    if lower.tree and upper.tree:
        yield say("missing.total", low=say.score(lower.tree.total), high=say.score(upper.tree.total))
    if lower.rubric and upper.rubric:
        yield say("missing.figure", low=lower.rubric.figure.now, high=upper.rubric.figure.now)
