"""Calculations in few words, as one line an expression: what was understood, every bracket shown.

In: expressions of the model. Out: their text; a table in one line, its rows in braces.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.checks.spoken import decimal, percent
from ctmm_dsl.model import Calculation
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression


def calculation(one: Calculation, indent: str) -> Iterator[str]:
    for part in one.parts:
        yield f"{indent}{part.name} ‹{part.label}› = {expression(part.body)}"
    yield f"{indent}{'deduct' if one.deducts else 'score'} = {expression(one.body)}"


def expression(one: Expression) -> str:  # noqa: C901  a case for each kind of expression
    match one:
        case model.Number():
            return percent(one.value) if one.percent else decimal(one.value)
        case model.Read():
            return one.quantity.name
        case model.Named():
            return one.part.name
        case model.Arithmetic():
            empty = f" or, by zero, {expression(one.empty)}" if one.empty else ""
            return f"({expression(one.left)} {one.operator} {expression(one.right)}{empty})"
        case model.Comparison():
            return f"({expression(one.left)} {one.operator} {expression(one.right)})"
        case model.Junction():
            return f"({expression(one.left)} {'and' if one.every else 'or'} {expression(one.right)})"
        case model.Negation():
            return f"(not {expression(one.of)})"
        case model.Extreme():
            return f"{'max' if one.greatest else 'min'}({', '.join(map(expression, one.of))})"
        case model.Conditional():
            then, otherwise = expression(one.then), expression(one.otherwise)
            return f"(if {expression(one.condition)} then {then} else {otherwise})"
        case model.PerItem():
            return _per(one.counted.name, one)
        case model.Tier():
            steps = [f"{_bounds(step)} {decimal(step.points)}" for step in one.steps]
            rest = [] if one.otherwise is None else [f"else {decimal(one.otherwise)}"]
            return f"tier {expression(one.subject)} {{{'; '.join([*steps, *rest])}}}"
        case model.Checklist():
            most = "" if one.most is None else f" up to {decimal(one.most)}"
            return f"checklist{most} {{{'; '.join(map(_entry, one.entries))}}}"
        case model.Choose():
            rows = [f"{code} {decimal(points)}" for code, points in one.points.items()]
            return f"choose {one.quantity.name} {{{'; '.join(rows)}}}"
        case _:
            return "?"


def _per(name: str, one: model.PerItem | model.Entry) -> str:
    return f"per {name} each {decimal(one.points)}" + ("" if one.most is None else f" up to {decimal(one.most)}")


def _entry(entry: model.Entry) -> str:
    if entry.each:
        return _per(entry.quantity.name, entry)
    return f"{'gate ' if entry.gate else ''}{entry.quantity.name} {decimal(entry.points)}"


def _bounds(step: model.Step) -> str:
    return " ".join(f"{operator} {(percent if share else decimal)(value)}" for operator, value, share in step.bounds)
