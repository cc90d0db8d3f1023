"""Findings that a document allows, as things: each with its reason and what it stands at.

In: a document of the model, and the thing made of it. Out: a thing for each `@allow`. What an allowance covers is told by the thing on
whose line it begins, not by a number of a line, which any edit above it would change.
"""

from __future__ import annotations

from ctmm_dsl.model import Clauses, Crosswalk, Profile, Standard
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.revision.values import Value
from ctmm_dsl.source import Span


def allowances(document: Standard | Profile | Crosswalk, made: Thing) -> list[Thing]:
    if not document.allows:
        return []
    names = _names(document, made)
    found = []
    for one in document.allows:
        line = _line(one.scope)
        where = names.get(line) or one.scope.source.line(line).strip()
        aspects: dict[str, Value] = {"where": where, "reason": one.reason}
        text = " ".join(filter(None, (one.code, where, one.reason)))
        found.append(Thing("allow", one.code, f"{one.code} {where}", one.code, text, one.span, aspects))
    return found


def _names(document: Standard | Profile | Crosswalk, made: Thing) -> dict[int, str]:
    """What stands on each line, by its identifier; a line on which several things stand is that of the outermost."""
    names: dict[int, str] = {_line(document.extent): made.id}
    if isinstance(document, Standard):
        for node in document.walk():
            if isinstance(node.leaf, Clauses):
                names |= {_line(cell.span): f"{node.id} level {cell.level}" for cell in node.leaf.cells}
    for thing in made.walk():
        if thing.span is not None:
            names.setdefault(_line(thing.span), thing.id)
    return names


def _line(span: Span) -> int:
    return span.source.position(span.start).line
