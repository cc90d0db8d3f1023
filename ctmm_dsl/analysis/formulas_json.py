"""What formulas and rubrics come to, as plain data."""

from __future__ import annotations

from typing import Any

from ctmm_dsl.analysis.formula_values import Indicator, LeafReading, Middle, Rubrics, Totals
from ctmm_dsl.model import Interval
from ctmm_dsl.score.as_json import spoken

JSON = dict[str, Any]


def totals_json(found: Totals) -> JSON:
    told: JSON = {
        "range": stretch(found.range),
        "deductions_at_most": str(found.deductions) if found.deductions is not None else None,
        "lowest_shown": {**spoken(found.low, None), "example": found.lowest.key},
        "highest_shown": {**spoken(found.high, None), "example": found.highest.key},
        "gini": str(found.gini),
        "half_of_weight": found.half,
        "indicators": {one.node.id: _indicator(one) for one in found.indicators},
        "quantities": {
            one.quantity.name: {
                "read_by": [node.id for node in one.leaves],
                "at_most": str(one.most) if one.most is not None else None,
            }
            for one in found.quantities
        },
        "readings": [_reading(one) for one in found.readings],
    }
    if found.given is not None:
        told["given"] = spoken(found.given, None)
    return told


def _indicator(one: Indicator) -> JSON:
    told: JSON = {"deducts": True} if one.deducts else {"weight": str(one.weight)}
    return {
        **told,
        "range": stretch(one.range),
        "at_most": str(one.most) if one.most is not None else None,
        "lowest_shown": str(one.lowest),
        "highest_shown": str(one.highest),
        **({} if one.deducts else {"reaches_full": one.full}),
    }


def _reading(one: LeafReading) -> JSON:
    told: JSON = {"profile": one.scheme.id} if one.node is None else {"node": one.node.id}
    if one.node is not None:
        told |= {"reading": one.reading.name if one.reading else None, "range": stretch(one.range)}
    told["total"] = stretch(one.total)
    if one.given is not None:
        told["given"] = spoken(one.given, None)
    return told


def rubrics_json(found: Rubrics) -> JSON:
    told: JSON = {
        "summary": "low median" if found.low else "high median",
        "respondents": "low median" if found.low_respondents else "high median",
        "whole": _middle(found.whole),
        "nodes": {one.node.id: _middle(one) for one in found.nodes if one.node},
        "of_respondents": [_middle(one) for one in found.respondents],
        "example": found.example.key,
        "other_median_example": found.differs.key if found.differs else None,
    }
    if found.given:
        told["given"] = {"now": found.given[0], "now_by_other_median": found.given[1]}
    return told


def _middle(one: Middle) -> JSON:
    return {"of": one.leaves, "needed": one.needed, "needed_by_other_median": one.other}


def stretch(one: Interval | None) -> JSON | None:
    if one is None:
        return None
    return {
        "low": str(one.low) if one.low is not None else None,
        "low_open": one.low_open,
        "high": str(one.high) if one.high is not None else None,
        "high_open": one.high_open,
    }
