"""The digest of a node's text: what a row of a crosswalk was judged on, in eight hexadecimal digits.

In: a node. Out: its digest, the same on every machine. What counts is what a judge reads: names, clauses with their levels and letters,
calculations, what an indicator counts, descriptors, of the node and of all below it. What does not: identifiers, comments, notes, weights,
other readings, where a line stands, blanks and the width of characters, and how a number is written (40%, 0.4).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from typing import assert_never

from ctmm_dsl.model import (
    Calculation,
    Clauses,
    Concept,
    Crosswalk,
    Descriptor,
    Formula,
    Leaf,
    Mapping,
    Node,
    Quantity,
    Rubric,
)
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, rests_on
from ctmm_dsl.wording import fold

DIGITS = 8
"""So many digits tell two texts apart: that a changed text has the same ones is one chance in four thousand million."""

Text = str | int | None | list["Text"]
"""A text taken apart: lists of strings and whole numbers, which have one form each when written down."""


def pins_of(row: Mapping) -> tuple[str, ...] | None:
    """What a row is pinned to while the texts stand as they do; None where an end of it is no node."""
    if row.source_node is None or (row.relation != "none" and row.target_node is None):
        return None
    return tuple(fingerprint(end) for end in (row.source_node, row.target_node) if end)


def changed_ends(crosswalk: Crosswalk, row: Mapping) -> list[tuple[str, Node]]:
    """The ends whose text is another one than the row was judged on, each with what it is called across standards."""
    pins = pins_of(row)
    if not row.pins or pins is None:
        return []
    ends = ((crosswalk.source, row.source_node), (crosswalk.target, row.target_node))
    nodes = [(f"{standard.id}:{node.id}", node) for standard, node in ends if node]
    return [end for end, then, now in zip(nodes, row.pins, pins, strict=True) if then != now]


def fingerprint(node: Node) -> str:
    """The first digits of the SHA-256 of a node's text, taken apart and written as JSON without blanks."""
    return _computed(_This(node))


class _This:
    """A node by what it is, not by what it holds: nodes do not change, so each is taken apart once."""

    def __init__(self, node: Node) -> None:
        self.node = node

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.node is other.node


@lru_cache(maxsize=1024)  # the ends of crosswalks are some hundreds; while one standard is edited, the others' stay
def _computed(this: _This) -> str:
    written = json.dumps(_of_node(this.node), ensure_ascii=False, separators=(",", ":"))
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _of_node(node: Node) -> Text:
    return [fold(node.name), _of_leaf(node.leaf), [_of_node(child) for child in node.children]]


def _of_leaf(leaf: Leaf | None) -> Text:
    match leaf:
        case Clauses():
            clauses: list[Text] = [[clause.level, clause.label, fold(clause.text)] for clause in leaf]
            return ["clauses", *clauses]
        case Formula():
            return ["formula", fold(leaf.data), *_of_calculation(leaf.calculation)]
        case Rubric():
            return ["rubric", *(_of_descriptor(row) for row in leaf.descriptors)]
        case Concept() | None:
            return None
        case _:
            assert_never(leaf)


def _of_descriptor(row: Descriptor) -> Text:
    return [row.level, fold(row.text), row.builds_on]


# ---- calculations ----------------------------------------------------------------------------------------------


def _of_calculation(calculation: Calculation) -> Iterator[Text]:
    """Its parts by their names, what it comes to, and the quantities that it rests on, which expressions name by their labels."""
    yield "deduct" if calculation.deducts else "score"
    yield [[part.name, fold(part.label), _of_expression(part.body)] for part in calculation.parts]
    yield _of_expression(calculation.body)
    read = {
        id(quantity): quantity
        for expression in calculation.expressions()
        for first in model.read_by(expression)
        for quantity in rests_on(first)
    }
    yield [_of_quantity(quantity) for quantity in read.values()]


def _of_quantity(quantity: Quantity) -> Text:
    definition = quantity.definition
    return [
        fold(quantity.label),
        [quantity.kind, fold(quantity.unit), quantity.basis],
        [[option.code, fold(option.label)] for option in quantity.options],
        None if definition is None else _of_expression(definition),
    ]


def _of_expression(expression: Expression) -> Text:
    match expression:
        case model.Number():
            return _of_number(expression.value)
        case model.Read():
            return ["read", fold(expression.quantity.label)]
        case model.Named():
            return ["part", expression.part.name]
        case model.Negation():
            return ["not", _of_expression(expression.of)]
        case model.PerItem():
            label = fold(expression.counted.label)
            return ["per", label, _of_number(expression.points), _of_number(expression.most)]
        case model.Tier() | model.Checklist() | model.Choose():
            return _of_table(expression)
        case model.Unknown():
            return "unknown"
        case _:
            parts: list[Text] = [_of_expression(operand) for operand in model.operands(expression)]
            return [_operator(expression), *parts]


def _operator(
    expression: model.Arithmetic | model.Extreme | model.Conditional | model.Comparison | model.Junction,
) -> str:
    match expression:
        case model.Arithmetic() | model.Comparison():
            return expression.operator
        case model.Extreme():
            return "max" if expression.greatest else "min"
        case model.Junction():
            return "and" if expression.every else "or"
        case model.Conditional():
            return "if"
        case _:
            assert_never(expression)


def _of_table(table: model.Tier | model.Checklist | model.Choose) -> Text:
    match table:
        case model.Tier():
            steps: list[Text] = [
                [[[operator, _of_number(bound)] for operator, bound, _ in step.bounds], _of_number(step.points)]
                for step in table.steps
            ]
            return ["tier", _of_expression(table.subject), steps, _of_number(table.otherwise)]
        case model.Checklist():
            entries: list[Text] = [
                [fold(row.quantity.label), _of_number(row.points), "gate" if row.gate else "", _of_number(row.most)]
                for row in table.entries
            ]
            return ["checklist", entries, _of_number(table.most)]
        case model.Choose():
            points: list[Text] = [[code, _of_number(worth)] for code, worth in table.points.items()]
            return ["choose", fold(table.quantity.label), points]
        case _:
            assert_never(table)


def _of_number(number: Fraction | None) -> Text:
    return None if number is None else f"{number.numerator}/{number.denominator}"
