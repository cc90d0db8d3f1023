"""From a name to the thing, and from the thing to all its names: definitions, references, highlights.

In: a project and a place. Out: occurrences, in the order of files and places.
"""

from __future__ import annotations

from ctmm_dsl.server.names import Occurrence
from ctmm_dsl.server.projects import Project


def same_thing(project: Project, path: str, offset: int) -> list[Occurrence]:
    """Everywhere where the thing at a place is named; where a clause is named by its node's identifier and more, the clause is meant."""
    found = project.names.at(path, offset, project.paths)
    found.sort(key=lambda one: not one.span.start <= offset <= one.span.end)
    clause = next((one for one in found if one.symbol.kind == "clause"), None)
    chosen = clause if clause and found[0].symbol.kind == "node" else next(iter(found), None)
    return project.names.found(chosen.symbol, project.paths) if chosen else []
