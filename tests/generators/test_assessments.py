"""The forms of assessments and results: the schema accepts what the reader of assessments accepts, and what the referee gives."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from itertools import cycle
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import as_json, bounds, bounds_as_json, score, spoken
from generators import assessments
from tests.generators.editions import NAMES, SHIPPED, edition, edition_from, made
from tests.generators.mutations import at, changed, fields, objects, places, with_field, without

SCHEMES = [(name, scheme.id) for name in NAMES for scheme in edition(name).schemes]


def scheme_of(name: str, scheme: str) -> Scheme:
    return next(one for one in edition(name).schemes if one.id == scheme)


@cache
def files(name: str) -> dict[str, Any]:
    return {path: json.loads(one.data) for path, one in made(assessments.emit, edition(name)).items()}


def validator(name: str, scheme: str, kind: str) -> Draft202012Validator:
    schema = files(name)[f"{scheme}/{kind}.schema.json"]
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def reads(data: Any, scheme: Scheme) -> bool:
    """Whether the reader takes an assessment that may still be in work."""
    return isinstance(read_assessment(json.dumps(data, ensure_ascii=False), scheme, partial=True), Assessment)


@pytest.mark.parametrize(("name", "scheme"), SCHEMES)
def test_the_blank_is_a_file_in_work(name: str, scheme: str) -> None:
    blank, by = files(name)[f"{scheme}/assessment.blank.json"], scheme_of(name, scheme)
    assert validator(name, scheme, "assessment").is_valid(blank)
    read = read_assessment(json.dumps(blank), by, partial=True)
    assert isinstance(read, Assessment)
    assert read.missing == tuple(by.standard.clauses)
    assert [(key, row["text"]) for key, row in blank["answers"].items()] == [
        (clause.id, clause.text) for clause in by.standard.clauses.values()
    ]


def variants(scheme: Scheme) -> list[Any]:
    """Assessments, good and bad, around every rule of the reader."""
    first, *_, last = scheme.standard.clauses
    good = scheme.scale.answers[0].code
    head = {"standard": scheme.standard.id, "edition": scheme.standard.edition}
    whole = {**head, "answers": {first: good}}
    answers: list[Any] = [
        *(word for row in scheme.scale.answers for word in (row.code, row.label)),
        None, "", "maybe", good.upper(), f"{good} ", 100, 0, True, [], [good], {},
        {"answer": good}, {"answer": None}, {"answer": scheme.scale.answers[-1].label}, {"answer": "maybe"}, {"answer": 100},
        {"answer": [good]}, {"answer": {"answer": good}}, {"text": "…"}, {"text": None}, {"text": 1}, {"note": ""}, {"note": []},
        {"note": None}, {"evidence": []}, {"evidence": ["一", "二"]}, {"evidence": "一"}, {"evidence": [1]}, {"evidence": [None]},
        {"evidence": None}, {"evidence": {}}, {"answer": good, "Note": ""}, {"answer": good, "points": 100},
    ]  # fmt: skip
    heads: list[Any] = [
        {}, head, {"answers": {}}, {**head, "answers": {}}, {**head, "answers": []}, {**head, "answers": None}, {**whole, "other": 1},
        *({key: value for key, value in whole.items() if key != left} for left in whole),
        *({**whole, key: wrong} for key in ("standard", "edition", "profile") for wrong in ("", "other", None, 1, [])),
        {**whole, "edition": scheme.standard.edition + " "}, {**whole, "profile": scheme.id}, {**whole, "standard": scheme.id},
        *({**whole, "subject": subject} for subject in ({}, {"name": "某市"}, {"name": 1}, {"name": None}, "某市", None, [])),
        *({**whole, "date": date} for date in ("", "2026-05-01", "明天", None, 20260501)),
        [], None, "answers", 1, [whole],
    ]  # fmt: skip
    ids = [
        "",
        "other",
        f"{first} ",
        first.upper() + "a",
        first.replace("/", ":"),
        f"{scheme.standard.id}:{first}",
        first[:-1],
    ]
    return [
        *heads,
        *({**whole, "answers": {last: answer}} for answer in answers),
        *({**whole, "answers": {first: good, unknown: good}} for unknown in ids),
    ]


@pytest.mark.parametrize(("name", "scheme"), SCHEMES)
def test_the_schema_and_the_reader_agree(name: str, scheme: str) -> None:
    check, by = validator(name, scheme, "assessment"), scheme_of(name, scheme)
    judged = [(reads(data, by), data) for data in variants(by)]
    assert {accepted for accepted, _ in judged} == {True, False}
    for accepted, data in judged:
        assert check.is_valid(data) == accepted, data


@pytest.mark.parametrize(("name", "scheme"), [pair for pair in SCHEMES if pair[0] != SHIPPED])
def test_the_schema_of_an_assessment_is_closed(name: str, scheme: str) -> None:
    """However a blank is changed in one place, schema and reader say the same of it."""
    check, by = validator(name, scheme, "assessment"), scheme_of(name, scheme)
    blank = files(name)[f"{scheme}/assessment.blank.json"]
    spoilt = [with_field(blank, place, "other", 1) for place in objects(blank)]
    spoilt += [without(blank, place) for place in fields(blank)]
    spoilt += [changed(blank, place, new) for place in places(blank) for new in (1, "other", None, [], {})]
    for data in spoilt:
        assert check.is_valid(data) == reads(data, by)


def points_of(scheme: Scheme) -> list[dict[str, Fraction]]:
    """Answers of every kind: all alike, and in turn from each start, so that scores are whole, fractions, high and low."""
    worth = [answer.points for answer in scheme.scale.answers]
    alike = [dict.fromkeys(scheme.standard.clauses, points) for points in worth]
    turns = [cycle([*worth[start:], *worth[:start], *worth[:2]]) for start in range(len(worth))]
    ladder = [
        {clause.id: worth[0] if clause.level <= top else worth[-1] for clause in scheme.standard.clauses.values()}
        for top in range(len(scheme.standard.levels) + 1)
    ]
    return [*alike, *(dict(zip(scheme.standard.clauses, turn, strict=False)) for turn in turns), *ladder]


@pytest.mark.parametrize(("name", "scheme"), SCHEMES)
def test_every_result_passes_its_schema(name: str, scheme: str) -> None:
    check, by = validator(name, scheme, "result"), scheme_of(name, scheme)
    subjects: list[dict[str, str] | None] = [None, {}, {"name": "某市"}]
    for points, subject in zip(points_of(by), cycle(subjects), strict=False):
        whole = Assessment(subject, None, points, ())
        assert list(check.iter_errors(as_json(score(by, points), whole))) == []
        half = dict(list(points.items())[::2])
        part = Assessment(subject, None, half, tuple(clause for clause in by.standard.clauses if clause not in half))
        assert list(check.iter_errors(bounds_as_json(*bounds(by, part), part))) == []


def test_every_way_to_say_a_score_passes() -> None:
    """Also just above and just below the threshold, where rounding alone would hide the difference."""
    near = [Fraction(70) + Fraction(sign, 10**9) for sign in (-1, 0, 1)]
    said = [spoken(worth, Fraction(70)) for worth in (*near, Fraction(0), Fraction(1, 3), Fraction(100))]
    assert {one["shown"][0] for one in said} >= {"<", ">", "0"}
    check, by = validator("two-layers", "town", "result"), scheme_of("two-layers", "town")
    points = points_of(by)[0]
    result = as_json(score(by, points), Assessment(None, None, points, ()))
    for one in said:
        assert check.is_valid(changed(result, ("levels", 0, "score"), one)), one


@pytest.mark.parametrize(("name", "scheme"), [pair for pair in SCHEMES if pair[0] != SHIPPED])
def test_the_schema_of_a_result_is_closed_and_complete(name: str, scheme: str) -> None:
    check, by = validator(name, scheme, "result"), scheme_of(name, scheme)
    points = points_of(by)[-1]
    part = Assessment({"name": "某市"}, None, {}, tuple(by.standard.clauses))
    for result in (as_json(score(by, points), part), bounds_as_json(*bounds(by, part), part)):
        assert check.is_valid(result)
        for place in objects(result):
            assert not check.is_valid(with_field(result, place, "other", 1)), place
        for place in fields(result):
            if "subject" not in place:
                assert not check.is_valid(without(result, place)), place
        for place in places(result):
            assert not check.is_valid(changed(result, place, [])) or at(result, place) == [] or "missing" in place, (
                place
            )


@pytest.mark.parametrize(("name", "scheme"), SCHEMES)
def test_a_result_of_another_kind_is_refused(name: str, scheme: str) -> None:
    check, by = validator(name, scheme, "result"), scheme_of(name, scheme)
    points = points_of(by)[0]
    result = as_json(score(by, points), Assessment(None, None, points, ()))
    top = len(by.standard.levels)
    domain = by.standard.domains[0].id
    assert result["level"] == top
    first_score = ("levels", 0, "score", "exact")
    spoilt = [
        *({**result, "standard": other} for other in ("other", None)),
        {**result, "edition": "other"},
        {**result, "level": top + 1},
        {**result, "level": top - 1},
        {**result, "level": 0},
        {**result, "level": str(top)},
        {**result, "level_name": None},
        {**result, "class": "other"},
        {**result, "profile": "other"},
        {**result, "levels": result["levels"][:-1]},
        {**result, "levels": [*result["levels"], result["levels"][-1]]},
        {**result, "levels": result["levels"][::-1]},
        *(changed(result, first_score, wrong) for wrong in (70, "70.5", "-1", "140/2 ", "1/0", "1/1", "070", "")),
        *(
            changed(result, ("levels", 0, "score", "shown"), wrong)
            for wrong in ("70", "70.0", "70.000", "=70.00", "≥70.00")
        ),
        without(result, ("levels", 0, "domains", domain)),
        with_field(result, ("levels", 0, "domains"), "other", at(result, ("levels", 0, "domains", domain))),
    ]
    for data in spoilt:
        assert not check.is_valid(data), data
    leaf = next(place for place in places(result) if place[-1:] == ("clauses",))
    assert not check.is_valid(changed(result, leaf, 999))
    assert not check.is_valid(changed(result, (*leaf[:-1], "points"), "100"))
    assert check.is_valid(changed(result, (*leaf[:-1], "points"), "200/3"))


def test_only_what_can_be_scored_has_forms() -> None:
    kinds = ("assessment.schema.json", "assessment.blank.json", "result.schema.json")
    assert set(files(SHIPPED)) == {f"{scheme.id}/{kind}" for scheme in edition(SHIPPED).schemes for kind in kinds}
    assert files("concept-lists") == {}


def test_a_profile_names_itself_in_the_blank() -> None:
    assert files("three-layers")["thirds/assessment.blank.json"]["profile"] == "thirds"
    assert "profile" not in files("three-layers")["part/assessment.blank.json"]


def test_a_code_that_is_its_own_label_is_named_once() -> None:
    spec = edition_from(
        "standard s 名\n  edition 1\n  layers a\n\nlevels\n  1 一\n\nscale\n  yes yes 100\n  no 否 0\n\n"
        "method\n  leaf mean of clauses, cumulative\n  parent weighted sum\n  reached score > 70\n  climb any\n\n"
        "domain A 甲 100%\n  level 1\n    - 子\n"
    )
    schema = json.loads(made(assessments.emit, spec)["s/assessment.schema.json"].data)
    assert schema["$defs"]["code"]["enum"] == ["yes", "no", "否"]


def test_a_profile_of_a_list_of_names_has_no_forms() -> None:
    spec = edition_from(
        "standard s 名\n  edition 1\n  layers a\n\nlevels\n  1 一\n\nscale\n  yes 是 100\n  no 否 0\n\n"
        "method\n  leaf mean of clauses, cumulative\n  parent weighted sum\n  reached score > 70\n  climb any\n\n"
        "domain A 甲 100%\n  level 1\n    - 子\n",
        "standard t 表\n  edition 1\n  layers a\n\ndomain K 己\n",
        "profile p of t\n  scoring s\n\nweights\n  K 100%\n",
    )
    assert {path.partition("/")[0] for path in made(assessments.emit, spec)} == {"s"}
