"""The characteristics from the weakest on, each with what its next level is like and which documents help.

In: the sheet of characteristics. Out: a sheet that ranks them: the lowest level now first, then the greatest gap to the plan, then the
document's order; what is not answered comes last.
"""

from __future__ import annotations

from itertools import pairwise

from ctmm_dsl.findings import both
from ctmm_dsl.model import Node, Rubric
from ctmm_dsl.sheets.layout import Table
from generators.workbook.book import Book
from generators.workbook.formula import Call, Formula, Ref, both_hold, call, choose
from generators.workbook.looks import CELL, CENTER, HEADER, HELPER, QUIET, STRONG
from generators.workbook.rubric_steps import NOW, PLANNED
from generators.workbook.texts import lines

WEAK = both("薄弱特征", "Weak spots")
HEADER_ROW = 3
RANK, ID, NAME, NOW_AT, PLANNED_AT, NEXT, HELP, SOURCE, NAMES, KEY = range(10)
"""The last three are helpers: of each characteristic in the document's order the documents, the name, by what it is ranked."""
PLACE = KEY + 1
HEADERS = ("次序", "编号", "特征", "现状", "规划", "下一级是什么样", "可参考的文件")
WIDTHS = (7, 9, 26, 7, 7, 56, 70)
MOST = 3
"""Of more documents the rest is counted: the document itself names them."""
LEVELS, GAPS, ORDER = 10**8, 10**4, 1
LAST = 10**12
GUIDE = (
    "现状等级低的排在前面，等级相同的，规划提升多的在前。“下一级是什么样”是现状的上一级所要求的。自动计算，不用填写。"
)
AT_TOP, UNANSWERED = "已是最高一级", "未评"


def add(book: Book, table: Table) -> None:
    sheet = book.sheet(WEAK["zh"])
    sheet.columns(WIDTHS)
    sheet.heading(WEAK["zh"], GUIDE, HELP, of_table=False)
    for column, words in enumerate(HEADERS):
        sheet.text(HEADER_ROW, column, words, HEADER)
    sheet.height(HEADER_ROW, 24)
    first, last = HEADER_ROW + 1, HEADER_ROW + len(table.ids)
    paths = [path for path in book.scheme.standard.leaf_paths() if isinstance(path[-1].leaf, Rubric)]
    for order, path in enumerate(paths, 1):
        sheet.text(HEADER_ROW + order, SOURCE, supports(path), HELPER)
        sheet.text(HEADER_ROW + order, NAMES, path[-1].name, HELPER)
        sheet.formula(HEADER_ROW + order, KEY, _key(table, path[-1].id, order), HELPER)
    keys = sheet.block(first, KEY, last, KEY)
    tallest = _tallest(book, paths)
    for rank in range(1, len(paths) + 1):
        row = HEADER_ROW + rank
        place = call("MATCH", call("SMALL", keys, rank), keys, 0)
        _row(book, table, rank, sheet.formula(row, PLACE, place, HELPER))
        sheet.fitted(row, tallest)
    sheet.worksheet.set_column(SOURCE, PLACE, 9, None, {"hidden": True})
    sheet.frozen(first, 0)
    sheet.printed(landscape=True, repeat=(HEADER_ROW, HEADER_ROW), area=(0, 0, last, HELP))


def _tallest(book: Book, paths: list[tuple[Node, ...]]) -> dict[int, str]:
    """The longest texts that a row can hold: which stands where is known when it is calculated."""
    known = [path[-1].leaf for path in paths]
    descriptions = [one.text for leaf in known if isinstance(leaf, Rubric) for one in leaf.descriptors]
    texts = {NAME: [path[-1].name for path in paths], NEXT: descriptions, HELP: [supports(path) for path in paths]}
    return {column: _longest(found, WIDTHS[column]) for column, found in texts.items()}


def _longest(texts: list[str], width: int) -> str:
    return max(texts, key=lambda words: lines(words, width))


def supports(path: tuple[Node, ...]) -> str:
    """The documents that help with a node or with what it belongs to, a line each; the nearest first."""
    found = [f"{one.name} {one.text}".rstrip() for node in reversed(path) for one in node.supports]
    rest = [f"另有 {len(found) - MOST + 1} 项，见标准"] if len(found) > MOST else []
    return "\n".join(found[: MOST - len(rest)] + rest)


def _key(table: Table, node: str, order: int) -> Formula:
    now, planned = (Ref(table.sheet["zh"], table.row(node), table.column(key)) for key in (NOW, PLANNED))
    known = both_hold(call("ISNUMBER", now), call("ISNUMBER", planned))
    return choose(known, now * LEVELS - (planned - now) * GAPS + order * ORDER, LAST + order)


def _row(book: Book, table: Table, rank: int, place: Ref) -> None:
    sheet, row = book.sheets[WEAK["zh"]], place.row

    def found(key: str) -> Call:
        column = table.column(key)
        answers = Ref(table.sheet["zh"], table.first_row, column).to(Ref(table.sheet["zh"], table.last_row, column))
        return call("INDEX", answers, place)

    names = sheet.block(HEADER_ROW + 1, NAMES, HEADER_ROW + len(table.ids), NAMES)
    levels = [level.number for level in book.scheme.standard.levels]
    now = found(NOW)
    further: Formula = choose(call("ISNUMBER", now), AT_TOP, "")
    for level, above in reversed([*pairwise(levels)]):
        further = choose(call("ISNUMBER", now), choose(now.eq(level), found(f"level{above}") & "", further), "")
    help_ = call("INDEX", sheet.block(HEADER_ROW + 1, SOURCE, HEADER_ROW + len(table.ids), SOURCE), place)
    sheet.number(row, RANK, rank, CENTER)
    sheet.formula(row, ID, found("id"), QUIET)
    sheet.formula(row, NAME, call("INDEX", names, place), STRONG)
    for column, key in ((NOW_AT, NOW), (PLANNED_AT, PLANNED)):
        sheet.formula(row, column, choose(found(key).eq(""), UNANSWERED, found(key)), CENTER.but(bold=True))
    sheet.formula(row, NEXT, further, CELL.but(size=9))
    sheet.formula(row, HELP, help_ & "", CELL.but(size=9))
