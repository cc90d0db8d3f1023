"""What a report says of formulas and rubrics, as values and how they are found.

In: a scheme, an assessment, its result. Out: indicators by the points that they lose, what is deducted, characteristics with their gaps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.evidence import Help, helping
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Calculation, Descriptor, Formula, Node, Quantity, Rubric, Scheme
from ctmm_dsl.report.tree import FULL, Path, parts_of_total, rubric_leaves, scored_nodes
from ctmm_dsl.score import NodeScore, Pair, Perception, Result, RubricScore


@dataclass(frozen=True, slots=True)
class Reported:
    """A quantity that a city reports. `value` is None where it is missing."""

    quantity: Quantity
    value: Value | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A formula leaf that scores. `weight`: its part of the total; `highest`: the most that its calculation can give (None without
    end); `lost`: weight × (highest − points), where there is no end weight × (100 − points), below zero for more than 100; None where the
    points have no bound. `reading`: the name of the reading that is taken, if any."""

    path: Path
    calculation: Calculation
    reading: str | None
    weight: Fraction
    highest: Fraction | None
    points: Fraction | None
    lost: Fraction | None
    reported: tuple[Reported, ...]

    @property
    def node(self) -> Node:
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Deduction:
    """A formula leaf that takes `points` off the total, at most `most` (None without end)."""

    path: Path
    calculation: Calculation
    reading: str | None
    most: Fraction | None
    points: Fraction | None
    reported: tuple[Reported, ...]

    @property
    def node(self) -> Node:
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Characteristic:
    """A rubric leaf, in the document's order. `figure`: now and planned; `answered`: whether somebody says both; `present`, `following`,
    `target`: the descriptors of the level now, of the one above it (None at the top), of the level planned; `gap`: planned − now;
    `spread`: the greatest difference between two respondents; `between_groups`: between two groups; `documents`: those that help with it.

    The weakest: `sorted(…, key=weakness)`. Gaps: `sorted(…, key=lambda one: -one.gap)`."""

    path: Path
    figure: Pair
    answered: bool
    present: Descriptor | None
    following: Descriptor | None
    target: Descriptor | None
    perception: Perception | None
    documents: tuple[Help, ...]

    @property
    def node(self) -> Node:
        return self.path[-1]

    @property
    def gap(self) -> int:
        return self.figure.planned - self.figure.now

    @property
    def spread(self) -> int:
        return max(self.perception.spread.now, self.perception.spread.planned) if self.perception else 0

    @property
    def between_groups(self) -> int:
        return max(self.perception.gap.now, self.perception.gap.planned) if self.perception else 0


def weakness(one: Characteristic) -> tuple[int, int]:
    """Weakest first: the lowest level now; of equal ones the greater gap to the plan."""
    return one.figure.now, -one.gap


def indicators(result: Result, assessment: Assessment) -> tuple[Indicator, ...]:
    """The indicators by points lost, most first; before all those whose points have no bound."""
    weights, found = parts_of_total(result.scheme), []
    for path, row in _formulas(result):
        if row.node.deducts:
            continue
        calculation, weight = result.scheme.calculation(row.node), weights[row.node.id]
        highest = _highest(calculation)
        lost = None if row.score is None else weight * ((FULL if highest is None else highest) - row.score)
        reading = result.scheme.readings.get(row.node.id)
        reported = reported_for(calculation, assessment)
        found.append(Indicator(path, calculation, reading, weight, highest, row.score, lost, reported))
    return tuple(sorted(found, key=lambda one: (one.lost is not None, -(one.lost or 0))))


def deductions(result: Result, assessment: Assessment) -> tuple[Deduction, ...]:
    """What is deducted, in the document's order."""
    found = []
    for path, row in _formulas(result):
        if row.node.deducts:
            calculation = result.scheme.calculation(row.node)
            reading, reported = result.scheme.readings.get(row.node.id), reported_for(calculation, assessment)
            found.append(Deduction(path, calculation, reading, _highest(calculation), row.deducted, reported))
    return tuple(found)


def reported_for(calculation: Calculation, assessment: Assessment) -> tuple[Reported, ...]:
    """The quantities that a calculation reads, as reported."""
    return tuple(Reported(one, assessment.values.get(name)) for name, one in calculation.quantities().items())


def _highest(calculation: Calculation) -> Fraction | None:
    found = Ranges().of(calculation.body)
    return found.high if found else None


def _formulas(result: Result) -> Iterator[tuple[Path, NodeScore]]:
    """The formula leaves as scored; they are worth the same at every level."""
    tree = result.levels[0].tree if result.levels else result.tree
    for path, row in scored_nodes(tree.domains) if tree else ():
        if isinstance(row.node.leaf, Formula):
            yield path, row


# ---- rubrics -------------------------------------------------------------------------------------------------------


def characteristics(result: Result, assessment: Assessment) -> tuple[Characteristic, ...]:
    """The rubric leaves, in the document's order."""
    if not result.rubric:
        return ()
    return tuple(_characteristic(result.scheme, assessment, path, row) for path, row in rubric_leaves(result.rubric))


def _characteristic(scheme: Scheme, assessment: Assessment, path: Path, row: RubricScore) -> Characteristic:
    leaf = path[-1].leaf
    assert isinstance(leaf, Rubric)
    texts = {one.level: one for one in leaf.descriptors}
    return Characteristic(
        path=path,
        figure=row.figure,
        answered=path[-1].id not in assessment.missing,
        present=texts.get(row.figure.now),
        following=texts.get(row.figure.now + 1),
        target=texts.get(row.figure.planned),
        perception=row.perception,
        documents=tuple(helping(scheme.standard, path[-1])),
    )
