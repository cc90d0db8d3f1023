"""The weighted tree: notes, clauses, the closed set of leaves, nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.source import Span

LAYERS = ("domain", "subdomain", "item")
"""The tree's layers, outermost first; each standard has names of its own for them."""

RELATIONS = ("verbatim", "abridged", "reworded", "merged", "moved")
MATCHES = ("exact", "close", "broad", "narrow", "related")
KINDS = ("share", "count", "points")
COMPARISONS = (">=", "<=", ">", "<", "=")


# ---- notes ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Remark:
    """A note in words: `kind` is en, source, note or see; a `see` has the identifier it points to."""

    kind: str
    text: str
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Erratum:
    """The source prints `printed`; the text here is the correction, for the reason given."""

    printed: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands under anything: remarks and errata."""

    remarks: tuple[Remark, ...] = ()
    errata: tuple[Erratum, ...] = ()

    def first(self, kind: str) -> str:
        """The text of the first remark of a kind, or an empty text."""
        return next((remark.text for remark in self.remarks if remark.kind == kind), "")


@dataclass(frozen=True, slots=True)
class Allow:
    """A finding that is known and stays, wherever in `scope` it begins."""

    code: str
    reason: str
    scope: Span
    span: Span


# ---- clauses -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Metric:
    name: str
    label: str
    kind: str
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True)
class Requirement:
    """A figure that a clause demands: `low` to `high` of a metric (equal but for a range). A share is a part of one."""

    name: str
    metric: Metric | None
    operator: str
    low: Fraction
    high: Fraction
    percent: bool
    figures: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a clause comes from. `clause` is resolved (None: it was not found, or `relation` is none)."""

    target: str
    clause: Clause | None
    relation: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One requirement of one level: `AR.1.1/1a`."""

    id: str
    level: int
    label: str
    lettered: bool
    text: str
    origins: tuple[Origin, ...]
    requirements: tuple[Requirement, ...]
    notes: Notes
    span: Span
    text_span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """What a leaf asks at one level."""

    level: int
    clauses: tuple[Clause, ...]
    span: Span


# ---- leaves: the closed set of ways to assess one --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clauses:
    """Assessed by how far each clause of each level is met."""

    cells: tuple[Cell, ...]

    def __iter__(self) -> Iterator[Clause]:
        return (clause for cell in self.cells for clause in cell.clauses)


@dataclass(frozen=True, slots=True)
class Concept:
    """Not assessed here: a name that others refer to."""


Leaf = Clauses | Concept
"""Every kind of leaf there is. A kind is added here, and whoever reads leaves by `match` is told by the type checker."""


# ---- the tree ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Motto:
    level: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Caption:
    """Number and title of the table in which the document lays a node out."""

    number: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Node:
    """A domain, sub-domain or item. `weight` is its share of its parent, a part of one; `leaf` is None inside the tree."""

    id: str
    layer: int
    name: str
    weight: Fraction | None
    place: str
    caption: Caption | None
    mottos: tuple[Motto, ...]
    leaf: Leaf | None
    children: tuple[Node, ...]
    notes: Notes
    span: Span
    id_span: Span
    name_span: Span
    weight_span: Span | None
    extent: Span

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the document's order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def own_clauses(self) -> tuple[Clause, ...]:
        """The clauses of this very node, in order; none where it is no clause leaf."""
        return tuple(self.leaf) if isinstance(self.leaf, Clauses) else ()

    def clauses(self) -> Iterator[Clause]:
        """The clauses of this node and of all below it."""
        for node in self.walk():
            yield from node.own_clauses
