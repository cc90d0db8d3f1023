"""Ways through the tree that several facts share: paths to clauses and scored nodes, parts of the total.

In: a scheme, or a scored tree. Out: nodes after the nodes above them, in the document's order.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.model import Clause, Node, Rubric, Scheme
from ctmm_dsl.score import NodeScore, RubricScore

Path = tuple[Node, ...]
"""A node after the nodes above it, outermost first."""

FULL = Fraction(100)
"""The points of what is fully met."""


def clauses_of(scheme: Scheme) -> Iterator[tuple[Path, Clause]]:
    """The clauses with the nodes above them, in the document's order."""
    for path in scheme.standard.leaf_paths():
        for clause in path[-1].own_clauses:
            yield path, clause


def scored_nodes(rows: tuple[NodeScore, ...], above: Path = ()) -> Iterator[tuple[Path, NodeScore]]:
    """Every scored node with its path, in the document's order."""
    for row in rows:
        path = (*above, row.node)
        yield path, row
        yield from scored_nodes(row.children, path)


def rubric_leaves(row: RubricScore, above: Path = ()) -> Iterator[tuple[Path, RubricScore]]:
    """Every rubric leaf as scored, with its path."""
    path = (*above, row.node) if row.node else above
    if row.node and isinstance(row.node.leaf, Rubric):
        yield path, row
    for child in row.children:
        yield from rubric_leaves(child, path)


def parts_of_total(scheme: Scheme) -> dict[str, Fraction]:
    """The part of the total that each node weighs, by its identifier."""
    found: dict[str, Fraction] = {}

    def collect(nodes: tuple[Node, ...], above: Fraction) -> None:
        for node in nodes:
            if node.weighs:
                found[node.id] = above * scheme.weights[node.id]
                collect(node.children, found[node.id])

    collect(scheme.standard.domains, Fraction(1))
    return found
