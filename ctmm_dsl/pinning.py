"""Digests written into the rows of a crosswalk's file; every other byte of it stays.

In: the bytes of a file, its crosswalk, and the rows to be pinned. Out: the bytes with the digests of the texts as they stand. Where a row
has digests they are replaced; else they are put before its reason, where the reasons begin, so that columns stay columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ctmm_dsl.fingerprint import DIGITS, pins_of
from ctmm_dsl.model import Mapping
from ctmm_dsl.source import BLANKS

WIDTH = len("[]") + 2 * DIGITS + 1
"""How wide the digests of a row with two ends are."""

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_BOM = "\ufeff"
_REST = re.compile(rf"(?P<gap>[{BLANKS}]*)(?P<reason>.*)", re.S)
_WORD = re.compile(rf"[{BLANKS}]*[^\s]+")


def named_row(row: Mapping) -> str:
    """A row as the command line knows it: its subject, and its target where it has one."""
    return ",".join(filter(None, (row.subject, row.target)))


def pinned(data: bytes, rows: Iterable[Mapping]) -> bytes:
    """The file with these rows pinned to the texts as they stand. A line that is given digests keeps all its characters."""
    text = data.decode("utf-8")
    mark = _BOM if text.startswith(_BOM) else ""
    pieces = _LINE_END.split(text.removeprefix(_BOM))
    for row in rows:
        pins = pins_of(row)
        if pins is not None:
            number = row.span.source.position(row.span.start).line
            pieces[2 * (number - 1)] = with_pins(pieces[2 * (number - 1)], row, pins)
    return (mark + "".join(pieces)).encode("utf-8")


def with_pins(line: str, row: Mapping, digests: Iterable[str]) -> str:
    """The line of a row, with its digests."""
    pins = f"[{' '.join(digests)}]"
    if row.pins_span:
        start, end = _column(row, row.pins_span.start), _column(row, row.pins_span.end)
        return line[:start] + pins + line[end:]
    at = _end_of_ends(line, row)
    rest = _REST.fullmatch(line[at:])
    assert rest
    if not rest["reason"] or rest["reason"][0] in "#＃":
        return f"{line[:at]}  {pins}{line[at:]}"
    return f"{line[:at]}{rest['gap']}{pins.ljust(WIDTH)}  {rest['reason']}"


def _end_of_ends(line: str, row: Mapping) -> int:
    """Where the target ends, or the word `none`."""
    if row.target_span:
        return _column(row, row.target_span.end)
    after = _WORD.match(line, _column(row, row.subject_span.end))
    assert after
    return after.end()


def _column(row: Mapping, offset: int) -> int:
    """Where an offset lies in its line; it has as many characters in the file's bytes, whatever its line ends are."""
    return row.span.source.position(offset).column - 1
