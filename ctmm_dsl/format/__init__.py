"""The one style that a standard is laid out in.

In: a source, and the language that keywords are to have, if they are to have one. Out: its text as a careful typist would lay it out, or
nothing where a line of it could not be read. What a file says stays: each block is read again after it was laid out, and one that would
read otherwise keeps the indentation that its author gave it. Texts and comments keep every character; docs/format.md tells the style.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ctmm_dsl.edits import Edit
from ctmm_dsl.format.blocks import laid_out
from ctmm_dsl.format.keywords import Speech, family_of
from ctmm_dsl.format.rows import Row, rows_between, set_apart
from ctmm_dsl.parser import parse
from ctmm_dsl.source import Source, Span
from ctmm_dsl.syntax import Block, File, Layers

__all__ = ("edits", "formatted")


def formatted(source: Source, keywords: str | None = None) -> str | None:
    """The text in the one style; none where something in it could not be read. `keywords`: en or zh for all of them, else as typed."""
    file = parse(source)
    return None if file.findings else _text(file, keywords)


def edits(source: Source, keywords: str | None = None) -> list[Edit] | None:
    """What an editor has to change for the one style, by whole lines; none where something could not be read."""
    text = formatted(source, keywords)
    if text is None:
        return None
    old, new = _lines(source.text), _lines(text)
    starts = [*source.line_starts[: len(old)], len(source.text)]
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        Edit(Span(source, starts[first], starts[last]), "".join(new[new_first:new_last]))
        for kind, first, last, new_first, new_last in changes
        if kind != "equal"
    ]


def _lines(text: str) -> list[str]:
    """A text's lines with their ends: only a line feed ends one, whatever else Python would take for an end."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _text(file: File, keywords: str | None) -> str:
    text = file.source.text
    speech = Speech(keywords, family_of(_layers(file.blocks)))
    first = file.blocks[0].offset
    parts: list[tuple[Block | None, list[Row]]] = [(None, rows_between(text[:first]))]
    parts += [
        (block, laid_out(text[block.offset : block.offset + block.length], block, speech)) for block in file.blocks
    ]
    return "".join(row.text + "\n" for row in set_apart(parts))


def _layers(blocks: list[Block]) -> str:
    return next((line.text.text for block in blocks for line in block.lines if isinstance(line, Layers)), "")
