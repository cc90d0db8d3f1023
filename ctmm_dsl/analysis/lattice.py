"""Which values a weighted sum can take at all: for questions that turn on a hair's breadth, such as “exactly 70”.

In: groups with the sums that they can come to, a factor for each, a window of values. Out: the cheapest choice whose weighted sum lies in
the window; or the proof that there is none; or that there are too many values to go through. All values that can be reached with a given
cost are the bits of one whole number, so a group is added to thousands of values in one step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

from ctmm_dsl.analysis.search import Choice

WIDEST = 1 << 21
MOST = 1 << 28
"""Bits that all layers of all groups may take together, so many times over."""


@dataclass(frozen=True, slots=True)
class Window:
    """`sums`: the cheapest choice, of these the one with the smallest value; None where there is none. `known`: it was gone through, or
    ruled out at once."""

    sums: tuple[int, ...] | None
    cost: int
    known: bool


NONE, UNKNOWN = Window(None, 0, known=True), Window(None, 0, known=False)


def within(groups: Sequence[Choice], factors: Sequence[int], low: int, high: int) -> Window:
    """The cheapest choice whose weighted sum lies from `low` to `high`. Factors are not negative."""
    base = sum(factor * group.sums[0] for factor, group in zip(factors, groups, strict=True))
    steps = [
        factor * (one - group.sums[0]) for factor, group in zip(factors, groups, strict=True) for one in group.sums
    ]
    grain = gcd(*steps) or 1
    first, last = max(0, -(-(low - base) // grain)), (high - base) // grain
    top = sum(factor * (group.sums[-1] - group.sums[0]) for factor, group in zip(factors, groups, strict=True)) // grain
    last = min(last, top)
    if first > last:
        return NONE
    layers = 1 + sum(max(group.costs) for group in groups)
    if top > WIDEST or top * layers * len(groups) > MOST:
        return UNKNOWN
    moves = [
        [
            (factor * (one - group.sums[0]) // grain, cost, one)
            for one, cost in zip(group.sums, group.costs, strict=True)
        ]
        for factor, group in zip(factors, groups, strict=True)
    ]
    return _gone_through(moves, layers, first, last)


Moves = list[list[tuple[int, int, int]]]
"""For each group: by how much each of its sums moves the value, what it costs, the sum itself."""


def _gone_through(moves: Moves, layers: int, first: int, last: int) -> Window:
    reach: list[dict[int, int]] = [{0: 1}]
    kept = (1 << (last + 1)) - 1
    for options in moves:
        reached: dict[int, int] = {}
        for spent, values in reach[-1].items():
            for move, cost, _ in options:
                reached[spent + cost] = reached.get(spent + cost, 0) | values << move & kept
        reach.append(reached)
    wanted = ((1 << (last - first + 1)) - 1) << first
    for spent in range(layers):
        found = reach[-1].get(spent, 0) & wanted
        if found:
            return Window(_back(moves, reach, spent, (found & -found).bit_length() - 1), spent, known=True)
    return NONE


def _back(moves: Moves, reach: list[dict[int, int]], spent: int, value: int) -> tuple[int, ...]:
    """The sums by which a value was reached, group after group from the last."""
    sums = []
    for at in reversed(range(len(moves))):
        for move, cost, one in moves[at]:
            if value >= move and reach[at].get(spent - cost, 0) >> (value - move) & 1:
                spent, value = spent - cost, value - move
                sums.append(one)
                break
    return tuple(reversed(sums))
