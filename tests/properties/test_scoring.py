"""What holds of every score by every standard: bounds, monotony, independence of order; and the referee and the generated scorer agree
bit for bit."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.scheme import schemes
from ctmm_dsl.score import NodeScore, Result, bounds, score
from ctmm_dsl.source import Source
from tests import strategies
from tests.referee import proof
from tests.strategies import Files, Mood

some = settings(max_examples=60, derandomize=True, database=None, deadline=None)


def of_points(scheme: Scheme, points: dict[str, Fraction]) -> Result:
    return score(scheme, Assessment(points=points))


def all_scores(result: Result) -> Iterator[Fraction]:
    """Every score in a result, in a fixed order."""
    for level in result.levels:
        yield level.score
        waiting: list[NodeScore] = list(level.domains)
        while waiting:
            node = waiting.pop()
            yield node.score
            waiting += node.children


# ---- what holds of every score -----------------------------------------------------------------------------------------


@some
@given(strategies.standards(), strategies.moods())
def test_scores_lie_between_the_scale_s_ends(files: Files, mood: Mood) -> None:
    scheme = files.compile()
    worth = [row.points for row in scheme.scale.answers]
    result = of_points(scheme, strategies.points(scheme, strategies.answers(scheme, mood)))
    assert all(min(worth) <= found <= max(worth) for found in all_scores(result))
    for extreme in (min(worth), max(worth)):
        uniform = of_points(scheme, dict.fromkeys(scheme.standard.clauses, extreme))
        assert set(all_scores(uniform)) == {extreme}
    assert uniform.level == len(scheme.standard.levels), "the threshold can be passed"


@some
@given(strategies.standards(), strategies.moods(), st.randoms(use_true_random=False))
def test_a_better_answer_lowers_nothing(files: Files, mood: Mood, random: Random) -> None:
    scheme = files.compile()
    before = strategies.points(scheme, strategies.answers(scheme, mood))
    after = dict(before)
    for clause in random.sample(sorted(before), k=min(3, len(before))):
        after[clause] = random.choice([row.points for row in scheme.scale.answers if row.points >= before[clause]])
    lower, upper = of_points(scheme, before), of_points(scheme, after)
    assert lower.level <= upper.level
    assert all(one <= other for one, other in zip(all_scores(lower), all_scores(upper), strict=True))
    for one, other in zip(lower.levels, upper.levels, strict=True):
        assert one.passes <= other.passes and one.reached <= other.reached


@some
@given(strategies.standards(), strategies.moods(), st.randoms(use_true_random=False))
def test_order_does_not_matter(files: Files, mood: Mood, random: Random) -> None:
    scheme = files.compile()
    answers = strategies.dressed(strategies.answers(scheme, mood), mood[0])
    data = strategies.assessment(scheme, answers, subject={"name": "甲", "code": "1"})

    def shuffled(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        keys = list(value)
        random.shuffle(keys)
        return {key: shuffled(value[key]) for key in keys}

    other = {**shuffled(data), "subject": data["subject"]}
    assert json.dumps(by_referee(scheme, data)) == json.dumps(by_referee(scheme, other))


def test_the_level_is_what_its_flags_say_and_levels_above_count_for_nothing_when_climbing() -> None:
    for scheme in (scheme for scheme in strategies.shipped() if scheme.ladder):
        for seed in range(30):
            result = of_points(scheme, strategies.points(scheme, strategies.answers(scheme, (seed, 60))))
            passes = [level.passes for level in result.levels]
            assert result.level == (passes.index(False) if False in passes else len(passes))


# ---- partial assessments -----------------------------------------------------------------------------------------------


@some
@given(strategies.standards(), strategies.moods(), st.randoms(use_true_random=False))
def test_bounds_hold_for_every_completion_and_are_reached(files: Files, mood: Mood, random: Random) -> None:
    scheme = files.compile()
    given_ = strategies.some_of(strategies.answers(scheme, mood), mood[0])
    read = read_assessment(json.dumps(strategies.assessment(scheme, given_)), scheme, partial=True)
    assert isinstance(read, Assessment)
    lower, upper = bounds(scheme, read)
    worth = [row.points for row in scheme.scale.answers]
    completions = [dict.fromkeys(read.missing, end) for end in (min(worth), max(worth))]
    completions += [{clause: random.choice(worth) for clause in read.missing} for _ in range(4)]
    results = [of_points(scheme, {**read.points, **completion}) for completion in completions]
    assert list(all_scores(results[0])) == list(all_scores(lower)) and results[0].level == lower.level
    assert list(all_scores(results[1])) == list(all_scores(upper)) and results[1].level == upper.level
    for result in results:
        assert lower.level <= result.level <= upper.level
        between = zip(all_scores(lower), all_scores(result), all_scores(upper), strict=True)
        assert all(low <= found <= high for low, found, high in between)


# ---- the referee and the generated scorer ------------------------------------------------------------------------------


def by_referee(scheme: Scheme, data: dict[str, Any], *, partial: bool = False) -> dict[str, Any]:
    return proof.result(proof.by_referee(scheme, json.dumps(data), partial=partial))


@settings(some, max_examples=150)
@given(strategies.standards(), strategies.moods())
def test_the_scorer_of_any_standard_is_the_referee(files: Files, mood: Mood) -> None:
    scheme = files.compile()
    scorer = strategies.scorer(scheme)
    answers = strategies.answers(scheme, mood)
    data = strategies.assessment(scheme, strategies.dressed(answers, mood[0]), subject={"name": "甲"})
    expected = by_referee(scheme, data)
    assert json.dumps(scorer.score(data)) == json.dumps(expected)
    assert scorer.level(answers) == scorer.level(data["answers"]) == expected["level"]
    part = {**data, "answers": strategies.some_of(data["answers"], mood[0])}
    assert json.dumps(scorer.score(part, partial=True)) == json.dumps(by_referee(scheme, part, partial=True))


@settings(some, max_examples=60)
@given(strategies.standards(), strategies.moods(), strategies.texts(), strategies.texts())
def test_the_scorer_of_any_standard_refuses_as_the_referee_does(files: Files, mood: Mood, key: str, word: str) -> None:
    scheme = files.compile()
    scorer = strategies.scorer(scheme)
    answers: dict[str, Any] = strategies.some_of(strategies.answers(scheme, mood), mood[0])
    clause = next(iter(scheme.standard.clauses))
    data = {**strategies.assessment(scheme, {**answers, clause: word + "?", key: word}), key: word, "profile": word}
    problems = read_assessment(json.dumps(data), scheme)
    assert isinstance(problems, list)
    with pytest.raises(scorer.AssessmentError) as error:
        scorer.score(data)
    for language in ("zh", "en"):
        said = [problem.message(language) for problem in error.value.problems]
        assert said == [problem.message(language) for problem in problems]


def test_the_scorer_of_a_drawn_standard_runs_as_a_program(tmp_path: Path) -> None:
    drawn: list[Scheme] = []

    @settings(some, max_examples=5)
    @given(strategies.standards())
    def draw(files: Files) -> None:
        drawn.append(files.compile())

    draw()
    for at, scheme in enumerate(drawn):
        (tmp_path / "scorer.py").write_text(strategies.scorer_text(scheme), "utf-8")
        data = strategies.assessment(scheme, strategies.answers(scheme, (at, 90)))
        (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
        command = [sys.executable, str(tmp_path / "scorer.py"), str(tmp_path / "a.json")]
        done = subprocess.run(command, capture_output=True, check=True)
        assert json.loads(done.stdout) == by_referee(scheme, data)


# ---- what cannot be scored -----------------------------------------------------------------------------------------------

NAMES = """standard names 名
  edition 1
  layers 甲
levels
  1 一
scale 度
  full 全 100
  none 无 0
method
  leaf mean of clauses, cumulative
  parent weighted sum
  reached score > 70
  climb one by one
"""


@pytest.mark.parametrize("tree", ["", "domain A 甲 100%\n"])
@pytest.mark.parametrize("profile", ["", "profile p of names\n  scoring names\nweights\n  A 100%\n"])
def test_names_alone_are_not_scored(tree: str, profile: str) -> None:
    """A standard that assesses nothing can have weights and a scale, and there is still nothing to score; that a method is of no use there
    is told."""
    if profile:
        tree = tree.replace(" 100%", "")
    texts = [NAMES + tree, profile] if profile and tree else [NAMES + tree]
    outcome = compile_sources(Source(str(at), text) for at, text in enumerate(texts))
    assert {finding.entry.slug for finding in outcome.findings} <= {"rule-out-of-place"}
    assert schemes(outcome.model) == ()
