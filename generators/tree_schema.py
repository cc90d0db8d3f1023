"""What `model.json` holds of a tree, as parts of a JSON Schema: nodes, clauses, notes, numbers.

In: the model's closed sets. Out: the definitions that `model_schema` gathers. They stand beside `tree_json`, field by field.
"""

from __future__ import annotations

from ctmm_dsl.model import COMPARISONS, LAYERS, RELATIONS
from generators.json_schema import (
    BOOLEAN,
    EXACT,
    NAME,
    TEXT,
    Schema,
    closed,
    listing,
    one_of,
    or_null,
    ref,
    told,
    whole,
)

NOTED: dict[str, Schema] = {
    "remarks": ref("remarks"),
    "errata": ref("errata"),
    "line": ref("line"),
}
"""What stands at the end of everything that can have notes."""


def tree_definitions() -> dict[str, Schema]:
    """Nodes, clauses, their origins and figures; notes; numbers and names."""
    return {"node": _node(), **_leaves(), **_clause(), **_notes(), **_values()}


def _node() -> Schema:
    motto = closed(
        "特征语 what it is like at a level, in a few words", {"level": ref("number"), "text": TEXT, "line": ref("line")}
    )
    caption = closed("所在的表 the table that lays it out", {"number": TEXT, "text": TEXT, "line": ref("line")})
    node = closed(
        "节点 a node of the tree; it has children or a leaf, never both",
        {
            "id": ref("id"),
            "layer": one_of(LAYERS, "所在的层 its layer; the standard's own names are in `layers`"),
            "name": told(TEXT, "名称 its name"),
            "weight": or_null(ref("share"), "在上级中的权重 its part of its parent"),
            "place": or_null(TEXT, "章条号 its clause number in the document"),
            "table": or_null(caption),
            "mottos": listing(motto),
            "leaf": or_null({"oneOf": [ref("clauses"), ref("concept")]}, "如何评估 how it is assessed"),
            "children": listing(ref("node")),
            **NOTED,
        },
    )
    node["oneOf"] = [
        {"properties": {"children": {"minItems": 1}, "leaf": {"type": "null"}}},
        {"properties": {"children": {"maxItems": 0}, "leaf": {"type": "object"}}},
    ]
    return node


def _leaves() -> dict[str, Schema]:
    cell = closed(
        "一个等级的条款 what it asks at a level", {"level": ref("number"), "clauses": listing(ref("clause"), least=1)}
    )
    return {
        "clauses": closed(
            "按条款评估 assessed by clauses", {"kind": {"const": "clauses"}, "cells": listing(cell, least=1)}
        ),
        "concept": closed("只作概念，不评估 a name that others refer to", {"kind": {"const": "concept"}}),
    }


def _clause() -> dict[str, Schema]:
    return {
        "clause": closed(
            "条款 a clause",
            {
                "id": ref("id"),
                "level": ref("number"),
                "label": or_null(
                    {"type": "string", "pattern": "^[a-z]+\\)$"}, "文件所印的标号 its letter, where one is printed"
                ),
                "text": told(TEXT, "条款正文 its text, character for character"),
                "origins": listing(ref("origin"), "来源 where it comes from in the superset"),
                "requirements": listing(ref("requirement"), "量化要求 the figures that it demands"),
                **NOTED,
            },
        ),
        "origin": closed(
            "来源 an origin",
            {
                "relation": one_of((*RELATIONS, "none"), "与来源的关系; none: the superset has no such clause"),
                "target": or_null(
                    ref("id"), "来源条款，带标准标识 the clause it comes from, with its standard: ctmm:AR.1.1/1a"
                ),
                "reason": told(TEXT, "无来源的理由 why there is none"),
                "line": ref("line"),
            },
        ),
        "requirement": closed(
            "量化要求：指标应在 low 与 high 之间或与之比较 a figure; low and high are equal but for a range",
            {
                "metric": told(TEXT, "指标 a metric of `metrics`"),
                "operator": one_of(COMPARISONS),
                "low": ref("exact"),
                "high": ref("exact"),
                "percent": told(
                    BOOLEAN, "以百分数书写 whether it is written in per cent; low and high are then parts of one"
                ),
                "figures": listing(TEXT, "原样数字 the figures as written", least=1),
                "line": ref("line"),
            },
        ),
    }


def _notes() -> dict[str, Schema]:
    remark = closed(
        "备注 a note in words",
        {
            "kind": one_of(("en", "source", "note", "see"), "英文、出处、说明或参见"),
            "text": TEXT,
            "target": or_null(ref("id"), "参见的对象 what a `see` points to"),
            "line": ref("line"),
        },
    )
    erratum = closed(
        "勘误：这里的文字是更正 an erratum: the text here is the correction",
        {"printed": told(TEXT, "原文印作 what the source prints"), "reason": TEXT, "line": ref("line")},
    )
    allow = closed(
        "容许的检查发现 a finding that is known and stays",
        {
            "code": {"type": "string", "pattern": "^CT[0-9]{4}$"},
            "reason": TEXT,
            "first_line": told(ref("line"), "它所及的范围 the stretch that it covers"),
            "last_line": ref("line"),
            "line": ref("line"),
        },
    )
    return {"remarks": listing(remark), "errata": listing(erratum), "allows": listing(allow)}


def _values() -> dict[str, Schema]:
    return {
        "id": told(NAME, "标识符 an identifier"),
        "number": whole(0, "等级 a level's number"),
        "line": whole(1, "行号 1-based"),
        "exact": {"description": "精确数：整数或 p/q an exact number", "type": "string", "pattern": EXACT},
        "share": {"description": "占比，1/5 即 20% a part of one", "type": "string", "pattern": EXACT},
    }
