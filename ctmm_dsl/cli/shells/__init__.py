"""Completion scripts, one for each shell, written from the same few facts.

In: commands with their options and places. Out: the text of a script. What can be listed only from a spec (standards) or from the program
(codes, generators) is asked of `ctmm list` when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FIRST_WORDS = r"sed -n 's/^\([^ ]*\)  .*/\1/p'"
"""Of the rows of `ctmm list`, the first word: a crosswalk's row has one blank after it, and is none."""


@dataclass(frozen=True)
class Value:
    """What may stand in a place: `words`, `files`, what `ctmm list` tells (`listed`), or anything."""

    kind: str
    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    flags: tuple[str, ...]
    help: str
    value: Value | None


@dataclass(frozen=True)
class Command:
    name: str
    help: str
    options: tuple[Option, ...]
    places: tuple[tuple[Value, bool], ...]

    @property
    def flags(self) -> tuple[str, ...]:
        return tuple(flag for option in self.options for flag in option.flags)


Commands = tuple[Command, ...]


def taking(one: Command) -> Iterator[tuple[str, Value]]:
    for option in one.options:
        if option.value:
            for flag in option.flags:
                yield flag, option.value
