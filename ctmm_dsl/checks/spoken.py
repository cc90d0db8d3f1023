"""How checks speak of things: nodes, numbers, percentages, layers."""

from __future__ import annotations

from ctmm_dsl.expression.figures import decimal, figure, percent, stretch
from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import LAYERS, Node, Standard

__all__ = ["counted", "decimal", "figure", "layer_name", "named", "percent", "stretch"]


def named(node: Node) -> str:
    return f"{node.id} {node.name}"


def layer_name(standard: Standard, layer: int) -> str:
    """The standard's own name for a layer, or the language's."""
    return standard.layers[layer] if layer < len(standard.layers) else LAYERS[layer]


def counted(standard: Standard, what: str) -> Both:
    """What an `expect` row counts, as the standard calls it."""
    if what == "clauses":
        return both("条款", "clauses")
    if what == "quantities":
        return both("数据项", "quantities")
    layer = [f"{name}s" for name in LAYERS].index(what)
    return both(layer_name(standard, layer), what)
