"""A part beside the standard that it comes from, as text and as plain data.

In: what `ctmm_dsl.drift` found. Out: text in Chinese or English for a terminal or a pipe; data for JSON. The text tells what differs; the
data tells all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from ctmm_dsl.drift.values import Again, Compared, Drift, Unsourced, Unused
from ctmm_dsl.marks import Marked, changed, signed
from ctmm_dsl.render.drift_words import EVENTS, RELATIONS, RULES, VERDICTS, Speech
from ctmm_dsl.render.visible import visible
from ctmm_dsl.strength import Step

SHOWN = ("weaker", "stronger", "differs")


def text(drifts: Sequence[Drift], language: str) -> str:
    """All parts, one after the other."""
    say = Speech(language)
    return "\n\n".join("\n".join(map(visible, _part(found, say))) for found in drifts) + "\n"


def _part(found: Drift, say: Speech) -> Iterator[str]:
    yield say("of", part=found.part.id, whole=found.whole.id)
    yield from _counts(found, say)
    for verdict in SHOWN:
        if rows := found.of(verdict):
            yield ""
            yield heading(say.of(VERDICTS, verdict), len(rows), say)
            for row in rows:
                yield from _compared(row, say)
    if found.unsourced:
        yield ""
        yield heading(say("unsourced"), len(found.unsourced), say)
        for lone in found.unsourced:
            yield f"  {lone.clause.id} {lone.clause.text}"
            yield f"    {why_unsourced(lone, say)}"
    if found.unused:
        yield ""
        yield heading(say("unused"), len(found.unused), say)
        yield from (f"  {line}" for line in _unused(found.unused, say))
    if found.again is not None:
        yield ""
        yield heading(say("again"), len(found.again), say)
        yield from _again(found.again, say)


def heading(title: str, count: int, say: Speech) -> str:
    return f"{title}（{count}）" if say.language == "zh" else f"{title} ({count})"


def _counts(found: Drift, say: Speech) -> Iterator[str]:
    relations = [f"{say.of(RELATIONS, name)} {count}" for name, count in found.relations().items()]
    verdicts = [f"{say.of(VERDICTS, name)} {count}" for name, count in found.verdicts().items()]
    levels = [f"{say('level', level=level)} {count}" for level, count in found.unused_by_level().items()]
    told = {
        say("relations"): [*relations, f"{say('unsourced')} {len(found.unsourced)}"],
        say("verdicts"): verdicts,
        f"{say('unused')} {len(found.unused)}/{len(found.whole.clauses)}": levels,
    }
    for title, words in told.items():
        yield f"  {title}{say.colon()}{say.comma().join(words)}"


def _compared(row: Compared, say: Speech) -> Iterator[str]:
    sources = " ".join(source.id for source in row.sources)
    yield f"  {row.clause.id} ← {sources}  {say.of(RELATIONS, row.relation)}"
    yield f"    {signed(row.marks)}"
    yield from (f"    {step_told(step, say)}" for step in row.steps)


def step_told(step: Step, say: Speech) -> str:
    """A step in words: its rule, from what to what, and which way."""
    change = " → ".join(word for word in (step.before, step.after) if word)
    return f"{say.of(RULES, step.rule)}{say.colon()}{change}{say.comma()}{say.of(VERDICTS, step.direction)}"


def why_unsourced(lone: Unsourced, say: Speech) -> str:
    return say("lost", ids=" ".join(lone.lost)) if lone.lost else lone.reason or say("no reason")


def _unused(unused: Sequence[Unused], say: Speech) -> Iterator[str]:
    """The unused clauses by node, by their labels."""
    for _, group in groupby(unused, key=lambda row: row.node.id):
        rows = list(group)
        labels = " ".join(row.clause.id.rpartition("/")[2] for row in rows)
        yield f"{rows[0].node.id} {rows[0].node.name}{say.colon()}{labels}"


def _again(again: Sequence[Again], say: Speech) -> Iterator[str]:
    if not again:
        yield f"  {say('again.none')}"
    for row in again:
        yield f"  {row.clause.id} ← {row.source.id}  {events_told(row, say)}"
        if changed(row.marks):
            yield f"    {signed(row.marks)}"
        yield f"    {say('touched' if row.touched else 'untouched')}"


def events_told(row: Again, say: Speech) -> str:
    """What became of a source, and what it is called now."""
    told = [say.of(EVENTS, event) for event in row.events]
    if row.now and row.now != (row.source.id,):
        told.append(say("now", ids=" ".join(row.now)))
    return say.comma().join(told)


# ---- data ------------------------------------------------------------------------------------------------------------


def data(drifts: Sequence[Drift]) -> dict[str, Any]:
    """All that was found, as plain data; rules, relations and verdicts by their English names."""
    return {"parts": [_part_data(found) for found in drifts]}


def _part_data(found: Drift) -> dict[str, Any]:
    return {
        "standard": found.part.id,
        "edition": found.part.edition,
        "whole": found.whole.id,
        "whole_edition": found.whole.edition,
        "relations": found.relations(),
        "verdicts": found.verdicts(),
        "unused_by_level": {str(level): count for level, count in found.unused_by_level().items()},
        "clauses": [_compared_data(row) for row in found.compared],
        "unsourced": [
            {
                "id": row.clause.id,
                "level": row.clause.level,
                "text": row.clause.text,
                "reason": row.reason or None,
                "lost": list(row.lost),
            }
            for row in found.unsourced
        ],
        "unused": [
            {"id": row.clause.id, "level": row.clause.level, "node": row.node.id, "text": row.clause.text}
            for row in found.unused
        ],
        "again": None if found.again is None else [_again_data(row) for row in found.again],
    }


def _compared_data(row: Compared) -> dict[str, Any]:
    return {
        "id": row.clause.id,
        "level": row.clause.level,
        "text": row.clause.text,
        "relation": row.relation,
        "sources": [{"id": source.id, "level": source.level, "text": source.text} for source in row.sources],
        "marks": _marks(row.marks),
        "verdict": row.verdict,
        "by": [
            {"rule": step.rule, "direction": step.direction, "before": step.before, "after": step.after}
            for step in row.steps
        ],
    }


def _again_data(row: Again) -> dict[str, Any]:
    return {
        "id": row.clause.id,
        "source": row.source.id,
        "events": list(row.events),
        "now": list(row.now),
        "marks": _marks(row.marks),
        "touched": row.touched,
    }


def _marks(marks: Marked) -> list[dict[str, str]]:
    return [{"text": piece.text, "mark": piece.mark} for piece in marks]
