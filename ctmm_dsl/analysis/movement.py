"""How far the threshold and each weight may move before the level of an assessment changes.

In: a result with levels. Out: a `Move` for the threshold and for every weight that has a sibling.

A weight that moves to t takes from its siblings, or gives to them, in proportion to what they weigh: each other weight v becomes
v × (1 − t) / (1 − w). So with S the node's score and R the mean of its siblings' scores by their weights, the score of a level is
N + p × (t − w) × (S − R), p being what their parent is of the total: a straight line in t. Each condition for the level (this one passes,
that one fails) therefore holds on one side of one point, which is found by division, and the level stays where all hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from ctmm_dsl.analysis.values import Given, Move
from ctmm_dsl.model import Interval, Ladder, Node
from ctmm_dsl.report.tree import parts_of_total, scored_nodes
from ctmm_dsl.scheme import sibling_groups
from ctmm_dsl.score import LevelScore, Result, climbed

ALL, SCORES = Interval(Fraction(0), Fraction(1)), Interval(Fraction(0), Fraction(100))
Levels = Callable[[Fraction], int]
"""The level, by where a figure stands."""


def movement(result: Result) -> Given:
    return Given(result, _threshold(result), tuple(_weights(result)))


def _conditions(ladder: Ladder, result: Result) -> tuple[list[LevelScore], list[LevelScore]]:
    """Which levels must pass and which must fail for the level to be what it is."""
    if ladder.one_by_one:
        passing = [row for row in result.levels if row.level <= result.level]
        return passing, [row for row in result.levels if row.level == result.level + 1]
    passing = [row for row in result.levels if row.level == result.level]
    return passing, [row for row in result.levels if row.level > result.level]


# ---- the threshold -----------------------------------------------------------------------------------------------


def _threshold(result: Result) -> Move:
    ladder = result.scheme.ladder
    assert ladder
    passing, failing = _conditions(ladder, result)
    stays = SCORES
    for row in passing:
        stays = stays.both(Interval(high=row.score, high_open=ladder.strict))
    for row in failing:
        stays = stays.both(Interval(low=row.score, low_open=not ladder.strict))

    def level(threshold: Fraction) -> int:
        return _level(ladder, [(row.level, _score(row)) for row in result.levels], threshold)

    return _move(None, ladder.threshold, stays, SCORES, level, [_score(row) for row in result.levels])


def _score(row: LevelScore) -> Fraction:
    assert row.score is not None
    return row.score


def _level(ladder: Ladder, scores: Sequence[tuple[int, Fraction]], threshold: Fraction) -> int:
    return climbed(
        ladder, [level for level, score in scores if (score > threshold if ladder.strict else score >= threshold)]
    )


# ---- weights -----------------------------------------------------------------------------------------------------


def _weights(result: Result) -> Iterator[Move]:
    scheme, ladder = result.scheme, result.scheme.ladder
    assert ladder
    parts = parts_of_total(scheme)
    scores = {row.level: {one.node.id: one.score for _, one in scored_nodes(row.domains)} for row in result.levels}
    for parent, group in sibling_groups(scheme.standard):
        for node in group:
            weight = scheme.weights[node.id]
            if len(group) > 1 and weight < 1:
                part = parts[parent.id] if parent else Fraction(1)
                slopes = {
                    row.level: part * _apart(node, group, scheme.weights, scores[row.level]) for row in result.levels
                }
                yield _weight(result, ladder, node, weight, slopes)


def _apart(
    node: Node, group: tuple[Node, ...], weights: dict[str, Fraction], scores: dict[str, Fraction | None]
) -> Fraction:
    """By how much a node scores above its siblings together."""
    total = sum((weights[one.id] * (scores[one.id] or 0) for one in group if one is not node), Fraction(0))
    return (scores[node.id] or Fraction(0)) - total / (1 - weights[node.id])


def _weight(result: Result, ladder: Ladder, node: Node, now: Fraction, slopes: dict[int, Fraction]) -> Move:
    passing, failing = _conditions(ladder, result)
    stays = ALL
    for rows, passes in ((passing, True), (failing, False)):
        for row in rows:
            if slope := slopes[row.level]:
                turn = now + (ladder.threshold - _score(row)) / slope
                is_open = ladder.strict == passes
                upwards = (slope > 0) == passes
                stays = stays.both(
                    Interval(low=turn, low_open=is_open) if upwards else Interval(high=turn, high_open=is_open)
                )

    def level(weight: Fraction) -> int:
        moved = [(row.level, _score(row) + slopes[row.level] * (weight - now)) for row in result.levels]
        return _level(ladder, moved, ladder.threshold)

    turns = [now + (ladder.threshold - _score(row)) / slopes[row.level] for row in result.levels if slopes[row.level]]
    return _move(node, now, stays, ALL, level, turns)


def _move(
    node: Node | None, now: Fraction, stays: Interval, whole: Interval, level: Levels, turns: Sequence[Fraction]
) -> Move:
    """`turns`: where anything changes at all; between two of them nothing does."""
    assert whole.low is not None and whole.high is not None
    assert stays.low is not None and stays.high is not None
    below = above = None
    if stays.low_open or stays.low > whole.low:
        next_one = max([whole.low, *(turn for turn in turns if turn < stays.low)])
        below = level(stays.low if stays.low_open else (stays.low + next_one) / 2)
    if stays.high_open or stays.high < whole.high:
        next_one = min([whole.high, *(turn for turn in turns if turn > stays.high)])
        above = level(stays.high if stays.high_open else (stays.high + next_one) / 2)
    return Move(node, now, stays, below, above)
