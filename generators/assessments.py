"""What a city fills in, and what comes back: the forms of both, for every scheme.

In: an edition. Out, for each scheme: `assessment.schema.json`, `assessment.blank.json` and `result.schema.json`. The schema of
an assessment describes a file that may still be in work: answers may be missing. Whether all are there is for the scorer to say, which
names those that are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctmm_dsl.model import Clause, Node, Scheme
from generators.artefact import Artefact, Edition
from generators.json_schema import DIALECT, TEXT, Schema, closed, listing, one_of, or_null, ref, told
from generators.naming import level_title
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


def assessment_schema(scheme: Scheme) -> Schema:
    """A JSON Schema that accepts what `ctmm_dsl.assessment.read_assessment` accepts with `partial`, for this scheme."""
    standard = scheme.standard
    titles = {level.number: level_title(level) for level in standard.levels}
    answers = {
        clause.id: {
            "title": f"{' / '.join(node.name for node in path)}　{titles[clause.level]}",
            "description": clause.text,
            **ref("answer"),
        }
        for path, clause in _clauses(standard.domains, ())
    }
    fields = {
        "standard": told({"const": standard.id}, "标准"),
        "edition": told({"const": standard.edition}, "标准的版本"),
        "profile": told({"const": scheme.id}, "计分所用的剖面或标准"),
        "subject": SUBJECT,
        "date": told(TEXT, "评估日期"),
        "answers": closed("各条款的答案；未答的条款可以暂缺，计分时必须齐全", answers, optional=answers),
    }
    return {
        "$schema": DIALECT,
        "title": f"{standard.name}　评估文件",
        "$comment": f"An assessment by {scheme.id}. Answers may be missing here; the scorer names those that are.",
        **closed(
            "城市填写的评估文件。不认识的条款标识和字段都是错误。",
            fields,
            optional=("profile", "subject", "date"),
        ),
        "$defs": {"code": _code(scheme), "answer": _answer()},
    }


def _code(scheme: Scheme) -> Schema:
    """An answer by its code or its label."""
    rows = scheme.scale.answers
    words = "；".join(f"{row.code} 即“{row.label}”" for row in rows)
    return one_of([word for row in rows for word in (row.code, row.label)], f"{scheme.scale.name or '答案'}：{words}")


def _answer() -> Schema:
    fields = {
        "answer": or_null(ref("code"), "答案；null 为尚未作答"),
        "evidence": listing(TEXT, "证明材料"),
        "note": told(TEXT, "说明"),
        "text": told(TEXT, "条款正文，便于填写；不参与计分"),
    }
    return {"anyOf": [ref("code"), {"type": "null"}, closed("答案及其证明材料", fields, optional=fields)]}


def _blank(scheme: Scheme) -> dict[str, Any]:
    """An assessment with every clause and no answer yet."""
    standard = scheme.standard
    return {
        "standard": standard.id,
        "edition": standard.edition,
        **({"profile": scheme.id} if scheme.profile else {}),
        "subject": {"name": ""},
        "date": "",
        "answers": {
            clause.id: {"text": clause.text, "answer": None, "evidence": [], "note": ""}
            for _, clause in _clauses(standard.domains, ())
        },
    }


def _clauses(nodes: tuple[Node, ...], above: tuple[Node, ...]) -> Iterator[tuple[tuple[Node, ...], Clause]]:
    """Every clause with the nodes that it stands under, in the document's order."""
    for node in nodes:
        path = (*above, node)
        for clause in node.own_clauses:
            yield path, clause
        yield from _clauses(node.children, path)
