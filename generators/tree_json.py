"""The tree of a standard as JSON: nodes, and every kind of leaf.

In: values of the model. Out: plain data, in the form that `tree_schema` describes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import (
    LAYERS,
    Clause,
    Clauses,
    Concept,
    Descriptor,
    Formula,
    Leaf,
    Node,
    Origin,
    Requirement,
    Rubric,
    Standard,
    Support,
)
from generators.expression_json import formula_json
from generators.notes_json import JSON, exact, exact_or_none, line, noted


class TreeWriter:
    """Writes the nodes of one standard; what its ranges have in common is found once."""

    def __init__(self, standard: Standard, ranges: Ranges) -> None:
        self.standard = standard
        self.ranges = ranges

    def node(self, node: Node) -> JSON:
        """A node with all below it."""
        caption = node.caption
        return {
            "id": node.id,
            "layer": LAYERS[node.layer],
            "name": node.name,
            "weight": exact_or_none(node.weight),
            "place": node.place or None,
            "table": {"number": caption.number, "text": caption.text, "line": line(caption.span)} if caption else None,
            "mottos": [{"level": row.level, "text": row.text, "line": line(row.span)} for row in node.mottos],
            "supports": [_support(row) for row in node.supports],
            "leaf": self._leaf(node.leaf) if node.leaf else None,
            "children": [self.node(child) for child in node.children],
            **noted(node.notes, node.span),
        }

    def _leaf(self, leaf: Leaf) -> JSON:
        match leaf:
            case Clauses():
                cells = [
                    {"level": cell.level, "clauses": [self._clause(clause) for clause in cell.clauses]}
                    for cell in leaf.cells
                ]
                return {"kind": "clauses", "cells": cells}
            case Formula():
                return formula_json(leaf, self.ranges)
            case Rubric():
                column = leaf.column.id if leaf.column else None
                return {"kind": "rubric", "column": column, "descriptors": descriptors_json(leaf.descriptors)}
            case Concept():
                return {"kind": "concept"}
            case _:
                assert_never(leaf)

    def _clause(self, clause: Clause) -> JSON:
        return {
            "id": clause.id,
            "level": clause.level,
            "label": clause.label if clause.lettered else None,
            "text": clause.text,
            "origins": [self._origin(origin) for origin in clause.origins],
            "requirements": [_requirement(requirement) for requirement in clause.requirements],
            **noted(clause.notes, clause.span),
        }

    def _origin(self, origin: Origin) -> JSON:
        superset = self.standard.superset
        return {
            "relation": origin.relation,
            "target": f"{superset.id}:{origin.target}" if origin.clause is not None and superset else None,
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


def _support(row: Support) -> JSON:
    return {"kind": row.kind, "document": row.name, "text": row.text, **noted(row.notes, row.span)}


def descriptors_json(rows: Sequence[Descriptor]) -> list[JSON]:
    """What each level is like."""
    return [
        {"level": row.level, "text": row.text, "builds_on": row.builds_on, **noted(row.notes, row.span)} for row in rows
    ]
