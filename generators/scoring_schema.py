"""What `model.json` holds of levels, scale, method, general definitions and counts, as parts of a JSON Schema.

In: the model's closed sets. Out: definitions, which stand beside `model_json` field by field.
"""

from __future__ import annotations

from ctmm_dsl.model import KINDS, LAYERS
from generators.json_schema import BOOLEAN, TEXT, Schema, closed, listing, one_of, or_null, ref, told, whole
from generators.notes_schema import NOTED


def scoring_definitions() -> dict[str, Schema]:
    answer = closed(
        "一个答案 an answer",
        {
            "code": told(TEXT, "代码 what an assessment writes"),
            "label": told(TEXT, "名称 or writes instead"),
            "points": told(ref("exact"), "得分 of 100"),
            "rules": listing(TEXT, "评定规则 when to give it"),
            "line": ref("line"),
        },
    )
    return {
        "level": closed(
            "成熟度等级 a level",
            {"number": ref("number"), "name": TEXT, "motto": TEXT, "text": told(TEXT, "总体特征"), **NOTED},
        ),
        "class": closed(
            "城市类别 a class of cities",
            {"name": TEXT, "first": ref("number"), "last": ref("number"), "line": ref("line")},
        ),
        "scale": closed(
            "评分尺度 the answers that there are",
            {"name": TEXT, "answers": listing(answer, least=2), "line": ref("line")},
        ),
        "method": _method(),
        "weights": {
            "description": "各节点在上级中的权重 the part of its parent that every node that weighs has, as far as it is known",
            "type": "object",
            "propertyNames": ref("id"),
            "additionalProperties": ref("share"),
        },
        **_held_to(),
    }


def _method() -> Schema:
    median = one_of(("low", "high"), "偶数时取中间两个中较低或较高的 which of the two in the middle is taken")
    ladder = closed(
        "条款怎样得出等级 how clauses become a level",
        {
            "cumulative": told(BOOLEAN, "累计 a level counts its own clauses and those of all levels below it"),
            "strict": told(BOOLEAN, "须高于界限 the threshold itself is not enough"),
            "threshold": told(ref("exact"), "界限 the score that decides, of 100"),
            "one_by_one": told(BOOLEAN, "逐级 a level counts only where every level below it is reached"),
        },
    )
    summary = closed(
        "量规怎样汇总：取中位数 how answers to rubrics are put together: by a median",
        {
            "respondents": told(median, "多名答者对同一项 several respondents to one item"),
            "leaves": told(median, "若干项合为一个数 several items as a single figure"),
        },
    )
    return closed(
        "计算方法：每类末级节点的规则；null 或 false 为没有 the rules of each kind of leaf; null or false where there are none",
        {
            "ladder": or_null(ladder),
            "formulas": told(BOOLEAN, "公式得分加权求和 formulas: weighted sums"),
            "less_deductions": told(BOOLEAN, "再减去扣分 less what is deducted"),
            "summary": or_null(summary),
            "line": ref("line"),
        },
    )


def _held_to() -> dict[str, Schema]:
    return {
        "metric": closed(
            "指标 a metric",
            {
                "name": TEXT,
                "label": TEXT,
                "kind": one_of(KINDS, "占比、数量或分值"),
                "declared_in": told(
                    ref("id"),
                    "由哪个标准声明；line 指该标准的文件 the standard that declares it; `line` is a line of that one's file",
                ),
                **NOTED,
            },
        ),
        "column": closed(
            "级别一般定义的一列 a column of the general definitions of the levels",
            {"id": ref("id"), "name": TEXT, "rows": listing(ref("descriptor")), **NOTED},
        ),
        "document": closed(
            "别的文件 a document that is none of ours, and what it is about", {"name": ref("id"), "text": TEXT, **NOTED}
        ),
        "expectation": closed(
            "应有的条数 a count that the standard is held to",
            {
                "counted": one_of((*(f"{layer}s" for layer in LAYERS), "clauses", "quantities")),
                "node": or_null(ref("id"), "在其中计数 counted within it; null: in the whole"),
                "total": whole(0),
                "parts": listing(whole(0), "各等级 for each level, or empty"),
                "line": ref("line"),
            },
        ),
    }
