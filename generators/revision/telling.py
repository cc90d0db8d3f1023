"""What is told of a revision, and how it is put: names of classes, places and kinds, texts with their marks.

In: a revision, what was agreed to, the names of the two sides. Out: groups of changes and texts in one language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ctmm_dsl.marks import Marked, marked, marked_by_words
from ctmm_dsl.model import Crosswalk, Model
from ctmm_dsl.revision.names import ASPECTS, CLASS_NAMES, THINGS, WHO_NAMES
from ctmm_dsl.revision.values import CLASSES, Change, Place, Revision
from ctmm_dsl.revision.waivers import Judged
from generators.revision.words import WORDS

GRAVEST_FIRST = CLASSES[::-1]
COUNTED = ("total", "parts", "pins")
NAMED = ("value", "reading", "scoring", "subset", "of")
"""Properties that are read word by word: counts and fingerprints, and identifiers, dates and numbers of documents."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that is told: the sides by their names, the documents' titles by their identifiers, what nodes are called, the changes and which
    of them were agreed to, and the file that says so."""

    old: str
    new: str
    titles: dict[str, str]
    nodes: dict[tuple[str, str], str]
    revision: Revision
    judged: Judged
    waivers: str = ""

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.revision.changes


def titles(*models: Model) -> dict[str, str]:
    """What the documents of several models are called; the last model has the last word."""
    found: dict[str, str] = {}
    for model in models:
        for document in model.documents():
            if isinstance(document, Crosswalk):
                ends = document.source, document.target
                found[f"{ends[0].id} -> {ends[1].id}"] = " → ".join(end.name for end in ends)
            else:
                found[document.id] = document.name
    return found


def nodes(*models: Model) -> dict[tuple[str, str], str]:
    """The names of the nodes of several models, by standard and identifier."""
    return {
        (standard.id, node.id): node.name
        for model in models
        for standard in model.standards
        for node in standard.walk()
    }


class Speech:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **holes: object) -> str:
        return WORDS[key][self.language].format_map({name: str(hole) for name, hole in holes.items()})

    def grade(self, grade: str) -> str:
        return CLASS_NAMES[grade][self.language]

    def joined(self, texts: Iterable[str], between: str = "and") -> str:
        return self(between).join(texts)

    def who(self, who: str) -> str:
        return WHO_NAMES[who][self.language]

    def hurt(self, change: Change) -> str:
        return self.joined(self(f"brief.{who}") for who in change.hurt)

    def kind(self, change: Change) -> str:
        """What was done to which thing, and to which of its properties."""
        what = THINGS[change.thing][self.language]
        aspect = ASPECTS[change.aspect][self.language] if change.aspect else ""
        if aspect and aspect not in what:  # a profile's weight is its weight
            what = self("aspect", thing=what, aspect=aspect)
        return self(f"kind.{change.kind}", what=what)

    def place(self, change: Change) -> str:
        """Where a change is: the place in the new edition, and in the old one where that is another."""
        old, new = (self.joined(dict.fromkeys(place.id for place in side)) for side in (change.old, change.new))
        return self("was", old=old, new=new) if old and new and old != new else new or old

    def why(self, change: Change) -> str:
        return change.why[self.language]

    def signs(self, change: Change) -> str:
        """What in the texts made the class."""
        return self.joined((sign[self.language] for sign in change.signs), "semicolon")


# ---- groups ----------------------------------------------------------------------------------------------------


def document_of(change: Change) -> str:
    """The document that a change is in: the new one, or the old one where it is gone."""
    return (*change.new, *change.old)[0].document


def by_document(changes: Iterable[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(document_of(change), []).append(change)
    return found


def by_class(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The classes that there are, the gravest first."""
    members = list(changes)
    groups = {grade: [change for change in members if change.grade == grade] for grade in GRAVEST_FIRST}
    return {grade: group for grade, group in groups.items() if group}


def above(told: Told, change: Change) -> str:
    """The names on the way down to a change, without the document's own; a node's own name at the end, unless it is what changed."""
    place = (*change.new, *change.old)[0]
    own = told.nodes.get((place.document, place.id), "") if change.thing == "node" and change.aspect else ""
    way = [name for name in place.path[1:] if not _says(place.id, name)]
    return " › ".join(filter(None, (*way, own if change.aspect != "name" else "")))


def _says(identifier: str, name: str) -> bool:
    """Whether a place says the name itself of what it stands in: a paragraph's with its chapter's, an answer's with `scale`."""
    return f" {name} " in f" {identifier} "


# ---- texts -----------------------------------------------------------------------------------------------------


def texts(change: Change) -> Marked:
    """What stood there and what stands there now, as one text with marks; several places are several lines."""
    old, new = _lines(change.old), _lines(change.new)
    by_words = change.aspect in COUNTED or (change.aspect in NAMED and (old + new).isascii())
    return marked_by_words(old, new) if by_words else marked(old, new)


def _lines(places: Iterable[Place]) -> str:
    return "\n".join(place.text for place in places)
