"""How scores stand in cells so that nothing is lost: as whole numbers of small parts, whose comparison no program can get wrong.

In: a scheme. Out: for each node and level what its score is a whole number of, and by what its children's numbers are multiplied. Where a
formula takes part, or the numbers would get too great, it is a decimal instead: compared and rounded after it is rounded to nine places.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from ctmm_dsl.model import Clauses, Concept, Ladder, Node, Scheme

LIMIT = 10**14
"""Whole numbers below are told apart by every program: LibreOffice takes numbers that agree in 48 bits for equal, Excel in 15 digits."""
ROUNDING = 20_001
"""Rounding to hundredths handles numbers so many times as great as the parts of a whole."""


@dataclass(frozen=True, slots=True)
class Measure:
    """`parts`: a cell holds the score times this; of decimals it is 1."""

    parts: int
    exact: bool


DECIMAL = Measure(1, False)


class Measures:
    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        points = [answer.points for answer in scheme.scale.answers] if scheme.scale else [Fraction(0)]
        self.unit = lcm(*(one.denominator for one in points))
        self.most = max(Fraction(100), *(abs(one) for one in points))
        self._known: dict[tuple[str, int], Measure] = {}

    def of(self, node: Node, level: int) -> Measure:
        """Of a node that weighs."""
        key = (node.id, level)
        if key not in self._known:
            self._known[key] = self._leaf_or_sum(node, level)
        return self._known[key]

    def whole(self, level: int) -> Measure:
        return self._summed(self.scheme.standard.domains, level)

    def coefficient(self, node: Node, parent: Measure, level: int) -> int | Fraction:
        """What the number of a node is multiplied by in the sum above it."""
        found = self.scheme.weights[node.id] * parent.parts / self.of(node, level).parts
        return found.numerator if found.denominator == 1 else found

    def _leaf_or_sum(self, node: Node, level: int) -> Measure:
        match node.leaf:
            case Clauses():
                return self._fitting(self.unit * len(counted(node, level, self.scheme.ladder)))
            case Concept():
                return Measure(1, True)
            case None:
                return self._summed(node.children, level)
        return DECIMAL

    def _summed(self, nodes: tuple[Node, ...], level: int) -> Measure:
        weighing = [node for node in nodes if node.weighs]
        below = [self.of(node, level) for node in weighing]
        if any(node.deducts for node in nodes) or not all(measure.exact for measure in below):
            return DECIMAL
        shares = (self.scheme.weights[node.id] / self.of(node, level).parts for node in weighing)
        return self._fitting(lcm(*(share.denominator for share in shares)))

    def _fitting(self, parts: int) -> Measure:
        return Measure(parts, True) if parts * ROUNDING * self.most / 100 < LIMIT else DECIMAL


def counted(node: Node, level: int, ladder: Ladder | None) -> list[int]:
    """Which of a leaf's clauses a level counts, by their places in the leaf."""
    assert ladder
    return [
        at
        for at, clause in enumerate(node.own_clauses)
        if clause.level == level or (ladder.cumulative and clause.level < level)
    ]
