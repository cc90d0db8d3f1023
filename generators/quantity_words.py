"""How files that people fill in speak of quantities: unit, time, range, what each is a part of, who reads it; in Chinese.

In: quantities and schemes of the model. Out: words. Shared by the schemas, the blank files and the pages that list quantities, so that all
say it the same way.
"""

from __future__ import annotations

from ctmm_dsl.checks.spoken import stretch
from ctmm_dsl.model import Quantity, Scheme

BASES = {"point": "时点", "period": "时段"}
UNITS = {"share": "占比，如 45% 或 0.45", "flag": "是或否", "choice": "选一项", "score": "分", "points": "分"}


def unit_words(quantity: Quantity) -> str:
    """What a value is counted in, or what is to be given where there is no unit; empty for a bare count."""
    return quantity.unit or UNITS.get(quantity.kind, "")


def range_words(quantity: Quantity) -> str:
    """The values that there are: a stretch of numbers, or the options; empty for a flag."""
    if quantity.kind == "choice":
        return "、".join(f"{option.code} 即“{option.label}”" for option in quantity.options)
    if not quantity.numeric:
        return ""
    words = stretch(quantity.interval, in_percent=quantity.kind == "share")["zh"]
    return f"{words}的整数" if quantity.kind == "count" else words


def whole_words(quantity: Quantity) -> str:
    """What it is a part of, or nothing."""
    return f"“{quantity.whole.label}”的一部分" if quantity.whole else ""


def conditions(quantity: Quantity) -> str:
    """All that whoever fills it in has to know: 项；时点；1 以上的整数；“…”的一部分."""
    said = (unit_words(quantity), BASES[quantity.basis], range_words(quantity), whole_words(quantity))
    return "；".join(words for words in said if words)


def readers(scheme: Scheme) -> dict[str, list[str]]:
    """The leaves whose calculations read each reported quantity in a scheme, at once or through others; none where only readings that
    are not chosen need it."""
    found: dict[str, list[str]] = {name: [] for name in scheme.standard.reported}
    for node in scheme.standard.walk():
        if node.id in scheme.standard.formulas:
            for name in scheme.calculation(node).quantities():
                found[name].append(node.id)
    return found
