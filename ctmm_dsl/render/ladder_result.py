"""The result of clauses, for a terminal: the level and class first, as the method asks of a report, then the scores of every level."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ctmm_dsl.model import Node
from ctmm_dsl.render.columns import aligned
from ctmm_dsl.score import LevelScore, NodeScore, Result
from ctmm_dsl.score.as_json import spoken


def lines(result: Result, language: str) -> list[str]:
    """The verdict, then a table: the levels across, the domains down."""
    return [_verdict(result, language), "", *_table(result.levels, result, language)]


def _verdict(result: Result, language: str) -> str:
    zh = language == "zh"
    verdict = f"成熟度等级：{level(result, language)}" if zh else f"maturity level: {level(result, language)}"
    if result.city_class:
        verdict += f"，{result.city_class}" if zh else f", class {result.city_class}"
    return verdict


def level(result: Result, language: str) -> str:
    """The level that is reached, with its name."""
    if result.level == 0:
        return "未达到一级" if language == "zh" else "below level 1"
    return f"{result.level} {result.level_name or ''}".rstrip()


def _threshold(result: Result) -> Fraction | None:
    return result.scheme.ladder.threshold if result.scheme.ladder else None


def _table(levels: Sequence[LevelScore], result: Result, language: str) -> list[str]:
    threshold = _threshold(result)
    names = {level.number: level.name for level in result.scheme.standard.levels}
    head = ["", *(f"{level.level} {names[level.level]}" for level in levels)]
    total = [
        "得分" if language == "zh" else "score",
        *(str(spoken(level.score, threshold)["shown"]) for level in levels),
    ]
    marks = ["达到" if language == "zh" else "reached", *(_mark(level, language) for level in levels)]
    rows = [head, total, marks]
    for position in range(len(levels[0].domains) if levels else 0):
        first = levels[0].domains[position].node
        rows.append([_named(first), *_shown(levels, position, result)])
    return aligned(rows)


def _shown(levels: Sequence[LevelScore], position: int, result: Result) -> list[str]:
    scores: list[NodeScore] = [level.domains[position] for level in levels]
    threshold = _threshold(result)
    return [str(spoken(row.score if row.node.weighs else row.deducted, threshold)["shown"]) for row in scores]


def _mark(level: LevelScore, language: str) -> str:
    if level.reached:
        return "是" if language == "zh" else "yes"
    if level.passes:
        return "否（前一级未达）" if language == "zh" else "no (a level below is not)"
    return "否" if language == "zh" else "no"


def _named(node: Node) -> str:
    return f"{node.id} {node.name}"
