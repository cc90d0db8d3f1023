"""The form of assessments: the schema accepts what the reader of assessments accepts, wherever a schema can say it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Scheme
from generators import assessments
from generators.quantity_words import readers
from tests.generators import filling
from tests.generators.editions import SHIPPED, edition, edition_from, made
from tests.generators.invented import INVENTED, SCHEMES, edition_named, scheme_named
from tests.generators.mutations import changed, fields, objects, places, with_field, without

every_scheme = pytest.mark.parametrize(("name", "scheme"), SCHEMES)
of_clauses = pytest.mark.parametrize(
    ("name", "scheme"), [pair for pair in SCHEMES if scheme_named(*pair).standard.clauses]
)
of_rubrics = pytest.mark.parametrize(
    ("name", "scheme"), [pair for pair in SCHEMES if scheme_named(*pair).standard.rubrics]
)


@cache
def files(name: str) -> dict[str, Any]:
    return {path: json.loads(one.data) for path, one in made(assessments.emit, edition_named(name)).items()}


@cache
def checker(name: str, scheme: str) -> Draft202012Validator:
    schema = files(name)[f"{scheme}/assessment.schema.json"]
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def blank_of(name: str, scheme: str) -> Any:
    return files(name)[f"{scheme}/assessment.blank.json"]


def reads(data: Any, scheme: Scheme) -> bool:
    """Whether the reader takes an assessment that may still be in work."""
    return isinstance(read_assessment(json.dumps(data, ensure_ascii=False), scheme, partial=True), Assessment)


def agree(name: str, scheme: str, judged: list[Any]) -> None:
    """Schema and reader say the same of each, and do not refuse all, nor take all."""
    check, by = checker(name, scheme), scheme_named(name, scheme)
    said = []
    for data in judged:
        said.append(check.is_valid(data))
        assert said[-1] == reads(data, by), data
    assert set(said) == {True, False}


# ---- the blank -------------------------------------------------------------------------------------------------


@every_scheme
def test_the_blank_is_a_file_in_work(name: str, scheme: str) -> None:
    blank, by = blank_of(name, scheme), scheme_named(name, scheme)
    standard = by.standard
    assert list(checker(name, scheme).iter_errors(blank)) == []
    needed = [quantity for quantity, nodes in readers(by).items() if nodes]
    assert filling.read(blank, by).missing == (*standard.clauses, *standard.rubrics, *needed)
    answers, values = blank.get("answers", {}), blank.get("values", {})
    assert sorted(answers) == sorted([*standard.clauses, *standard.rubrics])
    assert list(values) == list(standard.reported)
    for clause in standard.clauses.values():
        assert answers[clause.id]["text"] == clause.text
    for node in standard.rubrics:
        assert answers[node]["text"] == standard.nodes[node].name
    for quantity in standard.reported.values():
        assert values[quantity.name]["text"].startswith(f"{quantity.label}（{quantity.unit}")


@every_scheme
def test_a_blank_that_is_filled_in_is_complete(name: str, scheme: str) -> None:
    """Putting the answers of a sound assessment into the blank leaves nothing missing."""
    blank, by = blank_of(name, scheme), scheme_named(name, scheme)
    sound = filling.assessment(by, 1)
    for key, answer in sound.get("answers", {}).items():
        given = answer if isinstance(answer, dict) else {"answer": answer}
        blank = changed(blank, ("answers", key), {**blank["answers"][key], **given})
    for key, value in sound.get("values", {}).items():
        bare = value["value"] if isinstance(value, dict) else value
        blank = changed(blank, ("values", key, "value"), bare)
    assert list(checker(name, scheme).iter_errors(blank)) == []
    assert filling.read(blank, by, partial=False).missing == ()


def test_the_blank_says_what_to_fill_in() -> None:
    values = blank_of(INVENTED, "total")["values"]
    assert {name: values[name]["text"] for name in ("homes", "lit", "length", "swept", "leak", "plan", "role", "judged")} == {
        "homes": "住户数（户；时点；1 以上的整数）",
        "lit": "有路灯的住户数（户；时点；0 以上的整数；“住户数”的一部分）",
        "length": "道路长度（km；时点；大于 0）",
        "swept": "当年清扫的 道路长度（km；时段；0.5 到 12.25）",
        "leak": "漏损率（占比，如 45% 或 0.45；时段；0% 到 80%）",
        "plan": "已有规划（是或否；时点）",
        "role": "组织方式（选一项；时点；none 即“没有”、some 即“有人，兼职”、full 即“专职”）",
        "judged": "专家扣分（分；时段；0 到 1.5）",
    }  # fmt: skip


def test_what_a_reading_does_not_need_may_be_left_out() -> None:
    text = blank_of("mixed", "harbour")["values"]["kinds_valued"]["text"]
    assert text.endswith("；这里不计分，可以不填）")
    by = scheme_named("mixed", "harbour")
    data = filling.assessment(by, 2)
    data["values"].pop("kinds_valued", None)
    assert filling.read(data, by, partial=False).missing == ()


@pytest.mark.parametrize(("name", "scheme"), [pair for pair in SCHEMES if pair[0] != SHIPPED])
def test_the_schema_of_an_assessment_is_closed(name: str, scheme: str) -> None:
    """However a blank is changed in one place, schema and reader say the same of it."""
    blank = blank_of(name, scheme)
    spoilt = [with_field(blank, place, "other", 1) for place in objects(blank)]
    spoilt += [without(blank, place) for place in fields(blank)]
    spoilt += [changed(blank, place, new) for place in places(blank) for new in (1, "other", None, [], {})]
    agree(name, scheme, spoilt)


@every_scheme
def test_sound_assessments_pass(name: str, scheme: str) -> None:
    check, by = checker(name, scheme), scheme_named(name, scheme)
    for seed in range(10 if name == SHIPPED else 30):
        for respondents in (0, 3) if by.standard.rubrics else (0,):
            data = filling.assessment(by, seed, kept=80, respondents=respondents)
            assert list(check.iter_errors(data)) == []
            filling.read(data, by)


# ---- around the answers ----------------------------------------------------------------------------------------


@every_scheme
def test_fields_around_the_answers(name: str, scheme: str) -> None:
    by = scheme_named(name, scheme)
    whole = filling.assessment(by, 2)
    heads: list[Any] = [
        whole, {}, {**whole, "other": 1}, [], None, "answers", 1, [whole],
        *({key: value for key, value in whole.items() if key != left} for left in whole),
        *({**whole, key: held} for key in ("answers", "values", "respondents") for held in ({}, [], None, 1, "x")),
        *({**whole, key: wrong} for key in ("standard", "edition", "profile") for wrong in ("", "other", None, 1, [])),
        {**whole, "edition": by.standard.edition + " "}, {**whole, "profile": by.id}, {**whole, "standard": by.id},
        *({**whole, "subject": subject} for subject in ({}, {"name": "某市"}, {"name": 1}, {"name": None}, "某市", None, [])),
        *({**whole, "date": date} for date in ("", "2026-05-01", "明天", None, 20260501)),
    ]  # fmt: skip
    agree(name, scheme, heads)


@of_clauses
def test_answers_to_clauses(name: str, scheme: str) -> None:
    by = scheme_named(name, scheme)
    assert by.scale
    first, *_, last = by.standard.clauses
    good = by.scale.answers[0].code
    answers: list[Any] = [
        *(word for row in by.scale.answers for word in (row.code, row.label)),
        None, "", "maybe", good.upper(), f"{good} ", 100, 0, True, [], [good], {},
        {"answer": good}, {"answer": None}, {"answer": by.scale.answers[-1].label}, {"answer": "maybe"}, {"answer": 100},
        {"answer": [good]}, {"answer": {"answer": good}}, {"answer": good, "Note": ""}, {"answer": good, "points": 100},
        {"now": 1}, *AROUND,
    ]  # fmt: skip
    ids = [
        "",
        "other",
        f"{first} ",
        first.upper() + "a",
        first.replace("/", ":"),
        f"{by.standard.id}:{first}",
        first[:-1],
    ]
    base = {**filling.assessment(by, 2), "answers": {}}
    judged = [{**base, "answers": {last: answer}} for answer in answers]
    agree(name, scheme, judged + [{**base, "answers": {first: good, unknown: good}} for unknown in ids])


AROUND: list[Any] = [
    {"text": "…"}, {"text": None}, {"text": 1}, {"note": ""}, {"note": []}, {"note": None}, {"evidence": []},
    {"evidence": ["一", "二"]}, {"evidence": "一"}, {"evidence": [1]}, {"evidence": [None]}, {"evidence": None}, {"evidence": {}},
]  # fmt: skip
"""What may stand around an answer, and what may not."""


@of_rubrics
def test_answers_to_rubrics(name: str, scheme: str) -> None:
    """A whole number that is a level, as JSON has whole numbers: 3 and 3.0."""
    by = scheme_named(name, scheme)
    node = list(by.standard.rubrics)[-1]
    top = by.standard.levels[-1].number
    levels: list[Any] = [
        *(level.number for level in by.standard.levels), 0, top + 1, -1, 1.0, float(top), 1.5, "1", "一", None, True, False, [], {},
    ]  # fmt: skip
    answers: list[Any] = [
        None, {}, 1, "1", True, [], [1, 2], {"answer": 1}, {"level": 1}, {"now": 1, "planned": top}, {"now": 1, "gap": 0}, *AROUND,
        *({key: level} for key in ("now", "planned") for level in levels), *({"now": 1, **around} for around in AROUND),
    ]  # fmt: skip
    base = {**filling.assessment(by, 2), "answers": {}}
    agree(name, scheme, [{**base, "answers": {node: answer}} for answer in answers])
    by_respondents = {key: value for key, value in base.items() if key != "answers" or by.standard.clauses}
    agree(name, scheme, [{**by_respondents, "respondents": [{"answers": {node: answer}}]} for answer in answers])


@of_rubrics
def test_respondents(name: str, scheme: str) -> None:
    by = scheme_named(name, scheme)
    node, others = next(iter(by.standard.rubrics)), list(by.standard.clauses)[:1]
    base = {key: value for key, value in filling.assessment(by, 2).items() if key != "answers"}
    if by.standard.clauses:
        base["answers"] = {}
    one = {"name": "甲", "group": "官", "answers": {node: {"now": 1, "planned": 1}}}
    respondents: list[Any] = [
        [], [one], [one, one], [{}], [None], [1], [[]], [one, {}], [{"answers": {}}], [{"answers": []}], [{"answers": None}],
        *([{**one, key: wrong}] for key in ("name", "group") for wrong in ("", "乙", 1, None, [])), [{**one, "other": ""}],
        *([{**one, "answers": {unknown: {"now": 1}}}] for unknown in ("", "other", node + " ", *others)), {}, None, one,
    ]  # fmt: skip
    judged = [{**base, "respondents": held} for held in respondents]
    for beside in ({}, {node: None}, {node: {"now": 1}}, dict.fromkeys(others)):
        judged += [{**base, "answers": beside, "respondents": [one]}, {**base, "answers": beside}]
    agree(name, scheme, [*judged, base])


# ---- which forms there are -------------------------------------------------------------------------------------


def test_only_what_can_be_scored_has_forms() -> None:
    kinds = ("assessment.schema.json", "assessment.blank.json", "result.schema.json")
    assert set(files(SHIPPED)) == {f"{scheme.id}/{kind}" for scheme in edition(SHIPPED).schemes for kind in kinds}
    assert files("concept-lists") == {}


def test_a_profile_names_itself_in_the_blank() -> None:
    assert blank_of("three-layers", "thirds")["profile"] == "thirds"
    assert "profile" not in blank_of("three-layers", "part")


CLAUSES = (
    "standard s 名\n  edition 1\n  layers a\n\nlevels\n  1 一\n\nscale\n  yes {label} 100\n  no 否 0\n\n"
    "method\n  leaf mean of clauses, cumulative\n  parent weighted sum\n  reached score > 70\n  climb any\n\n"
    "domain A 甲 100%\n  level 1\n    - 子\n"
)


def test_a_code_that_is_its_own_label_is_named_once() -> None:
    spec = edition_from(CLAUSES.format(label="yes"))
    schema = json.loads(made(assessments.emit, spec)["s/assessment.schema.json"].data)
    assert schema["$defs"]["code"]["enum"] == ["yes", "no", "否"]


def test_a_profile_of_a_list_of_names_has_no_forms() -> None:
    names = "standard t 表\n  edition 1\n  layers a\n\ndomain K 己\n"
    spec = edition_from(CLAUSES.format(label="是"), names, "profile p of t\n  scoring s\n\nweights\n  K 100%\n")
    assert {path.partition("/")[0] for path in made(assessments.emit, spec)} == {"s"}


def test_a_profile_lays_its_readings_over_what_is_asked_for() -> None:
    """A reading that reads fewer quantities needs fewer."""
    harbour, strict = (readers(scheme_named("mixed", scheme)) for scheme in ("harbour", "harbour-strict"))
    assert harbour.keys() == strict.keys()
    assert harbour["waste"] and not strict["waste"]
