"""A calculation in words: one line a part, then the score, with the quantities' own labels.

In: a calculation or an expression, and a language. Out: plain text, which whoever shows it quotes for its target. Brackets stand only
where leaving them out would change what is said. In English a quantity goes by its English label, else by its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from ctmm_dsl.expression.figures import decimal, figure
from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import Calculation, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression

SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a calculation: `name` = `head`, with the rows of a table under it."""

    name: str
    label: str
    head: str
    rows: tuple[str, ...]

    def flat(self, language: str) -> str:
        name = " ".join(filter(None, (self.name, self.label)))
        return f"{name} = {self.head}{_rows(self.rows, language)}"


def _rows(rows: tuple[str, ...], language: str) -> str:
    colon, semicolon = ("：", "；") if language == "zh" else (": ", "; ")
    return colon + semicolon.join(rows) if rows else ""


def calculation(calculation: Calculation, language: str) -> list[str]:
    """A line for each named part, then one for the score or deduction."""
    return [line.flat(language) for line in lines(calculation, language)]


def lines(calculation: Calculation, language: str) -> list[Line]:
    """The same with the rows of tables apart."""
    parts = [line(part.name, part.label, part.body, language) for part in calculation.parts]
    return [*parts, line(result_name(calculation)[language], "", calculation.body, language)]


def result_name(calculation: Calculation) -> Both:
    return both("扣分", "deduction") if calculation.deducts else both("得分", "score")


def line(name: str, label: str, body: Expression, language: str) -> Line:
    speaker = Speaker(language)
    return Line(name, label, speaker.head(body), speaker.rows(body))


def expression(expression: Expression, language: str) -> str:
    """An expression on one line."""
    return Speaker(language).whole(expression)


def label_of(quantity: Quantity, language: str) -> str:
    if language == "zh":
        return quantity.label or quantity.name
    return quantity.notes.first("en") or quantity.name


# ---- precedence ----------------------------------------------------------------------------------------------------

ALONE, EITHER, EVERY, NOT, COMPARED, ADDED, MULTIPLIED, ATOM = range(8)


def precedence(expression: Expression) -> int:
    """How closely an expression holds together; what stands ALONE is bracketed wherever it is part of another."""
    match expression:
        case model.Number() | model.Read() | model.Named() | model.Extreme() | model.Unknown():
            return ATOM
        case model.Arithmetic():
            if expression.empty is not None:
                return ALONE
            return ADDED if expression.operator in "+-" else MULTIPLIED
        case model.Comparison():
            return COMPARED
        case model.Junction():
            return EVERY if expression.every else EITHER
        case model.Negation():
            return NOT
        case model.Conditional() | model.PerItem() | model.Tier() | model.Checklist() | model.Choose():
            return ALONE
        case _:
            assert_never(expression)


# ---- words ---------------------------------------------------------------------------------------------------------

UP_TO = both("，最多 {most} 分", ", at most {most}")
PER_ITEM = both("{label}每 1 {unit}计 {points} 分", "{points} for each of {label}")
ENTRY = both("{label} {points} 分", "{label} {points}")
GATE = both("（先决条件：不满足则这些项都不得分）", " (required: without it the whole list gives 0)")
LIST = both("逐项计分，相加", "the sum of what is met")
TIER = both("按 {subject} 分档", "by {subject}")
STEP = both("{bounds} 时 {points} 分", "{bounds}: {points}")
ELSE = both("其余 {points} 分", "otherwise: {points}")
CHOICE = both("按“{label}”取分", "by “{label}”")
EMPTY = both("；{divisor} 为 0 时取 {instead}", "; where {divisor} is 0: {instead}")
CONDITIONAL = both("若 {condition}，则 {then}，否则 {otherwise}", "if {condition} then {then} else {otherwise}")
HOLDS = both("“{label}”为是", "“{label}” is so")
FAILS = both("“{label}”为否", "“{label}” is not so")
NEGATED = both("并非 {of}", "not {of}")
AND, OR = both("且", "and"), both("或", "or")


class Speaker:
    """Says expressions in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, words: Both, **holes: str) -> str:
        return words[self.language].format(**holes)

    def label(self, quantity: Quantity) -> str:
        return label_of(quantity, self.language)

    def whole(self, expression: Expression) -> str:
        """An expression with the rows of its table, if it has one, on one line."""
        return self.head(expression) + _rows(self.rows(expression), self.language)

    # ---- tables ----------------------------------------------------------------------------------------------------

    def head(self, expression: Expression) -> str:
        """An expression without the rows of its table."""
        match expression:
            case model.Tier():
                return self.say(TIER, subject=self.within(expression.subject, ADDED))
            case model.Checklist():
                return self.say(LIST) + self.up_to(expression.most)
            case model.Choose():
                return self.say(CHOICE, label=self.label(expression.quantity))
            case _:
                return self.plain(expression)

    def rows(self, expression: Expression) -> tuple[str, ...]:
        match expression:
            case model.Tier():
                steps = [self.step(step) for step in expression.steps]
                if expression.otherwise is not None:
                    steps.append(self.say(ELSE, points=decimal(expression.otherwise)))
                return tuple(steps)
            case model.Checklist():
                return tuple(self.entry(entry) for entry in expression.entries)
            case model.Choose():
                labels = {option.code: option.label or option.code for option in expression.quantity.options}
                return tuple(
                    self.say(
                        ENTRY, label=labels.get(code, code) if self.language == "zh" else code, points=decimal(points)
                    )
                    for code, points in expression.points.items()
                )
            case _:
                return ()

    def step(self, step: model.Step) -> str:
        between = f" {self.say(AND)} "
        bounds = between.join(f"{SIGNS[sign]} {figure(value, percent)}" for sign, value, percent in step.bounds)
        return self.say(STEP, bounds=bounds, points=decimal(step.points))

    def entry(self, entry: model.Entry) -> str:
        label, points = self.label(entry.quantity), decimal(entry.points)
        if entry.quantity.kind == "flag":
            said = self.say(ENTRY, label=label, points=points)
        else:
            said = self.say(PER_ITEM, label=_apart(label), unit=entry.quantity.unit, points=points) + self.up_to(
                entry.most
            )
        return said + (self.say(GATE) if entry.gate else "")

    def up_to(self, most: Fraction | None) -> str:
        return "" if most is None else self.say(UP_TO, most=decimal(most))

    # ---- plain expressions -----------------------------------------------------------------------------------------

    def within(self, expression: Expression, least: int) -> str:
        """An operand, in brackets where it would otherwise fall apart."""
        said = self.whole(expression)
        return said if precedence(expression) >= least else f"({said})"

    def plain(self, expression: Expression) -> str:  # noqa: C901  a case for each kind of expression
        match expression:
            case model.Number():
                return figure(expression.value, expression.percent)
            case model.Read():
                label = self.label(expression.quantity)
                return self.say(HOLDS, label=label) if expression.quantity.kind == "flag" else _apart(label)
            case model.Named():
                return expression.part.name
            case model.Arithmetic():
                return self.arithmetic(expression)
            case model.Extreme():
                which = "max" if expression.greatest else "min"
                return f"{which}({', '.join(self.within(operand, ADDED) for operand in expression.of)})"
            case model.Conditional():
                condition, then, otherwise = expression.condition, expression.then, expression.otherwise
                return self.say(
                    CONDITIONAL,
                    condition=self.within(condition, EITHER),
                    then=self.within(then, ADDED),
                    otherwise=self.within(otherwise, ADDED),
                )
            case model.PerItem():
                quantity, points = expression.counted, decimal(expression.points)
                words = self.say(PER_ITEM, label=_apart(self.label(quantity)), unit=quantity.unit, points=points)
                return words + self.up_to(expression.most)
            case model.Comparison():
                ends = self.within(expression.left, ADDED), self.within(expression.right, ADDED)
                return f" {SIGNS[expression.operator]} ".join(ends)
            case model.Junction():
                said = [self.joined(expression, end) for end in (expression.left, expression.right)]
                return f" {self.say(AND if expression.every else OR)} ".join(said)
            case model.Negation():
                return self.negation(expression)
            case model.Unknown():
                return "?"
            case model.Tier() | model.Checklist() | model.Choose():
                raise TypeError(expression)  # they have rows: `head` and `rows` say them
            case _:
                assert_never(expression)

    def arithmetic(self, expression: model.Arithmetic) -> str:
        least = ADDED if expression.operator in "+-" else MULTIPLIED
        left = self.within(expression.left, least)
        right = self.within(expression.right, least if expression.operator == "+" else least + 1)
        said = f"{left} {SIGNS[expression.operator]} {right}"
        if expression.empty is None:
            return said
        return said + self.say(EMPTY, divisor=right, instead=self.within(expression.empty, ADDED))

    def joined(self, junction: model.Junction, operand: Expression) -> str:
        """An operand of `and` or `or`; one of the other kind is bracketed, so that nobody has to know which binds closer."""
        same = isinstance(operand, model.Junction) and operand.every == junction.every and operand is junction.left
        return self.within(operand, ALONE if same else NOT)

    def negation(self, expression: model.Negation) -> str:
        match expression.of:
            case model.Read(quantity=quantity):
                return self.say(FAILS, label=self.label(quantity))
            case _:
                return self.say(NEGATED, of=self.within(expression.of, ATOM))


_LOOSE = re.compile(r"[\s+*/=<>×÷−≥≤,;:，；：]")


def _apart(label: str) -> str:
    """A label within an expression, in quotation marks where it could be taken for more than one operand."""
    return f"“{label}”" if _LOOSE.search(label) else label
