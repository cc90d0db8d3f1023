"""Lines that can be read but stand under the wrong thing.

In: a `Block`. Out: slips for notes under something they cannot be about, texts that belong to nothing, marks without a text. What
may stand where is in the tables.
"""

from __future__ import annotations

from ctmm_dsl import grammar, syntax
from ctmm_dsl.assemble import NOTES
from ctmm_dsl.catalogue import text as codes
from ctmm_dsl.findings import both
from ctmm_dsl.slips import Slip, cropped
from ctmm_dsl.syntax import Block, Line

PROSE_BLOCKS = ("section", "term", "references")
"""Blocks whose own lines may be bare texts."""

TEXTUAL = (
    syntax.Text, syntax.Entry, syntax.Remark, syntax.See, syntax.Figure, syntax.Motto, syntax.Table, syntax.Field,
    syntax.MapRow, syntax.NoneRow, syntax.Erratum, syntax.FromNone, syntax.LevelMotto,
    syntax.ScaleRow, syntax.LevelName,
)  # fmt: skip
"""Lines that a deeper text continues or describes."""

CLAUSE_NOTES = (syntax.FromClause, syntax.FromNone, syntax.Requirement)
"""Notes that only a clause can have."""


def misplaced(block: Block) -> list[Slip]:
    """All lines of a block that stand wrongly, in the block's order."""
    slips: list[Slip] = []
    for line in syntax.every_line(block):
        in_clause = isinstance(line, syntax.Entry) and block.kind == "node"
        for note in line.notes:
            if isinstance(line, NOTES):
                slips.append(_note(note, both("注记写在条款或标题之下", "a note stands under a clause or a heading")))
            elif isinstance(note, CLAUSE_NOTES) and not in_clause:
                slips.append(
                    _note(note, both("它属于条款，请缩进到条款之下", "it belongs to a clause: indent it under one"))
                )
        if not isinstance(line, TEXTUAL):
            slips += [_stray(text) for text in line.more]
        if isinstance(line, syntax.Entry) and line.text is None:
            slips.append(Slip(codes.EMPTY_TEXT, line.start, line.end, {"label": line.label.text}))
    if block.kind not in PROSE_BLOCKS:
        slips += [_stray(line) for line in block.lines if isinstance(line, syntax.Text)]
    return sorted(slips, key=lambda slip: slip.start)


def _note(note: Line, where: object) -> Slip:
    name = next(name for kind, name in _NAMES if isinstance(note, kind))
    return Slip(codes.NOTE_OUT_OF_PLACE, note.start, note.end, {"note": name, "where": where})


def _stray(line: syntax.Text) -> Slip:
    word = line.text.text.split(maxsplit=1)[0]
    if word in grammar.words_of(grammar.HEADINGS):
        return Slip(codes.HEADING_INDENTED, line.start, line.start + len(word), {"word": cropped(word)})
    return Slip(codes.TEXT_WITHOUT_MARK, line.start, line.end)


_NAMES = (
    (syntax.FromClause, "@from"),
    (syntax.FromNone, "@from"),
    (syntax.Requirement, "@metric"),
    (syntax.Erratum, "@erratum"),
    (syntax.Allow, "@allow"),
    (syntax.See, "@see"),
    (syntax.Remark, "@note"),
)
