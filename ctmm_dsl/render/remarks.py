"""Notes and misprints at a place, for a terminal. In: notes. Out: lines."""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.model import Notes
from ctmm_dsl.render.paragraphs import Line

KINDS = {"en": "英文", "source": "出处", "note": "备注", "see": "参见"}


def remarks(notes: Notes, indent: int, language: str) -> Iterator[Line]:
    zh = language == "zh"
    for remark in notes.remarks:
        kind = KINDS[remark.kind] if zh else remark.kind
        yield Line(indent, kind, " ".join(filter(None, (remark.target, remark.text))))
    for erratum in notes.errata:
        yield Line(indent, f"{'原文作' if zh else 'printed'}“{erratum.printed}”", erratum.reason)
