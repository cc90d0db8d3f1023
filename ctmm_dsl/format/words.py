"""One line of the tree, written by its template.

In: a line, the text of its block, how keywords are written. Out: its columns. What is structure is made plain: full-width signs and digits,
blanks, quotes that nothing needs; what is text keeps every character.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ctmm_dsl import grammar
from ctmm_dsl.format import calculations
from ctmm_dsl.format.keywords import Speech
from ctmm_dsl.format.templates import HEADINGS, LINES
from ctmm_dsl.resolve.reader import plain
from ctmm_dsl.source import BLANKS
from ctmm_dsl.syntax import Expression, Heading, Line, Word

_COMMENT = re.compile(rf"[{BLANKS}]{{2,}}[#＃](.*)")
_PLAIN_NAME = re.compile(r"[^\W\d_][\w（）/.—-]*")
_UNTIL = re.compile(r"(?<=[0-9%])(?:\.\.|[-–—~])(?=[0-9])")
_ABOVE = re.compile(r">(?=[0-9])")

Part = Word | tuple[Word, ...] | Expression | None


class Written(NamedTuple):
    """A line's columns, and the comment at its end (empty where there is none)."""

    columns: list[str]
    comment: str


class _Piece(NamedTuple):
    """A piece of a template: a word of the line with the manner it is written in, or a keyword or sign that the tree leaves out."""

    name: str
    part: Part
    manner: str


def written(line: Line, text: str, speech: Speech) -> Written:
    """A line as it is to be laid out. `text` is that of the block that its places are in."""
    newline = text.find("\n", line.start)
    row_end = len(text) if newline < 0 else newline
    pieces = _pieces(line)
    columns: list[list[str]] = [[]]
    at = line.start
    for number, piece in enumerate(pieces):
        if piece.name == "|":
            columns.append([])
            continue
        if isinstance(piece.part, Expression):
            begins = re.compile("[=＝]").search(text, at, row_end)
            assert begins
            at = _end_of_content(text, piece.part.end, row_end)
            columns[-1].append(calculations.written(text[begins.end() : at], speech))
        elif piece.part:
            words = piece.part if isinstance(piece.part, tuple) and not isinstance(piece.part, Word) else (piece.part,)
            columns[-1].append(" + ".join(said(word, piece.manner, text, speech) for word in words))
            at = words[-1].end
        else:
            then = next((start for later in pieces[number:] if (start := _start(later.part)) is not None), row_end)
            _put(columns[-1], piece.name, text[at:then], speech)
    comment = _COMMENT.match(text, _end_of_content(text, at, row_end), row_end)
    return Written([" ".join(column) for column in columns], "#" + comment.group(1).rstrip(BLANKS) if comment else "")


def _pieces(line: Line) -> list[_Piece]:
    """A line's pieces in order, without those that it does not have."""
    template = HEADINGS[line.kind] if isinstance(line, Heading) else LINES[type(line)]
    pieces: list[_Piece] = []
    for piece in template.split():
        name, colon, manner = piece.partition(":")
        part = _part(line, name) if colon else None
        if colon and not part:
            if pieces and pieces[-1].name.startswith("?"):
                pieces.pop()
        elif piece != ".":
            pieces.append(_Piece(name, part, manner))
    return [piece._replace(name=piece.name.removeprefix("?")) for piece in pieces]


def _part(line: Line, name: str) -> Part:
    if isinstance(line, Heading):
        return line.words[int(name)] if int(name) < len(line.words) else None
    part: Part = getattr(line, name)
    return part


def _start(part: Part) -> int | None:
    if isinstance(part, Word | Expression):
        return part.start
    return part[0].start if part else None


def _end_of_content(text: str, at: int, row_end: int) -> int:
    """Where a line's content ends: before its comment and the blanks at its end."""
    comment = _COMMENT.search(text, at, row_end)
    end = comment.start() if comment else row_end
    return at + len(text[at:end].rstrip(BLANKS))


def _put(column: list[str], piece: str, typed: str, speech: Speech) -> None:
    """A keyword that the tree leaves out, or a sign."""
    if piece.startswith("~"):
        column[-1] += piece[1:]
    else:
        column.append(speech.say(piece, typed) if piece.startswith("_") else piece)


def said(word: Word, manner: str, text: str, speech: Speech) -> str:
    match manner:
        case "text":
            return word.text
        case "name" | "label":
            return _named(word, text[word.start : word.end])
        case "quoted":
            return grammar.quoted(word.text)
        case "plain" | "sum":
            return plain(word.text).replace(" ", "").replace("\t", "")
        case "sign":
            return calculations.sign(word.text)
        case "range":
            return _ABOVE.sub("> ", _UNTIL.sub("..", "".join(plain(word.text).split())))
        case "pins":
            return " ".join(word.text.split())
        case "number":
            return speech.number(word.text)
        case "level":
            return speech.level(word.text)
        case _:
            return speech.say(manner, word.text)


def _named(word: Word, typed: str) -> str:
    """A name; quotes stay where it needs them, and where it could be taken for something else without."""
    return word.text if typed == word.text or _PLAIN_NAME.fullmatch(word.text) else grammar.quoted(word.text)
