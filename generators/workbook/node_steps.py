"""The steps of the tree: the number of every node at every level, and its score in hundredths. A sheet that is hidden, not secret.

In: measures, what clauses and formulas are worth. Out: cells. A node's number is its score times its measure's parts, so it is whole
wherever the score is exact. Siblings stand together: a sum above them is one SUMPRODUCT of what they are multiplied by and their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ctmm_dsl.model import Clauses, Concept, Formula, Node
from generators.workbook import formula as cells
from generators.workbook.clause_steps import ClauseSteps
from generators.workbook.exactness import Measure, Measures, counted
from generators.workbook.formula import Block, Call, Ref, call, choose, total
from generators.workbook.looks import HEADER, HELPER
from generators.workbook.sheet import Sheet

ID, NAME, DEDUCTED, LEVELS = range(4)
EACH = COEFFICIENT, NUMBER, QUOTIENT, HUNDREDTHS = range(4)
WHOLE_ROW, TOTAL_ROW, FIRST = 2, 3, 4
UNBOUNDED = "—"
"""Where a formula lacks data and has no bound, there is no number."""
WHOLE = ""
"""In place of a node's identifier."""
DIGITS = 9
"""Decimals are compared after rounding to so many places."""


class NodeSteps:
    """`levels`: those of the ladder, or 0 alone where there is a total."""

    def __init__(
        self, sheet: Sheet, measures: Measures, clauses: ClauseSteps | None, leaves: Mapping[str, Ref]
    ) -> None:
        self.sheet, self.measures, self.scheme = sheet, measures, measures.scheme
        self.clauses, self.leaves = clauses, leaves
        ladder = self.scheme.ladder
        self.levels = [level.number for level in self.scheme.standard.levels] if ladder else [0]
        self.rows: dict[str, int] = {}
        self._groups: dict[str, list[Node]] = {}
        self.deducts = any(node.deducts for node in self.scheme.standard.domains)

    def measure(self, node: Node | None, level: int) -> Measure:
        return self.measures.of(node, level) if node else self.measures.whole(level)

    def number(self, node: Node | None, level: int) -> Ref:
        """A node's score times the parts of its measure; without a node the total's."""
        return self.sheet.ref(self.rows[node.id] if node else TOTAL_ROW, self._column(level, NUMBER))

    def scored(self, level: int) -> Ref:
        """The weighted sum, before anything is deducted."""
        return self.sheet.ref(WHOLE_ROW, self._column(level, NUMBER))

    def hundredths(self, node: Node | None, level: int) -> Ref:
        return self.sheet.ref(self.rows[node.id] if node else TOTAL_ROW, self._column(level, HUNDREDTHS))

    def deducted(self, node: Node | None) -> Ref:
        return self.sheet.ref(self.rows[node.id] if node else WHOLE_ROW, DEDUCTED)

    def _column(self, level: int, which: int) -> int:
        return LEVELS + self.levels.index(level) * len(EACH) + which

    # ---- filling the sheet -------------------------------------------------------------------------------------

    def fill(self) -> None:
        self._headers()
        self._place(WHOLE, self.scheme.standard.domains)
        self._row(WHOLE_ROW, None, "加权和")
        self.sheet.text(TOTAL_ROW, NAME, "总分", HELPER)
        for level in self.levels:
            scored = self.scored(level)
            less = self._less(scored, self.deducted(None)) if self.deducts else scored
            number = self.sheet.formula(TOTAL_ROW, self._column(level, NUMBER), less, HELPER)
            self._rounded(TOTAL_ROW, level, self.measure(None, level), number)
        for id_, row in self.rows.items():
            node = self.scheme.standard.nodes[id_]
            self._row(row, node, node.name)

    def _headers(self) -> None:
        self.sheet.columns((12, 24, 10, *(13 for _ in self.levels for _ in EACH)))
        for column, header in enumerate(("编号", "名称", "扣分")):
            self.sheet.text(1, column, header, HEADER)
        for level in self.levels:
            column = self._column(level, COEFFICIENT)
            self.sheet.merged(0, column, 0, column + len(EACH) - 1, f"{level} 级" if level else "总分", HEADER)
            for at, header in enumerate(("系数", "得分 × 份数", "商", "得分 × 100")):
                self.sheet.text(1, column + at, header, HEADER)

    def _place(self, above: str, nodes: tuple[Node, ...]) -> None:
        """Give rows to a group of siblings, those that weigh first; then to the groups below it."""
        group = [node for node in nodes if node.weighs] + [node for node in nodes if node.deducts and not node.weighs]
        self._groups[above] = group
        for node in group:
            self.rows[node.id] = FIRST + len(self.rows)
        for node in group:
            if node.leaf is None:
                self._place(node.id, node.children)

    def _row(self, row: int, node: Node | None, name: str) -> None:
        self.sheet.text(row, ID, node.id if node else "", HELPER)
        self.sheet.text(row, NAME, name, HELPER)
        if node.deducts if node else self.deducts:
            self.sheet.formula(row, DEDUCTED, self._deducted(node), HELPER)
        if node and not node.weighs:
            return
        for level in self.levels:
            measure = self.measure(node, level)
            number = self.sheet.formula(row, self._column(level, NUMBER), self._number(node, level, measure), HELPER)
            self._rounded(row, level, measure, number)
            for child in self._groups.get(node.id if node else WHOLE, ()):
                if child.weighs:
                    by = self.measures.coefficient(child, measure, level)
                    self.sheet.number(self.rows[child.id], self._column(level, COEFFICIENT), by, HELPER)

    def _deducted(self, node: Node | None) -> cells.Formula:
        if node and isinstance(node.leaf, Formula):
            return self.leaves[node.id]
        group = [child for child in self._groups[node.id if node else WHOLE] if child.deducts]
        parts = [self.deducted(child) for child in group]
        return choose(call("COUNT", *parts) < len(parts), UNBOUNDED, total(*parts))

    def _number(self, node: Node | None, level: int, measure: Measure) -> cells.Formula:
        match node.leaf if node else None:
            case Clauses():
                assert node and self.clauses
                return self._points(node, level, measure)
            case Formula():
                assert node
                return self.leaves[node.id]
            case Concept():
                return cells.Number(0)
        weighing = [child for child in self._groups[node.id if node else WHOLE] if child.weighs]
        if not weighing:
            return cells.Number(0)
        numbers = self._column_of(weighing, self._column(level, NUMBER))
        found = call("SUMPRODUCT", self._column_of(weighing, self._column(level, COEFFICIENT)), numbers)
        if measure.exact:
            return found
        return choose(call("COUNT", numbers) < len(weighing), UNBOUNDED, found)

    def _points(self, node: Node, level: int, measure: Measure) -> cells.Formula:
        """The points of the clauses that a level counts: sums over stretches of rows."""
        assert self.clauses
        rows = [self.clauses.row(node.own_clauses[at].id) for at in counted(node, level, self.scheme.ladder)]
        starts = [row for row in rows if row - 1 not in rows]
        ends = [row for row in rows if row + 1 not in rows]
        column = self.clauses.worth_block.column
        found = total(*(self.clauses.sheet.block(a, column, b, column) for a, b in zip(starts, ends, strict=True)))
        return found if measure.exact else found / (self.measures.unit * len(rows))

    def _column_of(self, group: list[Node], column: int) -> Block:
        return self.sheet.block(self.rows[group[0].id], column, self.rows[group[-1].id], column)

    def _less(self, scored: Ref, deducted: Ref) -> Call:
        return choose(call("COUNT", scored, deducted) < 2, UNBOUNDED, scored - deducted)

    def _rounded(self, row: int, level: int, measure: Measure, number: Ref) -> None:
        """A score in hundredths, half up. Exactly: the quotient of two whole numbers, mended where a program's division or INT strays."""
        at = self._column(level, HUNDREDTHS)
        if not measure.exact:
            rounded = call("INT", call("ROUND", number * 100, DIGITS - 2) + Fraction(1, 2))
            self.sheet.formula(row, at, choose(call("ISNUMBER", number), rounded, UNBOUNDED), HELPER)
            return
        above, below = number * 200 + measure.parts, 2 * measure.parts
        quotient = self.sheet.formula(row, self._column(level, QUOTIENT), call("INT", above / below), HELPER)
        mended = quotient - (quotient * below > above) + ((quotient + 1) * below <= above)
        self.sheet.formula(row, at, mended, HELPER)
