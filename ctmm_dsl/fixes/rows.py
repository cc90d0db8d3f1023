"""The rows of `expect` as the tree would have them.

In: a standard and a row. Out: the edits that put its numbers right.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.checks.counts import counts_of
from ctmm_dsl.edits import Edit
from ctmm_dsl.model import Expectation, Standard


def rewritten(standard: Standard, row: Expectation) -> Iterator[Edit]:
    """The numbers of a row that are not what the tree has."""
    total, by_level = counts_of(standard, row)
    if total != row.total:
        yield Edit(row.total_span, str(total))
    if len(row.parts) == len(by_level):
        for number, part, span in zip(by_level, row.parts, row.part_spans, strict=True):
            if number != part:
                yield Edit(span, str(number))
    elif row.parts:
        yield Edit(row.part_spans[0].to(row.part_spans[-1]), " + ".join(map(str, by_level)))
