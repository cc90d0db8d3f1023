"""A model as a tree of things: each with a kind, a name, its properties as plain values, and the things under it.

In: what the readers of this room make of a model. Out: `Thing`s, and the facts that they come to: an ordered mapping from keys to plain
values, in which nothing of meaning is missing and nothing says where a line stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from fractions import Fraction
from typing import Any

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.model import Clause, Column, Document, Metric, Node, Notes, Part, Quantity, Standard
from ctmm_dsl.revision.values import Key, Value
from ctmm_dsl.source import Span

Facts = dict[Key, Value]
"""Every fact of a model by its key, in the order of its documents."""

BY_LEVEL = ("descriptor", "row")
"""Things whose name is their level."""


@dataclass(slots=True, eq=False)
class Thing:
    """`id` is how a person points to it, `title` its name on the way down to what is below it, `text` what a reader reads there; `shown`
    has the words for properties that are no plain text. `key` is given when the tree is whole."""

    kind: str
    name: str
    id: str
    title: str
    text: str
    span: Span | None
    aspects: dict[str, Value]
    children: list[Thing] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)
    parent: Thing | None = None
    key: Key = ()

    @property
    def document(self) -> Thing:
        """The standard, profile or crosswalk that it stands in."""
        one = self
        while one.parent is not None and one.parent.parent is not None:
            one = one.parent
        return one

    @property
    def level(self) -> str:
        """The level that it stands at; empty for what has none. The name of a row or a descriptor is its level."""
        return str(self.aspects["level"]) if self.kind == "clause" else self.name if self.kind in BY_LEVEL else ""

    def walk(self) -> Iterator[Thing]:
        """It and all below it, in the document's order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(one.children)

    def above(self) -> list[Thing]:
        """The things on the way down to it, without the whole spec and without itself."""
        found: list[Thing] = []
        one = self.parent
        while one is not None and one.parent is not None:
            found.append(one)
            one = one.parent
        return found[::-1]

    def words(self, aspect: str) -> str:
        """A property as a reader reads it."""
        return self.shown[aspect] if aspect in self.shown else spoken(self.aspects[aspect])


# ---- keys and facts --------------------------------------------------------------------------------------------


def step_of(kind: str, name: str, count: int) -> str:
    """A step of a key; `count`: how many things of this kind and name stand beside it up to here."""
    word = f"{kind} {name.replace('~', '~~')}" if name else kind
    return word if count == 1 else f"{word}~{count}"


def steps_of(names: Iterable[tuple[str, str]]) -> list[str]:
    """The steps of things side by side, by kind and name."""
    counts: dict[tuple[str, str], int] = {}
    found = []
    for kind, name in names:
        counts[kind, name] = counts.get((kind, name), 0) + 1
        found.append(step_of(kind, name, counts[kind, name]))
    return found


def rooted(documents: list[Thing]) -> Thing:
    """The whole spec: its documents under one root, each thing given its parent and its key."""
    root = Thing("spec", "", "", "", "", None, {}, documents)
    waiting = [root]
    while waiting:
        one = waiting.pop()
        steps = steps_of((child.kind, child.name) for child in one.children)
        for child, step in zip(one.children, steps, strict=True):
            child.parent = one
            child.key = (*one.key, step)
        waiting += one.children
    return root


def facts_of(root: Thing) -> Facts:
    """A tree flattened: each thing's kind and name, then its properties, then what is under it."""
    found: Facts = {}
    for thing in root.walk():
        if thing.parent is not None:
            found[(*thing.key, "")] = [thing.kind, thing.name]
            for aspect, value in thing.aspects.items():
                found[(*thing.key, aspect)] = value
    return found


# ---- plain values ----------------------------------------------------------------------------------------------


def plain(value: Any) -> Value:
    """A value of the model without places; what it refers to stands by its identifier."""
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction():
            return str(value)
        case tuple() | list():
            return [plain(one) for one in value]
        case dict():
            return {str(name): plain(one) for name, one in value.items()}
        case Standard() | Node() | Clause() | Column():
            return value.id
        case Metric() | Quantity() | Part() | Document():
            return value.name
    assert is_dataclass(value) and not isinstance(value, Span), value
    return {"is": type(value).__name__.lower()} | {
        one.name: plain(getattr(value, one.name)) for one in fields(value) if not is_place(one.type)
    }


def is_place(annotation: Any) -> bool:
    """Whether a field only says where something stands."""
    return "Span" in str(annotation)


def of_notes(notes: Notes) -> dict[str, Value]:
    return {"remarks": plain(notes.remarks), "errata": plain(notes.errata)}


def spoken(value: Value) -> str:
    """A plain value as a reader reads it."""
    match value:
        case None | False:
            return ""
        case True:
            return "✓"
        case list():
            return "\n".join(filter(None, map(spoken, value)))
        case dict():
            said = (spoken(one) for name, one in value.items() if name != "is")
            return " ".join(filter(None, said))
        case _:
            return str(value)


def weight_words(weight: Fraction | None) -> str:
    return "" if weight is None else decimal(weight * 100) + "%"
