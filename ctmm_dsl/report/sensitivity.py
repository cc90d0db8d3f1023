"""How safe the level is: what single answers, and how few of them, would change it.

In: where the city stands, what the clauses are worth. Out: a `Sensitivity`.

Why the loss is the smallest. The level is lost when the score of one level fails: its own, or, climbed one by one, that of any level up
to it. For each of these there is one constraint, and no k changes lose more than the k largest losses together (see `plan`), so the least
k for which those are enough is the least number for that level; the least over these levels is the least there is. Levels above cannot
come to pass by worse answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.model import Answer
from ctmm_dsl.report.plan import fewest
from ctmm_dsl.report.values import Answered, LevelStanding, Loss, Mover, Sensitivity, Standing, Worsening
from ctmm_dsl.report.worth import Worth
from ctmm_dsl.score import enough


def sensitivity(standing: Standing, worth: Worth) -> Sensitivity:
    return Sensitivity(
        margin=next((row.margin for row in standing.levels if row.level.number == standing.level), None),
        nearest=_nearest(standing),
        loss=_smallest_loss(standing, worth),
        movers=(*_movers(standing, worth, upwards=True), *_movers(standing, worth, upwards=False)),
    )


def _nearest(standing: Standing) -> LevelStanding | None:
    known = [(abs(row.margin), row.level.number, row) for row in standing.levels if row.margin is not None]
    return min(known, key=lambda one: one[:2])[2] if known else None


def _smallest_loss(standing: Standing, worth: Worth) -> Loss | None:
    at_stake = range(1, standing.level + 1) if standing.one_by_one else range(standing.level, standing.level + 1)
    losses = [loss for level in at_stake if level in worth.totals and (loss := _loss(worth, level))]
    return min(losses, key=lambda loss: (len(loss.changes), -loss.level), default=None)


def _loss(worth: Worth, level: int) -> Loss | None:
    """The fewest changes after which the score of a level fails: each to the lowest answer, for it is the number that counts."""
    total = worth.totals[level]
    if total is None:
        return None
    changes = [
        Worsening(one, worth.lowest, weight * (one.points - worth.lowest.points))
        for one, weight in worth.counted(level)
        if one.answer and one.points > worth.lowest.points
    ]
    changes.sort(key=lambda one: -one.loss)

    def fails(lost: Fraction) -> bool:
        return not enough(worth.ladder, total - lost)

    count = fewest([one.loss for one in changes], fails)
    return None if count is None else Loss(level, tuple(changes[:count]))


def _movers(standing: Standing, worth: Worth, *, upwards: bool) -> Iterator[Mover]:
    for one in worth.answered:
        for answer in _other_answers(worth, one, upwards=upwards):
            level = worth.level_with({one.clause.id: answer.points})
            if level != standing.level:
                yield Mover(one, answer, level)
                break


def _other_answers(worth: Worth, one: Answered, *, upwards: bool) -> list[Answer]:
    """The answers on one side of the present one, the nearest first."""
    rising = sorted(worth.scale, key=lambda answer: answer.points)
    if upwards:
        return [answer for answer in rising if answer.points > one.points]
    return [answer for answer in reversed(rising) if answer.points < one.points]
