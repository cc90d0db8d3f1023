"""The weighted tree: scores of leaves, weighted sums above them, and what is deducted.

In: a scheme, an assessment, a level (for clauses). Out: a `NodeScore` for every node that scores or deducts. The method is the scheme's;
nothing of any one standard is fixed here. Source of the rules for clauses: 重点指标及计算方法, 三（一）–（四）: A of a clause, C of a leaf
(the mean of its clauses), D and N (weighted sums); for formulas: GB/T 33356-2022, chapter 7.

With `side`, what is missing is taken at its worst or best. Where a formula then has no bound, its score is None, and so is every sum that
it takes part in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.expression.evaluate import Evaluator
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Clauses, Formula, Node, Scheme

Side = Literal["lower", "upper"] | None


@dataclass(frozen=True, slots=True)
class ClauseSum:
    """What a clause leaf's score is made of: the number of clauses counted (M) and their points (ΣA)."""

    clauses: int
    points: Fraction


@dataclass(frozen=True, slots=True)
class Parts:
    """The values of a formula's named parts; none where a quantity is missing."""

    values: dict[str, Fraction]


@dataclass(frozen=True, slots=True)
class NodeScore:
    """A node's points of 100, where it weighs, and the points that it takes off the total, where it deducts. None is without bound."""

    node: Node
    score: Fraction | None
    deducted: Fraction | None
    detail: ClauseSum | Parts | None
    children: tuple[NodeScore, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """The whole tree: the weighted sum of the domains, and what is taken off it."""

    score: Fraction | None
    deducted: Fraction | None
    domains: tuple[NodeScore, ...]

    @property
    def total(self) -> Fraction | None:
        return None if self.score is None or self.deducted is None else self.score - self.deducted


class TreeScorer:
    """Scores the tree of one assessment; formulas are evaluated once, whatever the level."""

    def __init__(self, scheme: Scheme, assessment: Assessment, side: Side = None) -> None:
        self.scheme = scheme
        self.assessment = assessment
        self.side = side
        self._evaluator = Evaluator(assessment.values)
        self._formulas: dict[str, NodeScore] = {}
        points = [answer.points for answer in scheme.scale.answers] if scheme.scale else []
        self._unanswered = (max(points) if side == "upper" else min(points)) if side and points else None

    def whole(self, level: int) -> Scored:
        """The tree at a level; without clauses every level is alike."""
        domains = self._all(self.scheme.standard.domains, level)
        return Scored(self._weighted(domains), _summed(row.deducted for row in domains if row.node.deducts), domains)

    def _all(self, nodes: tuple[Node, ...], level: int) -> tuple[NodeScore, ...]:
        return tuple(self._node(node, level) for node in nodes if node.weighs or node.deducts)

    def _node(self, node: Node, level: int) -> NodeScore:
        match node.leaf:
            case Clauses():
                return self._clauses(node, level)
            case Formula():
                if node.id not in self._formulas:
                    self._formulas[node.id] = self._formula(node, node.leaf)
                return self._formulas[node.id]
        children = self._all(node.children, level)
        score = self._weighted(children) if node.weighs else Fraction(0)
        deducted = _summed(row.deducted for row in children if row.node.deducts)
        return NodeScore(node, score, deducted, None, children)

    def _weighted(self, rows: tuple[NodeScore, ...]) -> Fraction | None:
        weights = self.scheme.weights
        return _summed(
            None if row.score is None else row.score * weights[row.node.id] for row in rows if row.node.weighs
        )

    def _clauses(self, node: Node, level: int) -> NodeScore:
        ladder = self.scheme.ladder
        assert ladder
        counted = [
            self._points(clause.id)
            for clause in node.own_clauses
            if clause.level == level or (ladder.cumulative and clause.level < level)
        ]
        total = sum(counted, Fraction())
        return NodeScore(node, total / len(counted), Fraction(0), ClauseSum(len(counted), total), ())

    def _points(self, clause: str) -> Fraction:
        points = self.assessment.points.get(clause, self._unanswered)
        if points is None:
            raise KeyError(clause)  # reading has refused that before
        return points

    def _formula(self, node: Node, leaf: Formula) -> NodeScore:
        calculation = self.scheme.calculation(node)
        if self.side and not calculation.quantities().keys() <= self.assessment.values.keys():
            found = Ranges().of(calculation.body)
            assert found
            highest = (self.side == "upper") != leaf.deducts
            points, parts = found.high if highest else found.low, Parts({})
        else:
            points, values = self._evaluator.worth(calculation)
            parts = Parts(values)
        if leaf.deducts:
            return NodeScore(node, Fraction(0), points, parts, ())
        return NodeScore(node, points, Fraction(0), parts, ())


def _summed(numbers: Iterable[Fraction | None]) -> Fraction | None:
    total = Fraction()
    for number in numbers:
        if number is None:
            return None
        total += number
    return total
