"""What a workbook shows as its result, held against the referee's.

In: a workbook as it was handed in, and the result of its answers as JSON has it. Out: the cells that show something else: their formulas
were altered, or no program recalculated them after the answers changed. What no program has calculated shows nothing and is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ctmm_dsl.sheets.grid import decimal
from ctmm_dsl.sheets.workbook import Workbook
from generators.workbook import names


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell, what it shows, and what it should."""

    place: str
    shown: str
    computed: str


def differences(book: Workbook, told: Mapping[str, Any]) -> tuple[Difference, ...]:
    """`told`: a result, or the lower bound of an incomplete one: unanswered counts as the worst in both."""
    return tuple(_found(book, told))


def _found(book: Workbook, told: Mapping[str, Any]) -> Iterator[Difference]:
    for name, computed in _expected(told):
        place, cell = book.named(name) or ("", None)
        if cell is None or cell.value is None:
            continue
        shown = cell.value if isinstance(cell.value, str) else decimal(cell.value)
        if shown != computed:
            yield Difference(place, shown, computed)


def _expected(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "levels" in told:
        yield names.LEVEL, str(told["level"])
        for level in told["levels"]:
            yield names.SHOWN.format(level=level["level"]), level["score"]["shown"]
    elif "total" in told:
        yield names.TOTAL, told["total"]["shown"]
