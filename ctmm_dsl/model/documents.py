"""What a file holds: a standard with its levels, scale, method and prose; a profile; a crosswalk; and all of them, the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ctmm_dsl.model.expression import Calculation, Quantity
from ctmm_dsl.model.notes import Allow, Notes
from ctmm_dsl.model.tree import Clause, Column, Document, Formula, Metric, Node, Rubric
from ctmm_dsl.source import Span

# ---- levels, scale, method -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Level:
    number: int
    name: str
    motto: str
    text: str
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True)
class CityClass:
    """A class of cities: those whose level lies from `first` to `last`."""

    name: str
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of the scale: `points` of 100 for a clause met so far; `rules` say when to give it."""

    code: str
    label: str
    points: Fraction
    rules: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Scale:
    name: str
    answers: tuple[Answer, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Ladder:
    """How clauses become a level. `cumulative`: a level counts its own clauses and those of all levels below it;
    `strict`: the threshold itself is not enough; `one_by_one`: a level counts only where every level below it is reached."""

    cumulative: bool
    strict: bool
    threshold: Fraction
    one_by_one: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """How the answers to rubrics are put together: those of several respondents to one leaf, and those of several leaves. `low` and
    `high` say which of the two middle ones a median is, where there is an even number; the lowest answer is what has been reached."""

    respondents: str
    leaves: str


@dataclass(frozen=True, slots=True)
class Method:
    """The rules by which leaves are summed up: `ladder` for clauses, `summary` for rubrics; weighted sums for clauses and formulas,
    less what is deducted where it says so."""

    ladder: Ladder | None
    formulas: bool
    less_deductions: bool
    summary: Summary | None
    span: Span
    threshold_span: Span | None


# ---- prose ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, an entry of a list (`label`), or a figure (`kind` figure, its number in `label`)."""

    kind: str
    label: str
    text: str
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of prose: `kind` is section, references or bibliography."""

    kind: str
    number: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    number: str
    name: str
    english: str
    paragraphs: tuple[Paragraph, ...]
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True)
class Abbreviation:
    short: str
    name: str
    english: str
    notes: Notes
    span: Span


# ---- documents -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Expectation:
    """What `expect` states: how many of `counted` (in `node`, or in the whole), and how many for each level."""

    counted: str
    node: str
    total: int
    parts: tuple[int, ...]
    span: Span
    total_span: Span
    part_spans: tuple[Span, ...]


@dataclass(frozen=True)
class Standard:
    """One standard. `facts` are the fields of its heading by their English names, in the file's order."""

    id: str
    name: str
    facts: dict[str, str]
    layers: tuple[str, ...]
    superset: Standard | None
    levels: tuple[Level, ...]
    classes: tuple[CityClass, ...]
    scale: Scale | None
    method: Method | None
    expectations: tuple[Expectation, ...]
    metrics: tuple[Metric, ...]
    quantities: tuple[Quantity, ...]
    columns: tuple[Column, ...]
    documents: tuple[Document, ...]
    of_total: bool
    chapters: tuple[Chapter, ...]
    terms: tuple[Term, ...]
    abbreviations: tuple[Abbreviation, ...]
    domains: tuple[Node, ...]
    notes: Notes
    allows: tuple[Allow, ...]
    span: Span
    extent: Span

    @property
    def edition(self) -> str:
        return self.facts.get("edition", "")

    def walk(self) -> Iterator[Node]:
        for domain in self.domains:
            yield from domain.walk()

    def paths(self) -> Iterator[tuple[Node, ...]]:
        """Every node after the nodes above it, outermost first, in the document's order."""
        waiting: list[tuple[Node, ...]] = [(domain,) for domain in reversed(self.domains)]
        while waiting:
            path = waiting.pop()
            yield path
            waiting += [(*path, child) for child in reversed(path[-1].children)]

    def leaf_paths(self) -> Iterator[tuple[Node, ...]]:
        """The paths of the leaves: the nodes with nothing below them."""
        return (path for path in self.paths() if not path[-1].children)

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every node by its identifier (the first, where one is used twice)."""
        found: dict[str, Node] = {}
        for node in self.walk():
            found.setdefault(node.id, node)
        return found

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        found: dict[str, Clause] = {}
        for domain in self.domains:
            for clause in domain.clauses():
                found.setdefault(clause.id, clause)
        return found

    @cached_property
    def known_metrics(self) -> dict[str, Metric]:
        """The metrics that its clauses may name: its own and those of the standard that it is a part of."""
        inherited = self.superset.known_metrics if self.superset else {}
        return inherited | {metric.name: metric for metric in self.metrics}

    def with_supersets(self) -> Iterator[Standard]:
        """This standard, the one that it is a part of, and so on."""
        standard: Standard | None = self
        while standard:
            yield standard
            standard = standard.superset

    @cached_property
    def cut_off(self) -> bool:
        """Whether a standard that it says it is a part of, at once or further up, was not found: what it has from there is unknown."""
        *_, outermost = self.with_supersets()
        return "subset" in outermost.facts

    def leaves(self) -> Iterator[Node]:
        return (node for node in self.walk() if node.leaf is not None)

    @cached_property
    def formulas(self) -> dict[str, Formula]:
        """The formula leaves by their nodes' identifiers, in the document's order."""
        return {node.id: node.leaf for node in self.walk() if isinstance(node.leaf, Formula)}

    @cached_property
    def rubrics(self) -> dict[str, Rubric]:
        """The rubric leaves by their nodes' identifiers, in the document's order."""
        return {node.id: node.leaf for node in self.walk() if isinstance(node.leaf, Rubric)}

    @cached_property
    def reported(self) -> dict[str, Quantity]:
        """The quantities that a city reports, by name: all that are not computed from others."""
        return {quantity.name: quantity for quantity in self.quantities if quantity.definition is None}


@dataclass(frozen=True, slots=True)
class WeightRow:
    node: str
    weight: Fraction
    span: Span
    weight_span: Span


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A profile's choice of a reading; `node` and `reading` are as written, to be judged by a check."""

    node: str
    reading: str
    span: Span
    node_span: Span
    reading_span: Span


@dataclass(frozen=True)
class Profile:
    """Weights and readings laid over a standard, and whose they are. `equal`: the layers within which all children weigh
    alike, -1 being the whole, whose children are the domains."""

    id: str
    name: str
    facts: dict[str, str]
    standard: Standard
    scoring: Standard | None
    method: Method | None
    rows: tuple[WeightRow, ...]
    equal: tuple[int, ...]
    readings: tuple[ReadingRow, ...]
    notes: Notes
    allows: tuple[Allow, ...]
    span: Span
    extent: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """A row of a crosswalk. `relation` none: looked at, and there is nothing. `source_node` and `target_node` are its ends, None where
    there is no such node; `pins`: digests of the texts that the row was judged on, as written."""

    subject: str
    source_node: Node | None
    relation: str
    target: str
    target_node: Node | None
    pins: tuple[str, ...]
    reason: str
    notes: Notes
    span: Span
    subject_span: Span
    target_span: Span | None
    pins_span: Span | None


@dataclass(frozen=True)
class Scheme:
    """A standard that can be scored: by itself, or through a profile. `weights`: of each node that weighs, a part of its parent; `scale`
    and `ladder` where it has clauses, `summary` where it has rubrics; `readings`: those that the profile chooses, by node."""

    id: str
    standard: Standard
    profile: Profile | None
    weights: dict[str, Fraction]
    scale: Scale | None
    ladder: Ladder | None
    summary: Summary | None
    readings: dict[str, str]

    def calculation(self, node: Node) -> Calculation:
        """How a formula leaf is calculated in this scheme."""
        assert isinstance(node.leaf, Formula)
        return node.leaf.read_as(self.readings.get(node.id))

    @cached_property
    def asked(self) -> dict[str, Quantity]:
        """The quantities that a city has to report for this scheme, by name: those that its calculations read."""
        read = {name for node in self.standard.walk() if isinstance(node.leaf, Formula)
                for name in self.calculation(node).quantities()}  # fmt: skip
        return {name: quantity for name, quantity in self.standard.reported.items() if name in read}


@dataclass(frozen=True)
class Crosswalk:
    source: Standard
    target: Standard
    rows: tuple[Mapping, ...]
    notes: Notes
    allows: tuple[Allow, ...]
    span: Span
    extent: Span


@dataclass(frozen=True)
class Model:
    """All documents of a spec, each kind in the order of its files' names."""

    standards: tuple[Standard, ...]
    profiles: tuple[Profile, ...]
    crosswalks: tuple[Crosswalk, ...]

    def standard(self, name: str) -> Standard | None:
        return next((standard for standard in self.standards if standard.id == name), None)

    def documents(self) -> tuple[Standard | Profile | Crosswalk, ...]:
        return (*self.standards, *self.profiles, *self.crosswalks)
