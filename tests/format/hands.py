"""Hands that lay a file out otherwise than the style has it, and leave what it says as it is.

In: a text that can be read, and a source of chance. Out: the same with other indentation, blanks, full-width signs, comments, blank lines.
"""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from ctmm_dsl import syntax
from ctmm_dsl.parser import parse
from ctmm_dsl.source import Source
from ctmm_dsl.syntax import Block, Line, Word

GAPS = (" ", "  ", "   ", "\t", "\u3000", " \u3000", "    ")
STEPS = ("  ", " ", "    ", "\t", "\u3000", "   ", "\u3000\u3000")
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
FIGURES = {
    syntax.WeightRow: ("weight",),
    syntax.ScaleRow: ("points",),
    syntax.CheckRow: ("points",),
    syntax.GateRow: ("points",),
    syntax.ElseRow: ("points",),
    syntax.TierRow: ("bound", "other_bound", "points"),
    syntax.ExpectRow: ("total",),
    syntax.ReachedRule: ("threshold",),
    syntax.Requirement: ("figure",),
    syntax.BuildsOn: ("level",),
    syntax.Descriptor: ("level",),
}
"""Words that are figures: full-width digits mean the same."""

SIGNS = {">=": ("≥", "＞="), "<=": ("≤", "＜＝"), ">": ("＞",), "<": ("＜",), "=": ("＝",)}
ENDED_BY_STRUCTURE = (
    *FIGURES, syntax.Level, syntax.FromClause, syntax.LevelName, syntax.ClassRow, syntax.Subset, syntax.RubricHead, syntax.ColumnOf,
    syntax.PartOf, syntax.Let, syntax.Scored, syntax.Bounds, syntax.ReadingRow, syntax.Place,
)  # fmt: skip
"""Lines that a comment may end: their last word is no text."""

_COMMENT = re.compile(r"(?m)^ +(?=#)")


def laid_otherwise(text: str, random: Random) -> str:
    """The same lines, each with other indentation and blanks, and with full-width figures and signs."""
    file = parse(Source("hand.ctmm", text))
    first = file.blocks[0].offset
    return text[:first] + "".join(_block(text[block.offset :][: block.length], block, random) for block in file.blocks)


def with_comments(text: str, random: Random) -> str:
    """The same with comments, each another, on lines of their own and at the ends of lines; and with blank lines."""
    file = parse(Source("hand.ctmm", text))
    ends = {
        text.find("\n", block.offset + line.start)
        for block in file.blocks
        for line in syntax.every_line(block)
        if isinstance(line, ENDED_BY_STRUCTURE) and not _has_comment(text, block.offset + line.end)
    }
    made: list[str] = []
    at = 0
    for number, line in enumerate(text.split("\n")[:-1]):
        end = at + len(line)
        if random.random() < 0.1:
            made.append(f"{random.choice(('', '  ', '    ', '      ', chr(9)))}#  甲乙 {number} ，x")
        if end in ends and random.random() < 0.3:
            line += f"{random.choice(('  ', '     ', chr(0x3000) * 2))}# 行尾{number}"
        made.append(line)
        made += [random.choice(("", " ", "\u3000"))] * random.choice((0, 0, 0, 0, 0, 1, 2))
        at = end + 1
    return "\n".join(made) + "\n"


def comments(text: str) -> list[tuple[int, bool, str]]:
    """The comments of a text that was given them by `with_comments`: how many lines of content stand before, whether one stands in the same
    line, and the words."""
    found: list[tuple[int, bool, str]] = []
    content = 0
    for line in text.split("\n"):
        words, mark, told = line.partition("#")
        if mark and (not words.strip() or told.startswith(" 行尾")):
            found.append((content, bool(words.strip()), told.rstrip()))
        content += bool(words.strip() or (mark and words.strip()))
    return found


def _has_comment(text: str, at: int) -> bool:
    return "#" in text[at : text.find("\n", at)]


def _block(text: str, block: Block, random: Random) -> str:
    """A block laid out otherwise: one kind of step for its indentation, so that what stands deeper stays deeper."""
    step = random.choice(STEPS)
    changes: list[tuple[int, int, str]] = []
    for line in syntax.every_line(block):
        row = text.rfind("\n", 0, line.start) + 1
        changes.append((row, line.start, step * ((line.start - row) // 2)))
        words = sorted(_words(line), key=lambda word: word.start)
        changes += [change for one, other in pairwise(words) for change in _gap(text, one.end, other.start, random)]
        changes += _figures(text, line, random)
    for match in _COMMENT.finditer(text):
        changes.append((match.start(), match.end(), step * (len(match.group()) // 2)))
    for start, end, new in sorted(set(changes), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _words(line: Line) -> list[Word]:
    values = line.words if isinstance(line, syntax.Heading) else [getattr(line, name) for name in _names(line)]
    return [value for value in values if isinstance(value, Word)]


def _names(line: Line) -> list[str]:
    return [name for name in type(line).__annotations__ if name not in ("start", "end", "column", "notes", "more")]


def _gap(text: str, start: int, end: int, random: Random) -> list[tuple[int, int, str]]:
    """Other blanks between two words, where nothing but blanks stands there; two before a `#` would make a comment of it."""
    blank = text[start:end].isspace() and text[end] not in "#＃"
    return [(start, end, random.choice(GAPS))] if blank else []


def _figures(text: str, line: Line, random: Random) -> list[tuple[int, int, str]]:
    changes = []
    for name in FIGURES.get(type(line), ()):
        word = getattr(line, name)
        if word and random.random() < 0.5:
            changes.append((word.start, word.end, word.text.translate(WIDE)))
    for name in ("operator", "second"):
        word = getattr(line, name, None)
        if word and word.text in SIGNS and random.random() < 0.5:
            changes.append((word.start, word.end, random.choice(SIGNS[word.text])))
    return changes
