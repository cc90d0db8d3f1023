"""CT6…, calculations: kinds go together, no division by zero, tiers without gaps, scores within 0 to 100 that can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple, TypeVar

from ctmm_dsl.catalogue import formulas as codes
from ctmm_dsl.checks.spoken import decimal, named, stretch
from ctmm_dsl.expression.kinds import POINTS, PURE, UNKNOWN, Kind, Kinds, unlike_wholes
from ctmm_dsl.expression.kinds import spoken as spoken_kind
from ctmm_dsl.expression.ranges import Ranges, excludes_zero, is_whole
from ctmm_dsl.expression.steps import take
from ctmm_dsl.findings import Both, Finding, Related, both
from ctmm_dsl.model import Calculation, Interval, Model, Node, Standard
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, all_within
from ctmm_dsl.source import Span

FULL = Fraction(100)
"""The points that an indicator is to reach and not to leave."""
SCORE, DEDUCTION = Interval(Fraction(0), FULL), Interval(Fraction(0))
DIVIDES = both("在这里作除数", "it divides here")
SHOWN = 3
"""So many of the divisions by a quantity are pointed at."""

E = TypeVar("E", bound=Expression)


class _Held(NamedTuple):
    """A calculation, the node that it is of, and the name of its reading (empty: the document's own)."""

    node: Node
    reading: str
    calculation: Calculation


def _calculations(model_: Model) -> Iterator[_Held]:
    for standard in model_.standards:
        yield from _of(standard)


def _of(standard: Standard) -> Iterator[_Held]:
    for node in standard.walk():
        if formula := standard.formulas.get(node.id):
            yield _Held(node, "", formula.calculation)
            for reading in formula.readings:
                yield _Held(node, reading.name, reading.calculation)


def kinds_agree(model_: Model) -> Iterator[Finding]:
    """Shares, points, counts and units go together, and what is scored comes out in points."""
    for standard in model_.standards:
        kinds = Kinds(unlike_wholes(standard))
        for held in _of(standard):
            told = len(kinds.findings)
            for part in held.calculation.parts:
                kinds.number(model.Named(part, part.name_span))
            kind = kinds.of(held.calculation.body)
            if kind not in (POINTS, PURE, UNKNOWN):
                what = both("扣分", "a deduction") if held.calculation.deducts else both("得分", "a score")
                words = {"what": what, "found": spoken_kind(kind), "hint": _to_points(kind)}
                yield codes.NOT_POINTS(held.calculation.span, extent=held.node.extent, **words)
            yield from kinds.findings[told:]


def _to_points(kind: Kind) -> Both:
    if kind.name == "count":
        return both(
            "按项计分，写 per 数据项 each 分值 up to 最高分",
            "points an item are written `per NAME each POINTS up to MOST`",
        )
    if kind.name == "flag":
        return both("写 if … then 分值 else 0", "write `if … then POINTS else 0`")
    return both("占比乘以 100 才是分", "a share times 100 is points")  # fmt: skip


def no_division_by_zero(model_: Model) -> Iterator[Finding]:
    """No divisor can be zero, unless the document says what to take then. A quantity that divides is told of once, at its range."""
    for standard in model_.standards:
        dividing: dict[int, dict[int, model.Read]] = {}
        for expression, ranges, extent in _every_expression(standard):
            if isinstance(expression, model.Arithmetic) and not _safe(expression, ranges):
                divisor = expression.right
                if isinstance(divisor, model.Read):
                    dividing.setdefault(id(divisor.quantity), {})[divisor.span.start] = divisor
                else:
                    yield codes.DIVISION_BY_ZERO(divisor.span, extent=extent, divisor=divisor.span.text)
        for reads in dividing.values():
            quantity = next(iter(reads.values())).quantity
            related = (Related(read.span, DIVIDES) for read in list(reads.values())[:SHOWN])
            span = quantity.bounds_span or quantity.span
            name = f"{quantity.name} {quantity.label}"
            yield codes.DIVISION_BY_ZERO(span, *related, extent=quantity.extent, divisor=name)


def _safe(division: model.Arithmetic, ranges: Ranges) -> bool:
    """Whether nothing is divided by zero; what cannot be divided at all, for its units, is told as that."""
    divisor = ranges.of(division.right)
    if division.operator != "/" or divisor is None or excludes_zero(divisor):
        return True
    return (division.empty is not None and divisor.low == 0) or Kinds().of(division) == UNKNOWN


def _every_expression(standard: Standard) -> Iterator[tuple[Expression, Ranges, Span]]:
    """Every expression of every calculation and definition, however deep, and the stretch that it stands in."""
    ranges = Ranges()
    for quantity in standard.quantities:
        if quantity.definition is not None:
            yield from ((one, ranges, quantity.extent) for one in all_within(quantity.definition))
    for held in _of(standard):
        for expression in held.calculation.expressions():
            yield from ((one, ranges, held.node.extent) for one in all_within(expression))


def _of_kind(model_: Model, kind: type[E]) -> Iterator[tuple[E, Ranges, Span]]:
    """The expressions of a kind."""
    for standard in model_.standards:
        for expression, ranges, extent in _every_expression(standard):
            if isinstance(expression, kind):
                yield expression, ranges, extent


def tiers_cover(model_: Model) -> Iterator[Finding]:
    """The steps of a tier hold for every value of its subject, none of them for nothing, no two for the same."""
    for tier, ranges, extent in _of_kind(model_, model.Tier):
        subject = ranges.of(tier.subject)
        if subject is not None:
            yield from _tier(tier, subject, extent)


def _tier(tier: model.Tier, subject: Interval, extent: Span) -> Iterator[Finding]:
    whole = is_whole(tier.subject)
    percent = any(percent for step in tier.steps for _, _, percent in step.bounds)
    steps = take(tier.steps, subject, whole)
    for step, taken, claimed in zip(tier.steps, steps.taken, steps.claimed, strict=True):
        if claimed:
            yield codes.TIERS_OVERLAP(step.span, extent=extent, values=_values(claimed, percent))
        elif not taken:
            yield codes.STEP_NEVER_REACHED(step.span, extent=extent)
    if steps.left and tier.otherwise is None:
        yield codes.TIER_GAP(tier.span, extent=extent, values=_values(steps.left, percent))
    elif holes := _holes(steps.left, [piece for taken in steps.taken for piece in taken]):
        yield codes.TIER_HOLE(tier.span, extent=extent, values=_values(holes, percent))


def _holes(left: tuple[Interval, ...], taken: list[Interval]) -> tuple[Interval, ...]:
    """What is left out between what is taken, on both sides."""
    return tuple(
        piece
        for piece in left
        if any(_is_below(one, piece) for one in taken) and any(_is_below(piece, one) for one in taken)
    )


def _is_below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high <= other.low


def _values(pieces: tuple[Interval, ...], percent: bool) -> Both:
    words = [stretch(piece, percent) for piece in pieces]
    return both("、".join(word["zh"] for word in words), ", ".join(word["en"] for word in words))


def scores_in_range(model_: Model) -> Iterator[Finding]:
    """A score lies in 0 to 100 and can reach 100; a deduction is not below zero. Told at the line of the score."""
    for standard in model_.standards:
        ranges = Ranges()
        told: set[tuple[str, Interval]] = set()
        unweighed = _unweighed(standard)
        for held in _of(standard):
            found = ranges.of(held.calculation.body)
            if found is not None and (held.node.id, found) not in told:
                told.add(
                    (held.node.id, found)
                )  # a reading that leaves the range where the document's own does says nothing new
                yield from _range(held, found, held.node.id in unweighed)


def _unweighed(standard: Standard) -> set[str]:
    """The nodes of domains that lack the weight which others have: most likely they are to be deducted."""
    some = any(domain.weight is not None for domain in standard.domains)
    return {node.id for domain in standard.domains if some and domain.weight is None for node in domain.walk()}


def _range(held: _Held, found: Interval, unweighed: bool) -> Iterator[Finding]:
    node, deducts = held.node, held.calculation.deducts
    name = f"{named(node)} {held.reading}".rstrip()
    if found.both(DEDUCTION if deducts else SCORE) != found:
        hint = both("扣分不能为负", "a deduction is not negative")
        if not deducts:
            hint = both(
                "分子是分母的一部分的，写 @within；否则用 min(1, …) 封顶，或说明理由并容许",
                "where the numerator is a part of the denominator, write @within; else cap it with min(1, …), or allow it with a reason",
            )  # fmt: skip
        allowed = both("0 以上", "0 and above") if deducts else both(f"0 到 {FULL}", f"0 to {FULL}")
        what = both("扣分", "deduction") if deducts else both("得分", "score")
        words = {"node": name, "what": what, "allowed": allowed, "range": stretch(found, False), "hint": hint}
        yield codes.LEAVES_RANGE(held.calculation.span, extent=node.extent, **words)
    elif not (deducts or unweighed) and found.high is not None and (found.high < FULL or found.high_open):
        yield codes.CANNOT_REACH(held.calculation.span, extent=node.extent, node=name, most=decimal(found.high))


def _capped(model_: Model) -> Iterator[tuple[model.Checklist | model.PerItem, Ranges, Span]]:
    yield from _of_kind(model_, model.Checklist)
    yield from _of_kind(model_, model.PerItem)


def caps_can_be_reached(model_: Model) -> Iterator[Finding]:
    """A cap that is written is reached: the points that a list or a count can give come up to it."""
    for capped, ranges, extent in _capped(model_):
        found = ranges.of(capped)
        if capped.most is not None and found is not None and found.high is not None and found.high < capped.most:
            words = {"cap": decimal(capped.most), "most": decimal(found.high)}
            yield codes.CAP_NEVER_REACHED(capped.span, extent=extent, **words)


def parts_count(model_: Model) -> Iterator[Finding]:
    """Every named part counts for the score, itself or through others."""
    for held in _calculations(model_):
        used: set[int] = set()
        waiting: list[Expression] = [held.calculation.body]
        while waiting:
            for one in all_within(waiting.pop()):
                if isinstance(one, model.Named) and id(one.part) not in used:
                    used.add(id(one.part))
                    waiting.append(one.part.body)
        for part in held.calculation.parts:
            if id(part) not in used:
                yield codes.PART_UNUSED(part.name_span, extent=held.node.extent, name=part.name)
