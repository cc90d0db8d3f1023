"""What a form knows of its standard: the tree, what is asked at its leaves, and the words of the document.

In: a scheme. Out: plain data for the page. Numbers are words here, ready to be shown; what a form calculates, the scorer in it calculates.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.checks.spoken import decimal, percent, stretch
from ctmm_dsl.expression import text
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import LAYERS, Clause, Clauses, Formula, Level, Node, Quantity, Rubric, Scheme
from ctmm_dsl.model.expression import reported_for
from ctmm_dsl.scheme import laid_weights
from generators.dictionary import needed
from generators.naming import level_title
from generators.quantity_words import BASES, UNITS, range_words, readers

Data = dict[str, Any]

OF_VALUES = (
    codes.NOT_A_NUMBER, codes.NOT_WHOLE, codes.OUT_OF_RANGE, codes.MORE_THAN_WHOLE, codes.NOT_A_FLAG, codes.NOT_AN_OPTION,
    codes.NUMBER_TOO_LONG,
)  # fmt: skip
"""What can be wrong with a value as somebody types it: it stays in its field, and is told beside it."""
BASES_EN = {"point": "at a point in time", "period": "over a period"}
UNITS_EN = {
    "share": "a share, like 45% or 0.45",
    "flag": "yes or no",
    "choice": "choose one",
    "score": "points",
    "points": "points",
}


def data_of(scheme: Scheme, digest: str) -> Data:
    """All that the page shows of a standard, in the document's order."""
    standard, ladder = scheme.standard, scheme.ladder
    return {
        "standard": standard.id,
        "edition": standard.edition,
        "profile": scheme.profile.id if scheme.profile else None,
        "name": _named(standard.name, standard.notes.first("en")),
        "profile_name": scheme.profile.name if scheme.profile else "",
        "number": standard.facts.get("number", "") or standard.facts.get("plan", ""),
        "digest": digest,
        "typed": [entry.code for entry in OF_VALUES],
        "elsewhere": [codes.OTHER_STANDARD.code, codes.OTHER_EDITION.code],
        "layers": [*standard.layers] or [*LAYERS],
        "levels": [_level(scheme, level) for level in standard.levels],
        "scale": [
            {"code": answer.code, "label": answer.label, "points": decimal(answer.points), "rules": answer.rules}
            for answer in (scheme.scale.answers if scheme.scale else ())
        ],
        "best": _best(scheme),
        "ladder": None
        if ladder is None
        else {
            "threshold": decimal(ladder.threshold),
            "strict": ladder.strict,
            "cumulative": ladder.cumulative,
            "one_by_one": ladder.one_by_one,
        },
        "totals": bool(standard.formulas) and ladder is None,
        "rubrics": scheme.summary is not None,
        "nodes": [*_nodes(scheme)],
        "quantities": [*_quantities(scheme)],
        "computed": {
            quantity.name: [one.name for one in reported_for(quantity)]
            for quantity in standard.quantities
            if quantity.definition is not None
        },
    }


def _named(zh: str, en: str) -> Both:
    return both(zh, en or zh)


def _level(scheme: Scheme, level: Level) -> Data:
    in_class = (row.name for row in scheme.standard.classes if row.first <= level.number <= row.last)
    return {
        "number": level.number,
        "name": _named(level.name, level.notes.first("en")),
        "title": level_title(level),
        "motto": level.motto,
        "text": level.text,
        "class": next(in_class, ""),
    }


def _best(scheme: Scheme) -> list[str]:
    """The answers after which nothing is left to do for a clause."""
    rows = scheme.scale.answers if scheme.scale else ()
    most = max((row.points for row in rows), default=Fraction(0))
    return [row.code for row in rows if row.points == most]


# ---- the tree --------------------------------------------------------------------------------------------------


def _nodes(scheme: Scheme) -> Iterator[Data]:
    weights = laid_weights(scheme.profile or scheme.standard)
    for path in scheme.standard.paths():
        node = path[-1]
        told: Data = {
            "id": node.id,
            "name": _named(node.name, node.notes.first("en")),
            "layer": node.layer,
            "group": f"{LAYERS[node.layer]}s",
            "parent": path[-2].id if len(path) > 1 else None,
        }
        if node.id in weights:
            told["weight"] = _part(weights[node.id])
        if node.deducts:
            told["deducts"] = True
        yield told | _leaf(scheme, node)


def _part(weight: Fraction) -> str:
    """A weight as laid down, as a per cent where it is one to the last digit, else as a fraction."""
    words = percent(weight)
    return str(weight) if "/" in words else words


def _leaf(scheme: Scheme, node: Node) -> Data:
    match node.leaf:
        case Clauses():
            return {"clauses": [_clause(clause) for clause in node.own_clauses]}
        case Formula():
            return {"formula": _formula(scheme, node, node.leaf)}
        case Rubric():
            return {
                "rubric": [
                    {"level": row.level, "text": _named(row.text, row.notes.first("en")), "builds_on": row.builds_on}
                    for row in sorted(node.leaf.descriptors, key=lambda row: row.level)
                ]
            }
        case _:
            return {}


def _clause(clause: Clause) -> Data:
    return {"id": clause.id, "level": clause.level, "text": _named(clause.text, clause.notes.first("en"))}


def _formula(scheme: Scheme, node: Node, leaf: Formula) -> Data:
    calculation = scheme.calculation(node)
    computed = [one for one in needed(calculation).values() if one.definition is not None]
    found = Ranges().of(calculation.body)
    chosen = (
        reading.label or reading.name for reading in leaf.readings if reading.name == scheme.readings.get(node.id)
    )
    lines = {}
    for language in ("zh", "en"):
        said = text.lines(calculation, language)
        said += [
            text.line(text.label_of(one, language), "", one.definition, language) for one in computed if one.definition
        ]
        lines[language] = [[" ".join(filter(None, (line.name, line.label))), line.head, *line.rows] for line in said]
    return {
        "data": leaf.data,
        "deducts": calculation.deducts,
        "most": decimal(found.high) if found and found.high is not None else None,
        "reading": next(chosen, ""),
        "lines": lines,
        "reads": [*calculation.quantities()],
    }


# ---- quantities ------------------------------------------------------------------------------------------------


def _quantities(scheme: Scheme) -> Iterator[Data]:
    """Every quantity that a city may report; `asked`: this scheme calculates with it."""
    read_by = readers(scheme)
    for name, quantity in scheme.standard.reported.items():
        yield {
            "name": name,
            "label": _label(quantity),
            "kind": quantity.kind,
            "unit": _unit(quantity),
            "basis": both(BASES[quantity.basis], BASES_EN[quantity.basis]),
            "rule": _rule(quantity),
            "options": [
                {
                    "code": option.code,
                    "label": _named(option.label or option.code, option.notes.first("en") or option.code),
                }
                for option in quantity.options
            ],
            "asked": name in scheme.asked,
            "readers": read_by[name],
        }


def _label(quantity: Quantity) -> Both:
    return _named(quantity.label or quantity.name, quantity.notes.first("en"))


def _unit(quantity: Quantity) -> Both:
    if quantity.unit:
        return both(quantity.unit, quantity.unit)
    return both(UNITS.get(quantity.kind, ""), UNITS_EN.get(quantity.kind, ""))


def _rule(quantity: Quantity) -> Both:
    """What the value must keep to: its range, and what it is a part of."""
    zh, en = [], []
    if quantity.numeric:
        words = stretch(quantity.interval, in_percent=quantity.kind == "share")
        zh.append(range_words(quantity))
        en.append(f"a whole number, {words['en']}" if quantity.kind == "count" else words["en"])
    if quantity.whole:
        whole = _label(quantity.whole)
        zh.append(f"是“{whole['zh']}”的一部分")
        en.append(f"part of “{whole['en']}”")
    return both("；".join(zh), "; ".join(en))
