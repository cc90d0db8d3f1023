"""What is wrong with a value, as formulas: the rules of `ctmm_dsl/assessment/values.py`, told beside each cell in the same order.

In: quantities and their cells. Out: formulas of what is said (“✓” where nothing is wrong), and of whether a number is there to go on with.
"""

from __future__ import annotations

from ctmm_dsl.checks.spoken import stretch
from ctmm_dsl.expression.ranges import is_whole
from ctmm_dsl.model import Interval, Quantity
from ctmm_dsl.model.expression import read_by
from generators.workbook.calculation_places import Calculations
from generators.workbook.expression_excel import NO, YES, Formulas, against, between
from generators.workbook.formula import Formula, Op, both_hold, call, choose, exact, joined, lift, one_holds

FINE, MISSING = "✓", "缺"
NO_NUMBER, NO_SHARE = "不是数（如 95 或 0.5）", "不是数（如 45% 或 0.45）"
NOT_WHOLE = "应为整数"
NO_FLAG = f"应为“{YES}”或“{NO}”"
NO_OPTION = "不是可选项，请从下拉列表选取"
OUT_OF_RANGE = "超出范围，应为 {range}"
TOO_LARGE = "数太大，表格程序算不准"
MOST = 10**15
"""Beyond it a spreadsheet has no exact whole numbers any more."""


class Checks:
    """Writes the checks of a scheme's quantities."""

    def __init__(self, at: Calculations) -> None:
        self.at = at

    # ---- what a value must be ------------------------------------------------------------------------------------

    def sound(self, quantity: Quantity) -> Formula:
        """Whether what was filled in is a value in itself."""
        cell = self.at.answer(quantity)
        if quantity.kind == "flag":
            return choose(call("ISTEXT", cell), one_holds(exact(cell, YES), exact(cell, NO)), 0)
        if quantity.kind == "choice":
            options = (exact(cell, option) for option in self.at.option_cells(quantity))
            return choose(call("ISTEXT", cell), one_holds(*options), 0)
        tests = [test for test, _ in self._rules(quantity)]
        return choose(call("ISNUMBER", cell), both_hold(*tests), 0)

    def there(self, quantity: Quantity) -> Formula:
        """Whether there is a number to compare with: filled in soundly, or computed."""
        if quantity.definition is None:
            return self.sound(quantity)
        return call("ISNUMBER", self.at.number(quantity))

    def _usable(self, quantity: Quantity) -> Formula:
        """Whether others can be computed from it, so that no divisor is zero."""
        if quantity.definition is None:
            return self.sound(quantity)
        tests = [test for test, _ in self._rules(quantity)]
        number = call("ISNUMBER", self.at.number(quantity))
        return choose(number, both_hold(*tests), 0) if tests else number

    def _rules(self, quantity: Quantity) -> list[tuple[Formula, str]]:
        """What must hold of a number, and what is said where it does not."""
        cell = self.at.number(quantity)
        rules: list[tuple[Formula, str]] = []
        if quantity.definition is None:
            rules.append((call("ABS", cell) < MOST, TOO_LARGE))
            if quantity.kind == "count":
                rules.append((call("INT", cell).eq(cell), NOT_WHOLE))
        exactly = quantity.kind == "count" if quantity.definition is None else is_whole(quantity.definition)
        words = stretch(quantity.interval, in_percent=quantity.kind == "share")["zh"]
        if tests := _within(cell, quantity.interval, exactly=exactly, given=quantity.definition is None):
            rules.append((tests[0] if len(tests) == 1 else both_hold(*tests), OUT_OF_RANGE.format(range=words)))
        return rules

    # ---- what is said --------------------------------------------------------------------------------------------

    def said(self, quantity: Quantity) -> Formula:
        cell = self.at.number(quantity)
        if quantity.kind in ("flag", "choice"):
            wrong = NO_FLAG if quantity.kind == "flag" else NO_OPTION
            spoken = choose(cell.eq(""), MISSING, choose(self.sound(quantity), FINE, wrong))
            return call("IFERROR", spoken, wrong)
        told = self._compared(quantity)
        for test, words in reversed(self._rules(quantity)):
            told = choose(test, told, words)
        wrong = NO_SHARE if quantity.kind == "share" else NO_NUMBER
        told = choose(call("ISNUMBER", cell), told, wrong)
        return call("IFERROR", choose(cell.eq(""), MISSING, told), wrong)

    def _compared(self, quantity: Quantity) -> Formula:
        """A part is not more than its whole, where both are there."""
        whole = quantity.whole
        if whole is None or not self.at.known(whole):
            return lift(FINE)
        cell, most = self.at.number(quantity), self.at.number(whole)
        exactly = all(one.definition is None or is_whole(one.definition) for one in (quantity, whole))
        more = Op(">", cell, most) if exactly else between(">", cell, most)
        words = joined("大于“", self.at.label(whole), "”，而它是其中的一部分")
        return choose(self.there(whole), choose(more, words, FINE), FINE)

    def computed(self, quantity: Quantity) -> Formula:
        """The value of a computed quantity; nothing where what it is computed from is not there, or not sound."""
        assert quantity.definition is not None
        value = Formulas(self.at.places()).number(quantity.definition)
        parts = {one.name: one for one in read_by(quantity.definition)}
        tests = [self._usable(part) for part in parts.values()]
        if not tests:
            return value
        return call("IFERROR", choose(tests[0] if len(tests) == 1 else both_hold(*tests), value, ""), "")


def _within(cell: Formula, interval: Interval, *, exactly: bool, given: bool) -> list[Formula]:
    """Whether a number lies in a stretch. What a city typed compares with zero as it stands; so do whole numbers with any bound."""
    ends = [(">" if interval.low_open else ">=", interval.low), ("<" if interval.high_open else "<=", interval.high)]
    tests = []
    for sign, bound in ends:
        if bound is not None:
            plain = exactly or (given and bound == 0)
            tests.append(Op(sign, cell, lift(bound)) if plain else against(sign, cell, bound))
    return tests
