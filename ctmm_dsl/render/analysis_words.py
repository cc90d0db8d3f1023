"""How an analysis is written for a terminal: figures, stretches, the names of readings, tables."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.findings import both
from ctmm_dsl.model import Interval
from ctmm_dsl.render.columns import aligned
from ctmm_dsl.score.as_json import spoken

READINGS = {
    "own": both("只计本级条款", "own level only"),
    "cumulative": both("累计本级及以下条款", "cumulative"),
    "inclusive": both("恰为门槛也算（≥）", "the threshold itself is enough (≥)"),
    "strict": both("恰为门槛不算（>）", "the threshold itself is not enough (>)"),
    "hundredths": both("先四舍五入到两位小数再比", "rounded to two places first"),
    "whole": both("先四舍五入到整数再比", "rounded to whole points first"),
    "any": both("任一级达标即可", "any level, not one by one"),
    "one by one": both("须逐级达标", "one by one, not any level"),
}


Words = TypeVar("Words")


def said(language: str, zh: Words, en: Words) -> Words:
    """One of two texts, or of two rows of texts."""
    return zh if language == "zh" else en


def score(number: Fraction | None) -> str:
    return "∞" if number is None else str(spoken(number, Fraction(0))["shown"])


def beside(number: Fraction, end: Fraction | None) -> str:
    """A score; one that rounding would make look like the end of a range says on which side of it it lies."""
    return str(spoken(number, end)["shown"])


def part(number: Fraction) -> str:
    """A part of a whole in per cent: exactly where two places are enough, else rounded."""
    percent = number * 100
    return f"{decimal(percent)}%" if (percent * 100).denominator == 1 else f"{score(percent)}%"


def several(low: str, high: str) -> str:
    return low if low == high else f"{low}…{high}"


def stretched(one: Interval | None, language: str, *, percent: bool = False) -> str:
    """A stretch of numbers with its brackets, rounded for display; an end that is not there is infinite."""
    if one is None:
        return said(language, "不详", "not known")
    shown = part if percent else score
    low = "−∞" if one.low is None else shown(one.low)
    high = "∞" if one.high is None else shown(one.high)
    opened = "(" if one.low_open or one.low is None else "["
    return f"{opened}{low}, {high}{')' if one.high_open or one.high is None else ']'}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"  {line}" for line in aligned([list(head), *map(list, rows)])]
