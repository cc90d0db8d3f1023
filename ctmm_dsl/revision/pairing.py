"""Which thing of the new edition is which of the old one.

In: two trees of things. Out: `Pairs`. Documents by their identifiers; nodes and clauses by rules of their own (`pairing_nodes`,
`pairing_clauses`), anywhere in the spec; all else beside its likes, under the same thing: by name where its name is an identifier, by what
it says where its name is only a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ctmm_dsl.revision.likeness import Grams, Shelf, grams, greedily, likeness
from ctmm_dsl.revision.pairing_clauses import pair_clauses
from ctmm_dsl.revision.pairing_nodes import pair_nodes
from ctmm_dsl.revision.pairs import Pairs, about, fixed, said
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.wording import fold

SINGLE = ("calculation", "method", "scale")
"""Of these there is one under each thing."""
NUMBERED = ("level", "chapter", "term", "paragraph", "descriptor", "row", "part", "allow")
"""These are known by what they say; their names only count them."""
REFERRING = ("weight", "choice", "mapping", "expectation")
"""These are known by what they are about."""
FIXED = ("fact", "motto")
"""These have a name that stays."""

ENOUGH = Fraction(1, 2)
"""What two texts of things with different names have in common at least, to be one thing."""


def paired(old: Thing, new: Thing) -> Pairs:
    """All pairs of two specs."""
    pairs = Pairs()
    pairs.add(old, new)
    pair_documents(pairs, old.children, new.children)
    documents = [(pairs.old_of[one], one) for one in new.children if one in pairs.old_of]
    for before, after in documents:
        pair_nodes(pairs, before, after)
    pair_clauses(pairs, old, new)
    waiting = [one for one in new.walk() if one in pairs.old_of and one is not new]
    for after in waiting:
        pair_below(pairs, pairs.old_of[after], after)
    return pairs


# ---- documents -------------------------------------------------------------------------------------------------


def pair_documents(pairs: Pairs, olds: list[Thing], news: list[Thing]) -> None:
    """By kind and identifier; one with another identifier by what stands in it."""
    by_name = {(one.kind, one.name): one for one in olds}
    for after in news:
        before = by_name.get((after.kind, after.name))
        if before is not None and before not in pairs.new_of:
            pairs.add(before, after)
    gone, come = pairs.left(olds), pairs.left(news)
    held = {one: frozenset(_sayings(one)) for one in (*gone, *come)}
    scored = [
        (likeness(held[before], held[after]), at, to)
        for at, before in enumerate(gone)
        for to, after in enumerate(come)
        if before.kind == after.kind
    ]
    for at, to in greedily(one for one in scored if one[0] >= ENOUGH):
        pairs.add(gone[at], come[to])


def _sayings(document: Thing) -> Iterable[str]:
    return (f"{one.kind} {fold(one.text)}" for one in document.walk() if one is not document)


# ---- things side by side ---------------------------------------------------------------------------------------


def pair_below(pairs: Pairs, before: Thing, after: Thing) -> None:
    """What stands under two things that are one, down to the end; nodes and clauses apart."""
    kinds: dict[str, tuple[list[Thing], list[Thing]]] = {}
    for side, thing in enumerate((before, after)):
        for child in thing.children:
            if child.kind not in ("node", "clause"):
                kinds.setdefault(child.kind, ([], []))[side].append(child)
    for kind, (olds, news) in kinds.items():
        first = len(pairs.found)
        _pair_kind(pairs, kind, olds, news)
        for one, other in pairs.found[first:]:
            pair_below(pairs, one, other)


def _pair_kind(pairs: Pairs, kind: str, olds: list[Thing], news: list[Thing]) -> None:
    if kind in SINGLE:
        fixed(pairs, olds, news, lambda one: "")
        return
    fixed(pairs, olds, news, lambda one: (one.name, said(one)))
    if kind in REFERRING:
        _pair_referring(pairs, kind, olds, news)
    elif kind in NUMBERED:
        fixed(pairs, olds, news, said)
        _alike(pairs, olds, news)
        fixed(pairs, olds, news, lambda one: one.name or None)
    else:
        fixed(pairs, olds, news, lambda one: one.name)
        if kind not in FIXED:
            fixed(pairs, olds, news, said)
            _alike(pairs, olds, news)


def _alike(pairs: Pairs, olds: list[Thing], news: list[Thing]) -> None:
    """Those that say nearly the same, the most alike first; of equals the one with the same name."""
    gone, come = pairs.left(olds), pairs.left(news)
    if not gone or not come:
        return
    shelf: Shelf[int] = Shelf((at, _grams(one)) for at, one in enumerate(gone))
    scored = []
    for to, after in enumerate(come):
        own = _grams(after)
        for at, other in shelf.near(own):
            share = likeness(own, other)
            if share >= ENOUGH:
                scored.append((share + Fraction(gone[at].name == after.name, 8), at, to))
    for at, to in greedily(scored):
        pairs.add(gone[at], come[to])


def _grams(one: Thing) -> Grams:
    return grams(fold(said(one)))


def _pair_referring(pairs: Pairs, kind: str, olds: list[Thing], news: list[Thing]) -> None:
    """By what they are about, as it is called now; a row of a crosswalk also by its subject and its reason."""
    now = {one: about(pairs, one) for one in olds}
    fixed(pairs, olds, news, lambda one: now.get(one, one.name))
    if kind == "mapping":
        fixed(pairs, olds, news, lambda one: (now.get(one, one.name).partition(" ")[0], one.aspects["reason"]))
