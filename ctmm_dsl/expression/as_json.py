"""Expressions as JSON: typed trees from which they can be evaluated.

In: expressions of a checked model. Out: plain data, in the form that the schema of a model describes; numbers are texts, `p/q` in lowest
terms.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, assert_never

from ctmm_dsl.model import Interval
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from ctmm_dsl.source import Span

JSON = dict[str, Any]


def interval_json(interval: Interval | None) -> JSON | None:
    if interval is None:
        return None
    return {
        "low": _exact_or_none(interval.low),
        "low_open": interval.low_open,
        "high": _exact_or_none(interval.high),
        "high_open": interval.high_open,
    }


def expression_json(expression: Expression) -> JSON:
    """An expression as a tree; `kind` says what each node is."""
    match expression:
        case model.Number():
            return {"kind": "number", "value": str(expression.value), "percent": expression.percent}
        case model.Read():
            return {"kind": "quantity", "name": expression.quantity.name}
        case model.Named():
            return {"kind": "part", "name": expression.part.name}
        case model.Arithmetic():
            empty = expression_json(expression.empty) if expression.empty is not None else None
            return {"kind": "arithmetic", **_both(expression), "empty": empty}
        case model.Comparison():
            return {"kind": "comparison", **_both(expression)}
        case model.Extreme():
            operator = "max" if expression.greatest else "min"
            return {"kind": "extreme", "operator": operator, "of": [expression_json(one) for one in expression.of]}
        case model.Conditional() | model.Junction() | model.Negation():
            return _logic(expression)
        case model.PerItem() | model.Tier() | model.Checklist() | model.Choose():
            return _table(expression)
        case model.Unknown():
            raise TypeError(expression)  # the checks let no such model through
        case _:
            assert_never(expression)


def _both(expression: model.Arithmetic | model.Comparison) -> JSON:
    return {
        "operator": expression.operator,
        "left": expression_json(expression.left),
        "right": expression_json(expression.right),
    }


def _logic(expression: model.Conditional | model.Junction | model.Negation) -> JSON:
    match expression:
        case model.Conditional():
            return {
                "kind": "conditional",
                "condition": expression_json(expression.condition),
                "then": expression_json(expression.then),
                "otherwise": expression_json(expression.otherwise),
            }
        case model.Junction():
            left, right = expression_json(expression.left), expression_json(expression.right)
            return {"kind": "junction", "operator": "and" if expression.every else "or", "left": left, "right": right}
        case model.Negation():
            return {"kind": "negation", "of": expression_json(expression.of)}


def _table(expression: model.PerItem | model.Tier | model.Checklist | model.Choose) -> JSON:
    match expression:
        case model.PerItem():
            points, most = str(expression.points), _exact_or_none(expression.most)
            return {"kind": "per_item", "quantity": expression.counted.name, "points": points, "most": most}
        case model.Tier():
            return {
                "kind": "tier",
                "subject": expression_json(expression.subject),
                "steps": [_step(step) for step in expression.steps],
                "otherwise": _exact_or_none(expression.otherwise),
            }
        case model.Checklist():
            entries = [_entry(entry) for entry in expression.entries]
            return {"kind": "checklist", "entries": entries, "most": _exact_or_none(expression.most)}
        case model.Choose():
            points_of = [{"option": code, "points": str(points)} for code, points in expression.points.items()]
            return {"kind": "choose", "quantity": expression.quantity.name, "options": points_of}


def _step(step: model.Step) -> JSON:
    return {
        "bounds": [
            {"operator": operator, "value": str(value), "percent": percent} for operator, value, percent in step.bounds
        ],
        "interval": interval_json(step.interval),
        "points": str(step.points),
        "line": _line(step.span),
    }


def _entry(entry: model.Entry) -> JSON:
    return {
        "quantity": entry.quantity.name,
        "points": str(entry.points),
        "gate": entry.gate,
        "most": _exact_or_none(entry.most),
        "line": _line(entry.span),
    }


def _exact_or_none(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _line(span: Span) -> int:
    return span.source.position(span.start).line
