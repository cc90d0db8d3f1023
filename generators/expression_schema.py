"""What `model.json` holds of quantities and calculations, as parts of a JSON Schema.

In: the model's closed sets. Out: definitions, which stand beside `expression_json` field by field.
"""

from __future__ import annotations

from ctmm_dsl.expression.kinds import SPOKEN
from ctmm_dsl.model import COMPARISONS
from ctmm_dsl.model.expression import BASES, QUANTITY_KINDS
from generators.expression_json import TYPES
from generators.json_schema import BOOLEAN, NAME, TEXT, Schema, by_kind, closed, listing, one_of, or_null, ref, told
from generators.notes_schema import NOTED

MOST = or_null(ref("exact"), "最多得分；null 为不限 the most points that it gives; null: no cap")
POINTS = told(ref("exact"), "分值 points")


def expression_definitions() -> dict[str, Schema]:
    """Quantities, formula leaves, their calculations and expressions."""
    shapes = {**_plain(), **_logic(), **_tables()}
    return {
        "quantity": _quantity(),
        "formula": _formula(),
        "calculation": _calculation(),
        "interval": _interval(),
        "expression": by_kind(
            {name: ref(f"{name}_expression") for name in shapes},
            "算式树；kind 说明各节点是什么 an expression as a tree; `kind` says what each node is",
        ),
        **{f"{name}_expression": shape for name, shape in shapes.items()},
    }


def _quantity() -> Schema:
    option = closed("选项，由劣到优 an option, in rising order of merit", {"code": NAME, "label": TEXT, **NOTED})
    return closed(
        "数据项：城市各报一次，或由其他数据项算出 a quantity: reported once by a city, or computed from others",
        {
            "name": told(ref("id"), "代码 the name that assessments and expressions use"),
            "label": told(TEXT, "名称 its name in words"),
            "kind": one_of(QUANTITY_KINDS, "类别 its kind"),
            "unit": or_null(NAME, "计量单位 its unit"),
            "basis": one_of(BASES, "时点或时段 at a point in time, or over a period"),
            "range": or_null(ref("interval"), "写明的取值 its range as written"),
            "interval": or_null(
                ref("interval"),
                "可能的取值：写明的、类别许可的、算得出的 the numbers that it may be, by its range, its kind and what it is "
                "computed from; null: it is no number",
            ),
            "options": listing(option),
            "definition": or_null(ref("expression"), "算式；null 为由城市填报 what computes it; null: it is reported"),
            "within": or_null(ref("id"), "它是其一部分的数据项 a quantity that it is a part of, and never more than"),
            **NOTED,
        },
    )


def _formula() -> Schema:
    reading = closed(
        "对原文的另一种读法，可由剖面选用 another way to read the document, which a profile may choose",
        {"name": NAME, "label": TEXT, "calculation": ref("calculation"), **NOTED},
    )
    return closed(
        "按公式评估 assessed by a calculation over quantities",
        {
            "kind": {"const": "formula"},
            "data": told(TEXT, "数据要求 what is counted, in a few words"),
            "role": one_of(
                ("score", "deduct"), "得分，或从总分中扣分 points of 100, or points that are taken off the total"
            ),
            "calculation": told(ref("calculation"), "依原文的算法 as the document has it"),
            "readings": listing(reading),
        },
    )


def _calculation() -> Schema:
    part = closed(
        "命名的分项 b1、b2…… a named part",
        {
            "name": NAME,
            "label": told(TEXT, "名称，可为空 its name in words, or empty"),
            "type": one_of([TYPES.get(name, name) for name in SPOKEN if name != "unknown"], "类别 what it is"),
            "unit": or_null(NAME, "计量单位 its unit"),
            "body": ref("expression"),
            "range": or_null(
                ref("interval"), "可能的取值；null 为不是数 the range of its value; null: it is no number"
            ),
            "line": ref("line"),
        },
    )
    return closed(
        "算法 a calculation",
        {
            "parts": listing(part, "分项，先后为序 its parts; each reads only those before it"),
            "result": told(ref("expression"), "得出的分 what it comes to, in points"),
            "range": told(ref("interval"), "得分可能的取值 the range of the points"),
            "reads": listing(ref("id"), "须填报的数据项 the quantities that a city must report for it"),
            "line": ref("line"),
        },
    )


def _interval() -> Schema:
    end = or_null(ref("exact"), "端点；null 为无界 an end; null: without bound")
    is_open = told(BOOLEAN, "不含端点 whether the end itself is excluded")
    return closed("取值范围 a stretch of numbers", {"low": end, "low_open": is_open, "high": end, "high_open": is_open})


# ---- expressions -----------------------------------------------------------------------------------------------


def _shape(kind: str, description: str, fields: dict[str, Schema]) -> dict[str, Schema]:
    return {kind: closed(description, {"kind": {"const": kind}, **fields})}


def _plain() -> dict[str, Schema]:
    expression = ref("expression")
    return {
        **_shape(
            "number",
            "数 a number",
            {
                "value": ref("exact"),
                "percent": told(BOOLEAN, "以百分数书写 written in per cent; `value` is a part of one"),
            },
        ),
        **_shape("quantity", "数据项的值 the value of a quantity", {"name": ref("id")}),
        **_shape("part", "分项的值 the value of a part", {"name": ref("id")}),
        **_shape(
            "arithmetic",
            "加减乘除 a sum, difference, product or quotient",
            {
                "operator": one_of(("+", "-", "*", "/")),
                "left": expression,
                "right": expression,
                "empty": or_null(
                    expression, "除数为零时的值 what a division by zero gives, where the document says so"
                ),
            },
        ),
        **_shape(
            "extreme",
            "取小或取大 the smallest or the greatest",
            {"operator": one_of(("min", "max")), "of": listing(expression, least=1)},
        ),
    }


def _logic() -> dict[str, Schema]:
    expression = ref("expression")
    return {
        **_shape(
            "conditional",
            "条件 if … then … else",
            {"condition": expression, "then": expression, "otherwise": expression},
        ),
        **_shape(
            "comparison",
            "比较 a comparison",
            {"operator": one_of(COMPARISONS), "left": expression, "right": expression},
        ),
        **_shape(
            "junction", "且、或 and, or", {"operator": one_of(("and", "or")), "left": expression, "right": expression}
        ),
        **_shape("negation", "非 not", {"of": expression}),
    }


def _tables() -> dict[str, Schema]:
    bound = closed(
        "写明的界限 a bound as written", {"operator": one_of(COMPARISONS), "value": ref("exact"), "percent": BOOLEAN}
    )
    step = closed(
        "一档 a step",
        {
            "bounds": {**listing(bound, least=1), "maxItems": 2},
            "interval": told(ref("interval"), "适用的取值 the values that it holds for"),
            "points": POINTS,
            "line": ref("line"),
        },
    )
    entry = closed(
        "清单的一项 an entry: points for a flag, or for each of a count",
        {
            "quantity": ref("id"),
            "points": POINTS,
            "gate": told(BOOLEAN, "必备：不满足则整个清单不得分 where it is unmet the whole list gives nothing"),
            "most": MOST,
            "line": ref("line"),
        },
    )
    option = closed("选项的分值 the points of an option", {"option": NAME, "points": POINTS})
    return {
        **_shape(
            "per_item", "每项计分 points for each of a count", {"quantity": ref("id"), "points": POINTS, "most": MOST}
        ),
        **_shape(
            "tier",
            "分档：首个适用的档 the points of the first step that holds",
            {
                "subject": ref("expression"),
                "steps": listing(step),
                "otherwise": or_null(ref("exact"), "其余 the points where none holds"),
            },
        ),
        **_shape("checklist", "清单 a checklist", {"entries": listing(entry), "most": MOST}),
        **_shape(
            "choose",
            "择一 the points of the option that was chosen",
            {"quantity": ref("id"), "options": listing(option)},
        ),
    }
