"""The steps of the clauses: which answer each has, what it is worth, what it could bring to each level. A sheet that is hidden, not secret.

In: the table of clauses, the rules. Out: cells. Answers are compared letter for letter with the labels and codes of the scale; what is none
of them is invalid and counts, as what is unanswered, as the worst.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.model import Node, Scheme
from ctmm_dsl.sheets.layout import Table, clauses_of
from generators.workbook.exactness import LIMIT, Measures, counted
from generators.workbook.formula import Block, Formula, Ref, call, choose, exact
from generators.workbook.looks import HEADER, HELPER
from generators.workbook.rules import Rules
from generators.workbook.sheet import Sheet

UNANSWERED, INVALID = 0, -1
"""In place of the rank of an answer."""
FIRST = 1
ID, LEVEL, RANK, WORTH, SHARES = range(5)


@dataclass(frozen=True)
class ClauseSteps:
    """`ranks`: which answer, by clause; `worths`: whole points of each clause, `best` of them; `shares`: what a whole point of each clause
    brings to each level, in parts of `exact` levels' measures or (not `whole`) in decimals; `after`: the first free column."""

    sheet: Sheet
    table: Table
    ranks: Mapping[str, Ref]
    rank_block: Block
    level_block: Block
    worth_block: Block
    best: int
    whole: bool
    after: int

    def column(self, at: int) -> Block:
        return self.sheet.block(FIRST, at, FIRST + len(self.table.ids) - 1, at)

    def row(self, clause: str) -> int:
        return self.table.row(clause) - self.table.first_row + FIRST

    def shares(self, row: int) -> Block:
        return self.sheet.block(row, SHARES, row, self.after - 1)

    def worth(self, clause: str) -> Ref:
        return self.sheet.ref(self.row(clause), WORTH)


def add(sheet: Sheet, table: Table, rules: Rules, measures: Measures) -> ClauseSteps:
    scheme = measures.scheme
    assert scheme.scale
    points = [int(answer.points * measures.unit) for answer in scheme.scale.answers]
    levels = [level.number for level in scheme.standard.levels]
    shares, whole = _shares(measures, levels, max(points) - min(points))
    sheet.columns((12, 6, 6, 8, *(12 for _ in levels)))
    headers = ("编号", "等级", "选项", "计分", *(f"对 {level} 级" for level in levels))
    for column, header in enumerate(headers):
        sheet.text(0, column, header, HEADER)
    ranks: dict[str, Ref] = {}
    for row, (path, clause) in enumerate(clauses_of(scheme), FIRST):
        answer = Ref(table.sheet["zh"], table.row(clause.id), table.column("answer"))
        sheet.text(row, ID, clause.id, HELPER)
        sheet.number(row, LEVEL, clause.level, HELPER)
        ranks[clause.id] = rank = sheet.formula(row, RANK, _rank(answer, rules), HELPER)
        sheet.formula(row, WORTH, _worth(rank, rules, min(points)), HELPER)
        at = path[-1].own_clauses.index(clause)
        for column, level in enumerate(levels, SHARES):
            counts = at in counted(path[-1], level, scheme.ladder)
            sheet.number(row, column, shares[path[-1].id, level] if counts else 0, HELPER)
    last = FIRST + len(ranks) - 1
    return ClauseSteps(
        sheet=sheet,
        table=table,
        ranks=ranks,
        rank_block=sheet.block(FIRST, RANK, last, RANK),
        level_block=sheet.block(FIRST, LEVEL, last, LEVEL),
        worth_block=sheet.block(FIRST, WORTH, last, WORTH),
        best=max(points),
        whole=whole,
        after=SHARES + len(levels),
    )


def _rank(answer: Ref, rules: Rules) -> Formula:
    """The rank of the answer that a cell holds; a cell may also hold an error."""
    assert rules.labels and rules.codes and rules.ranks
    fits = (exact(answer, rules.labels) + exact(answer, rules.codes)) > 0
    found = call("SUMPRODUCT", fits * (rules.ranks + 1)) - 1
    return call("IFERROR", choose(answer.eq(""), UNANSWERED, found), INVALID)


def _worth(rank: Ref, rules: Rules, worst: int) -> Formula:
    assert rules.scaled
    return choose(rank > 0, call("INDEX", rules.scaled, rank), worst)


def _shares(measures: Measures, levels: list[int], spread: int) -> tuple[dict[tuple[str, int], int | Fraction], bool]:
    """What a whole point of a clause of each leaf brings to each level: in parts of the level's measure where all of these are exact and
    whatever is sorted by them stays small, else in points of 100."""
    scheme = measures.scheme
    parts = {(node.id, level): share for level in levels for node, share in _of_leaves(scheme, level, measures)}
    scaled = {(id_, level): share * measures.whole(level).parts for (id_, level), share in parts.items()}
    rows = len(scheme.standard.clauses) + 1
    small = all(share.denominator == 1 and share * spread * rows < LIMIT for share in scaled.values())
    if small and all(measures.whole(level).exact for level in levels):
        return {key: int(share) for key, share in scaled.items()}, True
    return dict(parts), False


def _of_leaves(scheme: Scheme, level: int, measures: Measures) -> list[tuple[Node, Fraction]]:
    found = []
    for path in scheme.standard.leaf_paths():
        if path[-1].own_clauses:
            share = Fraction(1, measures.unit * len(counted(path[-1], level, scheme.ladder)))
            for node in path:
                share *= scheme.weights[node.id]
            found.append((path[-1], share))
    return found
