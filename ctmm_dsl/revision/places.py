"""Where things stand now: which of those that are in both editions were moved, given another name or another order.

In: pairs of things. Out: a `Placing` for each thing that does not stand where it stood by itself. As many as can stay where they are do.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctmm_dsl.revision.likeness import longest_rising
from ctmm_dsl.revision.pairs import Pairs, about
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.revision.values import Value

CARRIED = {"clause": ("level", "label", "lettered"), "mapping": ("subject", "target")}
"""Properties that a thing's name says as well."""


@dataclass(frozen=True, slots=True)
class Placing:
    """`kind`: moved, renumbered or reordered; `at`: the how-manieth it is now."""

    kind: str
    at: int
    values: tuple[tuple[str, Value, Value], ...]


class Placements:
    def __init__(self) -> None:
        self._placed: dict[Thing, Placing] = {}
        self._places: dict[Thing, int] = {}

    def get(self, one: Thing) -> Placing | None:
        return self._placed.get(one)

    def place_of(self, one: Thing) -> int:
        return self._places[one]

    def under(self, pairs: Pairs, parent: Thing) -> None:
        """Compare the order of what stands under a thing with the old one."""
        before = pairs.old_of.get(parent)
        places = {child: at for at, child in enumerate(before.children)} if before else {}
        staying: list[Thing] = []
        for at, one in enumerate(parent.children):
            self._places[one] = at
            old = pairs.old_of.get(one)
            if old is None:
                continue
            if old in places and old.level == one.level:
                staying.append(one)
            else:
                self._placed[one] = Placing("moved", at, _carried(old, one))
        in_order = longest_rising([places[pairs.old_of[one]] for one in staying])
        for nth, one in enumerate(staying):
            old = pairs.old_of[one]
            if nth not in in_order or old.name != one.name:
                kind = "reordered" if nth not in in_order else "renumbered" if _follows(pairs, old, one) else "moved"
                self._placed[one] = Placing(kind, self._places[one], _carried(old, one))


def placements(pairs: Pairs, root: Thing) -> Placements:
    found = Placements()
    for thing in root.walk():
        found.under(pairs, thing)
    return found


def _follows(pairs: Pairs, old: Thing, new: Thing) -> bool:
    """Whether another name is only another name: a row of a crosswalk may have got another end."""
    return new.kind != "mapping" or about(pairs, old) == new.name


def _carried(old: Thing, new: Thing) -> tuple[tuple[str, Value, Value], ...]:
    names = CARRIED.get(new.kind, ())
    return tuple(
        (name, old.aspects[name], new.aspects[name]) for name in names if old.aspects[name] != new.aspects[name]
    )
