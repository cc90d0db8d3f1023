"""What may be entered in the answer cells of a workbook, cell by cell.

In: a sheet's validations as a file has them. Out: the rule of each cell, in one spelling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ctmm_dsl.sheets.grid import Validation
from ctmm_dsl.sheets.sheet_part import column_number
from generators.workbook.respelled import formula

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_TWO_ENDS = ("between", "notBetween")
_COMPARING = ("whole", "decimal", "date", "time", "textLength")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a cell may hold; `strict`: another entry is refused."""

    kind: str = "none"
    operator: str = ""
    first: str = ""
    second: str = ""
    strict: bool = False

    def __str__(self) -> str:
        ends = [end for end in (self.first, self.second) if end]
        return " ".join([self.kind, *([self.operator] if self.operator else []), " … ".join(ends)]).strip() + (
            "" if self.strict or self.kind == "none" else " (not enforced)"
        )


class Entries:
    """The rules of a sheet, by cell."""

    def __init__(self, validations: tuple[Validation, ...]) -> None:
        self._rules = [(block, _rule(one)) for one in validations for block in _blocks(one.cells)]
        self._single = {
            (top, left): rule for (top, left, bottom, right), rule in self._rules if (top, left) == (bottom, right)
        }
        self._wide = [(block, rule) for block, rule in self._rules if block[:2] != block[2:]]

    def at(self, row: int, column: int) -> Rule | None:
        if (row, column) in self._single:
            return self._single[row, column]
        return next(
            (
                rule
                for (top, left, bottom, right), rule in self._wide
                if top <= row <= bottom and left <= column <= right
            ),
            None,
        )


def _rule(one: Validation) -> Rule:
    if one.kind == "none":
        return Rule()
    operator = one.operator if one.kind in _COMPARING else ""
    second = formula(one.second) if operator in _TWO_ENDS else ""
    return Rule(one.kind, operator, formula(one.first), second, one.strict)


def _blocks(cells: str) -> list[tuple[int, int, int, int]]:
    found = []
    for match in _RANGE.finditer(cells):
        top, left = int(match[2]) - 1, column_number(match[1])
        bottom, right = (int(match[4]) - 1, column_number(match[3])) if match[3] else (top, left)
        found.append((top, left, bottom, right))
    return found
