"""The sheet of scores: every node with its weight; at every level the clauses counted, their points and the score.

In: the steps. Out: cells that people read. Nothing is decided here.
"""

from __future__ import annotations

from ctmm_dsl.model import Clauses, Ladder, Node
from generators.workbook.exactness import counted
from generators.workbook.formula import Beside, Call, call
from generators.workbook.looks import (
    ACCENT_LIGHT,
    BIG,
    CELL,
    CENTER,
    HEADER,
    POOR,
    POOR_LIGHT,
    QUIET,
    SCORE,
    STRONG,
    SUBHEADER,
)
from generators.workbook.node_steps import NodeSteps
from generators.workbook.rules import shown_weight
from generators.workbook.sheet import LINE_HEIGHT, PADDING, Sheet
from generators.workbook.shown import shown_number

HEAD, FIRST = 3, 5
BEFORE = 3
"""Columns before those of the levels: identifier, name, weight."""
PER_LEVEL = 3


def add(sheet: Sheet, steps: NodeSteps) -> None:
    ladder, standard = steps.scheme.ladder, steps.scheme.standard
    columns = BEFORE + _width(steps) * len(steps.levels) + steps.deducts
    sheet.columns((11, 26, 9, *([6, 8, 9] if ladder else [11]) * len(steps.levels), *([9] * steps.deducts)))
    guide = "C 为末级得分，D 为能力域得分，N 为总得分；M 为计入的条款数，ΣA 为其得分之和。未作答按最低分计。"
    sheet.heading(
        "得分",
        f"{guide if ladder else '各级得分由下级加权求和。'} Scores of every node; read only.",
        columns - 1,
        of_table=False,
    )
    _headers(sheet, steps, columns)
    row = FIRST
    for node in standard.walk():
        if node.id in steps.rows:
            _row(sheet, steps, row, node)
            row += 1
    _whole(sheet, steps, row)
    if ladder:
        _marked(sheet, steps, row)
    sheet.frozen(FIRST, 2)
    wide = columns > 8
    sheet.printed(landscape=wide, repeat=(HEAD, HEAD + 1), area=(0, 0, row, columns - 1))


def _width(steps: NodeSteps) -> int:
    return PER_LEVEL if steps.scheme.ladder else 1


def _column(steps: NodeSteps, level: int) -> int:
    return BEFORE + steps.levels.index(level) * _width(steps)


def _headers(sheet: Sheet, steps: NodeSteps, columns: int) -> None:
    for column, header in enumerate(("编号", "名称", "权重")):
        sheet.merged(HEAD, column, HEAD + 1, column, header, HEADER)
    for level in steps.scheme.standard.levels if steps.scheme.ladder else ():
        column = _column(steps, level.number)
        sheet.merged(HEAD, column, HEAD, column + 2, f"{level.number} {level.name}", HEADER)
        for at, header in enumerate(("M", "ΣA", "得分")):
            sheet.text(HEAD + 1, column + at, header, SUBHEADER)
    if not steps.scheme.ladder:
        sheet.merged(HEAD, BEFORE, HEAD + 1, BEFORE, "得分", HEADER)
    if steps.deducts:
        sheet.merged(HEAD, columns - 1, HEAD + 1, columns - 1, "扣分", HEADER)


def _row(sheet: Sheet, steps: NodeSteps, row: int, node: Node) -> None:
    domain = node.layer == 0
    fill = ACCENT_LIGHT if domain else ""
    look = (STRONG if domain else CELL).but(fill=fill, indent=node.layer + 1)
    sheet.text(row, 0, node.id, QUIET.but(fill=fill))
    sheet.text(row, 1, node.name, look)
    sheet.fitted(row, {1: node.name + "  " * node.layer})
    sheet.text(row, 2, shown_weight(steps.scheme, node) if node.weighs else "", CENTER.but(fill=fill))
    for level in steps.levels:
        _score(sheet, steps, row, node, level, fill)
    if steps.deducts:
        last = BEFORE + _width(steps) * len(steps.levels)
        if node.deducts:
            sheet.formula(row, last, steps.deducted(node), SCORE.but(fill=fill))
        else:
            sheet.blank(row, last, CELL.but(fill=fill))


def _score(sheet: Sheet, steps: NodeSteps, row: int, node: Node, level: int, fill: str) -> None:
    column, ladder = _column(steps, level), steps.scheme.ladder
    look = SCORE.but(fill=fill, bold=node.layer == 0)
    if ladder:
        _points(sheet, steps, row, node, level, fill)
        column += 2
    if not node.weighs:
        sheet.blank(row, column, look)
        return
    measure = steps.measure(node, level)
    parts = steps.hundredths(node, level), steps.number(node, level), measure
    sheet.formula(row, column, shown_number(*parts, ladder.threshold if ladder else None), look)


def _points(sheet: Sheet, steps: NodeSteps, row: int, node: Node, level: int, fill: str) -> None:
    """How many clauses are counted, and their points."""
    column, look = _column(steps, level), QUIET.but(align="right", fill=fill, wrap=False)
    if not isinstance(node.leaf, Clauses):
        sheet.blank(row, column, look)
        sheet.blank(row, column + 1, look)
        return
    clauses, measure = len(counted(node, level, steps.scheme.ladder)), steps.measure(node, level)
    sheet.number(row, column, clauses, look)
    number = steps.number(node, level)
    points = number / steps.measures.unit if measure.exact else number * clauses
    sheet.formula(row, column + 1, points, look.but(form="0.##" if steps.measures.unit > 1 else "0"))


def _whole(sheet: Sheet, steps: NodeSteps, row: int) -> None:
    ladder = steps.scheme.ladder
    look = BIG.but(size=12)
    sheet.merged(row, 0, row, 2, "成熟度等级得分 N" if ladder else "总分", look)
    for level in steps.levels:
        column, measure = _column(steps, level), steps.measure(None, level)
        parts = steps.hundredths(None, level), steps.number(None, level), measure
        shown = shown_number(*parts, ladder.threshold if ladder else None)
        sheet.merged(row, column, row, column + _width(steps) - 1, shown, look.but(form="0.00", align="right"))
    if steps.deducts:
        last = BEFORE + _width(steps) * len(steps.levels)
        sheet.formula(row, last, steps.deducted(None), look.but(form="0.00", align="right"))
    sheet.height(row, LINE_HEIGHT + 3 * PADDING)


def _marked(sheet: Sheet, steps: NodeSteps, last: int) -> None:
    """Scores that are not enough: in another colour, and in italics for paper."""
    assert steps.scheme.ladder
    for level in steps.levels:
        column = _column(steps, level) + 2
        below = _short(Beside(FIRST, column), steps.scheme.ladder)
        block = sheet.block(FIRST, column, last - 1, column)
        sheet.marked(block, below, {"font_color": POOR, "bg_color": POOR_LIGHT, "italic": True})


def _short(score: Beside, ladder: Ladder) -> Call:
    """Whether a score that is shown as a number is not enough."""
    return call(
        "AND", call("ISNUMBER", score), score <= ladder.threshold if ladder.strict else score < ladder.threshold
    )
