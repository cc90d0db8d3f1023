"""A block, token by token: what an editor colours, what stands at a place, and what may follow there.

In: the text of a block, or its beginning. Out: tokens by the grammar's terminals, with their places in the block; the terminals that may
stand next. A line that cannot be read gives the tokens before its slip, and the lines after it are read as if it were blank.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from ctmm_dsl.parser import MOST, Unreadable, step_by_step
from ctmm_dsl.source import BLANKS

HEADING = re.compile(r"(?m)^[^\s#＃]")
COMMENT = re.compile(rf"(?:^[{BLANKS}]*|[{BLANKS}]{{2,}})([#＃][^\n]*)", re.M)
_TRIES = 20


class Token(NamedTuple):
    """A terminal of the grammar, and where it stands. A comment's is `COMMENT`."""

    terminal: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The tokens of a block, comments included, in order."""
    text = text if text.endswith("\n") else text + "\n"
    if len(text) > MOST and max(map(len, text.split("\n"))) > MOST:
        return []
    found: list[Token] = []
    readable = text
    for _ in range(_TRIES):
        read, slip = _read(readable)
        kept = [token for token in found if all(token.start != other.start for other in read)]
        found = sorted([*kept, *read], key=lambda token: token.start)
        if slip is None:
            break
        start, end = readable.rfind("\n", 0, slip) + 1, readable.find("\n", slip)
        if start == 0:
            break
        readable = readable[:start] + " " * (end - start) + readable[end:]
    return found


def _read(text: str) -> tuple[list[Token], int | None]:
    """The tokens up to the first slip, and where that is."""
    found: list[Token] = []
    end = 0
    try:
        for token in step_by_step(text).iter_parse():
            start, end = token.start_pos, token.end_pos
            if token.type == "_NL":
                comments = COMMENT.finditer(text, start, end)
                found += [Token("COMMENT", one.start(1), one.end(1)) for one in comments]
            else:
                found.append(Token(token.type, start, start + len(token.value.rstrip(BLANKS))))
    except Unreadable:
        at = end
        while at < len(text) - 1 and text[at].isspace():
            at += 1
        return found, at
    return found, None


def may_follow(text: str) -> frozenset[str]:
    """The terminals that may stand after the beginning of a block; none where that cannot be read itself."""
    reading = step_by_step(text)
    try:
        for _ in reading.iter_parse():
            pass
    except Unreadable:
        return frozenset()
    return frozenset(reading.accepts())


class Lexed:
    """The tokens of a file's blocks, each read once as long as its text stands."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, list[Token]]] = {}

    def of_file(self, path: str, text: str) -> list[Token]:
        """All tokens of a text, by offsets in it."""
        known, kept = self._known.get(path, {}), {}
        starts = [match.start() for match in HEADING.finditer(text)]
        found = [
            Token("COMMENT", one.start(1), one.end(1)) for one in COMMENT.finditer(text, 0, (starts or [len(text)])[0])
        ]
        for start, end in pairwise([*starts, len(text)]):
            block = text[start:end]
            kept[block] = known[block] if block in known else tokens(block)
            found += [Token(one.terminal, one.start + start, one.end + start) for one in kept[block]]
        self._known[path] = kept
        return found

    def at(self, path: str, text: str, offset: int) -> Token | None:
        """The token that an offset lies in; where two meet, the later one."""
        found = [one for one in self.of_file(path, text) if one.start <= offset <= one.end]
        return found[-1] if found else None
