"""Rows of a crosswalk: ends that exist, rows that stand twice, digests of the texts as they are.

In: a finding about a row. Out: the row with the node that it was judged on, taken out, or pinned to the texts as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.catalogue import crosswalks as codes
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Both, Finding, both
from ctmm_dsl.fingerprint import fingerprint, pins_of
from ctmm_dsl.fixes.fix import Fix, take_out
from ctmm_dsl.fixes.found import crosswalk_at
from ctmm_dsl.fixes.lines import line_at, with_all_under
from ctmm_dsl.model import Crosswalk, Mapping, Standard
from ctmm_dsl.pinning import with_pins
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.names import likeliest_of


def end_unknown(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The node whose text the rows were judged on, else the nearest; in all rows that name it."""
    crosswalk = crosswalk_at(finding.span, outcome)
    if crosswalk is None:
        return
    name = str(finding.words["id"])
    left = any(row.subject_span == finding.span for row in crosswalk.rows)
    standard = crosswalk.source if left else crosswalk.target
    spans = [(row, row.subject_span if left else row.target_span) for row in crosswalk.rows]
    held = [(row, span) for row, span in spans if span and (row.subject if left else row.target) == name]
    pinned = {row.pins[0 if left else -1] for row, _ in held if row.pins}
    judged = _with_digest(standard, pinned)
    for node in judged or likeliest_of(name, standard.nodes):
        edits = tuple(Edit(span, node) for _, span in held)
        yield Fix(both(f"改为 {node}", f"change to {node}"), edits)


def _with_digest(standard: Standard, pins: set[str]) -> list[str]:
    return [node.id for node in standard.walk() if fingerprint(node) in pins] if pins else []


def row_twice(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """One of two rows of a pair; which, only the editor knows where they differ in their relation."""
    crosswalk = crosswalk_at(finding.span, outcome)
    rows = {row.span: row for row in crosswalk.rows} if crosswalk else {}
    for first in finding.related:
        here, there = rows.get(finding.span), rows.get(first.span)
        if here and there and here.relation == there.relation:
            yield take_out([with_all_under(finding.span)], "删除重复的这一行", "delete this row, which stands twice")


def pinned(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A row that was judged anew, pinned to the texts as they stand."""
    crosswalk = crosswalk_at(finding.span, outcome)
    row = next((row for row in crosswalk.rows if row.span.holds(finding.span)), None) if crosswalk else None
    if row:
        words = both("已重新判定：按现在的文字更新摘要", "judged anew: pin it to the texts as they stand")
        yield from _pinned([row], words)


def unpinned(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """All rows of a crosswalk that say nothing, pinned."""
    crosswalk = crosswalk_at(finding.span, outcome)
    rows = _without(crosswalk) if crosswalk else []
    words = both(f"判定完毕：给 {len(rows)} 行记下文字的摘要", f"they are judged: pin {len(rows)} rows")
    yield from _pinned(rows, words)


def _without(crosswalk: Crosswalk) -> list[Mapping]:
    return [row for row in crosswalk.rows if not row.pins]


def _pinned(rows: list[Mapping], words: Both) -> Iterator[Fix]:
    edits = []
    for row in rows:
        pins = pins_of(row)
        if pins is None:
            return
        line = line_at(row.span.source, row.span.start)
        edits.append(Edit(line, with_pins(line.text, row, pins)))
    if edits:
        yield Fix(words, tuple(edits))


def unreadable(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """What was meant for digests, written as they are."""
    crosswalk = crosswalk_at(finding.span, outcome)
    row = next((row for row in crosswalk.rows if row.span.holds(finding.span)), None) if crosswalk else None
    pins = pins_of(row) if row else None
    if pins and finding.span.text.startswith(("[", "［")):
        words = both("按现在的文字写摘要", "pin it to the texts as they stand")
        yield Fix(words, (Edit(finding.span, f"[{' '.join(pins)}]"),))


FIXES = (
    (codes.END_UNKNOWN, end_unknown),
    (codes.ROW_TWICE, row_twice),
    (codes.ROW_STALE, pinned),
    (codes.ROW_UNPINNED, unpinned),
    (codes.PIN_UNREADABLE, unreadable),
)
