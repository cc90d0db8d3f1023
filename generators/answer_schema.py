"""Answers to clauses and to rubrics, as parts of a JSON Schema.

In: a scheme. Out: a property for each clause and each rubric, and the definitions that they share. They accept what
`ctmm_dsl.assessment.answers` accepts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.model import Descriptor, Scheme
from generators.json_schema import TEXT, Schema, closed, listing, one_of, or_null, ref, told
from generators.naming import level_title

AROUND: dict[str, Schema] = {
    "evidence": listing(TEXT, "证明材料"),
    "note": told(TEXT, "说明"),
    "text": told(TEXT, "所答的是什么，便于填写；不参与计分"),
}
"""The fields that may stand around an answer."""


def answer_properties(scheme: Scheme) -> dict[str, Schema]:
    """A property for each clause and each rubric, in the document's order."""
    return dict(_properties(scheme))


def _properties(scheme: Scheme) -> Iterator[tuple[str, Schema]]:
    standard = scheme.standard
    titles = {level.number: level_title(level) for level in standard.levels}
    for path in standard.leaf_paths():
        node, place = path[-1], " / ".join(node.name for node in path)
        for clause in node.own_clauses:
            title = f"{place}　{titles[clause.level]}"
            yield clause.id, {"title": title, "description": clause.text, **ref("answer")}
        if node.id in standard.rubrics:
            yield node.id, _rubric_property(place, standard.rubrics[node.id].descriptors)


def _rubric_property(place: str, descriptors: tuple[Descriptor, ...]) -> Schema:
    rows = (
        f"{row.level} {row.text}" + (f"（另须达到 {row.builds_on}）" if row.builds_on is not None else "")
        for row in descriptors
    )
    return {"title": place, "description": "\n".join(rows), **ref("rubric")}


def respondents(scheme: Scheme) -> Schema:
    """Several people's answers to the rubrics."""
    answers = {node: ref("rubric") for node in scheme.standard.rubrics}
    fields = {
        "name": told(TEXT, "答者"),
        "group": told(TEXT, "所属的群体；按它比较看法的差异"),
        "answers": closed("该答者的答案，只答所知的", answers, optional=answers),
    }
    one = closed("一名答者", fields, optional=("name", "group"))
    return listing(one, "几名答者分别作答时用它，各项等级便不再写在 answers 里")


def answer_definitions(scheme: Scheme) -> dict[str, Schema]:
    return {
        **(_clauses(scheme) if scheme.standard.clauses else {}),
        **(_rubrics(scheme) if scheme.standard.rubrics else {}),
    }


def _clauses(scheme: Scheme) -> dict[str, Schema]:
    """An answer to a clause, by its code or its label."""
    assert scheme.scale
    rows = scheme.scale.answers
    words = "；".join(f"{row.code} 即“{row.label}”" for row in rows)
    code = one_of([word for row in rows for word in (row.code, row.label)], f"{scheme.scale.name or '答案'}：{words}")
    fields = {"answer": or_null(ref("code"), "答案；null 为尚未作答"), **AROUND}
    whole = closed("答案及其证明材料", fields, optional=fields)
    return {"code": code, "answer": {"anyOf": [ref("code"), {"type": "null"}, whole]}}


def _rubrics(scheme: Scheme) -> dict[str, Schema]:
    """An answer to a rubric: a level now, and one that is planned."""
    levels = scheme.standard.levels
    words = "；".join(f"{level.number} {level.name}" for level in levels)
    level = one_of((level.number for level in levels), f"等级：{words}")
    fields = {
        "now": or_null(ref("level"), "现在的等级；null 为尚未作答"),
        "planned": or_null(ref("level"), "计划达到的等级；null 为尚未作答"),
        **AROUND,
    }
    return {"level": level, "rubric": or_null(closed("现在的和计划的等级，及其证明材料", fields, optional=fields))}
