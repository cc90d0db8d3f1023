"""An explanation for a terminal: how the level was decided, then the tree of every level, then formulas and rubrics.

In: an `Explanation`. Out: lines in Chinese or English, indented as the tree is. A clause's text stands once, where its own level counts it;
at higher levels that count it again it goes by its identifier.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.expression.figures import decimal, percent
from ctmm_dsl.render.explained_leaves import formula, rubric
from ctmm_dsl.render.explained_words import STEP, deducted, number, place, said
from ctmm_dsl.render.paragraphs import EMPTY, Line
from ctmm_dsl.report.explanation_values import Explanation, LadderStep, NodeStep, WholeStep
from ctmm_dsl.report.values import Decision


def lines(told: Explanation, language: str) -> Iterator[Line]:
    yield Line(0, said(language, "说明：每个数由何而来", "explanation: where every number comes from"))
    if told.ladder:
        yield from _verdict(told, told.ladder, language)
    for whole in told.wholes:
        yield EMPTY
        yield from _whole(told, whole, language)
    for step in told.formulas.values():
        yield EMPTY
        yield from formula(told, step, language)
    if told.rubric:
        yield EMPTY
        yield from rubric(told.rubric, language)


# ---- the ladder ------------------------------------------------------------------------------------------------


def _verdict(told: Explanation, ladder: LadderStep, language: str) -> Iterator[Line]:
    yield EMPTY
    yield Line(0, said(language, "等级如何判定", "how the level is decided"))
    yield Line(STEP, _rule(ladder, language))
    for whole in told.wholes:
        yield Line(STEP, _compared(told, whole, ladder, language), _why(whole, language))
    reached = f"{ladder.level} {ladder.name or ''}".strip() if ladder.level else said(language, "无", "none")
    reached += f"，{ladder.city_class}" if ladder.city_class else ""
    yield Line(STEP, said(language, f"达到的等级：{reached}", f"level reached: {reached}"))


def _rule(ladder: LadderStep, language: str) -> str:
    sign, threshold = ">" if ladder.strict else "≥", decimal(ladder.threshold)
    if language == "zh":
        climb = "并且低于它的各级都达到" if ladder.one_by_one else "或高于它的某级得分足够"
        counted = "本级和低于它的各级的条款" if ladder.cumulative else "本级的条款"
        return f"规则：一级得分 {sign} {threshold}，{climb}，即为达到；一级的得分计入{counted}"
    climb = "and every level below is reached" if ladder.one_by_one else "or the score of a level above is enough"
    counted = "its own clauses and those of the levels below" if ladder.cumulative else "its own clauses"
    return f"rule: a level is reached where its score {sign} {threshold}, {climb}; a level counts {counted}"


def _compared(told: Explanation, whole: WholeStep, ladder: LadderStep, language: str) -> str:
    sign = (">" if ladder.strict else "≥") if whole.passes else ("≤" if ladder.strict else "<")
    return f"{_name(whole)}  {number(whole.total, language, below=told.side == 'lower')} {sign} {decimal(ladder.threshold)}"


def _why(whole: WholeStep, language: str) -> str:
    by = whole.decided_by
    match whole.decision:
        case Decision.PASSES:
            return said(language, "达到", "reached")
        case Decision.BLOCKED:
            return said(
                language, f"得分足够，但 {by} 级未达到，不计", f"the score is enough, but level {by} is not reached"
            )
        case Decision.CARRIED:
            return said(
                language, f"得分不够，但 {by} 级得分足够，视为达到", f"reached, for the score of level {by} is enough"
            )
        case _:
            return said(language, "未达到：得分不够", "not reached: the score is not enough")


def _name(whole: WholeStep) -> str:
    return f"{whole.level.number} {whole.level.name}" if whole.level else ""


# ---- the weighted tree -----------------------------------------------------------------------------------------


def _whole(told: Explanation, whole: WholeStep, language: str) -> Iterator[Line]:
    head = _name(whole) or said(language, "总分", "total")
    below = told.side == "lower"
    sum_ = "Σ 权重 × 得分" if language == "zh" else "Σ weight × score"
    made = f"= {sum_}"
    if whole.deducts:
        scored, less = number(whole.scored, language, below=below), deducted(whole.deducted, told.side, language)
        made = said(
            language, f"= {scored} − {less}（{sum_}，减去扣分）", f"= {scored} − {less} ({sum_}, less what is deducted)"
        )
    yield Line(0, f"{head}  {number(whole.total, language, below=below)}", made)
    for node in whole.domains:
        yield from _node(told, whole, node, STEP, language)


def _node(told: Explanation, whole: WholeStep, step: NodeStep, indent: int, language: str) -> Iterator[Line]:
    yield Line(
        indent, f"{step.node.id} {step.node.name}", f"{_worth(told, step, language)}  {place(step.site, language)}"
    )
    if step.counted:
        points, count = number(step.counted.points, language), len(step.counted.clauses)
        mean = number(step.score, language)
        yield Line(
            indent + STEP,
            said(
                language, f"各条得分之和 {points} ÷ {count} 条 = {mean}", f"points {points} ÷ {count} clauses = {mean}"
            ),
        )
        yield from _clauses(told, whole, step.counted.clauses, indent + STEP, language)
    for child in step.children:
        yield from _node(told, whole, child, indent + STEP, language)


def _worth(told: Explanation, step: NodeStep, language: str) -> str:
    """Weight × score, and what is deducted."""
    worths = []
    if step.weight is not None:
        score = number(step.score, language, below=told.side == "lower")
        adds = "" if step.score is None else f" = {number(step.weight * step.score, language)}"
        worths.append(f"{_weight(step.weight)} × {score}{adds}")
    if step.node.deducts:
        less = deducted(step.deducted, told.side, language)
        worths.append(said(language, f"扣 {less}", f"less {less}"))
    if not step.children and not step.counted:
        worths.append(said(language, "（公式见后）", "(formula below)"))
    return "  ".join(worths)


def _weight(weight: Fraction) -> str:
    return percent(weight) if "/" not in decimal(weight) else str(weight)


def _clauses(
    told: Explanation, whole: WholeStep, counted: tuple[str, ...], indent: int, language: str
) -> Iterator[Line]:
    again = []
    for step in (told.clauses[name] for name in counted):
        label = step.answer.label if step.answer else said(language, "未答", "unanswered")
        points = number(step.points, language)
        if whole.level and step.clause.level == whole.level.number:
            text = f"{step.clause.text}  {place(step.site, language)}"
            yield Line(indent, f"{step.clause.id}  {label} {points}", text)
        else:
            again.append(f"{step.clause.id} {points}")
    if again:
        lead = said(language, "低于本级的条款：", "clauses of levels below: ")
        yield Line(indent, "", lead + said(language, "、", ", ").join(again))
