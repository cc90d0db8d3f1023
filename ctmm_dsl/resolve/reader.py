"""What every document's reading shares: places, texts, numbers, notes.

In: lines of the tree. Out: the model's small values, and findings for what cannot mean anything.
"""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from ctmm_dsl import grammar, syntax
from ctmm_dsl.findings import Finding
from ctmm_dsl.model import Allow, Erratum, Notes, Remark
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import Block, File, Line, Word

NUMERALS = "一二三四五六七八九十"


class Reader:
    """One file being given its meaning: the place where findings and allowances are gathered."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.allows: list[Allow] = []

    def span(self, block: Block, place: Word | Line) -> Span:
        return self.file.span(block, place)

    def reach(self, block: Block, line: Line) -> Span:
        """A line with everything that stands under it."""
        last = max(under.end for under in syntax.with_all_under(line))
        return Span(self.file.source, block.offset + line.start, block.offset + last)

    def notes(self, block: Block, line: Line, scope: Span | None = None) -> Notes:
        """Remarks and errata under a line; its allowances are kept, each with the stretch that it covers."""
        remarks: list[Remark] = []
        errata: list[Erratum] = []
        for note in line.notes:
            span = self.span(block, note)
            match note:
                case syntax.Remark():
                    kind = grammar.english("REMARK")[plain(note.kind.text)]
                    remarks.append(Remark(kind, full_text(note.text, note), "", span))
                case syntax.See():
                    remarks.append(Remark("see", full_text(note.text, note), identifier(note.target), span))
                case syntax.Erratum():
                    errata.append(Erratum(note.printed.text, full_text(note.reason, note), span))
                case syntax.Allow():
                    covered = scope or self.reach(block, line)
                    self.allows.append(Allow(note.code.text, full_text(note.reason, note), covered, span))
        return Notes(tuple(remarks), tuple(errata))


def full_text(word: Word | None, line: Line) -> str:
    """A text with its continuations: joined without a blank, but for a blank between two Latin words."""
    text = word.text if word else ""
    for more in line.more:
        gap = " " if text[-1:].isascii() and more.text.text[:1].isascii() and text else ""
        text = text + gap + full_text(more.text, more)
    return text


def plain(text: str) -> str:
    """Structure in its plain form: full-width digits, signs and blanks made ASCII."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def identifier(word: Word) -> str:
    return plain(word.text)


def number(word: Word) -> Fraction:
    """A number as written; a percentage is a part of one. Read from text, so it is exact."""
    text = plain(word.text).replace(" ", "")
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def level_number(text: str) -> int:
    """`level 3`, `3` or `三级` to 3."""
    if text[0] in NUMERALS:
        return NUMERALS.index(text[0]) + 1
    return int("".join(character for character in plain(text) if character.isdigit()))
