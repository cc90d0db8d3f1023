"""Sound assessments of any scheme, drawn from a seed: answers, values within their bounds, respondents; written as people write them."""

from __future__ import annotations

import json
from fractions import Fraction
from random import Random
from typing import Any

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.checks.spoken import decimal
from ctmm_dsl.model import Quantity, Scheme
from ctmm_dsl.model.expression import reported_for

TRIES = 30


def head(scheme: Scheme) -> dict[str, Any]:
    return {"standard": scheme.standard.id, "edition": scheme.standard.edition}


def assessment(scheme: Scheme, seed: int, *, kept: int = 100, respondents: int = 0) -> dict[str, Any]:
    """A file's content; of a hundred things that are asked for, `kept` are there. With `respondents`, so many answer the rubrics."""
    random, standard = Random(seed), scheme.standard
    data = head(scheme)
    if scheme.profile and seed % 2:
        data["profile"] = scheme.id
    if seed % 3:
        data["subject"] = {"name": "某市"} if seed % 3 == 1 else {}
    rubrics = {} if respondents else _rubrics(scheme, random)
    if standard.clauses or (standard.rubrics and not respondents):
        data["answers"] = _some(_clauses(scheme, random) | rubrics, random, kept)
    if standard.reported:
        found = {
            name: _written(standard.reported[name], value, random) for name, value in _values(scheme, random).items()
        }
        data["values"] = _some(found, random, kept)
    if respondents:
        data["respondents"] = [
            {"name": f"第{at}人", "group": random.choice(("官", "民", "商")), "answers": _some(_rubrics(scheme, random), random, kept)}
            for at in range(respondents)
        ]  # fmt: skip
    return data


def read(data: Any, scheme: Scheme, *, partial: bool = True) -> Assessment:
    """What the reader makes of it; it must take it."""
    found = read_assessment(json.dumps(data, ensure_ascii=False), scheme, partial=partial)
    assert isinstance(found, Assessment), [problem.message("en") for problem in found]
    return found


def _some(found: dict[str, Any], random: Random, kept: int) -> dict[str, Any]:
    return {name: one for name, one in found.items() if random.randrange(100) < kept}


def _clauses(scheme: Scheme, random: Random) -> dict[str, Any]:
    words = [word for row in (scheme.scale.answers if scheme.scale else ()) for word in (row.code, row.label)]
    return {clause: random.choice(words) for clause in scheme.standard.clauses}


def _rubrics(scheme: Scheme, random: Random) -> dict[str, Any]:
    levels = [level.number for level in scheme.standard.levels]
    return {node: {"now": random.choice(levels), "planned": random.choice(levels)} for node in scheme.standard.rubrics}


# ---- values ----------------------------------------------------------------------------------------------------


def _values(scheme: Scheme, random: Random) -> dict[str, Any]:
    """A value for every quantity; parts no more than their wholes, computed quantities within their ranges."""
    reported = scheme.standard.reported
    values = {name: _drawn(quantity, random) for name, quantity in reported.items()}
    known = {quantity.name: quantity for quantity in scheme.standard.quantities}
    for _ in range(TRIES):
        data = {**head(scheme), "values": {name: _plain(value) for name, value in values.items()}, "answers": {}}
        if not scheme.standard.clauses and not scheme.standard.rubrics:
            del data["answers"]
        found = read_assessment(json.dumps(data), scheme, partial=True)
        if isinstance(found, Assessment):
            return values
        for problem in found:
            for one in reported_for(known[json.loads(problem.path.removeprefix("values")[1:-1])]):
                values[one.name] = _drawn(one, random, low=random.random() < 0.7)
    raise AssertionError([problem.message("en") for problem in found])


def _drawn(quantity: Quantity, random: Random, *, low: bool = False) -> Fraction | bool | str:
    if quantity.kind == "flag":
        return random.random() < 0.6
    if quantity.kind == "choice":
        return random.choice(quantity.options).code
    interval, step = quantity.interval, Fraction(1 if quantity.kind == "count" else random.choice((1, 2, 3)), 1)
    if quantity.kind != "count":
        step /= random.choice((4, 8, 10, 1000))
    assert interval.low is not None
    least = interval.low + (step if interval.low_open else 0)
    if low:
        return least
    if interval.high is not None and random.random() < 0.2:
        return interval.high
    most = 12 if interval.high is None else (interval.high - least) / step
    return least + step * random.randint(0, int(most))


def _plain(value: Fraction | bool | str) -> Any:
    return decimal(value) if isinstance(value, Fraction) else value


def _written(quantity: Quantity, value: Fraction | bool | str, random: Random) -> Any:
    """A value in one of the forms that people use."""
    forms: list[Any] = [_plain(value)]
    if isinstance(value, Fraction):
        forms += [f" {decimal(value)}", int(value) if value.denominator == 1 else decimal(value)]
        forms += [f"{decimal(value * 100)}%"] if quantity.kind == "share" else []
    if isinstance(value, bool):
        forms += ["是" if value else "否", "Yes" if value else "no"]
    if isinstance(value, str):
        forms += [option.label for option in quantity.options if option.code == value]
    form = random.choice(forms)
    return form if random.random() < 0.7 else {"value": form, "evidence": ["红头文件"], "note": "", "text": "…"}
