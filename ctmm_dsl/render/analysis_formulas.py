"""What formulas and rubrics come to, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.analysis.formula_values import Indicator, Rubrics, Totals
from ctmm_dsl.expression.text import label_of
from ctmm_dsl.model import Scheme
from ctmm_dsl.render.analysis_words import beside, part, said, score, stretched, table

MANY = 10


def totals(found: Totals, language: str) -> Iterator[list[str]]:
    yield list(_range(found, language))
    yield [said(language, "各指标", "indicators"), *_indicators(found, language)]
    yield [
        said(language, "牵动总分最多的数据项", "quantities that most of the total rests on"),
        *_quantities(found, language),
    ]
    if found.readings:
        yield [said(language, "别种读法", "other readings"), *_readings(found, language)]


def _range(found: Totals, language: str) -> Iterator[str]:
    taken = score(found.deductions)
    zh = f"公式合计的范围：{stretched(found.range, language)}；扣分最多 {taken}"
    yield said(
        language, zh, f"range of what formulas come to: {stretched(found.range, language)}; deductions at most {taken}"
    )
    zh = f"最重的 {found.half} 个指标占一半权重；权重的基尼系数 {score(found.gini)}"
    en = f"the {found.half} heaviest indicators weigh half of all; Gini coefficient of the weights {score(found.gini)}"
    yield said(language, zh, en)
    low, high = beside(found.low, found.range.low), beside(found.high, found.range.high)
    yield said(
        language, f"算例 lowest 为 {low}，highest 为 {high}", f"the example lowest comes to {low}, highest to {high}"
    )
    short = [one for one in found.indicators if not one.deducts and one.full is False]
    if short:
        names = said(language, "、", ", ").join(f"{one.node.id} {one.node.name}" for one in short)
        yield said(language, f"得不到满分的指标：{names}", f"indicators that cannot reach full points: {names}")
    if found.given is not None:
        yield said(language, f"所给评估：{score(found.given)}", f"the given assessment: {score(found.given)}")


def _indicators(found: Totals, language: str) -> list[str]:
    head = said(
        language,
        ["指标", "占总分", "得分范围", "最多值", "已见"],
        ["indicator", "weight", "range of its points", "worth at most", "shown"],
    )
    rows = sorted(found.indicators, key=lambda one: (one.deducts, -one.weight))
    return table(head, [_indicator(one, language) for one in rows])


def _indicator(one: Indicator, language: str) -> list[str]:
    weight = said(language, "扣分", "deducts") if one.deducts else part(one.weight)
    shown = f"{score(one.lowest)}…{score(one.highest)}"
    return [f"{one.node.id} {one.node.name}", weight, stretched(one.range, language), score(one.most), shown]


def _quantities(found: Totals, language: str) -> list[str]:
    bounded = [one for one in found.quantities if one.most is not None]
    rows = sorted(bounded, key=lambda one: -(one.most or 0))[:MANY]
    head = said(language, ["数据项", "最多牵动", "用于"], ["quantity", "moves at most", "read by"])
    return table(
        head,
        [
            [
                f"{one.quantity.name} {label_of(one.quantity, language)}",
                score(one.most),
                said(language, "、", ", ").join(node.id for node in one.leaves),
            ]
            for one in rows
        ],
    )


def _readings(found: Totals, language: str) -> list[str]:
    head = said(
        language,
        ["读法", "指标得分范围", "合计范围", "所给评估"],
        ["reading", "range of the indicator", "range of all", "the given assessment"],
    )
    rows = []
    for one in found.readings:
        name = one.reading.name if one.reading else said(language, "原文", "the document's own")
        rows.append(
            [
                f"{one.node.id} {name}" if one.node else one.scheme.id,
                stretched(one.range, language) if one.node else "",
                stretched(one.total, language),
                score(one.given) if one.given is not None else "",
            ]
        )
    return table(head, rows)


def rubrics(scheme: Scheme, found: Rubrics, language: str) -> Iterator[list[str]]:
    whole = found.whole
    zh = (
        f"共 {whole.leaves} 项，{whole.needed} 项在某一级或以上，总体就在这一级（其余可全在最低级）；"
        f"换另一种中位数要 {whole.other} 项；最低值要全部 {whole.leaves} 项"
    )
    en = (
        f"of {whole.leaves} leaves, {whole.needed} at a level or above put the whole there (all others may be at the lowest); "
        f"by the other median {whole.other}; the minimum takes all {whole.leaves}"
    )
    lines = [said(language, zh, en)]
    if found.given:
        now, other = found.given
        lines.append(
            said(
                language,
                f"所给评估：现为 {now} 级，换另一种中位数为 {other} 级",
                f"the given assessment: {now} now, {other} by the other median",
            )
        )
    yield lines
    head = said(
        language, ["单元", "项数", "要几项", "另一种中位数"], ["node", "leaves", "needed", "by the other median"]
    )
    rows = [
        [f"{one.node.id} {one.node.name}", str(one.leaves), str(one.needed), str(one.other)]
        for one in found.nodes
        if one.node
    ]
    yield table(head, rows)
    needed = "；".join(f"{one.leaves} 人要 {one.needed} 人" for one in found.respondents)
    en = "; ".join(f"{one.needed} of {one.leaves}" for one in found.respondents)
    yield [said(language, f"几位答者合成一项：{needed}", f"of several respondents it takes: {en}")]
