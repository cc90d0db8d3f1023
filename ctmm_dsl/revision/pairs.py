"""Pairs of things, one of each edition, as they are found; and what the old edition's things are called now."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable

from ctmm_dsl.revision.things import Thing, spoken
from ctmm_dsl.revision.values import Value


class Pairs:
    """`old_of` and `new_of` lead from a thing to its other edition; `splits` and `mergers` have those that became several, or one."""

    def __init__(self) -> None:
        self.old_of: dict[Thing, Thing] = {}
        self.new_of: dict[Thing, Thing] = {}
        self.found: list[tuple[Thing, Thing]] = []
        self.splits: list[tuple[Thing, tuple[Thing, ...]]] = []
        self.mergers: list[tuple[tuple[Thing, ...], Thing]] = []
        self._called: dict[str, dict[str, dict[str, str]]] = {}

    def add(self, old: Thing, new: Thing) -> None:
        assert old not in self.new_of and new not in self.old_of
        self.new_of[old] = new
        self.old_of[new] = old
        self.found.append((old, new))

    def left(self, things: Iterable[Thing]) -> list[Thing]:
        """Those that have no other edition so far."""
        return [one for one in things if one not in self.new_of and one not in self.old_of]

    def pieces(self) -> set[Thing]:
        """What others were split into or made of: it neither came nor went."""
        return {one for _, parts in self.splits for one in parts} | {one for parts, _ in self.mergers for one in parts}

    def now(self, document: Value, kind: str, name: str) -> str:
        """What a thing of an old document is called now; its name as it was where it is gone."""
        return self.called(str(document), kind).get(name, name)

    def called(self, document: str, kind: str) -> dict[str, str]:
        """The things of a kind in an old document that have another name now. Asked for once all of them are paired."""
        if kind not in self._called:
            names: dict[str, dict[str, str]] = {}
            for old, new in self.found:
                if old.kind == kind:
                    names.setdefault(old.document.name, {}).setdefault(_name(old), _name(new))
            self._called[kind] = {
                where: {old: new for old, new in known.items() if old != new} for where, known in names.items()
            }
        return self._called[kind].get(document, {})


def _name(one: Thing) -> str:
    return one.id if one.kind == "clause" else one.name


def fixed(pairs: Pairs, olds: Iterable[Thing], news: Iterable[Thing], key: Callable[[Thing], Hashable]) -> None:
    """Pair the things that have the same key, in their order; None is no key."""
    waiting: dict[Hashable, deque[Thing]] = {}
    for one in pairs.left(olds):
        waiting.setdefault(key(one), deque()).append(one)
    for one in pairs.left(news):
        wanted = key(one)
        if wanted is not None and waiting.get(wanted):
            pairs.add(waiting[wanted].popleft(), one)


def said(one: Thing) -> str:
    """All that a thing says, with what is under it, its name apart."""
    own = [spoken(value) for thing in one.walk() for value in thing.aspects.values()]
    return "\n".join(filter(None, own))


def about(pairs: Pairs, row: Thing) -> str:
    """What a row of the old edition is about, by the names of the new one."""
    document = row.document
    match row.kind:
        case "weight" | "choice":
            return pairs.now(document.aspects["of"], "node", row.name)
        case "expectation":
            counted, _, node = row.name.partition(" ")
            return f"{counted} {pairs.now(document.name, 'node', node)}" if node else counted
    ends = (("source", "subject"), ("target", "target"))
    named = (pairs.now(document.aspects[of], "node", str(row.aspects[end])) for of, end in ends)
    return " ".join(filter(None, named))
