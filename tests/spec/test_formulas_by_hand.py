"""GB/T 33356-2022 as shipped, against its indicators worked out by hand: equal for random figures, and at every threshold and cap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from random import Random

import pytest

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.assessment.values import constraints
from ctmm_dsl.expression.evaluate import Evaluator, Value
from ctmm_dsl.model import Formula, Model, Node, Quantity, Scheme, Standard
from ctmm_dsl.scheme import schemes
from ctmm_dsl.score import score
from tests.spec import formulas_by_hand as city
from tests.spec import formulas_by_hand_county as county
from tests.spec.formulas_by_hand import Scores, Table, Values
from tests.spec.readings_by_hand import Readings, city_readings, county_readings

CITY, COUNTY = "gbt33356-city", "gbt33356-county"
Figures = dict[str, Value]


@dataclass(frozen=True)
class ByHand:
    """A part of the document: its sub-domains with their weights, what is taken off, the other readings."""

    weighed: dict[str, tuple[int, Table]]
    security: Table
    readings: Callable[[Values], Readings]

    def scores(self, values: Values) -> Scores:
        """分项分数 of every indicator."""
        return {name: worth for _, table in self.weighed.values() for name, worth in table(values).items()}

    def total(self, values: Values) -> Fraction:
        """Chapter 7: the weighted sum of the sub-domains, less what is taken off."""
        weighed = (Fraction(weight, 100) * sum(table(values).values()) for weight, table in self.weighed.values())
        return sum(weighed, Fraction(0)) - sum(self.security(values).values())


HAND = {
    CITY: ByHand(city.WEIGHTS, city.security, city_readings),
    COUNTY: ByHand(county.WEIGHTS, county.security, county_readings),
}


# ---- figures -------------------------------------------------------------------------------------------------------

TINY = Fraction(1, 10**9)
COUNTS = [*map(Fraction, range(38)), *map(Fraction, (69, 70, 71, 99, 100, 101, 12345))]
AMOUNTS = [
    Fraction(0),
    TINY,
    *(Fraction(number) / 4 for number in (1, 3, 4, 5, 6, 8, 28, 400)),
    Fraction(1, 3),
    1 - TINY,
    1 + TINY,
]
SHARES = [Fraction(number, 20) + near for number in range(21) for near in (-TINY, Fraction(0), TINY)]
POINTS = [Fraction(number, 20) for number in range(11)]
CHOSEN = {"count": COUNTS, "amount": AMOUNTS, "share": SHARES, "score": COUNTS, "points": POINTS}


def drawn(standard: Standard, random: Random) -> Figures:
    """What a city could report: within every bound, often just at one."""
    while True:
        figures: Figures = {}
        for quantity in standard.reported.values():
            figures[quantity.name] = _drawn(quantity, figures, random)
        if not any(constraints(standard, figures)):
            return figures


def _drawn(quantity: Quantity, figures: Figures, random: Random) -> Value:
    if quantity.kind == "flag":
        return random.random() < 0.7
    if quantity.kind == "choice":
        return random.choice(quantity.options).code
    most = Evaluator(figures).quantity(quantity.whole) if quantity.whole else None
    if most is not None and random.random() < 0.2:
        return most
    holds, usual = quantity.interval.holds, CHOSEN[quantity.kind]
    return next(one for one in random.sample(usual, len(usual)) if holds(one) and (most is None or one <= most))


def plain(standard: Standard, figures: Figures) -> Values:
    """The same figures as numbers: a flag 1 or 0, a choice the place of its option."""
    numbers: dict[str, Fraction] = {}
    for name, value in figures.items():
        codes = [option.code for option in standard.reported[name].options]
        numbers[name] = Fraction(codes.index(value)) if isinstance(value, str) else Fraction(value)
    return numbers


# ---- the compiler's worth --------------------------------------------------------------------------------------------


def _scheme(model: Model, name: str) -> Scheme:
    return next(scheme for scheme in schemes(model) if scheme.id == name)


def _leaves(standard: Standard) -> dict[str, tuple[Node, Formula]]:
    return {node.id: (node, node.leaf) for node in standard.leaves() if isinstance(node.leaf, Formula)}


def _weight(node: Node) -> Fraction:
    """The weight that the formula prints; sub-domains and single indicators print none."""
    return node.weight if node.layer == 2 and node.weight is not None else Fraction(1)


def _worth(standard: Standard, figures: Figures) -> Scores:
    evaluator = Evaluator(figures)
    return {
        name: evaluator.worth(formula.calculation)[0] * _weight(node)
        for name, (node, formula) in _leaves(standard).items()
    }


# ---- random figures --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", [CITY, COUNTY])
def test_every_indicator_is_worth_what_the_document_says(model: Model, name: str, seed: int) -> None:
    scheme, hand, random = _scheme(model, name), HAND[name], Random(seed)
    for _ in range(50):
        figures = drawn(scheme.standard, random)
        values = plain(scheme.standard, figures)
        assert _worth(scheme.standard, figures) == hand.scores(values) | hand.security(values), figures
        tree = score(scheme, Assessment(values=figures)).tree
        assert tree and tree.total == hand.total(values), figures


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", [CITY, COUNTY])
def test_every_other_reading_is_worth_what_it_says(model: Model, name: str, seed: int) -> None:
    standard, random = _scheme(model, name).standard, Random(seed)
    for _ in range(50):
        figures = drawn(standard, random)
        evaluator = Evaluator(figures)
        assert {
            (leaf, reading.name): evaluator.worth(reading.calculation)[0] * _weight(node)
            for leaf, (node, formula) in _leaves(standard).items()
            for reading in formula.readings
        } == HAND[name].readings(plain(standard, figures)), figures


@pytest.mark.parametrize("name", [CITY, COUNTY])
def test_the_figures_drawn_tell_indicators_apart(model: Model, name: str) -> None:
    standard, random = _scheme(model, name).standard, Random(0)
    seen: dict[str, set[Fraction]] = {leaf: set() for leaf in _leaves(standard)}
    for _ in range(50):
        for leaf, worth in _worth(standard, drawn(standard, random)).items():
            seen[leaf].add(worth)
    assert {leaf for leaf, worths in seen.items() if len(worths) < 2} == set()


# ---- thresholds and caps ---------------------------------------------------------------------------------------------

DEPARTMENTS = "access_departments", "access_departments_total"
AREAS = "digital_area", "built_area"
BOUNDARIES = [
    # what a ratio gives at its end, beyond it, and of nothing
    (CITY, "L1P5-A2", {"teachers_space": "1", "students_space": "1"}, "50"),
    (CITY, "L1P5-A2", {"teachers_space": "2", "students_space": "1"}, "50"),
    (CITY, "L1P5-A2", {"teachers_space": "1", "students_space": "0"}, "25"),
    (CITY, "L1P7-A2", {"service_users": "101", "residents_annual": "100"}, "50"),
    (CITY, "L1P7-A2", {"service_users": "99", "residents_annual": "100"}, "49.5"),
    (CITY, "L1P4-A3", {"health_files": "101", "residents": "100"}, "20.2"),
    (CITY, "L3P1-A3", {"env_reports": "0", "env_handled": "0"}, "30"),
    (CITY, "L3P1-A3", {"env_reports": "1", "env_handled": "0"}, "0"),
    (CITY, "L4P2-A1", {"map_cycle": "0.5"}, "50"),
    (CITY, "L4P2-A1", {"map_cycle": "1"}, "50"),
    (CITY, "L4P2-A1", {"map_cycle": "2"}, "37.5"),
    (CITY, "L5P1-A2", {"open_categories": "22"}, "50"),
    (CITY, "L5P1-A2", {"open_categories": "11"}, "25"),
    # where points for each item end
    *((CITY, "L1P3-A2", {"social_remote": str(count)}, str(10 * count)) for count in (0, 1, 3, 4)),
    *((CITY, "L1P3-A3", {"social_channels": str(count)}, worth) for count, worth in ((4, "16"), (5, "20"), (6, "20"))),
    *((CITY, "L1P6-A2", {"job_channels": str(count)}, worth) for count, worth in ((4, "40"), (5, "50"), (6, "50"))),
    *((CITY, "L1P7-A1", {"services_basic": "15", "services_more": str(count)}, worth)
      for count, worth in ((0, "15"), (34, "49"), (35, "50"), (36, "50"))),
    *((CITY, "L1P2-A1", {"tti_app_own": own, "tti_app_social": social}, worth)
      for own, social, worth in ((1, "0", "0.5"), (1, "3", "1.25"), (1, "4", "1.25"), (0, "4", "1"), (0, "6", "1.25"))),
    (CITY, "L1P2-A1", {"tti_app_social": "0", "tti_platform": 1, "tti_forecast": 1}, "6.25"),
    (CITY, "L1P2-A1", {"tti_app_social": "0", "tti_platform": 0, "tti_forecast": 1}, "0"),
    *((CITY, "L8P2-A1", {"method_innovations": str(one), "tool_innovations": str(other)}, worth)
      for one, other, worth in ((5, 10, "100"), (6, 11, "100"), (4, 9, "84"), (0, 0, "0"))),
    *((COUNTY, "L1P4-A1", {"farm_services": str(one), "farm_fields": str(other)}, worth)
      for one, other, worth in ((5, 3, "60"), (6, 4, "60"), (4, 2, "43.2"))),
    # which row a figure falls into
    *((CITY, "L1P9-A1", {DEPARTMENTS[0]: part, DEPARTMENTS[1]: "1000", "access_news": "0"}, worth) for part, worth in (
        ("0", "0"), ("299", "0"), ("300", "5"), ("301", "5"), ("599", "5"), ("600", "10"), ("899", "10"), ("900", "15"), ("1000", "15"))),
    *((CITY, "L1P9-A1", {DEPARTMENTS[0]: "0", "access_news": news}, worth)
      for news, worth in (("0", "0"), ("1", "2.5"), ("2", "5"), ("3", "10"))),
    *((name, leaf, {"cases_video": "0", "departments_served": served}, str(worth * Fraction(weight, 100)))
      for name, leaf, weight in ((CITY, "L2P2-A3", 30), (COUNTY, "L2P2-A3", 20))
      for served, worth in (("0", 0), ("1", 16), ("2", 16), ("3", 24), ("4", 24), ("5", 40), ("6", 40))),
    *((COUNTY, "L2P1-A2", {AREAS[0]: part, AREAS[1]: "1000"}, worth) for part, worth in (
        ("749.99", "16"), ("750", "17"), ("799.99", "17"), ("800", "18"), ("849.99", "18"), ("850", "19"), ("899.99", "19"),
        ("900", "20"), ("1000.01", "20"))),
    *((COUNTY, "L2P1-A2", {rate: str(Fraction(best - below, 100) - off)}, worth)
      for rate, best in (("case_filing_rate", 95), ("dispatch_rate", 90), ("handling_rate", 80), ("case_closing_rate", 90))
      for below, off, worth in ((0, 0, "20"), (0, TINY, "19"), (5, 0, "19"), (5, TINY, "18"), (10, 0, "18"), (10, TINY, "17"),
                                (15, 0, "17"), (15, TINY, "16"))),
    # what is taken off
    *((CITY, "L7P1-A1", {"secrecy_review": judged, "leaks": leaks}, off) for judged, leaks, off in (
        ("0", "0", "0"), ("0.5", "0", "0.5"), ("0", "4", "1.2"), ("0", "5", "1.5"), ("0.5", "6", "2"))),
    *((COUNTY, "L6P2-A1", {"crypto_gaps": gaps}, off) for gaps, off in (("0", "0"), ("9", "1.8"), ("10", "2"), ("11", "2"))),
    *((name, leaf, {"filing_rate": rate}, off) for name, leaf in ((CITY, "L7P3-A1"), (COUNTY, "L6P3-A1")) for rate, off in (
        ("0.5999", "1"), ("0.6", "0.5"), ("0.7999", "0.5"), ("0.8", "0"))),
    *((name, leaf, {"classification_rate": rate}, off) for name, leaf in ((CITY, "L7P4-A1"), (COUNTY, "L6P4-A1")) for rate, off in (
        ("0.6999", "1"), ("0.7", "0"), ("0.7001", "0.5"), ("0.8999", "0.5"), ("0.9", "0"), ("0.9001", "0"))),
    (CITY, "L7P3-A2", {"remediation_done": 0}, "1"),
    (CITY, "L7P3-A2", {"remediation_done": 1}, "0"),
    # which of several answers
    *((CITY, "L8P1-A1", {"leading_body": body, "city_plans": plans}, worth) for body, plans, worth in (
        ("none", "0", "0"), ("set_up", "0", "3"), ("working", "0", "6"), ("none", "3", "9"), ("none", "4", "9"))),
    *((COUNTY, "L7P1-A2", {"local_evaluation_rules": rules, "local_evaluation": done}, worth)
      for rules, done, worth in ((0, 1, "0"), (1, 0, "6"), (1, 1, "12"))),
    *((CITY, "L8P1-A3", {"operation_mechanism": mechanism, "operator": operator}, worth) for mechanism, operator, worth in (
        ("none", "none", "0"), ("planned", "none", "12"), ("established", "none", "20"), ("none", "present", "12"),
        ("none", "delivered", "20"))),
    (COUNTY, "L3P2-A2", {"habitat_platform": 1}, "25"),
]  # fmt: skip


def _usual(quantity: Quantity) -> Value:
    """No, the first option, and 1 of whatever is counted."""
    if quantity.kind == "flag":
        return False
    if quantity.kind == "choice":
        return quantity.options[0].code
    return Fraction(1) if quantity.interval.holds(Fraction(1)) else Fraction(0)


@pytest.mark.parametrize(("name", "leaf", "changed", "worth"), BOUNDARIES)
def test_at_thresholds_and_caps(model: Model, name: str, leaf: str, changed: dict[str, str | int], worth: str) -> None:
    standard, hand = _scheme(model, name).standard, HAND[name]
    figures = {quantity.name: _usual(quantity) for quantity in standard.reported.values()}
    for quantity, value in changed.items():
        kind = standard.reported[quantity].kind
        figures[quantity] = bool(value) if kind == "flag" else str(value) if kind == "choice" else Fraction(value)
    values = plain(standard, figures)
    assert _worth(standard, figures)[leaf] == Fraction(worth)
    assert (hand.scores(values) | hand.security(values))[leaf] == Fraction(worth)
