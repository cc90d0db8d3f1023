"""A file laid out in the one style, as edits that leave alone what need not change.

In: a source. Out: edits of whole lines; none where the file cannot be read, which is left as it is.
"""

from __future__ import annotations

from ctmm_dsl.edits import Edit
from ctmm_dsl.format import edits
from ctmm_dsl.source import Source


def formatting(source: Source, keywords: str | None = None) -> tuple[Edit, ...]:
    """The edits that lay a file out. `keywords`: en or zh, where all are to be of one language."""
    return tuple(edits(source, keywords) or ())


def within(found: tuple[Edit, ...], first: int, last: int) -> tuple[Edit, ...]:
    """Those of the edits that touch a stretch."""
    return tuple(edit for edit in found if edit.span.start <= last and edit.span.end >= first)
