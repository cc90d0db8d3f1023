"""What rubrics come to: a profile first, then what the method declares as a single figure, and what has been reached everywhere.

In: a scheme and an assessment. Out: a `RubricScore` for every node with rubrics. Source: ISO/TS 37107:2019, 5.1: the level now and the
level planned in two years, by one or several respondents, and the differences in perception between them. The document gives no weights
and no verdict; how figures are put together is the `method` of the standard, and reports say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ctmm_dsl.assessment import Assessment, Standing
from ctmm_dsl.model import Node, Rubric, Scheme
from ctmm_dsl.score.tree import Side


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure now, and as planned."""

    now: int
    planned: int


@dataclass(frozen=True, slots=True)
class Perception:
    """How respondents differ: how many there are, the greatest difference between two, the figure of each group, and the greatest
    difference between two groups."""

    respondents: int
    spread: Pair
    groups: dict[str, Pair]
    gap: Pair


@dataclass(frozen=True, slots=True)
class RubricScore:
    """A node's figure: of a leaf what its respondents say, of any other the summary of the leaves below it; `profile`: how many leaves
    stand at each level; `reached`: the lowest. `node` is None for the whole."""

    node: Node | None
    figure: Pair
    reached: Pair
    profile: dict[int, Pair]
    perception: Perception | None
    children: tuple[RubricScore, ...]

    @property
    def gap(self) -> int:
        """How far the plan goes beyond what is now."""
        return self.figure.planned - self.figure.now


class RubricScorer:
    def __init__(self, scheme: Scheme, assessment: Assessment, side: Side = None) -> None:
        assert scheme.summary
        self.summary = scheme.summary
        self.assessment = assessment
        self.standard = scheme.standard
        self.levels = [level.number for level in scheme.standard.levels]
        self.unanswered = (max(self.levels) if side == "upper" else min(self.levels)) if side else None

    def whole(self) -> RubricScore:
        return self._summed(None, self._all(self.standard.domains))

    def _all(self, nodes: tuple[Node, ...]) -> tuple[RubricScore, ...]:
        return tuple(
            self._leaf(node) if isinstance(node.leaf, Rubric) else self._summed(node, self._all(node.children))
            for node in nodes
            if any(isinstance(below.leaf, Rubric) for below in node.walk())
        )

    def _leaf(self, node: Node) -> RubricScore:
        standings = self.assessment.standings.get(node.id, ())
        figure = self._pair(standings)
        profile = {level: Pair(int(figure.now == level), int(figure.planned == level)) for level in self.levels}
        perception = self._perception(standings) if self.assessment.respondents is not None else None
        return RubricScore(node, figure, figure, profile, perception, ())

    def _pair(self, standings: Iterable[Standing]) -> Pair:
        rows = list(standings)
        return Pair(self._middle([row.now for row in rows]), self._middle([row.planned for row in rows]))

    def _middle(self, levels: Sequence[int | None]) -> int:
        known = [level for level in levels if level is not None]
        if not known and self.unanswered is not None:
            return self.unanswered
        return median(known, low=self.summary.respondents == "low")

    def _perception(self, standings: tuple[Standing, ...]) -> Perception:
        groups = {
            group: self._pair(rows)
            for group in dict.fromkeys(row.group for row in standings if row.group)
            if _complete(rows := [row for row in standings if row.group == group])
        }
        return Perception(
            respondents=len(standings),
            spread=Pair(_spread(row.now for row in standings), _spread(row.planned for row in standings)),
            groups=groups,
            gap=Pair(_spread(pair.now for pair in groups.values()), _spread(pair.planned for pair in groups.values())),
        )

    def _summed(self, node: Node | None, children: tuple[RubricScore, ...]) -> RubricScore:
        leaves = [leaf for child in children for leaf in _leaves(child)]
        low = self.summary.leaves == "low"
        now, planned = [leaf.figure.now for leaf in leaves], [leaf.figure.planned for leaf in leaves]
        return RubricScore(
            node=node,
            figure=Pair(median(now, low=low), median(planned, low=low)),
            reached=Pair(min(now), min(planned)),
            profile={level: Pair(now.count(level), planned.count(level)) for level in self.levels},
            perception=None,
            children=children,
        )


def median(levels: Sequence[int], *, low: bool) -> int:
    """The middle level; of two in the middle the lower or the higher one, so that it is always a level that somebody gave."""
    return sorted(levels)[(len(levels) - 1) // 2 if low else len(levels) // 2]


def _leaves(row: RubricScore) -> Iterable[RubricScore]:
    if not row.children:
        yield row
    for child in row.children:
        yield from _leaves(child)


def _complete(rows: list[Standing]) -> bool:
    """Whether a group says both what is now and what is planned."""
    return any(row.now is not None for row in rows) and any(row.planned is not None for row in rows)


def _spread(levels: Iterable[int | None]) -> int:
    known = [level for level in levels if level is not None]
    return max(known) - min(known) if known else 0
