"""One sheet of a workbook: its cells, and what may be entered in them.

In: the events of a sheet's part. Out: a `Grid`. Cells that hold nothing are passed over, however many there are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ctmm_dsl.sheets.grid import Cell, Grid, Kind, Validation
from ctmm_dsl.sheets.layout import cell_name
from ctmm_dsl.sheets.markup import Attributes
from ctmm_dsl.sheets.unreadable import Unreadable

MOST = 200_000
"""A sheet holds no more cells, a workbook no more texts."""

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LONE = re.compile("[\ud800-\udfff]")
_HELD = ("v", "f", "t")
DAY_1904 = 1462
"""So many days lie between the two days from which spreadsheets count."""
LONGEST = 400
"""Characters of a number; programs write some twenty."""


class Style(NamedTuple):
    """How cells of a style are shown, and whether they are protected."""

    shown: Kind = ""
    locked: bool = True


class SheetReader:
    """`whole`: also notes which cells may be changed, for an audit."""

    def __init__(
        self, name: str, texts: Sequence[str], styles: Sequence[Style], *, since_1904: bool = False, whole: bool = False
    ) -> None:
        self.name, self.texts, self.styles = name, texts, styles
        self.since_1904, self.whole = since_1904, whole
        self.cells: dict[tuple[int, int], Cell] = {}
        self.unlocked: set[tuple[int, int]] = set()
        self.validations: list[Validation] = []
        self.protected = False
        self._inside = False
        self._row, self._place, self._column = -1, "", -1
        self._cell: Attributes | None = None
        self._found: dict[str, list[str]] = {}
        self._shared: dict[str, str] = {}
        self._formula: Attributes = {}
        self._listening: list[str] | None = None
        self._skipped = 0
        self._validation: dict[str, str] = {}

    def grid(self) -> Grid:
        return Grid(self.name, self.cells, tuple(self.validations), self.protected, unlocked=frozenset(self.unlocked))

    # ---- events --------------------------------------------------------------------------------------------------

    def begin(self, name: str, attributes: Attributes) -> None:
        if self._inside:
            self._begin_inside(name, attributes)
        elif name == "sheetData":
            self._inside = True
        elif name == "sheetProtection":
            self.protected = attributes.get("sheet") in ("1", "true")
        elif name == "dataValidation":
            self._validation = dict(attributes)
        elif name in ("formula1", "formula2", "sqref", "f") and self._validation:
            self._listening = []

    def _begin_inside(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell, self._found = attributes, {}
            if "r" in attributes:
                self._place = attributes["r"]
            else:  # it follows the last one
                self._column = (self._parsed(self._place)[1] if self._place else self._column) + 1
                self._place = ""
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() and len(number) < 8 else self._row + 1
            self._column, self._place = -1, ""
        elif name in _HELD and self._cell is not None and not self._skipped:
            self._listening = self._found.setdefault(name, [])
            if name == "f":
                self._formula = attributes
        elif name == "rPh":
            self._skipped += 1

    def text(self, words: str) -> None:
        if self._listening is not None:
            self._listening.append(words)

    def end(self, name: str) -> None:
        if self._inside:
            if name in _HELD:
                self._listening = None
            elif name == "c":
                self._end_cell()
            elif name == "rPh":
                self._skipped -= 1
            elif name == "sheetData":
                self._inside = False
        elif self._listening is not None and name in ("formula1", "formula2", "sqref", "f"):
            self._validation.setdefault(name, "".join(self._listening))
            self._listening = None
        elif name == "dataValidation":
            self._end_validation()

    # ---- cells ---------------------------------------------------------------------------------------------------

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None or not (self._found or self.whole):
            return
        at = self._at(cell)
        style = self._style(cell.get("s", "0"))
        if self.whole and not style.locked:
            self.unlocked.add(at)
        if self._found:
            formula = self._formula_text() if "f" in self._found else None
            made = self._made(cell.get("t", "n"), style, formula)
            if made is not None:
                if at in self.cells:
                    raise Unreadable(
                        f"{self._named(at)} 在文件里出现两次", f"{self._named(at)} stands twice in the file"
                    )
                self.cells[at] = made
        if len(self.cells) > MOST or len(self.unlocked) > MOST:
            raise Unreadable(
                f"工作表 {self.name} 的单元格太多，未读", f"sheet {self.name} has too many cells and is not read"
            )

    def _at(self, cell: Attributes) -> tuple[int, int]:
        return self._parsed(cell["r"]) if "r" in cell else (self._row, self._column)

    def _parsed(self, place: str) -> tuple[int, int]:
        match = _PLACE.fullmatch(place)
        if match is None:
            raise Unreadable(
                f"工作表 {self.name} 已损坏：没有单元格 {place[:20]}",
                f"sheet {self.name} is damaged: no cell {place[:20]}",
            )
        return int(match[2]) - 1, column_number(match[1])

    def _style(self, number: str) -> Style:
        at = int(number) if number.isdecimal() and len(number) < 7 else 0
        return self.styles[at] if at < len(self.styles) else Style()

    def _formula_text(self) -> str:
        """A formula; one that is shared stands with the first of its cells."""
        text, shared = "".join(self._found["f"]), self._formula.get("si")
        if shared is not None and text:
            self._shared[shared] = text
        return text or self._shared.get(shared or "", "")

    def _made(self, kind: str, style: Style, formula: str | None) -> Cell | None:
        written = "".join(self._found.get("v", ()))
        value: Any = None
        if kind == "inlineStr":
            value = unescaped("".join(self._found.get("t", ())))
        elif kind == "s" and written:
            value = self._shared_text(written)
        elif kind in ("str", "d"):
            value = unescaped(written)
        elif kind == "e" and written:
            value = written
        elif kind == "b" and written:
            value = written.strip() in ("1", "true")
        elif written:
            value = self._number(written.strip(), style)
        if formula is None and value in (None, ""):
            return None
        return Cell(value, formula, style.shown, style.locked, kind == "e")

    def _shared_text(self, written: str) -> str:
        at = int(written) if written.strip().isdecimal() and len(written) < 9 else -1
        if not 0 <= at < len(self.texts):
            raise Unreadable(
                f"工作表 {self.name} 已损坏：没有文字 {written}", f"sheet {self.name} is damaged: no text {written}"
            )
        return self.texts[at]

    def _number(self, written: str, style: Style) -> Any:
        """The spreadsheet's own number, as `json` reads it: written again, it is the shortest decimal that stands for it."""
        sound = len(written) <= LONGEST and _NUMBER.fullmatch(written)
        number = json.loads(re.sub(r"^\+|(?<![0-9.])0+(?=[0-9])", "", written)) if sound else None
        if number is None or "inf" in repr(number):
            raise Unreadable(
                f"工作表 {self.name} 已损坏：{written[:20]} 不是数",
                f"sheet {self.name} is damaged: {written[:20]} is no number",
            )
        return number + DAY_1904 if self.since_1904 and style.shown == "date" else number

    def _named(self, at: tuple[int, int]) -> str:
        return f"{self.name}!{cell_name(*at)}"

    # ---- validations ---------------------------------------------------------------------------------------------

    def _end_validation(self) -> None:
        """Older programs write a rule's formulas as its own, newer ones as extensions of the sheet (`f` within `formula1`)."""
        found, self._validation = self._validation, {}
        self.validations.append(
            Validation(
                found.get("sqref", ""),
                found.get("type", "none"),
                found.get("operator", "between"),
                found.get("formula1", "") or found.get("f", ""),
                found.get("formula2", ""),
                found.get("showErrorMessage") in ("1", "true") and found.get("errorStyle", "stop") == "stop",
            )
        )


def column_number(letters: str) -> int:
    """0 for `A`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def unescaped(text: str) -> str:
    """A text as typed: spreadsheets write what XML cannot hold as `_x0008_`. A half of a character is no text."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _LONE.sub("\ufffd", text)
