"""Names that were not found: what was probably meant."""

from __future__ import annotations

from collections.abc import Collection
from heapq import nlargest
from itertools import takewhile

from ctmm_dsl.findings import Both
from ctmm_dsl.slips import likeliest, nearest

MOST = 2000
"""Among more names than this no nearest one is sought: a suggestion is worth a moment, not a minute."""
LIKELY = 40
"""So many names, those that begin most like the one that was not found, are compared letter by letter."""


def nearest_of(name: str, names: Collection[str]) -> Both:
    """“did you mean …”, or nothing. Capitals that were written small are no other name."""
    return nearest(*_compared(name, names))


def likeliest_of(name: str, names: Collection[str]) -> list[str]:
    """The names that `nearest_of` speaks of."""
    return likeliest(*_compared(name, names))


def _compared(name: str, names: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """A name and those to compare it with; where one differs in capitals only, that one as itself."""
    folded = name.casefold()
    alike = [known for known in dict.fromkeys(names) if known[:1].casefold() == folded[:1]][:MOST]
    same = next((known for known in alike if known.casefold() == folded), None)
    if same:
        return same, (same,)
    return name, tuple(nlargest(LIKELY, alike, key=lambda known: _shared_start(known, name)))


def _shared_start(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
