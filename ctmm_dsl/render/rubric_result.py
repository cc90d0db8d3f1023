"""The result of rubrics, for a terminal: the profile first, then the figures of the two outer layers, and where respondents differ most.

The figures say how they were put together: the document gives neither weights nor a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.checks.spoken import named
from ctmm_dsl.findings import Both, both
from ctmm_dsl.render.columns import aligned
from ctmm_dsl.score import Pair, Result, RubricScore

SHOWN_LAYERS = 2
MOST_DISPUTED = 5
MEDIANS = {"low": both("低中位数", "low median"), "high": both("高中位数", "high median")}


def lines(result: Result, whole: RubricScore, assessment: Assessment, language: str) -> list[str]:
    """How many leaves stand at each level, then each branch's figure now and planned."""
    assert result.scheme.summary
    zh = language == "zh"
    middle = MEDIANS[result.scheme.summary.leaves][language]
    names = [f"{level.number} {level.name}" for level in result.scheme.standard.levels]
    profile = [
        ["等级分布" if zh else "profile", *names],
        ["现在" if zh else "now", *(str(pair.now) for pair in whole.profile.values())],
        ["规划" if zh else "planned", *(str(pair.planned) for pair in whole.profile.values())],
    ]
    head = ["", "现在", "规划", "差距", "最低"] if zh else ["", "now", "planned", "gap", "lowest"]
    said = f"{middle}，不加权" if zh else f"{middle}, not weighted"
    head[0] = said
    whole_row = ["全部" if zh else "all", *_figures(whole)]
    return [*aligned(profile), "", *aligned([head, whole_row, *_rows(whole.children, 0)]), *_disputed(whole, language)]


def _figures(row: RubricScore) -> list[str]:
    gap = f"+{row.gap}" if row.gap > 0 else str(row.gap)
    return [str(row.figure.now), str(row.figure.planned), gap, _arrow(row.reached)]


def _arrow(pair: Pair) -> str:
    return f"{pair.now} → {pair.planned}"


def _rows(rows: tuple[RubricScore, ...], layer: int) -> Iterator[list[str]]:
    for row in rows:
        assert row.node
        yield ["  " * layer + named(row.node), *_figures(row)]
        if layer + 1 < SHOWN_LAYERS:
            yield from _rows(row.children, layer + 1)


def _disputed(whole: RubricScore, language: str) -> list[str]:
    """The leaves on which groups of respondents, or respondents, differ most."""
    leaves = [
        row for row in _leaves(whole) if row.perception and max(row.perception.spread.now, row.perception.gap.now)
    ]
    leaves.sort(key=lambda row: _difference(row), reverse=True)
    if not leaves:
        return []
    lead: Both = both("分歧最大（现在）", "respondents differ most (now)")
    return ["", lead[language], *(f"  {_dispute(row, language)}" for row in leaves[:MOST_DISPUTED])]


def _difference(row: RubricScore) -> tuple[int, int]:
    return (row.perception.gap.now, row.perception.spread.now) if row.perception else (0, 0)


def _dispute(row: RubricScore, language: str) -> str:
    assert row.node and row.perception
    groups = "、".join(f"{group} {pair.now}" for group, pair in row.perception.groups.items())
    spread = row.perception.spread.now
    words = f"相差 {spread} 级" if language == "zh" else f"{spread} levels apart"
    return f"{named(row.node)}  {words}{f'（{groups}）' if groups else ''}"


def _leaves(row: RubricScore) -> Iterator[RubricScore]:
    if not row.children:
        yield row
    for child in row.children:
        yield from _leaves(child)
