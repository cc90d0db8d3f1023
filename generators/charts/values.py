"""What a chart shows, as values; how it is drawn is another's affair: as SVG here, as DrawingML in a Word document."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Series:
    """What one line of a radar, or one bar of each group, stands for."""

    name: str
    values: tuple[Fraction, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """A figure for each of several axes, from 0 in the middle to `top`. `mark`: a figure that matters, drawn as a ring."""

    axes: tuple[str, ...]
    series: tuple[Series, ...]
    top: Fraction
    mark: Fraction | None = None
    mark_name: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """A group of bars for each name, from 0 to `top`. `tones`, a group each: full, hatched or hollow, where there is a single series."""

    names: tuple[str, ...]
    series: tuple[Series, ...]
    top: Fraction
    mark: Fraction | None = None
    mark_name: str = ""
    tones: tuple[str, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()


Chart = Radar | Bars

COLOURS = ("#0b5d7a", "#b4460f", "#5a3f8a", "#2f6b2f")
"""Of series, in their order."""
MARK = "#8a1c1c"
"""Of the figure that matters."""
