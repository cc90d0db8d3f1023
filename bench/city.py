"""Generated scorers of formulas: the total of one city by the whole of GB/T 33356 beside a function written by hand, and a whole result."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from bench import city_by_hand
from bench.measure import ROOT, Figure, in_turn, time_of
from bench.scoring import loaded
from ctmm_dsl.assessment.values import constraints
from ctmm_dsl.model import Quantity, Scheme
from ctmm_dsl.model.expression import reported_for
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.scheme import schemes

CITIES = 100
CITY = "gbt33356-city"
Values = dict[str, Any]


def figures(scorer_file: Path, times: int) -> Iterator[Figure]:
    scheme, scorer = _scheme(), loaded(scorer_file)
    cities = _cities(scheme)
    totals = [scorer.total(city) for city in cities]
    assert totals == [city_by_hand.total(city) for city in cities], (
        "the function by hand and the scorer are to be compared, so they must agree"
    )
    generated, hand = in_turn(times, _each(scorer.total, cities), _each(city_by_hand.total, cities))
    absolute = {"total()": generated * 1e6, "by hand": hand * 1e6}
    yield Figure("a city by GB/T 33356, to a function by hand", generated / hand, 3, absolute, "µs a city")
    files = [{"standard": CITY, "edition": scheme.standard.edition, "values": _as_filed(city)} for city in cities]
    filed = [scorer.load(json.dumps(file)) for file in files]
    read_, whole, total = in_turn(
        times,
        _each(scorer.total, [file["values"] for file in filed]),
        _each(scorer.score, filed),
        _each(scorer.total, cities),
    )
    absolute = {"score()": whole * 1e6, "total() of a file": read_ * 1e6}
    yield Figure("a whole result, to the total alone", whole / total, None, absolute, "µs a city")


def _each(function: Callable[[Any], object], cities: list[Any]) -> Callable[[], float]:
    """What measures seconds a city."""

    def all_of_them() -> None:
        for city in cities:
            function(city)

    return lambda: time_of(all_of_them) / len(cities)


def _scheme() -> Scheme:
    sources, _ = read(find([ROOT / "spec"]))
    return next(scheme for scheme in schemes(compile_sources(sources).model) if scheme.id == CITY)


def _cities(scheme: Scheme) -> list[Values]:
    """Sound values of the quantities that are asked for, as a program would hold them: integers, and fractions where they are none."""
    asked = {
        name
        for node in scheme.standard.leaves()
        if node.id in scheme.standard.formulas
        for name in scheme.calculation(node).quantities()
    }
    quantities = [quantity for name, quantity in scheme.standard.reported.items() if name in asked]
    random = Random(1)
    cities: list[Values] = []
    for _ in range(CITIES):
        city: Values = {}
        for quantity in quantities:
            city[quantity.name] = _value(quantity, city, random)
        while wrong := [problem.path for problem in constraints(scheme.standard, city)]:
            for quantity in scheme.standard.quantities:
                if f'values["{quantity.name}"]' in wrong:  # a sum that is more than its whole
                    city |= {one.name: Fraction(city[one.name] // 2) for one in reported_for(quantity)}
        cities.append({name: _as_held(value) for name, value in city.items()})
    return cities


def _value(quantity: Quantity, city: Values, random: Random) -> Any:
    """A value of the size that such figures have; a part is less than its whole."""
    if quantity.kind == "flag":
        return random.random() < 0.7
    if quantity.kind == "choice":
        return random.choice(quantity.options).code
    most = quantity.interval.high or random.choice((30, 20_000))
    if quantity.whole:
        most = city.get(quantity.whole.name, most)
    if quantity.kind == "count":
        return Fraction(random.randrange(1, int(most) + 1))
    drawn = Fraction(random.randrange(1, 1000), 1000) * most
    return Fraction(int(drawn * 100) + 1, 100) if most > 1 else drawn / 2


def _as_held(value: Any) -> Any:
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def _as_filed(city: Values) -> Values:
    """As a file has it: counts and truths bare, other figures as texts."""
    return {
        name: f"{value.numerator * 10**6 // value.denominator}e-6" if isinstance(value, Fraction) else value
        for name, value in city.items()
    }
