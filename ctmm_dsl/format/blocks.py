"""One block laid out: each of its lines written, indented by what it belongs to, with columns in line.

In: a block of the tree and its text. Out: its rows. What was laid out is read again: where indentation by the tree would change what a line
belongs to, the author's own is kept, and where even that would not do, the block stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl import syntax
from ctmm_dsl.format.keywords import Speech
from ctmm_dsl.format.meaning import meaning
from ctmm_dsl.format.rows import STEP, Row, align, lines_of, place_comments, row_of
from ctmm_dsl.format.templates import TOGETHER
from ctmm_dsl.format.words import written
from ctmm_dsl.parser import read_block
from ctmm_dsl.syntax import Block, Line

HEADS = (syntax.Let, syntax.Scored, syntax.RubricHead)


def laid_out(text: str, block: Block, speech: Speech) -> list[Row]:
    """The rows of a block in the one style."""
    said = meaning(block, text)
    for by_tree in (True, False):
        rows = _rows(text, block, speech, by_tree=by_tree)
        laid = "".join(row.text + "\n" for row in rows)
        if laid == text:
            return rows
        again, slips = read_block(laid)
        if again and not slips and meaning(again, laid) == said:
            return rows
    return [_as_typed(line) for line in lines_of(text)]


def _rows(text: str, block: Block, speech: Speech, *, by_tree: bool) -> list[Row]:
    indents = dict(_indents(block))
    starts = {line.start: line for line in syntax.every_line(block)}
    rows: list[Row] = []
    groups: dict[tuple[int, int], list[Row]] = {}
    table = 0
    at = 0
    for typed in lines_of(text):
        lead = len(typed) - len(typed.lstrip(" \t\u3000\u00a0"))
        line = starts.get(at + lead)
        if line is None:
            rows.append(row_of(typed))
        else:
            columns, comment = written(line, text, speech)
            column = max(line.column, 0)
            rows.append(Row("content", columns, comment, column, indents[line.start] if by_tree else column))
            table += isinstance(line, HEADS)
            if (group := _group(line)) is not None:
                groups.setdefault((table, group), []).append(rows[-1])
        at += len(typed) + 1
    for together in groups.values():
        align(together)
    place_comments(rows)
    return rows


def _group(line: Line) -> int | None:
    return next((number for number, kinds in enumerate(TOGETHER) if isinstance(line, kinds)), None)


def _indents(block: Block) -> Iterator[tuple[int, int]]:
    """The beginning of each line, and how far it is indented by what it belongs to."""
    yield from _with_those_under(block.heading, 0)
    entries = STEP
    calculation = STEP
    rows = STEP
    levels = STEP
    for line in block.lines:
        indent = STEP
        match line:
            case syntax.Level():
                entries = 2 * STEP
            case syntax.Entry():
                indent = entries
            case syntax.LevelName():
                levels = 2 * STEP
            case syntax.LevelMotto():
                indent = levels
            case syntax.ReadingHead():
                calculation = 2 * STEP
            case syntax.Let() | syntax.Scored():
                indent = calculation
                rows = indent + STEP
            case syntax.RubricHead():
                rows = 2 * STEP
            case _ if isinstance(line, syntax.ROWS):
                indent = rows
        yield from _with_those_under(line, indent)


def _with_those_under(line: Line, indent: int) -> Iterator[tuple[int, int]]:
    waiting = [(line, indent)]
    while waiting:
        line, indent = waiting.pop()
        yield line.start, indent
        waiting += [(under, indent + STEP) for under in (*line.notes, *line.more)]


def _as_typed(line: str) -> Row:
    return Row("content", [line]) if line.strip() else Row("blank")
