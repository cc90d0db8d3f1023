"""The quantities that a city reports, read exactly and held against what each may be.

In: the `values` of an assessment. Out: a value for each quantity, or everything that is wrong: a number that is none, a count that is not
whole, what is out of range, a part that is more than its whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from ctmm_dsl.assessment.fields import extra_fields
from ctmm_dsl.assessment.problem import Problem, join
from ctmm_dsl.assessment.strict_json import Numeral
from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.checks.spoken import decimal, stretch
from ctmm_dsl.expression.evaluate import Evaluator, Value
from ctmm_dsl.findings import Both, both, listed
from ctmm_dsl.model import Quantity, Standard
from ctmm_dsl.model.expression import read_by, reported_for

LONGEST = 40
"""A number has at most so many characters; a city has no figure that needs more."""
VALUE_FIELDS = ("value", "evidence", "note", "text")
FLAGS = {"true": True, "false": False, "是": True, "否": False, "yes": True, "no": False}

_NUMBER = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)(?:[eE]([+-]?[0-9]{1,2}))?(%?)")
NUMBER_RULE = both("如 95 或 0.5", "like 95 or 0.5")
SHARE_RULE = both("如 45% 或 0.45", "like 45% or 0.45")


def read_values(given: Mapping[str, Any], standard: Standard, values: dict[str, Value]) -> Iterator[Problem]:
    """Read what is given into `values`; what is wrong comes out."""
    known = {quantity.name: quantity for quantity in standard.quantities}
    for name, value in given.items():
        path = join("values", name)
        quantity = known.get(name)
        if quantity is None:
            yield Problem(codes.VALUE_UNKNOWN, path, {"id": name})
        elif quantity.definition is not None:
            parts = listed((one.name for one in reported_for(quantity)), 10)
            yield Problem(codes.VALUE_COMPUTED, path, {"name": quantity.label, "parts": parts})
        else:
            yield from _read(quantity, value, path, values)


def _read(quantity: Quantity, value: Any, path: str, values: dict[str, Value]) -> Iterator[Problem]:
    if isinstance(value, dict):
        yield from extra_fields(value, path, VALUE_FIELDS)
        value = value.get("value")
    if value is None:
        return
    found: Value | Problem
    if quantity.kind == "flag":
        found = _flag(quantity, value, path)
    elif quantity.kind == "choice":
        found = _option(quantity, value, path)
    else:
        found = _number(quantity, value, path)
    if isinstance(found, Problem):
        yield found
    else:
        values[quantity.name] = found


def written(value: Any) -> str:
    """A value as the file has it, for a message; a long one is cut."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Numeral):
        value = value.text
    text = value if isinstance(value, str) else "{…}" if isinstance(value, dict) else "[…]"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _flag(quantity: Quantity, value: Any, path: str) -> Value | Problem:
    if isinstance(value, bool):
        return value
    word = unicodedata.normalize("NFKC", value).strip().casefold() if isinstance(value, str) else ""
    if word in FLAGS:
        return FLAGS[word]
    return Problem(codes.NOT_A_FLAG, path, {"name": quantity.label, "value": written(value)})


def _option(quantity: Quantity, value: Any, path: str) -> Value | Problem:
    for option in quantity.options:
        if isinstance(value, str) and value in (option.code, option.label):
            return option.code
    options = both(
        "、".join(option.label for option in quantity.options), ", ".join(option.code for option in quantity.options)
    )
    words = {"name": quantity.label, "value": written(value), "options": options}
    return Problem(codes.NOT_AN_OPTION, path, words)


def _number(quantity: Quantity, value: Any, path: str) -> Value | Problem:
    text = value.text if isinstance(value, Numeral) else value
    rule = SHARE_RULE if quantity.kind == "share" else NUMBER_RULE
    words = {"name": quantity.label, "value": written(value), "rule": rule}
    if not isinstance(text, str) or isinstance(value, bool):
        return Problem(codes.NOT_A_NUMBER, path, words)
    if len(text) > LONGEST:
        return Problem(codes.NUMBER_TOO_LONG, path, {**words, "most": LONGEST})
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None or (match[3] and quantity.kind != "share"):
        return Problem(codes.NOT_A_NUMBER, path, words)
    number = Fraction(match[1]) * Fraction(10) ** int(match[2] or 0) / (100 if match[3] else 1)
    if quantity.kind == "count" and number.denominator != 1:
        return Problem(codes.NOT_WHOLE, path, {"name": quantity.label, "value": written(value)})
    if not quantity.interval.holds(number):
        range_ = stretch(quantity.interval, in_percent=quantity.kind == "share")
        return Problem(codes.OUT_OF_RANGE, path, {"name": quantity.label, "value": written(value), "range": range_})
    return number


def constraints(standard: Standard, values: Mapping[str, Value]) -> Iterator[Problem]:
    """What is wrong between values that are each sound: a part above its whole, a computed quantity out of its range."""
    numbers = _Numbers(values)
    for quantity in standard.quantities:
        if not numbers.has(quantity):
            continue
        path = join("values", quantity.name)
        number = numbers.of(quantity)
        if quantity.definition is not None and not quantity.interval.holds(number):
            range_ = stretch(quantity.interval, in_percent=quantity.kind == "share")
            words = {"name": quantity.label, "value": decimal(number), "range": range_}
            yield Problem(codes.OUT_OF_RANGE, path, words)
        if quantity.whole is not None and numbers.has(quantity.whole):
            most = numbers.of(quantity.whole)
            if number > most:
                yield Problem(codes.MORE_THAN_WHOLE, path, _compared(quantity, number, quantity.whole, most))


def _compared(part: Quantity, number: Fraction, whole: Quantity, most: Fraction) -> dict[str, str | Both]:
    return {"name": part.label, "value": decimal(number), "whole": whole.label, "most": decimal(most)}


class _Numbers:
    """The numbers that there are: those reported, and those computed from numbers that are each in their range. So no divisor is zero."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self.values = values
        self.of = Evaluator(values).quantity
        self._there: dict[str, bool] = {}

    def has(self, quantity: Quantity) -> bool:
        return quantity.numeric and self._has(quantity)

    def _has(self, quantity: Quantity) -> bool:
        if quantity.definition is None:
            return quantity.name in self.values
        if quantity.name not in self._there:
            self._there[quantity.name] = all(
                self._has(one) and self._sound(one) for one in read_by(quantity.definition)
            )
        return self._there[quantity.name]

    def _sound(self, quantity: Quantity) -> bool:
        return quantity.definition is None or quantity.interval.holds(self.of(quantity))
