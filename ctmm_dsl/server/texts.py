"""Texts as a client has them, and places in them.

In: what a client sent: texts with line ends of any kind, perhaps with a byte-order mark; places as line and UTF-16 column. Out: sources as
the compiler reads them, and offsets in these. A line ends at the same place in both, so lines are the same; columns differ by a mark alone.
The client's text is kept as it is, and no line end in it is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ctmm_dsl.source import Source, Span

MARK = "\ufeff"
_END = re.compile("\r\n|\r|\n")

Place = tuple[int, int]
"""A line and a UTF-16 column, both from 0, as editors count."""


@dataclass(frozen=True, slots=True)
class Buffer:
    """An open text: `uri` and `version` are the client's."""

    uri: str
    text: str
    version: int | None = None

    def changed(self, start: Place, end: Place, text: str) -> Buffer:
        """With another text from one place to another."""
        starts = [0, *(match.end() for match in _END.finditer(self.text))]
        first, last = sorted((_offset(self.text, starts, start), _offset(self.text, starts, end)))
        return replace(self, text=self.text[:first] + text + self.text[last:])

    @property
    def marked(self) -> bool:
        """Whether the client's text begins with a byte-order mark."""
        return self.text.startswith(MARK)

    @property
    def line_end(self) -> str:
        """The line end that the text uses: its first."""
        first = _END.search(self.text)
        return first.group() if first else "\n"

    def source(self, path: str) -> Source:
        """The text as the compiler reads it."""
        text = self.text.removeprefix(MARK)
        return Source(path, text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def _offset(text: str, starts: list[int], place: Place) -> int:
    """Where a place lies in a client's text; beyond the end of a line or of the text it is that end."""
    line, column = place
    if line < 0 or line >= len(starts):
        return 0 if line < 0 else len(text)
    end = starts[line + 1] if line + 1 < len(starts) else len(text)
    words = text[starts[line] : end].rstrip("\r\n")
    return starts[line] + characters(words, column)


def characters(text: str, units: int) -> int:
    """How many characters the first UTF-16 units of a text are; a character of which there is only a half is left out."""
    if text.isascii():
        return max(0, min(units, len(text)))
    taken = 0
    for at, character in enumerate(text):
        taken += 2 if character > "\uffff" else 1
        if taken > units:
            return at
    return len(text)


def offset(source: Source, place: Place, *, marked: bool = False) -> int:
    """The offset in a source that a client's place means."""
    line, column = place
    if line < 0:
        return 0
    if line >= len(source.line_starts):
        return len(source.text)
    return source.line_starts[line] + characters(source.line(line + 1), column - (marked and line == 0))


def place(source: Source, at: int, *, marked: bool = False) -> Place:
    """The client's place that an offset means."""
    position = source.position(at)
    return position.line - 1, position.utf16 + (marked and position.line == 1)


def line_of(source: Source, at: int) -> Span:
    """The line in which an offset lies, without its end."""
    start = source.text.rfind("\n", 0, at) + 1
    end = source.text.find("\n", at)
    return Span(source, start, len(source.text) if end < 0 else end)
