"""How unequally clauses weigh.

In: a field. Out: for each level the heaviest and lightest clauses, what a clause of each leaf weighs, and how unequal that is.

The measure of inequality is the Gini coefficient: the mean difference between two clauses drawn at random, as a part of twice the mean
weight. It is 0 where all weigh alike and comes near 1 where a few weigh all; it is a fraction, so it is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ctmm_dsl.analysis.forms import Field, Form
from ctmm_dsl.analysis.values import LeafWeight, LevelWeights
from ctmm_dsl.model import Level
from ctmm_dsl.report.tree import Path


def weights(field: Field) -> tuple[LevelWeights, ...]:
    return tuple(
        _level(field, level, field.form(level.number, cumulative=field.ladder.cumulative))
        for level in field.scheme.standard.levels
    )


def gini(weights: Sequence[Fraction]) -> Fraction:
    """With weights in rising order, Σ (2i − n − 1)·wᵢ is half the sum of all differences between two of them."""
    rising, count, total = sorted(weights), len(weights), sum(weights, Fraction(0))
    if not total:
        return Fraction(0)
    return sum(((2 * at - count - 1) * one for at, one in enumerate(rising, 1)), Fraction(0)) / (count * total)


def _level(field: Field, level: Level, form: Form) -> LevelWeights:
    counted = [
        (group, weight)
        for group, weight in zip(field.groups, form.weights, strict=True)
        if group.level == level.number or (field.ladder.cumulative and group.level < level.number)
    ]
    every = [weight for group, weight in counted for _ in group.clauses]
    most, least = max(every), min(every)
    clauses = field.scheme.standard.clauses
    leaves: dict[str, tuple[Path, int, Fraction]] = {}
    for group, weight in counted:
        _, before, _ = leaves.get(group.path[-1].id, (group.path, 0, weight))
        leaves[group.path[-1].id] = group.path, before + len(group.clauses), weight
    return LevelWeights(
        level=level,
        heaviest=tuple(clauses[name] for group, weight in counted for name in group.clauses if weight == most),
        lightest=tuple(clauses[name] for group, weight in counted for name in group.clauses if weight == least),
        most=most,
        least=least,
        ratio=most / least if least else None,
        gini=gini(every),
        leaves=tuple(LeafWeight(*row) for row in leaves.values()),
    )
