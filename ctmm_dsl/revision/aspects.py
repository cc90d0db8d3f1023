"""Which properties of a thing are others now; and whether they only follow a name that was changed elsewhere.

In: both editions of a thing. Out: names of properties.
"""

from __future__ import annotations

from ctmm_dsl.revision.pairs import Pairs
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.revision.values import Value

QUANTITIES = ("quantity", "counted")
"""Fields of an expression that name a quantity."""


def differing(old: Thing, new: Thing) -> list[str]:
    return [aspect for aspect, value in new.aspects.items() if old.aspects[aspect] != value]


def follows(pairs: Pairs, aspect: str, old: Thing, new: Thing) -> bool:
    """Whether a property says the same as before, by the names that things have now."""
    return _translated(pairs, aspect, old, new) == new.aspects[aspect]


def _translated(pairs: Pairs, aspect: str, old: Thing, new: Thing) -> Value:
    value, document = old.aspects[aspect], old.document
    match aspect:
        case "origins":
            return _named(
                value, {name: pairs.called(str(document.aspects["subset"]), "clause") for name in ("target", "clause")}
            )
        case "figures" if new.kind == "clause":
            above = document.aspects["subset"]
            known = pairs.called(str(above), "metric") | pairs.called(document.name, "metric")
            return _named(value, {"name": known, "metric": known})
        case "body" | "definition":
            quantities = pairs.called(document.name, "quantity")
            return _named(value, {**dict.fromkeys(QUANTITIES, quantities), "part": _parts(pairs, old)})
        case "remarks":
            known = {**pairs.called(document.name, "node"), **pairs.called(document.name, "clause")}
            return _named(value, {"target": known})
        case "where":
            name, mark, level = str(value).partition(" level ")
            return pairs.now(document.name, "clause", pairs.now(document.name, "node", name)) + mark + level
        case "whole":
            return pairs.now(document.name, "quantity", str(value)) if value else value
        case "column":
            return pairs.now(document.name, "column", str(value))
        case "subset" | "of" | "scoring" | "source" | "target":
            return pairs.now(value, "standard", str(value))
    return value


def _parts(pairs: Pairs, old: Thing) -> dict[str, str]:
    """What the parts of a calculation are called now; those that a reading has from the document too."""
    holder = old.parent if old.kind == "part" and old.parent else old
    beside = holder.parent.children if holder.kind == "reading" and holder.parent else []
    main = [one for one in beside if one.kind == "calculation"]
    parts = (part for one in (*main, holder) for part in one.children)
    return {part.name: pairs.new_of[part].name for part in parts if part in pairs.new_of}


def _named(value: Value, known: dict[str, dict[str, str]]) -> Value:
    """A value with the names in these fields as they are now."""
    match value:
        case list():
            return [_named(one, known) for one in value]
        case dict():
            return {
                name: known[name].get(one, one) if name in known and isinstance(one, str) else _named(one, known)
                for name, one in value.items()
            }
        case _:
            return value
