"""What an analysis says of formulas and rubrics, as values; without words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.analysis.values import Example
from ctmm_dsl.model import Interval, Node, Quantity, Reading, Scheme
from ctmm_dsl.report.tree import FULL, Path


@dataclass(frozen=True, slots=True)
class Indicator:
    """A formula leaf. `weight`: its part of the total (1 where it deducts); `range`: all points that it can have, None where that cannot
    be said; `lowest`, `highest`: points that an example shows; `most`: the most points of the total that it is worth, or takes off."""

    path: Path
    weight: Fraction
    deducts: bool
    range: Interval | None
    lowest: Fraction
    highest: Fraction
    most: Fraction | None

    @property
    def node(self) -> Node:
        return self.path[-1]

    @property
    def full(self) -> bool | None:
        """Whether it can reach full points: True an example shows it, False its range rules it out, None neither."""
        if self.highest >= FULL:
            return True
        high = self.range.high if self.range else None
        short = high is not None and (high < FULL or (high == FULL and self.range is not None and self.range.high_open))
        return False if short else None


@dataclass(frozen=True, slots=True)
class Carried:
    """A quantity: the leaves that read it, and the most points of the total that rest on it (None: without bound)."""

    quantity: Quantity
    leaves: tuple[Node, ...]
    most: Fraction | None


@dataclass(frozen=True, slots=True)
class LeafReading:
    """Another reading of a formula leaf, by name, or a whole profile (`node` None). `range`: of the leaf so read; `total`: of the total;
    `given`: the total of the given assessment, None where it lacks a quantity."""

    node: Node | None
    reading: Reading | None
    scheme: Scheme
    range: Interval | None
    total: Interval
    given: Fraction | None


@dataclass(frozen=True, slots=True)
class Totals:
    """What formulas come to. `range`: of the weighted sum less deductions; `deductions`: the most that is taken off; `lowest`, `highest`:
    examples, the highest as high as was found where there is no bound; `low`, `high`: what these come to. `gini`: of the indicators'
    weights; `half`: how few indicators weigh half of all; `given`: what the formulas of the given assessment come to."""

    indicators: tuple[Indicator, ...]
    range: Interval
    deductions: Fraction | None
    lowest: Example
    highest: Example
    low: Fraction
    high: Fraction
    gini: Fraction
    half: int
    quantities: tuple[Carried, ...]
    readings: tuple[LeafReading, ...]
    given: Fraction | None


# ---- rubrics -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Middle:
    """What the overall figure takes: so many of the leaves at a level or above put the figure there, the others at the lowest level;
    `other`: how many by the other median."""

    node: Node | None
    leaves: int
    needed: int
    other: int


@dataclass(frozen=True, slots=True)
class Rubrics:
    """What rubrics come to. `low`: whether leaves are summed up by the lower of two middle levels; `whole`: of all leaves; `nodes`: of each
    node above leaves; `respondents`: by how many respondents, how many must say so; `example`: the fewest leaves at the top;
    `differs`: where the other median gives another figure for the whole, None where it never does; `given`: the figure of the given
    assessment now, and by the other median."""

    low: bool
    low_respondents: bool
    whole: Middle
    nodes: tuple[Middle, ...]
    respondents: tuple[Middle, ...]
    example: Example
    differs: Example | None
    given: tuple[int, int] | None
