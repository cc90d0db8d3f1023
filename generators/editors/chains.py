"""A line's words as a chain: which word may follow which, for engines that go from word to word.

In: a `Line`. Out: its places in order; each knows its terminal, the places that may follow, in the order in which they are tried, and
whether the line may end there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generators.editors.rules import Choice, Line, Option, Rule, Series, Term
from generators.editors.words import priority


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands in a line; the mark of the line is place 0."""

    terminal: str
    next: tuple[int, ...]
    ends: bool


@dataclass(frozen=True, slots=True)
class _Span:
    """A part of a line: where it may begin, where it may end, whether it may be absent."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    absent: bool


@cache
def places(line: Line) -> tuple[Place, ...]:
    terminals: list[str] = []
    follow: list[set[int]] = []
    whole = _spread(Series((Term(line.mark), line.rest)), terminals, follow)
    return tuple(
        Place(
            terminal,
            tuple(sorted(follow[at], key=lambda one: (-priority(terminals[one]), one))),
            at in whole.last,
        )
        for at, terminal in enumerate(terminals)
    )


def _spread(rule: Rule, terminals: list[str], follow: list[set[int]]) -> _Span:
    if isinstance(rule, Term):
        terminals.append(rule.terminal)
        follow.append(set())
        here = (len(terminals) - 1,)
        return _Span(here, here, absent=False)
    if isinstance(rule, Option):
        inner = _spread(rule.of, terminals, follow)
        return _Span(inner.first, inner.last, absent=True)
    spans = [_spread(part, terminals, follow) for part in rule.of]
    if isinstance(rule, Choice):
        first = tuple(at for span in spans for at in span.first)
        return _Span(first, tuple(at for span in spans for at in span.last), any(span.absent for span in spans))
    return _one_after_the_other(spans, follow)


def _one_after_the_other(spans: list[_Span], follow: list[set[int]]) -> _Span:
    whole = _Span((), (), absent=True)
    for span in spans:
        for at in whole.last:
            follow[at] |= set(span.first)
        whole = _Span(
            whole.first + span.first if whole.absent else whole.first,
            whole.last + span.last if span.absent else span.last,
            whole.absent and span.absent,
        )
    return whole
