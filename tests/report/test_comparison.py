"""Several assessments: what changed adds up, places of a ranking, agreement of two assessors by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctmm_dsl.assessment import Assessment, Standing
from ctmm_dsl.model import Scheme
from ctmm_dsl.report.agreement import agreement, assessors
from ctmm_dsl.report.comparison import changes, comparison
from ctmm_dsl.report.comparison_values import Case
from ctmm_dsl.score import score
from tests import strategies
from tests.generators import filling
from tests.referee.mixtures import mixture
from tests.report import small
from tests.report.small import quick

MIXED = mixture(("clauses", "formulas", "rubrics"))
SEEDS = st.tuples(st.integers(0, 400), st.integers(0, 10**6), st.integers(0, 10**6))


def shipped(name: str) -> Scheme:
    return next(scheme for scheme in strategies.shipped() if scheme.id == name)


def case(scheme: Scheme, seed: int, name: str = "", kept: int = 100) -> Case:
    return Case(name or str(seed), filling.read(filling.assessment(scheme, seed, kept=kept), scheme))


@quick
@given(SEEDS)
def test_what_changed_adds_up_to_the_difference_of_every_level(seeds: tuple[int, int, int]) -> None:
    scheme = small.standard(seeds[0])
    before, after = (Case(str(seed), small.city(scheme, seed)) for seed in seeds[1:])
    check_sum(scheme, before, after)


@pytest.mark.parametrize("scheme", [*strategies.shipped(), MIXED], ids=lambda scheme: scheme.id)
def test_what_changed_adds_up_in_whole_standards(scheme: Scheme) -> None:
    check_sum(scheme, case(scheme, 1), case(scheme, 2))


def check_sum(scheme: Scheme, before: Case, after: Case) -> None:
    found = changes(scheme, before, after)
    fixed = sum((one.gained or Fraction(0) for one in found.indicators), Fraction(0))
    one, other = score(scheme, before.assessment), score(scheme, after.assessment)
    for old, new in zip(one.levels, other.levels, strict=True):
        gained = sum((change.gained.get(old.level, Fraction(0)) for change in found.clauses), fixed)
        assert old.score is not None and new.score is not None and gained == new.score - old.score
    if one.tree and other.tree:
        assert one.tree.total is not None and other.tree.total is not None
        assert fixed == other.tree.total - one.tree.total
    differing = {name for name, points in before.assessment.points.items() if after.assessment.points[name] != points}
    assert {change.clause.id for change in found.clauses} == differing
    assert {change.quantity.name for change in found.values} == {
        name for name in scheme.asked if before.assessment.values[name] != after.assessment.values[name]
    }


@pytest.mark.parametrize("scheme", [*strategies.shipped(), MIXED], ids=lambda scheme: scheme.id)
def test_nothing_changed(scheme: Scheme) -> None:
    same = case(scheme, 4)
    found = changes(scheme, same, same)
    assert not (found.clauses or found.values or found.indicators or found.rubrics)


@pytest.mark.parametrize("scheme", [*strategies.shipped(), MIXED], ids=lambda scheme: scheme.id)
def test_rows_are_the_scores_of_each_case(scheme: Scheme) -> None:
    cases = tuple(case(scheme, seed) for seed in (1, 2, 3))
    found = comparison(scheme, cases)
    totals = [row for row in found.rows if not row.path]
    for row in totals:
        for at, result in enumerate(found.results):
            tree = next((one.tree for one in result.levels if one.level == row.level), result.tree)
            assert tree and row.scores[at] == tree.total
        assert row.differences()[0] == 0
    weighing = [node for node in scheme.standard.walk() if node.weighs or node.deducts]
    assert len(found.rows) - len(totals) == len(weighing) * len(totals)
    assert len(found.rubrics) == (1 + sum(bool(rubric_below(node)) for node in scheme.standard.walk())) * bool(
        scheme.summary
    )
    assert bool(found.ranking) == bool(scheme.ladder or scheme.standard.formulas)


def rubric_below(node: object) -> list[object]:
    return [one for one in node.walk() if type(one.leaf).__name__ == "Rubric"]  # type: ignore[attr-defined]


def test_cities_of_one_level_share_a_place_whatever_their_scores() -> None:
    scheme = shipped("ctmm-key")
    best, worst = Fraction(100), Fraction(0)

    def upto(level: int, rest: Fraction) -> Assessment:
        return Assessment(
            points={one.id: best if one.level <= level else rest for one in scheme.standard.clauses.values()}
        )

    given = (upto(1, worst), upto(2, Fraction(50)), upto(1, Fraction(20)), upto(0, worst))
    found = comparison(scheme, tuple(Case(str(at), one) for at, one in enumerate(given)))
    levels = [result.level for result in found.results]
    assert levels[1] > levels[0] == levels[2] > levels[3]
    assert [(place.place, place.cases) for place in found.ranking] == [(1, (1,)), (2, (0, 2)), (4, (3,))]


def test_an_incomplete_case_has_no_place() -> None:
    scheme = shipped("ctmm-key")
    found = comparison(scheme, (case(scheme, 1), case(scheme, 2, kept=50)))
    assert (found.ranking, found.incomplete) == ((), (1,))


def test_totals_that_are_shown_alike_share_a_place() -> None:
    scheme = mixture(("formulas",))
    city = case(scheme, 1)
    close = dict(city.assessment.values)
    assert isinstance(close["survey"], Fraction)
    close["survey"] += Fraction(1, 10**6) if close["survey"] < 50 else -Fraction(1, 10**6)
    other = Case("close", replace(city.assessment, values=close))
    found = comparison(scheme, (city, other))
    (row, *_) = found.rows
    assert row.scores[0] != row.scores[1]
    assert [place.cases for place in found.ranking] == [(0, 1)]


# ---- agreement -------------------------------------------------------------------------------------------------


def test_kappa_by_hand() -> None:
    # 20 times both say yes, 15 times both no, 5 and 10 times they differ: observed 35/50, expected 1/2
    pairs = [(0, 0)] * 20 + [(0, 1)] * 5 + [(1, 0)] * 10 + [(1, 1)] * 15
    found = agreement("clauses", pairs, 2)
    assert (found.items, found.equal, found.kappa) == (50, Fraction(7, 10), Fraction(2, 5))
    assert found.linear == found.quadratic == found.kappa, "of two categories, all weights are alike"


def test_weighted_kappa_by_hand() -> None:
    # the two differ by one step twice of four; by chance by Σ d·p·q = 1·(1·2 + 2·1 + …)
    pairs = [(0, 0), (0, 1), (1, 2), (2, 2)]
    # rows: 0 twice, 1 once, 2 once; columns: 0 once, 1 once, 2 twice
    # chance, of 16: linear 2·1·1 + 2·2·2 + 1·1·1 + 1·2·1 + 1·1·2 + 1·1·1 = 16; quadratic 2 + 16 + 1 + 2 + 4 + 1 = 26
    found = agreement("now", pairs, 3)
    assert found.linear == 1 - Fraction(2, 4) / Fraction(16, 16)
    assert found.quadratic == 1 - Fraction(2, 4) / Fraction(26, 16)
    assert found.kappa == 1 - Fraction(2, 4) / (1 - Fraction(2 * 1 + 1 * 1 + 1 * 2, 16))


def test_kappa_that_is_undefined() -> None:
    assert agreement("clauses", [(1, 1)] * 9, 4).kappa is None
    assert agreement("clauses", [(1, 1)] * 9, 4).equal == 1
    nothing = agreement("clauses", [], 4)
    assert (nothing.equal, nothing.kappa, nothing.linear, nothing.quadratic) == (None, None, None, None)
    assert agreement("clauses", [(0, 1)] * 9, 4).kappa == 0, "each of one answer, but not the same"


@quick
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=30))
def test_kappas_know_no_order_of_assessors_and_are_one_when_they_agree(pairs: list[tuple[int, int]]) -> None:
    found, turned = (agreement("clauses", one, 4) for one in (pairs, [(b, a) for a, b in pairs]))
    assert found == turned
    same = agreement("clauses", [(a, a) for a, _ in pairs], 4)
    assert {same.kappa, same.linear, same.quadratic} <= {Fraction(1), None}


@quick
@given(SEEDS)
def test_disputes_are_worth_what_the_referee_says(seeds: tuple[int, int, int]) -> None:
    scheme = small.standard(seeds[0])
    one, other = (Case(str(seed), small.city(scheme, seed)) for seed in seeds[1:])
    found = assessors(scheme, one, other)
    a, b = one.assessment, other.assessment
    assert {dispute.clause.id for dispute in found.disputes} == {
        name for name in a.points if a.points[name] != b.points[name]
    }
    for dispute in found.disputes:
        name = dispute.clause.id
        assert dispute.with_other == small.answered(scheme, a, {name: b.points[name]}).level
        assert dispute.with_one == small.answered(scheme, b, {name: a.points[name]}).level
        assert dispute.moves == ((dispute.with_other, dispute.with_one) != found.levels)
    worse = {name: min(a.points[name], b.points[name]) for name in a.points}
    better = {name: max(a.points[name], b.points[name]) for name in a.points}
    assert found.span == tuple(small.answered(scheme, a, points).level for points in (worse, better))
    (counted,) = found.agreements
    assert counted.equal == 1 - Fraction(len(found.disputes), len(a.points))


def test_rubrics_of_two_assessors() -> None:
    scheme = shipped("iso37107")
    one = Assessment(standings={node: (Standing(2, 3),) for node in scheme.standard.rubrics})
    first = next(iter(scheme.standard.rubrics))
    other = replace(one, standings={**one.standings, first: (Standing(2, 4),)})
    found = assessors(scheme, Case("a", one), Case("b", other))
    assert [dispute.path[-1].id for dispute in found.rubrics] == [first]
    now, planned = found.agreements
    assert (now.kind, now.equal, now.kappa) == ("now", Fraction(1), None)
    assert planned.equal == Fraction(len(one.standings) - 1, len(one.standings))
    assert found.span is None
