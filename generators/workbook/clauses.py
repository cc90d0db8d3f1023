"""The sheet on which clauses are answered: a row a clause, a drop-down of the scale's labels, points at once.

In: the table, the rules, the steps. Out: cells, and what the other sheets need to know of them. Answer cells alone are open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.findings import both
from ctmm_dsl.model import Clause, Node, Scheme
from ctmm_dsl.sheets.layout import HEADER_ROW, Table, clauses_of
from generators.workbook.clause_steps import INVALID, UNANSWERED, ClauseSteps
from generators.workbook.formula import Beside, Ref, call, choose
from generators.workbook.looks import (
    ANSWER,
    ANSWER_TEXT,
    BAND,
    CELL,
    CENTER,
    GOOD,
    HEADER,
    LINE_STRONG,
    MUTED,
    NUMBER,
    POOR,
    POOR_LIGHT,
    QUIET,
    Look,
)
from generators.workbook.parts import Part
from generators.workbook.rules import Rules
from generators.workbook.sheet import Sheet

WIDTHS = {
    "id": 11,
    "domain": 13,
    "subdomain": 13,
    "item": 13,
    "level": 9,
    "text": 58,
    "answer": 14,
    "points": 8,
    "evidence": 32,
}
"""Of columns by their keys, in digits."""
NOTE_WIDTH = 22
WRONG = "无效"
GUIDE = (
    "在“条款满足程度”列逐条选择；得分自动计算。证明材料每行一项（Alt+Enter 换行）。黄色单元格可填写，其余受保护。"
    "Choose how far each clause is met; points follow at once. Yellow cells are yours to fill in."
)


def add(sheet: Sheet, table: Table, rules: Rules, steps: ClauseSteps, counters: Sheet) -> Part:
    """`counters`: the sheet whose column after the steps holds the counts."""
    sheet.columns([WIDTHS.get(column.key, NOTE_WIDTH) for column in table.columns])
    last = len(table.columns) - 1
    sheet.heading(table.sheet["zh"], GUIDE, last)
    for at, column in enumerate(table.columns):
        sheet.text(HEADER_ROW, at, column.header["zh"], HEADER)
    sheet.height(HEADER_ROW, 34)
    before: tuple[Node, ...] = ()
    for path, clause in clauses_of(sheet.book.scheme):
        _row(_Row(sheet, table, path, clause, path != before), steps, rules)
        before = path
    _entered(sheet, table, rules)
    sheet.frozen(HEADER_ROW + 1, 1)
    sheet.worksheet.autofilter(HEADER_ROW, 0, table.last_row, last)
    sheet.printed(landscape=True, repeat=(HEADER_ROW, HEADER_ROW), area=(0, 0, table.last_row, last))
    return Part(
        what=both("条款", "clauses"),
        asked=len(table.ids),
        unanswered=counters.formula(0, steps.after, call("COUNTIF", steps.rank_block, UNANSWERED)),
        invalid=counters.formula(0, steps.after + 1, call("COUNTIF", steps.rank_block, INVALID)),
    )


class _Row:
    """A clause's row in the making; `first`: whether it begins its leaf."""

    def __init__(self, sheet: Sheet, table: Table, path: tuple[Node, ...], clause: Clause, first: bool) -> None:
        self.sheet, self.table, self.path, self.clause, self.first = sheet, table, path, clause, first
        self.row = table.row(clause.id)
        self.texts: dict[int, str] = {}

    def look(self, look: Look) -> Look:
        """A strong line above each leaf, a band for every other level."""
        if not look.asked and self.clause.level % 2 == 0:
            look = look.but(fill=BAND)
        return look.but(top=LINE_STRONG) if self.first else look

    def text(self, key: str, words: str, look: Look = CELL) -> None:
        at = self.table.column(key)
        self.sheet.text(self.row, at, words, self.look(look))
        self.texts[at] = words

    def answer(self, key: str, words: str, look: Look) -> None:
        at = self.table.column(key)
        self.sheet.answer(self.row, at, words, self.look(look))
        self.texts[at] = words


def _row(row: _Row, steps: ClauseSteps, rules: Rules) -> None:
    clause, sheet, scheme = row.clause, row.sheet, row.sheet.book.scheme
    row.text("id", clause.id, QUIET)
    for key, words in _above(row.table, row.path):
        row.text(key, words, CELL.but(bold=True) if row.first else CELL.but(color=MUTED))
    level = next(level for level in scheme.standard.levels if level.number == clause.level)
    row.text("level", f"{level.number} {level.name}", CENTER)
    row.text("text", clause.text)
    given = given_answer(sheet.book.given, clause.id)
    row.answer("answer", label_of(scheme, given.get("answer")), ANSWER)
    evidence = given.get("evidence") or ()
    row.answer("evidence", "\n".join(map(str, [evidence] if isinstance(evidence, str) else evidence)), ANSWER_TEXT)
    row.answer("note", str(given.get("note") or ""), ANSWER_TEXT)
    rank = steps.ranks[clause.id]
    assert rules.points
    points = choose(rank > 0, call("INDEX", rules.points, rank), choose(rank.eq(UNANSWERED), "", WRONG))
    sheet.formula(
        row.row, row.table.column("points"), points, row.look(NUMBER.but(align="center", indent=0, bold=True))
    )
    sheet.fitted(row.row, row.texts)


def _above(table: Table, path: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    """The names of the nodes above a clause, by the keys of their columns; a column without a node is left empty."""
    named = dict(zip(("domain", "subdomain", "item"), path, strict=False))
    for column in table.columns:
        if column.key in ("domain", "subdomain", "item"):
            yield column.key, named[column.key].name if column.key in named else ""


def given_answer(given: Mapping[str, Any], id_: str) -> Mapping[str, Any]:
    """What is given of a clause: its answer, evidence, note."""
    found = (given.get("answers") or {}).get(id_)
    return found if isinstance(found, Mapping) else {"answer": found}


def label_of(scheme: Scheme, answer: Any) -> str:
    """The label of an answer that is given by its code; anything else as it is."""
    words = "" if answer is None else str(answer)
    assert scheme.scale
    return next((row.label for row in scheme.scale.answers if words in (row.code, row.label)), words)


def _entered(sheet: Sheet, table: Table, rules: Rules) -> None:
    """What may be entered, and how it shows what it is worth."""
    scale = sheet.book.scheme.scale
    assert scale and rules.labels
    answers = sheet.block(table.first_row, table.column("answer"), table.last_row, table.column("answer"))
    told = "；".join(f"{answer.label} {decimal(answer.points)}" for answer in scale.answers)
    sheet.choices(answers, rules.labels, "条款满足程度", f"请从下拉框选择：{told}")
    points = sheet.block(table.first_row, table.column("points"), table.last_row, table.column("points"))
    cell = Beside(table.first_row, table.column("points"))
    most, least = max(answer.points for answer in scale.answers), min(answer.points for answer in scale.answers)
    sheet.marked(points, call("EXACT", cell, WRONG), {"font_color": POOR, "bg_color": POOR_LIGHT, "italic": True})
    sheet.marked(points, call("AND", call("ISNUMBER", cell), cell.eq(most)), {"font_color": GOOD})
    sheet.marked(points, call("AND", call("ISNUMBER", cell), cell.eq(least)), {"font_color": POOR})


def points_of(table: Table, clause: str) -> Ref:
    return Ref(table.sheet["zh"], table.row(clause), table.column("points"))
