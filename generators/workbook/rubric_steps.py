"""The steps behind the sheet of rubrics: every respondent's answers side by side, and what each group says.

In: a book and the layout's table of rubrics. Out: a sheet of helpers, and the cells and formulas that the other sheets are made of. Source
of the rules: `ctmm_dsl/score/rubrics.py`. An answer that is not there, or is none, stands as a number beyond every level.
"""

from __future__ import annotations

from ctmm_dsl.findings import both
from ctmm_dsl.sheets.layout import GROUP_ROW, RESPONDENTS, Table
from generators.workbook.book import Book
from generators.workbook.formula import Block, Call, Formula, Ref, both_hold, call, choose, exact, lift, one_holds
from generators.workbook.looks import HELPER, SUBTITLE
from generators.workbook.sheet import Sheet

STEPS = both("计算·特征", "Steps: characteristics")
NOTHING, WRONG = 10**6, 2 * 10**6
NOW, PLANNED = "now", "planned"
WHENS = (NOW, PLANNED)
WORDS = {NOW: "现状", PLANNED: "规划"}
NUMBERS = tuple(range(1, RESPONDENTS + 1))
"""Of respondents, and of groups: there are no more groups than respondents."""
NO_LEVEL = "有误"

FIRST_GROUP_ROW, HEADER_ROW, FIRST_ROW = 5, 14, 15
ANSWERS = {NOW: 1, PLANNED: 1 + RESPONDENTS}
LACKING = 1 + 2 * RESPONDENTS
FIGURES = {NOW: LACKING + 1, PLANNED: LACKING + 1 + RESPONDENTS}
GROUP_NAME, SO_FAR, FIRST_MEMBER = 1, 2, 3


class Steps:
    def __init__(self, book: Book, table: Table) -> None:
        self.book, self.table = book, table
        self.levels = sorted(level.number for level in book.scheme.standard.levels)
        assert book.scheme.summary
        self.low = book.scheme.summary.respondents == "low"
        self.name = STEPS["zh"]

    # ---- where things stand --------------------------------------------------------------------------------------

    def ref(self, row: int, column: int) -> Ref:
        return Ref(self.name, row, column)

    def row(self, node: str) -> int:
        return FIRST_ROW + self.table.row(node) - self.table.first_row

    def answers(self, node: str, when: str) -> Block:
        row, first = self.row(node), ANSWERS[when]
        return Block(self.name, row, first, row, first + RESPONDENTS - 1)

    def group(self, number: int) -> Ref:
        """The name of a group; empty where there are not so many."""
        return self.ref(FIRST_GROUP_ROW + number - 1, GROUP_NAME)

    def figure(self, node: str, when: str, group: int) -> Ref:
        """What a group says of a leaf."""
        return self.ref(self.row(node), FIGURES[when] + group - 1)

    def figures(self, node: str, when: str) -> Block:
        return self.figure(node, when, 1).to(self.figure(node, when, RESPONDENTS))

    @property
    def unanswered(self) -> Ref:
        return self.ref(1, 1)

    @property
    def invalid(self) -> Ref:
        return self.ref(2, 1)

    def _given_group(self, respondent: int) -> Ref:
        return Ref(self.table.sheet["zh"], GROUP_ROW, self.table.column(f"now{respondent}"))

    def _column(self, column: int) -> Block:
        return self.ref(FIRST_ROW, column).to(self.ref(FIRST_ROW + len(self.table.ids) - 1, column))

    # ---- what the respondents say --------------------------------------------------------------------------------

    def said(self, node: str, when: str) -> Call:
        """How many respondents gave a level."""
        return call("SUMPRODUCT", (self.answers(node, when) < NOTHING) * 1)

    def middle(self, node: str, when: str) -> Formula:
        """What the respondents say together: nothing where nobody answered, a word where an answer is no level."""
        answers, count = self.answers(node, when), self.said(node, when)
        figure = call("SMALL", answers, middle_of(count, low=self.low))
        return choose(call("COUNTIF", answers, WRONG) > 0, NO_LEVEL, choose(count.eq(0), "", figure))

    def spread(self, node: str, when: str) -> Formula:
        """The greatest difference between two respondents."""
        answers, count = self.answers(node, when), self.said(node, when)
        highest = call("LARGE", answers, RESPONDENTS + 1 - count)
        return choose(count.eq(0), 0, highest - call("SMALL", answers, 1))

    # ---- the sheet -----------------------------------------------------------------------------------------------

    def add(self) -> None:
        sheet = self.book.sheet(self.name)
        sheet.columns([14, *[9] * (FIGURES[PLANNED] + RESPONDENTS)])
        sheet.text(0, 0, f"{self.name}（中间步骤，自动计算，不用填写）", SUBTITLE)
        sheet.text(1, 0, "未评", HELPER)
        sheet.text(2, 0, "有误", HELPER)
        sheet.formula(1, 1, call("SUM", self._column(LACKING)), HELPER)
        first, last = self.ref(FIRST_ROW, 1), self.ref(FIRST_ROW + len(self.table.ids) - 1, 2 * RESPONDENTS)
        sheet.formula(2, 1, call("COUNTIF", first.to(last), WRONG), HELPER)
        self._groups(sheet)
        self._headers(sheet)
        for node in self.table.ids:
            self._leaf(sheet, node)
        sheet.printed(landscape=True)
        sheet.worksheet.hide()

    def _headers(self, sheet: Sheet) -> None:
        sheet.text(HEADER_ROW, 0, "编号", HELPER)
        sheet.text(HEADER_ROW, LACKING, "未评", HELPER)
        for when in WHENS:
            for number in NUMBERS:
                sheet.text(HEADER_ROW, ANSWERS[when] + number - 1, f"{WORDS[when]} {number}", HELPER)
                sheet.text(HEADER_ROW, FIGURES[when] + number - 1, f"群体 {number} {WORDS[when]}", HELPER)

    def _groups(self, sheet: Sheet) -> None:
        """The groups that there are, in the order in which they first appear, and who belongs to each."""
        given = [self._given_group(number) for number in NUMBERS]
        sheet.text(FIRST_GROUP_ROW - 1, 0, "群体", HELPER)
        for number in NUMBERS:
            row = FIRST_GROUP_ROW + number - 1
            sheet.text(row, 0, f"群体 {number}", HELPER)
            earlier = [exact(given[number - 1], one) for one in given[: number - 1]]
            again = one_holds(*earlier) if earlier else lift(0)
            above = self.ref(row - 1, SO_FAR) if number > 1 else lift(0)
            new = choose(given[number - 1].eq(""), 0, choose(again, 0, 1))
            sheet.formula(row, SO_FAR, call("SUM", above, new), HELPER)
        counted = self.ref(FIRST_GROUP_ROW, SO_FAR).to(self.ref(FIRST_GROUP_ROW + RESPONDENTS - 1, SO_FAR))
        names = given[0].to(Ref(given[-1].sheet, GROUP_ROW, given[-1].column + 1))
        for number in NUMBERS:
            row = FIRST_GROUP_ROW + number - 1
            place = call("MATCH", number, counted, 0) * 2 - 1
            sheet.formula(row, GROUP_NAME, call("IFERROR", call("INDEX", names, 1, place) & "", ""), HELPER)
            for at, one in enumerate(given):
                mine = choose(self.group(number).eq(""), 0, choose(exact(self.group(number), one), 1, 0))
                sheet.formula(row, FIRST_MEMBER + at, mine, HELPER)

    def _leaf(self, sheet: Sheet, node: str) -> None:
        row = self.row(node)
        sheet.text(row, 0, node, HELPER)
        for when in WHENS:
            for number in NUMBERS:
                cell = Ref(self.table.sheet["zh"], self.table.row(node), self.table.column(f"{when}{number}"))
                sheet.formula(row, ANSWERS[when] + number - 1, self._level(cell), HELPER)
                sheet.formula(row, FIGURES[when] + number - 1, self._of_group(node, when, number), HELPER)
        answered = both_hold(*(self.said(node, when) > 0 for when in WHENS))
        sheet.formula(row, LACKING, choose(answered, 0, 1), HELPER)

    def _level(self, cell: Ref) -> Formula:
        """An answer as a level, or as a number beyond."""
        is_one = one_holds(*(cell.eq(level) for level in self.levels))
        found = choose(cell.eq(""), NOTHING, choose(call("ISNUMBER", cell), choose(is_one, cell, WRONG), WRONG))
        return call("IFERROR", found, WRONG)

    def _of_group(self, node: str, when: str, number: int) -> Formula:
        """What a group says: nothing where it does not say both what is now and what is planned."""
        counts = {one: self._members(node, one, number, NOTHING - 1) for one in WHENS}
        wanted = middle_of(counts[when], low=self.low)
        found: Formula = lift(self.levels[-1])
        for level in reversed(self.levels[:-1]):
            found = choose(self._members(node, when, number, level) >= wanted, level, found)
        return choose(both_hold(*(count > 0 for count in counts.values())), found, "")

    def _members(self, node: str, when: str, number: int, most: int) -> Call:
        """How many of a group gave at most a level."""
        row = FIRST_GROUP_ROW + number - 1
        members = self.ref(row, FIRST_MEMBER).to(self.ref(row, FIRST_MEMBER + RESPONDENTS - 1))
        return call("SUMPRODUCT", members, (self.answers(node, when) <= most) * 1)


def middle_of(count: Call, *, low: bool) -> Call | Formula:
    """Which of so many, from the lowest, is the middle one."""
    return call("INT", (count + 1) / 2) if low else call("INT", count / 2) + 1
