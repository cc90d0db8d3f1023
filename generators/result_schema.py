"""What a result looks like, for one scheme: its very nodes, levels, names and classes.

In: a scheme. Out: a JSON Schema, as data, of what `ctmm_dsl.score` gives as JSON: a result, or the bounds of an unfinished
assessment.
"""

from __future__ import annotations

from itertools import groupby

from ctmm_dsl.model import LAYERS, Node, Scheme
from generators.json_schema import (
    BOOLEAN,
    DIALECT,
    TEXT,
    Schema,
    closed,
    listing,
    one_of,
    ref,
    told,
)
from generators.naming import layer_names

SUBJECT: Schema = {
    "description": '被评估的城市，如 {"name": "某市"}',
    "type": "object",
    "additionalProperties": TEXT,
}

EXACT_SCORE = r"^(0|[1-9][0-9]*)(/([2-9]|[1-9][0-9]+))?$"
FRACTION = r"^[1-9][0-9]*/([2-9]|[1-9][0-9]+)$"
SHOWN = r"^[<>]?(0|[1-9][0-9]*)\.[0-9]{2}$"


def result_schema(scheme: Scheme) -> Schema:
    """The schema of `score.as_json` and `score.bounds_as_json` for this scheme."""
    return {
        "$schema": DIALECT,
        "title": f"{scheme.standard.name}　评估结果",
        "$comment": f"A result by {scheme.id}, or the bounds of an assessment with missing answers.",
        "description": "评估结果；答案未齐时为结果的下限和上限。",
        "oneOf": [ref("result"), ref("bounds")],
        "$defs": {
            "result": _result(scheme),
            "bounds": _bounds(scheme),
            "level": one_of([0, *(level.number for level in scheme.standard.levels)], "等级；0 为未达到一级"),
            "score": closed(
                "得分",
                {
                    "exact": {"description": "精确得分：整数或最简分数 p/q", "type": "string", "pattern": EXACT_SCORE},
                    "shown": {
                        "description": "四舍五入到两位，仅供显示；若因此会与界限相同，前加 > 或 <",
                        "type": "string",
                        "pattern": SHOWN,
                    },
                },
            ),
            "domains": _group(scheme, scheme.standard.domains),
        },
    }


def _head(scheme: Scheme) -> dict[str, Schema]:
    profile: dict[str, Schema] = {"profile": told({"const": scheme.id}, "剖面")} if scheme.profile else {}
    return {
        "standard": told({"const": scheme.standard.id}, "标准"),
        "edition": told({"const": scheme.standard.edition}, "标准的版本"),
        **profile,
        "subject": SUBJECT,
    }


def _result(scheme: Scheme) -> Schema:
    fields = {
        **_head(scheme),
        "level": ref("level"),
        "level_name": told({"type": ["string", "null"]}, "等级名称"),
        "class": told({"type": ["string", "null"]}, "城市类别"),
        "levels": _levels(scheme),
    }
    return closed("评估结果", fields, optional=("subject",)) | {"oneOf": _verdicts(scheme)}


def _verdicts(scheme: Scheme) -> list[Schema]:
    """Each level with the name and the class that belong to it; below the first there is neither."""
    standard = scheme.standard
    rows: list[tuple[int, str | None, str | None]] = [(0, None, None)]
    for level in standard.levels:
        held = next((row.name for row in standard.classes if row.first <= level.number <= row.last), None)
        rows.append((level.number, level.name, held))
    return [
        {"properties": {"level": {"const": number}, "level_name": {"const": name}, "class": {"const": held}}}
        for number, name, held in rows
    ]


def _levels(scheme: Scheme) -> Schema:
    """Every level in order, also those above the one that is reached."""
    described = "各等级的得分，包括未达到的等级"
    levels = [
        closed(
            f"等级 {level.number}",
            {
                "level": {"const": level.number},
                "score": ref("score"),
                "passes": told(BOOLEAN, "仅看本等级，得分是否符合"),
                "reached": told(BOOLEAN, "是否达到本等级"),
                **({"domains": ref("domains")} if scheme.standard.domains else {}),
            },
        )
        for level in scheme.standard.levels
    ]
    if not levels:
        return {"description": described, "type": "array", "maxItems": 0}
    return {
        "description": described,
        "type": "array",
        "prefixItems": levels,
        "items": False,
        "minItems": len(levels),
    }


def _bounds(scheme: Scheme) -> Schema:
    missing = listing(one_of(scheme.standard.clauses), "尚未作答的条款")
    fields = {
        **_head(scheme),
        "partial": {"const": True},
        "missing": {**missing, "uniqueItems": True},
        "level": closed("等级的下限和上限", {"lower": ref("level"), "upper": ref("level")}),
        "lower": told(ref("result"), "未答条款都按最低分计的结果"),
        "upper": told(ref("result"), "未答条款都按最高分计的结果"),
    }
    return closed("答案未齐时的下限和上限", fields, optional=("subject",))


def _group(scheme: Scheme, nodes: tuple[Node, ...]) -> Schema:
    return closed(
        layer_names(scheme.standard, (node.layer for node in nodes)), {node.id: _node(scheme, node) for node in nodes}
    )


def _node(scheme: Scheme, node: Node) -> Schema:
    """The score of a node; a leaf also has the number of clauses counted and the sum of their points."""
    fields: dict[str, Schema] = {"score": ref("score")}
    if not node.children:
        fields["clauses"] = one_of(_counted(scheme, node), "计入的条款数量 M")
        fields["points"] = {
            "description": "计入条款的得分之和",
            "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": FRACTION}],
        }
    by_layer = sorted(node.children, key=lambda child: child.layer)
    for layer, children in groupby(by_layer, key=lambda child: child.layer):
        fields[f"{LAYERS[layer]}s"] = _group(scheme, tuple(children))
    return closed(node.name, fields)


def _counted(scheme: Scheme, node: Node) -> list[int]:
    """How many clauses of a leaf each level counts."""
    levels = [level.number for level in scheme.standard.levels]
    return [
        sum(clause.level == level or (scheme.method.cumulative and clause.level < level) for clause in node.own_clauses)
        for level in levels
    ]
