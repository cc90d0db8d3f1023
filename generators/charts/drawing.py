"""What charts are drawn with: texts, coordinates, marks, sine and cosine.

In: exact numbers and texts. Out: stretches of SVG. Sine and cosine come from their power series, exact to far more than the tenth of a unit
that coordinates are written to.
"""

from __future__ import annotations

from fractions import Fraction

from generators.charts.values import COLOURS, ZERO
from generators.quoting import xml

INK, MUTED, GRID = "#1f2a37", "#5b6776", "#d5dbe3"
LINE = 17
"""From one line of text to the next."""


def text(
    x: Fraction,
    y: Fraction,
    words: str,
    *,
    anchor: str = "start",
    size: int = 13,
    bold: bool = False,
    colour: str = INK,
    halo: bool = False,
) -> str:
    """A line of text; with a halo it can be read across a line."""
    weight = ' font-weight="600"' if bold else ""
    weight += ' stroke="#fff" stroke-width="4" paint-order="stroke"' if halo else ""
    return f'<text x="{number(x)}" y="{number(y)}" text-anchor="{anchor}" font-size="{size}" fill="{colour}"{weight}>{xml(words)}</text>'


def dot(x: Fraction, y: Fraction, at: int) -> str:
    """Each series has a mark of its own."""
    colour, fill = COLOURS[at % len(COLOURS)], COLOURS[at % len(COLOURS)] if at % 2 == 0 else "#fff"
    paint = f'fill="{fill}" stroke="{colour}" stroke-width="1.8"'
    match at % 4:
        case 0:
            return f'<circle cx="{number(x)}" cy="{number(y)}" r="3.6" {paint}/>'
        case 1:
            return f'<rect x="{number(x - 4)}" y="{number(y - 4)}" width="8" height="8" {paint}/>'
        case 2:
            return f'<path d="M{number(x)} {number(y - 5)}l5 9h-10z" {paint}/>'
    return f'<path d="M{number(x)} {number(y - 5)}l5 5l-5 5l-5 -5z" {paint}/>'


def wrapped(text: str, wide: int, lines: int = 3) -> list[str]:
    """A text in lines of at most so many half-width cells, about equally long; what does not fit into so many lines is cut, and says so."""
    text = " ".join(text.split())
    if _cells(text) > wide * lines:
        kept = ""
        for sign in text:
            if _cells(kept + sign) > wide * lines - 2 * lines:
                break
            kept += sign
        text = kept + "…"
    count = -(-_cells(text) // wide)
    even = -(-_cells(text) // max(count, 1)) + 1
    rows = [""]
    for sign in text:
        full = _cells(rows[-1] + sign) > min(even, wide)
        rows = [*rows, sign] if full and len(rows) < lines else [*rows[:-1], rows[-1] + sign]
    return [row.strip() for row in rows]


def _cells(text: str) -> int:
    return sum(1 if sign.isascii() else 2 for sign in text)


def number(value: Fraction | int) -> str:
    """A coordinate, to a tenth, without a needless zero."""
    tenths = (Fraction(value) * 10 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(abs(tenths), 10)
    return ("-" if tenths < 0 else "") + str(whole) + (f".{rest}" if rest else "")


PI = Fraction(3141592653589793, 10**15)
TERMS = 14
GRAIN = 10**12


def turned(at: int, count: int) -> tuple[Fraction, Fraction]:
    """Where the `at`th of so many spokes ends on a circle of one: across and down, the first one upwards, then clockwise."""
    part = Fraction(at, count)
    angle = 2 * PI * (part if part <= Fraction(1, 2) else part - 1)
    return _series(angle, 1), -_series(angle, 0)


def _series(angle: Fraction, first: int) -> Fraction:
    """Sine (`first` 1) or cosine (0) by its power series; after 14 terms the rest is below 10**-12 for any angle up to π."""
    total, term = ZERO, angle if first else Fraction(1)
    for step in range(TERMS):
        total += term
        last = first + 2 * step
        term = Fraction((-term * angle * angle / ((last + 1) * (last + 2)) * GRAIN).__round__(), GRAIN)
    return total
