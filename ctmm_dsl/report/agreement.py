"""How far two assessors of one city agree, and what their disputes are worth.

In: a scheme and two cases. Out: `Assessors`; the measures are defined in `Agreement`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from ctmm_dsl.model import Scheme
from ctmm_dsl.report.comparison import gained_by, result_of, rubric_pairs, value_changes
from ctmm_dsl.report.comparison_values import Agreement, Answers, Assessors, Case, Dispute, RubricDispute
from ctmm_dsl.report.tree import rubric_leaves
from ctmm_dsl.report.worth import Worth, worth
from ctmm_dsl.score import Result

Pairs = list[tuple[int, int]]
"""What two say of each item: positions in the order of the categories."""


def assessors(scheme: Scheme, one: Case, other: Case) -> Assessors:
    results = result_of(scheme, one.assessment), result_of(scheme, other.assessment)
    clauses = [worth(result, case.assessment) for result, case in zip(results, (one, other), strict=True)] if (
        scheme.ladder
    ) else []  # fmt: skip
    return Assessors(
        one=one,
        other=other,
        levels=(results[0].level, results[1].level),
        span=_span(clauses[0], clauses[1]) if clauses else None,
        agreements=tuple(_agreements(scheme, clauses, one, other, results)),
        disputes=tuple(_disputes(clauses[0], clauses[1], results)) if clauses else (),
        rubrics=tuple(RubricDispute(path, mine, yours) for path, mine, yours in rubric_pairs(*results)),
        values=tuple(value_changes(scheme, one.assessment, other.assessment)),
    )


# ---- disputes --------------------------------------------------------------------------------------------------


def _disputes(one: Worth, other: Worth, results: tuple[Result, Result]) -> list[Dispute]:
    found = []
    for mine, yours in zip(one.answered, other.answered, strict=True):
        if mine.answer and yours.answer and mine.answer != yours.answer:
            with_other = one.level_with({mine.clause.id: yours.points})
            with_one = other.level_with({mine.clause.id: mine.points})
            found.append(
                Dispute(
                    path=mine.path,
                    clause=mine.clause,
                    one=mine.answer,
                    other=yours.answer,
                    worth=gained_by(one, mine.clause.id, abs(yours.points - mine.points)),
                    with_other=with_other,
                    with_one=with_one,
                    moves=(with_other, with_one) != (results[0].level, results[1].level),
                )
            )
    return sorted(found, key=lambda dispute: -max(dispute.worth.values()))


def _span(one: Worth, other: Worth) -> tuple[int, int]:
    """The levels by the worse and by the better of each two answers, all else being the first's."""
    both = [
        (mine.clause.id, mine.points, yours.points) for mine, yours in zip(one.answered, other.answered, strict=True)
    ]
    worse = one.level_with({name: min(pair) for name, *pair in both})
    better = one.level_with({name: max(pair) for name, *pair in both})
    return worse, better


# ---- agreement -------------------------------------------------------------------------------------------------


def _agreements(
    scheme: Scheme, clauses: Sequence[Worth], one: Case, other: Case, results: tuple[Result, Result]
) -> Iterator[Agreement]:
    if clauses:
        order = {answer.code: at for at, answer in enumerate(clauses[0].scale)}
        pairs = [
            (order[mine.answer.code], order[yours.answer.code])
            for mine, yours in zip(clauses[0].answered, clauses[1].answered, strict=True)
            if mine.answer and yours.answer
        ]
        yield agreement("clauses", pairs, len(order))
    if results[0].rubric and results[1].rubric:
        missing = {*one.assessment.missing, *other.assessment.missing}
        figures = [
            (mine.figure, yours.figure)
            for (path, mine), (_, yours) in zip(*(rubric_leaves(rubric) for rubric in (
                results[0].rubric, results[1].rubric)), strict=True)
            if path[-1].id not in missing
        ]  # fmt: skip
        levels = [level.number for level in scheme.standard.levels]
        yield agreement("now", [(levels.index(a.now), levels.index(b.now)) for a, b in figures], len(levels))
        planned = [(levels.index(a.planned), levels.index(b.planned)) for a, b in figures]
        yield agreement("planned", planned, len(levels))


def agreement(kind: Answers, pairs: Pairs, categories: int) -> Agreement:
    """The measures over pairs of positions among so many ordered categories."""
    items = len(pairs)
    return Agreement(
        kind=kind,
        items=items,
        equal=Fraction(sum(one == other for one, other in pairs), items) if items else None,
        kappa=kappa(pairs, categories, lambda apart: int(apart > 0)),
        linear=kappa(pairs, categories, lambda apart: apart),
        quadratic=kappa(pairs, categories, lambda apart: apart * apart),
    )


def kappa(pairs: Pairs, categories: int, distance: Callable[[int], int]) -> Fraction | None:
    """1 − Σ d·observed / Σ d·expected; with d 1 for all that differ this is Cohen's kappa. None where it is undefined."""
    items = len(pairs)
    observed = sum(distance(abs(one - other)) for one, other in pairs)
    mine = [sum(one == at for one, _ in pairs) for at in range(categories)]
    yours = [sum(other == at for _, other in pairs) for at in range(categories)]
    expected = sum(
        distance(abs(one - other)) * mine[one] * yours[other]
        for one in range(categories)
        for other in range(categories)
    )
    return 1 - Fraction(items * observed, expected) if expected else None
