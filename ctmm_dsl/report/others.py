"""What backs the answers, and what other standards offer on weak spots: values and how they are found.

In: a model, a scheme, an assessment. Out: evidence and notes as given, which answers lack them; for weak nodes the related nodes of other
standards, with the quantities and documents that may serve as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctmm_dsl.assessment import Assessment, Remark
from ctmm_dsl.evidence import Datum, Help, Link, data, helping, links
from ctmm_dsl.model import Mapping, Model, Node, Scheme, Standard
from ctmm_dsl.report.tree import clauses_of


@dataclass(frozen=True, slots=True)
class Backing:
    """`remarks`: all that the city adds to its answers, in the document's order (clauses, rubrics by respondent, quantities).
    `unbacked`: the clauses that are answered above the lowest of the scale and have no evidence, in the document's order."""

    remarks: tuple[Remark, ...]
    unbacked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A row of a crosswalk, read from a weak node. `asking`: where the row stands: the weak node, one below it, or, where there is none
    there, the nearest above it; `node`: what it leads to, in `standard`; `row`: relation and reason; `data`: the indicators at and below
    `node` with the quantities that they rest on; `documents`: those that help with `node`."""

    asking: Node
    standard: Standard
    node: Node
    row: Mapping
    data: tuple[Datum, ...]
    documents: tuple[Help, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What other standards offer on a weak leaf."""

    weak: Node
    related: tuple[Related, ...]


def backing(scheme: Scheme, assessment: Assessment) -> Backing:
    backed = {one.id for one in assessment.remarks if one.kind == "clause" and one.evidence}
    lowest = min((answer.points for answer in scheme.scale.answers), default=None) if scheme.scale else None
    return Backing(
        remarks=assessment.remarks,
        unbacked=tuple(
            clause.id
            for _, clause in clauses_of(scheme)
            if clause.id not in backed and assessment.points.get(clause.id, lowest) != lowest
        ),
    )


def offers(model: Model, standard: Standard, weak: tuple[Node, ...]) -> tuple[Offer, ...]:
    """What crosswalks lead to from weak nodes, in the order of these; nodes to which nothing is related are left out."""
    rows = [
        (giving, link)
        for crosswalk in model.crosswalks
        for asking, giving in ((crosswalk.source, crosswalk.target), (crosswalk.target, crosswalk.source))
        if asking.id == standard.id
        for link in links(crosswalk, asking)
    ]
    paths = {path[-1].id: path for path in standard.paths()}
    found = (Offer(node, tuple(_related(rows, paths[node.id]))) for node in weak)
    return tuple(offer for offer in found if offer.related)


def _related(rows: list[tuple[Standard, Link]], path: tuple[Node, ...]) -> Iterator[Related]:
    """Of each other standard, the rows at a node and below it; where there are none, those at the nearest node above that has any."""
    for other in dict.fromkeys(giving.id for giving, _ in rows):
        here = [(giving, link) for giving, link in rows if giving.id == other]
        spots = [{one.id for one in path[-1].walk()}, *({node.id} for node in reversed(path[:-1]))]
        near = ([row for row in here if row[1].asking.id in spot] for spot in spots)
        for giving, link in next(filter(None, near), []):
            helps = tuple(helping(giving, link.giving))
            yield Related(link.asking, giving, link.giving, link.row, tuple(data(link.giving)), helps)
