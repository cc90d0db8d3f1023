"""Quantities and calculations as JSON: expressions as typed trees, and the range of everything that is computed.

In: values of the model, and the `Ranges` of their standard. Out: plain data, in the form that `expression_schema` describes.
"""

from __future__ import annotations

from ctmm_dsl.expression.as_json import expression_json, interval_json
from ctmm_dsl.expression.kinds import Kinds
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Calculation, Formula, Part, Quantity
from generators.notes_json import JSON, line, noted

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
        "range": interval_json(quantity.bounds),
        "interval": interval_json(ranges.quantity(quantity)),
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
        "range": interval_json(ranges.of(calculation.body)),
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
        "range": interval_json(ranges.of(part.body)),
        "line": line(part.span),
    }
