"""Which line belongs to which: indentation, read as a person reads it.

In: the lines of a block in order. Out: a `Block` whose lines carry their notes and deeper texts. A note belongs to the nearest line
above that stands further left; so does a text without a mark. Everything else keeps its order under the heading.
"""

from __future__ import annotations

from typing import NamedTuple

from ctmm_dsl.source import BLANKS, cells
from ctmm_dsl.syntax import (
    ROWS,
    TEXTUAL,
    Allow,
    Block,
    BuildsOn,
    Erratum,
    FromClause,
    FromNone,
    Heading,
    Let,
    Line,
    PartOf,
    Remark,
    Requirement,
    RubricHead,
    Scored,
    See,
    Text,
    Word,
)  # fmt: skip

NOTES = (FromClause, FromNone, Requirement, Erratum, Allow, See, Remark, PartOf, BuildsOn)
HEADS = (Let, Scored, RubricHead)
"""Lines that rows of a table may stand under."""


def assemble(text: str, heading: Heading, lines: list[Line]) -> Block:
    """Give every line its column, then hand notes and texts to the lines that they stand under.

    Texts nest two deep and no deeper (a row's text, and what continues it), however far an editor indents.
    """
    heading.start, heading.column = 0, -1
    heading.end = heading.end or len(text.split(maxsplit=1)[0])
    body: list[Line] = []
    above = [_Above(heading, heading, heading)]
    for line in lines:
        _place(text, line)
        while above[-1].line.column >= line.column:
            above.pop()
        owner = above[-1]
        if isinstance(line, ROWS) and not (isinstance(owner.line, HEADS) or heading.kind == "column"):
            line = _as_text(text, line)
        if isinstance(line, NOTES):
            owner.noted.notes.append(line)
            above.append(_Above(line, line, line))
        elif isinstance(line, Text) and owner.line is not heading:
            owner.holder.more.append(line)
            holder = owner.holder if isinstance(owner.holder, Text) else line
            above.append(_Above(line, holder, owner.noted if isinstance(owner.holder, TEXTUAL) else line))
        else:
            body.append(line)
            above.append(_Above(line, line, line))
    return Block(heading, body, len(text))


def _as_text(text: str, line: Line) -> Text:
    """What reads like a row of a table, but stands under none: a text that happens to begin so."""
    ends = text.find("\n", line.start)
    words = text[line.start : ends].rstrip(BLANKS)
    end = line.start + len(words)
    return Text(Word(words, line.start, end), True, start=line.start, end=end, column=line.column)


class _Above(NamedTuple):
    """A line that others may stand under: deeper texts go to `holder`, notes are about `noted`. A text that only continues another line is
    no thing of its own: notes under it are about that line."""

    line: Line
    holder: Line
    noted: Line


def _place(text: str, line: Line) -> None:
    """A line begins at its mark, which need not be a word of the tree; its column is in cells, for tabs and wide blanks."""
    row = text.rfind("\n", 0, line.start) + 1
    prefix = text[row : line.start]
    indent = prefix[: len(prefix) - len(prefix.lstrip(BLANKS))]
    line.start = row + len(indent)
    line.column = len(indent) if indent.isspace() and indent.isascii() and "\t" not in indent else cells(indent)
