"""Counts: what `expect` and the prose say, put to what the tree has.

In: a finding about a count. Out: the rows of `expect` as they would have to be, the number in the prose; where a clause stands twice, it is
that clause which is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.checks.counts import row_as_it_is
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.clauses import without
from ctmm_dsl.fixes.fix import Fix, change
from ctmm_dsl.fixes.found import clause_at, standard_at
from ctmm_dsl.fixes.rows import rewritten
from ctmm_dsl.model import Expectation, Standard
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.names import likeliest_of
from ctmm_dsl.resolve.reader import NUMERALS
from ctmm_dsl.source import Span

_NUMBER = re.compile(rf"[0-9０-９]+|[{NUMERALS}]+")


# ---- expect --------------------------------------------------------------------------------------------------------


def counted(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A clause that stands twice, taken out; else the row, and that of the whole, with the counts that the tree has."""
    standard = standard_at(finding.span, outcome)
    row = _row_at(finding.span, standard)
    if standard is None or row is None:
        return
    twice = False
    for related in finding.related:
        if held := clause_at(related.span, outcome):
            twice = True
            yield from without(*held)
    if not twice:
        rows = [row] + [
            one for one in standard.expectations if one.counted == row.counted and not one.node and row.node
        ]
        yield from _rows(standard, rows)


def parts(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A row whose parts contradict it; where all rows have another number of parts than there are levels, all of them."""
    standard = standard_at(finding.span, outcome)
    if standard and finding.entry is codes.PARTS_DIFFER_FROM_LEVELS:
        yield from _rows(
            standard, [row for row in standard.expectations if len(row.parts) not in (0, len(standard.levels))]
        )
    elif standard and (row := _row_at(finding.span, standard)):
        yield from _rows(standard, [row])


def _row_at(span: Span, standard: Standard | None) -> Expectation | None:
    return next((row for row in standard.expectations if row.span.holds(span)), None) if standard else None


def _rows(standard: Standard, rows: list[Expectation]) -> Iterator[Fix]:
    edits = tuple(edit for row in rows for edit in rewritten(standard, row))
    if edits:
        words = "；".join(row_as_it_is(standard, row) for row in rows if any(rewritten(standard, row)))
        yield Fix(both(f"把 expect 改为 {words}", f"set expect to {words.replace('；', '; ')}"), edits)


def expected_node(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The nearest node that has no row of this kind yet and has the counts of this one."""
    standard = standard_at(finding.span, outcome)
    row = _row_at(finding.span, standard)
    if standard and row:
        given = {one.node for one in standard.expectations if one.counted == row.counted}
        layers = {standard.nodes[name].layer for name in given if name in standard.nodes}
        free = [name for name, node in standard.nodes.items() if name not in given]
        beside = [name for name in free if standard.nodes[name].layer in layers]
        for name in likeliest_of(row.node, free) or (beside if len(beside) == 1 else ()):
            place = row.span.find(row.node)
            yield change(place, name)


# ---- the prose -----------------------------------------------------------------------------------------------------


def prose(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """The number in the prose, in the numerals that it is written in."""
    found, phrase = finding.words["found"], str(finding.words["phrase"])
    number = _NUMBER.match(phrase)
    if not isinstance(found, int) or number is None or finding.span.text != phrase:
        return
    span = Span(finding.span.source, finding.span.start, finding.span.start + number.end())
    written = _in_chinese(found) if number.group()[0] in NUMERALS else str(found)
    if written:
        yield change(span, written)


def _in_chinese(number: int) -> str:
    if not 0 < number < 100:
        return ""
    tens, ones = divmod(number, 10)
    first = NUMERALS[tens - 1] if tens > 1 else ""
    return first + "十" * bool(tens) + (NUMERALS[ones - 1] if ones else "")


FIXES = (
    (codes.COUNT_DIFFERS, counted),
    (codes.TOTAL_DIFFERS, counted),
    (codes.PARTS_DO_NOT_SUM, parts),
    (codes.PARTS_DIFFER_FROM_LEVELS, parts),
    (codes.EXPECTED_NODE_UNKNOWN, expected_node),
    (codes.PROSE_COUNT_DIFFERS, prose),
)
