"""Which sheets a scheme's workbook has, and in what order each is filled.

In: a scheme, the digest of the spec, what is already answered. Out: the book, whole. Each kind of leaf fills its own tables
(`parts.py`); what sums them up is the same for all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.layout import COVER, Table, tables
from generators.workbook import (
    clause_steps,
    clauses,
    cover,
    domains,
    formulas,
    gaps,
    meta,
    names,
    outcome,
    quantities,
    rubrics,
    rules,
    scores,
    totals,
)  # fmt: skip
from generators.workbook.book import Book
from generators.workbook.clause_steps import ClauseSteps
from generators.workbook.exactness import Measures
from generators.workbook.formula import Formula, Ref
from generators.workbook.node_steps import NodeSteps
from generators.workbook.parts import Part
from generators.workbook.rules import Rules
from generators.workbook.sheet import Sheet

Told = list[tuple[str, Formula]]


def filled(scheme: Scheme, digest: str, given: Mapping[str, Any] | None = None) -> Book:
    """The workbook of a scheme, with the answers of an assessment where one is given."""
    return _Contents(Book(scheme, digest, given)).fill()


class _Contents:
    def __init__(self, book: Book) -> None:
        self.book, self.scheme = book, book.scheme
        self.tables = {table.kind: table for table in tables(book.scheme)}
        self.measures = Measures(self.scheme)
        self.parts: dict[str, Part] = {}

    def fill(self) -> Book:
        front = self.book.sheet(COVER["zh"])
        answers = self._sheet(self.tables["clauses"].sheet["zh"]) if "clauses" in self.tables else None
        leaves = self._of_others()
        result, gap, score, rule = self._sheets()
        known = rules.add(rule, self.measures.unit)
        steps = self._steps(self.tables.get("clauses"), known)
        if answers and steps:
            self.parts["clauses"] = clauses.add(answers, steps.table, known, steps, steps.sheet)
        told = self._summed(result, gap, score, known, steps, leaves)
        told += [
            (f"{label['zh']} {label['en']}", formula) for part in self.parts.values() for label, formula in part.told
        ]
        meta.add(self.book)
        cover.add(front, told, list(self.tables.values()))
        front.worksheet.activate()
        return self.book

    def _sheet(self, name: str) -> Sheet:
        return self.book.sheet(name)

    def _of_others(self) -> dict[str, Ref]:
        """The tables and sheets of quantities, formulas and rubrics."""
        leaves: dict[str, Ref] = {}
        if table := self.tables.get("values"):
            self.parts["values"] = quantities.add(self.book, table)
            leaves = dict(formulas.add(self.book, table))
        if table := self.tables.get("rubrics"):
            self.parts["rubrics"] = rubrics.add(self.book, table)
        return leaves

    def _sheets(self) -> tuple[Sheet | None, Sheet | None, Sheet | None, Sheet]:
        """The sheets after those of the leaves, in the order of their tabs."""
        weighed = bool(self.scheme.standard.clauses or self.scheme.standard.formulas)
        result = self._sheet(names.RESULT["zh"]) if weighed else None
        gap = self._sheet(names.GAPS["zh"]) if self.scheme.ladder else None
        score = self._sheet(names.SCORES["zh"]) if weighed else None
        return result, gap, score, self._sheet(names.RULES["zh"])

    def _steps(self, table: Table | None, known: Rules) -> ClauseSteps | None:
        if table is None:
            return None
        sheet = self._sheet(names.CLAUSE_STEPS["zh"])
        sheet.worksheet.hide()
        return clause_steps.add(sheet, table, known, self.measures)

    def _summed(
        self,
        result: Sheet | None,
        gap: Sheet | None,
        score: Sheet | None,
        known: Rules,
        steps: ClauseSteps | None,
        leaves: Mapping[str, Ref],
    ) -> Told:
        """The tree, and what it comes to: a level or a total."""
        if not result or not score:
            return []
        sheet = self._sheet(names.NODE_STEPS["zh"])
        sheet.worksheet.hide()
        nodes = NodeSteps(sheet, self.measures, steps, leaves)
        nodes.fill()
        scores.add(score, nodes)
        deciding = [self.parts[kind] for kind in ("clauses", "values") if kind in self.parts]
        if not steps or not gap:
            return totals.add(result, nodes, deciding)
        found = outcome.add(result, nodes, known, deciding, steps)
        domains.add(result, nodes, found)
        gaps.add(gap, nodes, steps, known, found)
        return list(outcome.words_of(found))
