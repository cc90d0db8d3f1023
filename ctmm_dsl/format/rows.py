"""The lines of a file as they are to stand: indentation, columns, comments, blank lines.

In: what each line says and how deep it is. Out: rows of text. A comment of a line of its own moves with what it stands by; blank lines that
part one thing from another stay, one at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ctmm_dsl.source import BLANKS, cells
from ctmm_dsl.syntax import Block

STEP = 2
"""How many blanks a layer is indented."""

APART = "  "
"""What stands between columns, and before a comment at the end of a line."""

TIGHT = ("quantity", "document", "metric", "abbreviation", "column")
"""Blocks that may follow one of their kind without a blank line, even where lines stand under them: short ones, that make a list."""


@dataclass(slots=True)
class Row:
    """A line of the file: content, a comment of its own, or blank. `typed`: the column that it stood in."""

    kind: str
    columns: list[str] = field(default_factory=list)
    comment: str = ""
    typed: int = 0
    indent: int = 0

    @property
    def text(self) -> str:
        said = APART.join(filter(None, self.columns)).rstrip(BLANKS) if self.kind == "content" else ""
        told = APART.join(filter(None, (said, self.comment)))
        return " " * self.indent + told if told else ""


def row_of(line: str) -> Row:
    """A comment of its own or a blank line."""
    told = line.strip(BLANKS)
    if not told:
        return Row("blank")
    typed = cells(line[: len(line) - len(line.lstrip(BLANKS))])
    return Row("comment", comment="#" + told[1:], typed=typed, indent=typed)


def lines_of(text: str) -> list[str]:
    """A text's lines without their ends: only a line feed ends one, whatever else Python would take for an end."""
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def rows_between(text: str) -> list[Row]:
    """The rows above everything: comments, in column one, and blank lines."""
    rows = [row_of(line) for line in lines_of(text)]
    for row in rows:
        row.indent = 0
    return rows


def align(rows: Sequence[Row]) -> None:
    """Make the columns of rows stand under each other; Chinese characters are two cells wide."""
    widths: dict[int, int] = {}
    for row in rows:
        for number, column in enumerate(row.columns[:-1]):
            widths[number] = max(widths.get(number, 0), cells(column))
    for row in rows:
        last = max((number for number, column in enumerate(row.columns) if column), default=0)
        row.columns = [
            column + " " * (widths[number] - cells(column)) if number < last else column
            for number, column in enumerate(row.columns)
        ]


def place_comments(rows: Sequence[Row]) -> None:
    """Give comments of their own their indentation: that of the next line where they stand no deeper, else that of the line above that they
    stand in line with. One in column one stays there."""
    for number, row in enumerate(rows):
        if row.kind == "comment" and row.typed:
            row.indent = _indent(rows, number)


def _indent(rows: Sequence[Row], number: int) -> int:
    following = next((row for row in rows[number + 1 :] if row.kind == "content"), None)
    after, after_typed = (following.indent, following.typed) if following else (0, 0)
    above = [row for row in rows[:number] if row.kind == "content"]
    place, typed = rows[number].typed, True
    while True:
        if place <= (after_typed if typed else after):
            return after
        near = next((row for row in reversed(above) if (row.typed if typed else row.indent) <= place), None)
        indent = max(near.indent, STEP if near.indent == 0 else 0) if near else STEP
        if indent <= after:
            return after
        if not typed and indent == place:
            return indent
        place, typed = indent, False


def set_apart(parts: Iterable[tuple[Block | None, list[Row]]]) -> list[Row]:
    """All rows of a file: no two blank lines in a row, none at its ends, one before a heading that begins something else."""
    rows: list[Row] = []
    above: Block | None = None
    for block, own in parts:
        if block and above and not _goes_with(above, block):
            _part_from(rows)
        rows += own
        above = block or above
    shown = [row for number, row in enumerate(rows) if row.text or (number and rows[number - 1].text)]
    while shown and not shown[-1].text:
        shown.pop()
    return shown


def _goes_with(above: Block, block: Block) -> bool:
    """Whether a block may follow another without a blank line."""
    return above.kind == block.kind and (block.kind in TIGHT or not (above.lines or block.lines))


def _part_from(rows: list[Row]) -> None:
    """A blank line after what stands above, and before the comments that lead the next heading; none where there is one."""
    content = max(number for number, row in enumerate(rows) if row.kind == "content")
    if any(row.kind == "blank" for row in rows[content + 1 :]):
        return
    at = len(rows)
    while at > content + 1 and rows[at - 1].indent == 0:
        at -= 1
    rows.insert(at, Row("blank"))
