"""Lines with a head and a text, laid out for a terminal: long texts go on under themselves, Chinese broken between characters.

In: lines, and how many cells there are across (0: no end, as in a pipe, where a line stays a line). Out: text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctmm_dsl.source import cells

GAP = 2
"""So many blanks stand between head and text, and before what continues a text without a head."""
NARROWEST = 24
"""A text is never squeezed into fewer cells than this."""

_NO_START = "，。、；：？！）》〉」』】”’％%…—,.;:?!)]}"
_NO_END = "（《〈「『【“‘([{"
_UNIT = re.compile(r"[!-~]+|[ \u3000]+|.", re.S)


@dataclass(frozen=True, slots=True)
class Line:
    """`head` says what the text is; either may be empty."""

    indent: int
    head: str
    text: str = ""


EMPTY = Line(0, "")


def laid_out(lines: Iterable[Line], width: int = 0) -> str:
    return "".join(f"{row}\n" for line in lines for row in _rows(line, width))


def _rows(line: Line, width: int) -> Iterator[str]:
    margin = " " * line.indent
    if not (line.head and line.text):
        hanging = line.indent + GAP
        yield from _joined(margin, _filled(line.head or line.text, width - hanging if width else 0), hanging)
        return
    lead = f"{margin}{line.head}{' ' * GAP}"
    across = width - cells(lead) if width else 0
    if width and across < NARROWEST:
        yield margin + line.head
        hanging = line.indent + 2 * GAP
        yield from _joined(" " * hanging, _filled(line.text, width - hanging), hanging)
    else:
        yield from _joined(lead, _filled(line.text, across), cells(lead))


def _joined(lead: str, parts: list[str], hanging: int) -> Iterator[str]:
    for at, part in enumerate(parts):
        yield (f"{lead}{part}" if at == 0 else " " * hanging + part).rstrip()


def _filled(text: str, width: int) -> list[str]:
    """A text in parts of so many cells, none of which begins or ends with a sign that may not stand there."""
    if width <= 0:
        return [text]
    across = max(width, NARROWEST)
    parts = [""]
    for unit in _units(text):
        if parts[-1] and cells(parts[-1]) + cells(unit.rstrip()) > across:
            parts[-1] = parts[-1].rstrip()
            parts.append("")
        parts[-1] += unit if parts[-1] else unit.lstrip()
    return parts


def _units(text: str) -> list[str]:
    """What is not broken: a Latin word, a character with the signs that go with it."""
    found: list[str] = []
    for unit in _UNIT.findall(text):
        if found and (unit[0] in _NO_START or found[-1][-1] in _NO_END):
            found[-1] += unit
        else:
            found.append(unit)
    return found
