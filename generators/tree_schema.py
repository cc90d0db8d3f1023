"""What `model.json` holds of a tree, as parts of a JSON Schema: nodes, and every kind of leaf.

In: the model's closed sets. Out: the definitions that `model_schema` gathers. They stand beside `tree_json`, field by field.
"""

from __future__ import annotations

from ctmm_dsl.model import COMPARISONS, LAYERS, RELATIONS
from generators.expression_schema import expression_definitions
from generators.json_schema import BOOLEAN, TEXT, Schema, by_kind, closed, listing, one_of, or_null, ref, told
from generators.notes_schema import NOTED, note_definitions

LEAVES = ("clauses", "formula", "rubric", "concept")
"""The kinds of leaves, as their definitions are called."""


def tree_definitions() -> dict[str, Schema]:
    """Nodes, leaves, clauses, their origins and figures; calculations; notes; numbers and names."""
    return {
        "node": _node(),
        "support": _support(),
        **_leaves(),
        **_clause(),
        **expression_definitions(),
        **note_definitions(),
    }


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
            "weight": or_null(
                ref("share"),
                "写明的权重：占上级的；of_total 的标准中，最内层之外是占总体的 its weight as written: a part of its parent, or, in a "
                "standard whose weights are of the total, above the innermost layer a part of the whole",
            ),
            "place": or_null(TEXT, "章条号 its clause number in the document"),
            "table": or_null(caption),
            "mottos": listing(motto),
            "supports": listing(
                ref("support"), "有助于它的文件，与它相关的文件 documents that help with it or are about the same"
            ),
            "leaf": or_null(by_kind({kind: ref(kind) for kind in LEAVES}), "如何评估 how it is assessed"),
            "children": listing(ref("node")),
            **NOTED,
        },
    )
    node["oneOf"] = [
        {"properties": {"children": {"minItems": 1}, "leaf": {"type": "null"}}},
        {"properties": {"children": {"maxItems": 0}, "leaf": {"type": "object"}}},
    ]
    return node


def _support() -> Schema:
    return closed(
        "文件 a document that stands in relation to a node",
        {
            "kind": one_of(
                ("support", "relates"),
                "support 有助于它，relates 与它相关 it helps with the node, or a part of it is about the same",
            ),
            "document": told(ref("id"), "`documents` 中的名称 a name of `documents`"),
            "text": told(TEXT, "在这里的用处，可为空 what it does here, or empty"),
            **NOTED,
        },
    )


def _leaves() -> dict[str, Schema]:
    cell = closed(
        "一个等级的条款 what it asks at a level", {"level": ref("number"), "clauses": listing(ref("clause"), least=1)}
    )
    return {
        "clauses": closed(
            "按条款评估 assessed by clauses", {"kind": {"const": "clauses"}, "cells": listing(cell, least=1)}
        ),
        "rubric": closed(
            "按量规评估：最相符的等级 assessed by the level whose descriptor fits, now and planned",
            {
                "kind": {"const": "rubric"},
                "column": or_null(ref("id"), "适用的级别一般定义 a column of `columns`"),
                "descriptors": listing(ref("descriptor")),
            },
        ),
        "descriptor": closed(
            "一个等级的样子 what a level is like",
            {
                "level": ref("number"),
                "text": TEXT,
                "builds_on": or_null(ref("number"), "同时要达到的等级 a level that is met as well"),
                **NOTED,
            },
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
