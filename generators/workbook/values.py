"""Values of a spreadsheet's cells, and the operators between them, exactly.

In: values of cells. Out: values. Where programs differ (a text in an ordering, a fraction joined to a text), an error of ours stops the
build. A text in a calculation is `#VALUE!`, as there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from operator import add, mul, sub


@dataclass(frozen=True, slots=True)
class Fault:
    """An error value, as `#DIV/0!`."""

    code: str


@dataclass(frozen=True, slots=True)
class Array:
    """The values of a range, row by row."""

    width: int
    values: tuple[Scalar, ...]


Scalar = int | Fraction | str | Fault | None
"""What stands in a cell; None is nothing. A condition's truth is a bool, which no cell holds."""
Value = Scalar | Array

VALUE, DIVISION, NONE_FOUND, NUMBER = Fault("#VALUE!"), Fault("#DIV/0!"), Fault("#N/A"), Fault("#NUM!")


def combined(one: Callable[[Scalar, Scalar], Scalar], left: Value, right: Value) -> Value:
    """An operator on two values, or on each pair of two ranges' values."""
    if isinstance(left, Array) and isinstance(right, Array):
        return Array(left.width, tuple(one(a, b) for a, b in zip(left.values, right.values, strict=True)))
    if isinstance(left, Array):
        return Array(left.width, tuple(one(a, one_value(right)) for a in left.values))
    if isinstance(right, Array):
        return Array(right.width, tuple(one(one_value(left), b) for b in right.values))
    return one(left, right)


# ---- values ----------------------------------------------------------------------------------------------------


def each(arguments: Iterable[Value]) -> Iterator[Scalar]:
    for value in arguments:
        if isinstance(value, Array):
            yield from value.values
        else:
            yield value


def one_value(value: Value) -> Scalar:
    """A value where one belongs; a range of one cell is that."""
    if isinstance(value, Array) and len(value.values) == 1:
        return value.values[0]
    if isinstance(value, Array):
        if len(value.values) != 1:
            raise ValueError("a range stands where one value belongs")
        return value.values[0]
    return value


def is_number(value: Scalar) -> bool:
    return isinstance(value, int | Fraction)


def number_of(value: Scalar) -> int | Fraction | Fault:
    """A value in a calculation: nothing is 0, a text is an error."""
    if value is None:
        return 0
    return VALUE if isinstance(value, str) else value


def sure(value: Scalar) -> int | Fraction:
    assert not isinstance(value, str | Fault)
    return value or 0


def plain(value: int | Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value


def words_of(value: Scalar) -> str:
    """A value as a part of a text: nothing is the empty one; how programs write a fraction differs."""
    if isinstance(value, Fraction):
        raise ValueError("how a fraction reads as a text is each program's own way")
    return "" if value is None else str(value)


# ---- operators -------------------------------------------------------------------------------------------------


def _arithmetic(
    calculate: Callable[[Fraction | int, Fraction | int], Fraction | int],
) -> Callable[[Scalar, Scalar], Scalar]:
    def operator(left: Scalar, right: Scalar) -> Scalar:
        one, other = number_of(left), number_of(right)
        if isinstance(one, Fault):
            return one
        return other if isinstance(other, Fault) else plain(calculate(one, other))

    return operator


def _divided(left: Scalar, right: Scalar) -> Scalar:
    one, other = number_of(left), number_of(right)
    if isinstance(one, Fault):
        return one
    if isinstance(other, Fault):
        return other
    return plain(Fraction(one) / other) if other else DIVISION


def _joined(left: Scalar, right: Scalar) -> Scalar:
    for value in (left, right):
        if isinstance(value, Fault):
            return value
    return words_of(left) + words_of(right)


def _equal(left: Scalar, right: Scalar) -> Scalar:
    for value in (left, right):
        if isinstance(value, Fault):
            return value
    if isinstance(left, str) and isinstance(right, str) and left and right:
        raise ValueError("= folds case: compare texts by EXACT")
    if isinstance(left, str) or isinstance(right, str):
        return (left or "") == (right or "") if not is_number(left) and not is_number(right) else False
    return (left or 0) == (right or 0)


def _unequal(left: Scalar, right: Scalar) -> Scalar:
    found = _equal(left, right)
    return found if isinstance(found, Fault) else not found


def _ordered(holds: Callable[[Fraction | int, Fraction | int], bool]) -> Callable[[Scalar, Scalar], Scalar]:
    def operator(left: Scalar, right: Scalar) -> Scalar:
        for value in (left, right):
            if isinstance(value, Fault):
                return value
            if isinstance(value, str):
                raise ValueError(f"programs differ in how {value!r} compares with a number")
        return holds(sure(left), sure(right))

    return operator


OPERATORS: dict[str, Callable[[Scalar, Scalar], Scalar]] = {
    "+": _arithmetic(add),
    "-": _arithmetic(sub),
    "*": _arithmetic(mul),
    "/": _divided,
    "&": _joined,
    "=": _equal,
    "<>": _unequal,
    "<": _ordered(lambda a, b: a < b),
    "<=": _ordered(lambda a, b: a <= b),
    ">": _ordered(lambda a, b: a > b),
    ">=": _ordered(lambda a, b: a >= b),
}
