"""How checks speak of things: nodes, numbers, percentages, layers."""

from __future__ import annotations

from fractions import Fraction

from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import LAYERS, Node, Standard


def named(node: Node) -> str:
    return f"{node.id} {node.name}"


def percent(share: Fraction) -> str:
    return decimal(share * 100) + "%"


def decimal(number: Fraction) -> str:
    """A number exactly: as a decimal where it is one, else as a fraction."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest > 1:
        return f"{number.numerator}/{number.denominator}"
    places = 0
    while (number * 10**places).denominator > 1:
        places += 1
    digits = str(abs(int(number * 10**places))).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def layer_name(standard: Standard, layer: int) -> str:
    """The standard's own name for a layer, or the language's."""
    return standard.layers[layer] if layer < len(standard.layers) else LAYERS[layer]


def counted(standard: Standard, what: str) -> Both:
    """What an `expect` row counts, as the standard calls it."""
    if what == "clauses":
        return both("条款", "clauses")
    layer = [f"{name}s" for name in LAYERS].index(what)
    return both(layer_name(standard, layer), what)
