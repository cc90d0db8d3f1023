"""The tables of `docs/analysis.md` and `docs/方法分析.md`, made from the analysis itself.

`python -m tests.analysis.documented zh` prints them, to be put into the document after a revision; a test holds the two together.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from ctmm_dsl.analysis.analyse import analyse
from ctmm_dsl.analysis.found import Analysis
from ctmm_dsl.analysis.values import Fewest, Finding, OfLadder
from ctmm_dsl.model import Model
from ctmm_dsl.render.analysis_words import READINGS, part, score, several
from tests.strategies import shipped

SCHEMES = ("ctmm-key", "ctmm-equal")
HEADS = {
    "zh": (
        "等级 | 计入条款 | 其中本级 | 本级占权重 | 达到至少要满足 | 本级可不满足 | 本级全不满足时的得分 | 本级自身得分可低至",
        "全部满足到 | 各级得分 | 达到",
        "等级 | 最重 | 最轻 | 倍数 | 基尼系数",
        "两级 | 低级达到而高级不够，最少 | 低级不够而高级够，最少",
        "读法 | 最少几条未完全满足，等级就不同 | 算例的等级",
    ),
    "en": (
        "level | clauses counted | own | weight of own | needed to reach | own that may be unmet | score with none of its own "
        "| own score down to",
        "all met up to | scores of the levels | reached",
        "level | heaviest | lightest | times | Gini",
        "levels | lower reached, upper not: as few as | lower not, upper enough: as few as",
        "reading | as few clauses not full as | level of the example",
    ),
}


@cache
def analysed(name: str) -> Analysis:
    """The analysis of a shipped scheme."""
    scheme = next(one for one in shipped() if one.id == name)
    return analyse(Model((scheme.standard,), (), ()), scheme)


def found(name: str) -> OfLadder:
    ladder = analysed(name).ladder
    assert ladder
    return ladder


def tables(name: str, language: str) -> list[str]:
    """Each table of a scheme as Markdown."""
    rows = (_levels, _carries, _weights, _steps, _readings)
    return [_table(head, list(make(found(name), language))) for head, make in zip(HEADS[language], rows, strict=True)]


def _table(head: str, rows: list[list[str]]) -> str:
    lines = [f"| {head} |", "|" + " --- |" * (head.count("|") + 1)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _levels(ladder: OfLadder, language: str) -> Iterator[list[str]]:
    for row in ladder.levels:
        assert row.unmet and row.reaching
        yield [
            str(row.level.number),
            str(row.counted),
            str(row.own),
            part(row.weight),
            _fewest(row.reaching),
            f"{row.unmet.count}（{part(Fraction(row.unmet.count, row.unmet.of))}）"
            if language == "zh"
            else f"{row.unmet.count} ({part(Fraction(row.unmet.count, row.unmet.of))})",
            score(row.unmet.without),
            several(score(row.unmet.own.bound), score(row.unmet.own.score)),
        ]


def _fewest(one: Fewest) -> str:
    return several(str(one.bound), str(one.count))


def _carries(ladder: OfLadder, _: str) -> Iterator[list[str]]:
    for one in ladder.carries:
        scores = " / ".join(score(row.score) for row in one.example.result.levels)
        yield [str(one.through), scores, str(one.reached)]


def _weights(ladder: OfLadder, _: str) -> Iterator[list[str]]:
    for row in ladder.weights:
        assert row.ratio
        yield [
            str(row.level.number),
            part(row.most),
            part(row.least),
            score(row.ratio),
            f"{score(row.gini)} = {row.gini}",
        ]


def _steps(ladder: OfLadder, _: str) -> Iterator[list[str]]:
    for step in ladder.steps:
        yield [f"{step.lower.number}, {step.upper.number}", _finding(step.stops), _finding(step.skips)]


def _finding(one: Finding) -> str:
    assert one.example
    return several(str(one.bound), str(one.lowered))


def _readings(ladder: OfLadder, language: str) -> Iterator[list[str]]:
    for one in ladder.readings:
        yield [READINGS[one.kind][language], _finding(one.differs), f"{one.level} → {one.other}"]


if __name__ == "__main__":
    for name in SCHEMES:
        sys.stdout.write(f"## {name}\n\n" + "\n\n".join(tables(name, sys.argv[1])) + "\n\n")
