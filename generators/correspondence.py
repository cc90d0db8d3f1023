"""A crosswalk as its readers need it: every row with the places of its ends in their trees, and the words for relations.

In: a crosswalk of a checked model. Out: values that the cross-reference artefacts are laid out from. What a row relates is found here
once; how it looks is each artefact's own affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ctmm_dsl import grammar
from ctmm_dsl.checks.spoken import named
from ctmm_dsl.model import MATCHES, Crosswalk, Mapping, Model, Node, Standard

Path = tuple[Node, ...]
"""A node with all nodes above it, outermost first."""

NONE = "none"
SPOKEN = {english: word for word, english in grammar.english("MATCH").items() if not word.isascii()} | {NONE: "无"}
"""Each relation as the language's Chinese keyword says it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a crosswalk; `target` is empty where the relation is none."""

    subject: Path
    relation: str
    target: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A crosswalk with its rows in the order of its subjects' tree, and within a subject in the file's."""

    id: str
    edition: str
    source: Standard
    target: Standard
    remarks: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """Both names, with their editions."""
        sides = (self.source, self.target)
        return " → ".join(side.name + (f"（{side.edition}）" if side.edition else "") for side in sides)

    @property
    def mapped(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.relation != NONE)

    @property
    def unmatched(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.relation == NONE)


def correspondences(model: Model) -> tuple[Correspondence, ...]:
    """All crosswalks of a model, in its order."""
    return tuple(_correspondence(crosswalk) for crosswalk in model.crosswalks)


def _correspondence(crosswalk: Crosswalk) -> Correspondence:
    source, target = crosswalk.source, crosswalk.target
    subjects, targets = paths(source), paths(target)
    of_subject: dict[str, list[Mapping]] = {}
    for mapping in crosswalk.rows:
        of_subject.setdefault(mapping.subject, []).append(mapping)
    return Correspondence(
        id=f"{source.id}--{target.id}",
        edition=f"{source.edition}--{target.edition}",
        source=source,
        target=target,
        remarks=tuple(remark.text for remark in crosswalk.notes.remarks if remark.kind in ("note", "source")),
        rows=tuple(
            Row(path, mapping.relation, targets[mapping.target] if mapping.target else (), mapping.reason)
            for subject, path in subjects.items()
            for mapping in of_subject.get(subject, ())
        ),
    )


def paths(standard: Standard) -> dict[str, Path]:
    """Every node of a standard with its path, in the document's order."""
    found: dict[str, Path] = {}
    for path in standard.paths():
        found.setdefault(path[-1].id, path)
    return found


def second(path: Path) -> Node:
    """The node of a path's second layer, or its outermost one where the path goes no deeper."""
    return path[:2][-1]


def distinct(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Each node once, in the order in which they first come."""
    return tuple({node.id: node for node in nodes}.values())


def tally(relations: Iterable[str]) -> dict[str, int]:
    """How often each relation occurs, strongest first; those that do not are left out."""
    counted = dict.fromkeys((*MATCHES, NONE), 0)
    for relation in relations:
        counted[relation] += 1
    return {relation: count for relation, count in counted.items() if count}


def place(path: Path) -> str:
    """Where a node stands in its tree: the nodes above it."""
    return " › ".join(named(node) for node in path[:-1])
