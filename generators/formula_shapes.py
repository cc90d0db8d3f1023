"""The shapes of mathematics that LaTeX and MathML both have: fractions, cases, brackets, texts among signs.

Out: `Math`, a closed set in which texts are still plain; whoever renders a shape by `match` is told by the type checker what is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from ctmm_dsl.source import cells


@dataclass(frozen=True, slots=True)
class Words:
    """A text among the mathematics: the name of a quantity, a condition."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, in per cent or not."""

    text: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """The name of a part, as b1; what follows its letters in figures is set below the line."""

    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the values of `text.SIGNS`."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    of: tuple[Math, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """A fraction."""

    above: Math
    below: Math


@dataclass(frozen=True, slots=True)
class Within:
    """Something in round brackets, or (`holds`) in square ones: 1 where it holds, else 0."""

    of: Math
    holds: bool


@dataclass(frozen=True, slots=True)
class Extreme:
    """`name` is min or max."""

    name: str
    of: tuple[Math, ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """Values, each with when it is taken."""

    rows: tuple[tuple[Math, Math], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Parts of a long sum or product, or what belongs together, a line each."""

    of: tuple[Math, ...]


Math = Words | Figure | Symbol | Sign | Row | Over | Within | Extreme | Cases | Lines


@dataclass(frozen=True, slots=True)
class Equation:
    """`name` = `body`; the label says what the name stands for, `body` may speak of `subject` by a letter."""

    name: Math
    label: str
    body: Math


def width(shape: Math) -> int:
    """About how wide a shape is printed, in cells: a Chinese character takes two."""
    match shape:
        case Words(words) | Figure(words) | Symbol(words) | Sign(words):
            return cells(words)
        case Row(parts):
            return sum(width(part) for part in parts)
        case Over(above, below):
            return max(width(above), width(below))
        case Within(of, _):
            return width(of) + 2
        case Extreme(name, parts):
            return len(name) + sum(width(part) + 2 for part in parts)
        case Cases(rows):
            return max((width(value) + width(when) + 2 for value, when in rows), default=0)
        case Lines(lines):
            return max(width(line) for line in lines)
        case _:
            assert_never(shape)
