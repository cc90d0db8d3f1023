"""Quantities and calculations as JSON: expressions as typed trees, and the range of everything that is computed.

In: values of the model, and the `Ranges` of their standard. Out: plain data, in the form that `expression_schema` describes.
"""

from __future__ import annotations

from typing import assert_never

from ctmm_dsl.expression.kinds import Kinds
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Calculation, Formula, Interval, Part, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from generators.notes_json import JSON, exact, exact_or_none, line, noted

TYPES = {"pure": "number"}
"""The names that kinds have in JSON, where they are others than the compiler's."""


def quantity_json(quantity: Quantity, ranges: Ranges) -> JSON:
    """What a city reports once, or what is computed from that."""
    return {
        "name": quantity.name,
        "label": quantity.label,
        "kind": quantity.kind,
        "unit": quantity.unit or None,
        "basis": quantity.basis,
        "range": _interval(quantity.bounds),
        "interval": _interval(ranges.quantity(quantity)),
        "options": [
            {"code": option.code, "label": option.label, **noted(option.notes, option.span)}
            for option in quantity.options
        ],
        "definition": expression_json(quantity.definition) if quantity.definition is not None else None,
        "within": quantity.whole.name if quantity.whole else None,
        **noted(quantity.notes, quantity.span),
    }


def formula_json(leaf: Formula, ranges: Ranges) -> JSON:
    """A leaf that is assessed by a calculation, with the other ways to read the document."""
    readings = [
        {
            "name": reading.name,
            "label": reading.label,
            "calculation": _calculation(reading.calculation, ranges),
            **noted(reading.notes, reading.span),
        }
        for reading in leaf.readings
    ]
    return {
        "kind": "formula",
        "data": leaf.data,
        "role": "deduct" if leaf.deducts else "score",
        "calculation": _calculation(leaf.calculation, ranges),
        "readings": readings,
    }


def _calculation(calculation: Calculation, ranges: Ranges) -> JSON:
    return {
        "parts": [_part(part, ranges) for part in calculation.parts],
        "result": expression_json(calculation.body),
        "range": _interval(ranges.of(calculation.body)),
        "reads": list(calculation.quantities()),
        "line": line(calculation.span),
    }


def _part(part: Part, ranges: Ranges) -> JSON:
    kind = Kinds().of(part.body)
    return {
        "name": part.name,
        "label": part.label,
        "type": TYPES.get(kind.name, kind.name),
        "unit": kind.unit or None,
        "body": expression_json(part.body),
        "range": _interval(ranges.of(part.body)),
        "line": line(part.span),
    }


def _interval(interval: Interval | None) -> JSON | None:
    if interval is None:
        return None
    return {
        "low": exact_or_none(interval.low),
        "low_open": interval.low_open,
        "high": exact_or_none(interval.high),
        "high_open": interval.high_open,
    }


# ---- expressions -----------------------------------------------------------------------------------------------


def expression_json(expression: Expression) -> JSON:
    """An expression as a tree; `kind` says what each node is."""
    match expression:
        case model.Number():
            return {"kind": "number", "value": exact(expression.value), "percent": expression.percent}
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
            points, most = exact(expression.points), exact_or_none(expression.most)
            return {"kind": "per_item", "quantity": expression.counted.name, "points": points, "most": most}
        case model.Tier():
            return {
                "kind": "tier",
                "subject": expression_json(expression.subject),
                "steps": [_step(step) for step in expression.steps],
                "otherwise": exact_or_none(expression.otherwise),
            }
        case model.Checklist():
            entries = [_entry(entry) for entry in expression.entries]
            return {"kind": "checklist", "entries": entries, "most": exact_or_none(expression.most)}
        case model.Choose():
            points_of = [{"option": code, "points": exact(points)} for code, points in expression.points.items()]
            return {"kind": "choose", "quantity": expression.quantity.name, "options": points_of}


def _step(step: model.Step) -> JSON:
    return {
        "bounds": [
            {"operator": operator, "value": exact(value), "percent": percent}
            for operator, value, percent in step.bounds
        ],
        "interval": _interval(step.interval),
        "points": exact(step.points),
        "line": line(step.span),
    }


def _entry(entry: model.Entry) -> JSON:
    return {
        "quantity": entry.quantity.name,
        "points": exact(entry.points),
        "gate": entry.gate,
        "most": exact_or_none(entry.most),
        "line": line(entry.span),
    }
