"""What the analysis says of a ladder, against every city of small standards, scored by the referee."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from ctmm_dsl.analysis.readings import others
from ctmm_dsl.analysis.values import Finding
from ctmm_dsl.model import Clause
from tests.analysis.every import City, World, cities, seeds, world

pytestmark = pytest.mark.parametrize("seed", seeds())


def own(there: World, level: int) -> list[str]:
    return [clause.id for clause in there.scheme.standard.clauses.values() if clause.level == level]


def test_no_city_leaves_more_of_a_level_unmet(seed: int) -> None:
    there = world(seed)
    low, high = there.points[0], there.points[-1]
    alone = replace(there.ladder, cumulative=False)
    values = next(iter(there.analysis.examples.values())).assessment.values
    so_read = {tuple(city.points.values()): city for city in cities(there.scheme, alone, values)}
    for row in there.found.levels:
        number, mine = row.level.number, own(there, row.level.number)
        reaching = [city for city in there.cities if there.gets_to(city, number)]
        assert row.reachable == any(city.passes(number) for city in there.cities)
        if not row.unmet:
            assert not reaching
            continue
        assert row.unmet.count == max(sum(city.points[name] == low for name in mine) for city in reaching)
        assert row.unmet.of == row.own == len(mine)
        least = min(so_read[tuple(city.points.values())].total(number) for city in reaching)
        assert (row.unmet.own.score, row.unmet.own.bound) == (least, least)
        without = {name: low if name in mine else high for name in there.scheme.standard.clauses}
        assert row.unmet.without == next(city.total(number) for city in there.cities if city.points == without)


def test_no_fewer_clauses_pass_or_reach(seed: int) -> None:
    there = world(seed)
    low = there.points[0]

    def fewest(found: list[City]) -> int | None:
        return min((sum(points > low for points in city.points.values()) for city in found), default=None)

    for row in there.found.levels:
        number = row.level.number
        passing = fewest([city for city in there.cities if city.passes(number)])
        reaching = fewest([city for city in there.cities if there.gets_to(city, number)])
        told = (row.passing, row.reaching)
        assert [one.count if one else None for one in told] == [passing, reaching]
        assert all(one.bound == one.count for one in told if one)


def test_what_may_be_left_alone(seed: int) -> None:
    there = world(seed)
    low = there.points[0]
    leaves = [path[-1] for path in there.scheme.standard.leaf_paths() if path[-1].own_clauses]
    for row in there.found.levels:
        if not row.idle:
            continue
        reaching = [city for city in there.cities if there.gets_to(city, row.level.number)]
        idle = [
            {
                leaf.id
                for leaf in leaves
                if all(city.points[one.id] == low for one in leaf.own_clauses if one.level <= row.level.number)
            }
            for city in reaching
        ]
        assert row.idle.most == max(map(len, idle))
        assert {node.id for node in row.idle.nodes} == set().union(*idle)  # each domain is a leaf here


def test_how_neighbouring_levels_hang_together(seed: int) -> None:
    there = world(seed)
    for step in there.found.steps:
        lower, upper = step.lower.number, step.upper.number
        stops = [city for city in there.cities if there.gets_to(city, lower) and not city.passes(upper)]
        skips = [city for city in there.cities if not city.passes(lower) and city.passes(upper)]
        _as_found(step.stops, stops, there)
        _as_found(step.skips, skips, there)


def _as_found(told: Finding, found: list[City], there: World) -> None:
    high = there.points[-1]
    assert told.holds == bool(found)
    if told.example:
        assert told.example.assessment.points in [city.points for city in found]
        least = min(sum(points < high for points in city.points.values()) for city in found)
        assert (told.lowered, told.bound) == (least, least)


def test_other_readings_of_the_method(seed: int) -> None:
    """Each against every city; rounding is done here as one rounds, half up, and compared with the threshold itself."""
    there = world(seed)
    values = next(iter(there.analysis.examples.values())).assessment.values
    for kind, ladder in others(there.ladder):
        told = next(one for one in there.found.readings if one.kind == kind)
        if kind in ("hundredths", "whole"):
            levels = [_rounded(there, city, 100 if kind == "hundredths" else 1) for city in there.cities]
        else:
            levels = [city.result.level for city in cities(there.scheme, ladder, values)]
        differing = [city for city, level in zip(there.cities, levels, strict=True) if city.result.level != level]
        _as_found(told.differs, differing, there)
        by_points = {tuple(city.points.values()): level for city, level in zip(there.cities, levels, strict=True)}
        if told.differs.example:
            points = told.differs.example.assessment.points
            assert told.level == told.differs.example.result.level
            assert told.other == by_points[tuple(points.values())]
        assert there.scheme.scale
        uniform = {(row.answer.code, row.level, row.other) for row in told.uniform}
        alike = [city for city in there.cities if len(set(city.points.values())) == 1]
        codes = {answer.points: answer.code for answer in there.scheme.scale.answers}
        assert uniform == {
            (codes[next(iter(city.points.values()))], city.result.level, by_points[tuple(city.points.values())])
            for city in alike
            if city in differing
        }


def _rounded(there: World, city: City, parts: int) -> int:
    passing = []
    for row in city.result.levels:
        assert row.score is not None
        shown = Fraction((row.score * parts + Fraction(1, 2)).__floor__(), parts)
        threshold = there.ladder.threshold
        if shown > threshold if there.ladder.strict else shown >= threshold:
            passing.append(row.level)
    if not there.ladder.one_by_one:
        return max(passing, default=0)
    reached = 0
    while reached + 1 in passing:
        reached += 1
    return reached


def test_what_clauses_weigh(seed: int) -> None:
    """A clause's weight is what its points change a level's score by; inequality, by all pairs."""
    there = world(seed)
    low, high = there.points[0], there.points[-1]
    known = {tuple(city.points.values()): city for city in there.cities}
    bottom = dict.fromkeys(there.scheme.standard.clauses, low)
    for row in there.found.weights:
        base = known[tuple(bottom.values())].total(row.level.number)
        raised = {
            name: (known[tuple((bottom | {name: high}).values())].total(row.level.number) - base) / (high - low)
            for name in bottom
            if name in {clause.id for clause in _counted(there, row.level.number)}
        }
        assert {one.id for one in row.heaviest} == {name for name in raised if raised[name] == max(raised.values())}
        assert {one.id for one in row.lightest} == {name for name in raised if raised[name] == min(raised.values())}
        assert (row.most, row.least) == (max(raised.values()), min(raised.values()))
        pairs = [abs(one - other) for one in raised.values() for other in raised.values()]
        mean = sum(raised.values()) / len(raised)
        assert row.gini == sum(pairs) / (2 * len(raised) ** 2 * mean)


def _counted(there: World, level: int) -> list[Clause]:
    return [
        clause
        for clause in there.scheme.standard.clauses.values()
        if clause.level == level or (there.ladder.cumulative and clause.level < level)
    ]


def test_examples_are_as_they_are_told(seed: int) -> None:
    there = world(seed)
    for row in there.found.levels:
        if row.unmet:
            example = row.unmet.example
            unmet = [
                name for name in own(there, row.level.number) if example.assessment.points[name] == there.points[0]
            ]
            assert len(unmet) == row.unmet.count
            assert example.result.level >= row.level.number
        if row.idle and row.idle.example:
            assert row.idle.example.result.level >= row.level.number
    for carry in there.found.carries:
        assert carry.reached == carry.example.result.level
