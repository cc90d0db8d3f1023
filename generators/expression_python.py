"""Formulas as Python: what an expression is, in code that can be read beside the document.

In: a calculation of the model, or what computes a quantity. Out: a Python function of the quantities that it reads, exact: integers stay
integers, and a division makes a `Fraction`. No name of a standard is trusted to be one of Python's: see `python_names`.

A number is held as `times × code / over`, where `times` is known now. So factors are gathered before anything is written, and what runs
makes as few fractions as it can: `100 * (0.5 * a / b + 0.5 * c / d)` is written `50 * (Fraction(a, b) + Fraction(c, d))`.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction
from math import gcd, lcm

from ctmm_dsl.model import Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from generators.free_names import free_names
from generators.quoting import python

RESERVED = {*keyword.kwlist, "Fraction", "Number", "Parts", "bool", "parts", "points", "str", "tuple"}
"""Names that the functions use themselves, but for those that begin with an underscore, as no name of a standard does."""
SHORT = 96
"""Where a line is too long, operands that together have more characters than this are given names of their own."""
ONE = Fraction(1)


class Binds(IntEnum):
    """How closely a piece of Python holds together, loosest first."""

    CHOICE, OR, AND, NOT, COMPARED, SUM, PRODUCT, ATOM = range(8)


@dataclass(frozen=True, slots=True)
class Term:
    """A number: `times × code / over`. `pieces`: where a line can be broken, with the brackets `around` them, if it has any."""

    times: Fraction
    code: str = "1"
    binds: Binds = Binds.ATOM
    over: str = ""
    pieces: tuple[str, ...] = ()
    around: tuple[str, str] = ("", "")

    @property
    def plain(self) -> bool:
        """Whether it is a number known now."""
        return self.code == "1" and not self.over

    def scaled(self, factor: Fraction | int) -> Term:
        return replace(self, times=self.times * factor) if factor else Term(Fraction(0))

    def within(self, binds: Binds) -> str:
        """Its code alone, in brackets where what is around it binds more closely."""
        return f"({self.code})" if self.binds < binds else self.code


def python_names(names: Iterable[str]) -> dict[str, str]:
    """Names as Python can have them, no two alike: a name that Python, or the code around it, has a use for gets an underscore."""
    return free_names(names, RESERVED)


# ---- terms as code ---------------------------------------------------------------------------------------------


def written(term: Term) -> tuple[str, Binds]:
    """A term as Python, and how closely it binds."""
    top, bottom = term.times.numerator, term.times.denominator
    above, binds = _multiple(top, term)
    if term.over:
        below = term.over if bottom == 1 else f"{bottom} * {_bracketed(term.over)}"
        return f"Fraction({above}, {below})", Binds.ATOM
    return (above, binds) if bottom == 1 else (f"Fraction({above}, {bottom})", Binds.ATOM)


def _multiple(times: int, term: Term) -> tuple[str, Binds]:
    if term.code == "1":
        return str(times), Binds.ATOM if times >= 0 else Binds.SUM
    if times == 1:
        return term.code, term.binds
    return f"{times} * {term.within(Binds.PRODUCT)}", Binds.PRODUCT if times >= 0 else Binds.SUM


def _bracketed(code: str) -> str:
    return code if code.isidentifier() else f"({code})"


def single(term: Term) -> Term:
    """A term without a line of division in it: that becomes a Fraction."""
    return Term(ONE, *written(term)) if term.over else term


def over_one(terms: Iterable[Term]) -> tuple[list[Term], Fraction]:
    """Terms as whole multiples of code, and the part of one that they all are to be multiplied by."""
    closed = [single(term) for term in terms]
    bottom = lcm(*(term.times.denominator for term in closed))
    return [term.scaled(bottom) for term in closed], Fraction(1, bottom)


def summed(terms: Iterable[Term]) -> Term:
    whole, part = over_one(terms)
    if part != 1:  # the weights of a mean: as small as they can be
        divisor = gcd(*(term.times.numerator for term in whole)) or 1
        whole, part = [term.scaled(Fraction(1, divisor)) for term in whole], part * divisor
    pieces: list[str] = []
    for term in whole:
        sign = "-" if term.times < 0 else "+"
        code, binds = _multiple(abs(int(term.times)), term)
        code = f"({code})" if binds < Binds.PRODUCT else code
        pieces.append(f"{sign} {code}" if pieces else f"-{code}" if sign == "-" else code)
    if len(pieces) == 1 and whole[0].times == 1:
        return whole[0].scaled(part)
    return Term(part, " ".join(pieces), Binds.SUM, pieces=tuple(pieces))


def product(left: Term, right: Term) -> Term:
    if left.plain or right.plain:
        factor, term = (left, right) if left.plain else (right, left)
        return term.scaled(factor.times)
    if left.over and right.over:
        right = single(right)
    code = f"{left.within(Binds.PRODUCT)} * {right.within(Binds.PRODUCT)}"
    return Term(left.times * right.times, code, Binds.PRODUCT, left.over or right.over)


def quotient(left: Term, right: Term) -> Term:
    if right.plain:
        return left.scaled(1 / right.times)
    left, right = single(left), single(right)
    return replace(left, times=left.times / right.times, over=right.code)


def extreme(greatest: bool, terms: Iterable[Term]) -> Term:
    whole, part = over_one(terms)
    if len(whole) == 1:
        return whole[0].scaled(part)
    codes = [_multiple(int(term.times), term)[0] for term in whole]
    return _bracketed_pieces(part, "_max(" if greatest else "_min(", codes, ")")


def _bracketed_pieces(times: Fraction, before: str, pieces: list[str], after: str) -> Term:
    return Term(times, before + ", ".join(pieces) + after, pieces=tuple(pieces), around=(before, after))


def chosen(condition: str, then: Term, otherwise: Term) -> Term:
    """`then` where the condition holds, else `otherwise`."""
    (first, second), part = over_one((then, otherwise))
    codes = [_multiple(int(term.times), term) for term in (first, second)]
    yes, no = (f"({code})" if binds == Binds.CHOICE else code for code, binds in codes)
    pieces = (yes, f"if {condition}", f"else {no}")
    return Term(part, " ".join(pieces), Binds.CHOICE, pieces=pieces)


def compared(operator: str, left: Term, right: Term) -> str:
    bottom = lcm(left.times.denominator, right.times.denominator)
    one, other = (written(term.scaled(bottom)) for term in (left, right))
    codes = [f"({code})" if binds < Binds.SUM else code for code, binds in (one, other)]
    return f"{codes[0]} {'==' if operator == '=' else operator} {codes[1]}"


# ---- expressions -----------------------------------------------------------------------------------------------

Name = Callable[[Term, int], Term]
"""Gives a long operand, one of so many, a name of its own."""


class Terms:
    """Makes terms of expressions. `names`: how quantities and parts are called; `shorten` is asked for every operand."""

    def __init__(self, names: Mapping[str, str], shorten: Name = lambda term, _: term) -> None:
        self.names = names
        self.shorten = shorten

    def of(self, expression: Expression) -> Term:
        match expression:
            case model.Number():
                return Term(expression.value)
            case model.Read():
                return self.quantity(expression.quantity)
            case model.Named():
                return Term(ONE, self.names[expression.part.name])
            case model.Arithmetic():
                return self._arithmetic(expression)
            case model.Extreme():
                return extreme(expression.greatest, self._operands(expression.of))
            case model.Conditional():
                branches = self._operands((expression.then, expression.otherwise), 3)
                return chosen(self._condition(self._truth(expression.condition), 2)[0], *branches)
            case model.PerItem():
                return self._capped(self.quantity(expression.counted).scaled(expression.points), expression.most)
            case model.Checklist():
                return self._checklist(expression)
            case model.Choose():
                return self._choose(expression)
        raise TypeError(expression)  # a tier stands alone, and the checks let no other through

    def quantity(self, quantity: Quantity) -> Term:
        return Term(ONE, self.names[quantity.name])

    def _condition(self, condition: tuple[str, Binds], among: int) -> tuple[str, Binds]:
        """A condition, one of so many things on a line."""
        named = self.shorten(Term(ONE, *condition), among)
        return named.code, named.binds

    def _truth(self, expression: Expression) -> tuple[str, Binds]:
        match expression:
            case model.Read():
                return self.names[expression.quantity.name], Binds.ATOM
            case model.Comparison():
                left, right = self._operands((expression.left, expression.right))
                return compared(expression.operator, left, right), Binds.COMPARED
            case model.Negation():
                return f"not {_inside(self._truth(expression.of), Binds.NOT)}", Binds.NOT
            case model.Junction():
                word, binds = ("and", Binds.AND) if expression.every else ("or", Binds.OR)
                sides = [self._condition(self._truth(side), 2) for side in (expression.left, expression.right)]
                return f" {word} ".join(_inside(side, binds) for side in sides), binds
        raise TypeError(expression)

    def _operands(self, expressions: Iterable[Expression], among: int = 0) -> list[Term]:
        found = list(expressions)
        return [self.shorten(self.of(expression), among or len(found)) for expression in found]

    def _arithmetic(self, expression: model.Arithmetic) -> Term:
        if expression.operator in "+-":
            terms = self._sum(expression, 1)
            among = 2 if len(terms) == 2 else 1  # of more than two, each can have a line to itself
            return summed(self.shorten(self.of(term), among).scaled(sign) for term, sign in terms)
        left, right = self._operands((expression.left, expression.right))
        if expression.operator == "*":
            return product(left, right)
        if expression.empty is None or (right.plain and right.times):
            return quotient(left, right)
        right = single(right)
        if not right.code.isidentifier():
            right = self.shorten(right, SHORT)
        instead = self.shorten(self.of(expression.empty), 3)
        if right.plain:
            return instead
        return chosen(compared("!=", right, Term(Fraction(0))), quotient(left, right), instead)

    def _sum(self, expression: Expression, sign: int) -> list[tuple[Expression, int]]:
        """The terms of a sum with their signs, however it was put together."""
        if isinstance(expression, model.Arithmetic) and expression.operator in "+-":
            minus = sign if expression.operator == "+" else -sign
            return [*self._sum(expression.left, sign), *self._sum(expression.right, minus)]
        return [(expression, sign)]

    # ---- tables ------------------------------------------------------------------------------------------------

    def _capped(self, points: Term, most: Fraction | None) -> Term:
        return points if most is None else extreme(False, (self.shorten(points, 2), Term(most)))

    def _checklist(self, expression: model.Checklist) -> Term:
        points = self._capped(self._listed(expression.entries), expression.most)
        gates = [self._met(entry.quantity) for entry in expression.entries if entry.gate]
        return chosen(" and ".join(gates), self.shorten(points, 2), Term(Fraction(0))) if gates else points

    def _listed(self, entries: tuple[model.Entry, ...]) -> Term:
        if len(entries) == 1 and entries[0].quantity.kind == "flag":  # alone it would stay a truth
            return chosen(self.names[entries[0].quantity.name], Term(entries[0].points), Term(Fraction(0)))
        return summed(self._entry(entry) for entry in entries)

    def _entry(self, entry: model.Entry) -> Term:
        if entry.quantity.kind == "flag":
            return self.quantity(entry.quantity).scaled(entry.points)  # True counts for 1
        return self._capped(self.quantity(entry.quantity).scaled(entry.points), entry.most)

    def _met(self, quantity: Quantity) -> str:
        name = self.names[quantity.name]
        return name if quantity.kind == "flag" else f"{name} > 0"

    def _choose(self, expression: model.Choose) -> Term:
        bottom = lcm(*(points.denominator for points in expression.points.values()))
        rows = [f"{python(code)}: {int(points * bottom)}" for code, points in expression.points.items()]
        return _bracketed_pieces(Fraction(1, bottom), "{", rows, f"}}[{self.names[expression.quantity.name]}]")


def _inside(condition: tuple[str, Binds], binds: Binds) -> str:
    code, own = condition
    return f"({code})" if own < binds else code
