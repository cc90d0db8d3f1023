"""What a result looks like, for one scheme: its very nodes, levels, names and classes.

In: a scheme. Out: a JSON Schema, as data, of what `ctmm_dsl.score.as_json` gives: a result, or the bounds of an unfinished assessment.
"""

from __future__ import annotations

from ctmm_dsl.model import Scheme
from generators.json_schema import BOOLEAN, DIALECT, TEXT, Schema, closed, listing, one_of, ref, told
from generators.quantity_words import readers
from generators.result_tree import RUBRIC_FIELDS, ResultTree, figure_definitions

SUBJECT: Schema = {
    "description": '被评估的城市，如 {"name": "某市"}',
    "type": "object",
    "additionalProperties": TEXT,
}


def result_schema(scheme: Scheme) -> Schema:
    """The schema of `as_json` and `bounds_as_json` for this scheme. An end of the bounds may lack what a result has: values of parts that
    cannot be computed, an end of a score."""
    whole, end = ResultTree(scheme), ResultTree(scheme, is_end=True)
    ends = {"end": _result(end)} if end.differs else {}
    return {
        "$schema": DIALECT,
        "title": f"{scheme.standard.name}　评估结果",
        "$comment": f"A result by {scheme.id}, or the bounds of an assessment with missing answers.",
        "description": "评估结果；答案未齐时为结果的下限和上限。",
        "oneOf": [ref("result"), ref("bounds")],
        "$defs": {
            "result": _result(whole),
            "bounds": _bounds(end, ref("end" if ends else "result")),
            **ends,
            **figure_definitions(scheme),
            **({"level": _level(scheme), "domains": whole.scored_domains()} if scheme.ladder else {}),
            **({"end_domains": end.scored_domains()} if scheme.ladder and ends else {}),
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


def _result(tree: ResultTree) -> Schema:
    """A level where clauses are assessed, a total where there are only formulas, a profile where there are rubrics."""
    scheme = tree.scheme
    standard = scheme.standard
    fields = _head(scheme)
    if scheme.ladder:
        fields |= {
            "level": ref("level"),
            "level_name": told({"type": ["string", "null"]}, "等级名称"),
            "class": told({"type": ["string", "null"]}, "城市类别"),
            "levels": _levels(tree),
        }
    elif standard.formulas:
        fields |= tree.whole("total", "总分")
    if standard.rubrics:
        counted = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
        fields |= RUBRIC_FIELDS
        fields["respondents"] = told(counted, "各群体的答者人数；没有写群体的为空名")
    fields |= tree.own_domains()
    verdicts = {"oneOf": _verdicts(scheme)} if scheme.ladder else {}
    return closed("评估结果", fields, optional=("subject", "respondents")) | verdicts


# ---- levels ----------------------------------------------------------------------------------------------------


def _level(scheme: Scheme) -> Schema:
    return one_of([0, *(level.number for level in scheme.standard.levels)], "等级；0 为未达到一级")


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


def _levels(tree: ResultTree) -> Schema:
    """Every level in order, also those above the one that is reached."""
    levels = [
        closed(
            f"等级 {level.number}",
            {
                "level": {"const": level.number},
                **tree.whole("score", "得分"),
                "passes": told(BOOLEAN, "仅看本等级，得分是否符合"),
                "reached": told(BOOLEAN, "是否达到本等级"),
                "domains": ref("end_domains" if tree.differs else "domains"),
            },
        )
        for level in tree.scheme.standard.levels
    ]
    return {
        "description": "各等级的得分，包括未达到的等级",
        "type": "array",
        "prefixItems": levels,
        "items": False,
        "minItems": len(levels),
    }


# ---- bounds ----------------------------------------------------------------------------------------------------


def _bounds(tree: ResultTree, end: Schema) -> Schema:
    scheme = tree.scheme
    fields = {
        **_head(scheme),
        "partial": {"const": True},
        "missing": _missing(scheme),
    }
    if scheme.ladder:
        fields["level"] = closed("等级的下限和上限", {"lower": ref("level"), "upper": ref("level")})
    elif scheme.standard.formulas:
        total = tree.whole("total", "总分")["total"]
        fields["total"] = closed("总分的下限和上限", {"lower": total, "upper": total})
    fields |= {
        "lower": told(end, "所缺的都按最低计的结果"),
        "upper": told(end, "所缺的都按最高计的结果"),
    }
    return closed("答案未齐时的下限和上限", fields, optional=("subject",))


def _missing(scheme: Scheme) -> Schema:
    """What is asked for and not there: clauses, rubrics, quantities that a calculation reads."""
    standard = scheme.standard
    needed = [name for name, nodes in readers(scheme).items() if nodes]
    names = [*standard.clauses, *standard.rubrics, *needed]
    told_once = {"uniqueItems": True} if len(set(names)) == len(names) else {}
    return {**listing(one_of(names), "尚未作答的条款和指标，尚未填写的数据项"), **told_once}
