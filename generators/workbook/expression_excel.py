"""Formulas of a standard as formulas of a spreadsheet, right at the edge in programs that calculate with doubles.

In: expressions of the model, and the cells in which quantities, named parts and options stand. Out: formulas of the closed algebra.

Points may be a rounding error off, which no shown figure lets through. What is compared may not: a share of 90 % is 90 %. So ratios of
whole numbers are compared by multiplying crosswise, in whole numbers; anything else is first rounded to the digits that a double surely
has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import assert_never

from ctmm_dsl.expression.ranges import is_whole
from ctmm_dsl.model import Interval, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from generators.workbook.formula import Formula, Op, Ref, both_hold, call, choose, exact, lift, one_holds

YES, NO = "是", "否"
"""A flag, as a city answers it."""

DIGITS = 13
"""So many digits of a calculated number are surely right in a double, which has 15 to 17."""
FACTORS = 2
"""A product of so many numbers of a city is still a whole number exactly: each would have to have eight digits before it is not."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where what an expression reads stands: quantities by name, the parts of its calculation, the options of choices by quantity."""

    quantities: Mapping[str, Ref]
    options: Mapping[str, Sequence[Ref]]
    parts: Mapping[str, Ref]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A number as `above / below`, both whole numbers, `below` above zero; None is 1. `factors`: of how many numbers of a city the larger
    of them is a product."""

    above: Formula
    below: Formula | None
    factors: int


# ---- comparing numbers that are not whole ------------------------------------------------------------------------


def snapped(number: Formula, near: Fraction) -> Formula:
    """A number that is the same as what it is compared with where only a rounding error lies between them."""
    digits = len(str(abs(int(near)))) if near else 1
    return call("ROUND", number, max(0, DIGITS - digits))


def against(operator: str, number: Formula, bound: Fraction) -> Formula:
    """Whether a calculated number is at least, above … a bound."""
    whole = Fraction(bound.numerator)
    return Op(operator, snapped(times(number, Fraction(bound.denominator)), whole), lift(bound.numerator))


def between(operator: str, left: Formula, right: Formula) -> Formula:
    """Whether one calculated number is at least, above … another; by their difference, as a part of the greater."""
    size = call("MAX", 1, call("ABS", left), call("ABS", right))
    return Op(operator, call("ROUND", Op("/", Op("-", left, right), size), DIGITS - 1), lift(0))


def times(number: Formula, factor: Fraction) -> Formula:
    return number if factor == 1 else Op("*", number, lift(factor))


class Formulas:
    """Writes the expressions of one calculation."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def number(self, expression: Expression) -> Formula:  # noqa: C901  a case for each kind of expression
        match expression:
            case model.Number():
                return lift(expression.value)
            case model.Read():
                return self.places.quantities[expression.quantity.name]
            case model.Named():
                return self.places.parts[expression.part.name]
            case model.Arithmetic():
                return self._arithmetic(expression)
            case model.Extreme():
                return call("MAX" if expression.greatest else "MIN", *map(self.number, expression.of))
            case model.Conditional():
                condition = self.truth(expression.condition)
                return choose(condition, self.number(expression.then), self.number(expression.otherwise))
            case model.PerItem():
                return self._counted(expression.counted, expression.points, expression.most)
            case model.Tier():
                return self._tier(expression)
            case model.Checklist():
                return self._checklist(expression)
            case model.Choose():
                return self._choose(expression)
            case model.Comparison() | model.Junction() | model.Negation() | model.Unknown():
                raise TypeError(expression)  # the checks let no such model through
            case _:
                assert_never(expression)

    def truth(self, expression: Expression) -> Formula:
        match expression:
            case model.Read():
                return self._flag(expression.quantity)
            case model.Comparison():
                return self._compared(expression)
            case model.Junction():
                sides = self.truth(expression.left), self.truth(expression.right)
                return both_hold(*sides) if expression.every else one_holds(*sides)
            case model.Negation():
                return call("NOT", self.truth(expression.of))
            case _:
                raise TypeError(expression)

    def _flag(self, quantity: Quantity) -> Formula:
        return exact(self.places.quantities[quantity.name], YES)

    def _arithmetic(self, expression: model.Arithmetic) -> Formula:
        divided = Op(expression.operator, self.number(expression.left), self.number(expression.right))
        if expression.empty is None:
            return divided
        nothing = self.compared("=", expression.right, model.Number(Fraction(0), False, expression.span))
        return choose(nothing, self.number(expression.empty), divided)

    # ---- tables ------------------------------------------------------------------------------------------------

    def _counted(self, quantity: Quantity, points: Fraction, most: Fraction | None) -> Formula:
        worth = times(self.places.quantities[quantity.name], points)
        return worth if most is None else call("MIN", most, worth)

    def _tier(self, expression: model.Tier) -> Formula:
        """The points of the first step that holds; the last takes all that is left, as the checks have seen."""
        rows = [(step.interval, step.points) for step in expression.steps]
        last = expression.otherwise if expression.otherwise is not None else rows.pop()[1]
        found: Formula = lift(last)
        for interval, points in reversed(rows):
            found = choose(self.within(expression.subject, interval), points, found)
        return found

    def within(self, subject: Expression, interval: Interval) -> Formula:
        """Whether a number lies in a stretch."""
        bounds = []
        if interval.low is not None and interval.low == interval.high:
            bounds = [("=", interval.low)]
        else:
            bounds += [(">" if interval.low_open else ">=", interval.low)] if interval.low is not None else []
            bounds += [("<" if interval.high_open else "<=", interval.high)] if interval.high is not None else []
        tests = [self.compared(sign, subject, model.Number(bound, False, subject.span)) for sign, bound in bounds]
        return tests[0] if len(tests) == 1 else both_hold(*tests)

    def _checklist(self, expression: model.Checklist) -> Formula:
        entries = [self._entry(entry) for entry in expression.entries]
        points = entries[0] if len(entries) == 1 else call("SUM", *entries)
        if expression.most is not None:
            points = call("MIN", expression.most, points)
        gates = [self._met(entry.quantity) for entry in expression.entries if entry.gate]
        if not gates:
            return points
        return choose(gates[0] if len(gates) == 1 else both_hold(*gates), points, 0)

    def _entry(self, entry: model.Entry) -> Formula:
        if entry.quantity.kind == "flag":
            return choose(self._flag(entry.quantity), entry.points, 0)
        return self._counted(entry.quantity, entry.points, entry.most)

    def _met(self, quantity: Quantity) -> Formula:
        return self._flag(quantity) if quantity.kind == "flag" else self.places.quantities[quantity.name] > 0

    def _choose(self, expression: model.Choose) -> Formula:
        """The options' names stand in cells, whatever is in them."""
        answer = self.places.quantities[expression.quantity.name]
        named = zip(expression.quantity.options, self.places.options[expression.quantity.name], strict=True)
        rows = [(name, expression.points[option.code]) for option, name in named]
        last = lift(rows.pop()[1])
        return reduce(lambda rest, row: choose(exact(answer, row[0]), row[1], rest), reversed(rows), last)

    # ---- comparing ---------------------------------------------------------------------------------------------

    def _compared(self, expression: model.Comparison) -> Formula:
        return self.compared(expression.operator, expression.left, expression.right)

    def compared(self, operator: str, left: Expression, right: Expression) -> Formula:
        """In whole numbers where both are made of whole numbers, else up to rounding errors."""
        one, other = self._ratio(left), self._ratio(right)
        if one and other and one.factors + other.factors <= FACTORS:
            return Op(operator, _product(one.above, other.below), _product(other.above, one.below))
        if isinstance(right, model.Number):
            return against(operator, self.number(left), right.value)
        if isinstance(left, model.Number):
            return against(TURNED[operator], self.number(right), left.value)
        return between(operator, self.number(left), self.number(right))

    def _ratio(self, expression: Expression) -> Ratio | None:
        match expression:
            case model.Number(value=value):
                below = None if value.denominator == 1 else lift(value.denominator)
                return Ratio(lift(value.numerator), below, 0)
            case model.Named(part=part):
                return Ratio(self.places.parts[part.name], None, 1) if is_whole(expression) else self._ratio(part.body)
            case model.Read(quantity=quantity):
                if is_whole(expression):
                    return Ratio(self.places.quantities[quantity.name], None, 1)
                return self._ratio(quantity.definition) if quantity.definition is not None else None
            case model.Arithmetic(operator="+" | "-") if is_whole(expression):
                return Ratio(self.number(expression), None, 1)
            case model.Arithmetic(operator="*" | "/", empty=None):
                return self._made(expression)
            case _:
                return None

    def _made(self, expression: model.Arithmetic) -> Ratio | None:
        """A product, or a ratio: what is divided by is above zero, as the compiler has proved."""
        left, right = self._ratio(expression.left), self._ratio(expression.right)
        if left is None or right is None:
            return None
        if expression.operator == "/":
            right = Ratio(right.below or lift(1), right.above, right.factors)
            factors = max(left.factors, right.factors)
        else:
            factors = left.factors + right.factors
        below = right.below if left.below is None else _product(left.below, right.below)
        return Ratio(_product(left.above, right.above), below, factors)


TURNED = {">=": "<=", ">": "<", "<=": ">=", "<": ">", "=": "="}


def _product(one: Formula, other: Formula | None) -> Formula:
    """A product without factors that are 1."""
    if other is None or other == lift(1):
        return one
    return other if one == lift(1) else Op("*", one, other)
