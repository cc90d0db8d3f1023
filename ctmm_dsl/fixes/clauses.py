"""Clauses of a cell: one that stands twice taken out, letters in order, marks alike.

In: a finding about a clause's label or about a clause that is there twice. Out: the cell's labels as they should be; what is taken
out takes its line and its notes with it, and those after it take the letters before theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.catalogue import wording
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.fix import Fix
from ctmm_dsl.fixes.found import cells_of, clause_at, nodes_at, standard_at
from ctmm_dsl.fixes.lines import whole_lines
from ctmm_dsl.fixes.rows import rewritten
from ctmm_dsl.model import Cell, Clause, Expectation, Node, Standard
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.clauses import letter_at
from ctmm_dsl.source import Span
from ctmm_dsl.wording import fold

LABEL = re.compile(r"[a-zａ-ｚ]{1,2}[)）]|[-－]")


def without(node: Node, cell: Cell, clause: Clause) -> Iterator[Fix]:
    """The clause taken out; those after it in its cell take the letters before theirs."""
    rest = [one for one in cell.clauses if one is not clause]
    edits = [Edit(whole_lines(clause.span), ""), *relabelled(rest)]
    words = both(
        f"删除这一条款（{node.id} 等级 {cell.level}）", f"delete this clause of level {cell.level} of {node.id}"
    )
    yield Fix(words, tuple(edits))


def relabelled(clauses: list[Clause]) -> Iterator[Edit]:
    """The labels of clauses in order, where they are lettered."""
    for place, clause in enumerate(clauses):
        expected = f"{letter_at(place)})"
        if clause.lettered and clause.label != expected:
            yield Edit(label_of(clause), expected)


def label_of(clause: Clause) -> Span:
    written = LABEL.match(clause.span.text)
    return Span(clause.span.source, clause.span.start, clause.span.start + (written.end() if written else 0))


def twice(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A clause that is the same as another of its level, taken out."""
    if held := clause_at(finding.span, outcome):
        yield from without(*held)


def label_twice(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A clause with the label of another: taken out where it is the same, else the letters in order."""
    held = clause_at(finding.span, outcome)
    if held is None:
        return
    node, cell, clause = held
    first = next((one for one in cell.clauses if one.id == clause.id and one is not clause), None)
    if first and fold(first.text) == fold(clause.text):
        yield from without(node, cell, clause)
    else:
        yield from in_order(cell)


def out_of_order(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """Letters in order; where clauses are gone, the counts as well."""
    held = clause_at(finding.span, outcome)
    standard = standard_at(finding.span, outcome)
    if held is None or standard is None:
        return
    node, cell, _ = held
    yield from in_order(cell)
    rows = [row for row in standard.expectations if row.counted == "clauses" and _counts(standard, row, node)]
    edits = tuple(edit for row in rows for edit in rewritten(standard, row))
    for fix in in_order(cell) if edits else ():
        zh, en = f"{fix.title['zh']}，expect 相应改", f"{fix.title['en']}, and expect with them"
        yield Fix(both(zh, en), (*fix.edits, *edits))


def _counts(standard: Standard, row: Expectation, node: Node) -> bool:
    return not row.node or (row.node in standard.nodes and any(one is node for one in standard.nodes[row.node].walk()))


def in_order(cell: Cell) -> Iterator[Fix]:
    edits = tuple(relabelled(list(cell.clauses)))
    if edits:
        letters = "、".join(edit.text for edit in edits)
        words = both(f"标号改为 {letters}", f"label them {letters.replace('、', ', ')}")
        yield Fix(words, edits)


def mixed(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """All clauses of a cell marked as its first one is."""
    held = clause_at(finding.span, outcome)
    if held is None:
        return
    _, cell, _ = held
    lettered = cell.clauses[0].lettered
    edits = []
    for place, clause in enumerate(cell.clauses):
        label = f"{letter_at(place)})" if lettered else "-"
        if clause.label != label:
            edits.append(Edit(label_of(clause), label))
    marks = "、".join(edit.text for edit in edits)
    yield Fix(both(f"标号改为 {marks}", f"mark them {marks.replace('、', ', ')}"), tuple(edits))


def clause_without_level(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The line of the level that the first clauses of a node lack."""
    node = next(nodes_at(finding.span, outcome), None)
    standard = standard_at(finding.span, outcome)
    if node and standard:
        given = {cell.level for cell in cells_of(node)}
        lacking = [level.number for level in standard.levels if level.number not in given]
        if len(lacking) == 1:
            place = whole_lines(finding.span)
            at = Span(place.source, place.start, place.start)
            words = both(f"加一行 level {lacking[0]}", f"add the line `level {lacking[0]}`")
            yield Fix(words, (Edit(at, f"  level {lacking[0]}\n"),))


FIXES = (
    (codes.DUPLICATE_IDENTIFIER, label_twice),
    (codes.LABEL_OUT_OF_ORDER, out_of_order),
    (codes.LABELS_MIXED, mixed),
    (codes.CLAUSE_WITHOUT_LEVEL, clause_without_level),
    (wording.TWICE_IN_CELL, twice),
)
