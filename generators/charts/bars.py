"""Bars, one under the other: a group for each name.

In: `Bars`. Out: their parts as SVG, and their size.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generators.charts.drawing import LINE, MUTED, number, text, wrapped
from generators.charts.values import COLOURS, MARK, ZERO, Bars

WIDE, LEFT, REACH, THICK, GAP = 560, 190, 300, 18, 14
TOP_EDGE = 26


def bars(chart: Bars, key: str) -> tuple[list[str], tuple[int, int, int, int]]:
    group = len(chart.series) * THICK + GAP
    bottom = TOP_EDGE + group * len(chart.names)
    body = [_hatching(key), f'<path d="M{LEFT} {TOP_EDGE - 6}V{bottom}" stroke="{MUTED}"/>']
    if chart.mark is not None:
        x = LEFT + REACH * chart.mark / chart.top
        body.append(
            f'<path d="M{number(x)} {TOP_EDGE - 6}V{bottom}" stroke="{MARK}" stroke-width="1.3" stroke-dasharray="5 3"/>'
        )
        body.append(text(x, Fraction(TOP_EDGE - 11), chart.mark_name, anchor="middle", size=11, colour=MARK))
    for at, name in enumerate(chart.names):
        body += _group(chart, key, at, name, Fraction(TOP_EDGE + at * group))
    legend = [(name, _paint(tone, key, 0)) for name, tone in chart.legend]
    if not legend and len(chart.series) > 1:
        legend = [(series.name, _paint("", key, at)) for at, series in enumerate(chart.series)]
    for row, (name, paint) in enumerate(legend):
        y = Fraction(bottom + 12 + row * LINE)
        body.append(f'<rect x="{LEFT}" y="{number(y)}" width="22" height="11" {paint}/>')
        body.append(text(Fraction(LEFT + 30), y + 10, name, size=12))
    return body, (0, 0, WIDE, bottom + (LINE * len(legend) + 20 if legend else 8))


def _group(chart: Bars, key: str, at: int, name: str, y: Fraction) -> Iterator[str]:
    lines = wrapped(name, 24)[:2]
    middle = y + Fraction(len(chart.series) * THICK, 2)
    for row, line in enumerate(lines):
        yield text(Fraction(LEFT - 10), middle + 5 + (row * 2 - len(lines) + 1) * Fraction(LINE, 2), line, anchor="end")
    for row, series in enumerate(chart.series):
        long = REACH * min(max(series.values[at], ZERO), chart.top) / chart.top
        top = y + row * THICK + 1
        paint = _paint(chart.tones[at] if chart.tones else "", key, row)
        yield f'<rect x="{LEFT}" y="{number(top)}" width="{number(long)}" height="{THICK - 3}" {paint}/>'
        yield text(LEFT + long + 7, top + 12, series.shown[at], bold=True, size=12, halo=True)


def _paint(tone: str, key: str, series: int) -> str:
    colour = COLOURS[series % len(COLOURS)]
    match tone:
        case "hatched":
            return f'fill="url(#{key}-hatch0)" stroke="{colour}" stroke-width="1.2"'
        case "hollow":
            return f'fill="#fff" stroke="{colour}" stroke-width="1.2"'
        case "full":
            return f'fill="{colour}" stroke="{colour}" stroke-width="1.2"'
    if series % 2:
        return f'fill="url(#{key}-hatch{series % len(COLOURS)})" stroke="{colour}" stroke-width="1.2"'
    return f'fill="{colour}" stroke="{colour}" stroke-width="1.2"'


def _hatching(key: str) -> str:
    patterns = "".join(
        f'<pattern id="{key}-hatch{at}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
        f'<path d="M0 0V6" stroke="{COLOURS[at]}" stroke-width="4"/></pattern>'
        for at in range(len(COLOURS))
    )
    return f"<defs>{patterns}</defs>"
