"""Lines that can be read but stand under the wrong thing.

In: a `Block`. Out: slips for notes under something they cannot be about, texts that belong to nothing, marks without a text. What
may stand where is in the tables.
"""

from __future__ import annotations

import re

from ctmm_dsl import grammar, syntax
from ctmm_dsl.assemble import NOTES
from ctmm_dsl.catalogue import text as codes
from ctmm_dsl.findings import Both, both
from ctmm_dsl.slips import Slip, cropped, nearest
from ctmm_dsl.syntax import Block, Line

PROSE_BLOCKS = ("section", "term", "references")
"""Blocks whose own lines may be bare texts."""

CLAUSE_NOTES = (syntax.FromClause, syntax.FromNone, syntax.Requirement)
"""Notes that only a clause can have."""

NOTED = (syntax.Text, syntax.Entry, syntax.Figure, syntax.LevelName, syntax.MapRow, syntax.NoneRow)
"""Lines that a note in words can be about."""

NOTED_BLOCKS = (
    "standard", "profile", "crosswalk", "section", "references", "bibliography", "term", "abbreviation", "metric", "node",
)  # fmt: skip
"""Blocks whose heading a note in words can be about. An @allow may stand anywhere."""

CONTINUED = both("续行请比上一行文字缩进更深", "indent a continuation deeper than the text that it continues")
LINES_OF: dict[str, tuple[tuple[str, ...], Both]] = {
    "standard": (
        ("FIELD", "_LAYERS", "_SUBSET"),
        both("这里每一行以 edition、number、layers 之类的词开头", "each line here begins with a word such as edition, number or layers"),
    ),
    "profile": (
        ("PROFILE_FIELD", "_SCORING"),
        both("这里每一行以 status 或 scoring 开头", "each line here begins with status or scoring"),
    ),
    "weights": (
        ("_WITHIN",),
        both("一行写标识符和权重，如 AR 10%", "a row is an identifier and a weight, as in AR 10%"),
    ),
    "crosswalk": (
        (),
        both("一行写标识符、关系、标识符，如 AR close L8P1 …", "a row is two identifiers with a relation between, as in AR close L8P1 …"),
    ),
    "levels": (
        ("_MOTTO",),
        both("一行写等级序号和名称，如 1 基础级", "a row is a level and its name, as in 1 基础级"),
    ),
    "scale": (
        (),
        both("一行写代码、名称和分值，如 full 完全满足 100", "a row is code, label and points, as in full 完全满足 100"),
    ),
    "bibliography": (
        (),
        both("每条文献以 [1] 之类的序号开头", "each entry begins with its number, as in [1]"),
    ),
    "node": (
        ("_MOTTO", "_PLACE", "_TABLE"),
        both(
            "条款以 a) 或 - 开头，等级写作 level 1；续行请比上一行文字缩进更深",
            "a clause begins with a) or -, a level is written level 1; a continuation is indented deeper than its text",
        ),
    ),
}  # fmt: skip
"""What a block's lines begin with, for a text that stands there without a mark: keywords that may have been meant, and a hint."""


MEANT: tuple[tuple[re.Pattern[str], Both], ...] = (
    (
        re.compile(r"[（(]?[A-Za-zＡ-Ｚａ-ｚ][）).．、]"),
        both(
            "条款的标号写作 a)：一个小写字母和一个右括号",
            "a clause's label is written a): a small letter and a bracket",
        ),
    ),
    (
        re.compile(r"[•·▪●○◆■①-⑳]|[（(]?[0-9０-９]+[）).．、]"),
        both("没有字母标号的条款以 - 开头", "a clause without a letter begins with -"),
    ),
    (
        re.compile("第?[一二三四五六七八九十]级|le[a-z]{2,4}[ \t]*[0-9]"),
        both("等级行写作 一级 或 level 1，独占一行，后面不加标点", "a level is written level 1, on a line of its own"),
    ),
)
"""What a text without a mark in a node most likely is, by how it begins."""

DEEPER = both(
    "按现在的缩进，它说的是上面那一行；请缩进到条款、文字或标题之下",
    "as it is indented, it is about the line above; indent it under a clause, a text or a heading",
)


def misplaced(block: Block) -> list[Slip]:
    """All lines of a block that stand wrongly, in the block's order."""
    slips: list[Slip] = []
    for line in syntax.every_line(block):
        in_clause = isinstance(line, syntax.Entry) and block.kind == "node"
        stray = isinstance(line, syntax.Text) and block.kind not in PROSE_BLOCKS
        for note in line.notes if not stray else ():
            if isinstance(line, NOTES):
                slips.append(_note(note, both("注记写在条款或标题之下", "a note stands under a clause or a heading")))
            elif isinstance(note, CLAUSE_NOTES) and not in_clause:
                slips.append(
                    _note(note, both("它属于条款，请缩进到条款之下", "it belongs to a clause: indent it under one"))
                )
            elif not isinstance(note, (syntax.Allow, *CLAUSE_NOTES)) and not _can_be_noted(line, block.kind):
                slips.append(_note(note, DEEPER))
        if not isinstance(line, syntax.TEXTUAL):
            slips += [_stray(text, block.kind) for text in line.more]
        if isinstance(line, syntax.Entry) and line.text is None:
            slips.append(Slip(codes.EMPTY_TEXT, line.start, line.end, {"label": line.label.text}))
    if block.kind not in PROSE_BLOCKS:
        slips += [_stray(line, block.kind) for line in block.lines if isinstance(line, syntax.Text)]
    return sorted(slips, key=lambda slip: slip.start)


def _can_be_noted(line: Line, kind: str) -> bool:
    return kind in NOTED_BLOCKS if isinstance(line, syntax.Heading) else isinstance(line, NOTED)


def _note(note: Line, where: object) -> Slip:
    name = next(name for kind, name in _NAMES if isinstance(note, kind))
    return Slip(codes.NOTE_OUT_OF_PLACE, note.start, note.end, {"note": name, "where": where})


def _stray(line: syntax.Text, kind: str) -> Slip:
    word = line.text.text.split(maxsplit=1)[0]
    if word in grammar.words_of(grammar.HEADINGS):
        return Slip(codes.HEADING_INDENTED, line.start, line.start + len(word), {"word": cropped(word)})
    terminals, hint = LINES_OF.get(kind, ((), CONTINUED))
    if kind == "node":
        hint = next((meant for pattern, meant in MEANT if pattern.match(line.text.text)), hint)
    near = nearest(word, tuple(known for known in grammar.words_of(terminals) if known != word))
    return Slip(codes.TEXT_WITHOUT_MARK, line.start, line.end, {"nearest": near, "hint": hint})


_NAMES = (
    (syntax.FromClause, "@from"),
    (syntax.FromNone, "@from"),
    (syntax.Requirement, "@metric"),
    (syntax.Erratum, "@erratum"),
    (syntax.Allow, "@allow"),
    (syntax.See, "@see"),
    (syntax.Remark, "@note"),
)
