"""The domains on the sheet of results: their scores as a table, as a radar and beside the levels as bars.

In: the steps, the outcome. Out: cells and charts. Lines differ by dashes and marks as well as by colour.
"""

from __future__ import annotations

from typing import Any

from ctmm_dsl.model import Node
from generators.workbook.formula import Block, Formula, Ref, call, choose, joined
from generators.workbook.looks import (
    ACCENT,
    FONT,
    HEADER,
    HELPER,
    INK,
    LINE,
    MUTED,
    POOR,
    QUIET,
    SCORE,
    SERIES,
    STRONG,
)
from generators.workbook.node_steps import NodeSteps
from generators.workbook.outcome import LAST, SCORE_NUMBER, TABLE_ROW, THRESHOLD, Outcome
from generators.workbook.sheet import Sheet
from generators.workbook.shown import shown_number

CHART_ROWS, CHART_HEIGHT = 17, 340
BARS_WIDTH, RADAR_WIDTH = 415, 560
LEAST_FOR_RADAR = 3
"""With fewer domains there is no area to see: bars instead."""
HELP = LAST + 2
"""The first column beside the page, from which the radar is drawn."""
LABEL = {"name": FONT, "size": 9, "color": INK}
QUIET_LABEL = {"name": FONT, "size": 8, "color": MUTED}


def add(sheet: Sheet, steps: NodeSteps, outcome: Outcome) -> None:
    """Below the table of levels: the charts, then the domains' scores."""
    top = outcome.last_row + 2
    domains = [node for node in steps.scheme.standard.domains if node.weighs]
    first = top + CHART_ROWS + 2
    _table(sheet, steps, domains, first, outcome)
    sheet.section(top - 1, 0, "各等级得分")
    sheet.section(top - 1, 5, "各领域得分")
    sheet.drawn(top, 0, _bars(sheet, outcome), BARS_WIDTH, CHART_HEIGHT)
    sheet.drawn(top, 5, _radar(sheet, first, len(domains)), RADAR_WIDTH, CHART_HEIGHT)
    sheet.printed(landscape=True, area=(0, 0, first + len(domains), LAST), one_page=True)


def _table(sheet: Sheet, steps: NodeSteps, domains: list[Node], first: int, outcome: Outcome) -> None:
    levels = steps.levels
    sheet.section(first - 1, 0, "各领域在各等级的得分")
    sheet.text(first, 0, "编号", HEADER)
    sheet.text(first, 1, "名称", HEADER)
    for at, level in enumerate(levels, 2):
        sheet.text(first, at, f"{level} 级", HEADER)
    sheet.height(first, 24)
    target = choose(outcome.level < len(levels), outcome.level + 1, len(levels))
    aimed = sheet.formula(first - 1, HELP + 1, target, HELPER)
    now = sheet.formula(first - 1, HELP, choose(outcome.level > 0, outcome.level, 1), HELPER)
    _legend(sheet, first, (joined("已达到：", outcome.level, " 级"), joined("目标：", aimed, " 级")))
    for row, node in enumerate(domains, first + 1):
        _row(sheet, steps, node, row, (now, aimed, outcome.level))


def _legend(sheet: Sheet, row: int, titles: tuple[Formula, Formula]) -> None:
    for at, title in enumerate(titles, HELP):
        sheet.formula(row, at, title, HELPER)
    sheet.text(row, HELP + 2, "门槛", HELPER)


def _row(sheet: Sheet, steps: NodeSteps, node: Node, row: int, levels: tuple[Ref, Ref, Ref]) -> None:
    ladder = steps.scheme.ladder
    assert ladder
    sheet.text(row, 0, node.id, QUIET)
    sheet.text(row, 1, node.name, STRONG)
    sheet.fitted(row, {1: node.name})
    for at, level in enumerate(steps.levels, 2):
        parts = steps.hundredths(node, level), steps.number(node, level), steps.measure(node, level)
        sheet.formula(row, at, shown_number(*parts, ladder.threshold), SCORE)
    scores = sheet.block(row, 2, row, 1 + len(steps.levels))
    now, aimed, reached = levels
    sheet.formula(row, HELP, choose(reached > 0, _drawn(scores, now), 0), HELPER)
    sheet.formula(row, HELP + 1, _drawn(scores, aimed), HELPER)
    sheet.number(row, HELP + 2, ladder.threshold, HELPER)


def _drawn(scores: Block, level: Ref) -> Formula:
    """A shown score as charts take it."""
    found = call("INDEX", scores, 1, level)
    return choose(call("ISNUMBER", found), found, 0)


# ---- charts ----------------------------------------------------------------------------------------------------


def _bars(sheet: Sheet, outcome: Outcome) -> Any:
    """The levels' scores as bars, the threshold as a line across."""
    first, last = min(outcome.rows.values()), outcome.last_row
    names = span(sheet.block(first, 1, last, 1))
    bars, line = sheet.book.chart("column"), sheet.book.chart("line")
    bars.add_series(
        {
            "name": span(sheet.ref(TABLE_ROW, SCORE_NUMBER)),
            "categories": names,
            "values": span(sheet.block(first, SCORE_NUMBER, last, SCORE_NUMBER)),
            "fill": {"color": ACCENT},
            "gap": 90,
            "data_labels": {"value": True, "num_format": "0.00", "font": LABEL},
        }
    )
    line.add_series(
        {
            "name": span(sheet.ref(TABLE_ROW, THRESHOLD)),
            "categories": names,
            "values": span(sheet.block(first, THRESHOLD, last, THRESHOLD)),
            "line": {"color": POOR, "width": 2, "dash_type": "dash"},
        }
    )
    bars.combine(line)
    bars.set_y_axis({"min": 0, "max": 110, "major_unit": 20, "num_font": QUIET_LABEL, "line": {"none": True},
                     "major_gridlines": {"visible": True, "line": {"color": LINE}}})  # fmt: skip
    bars.set_x_axis({"num_font": LABEL, "line": {"color": MUTED}})
    return finished(bars)


def _radar(sheet: Sheet, first: int, domains: int) -> Any:
    """The domains at the level that is reached and at the next, within the ring of the threshold."""
    chart = sheet.book.chart("radar", "with_markers") if domains >= LEAST_FOR_RADAR else sheet.book.chart("column")
    styles: tuple[dict[str, Any], ...] = (
        {"line": {"color": SERIES[1], "width": 2, "dash_type": "square_dot"}, "marker": _marker("square", SERIES[1])},
        {"line": {"color": ACCENT, "width": 2}, "marker": _marker("circle", ACCENT)},
        {"line": {"color": POOR, "width": 1, "dash_type": "dash"}, "marker": {"type": "none"}},
    )
    if domains < LEAST_FOR_RADAR:
        styles = ({"fill": {"color": SERIES[1]}}, {"fill": {"color": ACCENT}})
    for at, style in enumerate(styles, HELP):
        chart.add_series(
            {
                "name": span(sheet.ref(first, at)),
                "categories": span(sheet.block(first + 1, 1, first + domains, 1)),
                "values": span(sheet.block(first + 1, at, first + domains, at)),
                **style,
            }
        )
    chart.set_x_axis({"num_font": LABEL, "major_gridlines": {"visible": True, "line": {"color": LINE}}})
    chart.set_y_axis({"min": 0, "max": 100, "major_unit": 20, "num_font": QUIET_LABEL, "num_format": "0",
                      "major_gridlines": {"visible": True, "line": {"color": LINE}}})  # fmt: skip
    return finished(chart)


def _marker(kind: str, color: str) -> dict[str, Any]:
    return {"type": kind, "size": 6, "fill": {"color": color}, "border": {"color": color}}


def finished(chart: Any) -> Any:
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom", "font": LABEL})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.show_hidden_data()
    return chart


def span(cells: Ref | Block) -> str:
    """Cells as charts name them."""
    return "=" + cells.text("")
