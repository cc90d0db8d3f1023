"""Mathematics as MathML, for browsers and word processors.

In: `Math` and equations. Out: MathML Core, elements and attributes that every browser shows without a script. Every text passes
`quoting.xml`: none of it is markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
from generators.quoting import xml

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_NUMBERED = re.compile(r"([A-Za-z])(\d+)")


def aligned(equations: Iterable[Equation]) -> str:
    """Equations under one another, as a block; what a part's name stands for stands after it."""
    rows = [(_named(one), "<mo>=</mo>", math(one.body)) for one in equations]
    return f'<math xmlns="{NAMESPACE}" display="block">{_table("equations", rows)}</math>'


def inline(shape: Math) -> str:
    return f'<math xmlns="{NAMESPACE}">{math(shape)}</math>'


def _named(equation: Equation) -> str:
    label = f"<mtext>（{xml(equation.label)}）</mtext>" if equation.label else ""
    return math(equation.name) + label


def _table(name: str, rows: Iterable[Iterable[str]]) -> str:
    """A table whose columns the page's style sets by its name: MathML Core leaves that to CSS."""
    cells = ("".join(f"<mtd>{cell}</mtd>" for cell in row) for row in rows)
    return f'<mtable class="{name}">' + "".join(f"<mtr>{row}</mtr>" for row in cells) + "</mtable>"


def math(shape: Math) -> str:  # noqa: C901  a case for each shape
    match shape:
        case Words(words):
            return f"<mtext>{xml(words)}</mtext>"
        case Figure(figure):
            return f"<mn>{xml(figure)}</mn>"
        case Symbol(name):
            return symbol(name)
        case Sign(sign):
            return f'<mo form="infix">{xml(sign)}</mo>'  # also where a line begins with it
        case Row(parts):
            return "<mrow>" + "".join(math(part) for part in parts) + "</mrow>"
        case Over(above, below):
            return f"<mfrac>{math(above)}{math(below)}</mfrac>"
        case Within(of, holds):
            return _fenced(math(of), *("[]" if holds else "()"))
        case Extreme(name, of):
            inside = '<mo separator="true">,</mo>'.join(math(one) for one in of)
            return f"<mrow><mi>{name}</mi>{_fenced(inside, '(', ')')}</mrow>"
        case Cases(rows):
            table = _table("cases", ((math(value), math(when)) for value, when in rows))
            return f'<mrow><mo form="prefix" fence="true" stretchy="true">{{</mo>{table}</mrow>'
        case Lines(of):
            return _table("lines", ((math(line),) for line in of))
        case _:
            assert_never(shape)


def _fenced(inside: str, left: str, right: str) -> str:
    before = f'<mo form="prefix" fence="true" stretchy="true">{left}</mo>'
    after = f'<mo form="postfix" fence="true" stretchy="true">{right}</mo>'
    return f"<mrow>{before}{inside}{after}</mrow>"


def symbol(name: str) -> str:
    """b1 with its figure below the line; a longer name as a word."""
    if numbered := _NUMBERED.fullmatch(name):
        return f"<msub><mi>{xml(numbered[1])}</mi><mn>{xml(numbered[2])}</mn></msub>"
    return f"<mi>{xml(name)}</mi>"
