"""Assessments that cannot be scored: the referee and every generated scorer refuse them for the same reasons, in the same words, at the
same places."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from ctmm_dsl.assessment import read_assessment
from tests import strategies
from tests.referee import proof

SCHEMES = {scheme.id: scheme for scheme in strategies.shipped() if scheme.ladder}
SCORERS = {name: strategies.scorer(scheme) for name, scheme in SCHEMES.items()}
FIRST = "AR.1/1a"
HERE = f'answers["{FIRST}"]'

Data = dict[str, Any]
Change = Callable[[Data], Any]
Expected = list[tuple[str, str]]


def whole(name: str = "ctmm-key") -> Data:
    """An assessment with nothing wrong."""
    full = dict.fromkeys(SCHEMES[name].standard.clauses, "full")
    return strategies.assessment(SCHEMES[name], full, subject={"name": "某市"}, date="2026-05-01")


def put(key: str, value: Any) -> Change:
    return lambda data: {**data, key: value}


def drop(*keys: str) -> Change:
    return lambda data: {key: value for key, value in data.items() if key not in keys}


def answer(clause: str, value: Any) -> Change:
    return lambda data: {**data, "answers": {**data["answers"], clause: value}}


def without(*clauses: str) -> Change:
    return lambda data: {
        **data,
        "answers": {key: value for key, value in data["answers"].items() if key not in clauses},
    }


def both(*changes: Change) -> Change:
    def change(data: Data) -> Any:
        for one in changes:
            data = one(data)
        return data

    return change


BAD: dict[str, tuple[Change, Expected]] = {
    "a list": (lambda _: [], [("CT9003", "")]),
    "a text": (lambda _: "full", [("CT9003", "")]),
    "null": (lambda _: None, [("CT9003", "")]),
    "a number": (lambda _: 1, [("CT9003", "")]),
    "nothing in it": (lambda _: {}, [("CT9010", ""), ("CT9010", ""), ("CT9010", "")]),
    "no standard": (drop("standard"), [("CT9010", "")]),
    "no edition": (drop("edition"), [("CT9010", "")]),
    "no answers": (drop("answers"), [("CT9010", "")]),
    "neither edition nor answers": (drop("edition", "answers"), [("CT9010", ""), ("CT9010", "")]),
    "a field too many": (put("level", 5), [("CT9004", "")]),
    "two fields too many": (both(put("Answers", {}), put("评估日期", "今天")), [("CT9004", ""), ("CT9004", "")]),
    "an empty key": (put("", ""), [("CT9004", "")]),
    "another standard": (put("standard", "ctmm"), [("CT9005", "standard")]),
    "the standard in other letters": (put("standard", "CTMM-KEY"), [("CT9005", "standard")]),
    "the standard as a list": (put("standard", ["ctmm-key"]), [("CT9003", "standard")]),
    "the standard as null": (put("standard", None), [("CT9003", "standard")]),
    "another edition": (put("edition", "2025"), [("CT9006", "edition")]),
    "an empty edition": (put("edition", ""), [("CT9006", "edition")]),
    "the edition as a number": (put("edition", 2026), [("CT9003", "edition")]),
    "another profile": (put("profile", "ctmm-equal"), [("CT9005", "profile")]),
    "the profile as null": (put("profile", None), [("CT9003", "profile")]),
    "another standard and edition": (
        both(put("standard", "x"), put("edition", "y")), [("CT9005", "standard"), ("CT9006", "edition")],
    ),
    "the date as a number": (put("date", 20260501), [("CT9003", "date")]),
    "the subject as a text": (put("subject", "某市"), [("CT9003", "subject")]),
    "the subject as null": (put("subject", None), [("CT9003", "subject")]),
    "a number in the subject": (put("subject", {"name": "某市", "人口": 1}), [("CT9003", 'subject["人口"]')]),
    "a quotation mark in a key": (put("subject", {'"': 1}), [("CT9003", 'subject["\\""]')]),
    "the answers as a list": (put("answers", ["full"]), [("CT9003", "answers")]),
    "the answers as null": (put("answers", None), [("CT9003", "answers")]),
    "no answer at all": (put("answers", {}), [("CT9009", "answers")]),
    "one answer missing": (without(FIRST), [("CT9009", "answers")]),
    "ten answers missing": (without(*list(SCHEMES["ctmm-key"].standard.clauses)[5:15]), [("CT9009", "answers")]),
    "eleven answers missing": (without(*list(SCHEMES["ctmm-key"].standard.clauses)[5:16]), [("CT9009", "answers")]),
    "an answer of null": (answer(FIRST, None), [("CT9009", "answers")]),
    "an object without an answer": (answer(FIRST, {"note": "…"}), [("CT9009", "answers")]),
    "a clause of the whole standard": (answer("AR.1.1/1a", "full"), [("CT9007", 'answers["AR.1.1/1a"]')]),
    "a clause in other letters": (answer("ar.1/1a", "full"), [("CT9007", 'answers["ar.1/1a"]')]),
    "a clause with its standard": (answer("ctmm-key:AR.1/1a", "full"), [("CT9007", 'answers["ctmm-key:AR.1/1a"]')]),
    "a node": (answer("AR.1", "full"), [("CT9007", 'answers["AR.1"]')]),
    "an unknown clause with a wrong answer": (answer("X", 7), [("CT9007", 'answers["X"]')]),
    "holes in a key": (answer("{id} {0} %s", "full"), [("CT9007", 'answers["{id} {0} %s"]')]),
    "an unknown answer": (answer(FIRST, "yes"), [("CT9008", HERE)]),
    "an answer in capitals": (answer(FIRST, "FULL"), [("CT9008", HERE)]),
    "an answer with a blank": (answer(FIRST, "full "), [("CT9008", HERE)]),
    "an empty answer": (answer(FIRST, ""), [("CT9008", HERE)]),
    "points as a text": (answer(FIRST, "100"), [("CT9008", HERE)]),
    "points": (answer(FIRST, 100), [("CT9003", HERE)]),
    "points with a point": (answer(FIRST, 70.5), [("CT9003", HERE)]),
    "true": (answer(FIRST, True), [("CT9003", HERE)]),
    "a list of answers": (answer(FIRST, ["full"]), [("CT9003", HERE)]),
    "an unknown answer in an object": (answer(FIRST, {"answer": "{answers}"}), [("CT9008", HERE)]),
    "points in an object": (answer(FIRST, {"answer": 100}), [("CT9003", HERE)]),
    "an object in an object": (answer(FIRST, {"answer": {"answer": "full"}}), [("CT9003", HERE)]),
    "a field too many in an answer": (answer(FIRST, {"answer": "full", "score": 1}), [("CT9004", HERE)]),
    "a note that is no text": (answer(FIRST, {"answer": "full", "note": 1}), [("CT9003", f'{HERE}["note"]')]),
    "a note of null": (answer(FIRST, {"answer": "full", "note": None}), [("CT9003", f'{HERE}["note"]')]),
    "a text that is no text": (answer(FIRST, {"answer": "full", "text": []}), [("CT9003", f'{HERE}["text"]')]),
    "evidence as a text": (answer(FIRST, {"answer": "full", "evidence": "文件"}), [("CT9003", f'{HERE}["evidence"]')]),
    "evidence with a number": (answer(FIRST, {"answer": "full", "evidence": ["a", 1]}), [("CT9003", f'{HERE}["evidence"]')]),
    "another standard, whose answers are its own business": (
        both(put("standard", "y"), answer("Z", "full"), without("AR.2/1a")), [("CT9005", "standard")],
    ),
    "everything at once": (
        both(put("x", 1), drop("edition"), put("date", None), put("subject", []), without("AR.2/1a"),
             answer("Z", "full"), answer(FIRST, "?"), answer("AR.1/2a", {"answer": 1, "note": 2, "n": 3})),
        [("CT9004", ""), ("CT9010", ""), ("CT9003", "date"), ("CT9003", "subject"),
         ("CT9008", HERE), ("CT9003", 'answers["AR.1/2a"]["note"]'), ("CT9004", 'answers["AR.1/2a"]'),
         ("CT9003", 'answers["AR.1/2a"]'), ("CT9007", 'answers["Z"]')],
    ),
}  # fmt: skip
"""What is changed in a sound assessment by ctmm-key, and what is to be said: codes and places, in order."""

GOOD = json.dumps(whole(), ensure_ascii=False)

TEXTS: dict[str, tuple[str, Expected]] = {
    "an empty file": ("", [("CT9001", "")]),
    "blanks": (" \n ", [("CT9001", "")]),
    "half a file": (GOOD[: len(GOOD) // 2], [("CT9001", "")]),
    "two files in one": (GOOD + GOOD, [("CT9001", "")]),
    "a comma too many": (GOOD[:-1] + ",}", [("CT9001", "")]),
    "single quotes": (GOOD.replace('"', "'"), [("CT9001", "")]),
    "full-width quotes": (GOOD.replace('"', "“"), [("CT9001", "")]),
    "a comment": ("// 某市\n" + GOOD, [("CT9001", "")]),
    "a byte-order mark": ("\ufeff" + GOOD, [("CT9001", "")]),
    "a line break in a text": (GOOD.replace("某市", "某\n市"), [("CT9001", "")]),
    "NaN": (GOOD.replace('"full"', "NaN", 1), [("CT9001", "")]),
    "Infinity": (GOOD.replace('"full"', "Infinity", 1), [("CT9001", "")]),
    "-Infinity": (GOOD.replace('"某市"', "-Infinity"), [("CT9001", "")]),
    "a number of 5000 digits": (GOOD.replace('"某市"', "9" * 5000), [("CT9003", 'subject["name"]')]),
    "nested too deeply": ("[" * 100_000, [("CT9001", "")]),
    "1e999": (GOOD.replace('"full"', "1e999", 1), [("CT9003", HERE)]),
    "half a character": (GOOD.replace('"full"', '"\\ud800"', 1), [("CT9008", HERE)]),
    "the standard twice": (GOOD.replace("{", '{"standard": "ctmm-key", ', 1), [("CT9002", "standard")]),
    "an answer twice": (
        GOOD.replace(f'"{FIRST}": "full"', f'"{FIRST}": "none", "{FIRST}": "full"'), [("CT9002", HERE)],
    ),
    "an answer three times": (
        GOOD.replace(f'"{FIRST}": "full"', ", ".join([f'"{FIRST}": "full"'] * 3)), [("CT9002", HERE)],
    ),
    "a key twice in an answer": (
        GOOD.replace('"full"', '{"answer": "none", "answer": "full"}', 1), [("CT9002", f'{HERE}["answer"]')],
    ),
    "a key twice in the subject": (
        GOOD.replace('"name": "某市"', '"name": "某市", "name": "某市"'), [("CT9002", 'subject["name"]')],
    ),
    "a key twice where nothing should be": (
        GOOD.replace("{", '{"x": {"y": {"z": 1, "z": 2}}, ', 1), [("CT9002", 'x["y"]["z"]'), ("CT9004", "")],
    ),
    "a key twice within a list": (
        GOOD.replace('"full"', '{"answer": "full", "evidence": ["a", {"b": 1, "b": 2}]}', 1),
        [("CT9002", f'{HERE}["evidence"][1]["b"]'), ("CT9003", f'{HERE}["evidence"]')],
    ),
    "keys twice, in order": (
        GOOD.replace('"full"', '{"note": "", "note": "", "answer": "full", "answer": "?"}', 1)
        .replace('"AR.1/2a": "full"', '"AR.1/2a": {"text": "", "text": "", "answer": "full"}')
        .replace('"name": "某市"', '"name": "某市", "name": "某市"')
        .replace("{", '{"date": "", "answers": [], "date": "", ', 1),
        [("CT9002", "answers"), ("CT9002", "date"), ("CT9002", f'{HERE}["answer"]'), ("CT9002", f'{HERE}["note"]'),
         ("CT9002", 'answers["AR.1/2a"]["text"]'), ("CT9002", 'subject["name"]'), ("CT9008", HERE)],
    ),
}  # fmt: skip
"""Texts that no JSON value stands for, or whose value does not show what is wrong."""

CASES: list[tuple[str, str, Expected]] = [
    *((name, json.dumps(change(whole()), ensure_ascii=False), expected) for name, (change, expected) in BAD.items()),
    *((name, text, expected) for name, (text, expected) in TEXTS.items()),
]


def told_by_both(name: str, text: str, *, partial: bool = False) -> Expected:
    """What is wrong, as codes and places, after the referee and the scorer have said it in the same words."""
    said = proof.problems(proof.agreed(SCHEMES[name], SCORERS[name], text, partial=partial))
    with pytest.raises(SCORERS[name].AssessmentError) as error:
        SCORERS[name].score(SCORERS[name].load(text), partial=partial)
    assert str(error.value) == "\n".join(message for _, _, message, _ in said)
    return [(code, path) for code, path, _, _ in said]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_refused(text: str, expected: Expected) -> None:
    assert told_by_both("ctmm-key", text) == expected


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_partial_forgives_missing_answers_alone(text: str, expected: Expected) -> None:
    if all(code == "CT9009" for code, _ in expected):
        scorer = SCORERS["ctmm-key"]
        assert scorer.score(scorer.load(text), partial=True)["missing"]
        assert not isinstance(read_assessment(text, SCHEMES["ctmm-key"], partial=True), list)
    else:
        assert told_by_both("ctmm-key", text, partial=True) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (put("standard", "ctmm-equal"), [("CT9005", "standard")]),
        (put("profile", "ctmm"), [("CT9005", "profile")]),
        (put("profile", 1), [("CT9003", "profile")]),
        (answer("AR.1/1a", "full"), [("CT9007", HERE)]),
        (without("AR.1.1/1a"), [("CT9009", "answers")]),
        (put("edition", "2026"), [("CT9006", "edition")]),
    ],
)
def test_refused_by_a_profile(change: Change, expected: Expected) -> None:
    assert told_by_both("ctmm-equal", json.dumps(change(whole("ctmm-equal")))) == expected


@pytest.mark.parametrize("profile", [{}, {"profile": "ctmm-equal"}])
def test_a_profile_need_not_be_named(profile: dict[str, str]) -> None:
    scorer = SCORERS["ctmm-equal"]
    assert scorer.score({**whole("ctmm-equal"), **profile})["profile"] == "ctmm-equal"


@pytest.mark.parametrize("depth", [1, 10, 500, 2_000, 9_000, 200_000])
def test_keys_given_twice_at_any_depth(depth: int) -> None:
    """How deep JSON may be nested differs between Pythons; what is too deep is no JSON, and never a crash."""
    nested = '{"x": ' * depth + '{"y": 1, "y": 2}' + "}" * depth
    told = told_by_both("ctmm-key", GOOD.replace("{", '{"z": ' + nested + ", ", 1))
    place = "z" + '["x"]' * depth + '["y"]'
    assert told in ([("CT9001", "")], [("CT9002", place), ("CT9004", "")])
    assert depth > 500 or told[0][0] == "CT9002"


def test_what_is_changed_was_sound() -> None:
    assert SCORERS["ctmm-key"].score(whole())["level"] == 5


def test_every_code_of_an_assessment_by_clauses_is_told_here() -> None:
    """All others are told in `bad_values.md`."""
    told = {code for _, _, expected in CASES for code, _ in expected}
    assert told == {f"CT90{number:02d}" for number in range(1, 11)}
