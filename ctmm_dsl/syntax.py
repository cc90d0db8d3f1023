"""The tree as the file has it: lines under headings, each word with its place.

In: nothing but words. Out: one small class a line of the grammar. Places are offsets *inside the block*, so that a block that
did not change need not be read again when another did. Nothing here knows what a line means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ctmm_dsl.findings import Finding
from ctmm_dsl.source import Source, Span


class Word(NamedTuple):
    """A word as written, and where: offsets in its block."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Line:
    """What all lines have. `notes` and `more` (deeper texts) are the lines that indentation puts under this one."""

    start: int = field(default=0, kw_only=True)
    end: int = field(default=0, kw_only=True)
    column: int = field(default=0, kw_only=True)
    notes: list[Line] = field(default_factory=list, kw_only=True)
    more: list[Text] = field(default_factory=list, kw_only=True)


# ---- notes ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class FromClause(Line):
    target: Word
    relation: Word


@dataclass(slots=True)
class FromNone(Line):
    none: Word
    reason: Word | None


@dataclass(slots=True)
class Requirement(Line):
    metric: Word
    operator: Word
    figure: Word


@dataclass(slots=True)
class Erratum(Line):
    printed: Word
    reason: Word | None


@dataclass(slots=True)
class Allow(Line):
    code: Word
    reason: Word | None


@dataclass(slots=True)
class See(Line):
    target: Word
    text: Word | None


@dataclass(slots=True)
class Remark(Line):
    kind: Word
    text: Word


@dataclass(slots=True)
class PartOf(Line):
    """A quantity is never more than another."""

    whole: Word


@dataclass(slots=True)
class BuildsOn(Line):
    level: Word


# ---- expressions: what a calculation is written with -----------------------------------------------------------


@dataclass(slots=True)
class Expression:
    """What all have. `depth`: how deep it is nested, itself counted."""

    start: int = field(default=0, kw_only=True)
    end: int = field(default=0, kw_only=True)
    depth: int = field(default=1, kw_only=True)


@dataclass(slots=True)
class Literal(Expression):
    figure: Word


@dataclass(slots=True)
class Name(Expression):
    word: Word


@dataclass(slots=True)
class Binary(Expression):
    """Arithmetic, a comparison, `and`, `or`. `empty`: the value of a division by zero."""

    left: Expression
    operator: Word
    right: Expression
    empty: Expression | None = None


@dataclass(slots=True)
class Negation(Expression):
    of: Expression


@dataclass(slots=True)
class Extreme(Expression):
    which: Word
    of: tuple[Expression, ...]


@dataclass(slots=True)
class Conditional(Expression):
    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(slots=True)
class PerItem(Expression):
    counted: Word
    points: Word
    most: Word | None


@dataclass(slots=True)
class Tier(Expression):
    """The head of a table whose rows, the lines under it, are steps of a subject."""

    subject: Expression


@dataclass(slots=True)
class Checklist(Expression):
    """The head of a table of flags with points."""

    word: Word
    most: Word | None


@dataclass(slots=True)
class Choose(Expression):
    """The head of a table of a choice's options with points."""

    choice: Word


# ---- lines ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Text(Line):
    """A text without a mark. `row`: it reads like a row of a table, but stands under the head of none."""

    text: Word
    row: bool = False


@dataclass(slots=True)
class Field(Line):
    key: Word
    text: Word


@dataclass(slots=True)
class Layers(Line):
    text: Word


@dataclass(slots=True)
class Subset(Line):
    target: Word


@dataclass(slots=True)
class Scoring(Line):
    target: Word


@dataclass(slots=True)
class WeightRow(Line):
    node: Word
    weight: Word


@dataclass(slots=True)
class EqualRow(Line):
    layer: Word


@dataclass(slots=True)
class MapRow(Line):
    subject: Word
    relation: Word
    target: Word
    pins: Word | None
    reason: Word | None


@dataclass(slots=True)
class NoneRow(Line):
    subject: Word
    none: Word
    pin: Word | None
    reason: Word | None


@dataclass(slots=True)
class Figure(Line):
    number: Word
    text: Word


@dataclass(slots=True)
class Entry(Line):
    """A marked text: a clause of a level, an entry of a list, a reference."""

    label: Word
    text: Word | None


@dataclass(slots=True)
class LevelName(Line):
    number: Word
    name: Word


@dataclass(slots=True)
class LevelMotto(Line):
    text: Word


@dataclass(slots=True)
class ClassRow(Line):
    name: Word
    levels: Word


@dataclass(slots=True)
class ScaleRow(Line):
    code: Word
    label: Word
    points: Word


@dataclass(slots=True)
class LeafRule(Line):
    spread: Word


@dataclass(slots=True)
class ParentRule(Line):
    roll_up: Word
    less: Word | None


@dataclass(slots=True)
class ReachedRule(Line):
    operator: Word
    threshold: Word


@dataclass(slots=True)
class ClimbRule(Line):
    how: Word


@dataclass(slots=True)
class ExpectRow(Line):
    """`counted [node] total [= part + part …]`; the words after `counted` and `node` are numbers."""

    counted: Word
    node: Word | None
    total: Word
    parts: tuple[Word, ...]


@dataclass(slots=True)
class Motto(Line):
    level: Word
    text: Word


@dataclass(slots=True)
class Place(Line):
    number: Word


@dataclass(slots=True)
class Table(Line):
    number: Word
    text: Word


@dataclass(slots=True)
class Level(Line):
    number: Word


# ---- lines of quantities, formulas and rubrics -------------------------------------------------------------------


@dataclass(slots=True)
class OfTotal(Line):
    whole: Word


@dataclass(slots=True)
class ReadingRow(Line):
    node: Word
    reading: Word


@dataclass(slots=True)
class LeafKind(Line):
    kind: Word


@dataclass(slots=True)
class ReachedLeast(Line):
    least: Word


@dataclass(slots=True)
class RespondentsRule(Line):
    middle: Word


@dataclass(slots=True)
class SummaryRule(Line):
    middle: Word


@dataclass(slots=True)
class Bounds(Line):
    bounds: Word


@dataclass(slots=True)
class Option(Line):
    code: Word
    label: Word


@dataclass(slots=True)
class Definition(Line):
    body: Expression


@dataclass(slots=True)
class Data(Line):
    text: Word


@dataclass(slots=True)
class Let(Line):
    name: Word
    label: Word | None
    body: Expression


@dataclass(slots=True)
class Scored(Line):
    role: Word
    body: Expression


@dataclass(slots=True)
class ReadingHead(Line):
    name: Word
    label: Word | None


@dataclass(slots=True)
class TierRow(Line):
    operator: Word
    bound: Word
    second: Word | None
    other_bound: Word | None
    points: Word


@dataclass(slots=True)
class ElseRow(Line):
    points: Word


@dataclass(slots=True)
class CheckRow(Line):
    name: Word
    points: Word


@dataclass(slots=True)
class GateRow(Line):
    name: Word
    points: Word


@dataclass(slots=True)
class PerRow(Line):
    counted: Word
    points: Word
    most: Word | None


@dataclass(slots=True)
class ColumnOf(Line):
    name: Word


@dataclass(slots=True)
class RubricHead(Line):
    """The line `rubric`: the descriptors under it say what each level is like."""

    word: Word


@dataclass(slots=True)
class Descriptor(Line):
    level: Word
    text: Word


@dataclass(slots=True)
class Support(Line):
    kind: Word
    document: Word
    text: Word | None


TEXTUAL = (
    Text, Entry, Remark, See, Figure, Motto, Table, Field, MapRow, NoneRow, Erratum, FromNone, LevelMotto, ScaleRow, LevelName,
    Data, Descriptor, Support, Option,
)  # fmt: skip
"""Lines that a deeper text continues or describes; under any other a text belongs to nothing."""

ROWS = (TierRow, ElseRow, CheckRow, GateRow, PerRow, Descriptor)
"""Rows of a table: anywhere but under its head, what looks like one is a text."""


# ---- headings and files --------------------------------------------------------------------------------------


@dataclass(slots=True)
class Heading(Line):
    """The first line of a block. `kind` is the grammar's rule: standard, node, levels …"""

    kind: str
    words: tuple[Word | None, ...]


@dataclass(slots=True)
class Block:
    """A heading with its lines, and where the block begins in the file. `damaged`: a line of it could not be read."""

    heading: Heading
    lines: list[Line]
    length: int
    damaged: bool = False
    offset: int = 0

    @property
    def kind(self) -> str:
        return self.heading.kind


@dataclass(slots=True)
class File:
    """A file taken apart. `damaged`: something of it could not be read, so nothing is to be said about what is missing."""

    source: Source
    blocks: list[Block]
    findings: list[Finding]
    damaged: bool

    def span(self, block: Block, place: Word | Line) -> Span:
        return Span(self.source, block.offset + place.start, block.offset + place.end)

    def extent(self, block: Block) -> Span:
        """The whole block, to the next heading."""
        return Span(self.source, block.offset, block.offset + block.length)


def every_line(block: Block) -> Iterator[Line]:
    """The heading and all lines of a block, those under others included, in no particular order."""
    yield from with_all_under(block.heading)
    for line in block.lines:
        yield from with_all_under(line)


def with_all_under(line: Line) -> Iterator[Line]:
    """A line and all that indentation puts under it, however deep."""
    waiting = [line]
    while waiting:
        line = waiting.pop()
        yield line
        waiting += line.notes
        waiting += line.more
