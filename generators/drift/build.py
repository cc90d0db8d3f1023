"""A part beside the standard that it comes from, as a document: what is asked less or more, what is not used, what to look at again.

In: what `ctmm_dsl.drift` found, in which language. Out: a `Document` for the writers of `generators.report`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ctmm_dsl.drift.values import VERDICTS, Again, Compared, Drift
from ctmm_dsl.marks import Marked, lines
from ctmm_dsl.model import RELATIONS, Node, Standard
from ctmm_dsl.render import drift_words as words
from ctmm_dsl.render.drift import events_told, heading, step_told, why_unsourced
from ctmm_dsl.render.drift_words import Speech
from generators.report.page import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Filter,
    Heading,
    Row,
    Table,
    Tile,
    Tiles,
    Tone,
)

TONES: dict[str, Tone] = {"weaker": "bad", "stronger": "warn", "differs": "", "same": "quiet"}


def document(drifts: Sequence[Drift], language: str) -> Document:
    """One document for all parts; of a single part it is led by its figures."""
    say = Speech(language)
    blocks: list[Block] = [*_tiles(drifts[0], say)] if len(drifts) == 1 else []
    verdicts = tuple((verdict, say.of(words.VERDICTS, verdict)) for verdict in VERDICTS)
    for at, found in enumerate(drifts):
        blocks.append(Heading(say("summary") if len(drifts) == 1 else _title(found, say)))
        blocks += [_summary(found, say), _unused_levels(found, say)]
        blocks += _again(found, say)
        blocks += [Filter(say("filter"), verdicts)] if at == 0 else []
        for verdict in VERDICTS:
            blocks += _verdict(found, verdict, say)
        blocks += [*_unsourced(found, say), *_unused(found, say)]
    return Document(
        language,
        say("title"),
        tuple(_about(drifts, say)),
        tuple(blocks),
        say("contents"),
        say("foot"),
        contents_depth=3,
        wide=True,
    )


def _about(drifts: Sequence[Drift], say: Speech) -> Iterator[tuple[str, str]]:
    for found in drifts:
        yield say("part"), _edition(found.part, say)
        yield say("whole"), _edition(found.whole, say)


def _edition(standard: Standard, say: Speech) -> str:
    which = f"{standard.id} {standard.edition}"
    return f"{standard.name}（{which}）" if say.language == "zh" else f"{standard.name} ({which})"


def _title(found: Drift, say: Speech) -> str:
    return say("of", part=found.part.id, whole=found.whole.id)


def _tiles(found: Drift, say: Speech) -> Iterator[Block]:
    verdicts = found.verdicts()
    tiles = [Tile(say.of(words.VERDICTS, one), str(verdicts[one]), say.of(words.MEANINGS, one)) for one in VERDICTS]
    unused = Tile(say("unused.short"), f"{len(found.unused)}/{len(found.whole.clauses)}", say("unused"))
    yield Tiles((*tiles, unused))


def _summary(found: Drift, say: Speech) -> Table:
    """Relations by verdicts."""
    counted = Counter((row.relation, row.verdict) for row in found.compared)
    columns = (
        Column(say("relation"), "text", 3),
        *(Column(say.of(words.VERDICTS, verdict), "number") for verdict in VERDICTS),
        Column(say("all"), "number"),
    )
    rows = [
        Row((Cell(say.of(words.RELATIONS, one)), *_numbers([counted[one, verdict] for verdict in VERDICTS])))
        for one in RELATIONS
    ]
    sums = [sum(counted[one, verdict] for one in RELATIONS) for verdict in VERDICTS]
    return Table(columns, (*rows, Row((Cell(say("all")), *_numbers(sums)), strong=True)), say("relations"))


def _numbers(counts: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(Cell(str(count), "" if count else "quiet") for count in (*counts, sum(counts)))


def _unused_levels(found: Drift, say: Speech) -> Table:
    """How many clauses of each domain and level the part does not use."""
    levels = [level.number for level in found.whole.levels]
    columns = (
        Column(say("node"), "text", 3),
        *(Column(say("level", level=level), "number") for level in levels),
        Column(say("all"), "number"),
    )
    unused = {id(row.clause) for row in found.unused}
    rows = []
    for domain in found.whole.domains:
        counted = Counter(clause.level for clause in domain.clauses() if id(clause) in unused)
        rows.append(Row((Cell(f"{domain.id} {domain.name}"), *_numbers([counted[level] for level in levels]))))
    sums = found.unused_by_level()
    rows.append(Row((Cell(say("all")), *_numbers([sums[level] for level in levels])), strong=True))
    return Table(columns, tuple(rows), say("unused"))


# ---- clauses -----------------------------------------------------------------------------------------------------


def _verdict(found: Drift, verdict: str, say: Speech) -> Iterator[Block]:
    rows = found.of(verdict)
    if not rows:
        return
    title = heading(say.of(words.VERDICTS, verdict), len(rows), say)
    yield Heading(title, 3, verdict)
    columns = (
        Column(say("clause"), "text", 2),
        Column(say("source"), "text", 2),
        Column(say("difference"), "text", 8),
        Column(say("why"), "text", 4),
    )
    yield Table(columns, tuple(_row(row, say) for row in rows), say.of(words.MEANINGS, verdict), group=verdict)


def _row(row: Compared, say: Speech) -> Row:
    steps = tuple(step_told(step, say) for step in row.steps)
    sources = tuple(source.id for source in row.sources)
    levels = sorted({row.clause.level, *(source.level for source in row.sources)})
    return Row(
        (
            Cell(row.clause.id, remark=row.node.name),
            Cell(sources[0], lines=sources[1:], remark=say.of(words.RELATIONS, row.relation)),
            Cell("", marked=lines(row.marks), remark=say.comma().join(say("level", level=level) for level in levels)),
            Cell(steps[0] if steps else "", TONES[row.verdict], lines=steps[1:]),
        )
    )


def _again(found: Drift, say: Speech) -> Iterator[Block]:
    if found.again is None:
        return
    yield Heading(heading(say("again"), len(found.again), say), 3)
    if not found.again:
        yield Callout(say("again.none"))
        return
    columns = (
        Column(say("clause"), "text", 2),
        Column(say("source"), "text", 2),
        Column(say("change"), "text", 8),
        Column("", "text", 4),
    )
    yield Table(columns, tuple(_again_row(row, say) for row in found.again))


def _again_row(row: Again, say: Speech) -> Row:
    changed: tuple[Marked, ...] = lines(row.marks)
    return Row(
        (
            Cell(row.clause.id),
            Cell(row.source.id),
            Cell("", marked=changed),
            Cell(events_told(row, say), "warn", remark=say("touched" if row.touched else "untouched")),
        )
    )


def _unsourced(found: Drift, say: Speech) -> Iterator[Block]:
    if not found.unsourced:
        return
    yield Heading(heading(say("unsourced"), len(found.unsourced), say), 3)
    columns = (Column(say("clause"), "text", 4), Column("", "text", 8), Column(say("reason"), "text", 4))
    rows = tuple(
        Row((Cell(row.clause.id, remark=row.node.name), Cell(row.clause.text), Cell(why_unsourced(row, say))))
        for row in found.unsourced
    )
    yield Table(columns, rows)


def _unused(found: Drift, say: Speech) -> Iterator[Block]:
    if not found.unused:
        return
    yield Heading(heading(say("unused"), len(found.unused), say), 3)
    columns = (Column(say("clause"), "text", 2), Column("", "text", 12))
    rows: list[Row] = []
    for _, group in groupby(found.unused, key=lambda row: row.node.id):
        members = list(group)
        rows.append(_node_row(members[0].node))
        rows += [Row((Cell(row.clause.id), Cell(row.clause.text)), 1) for row in members]
    yield Table(columns, tuple(rows))


def _node_row(node: Node) -> Row:
    return Row((Cell(node.id), Cell(node.name)), strong=True)
