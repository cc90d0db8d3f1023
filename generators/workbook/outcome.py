"""The sheet of results of a ladder: what level is reached, and of each level its score, whether it is enough, and what decided.

In: the steps, the tables' counts. Out: cells, and by defined names what whoever drives the workbook reads. The level is computed from whole
numbers; what is unanswered counts as the worst, what is invalid is no level at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.model import Ladder, Level
from generators.workbook import names
from generators.workbook.clause_steps import UNANSWERED, ClauseSteps
from generators.workbook.exactness import Measure
from generators.workbook.formula import Formula, Ref, call, choose, joined, total
from generators.workbook.looks import (
    BIG,
    CELL,
    CENTER,
    COUNT,
    GOOD,
    GOOD_LIGHT,
    HEADER,
    HELPER,
    POOR,
    POOR_LIGHT,
    STRONG,
    SUBHEADER,
)
from generators.workbook.node_steps import DIGITS, NodeSteps
from generators.workbook.parts import Part
from generators.workbook.rules import Rules, class_of, demanded
from generators.workbook.sheet import Sheet
from generators.workbook.shown import shown_spoken

WIDTHS = (8, 16, 11, 11, 11, 11, 12, 12, 44)
LAST = len(WIDTHS) - 1
LABEL_ROW, PANEL_ROW, TABLE_ROW = 3, 4, 6
HEADERS = ("等级", "名称", "条款数 M", "其中未答", "得分 N", "要求", "本级得分", "逐级判定", "判定依据")
FLAGS = PASSES, REACHED, SCORE_NUMBER, THRESHOLD = range(LAST + 2, LAST + 6)
"""Columns beside the page: 1 or 0, and what charts are drawn from."""
NOT_RATED, BELOW_ALL, OPEN = "不能定级", "未达到", "尚未确定"
NEAR = Fraction(1, 10**DIGITS)


@dataclass(frozen=True)
class Outcome:
    """`level`: the number of the level, whatever is invalid; `words`, `city_class`: as they are shown; `state`: what they rest on; `rows`:
    of the levels."""

    level: Ref
    words: Ref
    city_class: Ref
    state: Ref
    unanswered: Ref
    invalid: Ref
    asked: int
    rows: dict[int, int]

    @property
    def last_row(self) -> int:
        return max(self.rows.values())


def add(sheet: Sheet, steps: NodeSteps, rules: Rules, parts: Sequence[Part], clauses: ClauseSteps) -> Outcome:
    """`parts`: the tables whose answers decide the level."""
    ladder, levels = steps.scheme.ladder, steps.scheme.standard.levels
    assert ladder
    sheet.columns(WIDTHS)
    sheet.columns((9, 9, 10, 10), LAST + 2)
    sheet.heading(
        "结果",
        "随填报自动更新，不可修改。This sheet follows the answers at once; it cannot be edited.",
        LAST,
        of_table=False,
    )
    rows = {level.number: TABLE_ROW + 1 + at for at, level in enumerate(levels)}
    _table(sheet, steps, clauses, rows)
    _reached(sheet, ladder, list(rows.values()))
    unanswered, invalid = _counts(sheet, parts, rows)
    found = _panel(sheet, rules, rows, unanswered, invalid, sum(part.asked for part in parts))
    for number, row in rows.items():
        sheet.book.named(names.SHOWN.format(level=number), sheet.ref(row, 4))
        sheet.book.named(names.ABOVE.format(level=number), sheet.ref(row, PASSES))
        sheet.book.named(names.REACHED.format(level=number), sheet.ref(row, REACHED))
    return found


# ---- the table of levels ---------------------------------------------------------------------------------------


def _table(sheet: Sheet, steps: NodeSteps, clauses: ClauseSteps, rows: dict[int, int]) -> None:
    for column, header in enumerate(HEADERS):
        sheet.text(TABLE_ROW, column, header, HEADER)
    for column, header in zip(FLAGS, ("得分够", "达到", "得分", "门槛"), strict=True):
        sheet.text(TABLE_ROW, column, header, SUBHEADER)
    sheet.height(TABLE_ROW, 28)
    for level in steps.scheme.standard.levels:
        row = rows[level.number]
        _row(sheet, steps, clauses, level, row)
        _decided(sheet, steps, level.number, rows)
        sheet.height(row, 26)
    first, last = min(rows.values()), max(rows.values())
    for column, flag in ((6, PASSES), (7, REACHED)):
        for value, look in ((1, {"font_color": GOOD, "bg_color": GOOD_LIGHT, "bold": True}), (0, {"font_color": POOR})):
            for row in range(first, last + 1):
                sheet.marked(sheet.block(row, column, row, column), sheet.ref(row, flag).eq(value), look)


def _row(sheet: Sheet, steps: NodeSteps, clauses: ClauseSteps, level: Level, row: int) -> None:
    ladder, measure = steps.scheme.ladder, steps.measure(None, level.number)
    assert ladder
    number, hundredths = steps.number(None, level.number), steps.hundredths(None, level.number)
    sheet.number(row, 0, level.number, CENTER.but(bold=True))
    sheet.text(row, 1, level.name, STRONG)
    counts = clauses.level_block <= level.number if ladder.cumulative else clauses.level_block.eq(level.number)
    asked = [clause.level == level.number or (ladder.cumulative and clause.level < level.number)
             for clause in steps.scheme.standard.clauses.values()]  # fmt: skip
    sheet.number(row, 2, sum(asked), COUNT)
    sheet.formula(row, 3, call("SUMPRODUCT", counts * clauses.rank_block.eq(UNANSWERED)), COUNT)
    shown = shown_spoken(hundredths, number, measure, ladder.threshold)
    sheet.formula(row, 4, shown, CENTER.but(bold=True))
    sheet.text(row, 5, demanded(ladder), CENTER)
    sheet.formula(row, PASSES, choose(_enough(number, measure, ladder), 1, 0), HELPER)
    sheet.formula(row, SCORE_NUMBER, choose(call("ISNUMBER", hundredths), hundredths / 100, 0), HELPER)
    sheet.number(row, THRESHOLD, ladder.threshold, HELPER)
    sheet.formula(row, 6, choose(sheet.ref(row, PASSES).eq(1), "✓ 够", "✗ 不够"), CENTER)
    sheet.formula(row, 7, choose(sheet.ref(row, REACHED).eq(1), "✓ 达到", "✗ 未达到"), CENTER)


def _enough(number: Ref, measure: Measure, ladder: Ladder) -> Formula:
    """Whether a score alone is enough. A score without a lower bound is not."""
    if measure.exact:
        return number >= least_enough(measure, ladder)
    distance = call("ROUND", number - ladder.threshold, DIGITS)
    return call("IFERROR", choose(distance > 0 if ladder.strict else distance >= 0, 1, 0), 0).eq(1)


def least_enough(measure: Measure, ladder: Ladder) -> int:
    """The smallest whole number of parts that is enough."""
    edge = ladder.threshold * measure.parts
    return edge.__floor__() + 1 if ladder.strict else edge.__ceil__()


def _decided(sheet: Sheet, steps: NodeSteps, level: int, rows: dict[int, int]) -> None:
    """What decided, in words."""
    ladder, row = steps.scheme.ladder, rows[level]
    assert ladder
    edge = decimal(ladder.threshold)
    over, under = (f" 超过 {edge}", f" 未超过 {edge}") if ladder.strict else (f" 不低于 {edge}", f" 低于 {edge}")
    shown, passes, reached = sheet.ref(row, 4), sheet.ref(row, PASSES).eq(1), sheet.ref(row, REACHED).eq(1)
    if ladder.one_by_one:
        enough: Formula = choose(
            reached, joined("得分 ", shown, over), joined("得分 ", shown, over, f"，但第 {level - 1} 级未达到")
        )
        words = choose(passes, enough, joined("得分 ", shown, under))
    else:
        short: Formula = choose(
            reached, joined("得分 ", shown, under, "，但更高等级已达到"), joined("得分 ", shown, under)
        )
        words = choose(passes, joined("得分 ", shown, over), short)
    measure = steps.measure(None, level)
    sheet.formula(row, 8, words if measure.exact else joined(words, _guard(steps, level, ladder)), CELL)


def _guard(steps: NodeSteps, level: int, ladder: Ladder) -> Formula:
    """Decimals cannot tell what lies so near the threshold: then the sheet says so."""
    near = call("ABS", steps.number(None, level) - ladder.threshold) < NEAR
    return call("IFERROR", choose(near, "；与门槛相差不到 1E-9，按恰好等于判定，请用 ctmm score 核对", ""), "")


def _reached(sheet: Sheet, ladder: Ladder, rows: list[int]) -> None:
    for at, row in enumerate(rows):
        passes = sheet.ref(row, PASSES)
        if ladder.one_by_one:
            found: Formula = passes * sheet.ref(rows[at - 1], REACHED) if at else passes
        else:
            found = choose(total(sheet.block(row, PASSES, rows[-1], PASSES)) > 0, 1, 0)
        sheet.formula(row, REACHED, found, HELPER)


# ---- what is on top --------------------------------------------------------------------------------------------


def _counts(sheet: Sheet, parts: Sequence[Part], rows: dict[int, int]) -> tuple[Ref, Ref]:
    row = max(rows.values()) + 1
    sheet.text(row, PASSES, "未答", HELPER)
    sheet.text(row + 1, PASSES, "无效", HELPER)
    unanswered = sheet.formula(row, REACHED, total(*(part.unanswered for part in parts)), HELPER)
    invalid = sheet.formula(row + 1, REACHED, total(*(part.invalid for part in parts)), HELPER)
    sheet.book.named(names.UNANSWERED, unanswered)
    sheet.book.named(names.INVALID, invalid)
    return unanswered, invalid


def _panel(sheet: Sheet, rules: Rules, rows: dict[int, int], unanswered: Ref, invalid: Ref, asked: int) -> Outcome:
    """The level, its class, how much is answered, and what that means for the level."""
    assert rules.names and rules.classes
    row = max(rows.values()) + 3
    reached = sheet.block(min(rows.values()), REACHED, max(rows.values()), REACHED)
    sheet.text(row, PASSES, "等级", HELPER)
    level = sheet.formula(row, REACHED, total(reached), HELPER)
    rated = sheet.formula(row + 1, REACHED, choose(invalid > 0, NOT_RATED, level), HELPER)
    named = call("INDEX", rules.names, level)
    name = choose(invalid > 0, "", choose(level.eq(0), "", named))
    sheet.book.named(names.LEVEL, rated)
    sheet.book.named(names.LEVEL_NAME, sheet.formula(row + 2, REACHED, name, HELPER))
    at_least = choose(unanswered > 0, "≥ ", "")
    none = choose(unanswered > 0, OPEN, f"{BELOW_ALL} {min(rows)} 级")
    words = choose(invalid > 0, NOT_RATED, choose(level.eq(0), none, joined(at_least, level, " 级 · ", named)))
    class_ = choose(level.eq(0), class_of(sheet.book.scheme, 0), call("INDEX", rules.classes, level))
    shown = sheet.merged(PANEL_ROW, 0, PANEL_ROW, 2, words, BIG)
    city_class = sheet.merged(PANEL_ROW, 3, PANEL_ROW, 5, choose(invalid > 0, "—", class_), BIG.but(size=14))
    answered = joined(asked - unanswered - invalid, f" / {asked}")
    sheet.merged(PANEL_ROW, 6, PANEL_ROW, 7, answered, BIG.but(size=14))
    state = sheet.formula(PANEL_ROW, 8, _state(level, unanswered, invalid), STRONG.but(fill=BIG.fill))
    for first, last, label in ((0, 2, "达到等级"), (3, 5, "类别"), (6, 7, "有效作答"), (8, 8, "说明")):
        sheet.merged(LABEL_ROW, first, LABEL_ROW, last, label, SUBHEADER)
    sheet.height(PANEL_ROW, 44)
    sheet.marked(
        sheet.block(PANEL_ROW, 8, PANEL_ROW, 8), invalid + unanswered > 0, {"font_color": POOR, "bg_color": POOR_LIGHT}
    )
    sheet.book.named(names.CITY_CLASS, city_class)
    return Outcome(level, shown, city_class, state, unanswered, invalid, asked, rows)


def _state(level: Ref, unanswered: Ref, invalid: Ref) -> Formula:
    least = choose(level.eq(0), "尚不能确定等级", joined("至少 ", level, " 级"))
    open_ = joined("尚有 ", unanswered, " 项未答，未答按最低计：", least)
    wrong = joined("有 ", invalid, " 项答案无效（见“无效”标记），不能定级")
    return choose(
        invalid > 0,
        wrong,
        choose(unanswered > 0, open_, choose(level.eq(0), "全部作答，未达到最低等级", "全部作答，等级确定")),
    )


def words_of(outcome: Outcome) -> Iterator[tuple[str, Formula]]:
    """Lines for the cover."""
    yield "达到等级 Level", outcome.words
    yield "类别 Class", outcome.city_class
    yield "有效作答 Answered", joined(outcome.asked - outcome.unanswered - outcome.invalid, f" / {outcome.asked}")
    yield "说明 State", outcome.state
