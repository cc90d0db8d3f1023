"""Which kind of file an assessment is in, by what is in it.

In: the bytes of a file. Out: its tables, or nothing where it is the JSON of an assessment (or should be). Raises `Unreadable`.
"""

from __future__ import annotations

from ctmm_dsl.findings import Both
from ctmm_dsl.sheets.archive import is_packed
from ctmm_dsl.sheets.grid import Grid
from ctmm_dsl.sheets.layout import (
    CLAUSES,
    COVER,
    DATE_CELL,
    FORMAT,
    IDENTITY_ROW,
    META,
    RUBRICS,
    SUBJECT_CELL,
    VALUES,
    cell_name,
)  # fmt: skip
from ctmm_dsl.sheets.separated import is_table, tables_in
from ctmm_dsl.sheets.sheet_part import column_number
from ctmm_dsl.sheets.tables import IDENTITY, Identity, Tables
from ctmm_dsl.sheets.unreadable import Unreadable
from ctmm_dsl.sheets.workbook import Workbook


def is_json(data: bytes, name: str = "") -> bool:
    """Whether a file is not a table but JSON; where nothing tells, its name does."""
    if is_packed(data) or is_table(data):
        return False
    begin = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return begin in (b"{", b"[") or not name.lower().endswith((".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".et", ".ods"))


def opened(data: bytes) -> Tables:
    """The tables of a workbook, or of a CSV file."""
    return of_workbook(Workbook(data)) if is_packed(data) else of_csv(data)


def of_csv(data: bytes) -> Tables:
    """The tables of a file that was saved as CSV."""
    if not data.strip():
        raise Unreadable("文件是空的", "the file is empty")
    grids = tables_in(data)
    grid = grids[0]
    row = grid.first + IDENTITY_ROW
    told = {key: grid.words(row, 2 * at + 1) for at, key in enumerate(IDENTITY)}
    places = {key: grid.place(row, 2 * at + 1) for at, key in enumerate(IDENTITY)}
    return Tables(Identity(**told, places=places), grids)


def of_workbook(book: Workbook) -> Tables:
    """The tables of a workbook of ours."""
    meta = book.grid(META)
    if meta is None:
        raise Unreadable(
            f"工作簿里没有工作表 {META}：不是由 ctmm 生成的，或者表被删了",
            f"the workbook has no sheet {META}: it was not made by ctmm, or the sheet was deleted",
        )
    identity = _identity(meta)
    cover = _sheet(book, COVER)
    grids = tuple(_sheet(book, names) for names in (CLAUSES, VALUES, RUBRICS) if {*names.values()} & {*book.names})
    if not grids:
        raise Unreadable("工作簿里没有填写答案的工作表", "the workbook has none of the sheets that hold answers")
    told = {key: (cover.words(*at(cell)).strip(), f"{cover.name}!{cell}") for key, cell in COVERED.items()}
    return Tables(identity, grids, {key: found for key, found in told.items() if found[0]}, whole=True)


COVERED = {"subject": SUBJECT_CELL, "date": DATE_CELL}


def at(cell: str) -> tuple[int, int]:
    """Row and column of `C5`."""
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]) - 1, column_number(letters)


def _sheet(book: Workbook, names: Both) -> Grid:
    for name in names.values():
        grid = book.grid(name)
        if grid is not None:
            return grid
    raise Unreadable(f"工作簿里没有工作表“{names['zh']}”", f"the workbook has no sheet “{names['en']}” ({names['zh']})")


def _identity(meta: Grid) -> Identity:
    rows = {meta.words(row, 0): row for row, column in sorted(meta.cells) if column == 0}
    formats = (meta.words(0, 0), meta.words(0, 1))
    if FORMAT not in formats:
        found = next((words for words in formats if words.startswith(FORMAT.split()[0] + " ")), None)
        raise Unreadable(
            f"工作簿的格式是“{found or '？'}”，这里读的是“{FORMAT}”：请用同一版本的 ctmm",
            f"the workbook's format is “{found or '?'}”, and this reads “{FORMAT}”: use the same version of ctmm",
        )
    told = {key: meta.words(rows[key], 1) if key in rows else "" for key in IDENTITY}
    places = {key: f"{META}!{cell_name(rows[key], 1)}" for key in IDENTITY if key in rows}
    return Identity(**told, places=places, digest=meta.words(rows["digest"], 1) if "digest" in rows else "")
