"""What an analysis of a ladder says, as values; without words. Scores are points of 100, shares parts of one; all exact.

Where a figure comes with a `bound`, nothing less is possible; where both are equal, it is the least. Every claim that something is possible
has an `Example`: a whole assessment, scored by the referee.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Answer, Clause, Interval, Ladder, Level, Node
from ctmm_dsl.report.tree import Path
from ctmm_dsl.score import Result


@dataclass(frozen=True, slots=True)
class Example:
    """An assessment that shows something; `key` is its name in files, `result` what the referee says of it."""

    key: str
    assessment: Assessment
    result: Result


@dataclass(frozen=True, slots=True)
class Fewest:
    """How few clauses suffice, of how many; `bound`: fewer than this never do."""

    count: int
    of: int
    bound: int


# ---- the least that each level takes -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OwnScore:
    """The least that a level's own clauses can come to, scored by themselves, while the level is reached."""

    score: Fraction
    bound: Fraction


@dataclass(frozen=True, slots=True)
class Unmet:
    """The most own clauses that may be entirely unmet while the level is reached. `without`: the level's score with none of its own clauses
    met and all others full; `leaves`: how many leaves then have no own clause met; `own`: the least own score."""

    count: int
    of: int
    without: Fraction
    leaves: int
    own: OwnScore
    example: Example


@dataclass(frozen=True, slots=True)
class Idle:
    """What may have no clause met at all, at this level and below it, while the level is reached, if all else is fully met. `nodes`: each
    of these by itself; `most`: the most leaves together, of `leaves`."""

    nodes: tuple[Node, ...]
    most: int
    leaves: int
    example: Example | None


@dataclass(frozen=True, slots=True)
class Least:
    """A level. `counted`: the clauses that its score counts, `own` of them its own, which weigh `weight` of it. `best`: its score with
    every clause fully met; `reachable`: whether the ladder gets there at all. `passing`: how few clauses fully met make its score enough,
    `reaching`: how few reach it; None where no number does."""

    level: Level
    counted: int
    own: int
    weight: Fraction
    best: Fraction
    reachable: bool
    passing: Fewest | None
    reaching: Fewest | None
    unmet: Unmet | None
    idle: Idle | None


@dataclass(frozen=True, slots=True)
class Carry:
    """How far the lower levels carry: all clauses up to level `through` fully met, none above it."""

    through: int
    reached: int
    example: Example


# ---- weights -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LeafWeight:
    """What a clause of a leaf weighs in a level's score, one of `clauses` that it counts there."""

    path: Path
    clauses: int
    weight: Fraction


@dataclass(frozen=True, slots=True)
class LevelWeights:
    """Clause weights at a level. `heaviest`, `lightest`: the clauses that weigh most and least; `ratio`: how many times as much (None where
    some weigh nothing); `gini`: half the mean difference between two clauses, as a part of the mean."""

    level: Level
    heaviest: tuple[Clause, ...]
    lightest: tuple[Clause, ...]
    most: Fraction
    least: Fraction
    ratio: Fraction | None
    gini: Fraction
    leaves: tuple[LeafWeight, ...]


# ---- how levels hang together ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether there is a city of some kind. `holds`: True there is one, the example; False there is none, proved; None not decided.
    `lowered`: how many of its clauses are not fully met; `bound`: no such city has fewer."""

    holds: bool | None
    example: Example | None = None
    lowered: int = 0
    bound: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """Two neighbouring levels. `stops`: a city that reaches the lower one and not the upper; where there is none, the upper is reached
    whenever the lower is. `skips`: a city whose score fails at the lower and passes at the upper."""

    lower: Level
    upper: Level
    stops: Finding
    skips: Finding


# ---- other readings of the method ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Uniform:
    """The same answer to every clause, and the levels that this reaches as the method is, and by the other reading."""

    answer: Answer
    level: int
    other: int


@dataclass(frozen=True, slots=True)
class OtherReading:
    """Another reading of the method and its effect. `kind`: own, cumulative, inclusive, strict, hundredths, whole, any, one by one.
    `ladder`: the method so read; `differs`: a city whose level differs, with the fewest clauses not fully met; `level` as the method is,
    `other` so read; `uniform`: answers that, given to every clause, tell the two apart; `given`: the levels of the given assessment."""

    kind: str
    ladder: Ladder
    differs: Finding
    level: int
    other: int
    uniform: tuple[Uniform, ...]
    given: int | None


# ---- how far things may move ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Move:
    """How far a figure may move before the level changes. `node`: whose weight, None for the threshold; `now`: what it is; `within`: the
    stretch in which the level stays; `below`, `above`: the level just beyond each end, None where the end is that of all values."""

    node: Node | None
    now: Fraction
    within: Interval
    below: int | None
    above: int | None


@dataclass(frozen=True, slots=True)
class Given:
    """A given assessment: its result, and how far the threshold and each weight may move."""

    result: Result
    threshold: Move
    weights: tuple[Move, ...]


# ---- all of a ladder --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfLadder:
    """What a ladder does. `constant`: the points that formulas bring, or deductions take, in all that is said here of clauses."""

    ladder: Ladder
    constant: Fraction
    levels: tuple[Least, ...]
    carries: tuple[Carry, ...]
    weights: tuple[LevelWeights, ...]
    steps: tuple[Step, ...]
    readings: tuple[OtherReading, ...]
    given: Given | None
