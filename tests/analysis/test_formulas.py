"""What the analysis says of formulas and rubrics: ranges against random cities, and against all cities where these can be gone through."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

import pytest

from ctmm_dsl.analysis.analyse import analyse
from ctmm_dsl.analysis.examples import Examples, content
from ctmm_dsl.analysis.formula_values import Totals
from ctmm_dsl.analysis.found import Analysis
from ctmm_dsl.analysis.rubrics import rubrics
from ctmm_dsl.analysis.totals import worth
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.expression.evaluate import Evaluator
from ctmm_dsl.model import Formula, Model, Scheme
from ctmm_dsl.score import score
from ctmm_dsl.score.rubrics import median
from tests import strategies
from tests.generators import filling
from tests.referee.mixtures import COMBINATIONS, mixture
from tests.report_pages.examples import read
from tests.strategies import Files

SMALL = """standard small 小标准
  edition 1
  layers 域
method
  leaf formula
  parent weighted sum, less deductions

quantity portal 门户 flag at point

quantity stage 阶段 choice at point
  option early 初期
  option late 后期

quantity apps 应用数 count 个 at point
  range 0..4

quantity kinds 种类 count 种 at point
  range 0..2

quantity faults 事故 count 起 over period
  range 0..3

domain A 门户 25%
  score = checklist up to 100
    gate portal 20
    per apps each 20

domain B 阶段 45%
  score = choose stage
    early 20
    late 90
  @allow CT6014 "到不了满分"

domain C 应用 30%
  let b1 = per apps each 25
  let b2 = per apps each 10
  score = if kinds >= 1 then b1 else b2

domain X 扣分
  deduct = per faults each 2.5 up to 6
"""


@cache
def small() -> tuple[Scheme, Analysis]:
    scheme = Files((SMALL,), "small").compile()
    return scheme, analyse(Model((scheme.standard,), (), ()), scheme)


def totals(found: Analysis) -> Totals:
    assert found.totals
    return found.totals


def every_city() -> list[dict[str, Any]]:
    choices: dict[str, list[Any]] = {
        "portal": [True, False],
        "stage": ["early", "late"],
        "apps": [Fraction(n) for n in range(5)],
        "kinds": [Fraction(n) for n in range(3)],
        "faults": [Fraction(n) for n in range(4)],
    }
    return [dict(zip(choices, values, strict=True)) for values in product(*choices.values())]


def test_the_examples_are_the_best_and_the_worst_of_all_cities() -> None:
    scheme, found = small()
    worths = [worth(scheme, Assessment(values=values)) for values in every_city()]
    known = [one for one in worths if one is not None]
    assert (totals(found).low, totals(found).high) == (min(known), max(known))
    assert totals(found).lowest.result.tree and totals(found).lowest.result.tree.total == min(known)
    assert totals(found).highest.result.tree and totals(found).highest.result.tree.total == max(known)
    assert all(totals(found).range.holds(one) for one in known)
    assert totals(found).deductions == 6


def test_no_quantity_moves_more_than_is_said() -> None:
    scheme, found = small()
    cities = every_city()
    for one in totals(found).quantities:
        name = one.quantity.name
        by_rest: dict[Any, list[Fraction]] = {}
        for values in cities:
            rest = tuple(value for key, value in values.items() if key != name)
            total = worth(scheme, Assessment(values=values))
            assert total is not None
            by_rest.setdefault(rest, []).append(total)
        moved = max(max(found) - min(found) for found in by_rest.values())
        assert one.most is not None and moved <= one.most
        assert (moved == one.most) == (
            name in ("portal", "stage", "faults")
        )  # the others never move all that they touch


def test_an_indicator_that_cannot_reach_full_points() -> None:
    _, found = small()
    full = {one.node.id: one.full for one in totals(found).indicators if not one.deducts}
    assert full == {"A": True, "B": False, "C": True}


@cache
def schemes() -> dict[str, Scheme]:
    found = {scheme.id: scheme for scheme in strategies.shipped() if scheme.standard.formulas}
    return found | {f"mixture {kinds}": mixture(kinds) for kinds in COMBINATIONS if "formulas" in kinds}


@cache
def analysed(name: str) -> Analysis:
    scheme = schemes()[name]
    return analyse(Model((scheme.standard,), (), ()), scheme)


@pytest.mark.parametrize("name", list(schemes()))
def test_no_city_is_outside_the_ranges(name: str) -> None:
    scheme, found = schemes()[name], totals(analysed(name))
    for seed in range(6):
        city = read(filling.assessment(scheme, seed), scheme)
        total = worth(scheme, city)
        assert total is not None and found.range.holds(total)
        result = score(scheme, city)
        assert result.tree is None or result.tree.total == total
        evaluator = Evaluator(city.values)
        for one in found.indicators:
            points = evaluator.number(scheme.calculation(one.node).body)
            assert one.range is None or one.range.holds(points)
            assert one.most is None or points * one.weight <= one.most


@pytest.mark.parametrize("name", list(schemes()))
def test_examples_of_formulas_are_sound_assessments(name: str) -> None:
    scheme, found = schemes()[name], analysed(name)
    for example in (totals(found).lowest, totals(found).highest):
        city = read(content(scheme, example), scheme)
        assert dict(city.values) == {name: example.assessment.values[name] for name in scheme.asked}
        assert score(scheme, city).tree == example.result.tree
    assert totals(found).low <= totals(found).high
    for one in totals(found).indicators:
        assert one.lowest <= one.highest


def test_what_the_county_indicators_come_to() -> None:
    found = totals(analysed("gbt33356-county"))
    assert [one.node.id for one in found.indicators if one.full is False and not one.deducts] == ["L3P2-A2"]
    assert (found.range.low, found.range.high, found.deductions, found.low) == (-8, None, 8, -8)
    so_read = totals(analysed("gbt33356-county-readings"))
    assert (so_read.range.low, so_read.range.high, so_read.high) == (-8, 100, 100)


def test_a_reading_changes_the_range_of_its_leaf() -> None:
    found = totals(analysed("gbt33356-city"))
    capped = next(one for one in found.readings if one.node and (one.node.id, _name(one)) == ("L3P1-A1", "capped"))
    now = next(one.range for one in found.indicators if one.node.id == "L3P1-A1")
    assert now and now.high is None
    assert capped.range and capped.range.high == 100
    node = capped.node
    assert node and isinstance(node.leaf, Formula)
    city = read(filling.assessment(schemes()["gbt33356-city"], 3), schemes()["gbt33356-city"])
    given = analyse(Model((), (), ()), schemes()["gbt33356-city"], city)
    told = next(one for one in totals(given).readings if one.node is node and _name(one) == "capped")
    result = score(told.scheme, city)
    assert result.tree and told.given == result.tree.total


def _name(one: Any) -> str:
    return one.reading.name if one.reading else ""


# ---- rubrics -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("low", [True, False])
def test_how_many_leaves_a_median_takes(count: int, low: bool) -> None:
    lines = [
        "standard r 量规",
        "  edition 1",
        "  layers 域",
        "levels",
        "  1 一",
        "  2 二",
        "  3 三",
        "method",
        "  leaf rubric",
    ]
    lines += ["  respondents low median", f"  summary {'low' if low else 'high'} median", "  reached minimum"]
    for at in range(count):
        lines += ["", f"domain D{at} 域{at}", "  rubric", "    1 差", "    2 中", "    3 好"]
    scheme = Files(("\n".join(lines) + "\n",), "r").compile()
    found = rubrics(scheme, Examples(scheme, {}), None)
    for level in (2, 3):
        least = min(
            sum(one >= level for one in levels)
            for levels in product((1, 2, 3), repeat=count)
            if median(levels, low=low) >= level
        )
        assert least == found.whole.needed
    other = min(
        sum(one >= 2 for one in levels)
        for levels in product((1, 2, 3), repeat=count)
        if median(levels, low=not low) >= 2
    )
    assert other == found.whole.other
    assert found.example.result.rubric and found.example.result.rubric.figure.now == 3
    differing = any(median(one, low=True) != median(one, low=False) for one in product((1, 2, 3), repeat=count))
    assert (found.differs is not None) == differing
