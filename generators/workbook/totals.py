"""The sheet of results where there is no ladder: the total, what it is made of, the domains as bars.

In: the steps, the tables' counts. Out: cells, charts, and by a defined name the total.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ctmm_dsl.model import Node
from generators.workbook import names
from generators.workbook.domains import LABEL, finished, span
from generators.workbook.formula import Formula, Ref, call, choose, joined, total
from generators.workbook.looks import (
    ACCENT,
    BIG,
    HEADER,
    HELPER,
    LINE,
    MUTED,
    QUIET,
    SCORE,
    STRONG,
    SUBHEADER,
)
from generators.workbook.node_steps import NodeSteps
from generators.workbook.parts import Part
from generators.workbook.rules import shown_weight
from generators.workbook.sheet import Sheet
from generators.workbook.shown import shown_number, shown_spoken

WIDTHS = (10, 28, 14, 16, 16, 14, 14)
LAST = len(WIDTHS) - 1
LABEL_ROW, PANEL_ROW, CHART_ROW, CHART_ROWS = 3, 4, 7, 19
TABLE_ROW = CHART_ROW + CHART_ROWS
HELP = LAST + 2
NO_TOTAL = "不能计分"
"""Shown for a total while a value cannot be taken."""


def add(sheet: Sheet, steps: NodeSteps, parts: Sequence[Part]) -> list[tuple[str, Formula]]:
    """Gives the lines for the cover."""
    sheet.columns(WIDTHS)
    sheet.heading(
        "结果",
        "随填报自动更新，不可修改。This sheet follows the answers at once; it cannot be edited.",
        LAST,
        of_table=False,
    )
    domains = sorted(
        (node for node in steps.scheme.standard.domains if node.id in steps.rows), key=lambda node: not node.weighs
    )
    told = _panel(sheet, steps, parts)
    sheet.section(CHART_ROW - 1, 0, "各领域得分")
    for column, header in enumerate(("编号", "名称", "权重", "得分", "扣分")):
        sheet.text(TABLE_ROW, column, header, HEADER)
    for row, node in enumerate(domains, TABLE_ROW + 1):
        _row(sheet, steps, node, row)
    _sums(sheet, steps, TABLE_ROW + 1 + len(domains))
    sheet.height(TABLE_ROW, 24)
    weighing = sum(node.weighs for node in domains)
    if weighing:
        sheet.drawn(CHART_ROW, 0, _bars(sheet, weighing), 780, 340)
    sheet.printed(landscape=False, area=(0, 0, TABLE_ROW + 1 + len(domains), LAST))
    return told


def _panel(sheet: Sheet, steps: NodeSteps, parts: Sequence[Part]) -> list[tuple[str, Formula]]:
    spoken = shown_spoken(steps.hundredths(None, 0), steps.number(None, 0), steps.measure(None, 0), None)
    unanswered = sheet.formula(PANEL_ROW, HELP, total(*(part.unanswered for part in parts)), HELPER)
    invalid = sheet.formula(PANEL_ROW + 1, HELP, total(*(part.invalid for part in parts)), HELPER)
    total_ = sheet.merged(PANEL_ROW, 0, PANEL_ROW, 1, choose(invalid > 0, NO_TOTAL, spoken), BIG)
    for name, ref in ((names.TOTAL, total_), (names.UNANSWERED, unanswered), (names.INVALID, invalid)):
        sheet.book.named(name, ref)
    asked = sum(part.asked for part in parts)
    answered = joined(asked - unanswered - invalid, f" / {asked}")
    state = sheet.merged(PANEL_ROW, 4, PANEL_ROW, LAST, _state(unanswered, invalid), STRONG.but(fill=BIG.fill))
    sheet.merged(PANEL_ROW, 2, PANEL_ROW, 3, answered, BIG.but(size=14))
    for first, last, label in ((0, 1, "总分"), (2, 3, "有效填报"), (4, LAST, "说明")):
        sheet.merged(LABEL_ROW, first, LABEL_ROW, last, label, SUBHEADER)
    sheet.height(PANEL_ROW, 44)
    return [("总分 Total", total_), ("有效填报 Reported", answered), ("说明 State", state)]


def _state(unanswered: Ref, invalid: Ref) -> Formula:
    wrong = joined("有 ", invalid, " 项填报无效，不能计分；见填报表的检查列")
    open_ = joined("尚有 ", unanswered, " 项未填，按最不利计：总分不低于所示")
    return choose(invalid > 0, wrong, choose(unanswered > 0, open_, "全部填报，总分确定"))


def _row(sheet: Sheet, steps: NodeSteps, node: Node, row: int) -> None:
    sheet.text(row, 0, node.id, QUIET)
    sheet.text(row, 1, node.name, STRONG)
    sheet.fitted(row, {1: node.name})
    sheet.text(row, 2, shown_weight(steps.scheme, node) if node.weighs else "", STRONG.but(align="right", bold=False))
    if node.weighs:
        hundredths = steps.hundredths(node, 0)
        shown = shown_number(hundredths, steps.number(node, 0), steps.measure(node, 0), None)
        sheet.formula(row, 3, shown, SCORE)
        sheet.formula(row, HELP, choose(call("ISNUMBER", hundredths), hundredths / 100, 0), HELPER)
    else:
        sheet.blank(row, 3)
    if node.deducts:
        sheet.formula(row, 4, steps.deducted(node), SCORE)
    else:
        sheet.blank(row, 4)


def _sums(sheet: Sheet, steps: NodeSteps, row: int) -> None:
    """The weighted sum of the scores, and the sum of what is deducted."""
    look = BIG.but(size=11)
    sheet.merged(row, 0, row, 2, "合计", look)
    scored = steps.scored(0)
    sheet.formula(
        row,
        3,
        choose(call("ISNUMBER", scored), call("ROUND", scored, 2), scored),
        look.but(align="right", form="0.00_ "),
    )
    if steps.deducts:
        sheet.formula(row, 4, steps.deducted(None), look.but(align="right", form="0.00_ "))
    else:
        sheet.blank(row, 4, look)
    sheet.height(row, 26)


def _bars(sheet: Sheet, domains: int) -> Any:
    chart = sheet.book.chart("bar")
    first, last = TABLE_ROW + 1, TABLE_ROW + domains
    chart.add_series(
        {
            "name": "得分",
            "categories": span(sheet.block(first, 1, last, 1)),
            "values": span(sheet.block(first, HELP, last, HELP)),
            "fill": {"color": ACCENT},
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0.00", "font": LABEL},
        }
    )
    chart.set_x_axis(
        {"min": 0, "max": 100, "major_gridlines": {"visible": True, "line": {"color": LINE}}, "num_font": LABEL}
    )
    chart.set_y_axis({"reverse": True, "num_font": LABEL, "line": {"color": MUTED}})
    finished(chart).set_legend({"none": True})
    return chart
