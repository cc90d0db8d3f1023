"""Text and places in it.

In: the bytes of a file. Out: a `Source` (its text, line ends made `\n`, no byte-order mark) and `Span`s that point into
it. Everything later speaks of places as spans; only a renderer turns a span into lines and columns.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

TAB_STOP = 4
BLANKS = " \t\u3000\u00a0"


@dataclass(frozen=True)
class Source:
    """A file as read: `path` is what the user is shown, `text` has `\n` line ends only."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of every line."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Where an offset lies, for people (line, column) and for editors (UTF-16 column)."""
        row = bisect_right(self.line_starts, offset) - 1
        before = self.text[self.line_starts[row] : offset]
        return Position(
            line=row + 1,
            column=len(before) + 1,
            utf16=len(before.encode("utf-16-le", "surrogatepass")) // 2,
        )

    def line(self, number: int) -> str:
        """The text of a line (1-based), without its line end."""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]


@dataclass(frozen=True, slots=True)
class Position:
    """1-based `line` and `column` in characters, for people; 0-based `utf16`, for editors."""

    line: int
    column: int
    utf16: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source, `start` included, `end` not."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the other span begins inside this one."""
        return self.source is other.source and self.start <= other.start < max(self.end, self.start + 1)

    def find(self, text: str) -> Span:
        """Where a text stands within this stretch; the whole stretch where it does not, as in a text that goes on in other lines."""
        at = self.text.find(text)
        return self if at < 0 else Span(self.source, self.start + at, self.start + at + len(text))

    def to(self, end: Span) -> Span:
        return Span(self.source, self.start, max(self.end, end.end))

    def __repr__(self) -> str:
        where = self.source.position(self.start)
        return f"{self.source.path}:{where.line}:{where.column}"


def decode(path: str, data: bytes) -> Source:
    """Bytes to a source. Raises `UnicodeDecodeError` when they are not UTF-8."""
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(path, text)


def cells(text: str) -> int:
    """How many terminal cells a text takes: a Chinese character two, a combining mark none, a tab up to its stop."""
    if text.isascii() and "\t" not in text:
        return len(text)
    width = 0
    for character in text:
        if character == "\t":
            width += TAB_STOP - width % TAB_STOP
        elif unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
            continue
        else:
            width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width
