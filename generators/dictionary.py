"""The dictionary of quantities: their kinds and ranges as generated texts say them, and which indicators need them.

In: values of the model. Out: words. Shared by the generators that list all quantities, whatever the scheme, or say what data is asked for.
"""

from __future__ import annotations

from ctmm_dsl.checks.spoken import decimal
from ctmm_dsl.model import Calculation, Interval, Quantity, Standard
from ctmm_dsl.model.expression import read_by, rests_on

KINDS = {
    "count": "计数",
    "amount": "数值",
    "share": "占比",
    "flag": "是否",
    "choice": "选择",
    "score": "得分",
    "points": "分值",
}

User = tuple[str, str]
"""An indicator, and the name of the one reading that needs the quantity; empty where the document's own calculation does."""


def needed(calculation: Calculation) -> dict[str, Quantity]:
    """All quantities that a calculation rests on, those that are computed and those that they are computed from."""
    read = [quantity for expression in calculation.expressions() for quantity in read_by(expression)]
    return {one.name: one for quantity in read for one in rests_on(quantity)}


def used_by(standard: Standard) -> dict[str, list[User]]:
    """Who needs each quantity, also through others that are computed from it."""
    users: dict[str, list[User]] = {}
    for node, formula in standard.formulas.items():
        own = needed(formula.calculation)
        for name in own:
            users.setdefault(name, []).append((node, ""))
        for reading in formula.readings:
            for name in needed(reading.calculation):
                if name not in own:
                    users.setdefault(name, []).append((node, reading.name))
    return users


def range_of(interval: Interval) -> str:
    """As the language writes it: 0..1, 1.., > 0; where an end is open, its sign stands before its number."""
    low = "" if interval.low is None else "> " * interval.low_open + decimal(interval.low)
    high = "" if interval.high is None else "< " * interval.high_open + decimal(interval.high)
    return low if interval.low_open and not high else f"{low}..{high}"
