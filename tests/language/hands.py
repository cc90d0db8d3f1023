"""What a hand does to a text: every way in which it slips, as a function from a file's lines to its broken versions.

In: the lines of a sound file. Out: for every place where the slip can be made, the line where it was made and the broken lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple


class Broken(NamedTuple):
    """A file with a slip in it, and the line (from 0) where the slip was made."""

    at: int
    lines: list[str]


Slip = Callable[[list[str]], Iterator[Broken]]
By = str | Callable[[re.Match[str]], str]


def replacing(pattern: str, by: By) -> Slip:
    """Every place where a pattern is found, replaced."""

    def slip(lines: list[str]) -> Iterator[Broken]:
        for at, line in enumerate(lines):
            for match in re.finditer(pattern, line):
                new = match.expand(by) if isinstance(by, str) else by(match)
                broken = line[: match.start()] + new + line[match.end() :]
                if broken != line:
                    yield Broken(at, [*lines[:at], *broken.split("\n"), *lines[at + 1 :]])

    return slip


def deleting(pattern: str, *, alone: bool = False) -> Slip:
    """Every line that a pattern matches, taken out with all that is indented under it; `alone`: without that."""

    def slip(lines: list[str]) -> Iterator[Broken]:
        for at, line in enumerate(lines):
            if re.match(pattern, line):
                yield Broken(at, lines[:at] + lines[at + 1 if alone else end_of(lines, at) :])

    return slip


def doubling(pattern: str) -> Slip:
    """Every line that a pattern matches, twice, with all that is indented under it."""

    def slip(lines: list[str]) -> Iterator[Broken]:
        for at, line in enumerate(lines):
            if re.match(pattern, line):
                end = end_of(lines, at)
                yield Broken(end, lines[:end] + lines[at:end] + lines[end:])

    return slip


def swapping(pattern: str) -> Slip:
    """Every two neighbours that a pattern matches, changed round."""

    def slip(lines: list[str]) -> Iterator[Broken]:
        for one, other in pairwise([at for at, line in enumerate(lines) if re.match(pattern, line)]):
            end = end_of(lines, other)
            if end_of(lines, one) == other:
                yield Broken(one, lines[:one] + lines[other:end] + lines[one:other] + lines[end:])

    return slip


def end_of(lines: list[str], at: int) -> int:
    """Where a line with what is indented under it ends."""
    end = at + 1
    while end < len(lines) and lines[end].strip() and indent(lines[end]) > indent(lines[at]):
        end += 1
    return end


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def next_digit(match: re.Match[str]) -> str:
    """What a finger beside the right key makes of the last digit that a pattern finds."""
    return match[1] + str(int(match[2]) % 9 + 1)
