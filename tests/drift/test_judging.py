"""What makes a clause ask less or more than its source, rule by rule; and what decides nothing."""

from __future__ import annotations

import pytest

from ctmm_dsl.drift import RULES, drift, parts
from tests.drift.pairs import compiled, drifted, leaf, part, whole

WEAKER, STRONGER, DIFFERS, SAME = "weaker", "stronger", "differs", "same"
CASES = [
    ("figure", WEAKER, "覆盖80%以上社区\n@metric covered >= 80%", "覆盖60%以上社区\n@metric covered >= 60%"),
    ("figure", STRONGER, "覆盖60%以上社区\n@metric covered >= 60%", "覆盖80%以上社区\n@metric covered >= 80%"),
    ("figure", STRONGER, "在5天内答复\n@metric delay <= 5", "在3天内答复\n@metric delay <= 3"),
    ("figure", WEAKER, "在3天内答复\n@metric delay <= 3", "在5天内答复\n@metric delay <= 5"),
    ("modal", WEAKER, "应设立专职机构", "宜设立专职机构"),
    ("modal", STRONGER, "宜设立专职机构", "应设立专职机构"),
    ("modal", WEAKER, "设立专职机构", "可自行设立专职机构"),
    ("degree", WEAKER, "全部部门接入平台", "部分部门接入平台"),
    ("degree", STRONGER, "部分部门接入平台", "大部分部门接入平台"),
    ("degree", WEAKER, "建立协同机制", "初步建立协同机制"),
    ("degree", STRONGER, "初步建立协同机制", "建立协同机制"),
    ("degree", STRONGER, "探索建立协同机制", "初步建立协同机制"),
    ("degree", WEAKER, "实时更新目录", "月度更新目录"),
    ("degree", WEAKER, "全面建成指挥中枢", "建成指挥中枢"),
    ("list", WEAKER, "整合热线、网格、舆情、信访数据", "整合热线、网格、信访数据"),
    ("list", STRONGER, "整合热线、网格、信访数据", "整合热线、网格、舆情、信访数据"),
    ("predicate", WEAKER, "建立并实施分类分级制度", "建立分类分级制度"),
    ("predicate", STRONGER, "建立分类分级制度", "建立并实施分类分级制度"),
    ("left-out", WEAKER, "建成统一平台，提供数据开放服务", "建成统一平台"),
    ("left-out", WEAKER, "依托中枢提供智能服务，建成统一平台", "建成统一平台"),
    ("added", STRONGER, "建成统一平台", "建成统一平台，提供数据开放服务"),
]
UNDECIDED = [
    ("成效评价框架完整", "绩效评价框架完整"),
    ("结合区域发展实际和特色，制定分项战略", "制定分项战略"),
    ("初步建立直报系统，监测规模以上企业", "建立直报系统，监测部分规模以上企业"),
    ("建成统一平台，数据赋能效果好", "建成统一平台，形成典型案例"),
    ("开展数字化转型重点项目评价", "开展重点项目评价"),
]
SAMES = [("建成统一平台，实现共享", "建成统一平台, 实现共享"), ("实现“一办到底”", "实现一办到底")]


@pytest.mark.parametrize(("rule", "verdict", "source", "clause"), CASES)
def test_a_rule_decides(rule: str, verdict: str, source: str, clause: str) -> None:
    row = drifted(source, clause, "reworded").compared[0]
    assert (row.verdict, {step.rule for step in row.steps}) == (verdict, {rule})
    assert {step.direction for step in row.steps} == {verdict}


@pytest.mark.parametrize(("rule", "verdict", "source", "clause"), CASES)
def test_nothing_is_judged_where_nothing_differs(rule: str, verdict: str, source: str, clause: str) -> None:
    row = drifted(source, source, "verbatim").compared[0]
    assert (row.verdict, row.steps) == (SAME, ())


def test_every_rule_is_tried() -> None:
    assert {rule for rule, *_ in CASES} | {"level"} == set(RULES)


@pytest.mark.parametrize(("source", "clause"), UNDECIDED)
def test_the_undecided_differs(source: str, clause: str) -> None:
    assert drifted(source, clause, "reworded").compared[0].verdict == DIFFERS


@pytest.mark.parametrize(("source", "clause"), SAMES)
def test_punctuation_does_not_count(source: str, clause: str) -> None:
    row = drifted(source, clause, "reworded").compared[0]
    assert (row.verdict, row.steps) == (SAME, ())


def test_a_level_decides_of_the_same_words_alone() -> None:
    source = leaf("第一级的要求", "建成统一平台")
    found = {}
    for text in ("建成统一平台", "统一平台初具雏形"):
        mine = part(leaf(f"{text}\n@from L1/2a moved", "另有要求\n@from none 新增"))
        found[text] = drift_of(source, mine)
    assert found == {"建成统一平台": ("stronger", ("2", "1")), "统一平台初具雏形": ("differs", ("2", "1"))}


def drift_of(source: str, mine: str) -> tuple[str, tuple[str, str]]:
    row = drift(parts(compiled(whole(source), mine).model)[0]).compared[0]
    (step,) = [step for step in row.steps if step.rule == "level"]
    return row.verdict, (step.before, step.after)
