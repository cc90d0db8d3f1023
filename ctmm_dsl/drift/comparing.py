"""A part beside the standard that it comes from.

In: standards of a compiled model. Out: `Drift` for each part: its clauses beside their sources, those without a source, and what of the
whole it does not use.
"""

from __future__ import annotations

from ctmm_dsl.drift.judging import judged, verdict
from ctmm_dsl.drift.values import Compared, Drift, Unsourced, Unused
from ctmm_dsl.marks import marked
from ctmm_dsl.model import Clause, Model, Node, Standard


def parts(model: Model) -> tuple[Standard, ...]:
    """The standards that are a part of another."""
    return tuple(standard for standard in model.standards if standard.superset)


def drift(part: Standard) -> Drift:
    """A part beside its whole."""
    assert part.superset is not None
    compared: list[Compared] = []
    unsourced: list[Unsourced] = []
    for node in part.walk():
        for clause in node.own_clauses:
            sources = tuple(origin.clause for origin in clause.origins if origin.clause)
            if sources:
                compared.append(_compared(node, clause, sources))
            else:
                reason = next((origin.reason for origin in clause.origins), "")
                lost = tuple(origin.target for origin in clause.origins if origin.relation != "none")
                unsourced.append(Unsourced(node, clause, reason, lost))
    used = {id(source) for row in compared for source in row.sources}
    unused = tuple(
        Unused(node, clause) for node in part.superset.walk() for clause in node.own_clauses if id(clause) not in used
    )
    return Drift(part, part.superset, tuple(compared), tuple(unsourced), unused)


def _compared(node: Node, clause: Clause, sources: tuple[Clause, ...]) -> Compared:
    steps = judged(sources, clause)
    marks = marked("；".join(source.text for source in sources), clause.text)
    relation = next(origin.relation for origin in clause.origins if origin.clause)
    return Compared(node, clause, relation, sources, marks, steps, verdict(sources, clause, steps))
