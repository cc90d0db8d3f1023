"""The tree of a standard as JSON, and what everything in a model has: notes, allowances, exact numbers, lines.

In: values of the model. Out: plain data, in the form that `tree_schema` describes.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, assert_never

from ctmm_dsl.model import (
    LAYERS,
    Allow,
    Clause,
    Clauses,
    Concept,
    Leaf,
    Node,
    Notes,
    Origin,
    Requirement,
    Standard,
)
from ctmm_dsl.source import Span

JSON = dict[str, Any]


def node_json(node: Node, standard: Standard) -> JSON:
    """A node with all below it."""
    caption = node.caption
    return {
        "id": node.id,
        "layer": LAYERS[node.layer],
        "name": node.name,
        "weight": exact(node.weight) if node.weight is not None else None,
        "place": node.place or None,
        "table": {"number": caption.number, "text": caption.text, "line": line(caption.span)} if caption else None,
        "mottos": [{"level": row.level, "text": row.text, "line": line(row.span)} for row in node.mottos],
        "leaf": _leaf(node.leaf, standard) if node.leaf else None,
        "children": [node_json(child, standard) for child in node.children],
        **noted(node.notes, node.span),
    }


def _leaf(leaf: Leaf, standard: Standard) -> JSON:
    match leaf:
        case Clauses():
            cells = [
                {"level": cell.level, "clauses": [_clause(clause, standard) for clause in cell.clauses]}
                for cell in leaf.cells
            ]
            return {"kind": "clauses", "cells": cells}
        case Concept():
            return {"kind": "concept"}
        case _:
            assert_never(leaf)


def _clause(clause: Clause, standard: Standard) -> JSON:
    return {
        "id": clause.id,
        "level": clause.level,
        "label": clause.label if clause.lettered else None,
        "text": clause.text,
        "origins": [_origin(origin, standard) for origin in clause.origins],
        "requirements": [_requirement(requirement) for requirement in clause.requirements],
        **noted(clause.notes, clause.span),
    }


def _origin(origin: Origin, standard: Standard) -> JSON:
    known = origin.clause is not None and standard.superset is not None
    return {
        "relation": origin.relation,
        "target": f"{standard.superset.id}:{origin.target}" if known and standard.superset else None,
        "reason": origin.reason,
        "line": line(origin.span),
    }


def _requirement(requirement: Requirement) -> JSON:
    return {
        "metric": requirement.name,
        "operator": requirement.operator,
        "low": exact(requirement.low),
        "high": exact(requirement.high),
        "percent": requirement.percent,
        "figures": list(requirement.figures),
        "line": line(requirement.span),
    }


# ---- notes, numbers, lines -------------------------------------------------------------------------------------


def noted(notes: Notes, span: Span) -> JSON:
    """The fields at the end of everything that can have notes."""
    return {
        "remarks": [
            {"kind": row.kind, "text": row.text, "target": row.target or None, "line": line(row.span)}
            for row in notes.remarks
        ],
        "errata": [{"printed": row.printed, "reason": row.reason, "line": line(row.span)} for row in notes.errata],
        "line": line(span),
    }


def allows_json(allows: Sequence[Allow]) -> list[JSON]:
    return [
        {
            "code": allow.code,
            "reason": allow.reason,
            "first_line": line(allow.scope),
            "last_line": allow.scope.source.position(max(allow.scope.start, allow.scope.end - 1)).line,
            "line": line(allow.span),
        }
        for allow in allows
    ]


def exact(number: Fraction) -> str:
    """A number as text: an integer, or p/q in lowest terms."""
    return str(number)


def line(span: Span) -> int:
    """The line that a span begins in, 1-based."""
    return span.source.position(span.start).line
