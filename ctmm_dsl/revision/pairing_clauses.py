"""Which clause of the new edition is which of the old one: by what it says, then by where it stands.

In: two specs whose nodes are paired. Out: pairs of clauses, and those that were split or merged. A clause that says the same is the same
clause, in its cell, in its leaf, anywhere; then a clause is looked for that became several beside each other, or was made of several; then
one that says nearly the same, the nearer the less. A clause with the same identifier that says something else is another clause.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from fractions import Fraction

from ctmm_dsl.revision.likeness import Grams, Shelf, grams, greedily, likeness
from ctmm_dsl.revision.pairs import Pairs, fixed
from ctmm_dsl.revision.pieces import pieces
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.wording import fold

Held = Mapping[Thing, Grams]
Home = Callable[[Thing], Hashable]

IN_CELL, IN_LEAF, ANYWHERE = Fraction(1, 3), Fraction(1, 2), Fraction(3, 5)
"""How much two texts have in common at least, to be one clause: in one leaf at one level, in one leaf, elsewhere."""
SAME_ID = Fraction(1, 10)
"""What the same identifier adds to that."""


def pair_clauses(pairs: Pairs, old: Thing, new: Thing) -> None:
    olds, news = ([one for one in root.walk() if one.kind == "clause"] for root in (old, new))
    texts = {one: fold(one.text) for one in (*olds, *news)}

    def home(one: Thing) -> Hashable:
        """The leaf, as it is known in the new edition."""
        return pairs.new_of.get(one.parent, one.parent) if one.parent else None

    def document(one: Thing) -> Hashable:
        return pairs.new_of.get(one.document, one.document)

    keys: tuple[Home, ...] = (
        lambda one: (home(one), one.name, texts[one]),
        lambda one: (home(one), one.aspects["level"], texts[one]),
        lambda one: (home(one), texts[one]),
        lambda one: (document(one), one.id, texts[one]),
        lambda one: (document(one), texts[one]),
    )
    for key in keys:
        fixed(pairs, olds, news, key)
    held = {one: grams(texts[one]) for one in (*pairs.left(olds), *pairs.left(news))}
    _pair_pieces(pairs, held, olds, news, home)
    _pair_alike(pairs, held, olds, news, IN_CELL, lambda one: (home(one), one.aspects["level"]))
    _pair_alike(pairs, held, olds, news, IN_LEAF, home)
    _pair_alike(pairs, held, olds, news, ANYWHERE, document)
    pieces_left = pairs.pieces()
    rest_old, rest_new = ([one for one in pairs.left(ones) if one not in pieces_left] for ones in (olds, news))
    fixed(pairs, rest_old, rest_new, lambda one: texts[one] or None)


def _pair_pieces(pairs: Pairs, held: Held, olds: list[Thing], news: list[Thing], home: Home) -> None:
    """Splits, then mergers; the piece that has most of the whole, the first of equals, is the other edition of it."""
    for whole, parts in pieces(pairs.left(olds), pairs.left(news), held, home):
        pairs.splits.append((whole, parts))
        pairs.add(whole, _most(parts, whole, held))
    taken = pairs.pieces()
    come = [one for one in pairs.left(news) if one not in taken]
    for whole, parts in pieces(come, pairs.left(olds), held, home):
        pairs.mergers.append((parts, whole))
        pairs.add(_most(parts, whole, held), whole)


def _most(parts: tuple[Thing, ...], whole: Thing, held: Held) -> Thing:
    return max(parts, key=lambda one: likeness(held[one], held[whole]))


def _pair_alike(pairs: Pairs, held: Held, olds: list[Thing], news: list[Thing], at_least: Fraction, home: Home) -> None:
    """Those that stand in one place, as `home` says, and say nearly the same."""
    spoken_for = pairs.pieces()
    rooms: dict[Hashable, tuple[list[Thing], list[Thing]]] = {}
    for side, things in enumerate((olds, news)):
        for one in pairs.left(things):
            if one not in spoken_for:
                rooms.setdefault(home(one), ([], []))[side].append(one)
    for gone, come in rooms.values():
        for at, to in greedily(_scored(gone, come, held, at_least)):
            pairs.add(gone[at], come[to])


def _scored(
    gone: list[Thing], come: list[Thing], held: Held, at_least: Fraction
) -> Iterator[tuple[Fraction, int, int]]:
    shelf: Shelf[int] = Shelf((at, held[one]) for at, one in enumerate(gone))
    for to, after in enumerate(come):
        for at, own in shelf.near(held[after]):
            share = likeness(own, held[after])
            if share >= at_least:
                yield share + SAME_ID * (gone[at].id == after.id), at, to
