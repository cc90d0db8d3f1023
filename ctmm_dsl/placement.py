"""Lines that can be read but stand under the wrong thing.

In: a `Block`. Out: slips for notes under something they cannot be about, texts that belong to nothing, marks without a text. What
may stand where is in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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

NOTED = (
    syntax.Text, syntax.Entry, syntax.Figure, syntax.LevelName, syntax.MapRow, syntax.NoneRow, syntax.Descriptor,
    syntax.Support, syntax.ReadingHead, syntax.Option,
)  # fmt: skip
"""Lines that a note in words can be about."""

NOT_IN_WORDS = (syntax.Allow, syntax.PartOf, syntax.BuildsOn, *CLAUSE_NOTES)

NOTED_BLOCKS = (
    "standard", "profile", "crosswalk", "section", "references", "bibliography", "term", "abbreviation", "metric", "node",
    "quantity", "column", "document",
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
    "quantity": (
        ("_RANGE", "_OPTION"),
        both("这里每一行以 range、option 或 = 开头", "each line here begins with range, option or ="),
    ),
    "column": (
        (),
        both("一行写等级序号和说明，如 1 尚无计划", "a row is a level and what it is like, as in 1 尚无计划"),
    ),
    "document": (
        (),
        both("说明写在标题这一行", "what the document is for stands in the heading's line"),
    ),
    "readings": (
        (),
        both("一行写标识符和读法的名称，如 L1P4-A3 capped", "a row is an identifier and a reading, as in L1P4-A3 capped"),
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
        ("_MOTTO", "_PLACE", "_TABLE", "_DATA", "_LET", "SCORED", "_READING", "RUBRIC", "SUPPORT"),
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

ROWS_OF: dict[type[syntax.Expression], Both] = {
    syntax.Tier: both(
        "一行一档，如 >= 90% 30；其余写 else 0", "a row is a step, as in >= 90% 30; the rest is written else 0"
    ),
    syntax.Checklist: both(
        "一行一项，如 platform 15、gate platform 15、per apps each 2",
        "a row is an entry, as in platform 15, gate platform 15, per apps each 2",
    ),
    syntax.Choose: both("一行一个选项和它的分值，如 working 20", "a row is an option and its points, as in working 20"),
}
"""What the rows of a table are written like."""

IN_ONE_LINE = both(
    "算式写在一行里；太长的先用 let 分成几部分", "an expression stands in one line; break a long one up with `let`"
)


def _begins(*terminals: str, more: str = "") -> re.Pattern[str]:
    words = "|".join(map(re.escape, grammar.words_of(terminals)))
    return re.compile(rf"(?:{words})(?=[\s=＝])|{more}")


BEGINNINGS = {
    "node": _begins(
        "_MOTTO",
        "_PLACE",
        "_TABLE",
        "_DATA",
        "_LET",
        "SCORED",
        "_READING",
        "RUBRIC",
        "SUPPORT",
        more="level [0-9]|[a-z][)）]",
    ),
    "quantity": _begins("_RANGE", "_OPTION", more="[=＝]"),
    "column": re.compile("[0-9０-９]{1,2}[ \t]"),
    "document": re.compile("(?!)"),
}
"""How the lines of blocks begin that stand among one another."""

LOST = {
    "node": both(
        "这像是树的一个单元的内容：它的标题（如 item …）是否漏了？",
        "this looks like what a node holds: is its heading (`item …`) missing?",
    ),
    "quantity": both(
        "这像是数据项的内容：它的标题 quantity … 是否漏了？",
        "this looks like what a quantity holds: is its heading `quantity …` missing?",
    ),
    "column": both(
        "这像是一列的内容：它的标题 column … 是否漏了？",
        "this looks like what a column holds: is its heading `column …` missing?",
    ),
}

ROWS_LOST = both(
    "表的各行写在表头（rubric、tier、checklist 或 choose 那一行）之下，比它缩进更深",
    "the rows of a table stand under its head (the line with rubric, tier, checklist or choose), indented deeper",
)

DEEPER = both(
    "按现在的缩进，它说的是上面那一行；请缩进到条款、文字或标题之下",
    "as it is indented, it is about the line above; indent it under a clause, a text or a heading",
)


def misplaced(block: Block) -> list[Slip]:
    """All lines of a block that stand wrongly, in the block's order."""
    slips: list[Slip] = []
    for line in syntax.every_line(block):
        stray = isinstance(line, syntax.Text) and block.kind not in PROSE_BLOCKS
        for note in line.notes if not stray else ():
            if where := _why_misplaced(note, line, block):
                slips.append(_note(note, where))
        if not isinstance(line, syntax.TEXTUAL):
            slips += _strays(line.more, block, _row_hint(line))
        if isinstance(line, syntax.Entry) and line.text is None:
            slips.append(Slip(codes.EMPTY_TEXT, line.start, line.end, {"label": line.label.text}))
    if block.kind not in PROSE_BLOCKS:
        slips += _strays([line for line in block.lines if isinstance(line, syntax.Text)], block)
    return sorted(slips, key=lambda slip: slip.start)


def _why_misplaced(note: Line, line: Line, block: Block) -> Both | None:
    """Where a note belongs instead, if it cannot be about the line that it stands under."""
    if isinstance(line, NOTES):
        return both("注记写在条款或标题之下", "a note stands under a clause or a heading")
    if isinstance(note, CLAUSE_NOTES) and not (isinstance(line, syntax.Entry) and block.kind == "node"):
        return both("它属于条款，请缩进到条款之下", "it belongs to a clause: indent it under one")
    if isinstance(note, syntax.PartOf) and not (line is block.heading and block.kind == "quantity"):
        return both("它写在数据项的标题之下", "it stands under the heading of a quantity")
    if isinstance(note, syntax.BuildsOn) and not isinstance(line, syntax.Descriptor):
        return both("它写在量规的一个等级之下", "it stands under a level of a rubric")
    return None if isinstance(note, NOT_IN_WORDS) or _can_be_noted(line, block.kind) else DEEPER


def _can_be_noted(line: Line, kind: str) -> bool:
    return kind in NOTED_BLOCKS if isinstance(line, syntax.Heading) else isinstance(line, NOTED)


def _note(note: Line, where: object) -> Slip:
    name = next(name for kind, name in _NAMES if isinstance(note, kind))
    return Slip(codes.NOTE_OUT_OF_PLACE, note.start, note.end, {"note": name, "where": where})


def _strays(lines: list[syntax.Text], block: Block, meant: Both | None = None) -> Iterator[Slip]:
    """Texts that belong to nothing. From a line on that begins like one of another kind of block it is the heading of that block which
    lacks, and from a row of a table on the table's head: told once, and not at all where a line could not be read that may be it."""
    rows = False
    for line in lines:
        other = next((one for one in LOST if one != block.kind and BEGINNINGS[one].match(line.text.text)), None)
        if line.row:
            if not rows and not block.damaged:
                yield _stray(line, block.kind, ROWS_LOST)
            rows = True
        elif other and block.kind in BEGINNINGS:
            yield _stray(line, block.kind, LOST[other])
            return
        else:
            yield _stray(line, block.kind, meant)


def _row_hint(line: Line) -> Both | None:
    return ROWS_OF.get(type(line.body)) or IN_ONE_LINE if isinstance(line, syntax.Let | syntax.Scored) else None


def _stray(line: syntax.Text, kind: str, meant: Both | None = None) -> Slip:
    word = line.text.text.split(maxsplit=1)[0]
    if word in grammar.words_of(grammar.HEADINGS):
        return Slip(codes.HEADING_INDENTED, line.start, line.start + len(word), {"word": cropped(word)})
    terminals, hint = LINES_OF.get(kind, ((), CONTINUED))
    if meant:
        hint = meant
    elif kind == "node":
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
    (syntax.PartOf, "@within"),
    (syntax.BuildsOn, "@builds-on"),
    (syntax.Remark, "@note"),
)
