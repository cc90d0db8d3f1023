"""Lines as Markdown, for a hover.

In: lines with a head and a text, indented. Out: Markdown in which no sign of a text is markup: the first line is a heading, the others
are a list as deep as they are indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ctmm_dsl.render.paragraphs import Line

_SIGNS = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|~(?=~)|^[#+\->]|^=(?==*$)|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<&~#+\->=.)])")


def escaped(text: str) -> str:
    """A text whose signs mean nothing to Markdown; no sign is escaped that need not be, since some editors show it as it is."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.splitlines()))


def as_markdown(lines: Iterable[Line]) -> str:
    rows: list[str] = []
    indents: list[int] = []
    for line in lines:
        head, text = escaped(line.head.strip()), escaped(line.text.strip())
        if not head and not text:
            continue
        if not rows:
            rows.append(f"**{head}**" + (f"\n\n{text}" if text else "") + "\n")
            continue
        while indents and indents[-1] > line.indent:
            indents.pop()
        if not indents or indents[-1] < line.indent:
            indents.append(line.indent)
        rows.append("  " * (len(indents) - 1) + "- " + "  ".join(filter(None, (head, text))))
    return "\n".join(rows)


def plain(text: str) -> str:
    """Markdown of `as_markdown` for clients that show text alone."""
    return _ESCAPED.sub(r"\1", re.sub(r"(?<!\\)(?:\*\*|`)", "", text))
