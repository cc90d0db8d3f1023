"""A table saved as CSV, as spreadsheets save it.

In: the bytes of a file. Out: its tables as grids without a name; several, where files were put one after another. UTF-8, the GB18030 in
which Chinese Excel and WPS save CSV, and the UTF-16 of "Unicode text"; commas, semicolons or tabs, as the table's own row says.
"""

from __future__ import annotations

import csv
import io
import re

from ctmm_dsl.sheets.grid import Cell, Grid
from ctmm_dsl.sheets.layout import IDENTITY_ROW
from ctmm_dsl.sheets.sheet_part import MOST
from ctmm_dsl.sheets.unreadable import Unreadable

_IDENTITY = re.compile(r'(?m)^\ufeff?"?standard"?([,;\t])')
"""The row that says what a table is for, which no other row begins like."""
_PROTECTED = re.compile(r"'\s*[=+\-@|%＝＋－＠]")
"""How a text that would be run as a formula is written in a CSV file of ours."""


def is_table(data: bytes) -> bool:
    """Whether a file is a table of ours, saved as CSV."""
    try:
        return _IDENTITY.search(decoded(data)) is not None
    except Unreadable:
        return False


def decoded(data: bytes) -> str:
    """The text of a file, in whichever of the usual encodings it is."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文件既不是 UTF-8，也不是 GB18030", "the file is neither UTF-8 nor GB18030")


def tables_in(data: bytes) -> tuple[Grid, ...]:
    """The tables of a file. Rows are counted as a spreadsheet counts them: a cell may hold several lines."""
    text = decoded(data)
    match = _IDENTITY.search(text)
    if match is None:
        raise Unreadable(
            "这不是评估表的 CSV：没有以 standard 开头、写明标准和版本的一行",
            "this is no assessment saved as CSV: no row begins with `standard` and says by which standard it is",
        )
    rows = _rows(text, match[1])
    begins = [at - IDENTITY_ROW for at, row in enumerate(rows) if row and row[0].lstrip("\ufeff") == "standard"]
    return tuple(_grid(rows, begin, end) for begin, end in zip(begins, [*begins[1:], len(rows)], strict=True))


def _rows(text: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            rows.append(row if any(row) else [])
            if len(rows) > MOST:
                raise Unreadable(f"表格超过 {MOST} 行，未读", f"the table has more than {MOST} rows and is not read")
    except csv.Error as error:
        line = reader.line_num
        raise Unreadable(
            f"第 {line} 行不是有效的 CSV（引号没有配对，或者太长）：{error}",
            f"line {line} is no valid CSV (a quotation mark without its other, or too long): {error}",
        ) from error
    return rows


def _grid(rows: list[list[str]], begin: int, end: int) -> Grid:
    """A table by the rows of the file, so that a cell's place is the file's; `begin` is its first row."""
    cells = {
        (at, column): Cell(bare(value))
        for at in range(max(begin, 0), end)
        for column, value in enumerate(rows[at])
        if value.strip()
    }
    return Grid("", cells, first=begin)


def bare(text: str) -> str:
    """A text without the apostrophe that keeps it from being run."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text[1:] if _PROTECTED.match(text) else text
