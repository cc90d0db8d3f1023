"""How much two texts share, exactly, by their pairs of characters; and, among many texts, which could be like which.

In: texts, folded. Out: likenesses as rational numbers from 0 to 1, and candidates. A pair of characters that many texts have tells none of
them apart, so it makes no candidates: what is compared stays in proportion to the texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Generic, TypeVar

COMMON = 24
"""A pair of characters that more texts than this have makes no candidates."""

T = TypeVar("T")
Grams = frozenset[str]


def grams(text: str) -> Grams:
    """The pairs of neighbouring characters of a text; of a single character, itself."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset(filter(None, (text,)))


def likeness(one: Grams, other: Grams) -> Fraction:
    """How much of both is in both."""
    if not one and not other:
        return Fraction(1)
    return Fraction(2 * len(one & other), len(one) + len(other))


def within(part: Grams, whole: Grams) -> Fraction:
    """How much of one is in the other."""
    return Fraction(len(part & whole), len(part)) if part else Fraction(0)


class Shelf(Generic[T]):
    """Things found again by what their texts share."""

    def __init__(self, things: Iterable[tuple[T, Grams]]) -> None:
        self._things = list(things)
        self._having: dict[str, list[int]] = {}
        for at, (_, pairs) in enumerate(self._things):
            for pair in sorted(pairs):
                self._having.setdefault(pair, []).append(at)

    def near(self, pairs: Grams) -> Iterator[tuple[T, Grams]]:
        """The things that share a telling pair with a text, in their order."""
        having = (self._having.get(pair, ()) for pair in pairs)
        found = {at for places in having if len(places) <= COMMON for at in places}
        return (self._things[at] for at in sorted(found))


def greedily(scored: Iterable[tuple[Fraction, int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of places, the best first, each place once; of equals the earliest."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, old, new in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if old not in taken_old and new not in taken_new:
            taken_old.add(old)
            taken_new.add(new)
            yield old, new


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising run of numbers, all different: what can stay where it stands."""
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if numbers[ends[middle]] < number else (low, middle)
        before.append(ends[low - 1] if low else -1)
        ends[low : low + 1] = [at]
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
