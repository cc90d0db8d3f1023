"""The mixed standard of `tests/golden/mixed` with some of its kinds of leaves left out: every combination of kinds that there can be.

In: which kinds. Out: a scheme.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from ctmm_dsl.model import Scheme
from tests import golden, strategies

TEXT = (golden.FOLDER / "mixed" / "harbour.ctmm").read_text("utf-8")
METHOD = {
    "clauses": ("leaf         mean", "reached      score", "climb"),
    "formulas": ("leaf         formula",),
    "rubrics": ("leaf         rubric", "reached      minimum", "respondents", "summary"),
}
COMBINATIONS = [
    tuple(kind for kind, there in zip(METHOD, chosen, strict=True) if there)
    for chosen in product((True, False), repeat=3)
    if any(chosen)
]
"""Every combination of kinds, by name."""


@cache
def mixture(kinds: tuple[str, ...]) -> Scheme:
    """The mixed standard with leaves of these kinds alone."""
    head, *sections = re.split(r"(?m)^# (?:条款|公式|扣分|量规)", TEXT)
    clauses, formulas, deductions, rubrics = (section.partition("\n")[2] for section in sections)
    head = re.sub(r"(?ms)^expect\n.*?(?=^\S|\Z)", "", head)
    for kind, rules in METHOD.items():
        if kind not in kinds:
            head = re.sub(rf"(?m)^  (?:{'|'.join(map(re.escape, rules))}).*\n", "", head)
    if "clauses" not in kinds:
        head = re.sub(r"(?ms)^(?:classes|scale .*?)\n(?:  .*?\n)+", "", head)
        formulas = formulas.replace("domain F 设施 70%", "domain F 设施 100%")
    if "formulas" not in kinds:
        head = head.replace("weighted sum, less deductions", "weighted sum")
        clauses = clauses.replace("domain C 制度 30%", "domain C 制度 100%")
        rubrics = rubrics.replace("item D.3 ", "domain D 安全\n\nitem D.3 ")
        if "clauses" not in kinds:
            head = re.sub(r"(?m)^  parent.*\n", "", head)
    if "rubrics" not in kinds and "clauses" not in kinds:
        head = re.sub(r"(?ms)^levels\n(?:  .*?\n)+", "", head)
    text = {"clauses": clauses, "formulas": formulas + deductions, "rubrics": rubrics}
    return strategies.Files((head + "".join(text[kind] for kind in METHOD if kind in kinds),), "harbour").compile()
