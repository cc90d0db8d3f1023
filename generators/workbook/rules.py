"""The sheet of rules: the scale with when to give each answer, the levels with their classes, the method in words.

In: the book and its sheet. Out: where the other sheets find labels, codes, points and levels; so whoever reads a formula finds what it
reads written out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctmm_dsl.expression.figures import decimal, percent
from ctmm_dsl.model import Ladder, Node, Scale, Scheme
from generators.naming import level_title
from generators.workbook.formula import Block
from generators.workbook.looks import CELL, CENTER, COUNT, HEADER, PLAIN, QUIET, STRONG
from generators.workbook.sheet import LINE_HEIGHT, PADDING, Sheet
from generators.workbook.texts import lines

WIDTHS = (8, 22, 12, 12, 64)
LAST = len(WIDTHS) - 1
NO_CLASS = "—"


@dataclass(frozen=True, slots=True)
class Rules:
    """`ranks`: 1, 2, … of the answers; `labels`, `codes`, `points` beside them; `scaled`: the points as whole numbers. `numbers`, `names`,
    `classes`: of the levels. What a scheme does not have is None."""

    ranks: Block | None = None
    labels: Block | None = None
    codes: Block | None = None
    points: Block | None = None
    scaled: Block | None = None
    numbers: Block | None = None
    names: Block | None = None
    classes: Block | None = None


def add(sheet: Sheet, unit: int) -> Rules:
    """`unit`: what points are multiplied by to be whole."""
    scheme = sheet.book.scheme
    sheet.columns(WIDTHS)
    sheet.heading(
        "计分规则",
        "各表的公式引用本表；本表不可修改。The formulas of the other sheets read from this one.",
        LAST,
        of_table=False,
    )
    row, found = 4, Rules()
    if scheme.scale:
        row, found = _scale(sheet, row, scheme.scale, unit)
    if scheme.standard.levels:
        row, found = _levels(sheet, row, found)
    row = _method(sheet, row)
    if scheme.weights:
        row = _weights(sheet, row)
    sheet.printed(landscape=False, area=(0, 0, row, LAST))
    return found


def class_of(scheme: Scheme, level: int) -> str:
    return next((row.name for row in scheme.standard.classes if row.first <= level <= row.last), NO_CLASS)


def _scale(sheet: Sheet, row: int, scale: Scale, unit: int) -> tuple[int, Rules]:
    sheet.section(row, 0, f"条款得分：{scale.name}")
    for column, header in enumerate(("序号", "满足程度", "代码", "得分", "评定规则")):
        sheet.text(row + 1, column, header, HEADER)
    if unit > 1:
        sheet.text(row + 1, LAST + 1, f"得分 × {unit}", HEADER)
    first = row + 2
    for at, answer in enumerate(scale.answers):
        sheet.number(first + at, 0, at + 1, CENTER)
        sheet.text(first + at, 1, answer.label, STRONG)
        sheet.text(first + at, 2, answer.code, QUIET)
        sheet.number(first + at, 3, answer.points, CENTER.but(bold=True))
        rules = "\n".join(answer.rules)
        sheet.text(first + at, 4, rules, CELL)
        sheet.fitted(first + at, {1: answer.label, 4: rules})
        if unit > 1:
            sheet.number(first + at, LAST + 1, int(answer.points * unit), QUIET)
    last = first + len(scale.answers) - 1
    ranks, labels, codes, points = (sheet.block(first, column, last, column) for column in range(4))
    scaled = sheet.block(first, LAST + 1, last, LAST + 1) if unit > 1 else points
    return last + 2, Rules(ranks, labels, codes, points, scaled)


def _levels(sheet: Sheet, row: int, found: Rules) -> tuple[int, Rules]:
    scheme = sheet.book.scheme
    sheet.section(row, 0, "等级")
    for column, header in enumerate(("等级", "名称", "类别", "得分要求", "说明")):
        sheet.text(row + 1, column, header, HEADER)
    first = row + 2
    for at, level in enumerate(scheme.standard.levels):
        sheet.number(first + at, 0, level.number, CENTER)
        sheet.text(first + at, 1, level.name, STRONG)
        sheet.text(first + at, 2, class_of(scheme, level.number), CENTER)
        sheet.text(first + at, 3, demanded(scheme.ladder) if scheme.ladder else NO_CLASS, CENTER)
        told = "；".join(filter(None, (level.motto, level.text, _before(scheme, at))))
        sheet.text(first + at, 4, told, CELL)
        sheet.fitted(first + at, {2: class_of(scheme, level.number), 4: told})
    last = first + len(scheme.standard.levels) - 1
    numbers, names, classes = (sheet.block(first, column, last, column) for column in range(3))
    rules = Rules(found.ranks, found.labels, found.codes, found.points, found.scaled, numbers, names, classes)
    return last + 2, rules


def demanded(ladder: Ladder) -> str:
    return f"N {'>' if ladder.strict else '≥'} {decimal(ladder.threshold)}"


def _before(scheme: Scheme, at: int) -> str:
    if not scheme.ladder or not scheme.ladder.one_by_one or at == 0:
        return ""
    return f"先达到 {level_title(scheme.standard.levels[at - 1])}"


# ---- the method and the weights --------------------------------------------------------------------------------


def _method(sheet: Sheet, row: int) -> int:
    sheet.section(row, 0, "计算方法")
    for at, sentence in enumerate(_sentences(sheet.book.scheme), row + 1):
        sheet.merged(at, 0, at, LAST, sentence, PLAIN)
        sheet.height(at, lines(sentence, sum(WIDTHS)) * LINE_HEIGHT + PADDING)
        row = at
    return row + 2


def _sentences(scheme: Scheme) -> Iterator[str]:
    ladder = scheme.ladder
    if ladder:
        spread = "该等级及以下各等级的全部条款" if ladder.cumulative else "该等级自身的条款"
        yield f"末级得分 C = Σ 各条款得分 A ÷ 条款数量 M；M 计{spread}。"
    if scheme.standard.formulas:
        yield "由数据计算的指标，得分见指标表，以 100 分计。"
    if scheme.weights:
        yield "上级得分 D、N = Σ（下级得分 × 权重）。"
    if any(node.deducts for node in scheme.standard.domains):
        yield "扣分从总分中减去。"
    if ladder:
        over = "超过" if ladder.strict else "不低于"
        climb = "，并且其下各等级均已达到" if ladder.one_by_one else ""
        yield f"某等级得分 N {over} {decimal(ladder.threshold)}{climb}，即达到该等级；恰好等于门槛{'不算' if ladder.strict else '算'}达到。"
        yield "未作答的条款按最低分计，所以未答完时显示的是至少能达到的等级。"
    if scheme.summary:
        middle = {"low": "较低", "high": "较高"}
        yield (
            f"同一特征有多位受访者时取中位数，偶数取{middle[scheme.summary.respondents]}者；"
            f"多个特征的汇总取中位数，偶数取{middle[scheme.summary.leaves]}者。"
        )
    yield "比较与取舍按精确的整数进行，显示的两位小数只供阅读，不参与判定。"


def _weights(sheet: Sheet, row: int) -> int:
    scheme = sheet.book.scheme
    sheet.section(row, 0, "权重（占上一级）")
    for column, header in enumerate(("编号", "名称", "权重", "条款数")):
        sheet.text(row + 1, column, header, HEADER)
    row += 2
    for node in scheme.standard.walk():
        if node.id in scheme.weights:
            _weight(sheet, row, node)
            row += 1
    return row


def _weight(sheet: Sheet, row: int, node: Node) -> None:
    look = STRONG if node.layer == 0 else CELL
    sheet.text(row, 0, node.id, QUIET)
    sheet.text(row, 1, node.name, look.but(indent=node.layer + 1))
    sheet.text(row, 2, shown_weight(sheet.book.scheme, node), look.but(align="right"))
    count = sum(1 for _ in node.clauses())
    sheet.number(row, 3, count, COUNT) if count else sheet.blank(row, 3)
    sheet.fitted(row, {1: node.name + "  " * node.layer})


def shown_weight(scheme: Scheme, node: Node) -> str:
    """A weight as it can be read exactly: in per cent, or as a fraction."""
    words = percent(scheme.weights[node.id])
    return words if "/" not in words else str(scheme.weights[node.id])
