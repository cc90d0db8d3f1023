"""The functions of a spreadsheet that the workbooks use, calculated exactly: the white list, and what each of them does.

In: values of cells. Out: values. Only functions that Excel 2010, WPS and LibreOffice share, and of each only what they agree on; what they
would differ in is an error of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from generators.workbook.values import (
    NONE_FOUND,
    NUMBER,
    Array,
    Fault,
    Scalar,
    Value,
    combined,
    each,
    is_number,
    number_of,
    one_value,
    plain,
    words_of,
)


def _over(summed: Callable[[list[int | Fraction]], Scalar]) -> Callable[..., Value]:
    """A function of all the numbers that there are; a range's texts and blanks do not count."""

    def function(*arguments: Value) -> Value:
        found: list[int | Fraction] = []
        for value in each(arguments):
            if isinstance(value, Fault):
                return value
            if not isinstance(value, str) and value is not None:
                found.append(value)
        return summed(found)

    return function


def _sum_of_products(*arguments: Value) -> Value:
    arrays = [value for value in arguments if isinstance(value, Array)]
    if len(arrays) != len(arguments) or len({len(array.values) for array in arrays}) != 1:
        raise ValueError("SUMPRODUCT takes ranges of one size")
    whole: int | Fraction = 0
    for row in zip(*(array.values for array in arrays), strict=True):
        product: int | Fraction = 1
        for value in row:
            if isinstance(value, Fault):
                return value
            product *= value if is_number(value) else 0
        whole += product
    return plain(whole)


def _all_hold(*arguments: Value) -> Value:
    truths = _truths(arguments)
    return truths if isinstance(truths, Fault) else all(truths)


def _one_holds(*arguments: Value) -> Value:
    truths = _truths(arguments)
    return truths if isinstance(truths, Fault) else any(truths)


def _not(argument: Value) -> Value:
    truths = _truths((argument,))
    return truths if isinstance(truths, Fault) else not truths[0]


def _truths(arguments: tuple[Value, ...]) -> list[bool] | Fault:
    found = []
    for value in arguments:
        if isinstance(value, Fault):
            return value
        if isinstance(value, str | Array):
            raise ValueError(f"{value!r} is neither true nor false everywhere")
        found.append(bool(value))
    return found


def _exact(left: Value, right: Value) -> Value:
    def same(one: Scalar, other: Scalar) -> Scalar:
        for value in (one, other):
            if isinstance(value, Fault):
                return value
        return words_of(one) == words_of(other)

    return combined(same, left, right)


def _tested(holds: Callable[[Scalar], bool]) -> Callable[[Value], Value]:
    def function(argument: Value) -> Value:
        if isinstance(argument, Array):
            return Array(argument.width, tuple(holds(value) for value in argument.values))
        return holds(argument)

    return function


def _count_if(range_: Value, criterion: Value) -> Value:
    """How many cells hold just this number. For texts it would know wildcards, and fold case."""
    number = one_value(criterion)
    if not is_number(number):
        raise ValueError("COUNTIF takes a number")
    return sum(value == number for value in each((range_,)) if is_number(value))


def _index(range_: Value, row: Value, column: Value = 1) -> Value:
    assert isinstance(range_, Array)
    at, across = number_of(one_value(row)), number_of(one_value(column))
    for value in (at, across):
        if isinstance(value, Fault):
            return value
    assert isinstance(at, int) and isinstance(across, int)
    if not (1 <= at <= len(range_.values) // range_.width and 1 <= across <= range_.width):
        return Fault("#REF!")
    return range_.values[(at - 1) * range_.width + across - 1]


def _match(wanted: Value, range_: Value, how: Value) -> Value:
    """Where a number stands in a range. For texts it would know wildcards, and fold case."""
    number = one_value(wanted)
    if isinstance(number, Fault):
        return number
    if not is_number(number) or how != 0:
        raise ValueError("MATCH takes a number, and looks for just that one")
    places = (at for at, value in enumerate(each((range_,)), 1) if is_number(value) and value == number)
    return next(places, NONE_FOUND)


def _ranked(*, down: bool) -> Callable[[Value, Value], Value]:
    def function(range_: Value, rank: Value) -> Value:
        at = one_value(rank)
        values = list(each((range_,)))
        faults = [value for value in (at, *values) if isinstance(value, Fault)]
        if faults:
            return faults[0]
        numbers = sorted((value for value in values if is_number(value)), reverse=down)  # type: ignore[type-var]
        assert isinstance(at, int)
        return numbers[at - 1] if 1 <= at <= len(numbers) else NUMBER

    return function


def _round(number: Value, places: Value) -> Value:
    """Half away from zero."""
    value, digits = number_of(one_value(number)), one_value(places)
    if isinstance(value, Fault):
        return value
    assert isinstance(digits, int)
    scaled = abs(Fraction(value)) * Fraction(10) ** digits
    rounded = (scaled + Fraction(1, 2)).__floor__() / Fraction(10) ** digits
    return plain(-rounded if value < 0 else rounded)


def _one_number(calculate: Callable[[int | Fraction], int | Fraction]) -> Callable[[Value], Value]:
    def function(argument: Value) -> Value:
        value = number_of(one_value(argument))
        return value if isinstance(value, Fault) else plain(calculate(value))

    return function


def _size(number: int | Fraction) -> int | Fraction:
    return -number if number < 0 else number


def _lazy(*arguments: Value) -> Value:
    raise AssertionError("IF and IFERROR look at their arguments one by one")


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "ABS": _one_number(_size),
    "AND": _all_hold,
    "COUNT": lambda *ranges: sum(is_number(value) for value in each(ranges)),
    "COUNTA": lambda *ranges: sum(value is not None for value in each(ranges)),
    "COUNTBLANK": lambda range_: sum(value is None or value == "" for value in each((range_,))),
    "COUNTIF": _count_if,
    "EXACT": _exact,
    "IF": _lazy,
    "IFERROR": _lazy,
    "INDEX": _index,
    "INT": _one_number(lambda value: value // 1),
    "ISNUMBER": _tested(lambda value: is_number(value)),
    "ISTEXT": _tested(lambda value: isinstance(value, str)),
    "LARGE": _ranked(down=True),
    "MATCH": _match,
    "MAX": _over(lambda numbers: max(numbers, default=0)),
    "MIN": _over(lambda numbers: min(numbers, default=0)),
    "NOT": _not,
    "OR": _one_holds,
    "ROUND": _round,
    "SMALL": _ranked(down=False),
    "SUM": _over(lambda numbers: plain(sum(numbers))),
    "SUMPRODUCT": _sum_of_products,
}
"""The white list: the functions that there are."""

WHOLE = (
    "COUNT",
    "COUNTA",
    "COUNTBLANK",
    "COUNTIF",
    "LARGE",
    "MATCH",
    "MAX",
    "MIN",
    "SMALL",
    "SUM",
    "SUMPRODUCT",
    "INDEX",
)
"""Functions that take ranges; a single cell is one too."""
