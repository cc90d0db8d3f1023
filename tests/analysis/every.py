"""Every city that a small standard can have, scored by the referee: what the analysis claims is held against all of them.

In: a seed. Out: a scheme with so few clauses and answers that all sets of answers can be tried; its analysis; all results.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import product

from ctmm_dsl.analysis.analyse import analyse
from ctmm_dsl.analysis.found import Analysis
from ctmm_dsl.analysis.values import OfLadder
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.model import Ladder, Model, Scheme
from ctmm_dsl.score import Result, score
from tests.report import small

MOST = 750


@dataclass(frozen=True)
class City:
    points: dict[str, Fraction]
    result: Result

    def total(self, level: int) -> Fraction:
        score = next(row.score for row in self.result.levels if row.level == level)
        assert score is not None
        return score

    def passes(self, level: int) -> bool:
        return next(row.passes for row in self.result.levels if row.level == level)


@dataclass(frozen=True)
class World:
    scheme: Scheme
    analysis: Analysis
    cities: tuple[City, ...]

    @property
    def found(self) -> OfLadder:
        assert self.analysis.ladder
        return self.analysis.ladder

    @property
    def ladder(self) -> Ladder:
        assert self.scheme.ladder
        return self.scheme.ladder

    @property
    def points(self) -> list[Fraction]:
        assert self.scheme.scale
        return sorted(answer.points for answer in self.scheme.scale.answers)

    def gets_to(self, city: City, level: int) -> bool:
        """Whether a level is reached by its own score: climbed one by one, with all below it."""
        first = 1 if self.ladder.one_by_one else level
        return all(city.passes(one) for one in range(first, level + 1))


@cache
def seeds() -> tuple[int, ...]:
    """Those small standards whose cities can all be tried."""
    few = [seed for seed in range(130) if _size(small.standard(seed)) <= MOST]
    assert len(few) >= 32
    return tuple(few[:32])


def _size(scheme: Scheme) -> int:
    assert scheme.scale
    return int(len(scheme.scale.answers) ** len(scheme.standard.clauses))


@cache
def world(seed: int) -> World:
    scheme = small.standard(seed)
    analysis = analyse(Model((scheme.standard,), (), ()), scheme)
    values = next(iter(analysis.examples.values())).assessment.values
    return World(scheme, analysis, tuple(cities(scheme, scheme.ladder, values)))


def cities(scheme: Scheme, ladder: Ladder, values: Mapping[str, Value]) -> Iterator[City]:
    """Every city, scored under a ladder."""
    assert scheme.scale
    clauses = list(scheme.standard.clauses)
    points = [answer.points for answer in scheme.scale.answers]
    for given in product(points, repeat=len(clauses)):
        answers = dict(zip(clauses, given, strict=True))
        yield City(answers, score(replace(scheme, ladder=ladder), Assessment(points=answers, values=values)))
