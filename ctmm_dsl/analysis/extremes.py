"""Values of quantities for which formulas are worth much, or little: found by trying, so that what was proved of a range is shown too.

In: a scheme. Out: values that a city could report, every one within its bounds. They claim nothing by themselves: what is said of the
total's range is proved by the ranges of its formulas, and these values are the examples.

One quantity after the other is set to each figure at which something can turn: the ends of its range, the figures that stand in the
calculations which read it, what it is a part of. A figure is kept where the aim grows, and all are gone through until none does. Points
of a formula count up to the end of its range, or up to full points where there is no end.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.expression.evaluate import Evaluator, Value
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Formula, Node, Quantity, Scheme
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Calculation, all_within, rests_on
from ctmm_dsl.report.tree import FULL, parts_of_total

MUCH = Fraction(1000)
"""A figure for quantities without end: so large that parts of it can be any share to a tenth of a per cent."""
NEAR = Fraction(1, 100)
ROUNDS = 4

Values = dict[str, Value]


class NothingFoundError(Exception):
    """No values were found that the bounds of all quantities allow together."""


class Extremes:
    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        weights = parts_of_total(scheme)
        self.leaves = [
            (node, scheme.calculation(node), -Fraction(1) if node.leaf.deducts else weights[node.id])
            for node in scheme.standard.walk()
            if isinstance(node.leaf, Formula)
        ]
        self.caps = {node.id: _cap(calculation) for node, calculation, _ in self.leaves}
        self.readers: dict[str, list[tuple[Node, Calculation, Fraction]]] = {
            name: [one for one in self.leaves if name in one[1].quantities()] for name in scheme.asked
        }
        self.related = {name: list(self._related(quantity)) for name, quantity in scheme.asked.items()}
        self.figures = {name: tuple(self._figures(quantity)) for name, quantity in scheme.asked.items()}

    def values(self, *, highest: bool) -> Values:
        """Values with a total as high, or as low, as was found; without end, no further than full points."""
        sign = 1 if highest else -1
        begun = [self._start(share) for share in (Fraction(1), Fraction(0), Fraction(1, 2))]
        found = [self._climbed(values, sign) for values in begun if values is not None]
        if not found:
            raise NothingFoundError(self.scheme.id)
        return max(found, key=lambda values: sign * self._worth(values, self.leaves))

    def _worth(self, values: Values, leaves: list[tuple[Node, Calculation, Fraction]]) -> Fraction:
        evaluator = Evaluator(values)
        return sum(
            (
                weight * min(evaluator.number(calculation.body), self.caps[node.id])
                for node, calculation, weight in leaves
            ),
            Fraction(0),
        )

    # ---- where to begin ------------------------------------------------------------------------------------------

    def _start(self, share: Fraction) -> Values | None:
        """Every quantity at the low end, or so far towards the high one; no part more than its whole, for its whole has come before it.
        What does not go together then is mended one by one; None where that is not enough."""
        values: Values = {}
        for quantity in sorted(self.scheme.asked.values(), key=_depth):
            if quantity.kind == "flag":
                values[quantity.name] = share == 1
            elif quantity.kind == "choice":
                values[quantity.name] = quantity.options[0].code
            else:
                values[quantity.name] = self._number(quantity, share, values)
        for _ in range(ROUNDS):
            wrong = [name for name in values if not self._sound(name, values)]
            if not wrong:
                return values
            for name in wrong:
                self._mend(name, values)
        return None

    def _mend(self, name: str, values: Values) -> None:
        """Set a quantity to the first figure with which it is what it may be, if there is one."""
        before = values[name]
        for figure in (before, *self._tries(name, values)):
            values[name] = figure
            if self._sound(name, values):
                return
        values[name] = before

    def _number(self, quantity: Quantity, share: Fraction, values: Values) -> Fraction:
        low, high = _ends(quantity)
        whole = values.get(quantity.whole.name) if quantity.whole else None
        if isinstance(whole, Fraction):
            high = min(high, max(low, whole))
        found = low + (high - low) * share
        return Fraction(found.__floor__()) if quantity.kind == "count" and found.denominator > 1 else found

    # ---- step by step ----------------------------------------------------------------------------------------------

    def _climbed(self, values: Values, sign: int) -> Values:
        for _ in range(ROUNDS):
            gained = False
            for name in self.scheme.asked:
                gained |= self._better(name, values, sign)
            if not gained:
                break
        return values

    def _better(self, name: str, values: Values, sign: int) -> bool:
        now, best, found = values[name], sign * self._worth(values, self.readers[name]), values[name]
        for figure in self._tries(name, values):
            values[name] = figure
            if self._sound(name, values) and (worth := sign * self._worth(values, self.readers[name])) > best:
                best, found = worth, figure
        values[name] = found
        return found != now

    def _tries(self, name: str, values: Values) -> Iterator[Value]:
        yield from self.figures[name]
        quantity = self.scheme.asked[name]
        for other in self.related[name] if quantity.numeric else ():
            if other is not quantity and other.numeric and _known(other, values):
                try:
                    value = Evaluator(values).quantity(other)
                except ZeroDivisionError:  # as long as what it is computed from is not what it may be
                    continue
                if quantity.interval.holds(value) and (quantity.kind != "count" or value.denominator == 1):
                    yield value

    def _sound(self, name: str, values: Values) -> bool:
        """Whether a quantity, and all that have to do with it, are still what they may be."""
        evaluator = Evaluator(values)
        for one in self.related[name]:
            if one.numeric and _known(one, values):
                try:
                    number = evaluator.quantity(one)
                    most = evaluator.quantity(one.whole) if one.whole and _known(one.whole, values) else number
                except ZeroDivisionError:  # as long as what it is computed from is not what it may be
                    return False
                if number > most or not one.interval.holds(number):
                    return False
        return True

    def _related(self, quantity: Quantity) -> Iterator[Quantity]:
        """The quantity, what is computed from it, and all that is a part of these, or that these are a part of."""
        own = [
            one for one in self.scheme.standard.quantities if any(quantity.name == rest.name for rest in rests_on(one))
        ]
        names = {one.name for one in own}
        for one in self.scheme.standard.quantities:
            within = one.whole is not None and one.whole.name in names
            if one.name in names or within or any(part.whole is one for part in own):
                yield one

    def _figures(self, quantity: Quantity) -> Iterator[Value]:
        if quantity.kind == "flag":
            yield from (True, False)
        elif quantity.kind == "choice":
            yield from (option.code for option in quantity.options)
        else:
            low, high = _ends(quantity)
            turning = {figure for _, calculation, _ in self.readers[quantity.name] for figure in _turning(calculation)}
            near = {figure + step for figure in turning for step in (-1, -NEAR, NEAR, 1)}
            for figure in (low, high, *sorted(turning | near)):
                if quantity.interval.holds(figure) and (quantity.kind != "count" or figure.denominator == 1):
                    yield figure


def _known(quantity: Quantity, values: Values) -> bool:
    return all(one.name in values for one in rests_on(quantity) if one.definition is None)


def _cap(calculation: Calculation) -> Fraction:
    found = Ranges().of(calculation.body)
    return FULL if found is None or found.high is None else found.high


def _ends(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """The ends of what a quantity may be, just inside them where they are open; a large figure where there is none."""
    interval = quantity.interval
    low, high = interval.low or Fraction(0), interval.high
    if interval.low_open:
        low += 1 if quantity.kind == "count" else NEAR
    if high is None:
        return low, max(MUCH, low)
    return low, high - (1 if quantity.kind == "count" else NEAR) if interval.high_open else high


def _depth(quantity: Quantity) -> int:
    """How many wholes there are above a quantity."""
    return 0 if quantity.whole is None else 1 + _depth(quantity.whole)


def _turning(calculation: Calculation) -> Iterator[Fraction]:
    """The figures that stand in a calculation where something may turn."""
    for body in calculation.expressions():
        for one in all_within(body):
            match one:
                case model.Number():
                    yield one.value
                case model.Tier():
                    for step in one.steps:
                        yield from (value for _, value, _ in step.bounds)
                case model.PerItem(most=most, points=points) if most is not None and points:
                    yield Fraction(-(-most // points))
