"""JSON read strictly: numbers keep their digits, a key given twice is remembered, NaN is refused.

In: a text. Out: plain data in which a number is a `Numeral`, or a `Problem`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from ctmm_dsl.assessment.problem import SHAPES, Problem, join
from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.findings import Both, both


class Numeral(NamedTuple):
    """A number as it is written; it never becomes a float."""

    text: str


class Doubled(dict[str, Any]):
    """A JSON object as read; keys that stood in it twice are kept aside."""

    doubled: tuple[str, ...] = ()


def read_object(text: str) -> dict[str, Any] | Problem:
    """The object that a text holds, or what is wrong with the text."""
    try:
        data = json.loads(
            text, object_pairs_hook=_object, parse_constant=_refuse, parse_int=Numeral, parse_float=Numeral
        )
    except (ValueError, RecursionError) as error:
        return Problem(codes.NOT_JSON, "", {"what": _why(error)})
    return data if isinstance(data, dict) else Problem(codes.WRONG_SHAPE, "", {"expected": SHAPES["object"]})


def keys_given_twice(data: dict[str, Any]) -> Iterator[Problem]:
    """Every key given twice, however deep: JSON may be nested deeper than functions may call themselves."""
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Doubled):
            for key in value.doubled:
                yield Problem(codes.DUPLICATE_KEY, join(path, key), {"key": key})
            waiting += [(join(path, key), inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(f"{path}[{at}]", inner) for at, inner in reversed([*enumerate(value)])]


def _object(pairs: list[tuple[str, Any]]) -> Doubled:
    found = Doubled(pairs)
    if len(found) < len(pairs):
        times = Counter(key for key, _ in pairs)
        found.doubled = tuple(sorted(key for key in times if times[key] > 1))
    return found


class _NoNumber(ValueError):
    """NaN and the infinities, which JSON does not have."""


def _refuse(constant: str) -> Any:
    raise _NoNumber(constant)


def _why(error: Exception) -> Both:
    if isinstance(error, json.JSONDecodeError):
        where = both(f"第 {error.lineno} 行第 {error.colno} 列", f"line {error.lineno}, column {error.colno}")
        return both(where["zh"], f"{error.msg}, {where['en']}")
    if isinstance(error, RecursionError):
        return both("嵌套太深", "nested too deeply")
    if isinstance(error, _NoNumber):
        return both(f"{error} 不是数", f"{error} is no number")
    return both(error, error)
