"""The plan to the next level and the sensitivity of the level, against every set of answers that there is, scored by the referee."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.report.facts import facts
from ctmm_dsl.report.values import Barrier, Facts
from ctmm_dsl.score import score
from tests import strategies
from tests.generators import filling
from tests.report import small
from tests.report.small import quick

NOTHING = Model((), (), ())
SEEDS = st.tuples(st.integers(0, 400), st.integers(0, 10**6))


def drawn(seeds: tuple[int, int]) -> tuple[Scheme, Assessment, Facts]:
    scheme = small.standard(seeds[0])
    city = small.city(scheme, seeds[1])
    return scheme, city, facts(NOTHING, scheme, city)


def level_with(scheme: Scheme, city: Assessment, points: dict[str, Fraction]) -> int:
    return small.answered(scheme, city, points).level


@quick
@given(SEEDS)
def test_no_smaller_set_of_improvements_gets_any_higher(seeds: tuple[int, int]) -> None:
    scheme, city, found = drawn(seeds)
    assert found.outlook and found.standing and scheme.scale
    level, best = found.standing.level, max(answer.points for answer in scheme.scale.answers)
    everything = dict.fromkeys(city.points, best)
    assert found.outlook.top == (level == len(scheme.standard.levels))
    if not found.outlook.plan:
        assert level_with(scheme, city, everything) == level
        assert found.outlook.top or found.outlook.blocked
        return
    improvements = found.outlook.plan.improvements
    for fewer in combinations(city.points, len(improvements) - 1):
        assert level_with(scheme, city, dict.fromkeys(fewer, best)) == level


@quick
@given(SEEDS)
def test_a_plan_reaches_its_target_and_needs_each_of_its_improvements(seeds: tuple[int, int]) -> None:
    scheme, city, found = drawn(seeds)
    assert found.outlook and found.standing and scheme.ladder
    for plan in found.outlook.plans:
        changed = {one.answered.clause.id: one.to.points for one in plan.improvements}
        after = small.answered(scheme, city, changed)
        target = next(row for row in after.levels if row.level == plan.target)
        assert (after.level, target.score) == (plan.level, plan.score)
        assert target.reached and target.passes and plan.target > found.standing.level
        assert len(changed) == len(plan.improvements)
        for one in plan.improvements:
            assert one.to.points > one.answered.points
            without = {name: points for name, points in changed.items() if name != one.answered.clause.id}
            left = small.answered(scheme, city, without)
            assert not next(row for row in left.levels if row.level == plan.target).passes
        before = next(row.score for row in found.result.levels if row.level == plan.target)
        assert before is not None and plan.lacking == scheme.ladder.threshold - before
        assert sum(one.gain for one in plan.improvements) == plan.score - before


@quick
@given(SEEDS)
def test_each_improvement_goes_only_as_far_as_needed(seeds: tuple[int, int]) -> None:
    scheme, city, found = drawn(seeds)
    assert found.outlook and scheme.scale
    for plan in found.outlook.plans:
        changed = {one.answered.clause.id: one.to.points for one in plan.improvements}
        for one in plan.improvements:
            for lower in scheme.scale.answers:
                if one.answered.points < lower.points < one.to.points:
                    less = small.answered(scheme, city, changed | {one.answered.clause.id: lower.points})
                    assert not next(row for row in less.levels if row.level == plan.target).passes


@quick
@given(SEEDS)
def test_no_fewer_answers_lose_the_level(seeds: tuple[int, int]) -> None:
    scheme, city, found = drawn(seeds)
    assert found.sensitivity and found.standing and scheme.scale
    level, worst = found.standing.level, min(answer.points for answer in scheme.scale.answers)
    loss = found.sensitivity.loss
    if not loss:
        assert level_with(scheme, city, dict.fromkeys(city.points, worst)) == level
        return
    assert level_with(scheme, city, {one.answered.clause.id: one.to.points for one in loss.changes}) < level
    for fewer in combinations(city.points, len(loss.changes) - 1):
        assert level_with(scheme, city, dict.fromkeys(fewer, worst)) >= level


@quick
@given(SEEDS)
def test_the_single_changes_that_move_the_level_are_all_there(seeds: tuple[int, int]) -> None:
    scheme, city, found = drawn(seeds)
    assert found.sensitivity and found.standing and scheme.scale
    expected: dict[tuple[str, bool], tuple[str, int]] = {}
    for clause, points in city.points.items():
        for answer in sorted(scheme.scale.answers, key=lambda answer: abs(answer.points - points)):
            level = level_with(scheme, city, {clause: answer.points})
            if level != found.standing.level:
                expected.setdefault((clause, answer.points > points), (answer.code, level))
    movers = found.sensitivity.movers
    told = {(one.answered.clause.id, one.to.points > one.answered.points): (one.to.code, one.level) for one in movers}
    assert told == expected
    assert len(told) == len(movers)


def test_what_holds_a_level_down_is_named() -> None:
    blocked = [
        (scheme, one)
        for seed in range(400)
        for scheme, _, found in [drawn((seed, seed))]
        for one in (found.outlook.blocked if found.outlook else ())
    ]
    assert len(blocked) > 10
    for scheme, one in blocked:
        assert one.barrier is Barrier.CEILING
        assert scheme.ladder and one.best is not None and one.best <= scheme.ladder.threshold
        assert one.held and all(held.node.id in scheme.standard.formulas for held in one.held)


@quick
@given(st.sampled_from(("ctmm-key", "ctmm-equal")), st.integers(0, 10**6), st.integers(0, 100))
def test_plans_of_the_shipped_standards_reach_the_next_level(name: str, seed: int, best: int) -> None:
    scheme = next(scheme for scheme in strategies.shipped() if scheme.id == name)
    city = Assessment(points=strategies.points(scheme, strategies.answers(scheme, (seed, best))))
    found = facts(NOTHING, scheme, city)
    assert found.outlook and found.standing
    plan = found.outlook.plan
    assert (plan is None) == (found.standing.level == 5)
    if plan:
        points = {**city.points, **{one.answered.clause.id: one.to.points for one in plan.improvements}}
        assert score(scheme, Assessment(points=points)).level == plan.level >= found.standing.level + 1


def test_an_incomplete_assessment_is_planned_from_its_lower_bound() -> None:
    scheme = next(scheme for scheme in strategies.shipped() if scheme.id == "ctmm-key")
    data = filling.assessment(scheme, 3)
    data["answers"] = dict.fromkeys(list(data["answers"])[:40], "full")
    city = filling.read(data, scheme)
    found = facts(NOTHING, scheme, city)
    assert found.missing and found.upper and found.outlook and found.outlook.plan and found.standing
    plan = found.outlook.plan
    assert {one.answered.clause.id for one in plan.improvements if one.answered.answer is None} & set(found.missing)
    lowest = dict.fromkeys(scheme.standard.clauses, Fraction(0))
    points = lowest | dict(city.points) | {one.answered.clause.id: one.to.points for one in plan.improvements}
    assert score(scheme, Assessment(points=points)).level == plan.level > found.standing.level
