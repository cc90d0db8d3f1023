"""Mathematics as LaTeX, for documents that are typeset.

In: `Math` and equations. Out: LaTeX in math mode; it needs amsmath, and a text font that has the names' characters. Every text passes
`quoting.latex`: none of it is a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from generators.formula_shapes import (
    Cases,
    Equation,
    Extreme,
    Figure,
    Lines,
    Math,
    Over,
    Row,
    Sign,
    Symbol,
    Within,
    Words,
)
from generators.quoting import latex

SIGNS = {"×": r"\times", "÷": r"\div", "−": "-", "≥": r"\geq", "≤": r"\leq"}
SHORT = 8
"""Longer names stand above what they are equal to: a line holds some thirty Chinese characters."""

_NUMBERED = re.compile(r"([A-Za-z])(\d+)")


def aligned(equations: Iterable[Equation]) -> str:
    """Equations under one another, their signs of equality in line; what a part's name stands for stands above it."""
    rows = [row for one in equations for row in _rows(one)]
    return "\\begin{align*}\n  " + " \\\\\n  ".join(rows) + "\n\\end{align*}"


def _rows(equation: Equation) -> Iterator[str]:
    name = math(equation.name)
    if equation.label:
        yield rf"{name} & \quad \text{{（{latex(equation.label)}）}}"
        name = ""
    elif isinstance(equation.name, Words) and len(equation.name.text) > SHORT:
        yield f"& {name}"
        name = ""
    yield f"{name} &= {math(equation.body)}".lstrip()


def math(shape: Math) -> str:  # noqa: C901  a case for each shape
    match shape:
        case Words(words):
            return rf"\text{{{latex(words)}}}"
        case Figure(figure):
            return latex(figure)
        case Symbol(name):
            return symbol(name)
        case Sign(sign):
            return SIGNS.get(sign, sign)
        case Row(parts):
            return " ".join(math(part) for part in parts)
        case Over(above, below):
            return rf"\frac{{{math(above)}}}{{{math(below)}}}"
        case Within(of, holds):
            left, right = "[]" if holds else "()"
            return rf"\left{left} {math(of)} \right{right}"
        case Extreme(name, of):
            return rf"\{name}\left( {', '.join(math(one) for one in of)} \right)"
        case Cases(rows):
            inside = r" \\ ".join(f"{math(value)}, & {math(when)}" for value, when in rows)
            return rf"\begin{{cases}} {inside} \end{{cases}}"
        case Lines(of):
            return r"\begin{aligned} " + r" \\ ".join(f"& {math(line)}" for line in of) + r" \end{aligned}"
        case _:
            assert_never(shape)


def symbol(name: str) -> str:
    """b1 with its figure below the line; a longer name as a word."""
    if numbered := _NUMBERED.fullmatch(name):
        return f"{numbered[1]}_{{{numbered[2]}}}"
    return name if len(name) == 1 else rf"\mathit{{{latex(name)}}}"
