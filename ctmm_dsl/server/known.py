"""Which names exist that may be written at a place.

In: a project, the heading of a block, the line so far and what may follow. Out: names with what they are: nodes, clauses, quantities and so
on. What kind of name is meant follows from the words before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ctmm_dsl import grammar
from ctmm_dsl.catalogue import CATALOGUE
from ctmm_dsl.model import Model, Standard
from ctmm_dsl.server.projects import Project

Known = tuple[str, str, str]
"""Kind, name, what it is in a few words."""

_MOST = 60


@dataclass(frozen=True)
class _At:
    """A place where a name is written: `head` is the heading's words, `words` those of the line before it."""

    project: Project
    path: str
    heading: str
    line: str
    above: tuple[str, ...]

    @cached_property
    def head(self) -> list[str]:
        return self.heading.split()

    @cached_property
    def words(self) -> list[str]:
        return self.line.split()

    @property
    def model(self) -> Model:
        return self.project.outcome.model

    @cached_property
    def document(self) -> str:
        """The first heading's keyword, in English, and its identifiers."""
        for block in self.project.tree(self.path).blocks[:1]:
            return block.kind
        return ""

    @cached_property
    def ends(self) -> list[str]:
        blocks = self.project.tree(self.path).blocks
        return [word.text for word in blocks[0].heading.words if word] if blocks else []

    @cached_property
    def standard(self) -> Standard | None:
        """The standard whose names are meant where no other is named."""
        at = 1 if self.document == "profile" else 0
        return self.model.standard(self.ends[at]) if len(self.ends) > at else None

    @cached_property
    def target(self) -> Standard | None:
        return self.model.standard(self.ends[1]) if len(self.ends) > 1 else None

    def begins(self, *terminals: str) -> bool:
        """Whether the line begins with a keyword of one of these terminals."""
        first = self.words[0].replace("＠", "@") if self.words else ""
        return first in grammar.words_of(terminals)

    def headed(self, *terminals: str) -> bool:
        return bool(self.head) and self.head[0] in grammar.words_of(terminals)


def identifiers(
    project: Project, path: str, heading: str, line: str, above: tuple[str, ...], expected: frozenset[str]
) -> Iterator[Known]:
    """The names that may be written, given the terminals that may follow."""
    at = _At(project, path, heading, line, above)
    for terminals, names in _BY_TERMINAL:
        if expected & terminals:
            yield from names(at)


def _pointed(at: _At) -> Iterator[Known]:
    """After `@from` and `@see`: nodes and clauses."""
    if at.begins("_FROM"):
        whole = at.standard.superset if at.standard else None
        yield from _clauses(whole, "")
    elif at.begins("_SEE"):
        yield from _nodes(at.standard)
        yield from _clauses(at.standard, "")
        for other in at.model.standards:
            if other is not at.standard:
                yield from (("node", f"{other.id}:{name}", label) for _, name, label in _nodes(other))


def _node_place(at: _At) -> Iterator[Known]:
    """Where an identifier with dots and hyphens stands."""
    if not at.heading:
        yield from _of_headings(at)
    elif at.begins("_SUBSET", "_SCORING"):
        yield from _standards(at)
    elif at.headed("_CROSSWALK"):
        yield from _nodes(at.standard if not at.words else at.target)
    elif at.headed("_WEIGHTS", "_READINGS") and not at.words:
        yield from _nodes(at.standard)
    elif at.begins("_COLUMN") and at.standard:
        yield from (("column", one.id, one.name) for one in at.standard.columns)


def _of_headings(at: _At) -> Iterator[Known]:
    names_one = at.begins("_PROFILE") and len(at.words) > 2
    if names_one or at.begins("_CROSSWALK"):
        yield from _standards(at)


def _counted_in(at: _At) -> Iterator[Known]:
    if at.headed("_EXPECT"):
        yield from _nodes(at.standard)


def _word_place(at: _At) -> Iterator[Known]:
    if at.begins("_REQUIRES") and at.standard:
        yield from (("metric", name, one.label) for name, one in at.standard.known_metrics.items())
    elif at.headed("_READINGS") and at.words and at.standard:
        formula = at.standard.formulas.get(at.words[0])
        yield from (("reading", one.name, one.label) for one in (formula.readings if formula else ()))


def _quantity_place(at: _At) -> Iterator[Known]:
    """In a calculation, and where a line is about a quantity."""
    if (at.begins("_LET") and "=" not in at.line.replace("＝", "=")) or at.begins("_OPTION"):
        return
    if not at.heading or at.standard is None:
        return
    kinds = (
        ("flag",)
        if at.begins("_GATE")
        else ("choice",)
        if _ends(at, "_CHOOSE")
        else ("count",)
        if _ends(at, "_PER")
        else ()
    )
    if not kinds:
        yield from _parts(at)
    for one in at.standard.quantities:
        if not kinds or one.kind in kinds:
            yield "quantity", one.name, one.label


def _ends(at: _At, terminal: str) -> bool:
    return any(at.line.rstrip().endswith(word) for word in grammar.words_of((terminal,)))


def _parts(at: _At) -> Iterator[Known]:
    """The parts that are named in the lines above."""
    lets = grammar.words_of(("_LET",))
    for line in at.above:
        words = line.replace("=", " ").replace("＝", " ").split()
        if len(words) > 1 and words[0] in lets:
            yield "part", words[1], words[2] if len(words) > 2 else ""


def _row_place(at: _At) -> Iterator[Known]:
    """The beginning of a row: flags of a checklist, options of a choice."""
    head = next((line for line in reversed(at.above) if "=" in line.replace("＝", "=")), "")
    chosen = next((word for word in grammar.words_of(("_CHOOSE",)) if word in head), "")
    listing = any(word in head for word in grammar.words_of(("CHECKLIST",)))
    for one in at.standard.quantities if at.standard and (chosen or listing) else ():
        if chosen and one.name in head.partition(chosen)[2].split():
            yield from (("option", option.code, option.label) for option in one.options)
        elif listing and one.kind == "flag":
            yield "quantity", one.name, one.label


def _name_place(at: _At) -> Iterator[Known]:
    if at.begins("SUPPORT") and at.standard:
        for one in at.standard.documents:
            yield "document", f'"{one.name}"' if " " in one.name else one.name, one.text


def _codes(at: _At) -> Iterator[Known]:
    """Codes that can be allowed, those that are found in this file first."""
    found = {one.code for one in at.project.outcome.findings if one.span.source.path == at.path}
    allowable = [one for one in CATALOGUE if one.can_be_allowed]
    yield from (("code", one.code, one.slug) for one in sorted(allowable, key=lambda one: one.code not in found))


def _levels(at: _At) -> Iterator[Known]:
    if at.begins("_BUILDS_ON", "_MOTTO") and at.standard:
        yield from (("level", str(one.number), one.name) for one in at.standard.levels)


def _standards(at: _At) -> Iterator[Known]:
    yield from (("standard", one.id, one.name) for one in at.model.standards)


def _nodes(standard: Standard | None) -> Iterator[Known]:
    if standard:
        yield from (("node", one.id, one.name) for one in standard.nodes.values())


def _clauses(standard: Standard | None, prefix: str) -> Iterator[Known]:
    if standard:
        yield from (("clause", prefix + one.id, one.text[:_MOST]) for one in standard.clauses.values())


_BY_TERMINAL: tuple[tuple[frozenset[str], Callable[[_At], Iterator[Known]]], ...] = (
    (frozenset({"ID"}), _pointed),
    (frozenset({"NODE"}), _node_place),
    (frozenset({"COUNTED_IN"}), _counted_in),
    (frozenset({"WORD"}), _word_place),
    (frozenset({"IDENT"}), _quantity_place),
    (frozenset({"ENTRY"}), _row_place),
    (frozenset({"NAME"}), _name_place),
    (frozenset({"CODE"}), _codes),
    (frozenset({"NUMERAL"}), _levels),
)
"""What names may stand where a terminal is expected."""
