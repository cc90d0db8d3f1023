"""What formulas come to: the range of the total, what each indicator and quantity is worth at most, what other readings change.

In: a model, a scheme with formulas. Out: `Totals`. Ranges are proved (see `ctmm_dsl/expression/ranges.py`): no value lies outside. Whether
their ends are reached, the two examples say. Sums of ranges take indicators as independent of each other, so the range of the total is
never too narrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from ctmm_dsl.analysis.examples import Examples
from ctmm_dsl.analysis.extremes import Extremes
from ctmm_dsl.analysis.formula_values import Carried, Indicator, LeafReading, Totals
from ctmm_dsl.analysis.weights import gini
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.expression.evaluate import Evaluator
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Formula, Interval, Model, Node, Reading, Scheme
from ctmm_dsl.model.expression import Expression
from ctmm_dsl.report.tree import parts_of_total
from ctmm_dsl.scheme import schemes

ANY = Interval()
HALF = Fraction(1, 2)


def totals(model: Model, scheme: Scheme, extremes: Extremes, examples: Examples, given: Assessment | None) -> Totals:
    lowest = examples.make("lowest", values=extremes.values(highest=False))
    highest = examples.make("highest", values=extremes.values(highest=True))
    indicators = tuple(_indicators(scheme, [lowest.assessment, highest.assessment]))
    weighed = [one.weight for one in indicators if not one.deducts]
    taken = [_high(one) for one in indicators if one.deducts]
    return Totals(
        indicators=indicators,
        range=total_range(scheme),
        deductions=None if None in taken else sum((one for one in taken if one is not None), Fraction(0)),
        lowest=lowest,
        highest=highest,
        low=worth(scheme, lowest.assessment) or Fraction(0),
        high=worth(scheme, highest.assessment) or Fraction(0),
        gini=gini(weighed),
        half=_half(weighed),
        quantities=tuple(_quantities(scheme, indicators)),
        readings=(*_leaf_readings(scheme, given), *_profiles(model, scheme, given)),
        given=worth(scheme, given) if given else None,
    )


def total_range(scheme: Scheme) -> Interval:
    """All values that the weighted sum of formulas, less what is deducted, can have."""
    weights, found = parts_of_total(scheme), Interval.at(Fraction(0))
    for node in scheme.standard.walk():
        if isinstance(node.leaf, Formula):
            range_ = _range(scheme.calculation(node).body)
            found = found - range_ if node.leaf.deducts else found + range_ * Interval.at(weights[node.id])
    return found


def worth(scheme: Scheme, given: Assessment) -> Fraction | None:
    """What the formulas of an assessment come to; None where it lacks a quantity."""
    if not scheme.asked.keys() <= given.values.keys():
        return None
    weights, evaluator, total = parts_of_total(scheme), Evaluator(given.values), Fraction(0)
    for node in scheme.standard.walk():
        if isinstance(node.leaf, Formula):
            points = evaluator.number(scheme.calculation(node).body)
            total += -points if node.leaf.deducts else points * weights[node.id]
    return total


def _range(body: Expression) -> Interval:
    return Ranges().of(body) or ANY


# ---- indicators ----------------------------------------------------------------------------------------------------


def _indicators(scheme: Scheme, cities: Sequence[Assessment]) -> Iterator[Indicator]:
    weights = parts_of_total(scheme)
    evaluators = [Evaluator(city.values) for city in cities]
    for path in scheme.standard.leaf_paths():
        leaf = path[-1].leaf
        if isinstance(leaf, Formula):
            calculation = scheme.calculation(path[-1])
            range_ = Ranges().of(calculation.body)
            shown = [evaluator.number(calculation.body) for evaluator in evaluators]
            weight = Fraction(1) if leaf.deducts else weights[path[-1].id]
            high = range_.high if range_ else None
            most = None if high is None else weight * high
            yield Indicator(path, weight, leaf.deducts, range_, min(shown), max(shown), most)


def _high(one: Indicator) -> Fraction | None:
    return one.range.high if one.range else None


def _half(weights: Sequence[Fraction]) -> int:
    """How few indicators weigh half of all."""
    total, taken = sum(weights, Fraction(0)), Fraction(0)
    for count, weight in enumerate(sorted(weights, reverse=True), 1):
        taken += weight
        if taken >= total * HALF:
            return count
    return 0


def _quantities(scheme: Scheme, indicators: Sequence[Indicator]) -> Iterator[Carried]:
    """What of the total rests on a quantity: as much as all indicators that read it can move together."""
    for name, quantity in scheme.asked.items():
        reading = [one for one in indicators if name in scheme.calculation(one.node).quantities()]
        moves = [_width(one) for one in reading]
        most = None if None in moves else sum((one for one in moves if one is not None), Fraction(0))
        yield Carried(quantity, tuple(one.node for one in reading), most)


def _width(one: Indicator) -> Fraction | None:
    if one.range is None or one.range.low is None or one.range.high is None:
        return None
    return one.weight * (one.range.high - one.range.low)


# ---- readings --------------------------------------------------------------------------------------------------------


def _leaf_readings(scheme: Scheme, given: Assessment | None) -> Iterator[LeafReading]:
    """Each reading that is not chosen, by itself, and the document's own where a profile chose another."""
    for node in scheme.standard.walk():
        if isinstance(node.leaf, Formula):
            chosen = scheme.readings.get(node.id)
            for reading in (None, *node.leaf.readings):
                name = reading.name if reading else None
                if name != chosen:
                    yield _with(scheme, {**scheme.readings, node.id: name or ""}, node, reading, given)


def _with(
    scheme: Scheme, chosen: Mapping[str, str], node: Node, reading: Reading | None, given: Assessment | None
) -> LeafReading:
    other = replace(scheme, readings=dict(chosen))
    range_ = Ranges().of(other.calculation(node).body)
    return LeafReading(node, reading, other, range_, total_range(other), worth(other, given) if given else None)


def _profiles(model: Model, scheme: Scheme, given: Assessment | None) -> Iterator[LeafReading]:
    """The other schemes of the same standard."""
    for other in schemes(model):
        if other.standard is scheme.standard and other.id != scheme.id:
            yield LeafReading(None, None, other, None, total_range(other), worth(other, given) if given else None)
