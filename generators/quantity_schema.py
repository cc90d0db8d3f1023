"""The values that a city reports, as parts of a JSON Schema: a number, a text, a flag or an option, within its bounds.

In: a scheme. Out: a property for each quantity, and a definition for each shape that values have. They accept what
`ctmm_dsl.assessment.values` accepts, as far as a schema can say it: not that a part is no more than its whole, what computed
quantities come to, or how many digits a number has. Of texts, the reader also takes some that are not spelt out here: digits like ①,
flags in full width.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ctmm_dsl.assessment.values import FLAGS, LONGEST
from ctmm_dsl.checks.spoken import decimal
from ctmm_dsl.model import Interval, Quantity, Scheme
from generators.json_schema import BOOLEAN, Schema, closed, one_of, ref
from generators.number_patterns import plain, rare
from generators.quantity_words import conditions, range_words, readers

NULL: Schema = {"type": "null"}


def value_properties(scheme: Scheme) -> dict[str, Schema]:
    """A property for each quantity that is reported."""
    read_by = readers(scheme)
    return {
        quantity.name: {
            "title": quantity.label,
            "description": f"{conditions(quantity)}。{_used(read_by[quantity.name])}",
            **ref(f"reported-{_shape(quantity)}"),
        }
        for quantity in scheme.standard.reported.values()
    }


def _used(nodes: list[str]) -> str:
    return f"用于 {'、'.join(nodes)}" if nodes else "这里不计分，可以不填"


def value_definitions(scheme: Scheme, around: dict[str, Schema]) -> dict[str, Schema]:
    """Each shape of a value: by itself, and with the fields `around` an answer."""
    shapes = {_shape(quantity): quantity for quantity in scheme.standard.reported.values()}
    found: dict[str, Schema] = {}
    for name, quantity in shapes.items():
        fields = {"value": ref(name), **around}
        found[name] = _value(quantity)
        found[f"reported-{name}"] = {"anyOf": [ref(name), closed("值及其证明材料", fields, optional=fields)]}
    return found


def _shape(quantity: Quantity) -> str:
    """The name of what quantities of one kind and range have in common: count-1.., share, choice-role."""
    if quantity.kind == "choice":
        return f"choice-{quantity.name}"
    if quantity.kind == "flag":
        return "flag"
    return f"{quantity.kind}-{_bounds(quantity.interval)}"


def _bounds(interval: Interval) -> str:
    """An interval as ranges are written: 1.., 0..100; gt and lt stand before an end that is excluded."""
    low = "" if interval.low is None else f"{'gt' * interval.low_open}{decimal(interval.low)}"
    high = "" if interval.high is None else f"{'lt' * interval.high_open}{decimal(interval.high)}"
    return f"{low}..{high}"


def _value(quantity: Quantity) -> Schema:
    if quantity.kind == "flag":
        return {
            "description": "true 或 false，“是”或“否”；null 为尚未填写",
            "anyOf": [BOOLEAN, one_of(("是", "否")), {"type": "string", "pattern": _any_case(FLAGS)}, NULL],
        }
    if quantity.kind == "choice":
        words = [word for option in quantity.options for word in (option.code, option.label)]
        return {"description": f"{range_words(quantity)}；null 为尚未填写", "anyOf": [one_of(words), NULL]}
    return {
        "description": f"{range_words(quantity)}，写作数或文字；null 为尚未填写",
        "anyOf": [_number(quantity), _text(quantity), NULL],
    }


def _any_case(words: dict[str, bool]) -> str:
    """One of some words in small or capital letters, blanks around it allowed."""
    forms = ("".join(f"[{sign}{sign.upper()}]" if sign.isascii() else sign for sign in word) for word in words)
    return rf"^\s*({'|'.join(forms)})\s*$"


def _number(quantity: Quantity) -> Schema:
    interval = quantity.interval
    found: Schema = {"type": "integer" if quantity.kind == "count" else "number"}
    if interval.low is not None:
        found["exclusiveMinimum" if interval.low_open else "minimum"] = _bound(interval.low)
    if interval.high is not None:
        found["exclusiveMaximum" if interval.high_open else "maximum"] = _bound(interval.high)
    return found


def _bound(number: Fraction) -> int | Decimal:
    """A bound as a JSON number, digit for digit."""
    return number.numerator if number.denominator == 1 else Decimal(decimal(number))


def _text(quantity: Quantity) -> Schema:
    share = quantity.kind == "share"
    usual = plain(quantity.interval, whole=quantity.kind == "count", percent=share)
    return {
        "type": "string",
        "maxLength": LONGEST,
        "anyOf": [{"pattern": usual}, {"description": "全角数字或科学计数法", "pattern": rare(percent=share)}],
    }
