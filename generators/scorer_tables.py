"""The tables of a scorer: a standard as rows that can be read beside the document.

In: a scheme, or which parts its scorer has. Out: rows as Python, laid out as the formatter would. Points, weights and the threshold of
clauses are scaled to integers; what formulas are made of goes through `formula_functions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import lcm

from ctmm_dsl.assessment.answers import ANSWER_FIELDS, RESPONDENT_FIELDS, RUBRIC_FIELDS
from ctmm_dsl.assessment.problem import SHAPES
from ctmm_dsl.assessment.values import FLAGS, NUMBER_RULE, SHARE_RULE, VALUE_FIELDS
from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.findings import Both
from ctmm_dsl.model import LAYERS, Clauses, Quantity, Scheme
from ctmm_dsl.model.expression import reported_for, rests_on
from ctmm_dsl.scheme import sibling_groups
from generators.formula_functions import functions_of_nodes, functions_of_quantities
from generators.python_layout import Code, Row, laid_out, rows
from generators.quoting import python

HUNDRED = 100
MOST_PLACES = 6
"""Weights with no more decimal places than this are shown as parts of a power of ten, the way they are written."""

OF_ALL = (
    codes.NOT_JSON, codes.DUPLICATE_KEY, codes.WRONG_SHAPE, codes.FIELD_UNKNOWN, codes.OTHER_STANDARD, codes.OTHER_EDITION,
    codes.FIELD_MISSING,
)  # fmt: skip
OF_ANSWERS = (codes.CLAUSE_UNKNOWN, codes.ANSWERS_MISSING)
OF_CLAUSES = (codes.ANSWER_UNKNOWN,)
OF_RUBRICS = (codes.NOT_A_LEVEL, codes.ANSWERED_BESIDE)
OF_VALUES = (
    codes.VALUE_UNKNOWN, codes.VALUE_COMPUTED, codes.NOT_A_NUMBER, codes.NOT_WHOLE, codes.OUT_OF_RANGE, codes.MORE_THAN_WHOLE,
    codes.NOT_A_FLAG, codes.NOT_AN_OPTION, codes.VALUES_MISSING, codes.NOT_EXACT, codes.NUMBER_TOO_LONG,
)  # fmt: skip
"""What can be wrong with an assessment, by what it holds."""
SHAPES_OF = {"answer": "clauses", "levels": "rubrics", "respondents": "rubrics"}
"""The shapes that only some parts of a scorer speak of."""


def messages(parts: Mapping[str, bool]) -> str:
    """The messages of what can be wrong, in the catalogue's order."""
    told = [
        *OF_ALL,
        *(OF_ANSWERS if parts["clauses"] or parts["rubrics"] else ()),
        *(OF_CLAUSES if parts["clauses"] else ()),
        *(OF_RUBRICS if parts["rubrics"] else ()),
        *(OF_VALUES if parts["formulas"] else ()),
    ]
    return _dictionary((entry.slug, (entry.code, *_pair(entry.message))) for entry in codes.ALL if entry in told)


def shapes(parts: Mapping[str, bool]) -> str:
    told = ((name, both) for name, both in SHAPES.items() if name not in SHAPES_OF or parts[SHAPES_OF[name]])
    return _dictionary((name, _pair(both)) for name, both in told)


def _pair(both: Both) -> tuple[str, str]:
    return both["zh"], both["en"]


def _dictionary(entries: Iterator[tuple[str, Row]]) -> str:
    return "\n".join(laid_out(value, 4, f"{python(key)}: ") + "," for key, value in entries)


def constants(parts: Mapping[str, bool], fields: tuple[str, ...]) -> str:
    """The fields that there are, and the words for values."""
    found = [laid_out(fields, 0, "FIELDS = ")]
    if parts["clauses"]:
        found.append(laid_out(ANSWER_FIELDS, 0, "ANSWER_FIELDS = "))
    if parts["rubrics"]:
        found.append(laid_out(RUBRIC_FIELDS, 0, "RUBRIC_FIELDS = "))
        found.append(laid_out(RESPONDENT_FIELDS, 0, "RESPONDENT_FIELDS = "))
    if parts["formulas"]:
        found.append(laid_out(VALUE_FIELDS, 0, "VALUE_FIELDS = "))
        flags = ", ".join(f"{python(word)}: {flag}" for word, flag in FLAGS.items())
        found.append(f"FLAGS = {{{flags}}}")
        found.append(laid_out((_pair(NUMBER_RULE), _pair(SHARE_RULE)), 0, "NUMBER_RULES = "))
    return "\n".join(found)


# ---- the tree and its clauses ----------------------------------------------------------------------------------


def tables_of_tree(scheme: Scheme, *, weighted: bool) -> dict[str, str]:
    """Every node in the document's order; where there are weighted sums, with its weight as whole parts of its parent."""
    numbered = ((level.number, level.name, _city_class(scheme, level.number)) for level in scheme.standard.levels)
    nodes = _weighted(scheme) if weighted else ((*row,) for row in _placed(scheme))
    return {
        "levels": rows(numbered),
        "nodes": rows(nodes),
        "node_row": "tuple[str, str, str, str, int, int]" if weighted else "tuple[str, str, str, str]",
        "rubric_leaves": laid_out((*scheme.standard.rubrics,), 0, "RUBRICS = "),
    }


def _city_class(scheme: Scheme, level: int) -> str | None:
    return next((row.name for row in scheme.standard.classes if row.first <= level <= row.last), None)


def _placed(scheme: Scheme) -> Iterator[tuple[str, str, str, str]]:
    for path in scheme.standard.paths():
        node, parent = path[-1], path[-2].id if len(path) > 1 else ""
        yield node.id, node.name, f"{LAYERS[node.layer]}s", parent


def _weighted(scheme: Scheme) -> Iterator[Row]:
    parts: dict[str, tuple[int, int]] = {}
    for _, group in sibling_groups(scheme.standard):
        weights = [scheme.weights[node.id] for node in group]
        whole = _whole(weights)
        parts |= {node.id: (int(weight * whole), whole) for node, weight in zip(group, weights, strict=True)}
    for row in _placed(scheme):
        yield (*row, *parts.get(row[0], (0, 0)))


def _whole(weights: list[Fraction]) -> int:
    """What weights are whole parts of: 100 or a higher power of ten where they are written so, else as little as it takes."""
    least = lcm(*(weight.denominator for weight in weights))
    tens = (HUNDRED * 10**places for places in range(MOST_PLACES + 1))
    return next((whole for whole in tens if whole % least == 0), least)


def tables_of_clauses(scheme: Scheme) -> dict[str, str]:
    assert scheme.scale and scheme.ladder
    answers, threshold = scheme.scale.answers, scheme.ladder.threshold
    unit = lcm(threshold.denominator, *(answer.points.denominator for answer in answers))
    return {
        "unit": str(unit),
        "threshold": str(int(threshold * unit)),
        "answers": rows((answer.code, answer.label, int(answer.points * unit)) for answer in answers),
        "clause_rows": rows(_clauses(scheme)),
    }


def _clauses(scheme: Scheme) -> Iterator[Row]:
    for node in scheme.standard.walk():
        for cell in node.leaf.cells if isinstance(node.leaf, Clauses) else ():
            yield (node.id, cell.level, tuple(clause.id for clause in cell.clauses))


# ---- quantities and formulas -----------------------------------------------------------------------------------


def tables_of_formulas(scheme: Scheme) -> dict[str, str]:
    standard, ranges = scheme.standard, Ranges()
    computed = list(functions_of_quantities(_in_order(standard.quantities)))
    held = [(node, scheme.calculation(node)) for node in standard.leaves() if node.id in standard.formulas]
    formulas, rows_of_formulas = [], list[Row]()
    for (node, function), (_, calculation) in zip(functions_of_nodes(held), held, strict=True):
        found = ranges.of(calculation.body)
        assert found
        formulas.append(function)
        rows_of_formulas.append(
            (node.id, Code(function.name), function.reads, found.low, found.high, calculation.deducts)
        )
    return {
        "quantities": rows(map(_quantity, standard.quantities)),
        "options": _dictionary(
            (quantity.name, tuple((option.code, option.label) for option in quantity.options))
            for quantity in standard.quantities
            if quantity.options
        ),
        "within": "\n".join(
            f"    {python(quantity.name)}: {python(quantity.whole.name)},"
            for quantity in standard.quantities
            if quantity.whole
        ),
        "functions": "\n\n\n".join(function.text for function in [*(function for _, function in computed), *formulas]),
        "computed": rows(
            (quantity.name, Code(function.name), function.reads, tuple(one.name for one in reported_for(quantity)))
            for quantity, function in computed
        ),
        "formula_rows": rows(rows_of_formulas),
    }


def _quantity(quantity: Quantity) -> Row:
    """A quantity's name, label and kind, its lowest and highest number, and which of these it can only come near to."""
    if not quantity.numeric:
        return (quantity.name, quantity.label, quantity.kind, 0, None, ())
    interval = quantity.interval
    assert interval.low is not None
    ends = ((interval.low, interval.low_open), (interval.high, interval.high_open))
    return (
        quantity.name,
        quantity.label,
        quantity.kind,
        interval.low,
        interval.high,
        tuple(end for end, open_ in ends if open_),
    )


def _in_order(quantities: tuple[Quantity, ...]) -> list[Quantity]:
    """The quantities that are computed, each after those that it is computed from."""
    found: dict[str, Quantity] = {}

    def add(quantity: Quantity) -> None:
        for one in reversed(rests_on(quantity)):
            if one.definition is not None and one.name not in found and one is not quantity:
                add(one)
        found.setdefault(quantity.name, quantity)

    for quantity in quantities:
        if quantity.definition is not None:
            add(quantity)
    return list(found.values())
