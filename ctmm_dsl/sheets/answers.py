"""What stands in the answer cells of a table, as the fields of an assessment.

In: a table whose rows and columns are sound, as a grid. Out: entries of `answers`, `values` and `respondents`, and the cell of each of
their places. Nothing is judged here: a text in a number's cell is passed on as what it is.
"""

from __future__ import annotations

import re
from typing import Any

from ctmm_dsl.assessment.problem import join
from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.grid import Grid
from ctmm_dsl.sheets.layout import GROUP_ROW, NAME_ROW, RESPONDENTS, Table
from ctmm_dsl.wording import fold

_LEVEL = re.compile(r"\s*([0-9]{1,3})(?:\.0{1,15})?\s*")


class Entries:
    """Fills the data of an assessment and the places of its paths."""

    def __init__(self, scheme: Scheme, data: dict[str, Any], places: dict[str, str]) -> None:
        self.clauses = scheme.standard.clauses
        self.data, self.places = data, places

    def read(self, table: Table, grid: Grid) -> None:
        if table.kind == "rubrics":
            self._rubrics(table, grid)
            return
        holder, key = ("values", "value") if table.kind == "values" else ("answers", "answer")
        for id_ in table.ids:
            row = grid.first + table.row(id_)
            path = join(holder, id_)
            said = grid.said(row, table.column(key))
            self.places[path] = grid.place(row, table.column(key))
            besides = self._besides(table, grid, row, path)
            if table.kind == "clauses":
                besides |= self._other_text(table, grid, row, path, id_)
            if besides:
                self.data[holder][id_] = ({} if said is None else {key: said}) | besides
            elif said is not None:
                self.data[holder][id_] = said

    def _besides(self, table: Table, grid: Grid, row: int, path: str) -> dict[str, Any]:
        """Evidence, a line each, and the remark."""
        found: dict[str, Any] = {}
        for key in ("evidence", "note"):
            words = grid.words(row, table.column(key))
            self.places[join(path, key)] = grid.place(row, table.column(key))
            if words.strip():
                found[key] = [line for line in words.split("\n") if line.strip()] if key == "evidence" else words
        return found

    def _other_text(self, table: Table, grid: Grid, row: int, path: str, id_: str) -> dict[str, Any]:
        """The text that was answered to, where it is another than the standard's."""
        self.places[join(path, "text")] = grid.place(row, table.column("text"))
        words = grid.words(row, table.column("text"))
        return {"text": words} if words and fold(words) != fold(self.clauses[id_].text) else {}

    # ---- rubrics -------------------------------------------------------------------------------------------------

    def _rubrics(self, table: Table, grid: Grid) -> None:
        """Levels by respondent; the only one who tells neither name nor group answers in `answers`."""
        found = {number: self._respondent(table, grid, number) for number in range(1, RESPONDENTS + 1)}
        there = {number: one for number, one in found.items() if one["answers"] or len(one) > 1}
        unnamed = len(there) == 1 and all(len(one) == 1 for one in there.values())
        if not there or unnamed:
            number = next(iter(there), 1)
            self._placed(table, grid, number, "answers")
            answers = found[number]["answers"]
            self.data["answers"] |= answers
        else:
            self.data["respondents"] = [*there.values()]
            for at, number in enumerate(there):
                self._placed(table, grid, number, f'respondents[{at}]["answers"]')
        self._evidence(table, grid)

    def _respondent(self, table: Table, grid: Grid, number: int) -> dict[str, Any]:
        now, planned = table.column(f"now{number}"), table.column(f"planned{number}")
        found: dict[str, Any] = {}
        for key, row in (("name", NAME_ROW), ("group", GROUP_ROW)):
            if words := grid.words(grid.first + row, now).strip():
                found[key] = words
        answers: dict[str, Any] = {}
        for id_ in table.ids:
            row = grid.first + table.row(id_)
            said = {"now": _level(grid.said(row, now)), "planned": _level(grid.said(row, planned))}
            if levels := {key: level for key, level in said.items() if level is not None}:
                answers[id_] = levels
        return {**found, "answers": answers}

    def _placed(self, table: Table, grid: Grid, number: int, path: str) -> None:
        """The cells of a respondent's answers."""
        for id_ in table.ids:
            row, place = grid.first + table.row(id_), join(path, id_)
            self.places[place] = grid.place(row, table.column(f"now{number}"))
            for key in ("now", "planned"):
                self.places[join(place, key)] = grid.place(row, table.column(f"{key}{number}"))

    def _evidence(self, table: Table, grid: Grid) -> None:
        """Evidence stands once in a row; in the file it goes with the first who answers it."""
        by_respondents = "respondents" in self.data
        for id_ in table.ids:
            row = grid.first + table.row(id_)
            holders = [one["answers"] for one in self.data["respondents"]] if by_respondents else [self.data["answers"]]
            at = next((at for at, holder in enumerate(holders) if id_ in holder), 0)
            path = join(f'respondents[{at}]["answers"]' if by_respondents else "answers", id_)
            if found := self._besides(table, grid, row, path):
                holders[at].setdefault(id_, {}).update(found)


def _level(said: Any) -> Any:
    """A level; a table that has texts alone has it as a text."""
    match = _LEVEL.fullmatch(said) if isinstance(said, str) else None
    return int(match[1]) if match else said
