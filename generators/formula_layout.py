"""A calculation as a printer lays it out: fractions, cases, sums. What LaTeX and MathML both render.

In: a calculation of the model. Out: equations of `Math`. A tier and a condition are cases; a checklist is a sum, with [ ] for 1 where
something holds and 0 where it does not; what gates it multiplies it. A sum that would be too wide has a line for each term.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from ctmm_dsl.expression import text
from ctmm_dsl.expression.figures import decimal, figure
from ctmm_dsl.model import Calculation, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from generators.formula_shapes import (
    Cases,
    Equation,
    Extreme,
    Figure,
    Lines,
    Math,
    Over,
    Row,
    Sign,
    Symbol,
    Within,
    Words,
    width,
)

WIDEST = 64
"""A sum that is wider, in cells, is broken: a line of a document holds some forty Chinese characters."""

# ---- calculations ----------------------------------------------------------------------------------------------


def equations(calculation: Calculation) -> list[Equation]:
    """An equation for each named part, then one for the score or deduction."""
    layout = Layout(part.name for part in calculation.parts)
    parts = [Equation(Symbol(part.name), part.label, layout.whole(part.body)) for part in calculation.parts]
    return [*parts, Equation(Words(text.result_name(calculation)["zh"]), "", layout.whole(calculation.body))]


def definition(quantity: Quantity) -> Math:
    """What a computed quantity is computed from."""
    assert quantity.definition is not None
    return Layout(()).whole(quantity.definition)


class Layout:
    """Lays out the expressions of one calculation; `letter` stands for the subject of a tier, and is no part's name."""

    def __init__(self, names: Iterable[str]) -> None:
        taken = set(names)
        self.letter = Symbol(next(letter for letter in LETTERS if letter not in taken))

    def whole(self, expression: Expression) -> Math:  # noqa: C901  a case for each kind of expression
        match expression:
            case model.Number():
                return Figure(figure(expression.value, expression.percent))
            case model.Read():
                return words(expression.quantity)
            case model.Named():
                return Symbol(expression.part.name)
            case model.Arithmetic():
                return self.arithmetic(expression)
            case model.Extreme():
                name = "max" if expression.greatest else "min"
                return Extreme(name, tuple(self.whole(operand) for operand in expression.of))
            case model.Conditional():
                return Cases(tuple(self.branches(expression)))
            case model.PerItem():
                return _capped(_times(expression.points, words(expression.counted)), expression.most)
            case model.Tier():
                return self.tier(expression)
            case model.Checklist():
                return checklist(expression)
            case model.Choose():
                return self.choice(expression)
            case model.Comparison() | model.Junction() | model.Negation():
                return self.condition(expression)
            case model.Unknown():
                return Words("?")
            case _:
                assert_never(expression)

    def within(self, expression: Expression, least: int) -> Math:
        """An operand, in brackets where it would otherwise fall apart; fractions and what is under a line of its own hold together."""
        laid = self.whole(expression)
        loose = text.precedence(expression) < least and not isinstance(laid, Over | Extreme | Words)
        return Within(laid, holds=False) if loose else laid

    # ---- arithmetic ------------------------------------------------------------------------------------------------

    def arithmetic(self, expression: model.Arithmetic) -> Math:
        if expression.operator == "/":
            return self.quotient(expression)
        if expression.operator == "*":
            return Row((self.within(expression.left, text.MULTIPLIED), TIMES, self.within(expression.right, text.ATOM)))
        first, *others = self.terms(expression)
        return _sum(first, others)

    def terms(self, expression: Expression) -> list[Math]:
        """The terms of a sum, those after the first with their signs."""
        match expression:
            case model.Arithmetic(operator="+" | "-" as operator, left=left, right=right):
                least = text.ADDED if operator == "+" else text.MULTIPLIED
                return [*self.terms(left), Row((Sign(text.SIGNS[operator]), self.within(right, least)))]
            case _:
                return [self.within(expression, text.ADDED)]

    def quotient(self, expression: model.Arithmetic) -> Math:
        """A fraction; a number that multiplies all that is above the line stands before it."""
        below = self.whole(expression.right)
        match expression.left:
            case model.Arithmetic(operator="*", left=model.Number() as number, right=rest, empty=None):
                quotient: Math = Row((self.whole(number), TIMES, Over(self.whole(rest), below)))
            case above:
                quotient = Over(self.whole(above), below)
        if expression.empty is None:
            return quotient
        zero = Figure("0")
        return Cases(((quotient, Row((below, Sign(text.SIGNS[">"]), zero))),
                      (self.whole(expression.empty), Row((below, Sign(text.SIGNS["="]), zero)))))  # fmt: skip

    def branches(self, expression: model.Conditional) -> Iterable[tuple[Math, Math]]:
        """The cases of a condition; an else that is a condition itself goes on with its own."""
        yield self.whole(expression.then), self.condition(expression.condition)
        if isinstance(expression.otherwise, model.Conditional):
            yield from self.branches(expression.otherwise)
        else:
            yield self.whole(expression.otherwise), ELSE

    def condition(self, condition: Expression) -> Math:
        """When something holds: comparisons as mathematics, the rest in words; and within or, or within and, is bracketed."""
        match condition:
            case model.Comparison():
                ends = self.within(condition.left, text.ADDED), self.within(condition.right, text.ADDED)
                return Row((ends[0], Sign(text.SIGNS[condition.operator]), ends[1]))
            case model.Junction():
                word = Words(f" {(text.AND if condition.every else text.OR)['zh']} ")
                return Row((self.side(condition.left, condition), word, self.side(condition.right, condition)))
            case model.Negation(of=model.Junction() | model.Negation() | model.Comparison() as of):
                return Row((Words(text.NEGATED["zh"].format(of="")), Within(self.condition(of), holds=False)))
            case _:
                return Words(text.expression(condition, "zh"))

    def side(self, side: Expression, junction: model.Junction) -> Math:
        other = isinstance(side, model.Junction) and side.every != junction.every
        return Within(self.condition(side), holds=False) if other else self.condition(side)

    # ---- tiers -----------------------------------------------------------------------------------------------------

    def tier(self, expression: model.Tier) -> Math:
        """Points by the values of a subject, which goes by a letter unless it has a short name already."""
        subject = self.whole(expression.subject)
        by = subject if isinstance(subject, Symbol) else self.letter
        rows = [(Figure(decimal(step.points)), bounds(by, step)) for step in expression.steps]
        if expression.otherwise is not None:
            rows.append((Figure(decimal(expression.otherwise)), ELSE))
        cases = Cases(tuple(rows))
        return cases if by is subject else Lines((cases, Row((by, EQUALS, subject))))

    def choice(self, expression: model.Choose) -> Math:
        """Points by the option that was chosen; its name goes by the letter as well."""
        labels = {option.code: option.label or option.code for option in expression.quantity.options}
        chosen = ((points, Words(f"“{labels.get(code, code)}”")) for code, points in expression.points.items())
        rows = tuple((Figure(decimal(points)), Row((self.letter, EQUALS, label))) for points, label in chosen)
        return Lines((Cases(rows), Row((self.letter, EQUALS, words(expression.quantity)))))


LETTERS = ("x", "y", "z", "u", "v", "w", *(f"x{count}" for count in range(1, 10_000)))
ELSE = Words("其余")
EQUALS, TIMES = Sign(text.SIGNS["="]), Sign(text.SIGNS["*"])


def bounds(by: Symbol, step: model.Step) -> Math:
    """60% ≤ x < 90%, x ≥ 90%."""
    lower = [bound for bound in step.bounds if bound[0] in (">=", ">")]
    if len(step.bounds) == 2 and len(lower) == 1:
        ((sign, low, percent),) = lower
        ((other_sign, high, other_percent),) = (bound for bound in step.bounds if bound not in lower)
        before = Sign(text.SIGNS["<=" if sign == ">=" else "<"])
        return Row(
            (
                Figure(figure(low, percent)),
                before,
                by,
                Sign(text.SIGNS[other_sign]),
                Figure(figure(high, other_percent)),
            )
        )
    found = [Row((by, Sign(text.SIGNS[sign]), Figure(figure(value, percent)))) for sign, value, percent in step.bounds]
    return Row(tuple(part for one in found for part in (one, Words(" 且 ")))[:-1])


# ---- lists -----------------------------------------------------------------------------------------------------


def checklist(expression: model.Checklist) -> Math:
    gates = [_holds(entry.quantity) for entry in expression.entries if entry.gate]
    terms = [_entry(entry) for entry in expression.entries]
    first, *others = terms or [Figure("0")]
    total = _capped(_lines(first, [Row((Sign(text.SIGNS["+"]), term)) for term in others]), expression.most)
    if not gates:
        return total
    held = total if isinstance(total, Extreme) or not others else Within(total, holds=False)
    first, *others = (*gates, held)
    return _lines(first, [Row((TIMES, factor)) for factor in others])


def _entry(entry: model.Entry) -> Math:
    if entry.quantity.kind == "flag":
        return _times(entry.points, Within(words(entry.quantity), holds=True))
    return _capped(_times(entry.points, words(entry.quantity)), entry.most)


def _holds(quantity: Quantity) -> Math:
    if quantity.kind == "flag":
        return Within(words(quantity), holds=True)
    return Within(Row((words(quantity), Sign(text.SIGNS[">"]), Figure("0"))), holds=True)


def words(quantity: Quantity) -> Words:
    return Words(text.label_of(quantity, "zh"))


def _sum(first: Math, others: list[Math]) -> Math:
    """A sum on one line, or, where it would be too wide, on several."""
    row = Row((first, *others))
    return row if width(row) <= WIDEST else _lines(first, others)


def _lines(first: Math, others: list[Math]) -> Math:
    return Lines((first, *others)) if others else first


def _times(points: Fraction, what: Math) -> Math:
    return Row((Figure(decimal(points)), TIMES, what))


def _capped(total: Math, most: Fraction | None) -> Math:
    return total if most is None else Extreme("min", (Figure(decimal(most)), total))
