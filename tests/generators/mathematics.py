"""Mathematics read back: what LaTeX, MathML and words say, as numbers.

Each rendering becomes an arithmetic expression of Python again, by the rules of its own language, and is then evaluated on fractions. What
is read is what a reader would read: a bracket that is missing gives another number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from xml.etree import ElementTree

NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_SIGNS = {"×": "*", "÷": "/", "−": "-", "+": "+", "-": "-"}
_NUMBER = re.compile(r"(?<![A-Za-z_\d.])(\d+(?:\.\d+)?)(%?)")


def evaluate(python: str, values: Mapping[str, Fraction]) -> Fraction:
    """An arithmetic expression, its numbers read exactly."""
    exact = _NUMBER.sub(lambda found: f"(Fraction('{found[1]}')/{100 if found[2] else 1})", python)
    result = eval(exact, {"__builtins__": {}, "Fraction": Fraction, "min": min, "max": max}, dict(values))
    return Fraction(result)


def from_words(words: str) -> str:
    """The readable English form, in which a quantity goes by its name."""
    return "".join(_SIGNS.get(sign, sign) for sign in words)


def from_mathml(element: ElementTree.Element) -> str:
    """MathML without tables of cases; the lines of a sum are read on."""
    tag = element.tag.removeprefix(NAMESPACE)
    parts = [from_mathml(child) for child in element]
    match tag:
        case "mfrac":
            above, below = parts
            return f"(({above})/({below}))"
        case "msub":
            return "".join(parts)
        case "mo":
            return _SIGNS.get(element.text or "", element.text or "")
        case "mn" | "mi" | "mtext":
            return element.text or ""
        case "math" | "mrow" | "mtable" | "mtr" | "mtd":
            return "".join(parts)
    raise AssertionError(tag)


def from_latex(latex: str) -> str:
    """LaTeX without cases."""
    for mark in (r"\begin{aligned}", r"\end{aligned}", r"\\", "&", r"\left", r"\right"):
        latex = latex.replace(mark, "")
    latex = latex.replace(r"\times", "*").replace(r"\min", "min").replace(r"\max", "max").replace(r"\%", "%")
    latex = re.sub(r"\\(?:text|mathit)\{([^{}]*)\}", r"\1", latex).replace(r"\_", "_")
    latex = re.sub(r"([A-Za-z])_\{(\d+)\}", r"\1\2", latex)
    inner = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
    while inner.search(latex):
        latex = inner.sub(r"((\1)/(\2))", latex)
    assert "\\" not in latex and "{" not in latex, latex
    return latex.replace(" ", "")
