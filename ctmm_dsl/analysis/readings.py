"""Other readings of the method: own level instead of cumulative, the threshold itself enough or not, scores rounded first, levels climbed
one by one or any.

In: a field. Out: for each reading a city whose level differs, with the fewest clauses that are not fully met, or the proof that none does.

Every reading is a ladder. That of rounding too: a score rounded half up to 1/n is above the threshold t just where the score itself is at
least (⌊n·t⌋ + ½)/n, and at least the threshold just where it is at least (⌈n·t⌉ − ½)/n. So one question answers all: levels under two
ladders differ where some level is reached under the one and not under the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from ctmm_dsl.analysis.examples import Examples
from ctmm_dsl.analysis.forms import Field, Points
from ctmm_dsl.analysis.questions import NOTHING, City, Impossible, Undecided, Wish, ask, lowered, wishes
from ctmm_dsl.analysis.steps import finding
from ctmm_dsl.analysis.values import OtherReading, Uniform
from ctmm_dsl.model import Ladder

HALF = Fraction(1, 2)
HUNDREDTHS, WHOLE = 100, 1


Given = tuple[Field, Points] | None
"""A given assessment: its points, and the field with what it says of quantities."""


def readings(field: Field, examples: Examples, given: Given) -> tuple[OtherReading, ...]:
    """The readings, and what each makes of a given assessment."""
    return tuple(_reading(field, kind, ladder, examples, given) for kind, ladder in others(field.ladder))


def others(ladder: Ladder) -> Iterator[tuple[str, Ladder]]:
    """The other readings of a ladder by name."""
    yield ("own" if ladder.cumulative else "cumulative"), replace(ladder, cumulative=not ladder.cumulative)
    yield ("inclusive" if ladder.strict else "strict"), replace(ladder, strict=not ladder.strict)
    yield "hundredths", rounded(ladder, HUNDREDTHS)
    yield "whole", rounded(ladder, WHOLE)
    yield ("any" if ladder.one_by_one else "one by one"), replace(ladder, one_by_one=not ladder.one_by_one)


def rounded(ladder: Ladder, parts: int) -> Ladder:
    """The ladder on exact scores that passes just where this one passes on scores rounded half up to so many parts of a point."""
    at = ladder.threshold * parts
    first = floor(at) + 1 if ladder.strict else ceil(at)
    return replace(ladder, strict=False, threshold=(first - HALF) / parts)


def _reading(field: Field, kind: str, ladder: Ladder, examples: Examples, given: Given) -> OtherReading:
    found = finding(differing(field, field.ladder, ladder), f"reading-{kind.replace(' ', '-')}", examples)
    points = found.example.assessment.points if found.example else None
    return OtherReading(
        kind=kind,
        ladder=ladder,
        differs=found,
        level=field.level(field.ladder, points) if points else 0,
        other=field.level(ladder, points) if points else 0,
        uniform=tuple(_uniform(field, ladder)),
        given=given[0].level(ladder, given[1]) if given else None,
    )


def _uniform(field: Field, ladder: Ladder) -> Iterator[Uniform]:
    assert field.scheme.scale
    for answer in field.scheme.scale.answers:
        points = field.filled(answer.points)
        level, other = field.level(field.ladder, points), field.level(ladder, points)
        if level != other:
            yield Uniform(answer, level, other)


# ---- where two ladders differ ----------------------------------------------------------------------------------------


def differing(field: Field, one: Ladder, other: Ladder) -> City | Impossible | Undecided:
    """The city with the fewest clauses not fully met whose level differs: the best over all ways in which levels can differ."""
    best: City | None = None
    open_: list[int] = []
    for high, low in ((one, other), (other, one)):
        for asked in _ways(field, high, low):
            found = ask(field, asked, lowered(field), best.cost if best else NOTHING)
            if isinstance(found, City):
                best = found
                open_ += [] if found.least else [found.bound]
            elif isinstance(found, Undecided):
                open_.append(found.bound)
    if best:
        return City(best.points, best.cost, min([best.cost, *open_]))
    return Undecided(min(open_)) if open_ else Impossible()


def _ways(field: Field, high: Ladder, low: Ladder) -> Iterator[Sequence[Wish]]:
    """Every way in which more is reached under `high` than under `low`. A level is reached one by one where it and all below pass, else
    where it passes; it is not reached one by one where some level up to it fails, else where it and all above fail. Of ways that hold
    each other the one that asks least is enough."""
    levels = field.levels
    for at, level in enumerate(levels):
        passing = levels[: at + 1] if high.one_by_one else (level,)
        if not low.one_by_one:
            yield [*wishes(field, high, passing, passes=True), *wishes(field, low, levels[at:], passes=False)]
        elif high.one_by_one:
            yield [*wishes(field, high, passing, passes=True), *wishes(field, low, (level,), passes=False)]
        else:
            for failing in levels[: at + 1]:
                yield [*wishes(field, high, passing, passes=True), *wishes(field, low, (failing,), passes=False)]
