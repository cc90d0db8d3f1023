"""Cells as they stand in a file, whatever program wrote it.

In: what a reader found in a cell. Out: a `Grid` of cells, and each cell as the JSON text of an assessment would have it. A number is the
shortest decimal that the spreadsheet's own number stands for, which is what was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from ctmm_dsl.sheets.layout import cell_name

Kind = Literal["", "date", "percent"]
"""How a number is shown, as far as that says what was typed."""


class Cell(NamedTuple):
    """`value`: a text, a truth, a number as `json` reads it, or None where only a formula stands; `formula` is without its `=`. An error
    value is its text, as `#N/A`, and has `fault`."""

    value: Any
    formula: str | None = None
    shown: Kind = ""
    locked: bool = True
    fault: bool = False


class Validation(NamedTuple):
    """What may be entered in cells (`A1:B2 C3`), as the file has it; `strict`: another entry is refused."""

    cells: str
    kind: str
    operator: str
    first: str
    second: str
    strict: bool


@dataclass(frozen=True)
class Grid:
    """A sheet's cells that hold something, by row and column from 0. A table that is no sheet has no name, and begins in row `first`."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    validations: tuple[Validation, ...] = ()
    protected: bool = False
    first: int = 0
    unlocked: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    def place(self, row: int, column: int) -> str:
        """A cell as people name it: `条款评估!G12`."""
        return f"{self.name}!{cell_name(row, column)}" if self.name else cell_name(row, column)

    def said(self, row: int, column: int) -> Any:
        """What a cell says, as JSON would have it; None where it says nothing. A formula is told as its text: what it comes to nobody has
        checked, and no answer reads like one."""
        cell = self.cells.get((row, column))
        if cell is None:
            return None
        if cell.formula is not None:
            return "=" + cell.formula
        if isinstance(cell.value, str | bool):
            return cell.value or None if isinstance(cell.value, str) else cell.value
        if cell.shown == "date":
            return _day(cell.value)
        return percent(cell.value) if cell.shown == "percent" else cell.value

    def words(self, row: int, column: int) -> str:
        """What a cell says, as a text; empty where it says nothing."""
        said = self.said(row, column)
        if isinstance(said, bool):
            return "TRUE" if said else "FALSE"
        return said if isinstance(said, str) else "" if said is None else decimal(said)


def decimal(number: Any) -> str:
    """A number without an exponent."""
    return _plain(Decimal(repr(number)))


def _plain(number: Decimal) -> str:
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def percent(number: Any) -> str:
    """0.45 as 45%: what is typed where a cell shows percents."""
    return _plain(Decimal(repr(number)) * 100) + "%"


EPOCH = date(1899, 12, 30)
_LAST = 2_900_000


def _day(serial: Any) -> Any:
    """The day that a number stands for; such as are none stay numbers."""
    if not 60 < serial < _LAST:
        return serial
    return (EPOCH + timedelta(days=int(serial))).isoformat()
