"""Where a city stands: the level reached, and for each level what decided.

In: a result with a ladder. Out: a `Standing`.
"""

from __future__ import annotations

from ctmm_dsl.model import Ladder
from ctmm_dsl.report.values import Decision, LevelStanding, Standing
from ctmm_dsl.score import LevelScore, Result


def standing(result: Result) -> Standing:
    ladder = result.scheme.ladder
    assert ladder
    rows = tuple(_level(result, ladder, row) for row in result.levels)
    return Standing(
        level=result.level,
        name=result.level_name,
        city_class=result.city_class,
        threshold=ladder.threshold,
        strict=ladder.strict,
        one_by_one=ladder.one_by_one,
        cumulative=ladder.cumulative,
        levels=rows,
        following=min((row.level.number for row in rows if row.level.number > result.level), default=None),
    )


def _level(result: Result, ladder: Ladder, row: LevelScore) -> LevelStanding:
    decision, by = decided(result, row)
    return LevelStanding(
        level=next(level for level in result.scheme.standard.levels if level.number == row.level),
        score=row.score,
        margin=None if row.score is None else row.score - ladder.threshold,
        passes=row.passes,
        reached=row.reached,
        decision=decision,
        decided_by=by,
        tree=row.tree,
    )


def decided(result: Result, row: LevelScore) -> tuple[Decision, int]:
    """What decides over a level, and which level that is."""
    if row.passes and row.reached:
        return Decision.PASSES, row.level
    if row.passes:
        return Decision.BLOCKED, min(other.level for other in result.levels if not other.reached)
    if row.reached:
        return Decision.CARRIED, result.level
    return Decision.MISSES, row.level
