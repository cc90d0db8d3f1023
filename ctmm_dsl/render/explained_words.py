"""Numbers and places as an explanation says them: exactly, and rounded where that is shorter."""

from __future__ import annotations

from fractions import Fraction

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.report.explanation_values import Site
from ctmm_dsl.score.as_json import spoken
from ctmm_dsl.score.tree import Side

HUNDREDTHS = 100

STEP = 2
"""How much further in the tree is indented at each layer."""


def said(language: str, zh: str, en: str) -> str:
    return zh if language == "zh" else en


def number(value: Fraction | None, language: str, *, below: bool = False) -> str:
    """A number exactly where two places are enough, else rounded, with the fraction beside it."""
    if value is None or (value * HUNDREDTHS).denominator > 1:
        shown = str(spoken(value, None, below=below)["shown"])
        return shown if value is None else said(language, f"{shown}（{value}）", f"{shown} ({value})")
    return decimal(value)


def deducted(value: Fraction | None, side: Side, language: str) -> str:
    return number(value, language, below=side == "upper")


def place(site: Site, language: str) -> str:
    return said(language, f"［{site.file} 第 {site.line} 行］", f"[{site.file}:{site.line}]")
