"""A result for a terminal: what the method says leads, then what it rests on.

In: results of the referee. Out: text in Chinese or English. Columns line up under Chinese text.
"""

from __future__ import annotations

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.findings import listed
from ctmm_dsl.model import Scheme
from ctmm_dsl.render import ladder_result, rubric_result, total_result
from ctmm_dsl.score import Result


def result(result: Result, assessment: Assessment, language: str) -> str:
    """A complete result: level and class, total, or profile; then a table of the scores."""
    lines = [_title(result.scheme, assessment, language)]
    return "\n".join([*lines, *_body(result, assessment, language)]) + "\n"


def bounds(lower: Result, upper: Result, assessment: Assessment, language: str) -> str:
    """Bounds: what is missing, between what the city lies, and both results."""
    zh = language == "zh"
    missing = listed(assessment.missing, 10)[language]
    lines = [
        _title(lower.scheme, assessment, language),
        f"缺：{missing or '无'}" if zh else f"missing: {missing or 'none'}",
        *_between(lower, upper, language),
        "",
        "下限（缺的按最差计）" if zh else "lower bound (what is missing at its worst)",
        *_body(lower, assessment, language),
        "",
        "上限（缺的按最好计）" if zh else "upper bound (what is missing at its best)",
        *_body(upper, assessment, language),
    ]
    return "\n".join(lines) + "\n"


def _body(result: Result, assessment: Assessment, language: str) -> list[str]:
    """Each kind of result that is there: its lead, an empty line, its table."""
    lines: list[str] = []
    if result.levels:
        lines += ladder_result.lines(result, language)
    if result.tree:
        lines += total_result.lines(result, result.tree, language)
    if result.rubric:
        lines += [""] * bool(lines) + rubric_result.lines(result, result.rubric, assessment, language)
    return lines


def _between(lower: Result, upper: Result, language: str) -> list[str]:
    zh = language == "zh"
    lines: list[str] = []
    if lower.levels:
        levels = f"{ladder_result.level(lower, language)} … {ladder_result.level(upper, language)}"
        lines.append(f"成熟度等级：{levels}" if zh else f"maturity level: {levels}")
    if lower.tree and upper.tree:
        totals = f"{total_result.total(lower.tree, lower)} … {total_result.total(upper.tree, upper)}"
        lines.append(f"总分：{totals}" if zh else f"total: {totals}")
    return lines


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
