"""The referee: what an assessment is worth. Every generated scorer must agree with it.

In: a `Scheme` and an `Assessment`. Out: a `Result`, exact: a level where clauses are assessed, a total where there are only formulas, a
profile where there are rubrics. Source of the ladder: 重点指标及计算方法, 三（五） and table 9 (a level is reached above the threshold,
where the one below it is).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Ladder, Scheme
from ctmm_dsl.score.rubrics import Pair, Perception, RubricScore, RubricScorer
from ctmm_dsl.score.tree import ClauseSum, NodeScore, Parts, Scored, Side, TreeScorer

__all__ = [
    "ClauseSum",
    "LevelScore",
    "NodeScore",
    "Pair",
    "Parts",
    "Perception",
    "Result",
    "RubricScore",
    "Scored",
    "bounds",
    "climbed",
    "enough",
    "score",
]


@dataclass(frozen=True, slots=True)
class LevelScore:
    """A level: its score N, whether that alone is enough (`passes`), whether the ladder gets there (`reached`)."""

    level: int
    tree: Scored
    passes: bool
    reached: bool

    @property
    def score(self) -> Fraction | None:
        return self.tree.total

    @property
    def domains(self) -> tuple[NodeScore, ...]:
        return self.tree.domains


@dataclass(frozen=True, slots=True)
class Result:
    """What an assessment is worth. With clauses: `level` is 0 where not even the first is reached; then there is no name and no class.
    Without clauses there are no `levels`, and `tree` has the total. `rubric`: what the rubrics come to. `side`: which bound this is."""

    scheme: Scheme
    level: int
    level_name: str | None
    city_class: str | None
    levels: tuple[LevelScore, ...]
    tree: Scored | None
    rubric: RubricScore | None
    side: Side = None


def score(scheme: Scheme, assessment: Assessment, side: Side = None) -> Result:
    """Score a complete assessment, or one bound of an incomplete one. Raises `KeyError` for what is missing without a `side`: reading
    has refused that before."""
    standard = scheme.standard
    scorer = TreeScorer(scheme, assessment, side)
    levels = _levels(scheme, scheme.ladder, scorer, side) if scheme.ladder else ()
    reached = max((level.level for level in levels if level.reached), default=0)
    return Result(
        scheme=scheme,
        level=reached,
        level_name=next((level.name for level in standard.levels if level.number == reached), None) if levels else None,
        city_class=next((row.name for row in standard.classes if row.first <= reached <= row.last), None),
        levels=levels,
        tree=scorer.whole(0) if standard.formulas and not levels else None,
        rubric=RubricScorer(scheme, assessment, side).whole() if scheme.summary else None,
        side=side,
    )


def _levels(scheme: Scheme, ladder: Ladder, scorer: TreeScorer, side: Side) -> tuple[LevelScore, ...]:
    trees = [(level.number, scorer.whole(level.number)) for level in scheme.standard.levels]
    passing = [number for number, tree in trees if enough(ladder, tree.total, side)]
    reached = climbed(ladder, passing)
    return tuple(LevelScore(number, tree, number in passing, number <= reached) for number, tree in trees)


def climbed(ladder: Ladder, passing: Collection[int]) -> int:
    """The level that the ladder gets to where the scores of these levels are enough; 0 is none."""
    if not ladder.one_by_one:
        return max(passing, default=0)
    reached = 0
    while reached + 1 in passing:
        reached += 1
    return reached


def enough(ladder: Ladder, worth: Fraction | None, side: Side = None) -> bool:
    """Whether a level's score passes the threshold."""
    if worth is None:  # without bound: upwards in the upper bound, downwards in the lower
        return side == "upper"
    return worth > ladder.threshold if ladder.strict else worth >= ladder.threshold


def bounds(scheme: Scheme, assessment: Assessment) -> tuple[Result, Result]:
    """The worst and the best that an incomplete assessment can still be worth. Of clauses and rubrics, scores rise with every answer, so
    all that is missing at its worst gives the one, at its best the other; a formula that lacks a quantity is anything in its range."""
    return score(scheme, assessment, "lower"), score(scheme, assessment, "upper")
