"""Text as a terminal may show it: what a standard or the name of a file says cannot steer one, nor turn its lines around.

In: a line of text. Out: the same line, as many characters long; those that no reader would see are shown as one that is missing.
"""

from __future__ import annotations

from ctmm_dsl.source import BLANKS

WIDE_BLANK = "\u3000"


def visible(line: str) -> str:
    """The line with plain blanks, but for those that are as wide as a Chinese character."""
    return line if line.isprintable() else "".join(map(_visible, line))


def _visible(character: str) -> str:
    if character in BLANKS:
        return WIDE_BLANK if character == WIDE_BLANK else " "
    return character if character.isprintable() else "\ufffd"
