"""Why a result is what it is: every number down to clause text and source line.

In: a result and the assessment that it is of. Out: an `Explanation`. The numbers are those of the referee; nothing is scored anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.expression import text
from ctmm_dsl.expression.evaluate import Evaluator, Value
from ctmm_dsl.findings import LANGUAGES, both
from ctmm_dsl.model import Calculation, Clauses, Formula, Node, Quantity, Rubric, Scheme
from ctmm_dsl.model.expression import read_by, reported_for, rests_on
from ctmm_dsl.report.explanation_values import (
    ClauseStep,
    Counted,
    Explanation,
    FormulaStep,
    LadderStep,
    NodeStep,
    Opinion,
    QuantityStep,
    RubricStep,
    Site,
    WholeStep,
)
from ctmm_dsl.report.standing import decided
from ctmm_dsl.report.tree import scored_nodes
from ctmm_dsl.report.worth import answered, counts
from ctmm_dsl.score import ClauseSum, LevelScore, NodeScore, Parts, Result, RubricScore, Scored
from ctmm_dsl.source import Span


def explanation(result: Result, assessment: Assessment) -> Explanation:
    """All steps of a result."""
    scheme = result.scheme
    tree = result.levels[0].tree if result.levels else result.tree
    formulas = dict(_formulas(scheme, tree, assessment)) if tree else {}
    wholes = [_of_level(result, row) for row in result.levels]
    wholes += [_whole(scheme, result.tree)] if result.tree else []
    return Explanation(
        scheme=scheme,
        side=result.side,
        ladder=_ladder(result),
        wholes=tuple(wholes),
        clauses={
            one.clause.id: ClauseStep(one.node, one.clause, one.answer, one.points, site(one.clause.span))
            for one in answered(scheme, assessment, result.side)
        },
        formulas=formulas,
        quantities=_quantities([step.calculation for step in formulas.values()], assessment),
        rubric=_rubric(result.rubric, scheme, assessment) if result.rubric else None,
    )


def site(span: Span) -> Site:
    return Site(span.source.path, span.source.position(span.start).line)


def _ladder(result: Result) -> LadderStep | None:
    ladder = result.scheme.ladder
    if ladder is None:
        return None
    return LadderStep(
        threshold=ladder.threshold,
        strict=ladder.strict,
        one_by_one=ladder.one_by_one,
        cumulative=ladder.cumulative,
        level=result.level,
        name=result.level_name,
        city_class=result.city_class,
    )


# ---- the weighted tree -----------------------------------------------------------------------------------------


def _of_level(result: Result, row: LevelScore) -> WholeStep:
    return _whole(result.scheme, row.tree, result, row)


def _whole(scheme: Scheme, tree: Scored, result: Result | None = None, row: LevelScore | None = None) -> WholeStep:
    decision, by = decided(result, row) if result and row else (None, None)
    return WholeStep(
        level=next(one for one in scheme.standard.levels if one.number == row.level) if row else None,
        scored=tree.score,
        deducted=tree.deducted,
        deducts=any(domain.node.deducts for domain in tree.domains),
        total=tree.total,
        passes=row.passes if row else None,
        reached=row.reached if row else None,
        decision=decision,
        decided_by=by,
        domains=tuple(_node(scheme, domain, row.level if row else 0) for domain in tree.domains),
    )


def _node(scheme: Scheme, row: NodeScore, level: int) -> NodeStep:
    node = row.node
    return NodeStep(
        node=node,
        weight=scheme.weights[node.id] if node.weighs else None,
        score=row.score if node.weighs else None,
        deducted=row.deducted if node.deducts else None,
        counted=_counted(scheme, node, row.detail, level) if isinstance(row.detail, ClauseSum) else None,
        children=tuple(_node(scheme, child, level) for child in row.children),
        site=site(node.span),
    )


def _counted(scheme: Scheme, node: Node, detail: ClauseSum, level: int) -> Counted:
    assert scheme.ladder and isinstance(node.leaf, Clauses)
    return Counted(tuple(one.id for one in node.own_clauses if counts(scheme.ladder, one, level)), detail.points)


# ---- formulas --------------------------------------------------------------------------------------------------


def _formulas(scheme: Scheme, tree: Scored, assessment: Assessment) -> Iterator[tuple[str, FormulaStep]]:
    for _, row in scored_nodes(tree.domains):
        if isinstance(row.node.leaf, Formula):
            calculation = scheme.calculation(row.node)
            asked = calculation.quantities()
            yield (
                row.node.id,
                FormulaStep(
                    node=row.node,
                    calculation=calculation,
                    reading=scheme.readings.get(row.node.id),
                    words={language: tuple(text.calculation(calculation, language)) for language in LANGUAGES},
                    parts=row.detail.values if isinstance(row.detail, Parts) else {},
                    reads=tuple(_read(calculation)),
                    missing=tuple(name for name in asked if name not in assessment.values),
                    points=row.deducted if calculation.deducts else row.score,
                    deducts=calculation.deducts,
                    site=site(calculation.span),
                ),
            )


def _read(calculation: Calculation) -> dict[str, Quantity]:
    """The quantities that a calculation names, reported or computed."""
    return {one.name: one for expression in calculation.expressions() for one in read_by(expression)}


def _quantities(calculations: list[Calculation], assessment: Assessment) -> dict[str, QuantityStep]:
    """The quantities that calculations rest on, in the order in which they are read."""
    evaluator = Evaluator(assessment.values)
    read = [one for calculation in calculations for one in _read(calculation).values()]
    found = {under.name: under for one in read for under in rests_on(one)}
    return {name: _quantity(one, evaluator, assessment) for name, one in found.items()}


def _quantity(quantity: Quantity, evaluator: Evaluator, assessment: Assessment) -> QuantityStep:
    definition, value = quantity.definition, assessment.values.get(quantity.name)
    if definition is None:
        return QuantityStep(quantity, value, None, (), site(quantity.span))
    known = all(one.name in assessment.values for one in reported_for(quantity))
    computed: Value | None = evaluator.quantity(quantity) if known else None
    words = both(*(text.expression(definition, language) for language in LANGUAGES))
    reads = tuple(dict.fromkeys(one.name for one in read_by(definition)))
    return QuantityStep(quantity, computed, words, reads, site(quantity.span))


# ---- rubrics ---------------------------------------------------------------------------------------------------


def _rubric(row: RubricScore, scheme: Scheme, assessment: Assessment) -> RubricStep:
    assert scheme.summary
    leaf = row.node.leaf if row.node else None
    is_leaf = isinstance(leaf, Rubric)
    standings = assessment.standings.get(row.node.id, ()) if row.node and is_leaf else ()
    texts = {one.level: one.text for one in leaf.descriptors} if isinstance(leaf, Rubric) else {}
    return RubricStep(
        node=row.node,
        figure=row.figure,
        reached=row.reached,
        low=(scheme.summary.respondents if is_leaf else scheme.summary.leaves) == "low",
        opinions=tuple(Opinion(one.now, one.planned, one.group) for one in standings),
        leaves=() if is_leaf else tuple(_leaves(row)),
        texts={level: texts[level] for level in (row.figure.now, row.figure.planned) if level in texts},
        children=tuple(_rubric(child, scheme, assessment) for child in row.children),
        site=site(row.node.span) if row.node else None,
    )


def _leaves(row: RubricScore) -> Iterator[str]:
    if row.node and isinstance(row.node.leaf, Rubric):
        yield row.node.id
    for child in row.children:
        yield from _leaves(child)
