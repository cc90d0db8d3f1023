"""CT2…, counts: what `expect` states and what the prose says, against the tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.checks.spoken import counted, layer_name, named
from ctmm_dsl.findings import Both, Finding, Related, both
from ctmm_dsl.model import LAYERS, Clause, Expectation, Model, Standard
from ctmm_dsl.model.expression import Unknown, all_within
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import NUMERALS, plain
from ctmm_dsl.source import Span
from ctmm_dsl.wording import fold


def expectations_hold(model: Model) -> Iterator[Finding]:
    """The counts that `expect` states are the counts that the tree has; a total is told only where its parts are right."""
    for standard in model.standards:
        told = False
        alike = _all_have_other_parts(standard)
        for row in standard.expectations:
            faults = list(_row_faults(standard, row)) or list(_compare(standard, row))
            other_parts = any(fault.entry is codes.PARTS_DIFFER_FROM_LEVELS for fault in faults)
            if not (other_parts and alike and told):
                yield from faults
            told = told or other_parts


def _all_have_other_parts(standard: Standard) -> bool:
    """Where all rows have another number of parts than there are levels, it is the levels that changed: to be told once."""
    rows = [row for row in standard.expectations if row.parts]
    return all(len(row.parts) != len(standard.levels) for row in rows)


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
    name = named(node) if node else standard.id
    total, parts = counts_of(standard, row)
    by_node = any(other.node for other in standard.expectations if other.counted == row.counted)
    code = codes.TOTAL_DIFFERS if by_node and not row.node else codes.COUNT_DIFFERS

    def differs(span: Span, where: Both, found: int, expected: int, *related: Related) -> Finding:
        extent = node.extent if node else standard.extent
        what, rows = counted(standard, row.counted), _rows_as_they_are(standard, row)
        words = {"where": where, "found": found, "counted": what, "expected": expected, "rows": rows}
        return code(span, *related, extent=extent, **words)

    if row.counted == "quantities" and total < row.total and _names_lost(standard):
        return  # the quantity that lacks is told of where it is read
    if not row.parts:
        if total != row.total:
            yield differs(row.total_span, both(name if node else f"{name} 共", name), total, row.total)
        return
    for level, found, part, span in zip(standard.levels, parts, row.parts, row.part_spans, strict=True):
        if found != part:
            where = both(f"{name} 的等级 {level.number} ", f"level {level.number} of {name}")
            clauses = [clause for clause in _clauses(standard, row) if clause.level == level.number]
            yield differs(span, where, found, part, *_doubled(clauses))


def _names_lost(standard: Standard) -> bool:
    """Whether some calculation reads a quantity that is not there."""
    if any(quantity.whole is None and quantity.whole_span for quantity in standard.quantities):
        return True
    bodies = [quantity.definition for quantity in standard.quantities if quantity.definition is not None]
    for formula in standard.formulas.values():
        bodies += [body for calculation in formula.calculations for body in calculation.expressions()]
    return any(isinstance(one, Unknown) for body in bodies for one in all_within(body))


def _clauses(standard: Standard, row: Expectation) -> Iterator[Clause]:
    node = standard.nodes.get(row.node)
    return (clause for root in ((node,) if node else standard.domains) for clause in root.clauses())


def counts_of(standard: Standard, row: Expectation) -> tuple[int, list[int]]:
    """What a row counts, as it is: the total, and for clauses how many of each level."""
    if row.counted == "clauses":
        by_level = Counter(clause.level for clause in _clauses(standard, row))
        return by_level.total(), [by_level[level.number] for level in standard.levels]
    if row.counted == "quantities":
        return len(standard.quantities), []
    node, layer = standard.nodes.get(row.node), LAYERS.index(row.counted[:-1])
    below = (one for root in ((node,) if node else standard.domains) for one in root.walk() if one is not node)
    return sum(1 for one in below if one.layer == layer), []


def _rows_as_they_are(standard: Standard, row: Expectation) -> Both:
    """A row, and the row of the whole where there is one, as they would have to be written."""
    whole = [other for other in standard.expectations if other.counted == row.counted and not other.node and row.node]
    rows = [row_as_it_is(standard, one) for one in (row, *whole)]
    return both("；".join(rows), "; ".join(rows))


def row_as_it_is(standard: Standard, row: Expectation) -> str:
    """A row as it would read if it were right."""
    total, parts = counts_of(standard, row)
    counts = f"{total} = {' + '.join(map(str, parts))}" if row.parts else str(total)
    return " ".join(filter(None, (row.counted, row.node, counts)))


def _doubled(clauses: list[Clause]) -> Iterator[Related]:
    """Where a clause stands twice in a level, that is most likely why there are too many."""
    seen: set[tuple[str, str]] = set()
    for clause in clauses:
        key = (clause.id.partition("/")[0], fold(clause.text))
        if key in seen:
            yield Related(clause.text_span, both("这一条款写了两次", "this clause stands here for the second time"))
            return
        seen.add(key)


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
