"""A result as `result.schema.json` describes it: the form that every scorer gives.

In: results of the referee. Out: plain data. A score is given exactly, and rounded half up to two places for display alone.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import LAYERS, Scheme
from ctmm_dsl.score import ClauseSum, NodeScore, Pair, Parts, Perception, Result, RubricScore, Scored
from ctmm_dsl.score.tree import Side

JSON = dict[str, Any]
UNBOUNDED = "∞"


def as_json(result: Result, assessment: Assessment) -> JSON:
    """A complete result, or one bound of an incomplete one."""
    told = _head(result.scheme, assessment)
    if result.levels:
        threshold = result.scheme.ladder.threshold if result.scheme.ladder else None
        told |= {"level": result.level, "level_name": result.level_name, "class": result.city_class}
        told["levels"] = [
            {
                "level": level.level,
                **_whole("score", level.tree, threshold, result.side),
                "passes": level.passes,
                "reached": level.reached,
                **_nodes(level.domains, threshold, result.side),
            }
            for level in result.levels
        ]
    nodes: JSON = {}
    if result.tree:
        told |= _whole("total", result.tree, None, result.side)
        nodes = _nodes(result.tree.domains, None, result.side)
    if result.rubric:
        told |= _rubric(result.rubric)
        if assessment.respondents is not None:
            told["respondents"] = dict(assessment.respondents)
        nodes = _merged(nodes, _rubric_nodes(result.rubric.children))
    return told | nodes


def bounds_as_json(lower: Result, upper: Result, assessment: Assessment) -> JSON:
    """Bounds: what is missing, what the result lies between, and the two extreme results whole."""
    told = {**_head(lower.scheme, assessment), "partial": True, "missing": list(assessment.missing)}
    if lower.levels:
        told["level"] = {"lower": lower.level, "upper": upper.level}
    if lower.tree and upper.tree:
        ends = (("lower", lower), ("upper", upper))
        told["total"] = {side: _total(result.tree, None, result.side) for side, result in ends if result.tree}
    return told | {"lower": as_json(lower, assessment), "upper": as_json(upper, assessment)}


def _head(scheme: Scheme, assessment: Assessment) -> JSON:
    head: JSON = {"standard": scheme.standard.id, "edition": scheme.standard.edition}
    if scheme.profile:
        head["profile"] = scheme.profile.id
    if assessment.subject is not None:
        head["subject"] = assessment.subject
    return head


# ---- the weighted tree -----------------------------------------------------------------------------------------


def _whole(name: str, tree: Scored, threshold: Fraction | None, side: Side) -> JSON:
    """The score of the whole; where points are deducted, also what there was before."""
    told = {name: _total(tree, threshold, side)}
    if any(row.node.deducts for row in tree.domains):
        told["scored"] = spoken(tree.score, None, below=side == "lower")
        told["deducted"] = spoken(tree.deducted, None, below=side == "upper")
    return told


def _total(tree: Scored, threshold: Fraction | None, side: Side) -> JSON:
    return spoken(tree.total, threshold, below=side == "lower")


def _nodes(scores: tuple[NodeScore, ...], threshold: Fraction | None, side: Side) -> JSON:
    groups: JSON = {}
    for entry in scores:
        row: JSON = {}
        if entry.node.weighs:
            row["score"] = spoken(entry.score, threshold, below=side == "lower")
        if entry.node.deducts:
            row["deducted"] = spoken(entry.deducted, None, below=side == "upper")
        match entry.detail:
            case ClauseSum(clauses, points):
                row |= {"clauses": clauses, "points": _whole_number(points)}
            case Parts(values) if values:
                row["parts"] = {name: spoken(value, None) for name, value in values.items()}
        groups.setdefault(f"{LAYERS[entry.node.layer]}s", {})[entry.node.id] = row | _nodes(
            entry.children, threshold, side
        )
    return groups


def _whole_number(number: Fraction) -> int | str:
    return number.numerator if number.denominator == 1 else str(number)


def spoken(score: Fraction | None, threshold: Fraction | None, *, below: bool = False) -> JSON:
    """A score exactly, and rounded half up to two places for display. A score that rounding would make look like the threshold says on
    which side of it it lies: just above 70 is shown as `>70.00`. One without bound, upwards or (`below`) downwards, is null."""
    if score is None:
        return {"exact": None, "shown": f"-{UNBOUNDED}" if below else UNBOUNDED}
    hundredths = (score * 100 + Fraction(1, 2)).__floor__()
    sign, digits = "-" * (hundredths < 0), abs(hundredths)
    shown = f"{sign}{digits // 100}.{digits % 100:02d}"
    if threshold is not None and score != threshold and Fraction(hundredths, 100) == threshold:
        shown = (">" if score > threshold else "<") + shown
    return {"exact": str(score), "shown": shown}


# ---- rubrics ---------------------------------------------------------------------------------------------------


def _rubric(row: RubricScore) -> JSON:
    """A node's figures now and planned, the gap between them; of several leaves also the profile and what is reached everywhere."""
    told: JSON = {**_pair(row.figure), "gap": row.gap}
    if row.children or row.node is None:
        told["reached"] = _pair(row.reached)
        told["profile"] = {
            when: {str(level): getattr(pair, when) for level, pair in row.profile.items()}
            for when in ("now", "planned")
        }
    if row.perception:
        told["perception"] = _perception(row.perception)
    return told


def _perception(found: Perception) -> JSON:
    return {
        "respondents": found.respondents,
        "spread": _pair(found.spread),
        "groups": {group: _pair(pair) for group, pair in found.groups.items()},
        "gap": _pair(found.gap),
    }


def _pair(pair: Pair) -> JSON:
    return {"now": pair.now, "planned": pair.planned}


def _rubric_nodes(rows: tuple[RubricScore, ...]) -> JSON:
    groups: JSON = {}
    for row in rows:
        assert row.node
        told = _rubric(row) | _rubric_nodes(row.children)
        groups.setdefault(f"{LAYERS[row.node.layer]}s", {})[row.node.id] = told
    return groups


def _merged(one: JSON, other: JSON) -> JSON:
    """Two trees of nodes as one: a branch may hold formulas and rubrics."""
    merged = dict(one)
    for key, value in other.items():
        known = merged.get(key)
        merged[key] = _merged(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged
