"""The explanation of formulas and rubrics, for a terminal.

In: their steps. Out: lines: of a formula its calculation in words, its parts and the quantities that it rests on, with their values; of a
rubric the answers, the rule by which they become one figure, and what the standard says of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.expression.figures import figure
from ctmm_dsl.expression.text import label_of
from ctmm_dsl.render.explained_words import STEP, deducted, number, place, said
from ctmm_dsl.render.paragraphs import Line
from ctmm_dsl.report.explanation_values import Explanation, FormulaStep, Opinion, QuantityStep, RubricStep


def formula(told: Explanation, step: FormulaStep, language: str) -> Iterator[Line]:
    if step.deducts:
        worth = said(language, "扣 ", "less ") + deducted(step.points, told.side, language)
    else:
        worth = number(step.points, language, below=told.side == "lower")
    yield Line(0, f"{step.node.id} {step.node.name}", f"{worth}  {place(step.site, language)}")
    if step.reading:
        yield Line(
            STEP, said(language, f"按剖面选定的读法：{step.reading}", f"read as the profile says: {step.reading}")
        )
    for text in step.words[language]:
        yield Line(STEP, text)
    if step.missing:
        names = said(language, "、", ", ").join(step.missing)
        yield Line(
            STEP, said(language, f"缺 {names}，取可能值的一端", f"missing: {names}; taken at the end of its range")
        )
    for name, value in step.parts.items():
        yield Line(STEP, f"{name} = {number(value, language)}")
    for name in _with_sources(told, step.reads):
        yield from _quantity(told.quantities[name], language)


def _with_sources(told: Explanation, names: tuple[str, ...]) -> dict[str, None]:
    """The quantities, each before those that it is computed from."""
    found: dict[str, None] = {}
    for name in names:
        found[name] = None
        found |= _with_sources(told, told.quantities[name].reads)
    return found


def _quantity(step: QuantityStep, language: str) -> Iterator[Line]:
    head = f"{step.quantity.name} {label_of(step.quantity, language)}".strip()
    value = _value(step, language)
    words = f"  = {step.words[language]}" if step.words else ""
    yield Line(2 * STEP, head, f"{value}{words}  {place(step.site, language)}")


def _value(step: QuantityStep, language: str) -> str:
    quantity, value = step.quantity, step.value
    if value is None:
        return said(language, "未填", "not reported")
    if isinstance(value, bool):
        return said(language, "是", "yes") if value else said(language, "否", "no")
    if isinstance(value, Fraction):
        return f"{figure(value, quantity.kind == 'share')} {quantity.unit}".rstrip()
    return next((option.label for option in quantity.options if option.code == value), value)


# ---- rubrics ---------------------------------------------------------------------------------------------------


def rubric(step: RubricStep, language: str, indent: int = 0) -> Iterator[Line]:
    head = f"{step.node.id} {step.node.name}" if step.node else said(language, "全部", "the whole")
    now, planned = step.figure.now, step.figure.planned
    figures = said(language, f"现状 {now}，规划 {planned}", f"now {now}, planned {planned}")
    yield Line(indent, head, f"{figures}  {place(step.site, language)}" if step.site else figures)
    yield Line(indent + STEP, "", _rule(step, language))
    for level, text in step.texts.items():
        yield Line(indent + STEP, str(level), text)
    for child in step.children:
        yield from rubric(child, language, indent + STEP)


def _rule(step: RubricStep, language: str) -> str:
    low = said(language, "偏低", "lower") if step.low else said(language, "偏高", "higher")
    if step.leaves:
        names = said(language, "、", ", ").join(step.leaves)
        reached = f"{step.reached.now}, {step.reached.planned}"
        return said(
            language,
            f"= 下列各项的中位数（两个居中时取{low}的）：{names}；各项都达到的：{reached.replace(', ', '，')}",
            f"= the median of {names} (of two in the middle the {low} one); reached by all: {reached}",
        )
    answers = said(language, "；", "; ").join(_opinion(one, language) for one in step.opinions)
    if len(step.opinions) == 1:
        return said(language, f"答：{answers}", f"answer: {answers}")
    return said(
        language,
        f"= 各答的中位数（两个居中时取{low}的）：{answers or '无'}",
        f"= the median of the answers (of two in the middle the {low} one): {answers or 'none'}",
    )


def _opinion(one: Opinion, language: str) -> str:
    now, planned = ("—" if level is None else str(level) for level in (one.now, one.planned))
    group = f"{one.group} " if one.group else ""
    return f"{group}{now} → {planned}"
