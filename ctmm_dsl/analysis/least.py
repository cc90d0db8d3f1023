"""The least that each level takes, and in particular how much of its own clauses may be unmet.

In: a field. Out: a `Least` for each level, and how far the lower levels carry.

Why the most unmet own clauses are found by taking the lightest first. Weights are never negative, so to answer a clause better lowers no
score: clauses of lower levels may all be taken as fully met, at no cost to the aim, and then every level below passes as well as it ever
can. A level's own clauses count in no level below it. So one demand is left, the level's own score; each own clause that goes from the
highest answer to the lowest takes weight × (highest − lowest) off it. No set of k clauses takes off less than the k lightest (exchange any
of its members for a lighter one outside it, and the sum falls). Hence the largest k whose k lightest still pass is the most there is.
By the same exchange the fewest clauses that make a score enough are the heaviest ones. And the same holds for whole leaves that are given
up at all levels: a leaf takes off its part of the total, whatever the level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm

from ctmm_dsl.analysis.examples import Examples
from ctmm_dsl.analysis.forms import Field, Form
from ctmm_dsl.analysis.lattice import within
from ctmm_dsl.analysis.questions import City, Wish, ask, demand, met, spread, wishes
from ctmm_dsl.analysis.search import Choice, cheapest
from ctmm_dsl.analysis.values import Carry, Fewest, Idle, Least, OwnScore, Unmet
from ctmm_dsl.model import Level, Node
from ctmm_dsl.score import enough


def least(field: Field, examples: Examples) -> tuple[Least, ...]:
    return tuple(_level(field, level, examples) for level in field.scheme.standard.levels)


def carries(field: Field, examples: Examples) -> tuple[Carry, ...]:
    """What is reached by lower levels alone: everything up to a level, and nothing above it."""
    found = []
    for level in field.levels[:-1]:
        example = examples.make(f"full-to-{level}", field.filled(field.high, level, field.low))
        found.append(Carry(level, example.result.level, example))
    return tuple(found)


def needed(field: Field, level: int) -> tuple[int, ...]:
    """The levels whose scores must be enough for one to be reached by its own score."""
    return field.levels[: field.levels.index(level) + 1] if field.ladder.one_by_one else (level,)


def _level(field: Field, level: Level, examples: Examples) -> Least:
    form = field.form(level.number, cumulative=field.ladder.cumulative)
    counted = [at for at, weight in enumerate(form.weights) if _counts(field, at, level.number)]
    own = [at for at in counted if field.groups[at].level == level.number]
    best = field.total(form, field.filled(field.high))
    reachable = enough(field.ladder, best)
    return Least(
        level=level,
        counted=_clauses(field, counted),
        own=_clauses(field, own),
        weight=sum((form.weights[at] * len(field.groups[at].clauses) for at in own), Fraction(0)),
        best=best,
        reachable=reachable,
        passing=_passing(field, level.number) if reachable else None,
        reaching=_reaching(field, level.number) if reachable else None,
        unmet=_unmet(field, form, own, examples) if reachable else None,
        idle=_idle(field, level.number, best, examples) if reachable else None,
    )


def _counts(field: Field, at: int, level: int) -> bool:
    group = field.groups[at]
    return group.level == level or (field.ladder.cumulative and group.level < level)


def _clauses(field: Field, groups: Sequence[int]) -> int:
    return sum(len(field.groups[at].clauses) for at in groups)


def _passing(field: Field, level: int) -> Fewest | None:
    """How few clauses must be met for a level's score alone, all others entirely unmet: the heaviest first."""
    form = field.form(level, cumulative=field.ladder.cumulative)
    counted = [at for at in range(len(field.groups)) if _counts(field, at, level)]
    heaviest = sorted((form.weights[at] for at in counted for _ in field.groups[at].clauses), reverse=True)
    start, wide = field.total(form, field.filled(field.low)), field.high - field.low
    for count, gained in enumerate(accumulate((wide * weight for weight in heaviest), initial=Fraction(0))):
        if enough(field.ladder, start + gained):
            return Fewest(count, len(heaviest), count)
    return None


def _reaching(field: Field, level: int) -> Fewest | None:
    """How few clauses must be met for a level to be reached. No fewer than for any of the scores that must be enough, by itself."""
    levels = needed(field, level)
    alone = [_passing(field, one) for one in levels]
    asked = wishes(field, field.ladder, levels, passes=True)
    found = ask(field, asked, met(field))
    counted = [at for at in range(len(field.groups)) if any(_counts(field, at, one) for one in levels)]
    if not isinstance(found, City):
        return None
    bound = max([found.bound, *(one.count for one in alone if one)])
    return Fewest(found.cost, _clauses(field, counted), bound)


# ---- own clauses -------------------------------------------------------------------------------------------------


def _unmet(field: Field, form: Form, own: Sequence[int], examples: Examples) -> Unmet:
    points, wide = field.filled(field.high, form.level, field.low), field.high - field.low
    score = field.total(form, points)
    last_first = [(form.weights[at], clause) for at in own[::-1] for clause in field.groups[at].clauses[::-1]]
    lightest = sorted(last_first, key=lambda one: one[0])  # of equal ones the first stay met
    lost = accumulate(weight * wide for weight, _ in lightest)
    unmet = [clause for (_, clause), off in zip(lightest, lost, strict=True) if enough(field.ladder, score - off)]
    example = examples.make(f"level-{form.level}-own-unmet", points | dict.fromkeys(unmet, field.low))
    gone = set(unmet)
    return Unmet(
        count=len(unmet),
        of=len(lightest),
        without=score - wide * sum((weight for weight, _ in lightest), Fraction(0)),
        leaves=sum(gone.issuperset(field.groups[at].clauses) for at in own),
        own=_own_score(field, form, own),
        example=example,
    )


def _own_score(field: Field, form: Form, own: Sequence[int]) -> OwnScore:
    """The least that the own clauses come to, scored as if the level counted them alone, lower levels fully met.

    A whole-number problem: sums of points for each leaf, with what they are worth alone as their cost, and the level's score as the demand.
    Where the level counts its own clauses alone, cost and demand are the same, and all values are gone through instead."""
    alone = field.form(form.level, cumulative=False)
    options = [list(spread(field.points, len(field.groups[at].clauses), lambda _: 0)) for at in own]
    grain = lcm(*(one.denominator for one in field.points))
    scale = grain * lcm(*(alone.weights[at].denominator for at in own))
    groups = [
        Choice(tuple(int(one * grain) for one in sums), tuple(int(one * alone.weights[at] * scale) for one in sums))
        for at, sums in zip(own, options, strict=True)
    ]
    full = field.high * sum(
        weight * len(group.clauses)
        for at, (weight, group) in enumerate(zip(form.weights, field.groups, strict=True))
        if at not in set(own)
    )
    wish = Wish(Form(form.level, form.constant + full, form.weights), field.ladder, passes=True)
    asked = demand(field, wish, own)
    if form.weights == alone.weights:
        free = [Choice(group.sums, (0,) * len(group.sums)) for group in groups]
        most = sum(factor * group.sums[-1] for factor, group in zip(asked.factors, groups, strict=True))
        found = within(free, asked.factors, asked.least, most)
        if found.sums is not None:
            cost = sum(group.costs[group.sums.index(one)] for group, one in zip(groups, found.sums, strict=True))
            return OwnScore(*2 * (form.constant + Fraction(cost, scale),))
    best = cheapest(groups, [asked], 1 + sum(group.costs[-1] for group in groups))
    return OwnScore(form.constant + Fraction(best.cost, scale), form.constant + Fraction(best.bound, scale))


# ---- what may be left alone ----------------------------------------------------------------------------------------


def _idle(field: Field, level: int, best: Fraction, examples: Examples) -> Idle:
    """A leaf without a clause met takes its part of the total off every level alike, so one demand decides."""
    wide = field.high - field.low
    weights: dict[str, Fraction] = {}
    for group in field.groups:
        weights[group.path[-1].id] = group.weight
    nodes = tuple(node for node, weight in _above(field, weights) if enough(field.ladder, best - weight * wide))
    lightest = sorted(weights, key=lambda leaf: weights[leaf])
    lost = accumulate(weights[leaf] * wide for leaf in lightest)
    gone = {leaf for leaf, off in zip(lightest, lost, strict=True) if enough(field.ladder, best - off)}
    points = field.filled(field.high, level, field.low)
    for group in field.groups:
        if group.path[-1].id in gone:
            points |= dict.fromkeys(group.clauses, field.low)
    example = examples.make(f"level-{level}-leaves-idle", points) if gone else None
    return Idle(nodes, len(gone), len(weights), example)


def _above(field: Field, weights: Mapping[str, Fraction]) -> Iterator[tuple[Node, Fraction]]:
    """Every node with clauses, and what those below it weigh together."""
    for node in field.scheme.standard.walk():
        leaves = [one.id for one in node.walk() if one.id in weights]
        if leaves:
            yield node, sum((weights[leaf] for leaf in leaves), Fraction(0))
