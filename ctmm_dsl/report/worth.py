"""What each clause is worth at each level: the score of a level is a sum of what is fixed and, for each clause, weight × points.

In: a result and the assessment that it is of. Out: a `Worth`. So a change of answers can be weighed without scoring the tree again. That
it is such a sum follows from the method: means and weighted sums of the clauses' points, less what does not depend on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Answer, Clause, Clauses, Ladder, Scheme
from ctmm_dsl.report.tree import clauses_of
from ctmm_dsl.report.values import Answered
from ctmm_dsl.score import NodeScore, Result, climbed, enough
from ctmm_dsl.score.tree import Side


@dataclass(frozen=True)
class Worth:
    """`totals`: the score of each level (None without bound); `weights`: by level, what a point of each clause counts in it, in the
    document's order, the clauses that it counts alone."""

    scheme: Scheme
    ladder: Ladder
    side: Side
    answered: tuple[Answered, ...]
    totals: Mapping[int, Fraction | None]
    weights: Mapping[int, Mapping[str, Fraction]]

    @property
    def highest(self) -> Answer:
        """The best answer of the scale."""
        return max(self.scale, key=lambda answer: answer.points)

    @property
    def lowest(self) -> Answer:
        return min(self.scale, key=lambda answer: answer.points)

    @property
    def scale(self) -> tuple[Answer, ...]:
        assert self.scheme.scale
        return self.scheme.scale.answers

    @cached_property
    def _points(self) -> dict[str, Fraction]:
        return {one.clause.id: one.points for one in self.answered}

    def counted(self, level: int) -> Iterator[tuple[Answered, Fraction]]:
        """The clauses that a level counts, with their weights in it."""
        weights = self.weights[level]
        return ((one, weights[one.clause.id]) for one in self.answered if one.clause.id in weights)

    def total_with(self, level: int, points: Mapping[str, Fraction]) -> Fraction | None:
        """The score of a level with other points for some clauses."""
        total, weights = self.totals[level], self.weights[level]
        if total is None:
            return None
        return total + sum(weights[id_] * (new - self._points[id_]) for id_, new in points.items() if id_ in weights)

    def level_with(self, points: Mapping[str, Fraction]) -> int:
        """The level reached with other points for some clauses."""
        totals = {level: self.total_with(level, points) for level in self.totals}
        return climbed(self.ladder, [level for level, total in totals.items() if enough(self.ladder, total, self.side)])


def worth(result: Result, assessment: Assessment) -> Worth:
    """What the clauses of a scheme with a ladder are worth."""
    scheme = result.scheme
    assert scheme.ladder
    return Worth(
        scheme=scheme,
        ladder=scheme.ladder,
        side=result.side,
        answered=answered(scheme, assessment, result.side),
        totals={row.level: row.score for row in result.levels},
        weights={row.level: dict(_weights(scheme, row.domains, row.level, Fraction(1))) for row in result.levels},
    )


def answered(scheme: Scheme, assessment: Assessment, side: Side) -> tuple[Answered, ...]:
    """Every clause with its answer; what is missing at the worst or best of the scale."""
    if not scheme.scale:
        return ()
    by_points = {answer.points: answer for answer in scheme.scale.answers}
    points = sorted(by_points)
    missing = points[-1] if side == "upper" else points[0]
    return tuple(
        Answered(path, clause, by_points.get(given) if given is not None else None, missing if given is None else given)
        for path, clause in clauses_of(scheme)
        for given in (assessment.points.get(clause.id),)
    )


def _weights(
    scheme: Scheme, rows: tuple[NodeScore, ...], level: int, above: Fraction
) -> Iterator[tuple[str, Fraction]]:
    assert scheme.ladder
    for row in rows:
        if not row.node.weighs:
            continue
        weight = above * scheme.weights[row.node.id]
        if isinstance(row.node.leaf, Clauses):
            counted = [one for one in row.node.own_clauses if counts(scheme.ladder, one, level)]
            yield from ((clause.id, weight / len(counted)) for clause in counted)
        yield from _weights(scheme, row.children, level, weight)


def counts(ladder: Ladder, clause: Clause, level: int) -> bool:
    """Whether a level counts a clause."""
    return clause.level == level or (ladder.cumulative and clause.level < level)
