"""Cheapest whole-number choices under linear demands, found exactly: the arithmetic under every question of the analysis.

In: groups of alike things, each with the sums that it can come to and what each sum costs; demands, each a weighted sum of these that must
be at least so much. Out: the cheapest choice, with a proof that no other is cheaper; or the proof that there is none; or, where the budget
ends first, the best one so far and a number that no choice is cheaper than.

How. For any multipliers λ ≥ 0 no choice that meets the demands costs less than the sum over the groups of the smallest of
cost − Σ λ·factor·sum, plus Σ λ·least: each demand that is met makes what is taken off no smaller than what is put on. This bound cuts
a depth-first search. The multipliers only decide how fast it ends, never what it finds. All numbers are whole: scaled ones of fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul, sub

BUDGET = 30_000
"""So many steps a search may take. Steps, not seconds: the same question has the same answer everywhere."""
ROUNDS = 3
GRAIN = 1 << 20
CLIMB, IDLE = 80, 6
MARGINS = (1, 2, 4, 8)
"""Quarters of a single change by which demands are made harder, where a first search found nothing: what meets these is easily found."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A group: the sums that it can come to, rising, and what each costs."""

    sums: tuple[int, ...]
    costs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """Σ factor × sum ≥ least, a factor for each group."""

    factors: tuple[int, ...]
    least: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """`sums`: the cheapest choice found, None where there is none (yet); `bound`: nothing that meets the demands costs less; `complete`:
    the search has gone to its end, so that `sums` is the cheapest, or that there is none."""

    sums: tuple[int, ...] | None
    cost: int
    bound: int
    complete: bool


def cheapest(groups: Sequence[Choice], demands: Sequence[Demand], below: int, budget: int = BUDGET) -> Outcome:
    """The cheapest choice among those that cost less than `below`."""
    found = _searched(groups, demands, below, budget)
    for part in () if found.sums or found.complete or _opposed(demands) else MARGINS:
        harder = [Demand(one.factors, one.least + _worth(groups, one) * part // 4) for one in demands]
        instead = _searched(groups, harder, below, budget // 8)
        if instead.sums:  # it meets the demands with room to spare, so it meets them
            return Outcome(instead.sums, instead.cost, found.bound, complete=instead.cost == found.bound)
    return found


def _searched(groups: Sequence[Choice], demands: Sequence[Demand], below: int, budget: int) -> Outcome:
    grain = _grain(demands)
    factors = _one_by_one(groups, demands, grain)
    plain = _Bounds(groups, demands, grain)
    if -(-plain.at(factors)[0] // grain) < below and len(demands) > 1:
        factors = _climbed(plain, demands, factors, grain)
    return _Search(groups, demands, factors, grain, below).run(budget)


def _opposed(demands: Sequence[Demand]) -> bool:
    """Whether two demands hold one sum between them: then neither can be met with room to spare."""
    turned = {tuple(-factor for factor in one.factors) for one in demands}
    return any(one.factors in turned for one in demands)


def _worth(groups: Sequence[Choice], demand: Demand) -> int:
    """The most that a change of cost 1 moves a demand."""
    return max(
        abs(factor) * (group.sums[-1] - group.sums[0]) // max(1, *group.costs)
        for factor, group in zip(demand.factors, groups, strict=True)
    )


# ---- multipliers -----------------------------------------------------------------------------------------------


def _grain(demands: Sequence[Demand]) -> int:
    return GRAIN * max(1, *(abs(one) for demand in demands for one in demand.factors))


def _one_by_one(groups: Sequence[Choice], demands: Sequence[Demand], grain: int) -> list[int]:
    """Multipliers that make the bound large: each to where it no longer grows, the others held."""
    chosen = [0] * len(demands)
    for _ in range(ROUNDS if len(demands) > 1 else 1):
        before = list(chosen)
        for at in range(len(demands)):
            chosen[at] = _along(groups, demands, chosen, at, grain)
        if chosen == before:
            break
    return chosen


def _climbed(plain: _Bounds, demands: Sequence[Demand], start: list[int], grain: int) -> list[int]:
    """Where there are several demands, one by one can stop short of the best. So then steps for all at once, along what each lacks, as
    long as towards a target just above the best bound; nearer where nothing is gained."""
    sizes = [max(1, *(abs(one) for one in demand.factors)) for demand in demands]
    here, best = list(start), list(start)
    top, lacking = plain.at(here)
    value, reach, idle = top, max(top // 16, grain), 0
    for _ in range(CLIMB):
        steps = [lack * GRAIN // size for lack, size in zip(lacking, sizes, strict=True)]
        length = sum(step * step for step in steps) or 1
        ahead = max(top + reach - value, 1)
        here = [
            max(0, one + ahead * step * GRAIN // (length * size))
            for one, step, size in zip(here, steps, sizes, strict=True)
        ]
        value, lacking = plain.at(here)
        if value > top:
            top, best, idle = value, here, 0
        elif (idle := idle + 1) >= IDLE:
            reach, idle, here = reach // 2, 0, best
            value, lacking = plain.at(here)
    return best


class _Bounds:
    """The bound that multipliers give, with each group at its least or its greatest sum, and by how much each demand then is missed."""

    def __init__(self, groups: Sequence[Choice], demands: Sequence[Demand], grain: int) -> None:
        self.least = [demand.least for demand in demands]
        self.fixed = sum(grain * group.costs[0] for group in groups)
        self.base = [sum(f * g.sums[0] for f, g in zip(one.factors, groups, strict=True)) for one in demands]
        self.moves = [
            (
                grain * (group.costs[-1] - group.costs[0]),
                [demand.factors[at] * (group.sums[-1] - group.sums[0]) for demand in demands],
            )
            for at, group in enumerate(groups)
        ]

    def at(self, chosen: list[int]) -> tuple[int, list[int]]:
        lacking = [least - base for least, base in zip(self.least, self.base, strict=True)]
        value = self.fixed + sum(map(mul, chosen, lacking))
        for cost, gains in self.moves:
            change = cost - sum(map(mul, chosen, gains))
            if change < 0:
                value += change
                lacking = list(map(sub, lacking, gains))
        return value, lacking


def _along(groups: Sequence[Choice], demands: Sequence[Demand], chosen: list[int], at: int, grain: int) -> int:
    """The best multiplier of one demand: where, passing the points at which groups change over, the demand is first met. Each group is
    taken to be either at its least or at its greatest sum."""
    others = [(other, demand) for other, demand in enumerate(demands) if other != at and chosen[other]]
    here, gained, turns = demands[at], 0, []
    for place, group in enumerate(groups):
        wide = group.sums[-1] - group.sums[0]
        slope = grain * (group.costs[-1] - group.costs[0])
        slope -= sum(chosen[other] * demand.factors[place] for other, demand in others) * wide
        step = here.factors[place] * wide
        towards = group.sums[-1] if slope < 0 else group.sums[0]
        gained += here.factors[place] * towards
        if (slope >= 0 and step > 0) or (slope < 0 and step < 0):
            turns.append((abs(slope) // abs(step), abs(step)))
    turns.sort()
    best = 0
    for turn, step in turns:
        if gained >= here.least:
            break
        best, gained = turn, gained + step
    return best


# ---- search ----------------------------------------------------------------------------------------------------


class _Search:
    """Depth first, those groups first whose choice the multipliers make plain; each tries its most promising sum first."""

    def __init__(
        self, groups: Sequence[Choice], demands: Sequence[Demand], factors: list[int], grain: int, below: int
    ) -> None:
        self.grain, self.best = grain, below
        self.found: list[int] | None = None
        plain = [self._reduced(group, demands, factors, at) for at, group in enumerate(groups)]
        spread = [abs(values[-1] - values[0]) for values in plain]
        self.order = sorted(range(len(groups)), key=lambda at: -spread[at])
        self.options = [
            sorted(
                (
                    plain[at][one],
                    groups[at].costs[one],
                    groups[at].sums[one],
                    tuple(demand.factors[at] * groups[at].sums[one] for demand in demands),
                )
                for one in range(len(groups[at].sums))
            )
            for at in self.order
        ]
        self.least = [demand.least for demand in demands]
        self.start = sum(factor * demand.least for factor, demand in zip(factors, demands, strict=True))
        self.rest = [0] * (len(groups) + 1)
        self.most = [[0] * len(demands)] * (len(groups) + 1)
        for at in reversed(range(len(groups))):
            options = self.options[at]
            self.rest[at] = self.rest[at + 1] + options[0][0]
            best = [max(option[3][one] for option in options) for one in range(len(demands))]
            self.most[at] = [more + one for more, one in zip(self.most[at + 1], best, strict=True)]

    def _reduced(self, group: Choice, demands: Sequence[Demand], factors: list[int], at: int) -> list[int]:
        each = sum(factor * demand.factors[at] for factor, demand in zip(factors, demands, strict=True))
        return [self.grain * cost - each * one for one, cost in zip(group.sums, group.costs, strict=True)]

    def run(self, budget: int) -> Outcome:
        """The search, without recursion: `tried` is how many options of each group on the way have been looked at."""
        whole = -(-(self.start + self.rest[0]) // self.grain)
        depth, steps = 0, 0
        tried, taken = [0] * (len(self.order) + 1), [0] * len(self.order)
        bounds = [self.start] + [0] * len(self.order)
        costs = [0] * (len(self.order) + 1)
        gains: list[list[int]] = [[0] * len(self.least)] + [[] for _ in self.order]
        while depth >= 0 and self.best > whole:
            if depth == len(self.order):
                if self._met(gains[depth], depth) and costs[depth] < self.best:
                    self.best, self.found = costs[depth], list(taken)
                depth -= 1
                continue
            if tried[depth] == len(self.options[depth]):
                tried[depth] = 0
                depth -= 1
                continue
            steps += 1
            if steps > budget:
                return self._outcome(whole, complete=False)
            option = self.options[depth][tried[depth]]
            bound = bounds[depth] + option[0]
            if -(-(bound + self.rest[depth + 1]) // self.grain) >= self.best:
                tried[depth] = 0  # the options that follow promise less
                depth -= 1
                continue
            tried[depth] += 1
            gained = [have + one for have, one in zip(gains[depth], option[3], strict=True)]
            if self._met(gained, depth + 1):
                taken[depth] = option[2]
                bounds[depth + 1], costs[depth + 1], gains[depth + 1] = bound, costs[depth] + option[1], gained
                depth += 1
        return self._outcome(whole, complete=True)

    def _met(self, gained: list[int], at: int) -> bool:
        """Whether the demands can still be met with the best of all groups that follow."""
        most = self.most[at]
        return all(have + more >= least for have, more, least in zip(gained, most, self.least, strict=True))

    def _outcome(self, whole: int, *, complete: bool) -> Outcome:
        if self.found is None:
            return Outcome(None, self.best, self.best if complete else min(whole, self.best), complete)
        sums = [0] * len(self.order)
        for place, one in zip(self.order, self.found, strict=True):
            sums[place] = one
        return Outcome(tuple(sums), self.best, self.best if complete else min(whole, self.best), complete)
