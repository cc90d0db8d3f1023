"""The score of a level as what it is: a constant, and for each clause its weight times its points.

In: a scheme with a ladder, and what its quantities are taken to be. Out: a `Field`: the groups of clauses that weigh alike (those of one
leaf and one level), and the `Form` of each level under any ladder. That a score is such a sum follows from the method: a leaf is the mean
of its clauses, everything above it a weighted sum, and formulas do not depend on clauses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.model import Clauses, Ladder, Scheme
from ctmm_dsl.report.tree import Path, parts_of_total
from ctmm_dsl.score import climbed, enough
from ctmm_dsl.score.tree import TreeScorer

Points = Mapping[str, Fraction]
"""Points of 100 by clause."""


@dataclass(frozen=True, slots=True)
class Group:
    """The clauses of one leaf and one level; `weight` is the leaf's part of the total."""

    path: Path
    level: int
    clauses: tuple[str, ...]
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Form:
    """The score of a level: `constant` + Σ weight × points, a weight for each group, 0 where the level does not count it."""

    level: int
    constant: Fraction
    weights: tuple[Fraction, ...]


class Field:
    """All that can be answered by clauses, with the quantities as given."""

    def __init__(self, scheme: Scheme, values: Mapping[str, Value]) -> None:
        assert scheme.scale and scheme.ladder
        self.scheme = scheme
        self.ladder = scheme.ladder
        self.values = values
        self.levels = tuple(level.number for level in scheme.standard.levels)
        self.points = tuple(sorted({answer.points for answer in scheme.scale.answers}))
        self.low, self.high = self.points[0], self.points[-1]
        self.groups = tuple(_groups(scheme))
        self._forms: dict[tuple[bool, int], Form] = {}

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        return tuple(self.scheme.standard.clauses)

    @cached_property
    def constant(self) -> Fraction:
        """What formulas bring, less what is deducted: the referee's score with every clause alike, less what the clauses bring."""
        if not self.scheme.standard.formulas:
            return Fraction(0)
        everything = dict.fromkeys(self.clauses, self.low)
        tree = TreeScorer(self.scheme, Assessment(points=everything, values=self.values)).whole(self.levels[0])
        assert tree.total is not None
        return tree.total - self.low * sum(group.weight for group in self.groups if group.level == self.levels[0])

    def form(self, level: int, *, cumulative: bool) -> Form:
        if (cumulative, level) not in self._forms:
            counted = [_counts(group, level, cumulative=cumulative) for group in self.groups]
            clauses: dict[str, int] = {}
            for group, counts in zip(self.groups, counted, strict=True):
                if counts:
                    leaf = group.path[-1].id
                    clauses[leaf] = clauses.get(leaf, 0) + len(group.clauses)
            weights = (
                group.weight / clauses[group.path[-1].id] if counts else Fraction(0)
                for group, counts in zip(self.groups, counted, strict=True)
            )
            self._forms[cumulative, level] = Form(level, self.constant, tuple(weights))
        return self._forms[cumulative, level]

    def forms(self, ladder: Ladder) -> tuple[Form, ...]:
        return tuple(self.form(level, cumulative=ladder.cumulative) for level in self.levels)

    def total(self, form: Form, points: Points) -> Fraction:
        """What a level comes to."""
        return form.constant + sum(
            weight * sum(points[clause] for clause in group.clauses)
            for weight, group in zip(form.weights, self.groups, strict=True)
            if weight
        )

    def level(self, ladder: Ladder, points: Points) -> int:
        """The level that answers reach under a ladder."""
        totals = {form.level: self.total(form, points) for form in self.forms(ladder)}
        return climbed(ladder, [level for level, total in totals.items() if enough(ladder, total)])

    def filled(self, points: Fraction, below: int | None = None, rest: Fraction | None = None) -> dict[str, Fraction]:
        """The same points for every clause; with `below` only up to that level, `rest` for those above."""
        return {
            clause: points if below is None or group.level <= below or rest is None else rest
            for group in self.groups
            for clause in group.clauses
        }


def _groups(scheme: Scheme) -> Iterator[Group]:
    weights = parts_of_total(scheme)
    for path in scheme.standard.leaf_paths():
        leaf = path[-1].leaf
        if isinstance(leaf, Clauses):
            for cell in leaf.cells:
                yield Group(path, cell.level, tuple(clause.id for clause in cell.clauses), weights[path[-1].id])


def _counts(group: Group, level: int, *, cumulative: bool) -> bool:
    return group.level == level or (cumulative and group.level < level)
