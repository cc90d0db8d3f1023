"""The rows of a scorer's tables, in no language yet: a standard as data that can be read beside the document.

In: a scheme, or which parts its scorer has. Out: rows of texts and numbers. A `Fraction` is a number that scores; an `int` is a level's.
Points, weights and the threshold of clauses are scaled to whole numbers here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import lcm

from ctmm_dsl.assessment.answers import ANSWER_FIELDS, RESPONDENT_FIELDS, RUBRIC_FIELDS
from ctmm_dsl.assessment.problem import SHAPES
from ctmm_dsl.assessment.values import NUMBER_RULE, SHARE_RULE, VALUE_FIELDS
from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.findings import Both
from ctmm_dsl.model import LAYERS, Calculation, Clauses, Node, Quantity, Scheme
from ctmm_dsl.model.expression import reported_for, rests_on
from ctmm_dsl.scheme import sibling_groups
from generators.formula_functions import Function
from generators.python_layout import Code, Row

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

NUMBER_RULES = ((NUMBER_RULE["zh"], NUMBER_RULE["en"]), (SHARE_RULE["zh"], SHARE_RULE["en"]))
"""How a number is written, and how a share is."""


def messages(parts: Mapping[str, bool]) -> Iterator[tuple[str, Row]]:
    """The messages of what can be wrong, in the catalogue's order."""
    told = [
        *OF_ALL,
        *(OF_ANSWERS if parts["clauses"] or parts["rubrics"] else ()),
        *(OF_CLAUSES if parts["clauses"] else ()),
        *(OF_RUBRICS if parts["rubrics"] else ()),
        *(OF_VALUES if parts["formulas"] else ()),
    ]
    return ((entry.slug, (entry.code, *_pair(entry.message))) for entry in codes.ALL if entry in told)


def shapes(parts: Mapping[str, bool]) -> Iterator[tuple[str, Row]]:
    told = ((name, both) for name, both in SHAPES.items() if name not in SHAPES_OF or parts[SHAPES_OF[name]])
    return ((name, _pair(both)) for name, both in told)


def _pair(both: Both) -> tuple[str, str]:
    return both["zh"], both["en"]


def inner_fields(parts: Mapping[str, bool]) -> dict[str, tuple[str, ...]]:
    """The fields around one answer, one respondent, one value."""
    of_rubrics = {"RUBRIC_FIELDS": RUBRIC_FIELDS, "RESPONDENT_FIELDS": RESPONDENT_FIELDS}
    return {
        **({"ANSWER_FIELDS": ANSWER_FIELDS} if parts["clauses"] else {}),
        **(of_rubrics if parts["rubrics"] else {}),
        **({"VALUE_FIELDS": VALUE_FIELDS} if parts["formulas"] else {}),
    }


# ---- the tree and its clauses ----------------------------------------------------------------------------------


def levels(scheme: Scheme) -> Iterator[Row]:
    """Number, name, and the class of cities that stand there."""
    for level in scheme.standard.levels:
        held = (row.name for row in scheme.standard.classes if row.first <= level.number <= row.last)
        yield level.number, level.name, next(held, None)


def nodes(scheme: Scheme, *, weighted: bool) -> Iterator[Row]:
    """Every node in the document's order; where there are weighted sums, with its weight as whole parts of its parent."""
    return _weighted(scheme) if weighted else ((*row,) for row in _placed(scheme))


def _placed(scheme: Scheme) -> Iterator[tuple[str, str, str, str]]:
    for path in scheme.standard.paths():
        node, parent = path[-1], path[-2].id if len(path) > 1 else ""
        yield node.id, node.name, f"{LAYERS[node.layer]}s", parent


def _weighted(scheme: Scheme) -> Iterator[Row]:
    parts: dict[str, tuple[Fraction, Fraction]] = {}
    for _, group in sibling_groups(scheme.standard):
        weights = [scheme.weights[node.id] for node in group]
        whole = _whole(weights)
        parts |= {node.id: (weight * whole, Fraction(whole)) for node, weight in zip(group, weights, strict=True)}
    for row in _placed(scheme):
        yield (*row, *parts.get(row[0], (Fraction(0), Fraction(0))))


def _whole(weights: list[Fraction]) -> int:
    """What weights are whole parts of: 100 or a higher power of ten where they are written so, else as little as it takes."""
    least = lcm(*(weight.denominator for weight in weights))
    tens = (HUNDRED * 10**places for places in range(MOST_PLACES + 1))
    return next((whole for whole in tens if whole % least == 0), least)


def unit(scheme: Scheme) -> int:
    """Points and the threshold of clauses are whole numbers of such parts of a point."""
    assert scheme.scale and scheme.ladder
    return lcm(scheme.ladder.threshold.denominator, *(answer.points.denominator for answer in scheme.scale.answers))


def answers(scheme: Scheme) -> Iterator[Row]:
    """Code, label and points of each answer of the scale."""
    assert scheme.scale
    whole = unit(scheme)
    return ((answer.code, answer.label, answer.points * whole) for answer in scheme.scale.answers)


def clauses(scheme: Scheme) -> Iterator[Row]:
    """A leaf, a level, and the clauses of that leaf at that level."""
    for node in scheme.standard.walk():
        for cell in node.leaf.cells if isinstance(node.leaf, Clauses) else ():
            yield (node.id, cell.level, tuple(clause.id for clause in cell.clauses))


# ---- quantities ------------------------------------------------------------------------------------------------


def quantity(of: Quantity) -> Row:
    """A quantity's name, label and kind, its lowest and highest number, and which of these it can only come near to."""
    if not of.numeric:
        return (of.name, of.label, of.kind, Fraction(0), None, ())
    interval = of.interval
    assert interval.low is not None
    ends = ((interval.low, interval.low_open), (interval.high, interval.high_open))
    near = tuple(end for end, open_ in ends if open_)
    return (of.name, of.label, of.kind, interval.low, interval.high, near)


def options(scheme: Scheme) -> Iterator[tuple[str, Row]]:
    """Code and label of the options of each choice."""
    for of in scheme.standard.quantities:
        if of.options:
            yield of.name, tuple((option.code, option.label) for option in of.options)


def within(scheme: Scheme) -> Iterator[tuple[str, str]]:
    """A quantity, and what it is a part of and never more than."""
    return ((of.name, of.whole.name) for of in scheme.standard.quantities if of.whole)


def computed(scheme: Scheme) -> list[Quantity]:
    """The quantities that are computed, each after those that it is computed from."""
    found: dict[str, Quantity] = {}

    def add(of: Quantity) -> None:
        for one in reversed(rests_on(of)):
            if one.definition is not None and one.name not in found and one is not of:
                add(one)
        found.setdefault(of.name, of)

    for of in scheme.standard.quantities:
        if of.definition is not None:
            add(of)
    return list(found.values())


# ---- formulas: where their functions stand, whatever these are written in ---------------------------------------


def calculations(scheme: Scheme) -> list[tuple[Node, Calculation]]:
    """The formula leaves in the document's order, each as this scheme reads it."""
    formulas = scheme.standard.formulas
    return [(node, scheme.calculation(node)) for node in scheme.standard.leaves() if node.id in formulas]


def computed_rows(functions: Iterable[tuple[Quantity, Function]]) -> Iterator[Row]:
    """A computed quantity, its function, what that reads, and what a city reports for it."""
    for of, function in functions:
        yield of.name, Code(function.name), function.reads, tuple(one.name for one in reported_for(of))


def formula_rows(held: list[tuple[Node, Calculation]], functions: list[Function]) -> Iterator[Row]:
    """An indicator, its function, what that reads, the least and the most that it comes to, whether it deducts."""
    ranges = Ranges()
    for (node, calculation), function in zip(held, functions, strict=True):
        found = ranges.of(calculation.body)
        assert found
        yield node.id, Code(function.name), function.reads, found.low, found.high, calculation.deducts
