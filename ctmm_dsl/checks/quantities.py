"""CT6…, quantities: units, bounds, options, parts of wholes; every quantity is read by a calculation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctmm_dsl.catalogue import formulas as codes
from ctmm_dsl.checks.spoken import stretch
from ctmm_dsl.expression.kinds import FLAG, HERE, PURE, UNKNOWN, Kind, Kinds, kind_of_quantity, spoken, unit_fault
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.findings import ABOVE, Both, Finding, Related, both
from ctmm_dsl.model import Model, Quantity, Standard
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import NATURAL, read_by, rests_on

NO_MOST = both("由人评定的分值要写明最高多少，如 range 0..2", "points that are judged have a most, as in `range 0..2`")


def units_sound(model_: Model) -> Iterator[Finding]:
    """An amount has a unit; a share, a flag, a choice, a score and points have none."""
    for quantity in _quantities(model_):
        if what := unit_fault(quantity):
            yield codes.UNIT_NOT_SOUND(quantity.span, name=quantity.name, what=what)


def _quantities(model_: Model) -> Iterator[Quantity]:
    for standard in model_.standards:
        yield from standard.quantities


def bounds_sound(model_: Model) -> Iterator[Finding]:
    """A range holds some number, and only such as its kind can be."""
    for quantity in _quantities(model_):
        if what := _bounds_fault(quantity):
            span = quantity.bounds_span or quantity.span
            yield codes.BOUNDS_NOT_SOUND(span, extent=quantity.extent, name=quantity.name, what=what)


def _bounds_fault(quantity: Quantity) -> Both | None:
    bounds = quantity.bounds
    if bounds is None:
        return NO_MOST if quantity.kind == "points" and quantity.definition is None else None
    if not quantity.numeric:
        return both("它不是数", "it is no number")
    if bounds.empty:
        return both("下限高于上限", "its lower end is above its upper end")
    if quantity.kind == "count" and any(end is not None and end.denominator != 1 for end in (bounds.low, bounds.high)):
        return both("个数是整数", "a count is a whole number")
    if quantity.kind == "points" and bounds.high is None:
        return NO_MOST
    natural = NATURAL.get(quantity.kind)
    if natural and bounds.high is not None and natural.high is not None and bounds.high > natural.high:
        words = stretch(natural, in_percent=False)
        return both(f"它只能是 {words['zh']}", f"it can only be {words['en']}")
    return None


def choices_sound(model_: Model) -> Iterator[Finding]:
    """A choice has two options or more, each once; nothing else has options; a calculation gives points to all of them."""
    for quantity in _quantities(model_):
        codes_ = [option.code for option in quantity.options]
        if quantity.kind == "choice" and len(codes_) < 2:
            what = both("选择至少要有两个选项", "a choice has two options or more")
            yield codes.CHOICE_NOT_SOUND(quantity.span, extent=quantity.extent, name=quantity.name, what=what)
        elif quantity.kind != "choice" and codes_:
            what = both("只有 choice 才有选项", "only a choice has options")
            yield codes.CHOICE_NOT_SOUND(quantity.options[0].span, name=quantity.name, what=what)
        for at, option in enumerate(quantity.options):
            words = (option.code, option.label)
            first = next((one for one in quantity.options[:at] if one.code in words or one.label in words), None)
            if first:
                what = both(f"选项 {option.code} 重复", f"the option {option.code} is there twice")
                related = Related(first.span, ABOVE)
                yield codes.CHOICE_NOT_SOUND(option.span, related, name=quantity.name, what=what)


def options_answered(model_: Model) -> Iterator[Finding]:
    """Where a choice gives points, each of its options does."""
    for standard in model_.standards:
        for formula in standard.formulas.values():
            for calculation in formula.calculations:
                for expression in calculation.expressions():
                    yield from _options(expression)


def _options(expression: model.Expression) -> Iterator[Finding]:
    if isinstance(expression, model.Choose) and expression.quantity.kind == "choice":
        options = [option.code for option in expression.quantity.options]
        missing = [code for code in options if code not in expression.points]
        misspelt = [code for code in expression.points if code not in options]  # each told where it is written
        if len(missing) > len(misspelt):
            names = "、".join(missing), ", ".join(missing)
            yield codes.OPTIONS_DIFFER(
                expression.span,
                name=expression.quantity.name,
                what=both(f"没有写全：缺 {names[0]}", f"{names[1]} missing"),
                options=both("、".join(options), ", ".join(options)),
            )


def definitions_sound(model_: Model) -> Iterator[Finding]:
    """What computes a quantity is of its kind; a choice or a flag is not computed."""
    for quantity in _quantities(model_):
        if quantity.definition is not None:
            kinds = Kinds()
            found = kinds.of(quantity.definition)
            yield from kinds.findings
            declared = kind_of_quantity(quantity)
            if not quantity.numeric or found == FLAG or found not in (declared, PURE, UNKNOWN):
                yield codes.WRONG_KIND(
                    quantity.definition.span, name=quantity.name, found=spoken(found), expected=spoken(declared)
                )


def wholes_sound(model_: Model) -> Iterator[Finding]:
    """A part and its whole are numbers of one kind and unit. Of several with the same two units one is told: the whole's is wrong."""
    for standard in model_.standards:
        told: set[frozenset[Kind]] = set()
        for quantity in standard.quantities:
            if quantity.whole is None or quantity.whole_span is None:
                continue
            kind, other = kind_of_quantity(quantity), kind_of_quantity(quantity.whole)
            if UNKNOWN in (kind, other) or frozenset((kind, other)) in told or (kind == other and quantity.numeric):
                continue
            told.add(frozenset((kind, other)))
            related = Related(quantity.whole.span, HERE)
            words: dict[str, Any] = {"name": quantity.name, "kind": spoken(kind), "other": spoken(other)}
            yield codes.WHOLE_NOT_SOUND(quantity.whole_span, related, whole=quantity.whole.name, **words)


def quantities_read(model_: Model) -> Iterator[Finding]:
    """Every quantity is read by some calculation, itself or through one that is computed from it."""
    for standard in model_.standards:
        read = _read(standard)
        for quantity in standard.quantities:
            if quantity.name not in read:
                yield codes.QUANTITY_UNUSED(quantity.name_span, extent=standard.extent, name=quantity.name)


def _read(standard: Standard) -> set[str]:
    """The names of what calculations read, of what that is computed from, and of wholes that only bound a part."""
    found: set[str] = set()
    for formula in standard.formulas.values():
        for calculation in formula.calculations:
            for expression in calculation.expressions():
                for quantity in read_by(expression):
                    found |= {one.name for one in rests_on(quantity)}
    return found | {quantity.whole.name for quantity in standard.quantities if quantity.whole}


def computed_in_bounds(model_: Model) -> Iterator[Finding]:
    """A computed quantity can be within its bounds."""
    for standard in model_.standards:
        ranges = Ranges()
        for quantity in standard.quantities:
            found = ranges.quantity(quantity) if quantity.definition is not None else None
            if found is not None and found.empty:
                what = both("算出的值从不在其中", "what is computed never lies in it")
                yield codes.BOUNDS_NOT_SOUND(
                    quantity.bounds_span or quantity.span, extent=quantity.extent, name=quantity.name, what=what
                )
