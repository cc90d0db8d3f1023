"""The steps of a tier: which values each takes, which are left out, which are claimed twice.

In: a tier and the range of its subject. Out: stretches of numbers. Where the subject is a whole number, only whole numbers count: 3..4
and 5.. leave no gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from ctmm_dsl.model.expression import Step
from ctmm_dsl.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Steps:
    """`taken`: what each step holds for that none above it took; `claimed`: what it claims although a step above it, no wider rung of one
    ladder, took it; `left`: what none took."""

    taken: tuple[tuple[Interval, ...], ...]
    claimed: tuple[tuple[Interval, ...], ...]
    left: tuple[Interval, ...]


def take(steps: tuple[Step, ...], subject: Interval, whole: bool) -> Steps:
    """Hand the values of a subject to the steps, first come first served."""
    left = _kept([subject], whole)
    taken: list[tuple[Interval, ...]] = []
    claimed: list[tuple[Interval, ...]] = []
    for at, step in enumerate(steps):
        here = step.interval.both(subject)
        taken.append(tuple(_kept([piece.both(step.interval) for piece in left], whole)))
        others = [other.interval.both(here) for other in steps[:at] if not _one_ladder(step, other)]
        claimed.append(tuple(_kept(others, whole)))
        left = _kept([rest for piece in left for rest in _without(piece, step.interval)], whole)
    return Steps(tuple(taken), tuple(claimed), tuple(left))


def _one_ladder(one: Step, other: Step) -> bool:
    """Rungs of one ladder are bounded on one side, the same: each below the first is read as the rest."""
    if len(one.bounds) != 1 or len(other.bounds) != 1:
        return False
    ends = [(step.interval.low is None, step.interval.high is None) for step in (one, other)]
    return ends[0] == ends[1] and True in ends[0]


def _without(piece: Interval, gone: Interval) -> list[Interval]:
    """A stretch without what another holds: what lies below it, and what lies above it."""
    rest: list[Interval] = []
    if gone.low is not None:
        rest.append(piece.both(Interval(high=gone.low, high_open=not gone.low_open)))
    if gone.high is not None:
        rest.append(piece.both(Interval(low=gone.high, low_open=not gone.high_open)))
    return rest


def _kept(pieces: list[Interval], whole: bool) -> list[Interval]:
    """The stretches that hold anything; of whole numbers, from the first to the last."""
    found = [_whole(piece) if whole else piece for piece in pieces]
    return [piece for piece in found if not piece.empty]


def _whole(piece: Interval) -> Interval:
    low = None if piece.low is None else Fraction(ceil(piece.low))
    high = None if piece.high is None else Fraction(floor(piece.high))
    if low is not None and low == piece.low and piece.low_open:
        low += 1
    if high is not None and high == piece.high and piece.high_open:
        high -= 1
    return Interval(low, high)
