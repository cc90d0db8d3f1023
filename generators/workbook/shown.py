"""Scores as they are shown: rounded half up to two places, and beside the threshold never without saying on which side.

In: the cells of a score. Out: formulas. The same as `ctmm_dsl/score/as_json.py` says it.
"""

from __future__ import annotations

from fractions import Fraction

from generators.workbook.exactness import Measure
from generators.workbook.formula import Formula, Ref, call, choose, joined
from generators.workbook.node_steps import DIGITS, UNBOUNDED
from generators.workbook.values import plain


def shown_number(hundredths: Ref, number: Ref, measure: Measure, threshold: Fraction | None) -> Formula:
    """As a number with two places; as a text where it has to be told from the threshold."""
    plainly: Formula = choose(call("ISNUMBER", hundredths), hundredths / 100, UNBOUNDED)
    if measure.exact:
        plainly = hundredths / 100
    return _told_apart(hundredths, number, measure, threshold, plainly, shown_text(hundredths))


def shown_spoken(hundredths: Ref, number: Ref, measure: Measure, threshold: Fraction | None) -> Formula:
    """As a text: what the result's JSON calls `shown`."""
    return _told_apart(hundredths, number, measure, threshold, shown_text(hundredths), shown_text(hundredths))


def shown_text(hundredths: Ref) -> Formula:
    """`83.81`, digit by digit: how a program writes a number as a text depends on the country it is set to."""
    size = call("ABS", hundredths)
    whole, tenths = call("INT", size / 100), call("INT", size / 10)
    digits = joined(choose(hundredths < 0, "-", ""), whole, ".", tenths - 10 * whole, size - 10 * tenths)
    return choose(call("ISNUMBER", hundredths), digits, UNBOUNDED)


def _told_apart(
    hundredths: Ref, number: Ref, measure: Measure, threshold: Fraction | None, plainly: Formula, text: Formula
) -> Formula:
    """Where rounding makes a score look like the threshold: whether it is above or below."""
    if threshold is None or (threshold * 100).denominator > 1:
        return plainly
    above = plain(threshold * measure.parts)
    distance = number - above if measure.exact else call("ROUND", number - above, DIGITS)
    sided = choose(distance > 0, joined(">", text), choose(distance < 0, joined("<", text), plainly))
    return choose(hundredths.eq(plain(threshold * 100)), sided, plainly)
