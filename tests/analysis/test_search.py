"""The search and the lattice against all choices that there are."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

import pytest

from ctmm_dsl.analysis.lattice import within
from ctmm_dsl.analysis.readings import rounded
from ctmm_dsl.analysis.search import Choice, Demand, cheapest
from ctmm_dsl.model import Ladder
from ctmm_dsl.score import enough


def drawn(random: Random) -> list[Choice]:
    groups = []
    for _ in range(random.randint(1, 5)):
        sums = sorted(random.sample(range(0, 40), random.randint(2, 4)))
        groups.append(Choice(tuple(sums), tuple(random.randint(0, 5) for _ in sums)))
    return groups


def demand(random: Random, groups: list[Choice]) -> Demand:
    factors = tuple(random.randint(-3, 9) for _ in groups)
    most = sum(max(factor * one for one in group.sums) for factor, group in zip(factors, groups, strict=True))
    return Demand(factors, most - random.randint(-5, 150))


@pytest.mark.parametrize("seed", range(300))
def test_the_cheapest_choice_is_found(seed: int) -> None:
    random = Random(seed)
    groups = drawn(random)
    demands = [demand(random, groups) for _ in range(random.randint(1, 3))]
    below = random.choice((3, 100))
    costs = [
        sum(group.costs[group.sums.index(one)] for group, one in zip(groups, chosen, strict=True))
        for chosen in product(*(group.sums for group in groups))
        if all(
            sum(factor * one for factor, one in zip(asked.factors, chosen, strict=True)) >= asked.least
            for asked in demands
        )
    ]
    found = cheapest(groups, demands, below)
    assert found.complete
    if min(costs, default=below) < below:
        assert found.sums is not None and found.cost == found.bound == min(costs)
        for asked in demands:
            assert sum(f * one for f, one in zip(asked.factors, found.sums, strict=True)) >= asked.least
    else:
        assert found.sums is None


@pytest.mark.parametrize("seed", range(100))
def test_without_a_budget_nothing_false_is_said(seed: int) -> None:
    """A search that is cut short tells a bound that no choice is below."""
    random = Random(seed)
    groups = drawn(random)
    demands = [demand(random, groups) for _ in range(2)]
    whole, cut = cheapest(groups, demands, 100), cheapest(groups, demands, 100, budget=1)
    if whole.sums is not None:
        assert cut.bound <= whole.cost <= cut.cost
    elif cut.complete:
        assert cut.sums is None


@pytest.mark.parametrize("seed", range(200))
def test_a_window_is_gone_through(seed: int) -> None:
    random = Random(seed)
    groups = drawn(random)
    factors = [random.randint(0, 7) for _ in groups]
    low = random.randint(0, 300)
    high = low + random.randint(0, 3)
    inside = [
        (sum(group.costs[group.sums.index(one)] for group, one in zip(groups, chosen, strict=True)), value)
        for chosen in product(*(group.sums for group in groups))
        if low <= (value := sum(factor * one for factor, one in zip(factors, chosen, strict=True))) <= high
    ]
    found = within(groups, factors, low, high)
    assert found.known
    if not inside:
        assert found.sums is None
        return
    assert found.sums is not None and found.cost == min(inside)[0]
    assert sum(factor * one for factor, one in zip(factors, found.sums, strict=True)) == min(inside)[1]


def test_too_many_values_are_not_gone_through() -> None:
    groups = [Choice((0, 1 << 30), (0, 1)), Choice((0, 3), (0, 1))]
    found = within(groups, [1, 1], 4, 5)
    assert (found.known, found.sums) == (False, None)


@pytest.mark.parametrize("threshold", ["70", "69.5", "70.005", "70.1234", "211/3"])
@pytest.mark.parametrize("parts", [1, 100])
@pytest.mark.parametrize("strict", [True, False])
def test_rounding_first_is_another_threshold(threshold: str, parts: int, strict: bool) -> None:
    """A rounded score is held against the threshold here as one does by hand."""
    ladder = Ladder(True, strict, Fraction(threshold), True)
    so_read = rounded(ladder, parts)
    for step in range(-3000, 3001):
        score = ladder.threshold + Fraction(step, 2000)
        shown = Fraction((score * parts + Fraction(1, 2)).__floor__(), parts)
        assert enough(ladder, shown) == enough(so_read, score)
