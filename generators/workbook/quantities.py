"""The sheet of data: a row for each quantity that a city reports, what it may be, and what is wrong with what was filled in.

In: a book and the layout's table of quantities. Out: the sheet, and the cells that count what is missing and what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ctmm_dsl.assessment.strict_json import Numeral
from ctmm_dsl.assessment.values import read_values
from ctmm_dsl.checks.spoken import decimal
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.findings import both
from ctmm_dsl.model import Quantity
from ctmm_dsl.sheets.layout import HEADER_ROW, IDENTITY_ROW, TITLE_ROW, Table
from generators.quantity_words import BASES, range_words, readers, unit_words, whole_words
from generators.workbook.book import Book
from generators.workbook.calculation_places import STATE, Calculations
from generators.workbook.expression_excel import NO, YES
from generators.workbook.formula import Block, Formula, Op, call, exact, lift
from generators.workbook.looks import (
    ANSWER,
    ANSWER_NUMBER,
    ANSWER_TEXT,
    BAND,
    CELL,
    CENTER,
    GOOD,
    HEADER,
    IDENTITY,
    MUTED,
    POOR,
    POOR_LIGHT,
    QUIET,
    STRONG,
    Look,
)  # fmt: skip
from generators.workbook.parts import Part
from generators.workbook.sheet import Sheet
from generators.workbook.value_checks import FINE, MISSING, Checks
from generators.workbook.values import plain

WIDTHS = (18, 34, 8, 8, 28, 12, 14, 26, 26, 18)
SHARE = "0.00%"
GUIDE = (
    "只填黄色单元格。个数填整数；占比填百分数，如 45%；“是否”和“选择”从下拉列表选取。“检查”一栏显示 ✓ 才算填好；"
    "有一项没有填好，就没有总分。证明材料每行写一项（Alt+Enter 换行）。"
)


def add(book: Book, table: Table) -> Part:
    sheet, at = book.sheet(table.sheet["zh"]), Calculations(book.scheme, table)
    sheet.columns(WIDTHS)
    sheet.heading(f"{book.scheme.standard.name}：{table.sheet['zh']}", GUIDE, len(table.columns) - 1)
    for column in table.columns:
        sheet.text(HEADER_ROW, table.column(column.key), column.header["zh"], HEADER)
    sheet.height(HEADER_ROW, 24)
    _rows(book, table, sheet, at)
    states = sheet.block(table.first_row, table.column("state"), table.last_row, table.column("state"))
    _coloured(sheet, states)
    sheet.frozen(table.first_row, table.column("unit"))
    sheet.printed(landscape=True, repeat=(HEADER_ROW, HEADER_ROW), area=(0, 0, table.last_row, len(table.columns) - 1))
    return _counted(sheet, table, at, states)


# ---- rows ------------------------------------------------------------------------------------------------------


def _rows(book: Book, table: Table, sheet: Sheet, at: Calculations) -> None:
    checks, users = Checks(at), readers(book.scheme)
    given, nodes = Given(book), book.scheme.standard
    above = {path[-1].id: path[-2].id for path in nodes.leaf_paths() if len(path) > 1}
    band, last = False, ""
    for quantity in book.scheme.asked.values():
        group = above.get(users[quantity.name][0], "") if users[quantity.name] else last
        band, last = (not band if group != last else band), group
        row = table.row(quantity.name)
        texts = _texts(quantity, users[quantity.name])
        for key, (words, look) in texts.items():
            sheet.text(row, table.column(key), words, look.but(fill=BAND) if band else look)
        _answer(sheet, table, quantity, given, at)
        sheet.formula(row, table.column("state"), checks.said(quantity), CENTER)
        evidence, note = given.evidence(quantity), given.note(quantity)
        sheet.answer(row, table.column("evidence"), evidence, ANSWER_TEXT)
        sheet.answer(row, table.column("note"), note, ANSWER_TEXT)
        tall = {key: words for key, (words, _) in texts.items()} | {"evidence": evidence, "note": note}
        sheet.fitted(row, {table.column(key): words for key, words in tall.items()})


def _texts(quantity: Quantity, users: list[str]) -> dict[str, tuple[str, Look]]:
    """What stands beside the answer, and how it looks."""
    constraint = "\n".join(filter(None, (_allowed(quantity), whole_words(quantity))))
    return {
        "id": (quantity.name, QUIET),
        "label": (quantity.label, STRONG),
        "unit": (quantity.unit or UNITS.get(quantity.kind, ""), CENTER),
        "basis": (BASES[quantity.basis], CENTER),
        "rule": (constraint, CELL),
        "serves": (" ".join(users), QUIET),
    }


_PLAIN = re.compile(r"(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)(%?)")
"""A number that a cell can hold as one, whatever is wrong with it."""
UNITS = {"share": "%", "score": "分", "points": "分", "flag": "是/否", "choice": "选一项"}


def _allowed(quantity: Quantity) -> str:
    if quantity.kind == "flag":
        return f"{YES}或{NO}"
    if quantity.kind == "choice":
        return "、".join(option.label or option.code for option in quantity.options)
    return range_words(quantity)


def _answer(sheet: Sheet, table: Table, quantity: Quantity, given: Given, at: Calculations) -> None:
    row, column = table.row(quantity.name), table.column("value")
    form = SHARE if quantity.kind == "share" else "General"
    look = ANSWER_NUMBER.but(form=form) if quantity.numeric else ANSWER
    sheet.answer(row, column, given.value(quantity), look)
    cell = sheet.block(row, column, row, column)
    message = "；".join(filter(None, (unit_words(quantity), _allowed(quantity), whole_words(quantity))))
    if quantity.kind == "choice":
        options = at.option_cells(quantity)
        sheet.choices(cell, options[0].to(options[-1]), quantity.label, message)
    elif quantity.kind == "flag":
        sheet.validated(cell, {"validate": "list", "source": [YES, NO]}, quantity.label, message)
    else:
        sheet.validated(cell, _rule(quantity, sheet, cell), quantity.label, message)


def _rule(quantity: Quantity, sheet: Sheet, cell: Block) -> dict[str, Any]:
    """A range as a spreadsheet validates it; one that is open at an end has a formula of its own."""
    interval = quantity.interval
    kind = "integer" if quantity.kind == "count" else "decimal"
    low, high = (None if end is None else _written(end) for end in (interval.low, interval.high))
    if interval.high is None:
        assert low is not None  # no quantity is below zero
        return {"validate": kind, "criteria": ">" if interval.low_open else ">=", "value": low}
    if not interval.low_open and not interval.high_open:
        return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
    (answer,) = cell.refs()
    assert interval.low is not None
    tests: list[Formula] = [
        call("ISNUMBER", answer),
        Op(">" if interval.low_open else ">=", answer, lift(interval.low)),
        Op("<" if interval.high_open else "<=", answer, lift(interval.high)),
    ]
    tests += [call("INT", answer).eq(answer)] if kind == "integer" else []
    return {"validate": "custom", "value": "=" + call("AND", *tests).text(sheet.name)}


def _written(number: Fraction) -> str:
    """A bound of a validation: exactly, as a formula where it is no decimal."""
    words = decimal(number)
    return f"={words}" if "/" in words else words


def _coloured(sheet: Sheet, states: Block) -> None:
    """A tick is green, what is wrong is bold on red; what is missing stays quiet."""
    place = (states.row, states.column, states.last_row, states.last_column)
    looks = (
        ("==", f'"{FINE}"', {"font_color": GOOD, "bold": True}),
        ("==", f'"{MISSING}"', {"font_color": MUTED}),
        ("!=", f'"{FINE}"', {"font_color": POOR, "bg_color": POOR_LIGHT, "bold": True}),
    )
    for sign, words, look in looks:
        rule = {"type": "cell", "criteria": sign, "value": words, "stop_if_true": True}
        sheet.worksheet.conditional_format(*place, {**rule, "format": sheet.book.file.add_format(look)})


# ---- what is counted -------------------------------------------------------------------------------------------


def _counted(sheet: Sheet, table: Table, at: Calculations, states: Block) -> Part:
    """How many are missing and how many wrong, beside the title; what is computed counts where it is wrong."""
    column = table.column("state")
    missing, fine = (call("SUMPRODUCT", Op("*", exact(states, words), lift(1))) for words in (MISSING, FINE))
    sheet.text(TITLE_ROW, column - 1, "未填", IDENTITY.but(align="right"))
    sheet.text(IDENTITY_ROW, column - 1, "有误", IDENTITY.but(align="right"))
    unanswered = sheet.formula(TITLE_ROW, column, missing, IDENTITY.but(bold=True))
    wrong: Formula = Op("-", Op("-", lift(len(table.ids)), fine), unanswered)
    if at.computed:
        rows = list(at.computed.values())
        told = at.ref(rows[0], STATE).to(at.ref(rows[-1], STATE))
        for words in (MISSING, FINE):
            wrong = Op("-", wrong, call("SUMPRODUCT", Op("*", exact(told, words), lift(1))))
        wrong = Op("+", wrong, lift(len(rows)))
    invalid = sheet.formula(IDENTITY_ROW, column, wrong, IDENTITY.but(bold=True))
    return Part(both("数据项", "quantities"), len(table.ids), unanswered, invalid)


# ---- what is already given -------------------------------------------------------------------------------------


class Given:
    """The values of an assessment as cells have them; what cannot be taken stays as it was written."""

    def __init__(self, book: Book) -> None:
        rows = book.given.get("values") or {}
        self.rows: dict[str, Any] = {
            name: row if isinstance(row, dict) else {"value": row} for name, row in rows.items()
        }
        self.read: dict[str, Value] = {}
        values = {name: _as_written(row.get("value")) for name, row in self.rows.items()}
        self.problems = list(read_values(values, book.scheme.standard, self.read))

    def value(self, quantity: Quantity) -> str | int | Fraction | None:
        found = self.read.get(quantity.name)
        if isinstance(found, bool):
            return YES if found else NO
        if isinstance(found, Fraction):
            return plain(found)
        if isinstance(found, str):
            return next(option.label or option.code for option in quantity.options if option.code == found)
        raw = _as_written(self.rows.get(quantity.name, {}).get("value"))
        text = None if raw is None else raw.text if isinstance(raw, Numeral) else str(raw)
        match = _PLAIN.fullmatch(text or "") if quantity.numeric else None
        if match and (quantity.kind == "share" or not match[2]):
            return plain(Fraction(match[1]) / (100 if match[2] else 1))
        return text

    def evidence(self, quantity: Quantity) -> str:
        return "\n".join(self._lines(quantity, "evidence"))

    def note(self, quantity: Quantity) -> str:
        return "\n".join(self._lines(quantity, "note"))

    def _lines(self, quantity: Quantity, key: str) -> Iterator[str]:
        found = self.rows.get(quantity.name, {}).get(key)
        yield from [found] if isinstance(found, str) else (str(one) for one in found or ())


def _as_written(value: Any) -> Any:
    """A number read by any reader of JSON as the strict one has it."""
    plain = isinstance(value, int) and not isinstance(value, bool)
    return Numeral(str(value)) if plain else value
