"""What a finding is about, found again in the model by its place.

In: a place and an outcome. Out: the document, the node, the cell or the clause that it lies in.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.model import Cell, Clause, Clauses, Crosswalk, Model, Node, Profile, Standard
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.source import Span


def standard_at(span: Span, outcome: Outcome) -> Standard | None:
    return next((one for one in outcome.model.standards if one.span.source is span.source), None)


def profile_at(span: Span, outcome: Outcome) -> Profile | None:
    return next((one for one in outcome.model.profiles if one.span.source is span.source), None)


def crosswalk_at(span: Span, outcome: Outcome) -> Crosswalk | None:
    return next((one for one in outcome.model.crosswalks if one.span.source is span.source), None)


def home(span: Span, model: Model) -> Standard | None:
    """The standard that identifiers of a document are of, where they name none."""
    for document in model.documents():
        if document.span.source is span.source:
            match document:
                case Standard():
                    return document
                case Profile():
                    return document.standard
                case Crosswalk():
                    return document.source
    return None


def nodes_at(span: Span, outcome: Outcome) -> Iterator[Node]:
    """The nodes that a place lies in, innermost first."""
    standard = standard_at(span, outcome)
    holding = [node for node in standard.walk() if node.extent.holds(span)] if standard else []
    return reversed(holding)


def clause_at(span: Span, outcome: Outcome) -> tuple[Node, Cell, Clause] | None:
    """The clause that a place lies in, with its cell and its node."""
    node = next(nodes_at(span, outcome), None)
    for cell in cells_of(node) if node else ():
        for clause in cell.clauses:
            if node and clause.span.holds(span):
                return node, cell, clause
    return None


def cells_of(node: Node) -> tuple[Cell, ...]:
    return node.leaf.cells if isinstance(node.leaf, Clauses) else ()
