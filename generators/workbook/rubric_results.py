"""What the characteristics come to: for the whole and for every node above them the figures, the lowest level, the profile; a chart.

In: the sheet of characteristics. Out: a sheet of results. A node has figures once all of its characteristics are answered.
"""

from __future__ import annotations

from typing import Any

from ctmm_dsl.findings import both
from ctmm_dsl.model import Node, Rubric, Scheme
from ctmm_dsl.sheets.layout import Table
from generators.workbook.book import Book
from generators.workbook.formula import Block, Ref, call, choose
from generators.workbook.looks import (
    ACCENT,
    ACCENT_LIGHT,
    CELL,
    CENTER,
    HEADER,
    HELPER,
    LINE,
    QUIET,
    SERIES,
    STRONG,
    SUBHEADER,
)  # fmt: skip
from generators.workbook.rubric_steps import NOW, PLANNED, WHENS, WORDS
from generators.workbook.sheet import Sheet

RESULTS = both("特征结果", "Characteristics: results")
ID, NAME, ASKED, MISSING, FIRST_FIGURE = range(5)
NOW_AT, PLANNED_AT, GAP_AT, LOWEST_NOW, LOWEST_PLANNED, PROFILE = range(FIRST_FIGURE, FIRST_FIGURE + 6)
HEADER_ROW = 3
FIRST_ROW = HEADER_ROW + 2
ONE_PAGE = 60
"""So many rows are still readable on one page."""
WHOLE = "总体"
GUIDE_WORDS = (
    "现状、规划取各特征的中位数（居中有两个时取{side}的一个）；“普遍达到”是其中最低的等级；右边是各等级的特征个数。"
    "一个节点的特征都评了才有数。等级：{levels}。自动计算，不用填写。"
)


def add(book: Book, table: Table) -> dict[str, Ref]:
    """The sheet; the cells of what the whole is now, and as planned."""
    sheet, levels = book.sheet(RESULTS["zh"]), [level.number for level in book.scheme.standard.levels]
    sheet.columns([9, 34, 8, 8, 8, 8, 8, 10, 10, *[6] * (2 * len(levels))])
    assert book.scheme.summary
    named = "、".join(f"{level.number} {level.name}" for level in book.scheme.standard.levels)
    side = "低" if book.scheme.summary.leaves == "low" else "高"
    guide = GUIDE_WORDS.format(side=side, levels=named)
    last = PROFILE + 2 * len(levels) - 1
    sheet.heading(RESULTS["zh"], guide, last, of_table=False)
    _headers(sheet, levels)
    rows = nodes_above(book.scheme)
    whole = _row(book, sheet, table, FIRST_ROW, None)
    for at, node in enumerate(rows, 1):
        _row(book, sheet, table, FIRST_ROW + at, node)
    end = FIRST_ROW + len(rows)
    tall = _chart(book, sheet, rows, end + 2, max(levels))
    sheet.frozen(FIRST_ROW, ASKED)
    sheet.printed(landscape=True, area=(0, 0, end + tall, last), one_page=end + tall < ONE_PAGE)
    return dict(zip(WHENS, whole, strict=True))


def nodes_above(scheme: Scheme) -> list[Node]:
    """The nodes above rubrics, each with its leaves below it."""
    return [node for node in scheme.standard.walk() if node.children and _leaves(node)]


def leaf_rows(table: Table, node: Node | None) -> tuple[int, int]:
    """The rows of a node's leaves: they stand together, since rows are in the document's order."""
    rows = [table.row(id_) for id_ in (_leaves(node) if node else table.ids)]
    assert rows[-1] - rows[0] == len(rows) - 1
    return rows[0], rows[-1]


def _leaves(node: Node) -> list[str]:
    return [one.id for one in node.walk() if isinstance(one.leaf, Rubric)]


def _headers(sheet: Sheet, levels: list[int]) -> None:
    heads = {
        ID: "编号",
        NAME: "名称",
        ASKED: "特征",
        MISSING: "未评",
        NOW_AT: "现状",
        PLANNED_AT: "规划",
        GAP_AT: "差距",
    }
    heads |= {LOWEST_NOW: "普遍达到\n现状", LOWEST_PLANNED: "普遍达到\n规划"}
    for column, words in heads.items():
        sheet.merged(HEADER_ROW, column, HEADER_ROW + 1, column, words, HEADER)
    for when, first in zip(WHENS, (PROFILE, PROFILE + len(levels)), strict=True):
        words = f"各等级的特征数（{WORDS[when]}）"
        sheet.merged(HEADER_ROW, first, HEADER_ROW, first + len(levels) - 1, words, HEADER)
        for at, level in enumerate(levels):
            sheet.text(HEADER_ROW + 1, first + at, str(level), SUBHEADER)
    sheet.height(HEADER_ROW, 30 if len(levels) > 3 else 44)
    sheet.height(HEADER_ROW + 1, 20)


def _row(book: Book, sheet: Sheet, table: Table, row: int, node: Node | None) -> tuple[Ref, Ref]:
    assert book.scheme.summary
    first, last = leaf_rows(table, node)
    count, low = last - first + 1, book.scheme.summary.leaves == "low"
    top = node is None or node.layer == 0
    look = CENTER.but(bold=top, fill=ACCENT_LIGHT if top else "")
    sheet.text(row, ID, node.id if node else "", QUIET.but(fill=look.fill))
    sheet.text(row, NAME, node.name if node else WHOLE, (STRONG if top else CELL.but(indent=1)).but(fill=look.fill))
    sheet.number(row, ASKED, count, look)
    columns = {when: Block(table.sheet["zh"], first, table.column(when), last, table.column(when)) for when in WHENS}
    known = {when: call("COUNT", columns[when]) for when in WHENS}
    sheet.formula(row, MISSING, count - call("MIN", known[NOW], known[PLANNED]), look)
    middle = (count - 1) // 2 + 1 if low else count // 2 + 1
    figures = []
    for when, at, lowest in ((NOW, NOW_AT, LOWEST_NOW), (PLANNED, PLANNED_AT, LOWEST_PLANNED)):
        complete = known[when].eq(count)
        figure = choose(complete, call("SMALL", columns[when], middle), "")
        figures.append(sheet.formula(row, at, figure, look.but(bold=True, size=12 if top else 10)))
        sheet.formula(row, lowest, choose(complete, call("MIN", columns[when]), ""), look)
    there = [call("ISNUMBER", figure) for figure in figures]
    gap = choose(call("AND", *there), figures[1] - figures[0], "")
    sheet.formula(row, GAP_AT, gap, look.but(form="+0;−0;0"))
    levels = [level.number for level in book.scheme.standard.levels]
    for when, start in zip(WHENS, (PROFILE, PROFILE + len(levels)), strict=True):
        for at, level in enumerate(levels):
            sheet.formula(row, start + at, call("COUNTIF", columns[when], level), look.but(bold=False, form="0;-0;·"))
    sheet.height(row, 24 if top else 20)
    return figures[0], figures[1]


# ---- the chart -------------------------------------------------------------------------------------------------


def _chart(book: Book, sheet: Sheet, rows: list[Node], row: int, top: int) -> int:
    """The outermost nodes that there are several of, now and planned: a radar, or bars where there are two. How many rows it takes."""
    chosen = chart_rows(rows)
    if not chosen:
        return 0
    radar = len(chosen) > 2
    chart = book.chart("radar", "with_markers") if radar else book.chart("bar")
    data = PROFILE + 2 * len(book.scheme.standard.levels) + 1
    for at, node in enumerate(chosen):
        place = FIRST_ROW + 1 + rows.index(node)
        for to, column in enumerate((NAME, NOW_AT, PLANNED_AT)):
            figure = sheet.ref(place, column)
            sheet.formula(FIRST_ROW + at, data + to, figure if column == NAME else call("SUM", figure), HELPER)
    names = sheet.block(FIRST_ROW, data, FIRST_ROW + len(chosen) - 1, data)
    for to, (when, colour, dash) in enumerate(((NOW, SERIES[0], "solid"), (PLANNED, SERIES[1], "dash")), 1):
        cells = sheet.block(FIRST_ROW, data + to, FIRST_ROW + len(chosen) - 1, data + to)
        look: dict[str, Any] = {"fill": {"color": colour}}
        if radar:
            marker = {"type": "circle" if when == NOW else "diamond", "size": 7, "fill": {"color": colour}}
            look = {"line": {"color": colour, "width": 2, "dash_type": dash}, "marker": marker}
        chart.add_series(
            {"name": WORDS[when], "values": "=" + cells.text(""), "categories": "=" + names.text(""), **look}
        )
    sheet.worksheet.set_column(data, data + 2, 9, None, {"hidden": True})
    chart.show_hidden_data()
    axis = {"min": 0, "max": top, "major_unit": 1, "major_gridlines": {"visible": True, "line": {"color": LINE}}}
    chart.set_y_axis(axis if radar else {"reverse": True})
    chart.set_x_axis({} if radar else axis)
    chart.set_title({"name": "现状与规划", "name_font": {"size": 12, "color": ACCENT}})
    chart.set_legend({"position": "bottom"})
    sheet.drawn(row, ID, chart, 760, 420)
    return 24


def chart_rows(rows: list[Node]) -> list[Node]:
    for layer in sorted({node.layer for node in rows}):
        chosen = [node for node in rows if node.layer == layer]
        if len(chosen) > 1:
            return chosen
    return []
