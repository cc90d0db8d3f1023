"""What `model.json` holds, as a JSON Schema: the same for every document of every spec.

In: the model's closed sets (layers, relations, kinds …). Out: the schema, as data. It stands beside `model_json`, field by field;
every object is closed and every field is there, so that a reader never asks whether a field may be missing.
"""

from __future__ import annotations

from ctmm_dsl.model import LAYERS, MATCHES
from generators.json_schema import (
    BOOLEAN,
    DIALECT,
    NAME,
    TEXT,
    Schema,
    closed,
    listing,
    one_of,
    or_null,
    ref,
    told,
)
from generators.notes_schema import NOTED
from generators.scoring_schema import scoring_definitions
from generators.tree_schema import tree_definitions

FILE = "model.schema.json"

FACTS = {
    "edition": "版本 the edition, as assessments name it",
    "number": "标准号 the standard's number",
    "plan": "计划号 the number of the plan it is drafted under",
    "published": "发布日期 as printed",
    "effective": "实施日期 as printed",
    "issuer": "发布机构 who issues it",
    "status": "地位 whose word a profile is",
}
"""The fields of a document's heading. What its heading says of layers and of other standards stands in fields of its own, resolved."""

CONVENTIONS = (
    "规范模型的全部内容 The whole of one document of the spec. Conventions: a number that need not be whole (a weight, points, "
    "a threshold, a figure) is a string holding an integer or p/q in lowest terms, and is exact; a share is a part of one "
    "(1/5 is 20%). Numbers that count or name (levels, lines, totals) are integers. Every field is always there, but for the facts of "
    "the heading; null, an empty text or an empty list says that the document has none. `line` is the 1-based line in `file`. "
    "Lists are in the document's order."
)


def schema() -> Schema:
    """The schema of `model.json`."""
    return {
        "$schema": DIALECT,
        "title": "model.json",
        "description": CONVENTIONS,
        "oneOf": [ref("standard"), ref("profile"), ref("crosswalk")],
        "$defs": {
            "standard": _standard(),
            "profile": _profile(),
            "crosswalk": _crosswalk(),
            **_prose(),
            **scoring_definitions(),
            **tree_definitions(),
        },
    }


def _document(kind: str) -> dict[str, Schema]:
    return {
        "$schema": {"const": FILE},
        "kind": {"const": kind},
        "id": ref("id"),
        "file": told(NAME, "源文件名（不含路径） the name of the source file, without its folder"),
    }


def _facts() -> Schema:
    facts = {name: told(TEXT, words) for name, words in FACTS.items()}
    return closed("标准首部所记的项目 the fields of the heading, as written", facts, optional=facts)


def _standard() -> Schema:
    return closed(
        "标准 a standard",
        {
            **_document("standard"),
            "name": told(TEXT, "名称 its name"),
            "facts": _facts(),
            "layers": listing(TEXT, "各层的名称，由外到内 its own names for the tree's layers, outermost first"),
            "superset": or_null(ref("id"), "它是其子集的标准 the standard that this one is a part of"),
            "levels": listing(ref("level"), "成熟度等级 its levels, lowest first"),
            "classes": listing(ref("class"), "城市类别 its classes of cities"),
            "scale": or_null(ref("scale")),
            "method": or_null(ref("method")),
            "expectations": listing(ref("expectation"), "应有的条数 the counts that it is held to"),
            "metrics": listing(ref("metric"), "条款可用的指标 every metric its clauses may name, inherited ones first"),
            "quantities": listing(ref("quantity"), "数据项 the quantities that its calculations read"),
            "columns": listing(
                ref("column"), "级别一般定义的各列 the columns of the general definitions of its levels"
            ),
            "documents": listing(ref("document"), "支撑文件 documents that help, or are about the same"),
            "chapters": listing(ref("chapter"), "正文各章 its prose"),
            "terms": listing(ref("term"), "术语 its terms"),
            "abbreviations": listing(ref("abbreviation"), "缩略语 its abbreviations"),
            "of_total": told(
                BOOLEAN,
                "写明的权重是否占总体（最内层仍占上级） whether weights are written as parts of the whole, but for the innermost layer's",
            ),
            "weights": ref("weights"),
            "domains": listing(ref("node"), "能力域及其下各层 the tree"),
            "allows": ref("allows"),
            **NOTED,
        },
    )


def _profile() -> Schema:
    row = closed(
        "写明的权重 a weight as written",
        {"node": ref("id"), "weight": ref("share"), "line": ref("line")},
    )
    reading = closed(
        "选用的读法 a reading that is chosen",
        {"node": ref("id"), "reading": told(TEXT, "该指标的一种读法 a reading of that leaf"), "line": ref("line")},
    )
    return closed(
        "剖面：给标准加上的权重 a profile: weights laid over a standard",
        {
            **_document("profile"),
            "name": told(TEXT, "名称 its name, or empty"),
            "facts": _facts(),
            "standard": told(ref("id"), "所用的标准 the standard that it is a profile of"),
            "scoring": or_null(ref("id"), "评分尺度和方法取自 whose scale, and whose method unless it has its own"),
            "method": or_null(ref("method"), "自有的计算方法 a method of its own"),
            "rows": listing(row, "写明的权重 the weights that it writes down"),
            "equal": listing(
                one_of(("total", *LAYERS)),
                "在这些层之内等权 the layers within which all children weigh alike; total: the domains do",
            ),
            "weights": ref("weights"),
            "readings": listing(reading, "选用的读法 the readings of the document that it chooses"),
            "allows": ref("allows"),
            **NOTED,
        },
    )


def _crosswalk() -> Schema:
    row = closed(
        "一行对照 a row",
        {
            "subject": told(ref("id"), "前一标准的节点 a node of the first standard"),
            "relation": one_of(
                (*MATCHES, "none"), "关系 how the second relates to it; none: looked at, there is nothing"
            ),
            "target": or_null(ref("id"), "后一标准的节点 a node of the second standard"),
            "pins": listing(
                {"type": "string", "pattern": "^[0-9a-f]{8}$"},
                "所据文本的摘要 digests of the texts that it was judged on, of both ends; none: not pinned",
            ),
            "reason": told(TEXT, "理由 why"),
            **NOTED,
        },
    )
    return closed(
        "两个标准的对照 a crosswalk from one standard to another",
        {
            **_document("crosswalk"),
            "source": told(ref("id"), "前一标准 the first standard"),
            "target": told(ref("id"), "后一标准 the second standard"),
            "rows": listing(row),
            "allows": ref("allows"),
            **NOTED,
        },
    )


def _prose() -> dict[str, Schema]:
    english = told(TEXT, "英文 in English, or empty")
    return {
        "chapter": closed(
            "一章 a stretch of prose",
            {
                "kind": one_of(("section", "references", "bibliography")),
                "number": told(TEXT, "章号 its number, or empty"),
                "title": told(TEXT, "标题 its title, or empty"),
                "paragraphs": listing(ref("paragraph")),
                **NOTED,
            },
        ),
        "paragraph": closed(
            "段落、列项或图 a paragraph, an entry of a list, or a figure",
            {"kind": one_of(("text", "entry", "figure")), "label": TEXT, "text": TEXT, **NOTED},
        ),
        "term": closed(
            "术语 a term and its definition",
            {"number": TEXT, "name": TEXT, "english": english, "paragraphs": listing(ref("paragraph")), **NOTED},
        ),
        "abbreviation": closed("缩略语 an abbreviation", {"short": TEXT, "name": TEXT, "english": english, **NOTED}),
    }
