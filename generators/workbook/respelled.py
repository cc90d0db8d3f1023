"""Formulas and constants without what differs from program to program.

In: a formula as a file has it, a constant. Out: one spelling of each. Programs that save a workbook again write blanks, capitals, quotation
marks around the names of sheets and the digits of numbers in ways of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

DIGITS = 13
"""Programs save so many digits of a number at least, after the first."""

_PIECE = re.compile(
    r'"(?:[^"]|"")*"'  # a text
    r"|'(?:[^']|'')*'"  # the name of a sheet
    r"|(?<![\w$.])[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?(?![\w.(!])|(?<![\w$])\.[0-9]+"  # a number
    r"|\s+"
    r"|_xlfn\.|_xlws\."
    r"|.",
    re.S,
)
_FUNCTION = re.compile(r"([A-Za-z_][A-Za-z0-9_.]*)\s*\(")


def formula(text: str) -> str:
    """A formula in one spelling."""
    return "".join(_respelled(text.removeprefix("=")))


def _respelled(text: str) -> Iterator[str]:
    for match in _PIECE.finditer(text):
        piece = match[0]
        if piece[0] == '"':
            yield piece
        elif piece[0] == "'":
            yield piece[1:-1].replace("''", "'").upper() if len(piece) > 1 else piece
        elif piece.isspace() or piece.startswith("_xl"):
            continue
        elif piece[0] in "0123456789" or (piece[0] == "." and len(piece) > 1):
            yield _digits(piece)
        else:
            yield piece.upper()


def _digits(piece: str) -> str:
    try:
        return f"{Decimal(piece).normalize():f}"
    except InvalidOperation:
        return piece


def constant(value: Any) -> str:
    """A constant in one spelling; empty for none."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    if isinstance(value, str):
        return "\n".join(line.rstrip() for line in value.splitlines()).strip()
    return f"{Decimal(f'{Decimal(repr(value)):.{DIGITS}e}').normalize():f}"


def functions_in(text: str) -> set[str]:
    """The functions that a formula calls; what stands in its texts and in the names of sheets are none."""
    bare = "".join(match[0] for match in _PIECE.finditer(text) if match[0][0] not in "\"'")
    return {name.upper().removeprefix("_XLFN.") for name in _FUNCTION.findall(bare)}
