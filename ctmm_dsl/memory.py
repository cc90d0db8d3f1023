"""What was made before, kept for as long as what it was made of is the same.

In: a key, the values that something rests on, and how it is made. Out: the thing itself, made anew only where one of those values is not
the object that it was. Values are immutable here, so the same object means the same meaning; an equal one is not looked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

R = TypeVar("R")


class Memory:
    """One thing a key, so that it never holds more than the last text of every file. Texts may be equal; all else is the same object."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[tuple[object, ...], object]] = {}

    def recall(self, key: tuple[str, str], rests_on: tuple[object, ...], make: Callable[[], R]) -> R:
        """What stands under a key, whose first part says what kind of thing it is."""
        kept = self._kept.get(key)
        if kept is not None and _same(kept[0], rests_on):
            return cast("R", kept[1])
        made = make()
        self._kept[key] = rests_on, made
        return made

    def copy(self) -> Memory:
        """A memory of the same things, for a trial: what is kept there later is not kept here."""
        other = Memory()
        other._kept.update(self._kept)
        return other

    def forget(self, name: str) -> None:
        """Drop all that stands under a name, of whatever kind."""
        for key in [key for key in self._kept if key[1] == name]:
            del self._kept[key]


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(
        one is other or (isinstance(one, str) and one == other) for one, other in zip(before, now, strict=True)
    )
