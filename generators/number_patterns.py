"""Numbers as texts, as regular expressions (ECMA-262, as JSON Schema asks): how one is written, and within which bounds.

In: an interval. Out: patterns. An assessment may give a number as a text, "95" or "45%", and the bounds of a text can be said only by its
digits. Plain decimals are held to their bounds here. Of numbers with an exponent or in full-width signs, which are rare, only the form is
said: the reader of assessments holds them to their bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.checks.spoken import decimal
from ctmm_dsl.model import Interval

DIGITS = "[0-9]*"
REST = r"(\.[0-9]+)?"
"""What may follow the digits before the point."""
ZEROS = r"(\.0+)?"


def plain(interval: Interval, *, whole: bool, percent: bool) -> str:
    """A decimal within an interval; `whole`: only zeros after the point; `percent`: 45% is 0.45. Blanks around it do not matter."""
    forms = list(_within(interval, "", whole))
    if percent:
        forms += _within(interval * Interval.at(Fraction(100)), "%", whole)
    return rf"^\s*({'|'.join(forms)})\s*$"


def rare(*, percent: bool) -> str:
    """The form of a number with an exponent or a full-width sign."""
    digits, sign, last = "[0-9０-９]+", "[-+－＋]?", "[%％]?" if percent else ""
    number = rf"{sign}{digits}([.．]{digits})?([eEｅＥ]{sign}[0-9０-９]{{1,2}})?{last}"
    return rf"^\s*(?=\S*[eEｅＥ０-９．％＋－]){number}\s*$"


def _within(interval: Interval, last: str, whole: bool) -> Iterator[str]:
    """A decimal within an interval, and zero with a minus sign where zero is in it."""
    bounds: list[list[str]] = []
    if interval.low is not None and (interval.low > 0 or interval.low_open):
        bounds.append([*_beyond(interval.low, True), *_level(interval.low, True, interval.low_open)])
    if interval.high is not None:
        bounds.append([*_beyond(interval.high, False), *_level(interval.high, False, interval.high_open)])
    ahead = "".join(f"(?=0*({'|'.join(forms)})(?![0-9.]))" for forms in bounds)
    yield rf"\+?{ahead}[0-9]+{ZEROS if whole else REST}{last}"
    if interval.holds(Fraction(0)):
        yield f"-0+{ZEROS}{last}"


def _beyond(bound: Fraction, above: bool) -> Iterator[str]:
    """The decimals whose digits before the point alone make them greater, or less, than a bound."""
    digits = _digits(bound)[0]
    if above:
        yield f"[1-9][0-9]{{{len(digits)},}}{REST}"
    elif len(digits) > 1:
        yield f"[0-9]{{1,{len(digits) - 1}}}{REST}"
    for at, others in _others(digits, above):
        if others != "0" or len(digits) == 1 or at:
            yield f"{digits[:at]}{others}{'[0-9]' * (len(digits) - at - 1)}{REST}"


def _level(bound: Fraction, above: bool, is_open: bool) -> Iterator[str]:
    """The decimals with the bound's digits before the point that are beyond it after the point, or the bound itself."""
    digits, after = _digits(bound)
    for at, others in _others(after, above):
        yield rf"{digits}\.{after[:at]}{others}{DIGITS}"
    if above:
        yield rf"{digits}\.{after}{DIGITS}[1-9]{DIGITS}"
    elif after:
        yield digits
        yield from (rf"{digits}\.{after[:at]}" for at in range(1, len(after)))
    if not is_open:
        yield rf"{digits}\.{after}0*" if after else f"{digits}{ZEROS}"


def _others(digits: str, above: bool) -> Iterator[tuple[int, str]]:
    """At each place, the digits that are greater, or less, than the one that stands there."""
    for at, digit in enumerate(digits):
        low, high = (int(digit) + 1, 9) if above else (0, int(digit) - 1)
        if low <= high:
            yield at, str(low) if low == high else f"[{low}-{high}]"


def _digits(bound: Fraction) -> tuple[str, str]:
    """The digits of a bound before and after the point. A bound is a decimal, as it is written."""
    before, _, after = decimal(bound).partition(".")
    return before, after
