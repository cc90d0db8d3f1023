"""The indicators by what they cost: those through which most of the total is lost come first, so that a city sees where to begin.

In: the sheet of indicators. Out: columns of helpers beside its rows, and a sheet that ranks by them. What an indicator costs is its part of
the total times what it lacks to 100, or what it deducts; one without data comes last.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import prod

from ctmm_dsl.findings import both
from ctmm_dsl.model import Formula as Indicator
from ctmm_dsl.model import Node
from generators.workbook.book import Book
from generators.workbook.calculation_places import (
    COUNTED,
    HEADER_ROW,
    ID,
    NAME,
    POINTS,
    STATE,
    VALUE,
    Calculations,
)
from generators.workbook.formula import Call, Ref, call, choose, exact
from generators.workbook.looks import CELL, CENTER, HEADER, HELPER, NUMBER, QUIET, SCORE, SERIES, STRONG
from generators.workbook.sheet import Sheet
from generators.workbook.texts import lines
from generators.workbook.value_checks import FINE

LOSSES = both("失分排序", "Losses")
PART, LOST, KEY, ABOVE = range(COUNTED + 1, COUNTED + 5)
"""Columns of helpers on the sheet of indicators."""
FINEST, PLACES = 10**5, 10**4
"""Losses are told apart to so small parts of a point; then the document's order decides, among so many indicators at most."""
LAST = 10**12
HEADERS = ("名次", "编号", "指标", "所属", "得分 / 扣分", "占总分", "失去的总分")
DEDUCTS = "扣分"
"""Stands where others have their weight."""
WIDTHS = (7, 13, 44, 34, 13, 11, 15)
GUIDE = "按“失去的总分”从多到少排列：占总分的权重 ×（100 − 得分），扣分项为所扣的分。先改进排在前面的，总分提高得最多。自动计算，不用填写。"


def add_losses(book: Book, at: Calculations, counted: Mapping[str, Ref]) -> None:
    calculations = book.sheets[at.sheet]
    paths = {path[-1].id: path for path in book.scheme.standard.leaf_paths() if isinstance(path[-1].leaf, Indicator)}
    for column, words in zip((PART, LOST, KEY, ABOVE), ("占总分", "失分", "排序", "所属"), strict=True):
        calculations.text(HEADER_ROW, column, words, HELPER)
    for order, (id_, path) in enumerate(paths.items()):
        _helpers(book, calculations, at, path, len(paths) - order)
        assert id_ in counted
    calculations.worksheet.set_column(PART, ABOVE, 14, None, {"level": 1, "hidden": True})
    _ranked(book, at, list(paths))


def part_of_total(book: Book, path: tuple[Node, ...]) -> Fraction:
    return prod((book.scheme.weights.get(node.id, Fraction(0)) for node in path), start=Fraction(1))


def _helpers(book: Book, sheet: Sheet, at: Calculations, path: tuple[Node, ...], order: int) -> None:
    row = at.nodes[path[-1].id]
    ready = exact(sheet.ref(row, STATE), FINE)
    deducts = path[-1].deducts
    value, part = sheet.ref(row, VALUE), sheet.ref(row, PART)
    if deducts:
        sheet.text(row, PART, DEDUCTS, HELPER)
    else:
        sheet.number(row, PART, part_of_total(book, path), HELPER.but(form="0.00%"))
    lost = sheet.formula(row, LOST, choose(ready, value if deducts else part * (100 - value), ""), HELPER)
    finest = call("ROUND", lost * FINEST, 0) * PLACES + order
    sheet.formula(row, KEY, choose(ready, finest, order - LAST), HELPER)
    sheet.text(row, ABOVE, " / ".join(node.name for node in path[:-1]), HELPER)


def _ranked(book: Book, at: Calculations, ids: list[str]) -> None:
    sheet = book.sheet(LOSSES["zh"])
    sheet.columns(WIDTHS)
    sheet.heading(LOSSES["zh"], GUIDE, len(HEADERS) - 1, of_table=False)
    for column, words in enumerate(HEADERS):
        sheet.text(HEADER_ROW, column, words, HEADER)
    sheet.height(HEADER_ROW, 24)
    first, last = HEADER_ROW + 1, at.last_row
    longest = max((book.scheme.standard.nodes[id_].name for id_ in ids), key=lambda name: lines(name, WIDTHS[2] - 3))
    keys = at.ref(first, KEY).to(at.ref(last, KEY))
    place_column = len(HEADERS)
    for rank in range(len(ids)):
        row = HEADER_ROW + 1 + rank
        place = call("MATCH", call("LARGE", keys, rank + 1), keys, 0)
        at_row = sheet.formula(row, place_column, place, HELPER)

        def found(column: int, at_row: Ref = at_row) -> Call:
            return call("INDEX", at.ref(first, column).to(at.ref(last, column)), at_row)

        missing = found(LOST).eq("")
        sheet.number(row, 0, rank + 1, CENTER)
        sheet.formula(row, 1, found(ID), QUIET)
        sheet.formula(row, 2, found(NAME), STRONG)
        sheet.formula(row, 3, found(ABOVE) & "", CELL)
        sheet.formula(row, 4, choose(missing, "缺数据", found(POINTS)), SCORE)
        sheet.formula(row, 5, found(PART), NUMBER.but(form="0.00%"))
        sheet.formula(row, 6, found(LOST), NUMBER.but(form="0.00", bold=True))
        sheet.fitted(row, {2: longest})
    sheet.worksheet.set_column(place_column, place_column, 8, None, {"hidden": True})
    bars = {"type": "data_bar", "bar_solid": True, "bar_color": SERIES[1], "min_type": "num", "min_value": 0}
    sheet.worksheet.conditional_format(first, 6, HEADER_ROW + len(ids), 6, bars)
    sheet.frozen(first, 0)
    sheet.printed(landscape=True, repeat=(HEADER_ROW, HEADER_ROW), area=(0, 0, HEADER_ROW + len(ids), len(HEADERS) - 1))
