"""JavaScript values and lines laid out to be read, so that what is generated needs no formatting.

In: values of a table, or code as pieces. Out: their text. Texts go through `quoting.javascript`; a `Fraction` is a number that scores
and stands as a BigInt, or as `ratio(…)` of two; an `int` stands as a Number, such as a level's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from generators.python_layout import Code, Row, Value, fits
from generators.quoting import javascript

STEP = 2
"""Spaces of a step of indentation."""


# ---- values ----------------------------------------------------------------------------------------------------


def rows(values: Iterable[Row]) -> str:
    """Rows of a table, each on a line or on lines of its own."""
    return "\n".join(f"{laid_out(row, STEP)}," for row in values)


def laid_out(value: Value, indent: int, before: str = "") -> str:
    """A value on one line where it fits, with the sign that may follow; else its elements on lines of their own."""
    return lay(_piece(value), indent, before)


def _piece(value: Value) -> Piece:
    if isinstance(value, tuple):
        return Call("[", tuple(map(_piece, value)), "]")
    return literal(value)


def literal(value: Value) -> str:
    match value:
        case tuple():
            return f"[{', '.join(map(literal, value))}]"
        case str():
            return javascript(value)
        case Fraction():
            return number(value)
        case Code():
            return value.text
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def number(value: Fraction) -> str:
    """A number exactly: 40n, or ratio(1n, 2n)."""
    return f"{value.numerator}n" if value.denominator == 1 else f"ratio({value.numerator}n, {value.denominator}n)"


# ---- code ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Call:
    """Pieces between brackets, with commas."""

    before: str
    pieces: tuple[Piece, ...]
    after: str
    comma: str = ","


def bracketed(piece: Piece, before: str = "(") -> Call:
    """A piece in brackets that only hold it together."""
    return Call(before, (piece,), ")", comma="")


@dataclass(frozen=True, slots=True)
class Joined:
    """Pieces with a sign between them: a && b."""

    sign: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """The value of the first condition that holds; else the last value."""

    rows: tuple[tuple[Piece, Piece], ...]
    otherwise: Piece


Piece = str | Call | Joined | Cases


def flat(piece: Piece) -> str:
    """A piece on one line."""
    match piece:
        case str():
            return piece
        case Call():
            return f"{piece.before}{', '.join(map(flat, piece.pieces))}{piece.after}"
        case Joined():
            return f" {piece.sign} ".join(map(flat, piece.pieces))
    told = "".join(f"{flat(condition)} ? {flat(value)} : " for condition, value in piece.rows)
    return told + flat(piece.otherwise)


def lay(piece: Piece, indent: int, before: str = "", after: str = "") -> str:
    """A piece with what stands before and after it: on one line where it fits, with the comma that may follow."""
    margin, inner = " " * indent, indent + STEP
    line = f"{margin}{before}{flat(piece)}{after}"
    if isinstance(piece, str) or fits(line + ","):
        return line
    if isinstance(piece, Call):
        if not piece.pieces:
            return line
        lines = [lay(one, inner, after=piece.comma) for one in piece.pieces]
        return "\n".join([f"{margin}{before}{piece.before}", *lines, f"{margin}{piece.after}{after}"])
    lines = []
    if before.endswith("= "):  # what is given a name begins below it
        lines, indent, before = [margin + before.rstrip()], inner, ""
    broken = (
        _joined(piece, indent, before, after) if isinstance(piece, Joined) else _cases(piece, indent, before, after)
    )
    return "\n".join([*lines, *broken])


def _joined(piece: Joined, indent: int, before: str, after: str) -> list[str]:
    first, *others = piece.pieces
    lines = [lay(first, indent, before), *(lay(one, indent, f"{piece.sign} ") for one in others)]
    return [*lines[:-1], lines[-1] + after]


def _cases(piece: Cases, indent: int, before: str, after: str) -> list[str]:
    """A row a line: the condition, then what it gives."""
    lines = []
    for at, (condition, value) in enumerate(piece.rows):
        sign = ": " if at else before
        line = f"{' ' * indent}{sign}{flat(condition)} ? {flat(value)}"
        broken = [lay(condition, indent, sign), lay(value, indent + STEP, "? ")]
        lines += [line] if fits(line) else broken
    return [*lines, lay(piece.otherwise, indent, ": ", after)]
