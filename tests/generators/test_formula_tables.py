"""tables.md of formulas: every indicator where its document puts it, once, with all that its calculation says; readings under it."""

from __future__ import annotations

import pytest

from ctmm_dsl.checks.spoken import percent
from ctmm_dsl.expression import text
from ctmm_dsl.model import Standard
from generators import tables
from generators.formula_tables import HEADER
from tests.generators import page
from tests.generators.editions import SHIPPED, edition_from, made
from tests.generators.hostile_formulas import HOSTILE, LABELS, label
from tests.generators.invented import EDITIONS, INVENTED, edition_named
from tests.generators.test_formula_documents import figures, labels


def page_of(name: str, standard: str) -> str:
    return made(tables.emit, edition_named(name))[f"{standard}/tables.md"].data.decode("utf-8")


def rows_in(text_: str) -> list[list[str]]:
    """The rows of all tables of formulas, as a reader sees them; lines within a cell stay apart."""
    return [
        ["\n".join(page.seen(line) for line in page.lines(cell)) for cell in row]
        for header, *rows in page.tables(text_)
        if header == list(HEADER)
        for row in rows
    ]


def indicators_in(text_: str) -> dict[str, list[list[str]]]:
    """The rows of each indicator: its own, then one for each other reading."""
    found: dict[str, list[list[str]]] = {}
    for row in rows_in(text_):
        if row[0]:
            assert row[0] not in found
            found[row[0]] = []
        found[list(found)[-1]].append(row)
    return found


def standards(name: str) -> list[Standard]:
    return [one for one in edition_named(name).model.standards if one.formulas]


@pytest.mark.parametrize("name", EDITIONS)
def test_every_indicator_stands_there_once_with_its_readings(name: str) -> None:
    for standard in standards(name):
        found = indicators_in(page_of(name, standard.id))
        assert set(found) == set(standard.formulas)
        for node, formula in standard.formulas.items():
            own, *others = found[node]
            assert own[1].split(" / ")[-1] == standard.nodes[node].name
            assert [row[1].split("：")[0] for row in others] == [f"另读 {reading.name}" for reading in formula.readings]
            assert all(reading.label in row[1] for row, reading in zip(others, formula.readings, strict=True))
            assert formula.data in own[4]


@pytest.mark.parametrize("name", EDITIONS)
def test_nothing_of_a_calculation_is_lost(name: str) -> None:
    for standard in standards(name):
        found = indicators_in(page_of(name, standard.id))
        for node, formula in standard.formulas.items():
            method = found[node][0][3]
            assert all(words in method for words in labels(formula.calculation)), node
            for expression in formula.calculation.expressions():
                assert all(figure in method for figure in figures(expression)), node
            for part in formula.calculation.parts:
                assert f"\n{part.name}" in method, node


@pytest.mark.parametrize("name", EDITIONS)
def test_every_printed_weight_stands_beside_and_within_the_formula(name: str) -> None:
    for standard in standards(name):
        found = indicators_in(page_of(name, standard.id))
        for node, formula in standard.formulas.items():
            weight = standard.nodes[node].weight
            if weight is not None:
                assert found[node][0][2] == percent(weight)
            if weight is not None and standard.nodes[node].layer == 2:
                assert found[node][0][3].startswith(f"分项分数 = {percent(weight)} × ")
            assert found[node][0][3].startswith("扣分 = ") == formula.deducts


@pytest.mark.parametrize("name", EDITIONS)
def test_a_reading_shows_what_is_not_as_in_the_documents_own_calculation(name: str) -> None:
    for standard in standards(name):
        found = indicators_in(page_of(name, standard.id))
        for node, formula in standard.formulas.items():
            own, *others = found[node]
            parts = {part.name: text.expression(part.body, "zh") for part in formula.calculation.parts}
            for row, reading in zip(others, formula.readings, strict=True):
                for part in reading.calculation.parts:
                    shown = any(line.startswith((f"{part.name} = ", f"{part.name}（")) for line in row[3].split("\n"))
                    assert shown == (text.expression(part.body, "zh") != parts.get(part.name)), (node, reading.name)
                assert row[3]
                assert own[3] != row[3]


@pytest.mark.parametrize(
    ("node", "method"),
    [
        ("L1P1-A1", "分项分数 = 40% × (可网上或移动端办理的政务服务事项数 ÷ 政务服务事项总数) × 100"),
        (
            "L1P2-A3",
            "分项分数 = 25% × (0.5 × b1 + 0.5 × b2) × 100\n"
            "b1（来车实时预报率） = 可提供来车实时预报的公共汽电车线路数 ÷ 公共汽电车线路总数\n"
            "b2（公交电子站牌覆盖率） = 城市建成区公交电子站牌数 ÷ 城市建成区公交站点数\n"
            "（得分范围：0 以上）",
        ),
        (
            "L1P4-A4",
            "分项分数 = 20% × (提供远程分级会诊服务的二级及以上医疗机构数 ÷ 辖区内二级及以上医疗机构总数) × 100\n"
            "提供远程分级会诊服务的二级及以上医疗机构数 = "
            "提供远程分级会诊服务的三级医疗机构数 + 提供远程分级会诊服务的二级医疗机构数",
        ),
        (
            "L1P3-A2",
            "分项分数 = 40% × b\nb（联网办理的业务） = 实现联网办理的社保异地业务数每 1 项计 25 分，最多 100 分",
        ),
        (
            "L3P1-A3",
            "分项分数 = 30% × (100 × 环境事件处置数量 ÷ 环境事件举报数量；环境事件举报数量 为 0 时取 100)",
        ),
        (
            "L7P4-A1",
            "扣分 = 按 关键数据资产分类分级完成率 分档：\n　· < 70% 时 1 分；\n　· > 70% 且 < 90% 时 0.5 分；\n"
            "　· > 90% 时 0 分；\n　· 其余 0 分",
        ),
        ("L9P1", "得分 = 市民体验调查得分"),
    ],
)
def test_the_shipped_standard_reads_as_its_document(node: str, method: str) -> None:
    assert indicators_in(page_of(SHIPPED, "gbt33356-city"))[node][0][3] == method


def test_table_29() -> None:
    first = page.tables(page_of(SHIPPED, "gbt33356-city"))[0]
    assert first[:3] == [
        ["一级指标及权重", "二级指标及权重"],
        ["L1 惠民服务（24%）", "L1P1 政务综合服务（5%）"],
        ["", "L1P2 交通服务（3%）"],
    ]
    assert ["L7 信息安全（扣分）", "L7P1 保密工作（扣分）"] in first
    assert first[-1] == ["L9 市民体验（40%）", "L9P1 市民体验调查（40%）"]


def method_of(name: str, standard: str) -> str:
    return page_of(name, standard).split("\n## 计算方法\n")[1].split("\n## ")[0]


def test_the_method_in_words() -> None:
    words = page.seen(method_of(SHIPPED, "gbt33356-city")).split("\n\n")
    assert "一级指标、二级指标的权重是占总分的百分比，三级指标的权重是占其上一层的百分比。" in words
    assert "一级指标得分 = Σ（二级指标得分 × 二级指标权重）÷ 一级指标权重。" in words
    assert "总分 = Σ（一级指标得分 × 一级指标权重）− Σ 扣分。" in words
    assert words[-1].strip() == "只扣分、没有权重的有：信息安全（L7，最多减 8 分）。"
    ladder = method_of(INVENTED, "ladder")
    assert "成熟度等级得分 N = Σ（域得分 × 域权重）− Σ 扣分。" in ladder
    assert "只扣分、没有权重的有：事故（X，减分，没有上限）。" in ladder


def test_times_are_said_once_where_they_are_one() -> None:
    found = indicators_in(page_of(SHIPPED, "gbt33356-city"))
    assert found["L1P1-A1"][0][4].endswith("\n数据取时点")
    mixed = indicators_in(page_of(INVENTED, "total"))["W.1.2"][0][4].split("\n")
    assert [line for line in mixed if line.startswith("取时点：")] == ["取时点：道路长度、已有规划、已有图册、组织方式"]


def test_hostile_labels_break_no_table() -> None:
    text_ = made(tables.emit, edition_from(HOSTILE))["bad/tables.md"].data.decode("utf-8")
    for table in page.tables(text_):
        assert len({len(row) for row in table}) == 1
    own, other = indicators_in(text_)["A.1"]
    assert all(label(name) in own[3] for name in LABELS)
    assert own[4].startswith("<script>|\\write18{ls}`\n")
    assert "</p><script>|\\bye" in other[1]
