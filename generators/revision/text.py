"""The changes as plain text, for a terminal or a pipe.

In: what is told, in which language; whether in colour. Out: lines, by document and class; deletions and insertions are marked by signs, and
by colour where there is one. Nothing that a standard says can steer a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.marks import Marked, lines, signed
from ctmm_dsl.render.visible import visible
from ctmm_dsl.revision.values import Change
from generators.revision.changes import document_title
from generators.revision.telling import GRAVEST_FIRST, Speech, Told, above, by_class, by_document, texts

COLOURS = {"scoring": "1;31", "structure": "1;35", "requirement": "1;33", "wording": "1;36", "editorial": "1;37"}
MARKS = {"deleted": "31", "inserted": "32"}
QUIET, STRONG = "2", "1"


def text(told: Told, language: str, *, colour: bool = False) -> str:
    """All changes and a last line that counts them."""
    say, paint = Speech(language), Paint(colour=colour)
    rows = list(_rows(told, say, paint))
    return "\n".join([*rows, *_idle(told, say, paint), _count(told, say)]) + "\n"


class Paint:
    """Text in colour, or as it is. All text of a standard passes through here."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, colour: str = "") -> str:
        shown = visible(text)
        return f"\x1b[{colour}m{shown}\x1b[0m" if self.colour and colour and shown else shown

    def pieces(self, pieces: Marked) -> str:
        return "".join(self(signed((piece,)), MARKS.get(piece.mark, "")) for piece in pieces)


def _rows(told: Told, say: Speech, paint: Paint) -> Iterator[str]:
    for document, members in by_document(told.changes).items():
        yield paint(document_title(told, document, say), STRONG)
        for grade, group in by_class(members).items():
            title = say("section.class", grade=say.grade(grade), count=len(group))
            yield "  " + paint(title, COLOURS[grade])
            for change in group:
                yield from _change(told, change, say, paint)
        yield ""
    for ask in told.revision.asks:
        yield paint(f"! {ask[say.language]}", STRONG)
    if told.revision.asks:
        yield ""


def _change(told: Told, change: Change, say: Speech, paint: Paint) -> Iterator[str]:
    way = above(told, change)
    yield (
        "    "
        + paint(say.place(change), STRONG)
        + "  "
        + paint(say.kind(change))
        + (paint(say("bracket", text=way), QUIET) if way else "")
    )
    for pieces in lines(texts(change)):
        if pieces:
            yield "      " + paint.pieces(pieces)
    why = say.why(change) + (say("bracket", text=say.signs(change)) if change.signs else "")
    yield "      " + paint("→ " + why, QUIET)
    if waiver := told.judged.waiver_of(change):
        yield "      " + paint("✓ " + say("waived", reason=waiver.reason), QUIET)


def _idle(told: Told, say: Speech, paint: Paint) -> Iterator[str]:
    if told.judged.idle:
        yield paint(say("section.idle"), "33")
    for one in told.judged.idle:
        holes = {"line": one.line, "grade": say.grade(one.grade), "document": one.document, "place": one.place}
        yield "  " + paint(say("idle", file=told.waivers, **holes))


def _count(told: Told, say: Speech) -> str:
    if not told.changes:
        return say("nothing")
    counts = {grade: sum(change.grade == grade for change in told.changes) for grade in GRAVEST_FIRST}
    classes = [say("summary.class", grade=say.grade(grade), count=count) for grade, count in counts.items() if count]
    waived = say("summary.waived", count=len(told.judged.waived)) if told.judged.waived else ""
    return say("summary", count=len(told.changes), classes=say.joined(classes)) + waived
