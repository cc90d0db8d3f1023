"""The weighted tree, its leaves and what they read, taken apart into things.

In: nodes, quantities, metrics, columns and documents of a model. Out: `Thing`s.
"""

from __future__ import annotations

from ctmm_dsl.expression import text as words
from ctmm_dsl.expression.figures import figure
from ctmm_dsl.model import (
    Calculation,
    Clause,
    Clauses,
    Column,
    Concept,
    Descriptor,
    Document,
    Formula,
    Interval,
    Leaf,
    Metric,
    Node,
    Origin,
    Quantity,
    Requirement,
    Rubric,
    Support,
)
from ctmm_dsl.model.expression import Expression, Option, Part, Reading
from ctmm_dsl.revision.things import Thing, of_notes, plain, spoken, weight_words
from ctmm_dsl.revision.values import Value
from ctmm_dsl.source import Span

LANGUAGE = "zh"
"""Calculations are said in the language of the published documents."""

# ---- nodes -----------------------------------------------------------------------------------------------------


def node(one: Node) -> Thing:
    """A node, its leaf, and all below it."""
    caption = one.caption
    aspects: dict[str, Value] = {
        "layer": one.layer,
        "name": one.name,
        "weight": plain(one.weight),
        "place": one.place,
        "caption": None if caption is None else [caption.number, caption.text],
        "leaf": _leaf_kind(one.leaf),
        **_leaf_aspects(one.leaf),
        **of_notes(one.notes),
    }
    made = Thing("node", one.id, one.id, one.name, one.name, one.span, aspects)
    made.shown["weight"] = weight_words(one.weight)
    for motto in one.mottos:
        where = f"{one.id} motto {motto.level}"
        made.children.append(_named("motto", str(motto.level), where, motto.text, motto.span, {"text": motto.text}))
    made.children += [_support(support, one.id) for support in one.supports]
    made.children += _leaf(one.leaf, one.id)
    made.children += map(node, one.children)
    return made


def _support(one: Support, where: str) -> Thing:
    aspects: dict[str, Value] = {
        "kind": one.kind,
        "text": one.text,
        **of_notes(one.notes),
        "document": one.document is not None,
    }
    return _named("support", one.name, f"{where} {one.name}", f"{one.name} {one.text}".rstrip(), one.span, aspects)


def _leaf_kind(leaf: Leaf | None) -> str:
    return "" if leaf is None else type(leaf).__name__.lower()


def _leaf_aspects(leaf: Leaf | None) -> dict[str, Value]:
    """What a leaf says by itself, apart from its rows: levels without a clause, what is counted, the column that it follows."""
    empty = [cell.level for cell in leaf.cells if not cell.clauses] if isinstance(leaf, Clauses) else []
    return {
        "empty_levels": plain(empty),
        "data": leaf.data if isinstance(leaf, Formula) else "",
        "column": leaf.column.id if isinstance(leaf, Rubric) and leaf.column else "",
    }


def _leaf(leaf: Leaf | None, where: str) -> list[Thing]:
    match leaf:
        case Clauses():
            return [clause(one) for one in leaf]
        case Formula():
            main = leaf.calculation
            return [_calculation(main, where), *(_reading(one, main, where) for one in leaf.readings)]
        case Rubric():
            return [descriptor("descriptor", one, where) for one in leaf.descriptors]
        case Concept() | None:
            return []


# ---- clauses ---------------------------------------------------------------------------------------------------


def clause(one: Clause) -> Thing:
    """A clause; its name is what its identifier adds to its node's."""
    aspects: dict[str, Value] = {
        "level": one.level,
        "label": one.label,
        "lettered": one.lettered,
        "text": one.text,
        "origins": [_origin(origin) for origin in one.origins],
        "figures": [_requirement(requirement) for requirement in one.requirements],
        **of_notes(one.notes),
    }
    made = Thing("clause", one.id.rpartition("/")[2], one.id, one.id, one.text, one.text_span, aspects)
    made.shown["origins"] = "\n".join(map(_origin_words, one.origins))
    made.shown["figures"] = "\n".join(map(_requirement_words, one.requirements))
    return made


def _origin(one: Origin) -> Value:
    found = one.clause.id if one.clause else None
    return {"target": one.target, "clause": found, "relation": one.relation, "reason": one.reason}


def _origin_words(one: Origin) -> str:
    return " ".join(filter(None, (one.relation, one.target, one.reason)))


def _requirement(one: Requirement) -> Value:
    return {
        "name": one.name,
        "metric": one.metric.name if one.metric else None,
        "operator": one.operator,
        "low": plain(one.low),
        "high": plain(one.high),
        "percent": one.percent,
        "figures": plain(one.figures),
    }


def _requirement_words(one: Requirement) -> str:
    ends = [figure(end, one.percent) for end in dict.fromkeys((one.low, one.high))]
    return f"{one.metric.label if one.metric else one.name} {words.SIGNS[one.operator]} {'..'.join(ends)}"


# ---- rubrics ---------------------------------------------------------------------------------------------------


def descriptor(kind: str, one: Descriptor, where: str) -> Thing:
    aspects: dict[str, Value] = {"text": one.text, "builds_on": one.builds_on, **of_notes(one.notes)}
    return _named(kind, str(one.level), f"{where} level {one.level}", one.text, one.span, aspects)


def column(one: Column) -> Thing:
    made = _named("column", one.id, one.id, one.name, one.span, {"name": one.name, **of_notes(one.notes)})
    made.children = [descriptor("row", row, one.id) for row in one.rows]
    return made


def document(one: Document) -> Thing:
    text = f"{one.name} {one.text}".rstrip()
    return _named("document", one.name, one.name, text, one.span, {"text": one.text, **of_notes(one.notes)})


# ---- quantities, metrics, calculations -------------------------------------------------------------------------


def metric(one: Metric) -> Thing:
    aspects: dict[str, Value] = {"label": one.label, "kind": one.kind, **of_notes(one.notes)}
    return _named("metric", one.name, one.name, one.label, one.span, aspects)


def quantity(one: Quantity) -> Thing:
    aspects: dict[str, Value] = {
        "label": one.label,
        "kind": one.kind,
        "unit": one.unit,
        "basis": one.basis,
        "bounds": plain(one.bounds),
        "definition": plain(one.definition),
        "whole": one.whole.name if one.whole else None,
        **of_notes(one.notes),
    }
    made = _named("quantity", one.name, one.name, one.label or one.name, one.span, aspects)
    made.shown["bounds"] = _bounds_words(one.bounds, one.kind == "share")
    made.shown["definition"] = definition_words(one.definition)
    made.children = [_option(option, one.name) for option in one.options]
    return made


def _option(one: Option, where: str) -> Thing:
    aspects: dict[str, Value] = {"label": one.label, **of_notes(one.notes)}
    return _named("option", one.code, f"{where} {one.code}", one.label or one.code, one.span, aspects)


def _bounds_words(bounds: Interval | None, percent: bool) -> str:
    if bounds is None:
        return ""
    low, high = ("" if end is None else figure(end, percent) for end in (bounds.low, bounds.high))
    if low and low == high:
        return f"= {low}"
    if bounds.low_open or bounds.high_open:
        signs = (">" if bounds.low_open else "≥", low), ("<" if bounds.high_open else "≤", high)
        return ", ".join(f"{sign} {end}" for sign, end in signs if end)
    return f"{low}..{high}"


def definition_words(body: Expression | None) -> str:
    return "" if body is None else words.expression(body, LANGUAGE)


def _calculation(one: Calculation, where: str) -> Thing:
    made = _named("calculation", "", f"{where} score", "", one.span, {})
    _fill(made, one, where)
    return made


def _reading(one: Reading, main: Calculation, where: str) -> Thing:
    """What a reading says otherwise than the document: what it has from there would be told twice."""
    made = _named("reading", one.name, f"{where} {one.name}", "", one.span, {"label": one.label, **of_notes(one.notes)})
    _fill(made, one.calculation, f"{where} {one.name}", main)
    return made


def _fill(made: Thing, one: Calculation, where: str, main: Calculation | None = None) -> None:
    """What a calculation says, put into the thing that has it; of a reading, what is not in `main` already."""
    own = None if main and plain(one.body) == plain(main.body) else one.body
    known = [_content(part) for part in main.parts] if main else []
    said = definition_words(own)
    made.aspects |= {"deducts": one.deducts, "body": plain(own)}
    made.shown["body"] = said
    made.title = spoken(made.aspects.get("label")) or made.title
    made.text = " ".join(filter(None, (made.name, spoken(made.aspects.get("label")), "=" if said else "", said)))
    made.children = [_part(part, where) for part in one.parts if _content(part) not in known]


def _content(part: Part) -> Value:
    return [part.name, part.label, plain(part.body)]


def _part(one: Part, where: str) -> Thing:
    said = definition_words(one.body)
    text = " ".join(filter(None, (one.name, one.label, "=", said)))
    aspects: dict[str, Value] = {"label": one.label, "body": plain(one.body)}
    made = _named("part", one.name, f"{where} {one.name}", text, one.span, aspects)
    made.title = one.label or one.name
    made.shown["body"] = said
    return made


def _named(kind: str, name: str, where: str, text: str, span: Span, aspects: dict[str, Value]) -> Thing:
    return Thing(kind, name, where, text, text, span, aspects)
