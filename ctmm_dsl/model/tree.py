"""The weighted tree: clauses, rubrics, the closed set of leaves, nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.model.expression import Calculation, Reading
from ctmm_dsl.model.notes import Notes
from ctmm_dsl.source import Span

LAYERS = ("domain", "subdomain", "item")
"""The tree's layers, outermost first; each standard has names of its own for them."""

RELATIONS = ("verbatim", "abridged", "reworded", "merged", "moved")
MATCHES = ("exact", "close", "broad", "narrow", "related")
KINDS = ("share", "count", "points")
COMPARISONS = (">=", "<=", ">", "<", "=")


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
class Formula:
    """Assessed by a calculation over quantities. `data`: what is counted, in a few words; `readings`: other ways to read the document."""

    data: str
    calculation: Calculation
    readings: tuple[Reading, ...]

    @property
    def deducts(self) -> bool:
        return self.calculation.deducts

    @property
    def calculations(self) -> tuple[Calculation, ...]:
        """The document's own calculation, then those of its other readings."""
        return (self.calculation, *(reading.calculation for reading in self.readings))

    def read_as(self, reading: str | None) -> Calculation:
        """The calculation by a reading's name; the document's own without one."""
        return next((other.calculation for other in self.readings if other.name == reading), self.calculation)


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What a level is like. `builds_on`: a level that is met as well."""

    level: int
    text: str
    builds_on: int | None
    notes: Notes
    span: Span
    builds_on_span: Span | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the general definitions of the levels."""

    id: str
    name: str
    rows: tuple[Descriptor, ...]
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True)
class Rubric:
    """Assessed by the level whose descriptor fits, now and planned."""

    column: Column | None
    descriptors: tuple[Descriptor, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Concept:
    """Not assessed here: a name that others refer to."""


Leaf = Clauses | Formula | Rubric | Concept
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
class Document:
    """A document that is none of ours, and what it is about."""

    name: str
    text: str
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True)
class Support:
    """`kind` support: a document helps with a node; relates: a part of another scheme is about the same."""

    kind: str
    name: str
    document: Document | None
    text: str
    notes: Notes
    span: Span
    name_span: Span


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
    supports: tuple[Support, ...]
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

    @property
    def weighs(self) -> bool:
        """Whether it takes part in weighted sums: not a rubric, which the documents do not weigh, nor what is deducted from the total."""
        return any(
            isinstance(node.leaf, Clauses | Concept) or (isinstance(node.leaf, Formula) and not node.leaf.deducts)
            for node in self.walk()
        )

    @property
    def deducts(self) -> bool:
        """Whether points are taken off the total here or below."""
        return any(isinstance(node.leaf, Formula) and node.leaf.deducts for node in self.walk())

    def clauses(self) -> Iterator[Clause]:
        """The clauses of this node and of all below it."""
        for node in self.walk():
            yield from node.own_clauses
