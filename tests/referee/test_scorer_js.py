"""Every generated JavaScript scorer is the referee, whatever kinds of leaves its scheme has: the whole result to the letter, of random
cities, of cities at every boundary, complete and partial."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from tests import cities, golden, strategies
from tests.generators import invented
from tests.generators.editions import edition_from
from tests.generators.hostile_formulas import HOSTILE
from tests.referee import awkward, mixtures, node, proof
from tests.referee.test_generated_scorer import FINE, falls

pytestmark = node.needed

INVENTED = (*golden.edition_of(golden.FOLDER / "mixed").schemes, *invented.edition_named(invented.INVENTED).schemes)
SCHEMES = {scheme.id: scheme for scheme in (*strategies.shipped(), *INVENTED, *edition_from(HOSTILE).schemes)}
SCHEMES |= {"awkward": awkward.standard()} | {
    "-".join(kinds): mixtures.mixture(kinds) for kinds in mixtures.COMBINATIONS
}
RANDOM = 100

every_scheme = pytest.mark.parametrize("name", SCHEMES)


@every_scheme
def test_random_assessments(name: str) -> None:
    """Complete ones, asked for whole and for bounds; and such as lack something, for bounds, and refused."""
    files: list[node.File] = []
    for seed in range(RANDOM):
        whole = cities.text_of(cities.assessment(SCHEMES[name], seed))
        some = cities.text_of(cities.assessment(SCHEMES[name], seed, missing=True))
        files += [(whole, False), (whole, seed % 2 == 0), (some, True), (some, False)]
    told = [json.loads(one) for one in node.agreed(SCHEMES[name], files)]
    assert all(isinstance(one, dict) for one in told[::4]) and all(one["missing"] == [] for one in told[1::8])
    assert sum(bool(one["missing"]) for one in told[2::4]) > RANDOM // 4
    assert sum(isinstance(one, list) for one in told[3::4]) > RANDOM // 4


@every_scheme
def test_at_and_beside_every_step(name: str) -> None:
    """Where a tier begins or ends, or something is compared: just there, a little less, a little more."""
    scheme = SCHEMES[name]
    found = enumerate(cities.at_steps(scheme))
    files = [(cities.text_of(cities.assessment(scheme, at, found=values)), False) for at, values in found]
    assert all(one.startswith("{") for one in node.agreed(scheme, files))
    assert len(files) > 10 or not name.startswith(("gbt", "harbour", "formulas", "clauses-formulas"))


@every_scheme
def test_nothing_reported(name: str) -> None:
    standard = SCHEMES[name].standard
    data: dict[str, Any] = {"standard": standard.id, "edition": standard.edition}
    data |= {"answers": {}} if standard.clauses or standard.rubrics else {}
    data |= {"values": {}} if standard.reported else {}
    told = node.agreed(SCHEMES[name], [(json.dumps(data), True), (json.dumps(data), False), ("{}", True)])
    assert len(json.loads(told[0])["missing"]) >= len(standard.clauses) + len(standard.rubrics)


@pytest.mark.parametrize("name", ["ctmm-key", "ctmm-equal"])
def test_uniform_answers(name: str) -> None:
    """70 itself is not enough: 表 9, 70 < N ≤ 100."""
    clauses = SCHEMES[name].standard.clauses
    words = ("full", "mostly", "partly", "不满足")
    assessments = [strategies.assessment(SCHEMES[name], dict.fromkeys(clauses, word)) for word in words]
    told = [json.loads(one) for one in node.agreed(SCHEMES[name], [(json.dumps(one), False) for one in assessments])]
    assert [one["level"] for one in told] == [5, 0, 0, 0]
    assert [row["score"] for row in told[1]["levels"]] == [{"exact": "70", "shown": "70.00"}] * 5


@pytest.mark.parametrize("name", ["ctmm-key", "ctmm-equal"])
def test_every_answer_on_the_way_down(name: str) -> None:
    """From all full to all none, one answer one step lower at a time: every threshold is crossed by a single answer."""
    files = [(json.dumps(strategies.assessment(SCHEMES[name], one)), False) for one in falls(name, 5)]
    every = 1 if name == "ctmm-key" else 6
    told = [json.loads(one)["level"] for one in node.agreed(SCHEMES[name], files[::every])]
    assert told[0] == 5 and told[-1] == 0 and len(told) > 150


def test_a_score_beside_the_threshold_says_on_which_side_it_lies() -> None:
    scheme = strategies.Files((FINE,), "fine").compile()
    pairs = [("so", "yes"), ("so", "so"), ("so", "few"), ("so", "no"), ("yes", "no"), ("no", "no")]
    files = [(json.dumps(strategies.assessment(scheme, {"A/1a": a, "B/1a": b})), False) for a, b in pairs]
    shown = [json.loads(one)["levels"][0]["score"]["shown"] for one in node.agreed(scheme, files)]
    assert shown == [">70.00", "70.00", "<70.00", "69.99", "99.99", "0.50"]


@settings(max_examples=25, derandomize=True, database=None, deadline=None)
@given(strategies.standards(), strategies.moods())
def test_whatever_the_standard(files: strategies.Files, mood: strategies.Mood) -> None:
    """Random standards, with texts that try to get out of their quotes."""
    scheme = files.compile()
    given_ = strategies.answers(scheme, mood)
    whole = json.dumps(strategies.assessment(scheme, strategies.dressed(given_, mood[0])))
    some = json.dumps(strategies.assessment(scheme, strategies.some_of(given_, mood[0])))
    node.agreed(scheme, [(whole, False), (whole, True), (some, True), (some, False)])


# ---- keys that mean something to JavaScript -------------------------------------------------------------------------------


KEYS = (
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "10",
    "9",
    "2",
    "1",
    "0",
    "-1",
    "01",
    "",
    "\ud800",
    "\u2028",
)


def test_keys_are_plain_data_and_keep_their_order() -> None:
    """Also those that JavaScript would put first, or take for something else."""
    scheme = SCHEMES["harbour"]
    data = cities.assessment(scheme, 1)
    data.pop("respondents", None)
    subject = dict.fromkeys(KEYS, "某市")
    answer = {"answer": "full", **dict.fromkeys(KEYS, 1)}
    clause, rubric, value = (
        next(iter(of)) for of in (scheme.standard.clauses, scheme.standard.rubrics, scheme.standard.reported)
    )
    levels = {node: {"now": 1, "planned": 2} for node in scheme.standard.rubrics}
    groups = [{"group": key, "answers": levels} for key in (*KEYS, "9")]
    changed: list[dict[str, Any]] = [
        {**data, "subject": subject},
        {**data, **{key: {"a": 1} for key in KEYS}},
        {
            **data,
            "answers": {
                **data["answers"],
                **dict.fromkeys(KEYS, "full"),
                clause: answer,
                rubric: dict.fromkeys(KEYS, 1),
            },
        },
        {**data, "values": {**dict.fromkeys(KEYS, 1), value: {"value": 1, **dict.fromkeys(KEYS, "")}}},
        {**data, "answers": dict.fromkeys(scheme.standard.clauses, "full"), "respondents": groups},
    ]
    files = [(cities.text_of(one), partial) for one in changed for partial in (False, True)]
    files += [(text.replace('"9": ', '"10": "", "9": '), partial) for text, partial in files]  # given twice
    told = [json.loads(one) for one in node.agreed(scheme, files)]
    assert list(json.loads(node.agreed(scheme, files[1:2])[0])["subject"]) == list(KEYS)
    assert sum(isinstance(one, dict) for one in told) >= 2 and sum(isinstance(one, list) for one in told) >= 8


def test_problems_are_those_of_the_python_scorer() -> None:
    """To a file of another standard, in both languages."""
    text = json.dumps({"standard": "x", "edition": "y", "answers": {}})
    (told,) = node.said(node.text(SCHEMES["ctmm-key"]), [(text, False)])
    scorer = strategies.scorer(SCHEMES["ctmm-key"])
    assert told == node.to_the_letter(proof.by_scorer(scorer, text))
