"""What a block says, without how it is laid out: for comparing it with itself after it was laid out.

In: a block and its text. Out: nested tuples of its lines, each with all its words (texts as they are, structure in English and made plain),
and with what stands under it. The words are those of the tree, not those of a template: one that a template forgot would be missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ctmm_dsl.format.calculations import sign
from ctmm_dsl.format.keywords import Speech, twins
from ctmm_dsl.format.templates import HEADINGS, LINES
from ctmm_dsl.format.words import said
from ctmm_dsl.syntax import ROWS, Block, Expression, Heading, Let, Line, Scored, Word

_ENGLISH = Speech("en")
_WORDED = ("OR", "AND", "EXTREME", "CHECKLIST")
_PLACES = ("start", "end", "column", "depth", "notes", "more")


def meaning(block: Block, text: str) -> tuple[object, ...]:
    """A block's lines in order, those that stand under others under them."""
    return block.kind, _of(block.heading, text), tuple(_of(line, text) for line in block.lines), tuple(_deeper(block))


def _deeper(block: Block) -> Iterator[bool]:
    """Of each row of a table, whether it stands deeper than the head before it: else it is none of its rows."""
    head = 0
    for line in block.lines:
        if isinstance(line, Let | Scored):
            head = line.column
        elif isinstance(line, ROWS):
            yield line.column > head


def _of(line: Line, text: str) -> tuple[object, ...]:
    """A line, and what stands under it: texts nest two deep, notes have texts alone."""
    if isinstance(line, Heading):
        own = [(str(number), word) for number, word in enumerate(line.words)]
        template = HEADINGS[line.kind]
    else:
        own = [(one.name, getattr(line, one.name)) for one in fields(line) if one.name not in _PLACES]
        template = LINES[type(line)]
    manners = dict(piece.lstrip("?").split(":") for piece in template.split() if ":" in piece)
    words = tuple(_value(value, manners.get(name, "text"), text) for name, value in own)
    notes = tuple(_of(note, text) for note in line.notes)
    return type(line).__name__, words, notes, tuple(_of(more, text) for more in line.more)


def _value(value: object, manner: str, text: str) -> object:
    if isinstance(value, Word):
        return value.text if manner in ("text", "name", "label", "quoted") else said(value, manner, text, _ENGLISH)
    if isinstance(value, tuple):
        return tuple(_value(one, manner, text) for one in value)
    return _calculation(value) if isinstance(value, Expression) else value


def _calculation(value: object) -> object:
    if isinstance(value, Word):
        keyword = next(
            (_ENGLISH.say(terminal, value.text) for terminal in _WORDED if value.text in twins(terminal)), ""
        )
        return keyword or sign("".join(value.text.split()))
    if isinstance(value, Expression):
        parts = [getattr(value, one.name) for one in fields(value) if one.name not in _PLACES]
        return type(value).__name__, tuple(_calculation(part) for part in parts)
    return tuple(_calculation(one) for one in value) if isinstance(value, tuple | list) else value
