"""Every generated scorer says what the referee says: the whole result, bit for bit, on boundaries, random answers and partial ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from ctmm_dsl.model import Scheme
from tests import strategies
from tests.referee import proof

SCHEMES = {scheme.id: scheme for scheme in strategies.shipped() if scheme.ladder}
SCORERS = {name: strategies.scorer(scheme) for name, scheme in SCHEMES.items()}
RANDOM = 100

every_scheme = pytest.mark.parametrize("name", SCHEMES)


def test_the_shipped_schemes_are_those_that_are_meant() -> None:
    assert sorted(SCHEMES) == ["ctmm-equal", "ctmm-key"]
    assert sorted({scheme.id for scheme in strategies.shipped()} - {*SCHEMES}) == [
        "gbt33356-city", "gbt33356-city-readings", "gbt33356-county", "gbt33356-county-readings", "iso37107",
    ]  # fmt: skip


def referee(scheme: Scheme, data: dict[str, Any], *, partial: bool = False) -> dict[str, Any]:
    return proof.result(proof.by_referee(scheme, json.dumps(data), partial=partial))


def agreed(name: str, given: dict[str, Any], *, partial: bool = False, **more: Any) -> dict[str, Any]:
    """The result that both give, in the same order of keys, and that `level` gives too."""
    data = strategies.assessment(SCHEMES[name], given, **more)
    expected = referee(SCHEMES[name], data, partial=partial)
    scorer = SCORERS[name]
    found = scorer.score(scorer.load(json.dumps(data)), partial=partial)
    assert json.dumps(found, indent=1) == json.dumps(expected, indent=1)
    assert json.dumps(found) == json.dumps(scorer.score(data, partial=partial)), "as a dict, not read from a text"
    if not partial:
        assert scorer.level(given) == expected["level"]
    return expected


def uniform(name: str, answer: str) -> dict[str, str]:
    return dict.fromkeys(SCHEMES[name].standard.clauses, answer)


# ---- boundaries --------------------------------------------------------------------------------------------------------


@every_scheme
@pytest.mark.parametrize(
    ("answer", "shown", "level"),
    [("full", "100.00", 5), ("mostly", "70.00", 0), ("partly", "50.00", 0), ("不满足", "0.00", 0)],
)
def test_uniform_answers(name: str, answer: str, shown: str, level: int) -> None:
    """70 itself is not enough: 表 9, 70 < N ≤ 100."""
    result = agreed(name, uniform(name, answer))
    assert result["level"] == level
    for row in result["levels"]:
        assert row["score"] == {"exact": shown.removesuffix(".00"), "shown": shown}
        assert row["passes"] is (level == 5)
    assert (result["level_name"], result["class"]) == (("引领级", "创新引领类") if level else (None, None))


@every_scheme
def test_the_ladder_ends_below_the_first_level_that_is_missed(name: str) -> None:
    """Each level missed alone: all its clauses and those above none; and levels above a missed one count for nothing."""
    scheme = SCHEMES[name]
    for missed in range(1, 6):
        given = {clause.id: "none" if clause.level == missed else "full" for clause in scheme.standard.clauses.values()}
        result = agreed(name, given)
        flags = [row["passes"] for row in result["levels"]]
        assert result["level"] == (flags.index(False) if False in flags else 5)
        assert [row["reached"] for row in result["levels"]] == [number <= result["level"] for number in range(1, 6)]


def falls(name: str, seed: int) -> Iterator[dict[str, str]]:
    """From all full to all none, one answer one step lower at a time, in a random order."""
    scheme = SCHEMES[name]
    codes = [row.code for row in scheme.scale.answers]
    steps = [clause for clause in scheme.standard.clauses for _ in codes[1:]]
    Random(seed).shuffle(steps)
    given = uniform(name, codes[0])
    yield given
    for clause in steps:
        given = {**given, clause: codes[codes.index(given[clause]) + 1]}
        yield given


@every_scheme
@pytest.mark.parametrize("seed", range(4))
def test_one_answer_on_either_side_of_every_threshold(name: str, seed: int) -> None:
    """On a fall from all full to all none each level passes at first and fails at last: the two assessments, one answer apart, between
    which it fails are found by halving."""
    way = list(falls(name, seed))
    for level in range(1, 6):

        def passing(at: int, level: int = level) -> bool:
            row: dict[str, Any] = agreed(name, way[at])["levels"][level - 1]
            return bool(row["passes"])

        above, below = 0, len(way) - 1
        assert passing(above) and not passing(below)
        while below - above > 1:
            middle = (above + below) // 2
            above, below = (middle, below) if passing(middle) else (above, middle)
        differing = [clause for clause in way[above] if way[above][clause] != way[below][clause]]
        assert len(differing) == 1 and passing(above) and not passing(below)


FINE = """standard fine 细
  edition 1
  layers 域

levels
  1 一级

scale 度
  yes 是 100
  so 尚可 70
  few 少数 45
  no 否 0.5

method
  leaf mean of clauses, cumulative
  parent weighted sum
  reached score > 70
  climb one by one

domain A 甲 99.99%
  level 1
    - 一

domain B 乙 0.01%
  level 1
    - 二
"""


@pytest.mark.parametrize(
    ("a", "b", "exact", "shown", "level"),
    [
        ("so", "yes", "70003/1000", ">70.00", 1),
        ("so", "so", "70", "70.00", 0),
        ("so", "few", "27999/400", "<70.00", 0),
        ("so", "no", "1399861/20000", "69.99", 0),
        ("yes", "no", "1999801/20000", "99.99", 1),
        ("no", "no", "1/2", "0.50", 0),
    ],
)
def test_a_score_beside_the_threshold_says_on_which_side_it_lies(
    a: str, b: str, exact: str, shown: str, level: int
) -> None:
    scheme = strategies.Files((FINE,), "fine").compile()
    data = strategies.assessment(scheme, {"A/1a": a, "B/1a": b})
    result = strategies.scorer(scheme).score(data)
    assert result == referee(scheme, data)
    assert result["levels"][0]["score"] == {"exact": exact, "shown": shown}
    assert result["level"] == level


# ---- random answers ------------------------------------------------------------------------------------------------------


MOODS: list[strategies.Mood] = [(seed, 30 + 7 * seed % 71) for seed in range(RANDOM)]


@every_scheme
def test_random_assessments(name: str) -> None:
    scheme, levels = SCHEMES[name], set()
    for mood in MOODS:
        given = strategies.answers(scheme, mood)
        dressed = strategies.dressed(given, mood[0])
        result = agreed(name, dressed, subject={"name": "某市 =1+1", "人口": "…"}, date="2026-05-01")
        assert SCORERS[name].level(given) == result["level"]
        levels.add(result["level"])
    assert levels == {0, 1, 2, 3, 4, 5}, "the sample holds cities of every level"


@every_scheme
def test_random_partial_assessments(name: str) -> None:
    scheme = SCHEMES[name]
    for mood in MOODS:
        given = strategies.some_of(strategies.dressed(strategies.answers(scheme, mood), mood[0]), mood[0])
        result = agreed(name, given, partial=True, subject={"name": "某市"})
        assert result["level"]["lower"] <= result["level"]["upper"]
    assert agreed(name, {}, partial=True)["level"] == {"lower": 0, "upper": 5}
    complete = agreed(name, uniform(name, "full"), partial=True)
    assert complete["missing"] == [] and complete["lower"] == complete["upper"]


@every_scheme
def test_level_refuses_what_score_refuses(name: str) -> None:
    scorer, full = SCORERS[name], uniform(name, "full")
    first = next(iter(full))
    refused: list[Any] = [
        {}, {**full, first: "Full"}, {**full, "XX.1/1a": "full"}, {**full, first: None}, {**full, first: {"answer": "x"}},
        {clause: answer for clause, answer in full.items() if clause != first}, {**full, first: True}, {**full, first: ["full"]},
        None, [], "full",
    ]  # fmt: skip
    for answers in refused:
        with pytest.raises(scorer.AssessmentError) as by_level:
            scorer.level(answers)
        with pytest.raises(scorer.AssessmentError) as by_score:
            scorer.score(strategies.assessment(SCHEMES[name], answers))
        assert by_level.value.problems == by_score.value.problems != ()


@every_scheme
def test_level_sees_a_key_that_was_given_twice(name: str) -> None:
    scorer, full = SCORERS[name], uniform(name, "full")
    text = json.dumps(strategies.assessment(SCHEMES[name], full))
    clause = json.dumps(next(iter(full)))
    data = scorer.load(
        text.replace(f'"answers": {{{clause}: "full"', f'"answers": {{{clause}: "none", {clause}: "full"')
    )
    for function, given in ((scorer.level, data["answers"]), (scorer.score, {**data})):
        with pytest.raises(scorer.AssessmentError) as error:
            function(given)
        assert [problem.code for problem in error.value.problems] == ["CT9002"]
