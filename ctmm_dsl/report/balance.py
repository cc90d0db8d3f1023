"""Strong and weak spots: nodes ranked by score, clauses not fully met by what they cost.

In: a result, what the clauses are worth where there is a ladder. Out: a `Balance`, whose docstring defines each.
"""

from __future__ import annotations

from fractions import Fraction

from ctmm_dsl.model import Scheme
from ctmm_dsl.report.tree import FULL, parts_of_total, scored_nodes
from ctmm_dsl.report.values import Balance, Ranked, Shortfall
from ctmm_dsl.report.worth import Worth
from ctmm_dsl.score import Result, Scored, enough


def balance(result: Result, worth: Worth | None) -> Balance | None:
    """The balance at the level that is next; of formulas alone, at the total. None where nothing weighs."""
    if not worth:
        return _of(result.scheme, result.tree, None, None, ()) if result.tree and result.tree.domains else None
    levels = {row.level: row.tree for row in result.levels}
    level = min((number for number in levels if number > result.level), default=result.level)
    below = levels.get(result.level)
    grave = {one.node.id for one in _ranked(result.scheme, below, worth) if not one.enough} if below else set()
    found = _of(result.scheme, levels[level], level, worth, _shortfalls(worth, level))
    return _with_grave(found, grave)


def _of(
    scheme: Scheme, tree: Scored, level: int | None, worth: Worth | None, shortfalls: tuple[Shortfall, ...]
) -> Balance:
    ranked = _ranked(scheme, tree, worth)
    weak = [one for one in ranked if not one.enough]
    weak.sort(key=lambda one: (one.lost is not None, -(one.lost or 0)))
    return Balance(level, tuple(ranked), tuple(one for one in ranked if one.enough), tuple(weak), (), shortfalls)


def _with_grave(found: Balance, grave: set[str]) -> Balance:
    nodes = tuple(one.node for one in found.weaknesses if one.node.id in grave)
    return Balance(found.level, found.ranked, found.strengths, found.weaknesses, nodes, found.shortfalls)


def _ranked(scheme: Scheme, tree: Scored, worth: Worth | None) -> list[Ranked]:
    """All nodes that weigh, best first."""
    parts = parts_of_total(scheme)

    def is_enough(score: Fraction | None) -> bool:
        if worth:
            return enough(worth.ladder, score, worth.side)
        return score is not None and tree.score is not None and (score > tree.score or score >= FULL)

    found = []
    for path, row in scored_nodes(tree.domains):
        if row.node.weighs:
            weight = parts[row.node.id]
            lost = None if row.score is None else weight * (FULL - row.score)
            found.append(Ranked(path, row.score, weight, lost, is_enough(row.score)))
    return sorted(found, key=lambda one: (one.score is None, -(one.score or 0), -one.weight))


def _shortfalls(worth: Worth, level: int) -> tuple[Shortfall, ...]:
    found = [
        Shortfall(one, weight, weight * (worth.highest.points - one.points))
        for one, weight in worth.counted(level)
        if one.points < worth.highest.points
    ]
    return tuple(sorted(found, key=lambda one: -one.lost))
