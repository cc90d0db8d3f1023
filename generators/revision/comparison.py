"""The comparison table that a drafting group circulates: each changed clause, its old and its new text beside each other.

In: what is told, in which language. Out: a `Document` on paper that lies on its side. Deletions are shown in the old text, insertions in
the new one; the reason is what was agreed on, or the consequence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from ctmm_dsl.marks import changed, lines, new_side, old_side
from ctmm_dsl.revision.reasons import UNPRINTED
from ctmm_dsl.revision.values import Change
from generators.report.page import Block, Cell, Column, Document, Heading, Paragraph, Row, Table
from generators.revision.changes import about, document_title, idle
from generators.revision.telling import Speech, Told, above, by_document, texts


def comparison_document(told: Told, language: str) -> Document:
    say = Speech(language)
    blocks = tuple(_blocks(told, say))
    return Document(
        language,
        say("title.comparison"),
        about(told, say),
        blocks,
        say("contents"),
        say("foot.comparison"),
        wide=True,
        led=False,
    )


def _blocks(told: Told, say: Speech) -> Iterator[Block]:
    yield from idle(told, say)
    if not told.changes:
        yield Paragraph(say("nothing"))
        return
    numbers = count(1)
    told_here = [change for change in told.changes if change.thing not in UNPRINTED]
    columns = (
        Column(say("column.number"), "mark", 2),
        Column(say("column.clause"), "text", 6),
        Column(say("column.old"), "text", 10),
        Column(say("column.new"), "text", 10),
        Column(say("column.kind"), "text", 4),
        Column(say("column.reason"), "text", 8),
    )
    for document, members in by_document(told_here).items():
        yield Heading(document_title(told, document, say))
        yield Table(columns, tuple(_row(told, change, next(numbers), say) for change in members), spoken=1)
    if rest := len(told.changes) - len(told_here):
        yield Paragraph(say("comparison.rest", count=rest), "quiet")


def _row(told: Told, change: Change, number: int, say: Speech) -> Row:
    return Row(
        (
            Cell(str(number)),
            Cell(say.place(change), remark=above(told, change)),
            *_sides(change, say),
            Cell(say.kind(change), remark=say.grade(change.grade)),
            _reason(told, change, say),
        )
    )


def _sides(change: Change, say: Speech) -> tuple[Cell, Cell]:
    """The old text with what was left out, the new one with what was put in."""
    pieces = texts(change)
    old = Cell("", marked=lines(old_side(pieces))) if change.old else Cell(say("absent.old"), "quiet")
    if not change.new:
        return old, Cell(say("absent.new"), "quiet")
    return old, Cell("", marked=lines(new_side(pieces))) if changed(pieces) else Cell(say("same"), "quiet")


def _reason(told: Told, change: Change, say: Speech) -> Cell:
    """Why it was agreed to, where somebody wrote it down; else what the change comes to."""
    waiver = told.judged.waiver_of(change)
    why, signs = say.why(change), say.signs(change)
    return Cell(waiver.reason, lines=(why,), remark=signs) if waiver else Cell(why, remark=signs)
