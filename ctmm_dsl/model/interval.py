"""A stretch of numbers: the bounds of a quantity, the range of an expression, the values for which a step of a tier holds.

Exact; an end may be open (not itself in the stretch) or absent (None: without end). Sums and products are those of all pairs of
numbers, one from each stretch.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

End = tuple[Fraction | None, bool]
"""An end of a stretch and whether it is open; None is without end."""


@dataclass(frozen=True, slots=True)
class Interval:
    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    @staticmethod
    def at(value: Fraction) -> Interval:
        return Interval(value, value)

    @property
    def empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def holds(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    def both(self, other: Interval) -> Interval:
        """What lies in both."""
        low, low_open = max(_low(self), _low(other), key=_low_key)
        high, high_open = min(_high(self), _high(other), key=_high_key)
        return Interval(low, high, low_open, high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest stretch that both lie in."""
        low, low_open = min(_low(self), _low(other), key=_low_key)
        high, high_open = max(_high(self), _high(other), key=_high_key)
        return Interval(low, high, low_open, high_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __neg__(self) -> Interval:
        low, high = (None if end is None else -end for end in (self.high, self.low))
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        ends = [_product(one, two) for one in _ends(self) for two in _ends(other)]
        low, low_open = min(ends, key=_product_key(low=True))[1:]
        high, high_open = max(ends, key=_product_key(low=False))[1:]
        return Interval(low, high, low_open, high_open)

    def inverse(self) -> Interval:
        """One over a stretch of numbers above zero."""
        low = Fraction(0) if self.high is None else 1 / self.high
        high = None if not self.low else 1 / self.low
        return Interval(low, high, self.high_open or self.high is None, self.low_open and bool(self.low))

    def smallest(self, other: Interval) -> Interval:
        """The smaller of two numbers, one from each."""
        low, low_open = min(_low(self), _low(other), key=_low_key)
        high, high_open = min(_high(self), _high(other), key=_high_key)
        return Interval(low, high, low_open, high_open)

    def greatest(self, other: Interval) -> Interval:
        return -((-self).smallest(-other))


def _low(one: Interval) -> End:
    return one.low, one.low_open


def _high(one: Interval) -> End:
    return one.high, one.high_open


def _low_key(end: End) -> tuple[bool, Fraction, bool]:
    """The order of lower ends: none is the lowest, an open one lies just above its number."""
    value, is_open = end
    return value is not None, value or Fraction(0), is_open


def _high_key(end: End) -> tuple[bool, Fraction, bool]:
    value, is_open = end
    return value is None, value or Fraction(0), not is_open


_Signed = tuple[int, Fraction | None, bool]
"""An end with its sign where it is none: -1 is without end downwards, 1 upwards, 0 a number."""


def _ends(one: Interval) -> tuple[_Signed, _Signed]:
    return (-1 if one.low is None else 0, one.low, one.low_open), (
        1 if one.high is None else 0,
        one.high,
        one.high_open,
    )


def _product(one: _Signed, two: _Signed) -> _Signed:
    (far, value, is_open), (other_far, other_value, other_open) = one, two
    if value == 0 or other_value == 0:
        closed_zero = (value == 0 and not is_open) or (other_value == 0 and not other_open)
        return 0, Fraction(0), not closed_zero
    if value is None or other_value is None:
        sign = (far or (1 if (value or 0) > 0 else -1)) * (other_far or (1 if (other_value or 0) > 0 else -1))
        return sign, None, False
    return 0, value * other_value, is_open or other_open


def _product_key(*, low: bool):  # type: ignore[no-untyped-def]
    def key(end: _Signed) -> tuple[int, Fraction, bool]:
        far, value, is_open = end
        return far, value or Fraction(0), is_open if low else not is_open

    return key
