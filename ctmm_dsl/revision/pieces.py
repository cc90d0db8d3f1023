"""A clause that became several beside each other, or several that became one.

In: clauses of one edition and of the other that are still looked for. Out: each whole with its pieces. Pieces stand side by side at one
level of the whole's own leaf; most of what a piece says is in the whole, most of what the whole says is in its pieces, and each
has something of it that no other has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from fractions import Fraction

from ctmm_dsl.revision.likeness import Grams, Shelf, within
from ctmm_dsl.revision.things import Thing

OF_PIECE, OF_WHOLE, ITS_OWN = Fraction(2, 3), Fraction(3, 5), Fraction(1, 8)
"""How much of a piece is in the whole; how much of the whole is in the pieces; how much of it each piece alone has, at least."""


def pieces(
    wholes: Sequence[Thing],
    parts: Sequence[Thing],
    held: Mapping[Thing, Grams],
    home: Callable[[Thing], Hashable],
) -> Iterator[tuple[Thing, tuple[Thing, ...]]]:
    """Each whole that has pieces, in their order; a piece belongs to one whole."""
    shelves = {leaf: Shelf((one, held[one]) for one in ones) for leaf, ones in _by_home(parts, home).items()}
    places = {one: at for part in parts if part.parent for at, one in enumerate(part.parent.children)}
    taken: set[Thing] = set()
    for whole in wholes:
        shelf = shelves.get(home(whole))
        if shelf is None:
            continue
        near = [one for one, own in shelf.near(held[whole])
                if one not in taken and within(own, held[whole]) >= OF_PIECE]  # fmt: skip
        for run in _runs(near, places):
            if _make_up(run, whole, held):
                taken |= set(run)
                yield whole, run
                break


def _by_home(parts: Sequence[Thing], home: Callable[[Thing], Hashable]) -> dict[Hashable, list[Thing]]:
    found: dict[Hashable, list[Thing]] = {}
    for one in parts:
        found.setdefault(home(one), []).append(one)
    return found


def _runs(near: list[Thing], places: Mapping[Thing, int]) -> Iterator[tuple[Thing, ...]]:
    """Neighbours of one level, as many together as there are."""
    run: list[Thing] = []
    for one in sorted(near, key=places.__getitem__):
        last = run[-1] if run else None
        if last is not None and (
            places[one] != places[last] + 1
            or one.aspects["level"] != last.aspects["level"]
            or one.parent is not last.parent
        ):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def _make_up(run: tuple[Thing, ...], whole: Thing, held: Mapping[Thing, Grams]) -> bool:
    if len(run) < 2:
        return False
    said = held[whole]
    having = Counter(pair for one in run for pair in held[one] & said)
    alone = (sum(having[pair] == 1 for pair in held[one] & said) for one in run)
    return Fraction(len(having), len(said)) >= OF_WHOLE and all(Fraction(own, len(said)) >= ITS_OWN for own in alone)
