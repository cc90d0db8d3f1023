"""The new edition's facts from the old one's and the changes alone.

In: facts, and changes. Out: facts, in the new order. All steps are taken at once, so that their order does not matter: what is taken out or
put elsewhere leaves its place; what is put somewhere takes the place that its step says; all else keeps its order in what is left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ctmm_dsl.findings import Both, both
from ctmm_dsl.revision.things import Facts, steps_of
from ctmm_dsl.revision.values import Change, Key, Step, Value


class Misfit(Exception):
    """The changes are not about these facts."""

    def __init__(self, words: Both) -> None:
        super().__init__(words["en"])
        self.words = words


@dataclass(slots=True, eq=False)
class _Item:
    """A thing as its facts tell it."""

    kind: str
    name: str
    aspects: dict[str, Value]
    children: list[_Item] = field(default_factory=list)
    stays: bool = True


def applied(facts: Facts, changes: Iterable[Change]) -> Facts:
    """Raises `Misfit` where the changes were made for other facts."""
    items = _items(facts)
    steps = [step for change in changes for step in change.steps]
    placed: dict[Key, dict[int, _Item]] = {}
    for step in steps:
        item = _item(items, step)
        for aspect, old, new in step.values:
            if step.old and (aspect not in item.aspects or item.aspects[aspect] != old):
                raise _misfit((*step.old, aspect))
            item.aspects[aspect] = new
        if not step.new:
            item.stays = False
        elif step.at is not None:
            item.stays = False
            if placed.setdefault(step.new[:-1], {}).setdefault(step.at, item) is not item:
                raise _misfit(step.new)
            item.name = _name(step.new[-1], item.kind)
    found: Facts = {}
    _write(found, (), items[()], placed)
    if placed:
        raise _misfit(next(iter(placed)))
    return found


def _items(facts: Facts) -> dict[Key, _Item]:
    items: dict[Key, _Item] = {(): _Item("", "", {})}
    for key, value in facts.items():
        above, aspect = key[:-1], key[-1]
        if aspect == "" and isinstance(value, list):
            kind, name = value
            items[above] = _Item(str(kind), str(name), {})
            items[above[:-1]].children.append(items[above])
        else:
            items[above].aspects[aspect] = value
    return items


def _item(items: dict[Key, _Item], step: Step) -> _Item:
    """What a step is about: a thing that is there, or one that it brings."""
    if not step.old:
        kind = step.new[-1].partition(" ")[0].partition("~")[0]
        return _Item(kind, _name(step.new[-1], kind), {})
    if step.old not in items:
        raise _misfit(step.old)
    return items[step.old]


def _name(step: str, kind: str) -> str:
    """A thing's name from its step of a key; an odd number of `~` begins a count."""
    word = step.removeprefix(kind)
    head, mark, count = word.rpartition("~")
    if mark and count.isascii() and count.isdigit() and (len(head) - len(head.rstrip("~"))) % 2 == 0:
        word = head
    return word.removeprefix(" ").replace("~~", "~")


def _write(found: Facts, key: Key, item: _Item, placed: dict[Key, dict[int, _Item]]) -> None:
    """A thing's facts and those of all under it, in the new order."""
    if key:
        found[(*key, "")] = [item.kind, item.name]
        found.update(((*key, aspect), value) for aspect, value in item.aspects.items())
    come = placed.pop(key, {})
    staying = iter([child for child in item.children if child.stays])
    children: list[_Item] = []
    while (child := come.pop(len(children), None) or next(staying, None)) is not None:
        children.append(child)
    if come:
        raise _misfit(key)
    for child, step in zip(children, steps_of((child.kind, child.name) for child in children), strict=True):
        _write(found, (*key, step), child, placed)


def _misfit(key: Key) -> Misfit:
    where = " / ".join(key)
    return Misfit(
        both(
            f"这份修订不是为这一版做的：{where} 与其中所记的旧值不同",
            f"the revision was not made for this edition: {where} is not as the revision says it was",
        )
    )
