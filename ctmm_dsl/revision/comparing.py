"""Two models compared: what is another in meaning, each as a change.

In: two models. Out: a `Revision`, empty where they mean the same. The changes stand in the order of the new edition; what is gone stands
after what stood before it.
"""

from __future__ import annotations

from dataclasses import replace

from ctmm_dsl.model import Model
from ctmm_dsl.revision.asking import asks
from ctmm_dsl.revision.aspects import differing
from ctmm_dsl.revision.pairing import paired
from ctmm_dsl.revision.pairs import Pairs
from ctmm_dsl.revision.places import Placements, placements
from ctmm_dsl.revision.taking import taken
from ctmm_dsl.revision.telling import Teller
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.revision.values import Change, Revision, Step

OWN = ("standard", "profile", "crosswalk", "node", "clause")
"""Things that are told by themselves when what they stand in comes or goes with them; all else is a part of that."""
TOGETHER = {
    ("clause", "label"): ("lettered",),
    ("method", "strict"): ("threshold",),
    ("expectation", "total"): ("parts",),
}
"""Properties that are told as one."""

Ordered = tuple[tuple[int, int, int], Change]


def revision(old: Model, new: Model) -> Revision:
    """What changed in meaning from one edition to the other."""
    before, after = taken(old), taken(new)
    pairs = paired(before, after)
    told = Comparison(pairs, before, after).changes()
    return Revision(told, asks(pairs, told))


class Comparison:
    """Gathers the changes of one pair of editions."""

    def __init__(self, pairs: Pairs, before: Thing, after: Thing) -> None:
        self.pairs = pairs
        self.olds, self.news = ([one for one in root.walk() if one is not root] for root in (before, after))
        self.rank = {one: at for at, one in enumerate(self.news)}
        self.placed: Placements = placements(pairs, after)
        self.tell = Teller(pairs)
        self.pieces = pairs.pieces()
        self.split_at = {pairs.new_of[whole]: (whole, parts) for whole, parts in pairs.splits}
        self.merged_at = {whole: parts for parts, whole in pairs.mergers}
        self.found: list[Ordered] = []

    def changes(self) -> tuple[Change, ...]:
        for at, one in enumerate(self.news):
            for change in self._of_new(one):
                self.found.append(((at, 0, 0), change))
        self._gone()
        return tuple(change for _, change in sorted(self.found, key=lambda one: one[0]))

    # ---- what is there -----------------------------------------------------------------------------------------

    def _of_new(self, one: Thing) -> list[Change]:
        old = self.pairs.old_of.get(one)
        if old is None:
            return [self._added(one)] if one not in self.pieces and _stands_alone(one, self.pairs.old_of) else []
        changes = []
        if one in self.split_at:
            changes.append(self._split(one))
        elif one in self.merged_at:
            changes.append(self._merged(one))
        placing = self.placed.get(one)
        carried: set[str] = set()
        if placing is not None:
            step = Step(old.key, one.key, placing.at, placing.values)
            carried = {aspect for aspect, _, _ in placing.values}
            if changes and placing.kind != "moved":  # a split or a merger tells the new identifier as well
                changes[0] = replace(changes[0], steps=(*changes[0].steps, step))
            else:
                changes.append(self.tell.placed(placing.kind, old, one, step))
        for aspect in differing(old, one):
            if aspect not in carried and not (aspect == "text" and changes and changes[0].kind in ("split", "merged")):
                told = [
                    name
                    for name in (aspect, *TOGETHER.get((one.kind, aspect), ()))
                    if old.aspects[name] != one.aspects[name]
                ]
                carried |= set(told)
                values = tuple((name, old.aspects[name], one.aspects[name]) for name in told)
                changes.append(self.tell.edited(aspect, old, one, Step(old.key, one.key, None, values)))
        return changes

    def _added(self, one: Thing) -> Change:
        return self.tell.added(one, tuple(self._put_in(each) for each in _with_parts(one, self.pairs.old_of)))

    def _put_in(self, one: Thing) -> Step:
        assert one.parent
        return Step(
            (), one.key, self.placed.place_of(one), tuple((name, None, value) for name, value in one.aspects.items())
        )

    def _split(self, one: Thing) -> Change:
        whole, parts = self.split_at[one]
        steps = [self._text(whole, one)]
        steps += [self._put_in(part) for part in parts if part is not one]
        return self.tell.split(whole, parts, tuple(steps))

    def _merged(self, one: Thing) -> Change:
        parts = self.merged_at[one]
        first = self.pairs.old_of[one]
        steps = [self._text(first, one)]
        steps += [_taken_out(part) for part in parts if part is not first]
        return self.tell.merged(parts, one, tuple(steps))

    def _text(self, old: Thing, new: Thing) -> Step:
        return Step(old.key, new.key, None, (("text", old.aspects["text"], new.aspects["text"]),))

    # ---- what is gone ------------------------------------------------------------------------------------------

    def _gone(self) -> None:
        """What has no other edition, after the last thing before it that has one."""
        last = -1
        for at, one in enumerate(self.olds):
            if one in self.pairs.new_of:
                last = self.rank[self.pairs.new_of[one]]
            elif one not in self.pieces and _stands_alone(one, self.pairs.new_of):
                steps = tuple(_taken_out(each) for each in _with_parts(one, self.pairs.new_of))
                self.found.append(((last, 1, at), self.tell.removed(one, steps)))


def _taken_out(one: Thing) -> Step:
    return Step(one.key, (), None, tuple((name, value, None) for name, value in one.aspects.items()))


def _stands_alone(one: Thing, others: dict[Thing, Thing]) -> bool:
    """Whether a thing that came or went is told by itself: not where it is a part of something that came or went with it."""
    parent = one.parent
    if parent is None or parent.parent is None or parent in others:
        return True
    document = one.document
    return one.kind in OWN and document in others


def _with_parts(one: Thing, others: dict[Thing, Thing]) -> list[Thing]:
    """A thing and what came or went with it as a part of it."""
    found = [one]
    for child in one.children:
        if child not in others and not _stands_alone(child, others):
            found += _with_parts(child, others)
    return found
