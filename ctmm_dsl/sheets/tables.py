"""The tables of a workbook or a CSV file, read as the assessment that they hold.

In: tables as grids, and the scheme that they are read by. Out: what a JSON file would hold, with the cell of each of its places; and what
is wrong with the tables themselves: rows and columns stand where the layout has them, or the file was altered. What the answers mean, the
strict reader of assessments says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ctmm_dsl.assessment import Assessment, Problem, read_assessment
from ctmm_dsl.assessment.fields import holders
from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.findings import listed
from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.answers import Entries
from ctmm_dsl.sheets.grid import Grid
from ctmm_dsl.sheets.layout import HEADER_ROW, IDENTITY_ROW, Table, tables
from ctmm_dsl.sheets.unreadable import Unreadable
from ctmm_dsl.wording import fold

IDENTITY = ("standard", "edition", "profile")
NOTHING = "—"


@dataclass(frozen=True)
class Identity:
    """What a file says it is for, and where it says so. `profile` is empty where it is the standard's own scheme;
    `digest` is of the spec that the file was made from, as far as it is told."""

    standard: str
    edition: str
    profile: str
    places: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""

    @property
    def scheme(self) -> str:
        return self.profile or self.standard


@dataclass(frozen=True)
class Tables:
    """A file's tables. `cover`: the city's name and the date, each with its cell. `whole`: it is a workbook,
    which has a sheet for every table."""

    identity: Identity
    grids: tuple[Grid, ...]
    cover: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    whole: bool = False


@dataclass(frozen=True)
class Filled:
    """What was filled in, as a JSON file would hold it; `places`: the cell of each path; `problems`: what is wrong with the tables."""

    data: dict[str, Any]
    places: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        return json.dumps(self.data, ensure_ascii=False, indent=2) + "\n"

    def assessment(self, scheme: Scheme, *, partial: bool = False) -> Assessment | list[Problem]:
        """The assessment, or all that is wrong."""
        return [*self.problems] or read_assessment(self.text, scheme, partial=partial)

    def told(self, problem: Problem, language: str) -> str:
        """A problem with the cell that it is about; where its place is in no cell, the one above it is."""
        path = problem.path
        while path and path not in self.places:
            path = path[: path.rindex("[")] if "[" in path else ""
        if not path:
            return problem.message(language)
        left, right = "（）" if language == "zh" else (" (", ")")
        return replace(problem, path=f"{self.places[path]}{left}{problem.path}{right}").message(language)


def filled(read: Tables, scheme: Scheme) -> Filled:
    """What was filled in, for a scheme."""
    identity, standard = read.identity, scheme.standard
    data: dict[str, Any] = {"standard": identity.standard, "edition": identity.edition}
    if scheme.profile or identity.scheme != scheme.id:
        data["profile"] = identity.scheme
    places = dict(identity.places)
    for key, (words, place) in read.cover.items():
        data[key] = {"name": words} if key == "subject" else words
        places[key] = place
    held = [name for name in holders(standard) if name != "respondents"]
    data |= {name: {} for name in held}
    if (identity.standard, identity.edition, identity.scheme) != (standard.id, standard.edition, scheme.id):
        return Filled(data, places)
    entries = Entries(scheme, data, places)
    problems: list[Problem] = []
    for table, grid in _matched(read, tables(scheme)):
        wrong = [*_structure(table, grid, identity)]
        problems += wrong
        if not wrong:
            entries.read(table, grid)
    return Filled(data, places, tuple(problems))


def _matched(read: Tables, known: tuple[Table, ...]) -> list[tuple[Table, Grid]]:
    """The table that each grid is: by its sheet, or by the columns that it has. A workbook has them all, a file of tables may lack some."""
    found: dict[str, tuple[Table, Grid]] = {}
    for grid in read.grids:
        named = [table for table in known if grid.name in table.sheet.values()]
        table = named[0] if named else max(known, key=lambda table: _alike(table, grid))
        if table.kind in found:
            raise Unreadable(f"有两张“{table.sheet['zh']}”表", f"there are two tables of “{table.sheet['en']}”")
        found[table.kind] = (table, grid)
    for table in known:
        if read.whole and table.kind not in found:
            zh, en = table.sheet["zh"], table.sheet["en"]
            raise Unreadable(f"工作簿里没有工作表“{zh}”", f"the workbook has no sheet “{en}” ({zh})")
    return [*found.values()]


def _alike(table: Table, grid: Grid) -> int:
    return sum(_is_header(table, grid, column) for column in range(len(table.columns)))


def _is_header(table: Table, grid: Grid, column: int) -> bool:
    return fold(grid.words(grid.first + HEADER_ROW, column)) in map(fold, table.columns[column].header.values())


# ---- what is wrong with a table --------------------------------------------------------------------------------


def _structure(table: Table, grid: Grid, identity: Identity) -> Iterator[Problem]:
    """What is not where the layout has it, each told by its cell."""
    yield from _other_identity(grid, identity)
    altered = next(_altered_columns(table, grid), None)
    if altered:
        yield altered
    else:
        yield from _altered_rows(table, grid)


def _other_identity(grid: Grid, identity: Identity) -> Iterator[Problem]:
    """A table that came from another file."""
    row = grid.first + IDENTITY_ROW
    entries = (codes.OTHER_STANDARD, codes.OTHER_EDITION, codes.OTHER_STANDARD)
    for at, (key, entry) in enumerate(zip(IDENTITY, entries, strict=True)):
        found, expected = grid.words(row, 2 * at + 1), getattr(identity, key)
        if fold(found) != fold(expected):
            words = {"found": found or NOTHING, "expected": expected or identity.standard}
            yield Problem(entry, grid.place(row, 2 * at + 1), words)


def _altered_columns(table: Table, grid: Grid) -> Iterator[Problem]:
    row = grid.first + HEADER_ROW
    last = max((column for at, column in grid.cells if at == row), default=0)
    for column in range(max(last + 1, len(table.columns))):
        found = grid.words(row, column) or NOTHING
        if column >= len(table.columns):
            if found != NOTHING:
                yield Problem(codes.COLUMN_ALTERED, grid.place(row, column), {"found": found, "expected": NOTHING})
        elif not _is_header(table, grid, column):
            words = {"found": found, "expected": table.columns[column].header}
            yield Problem(codes.COLUMN_ALTERED, grid.place(row, column), words)


def _altered_rows(table: Table, grid: Grid) -> Iterator[Problem]:
    """Rows that are missing, there twice or of no known thing; else, of those that stand elsewhere, the first."""
    found: dict[str, int] = {}
    unknown = codes.VALUE_UNKNOWN if table.kind == "values" else codes.CLAUSE_UNKNOWN
    wrong: list[Problem] = []
    for row in sorted(row for row, column in grid.cells if column == 0 and row >= grid.first + table.first_row):
        id_, place = grid.words(row, 0).strip(), grid.place(row, 0)
        if id_ in found:
            wrong.append(Problem(codes.DUPLICATE_KEY, place, {"key": id_}))
        elif id_ not in table:
            wrong.append(Problem(unknown, place, {"id": id_}))
        found.setdefault(id_, row)
    if missing := [id_ for id_ in table.ids if id_ not in found]:
        wrong.append(Problem(codes.ROWS_MISSING, grid.name, {"ids": listed(missing, 10)}))
    yield from wrong
    moved = (id_ for id_ in table.ids if found.get(id_) != grid.first + table.row(id_))
    for id_ in () if wrong else list(moved)[:1]:
        words = {"id": id_, "expected": grid.first + table.row(id_) + 1}
        yield Problem(codes.ROW_MOVED, grid.place(found[id_], 0), words)
