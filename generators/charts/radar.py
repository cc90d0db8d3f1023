"""A radar: a figure for each of several axes.

In: a `Radar`. Out: its parts as SVG, and its size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generators.charts.drawing import GRID, LINE, dot, number, text, turned, wrapped
from generators.charts.values import COLOURS, MARK, ZERO, Radar, Series

DASHES = ("", "7 4", "2 3", "9 3 2 3")
RING = f'fill="none" stroke="{MARK}" stroke-width="1.3" stroke-dasharray="5 3"'
CENTRE = Fraction(270), Fraction(180)
RADIUS = Fraction(122)
STEEP = Fraction(1, 5)
"""A spoke that leads less aside than this has its name above or under it."""
FEW = 6
WIDE = 540
BESIDE, UNDER = 14, 26
"""How many half-width cells of a name stand in a line, beside a radar and above or under it."""


def radar(chart: Radar) -> tuple[list[str], tuple[int, int, int, int]]:
    """The parts, and the frame: left, top, width, height."""
    body = [*_rings(chart), *_spokes(chart)]
    for at, series in enumerate(chart.series):
        body += _polygon(chart, series, at)
    labels = [_label(chart, at) for at in range(len(chart.axes))]
    top = min(min(label.y for label in labels).__floor__() - LINE, 0)
    bottom = max(label.y + len(label.lines) * LINE for label in labels).__ceil__() + 10
    rows = [(series.name, at) for at, series in enumerate(chart.series)] if len(chart.series) > 1 else []
    body += _legend(rows, bottom)
    if chart.mark is not None:
        y = Fraction(bottom + len(rows) * LINE)
        name = text(Fraction(234), y + 4, chart.mark_name, size=12, colour=MARK)
        body.append(f'<path d="M180 {number(y)}h44" {RING}/>{name}')
    return body, (0, top, WIDE, bottom - top + LINE * (len(rows) + (chart.mark is not None)))


def _rings(chart: Radar) -> Iterator[str]:
    """A ring for each of a few levels, else four; and the one that matters."""
    rings = chart.top.numerator if chart.top.denominator == 1 and chart.top <= FEW else 4
    for ring in range(1, rings + 1):
        points = _points([chart.top * ring / rings] * len(chart.axes), chart.top)
        yield f'<polygon points="{points}" fill="none" stroke="{GRID}"/>'
    if chart.mark is not None:
        points = _points([chart.mark] * len(chart.axes), chart.top)
        yield f'<polygon points="{points}" {RING}/>'


def _spokes(chart: Radar) -> Iterator[str]:
    for at in range(len(chart.axes)):
        across, down = turned(at, len(chart.axes))
        x, y = CENTRE[0] + across * RADIUS, CENTRE[1] + down * RADIUS
        yield f'<path d="M{number(CENTRE[0])} {number(CENTRE[1])}L{number(x)} {number(y)}" stroke="{GRID}" fill="none"/>'
        label = _label(chart, at)
        for row, (line, bold) in enumerate(label.lines):
            yield text(label.x, label.y + row * LINE, line, anchor=label.anchor, bold=bold)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the end of a spoke: lines, some of them bold, the first one at `x` and `y`."""

    x: Fraction
    y: Fraction
    anchor: str
    lines: tuple[tuple[str, bool], ...]


def _label(chart: Radar, at: int) -> Label:
    """The name of an axis, and, of one or two series, their figures in bold."""
    across, down = turned(at, len(chart.axes))
    upright = abs(across) < STEEP
    lines = [(line, False) for line in wrapped(chart.axes[at], UNDER if upright else BESIDE)]
    if len(chart.series) <= 2:
        lines.append((" / ".join(series.shown[at] for series in chart.series), True))
    x, y = CENTRE[0] + across * (RADIUS + 12), CENTRE[1] + down * (RADIUS + 14)
    above = (
        (1 - down) * len(lines) * LINE / 2
    )  # at the top all lines stand above the end of the spoke, at the bottom none
    return Label(x, y - above + 12, "middle" if upright else "start" if across > 0 else "end", tuple(lines))


def _polygon(chart: Radar, series: Series, at: int) -> Iterator[str]:
    colour, dash = COLOURS[at % len(COLOURS)], DASHES[at % len(DASHES)]
    points = _points(series.values, chart.top)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    fill = f'fill="{colour}" fill-opacity="0.16"' if len(chart.series) == 1 else 'fill="none"'
    yield f'<polygon points="{points}" {fill} stroke="{colour}" stroke-width="2.2" stroke-linejoin="round"{dashes}/>'
    for point in points.split():
        x, y = point.split(",")
        yield dot(Fraction(x), Fraction(y), at)


def _points(values: Sequence[Fraction], top: Fraction) -> str:
    corners = []
    for at, value in enumerate(values):
        across, down = turned(at, len(values))
        reach = RADIUS * min(max(value, ZERO), top) / top
        corners.append(f"{number(CENTRE[0] + across * reach)},{number(CENTRE[1] + down * reach)}")
    return " ".join(corners)


def _legend(rows: list[tuple[str, int]], top: int) -> Iterator[str]:
    for row, (name, at) in enumerate(rows):
        y = Fraction(top + row * LINE)
        dash = f' stroke-dasharray="{DASHES[at % 4]}"' if DASHES[at % 4] else ""
        colour = COLOURS[at % len(COLOURS)]
        yield f'<path d="M180 {number(y)}h44" stroke="{colour}" stroke-width="2.2" fill="none"{dash}/>'
        yield dot(Fraction(202), y, at)
        yield text(Fraction(234), y + 4, name, size=12)
