"""The result of formulas, for a terminal: the total first, then the scores of the two outer layers with their weights."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.checks.spoken import decimal, named
from ctmm_dsl.render.columns import aligned
from ctmm_dsl.score import NodeScore, Result, Scored
from ctmm_dsl.score.as_json import UNBOUNDED, spoken

SHOWN_LAYERS = 2


def lines(result: Result, tree: Scored, language: str) -> list[str]:
    """The total and what was deducted, then a table of domains and sub-domains."""
    zh = language == "zh"
    lead = f"总分：{total(tree, result)}" if zh else f"total: {total(tree, result)}"
    if any(row.node.deducts for row in tree.domains):
        scored, deducted = (spoken(number, None)["shown"] for number in (tree.score, tree.deducted))
        lead += f"（得分 {scored}，扣分 {deducted}）" if zh else f" ({scored}, less {deducted} deducted)"
    head = ["", "占总分", "得分", "扣分"] if zh else ["", "of total", "score", "deducted"]
    rows = [head, *_rows(result, tree.domains, 0, Fraction(1))]
    return [lead, "", *aligned(rows if any(row[3] for row in rows[1:]) else [row[:3] for row in rows])]


def total(tree: Scored, result: Result) -> str:
    """The total, rounded; where it has no bound, on which side."""
    if tree.total is None:
        return UNBOUNDED if result.side == "upper" else f"-{UNBOUNDED}"
    return str(spoken(tree.total, None)["shown"])


def _rows(result: Result, scores: tuple[NodeScore, ...], layer: int, whole: Fraction) -> Iterator[list[str]]:
    """The rows of nodes that together weigh `whole` of the total."""
    for row in scores:
        weight = whole * result.scheme.weights[row.node.id] if row.node.weighs else None
        yield [
            "  " * layer + named(row.node),
            _percent(weight) if weight is not None else "",
            str(spoken(row.score, None)["shown"]) if row.node.weighs else "",
            str(spoken(row.deducted, None)["shown"]) if row.node.deducts else "",
        ]
        if layer + 1 < SHOWN_LAYERS:
            yield from _rows(result, row.children, layer + 1, weight or whole)


def _percent(weight: Fraction) -> str:
    return f"{decimal(weight * 100)}%"
