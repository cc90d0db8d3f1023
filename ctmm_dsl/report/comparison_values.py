"""Several assessments by one scheme, as values: cities or years side by side, what changed, how far two assessors agree.

Nothing here is rounded but the places of a ranking, which hold no more than what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.model import Answer, Clause, Quantity, Scheme
from ctmm_dsl.report.tree import Path
from ctmm_dsl.score import Pair, Result


@dataclass(frozen=True, slots=True)
class Case:
    """An assessment with the name that it goes by in the comparison: a city, a year, an assessor."""

    name: str
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Row:
    """A node's score in each case, in the order of the cases; `path` is empty for the whole. `level`: the level that the scores are of,
    None where there is no ladder. `deducted`: what is taken off in each case, where the node deducts (else empty)."""

    path: Path
    level: int | None
    scores: tuple[Fraction | None, ...]
    deducted: tuple[Fraction | None, ...]

    def differences(self, base: int = 0) -> tuple[Fraction | None, ...]:
        """How much more each case has than the case `base`; None where either has no bound."""
        of = self.scores[base]
        return tuple(None if one is None or of is None else one - of for one in self.scores)


@dataclass(frozen=True, slots=True)
class RubricRow:
    """A rubric node's figures in each case; `path` is empty for the whole."""

    path: Path
    figures: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the ranking: all that share it, in the order of the cases. The next place counts them all (1, 1, 3)."""

    place: int
    cases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Cases side by side. `rows`: the whole and every node that weighs or deducts, at each level of a ladder, levels in their order;
    `rubrics`: the same for rubrics. `ranking`: by the level reached and by nothing else, or, without a ladder, by the total as shown (to
    two places): cases that these do not tell apart share a place. It is empty where there are rubrics alone, which their documents do not
    rank, and where a case is incomplete (`incomplete`: by position), for its place is not known."""

    scheme: Scheme
    cases: tuple[Case, ...]
    results: tuple[Result, ...]
    rows: tuple[Row, ...]
    rubrics: tuple[RubricRow, ...]
    ranking: tuple[Place, ...]
    incomplete: tuple[int, ...]


# ---- what changed between two ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause whose answers differ; None is no answer. `gained`: the points that this adds to the score of each level that counts the
    clause, by level (negative: lost)."""

    path: Path
    clause: Clause
    before: Answer | None
    after: Answer | None
    gained: Mapping[int, Fraction]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A quantity whose values differ; None is not reported."""

    quantity: Quantity
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """A formula leaf whose points differ. `gained`: what that adds to the total (a deduction that grows is a loss); None without bound."""

    path: Path
    before: Fraction | None
    after: Fraction | None
    gained: Fraction | None


@dataclass(frozen=True, slots=True)
class RubricChange:
    """A rubric leaf whose figures differ."""

    path: Path
    before: Pair
    after: Pair


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one case to another, each kind in the document's order."""

    before: Case
    after: Case
    clauses: tuple[ClauseChange, ...]
    values: tuple[ValueChange, ...]
    indicators: tuple[IndicatorChange, ...]
    rubrics: tuple[RubricChange, ...]


# ---- agreement of two assessors ------------------------------------------------------------------------------------------------

Answers = Literal["clauses", "now", "planned"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two assessors agree on one kind of answers: those to clauses (categories: the scale's rows), or the levels now or planned of
    rubrics (categories: the levels). Counted are the `items` that both answer.

    `equal`: the share of equal answers; None where there are no items.
    `kappa`: Cohen's, (observed − expected) / (1 − expected), where expected is the share of equal answers that the two would have by
    chance, each keeping his own shares of the categories.
    `linear`, `quadratic`: weighted kappa, 1 − Σ d·observed / Σ d·expected over all pairs of categories, where d is how far the two stand
    apart in the order of the categories, or its square.
    A kappa is undefined (None) where there are no items and where chance alone would agree throughout: both give one and the same answer to
    everything. It then says nothing; the share of equal answers does."""

    kind: Answers
    items: int
    equal: Fraction | None
    kappa: Fraction | None
    linear: Fraction | None
    quadratic: Fraction | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A clause that two assessors answer differently. `worth`: by how much the score of each level that counts it differs, by level, as far
    as this clause goes. `with_other`: the level reached by the first's answers with the second's answer here; `with_one`: the level
    reached by the second's answers with the first's here. `moves`: whether either moves the level."""

    path: Path
    clause: Clause
    one: Answer | None
    other: Answer | None
    worth: Mapping[int, Fraction]
    with_other: int
    with_one: int
    moves: bool


@dataclass(frozen=True, slots=True)
class RubricDispute:
    """A rubric leaf that two assessors answer differently."""

    path: Path
    one: Pair
    other: Pair


@dataclass(frozen=True, slots=True)
class Assessors:
    """Two assessors of one city. `levels`: what each comes to; `span`: the levels reached where every dispute over a clause is settled by
    the worse and by the better answer, all else being the first's (None without a ladder). `disputes` over clauses, most worth first
    (at the level where it is worth most), `rubrics` and `values` in the document's order."""

    one: Case
    other: Case
    levels: tuple[int, int]
    span: tuple[int, int] | None
    agreements: tuple[Agreement, ...]
    disputes: tuple[Dispute, ...]
    rubrics: tuple[RubricDispute, ...]
    values: tuple[ValueChange, ...]
