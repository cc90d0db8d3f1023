"""Python values and lines as the formatter would leave them, so that what is generated needs no formatting.

In: values of a table. Out: their text. Texts go through `quoting.python`; fractions stand as `Fraction(p, q)`; `Code` stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.source import cells
from generators.quoting import python

WIDTH = 120
"""Generated lines are no wider, as the formatter counts: a Chinese character takes two cells."""


@dataclass(frozen=True, slots=True)
class Code:
    """Python that a generator wrote, such as the name of a function; never a text of a standard."""

    text: str


Value = str | int | bool | Fraction | Code | None | tuple["Value", ...]
Row = tuple[Value, ...]


def fits(line: str) -> bool:
    return cells(line) <= WIDTH


def rows(values: Iterable[Row]) -> str:
    """Rows of a table, each on a line or on lines of its own."""
    return "\n".join(f"{laid_out(row, 4)}," for row in values)


def laid_out(value: Value, indent: int, before: str = "") -> str:
    """A value on one line where it fits, with the comma that may follow; else a tuple's elements on lines of their own."""
    margin = " " * indent
    line = margin + before + literal(value)
    if not isinstance(value, tuple) or fits(line + ","):
        return line
    inner = "".join(f"{laid_out(element, indent + 4)},\n" for element in value)
    return f"{margin}{before}(\n{inner}{margin})"


def literal(value: Value) -> str:
    match value:
        case tuple():
            return f"({', '.join(map(literal, value))}{',' * (len(value) == 1)})"
        case str():
            return python(value)
        case Fraction():
            return number(value)
        case Code():
            return value.text
        case _:
            return str(value)


def number(value: Fraction) -> str:
    """A number as Python has it exactly: 40, or Fraction(1, 2)."""
    return str(value.numerator) if value.denominator == 1 else f"Fraction({value.numerator}, {value.denominator})"


def listed(before: str, elements: Iterable[str], after: str, indent: int) -> str:
    """Elements between brackets on one line where it fits, else each on a line of its own."""
    margin, within = " " * indent, list(elements)
    line = f"{margin}{before}{', '.join(within)}{after}"
    if not within or fits(line):
        return line
    inner = "".join(f"{margin}    {element},\n" for element in within)
    return f"{margin}{before}\n{inner}{margin}{after}"


def assigned(target: str, code: str, pieces: Sequence[str], around: tuple[str, str], indent: int) -> str:
    """An assignment whose line is too long. `pieces`: where its code can be broken, with the brackets `around` them, if it has any."""
    margin, (before, after) = " " * indent, around
    if before:
        return listed(f"{target} = {before}", pieces, after, indent)
    if fits(f"{margin}    {code}") or not pieces:
        pieces = [code]
    return "\n".join([f"{margin}{target} = (", *(f"{margin}    {piece}" for piece in pieces), f"{margin})"])
