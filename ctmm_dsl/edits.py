"""Changes to a text, as values.

In: what is to stand where. Out: the text with all of it changed at once, and its bytes. Repairs, renaming and formatting speak of changes
so, and an editor carries them out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ctmm_dsl.source import Span

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` in place of what stands at `span`; an empty span puts in, an empty text takes out."""

    span: Span
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A source's text with edits made; none may overlap another (`ValueError`). Those at one place stay in their order."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < at:
            raise ValueError(f"two edits overlap at {edit.span!r}")
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def stored(text: str, like: bytes) -> bytes:
    """A text as a file keeps it whose former bytes are given: with its byte-order mark and its line ends, the commonest where they are
    mixed."""
    mark = BOM if like.startswith(BOM) else b""
    windows, unix = like.count(b"\r\n"), like.count(b"\n")
    old = like.count(b"\r") - windows
    end = "\r\n" if windows > unix - windows + old else "\r" if old > unix else "\n"
    return mark + text.replace("\n", end).encode("utf-8")
