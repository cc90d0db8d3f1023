"""An explanation as JSON: the key `explanation` of `ctmm score --explain --format json`.

In: an `Explanation`. Out: plain data. Numbers are exact (`p/q` in lowest terms), scores also as shown. The trees refer to `clauses`,
`formulas` and `quantities` by identifier; calculations stand there in words, and as expressions that can be evaluated.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ctmm_dsl.expression.as_json import expression_json
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.model import Quantity
from ctmm_dsl.report.explanation_values import (
    ClauseStep,
    Explanation,
    FormulaStep,
    LadderStep,
    NodeStep,
    QuantityStep,
    RubricStep,
    Site,
    WholeStep,
)
from ctmm_dsl.score import Pair
from ctmm_dsl.score.as_json import spoken
from ctmm_dsl.score.tree import Side

JSON = dict[str, Any]


def as_json(told: Explanation) -> JSON:
    """The steps; what a standard has none of is left out."""
    found: JSON = {}
    if told.ladder:
        found["ladder"] = _ladder(told.ladder)
        found["levels"] = [_whole(whole, told) for whole in told.wholes]
    elif told.wholes:
        found["total"] = _whole(told.wholes[0], told)
    if told.clauses:
        found["clauses"] = {name: _clause(step) for name, step in told.clauses.items()}
    if told.formulas:
        found["formulas"] = {name: _formula(step, told.side) for name, step in told.formulas.items()}
        found["quantities"] = {name: _quantity(step) for name, step in told.quantities.items()}
    if told.rubric:
        found["rubrics"] = _rubric(told.rubric)
    return found


def _ladder(step: LadderStep) -> JSON:
    return {
        "threshold": str(step.threshold),
        "compared": ">" if step.strict else ">=",
        "climb": "one by one" if step.one_by_one else "any",
        "counts": "cumulative" if step.cumulative else "own level",
        "level": step.level,
        "level_name": step.name,
        "class": step.city_class,
    }


def _source(site: Site) -> JSON:
    return {"file": site.file, "line": site.line}


# ---- the weighted tree -----------------------------------------------------------------------------------------


def _whole(step: WholeStep, told: Explanation) -> JSON:
    below, threshold = told.side == "lower", told.ladder.threshold if told.ladder else None
    found: JSON = {"level": step.level.number, "level_name": step.level.name} if step.level else {}
    found |= {
        "rule": "weighted sum of the domains" + (", less what is deducted" if step.deducts else ""),
        "score": spoken(step.total, threshold, below=below),
    }
    if step.deducts:
        found["scored"] = spoken(step.scored, None, below=below)
        found["deducted"] = spoken(step.deducted, None, below=told.side == "upper")
    if step.decision:
        found |= {
            "passes": step.passes,
            "reached": step.reached,
            "decision": step.decision.value,
            "decided_by": step.decided_by,
        }
    return found | {"nodes": [_node(node, threshold, told.side) for node in step.domains]}


def _node(step: NodeStep, threshold: Fraction | None, side: Side) -> JSON:
    found: JSON = {"id": step.node.id, "name": step.node.name}
    if step.weight is not None:
        found |= {"weight": str(step.weight), "score": spoken(step.score, threshold, below=side == "lower")}
    if step.node.deducts:
        found["deducted"] = spoken(step.deducted, None, below=side == "upper")
    if step.counted:
        found |= {
            "rule": "mean of clauses",
            "clauses": list(step.counted.clauses),
            "points": str(step.counted.points),
        }
    elif step.children:
        found |= {"rule": "weighted sum", "nodes": [_node(child, threshold, side) for child in step.children]}
    else:
        found["rule"] = "formula"
    return found | {"source": _source(step.site)}


def _clause(step: ClauseStep) -> JSON:
    return {
        "node": step.node.id,
        "level": step.clause.level,
        "text": step.clause.text,
        "answer": step.answer.code if step.answer else None,
        "label": step.answer.label if step.answer else None,
        "points": str(step.points),
        "source": _source(step.site),
    }


def _formula(step: FormulaStep, side: Side) -> JSON:
    found: JSON = {"name": step.node.name, "calculation": {name: list(lines) for name, lines in step.words.items()}}
    if step.reading:
        found["reading"] = step.reading
    found["expression"] = {
        "parts": {part.name: expression_json(part.body) for part in step.calculation.parts},
        "result": expression_json(step.calculation.body),
    }
    found["parts"] = {name: spoken(value, None) for name, value in step.parts.items()}
    found["quantities"] = list(step.reads)
    if step.missing:
        found["missing"] = list(step.missing)
    name = "deducted" if step.deducts else "score"
    below = (side == "lower") != step.deducts
    return found | {name: spoken(step.points, None, below=below), "source": _source(step.site)}


def _quantity(step: QuantityStep) -> JSON:
    quantity = step.quantity
    found: JSON = {"label": quantity.label, "kind": quantity.kind, "unit": quantity.unit}
    found["value"] = plain(step.value)
    if label := _option(quantity, step.value):
        found["chosen"] = label
    if step.words:
        found |= {"calculation": dict(step.words), "quantities": list(step.reads)}
    if quantity.definition is not None:
        found["expression"] = expression_json(quantity.definition)
    return found | {"source": _source(step.site)}


def plain(value: Value | None) -> str | bool | None:
    return str(value) if isinstance(value, Fraction) else value


def _option(quantity: Quantity, value: Value | None) -> str:
    return next((option.label for option in quantity.options if option.code == value), "")


# ---- rubrics ---------------------------------------------------------------------------------------------------


def _rubric(step: RubricStep) -> JSON:
    found: JSON = {"id": step.node.id, "name": step.node.name} if step.node else {}
    found |= _pair(step.figure)
    median = "lower median" if step.low else "higher median"
    if step.leaves:
        found |= {"rule": f"{median} of leaves", "leaves": list(step.leaves), "reached": _pair(step.reached)}
        found["nodes"] = [_rubric(child) for child in step.children]
    else:
        found |= {
            "rule": f"{median} of answers",
            "answers": [
                {"now": one.now, "planned": one.planned, **({"group": one.group} if one.group else {})}
                for one in step.opinions
            ],
            "texts": {str(level): text for level, text in step.texts.items()},
        }
    return found | ({"source": _source(step.site)} if step.site else {})


def _pair(pair: Pair) -> JSON:
    return {"now": pair.now, "planned": pair.planned}
