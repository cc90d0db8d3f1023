"""What a revision is made of: values for every way of showing it.

Produced by `ctmm_dsl.revision.revision(old, new)`; shown as text, JSON, Markdown, HTML and Word. The JSON alone is enough to apply it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctmm_dsl.findings import Both
from ctmm_dsl.source import Span

CLASSES = ("editorial", "wording", "requirement", "structure", "scoring")
"""From harmless to grave. Each class says who is hurt; see `ctmm_dsl.revision.grades`."""

KINDS = ("added", "removed", "edited", "moved", "renumbered", "reordered", "split", "merged")

WHO = ("cities", "integrators", "document")
"""Who can be hurt: cities with answers, integrators with identifiers, the published document."""

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]
"""What a fact says: plain data without places; a number is a whole number or a text `p/q`."""

Key = tuple[str, ...]
"""The way down to a thing, each step a kind and a name: `("standard ctmm", "node AR", "node AR.1", "clause 1a")`. Of two things with
the same name side by side the second has `~2` after it. A fact's key is its thing's with the aspect after it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A thing of an edition: `document` its standard, profile or crosswalk; `id` as a person would point to it (`AR.1/1a`, `AR.1`,
    `level 2`); `path` the names on the way down to it; `text` what stands there, as a reader reads it."""

    document: str
    id: str
    path: tuple[str, ...]
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Step:
    """What a change does to the facts. `old`: the thing's key in the old edition, empty where it is put in; `new`: its key in the new one,
    empty where it is taken out; `at`: the how-manieth among all that stands beside it in the new edition, None where it follows from the
    rest; `values`: aspect, old value, new value."""

    old: Key
    new: Key
    at: int | None = None
    values: tuple[tuple[str, Value, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change of meaning. `thing`: clause, node, level, scale, method, mapping … (`ctmm_dsl.revision.names.THINGS`); `aspect`: which of
    its properties (`names.ASPECTS`), or empty for the whole; several places on one side are a split or a merger; `why` one sentence on
    who has to do what because of it; `signs`: what in the texts made the class (`60% → 80%`, `宜 → 应`)."""

    kind: str
    thing: str
    aspect: str
    old: tuple[Place, ...]
    new: tuple[Place, ...]
    grade: str
    hurt: tuple[str, ...]
    why: Both
    signs: tuple[Both, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """All changes from one edition of a spec to another, in the order of the new one's documents. `asks`: what is still to be done before
    the new edition is published, a sentence each."""

    changes: tuple[Change, ...]
    asks: tuple[Both, ...] = ()

    def gravest(self) -> str:
        """The gravest class among the changes; empty where there is none."""
        return max((change.grade for change in self.changes), key=CLASSES.index, default="")
