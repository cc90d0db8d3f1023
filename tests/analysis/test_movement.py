"""How far the threshold and the weights may move: at each end, and just beside it, the referee is asked with the figure moved."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from ctmm_dsl.analysis.movement import movement
from ctmm_dsl.analysis.values import Move
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Interval, Scheme
from ctmm_dsl.scheme import sibling_groups
from ctmm_dsl.score import score
from tests import strategies
from tests.report import small

HAIR = Fraction(1, 10**12)


def moved(scheme: Scheme, node: str, weight: Fraction) -> Scheme:
    """A weight set, its siblings in proportion."""
    group = next(group for _, group in sibling_groups(scheme.standard) if node in {one.id for one in group})
    rest = 1 - scheme.weights[node]
    weights = {one.id: scheme.weights[one.id] * (1 - weight) / rest for one in group} | {node: weight}
    return replace(scheme, weights=scheme.weights | weights)


def level(scheme: Scheme, city: Assessment, move: Move, figure: Fraction) -> int:
    if move.node is None:
        assert scheme.ladder
        return score(replace(scheme, ladder=replace(scheme.ladder, threshold=figure)), city).level
    return score(moved(scheme, move.node.id, figure), city).level


def held(scheme: Scheme, city: Assessment, move: Move, whole: Interval) -> None:
    now = score(scheme, city).level
    assert move.within.holds(move.now)
    ends = (
        (move.within.low, move.within.low_open, -1, move.below, whole.low),
        (move.within.high, move.within.high_open, 1, move.above, whole.high),
    )
    for end, is_open, side, beyond, last in ends:
        assert end is not None
        if beyond is None:
            assert (end, is_open) == (last, False)
            assert level(scheme, city, move, end) == now
            continue
        assert beyond != now
        if is_open:
            assert level(scheme, city, move, end) == beyond
            inner = end - side * HAIR
        else:
            assert level(scheme, city, move, end + side * HAIR) == beyond
            inner = end
        assert not move.within.holds(inner) or level(scheme, city, move, inner) == now
    middle = (move.within.low + move.within.high) / 2  # type: ignore[operator]
    assert level(scheme, city, move, middle) == now


@pytest.mark.parametrize("seed", range(80))
def test_small_standards(seed: int) -> None:
    scheme = small.standard(seed)
    city = small.city(scheme, seed)
    found = movement(score(scheme, city))
    held(scheme, city, found.threshold, Interval(Fraction(0), Fraction(100)))
    siblings = [group for _, group in sibling_groups(scheme.standard) if len(group) > 1]
    assert len(found.weights) == sum(map(len, siblings))
    for move in found.weights:
        held(scheme, city, move, Interval(Fraction(0), Fraction(1)))


@pytest.mark.parametrize("best", [55, 80, 95])
def test_the_key_indicators(best: int) -> None:
    scheme = next(one for one in strategies.shipped() if one.id == "ctmm-key")
    answers = strategies.points(scheme, strategies.answers(scheme, (best, best)))
    city = Assessment(points=answers)
    found = movement(score(scheme, city))
    held(scheme, city, found.threshold, Interval(Fraction(0), Fraction(100)))
    for move in found.weights:
        held(scheme, city, move, Interval(Fraction(0), Fraction(1)))


def test_a_threshold_that_lies_on_a_score() -> None:
    """A city whose every answer is worth the threshold: the end is the figure itself, and it is in or out as the ladder says."""
    scheme = next(one for one in strategies.shipped() if one.id == "ctmm-key")
    assert scheme.ladder
    city = Assessment(points=dict.fromkeys(scheme.standard.clauses, Fraction(70)))
    strict = movement(score(scheme, city)).threshold
    assert (strict.within.low, strict.within.low_open, strict.below, strict.above) == (70, False, 5, None)
    loose = replace(scheme, ladder=replace(scheme.ladder, strict=False))
    kept = movement(score(loose, city)).threshold
    assert (kept.within.high, kept.within.high_open, kept.below, kept.above) == (70, False, None, 0)
