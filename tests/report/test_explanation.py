"""The explanation: every score can be computed again from it alone; every clause, formula and quantity is there with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import LAYERS, Scheme
from ctmm_dsl.render import explanation as explained
from ctmm_dsl.render.paragraphs import laid_out
from ctmm_dsl.report.explain import explanation
from ctmm_dsl.report.explanation_json import as_json
from ctmm_dsl.score import bounds, score
from ctmm_dsl.score.as_json import as_json as result_as_json
from tests import strategies
from tests.generators import filling
from tests.referee.mixtures import COMBINATIONS, mixture
from tests.report import recomputed, small
from tests.report.small import quick

SCHEMES = [*strategies.shipped(), *(mixture(kinds) for kinds in COMBINATIONS)]


def named(scheme: Scheme) -> str:
    return scheme.id


def check(scheme: Scheme, city: Assessment) -> None:
    result = result_as_json(score(scheme, city), city)
    told = json.loads(json.dumps(as_json(explanation(score(scheme, city), city))))
    if scheme.ladder:
        levels = recomputed.levels(told)
        assert len(levels) == len(result["levels"])
        for found, expected in zip(levels, result["levels"], strict=True):
            assert found["score"] == expected["score"]["exact"]
            assert (found["passes"], found["reached"]) == (expected["passes"], expected["reached"])
            assert found["nodes"] == nodes_of(expected)
        assert told["ladder"]["level"] == result["level"]
    elif scheme.standard.formulas:
        total, nodes = recomputed.total(told)
        assert (total, nodes) == (result["total"]["exact"], nodes_of(result))
    if scheme.summary:
        figures = {"": {when: result[when] for when in ("now", "planned")}, **figures_of(result)}
        assert recomputed.rubrics(told["rubrics"]) == figures
    else:
        assert "rubrics" not in told


def nodes_of(result: dict[str, Any]) -> dict[str, Any]:
    """The exact scores and deductions of all nodes of a result."""
    found: dict[str, Any] = {}
    for layer in LAYERS:
        for name, node in result.get(f"{layer}s", {}).items():
            worth = {key: node[key]["exact"] for key in ("score", "deducted") if key in node}
            found |= ({name: worth} if worth else {}) | nodes_of(node)
    return found


def figures_of(result: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for layer in LAYERS:
        for name, node in result.get(f"{layer}s", {}).items():
            if "now" in node:
                found[name] = {when: node[when] for when in ("now", "planned")}
            found |= figures_of(node)
    return found


@pytest.mark.parametrize("scheme", SCHEMES, ids=named)
@pytest.mark.parametrize("seed", range(4))
def test_every_score_can_be_recomputed_from_the_explanation(scheme: Scheme, seed: int) -> None:
    data = filling.assessment(scheme, seed, respondents=seed % 3 if scheme.summary else 0)
    city = filling.read(data, scheme)
    if not city.missing:
        check(scheme, city)


@quick
@given(st.integers(0, 400), st.integers(0, 10**6))
def test_scores_of_any_ladder_can_be_recomputed(standard: int, seed: int) -> None:
    scheme = small.standard(standard)
    check(scheme, small.city(scheme, seed))


@pytest.mark.parametrize("scheme", SCHEMES, ids=named)
def test_everything_stands_there_with_its_text_and_its_place(scheme: Scheme) -> None:
    city = filling.read(filling.assessment(scheme, 5), scheme)
    told = as_json(explanation(score(scheme, city), city))
    assert list(told.get("clauses", {})) == list(scheme.standard.clauses)
    assert list(told.get("formulas", {})) == list(scheme.standard.formulas)
    for name, step in told.get("clauses", {}).items():
        clause = scheme.standard.clauses[name]
        assert step["text"] == clause.text
        assert clause.text[:8] in line_of(clause.span.source.text, step["source"]["line"])
    quantities = told.get("quantities", {})
    assert set(scheme.asked) <= set(quantities)
    for name, step in quantities.items():
        assert name in line_of(text_of(scheme, step["source"]["file"]), step["source"]["line"])
        if name in city.values:
            assert step["value"] == (str(value) if not isinstance(value := city.values[name], bool) else value)
        else:
            assert set(step["quantities"]) <= set(quantities)
    for step in told.get("formulas", {}).values():
        assert set(step["quantities"]) <= set(quantities)


def text_of(scheme: Scheme, file: str) -> str:
    source = scheme.standard.span.source
    assert Path(file) == Path(source.path)
    return source.text


def line_of(text: str, number: int) -> str:
    return text.split("\n")[number - 1]


@pytest.mark.parametrize("scheme", SCHEMES, ids=named)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_text_says_every_clause_node_and_quantity(scheme: Scheme, language: str) -> None:
    city = filling.read(filling.assessment(scheme, 2, kept=70), scheme)
    for result in bounds(scheme, city):
        steps = explanation(result, city)
        text = laid_out(explained.lines(steps, language))
        for clause in scheme.standard.clauses.values():
            lines = [line for line in text.splitlines() if line.strip().startswith(f"{clause.id}  ")]
            assert sum(clause.text in line for line in lines) == 1
        for node in scheme.standard.walk():
            if node.weighs or node.deducts or node.id in scheme.standard.rubrics:
                assert f"{node.id} {node.name}" in text
        for name, step in steps.quantities.items():
            assert name in text
            assert step.value is not None or set(city.missing)
        if scheme.ladder:
            assert str(scheme.ladder.threshold) in text
