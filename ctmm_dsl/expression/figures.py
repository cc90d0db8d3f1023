"""Numbers as people write them: exactly, as decimals or per cents, and stretches of them in both languages.

In: rational numbers. Out: words. Shared by whatever speaks of numbers: checks, results, generators.
"""

from __future__ import annotations

from fractions import Fraction

from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import Interval


def percent(share: Fraction) -> str:
    return decimal(share * 100) + "%"


def decimal(number: Fraction) -> str:
    """A number exactly: as a decimal where it is one, else as a fraction."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest > 1:
        return f"{number.numerator}/{number.denominator}"
    places = 0
    while (number * 10**places).denominator > 1:
        places += 1
    digits = str(abs(int(number * 10**places))).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def figure(number: Fraction, in_percent: bool) -> str:
    return percent(number) if in_percent else decimal(number)


def stretch(interval: Interval, in_percent: bool) -> Both:
    """A stretch of numbers, as both languages write it: 0..100, 1.., 0 (open)..1, 70%."""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return both(*2 * (figure(low, in_percent),))
    if low is None and high is None:
        return both("任何数", "any number")
    if high is None and low is not None:
        words = figure(low, in_percent)
        return (
            both(f"大于 {words}", f"above {words}")
            if interval.low_open
            else both(f"{words} 以上", f"{words} and above")
        )
    if low is None and high is not None:
        words = figure(high, in_percent)
        return (
            both(f"小于 {words}", f"below {words}")
            if interval.high_open
            else both(f"{words} 以下", f"{words} and below")
        )
    assert low is not None and high is not None
    ends = figure(low, in_percent), figure(high, in_percent)
    zh_ends = ("（不含）" if interval.low_open else "", "（不含）" if interval.high_open else "")
    en_ends = (" (excluded)" if interval.low_open else "", " (excluded)" if interval.high_open else "")
    return both(f"{ends[0]}{zh_ends[0]} 到 {ends[1]}{zh_ends[1]}", f"{ends[0]}{en_ends[0]} to {ends[1]}{en_ends[1]}")
