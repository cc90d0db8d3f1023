"""CT2…, counts: what `expect` states and what the prose says, against the tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.checks.spoken import counted, layer_name, named
from ctmm_dsl.findings import Both, Finding, Related, both
from ctmm_dsl.model import LAYERS, Clause, Expectation, Model, Node, Standard
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import NUMERALS, plain
from ctmm_dsl.source import Span
from ctmm_dsl.wording import fold


def expectations_hold(model: Model) -> Iterator[Finding]:
    """The counts that `expect` states are the counts that the tree has; a total is told only where its parts are right."""
    for standard in model.standards:
        found: list[tuple[Expectation, list[Finding]]] = []
        for row in standard.expectations:
            faults = list(_row_faults(standard, row))
            if faults:
                found.append((row, faults))
            else:
                found.append((row, list(_compare(standard, row))))
        found = list(_parts_once(found))
        for _, faults in found:
            yield from faults


def _parts_once(found: list[tuple[Expectation, list[Finding]]]) -> Iterator[tuple[Expectation, list[Finding]]]:
    """Where all rows have another number of parts than there are levels, it is the levels that changed: told once."""
    wrong = [row for row, faults in found if any(fault.entry is codes.PARTS_DIFFER_FROM_LEVELS for fault in faults)]
    alike = len(wrong) > 1 and len(wrong) == sum(1 for row, _ in found if row.parts)
    for row, faults in found:
        yield row, [] if alike and row in wrong[1:] else faults


def _row_faults(standard: Standard, row: Expectation) -> Iterator[Finding]:
    """What is wrong with the row by itself."""
    if row.node and row.node not in standard.nodes:
        near = nearest_of(row.node, standard.nodes)
        yield codes.EXPECTED_NODE_UNKNOWN(row.span, extent=standard.extent, id=row.node, nearest=near)
    elif row.parts and sum(row.parts) != row.total:
        yield codes.PARTS_DO_NOT_SUM(row.total_span, sum=sum(row.parts), total=row.total)
    elif row.parts and len(row.parts) != len(standard.levels):
        yield codes.PARTS_DIFFER_FROM_LEVELS(
            row.span, extent=standard.extent, parts=len(row.parts), levels=len(standard.levels)
        )


def _compare(standard: Standard, row: Expectation) -> Iterator[Finding]:
    node = standard.nodes.get(row.node)
    extent = node.extent if node else standard.extent
    where = both(named(node), named(node)) if node else both(f"{standard.id} 共", standard.id)
    what = counted(standard, row.counted)
    by_node = any(other.node for other in standard.expectations if other.counted == row.counted)
    code = codes.TOTAL_DIFFERS if by_node and not row.node else codes.COUNT_DIFFERS
    rows = _rows_as_they_are(standard, row)
    roots = (node,) if node else standard.domains
    if row.counted != "clauses":
        found = sum(1 for n in _below(roots, node) if n.layer == LAYERS.index(row.counted[:-1]))
        if found != row.total:
            yield code(
                row.total_span, extent=extent, where=where, found=found, counted=what, expected=row.total, rows=rows
            )
        return
    by_level = Counter(clause.level for root in roots for clause in root.clauses())
    if not row.parts:
        if by_level.total() != row.total:
            yield code(
                row.total_span,
                extent=extent,
                where=where,
                found=by_level.total(),
                counted=what,
                expected=row.total,
                rows=rows,
            )
        return
    for level, part, span in zip(standard.levels, row.parts, row.part_spans, strict=True):
        if by_level[level.number] != part:
            name = named(node) if node else standard.id
            place = both(f"{name} 的等级 {level.number} ", f"level {level.number} of {name}")
            clauses = [clause for root in roots for clause in root.clauses() if clause.level == level.number]
            yield code(
                span,
                *_doubled(clauses),
                extent=extent,
                where=place,
                found=by_level[level.number],
                counted=what,
                expected=part,
                rows=rows,
            )


def _rows_as_they_are(standard: Standard, row: Expectation) -> Both:
    """A row, and the row of the whole where there is one, as they would have to be written."""
    whole = [other for other in standard.expectations if other.counted == row.counted and not other.node and row.node]
    rows = [_as_it_is(standard, one) for one in (row, *whole)]
    return both("；".join(rows), "; ".join(rows))


def _as_it_is(standard: Standard, row: Expectation) -> str:
    node = standard.nodes.get(row.node)
    roots = (node,) if node else standard.domains
    by_level = Counter(clause.level for root in roots for clause in root.clauses())
    named = " ".join(filter(None, (row.counted, row.node)))
    if row.counted != "clauses":
        return f"{named} {sum(1 for n in _below(roots, node) if n.layer == LAYERS.index(row.counted[:-1]))}"
    parts = " + ".join(str(by_level[level.number]) for level in standard.levels)
    return f"{named} {by_level.total()}" + (f" = {parts}" if row.parts else "")


def _doubled(clauses: list[Clause]) -> Iterator[Related]:
    """Where a clause stands twice in a level, that is most likely why there are too many."""
    seen: set[tuple[str, str]] = set()
    for clause in clauses:
        key = (clause.id.partition("/")[0], fold(clause.text))
        if key in seen:
            yield Related(clause.text_span, both("这一条款写了两次", "this clause stands here for the second time"))
            return
        seen.add(key)


def _below(roots: tuple[Node, ...], excluded: Node | None) -> Iterator[Node]:
    return (node for root in roots for node in root.walk() if node is not excluded)


def prose_counts_hold(model: Model) -> Iterator[Finding]:
    """Counts that the prose states (“共39个能力项”) are those of the model."""
    for standard in model.standards:
        patterns = list(_patterns(standard))
        for text, span in _prose(standard):
            for pattern, found in patterns:
                for match in pattern.finditer(text):
                    if (stated := _count(match.group(1))) is not None and stated != found:
                        phrase = match.group()
                        yield codes.PROSE_COUNT_DIFFERS(
                            span.find(phrase), extent=standard.extent, phrase=phrase, found=found
                        )


def _patterns(standard: Standard) -> Iterator[tuple[re.Pattern[str], int]]:
    number = rf"(?<![第每百千0-9０-９{NUMERALS}])([0-9０-９]{{1,15}}|[{NUMERALS}]+)"
    layers = Counter(node.layer for node in standard.walk())
    for layer in range(len(standard.layers)):
        if layers[layer]:
            name = re.escape(layer_name(standard, layer))
            yield re.compile(rf"{number}\s*个\s*(?:核心)?{name}"), layers[layer]
    if standard.levels:
        yield re.compile(rf"{number}\s*个(?:级别|等级|档次级别|成熟度等级)"), len(standard.levels)
        yield re.compile(rf"(?<![0-9０-９{NUMERALS}])([{NUMERALS}])级(?=[{NUMERALS}]类)"), len(standard.levels)
    if standard.classes:
        yield re.compile(rf"(?<=[{NUMERALS}]级)([{NUMERALS}])类"), len(standard.classes)


def _prose(standard: Standard) -> Iterator[tuple[str, Span]]:
    for chapter in standard.chapters:
        for paragraph in chapter.paragraphs:
            yield paragraph.text, paragraph.span


def _count(text: str) -> int | None:
    """39 or 三十九, up to 99; None where it is no number."""
    text = plain(text)
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if any(character not in NUMERALS[:9] for character in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return None
    return (10 * (NUMERALS.index(tens) + 1 if tens else 1) if ten else 0) + (NUMERALS.index(ones) + 1 if ones else 0)
