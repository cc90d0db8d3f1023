"""CT2…, rubrics: a descriptor for each level, once, in order; what a level builds on lies below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.checks.spoken import named
from ctmm_dsl.findings import ABOVE, Both, Finding, Related, both, listed
from ctmm_dsl.model import Descriptor, Model, Rubric, Standard
from ctmm_dsl.source import Span


def levels_complete(model: Model) -> Iterator[Finding]:
    """Every rubric, and every column of the general definitions, has each level once, in order."""
    for standard in model.standards:
        numbers = [level.number for level in standard.levels]
        for name, rows, span, extent in _described(standard) if numbers else ():
            yield from _levels_of(name, rows, span, extent, numbers)


def _described(standard: Standard) -> Iterator[tuple[Both, tuple[Descriptor, ...], Span, Span]]:
    for column in standard.columns:
        yield both(f"列 {column.id}", f"column {column.id}"), column.rows, column.span, standard.extent
    for node in standard.walk():
        if isinstance(node.leaf, Rubric):
            yield both(*2 * (named(node),)), node.leaf.descriptors, node.span, node.extent


def _levels_of(
    name: Both, rows: tuple[Descriptor, ...], span: Span, extent: Span, numbers: list[int]
) -> Iterator[Finding]:
    seen: dict[int, Descriptor] = {}
    for row in rows:
        first = seen.setdefault(row.level, row)
        if first is not row:
            yield codes.LEVEL_REPEATED(row.span, Related(first.span, ABOVE), node=name, level=row.level)
            return
    for level, expected in zip(seen, sorted(seen), strict=True):
        if level != expected:
            yield codes.LEVELS_OUT_OF_ORDER(seen[level].span, level=level, expected=expected)
            break
    if (missing := [number for number in numbers if number not in seen]) and seen.keys() <= set(numbers):
        yield codes.LEVEL_MISSING(span, extent=extent, node=name, levels=listed(missing))


def levels_build_on_lower(model: Model) -> Iterator[Finding]:
    """A level builds on a lower one of the same rubric, as a rule the one just below it."""
    for standard in model.standards:
        for _, rows, _, extent in _described(standard):
            levels = [row.level for row in rows]
            for row in rows:
                if row.builds_on is None or row.builds_on_span is None:
                    continue
                skipped = [level for level in levels if row.builds_on < level < row.level]
                words: dict[str, Any] = {"level": row.level, "on": row.builds_on}
                if row.builds_on >= row.level or row.builds_on not in levels:
                    yield codes.BUILDS_ON_NOTHING(row.builds_on_span, extent=extent, **words)
                elif skipped:
                    yield codes.BUILDS_ON_SKIPS(row.builds_on_span, skipped=listed(skipped), **words)
