"""A result for a terminal: the level first, as the method asks of a report, then what it rests on.

In: results of the referee. Out: text in Chinese or English. Columns line up under Chinese text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.findings import listed
from ctmm_dsl.model import Node, Scheme
from ctmm_dsl.score import LevelScore, NodeScore, Result, spoken
from ctmm_dsl.source import cells


def result(result: Result, assessment: Assessment, language: str) -> str:
    """A complete result: level, class, then a table of the scores of every level, domain by domain."""
    lines = [_title(result.scheme, assessment, language), _verdict(result, language), ""]
    return "\n".join([*lines, *_table(result.levels, result, language)]) + "\n"


def bounds(lower: Result, upper: Result, assessment: Assessment, language: str) -> str:
    """Bounds: between which levels the city lies, what is missing, and both tables."""
    zh = language == "zh"
    missing = listed(assessment.missing, 10)[language]
    levels = f"{_level(lower, language)} … {_level(upper, language)}"
    lines = [
        _title(lower.scheme, assessment, language),
        f"缺答：{missing or '无'}" if zh else f"missing answers: {missing or 'none'}",
        f"成熟度等级：{levels}" if zh else f"maturity level: {levels}",
        "",
        "下限（缺答按最差计）" if zh else "lower bound (missing answers at their worst)",
        *_table(lower.levels, lower, language),
        "",
        "上限（缺答按最好计）" if zh else "upper bound (missing answers at their best)",
        *_table(upper.levels, upper, language),
    ]
    return "\n".join(lines) + "\n"


def _title(scheme: Scheme, assessment: Assessment, language: str) -> str:
    subject = (assessment.subject or {}).get("name", "")
    by = f"{scheme.standard.name} {scheme.standard.edition}"
    if scheme.profile:
        by += f" · {scheme.profile.name or scheme.profile.id}"
        if language == "zh":
            by += "（剖面，非标准正文）"
        else:
            by += " (a profile, not the standard itself)"
    return f"{subject} · {by}" if subject else by


def _verdict(result: Result, language: str) -> str:
    zh = language == "zh"
    verdict = f"成熟度等级：{_level(result, language)}" if zh else f"maturity level: {_level(result, language)}"
    if result.city_class:
        verdict += f"，{result.city_class}" if zh else f", class {result.city_class}"
    return verdict


def _level(result: Result, language: str) -> str:
    if result.level == 0:
        return "未达到一级" if language == "zh" else "below level 1"
    return f"{result.level} {result.level_name or ''}".rstrip()


def _table(levels: Sequence[LevelScore], result: Result, language: str) -> list[str]:
    threshold = result.scheme.method.threshold
    names = {level.number: level.name for level in result.scheme.standard.levels}
    head = ["", *(f"{level.level} {names[level.level]}" for level in levels)]
    total = ["得分" if language == "zh" else "score", *(spoken(level.score, threshold)["shown"] for level in levels)]
    marks = ["达到" if language == "zh" else "reached", *(_mark(level, language) for level in levels)]
    rows = [head, total, marks]
    for position in range(len(levels[0].domains) if levels else 0):
        first = levels[0].domains[position].node
        rows.append([_named(first), *_shown(levels, position, result)])
    return _aligned(rows)


def _shown(levels: Sequence[LevelScore], position: int, result: Result) -> list[str]:
    scores: list[NodeScore] = [level.domains[position] for level in levels]
    return [spoken(score.score, result.scheme.method.threshold)["shown"] for score in scores]


def _mark(level: LevelScore, language: str) -> str:
    if level.reached:
        return "是" if language == "zh" else "yes"
    if level.passes:
        return "否（前一级未达）" if language == "zh" else "no (a level below is not)"
    return "否" if language == "zh" else "no"


def _named(node: Node) -> str:
    return f"{node.id} {node.name}"


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            word + " " * (width - cells(word)) if at == 0 else " " * (width - cells(word)) + word
            for at, (word, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
