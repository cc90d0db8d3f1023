"""The changes as a document: what is gravest, a table by class and by who is hurt, then every change, by document and class.

In: what is told, in which language. Out: a `Document` for the writers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ctmm_dsl.marks import lines
from ctmm_dsl.revision.values import WHO, Change
from generators.report.page import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Filter,
    Heading,
    Paragraph,
    Row,
    Table,
    Tile,
    Tiles,
)
from generators.revision.telling import GRAVEST_FIRST, Speech, Told, above, by_class, by_document, texts

TONES = {"scoring": "bad", "structure": "warn"}


def changes_document(told: Told, language: str) -> Document:
    say = Speech(language)
    return Document(
        language, say("title.changes"), about(told, say), tuple(_blocks(told, say)), say("contents"), say("foot.changes"),
        contents_depth=3,
    )  # fmt: skip


def about(told: Told, say: Speech) -> tuple[tuple[str, str], ...]:
    """What every document on a revision says under its title."""
    count, waived = len(told.changes), len(told.judged.waived)
    how_many = say("count.waived", count=count, waived=waived) if waived else say("count", count=count)
    return (
        (say("about.old"), told.old),
        (say("about.new"), told.new),
        (say("about.count"), how_many if count else say("nothing")),
        *([(say("about.documents"), say.joined(by_document(told.changes)))] if count else []),
    )


def document_title(told: Told, document: str, say: Speech) -> str:
    name = told.titles.get(document, "")
    return say("section.document", id=document, name=name) if name and name != document else document


def idle(told: Told, say: Speech) -> Iterator[Block]:
    """Agreements that cover nothing are told wherever changes are."""
    rows = [
        say(
            "idle", file=told.waivers, line=one.line, grade=say.grade(one.grade), document=one.document, place=one.place
        )
        for one in told.judged.idle
    ]
    if rows:
        yield Callout(say("section.idle"), (*rows, say("idle.hint")), "warn")


def _blocks(told: Told, say: Speech) -> Iterator[Block]:
    if not told.changes:
        yield Paragraph(say("nothing"))
        yield from idle(told, say)
        return
    yield _tiles(told, say)
    yield Heading(say("section.summary"))
    yield _summary(told, say)
    if told.revision.asks:
        yield Callout(say("section.asks"), tuple(ask[say.language] for ask in told.revision.asks), "warn")
    yield from idle(told, say)
    if len(classes := by_class(told.changes)) > 1:
        yield Filter(say("filter"), tuple((grade, say.grade(grade)) for grade in classes))
    for document, members in by_document(told.changes).items():
        yield Heading(document_title(told, document, say))
        for grade, group in by_class(members).items():
            yield Heading(say("section.class", grade=say.grade(grade), count=len(group)), 3, grade)
            yield _table(told, group, grade, say)


def _tiles(told: Told, say: Speech) -> Tiles:
    gravest = told.revision.gravest()
    waived = len(told.judged.waived)
    first = Tile(say("tile.gravest"), say.grade(gravest), say(f"meaning.{gravest}"))
    count = Tile(say("tile.changes"), str(len(told.changes)), say("tile.waived", count=waived) if waived else "")
    hurt = (Tile(say.who(who), say("tile.hurt", count=_hurting(told.changes, who))) for who in WHO)
    return Tiles((first, count, *hurt))


def _hurting(changes: Iterable[Change], who: str) -> int:
    return sum(who in change.hurt for change in changes)


def _summary(told: Told, say: Speech) -> Table:
    """The classes, the gravest first: what each means, whom its changes hurt, how many were agreed to."""
    titles = [*(say(f"brief.{who}") for who in WHO), say("column.waived"), say("column.all")]
    columns = (
        Column(say("column.class"), "mark"),
        Column(say("column.meaning"), share=4),
        *(Column(title, "number") for title in titles),
    )
    waived = [change for change, _ in told.judged.waived]
    rows = []
    for grade in GRAVEST_FIRST:
        numbers = _numbers([change for change in told.changes if change.grade == grade],
                           [change for change in waived if change.grade == grade])  # fmt: skip
        rows.append(Row((Cell(say.grade(grade)), Cell(say(f"meaning.{grade}")), *numbers)))
    rows.append(Row((Cell(say("all")), Cell(""), *_numbers(told.changes, waived)), strong=True))
    return Table(columns, tuple(rows))


def _numbers(changes: Sequence[Change], waived: Sequence[Change]) -> tuple[Cell, ...]:
    counts = [*(_hurting(changes, who) for who in WHO), len(waived), len(changes)]
    return tuple(Cell(str(count), "" if count else "quiet") for count in counts)


def _table(told: Told, changes: Iterable[Change], grade: str, say: Speech) -> Table:
    columns = (
        Column(say("column.place"), "text", 2),
        Column(say("column.change"), "text", 2),
        Column(say("column.text"), "text", 7),
        Column(say("column.why"), "text", 5),
    )
    return Table(columns, tuple(_row(told, change, say) for change in changes), group=grade)


def _row(told: Told, change: Change, say: Speech) -> Row:
    waiver = told.judged.waiver_of(change)
    agreed = (say("waived", reason=waiver.reason),) if waiver else ()
    return Row(
        (
            Cell(say.place(change), remark=above(told, change)),
            Cell(say.kind(change)),
            Cell("", marked=lines(texts(change)), remark=say.signs(change)),
            Cell(say.why(change), "quiet" if waiver else "", remark=say.hurt(change), lines=agreed),
        )
    )
