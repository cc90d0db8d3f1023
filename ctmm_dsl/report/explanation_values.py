"""The explanation of a result, as values: every number with what it was made of, down to clause text and source line.

A clause, formula, quantity or rubric stands once, by its identifier; the trees of the levels refer to it. From this data alone every score
can be recomputed: a sum is Σ weight × score of its inputs, a clause leaf the mean of the points of the clauses counted, a formula what
stands for it, the total the sum of the domains less what is deducted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.findings import Both
from ctmm_dsl.model import Answer, Calculation, Clause, Level, Node, Quantity, Scheme
from ctmm_dsl.report.values import Decision
from ctmm_dsl.score import Pair
from ctmm_dsl.score.tree import Side


@dataclass(frozen=True, slots=True)
class Site:
    """Where something stands in the source."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class ClauseStep:
    """A clause with its answer; `answer` is None where there is none, and `points` are what then counts."""

    node: Node
    clause: Clause
    answer: Answer | None
    points: Fraction
    site: Site


@dataclass(frozen=True, slots=True)
class QuantityStep:
    """A quantity with its value, None where it is missing; of one that is computed, `words` say how, and `reads` from what."""

    quantity: Quantity
    value: Value | None
    words: Both | None
    reads: tuple[str, ...]
    site: Site


@dataclass(frozen=True, slots=True)
class FormulaStep:
    """A formula: its calculation in words (a line each), its named parts with values, the quantities that it reads. `points`: of 100, or
    those that it `deducts`; where a quantity is `missing` the end of its range, None without bound."""

    node: Node
    calculation: Calculation
    reading: str | None
    words: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, Fraction]
    reads: tuple[str, ...]
    missing: tuple[str, ...]
    points: Fraction | None
    deducts: bool
    site: Site


@dataclass(frozen=True, slots=True)
class Counted:
    """A clause leaf at a level: the mean of the points of these clauses."""

    clauses: tuple[str, ...]
    points: Fraction


@dataclass(frozen=True, slots=True)
class NodeStep:
    """A node at a level. `weight`: its part of its parent, None where it does not weigh; `score` where it weighs, `deducted` where it
    deducts. Its rule: `counted` of a clause leaf; a formula leaf is its `FormulaStep`; else the weighted sum of `children`."""

    node: Node
    weight: Fraction | None
    score: Fraction | None
    deducted: Fraction | None
    counted: Counted | None
    children: tuple[NodeStep, ...]
    site: Site


@dataclass(frozen=True, slots=True)
class WholeStep:
    """The whole at a level (None without a ladder): `scored`, the weighted sum of the domains, less what is `deducted`, is `total`. With a
    ladder, how it is held against the threshold and what that decides (see `LevelStanding`)."""

    level: Level | None
    scored: Fraction | None
    deducted: Fraction | None
    deducts: bool
    total: Fraction | None
    passes: bool | None
    reached: bool | None
    decision: Decision | None
    decided_by: int | None
    domains: tuple[NodeStep, ...]


@dataclass(frozen=True, slots=True)
class LadderStep:
    """How scores become a level: the rule, and what it comes to."""

    threshold: Fraction
    strict: bool
    one_by_one: bool
    cumulative: bool
    level: int
    name: str | None
    city_class: str | None


@dataclass(frozen=True, slots=True)
class Opinion:
    """One answer to a rubric; `group` is empty without one."""

    now: int | None
    planned: int | None
    group: str


@dataclass(frozen=True, slots=True)
class RubricStep:
    """A rubric node (None: the whole). A leaf: the median of its `opinions`; any other: the median of the figures of `leaves`, and
    `reached`, the lowest of them. `low`: of two in the middle the lower one counts. `texts`: what the standard says of the figures."""

    node: Node | None
    figure: Pair
    reached: Pair
    low: bool
    opinions: tuple[Opinion, ...]
    leaves: tuple[str, ...]
    texts: Mapping[int, str]
    children: tuple[RubricStep, ...]
    site: Site | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All steps of a result; `side`: which bound of an incomplete one it is. `wholes`: one for each level, or the one of the total."""

    scheme: Scheme
    side: Side
    ladder: LadderStep | None
    wholes: tuple[WholeStep, ...]
    clauses: Mapping[str, ClauseStep]
    formulas: Mapping[str, FormulaStep]
    quantities: Mapping[str, QuantityStep]
    rubric: RubricStep | None
