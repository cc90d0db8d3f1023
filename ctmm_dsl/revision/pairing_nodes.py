"""Which node of the new edition is which of the old one.

In: two editions of a document. Out: pairs. What tells is the identifier, the name, and what is asked there; where they tell different
things, a node is where most of what it asks is. A node that has only its identifier in common with another one is not that one.
"""

from __future__ import annotations

import json
from fractions import Fraction

from ctmm_dsl.revision.likeness import COMMON, grams, greedily, likeness
from ctmm_dsl.revision.pairs import Pairs
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.wording import fold

ID, NAME, CONTENT = 2, 3, 4
"""What the same identifier, the same name and the same content tell."""
AKIN = Fraction(1, 5)
"""Two nodes with one identifier and different names say at least so much alike, to be one node."""

Signs = frozenset[str]


def pair_nodes(pairs: Pairs, before: Thing, after: Thing) -> None:
    olds = [one for one in before.walk() if one.kind == "node"]
    news = [one for one in after.walk() if one.kind == "node"]
    signs = {one: _signs(one) for one in (*olds, *news)}
    scored = _scored(olds, news, signs)
    for at, to in greedily(one for one in scored if one[0] > ID):
        pairs.add(olds[at], news[to])
    by_id = {one.name: one for one in pairs.left(olds)}
    for one in pairs.left(news):
        other = by_id.get(one.name)
        if other is not None and other not in pairs.new_of and _akin(other, one):
            pairs.add(other, one)


def _scored(olds: list[Thing], news: list[Thing], signs: dict[Thing, Signs]) -> list[tuple[Fraction, int, int]]:
    having: dict[str, list[int]] = {}
    for at, one in enumerate(olds):
        for sign in (f"id {one.name}", f"name {fold(one.title)}", *signs[one]):
            having.setdefault(sign, []).append(at)
    scored = []
    for to, new in enumerate(news):
        told = (f"id {new.name}", f"name {fold(new.title)}", *signs[new])
        places = (having.get(sign, []) for sign in told)
        for at in sorted({at for found in places if len(found) <= COMMON for at in found}):
            old = olds[at]
            score = ID * (old.name == new.name) + NAME * (fold(old.title) == fold(new.title))
            scored.append((score + CONTENT * _shared(signs[old], signs[new]), at, to))
    return scored


def _shared(one: Signs, other: Signs) -> Fraction:
    return Fraction(2 * len(one & other), len(one) + len(other)) if one and other else Fraction(0)


def _signs(node: Thing) -> Signs:
    """What is asked at a node: the texts of its leaf, or the names of what is below it."""
    found = []
    for child in node.children:
        if child.kind == "node":
            found.append(f"below {fold(child.title)}")
        elif child.kind in ("clause", "descriptor"):
            found.append(f"text {fold(str(child.aspects['text']))}")
        elif child.kind in ("calculation", "part"):
            found.append(f"body {json.dumps(child.aspects['body'], sort_keys=True)}")
    return frozenset(found)


def _akin(one: Thing, other: Thing) -> bool:
    if one.aspects["leaf"] != other.aspects["leaf"] or one.aspects["layer"] != other.aspects["layer"]:
        return False
    said, now_said = (_text(thing) for thing in (one, other))
    return likeness(grams(said), grams(now_said)) >= AKIN


def _text(node: Thing) -> str:
    return fold(node.title) + "\n" + "\n".join(fold(child.text) for child in node.children)
