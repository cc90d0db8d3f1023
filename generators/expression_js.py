"""Formulas as JavaScript: what an expression is, in code that can be read beside the document.

In: an expression of the model. Out: pieces of JavaScript, exact: numbers are BigInts and fractions of them, and what is done with them has
names, for BigInts have no fractions and Numbers are not exact. No name of a standard is trusted to be one of JavaScript's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from ctmm_dsl.model import Interval, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from generators.javascript_layout import Call, Cases, Joined, Piece, bracketed, flat, number
from generators.quoting import javascript

RESERVED = {
    "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
    "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface",
    "let", "new", "null", "package", "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true",
    "try", "typeof", "undefined", "var", "void", "while", "with", "yield",
    "Map", "compare", "difference", "greatest", "least", "product", "quotient", "ratio", "sum",
}  # fmt: skip
"""Names that mean something to JavaScript, and those that the functions use themselves."""
ZERO = number(Fraction(0))
NAMED = {"+": "sum", "*": "product", "-": "difference", "/": "quotient"}
COMPARED = {"=": "===", "!=": "!=="}


class Pieces:
    """Makes code of expressions. `names`: how quantities and parts are called; `name` gives code that is used several times a name."""

    def __init__(self, names: Mapping[str, str], name: Callable[[Piece], str]) -> None:
        self.names = names
        self.name = name

    def of(self, expression: Expression) -> Piece:  # noqa: C901  a case for each kind of expression
        match expression:
            case model.Number():
                return number(expression.value)
            case model.Read():
                return self.names[expression.quantity.name]
            case model.Named():
                return self.names[expression.part.name]
            case model.Arithmetic():
                return self._arithmetic(expression)
            case model.Extreme():
                return _call("greatest" if expression.greatest else "least", *map(self.of, expression.of))
            case model.Conditional():
                return self._conditional(expression)
            case model.PerItem():
                return _capped(self._times(expression.counted, expression.points), expression.most)
            case model.Tier():
                return self._tier(expression)
            case model.Checklist():
                return self._checklist(expression)
            case model.Choose():
                return self._choose(expression)
        raise TypeError(expression)  # the checks let no other through

    # ---- conditions ------------------------------------------------------------------------------------------------

    def truth(self, expression: Expression) -> Piece:
        match expression:
            case model.Read():
                return self.names[expression.quantity.name]
            case model.Comparison():
                return _compared(self.of(expression.left), expression.operator, self.of(expression.right))
            case model.Negation():
                of = self.truth(expression.of)
                return f"!{of}" if isinstance(of, str) and of.isidentifier() else bracketed(of, "!(")
            case model.Junction():
                sign = "&&" if expression.every else "||"
                return Joined(sign, tuple(self._sides(expression, expression.every)))
        raise TypeError(expression)

    def _sides(self, expression: Expression, every: bool) -> list[Piece]:
        """The sides of a junction, and those of the same junctions within it; of others in brackets."""
        if not isinstance(expression, model.Junction):
            return [self.truth(expression)]
        if expression.every != every:
            return [bracketed(self.truth(expression))]
        return [*self._sides(expression.left, every), *self._sides(expression.right, every)]

    def _conditional(self, expression: model.Conditional) -> Piece:
        then, otherwise = self.of(expression.then), self.of(expression.otherwise)
        return _chosen(self.truth(expression.condition), then, otherwise)

    # ---- arithmetic ------------------------------------------------------------------------------------------------

    def _arithmetic(self, expression: model.Arithmetic) -> Piece:
        name = NAMED[expression.operator]
        if expression.operator in "+*":
            return _call(name, *map(self.of, _operands(expression, expression.operator)))
        left, right = self.of(expression.left), self.of(expression.right)
        if expression.empty is None:
            return _call(name, left, right)
        right = self.name(right)
        return _chosen(_compared(right, "!=", ZERO), _call(name, left, right), self.of(expression.empty))

    def _times(self, quantity: Quantity, points: Fraction) -> Piece:
        named = self.names[quantity.name]
        return named if points == 1 else _call("product", number(points), named)

    # ---- tables ----------------------------------------------------------------------------------------------------

    def _tier(self, tier: model.Tier) -> Piece:
        """The points of the first step that holds; the checks have seen that the last takes all that is left."""
        value = self.name(self.of(tier.subject))
        rows: list[tuple[Piece, Piece]] = [(_holds(value, step.interval), number(step.points)) for step in tier.steps]
        if tier.otherwise is not None:
            return Cases(tuple(rows), number(tier.otherwise)) if rows else number(tier.otherwise)
        *before, (_, last) = rows
        return Cases(tuple(before), last) if before else last

    def _checklist(self, expression: model.Checklist) -> Piece:
        entries = [self._entry(entry) for entry in expression.entries]
        points = _capped(entries[0] if len(entries) == 1 else _call("sum", *entries), expression.most)
        gates = [self._met(entry.quantity) for entry in expression.entries if entry.gate]
        if not gates:
            return points
        return _chosen(gates[0] if len(gates) == 1 else Joined("&&", tuple(gates)), points, ZERO)

    def _entry(self, entry: model.Entry) -> Piece:
        if entry.quantity.kind == "flag":
            if entry.gate:  # it is met where there are points at all
                return number(entry.points)
            return _chosen(self.names[entry.quantity.name], number(entry.points), ZERO)
        return _capped(self._times(entry.quantity, entry.points), entry.most)

    def _met(self, quantity: Quantity) -> Piece:
        name = self.names[quantity.name]
        return name if quantity.kind == "flag" else _compared(name, ">", ZERO)

    def _choose(self, expression: model.Choose) -> Piece:
        pairs: list[Piece] = [f"[{javascript(code)}, {number(points)}]" for code, points in expression.points.items()]
        return Call("new Map([", tuple(pairs), f"]).get({self.names[expression.quantity.name]})")


def _operands(expression: Expression, operator: str) -> list[Expression]:
    """The terms of a sum, or the factors of a product, however it was put together."""
    if isinstance(expression, model.Arithmetic) and expression.operator == operator:
        return [*_operands(expression.left, operator), *_operands(expression.right, operator)]
    return [expression]


def _call(name: str, *pieces: Piece) -> Piece:
    return Call(f"{name}(", pieces, ")")


def _capped(points: Piece, most: Fraction | None) -> Piece:
    return points if most is None else _call("least", points, number(most))


def _chosen(condition: Piece, then: Piece, otherwise: Piece) -> Piece:
    if isinstance(then, Cases):
        then = bracketed(then)
    if isinstance(otherwise, Cases):
        return Cases(((condition, then), *otherwise.rows), otherwise.otherwise)
    return Cases(((condition, then),), otherwise)


def _compared(left: Piece, operator: str, right: Piece) -> Piece:
    return Call("compare(", (left, right), f") {COMPARED.get(operator, operator)} 0")


def _holds(value: str, interval: Interval) -> Piece:
    """Whether a value lies in a stretch."""
    if interval.low is not None and interval.low == interval.high and not (interval.low_open or interval.high_open):
        return _compared(value, "=", number(interval.low))
    ends = []
    if interval.low is not None:
        ends.append(_compared(value, ">" if interval.low_open else ">=", number(interval.low)))
    if interval.high is not None:
        ends.append(_compared(value, "<" if interval.high_open else "<=", number(interval.high)))
    return ends[0] if len(ends) == 1 else Joined("&&", tuple(ends))


def is_name(piece: Piece) -> bool:
    return flat(piece).isidentifier()
