"""The value of an expression, exactly, on rational numbers.

In: an expression of a checked model and what a city reported. Out: a `Fraction`, or a truth. Nothing can divide by zero here: the
compiler has proved that no divisor is zero within the bounds of its quantities, and reading has refused what is outside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from ctmm_dsl.model import Calculation, Part, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression

Value = Fraction | bool | str
"""What a city reports: a number, a flag, or the code of an option."""
Values = Mapping[str, Value]


class Evaluator:
    """Evaluates the expressions of one city; a quantity that is computed, and a named part, is computed once."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self._computed: dict[str, Fraction] = {}
        self._parts: dict[int, Fraction] = {}

    def worth(self, calculation: Calculation) -> tuple[Fraction, dict[str, Fraction]]:
        """The points of a calculation, and the values of its named parts."""
        parts = {part.name: self.part(part) for part in calculation.parts}
        return self.number(calculation.body), parts

    def part(self, part: Part) -> Fraction:
        if id(part) not in self._parts:
            self._parts[id(part)] = self.number(part.body)
        return self._parts[id(part)]

    def quantity(self, quantity: Quantity) -> Fraction:
        """The number that a quantity has, or that is computed for it. Raises `KeyError` where nothing was reported."""
        if quantity.definition is None:
            value = self.values[quantity.name]
            assert isinstance(value, Fraction)
            return value
        if quantity.name not in self._computed:
            self._computed[quantity.name] = self.number(quantity.definition)
        return self._computed[quantity.name]

    def number(self, expression: Expression) -> Fraction:  # noqa: C901  a case for each kind of expression
        match expression:
            case model.Number():
                return expression.value
            case model.Read():
                return self.quantity(expression.quantity)
            case model.Named():
                return self.part(expression.part)
            case model.Arithmetic():
                return self._arithmetic(expression)
            case model.Extreme():
                values = [self.number(operand) for operand in expression.of]
                return max(values) if expression.greatest else min(values)
            case model.Conditional():
                return self.number(expression.then if self.truth(expression.condition) else expression.otherwise)
            case model.PerItem():
                return _capped(self.quantity(expression.counted) * expression.points, expression.most)
            case model.Tier():
                return self._tier(expression)
            case model.Checklist():
                return self._checklist(expression)
            case model.Choose():
                return expression.points[str(self.values[expression.quantity.name])]
            case model.Comparison() | model.Junction() | model.Negation() | model.Unknown():
                raise TypeError(expression)  # the checks let no such model through
            case _:
                assert_never(expression)

    def truth(self, expression: Expression) -> bool:
        match expression:
            case model.Read():
                return self.values[expression.quantity.name] is True
            case model.Comparison():
                return _compare(expression.operator, self.number(expression.left), self.number(expression.right))
            case model.Junction():
                if expression.every:
                    return self.truth(expression.left) and self.truth(expression.right)
                return self.truth(expression.left) or self.truth(expression.right)
            case model.Negation():
                return not self.truth(expression.of)
            case _:
                raise TypeError(expression)

    def _arithmetic(self, expression: model.Arithmetic) -> Fraction:
        left, right = self.number(expression.left), self.number(expression.right)
        match expression.operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
        if right == 0 and expression.empty is not None:
            return self.number(expression.empty)
        return left / right

    def _tier(self, expression: model.Tier) -> Fraction:
        value = self.number(expression.subject)
        points = next((step.points for step in expression.steps if step.interval.holds(value)), expression.otherwise)
        assert points is not None
        return points

    def _checklist(self, expression: model.Checklist) -> Fraction:
        total = Fraction(0)
        for entry in expression.entries:
            if entry.gate and not self._met(entry):
                return Fraction(0)
            total += self._entry(entry)
        return _capped(total, expression.most)

    def _met(self, entry: model.Entry) -> bool:
        """Whether a flag is set, or there is any of a count; what that is worth does not matter."""
        if entry.quantity.kind == "flag":
            return self.values[entry.quantity.name] is True
        return self.quantity(entry.quantity) > 0

    def _entry(self, entry: model.Entry) -> Fraction:
        if entry.quantity.kind == "flag":
            return entry.points if self.values[entry.quantity.name] is True else Fraction(0)
        return _capped(self.quantity(entry.quantity) * entry.points, entry.most)


def _capped(points: Fraction, most: Fraction | None) -> Fraction:
    return points if most is None else min(points, most)


def _compare(operator: str, left: Fraction, right: Fraction) -> bool:
    match operator:
        case ">=":
            return left >= right
        case ">":
            return left > right
        case "<=":
            return left <= right
        case "<":
            return left < right
        case _:
            return left == right
