"""Workbooks as a city hands them in, made by another library from the layout alone: for tests of the reader.

In: a scheme and an assessment as JSON has it. Out: an openpyxl workbook, its bytes, or a table as CSV.
"""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.layout import (
    COVER,
    DATE_CELL,
    FORMAT,
    GROUP_ROW,
    HEADER_ROW,
    IDENTITY_ROW,
    META,
    NAME_ROW,
    SUBJECT_CELL,
    Table,
    cell_name,
    tables,
)  # fmt: skip
from tests import cities
from tests.cities import Digits


def city(scheme: Scheme, seed: int, **besides: bool) -> dict[str, Any]:
    """A random city whose numbers are such as one types into cells."""
    data = cities.assessment(scheme, seed, dressed=False, **besides)
    data |= {"subject": {"name": "某市"}, "date": "2026-05-01"}
    if scheme.profile:
        data["profile"] = scheme.id
    for name, value in data.get("values", {}).items():
        if isinstance(value, Fraction):
            data["values"][name] = json.loads(decimal(value))
    if "respondents" in data and "answers" not in data:
        data["answers"] = {}
    return json.loads(cities.text_of(data))


def workbook(scheme: Scheme, data: dict[str, Any], language: str = "zh") -> Workbook:
    """A workbook with the answers filled in."""
    book = Workbook()
    cover = book.active
    cover.title = COVER[language]
    cover[SUBJECT_CELL] = (data.get("subject") or {}).get("name")
    cover[DATE_CELL] = data.get("date")
    for table in tables(scheme):
        sheet = book.create_sheet(table.sheet[language])
        for (row, column), value in cells(scheme, table, data, language).items():
            cell = sheet.cell(row + 1, column + 1)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # whatever it begins with
    meta = book.create_sheet(META)
    profile = scheme.profile.id if scheme.profile else ""
    rows = (
        ("format", FORMAT), ("standard", scheme.standard.id), ("edition", scheme.standard.edition), ("profile", profile),
        ("digest", "0" * 64),
    )  # fmt: skip
    for row in rows:
        meta.append(row)
    meta.sheet_state = "veryHidden"
    return book


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx(scheme: Scheme, data: dict[str, Any]) -> bytes:
    return saved(workbook(scheme, data))


def table_rows(scheme: Scheme, table: Table, data: dict[str, Any]) -> list[list[str]]:
    """A table as texts, as CSV has it."""
    found = cells(scheme, table, data, "zh")
    rows = [[""] * len(table.columns) for _ in range(table.last_row + 1)]
    for (row, column), value in found.items():
        rows[row][column] = "" if value is None else str(value)
    return rows


def table_csv(scheme: Scheme, data: dict[str, Any], encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """All tables, one after another."""
    out = io.StringIO(newline="")
    for table in tables(scheme):
        csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(table_rows(scheme, table, data))
    return out.getvalue().encode(encoding)


def cells(scheme: Scheme, table: Table, data: dict[str, Any], language: str) -> dict[tuple[int, int], Any]:
    """The cells of a table, by row and column from 0."""
    standard = scheme.standard
    found: dict[tuple[int, int], Any] = {(0, 0): f"{standard.name}：{table.sheet[language]}"}
    profile = scheme.profile.id if scheme.profile else ""
    told = ("standard", standard.id, "edition", standard.edition, "profile", profile)
    found |= {(IDENTITY_ROW, at): words for at, words in enumerate(told)}
    found |= {(HEADER_ROW, at): column.header[language] for at, column in enumerate(table.columns)}
    for id_ in table.ids:
        found[table.row(id_), 0] = id_
        if table.kind == "clauses":
            found[table.row(id_), table.column("text")] = clean(standard.clauses[id_].text)
    {"clauses": _plain, "values": _plain, "rubrics": _rubrics}[table.kind](table, data, found)
    return found


def _plain(table: Table, data: dict[str, Any], found: dict[tuple[int, int], Any]) -> None:
    holder, key = ("values", "value") if table.kind == "values" else ("answers", "answer")
    for id_, answer in data.get(holder, {}).items():
        if id_ in table:
            entry = answer if isinstance(answer, dict) else {key: answer}
            found[table.row(id_), table.column(key)] = bare(entry.get(key))
            _besides(table, id_, entry, found)


def _besides(table: Table, id_: str, entry: dict[str, Any], found: dict[tuple[int, int], Any]) -> None:
    if entry.get("evidence"):
        found[table.row(id_), table.column("evidence")] = clean("\n".join(entry["evidence"]))
    if entry.get("note"):
        found[table.row(id_), table.column("note")] = clean(entry["note"])


def _rubrics(table: Table, data: dict[str, Any], found: dict[tuple[int, int], Any]) -> None:
    respondents = data.get("respondents", [{"answers": data.get("answers", {})}])
    for number, respondent in enumerate(respondents, 1):
        column = table.column(f"now{number}")
        found[NAME_ROW, column] = respondent.get("name")
        found[GROUP_ROW, column] = respondent.get("group")
        for id_, entry in respondent["answers"].items():
            if id_ in table:
                for key in ("now", "planned"):
                    found[table.row(id_), table.column(f"{key}{number}")] = bare(entry.get(key))
                _besides(table, id_, entry, found)


def bare(value: Any) -> Any:
    """A value as somebody would type it."""
    if isinstance(value, Digits):
        return float(value.text) if "." in value.text or "e" in value.text.lower() else int(value.text)
    return value


def clean(text: str) -> str:
    """A text as a cell can hold it."""
    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)


__all__ = ["bare", "cell_name", "saved", "table_csv", "workbook", "xlsx"]
