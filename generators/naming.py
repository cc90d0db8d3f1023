"""How generated texts speak of a standard: its levels and layers, in Chinese.

In: values of the model. Out: words. Shared by the generators that people read, so that they all say it the same way.
"""

from __future__ import annotations

from collections.abc import Iterable

from ctmm_dsl.checks.spoken import layer_name
from ctmm_dsl.model import Level, Node, Standard

DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A number as a level is counted: 3 to 三, 12 to 十二, 20 to 二十; above 99 in figures."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def level_number(number: int) -> str:
    return f"{numeral(number)}级"


def level_title(level: Level) -> str:
    """As the documents head a column: 一级（基础级）."""
    return f"{level_number(level.number)}（{level.name}）"


def layers_in_use(nodes: Iterable[Node]) -> list[int]:
    """The layers that some nodes stand in, outermost first."""
    return sorted({node.layer for node in nodes})


def layer_names(standard: Standard, layers: Iterable[int]) -> str:
    """The standard's own names of some layers: 能力子域 or 能力子域、能力项."""
    return "、".join(layer_name(standard, layer) for layer in sorted(set(layers)))
