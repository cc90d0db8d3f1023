"""An analysis for a terminal: each part that the standard has, in tables; what is shown by an example names its key.

In: an `Analysis`. Out: text in Chinese or English. Columns line up under Chinese text.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.analysis.found import Analysis
from ctmm_dsl.analysis.values import Carry, Fewest, Finding, Given, Idle, Least, Move, OfLadder, OtherReading
from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.model import Ladder, Scheme
from ctmm_dsl.render.analysis_formulas import rubrics, totals
from ctmm_dsl.render.analysis_words import READINGS, part, said, score, several, stretched, table


def analysis(found: Analysis, language: str) -> str:
    """The whole, an empty line between parts."""
    parts = [[_title(found.scheme, language)]]
    if found.ladder:
        parts += list(_ladder(found.scheme, found.ladder, language))
    if found.totals:
        parts += list(totals(found.totals, language))
    if found.rubrics:
        parts += list(rubrics(found.scheme, found.rubrics, language))
    zh = "每个算例都是一份完整的评估，用 --format json 取出（examples），可以用 ctmm score 核对"
    en = "each example is a whole assessment: --format json has it (examples), ctmm score confirms it"
    parts.append([said(language, zh, en)])
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _title(scheme: Scheme, language: str) -> str:
    name = f"{scheme.standard.name} {scheme.standard.edition}"
    if scheme.profile:
        name += f" · {scheme.profile.name or scheme.id}"
    return said(language, f"方法分析：{name}", f"what the method does: {name}")


# ---- the ladder ----------------------------------------------------------------------------------------------------


def _ladder(scheme: Scheme, found: OfLadder, language: str) -> Iterator[list[str]]:
    yield [_rule(found.ladder, language), *_constant(found, language)]
    yield [
        said(language, "每一级最少要满足的条款", "the fewest clauses that each level takes"),
        *_least(found.levels, language),
    ]
    yield [
        said(language, "本级条款最多可以不满足的（其余全部满足）", "own clauses that may be unmet, all else being met"),
        *_unmet(found.levels, language),
    ]
    if found.carries:
        yield [
            said(language, "只满足低级条款，能到哪一级", "what the clauses of lower levels reach alone"),
            *(_carry(one, language) for one in found.carries),
        ]
    idle = [_idle(row, row.idle, language) for row in found.levels if row.idle]
    if idle:
        yield [
            said(language, "可以一条不满足的单元（其余全部满足）", "what may have no clause met, all else being met"),
            *idle,
        ]
    yield [said(language, "单条条款的权重", "what single clauses weigh"), *_weights(found, language)]
    if found.steps:
        yield [said(language, "相邻两级", "neighbouring levels"), *_steps(found, language)]
    yield [said(language, "方法的别种读法", "other readings of the method"), *_readings(found, language)]
    if found.given:
        yield from _given(found.given, language)


def _rule(ladder: Ladder, language: str) -> str:
    sign, threshold = ">" if ladder.strict else "≥", decimal(ladder.threshold)
    zh = f"规则：得分 {sign} {threshold}，{'累计' if ladder.cumulative else '只计本级'}，{'逐级' if ladder.one_by_one else '任一级'}"
    en = (
        f"rule: score {sign} {threshold}, {'cumulative' if ladder.cumulative else 'own level'}, "
        f"{'one by one' if ladder.one_by_one else 'any'}"
    )
    return said(language, zh, en)


def _constant(found: OfLadder, language: str) -> Iterator[str]:
    if found.constant:
        zh = f"另有公式：以下都按公式合计 {score(found.constant)} 分计（算例 highest 的数据）"
        en = f"there are formulas too: in all that follows they bring {score(found.constant)} (as in the example highest)"
        yield said(language, zh, en)


def _least(levels: tuple[Least, ...], language: str) -> list[str]:
    head = said(
        language,
        ["等级", "计入条款", "其中本级", "本级占权重", "本级得分够，至少", "逐级达到，至少"],
        ["level", "clauses", "own", "own weight", "score enough, at least", "reached, at least"],
    )
    return table(
        head,
        [
            [
                f"{row.level.number} {row.level.name}",
                str(row.counted),
                str(row.own),
                part(row.weight),
                _fewest(row.passing, language),
                _fewest(row.reaching, language),
            ]
            for row in levels
        ],
    )


def _fewest(one: Fewest | None, language: str) -> str:
    if one is None:
        return said(language, "达不到", "out of reach")
    if one.bound == one.count:
        return f"{one.count}/{one.of}"
    return f"{one.bound}…{one.count}/{one.of}"


def _unmet(levels: tuple[Least, ...], language: str) -> list[str]:
    head = said(
        language,
        ["等级", "本级条款", "可不满足", "全不满足时得分", "本级自身得分可低至", "算例"],
        ["level", "own", "may be unmet", "score with none", "own score down to", "example"],
    )
    rows = [
        [
            f"{row.level.number} {row.level.name}",
            str(row.unmet.of),
            f"{row.unmet.count} ({part(Fraction(row.unmet.count, row.unmet.of))})",
            score(row.unmet.without),
            several(score(row.unmet.own.bound), score(row.unmet.own.score)),
            row.unmet.example.key,
        ]
        for row in levels
        if row.unmet
    ]
    return table(head, rows) if rows else [said(language, "没有能达到的等级", "no level can be reached")]


def _carry(one: Carry, language: str) -> str:
    scores = " / ".join(score(row.score) for row in one.example.result.levels)
    zh = f"  {one.through} 级及以下全部满足、以上全不满足：到 {one.reached} 级（各级得分 {scores}）"
    en = f"  all up to level {one.through} met, nothing above: level {one.reached} (scores {scores})"
    return said(language, zh, en)


def _idle(row: Least, one: Idle, language: str) -> str:
    top = min((node.layer for node in one.nodes), default=0)
    names = [f"{node.id} {node.name}" for node in one.nodes if node.layer == top]
    listed = said(language, "、", ", ").join(names) or said(language, "无", "none")
    zh = f"  {row.level.number} 级：任一个：{listed}；合在一起最多 {one.most} 个（共 {one.leaves} 个）"
    en = f"  level {row.level.number}: any one of: {listed}; together at most {one.most} leaves of {one.leaves}"
    return said(language, zh, en)


def _weights(found: OfLadder, language: str) -> list[str]:
    head = said(
        language,
        ["等级", "最重", "最轻", "倍数", "基尼系数", "最重的条款", "最轻的条款"],
        ["level", "heaviest", "lightest", "times", "Gini", "heaviest clauses", "lightest clauses"],
    )
    rows = [
        [
            f"{row.level.number} {row.level.name}",
            part(row.most),
            part(row.least),
            score(row.ratio) if row.ratio is not None else "∞",
            score(row.gini),
            _first([clause.id for clause in row.heaviest], language),
            _first([clause.id for clause in row.lightest], language),
        ]
        for row in found.weights
    ]
    return table(head, rows)


def _first(ids: list[str], language: str) -> str:
    more = f" +{len(ids) - 3}" if len(ids) > 3 else ""
    return said(language, "、", ", ").join(ids[:3]) + more


# ---- steps, readings -----------------------------------------------------------------------------------------------


def _steps(found: OfLadder, language: str) -> Iterator[str]:
    for step in found.steps:
        lower, upper = step.lower.number, step.upper.number
        zh = f"{lower} 级达到而 {upper} 级得分不够", f"{lower} 级得分不够而 {upper} 级得分够"
        en = (
            f"level {lower} reached, the score of {upper} not enough",
            f"the score of {lower} not enough, that of {upper} is",
        )
        for at, one in enumerate((step.stops, step.skips)):
            yield f"  {said(language, zh[at] + '：', en[at] + ': ')}{_exists(one, language)}"


def _exists(one: Finding, language: str) -> str:
    if one.example:
        least = one.lowered == one.bound
        zh = f"会出现，{'最少' if least else f'至少 {one.bound}，已知'} {one.lowered} 条未完全满足（{one.example.key}）"
        en = (
            f"happens, with {'as few as' if least else f'at least {one.bound}, known'} {one.lowered} clauses not full "
            f"({one.example.key})"
        )
        return said(language, zh, en)
    if one.holds is False:
        return said(language, "不会出现（已证明）", "never (proved)")
    return said(language, f"未能判定（至少 {one.bound} 条）", f"not decided (at least {one.bound} clauses)")


def _readings(found: OfLadder, language: str) -> Iterator[str]:
    for one in found.readings:
        yield f"  {READINGS[one.kind][language]}{said(language, '：', ': ')}{_exists(one.differs, language)}{_changes(one, language)}"


def _changes(one: OtherReading, language: str) -> str:
    told = f"；{one.level} → {one.other}" if one.differs.example and language == "zh" else ""
    if one.differs.example and language != "zh":
        told = f"; level {one.level} → {one.other}"
    for row in one.uniform:
        zh = f"；全部答“{row.answer.label}”：{row.level} → {row.other}"
        told += said(language, zh, f"; all answered {row.answer.code}: {row.level} → {row.other}")
    if one.given is not None:
        told += said(language, f"；所给评估：{one.given} 级", f"; the given assessment: level {one.given}")
    return told


# ---- a given assessment --------------------------------------------------------------------------------------------


def _given(found: Given, language: str) -> Iterator[list[str]]:
    level = found.result.level
    zh = f"所给评估为 {level} 级；门槛在 {stretched(found.threshold.within, language)} 之内，等级不变"
    en = f"the given assessment reaches level {level}; it stays while the threshold is in {stretched(found.threshold.within, language)}"
    head = said(
        language,
        ["权重（同级按比例让出）", "现为", "等级不变的范围", "再小则", "再大则"],
        ["weight (siblings in proportion)", "now", "level stays in", "below", "above"],
    )
    rows = [_moved(one, language) for one in found.weights if (one.below, one.above) != (None, None)]
    free = len(found.weights) - len(rows)
    zh_free = f"  另有 {free} 个权重，怎样改动等级都不变"
    rest = [said(language, zh_free, f"  {free} more weights never change it")] if free else []
    yield [said(language, zh, en), *(table(head, rows) if rows else []), *rest]


def _moved(one: Move, language: str) -> list[str]:
    assert one.node
    ends = [said(language, f"{end} 级", f"level {end}") if end is not None else "—" for end in (one.below, one.above)]
    return [f"{one.node.id} {one.node.name}", part(one.now), stretched(one.within, language, percent=True), *ends]
