"""What holds of every indicator by formula, of the shipped standards and of the mixed one: it stays in the range that the compiler
computed, comes to both ends of it, rises with every numerator; and the bounds of an incomplete assessment hold for every completion."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.assessment.values import constraints
from ctmm_dsl.expression.evaluate import Evaluator, Value
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Calculation, Interval, Node, Quantity, Scheme
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, operands, reported_for
from ctmm_dsl.score import NodeScore, Result, bounds, score
from tests import cities, golden, strategies

MIXED = golden.edition_of(golden.FOLDER / "mixed").schemes
SCHEMES = {scheme.id: scheme for scheme in (*strategies.shipped(), *MIXED) if scheme.standard.formulas}
EVERY_KIND = {scheme.id: scheme for scheme in (*strategies.shipped(), *MIXED)}
FAR = Fraction(10) ** 30
"""So far a quantity without end is taken."""
NEAR = Fraction(1, 10**9)
"""So near a formula comes to an end that it cannot reach."""

every_scheme = pytest.mark.parametrize("name", SCHEMES)
some = settings(max_examples=60, derandomize=True, database=None, deadline=None)
seeds = st.integers(0, 10**9)


def indicators(scheme: Scheme) -> list[tuple[Node, Calculation]]:
    return [
        (node, scheme.calculation(node)) for node in scheme.standard.leaves() if node.id in scheme.standard.formulas
    ]


INDICATORS = [(name, node.id) for name, scheme in SCHEMES.items() for node, _ in indicators(scheme)]


# ---- ranges --------------------------------------------------------------------------------------------------------------


@every_scheme
@some
@given(seeds)
def test_every_score_lies_in_the_computed_range(name: str, seed: int) -> None:
    evaluator = Evaluator(cities.values(SCHEMES[name], Random(seed)))
    for node, calculation in indicators(SCHEMES[name]):
        for expression in calculation.expressions():
            found = Ranges().of(expression)
            assert found and found.holds(evaluator.number(expression)), node.id


def candidates(quantity: Quantity) -> list[Value]:
    """The values at which a formula may come to an end of its range."""
    if quantity.kind == "flag":
        return [False, True]
    if quantity.kind == "choice":
        return [option.code for option in quantity.options]
    low, high = quantity.interval.low, quantity.interval.high
    assert low is not None
    if quantity.interval.low_open:
        low = Fraction(1) if quantity.kind == "count" else NEAR
    return [low, high if high is not None else FAR, *([] if high is not None else [low + 1])]


class Search:
    """Looks for the values that bring a calculation furthest, up or down: one quantity after another is set to the best that it can be.
    That finds the end of whatever rises or falls in each of its quantities."""

    def __init__(self, scheme: Scheme, calculation: Calculation) -> None:
        self.standard, self.calculation = scheme.standard, calculation
        self.quantities = calculation.quantities()
        self.related = [one for one in self.standard.quantities if one.whole is not None or one.definition is not None]

    def sound(self, values: dict[str, Value]) -> bool:
        """Whether what is computed is in range, and no part is above its whole, among what the calculation reads."""
        return not any(constraints(self.standard, values))

    def furthest(self, up: bool) -> Fraction:
        ends = [self._climbed(up, dict(start)) for start in self._starts()]
        return max(ends) if up else min(ends)

    def _starts(self) -> Iterator[dict[str, Value]]:
        """Everything at its lowest; everything at its highest; wholes at a size that any part can fill."""
        for at in (0, 1):
            values = {name: candidates(one)[at] for name, one in self.quantities.items()}
            yield values if self.sound(values) else self._mended(values)

    def _mended(self, values: dict[str, Value]) -> dict[str, Value]:
        """Values with every sum within its range and every part within its whole."""
        for _ in range(4):
            for problem in constraints(self.standard, values):
                quantity = next(one for one in self.standard.quantities if f'"{one.name}"' in problem.path)
                for one in reported_for(quantity):
                    values[one.name] = self._fitting(one, quantity, values)
        assert self.sound(values), values
        return values

    def _fitting(self, one: Quantity, quantity: Quantity, values: dict[str, Value]) -> Fraction:
        parts = reported_for(quantity)
        if quantity.whole is None:
            return Fraction(1)
        return Evaluator(values).quantity(quantity.whole) if one is parts[0] else Fraction(0)

    def _climbed(self, up: bool, values: dict[str, Value]) -> Fraction:
        best = self._worth(values)
        while True:
            steps = [
                self._step(values, name, value) for name, one in self.quantities.items() for value in candidates(one)
            ]
            found = [(self._worth(step), at) for at, step in enumerate(steps) if step is not None]
            furthest, at = max(found) if up else min(found, key=lambda pair: (pair[0], pair[1]))
            if (furthest <= best) if up else (furthest >= best):
                return best
            best, values = furthest, steps[at] or values

    def _step(self, values: dict[str, Value], name: str, value: Value) -> dict[str, Value] | None:
        """The values with one changed; a part that is then above its whole, or a whole below its part, follows."""
        changed = {**values, name: value}
        if self.sound(changed):
            return changed
        for quantity in self.related:
            if quantity.whole is not None and name in (one.name for one in reported_for(quantity.whole)):
                for one in reported_for(quantity):
                    if one.name in changed:
                        changed[one.name] = min(
                            Fraction(changed[one.name]), Evaluator(changed).quantity(quantity.whole)
                        )
        return changed if self.sound(changed) else None

    def _worth(self, values: dict[str, Value]) -> Fraction:
        return Evaluator(values).number(self.calculation.body)


@pytest.mark.parametrize(("name", "node"), INDICATORS)
def test_both_ends_of_the_range_are_reached(name: str, node: str) -> None:
    """Every indicator of these standards rises or falls in each of its quantities; an end that is open, or none, is come near to."""
    scheme = SCHEMES[name]
    calculation = scheme.calculation(scheme.standard.nodes[node])
    found = Ranges().of(calculation.body)
    assert found
    search = Search(scheme, calculation)
    lowest, highest = search.furthest(up=False), search.furthest(up=True)
    assert _reached(found, lowest, highest), (found, lowest, highest)


def _reached(found: Interval, lowest: Fraction, highest: Fraction) -> bool:
    low = found.low is not None and (lowest == found.low or (found.low_open and lowest - found.low < 100 * NEAR))
    high = (
        highest > FAR / 1000
        if found.high is None
        else highest == found.high or (found.high_open and found.high - highest < NEAR)
    )
    return low and high


# ---- numerators ----------------------------------------------------------------------------------------------------------


def ratios(expression: Expression) -> Iterator[model.Arithmetic]:
    if isinstance(expression, model.Arithmetic) and expression.operator == "/":
        yield expression
    for operand in operands(expression):
        yield from ratios(operand)


class Raised(NamedTuple):
    """A ratio of an indicator, and the score of that, before and after one of its numerators was raised."""

    node: str
    quantity: str
    ratio: tuple[Fraction, Fraction]
    score: tuple[Fraction, Fraction]
    falls: bool


def raised(scheme: Scheme, seed: int) -> Iterator[Raised]:
    """Every numerator of every ratio in turn, raised where it then still is sound."""
    random = Random(seed)
    values = cities.values(scheme, random)
    before = Evaluator(values)
    for node, calculation in indicators(scheme):
        for expression in calculation.expressions():
            for ratio in ratios(expression):
                for quantity in _numerators(ratio):
                    if (more := _more(quantity, values, random, scheme)) is not None:
                        after = Evaluator(more)
                        worth = before.number(calculation.body), after.number(calculation.body)
                        falls = any(map(_falls, calculation.expressions()))
                        yield Raised(node.id, quantity.name, (before.number(ratio), after.number(ratio)), worth, falls)


@every_scheme
@some
@given(seeds)
def test_raising_a_numerator_lowers_no_ratio(name: str, seed: int) -> None:
    """Nor the score of its indicator, where nothing is taken away in it."""
    for one in raised(SCHEMES[name], seed):
        assert one.ratio[0] <= one.ratio[1], one
        assert one.falls or one.score[0] <= one.score[1], one


@every_scheme
def test_every_numerator_is_raised_in_some_city(name: str) -> None:
    scheme = SCHEMES[name]
    numerators = {
        quantity.name
        for _, calculation in indicators(scheme)
        for expression in calculation.expressions()
        for ratio in ratios(expression)
        for quantity in _numerators(ratio)
    }
    found = [one for seed in range(30) for one in raised(scheme, seed)]
    assert {one.quantity for one in found} == numerators and len(numerators) >= 5
    assert {one.quantity for one in found if one.ratio[0] < one.ratio[1]} == numerators, "and its ratio rises with it"


def _numerators(ratio: Expression) -> list[Quantity]:
    above, below = ({one.name: one for one in _read(ratio, up)} for up in (True, False))
    return [one for one in above.values() if one.name not in below]


def _read(expression: Expression, up: bool) -> Iterator[Quantity]:
    """What a city reports for the numbers above (`up`) or below the lines of division of an expression."""
    if isinstance(expression, model.Read) and expression.quantity.numeric and up:
        yield from reported_for(expression.quantity)
    elif isinstance(expression, model.Arithmetic) and expression.operator == "/":
        yield from _read(expression.left, up)
        yield from _read(expression.right, not up)
    else:
        for operand in operands(expression):
            yield from _read(operand, up)


def _more(quantity: Quantity, values: dict[str, Value], random: Random, scheme: Scheme) -> dict[str, Value] | None:
    """The values with one raised, as far as they are then still sound."""
    more = random.choice((Fraction(1), Fraction(10), Fraction(1000)))
    changed = {**values, quantity.name: Fraction(values[quantity.name]) + more}
    within = quantity.interval.holds(Fraction(changed[quantity.name]))
    return changed if within and not any(constraints(scheme.standard, changed)) else None


def _falls(expression: Expression) -> bool:
    """Whether something is taken away in an expression, so that it may fall where a part of it rises."""
    minus = isinstance(expression, model.Arithmetic) and expression.operator == "-"
    return minus or any(_falls(operand) for operand in operands(expression))


# ---- partial assessments --------------------------------------------------------------------------------------------------


def worths(result: Result) -> Iterator[tuple[Fraction | None, Fraction | None]]:
    """The score and the deduction of every node, and the total, in a fixed order."""
    for tree in [level.tree for level in result.levels] + ([result.tree] if result.tree else []):
        yield tree.total, tree.deducted
        waiting: list[NodeScore] = list(tree.domains)
        while waiting:
            node = waiting.pop()
            yield node.score, node.deducted
            waiting += node.children


@pytest.mark.parametrize("name", EVERY_KIND)
@some
@given(seeds)
def test_bounds_hold_for_every_completion(name: str, seed: int) -> None:
    """What a city reports is cut down at random; whatever it was, it lies between the bounds of what is left."""
    scheme, random = EVERY_KIND[name], Random(seed)
    whole = _reported(scheme, seed)
    kept = random.random()
    part = Assessment(
        points={key: value for key, value in whole.points.items() if random.random() < kept},
        values={key: value for key, value in whole.values.items() if random.random() < kept},
        standings={key: value if random.random() < kept else () for key, value in whole.standings.items()},
        respondents=whole.respondents,
    )
    lower, upper = bounds(scheme, part)
    found = score(scheme, whole)
    assert lower.level <= found.level <= upper.level
    for (low, least), (number, taken), (high, most) in zip(*map(worths, (lower, found, upper)), strict=True):
        assert number is not None and taken is not None
        assert (low is None or low <= number) and (high is None or number <= high)
        assert (most is None or most <= taken) and (least is None or taken <= least), (
            "deductions are least in the upper bound"
        )
    if found.rubric and lower.rubric and upper.rubric:
        for low_, mid, top in zip(*map(_levels, (lower, found, upper)), strict=True):
            assert low_ <= mid <= top


def _levels(result: Result) -> Iterator[int]:
    waiting: list[Any] = [result.rubric]
    while waiting:
        row = waiting.pop()
        yield from (row.figure.now, row.figure.planned, row.reached.now, row.reached.planned)
        waiting += row.children


def _reported(scheme: Scheme, seed: int) -> Assessment:
    read = read_assessment(cities.text_of(cities.assessment(scheme, seed)), scheme)
    assert isinstance(read, Assessment)
    return read


@pytest.mark.parametrize("name", SCHEMES)
def test_bounds_of_nothing_are_the_ranges(name: str) -> None:
    """With no quantity reported, each indicator is anything in its range; those that read none are what they are."""
    scheme = SCHEMES[name]
    rows = [
        dict(_leaves(one)) for one in bounds(scheme, Assessment(standings=dict.fromkeys(scheme.standard.rubrics, ())))
    ]
    for node, calculation in indicators(scheme):
        found = Ranges().of(calculation.body)
        assert found
        ends = [row[node.id].deducted if calculation.deducts else row[node.id].score for row in rows]
        assert ends == ([found.high, found.low] if calculation.deducts else [found.low, found.high])


def _leaves(result: Result) -> Iterator[tuple[str, NodeScore]]:
    trees = [level.tree for level in result.levels] or [result.tree]
    waiting: list[NodeScore] = list(trees[0].domains if trees[0] else ())
    while waiting:
        node = waiting.pop()
        yield node.node.id, node
        waiting += node.children
