"""One sheet of a workbook: cells by row and column (from 0), their looks, what may be entered, how it is printed.

In: texts, numbers, formulas. Out: references to their cells, for formulas elsewhere. A sheet is protected but for its answer cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from generators.workbook.formula import Block, Formula, Ref
from generators.workbook.looks import ANSWER, CELL, GUIDE, IDENTITY, NUMBER, SUBTITLE, TITLE, Look
from generators.workbook.texts import footer, held, lines, shortened

if TYPE_CHECKING:
    from generators.workbook.book import Book

A4 = 9
LINE_HEIGHT, PADDING, SECTION_HEIGHT = 16, 6, 28
"""Points: of a line at size 10, and around the text of a cell."""
TALLEST = 409
MAY = {"format_columns": True, "format_rows": True, "autofilter": True, "select_locked_cells": True}


class Sheet:
    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name = book, name
        self.worksheet = book.file.add_worksheet(name)
        self.worksheet.hide_gridlines(2)
        self.widths: dict[int, int] = {}
        self.worksheet.protect("", MAY)
        self.printed(landscape=False)

    # ---- cells -------------------------------------------------------------------------------------------------

    def ref(self, row: int, column: int) -> Ref:
        return Ref(self.name, row, column)

    def block(self, row: int, column: int, last_row: int, last_column: int) -> Block:
        return Block(self.name, row, column, last_row, last_column)

    def text(self, row: int, column: int, words: str, look: Look = CELL) -> Ref:
        """A text, whatever it begins with."""
        words, format_ = held(words), self.book.format(look)
        if not words:
            return self.blank(row, column, look)
        if words.startswith("<r>") and words.endswith("</r>"):  # XlsxWriter would take it for markup of its own
            self.worksheet.write_rich_string(row, column, words[:1], words[1:2], words[2:], format_)
        else:
            self.worksheet.write_string(row, column, words, format_)
        return self._known(row, column, words)

    def number(self, row: int, column: int, number: int | Fraction, look: Look = NUMBER) -> Ref:
        nearest = number if isinstance(number, int) else number.numerator / number.denominator
        self.worksheet.write_number(row, column, nearest, self.book.format(look))
        return self._known(row, column, number)

    def formula(self, row: int, column: int, formula: Formula, look: Look = NUMBER) -> Ref:
        ref = self.ref(row, column)
        self.book.remember(ref, formula, look)
        return ref

    def blank(self, row: int, column: int, look: Look = CELL) -> Ref:
        self.worksheet.write_blank(row, column, None, self.book.format(look))
        return self.ref(row, column)

    def answer(self, row: int, column: int, given: str | int | Fraction | None = None, look: Look = ANSWER) -> Ref:
        """A cell to fill in, with what is already given."""
        if given is None or given == "":
            return self.blank(row, column, look)
        return self.text(row, column, given, look) if isinstance(given, str) else self.number(row, column, given, look)

    def merged(self, row: int, column: int, last_row: int, last_column: int, what: str | Formula, look: Look) -> Ref:
        """One cell over several."""
        if (row, column) != (last_row, last_column):
            self.worksheet.merge_range(row, column, last_row, last_column, "", self.book.format(look))
        return self.text(row, column, what, look) if isinstance(what, str) else self.formula(row, column, what, look)

    def _known(self, row: int, column: int, value: str | int | Fraction) -> Ref:
        ref = self.ref(row, column)
        self.book.cells[ref] = value
        return ref

    # ---- lay-out -----------------------------------------------------------------------------------------------

    def columns(self, widths: Sequence[int], first: int = 0) -> None:
        """Widths in digits, from a column on."""
        for at, width in enumerate(widths, first):
            self.widths[at] = width
            self.worksheet.set_column(at, at, width)

    def height(self, row: int, points: int) -> None:
        self.worksheet.set_row(row, min(points, TALLEST))

    def fitted(self, row: int, texts: Mapping[int, str], least: int = 1) -> None:
        """A row as high as its longest text needs, by the widths of the columns."""
        most = max((lines(words, self.widths.get(at, 8) - 3) for at, words in texts.items()), default=1)
        self.height(row, max(most, least) * LINE_HEIGHT + PADDING)

    def heading(self, title: str, guide: str, last_column: int, *, of_table: bool = True) -> None:
        """The first three rows: title; for which standard, edition and profile; a line of guidance. A table says the second by columns
        (`layout.IDENTITY_ROW`), any other sheet in a sentence."""
        standard, profile = self.book.scheme.standard, self.book.scheme.profile
        self.text(0, 0, title, TITLE)
        self.height(0, 30)
        told = ("standard", standard.id, "edition", standard.edition, "profile", profile.id if profile else "")
        named = filter(None, (standard.name, standard.edition, profile.name if profile else ""))
        for column, words in enumerate(told if of_table else (" · ".join(named),)):
            self.text(1, column, words, IDENTITY)
        self.merged(2, 0, 2, last_column, guide, GUIDE)
        whole = sum(self.widths.get(column, 8) for column in range(last_column + 1))
        self.height(2, lines(guide, whole) * 14 + PADDING)

    def section(self, row: int, column: int, words: str) -> None:
        """The title of a part of a sheet."""
        self.text(row, column, words, SUBTITLE)
        self.height(row, SECTION_HEIGHT)

    def frozen(self, row: int, column: int) -> None:
        self.worksheet.freeze_panes(row, column)

    def printed(
        self,
        *,
        landscape: bool,
        repeat: tuple[int, int] | None = None,
        area: tuple[int, int, int, int] | None = None,
        one_page: bool = False,
    ) -> None:
        """A4, as wide as a page, or whole on one; `repeat`: rows that head every page. The footer says which standard, edition, page."""
        sheet, standard = self.worksheet, self.book.scheme.standard
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 1 if one_page else 0)
        sheet.center_horizontally()
        if landscape:
            sheet.set_landscape()
        if repeat:
            sheet.repeat_rows(*repeat)
        if area:
            sheet.print_area(*area)
        told = f"{standard.name}（{standard.id}）"
        sheet.set_footer(f"&L&8 {footer(told, 80)}&C&8 {footer(standard.edition, 40)}&R&8 第 &P 页 / 共 &N 页")

    # ---- what may be entered -----------------------------------------------------------------------------------

    def choices(self, cells: Block, source: Block, title: str = "", message: str = "") -> None:
        """A drop-down of what stands in a column elsewhere; anything else is refused."""
        self.validated(cells, {"validate": "list", "source": "=" + source.text("")}, title, message)

    def validated(self, cells: Block, rule: Mapping[str, Any], title: str = "", message: str = "") -> None:
        """A validation as XlsxWriter takes it, with what is said while the cell is selected and when an entry is refused."""
        told = {
            "input_title": shortened(title, 32),
            "input_message": shortened(message, 255),
            "error_title": shortened(title, 32),
            "error_message": shortened(message, 255),
        }
        spoken = {name: words for name, words in told.items() if words}
        self.worksheet.data_validation(cells.row, cells.column, cells.last_row, cells.last_column, {**rule, **spoken})

    def marked(self, cells: Block, condition: Formula, look: Mapping[str, Any]) -> None:
        """How cells look where a condition holds. It is written for the first of them; its references are as they are given."""
        rule = {
            "type": "formula",
            "criteria": "=" + condition.text(self.name),
            "format": self.book.file.add_format(dict(look)),
        }
        self.worksheet.conditional_format(cells.row, cells.column, cells.last_row, cells.last_column, rule)

    def drawn(self, row: int, column: int, chart: Any, width: int, height: int) -> None:
        chart.set_size({"width": width, "height": height})
        self.worksheet.insert_chart(row, column, chart, {"object_position": 1})
