"""The clauses of a standard as rows, for spreadsheets and data tools.

In: an edition. Out: `<standard>/clauses.csv` for every standard that is assessed by clauses: a column for each layer of the tree with the
Chinese name of the node there, empty where a branch has no node in that layer; `label` is the letter that the document prints, or empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.model import LAYERS, Node, Standard
from generators.artefact import Artefact, Edition
from generators.quoting import csv_bytes

HEADER = ("id", *LAYERS, "level", "label", "text")


def emit(edition: Edition) -> Iterator[Artefact]:
    """A table of clauses for each standard that has any."""
    for standard in edition.model.standards:
        if standard.clauses:
            data = csv_bytes([HEADER, *_rows(standard)])
            yield Artefact(f"{standard.id}/clauses.csv", data, standard.id, standard.edition)


def _rows(standard: Standard) -> Iterator[tuple[str, ...]]:
    for domain in standard.domains:
        yield from _below(domain, ("",) * len(LAYERS))


def _below(node: Node, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The clauses of a node and of all below it. `above` holds the names so far, one for each layer."""
    names = (*above[: node.layer], node.name, *above[node.layer + 1 :])
    for clause in node.own_clauses:
        yield clause.id, *names, str(clause.level), clause.label if clause.lettered else "", clause.text
    for child in node.children:
        yield from _below(child, names)
