"""A report as plain values: headings, paragraphs, tables, figures; every text already in the language that it is read in.

In: what the builders say. Out: the one document that all writers lay out. A text here is data: each writer quotes it for its target.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ctmm_dsl.marks import Marked
from generators.charts.values import Chart

Tone = Literal["", "good", "warn", "bad", "quiet", "strong"]
"""How a text is meant; it is said in words as well, so that nothing is lost without colour."""

Kind = Literal["text", "number", "code", "mark"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell of a table, `lines` below it, and below these a smaller remark. `marked`: lines whose deletions and insertions
    are shown, below the others; a cell with such lines may have no text of its own."""

    text: str
    tone: Tone = ""
    remark: str = ""
    lines: tuple[str, ...] = ()
    marked: tuple[Marked, ...] = ()

    @property
    def all_lines(self) -> tuple[str, ...]:
        return self.lines if self.marked and not self.text else (self.text, *self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what stands in it, and how wide it is beside the others."""

    title: str
    kind: Kind = "text"
    share: int = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `depth` sets its first text cell in, as a tree's."""

    cells: tuple[Cell, ...]
    depth: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; depth 2 is the outermost below the title. `group`: see `Filter`."""

    text: str
    depth: int = 2
    group: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; numbered where the order says something. An item may show its deletions and insertions. `group`: see `Filter`."""

    items: tuple[str | Marked, ...]
    numbered: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption. `spoken`: the column that names a row, read out as its heading (-1: none). `group`: see `Filter`."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    spoken: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, what it shows, and the same in words for who cannot see it."""

    chart: Chart
    caption: str
    words: str


@dataclass(frozen=True, slots=True)
class Callout:
    """Something that must not be overlooked."""

    title: str
    lines: tuple[str, ...] = ()
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure that leads: what it is, the figure, a word on it."""

    label: str
    value: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """What the report leads with: the verdict first, larger than the rest."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two blocks that are read together: side by side where there is room."""

    left: Block
    right: Block


@dataclass(frozen=True, slots=True)
class Filter:
    """A reader's choice which groups of the blocks after it are shown: the name of each group, a word of letters, and its label. A target
    that cannot be asked shows all."""

    label: str
    groups: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A text for programs, such as an example's file, folded away under its title; for targets that fold nothing it is left out."""

    title: str
    text: str


Block = Heading | Paragraph | Listing | Table | Figure | Callout | Tiles | Beside | Filter | Folded
"""Every kind of block there is. A kind is added here, and the type checker lists the writers that lack it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report. `lines` say under its title what it is about: label and text. `foot`: how it came about, in a sentence. `wide`: its tables
    want paper that lies on its side. `led`: its first section leads, and the contents come after it."""

    language: str
    title: str
    lines: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    contents: str
    foot: str
    contents_depth: int = 2
    wide: bool = False
    led: bool = True


def headings(document: Document) -> tuple[Heading, ...]:
    """The headings that the table of contents lists."""
    return tuple(
        block for block in document.blocks if isinstance(block, Heading) and block.depth <= document.contents_depth
    )
