"""Random cities: what one reports for a scheme, whatever kinds of leaves it has; written as people write it.

In: a scheme and a seed. Out: an assessment as data, in which a number that a JSON file would hold is a `Digits`; `text_of` makes the file
of it, `plain` what a program would pass. Values lie within their bounds, parts within their wholes, often at the very ends of both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ctmm_dsl.assessment.values import constraints
from ctmm_dsl.expression.evaluate import Evaluator, Value
from ctmm_dsl.model import Quantity, Scheme
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, operands, reported_for
from tests import strategies

MOST = 10**6
"""Where a quantity has no upper end, it is seldom more."""
TRIES = 60


@dataclass(frozen=True)
class Digits:
    """A number as a file has it."""

    text: str


# ---- values ------------------------------------------------------------------------------------------------------------


def values(scheme: Scheme, random: Random) -> dict[str, Value]:
    """A value for every quantity that a city reports, sound together."""
    quantities = scheme.standard.quantities
    found: dict[str, Value] = {}
    notable = _notable(scheme)
    for quantity in quantities:
        _draw(quantity, found, random, notable)
    for _ in range(TRIES):
        wrong = [problem.path for problem in constraints(scheme.standard, found)]
        if not wrong:
            return found
        for quantity in quantities:
            if any(path.endswith(f'"{quantity.name}"]') for path in wrong):
                _mend(quantity, found, random, notable)
    raise AssertionError(wrong)


def _draw(quantity: Quantity, found: dict[str, Value], random: Random, notable: list[Fraction]) -> None:
    """Draw a quantity, after the one that it is a part of; what is computed, by what it is computed from."""
    if quantity.name in found:
        return
    if quantity.whole is not None:
        _draw(quantity.whole, found, random, notable)
    if quantity.definition is not None:
        for one in reported_for(quantity):
            if one is not quantity:
                _draw(one, found, random, notable)
    else:
        found[quantity.name] = _value(quantity, found, random, notable)


def _mend(quantity: Quantity, found: dict[str, Value], random: Random, notable: list[Fraction]) -> None:
    """Draw anew what a computed quantity is computed from, or a part; smaller, where there is a whole."""
    parts = reported_for(quantity)
    for one in parts:
        found[one.name] = _value(one, found, random, notable)
        if quantity.whole is not None and quantity.definition is not None and one.numeric:
            most = Evaluator(found).quantity(quantity.whole) / len(parts)
            drawn = min(Fraction(found[one.name]), most)
            found[one.name] = Fraction(int(drawn)) if one.kind == "count" else Fraction(int(drawn * 10**6), 10**6)


def _value(quantity: Quantity, found: dict[str, Value], random: Random, notable: list[Fraction]) -> Value:
    if quantity.kind == "flag":
        return random.random() < 0.6
    if quantity.kind == "choice":
        return random.choice(quantity.options).code
    interval = quantity.interval
    assert interval.low is not None
    high = interval.high
    if quantity.whole is not None and all(one.name in found for one in reported_for(quantity.whole)):
        whole = Evaluator(found).quantity(quantity.whole)
        high = whole if high is None else min(high, whole)
    number = _number(quantity.kind, interval.low, high, random, notable)
    if not interval.holds(number):  # an end that is open
        number = interval.low + (Fraction(1) if quantity.kind == "count" else Fraction(1, random.choice((4, 8, 1000))))
    return number


def _number(kind: str, low: Fraction, high: Fraction | None, random: Random, notable: list[Fraction]) -> Fraction:
    """A number from low to high: an end, one at which some tier changes, or any."""
    top = high if high is not None else low + random.choice((1, 10, 20, 100, MOST))
    dice = random.randrange(10)
    if dice < 2:
        drawn = random.choice((low, top))
    elif dice < 5 and notable:
        bound = random.choice(notable)
        drawn = top * bound if bound <= 1 and high is not None else bound
        drawn += random.choice((0, 0, 0, -1, 1)) * (Fraction(1) if kind == "count" else Fraction(1, 100))
    else:
        drawn = low + (top - low) * Fraction(random.randrange(1001), 1000)
    drawn = min(max(drawn, low), top)
    return Fraction(max(int(drawn), -int(-low // 1))) if kind == "count" else drawn


def _notable(scheme: Scheme) -> list[Fraction]:
    """The numbers at which a step of some tier begins or ends, or with which something is compared."""
    return sorted({bound for _, bounds in _steps(scheme) for bound in bounds})


def _steps(scheme: Scheme) -> Iterator[tuple[Expression, list[Fraction]]]:
    """What is compared in the formulas of a scheme, and with which numbers."""
    for node in scheme.standard.leaves():
        waiting = [*scheme.calculation(node).expressions()] if node.id in scheme.standard.formulas else []
        while waiting:
            expression = waiting.pop()
            if isinstance(expression, model.Tier):
                yield expression.subject, [value for step in expression.steps for _, value, _ in step.bounds]
            if isinstance(expression, model.Comparison) and isinstance(expression.right, model.Number):
                yield expression.left, [expression.right.value]
            waiting += operands(expression)


def at_steps(scheme: Scheme) -> Iterator[dict[str, Value]]:
    """Cities for which something that is compared is just what it is compared with, a little less, a little more."""
    random = Random(1)
    for subject, bounds in _steps(scheme):
        reads = [one for quantity in _read(subject) for one in reported_for(quantity)]
        for bound in sorted({*bounds}):
            usual = values(scheme, random)
            for least, most in ((bound, bound), (bound - Fraction(1, 100), bound), (bound, bound + Fraction(1, 100))):
                for _ in range(400):
                    found = usual | {one.name: _near(bound, one, random) for one in reads if one.numeric}
                    if _between(least, subject, most, found) and not any(constraints(scheme.standard, found)):
                        yield found
                        break


def _between(least: Fraction, subject: Expression, most: Fraction, found: dict[str, Value]) -> bool:
    """Whether what is compared is what is looked for; a sum that is not sound may make a divisor of zero."""
    try:
        value = Evaluator(found).number(subject)
    except ZeroDivisionError:
        return False
    return value == least == most or least < value < most


def _near(bound: Fraction, quantity: Quantity, random: Random) -> Value:
    """A value that may make a ratio, a share or a count what it is compared with, or nearly so."""
    number = random.choice((bound * 1000, 1000 - bound * 1000, Fraction(1000), bound, bound)) + random.choice(
        (0, 0, -1, 1)
    ) * (Fraction(1, 200) if quantity.kind != "count" else 1)
    number = Fraction(round(number)) if quantity.kind == "count" else number
    low = quantity.interval.low or Fraction(0)
    return number if quantity.interval.holds(number) else low + 1


def _read(expression: Expression) -> Iterator[Quantity]:
    if isinstance(expression, model.Named):
        yield from _read(expression.part.body)
    elif isinstance(expression, model.Read):
        yield expression.quantity
    for operand in operands(expression):
        yield from _read(operand)


# ---- as people write it ------------------------------------------------------------------------------------------------


def written(quantity: Quantity, value: Value, random: Random) -> Any:
    """A value in one of the forms in which it may stand in a file."""
    if isinstance(value, bool):
        given: Any = random.choice((value, value, "是" if value else "否", "TRUE " if value else " No"))
    elif isinstance(value, str):
        given = random.choice([value, next(option.label for option in quantity.options if option.code == value)])
    else:
        given = _figure(quantity, value, random)
    if random.randrange(8) == 0:
        return {"value": given, "evidence": ["统计公报"], "note": "=1+1", "text": quantity.label}
    return given


def _figure(quantity: Quantity, value: Fraction, random: Random) -> Any:
    decimal = _decimal(value)
    if value.denominator == 1 and random.randrange(3):
        return int(value)
    forms: list[Any] = [decimal, f" {decimal}\u3000", Digits(decimal), _wide(decimal), "+" + decimal]
    forms += [Digits(_decimal(value * 1000) + "e-3"), Digits(_decimal(value / 10) + "E1")]
    if value.denominator == 1:
        forms += [Digits(decimal + ".0")]
    if quantity.kind == "share":
        forms += [_decimal(value * 100) + "%", _wide(_decimal(value * 100) + "%")]
    return random.choice(forms)


def _decimal(number: Fraction) -> str:
    """A number as a decimal; such as have none are not drawn."""
    places = next(places for places in range(30) if (number * 10**places).denominator == 1)
    return format(Decimal(int(number * 10**places)).scaleb(-places).normalize(), "f")


def _wide(text: str) -> str:
    return text.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.%"})


def text_of(data: Any) -> str:
    """The file that holds the data."""
    text = json.dumps(data, ensure_ascii=False, default=lambda one: f"@@{one.text}@@")
    return re.sub(r'"@@([^"]*?)@@"', r"\1", text)


def plain(data: Any) -> Any:
    """The data as a program would pass it: numbers exactly."""
    if isinstance(data, Digits):
        return int(Decimal(data.text)) if data.text.endswith(".0") else Decimal(data.text)
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    return [plain(value) for value in data] if isinstance(data, list) else data


# ---- whole assessments -------------------------------------------------------------------------------------------------


def assessment(
    scheme: Scheme, seed: int, *, missing: bool = False, dressed: bool = True, found: dict[str, Value] | None = None
) -> dict[str, Any]:
    """What a city reports; `missing`: with some of it left out; `dressed`: as people write it; `found`: its values."""
    random, standard = Random(seed), scheme.standard
    data: dict[str, Any] = {"standard": standard.id, "edition": standard.edition}
    if dressed:
        data |= {"subject": {"name": "某市"}, "date": "2026-05-01"}
    left_out = random.random() if missing else -1
    if standard.clauses or standard.rubrics:
        data["answers"] = {}
    if standard.clauses:
        answers = strategies.answers(scheme, (seed, random.randint(0, 100)))
        data["answers"] |= {key: value for key, value in answers.items() if random.random() > left_out}
    if standard.reported:
        data["values"] = {
            name: written(standard.reported[name], value, random) if dressed else value
            for name, value in (found or values(scheme, random)).items()
            if random.random() > left_out
        }
    if standard.rubrics:
        _rubrics(scheme, data, random, left_out)
    return data


def _rubrics(scheme: Scheme, data: dict[str, Any], random: Random, left_out: float) -> None:
    levels = [level.number for level in scheme.standard.levels]

    def answers(some: float) -> dict[str, Any]:
        def level() -> Any:
            number = random.choice(levels)
            return random.choice((number, number, Digits(f"{number}.0")))

        given = {
            node: {"now": level(), "planned": level()} for node in scheme.standard.rubrics if random.random() > some
        }
        for answer in given.values():
            if random.random() < some / 2:
                del answer[random.choice(("now", "planned"))]
        return given

    if random.randrange(3) == 0:
        data["answers"] |= answers(left_out)
        return
    first = {"name": "总体", "answers": answers(left_out)}
    rest = [
        {"name": f"答者{at}", "group": random.choice(("政府", "社会", "企业", "")), "answers": answers(random.random())}
        for at in range(random.randrange(5))
    ]
    data["respondents"] = [first, *rest]
    random.shuffle(data["respondents"])
    if not scheme.standard.clauses and random.random() < 0.5:
        del data["answers"]
