"""The range of an expression: all values that it can have while every quantity stays within its bounds.

In: an expression. Out: an `Interval` that holds every value, or None where that cannot be said (a divisor may be zero, a name is unknown).
Operands are taken as independent of each other, but for one thing that formulas of shares rest on: a part divided by its whole is at
most one. So the range is never too narrow, and it is reached at both ends where each quantity is read once.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from typing import assert_never

from ctmm_dsl.expression.kinds import unit_fault
from ctmm_dsl.expression.steps import take
from ctmm_dsl.model import Interval, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression

ZERO, ONE = Fraction(0), Fraction(1)
MOST_TERMS = 8
"""Of longer sums it is not tried whether one is a part of the other."""


class Ranges:
    """Ranges of expressions; that of a named part, and of a computed quantity, is found once."""

    def __init__(self) -> None:
        self._known: dict[int, Interval | None] = {}

    def of(self, expression: Expression) -> Interval | None:  # noqa: C901  a case for each kind of expression
        match expression:
            case model.Number():
                return Interval.at(expression.value)
            case model.Read():
                return self.quantity(expression.quantity)
            case model.Named():
                part = expression.part
                if id(part) not in self._known:
                    self._known[id(part)] = self.of(part.body)
                return self._known[id(part)]
            case model.Arithmetic():
                return self._arithmetic(expression)
            case model.Extreme():
                ranges = self._all(expression.of)
                merge = Interval.greatest if expression.greatest else Interval.smallest
                return reduce(merge, ranges) if ranges else None
            case model.Conditional():
                branches = self._all((expression.then, expression.otherwise))
                return branches[0].hull(branches[1]) if branches else None
            case model.PerItem():
                counted = self.quantity(expression.counted)
                return counted and _capped(counted * Interval.at(expression.points), expression.most)
            case model.Tier():
                return self._tier(expression)
            case model.Checklist():
                return self._checklist(expression)
            case model.Choose():
                return _hull(expression.points.values())
            case model.Comparison() | model.Junction() | model.Negation() | model.Unknown():
                return None
            case _:
                assert_never(expression)

    def quantity(self, quantity: Quantity) -> Interval | None:
        """The numbers that a quantity may be; one that is computed, as far as what it is computed from allows. Nothing is said of one that
        is not declared soundly."""
        if not quantity.numeric or unit_fault(quantity) or not _whole_fits(quantity):
            return None
        if quantity.definition is None:
            return quantity.interval
        if id(quantity) not in self._known:
            computed = self.of(quantity.definition)
            self._known[id(quantity)] = computed and computed.both(quantity.interval)
        return self._known[id(quantity)]

    def _all(self, expressions: Iterable[Expression]) -> list[Interval] | None:
        ranges = [self.of(expression) for expression in expressions]
        known = [interval for interval in ranges if interval is not None]
        return known if len(known) == len(ranges) else None

    # ---- arithmetic ------------------------------------------------------------------------------------------------

    def _arithmetic(self, expression: model.Arithmetic) -> Interval | None:
        if expression.operator == "/":
            return self._quotient(expression)
        ends = self._all((expression.left, expression.right))
        if ends is None:
            return None
        left, right = ends
        match expression.operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case _:
                return left * right

    def _quotient(self, expression: model.Arithmetic) -> Interval | None:
        ends = self._all((expression.left, expression.right))
        if ends is None:
            return None
        left, divisor = ends
        if expression.empty is not None and divisor.low == ZERO:
            smallest = ONE if is_whole(expression.right) else ZERO
            divisor = Interval(smallest, divisor.high, smallest == ZERO, divisor.high_open)
            if divisor.empty:  # it is always zero
                return self.of(expression.empty)
        if not excludes_zero(divisor):
            return None
        ratio = self._share(expression, divisor) or left * divisor.inverse()
        if expression.empty is None:
            return ratio
        instead = self.of(expression.empty)
        return instead and ratio.hull(instead)

    def _share(self, expression: model.Arithmetic, divisor: Interval) -> Interval | None:
        """The range of a part divided by its whole, times a number."""
        factor, part = _core(expression.left)
        if factor < 0 or not is_part(part, expression.right):
            return None
        counted = self.of(part)
        if counted is None or counted.low is None:
            return None
        least = Interval(counted.low, low_open=counted.low_open) * divisor.inverse()
        return Interval(least.low, ONE, least.low_open) * Interval.at(factor)

    # ---- tables ----------------------------------------------------------------------------------------------------

    def _tier(self, expression: model.Tier) -> Interval | None:
        subject = self.of(expression.subject)
        if subject is None:
            return None
        steps = take(expression.steps, subject, is_whole(expression.subject))
        points = [step.points for step, taken in zip(expression.steps, steps.taken, strict=True) if taken]
        if steps.left and expression.otherwise is not None:
            points.append(expression.otherwise)
        return _hull(points)

    def _checklist(self, expression: model.Checklist) -> Interval | None:
        total = Interval.at(ZERO)
        for entry in expression.entries:
            worth: Interval | None = Interval(ZERO, entry.points)
            if entry.quantity.kind != "flag":
                counted = self.quantity(entry.quantity)
                worth = counted and _capped(counted * Interval.at(entry.points), entry.most)
            if worth is None:
                return None
            total = total + worth
        if any(entry.gate for entry in expression.entries):
            total = total.hull(Interval.at(ZERO))
        return _capped(total, expression.most)


def _whole_fits(quantity: Quantity) -> bool:
    whole = quantity.whole
    if whole is None:
        return quantity.whole_span is None
    return (whole.kind, whole.unit) == (quantity.kind, quantity.unit)


def excludes_zero(divisor: Interval) -> bool:
    """Whether a divisor is always above zero."""
    return divisor.low is not None and (divisor.low > 0 or (divisor.low == 0 and divisor.low_open))


def is_whole(expression: Expression) -> bool:
    """Whether the value is always a whole number: a count, or a sum of counts."""
    match expression:
        case model.Read():
            definition = expression.quantity.definition
            return expression.quantity.kind == "count" and (definition is None or is_whole(definition))
        case model.Named():
            return is_whole(expression.part.body)
        case model.Number():
            return expression.value.denominator == 1
        case model.Arithmetic():
            return expression.operator in "+-*" and is_whole(expression.left) and is_whole(expression.right)
        case _:
            return False


def _capped(points: Interval, most: Fraction | None) -> Interval:
    return points if most is None else points.smallest(Interval.at(most))


def _hull(points: Iterable[Fraction]) -> Interval | None:
    found = list(points)
    return Interval(min(found), max(found)) if found else None


# ---- parts of wholes -------------------------------------------------------------------------------------------


def _core(expression: Expression) -> tuple[Fraction, Expression]:
    """An expression as a number times the rest: 100 × a as (100, a)."""
    match expression:
        case model.Named():
            return _core(expression.part.body)
        case model.Arithmetic(operator="*", left=model.Number(value=factor), right=rest):
            more, core = _core(rest)
            return factor * more, core
        case model.Arithmetic(operator="*", left=rest, right=model.Number(value=factor)):
            more, core = _core(rest)
            return factor * more, core
    return ONE, expression


def is_part(part: Expression, whole: Expression) -> bool:
    """Whether a sum of quantities is never more than another, because each of its terms is within one of the other's."""
    terms, others = _terms(part), _terms(whole)
    if terms is None or others is None:
        return False
    spread = [one for other in others for one in _spread(other)]
    return _match(terms, others) or _match(terms, spread)


def _terms(expression: Expression) -> list[Quantity] | None:
    match expression:
        case model.Read():
            return [expression.quantity] if expression.quantity.numeric else None
        case model.Named():
            return _terms(expression.part.body)
        case model.Arithmetic(operator="+"):
            left, right = _terms(expression.left), _terms(expression.right)
            return left + right if left is not None and right is not None else None
        case _:
            return None


def _spread(quantity: Quantity) -> list[Quantity]:
    """A quantity that is a sum of others as these, else itself."""
    return (_terms(quantity.definition) if quantity.definition is not None else None) or [quantity]


def _match(terms: list[Quantity], others: list[Quantity]) -> bool:
    """Whether every term can be given another of its own that it is within."""
    if not terms:
        return True
    if len(terms) > MOST_TERMS:
        return False
    return any(
        within(terms[0], other) and _match(terms[1:], others[:at] + others[at + 1 :]) for at, other in enumerate(others)
    )


def within(part: Quantity, whole: Quantity) -> bool:
    """Whether a quantity is a part of another, at once or through others; a term of a sum is a part of it."""
    waiting, terms = [whole], {id(whole)}
    while waiting:
        definition = waiting.pop().definition
        for term in (_terms(definition) if definition is not None else None) or ():
            if id(term) not in terms:
                terms.add(id(term))
                waiting.append(term)
    above: Quantity | None = part
    while above is not None and id(above) not in terms:
        above = above.whole
    return above is not None
