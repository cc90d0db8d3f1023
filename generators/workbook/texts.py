"""Texts as cells can hold them: any text becomes one that keeps the file valid, and what was changed shows.

In: any text. Out: a text without what XML cannot hold, no longer than a cell; and how much room it takes.
"""

from __future__ import annotations

import re
from unicodedata import east_asian_width

LONGEST = 32_767
"""UTF-16 units in a cell."""
CUT = "……〔全文 {} 字，此处截断 | cut here〕"

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def held(text: str) -> str:
    """A text as a cell holds it: what XML cannot hold is shown as a missing character, what is too long is cut and says so."""
    text = _NO_XML.sub("\ufffd", _LINE_END.sub("\n", text))
    if units(text) <= LONGEST:
        return text
    mark = CUT.format(len(text))
    kept = text[: LONGEST - len(mark)]
    while units(kept) + len(mark) > LONGEST:
        kept = kept[: -max(1, (units(kept) + len(mark) - LONGEST) // 2)]
    return kept + mark


def units(text: str) -> int:
    """Its length as spreadsheets count it."""
    return len(text) + sum(character > "\uffff" for character in text)


def shortened(text: str, most: int) -> str:
    """At most so many UTF-16 units, on one line: for the places that hold little."""
    line = " ".join(held(text).split())
    if units(line) <= most:
        return line
    while units(line) > most - 1:
        line = line[:-1]
    return line + "…"


def footer(text: str, most: int) -> str:
    """A text within a page's footer, where `&` begins a command."""
    return shortened(text, most).replace("&", "&&")


def lines(text: str, width: int) -> int:
    """How many lines a text takes in a column that is so many digits wide; a Chinese character is as wide as two of them."""
    return sum(max(1, -(-breadth(line) // max(width, 1))) for line in text.split("\n"))


def breadth(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
