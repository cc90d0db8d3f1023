"""A repair as a value, and the few shapes that most repairs have.

In: places and what is to stand there. Out: a `Fix`, whose title says what is put in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Both, both
from ctmm_dsl.source import Span


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: what an editor is told that it does, and the edits, of one file or several."""

    title: Both
    edits: tuple[Edit, ...]


def change(span: Span, text: str) -> Fix:
    """Other words in place of those that stand there."""
    words = text.strip()
    return Fix(both(f"改为 {words}", f"change to {words}"), (Edit(span, text),))


def put_in(span: Span, text: str, zh: str, en: str) -> Fix:
    """A text before what stands at a place."""
    return Fix(both(zh, en), (Edit(at_start(span), text),))


def take_out(spans: Iterable[Span], zh: str, en: str) -> Fix:
    """Nothing in place of what stands there."""
    return Fix(both(zh, en), tuple(Edit(span, "") for span in spans))


def at_start(span: Span) -> Span:
    return Span(span.source, span.start, span.start)


def at_end(span: Span) -> Span:
    return Span(span.source, span.end, span.end)
