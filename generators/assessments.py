"""What a city fills in, and what comes back: the forms of both, for every scheme.

In: an edition. Out, for each scheme: `assessment.schema.json`, `assessment.blank.json` and `result.schema.json`. The schema of
an assessment describes a file that may still be in work: answers and values may be missing. Whether all are there is for the scorer to say,
which names those that are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctmm_dsl.assessment.fields import holders
from ctmm_dsl.model import Scheme
from generators.answer_schema import AROUND, answer_definitions, answer_properties, respondents
from generators.artefact import Artefact, Edition
from generators.json_schema import DIALECT, TEXT, Schema, closed, told
from generators.quantity_schema import value_definitions, value_properties
from generators.quantity_words import conditions, readers
from generators.quoting import json_bytes
from generators.result_schema import SUBJECT, result_schema


def emit(edition: Edition) -> Iterator[Artefact]:
    """Form, blank and result of each scheme."""
    for scheme in edition.schemes:
        for name, value in (
            ("assessment.schema.json", assessment_schema(scheme)),
            ("assessment.blank.json", _blank(scheme)),
            ("result.schema.json", result_schema(scheme)),
        ):
            yield Artefact(f"{scheme.id}/{name}", json_bytes(value), scheme.id, scheme.standard.edition)


# ---- the form --------------------------------------------------------------------------------------------------


def assessment_schema(scheme: Scheme) -> Schema:
    """A JSON Schema that accepts what `ctmm_dsl.assessment.read_assessment` accepts with `partial`, for this scheme."""
    standard = scheme.standard
    fields = {
        "standard": told({"const": standard.id}, "标准"),
        "edition": told({"const": standard.edition}, "标准的版本"),
        "profile": told({"const": scheme.id}, "计分所用的剖面或标准"),
        "subject": SUBJECT,
        "date": told(TEXT, "评估日期"),
        **_holders(scheme),
    }
    left_out = {"profile", "subject", "date", "respondents"} | (set() if standard.clauses else {"answers"})
    return {
        "$schema": DIALECT,
        "title": f"{standard.name}　评估文件",
        "$comment": f"An assessment by {scheme.id}. Answers may be missing here; the scorer names those that are.",
        **closed("城市填写的评估文件。不认识的标识和字段都是错误。", fields, optional=left_out),
        **(_by_respondents(scheme) if standard.rubrics else {}),
        "$defs": answer_definitions(scheme) | value_definitions(scheme, AROUND),
    }


def _holders(scheme: Scheme) -> dict[str, Schema]:
    """The fields that hold what is reported, as far as there is any."""
    held = holders(scheme.standard)
    found: dict[str, Schema] = {}
    if "answers" in held:
        answers = answer_properties(scheme)
        found["answers"] = closed("各项的答案；未答的可以暂缺，计分时必须齐全", answers, optional=answers)
    if "values" in held:
        values = value_properties(scheme)
        found["values"] = closed("各数据项的值；未填的可以暂缺，计分时必须齐全", values, optional=values)
    if "respondents" in held:
        found["respondents"] = respondents(scheme)
    return found


def _by_respondents(scheme: Scheme) -> Schema:
    """Rubrics are answered in `answers` or by respondents, never in both."""
    clauses = list(scheme.standard.clauses)
    beside: Schema = {"propertyNames": {"enum": clauses}} if clauses else {"maxProperties": 0}
    either = {} if clauses else {"anyOf": [{"required": ["answers"]}, {"required": ["respondents"]}]}
    return {**either, "dependentSchemas": {"respondents": {"properties": {"answers": beside}}}}


# ---- the blank -------------------------------------------------------------------------------------------------


def _blank(scheme: Scheme) -> dict[str, Any]:
    """An assessment with every clause, rubric and quantity, and nothing filled in yet."""
    standard = scheme.standard
    held = holders(standard)
    return {
        "standard": standard.id,
        "edition": standard.edition,
        **({"profile": scheme.id} if scheme.profile else {}),
        "subject": {"name": ""},
        "date": "",
        **({"answers": dict(_answers(scheme))} if "answers" in held else {}),
        **({"values": dict(_values(scheme))} if "values" in held else {}),
    }


def _answers(scheme: Scheme) -> Iterator[tuple[str, Any]]:
    for node in scheme.standard.walk():
        for clause in node.own_clauses:
            yield clause.id, {"text": clause.text, "answer": None, "evidence": [], "note": ""}
        if node.id in scheme.standard.rubrics:
            yield node.id, {"text": node.name, "now": None, "planned": None, "evidence": [], "note": ""}


def _values(scheme: Scheme) -> Iterator[tuple[str, Any]]:
    read_by = readers(scheme)
    for name, quantity in scheme.standard.reported.items():
        needed = conditions(quantity) if read_by[name] else f"{conditions(quantity)}；这里不计分，可以不填"
        yield name, {"text": f"{quantity.label}（{needed}）", "value": None, "evidence": [], "note": ""}
