"""The sheet of indicators: each with its formula in words, the value of every step, its points; then what is computed, and the options.

In: a book and the layout's table of quantities. Out: the sheet; by the identifier of each formula leaf the cell of the points that count:
those of the indicator, or while something is missing or wrong, the worst that it can be worth (a text where that has no bound).
"""

from __future__ import annotations

from fractions import Fraction

from ctmm_dsl.checks.spoken import percent, stretch
from ctmm_dsl.expression import text
from ctmm_dsl.expression.kinds import Kinds
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Calculation, Node
from ctmm_dsl.model.expression import Expression, read_by, rests_on
from ctmm_dsl.scheme import laid_weights
from ctmm_dsl.sheets.layout import Table
from generators.quantity_words import unit_words
from generators.workbook.book import Book
from generators.workbook.calculation_places import (
    COUNTED,
    HEADER_ROW,
    ID,
    NAME,
    POINTS,
    RANGE,
    STATE,
    TEXT,
    VALUE,
    WEIGHT,
    Calculations,
)  # fmt: skip
from generators.workbook.expression_excel import Formulas
from generators.workbook.formula import Formula, Op, Ref, both_hold, call, choose, exact, joined, lift
from generators.workbook.looks import (
    ACCENT,
    ACCENT_LIGHT,
    CELL,
    CENTER,
    GOOD,
    HEADER,
    HELPER,
    MUTED,
    NUMBER,
    POOR,
    QUIET,
    SCORE,
    STRONG,
    SUBTITLE,
    Look,
)  # fmt: skip
from generators.workbook.losses import DEDUCTS, add_losses
from generators.workbook.sheet import Sheet
from generators.workbook.value_checks import FINE, MISSING, Checks

WIDTHS = (13, 30, 10, 62, 13, 11, 16, 30, 11)
HEADERS = ("编号", "指标 / 步骤", "权重", "算式", "计算值", "得分", "取值范围", "状态", "计入")
GUIDE = (
    "这一页全部自动计算，不用填写。“得分”保留两位小数，只供阅读；计算不取整，所用的是“计算值”。缺数据的指标没有得分，“计入”取它最不利的值；"
    "“状态”写着先补哪一项数据。"
)
EXACTLY = "0.00####"
UNBOUNDED = "不定"
BELOW = ACCENT_LIGHT


def add(book: Book, table: Table) -> dict[str, Ref]:
    at = Calculations(book.scheme, table)
    sheet = book.sheet(at.sheet)
    sheet.columns(WIDTHS)
    sheet.heading(at.sheet, GUIDE, COUNTED, of_table=False)
    for column, words in enumerate(HEADERS):
        sheet.text(HEADER_ROW, column, words, HEADER)
    sheet.height(HEADER_ROW, 24)
    for id_, row in at.bands.items():
        _band(book, sheet, book.scheme.standard.nodes[id_], row)
    counted = {node.id: _Indicator(book, sheet, at, node, calculation).add() for node, calculation in at.calculations()}
    _computed(book, sheet, at)
    _options(book, sheet, at)
    _coloured(sheet, at)
    sheet.frozen(HEADER_ROW + 1, WEIGHT)
    sheet.printed(landscape=True, repeat=(HEADER_ROW, HEADER_ROW), area=(0, 0, at.last_row, COUNTED))
    add_losses(book, at, counted)
    return counted


def shown(number: Formula) -> Formula:
    """Rounded half up to two places, as results show it; what lies a rounding error below a half is a half."""
    nudge = Fraction(1, 2) + Fraction(1, 10**9)
    return Op("/", call("INT", Op("+", Op("*", number, lift(100)), lift(nudge))), lift(100))


def _band(book: Book, sheet: Sheet, node: Node, row: int) -> None:
    """A node above indicators."""
    look = Look(bold=True, color=ACCENT, fill=BELOW, border=BELOW, size=11 if node.layer == 0 else 10)
    for column in range(COUNTED + 1):
        sheet.blank(row, column, look)
    sheet.text(row, ID, node.id, look)
    sheet.text(row, NAME, node.name, look.but(indent=node.layer))
    sheet.text(row, WEIGHT, _weight(book, node), look.but(align="right"))
    sheet.height(row, 22)


def _weight(book: Book, node: Node) -> str:
    """As the document or the profile writes it; of what deducts, nothing."""
    laid = laid_weights(book.scheme.profile or book.scheme.standard)
    return percent(laid[node.id]) if node.weighs and node.id in laid else ""


class _Indicator:
    """The rows of one indicator: itself, then its named parts."""

    def __init__(self, book: Book, sheet: Sheet, at: Calculations, node: Node, calculation: Calculation) -> None:
        self.book, self.sheet, self.at, self.node, self.calculation = book, sheet, at, node, calculation
        self.row = at.nodes[node.id]
        self.state = sheet.ref(self.row, STATE)
        self.formulas = Formulas(at.places(node))
        read = [one for root in calculation.expressions() for one in read_by(root)]
        needed = {one.name: one for quantity in read for one in rests_on(quantity)}
        self.needed = [one for one in needed.values() if at.known(one)]

    def add(self) -> Ref:
        lines = text.lines(self.calculation, "zh")
        for part, line in zip(self.calculation.parts, lines, strict=False):
            row = self.at.parts[self.node.id, part.name]
            words = _laid(line)
            self.sheet.text(row, ID, "", QUIET)
            self.sheet.text(row, NAME, " ".join(filter(None, (part.name, part.label))), CELL.but(indent=1))
            self.sheet.text(row, TEXT, words, CELL)
            self.sheet.formula(row, VALUE, self._when_ready(part.body), _look(part.body))
            for column in (WEIGHT, POINTS, RANGE, STATE, COUNTED):
                self.sheet.blank(row, column, QUIET)
            self.sheet.fitted(row, {TEXT: words, NAME: f"  {part.name} {part.label}"})
        return self._itself(_laid(lines[-1]))

    def _when_ready(self, body: Expression) -> Formula:
        return choose(exact(self.state, FINE), self.formulas.number(body), "")

    def _itself(self, words: str) -> Ref:
        sheet, row, node = self.sheet, self.row, self.node
        deducts = self.calculation.deducts
        sheet.text(row, ID, node.id, STRONG)
        sheet.text(row, NAME, node.name, STRONG)
        sheet.text(row, WEIGHT, DEDUCTS if deducts else _weight(self.book, node), NUMBER)
        told = ("扣分 = " if deducts else "得分 = ") + words
        sheet.text(row, TEXT, told, CELL)
        value = sheet.formula(row, VALUE, self._when_ready(self.calculation.body), NUMBER.but(form=EXACTLY))
        ready = exact(self.state, FINE)
        points = choose(ready, shown(value), "")
        sheet.formula(row, POINTS, points, SCORE.but(bold=True, form="−0.00;0.00;0.00" if deducts else "0.00"))
        range_ = Ranges().of(self.calculation.body)
        assert range_  # the checks have seen that no divisor is zero
        bounds = stretch(range_, in_percent=False)["zh"]
        sheet.text(row, RANGE, bounds, CENTER)
        sheet.formula(row, STATE, self._told(), CENTER)
        worst = range_.high if deducts else range_.low
        instead = UNBOUNDED if worst is None else worst
        sheet.fitted(row, {ID: node.id, NAME: node.name, TEXT: told, RANGE: bounds}, 2)
        return sheet.formula(row, COUNTED, choose(ready, value, instead), HELPER.but(align="right", form=EXACTLY))

    def _told(self) -> Formula:
        """“✓”, or how many quantities are not there yet, and the first of them."""
        if not self.needed:
            return joined(FINE, "")
        states = [self.at.state(one) for one in self.needed]
        fine = [exact(state, FINE) for state in states]
        count = call("SUM", *(choose(one, 0, 1) for one in fine))
        first: Formula = lift("")
        for one, state in reversed([*zip(self.needed, states, strict=True)]):
            first = choose(exact(state, FINE), first, joined(self.at.label(one), "：", state))
        every = fine[0] if len(fine) == 1 else both_hold(*fine)
        return choose(every, FINE, joined("缺数据（", count, " 项）：", first))


def _laid(line: text.Line) -> str:
    """A formula in words, each row of its table on a line."""
    return "\n".join((line.head, *(f"· {row}" for row in line.rows)))


def _look(body: Expression) -> Look:
    """Shares as per cents; anything else as a number."""
    return NUMBER.but(form="0.00%" if Kinds().of(body).name == "share" else EXACTLY)


# ---- what is computed, and the options -------------------------------------------------------------------------


def _section(sheet: Sheet, row: int, title: str, headers: dict[int, str]) -> None:
    sheet.text(row - 1, ID, title, SUBTITLE)
    sheet.height(row - 1, 24)
    for column in range(max(headers) + 1):
        sheet.text(row, column, headers.get(column, ""), HEADER)


def _computed(book: Book, sheet: Sheet, at: Calculations) -> None:
    """A row for each quantity that is computed from those filled in."""
    if not at.computed:
        return
    headers = {
        ID: "编号",
        NAME: "数据项",
        WEIGHT: "单位",
        TEXT: "算式",
        VALUE: "计算值",
        RANGE: "应在的范围",
        STATE: "检查",
    }
    _section(sheet, at.computed_row, "由填报值算出的数据项", headers)
    checks, known = Checks(at), {one.name: one for one in book.scheme.standard.quantities}
    for name, row in at.computed.items():
        quantity = known[name]
        assert quantity.definition is not None
        words, share = text.expression(quantity.definition, "zh"), quantity.kind == "share"
        sheet.text(row, ID, name, QUIET)
        sheet.text(row, NAME, quantity.label, STRONG)
        sheet.text(row, WEIGHT, "%" if share else unit_words(quantity), CENTER)
        sheet.text(row, TEXT, words, CELL)
        sheet.blank(row, POINTS, QUIET)
        sheet.formula(row, VALUE, checks.computed(quantity), NUMBER.but(form="0.00%" if share else "General"))
        sheet.text(row, RANGE, stretch(quantity.interval, in_percent=share)["zh"], CENTER)
        sheet.formula(row, STATE, checks.said(quantity), CENTER)
        sheet.fitted(row, {ID: name, NAME: quantity.label, TEXT: words})


def _options(book: Book, sheet: Sheet, at: Calculations) -> None:
    """The options of choices, from which the lists on the sheet of data are made."""
    if not at.options:
        return
    _section(sheet, at.options_row, "选择类数据项的选项", {ID: "代码", NAME: "选项", TEXT: "数据项"})
    for (name, code), row in at.options.items():
        quantity = book.scheme.asked[name]
        option = next(one for one in quantity.options if one.code == code)
        sheet.text(row, ID, code, QUIET)
        sheet.text(row, NAME, option.label or option.code, CELL)
        sheet.blank(row, WEIGHT, QUIET)
        sheet.text(row, TEXT, quantity.label, CELL)
        sheet.fitted(row, {ID: code, NAME: option.label, TEXT: quantity.label})


def _coloured(sheet: Sheet, at: Calculations) -> None:
    rules = (
        ({"type": "cell", "criteria": "==", "value": f'"{FINE}"'}, {"font_color": GOOD, "bold": True}),
        ({"type": "cell", "criteria": "==", "value": f'"{MISSING}"'}, {"font_color": MUTED}),
        ({"type": "no_blanks"}, {"font_color": POOR}),
    )
    computed = list(at.computed.values())
    for first, last in ((HEADER_ROW + 1, max(at.nodes.values())), *([(computed[0], computed[-1])] if computed else [])):
        for rule, look in rules:
            made = {**rule, "stop_if_true": True, "format": sheet.book.file.add_format(look)}
            sheet.worksheet.conditional_format(first, STATE, last, STATE, made)
