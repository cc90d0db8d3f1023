"""The facts of a report: what decided, strong and weak spots, evidence, what other standards offer."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.report.facts import facts
from ctmm_dsl.report.quantified import Deduction, Indicator, weakness
from ctmm_dsl.report.values import Decision
from ctmm_dsl.scheme import schemes
from tests import strategies
from tests.generators import filling
from tests.referee.mixtures import COMBINATIONS, mixture
from tests.report import small
from tests.report.small import quick

NOTHING = Model((), (), ())
SCHEMES = [*strategies.shipped(), *(mixture(kinds) for kinds in COMBINATIONS)]


def named(scheme: Scheme) -> str:
    return scheme.id


@quick
@given(st.integers(0, 400), st.integers(0, 10**6))
def test_what_decided_over_each_level(standard: int, seed: int) -> None:
    scheme = small.standard(standard)
    found = facts(NOTHING, scheme, small.city(scheme, seed))
    standing, ladder = found.standing, scheme.ladder
    assert standing and ladder
    for row in standing.levels:
        assert row.margin is not None and row.score == ladder.threshold + row.margin
        assert row.passes == (row.margin > 0 or (row.margin == 0 and not ladder.strict))
        below = [other.passes for other in standing.levels if other.level.number < row.level.number]
        above = [other.passes for other in standing.levels if other.level.number > row.level.number]
        match row.decision:
            case Decision.PASSES:
                assert row.passes and (all(below) or not ladder.one_by_one)
            case Decision.BLOCKED:
                assert row.passes and ladder.one_by_one and row.decided_by == 1 + below.index(False)
            case Decision.CARRIED:
                assert not row.passes and not ladder.one_by_one and row.decided_by == standing.level > row.level.number
            case Decision.MISSES:
                assert not row.passes and (ladder.one_by_one or not any(above))


@pytest.mark.parametrize("scheme", SCHEMES, ids=named)
@pytest.mark.parametrize("seed", range(3))
def test_strong_and_weak_spots_are_all_that_weighs(scheme: Scheme, seed: int) -> None:
    found = facts(NOTHING, scheme, filling.read(filling.assessment(scheme, seed), scheme))
    if found.balance is None:
        assert not any(node.weighs for node in scheme.standard.walk())
        return
    ranked, strong, weak = found.balance.ranked, found.balance.strengths, found.balance.weaknesses
    assert {one.node.id for one in ranked} == {node.id for node in scheme.standard.walk() if node.weighs}
    assert len(strong) + len(weak) == len(ranked)
    assert [one.score for one in ranked] == sorted((one.score for one in ranked if one.score is not None), reverse=True)
    assert [one.lost for one in weak] == sorted((one.lost for one in weak if one.lost is not None), reverse=True)
    if strong and weak:
        assert min(one.score or 0 for one in strong) >= max(one.score or 0 for one in weak)
    domains = [one for one in ranked if len(one.path) == 1]
    whole = next((row.tree for row in found.result.levels if row.level == found.balance.level), found.result.tree)
    assert whole and whole.score == sum(one.weight * (one.score or 0) for one in domains)
    if found.standing and found.standing.following:
        assert found.balance.level == found.standing.following


@quick
@given(st.integers(0, 400), st.integers(0, 10**6))
def test_shortfalls_are_all_that_clauses_lack(standard: int, seed: int) -> None:
    scheme = small.standard(standard)
    assert scheme.scale
    city = small.city(scheme, seed)
    found = facts(NOTHING, scheme, city)
    best = max(answer.points for answer in scheme.scale.answers)
    full = small.answered(scheme, city, dict.fromkeys(city.points, best))
    assert found.balance and found.balance.level
    at = found.balance.level - 1
    now, then = found.result.levels[at].score, full.levels[at].score
    assert now is not None and then is not None
    assert sum((one.lost for one in found.balance.shortfalls), Fraction(0)) == then - now


def test_indicators_by_points_lost_and_deductions() -> None:
    scheme = mixture(("formulas",))
    found = facts(NOTHING, scheme, filling.read(filling.assessment(scheme, 7), scheme))
    assert found.result.tree and found.result.tree.total is not None
    lost = sum((one.lost or 0 for one in found.indicators), Fraction(0))
    deducted = sum((one.points or 0 for one in found.deductions), Fraction(0))
    assert {one.highest for one in found.indicators} == {100}
    assert found.result.tree.total == 100 - lost - deducted
    every: list[Indicator | Deduction] = [*found.indicators, *found.deductions]
    assert {one.node.id for one in every} == set(scheme.standard.formulas)
    assert [one.lost for one in found.indicators] == sorted((one.lost or 0 for one in found.indicators), reverse=True)
    assert {reported.quantity.name for one in every for reported in one.reported} == set(scheme.asked)


def test_characteristics_with_their_descriptors(shipped: Outcome) -> None:
    scheme = next(scheme for scheme in schemes(shipped.model) if scheme.id == "iso37107")
    found = facts(shipped.model, scheme, filling.read(filling.assessment(scheme, 4, respondents=4), scheme))
    assert [one.node.id for one in found.characteristics] == list(scheme.standard.rubrics)
    for one in found.characteristics:
        assert one.gap == one.figure.planned - one.figure.now
        assert one.present and one.present.level == one.figure.now
        assert (one.following is None) == (one.figure.now == 5)
        assert one.perception and one.spread >= one.between_groups
    assert any(one.documents for one in found.characteristics)
    first = sorted(found.characteristics, key=weakness)[0]
    assert first.figure.now == min(one.figure.now for one in found.characteristics)
    assert {offer.weak.id for offer in found.offers} <= {
        one.node.id for one in found.characteristics if one.figure.now == first.figure.now
    }


@pytest.mark.parametrize("name", ["ctmm-key", "ctmm-equal"])
def test_what_other_standards_offer_on_weak_spots(shipped: Outcome, name: str) -> None:
    model = shipped.model
    scheme = next(scheme for scheme in schemes(model) if scheme.id == name)
    assert scheme.scale
    worst = scheme.scale.answers[-1].points
    found = facts(model, scheme, Assessment(points=dict.fromkeys(scheme.standard.clauses, worst)))
    rows = {
        (row.subject, crosswalk.target.id, row.target)
        for crosswalk in model.crosswalks
        if crosswalk.source is scheme.standard
        for row in crosswalk.rows
        if row.source_node and row.target_node
    }
    told = {(one.asking.id, one.standard.id, one.node.id) for offer in found.offers for one in offer.related}
    assert told <= rows
    leaves = {node.id for node in scheme.standard.leaves()}
    assert {row for row in rows if row[0] in leaves} <= told, "all leaves are weak, so every row at one is offered"
    assert {one.standard.id for offer in found.offers for one in offer.related} == {"gbt33356-city", "iso37107"}
    assert any(one.data for offer in found.offers for one in offer.related)
    assert any(one.documents for offer in found.offers for one in offer.related)
    for offer in found.offers:
        below = {node.id for node in offer.weak.walk()}
        above = {path[-1].id for path in scheme.standard.paths() if offer.weak in path[-1].walk()}
        assert {one.asking.id for one in offer.related} <= below | above


@pytest.mark.parametrize("scheme", strategies.shipped(), ids=named)
def test_offers_stand_at_the_weak_leaf_or_below_else_nearest_above(shipped: Outcome, scheme: Scheme) -> None:
    model = shipped.model
    scheme = next(one for one in schemes(model) if one.id == scheme.id)
    found = facts(model, scheme, filling.read(filling.assessment(scheme, 1), scheme))
    rows = {
        (mine.id, giving.id, other.id)
        for crosswalk in model.crosswalks
        for row in crosswalk.rows
        for asking, mine, giving, other in (
            (crosswalk.source, row.source_node, crosswalk.target, row.target_node),
            (crosswalk.target, row.target_node, crosswalk.source, row.source_node),
        )
        if asking.id == scheme.standard.id and mine and other
    }
    paths = {path[-1].id: path for path in scheme.standard.paths()}
    for offer in found.offers:
        path = paths[offer.weak.id]
        for name in {row[1] for row in rows}:
            told = {(one.asking.id, name, one.node.id) for one in offer.related if one.standard.id == name}
            for spot in ({node.id for node in path[-1].walk()}, *({node.id} for node in path[-2::-1])):
                near = {row for row in rows if row[0] in spot and row[1] == name}
                if near:
                    break
            assert told == near
    weak = {one.node.id for one in found.balance.weaknesses} if found.balance else set()
    lowest = min((one.figure.now for one in found.characteristics), default=0)
    weak |= {one.node.id for one in found.characteristics if one.figure.now == lowest}
    at_leaves = {leaf.id for leaf in scheme.standard.leaves()} & {row[0] for row in rows}
    assert weak & at_leaves <= {offer.weak.id for offer in found.offers}


# ---- evidence --------------------------------------------------------------------------------------------------


def test_evidence_and_notes_are_kept_in_the_standards_order() -> None:
    scheme = mixture(("clauses", "formulas", "rubrics"))
    data = filling.assessment(scheme, 3)
    clauses, rubric, quantity = (
        list(scheme.standard.clauses),
        next(iter(scheme.standard.rubrics)),
        next(iter(scheme.asked)),
    )
    data["answers"] |= dict.fromkeys(clauses, "full")
    data["answers"][clauses[1]] = {"answer": "full", "evidence": ["乙", " "], "note": " "}
    data["answers"][clauses[0]] = {"answer": "half", "note": "甲"}
    data["answers"][clauses[2]] = {"answer": "none", "evidence": []}
    data["answers"][rubric] = {"now": 1, "planned": 2, "evidence": ["丙"], "note": "丁"}
    given = data["values"][quantity]
    data["values"] = {name: one["value"] if isinstance(one, dict) else one for name, one in data["values"].items()}
    data["values"][quantity] = {"value": given["value"] if isinstance(given, dict) else given, "note": "戊"}
    city = filling.read(data, scheme, partial=False)
    told = [(one.kind, one.id, one.evidence, one.note) for one in city.remarks]
    assert told == [
        ("clause", clauses[0], (), "甲"),
        ("clause", clauses[1], ("乙",), ""),
        ("rubric", rubric, ("丙",), "丁"),
        ("quantity", quantity, (), "戊"),
    ]
    found = facts(NOTHING, scheme, city)
    assert found.backing.remarks == city.remarks
    assert found.backing.unbacked == tuple(name for name in clauses if name not in (clauses[1], clauses[2]))


def test_evidence_of_respondents_says_whose_it_is() -> None:
    scheme = next(scheme for scheme in strategies.shipped() if scheme.id == "iso37107")
    data = filling.assessment(scheme, 3, respondents=2)
    first = next(iter(scheme.standard.rubrics))
    data["respondents"][1]["answers"][first] |= {"evidence": ["会议纪要"]}
    (remark,) = filling.read(data, scheme).remarks
    assert (remark.respondent, remark.group) == (data["respondents"][1]["name"], data["respondents"][1]["group"])
    assert (remark.kind, remark.id, remark.evidence) == ("rubric", first, ("会议纪要",))


@pytest.mark.parametrize("scheme", SCHEMES, ids=named)
@pytest.mark.parametrize("kept", [0, 50])
def test_an_incomplete_assessment_has_facts_of_its_lower_bound(scheme: Scheme, kept: int) -> None:
    city = filling.read(filling.assessment(scheme, 9, kept=kept), scheme)
    found = facts(NOTHING, scheme, city)
    assert found.missing == city.missing and found.missing
    assert found.upper and found.result.side == "lower" and found.upper.side == "upper"
    assert found.result.level <= found.upper.level
    unanswered = {one.clause.id for one in found.answered if one.answer is None}
    assert unanswered == {name for name in city.missing if name in scheme.standard.clauses}
