"""The change log that is published with an edition: what cities, integrators and readers of the document find changed.

In: what is told, in which language. Out: a `Document`: a section for everyone who is concerned, in it the gravest first, by document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctmm_dsl.marks import Marked, Piece
from ctmm_dsl.revision.values import WHO, Change
from generators.report.page import Block, Callout, Document, Heading, Listing, Paragraph
from generators.revision.changes import about, document_title, idle
from generators.revision.telling import Speech, Told, by_class, by_document, texts

LAST = WHO[-1]


def log_document(told: Told, language: str) -> Document:
    say = Speech(language)
    blocks = tuple(_blocks(told, say))
    return Document(language, say("title.log"), about(told, say), blocks, say("contents"), say("foot.log"), led=False)


def _blocks(told: Told, say: Speech) -> Iterator[Block]:
    if not told.changes:
        yield Paragraph(say("nothing"))
        yield from idle(told, say)
        return
    if told.revision.asks:
        yield Callout(say("section.asks"), tuple(ask[say.language] for ask in told.revision.asks), "warn")
    yield from idle(told, say)
    for who in WHO:
        yield Heading(say(f"log.{who}"))
        concerned = for_whom(told.changes, who)
        if not concerned:
            yield Paragraph(say("log.none"))
        for grade, members in by_class(concerned).items():
            yield Heading(say("section.class", grade=say.grade(grade), count=len(members)), 3)
            for document, group in by_document(members).items():
                yield Heading(document_title(told, document, say), 4)
                yield Listing(tuple(_entry(told, change, say) for change in group))


def for_whom(changes: Sequence[Change], who: str) -> list[Change]:
    """The changes that hurt someone; in the last section those that stand in none before."""
    if who == LAST:
        return [change for change in changes if not any(other in change.hurt for other in WHO[:-1])]
    return [change for change in changes if who in change.hurt]


def _entry(told: Told, change: Change, say: Speech) -> Marked:
    """The place, what was done, the text with its marks on one line, and the consequence."""
    waiver = told.judged.waiver_of(change)
    after = [say.why(change), *([say("waived", reason=waiver.reason)] if waiver else [])]
    pieces = [Piece(piece.text.replace("\n", " ⏎ "), piece.mark) for piece in texts(change)]
    head = say.place(change) + say("bracket", text=say.kind(change))
    tail = Piece(" — " + say.joined(after, "semicolon"))
    return (Piece(head + say("colon")), *pieces, tail) if pieces else (Piece(head), tail)
