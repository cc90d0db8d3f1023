"""Several assessments by one scheme side by side: cities, or years; and what changed from one to another.

In: a scheme and cases. Out: a `Comparison`, `Changes`. An incomplete case is compared by its lower bound, and has no place in a ranking.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Node, Scheme
from ctmm_dsl.report.comparison_values import (
    Case,
    Changes,
    ClauseChange,
    Comparison,
    IndicatorChange,
    Place,
    Row,
    RubricChange,
    RubricRow,
    ValueChange,
)
from ctmm_dsl.report.tree import Path, parts_of_total, rubric_leaves, scored_nodes
from ctmm_dsl.report.worth import Worth, worth
from ctmm_dsl.score import Pair, Result, RubricScore, Scored, bounds, score
from ctmm_dsl.score.as_json import spoken


def result_of(scheme: Scheme, assessment: Assessment) -> Result:
    """The result; of an incomplete assessment the lower bound."""
    return bounds(scheme, assessment)[0] if assessment.missing else score(scheme, assessment)


def comparison(scheme: Scheme, cases: tuple[Case, ...]) -> Comparison:
    results = tuple(result_of(scheme, case.assessment) for case in cases)
    incomplete = tuple(at for at, case in enumerate(cases) if case.assessment.missing)
    return Comparison(
        scheme=scheme,
        cases=cases,
        results=results,
        rows=tuple(_rows(scheme, results)),
        rubrics=tuple(_rubric_rows(results)),
        ranking=() if incomplete else tuple(_ranking(scheme, results)),
        incomplete=incomplete,
    )


# ---- side by side ----------------------------------------------------------------------------------------------


def _rows(scheme: Scheme, results: tuple[Result, ...]) -> Iterator[Row]:
    if scheme.ladder:
        for at, level in enumerate(scheme.standard.levels):
            yield from _rows_of([result.levels[at].tree for result in results], level.number)
    elif trees := [result.tree for result in results if result.tree]:
        yield from _rows_of(trees, None)


def _rows_of(trees: list[Scored], level: int | None) -> Iterator[Row]:
    deducts = bool(trees) and any(row.node.deducts for row in trees[0].domains)
    taken = tuple(tree.deducted for tree in trees) if deducts else ()
    yield Row((), level, tuple(tree.total for tree in trees), taken)
    for found in zip(*(scored_nodes(tree.domains) for tree in trees), strict=True):
        path = found[0][0]
        yield Row(
            path=path,
            level=level,
            scores=tuple(row.score for _, row in found) if path[-1].weighs else (),
            deducted=tuple(row.deducted for _, row in found) if path[-1].deducts else (),
        )


def _rubric_rows(results: tuple[Result, ...]) -> Iterator[RubricRow]:
    rows = [list(_rubric_nodes(result.rubric)) for result in results if result.rubric]
    for found in zip(*rows, strict=True):
        yield RubricRow(found[0][0], tuple(row.figure for _, row in found))


def _rubric_nodes(row: RubricScore, above: Path = ()) -> Iterator[tuple[Path, RubricScore]]:
    path = (*above, row.node) if row.node else above
    yield path, row
    for child in row.children:
        yield from _rubric_nodes(child, path)


def _ranking(scheme: Scheme, results: tuple[Result, ...]) -> Iterator[Place]:
    """Cases with the same level, or the same total as shown, share a place."""
    worths = [_worth_of(scheme, result) for result in results]
    known = [one for one in worths if one is not None]
    if not known or len(known) < len(worths):
        return
    for worth_ in sorted(set(known), reverse=True):
        sharing = tuple(at for at, one in enumerate(worths) if one == worth_)
        yield Place(1 + sum(one > worth_ for one in known), sharing)


def _worth_of(scheme: Scheme, result: Result) -> Fraction | None:
    """By what a case is ranked: its level, or its total to as many places as are shown."""
    if scheme.ladder:
        return Fraction(result.level)
    return Fraction(spoken(result.tree.total, None)["shown"]) if result.tree and result.tree.total is not None else None


# ---- what changed ----------------------------------------------------------------------------------------------


def changes(scheme: Scheme, before: Case, after: Case) -> Changes:
    """What is different in `after`, and what that gains or loses."""
    results = result_of(scheme, before.assessment), result_of(scheme, after.assessment)
    return Changes(
        before=before,
        after=after,
        clauses=tuple(_clause_changes(worth(results[0], before.assessment), worth(results[1], after.assessment)))
        if scheme.ladder
        else (),
        values=tuple(value_changes(scheme, before.assessment, after.assessment)),
        indicators=tuple(_indicator_changes(scheme, *results)),
        rubrics=tuple(RubricChange(path, one, other) for path, one, other in rubric_pairs(*results)),
    )


def _clause_changes(before: Worth, after: Worth) -> Iterator[ClauseChange]:
    for one, other in zip(before.answered, after.answered, strict=True):
        if one.answer != other.answer:
            gained = gained_by(before, one.clause.id, other.points - one.points)
            yield ClauseChange(one.path, one.clause, one.answer, other.answer, gained)


def gained_by(worth: Worth, clause: str, points: Fraction) -> dict[int, Fraction]:
    """What so many points more for a clause add to the score of each level that counts it."""
    return {level: points * weights[clause] for level, weights in worth.weights.items() if clause in weights}


def value_changes(scheme: Scheme, before: Assessment, after: Assessment) -> Iterator[ValueChange]:
    """The quantities asked for whose values differ."""
    for name, quantity in scheme.asked.items():
        one, other = before.values.get(name), after.values.get(name)
        if one != other:
            yield ValueChange(quantity, one, other)


def _indicator_changes(scheme: Scheme, before: Result, after: Result) -> Iterator[IndicatorChange]:
    trees = [_fixed(result) for result in (before, after)]
    parts = parts_of_total(scheme)
    for (path, one), (_, other) in zip(*(scored_nodes(tree.domains) if tree else () for tree in trees), strict=True):
        node = path[-1]
        if node.id in scheme.standard.formulas:
            old, new = (one.deducted, other.deducted) if node.deducts else (one.score, other.score)
            if old != new:
                yield IndicatorChange(path, old, new, _gained(node, old, new, parts))


def _fixed(result: Result) -> Scored | None:
    """A tree with the formulas, which are worth the same at every level."""
    return result.levels[0].tree if result.levels else result.tree


def _gained(node: Node, old: Fraction | None, new: Fraction | None, parts: dict[str, Fraction]) -> Fraction | None:
    if old is None or new is None:
        return None
    return old - new if node.deducts else parts[node.id] * (new - old)


def rubric_pairs(before: Result, after: Result) -> Iterator[tuple[Path, Pair, Pair]]:
    """The rubric leaves whose figures differ, with both."""
    if before.rubric and after.rubric:
        for (path, one), (_, other) in zip(rubric_leaves(before.rubric), rubric_leaves(after.rubric), strict=True):
            if one.figure != other.figure:
                yield path, one.figure, other.figure
