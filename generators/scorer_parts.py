"""What a scheme has, and so which parts its scorer has: the same questions for every language that a scorer is written in.

In: a scheme. Out: the parts by name, and the words and fields that the templates of all scorers share.
"""

from __future__ import annotations

from ctmm_dsl.assessment.fields import AROUND, TEXTS, holders, required
from ctmm_dsl.model import Scheme

OBJECTS = ("subject", "answers", "values")
"""The fields that hold objects, where a scheme has them."""


def parts_of(scheme: Scheme) -> dict[str, bool]:
    """What a scheme has, and so which parts its scorer has."""
    standard, ladder, summary = scheme.standard, scheme.ladder, scheme.summary
    clauses, rubrics = bool(standard.clauses), bool(standard.rubrics)
    formulas = bool(standard.formulas or standard.quantities)
    totals = bool(standard.formulas) and not clauses
    return {
        "clauses": clauses,
        "formulas": formulas,
        "rubrics": rubrics,
        "reported": bool(standard.reported),
        "totals": totals,
        "weighted": clauses or bool(standard.formulas),
        "offers_level": clauses and not formulas and not rubrics,
        "offers_total": totals and not rubrics,
        "cumulative": bool(ladder and ladder.cumulative),
        "strict": bool(ladder and ladder.strict),
        "one_by_one": bool(ladder and ladder.one_by_one),
        "low_of_leaves": bool(summary and summary.leaves == "low"),
        "low_of_respondents": bool(summary and summary.respondents == "low"),
    }


def offers(parts: dict[str, bool]) -> list[str]:
    """The functions that a scorer has beside `score`: one figure alone, for many assessments."""
    return [name for name in ("level", "total") if parts[f"offers_{name}"]]


def worth(parts: dict[str, bool]) -> str:
    """What a result holds first."""
    first = ["its level"] if parts["clauses"] else ["its total"] if parts["totals"] else []
    return " and ".join([*first, *(["the profile of its rubrics"] if parts["rubrics"] else [])])


def fields(scheme: Scheme) -> dict[str, tuple[str, ...]]:
    """The fields of an assessment: all of them, those that hold texts, those that hold objects, those that must be there."""
    known, needed = holders(scheme.standard), required(scheme.standard, {})
    return {
        "fields": (*AROUND, *known),
        "texts": TEXTS,
        "objects": tuple(name for name in OBJECTS if name in (*AROUND, *known)),
        "needed": needed,
        "needed_of_respondents": tuple(name for name in needed if name != "answers"),
    }
