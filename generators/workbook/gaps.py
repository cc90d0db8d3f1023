"""The sheet of what is missing to a level: how many points, and which clauses would bring them, those that bring most first.

In: the steps, the outcome. Out: cells. Taking what brings most first is the least number of clauses: every clause may be raised by itself,
and gains add up. Sorted by ranks of whole numbers, since sorted arrays are beyond the programs that we write for.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctmm_dsl.sheets.layout import Table
from generators.workbook import names
from generators.workbook.clause_steps import FIRST as STEPS_FIRST
from generators.workbook.clause_steps import WORTH, ClauseSteps
from generators.workbook.formula import Beside, Block, Formula, Ref, call, choose, joined
from generators.workbook.looks import (
    ANSWER,
    BIG,
    GOOD_LIGHT,
    GUIDE,
    HEADER,
    HELPER,
    INK,
    LINE,
    STRONG,
    SUBHEADER,
    Look,
)
from generators.workbook.node_steps import NodeSteps
from generators.workbook.outcome import NEAR, Outcome, least_enough
from generators.workbook.rules import Rules, demanded
from generators.workbook.sheet import Sheet
from generators.workbook.texts import lines

WIDTHS = (9, 11, 18, 10, 76, 8, 9, 12, 12)
LAST = len(WIDTHS) - 1
LABEL_ROW, PANEL_ROW, WORDS_ROW, TABLE_ROW, FIRST = 3, 4, 5, 7, 8
HEADERS = ("次序", "编号", "所属", "等级", "条款内容", "现得分", "可提高", "累计后得分", "")
LEVEL, PARTS, NUMBER, EDGE = HELP = tuple(range(LAST + 2, LAST + 6))
PRINTED = 60
"""So many rows go on paper: how many clauses are lacking is not known when the page is set up, and blank pages help nobody."""
LISTED = Look(size=9, wrap=True)
CHOOSE = "空白为下一级；也可选择其他等级"


@dataclass(frozen=True, slots=True)
class _Aim:
    """The level that is aimed at: its place among the levels, its measure's parts, its number, what has to be added to it."""

    place: Ref
    parts: Ref
    number: Ref
    lack: Ref


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Columns of the steps: the place of the clause that brings most, next most …; what it brings; what all so far bring."""

    places: Block
    gains: Block
    sums: Block
    count: Ref


def add(sheet: Sheet, steps: NodeSteps, clauses: ClauseSteps, rules: Rules, outcome: Outcome) -> None:
    table = clauses.table
    sheet.columns(WIDTHS)
    sheet.columns((7, 14, 16, 16), LAST + 2)
    sheet.heading("差距：到目标等级还缺什么", "按提升后对该等级得分的贡献从大到小排列；可提高指把该条提升到最高分后总得分增加的分数。"
                  f"打印前 {PRINTED} 条。"
                  " Clauses sorted by what they would bring to the level aimed at.", LAST, of_table=False)  # fmt: skip
    aim = _aim(sheet, steps, clauses, rules, outcome)
    found = _sorted(clauses, aim)
    needed = _panel(sheet, steps, rules, aim, found)
    for column, header in enumerate(HEADERS):
        sheet.text(TABLE_ROW, column, header, HEADER)
    sheet.height(TABLE_ROW, 26)
    height = _height(steps)
    for at in range(len(table.ids)):
        _row(sheet, clauses, table, at, aim, found, needed, height)
    _lined(sheet, len(table.ids), needed)
    sheet.frozen(FIRST, 0)
    shown = min(len(table.ids), PRINTED)
    sheet.printed(landscape=True, repeat=(TABLE_ROW, TABLE_ROW), area=(0, 0, FIRST + shown - 1, LAST))


def _aim(sheet: Sheet, steps: NodeSteps, clauses: ClauseSteps, rules: Rules, outcome: Outcome) -> _Aim:
    ladder = steps.scheme.ladder
    assert ladder and rules.numbers
    for column, header in zip(HELP, ("等级", "份数", "得分 × 份数", "须达到"), strict=True):
        sheet.text(TABLE_ROW, column, header, HELPER)
    for row, level in enumerate(steps.levels, FIRST):
        measure, number = steps.measure(None, level), steps.number(None, level)
        sheet.number(row, LEVEL, level, HELPER)
        sheet.number(row, PARTS, measure.parts if clauses.whole else 1, HELPER)
        score: Formula = number if clauses.whole else number / measure.parts
        sheet.formula(row, NUMBER, call("IFERROR", score + 0, 0), HELPER)
        near = ladder.threshold + (NEAR / 2 if ladder.strict else -NEAR / 2)
        sheet.number(row, EDGE, least_enough(measure, ladder) if clauses.whole else near, HELPER)
    last = FIRST + len(steps.levels) - 1
    chosen = sheet.answer(PANEL_ROW, 0, None, ANSWER.but(bold=True, form="0"))
    sheet.choices(sheet.block(PANEL_ROW, 0, PANEL_ROW, 0), rules.numbers, "目标等级", CHOOSE)
    next_ = choose(outcome.level < len(steps.levels), outcome.level + 1, len(steps.levels))
    known = call("IFERROR", call("MATCH", choose(call("ISNUMBER", chosen), chosen, -1), rules.numbers, 0), next_)
    place = sheet.formula(PANEL_ROW, LEVEL, known, HELPER)
    found = [
        sheet.formula(PANEL_ROW, column, call("INDEX", sheet.block(FIRST, column, last, column), place), HELPER)
        for column in (PARTS, NUMBER, EDGE)
    ]
    lack = sheet.formula(WORDS_ROW, EDGE, found[2] - found[1], HELPER)
    return _Aim(place, found[0], found[1], lack)


def _sorted(clauses: ClauseSteps, aim: _Aim) -> _Sorted:
    """Gains, keys by which they are sorted (a gain, then the document's order), and in order: places, gains, sums."""
    sheet, rows = clauses.sheet, len(clauses.table.ids)
    gain, key, place, brought, sums = range(clauses.after + 3, clauses.after + 8)
    sheet.columns((12, 16, 8, 12, 14), gain)
    for column, header in zip(
        (gain, key, place, brought, sums), ("增量", "排序键", "位次", "增量（降序）", "累计"), strict=True
    ):
        sheet.text(0, column, header, HEADER)
    gains, keys, places, inorder = (clauses.column(column) for column in (gain, key, place, brought))
    for at, row in enumerate(range(STEPS_FIRST, STEPS_FIRST + rows)):
        share = call("INDEX", clauses.shares(row), 1, aim.place)
        own = sheet.formula(row, gain, (clauses.best - sheet.ref(row, WORTH)) * share, HELPER)
        whole: Formula = own if clauses.whole else call("ROUND", own * 10**6, 0)
        sheet.formula(row, key, whole * (rows + 1) + (rows - at), HELPER)
        found = sheet.formula(row, place, call("MATCH", call("LARGE", keys, at + 1), keys, 0), HELPER)
        next_ = sheet.formula(row, brought, call("INDEX", gains, found), HELPER)
        sheet.formula(row, sums, sheet.ref(row - 1, sums) + next_ if at else next_, HELPER)
    count = sheet.formula(0, clauses.after + 2, call("SUMPRODUCT", (gains > 0) * 1), HELPER)
    return _Sorted(places, inorder, clauses.column(sums), count)


# ---- what is shown ---------------------------------------------------------------------------------------------


def _panel(sheet: Sheet, steps: NodeSteps, rules: Rules, aim: _Aim, found: _Sorted) -> Ref:
    """How much is lacking, and how many clauses suffice at least: 0 where nothing lacks, a text where no clauses suffice."""
    ladder = steps.scheme.ladder
    assert ladder and rules.names
    enough = call("SUMPRODUCT", (found.sums < aim.lack) * 1) + 1
    out_of_reach = enough > found.sums.last_row - found.sums.row + 1
    needed = sheet.formula(WORDS_ROW, LEVEL, choose(aim.lack <= 0, 0, choose(out_of_reach, "无法", enough)), HELPER)
    sheet.book.named(names.NEEDED, needed)
    name = call("INDEX", rules.names, aim.place)
    score, edge = aim.number / aim.parts, ladder.threshold
    cells: tuple[tuple[int, int, str, Formula, str], ...] = (
        (1, 3, "目标等级", joined(aim.place, " 级 · ", name), "General"),
        (4, 4, "要求", joined(demanded(ladder)), "General"),
        (5, 6, "现得分", score, "0.00"),
        (7, 7, "还差", choose(aim.lack <= 0, 0, edge - score), "0.00"),
        (8, 8, "最少条数", needed, "0"),
    )
    sheet.text(LABEL_ROW, 0, "选择等级", SUBHEADER)
    for first, last, label, formula, form in cells:
        sheet.merged(LABEL_ROW, first, LABEL_ROW, last, label, SUBHEADER)
        sheet.merged(PANEL_ROW, first, PANEL_ROW, last, formula, BIG.but(size=13, form=form))
    sheet.height(PANEL_ROW, 36)
    reached = joined("该等级自身的得分已够。")
    few = joined("把下表前 ", needed, " 条提升到最高分，即可使该等级得分达到要求；少于 ", needed, " 条则不可能。")
    words = choose(aim.lack <= 0, reached, choose(call("ISTEXT", needed), "仅靠条款无法达到该等级的得分要求。", few))
    sheet.merged(WORDS_ROW, 0, WORDS_ROW, LAST, words, GUIDE.but(size=10, color=INK, bold=True))
    sheet.height(WORDS_ROW, 24)
    return needed


def _row(
    sheet: Sheet, clauses: ClauseSteps, table: Table, at: int, aim: _Aim, found: _Sorted, needed: Ref, height: int
) -> None:
    row, number = FIRST + at, at + 1
    place = Ref(clauses.sheet.name, found.places.row + at, found.places.column)
    gain = Ref(clauses.sheet.name, found.gains.row + at, found.gains.column)
    sums = Ref(clauses.sheet.name, found.sums.row + at, found.sums.column)
    first = sheet.formula(row, 0, choose(found.count >= number, number, ""), LISTED.but(align="center"))

    def of(key: str) -> Formula:
        column = table.column(key)
        return call("INDEX", Block(table.sheet["zh"], table.first_row, column, table.last_row, column), place)

    leaf = [column.key for column in table.columns if column.key in ("domain", "subdomain")][-1]
    shown: tuple[tuple[Formula, Look], ...] = (
        (of("id"), LISTED),
        (of(leaf), LISTED),
        (of("level"), LISTED),
        (of("text"), LISTED),
        (of("points"), LISTED.but(align="center")),
        (gain / aim.parts, LISTED.but(align="right", form="0.00", wrap=False)),
        ((aim.number + sums) / aim.parts, LISTED.but(align="right", form="0.00", wrap=False)),
    )
    for column, (formula, look) in enumerate(shown, 1):
        sheet.formula(row, column, choose(first.eq(""), "", formula), look)
    sheet.formula(row, LAST, choose(needed.eq(number), "✓ 到此即够", ""), STRONG.but(border="", size=9))
    sheet.height(row, height)


def _height(steps: NodeSteps) -> int:
    """Of every row: which clause it will list is not known. Enough for nineteen clauses of twenty."""
    needed = sorted(lines(clause.text, WIDTHS[4] + 6) for clause in steps.scheme.standard.clauses.values())
    return needed[len(needed) * 19 // 20] * 13 + 6


def _lined(sheet: Sheet, rows: int, needed: Ref) -> None:
    """A line under each row that lists a clause; those that suffice stand out by their ground and by the mark after the last of them."""
    block = sheet.block(FIRST, 0, FIRST + rows - 1, LAST)
    cell = Beside(FIRST, 0)
    there = call("ISNUMBER", cell)
    sheet.marked(
        block,
        call("AND", there, call("ISNUMBER", needed), cell <= needed),
        {"bg_color": GOOD_LIGHT, "bottom": 1, "bottom_color": LINE},
    )
    sheet.marked(block, there, {"bottom": 1, "bottom_color": LINE})
