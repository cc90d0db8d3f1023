"""The plan to the next level: the smallest set of clause improvements that reaches it.

In: what the clauses are worth. Out: an `Outlook`: a plan for each level that can be reached, and why the others cannot.

Why the plan is minimal. Improvements lower no score, so levels that pass go on passing: climbed one by one, the level that follows is
reached as soon as its own score is enough; climbed otherwise, any level above is, for itself. So there is one constraint: the gains, each
at most weight × (highest − points), must add up to what is lacking. No set of k clauses gains more than the k largest gains together
(exchange any of its members for a larger gain outside it, and the sum grows). Hence the least k whose k largest gains are enough is the
least number there is.

Which of the sets of that size: the one with the largest gains, equal ones in the document's order; and then each improvement, from the
smallest gain up, only as far as needed: to the lowest answer of the scale that is enough with the others as they then are. None drops out,
for k − 1 improvements are not enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from ctmm_dsl.model import Answer, Formula
from ctmm_dsl.report.tree import FULL, parts_of_total
from ctmm_dsl.report.values import Answered, Barrier, Blocked, Held, Improvement, Outlook, Plan
from ctmm_dsl.report.worth import Worth
from ctmm_dsl.score import NodeScore, Result, enough


def outlook(result: Result, worth: Worth) -> Outlook:
    """All ways up from the level reached."""
    above = [row.level for row in result.levels if row.level > result.level]
    targets = above[:1] if worth.ladder.one_by_one else above
    found = [_towards(result, worth, target) for target in targets]
    plans = [one for one in found if isinstance(one, Plan)]
    return Outlook(
        top=not above,
        plans=tuple(sorted(plans, key=lambda plan: (len(plan.improvements), plan.target))),
        blocked=tuple(one for one in found if isinstance(one, Blocked)),
    )


def _towards(result: Result, worth: Worth, target: int) -> Plan | Blocked:
    total = worth.totals[target]
    if total is None:
        return Blocked(target, Barrier.UNBOUNDED, None, ())
    gains = [
        Improvement(one, worth.highest, weight * (worth.highest.points - one.points))
        for one, weight in worth.counted(target)
        if one.points < worth.highest.points
    ]
    gains.sort(key=lambda one: -one.gain)  # stable: equal gains stay in the document's order

    def reaches(gained: Fraction) -> bool:
        return enough(worth.ladder, total + gained)

    chosen = fewest([one.gain for one in gains], reaches)
    if chosen is None:
        best = total + sum(one.gain for one in gains)
        return Blocked(target, Barrier.CEILING, best, tuple(sorted(_held(result, target), key=lambda one: -one.points)))
    taken = _as_far_as_needed(gains[:chosen], worth, target, reaches)
    changed = {one.answered.clause.id: one.to.points for one in taken}
    return Plan(
        target=target,
        lacking=worth.ladder.threshold - total,
        improvements=tuple(taken),
        score=total + sum(one.gain for one in taken),
        level=worth.level_with(changed),
    )


def fewest(amounts: Sequence[Fraction], suffices: Callable[[Fraction], bool]) -> int | None:
    """How many of these amounts, which fall, must be taken from the front until their sum suffices; None where all are not enough."""
    taken = Fraction(0)
    for count, amount in enumerate(amounts, 1):
        taken += amount
        if suffices(taken):
            return count
    return None


def _as_far_as_needed(
    chosen: list[Improvement], worth: Worth, target: int, reaches: Callable[[Fraction], bool]
) -> list[Improvement]:
    """From the smallest gain up, each to the lowest answer that is enough together with the others."""
    gained, taken = sum((one.gain for one in chosen), Fraction(0)), list(chosen)
    rising = sorted(worth.scale, key=lambda answer: answer.points)
    for at in reversed(range(len(taken))):
        one = taken[at]
        weight = worth.weights[target][one.answered.clause.id]
        others = gained - one.gain
        for answer in _better(rising, one.answered):
            gain = weight * (answer.points - one.answered.points)
            if reaches(others + gain):
                taken[at], gained = Improvement(one.answered, answer, gain), others + gain
                break
    return taken


def _better(rising: list[Answer], than: Answered) -> Iterator[Answer]:
    return (answer for answer in rising if answer.points > than.points)


def _held(result: Result, target: int) -> Iterator[Held]:
    """The formulas that keep points of a level's score from the city."""
    weights = parts_of_total(result.scheme)

    def below(rows: tuple[NodeScore, ...]) -> Iterator[Held]:
        for row in rows:
            if isinstance(row.node.leaf, Formula):
                points = row.deducted if row.node.deducts else _lost(weights[row.node.id], row.score)
                if points is not None and points > 0:
                    yield Held(row.node, points, row.node.deducts)
            yield from below(row.children)

    tree = next(row.tree for row in result.levels if row.level == target)
    return below(tree.domains)


def _lost(weight: Fraction, score: Fraction | None) -> Fraction | None:
    return None if score is None else weight * (FULL - score)
