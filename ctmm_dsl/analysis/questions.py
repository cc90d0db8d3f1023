"""Questions on answers to clauses, put to the search: is there a city for which these levels pass and those fail, and what does it take?

In: a field, and which levels are to pass or to fail under which ladders. Out: a `City` that is as asked and costs least; the proof that
there is none; or that the search ended before either was plain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor, lcm

from ctmm_dsl.analysis.forms import Field, Form
from ctmm_dsl.analysis.lattice import Window, within
from ctmm_dsl.analysis.search import BUDGET, Choice, Demand, cheapest
from ctmm_dsl.model import Ladder

FIRST = 1_500
"""Steps after which a search gives way to going through all values, where that can be done."""
NOTHING = 1 << 60
"""A cost above all others."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A level is to pass under a ladder, or to fail."""

    form: Form
    ladder: Ladder
    passes: bool

    @property
    def strict(self) -> bool:
        """Whether the threshold itself is out."""
        return self.ladder.strict == self.passes


@dataclass(frozen=True, slots=True)
class City:
    """Answers as points, and their cost; `bound`: none as asked costs less."""

    points: dict[str, Fraction]
    cost: int
    bound: int

    @property
    def least(self) -> bool:
        return self.cost == self.bound


@dataclass(frozen=True, slots=True)
class Impossible:
    """There is none that costs less than what was asked: proved."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """None was found within the budget; one would cost at least `bound`."""

    bound: int


Answer = City | Impossible | Undecided
Price = Callable[[Fraction], int]
"""What it costs to give a clause so many points: a whole number, nothing for what a city has by default."""


def lowered(field: Field) -> Price:
    """Counts the clauses that are not fully met."""
    return lambda points: int(points < field.high)


def met(field: Field) -> Price:
    """Counts the clauses that are met at all."""
    return lambda points: int(points > field.low)


def wishes(field: Field, ladder: Ladder, levels: Iterable[int], *, passes: bool) -> list[Wish]:
    return [Wish(field.form(level, cumulative=ladder.cumulative), ladder, passes) for level in levels]


def ask(field: Field, asked: Sequence[Wish], price: Price, below: int = NOTHING, budget: int = BUDGET) -> Answer:
    """The cheapest city as asked, among those that cost less than `below`."""
    options = {len(group.clauses): spread(field.points, len(group.clauses), price) for group in field.groups}
    counted = [at for at in range(len(field.groups)) if any(wish.form.weights[at] for wish in asked)]
    choices = [_choice(options[len(field.groups[at].clauses)], field) for at in counted]
    demands = [demand(field, wish, counted) for wish in asked]
    most = min(below, 1 + sum(max(choice.costs) for choice in choices))
    found = cheapest(choices, demands, most, FIRST)
    if not found.complete and (window := _window(asked, choices, demands)):
        if window.sums is None and window.known:
            return Impossible()
        if window.sums is not None and _all_met(window.sums, demands):  # cheapest for one wish, and all others are met
            if window.cost >= most:
                return Impossible()
            return City(_city(field, counted, window.sums, options, price), window.cost, window.cost)
    if not found.complete:
        found = cheapest(choices, demands, most, budget)
    if found.sums is None:
        return Impossible() if found.complete else Undecided(found.bound)
    return City(_city(field, counted, found.sums, options, price), found.cost, found.bound)


# ---- into whole numbers ----------------------------------------------------------------------------------------


def demand(field: Field, wish: Wish, counted: Sequence[int]) -> Demand:
    """A wish in whole numbers: all its fractions times what they have in common."""
    weights = [wish.form.weights[at] for at in counted]
    scale = lcm(*(weight.denominator for weight in weights))
    bound = (wish.ladder.threshold - wish.form.constant) * scale * _grain(field)
    if not wish.passes:
        bound, weights = -bound, [-weight for weight in weights]
    least = floor(bound) + 1 if wish.strict else ceil(bound)
    return Demand(tuple(int(weight * scale) for weight in weights), least)


def _grain(field: Field) -> int:
    """What makes all points of the scale whole."""
    return lcm(*(one.denominator for one in field.points))


@cache
def _sums(
    points: tuple[Fraction, ...], prices: tuple[int, ...], count: int
) -> dict[Fraction, tuple[int, tuple[Fraction, ...]]]:
    reached: dict[Fraction, tuple[int, tuple[Fraction, ...]]] = {Fraction(0): (0, ())}
    for _ in range(count):
        step: dict[Fraction, tuple[int, tuple[Fraction, ...]]] = {}
        for one, (cost, given) in reached.items():
            for more, price in zip(points, prices, strict=True):
                new = (cost + price, (*given, more))
                if one + more not in step or new[0] < step[one + more][0]:
                    step[one + more] = new
        reached = step
    return dict(sorted(reached.items()))


def spread(points: tuple[Fraction, ...], count: int, price: Price) -> dict[Fraction, tuple[int, tuple[Fraction, ...]]]:
    """The sums that so many clauses can come to: the least cost of each, and points that make it."""
    return _sums(points, tuple(price(one) for one in points), count)


def _choice(options: dict[Fraction, tuple[int, tuple[Fraction, ...]]], field: Field) -> Choice:
    grain = _grain(field)
    return Choice(tuple(int(one * grain) for one in options), tuple(cost for cost, _ in options.values()))


def _city(
    field: Field,
    counted: Sequence[int],
    sums: Sequence[int],
    options: dict[int, dict[Fraction, tuple[int, tuple[Fraction, ...]]]],
    price: Price,
) -> dict[str, Fraction]:
    """The points of every clause; of those that nothing asked counts, what costs nothing. The best of a group come first."""
    free = next(one for one in (field.high, field.low) if price(one) == 0)
    points = field.filled(free)
    for at, total in zip(counted, sums, strict=True):
        group = field.groups[at]
        given = options[len(group.clauses)][Fraction(total, _grain(field))][1]
        points |= dict(zip(group.clauses, sorted(given, reverse=True), strict=True))
    return points


# ---- a hair's breadth --------------------------------------------------------------------------------------------


def _window(asked: Sequence[Wish], choices: list[Choice], demands: list[Demand]) -> Window | None:
    """Where one level is to pass under one ladder and to fail under another that counts the same: its score lies in a window."""
    for above, least in zip(asked, demands, strict=True):
        for below, most in zip(asked, demands, strict=True):
            if above.passes and not below.passes and above.form == below.form:
                used = [at for at, factor in enumerate(least.factors) if factor]
                of = [choices[at] for at in used]
                found = within(of, [least.factors[at] for at in used], least.least, -most.least)
                return found if found.sums is None else _whole(found, used, choices)
    return None


def _whole(found: Window, used: list[int], choices: list[Choice]) -> Window:
    """What a window says of some groups, with all others at what costs least."""
    sums = [min(zip(group.costs, group.sums, strict=True))[1] for group in choices]
    for at, one in zip(used, found.sums or (), strict=True):
        sums[at] = one
    return Window(tuple(sums), found.cost, found.known)


def _all_met(sums: Sequence[int], demands: Iterable[Demand]) -> bool:
    return all(
        sum(factor * one for factor, one in zip(demand.factors, sums, strict=True)) >= demand.least
        for demand in demands
    )
