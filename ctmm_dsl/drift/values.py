"""What there is to say of a part and the standard that it comes from: values for every way of showing it.

Produced by `ctmm_dsl.drift.drift(part)`, `looked_again(old, new)`; shown as text, JSON, Markdown and HTML.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ctmm_dsl.marks import Marked
from ctmm_dsl.model import RELATIONS, Clause, Node, Standard
from ctmm_dsl.strength import Step

VERDICTS = ("weaker", "stronger", "differs", "same")
"""What a clause asks beside its source: less, more, the same; `differs`: other words, and no rule decides, or rules disagree."""

RULES = ("figure", "modal", "degree", "list", "predicate", "left-out", "added", "level")
"""By what a clause is judged to ask less or more."""

EVENTS = ("edited", "moved", "split", "merged", "removed", "renumbered")
"""What may have become of a source in a new edition."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A clause of the part beside its sources: all marked with one relation (merged ones several). `marks`: from their text to its own."""

    node: Node
    clause: Clause
    relation: str
    sources: tuple[Clause, ...]
    marks: Marked
    steps: tuple[Step, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Unsourced:
    """A clause of the part without a source: with the reason that it gives, or with none; `lost`: the sources that it names and that are
    not there."""

    node: Node
    clause: Clause
    reason: str
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unused:
    """A clause of the whole that no clause of the part comes from."""

    node: Node
    clause: Clause


@dataclass(frozen=True, slots=True)
class Again:
    """A clause of the part to be looked at again: what became of one of its sources. `marks`: from the source's old text to its new one;
    `now`: the identifiers that it has now; `touched`: whether the clause itself was changed since, too."""

    clause: Clause
    source: Clause
    events: tuple[str, ...]
    now: tuple[str, ...]
    marks: Marked
    touched: bool


@dataclass(frozen=True, slots=True)
class Drift:
    """A part beside the whole. `again` is None where no old edition was given."""

    part: Standard
    whole: Standard
    compared: tuple[Compared, ...]
    unsourced: tuple[Unsourced, ...]
    unused: tuple[Unused, ...]
    again: tuple[Again, ...] | None = None

    def of(self, verdict: str) -> tuple[Compared, ...]:
        return tuple(row for row in self.compared if row.verdict == verdict)

    def relations(self) -> dict[str, int]:
        """How many clauses have each relation; a merged clause counts once."""
        counted = Counter(row.relation for row in self.compared)
        return {relation: counted[relation] for relation in RELATIONS}

    def verdicts(self) -> dict[str, int]:
        counted = Counter(row.verdict for row in self.compared)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    def unused_by_level(self) -> dict[int, int]:
        counted = Counter(row.clause.level for row in self.unused)
        return {level.number: counted[level.number] for level in self.whole.levels}
