"""What a report says of one assessment, as values: standing, balance, outlook, sensitivity, and all of it, the `Facts`.

Scores are points of 100. Of an incomplete assessment everything is said of its lower bound: what is missing counts at its worst, so what
is said to be reached is reached however the rest is answered; a number that has no bound then is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Answer, Clause, Level, Node, Scheme
from ctmm_dsl.report.others import Backing, Offer
from ctmm_dsl.report.quantified import Characteristic, Deduction, Indicator
from ctmm_dsl.report.tree import Path
from ctmm_dsl.score import Result, Scored


@dataclass(frozen=True, slots=True)
class Answered:
    """A clause as the city answers it. `answer` is None where it does not; then `points` are the lowest of the scale."""

    path: Path
    clause: Clause
    answer: Answer | None
    points: Fraction

    @property
    def node(self) -> Node:
        return self.path[-1]


# ---- standing ----------------------------------------------------------------------------------------------------


class Decision(StrEnum):
    """What decides whether a level is reached. PASSES: its score is enough, and the ladder gets there. MISSES: its score is not enough.
    BLOCKED: its score is enough, but a level below it is not reached, and the ladder is climbed one by one. CARRIED: its score is not
    enough, but that of a level above it is, and the ladder is not climbed one by one."""

    PASSES = "passes"
    MISSES = "misses"
    BLOCKED = "blocked"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class LevelStanding:
    """A level: its score, and by how much that is above the threshold (`margin`, negative below it). `decided_by`: the level that
    blocks it, the first one not reached, or that carries it, the highest one that passes; itself else."""

    level: Level
    score: Fraction | None
    margin: Fraction | None
    passes: bool
    reached: bool
    decision: Decision
    decided_by: int
    tree: Scored


@dataclass(frozen=True, slots=True)
class Standing:
    """The level reached (0: none), and each level with what decided. `strict`: the threshold itself is not enough. `following`: the next
    level above the one reached, None at the top."""

    level: int
    name: str | None
    city_class: str | None
    threshold: Fraction
    strict: bool
    one_by_one: bool
    cumulative: bool
    levels: tuple[LevelStanding, ...]
    following: int | None


# ---- strengths and weaknesses ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ranked:
    """A node that weighs. `weight`: its part of the total; `lost`: the points of the total that it lacks to 100, weight × (100 − score);
    `enough`: whether the score alone would pass the ladder's threshold, or, without a ladder, is above the score of the whole or full."""

    path: Path
    score: Fraction | None
    weight: Fraction
    lost: Fraction | None
    enough: bool

    @property
    def node(self) -> Node:
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A clause that is not fully met. `weight`: what a point of it counts in the total; `lost`: weight × (highest of the scale
    − points)."""

    answered: Answered
    weight: Fraction
    lost: Fraction


@dataclass(frozen=True, slots=True)
class Balance:
    """Strong and weak spots. `level`: the level looked at (None without a ladder): the one that follows the level reached, or the top.

    `ranked`: every node that weighs, best score first; equal ones by weight, the heavier first, then in the document's order.
    `strengths`: those of `ranked` whose score at this level is `enough` (the city is already where it is going).
    `weaknesses`: the others, by points lost, most first. `grave`: those among them that are not enough at the level reached either.
    `shortfalls`: the clauses counted at this level that are not fully met, by points lost, most first.
    Each ranking holds domains and all below; whoever shows them picks a layer."""

    level: int | None
    ranked: tuple[Ranked, ...]
    strengths: tuple[Ranked, ...]
    weaknesses: tuple[Ranked, ...]
    grave: tuple[Node, ...]
    shortfalls: tuple[Shortfall, ...]


# ---- the plan to the next level ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Improvement:
    """A clause to be answered better: from `answered` to `to`. `gain`: the points that this adds to the target's score."""

    answered: Answered
    to: Answer
    gain: Fraction


@dataclass(frozen=True, slots=True)
class Plan:
    """The smallest set of improvements that reaches `target`, largest gain first. `lacking`: the points between the score now and the
    threshold (where the ladder is strict they must be exceeded); `score`: the target's score afterwards; `level`: the level reached
    afterwards, the target or above."""

    target: int
    lacking: Fraction
    improvements: tuple[Improvement, ...]
    score: Fraction
    level: int


class Barrier(StrEnum):
    """Why no set of improvements reaches a level. CEILING: with every clause fully met its score is still not enough, for formulas and
    deductions hold it down (or the scale does). UNBOUNDED: a formula that lacks a quantity may be worth anything below."""

    CEILING = "ceiling"
    UNBOUNDED = "unbounded"


@dataclass(frozen=True, slots=True)
class Held:
    """A formula that keeps so many points of the total from the city, or deducts them."""

    node: Node
    points: Fraction
    deducts: bool


@dataclass(frozen=True, slots=True)
class Blocked:
    """A level that improvements of clauses cannot reach. `best`: its score with every clause fully met; `held`: by what, most first."""

    target: int
    barrier: Barrier
    best: Fraction | None
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the city gets above the level reached. Climbed one by one, only the level that follows is looked at; else every level above.
    `top`: the top is reached, there is nothing above. `plans`: fewest improvements first, then the lower target."""

    top: bool
    plans: tuple[Plan, ...]
    blocked: tuple[Blocked, ...]

    @property
    def plan(self) -> Plan | None:
        """The plan: the cheapest way up. None at the top, and where no level above can be reached by clauses."""
        return self.plans[0] if self.plans else None


# ---- sensitivity ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Worsening:
    """A clause answered worse: from `answered` to `to`. `loss`: the points that the score of `Loss.level` loses."""

    answered: Answered
    to: Answer
    loss: Fraction


@dataclass(frozen=True, slots=True)
class Loss:
    """The smallest number of changed answers that loses the level reached: `level` is the level whose score then fails, its own or, climbed
    one by one, one below it."""

    level: int
    changes: tuple[Worsening, ...]


@dataclass(frozen=True, slots=True)
class Mover:
    """A single change that moves the level: of all answers that do, upwards or downwards, the nearest to the present one."""

    answered: Answered
    to: Answer
    level: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How safe the level is. `margin`: of the level reached, None at 0; `nearest`: the level whose score lies nearest to the threshold, the
    lowest of several; `loss`: None where there is no level to lose, or no answers can lose it; `movers`: the single changes that alone
    move the level, in the document's order, upwards first."""

    margin: Fraction | None
    nearest: LevelStanding | None
    loss: Loss | None
    movers: tuple[Mover, ...]


# ---- all together ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a report says of one assessment. `standing`, `outlook`, `sensitivity`: where there is a ladder; `balance`: where anything
    weighs; `indicators`, `deductions`, `characteristics`: where there are formulas and rubrics. `result`: what the rest is said of, the
    lower bound where something is missing; `upper`: then the other bound. `answered`: every clause, in the document's order."""

    scheme: Scheme
    assessment: Assessment
    result: Result
    upper: Result | None
    answered: tuple[Answered, ...]
    standing: Standing | None
    balance: Balance | None
    outlook: Outlook | None
    sensitivity: Sensitivity | None
    indicators: tuple[Indicator, ...]
    deductions: tuple[Deduction, ...]
    characteristics: tuple[Characteristic, ...]
    backing: Backing
    offers: tuple[Offer, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What is asked for and not there; everything is then said of the lower bound."""
        return self.assessment.missing
