"""Lines of a file, as a repair needs them: whole, with what stands under them, and whether they could be read if they were changed.

In: spans and edits. Out: spans of whole lines; whether the blocks that edits touch can be read without a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ctmm_dsl.edits import Edit, applied
from ctmm_dsl.parser import read_block
from ctmm_dsl.source import BLANKS, Source, Span, cells

_HEADING = re.compile(r"(?m)^[^\s#＃]")
_WORD = re.compile(r"[^\s]+")


def line_at(source: Source, offset: int) -> Span:
    """The line that holds a place, without its end."""
    start = source.text.rfind("\n", 0, offset) + 1
    end = source.text.find("\n", offset)
    return Span(source, start, len(source.text) if end < 0 else end)


def whole_lines(span: Span) -> Span:
    """All lines that a stretch touches, with the end of the last."""
    text = span.source.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", max(span.start, span.end - 1))
    return Span(span.source, start, len(text) if end < 0 else end + 1)


def with_all_under(span: Span) -> Span:
    """The line that holds a place and the deeper lines that follow it, with the end of the last."""
    line = line_at(span.source, span.start)
    column = column_of(line)
    last = line
    for below in lines_after(line):
        if below.text.strip(BLANKS) and column_of(below) <= column:
            break
        last = below if below.text.strip(BLANKS) else last
    return whole_lines(line.to(last))


def lines_after(line: Span) -> Iterator[Span]:
    while line.end < len(line.source.text):
        line = line_at(line.source, line.end + 1)
        yield line


def lines_before(line: Span) -> Iterator[Span]:
    while line.start > 0:
        line = line_at(line.source, line.start - 1)
        yield line


def content(line: Span) -> Span:
    """A line without its outer blanks."""
    text = line.text
    inner = text.strip(BLANKS)
    start = line.start + len(text) - len(text.lstrip(BLANKS))
    return Span(line.source, start, start + len(inner))


def indentation(line: Span) -> str:
    return line.text[: len(line.text) - len(line.text.lstrip(BLANKS))]


def column_of(line: Span) -> int:
    return cells(indentation(line))


def words_in(span: Span) -> list[Span]:
    """The words of a stretch, as blanks part them."""
    return [
        Span(span.source, span.start + match.start(), span.start + match.end()) for match in _WORD.finditer(span.text)
    ]


def can_be_read(edits: Sequence[Edit]) -> bool:
    """Whether the lines that edits touch could be read after them, and nothing else of their blocks became unreadable. What stands under a
    heading that was lost was not read at all."""
    source = edits[0].span.source
    first, last = min(edit.span.start for edit in edits), max(edit.span.end for edit in edits)
    now = applied(source.text, edits)
    row, end = now.rfind("\n", 0, first) + 1, len(now) - (len(source.text) - last)
    was_lost = not heads_a_block(source.text, row) and heads_a_block(now, row)
    after = list(_slips(now, first, end))
    fewer = len(after) < max(sum(1 for _ in _slips(source.text, first, last)), 1)
    return (fewer or was_lost) and not any(row <= at <= end for at in after)


def heads_a_block(text: str, start: int) -> bool:
    """Whether the line that begins at a place is a heading that can be read, whatever stands under it."""
    end = text.find("\n", start)
    line = text[start:] if end < 0 else text[start:end]
    return bool(_HEADING.match(line)) and read_block(line)[0] is not None


def _slips(text: str, first: int, last: int) -> Iterator[int]:
    """Where something is wrong in the blocks that a stretch touches."""
    starts = [match.start() for match in _HEADING.finditer(text)] + [len(text)]
    for start, end in pairwise(starts):
        if start <= last and first < end:
            _, slipped = read_block(text[start:end])
            yield from (start + slip.start for slip in slipped)
    if starts[0] > first and text[: starts[0]].strip():
        yield first
