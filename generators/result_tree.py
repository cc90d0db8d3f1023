"""The nodes of a result, as parts of its JSON Schema: scores, points that are deducted, levels now and planned.

In: a scheme. Out: the fields of every node, as `ctmm_dsl.score.as_json` gives them. A tree may hold clauses, formulas and rubrics;
where there are clauses, what is scored stands under each level, and rubrics stand in the result itself.
"""

from __future__ import annotations

from itertools import groupby

from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import LAYERS, Clauses, Formula, Node, Rubric, Scheme
from generators.json_schema import EXACT, Schema, closed, one_of, ref, told, whole
from generators.naming import layer_names

EXACT_SCORE = r"^(0|[1-9][0-9]*)(/([2-9]|[1-9][0-9]+))?$"
FRACTION = r"^[1-9][0-9]*/([2-9]|[1-9][0-9]+)$"
SHOWN = r"(0|[1-9][0-9]*)\.[0-9]{2}$"
SIGNED = rf"(-(?!0\.00$))?{SHOWN}"

NOW_AND_PLANNED: dict[str, Schema] = {
    "now": told(ref("standing"), "现在的等级"),
    "planned": told(ref("standing"), "计划的等级"),
    "gap": told(ref("gap"), "计划高出现在几级"),
}
RUBRIC_FIELDS: dict[str, Schema] = {
    **NOW_AND_PLANNED,
    "reached": told(ref("pair"), "各项都已达到的等级"),
    "profile": ref("profile"),
}
"""What several rubrics come to: a single figure, what all of them have reached, and how many stand at each level."""


class ResultTree:
    """The nodes of one scheme's results. `is_end`: of an end of the bounds of an unfinished assessment."""

    def __init__(self, scheme: Scheme, *, is_end: bool = False) -> None:
        self.scheme = scheme
        self.is_end = is_end
        self._calculations = {
            node.id: scheme.calculation(node) for node in scheme.standard.leaves() if isinstance(node.leaf, Formula)
        }
        ranges = Ranges()
        self._unbounded = {
            node
            for node, calculation in self._calculations.items()
            if (found := ranges.of(calculation.body)) is None or found.low is None or found.high is None
        }

    @property
    def differs(self) -> bool:
        """Whether an end may lack what a result has."""
        has_parts = any(calculation.parts for calculation in self._calculations.values())
        return self.is_end and (bool(self._unbounded) or has_parts)

    # ---- trees -----------------------------------------------------------------------------------------------------

    def scored_domains(self) -> Schema:
        """What stands under a level: all that is scored."""
        nodes = tuple(node for node in self.scheme.standard.domains if _is_scored(node))
        return self._group(nodes, scored=True, rubrics=False)

    def own_domains(self) -> dict[str, Schema]:
        """What stands in the result itself: where there are levels, rubrics alone."""
        scored = self.scheme.ladder is None
        nodes = [node for node in self.scheme.standard.domains if (scored and _is_scored(node)) or _has_rubrics(node)]
        return {"domains": self._group(tuple(nodes), scored=scored, rubrics=True)} if nodes else {}

    def _group(self, nodes: tuple[Node, ...], *, scored: bool, rubrics: bool) -> Schema:
        rows = {node.id: self._node(node, scored=scored, rubrics=rubrics) for node in nodes}
        return closed(layer_names(self.scheme.standard, (node.layer for node in nodes)), rows)

    def _node(self, node: Node, *, scored: bool, rubrics: bool) -> Schema:
        if shared := self._shared(node):
            return told(ref(shared), node.name)
        fields = self._scores(node) if scored else {}
        if rubrics and _has_rubrics(node):
            fields |= RUBRIC_FIELDS
        below = [
            child for child in node.children if (scored and _is_scored(child)) or (rubrics and _has_rubrics(child))
        ]
        for layer, children in groupby(sorted(below, key=lambda child: child.layer), key=lambda child: child.layer):
            fields[f"{LAYERS[layer]}s"] = self._group(tuple(children), scored=scored, rubrics=rubrics)
        return closed(node.name, fields, optional=("parts",) if self.is_end else ())

    def _shared(self, node: Node) -> str:
        """The definition that a leaf shares with all others of its kind, where it has nothing of its own."""
        match node.leaf:
            case Rubric():
                return "rubric"
            case Formula() if not self._calculations[node.id].parts and not self._is_open((node,)):
                return "deduction" if node.deducts else "formula"
            case _:
                return ""

    # ---- scores ----------------------------------------------------------------------------------------------------

    def whole(self, name: str, words: str) -> dict[str, Schema]:
        """The score of the whole; where points are deducted, also what there was before."""
        domains = self.scheme.standard.domains
        fields = {name: self._figure("score", domains, words)}
        if any(node.deducts for node in domains):
            fields |= {
                "scored": self._figure("number", domains, "扣分之前的得分", deducts=False),
                "deducted": self._figure("number", domains, "扣分", deducts=True),
            }
        return fields

    def _figure(self, kind: str, nodes: tuple[Node, ...], words: str, deducts: bool | None = None) -> Schema:
        """A number, or, at an end of the bounds, none where nothing bounds it. `deducts`: of leaves that deduct alone, or that do not."""
        figure: Schema = {"anyOf": [ref(kind), ref("unbounded")]} if self._is_open(nodes, deducts) else ref(kind)
        return told(figure, words) if words else figure

    def _is_open(self, nodes: tuple[Node, ...], deducts: bool | None = None) -> bool:
        return self.is_end and any(
            below.id in self._unbounded and deducts in (None, below.deducts) for node in nodes for below in node.walk()
        )

    def _scores(self, node: Node) -> dict[str, Schema]:
        """The score of a node, and what it deducts. A leaf also has what its score is made of: the number of clauses counted and the sum of
        their points, or the values of its parts."""
        fields: dict[str, Schema] = {}
        if node.weighs:
            fields["score"] = self._figure("score", (node,), "", deducts=False)
        if node.deducts:
            fields["deducted"] = self._figure("number", (node,), "扣分", deducts=True)
        match node.leaf:
            case Clauses():
                fields["clauses"] = one_of(self._counted(node), "计入的条款数量 M")
                fields["points"] = {
                    "description": "计入条款的得分之和",
                    "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": FRACTION}],
                }
            case Formula():
                parts = {part.name: _named(part.label) for part in self._calculations[node.id].parts}
                fields |= {"parts": closed("分项的值", parts)} if parts else {}
        return fields

    def _counted(self, node: Node) -> list[int]:
        """How many clauses of a leaf each level counts."""
        ladder = self.scheme.ladder
        return [
            sum(
                clause.level == level.number or bool(ladder and ladder.cumulative and clause.level < level.number)
                for clause in node.own_clauses
            )
            for level in self.scheme.standard.levels
        ]


def _named(label: str) -> Schema:
    return told(ref("number"), label) if label else ref("number")


def _is_scored(node: Node) -> bool:
    return node.weighs or node.deducts


def _has_rubrics(node: Node) -> bool:
    return any(isinstance(below.leaf, Rubric) for below in node.walk())


# ---- what all nodes share --------------------------------------------------------------------------------------


def figure_definitions(scheme: Scheme) -> dict[str, Schema]:
    standard = scheme.standard
    found: dict[str, Schema] = {}
    if scheme.ladder or standard.formulas:
        side = "[<>]?" if scheme.ladder else ""
        aside = "；若因此会与界限相同，前加 > 或 <" if scheme.ladder else ""
        exact, shown = (EXACT, f"^{side}{SIGNED}") if standard.formulas else (EXACT_SCORE, f"^{side}{SHOWN}")
        found["score"] = _figure_of("得分", exact, shown, aside)
    if standard.formulas:
        found["number"] = _figure_of("数", EXACT, f"^{SIGNED}", "")
        found["formula"] = closed("得分", {"score": ref("score")})
        found["deduction"] = closed("扣分", {"deducted": ref("number")})
        unbounded = {"exact": {"type": "null"}, "shown": one_of(("∞", "-∞"))}
        found["unbounded"] = closed("没有界限的得分", unbounded)
    return found | (_rubric_definitions(scheme) if standard.rubrics else {})


def _figure_of(words: str, exact: str, shown: str, aside: str) -> Schema:
    fields = {
        "exact": {"description": "精确值：整数或最简分数 p/q", "type": "string", "pattern": exact},
        "shown": {"description": f"四舍五入到两位，仅供显示{aside}", "type": "string", "pattern": shown},
    }
    return closed(words, fields)


def _rubric_definitions(scheme: Scheme) -> dict[str, Schema]:
    levels = [level.number for level in scheme.standard.levels]
    most = max(levels) - min(levels)
    difference: Schema = {"type": "integer", "minimum": 0, "maximum": most}
    counts = {str(level): whole(0) for level in levels}
    words = "；".join(f"{level.number} {level.name}" for level in scheme.standard.levels)
    perception = {
        "respondents": whole(0, "答者人数"),
        "spread": told(ref("differences"), "两名答者之间的最大差异"),
        "groups": {
            "description": "各群体的等级",
            "type": "object",
            "propertyNames": {"minLength": 1},
            "additionalProperties": ref("pair"),
        },
        "gap": told(ref("differences"), "两个群体之间的最大差异"),
    }
    return {
        "rubric": closed("等级", {**NOW_AND_PLANNED, "perception": ref("perception")}, optional=("perception",)),
        "profile": closed("各等级有几项", {"now": closed("现在", counts), "planned": closed("计划", counts)}),
        "standing": one_of(levels, f"等级：{words}"),
        "gap": {"type": "integer", "minimum": -most, "maximum": most},
        "pair": closed("现在的和计划的等级", {"now": ref("standing"), "planned": ref("standing")}),
        "differences": closed("等级之差，现在的和计划的", {"now": difference, "planned": difference}),
        "perception": closed("答者看法的差异", perception),
    }
