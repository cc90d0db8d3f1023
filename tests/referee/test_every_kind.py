"""Every generated scorer is the referee, whatever kinds of leaves its scheme has: the whole result, bit for bit, of random cities, complete
and partial, read from a file and passed by a program."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import score
from tests import cities, golden, strategies
from tests.referee import awkward, mixtures, proof

MIXED = golden.edition_of(golden.FOLDER / "mixed").schemes
SCHEMES = {scheme.id: scheme for scheme in (*strategies.shipped(), *MIXED, awkward.standard())}
SCHEMES |= {"-".join(kinds): mixtures.mixture(kinds) for kinds in mixtures.COMBINATIONS}
SCORERS = {name: strategies.scorer(scheme) for name, scheme in SCHEMES.items()}
TOTALLED = [name for name, scorer in SCORERS.items() if hasattr(scorer, "total")]

every_scheme = pytest.mark.parametrize("name", SCHEMES)
some = settings(max_examples=40, derandomize=True, database=None, deadline=None)
seeds = st.integers(0, 10**9)


@every_scheme
@some
@given(seeds)
def test_complete_assessments(name: str, seed: int) -> None:
    scheme, scorer = SCHEMES[name], SCORERS[name]
    data = cities.assessment(scheme, seed)
    text = cities.text_of(data)
    result = proof.result(proof.agreed(scheme, scorer, text))
    assert proof.by_scorer(scorer, cities.plain(data)) == result, "passed by a program"
    partial = proof.result(proof.agreed(scheme, scorer, text, partial=True))
    assert partial["missing"] == [] and partial["lower"] == partial["upper"] == result


@every_scheme
@some
@given(seeds)
def test_partial_assessments(name: str, seed: int) -> None:
    text = cities.text_of(cities.assessment(SCHEMES[name], seed, missing=True))
    proof.agreed(SCHEMES[name], SCORERS[name], text, partial=True)
    proof.agreed(SCHEMES[name], SCORERS[name], text)  # refused, or there was nothing missing


@every_scheme
def test_at_and_beside_every_step(name: str) -> None:
    """Where a tier begins or ends, or something is compared: just there, a little less, a little more."""
    scheme = SCHEMES[name]
    found = list(cities.at_steps(scheme))
    for seed, values in enumerate(found):
        proof.result(proof.agreed(scheme, SCORERS[name], cities.text_of(cities.assessment(scheme, seed, found=values))))
    assert len(found) > 10 or not name.startswith(("gbt", "harbour", "formulas", "clauses-formulas"))


@every_scheme
def test_nothing_reported(name: str) -> None:
    standard = SCHEMES[name].standard
    data: dict[str, Any] = {"standard": standard.id, "edition": standard.edition}
    data |= {"answers": {}} if standard.clauses or standard.rubrics else {}
    data |= {"values": {}} if standard.reported else {}
    result = proof.result(proof.agreed(SCHEMES[name], SCORERS[name], json.dumps(data), partial=True))
    assert len(result["missing"]) >= len(standard.clauses) + len(standard.rubrics)


@every_scheme
@some
@given(seeds, st.randoms(use_true_random=False))
def test_order_does_not_matter(name: str, seed: int, random: Any) -> None:
    """The order of what is reported; but for groups of respondents, which are told in the order in which they speak."""
    scheme, scorer = SCHEMES[name], SCORERS[name]
    data = cities.assessment(scheme, seed)
    expected = proof.by_scorer(scorer, cities.text_of(data))
    for field in ("answers", "values"):
        if field in data:
            keys = list(data[field])
            random.shuffle(keys)
            data[field] = {key: data[field][key] for key in keys}
    assert proof.to_the_letter(proof.by_scorer(scorer, cities.text_of(data))) == proof.to_the_letter(expected)


# ---- the total alone ---------------------------------------------------------------------------------------------------


def test_totals_are_offered_where_there_are_formulas_alone() -> None:
    only = {name for name, scheme in SCHEMES.items() if scheme.standard.formulas}
    only -= {name for name, scheme in SCHEMES.items() if scheme.standard.clauses or scheme.standard.rubrics}
    assert {*TOTALLED} == only and len(only) == 6


@pytest.mark.parametrize("name", TOTALLED)
@some
@given(seeds)
def test_the_total_is_the_result_s(name: str, seed: int) -> None:
    """Of values as a program holds them, as a file has them, with and without those that no formula of the scheme reads."""
    scheme, scorer = SCHEMES[name], SCORERS[name]
    held = cities.assessment(scheme, seed, dressed=False)["values"]
    text = cities.text_of({**cities.assessment(scheme, seed), "subject": {}})
    result = proof.result(proof.by_referee(scheme, text))
    asked = {key: _as_int(value) for key, value in held.items() if key in scorer._ASKED}
    expected = _total(scheme, held)
    for values in (held, asked, {key: str(value) if isinstance(value, int) else value for key, value in asked.items()}):
        total = scorer.total(values)
        assert type(total) is Fraction and total == expected
    assert str(scorer.total(scorer.load(text)["values"])) == result["total"]["exact"]


def _as_int(value: Any) -> Any:
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def _total(scheme: Scheme, values: dict[str, Any]) -> Fraction:
    tree = score(scheme, Assessment(values=values)).tree
    assert tree and tree.total is not None
    return tree.total


@pytest.mark.parametrize("name", TOTALLED)
def test_the_total_refuses_what_the_score_refuses(name: str) -> None:
    scheme, scorer = SCHEMES[name], SCORERS[name]
    held = cities.assessment(scheme, 1, dressed=False)["values"]
    values = {key: _as_int(value) for key, value in held.items() if key in scorer._ASKED}
    count = next(key for key, value in values.items() if type(value) is int)
    part, whole = next(iter(scorer.WITHIN.items()), ("", ""))
    refused: list[Any] = [
        {}, {**values, count: -1}, {**values, count: True}, {**values, count: None}, {**values, count: "…"}, {**values, "?": 1},
        {key: value for key, value in values.items() if key != count}, {**values, count: Fraction(1, 2)}, {**values, count: 0.5},
        {**values, count: 10**40}, {**values, count: [1]}, None, [], "values", 7,
    ]  # fmt: skip
    if part in values and whole in values:
        refused.append({**values, part: values[whole] + 1})
    for given_ in refused:
        with pytest.raises(scorer.AssessmentError) as by_total:
            scorer.total(given_)
        data = {"standard": scheme.standard.id, "edition": scheme.standard.edition, "values": given_}
        assert by_total.value.problems == scorer.AssessmentError(_problems(scorer, data)).problems != ()


def _problems(scorer: Any, data: dict[str, Any]) -> Any:
    with pytest.raises(scorer.AssessmentError) as error:
        scorer.score(data)
    return error.value.problems


@pytest.mark.parametrize("name", TOTALLED)
def test_the_total_sees_a_key_that_was_given_twice(name: str) -> None:
    scheme, scorer = SCHEMES[name], SCORERS[name]
    data = cities.assessment(scheme, 1)
    first = next(iter(data["values"]))
    text = cities.text_of(data).replace('"values": {', f'"values": {{"{first}": 1, ', 1)
    with pytest.raises(scorer.AssessmentError) as error:
        scorer.total(scorer.load(text)["values"])
    assert [problem.code for problem in error.value.problems] == ["CT9002"]
