"""An analysis as plain data: exact figures, shown ones beside scores, and every example as the file of an assessment.

In: an `Analysis`. Out: one object; what a standard has no part for is not there. Scores are as in a result (`exact`, `shown`); weights and
other parts of a whole are exact fractions as text. `examples` holds each assessment by its key; written to a file of its own, it is what
`ctmm score` takes.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ctmm_dsl.analysis.examples import content
from ctmm_dsl.analysis.formulas_json import rubrics_json, stretch, totals_json
from ctmm_dsl.analysis.found import Analysis
from ctmm_dsl.analysis.values import (
    Carry,
    Fewest,
    Finding,
    Given,
    Idle,
    Least,
    LevelWeights,
    Move,
    OfLadder,
    OtherReading,
    Step,
    Unmet,
)
from ctmm_dsl.model import Ladder
from ctmm_dsl.score.as_json import as_json as result_json
from ctmm_dsl.score.as_json import spoken

JSON = dict[str, Any]


def as_json(analysis: Analysis) -> JSON:
    scheme = analysis.scheme
    told: JSON = {"standard": scheme.standard.id, "edition": scheme.standard.edition}
    if scheme.profile:
        told["profile"] = scheme.id
    if analysis.ladder:
        told["ladder"] = _ladder(analysis.ladder)
    if analysis.totals:
        told["totals"] = totals_json(analysis.totals)
    if analysis.rubrics:
        told["rubrics"] = rubrics_json(analysis.rubrics)
    told["examples"] = {key: content(scheme, example) for key, example in analysis.examples.items()}
    told["results"] = {
        key: result_json(example.result, example.assessment) for key, example in analysis.examples.items()
    }
    return told


def _ladder(found: OfLadder) -> JSON:
    threshold = found.ladder.threshold
    told: JSON = {
        "method": _method(found.ladder),
        "from_formulas": spoken(found.constant, None),
        "levels": [_least(one, threshold) for one in found.levels],
        "carries": [_carry(one) for one in found.carries],
        "weights": [_weights(one) for one in found.weights],
        "steps": [_step(one) for one in found.steps],
        "readings": [_reading(one) for one in found.readings],
    }
    if found.given:
        told["given"] = _given(found.given)
    return told


def _method(ladder: Ladder) -> JSON:
    return {
        "leaf": "cumulative" if ladder.cumulative else "own level",
        "compared": ">" if ladder.strict else ">=",
        "threshold": str(ladder.threshold),
        "climb": "one by one" if ladder.one_by_one else "any",
    }


# ---- levels ------------------------------------------------------------------------------------------------------


def _least(one: Least, threshold: Fraction) -> JSON:
    told: JSON = {
        "level": one.level.number,
        "clauses": one.counted,
        "own_clauses": one.own,
        "own_weight": str(one.weight),
        "best": spoken(one.best, threshold),
        "reachable": one.reachable,
    }
    if one.passing:
        told["fewest_met_to_pass"] = _fewest(one.passing)
    if one.reaching:
        told["fewest_met_to_reach"] = _fewest(one.reaching)
    if one.unmet:
        told["own_unmet"] = _unmet(one.unmet, threshold)
    if one.idle:
        told["idle"] = _idle(one.idle)
    return told


def _fewest(one: Fewest) -> JSON:
    return {"clauses": one.count, "of": one.of, "at_least": one.bound}


def _unmet(one: Unmet, threshold: Fraction) -> JSON:
    return {
        "clauses": one.count,
        "of": one.of,
        "score_without_any": spoken(one.without, threshold),
        "leaves_without_any": one.leaves,
        "least_own_score": {**spoken(one.own.score, None), "at_least": str(one.own.bound)},
        "example": one.example.key,
    }


def _idle(one: Idle) -> JSON:
    return {
        "nodes": [node.id for node in one.nodes],
        "most_leaves": one.most,
        "of": one.leaves,
        "example": one.example.key if one.example else None,
    }


def _carry(one: Carry) -> JSON:
    return {"full_through": one.through, "reached": one.reached, "example": one.example.key}


def _weights(one: LevelWeights) -> JSON:
    return {
        "level": one.level.number,
        "heaviest": {"weight": str(one.most), "clauses": [clause.id for clause in one.heaviest]},
        "lightest": {"weight": str(one.least), "clauses": [clause.id for clause in one.lightest]},
        "ratio": str(one.ratio) if one.ratio is not None else None,
        "gini": str(one.gini),
        "leaves": {
            leaf.path[-1].id: {"clauses": leaf.clauses, "weight_of_one": str(leaf.weight)} for leaf in one.leaves
        },
    }


# ---- steps and readings ------------------------------------------------------------------------------------------


def _finding(one: Finding) -> JSON:
    if one.example:
        return {"exists": True, "not_full": one.lowered, "at_least": one.bound, "example": one.example.key}
    return {"exists": False} if one.holds is False else {"exists": None, "at_least": one.bound}


def _step(one: Step) -> JSON:
    return {
        "lower": one.lower.number,
        "upper": one.upper.number,
        "lower_reached_upper_not": _finding(one.stops),
        "lower_fails_upper_passes": _finding(one.skips),
    }


def _reading(one: OtherReading) -> JSON:
    told: JSON = {"reading": one.kind, "method": _method(one.ladder), "differs": _finding(one.differs)}
    if one.differs.example:
        told |= {"level": one.level, "level_so_read": one.other}
    told["same_answer_to_all"] = [
        {"answer": row.answer.code, "level": row.level, "level_so_read": row.other} for row in one.uniform
    ]
    if one.given is not None:
        told["given_level_so_read"] = one.given
    return told


# ---- a given assessment --------------------------------------------------------------------------------------------


def _given(one: Given) -> JSON:
    return {
        "level": one.result.level,
        "threshold": _move(one.threshold),
        "weights": {move.node.id: _move(move) for move in one.weights if move.node},
    }


def _move(one: Move) -> JSON:
    return {"now": str(one.now), "stays": stretch(one.within), "level_below": one.below, "level_above": one.above}
