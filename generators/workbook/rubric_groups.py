"""How groups of respondents see the same characteristics: what each group says, and how far groups lie apart.

In: the steps. Out: a sheet with a row for each characteristic. Source: ISO/TS 37107:2019, 5.1: differences in perception between those who
assess. A group says something of a characteristic where its members say both what is now and what is planned.
"""

from __future__ import annotations

from ctmm_dsl.findings import both
from ctmm_dsl.sheets.layout import Table
from generators.workbook.book import Book
from generators.workbook.formula import Block, Formula, both_hold, call, choose, joined
from generators.workbook.looks import CELL, CENTER, HEADER, POOR, POOR_LIGHT, QUIET
from generators.workbook.rubric_steps import NOW, NUMBERS, PLANNED, WHENS, Steps
from generators.workbook.sheet import Sheet

GROUPS = both("看法差异", "Perceptions")
ID, NAME, SAID, SPREAD_NOW, SPREAD_PLANNED, GAP_NOW, GAP_PLANNED, FIRST_GROUP = range(8)
HEADER_ROW = 3
FIRST_ROW = HEADER_ROW + 1
HEADERS = (
    "编号",
    "特征",
    "答了现状\n的人数",
    "受访者之间\n现状",
    "受访者之间\n规划",
    "群体之间\n现状",
    "群体之间\n规划",
)
WIDTHS = (9, 32, 11, 11, 11, 11, 11, *[11] * len(NUMBERS))
GUIDE = (
    "受访者之间、群体之间：最高与最低之差，差 2 级以上的加粗。各群体一栏写作“现状 → 规划”；群体取自受访者上方所填，"
    "完全相同才算一个。自动计算，不用填写。"
)
FAR = 2


def add(book: Book, table: Table, steps: Steps) -> None:
    sheet = book.sheet(GROUPS["zh"])
    sheet.columns(WIDTHS)
    last = FIRST_GROUP + len(NUMBERS) - 1
    sheet.heading(GROUPS["zh"], GUIDE, last, of_table=False)
    for column, words in enumerate(HEADERS):
        sheet.text(HEADER_ROW, column, words, HEADER)
    for number in NUMBERS:
        sheet.formula(HEADER_ROW, FIRST_GROUP + number - 1, steps.group(number) & "", HEADER)
    sheet.height(HEADER_ROW, 40)
    for node in table.ids:
        _row(sheet, table, steps, node, FIRST_ROW + table.row(node) - table.first_row)
    end = FIRST_ROW + len(table.ids) - 1
    place = (FIRST_ROW, SPREAD_NOW, end, GAP_PLANNED)
    look = book.file.add_format({"bold": True, "font_color": POOR, "bg_color": POOR_LIGHT})
    sheet.worksheet.conditional_format(*place, {"type": "formula", "criteria": _far(sheet), "format": look})
    sheet.frozen(FIRST_ROW, SAID)
    sheet.printed(landscape=True, repeat=(HEADER_ROW, HEADER_ROW), area=(0, 0, end, last))


def _far(sheet: Sheet) -> str:
    """Of the first cell, by which every other is meant as well."""
    cell = sheet.ref(FIRST_ROW, SPREAD_NOW).text(sheet.name).replace("$", "")
    return f"=AND(ISNUMBER({cell}),{cell}>={FAR})"


def _row(sheet: Sheet, table: Table, steps: Steps, node: str, row: int) -> None:
    name = steps.book.scheme.standard.nodes[node].name
    sheet.text(row, ID, node, QUIET)
    sheet.text(row, NAME, name, CELL)
    count = steps.said(node, NOW)
    sheet.formula(row, SAID, count, CENTER)
    for when, at in ((NOW, SPREAD_NOW), (PLANNED, SPREAD_PLANNED)):
        sheet.formula(row, at, choose(steps.said(node, when).eq(0), "", steps.spread(node, when)), CENTER)
    for when, at in ((NOW, GAP_NOW), (PLANNED, GAP_PLANNED)):
        sheet.formula(row, at, _gap(steps.figures(node, when)), CENTER)
    for number in NUMBERS:
        now, planned = (steps.figure(node, when, number) for when in WHENS)
        there = both_hold(*(call("ISNUMBER", figure) for figure in (now, planned)))
        sheet.formula(row, FIRST_GROUP + number - 1, choose(there, joined(now, " → ", planned), ""), CENTER)
    sheet.fitted(row, {NAME: name})


def _gap(figures: Block) -> Formula:
    """The greatest difference between two groups; nothing where there is no group."""
    return choose(call("COUNT", figures).eq(0), "", call("MAX", figures) - call("MIN", figures))
