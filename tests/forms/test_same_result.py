"""A form's result is the referee's: on boundaries, and on random cities put in through the page's own import."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import bounds, score
from ctmm_dsl.score.as_json import as_json, bounds_as_json
from generators.form.page import digest_of
from tests import cities
from tests.forms.driven import Form
from tests.forms.test_text import script_of
from tests.generators.editions import SHIPPED
from tests.generators.invented import INVENTED, edition_named

SCHEMES = ("ctmm-key", "ctmm-equal", "gbt33356-city", "iso37107", "harbour")
ALSO = ("gbt33356-county", "gbt33356-city-readings", "harbour-strict", "ladder", "total", "laid")
"""The invented ones have what none of the others has: scores without bound, rubrics beside totals, quantities that nothing reads."""
RANDOM = 24
"""So many random cities for each of the first, of which every third lacks something; a third as many for each of the others."""


@cache
def scheme_of(name: str) -> Scheme:
    known = {scheme.id: scheme for source in (SHIPPED, "mixed", INVENTED) for scheme in edition_named(source).schemes}
    return known[name]


def referee(scheme: Scheme, text: str) -> tuple[Assessment, Any]:
    """What the referee makes of a file: a result, or bounds where something is missing."""
    assessment = read_assessment(text, scheme, partial=True)
    assert isinstance(assessment, Assessment), [problem.message("en") for problem in assessment]
    if assessment.missing:
        return assessment, bounds_as_json(*bounds(scheme, assessment), assessment)
    return assessment, as_json(score(scheme, assessment), assessment)


def agrees(form: Form, scheme: Scheme, data: Any) -> None:
    text = cities.text_of(data)
    said = form.put_in(text)
    assert "已导入" in said, said
    _, expected = referee(scheme, text)
    assert form.result == json.loads(json.dumps(expected))
    shown(form, scheme, expected)


def shown(form: Form, scheme: Scheme, expected: Any) -> None:
    """The page shows what the result says."""
    ends = [expected.get(side, expected) for side in ("lower", "upper")]
    if scheme.ladder:
        level = form.one("#level")
        assert [level.get_attribute(f"data-{side}") for side in ("lower", "upper")] == [
            str(end["level"]) for end in ends
        ]
        for row in scheme.standard.levels:
            figures = form.text(f'#scores li[data-level="{row.number}"] .figure').replace("−", "-").replace(" 到 ", "–")
            scores = [end["levels"][row.number - 1]["score"]["shown"] for end in ends]
            assert figures == "–".join(dict.fromkeys(scores))
    elif scheme.standard.formulas:
        total = form.one("#total")
        found = [total.get_attribute(f"data-{side}") for side in ("lower", "upper")]
        assert found == [end["total"]["exact"] or "" for end in ends]
    if scheme.summary:
        reached = form.one("#reached")
        for when in ("now", "planned"):
            numbers = dict.fromkeys(str(end["reached"][when]) for end in ends)
            assert reached.get_attribute(f"data-{when}") == "..".join(numbers)


@pytest.mark.parametrize("name", SCHEMES + ALSO)
def test_random_cities(form: Form, name: str) -> None:
    scheme = scheme_of(name)
    form.open(name)
    for seed in range(RANDOM if name in SCHEMES else RANDOM // 3):
        agrees(form, scheme, cities.assessment(scheme, seed, missing=seed % 3 == 2))


# ---- boundaries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ctmm-key", "ctmm-equal"])
def test_all_mostly_is_just_not_enough(form: Form, name: str) -> None:
    scheme = scheme_of(name)
    head = {"standard": scheme.standard.id, "edition": scheme.standard.edition}
    answers = dict.fromkeys(scheme.standard.clauses, "mostly")
    first = next(iter(answers))
    form.open(name)
    for changed, level in (({}, 0), ({first: "full"}, None), ({first: "partly"}, 0)):
        data = {**head, "answers": answers | changed}
        agrees(form, scheme, data)
        if level is not None:
            assert form.one("#level").get_attribute("data-upper") == str(level)
        else:
            assert form.one("#level").get_attribute("data-lower") == "5"
    assert form.result["levels"][0]["score"]["exact"] != "70"


@pytest.mark.parametrize("name", ["gbt33356-city", "harbour"])
def test_just_at_the_steps_of_tiers(form: Form, name: str) -> None:
    scheme = scheme_of(name)
    form.open(name)
    for at, values in zip(range(12), every(cities.at_steps(scheme), 5), strict=False):
        agrees(form, scheme, cities.assessment(scheme, at, found=values))


def every(rows: Iterator[Any], step: int) -> Iterator[Any]:
    return (row for at, row in enumerate(rows) if at % step == 0)


def test_the_middle_of_an_even_number_of_respondents(form: Form) -> None:
    scheme = scheme_of("iso37107")
    head = {"standard": scheme.standard.id, "edition": scheme.standard.edition}
    form.open("iso37107")
    for levels in ((2, 3), (1, 5), (1, 2, 4, 5), (3,)):
        respondents = [
            {"name": f"第{at}人", "group": "甲乙"[at % 2],
             "answers": {node: {"now": one, "planned": 5} for node in scheme.standard.rubrics}}
            for at, one in enumerate(levels)
        ]  # fmt: skip
        agrees(form, scheme, {**head, "respondents": respondents})
        assert form.result["now"] == sorted(levels)[(len(levels) - 1) // 2]


def test_scores_are_exact_where_a_float_is_not(form: Form) -> None:
    """A sum that a float would bring to 70 from below: it does not pass, and the page says on which side it is."""
    scheme = scheme_of("ctmm-key")
    found = False
    form.open("ctmm-key")
    head = {"standard": scheme.standard.id, "edition": scheme.standard.edition}
    for answers, number in near_the_threshold(scheme):
        agrees(form, scheme, {**head, "answers": answers})
        figure = form.text(f'#scores li[data-level="{number}"] .figure')
        found = found or figure[0] in "<>"
    assert found


def near_the_threshold(scheme: Scheme) -> Iterator[tuple[dict[str, str], int]]:
    """Answers for which a level's score is not 70 but is shown as 70.00."""
    clauses = list(scheme.standard.clauses)
    level = max(level.number for level in scheme.standard.levels)
    answers = dict.fromkeys(clauses, "mostly")
    for one in clauses[::3]:
        for other in clauses[1::3]:
            answers |= {one: "full", other: "partly"}
            head = {"standard": scheme.standard.id, "edition": scheme.standard.edition}
            assessment = read_assessment(json.dumps({**head, "answers": answers}), scheme)
            assert isinstance(assessment, Assessment)
            tree = score(scheme, assessment).levels[level - 1].score
            if tree is not None and tree != 70 and abs(tree - 70) < Fraction(1, 200):
                yield dict(answers), level
                return
            answers |= {one: "mostly", other: "mostly"}


# ---- the proof bites -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "whole", "other"),
    [
        (
            "ctmm-key",
            '["AR.1", "战略", "subdomains", "AR", 20n, 100n]',
            '["AR.1", "战略", "subdomains", "AR", 21n, 100n]',
        ),
        ("ctmm-key", "const THRESHOLD = 70n;", "const THRESHOLD = 69n;"),
        (
            "gbt33356-city",
            '["L1P1", "政务综合服务", "subdomains", "L1", ',
            '["L1P1", "政务综合服务", "subdomains", "L1", 7',
        ),
    ],
)
def test_an_altered_scorer_is_found(form: Form, folder: Path, name: str, whole: str, other: str) -> None:
    """One number changed in the page, and the digest that fits: a city's result is no longer the referee's."""
    page = (folder / name / "form.html").read_text("utf-8")
    script = script_of(page)
    assert script.count(whole) == 1
    longer = script.replace(whole, other)
    (folder / "changed").mkdir(exist_ok=True)
    (folder / "changed" / "form.html").write_text(
        page.replace(script, longer).replace(digest_of(script), digest_of(longer)), "utf-8"
    )
    scheme = scheme_of(name)
    form.open("changed")
    data = cities.assessment(scheme, 3)
    if "THRESHOLD" in whole:
        data["answers"] = dict.fromkeys(scheme.standard.clauses, "mostly")
    text = cities.text_of(data)
    form.put_in(text)
    assert form.result != json.loads(json.dumps(referee(scheme, text)[1]))
