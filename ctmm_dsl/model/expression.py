"""Quantities of a city, and the calculations over them: a small typed core, evaluated exactly on rational numbers.

Out: the values that checks, scoring and generators read. `Expression` is a closed set: whoever reads one by `match` is told by the type
checker what is missing. The shapes are those of GB/T 33356-2022, chapter 6 and annex A.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.model.interval import Interval
from ctmm_dsl.model.notes import Notes
from ctmm_dsl.source import Span

QUANTITY_KINDS = ("count", "amount", "share", "flag", "choice", "score", "points")
BASES = ("point", "period")

# ---- quantities ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a choice."""

    code: str
    label: str
    notes: Notes
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """What a city reports once, or (`definition`) what is computed from that. `interval`: the numbers that it may be; `whole`: a quantity
    that it is a part of, and never more than. `basis`: at a point in time, or over a period."""

    name: str
    label: str
    kind: str
    unit: str
    basis: str
    bounds: Interval | None
    options: tuple[Option, ...]
    definition: Expression | None
    whole: Quantity | None
    notes: Notes
    span: Span
    name_span: Span
    bounds_span: Span | None
    whole_span: Span | None
    extent: Span

    @property
    def interval(self) -> Interval:
        """The numbers that the quantity may be: as its `range` says within what its kind allows."""
        natural = NATURAL.get(self.kind, Interval(Fraction(0)))
        return natural.both(self.bounds) if self.bounds else natural

    @property
    def numeric(self) -> bool:
        return self.kind not in ("flag", "choice")


NATURAL = {"share": Interval(Fraction(0), Fraction(1)), "score": Interval(Fraction(0), Fraction(100))}
"""The numbers that a kind of quantity can be at all, where there is an end to them; no quantity is below zero."""

# ---- expressions -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """A number of the text; a percentage is a part of one."""

    value: Fraction
    percent: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """The value of a quantity."""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """The value of a part that was named before."""

    part: Part
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Arithmetic:
    """`operator` is + - * or /; `empty` is the value of a division by zero, where the document gives one."""

    operator: str
    left: Expression
    right: Expression
    empty: Expression | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Extreme:
    """The smallest (`greatest`: the greatest) of several."""

    greatest: bool
    of: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Conditional:
    condition: Expression
    then: Expression
    otherwise: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """`operator` is one of `COMPARISONS`."""

    operator: str
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Junction:
    """`every`: both hold; else: one of them does."""

    every: bool
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Negation:
    of: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class PerItem:
    """So many points for each of a count, up to the most."""

    counted: Quantity
    points: Fraction
    most: Fraction | None
    span: Span


@dataclass(frozen=True, slots=True)
class Step:
    """A row of a tier: it holds for the values of `interval`. `bounds`: the comparisons as written."""

    bounds: tuple[tuple[str, Fraction, bool], ...]
    interval: Interval
    points: Fraction
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Tier:
    """The points of the first step that holds for the subject; `otherwise` where none does."""

    subject: Expression
    steps: tuple[Step, ...]
    otherwise: Fraction | None
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a checklist: points for a flag, or (`each`) for each of a count up to the most. Where a `gate` is unmet the list gives
    nothing."""

    quantity: Quantity
    points: Fraction
    gate: bool
    most: Fraction | None
    span: Span
    each: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Checklist:
    entries: tuple[Entry, ...]
    most: Fraction | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Choose:
    """The points of the option that was chosen, by its code."""

    quantity: Quantity
    points: dict[str, Fraction]
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Unknown:
    """What a name that leads nowhere stands for; such a model is never evaluated."""

    span: Span


Expression = (
    Number | Read | Named | Arithmetic | Extreme | Conditional | Comparison | Junction | Negation | PerItem | Tier | Checklist
    | Choose | Unknown
)  # fmt: skip


# ---- calculations ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A named part of a calculation: b1, b2 …"""

    name: str
    label: str
    body: Expression
    span: Span
    name_span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Calculation:
    """What an indicator is worth: points of 100, or (`deducts`) points that are taken off the total."""

    deducts: bool
    parts: tuple[Part, ...]
    body: Expression
    span: Span

    def expressions(self) -> Iterator[Expression]:
        yield from (part.body for part in self.parts)
        yield self.body

    def quantities(self) -> dict[str, Quantity]:
        """The quantities that a city must report for it, by name, in the order in which they are first read."""
        found: dict[str, Quantity] = {}
        for expression in self.expressions():
            for quantity in read_by(expression):
                found |= {one.name: one for one in reported_for(quantity) if one.name not in found}
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Another way to read the document, which a profile may choose."""

    name: str
    label: str
    calculation: Calculation
    notes: Notes
    span: Span


def reported_for(quantity: Quantity) -> list[Quantity]:
    """A quantity, or all those that it is computed from, each once."""
    return [one for one in rests_on(quantity) if one.definition is None]


def rests_on(quantity: Quantity) -> list[Quantity]:
    """A quantity and all that it is computed from, each once, in the order in which they are read."""
    found: dict[str, Quantity] = {}
    waiting = [quantity]
    while waiting:
        one = waiting.pop()
        if one.name not in found:
            found[one.name] = one
            if one.definition is not None:
                waiting += reversed(list(read_by(one.definition)))
    return list(found.values())


def read_by(expression: Expression) -> Iterator[Quantity]:
    """The quantities that stand in an expression itself, named parts apart."""
    for one in all_within(expression):
        match one:
            case Read(quantity=quantity) | PerItem(counted=quantity) | Choose(quantity=quantity):
                yield quantity
            case Checklist():
                yield from (entry.quantity for entry in one.entries)


def all_within(expression: Expression) -> Iterator[Expression]:
    """An expression and all that it is made of, however deep, named parts apart."""
    waiting = [expression]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(operands(one))


def operands(expression: Expression) -> tuple[Expression, ...]:
    """The expressions that one is made of, named parts apart."""
    match expression:
        case Arithmetic():
            ends = (expression.left, expression.right)
            return (*ends, expression.empty) if expression.empty else ends
        case Comparison() | Junction():
            return expression.left, expression.right
        case Extreme():
            return expression.of
        case Conditional():
            return expression.condition, expression.then, expression.otherwise
        case Negation():
            return (expression.of,)
        case Tier():
            return (expression.subject,)
        case _:
            return ()
