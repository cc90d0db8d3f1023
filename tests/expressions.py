"""Random calculations over a handful of quantities, of every shape that the language has, and random values for these.

In: a source of chance. Out: a `Calculation` of the model, never divided by zero; values of the quantities.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.model import Calculation, Interval, Node, Part, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from tests import strategies

TEXT = """standard shapes 形
  edition 1
  layers 域
method
  leaf formula
  parent weighted sum
quantity a 甲 count 个 at point
quantity b 乙 count 个 at point
  range 1..
quantity c 丙 amount km at point
quantity d 丁 amount km at point
  range > 0
quantity s 占比 share at point
quantity t 评分 score at point
quantity e 合计 count 个 at point
  = a + b
quantity p 是一 flag at point
quantity q 是二 flag at point
quantity r 是三 flag at point
quantity k 选 choice at point
  option low 低
  option mid 中
  option high 高
quantity longer_name_of_a_count 名称较长的数量 count 个 at point
quantity longer_name_of_another_count 名称较长的另一个数量 count 个 at point
  range 1..
quantity longer_name_of_a_flag 名称较长的是否 flag at point
domain A 域 100%
  let shown = checklist
    p  1
    q  1
    r  1
    longer_name_of_a_flag  1
    per longer_name_of_a_count each 1
    per longer_name_of_another_count each 1
  let chosen = choose k
    low   0
    mid   1
    high  2
  score = min(100, t + shown + chosen + 100 * (a + b + e) / e * (c / d) * s)
"""
SCHEME = strategies.Files((TEXT,), "shapes").compile()
STANDARD = SCHEME.standard
NODE: Node = STANDARD.domains[0]
QUANTITIES: dict[str, Quantity] = {quantity.name: quantity for quantity in STANDARD.quantities}
SPAN = NODE.span
NUMBERS = [name for name, quantity in QUANTITIES.items() if quantity.numeric]
COUNTS = [name for name, quantity in QUANTITIES.items() if quantity.kind == "count"]
FLAGS = [name for name, quantity in QUANTITIES.items() if quantity.kind == "flag"]
ABOVE_ZERO = ("b", "d", "e", "longer_name_of_another_count")
FIGURES = ("0", "1", "2", "3", "10", "100", "0.5", "0.25", "0.4", "0.6", "1.5", "33.3", "0.001", "5")


class Drawn:
    """Draws one calculation."""

    def __init__(self, random: Random, depth: int = 4) -> None:
        self.random = random
        self.parts: list[Part] = []
        self.depth = depth

    def calculation(self) -> Calculation:
        for at in range(self.random.randrange(4)):
            body = self.table() if self.random.random() < 0.5 else self.number(self.depth)
            label = self.random.choice(("", "一部分", 'a "b" \\'))
            self.parts.append(Part(f"b{at}", label, body, SPAN, SPAN))
        body = self.table() if self.random.random() < 0.2 else self.number(self.depth)
        return Calculation(False, tuple(self.parts), body, SPAN)

    def figure(self) -> Fraction:
        return Fraction(self.random.choice(FIGURES))

    def number(self, depth: int) -> Expression:
        chance = self.random.random()
        if depth == 0 or chance < 0.15:
            return self._leaf()
        if chance < 0.6:
            return self._arithmetic(depth - 1)
        if chance < 0.75:
            of = tuple(self.number(depth - 1) for _ in range(self.random.randint(1, 4)))
            return model.Extreme(self.random.random() < 0.5, of, SPAN)
        if chance < 0.9:
            return model.Conditional(self.truth(depth - 1), self.number(depth - 1), self.number(depth - 1), SPAN)
        most = self.figure() if self.random.random() < 0.5 else None
        return model.PerItem(QUANTITIES[self.random.choice(COUNTS)], self.figure(), most, SPAN)

    def _leaf(self) -> Expression:
        chance = self.random.random()
        if chance < 0.35:
            return model.Number(self.figure(), self.random.random() < 0.3, SPAN)
        if chance < 0.5 and self.parts:
            return model.Named(self.random.choice(self.parts), SPAN)
        return model.Read(QUANTITIES[self.random.choice(NUMBERS)], SPAN)

    def _arithmetic(self, depth: int) -> Expression:
        operator = self.random.choice("+-*/+*/")
        left = self.number(depth)
        if operator != "/":
            return model.Arithmetic(operator, left, self.number(depth), None, SPAN)
        if self.random.random() < 0.3:
            return model.Arithmetic("/", left, self.number(depth), self.number(min(depth, 1)), SPAN)
        return model.Arithmetic("/", left, self._above_zero(depth), None, SPAN)

    def _above_zero(self, depth: int) -> Expression:
        chance = self.random.random()
        if chance < 0.4:
            return model.Read(QUANTITIES[self.random.choice(ABOVE_ZERO)], SPAN)
        if chance < 0.6:
            return model.Number(max(self.figure(), Fraction(1, 8)), False, SPAN)
        one = model.Number(Fraction(1), False, SPAN)
        if chance < 0.8 or depth == 0:
            return model.Extreme(True, (one, self.number(depth)), SPAN)
        return model.Arithmetic(self.random.choice("+*"), self._above_zero(0), self._above_zero(0), None, SPAN)

    def truth(self, depth: int) -> Expression:
        chance = self.random.random()
        if depth == 0 or chance < 0.3:
            return model.Read(QUANTITIES[self.random.choice(FLAGS)], SPAN)
        if chance < 0.6:
            operator = self.random.choice((">=", "<=", ">", "<", "="))
            return model.Comparison(operator, self.number(depth - 1), self.number(depth - 1), SPAN)
        if chance < 0.75:
            return model.Negation(self.truth(depth - 1), SPAN)
        return model.Junction(self.random.random() < 0.5, self.truth(depth - 1), self.truth(depth - 1), SPAN)

    # ---- tables ------------------------------------------------------------------------------------------------

    def table(self) -> Expression:
        chance = self.random.random()
        if chance < 0.2:
            points = {option.code: self.figure() for option in QUANTITIES["k"].options}
            return model.Choose(QUANTITIES["k"], points, SPAN)
        return self._checklist() if chance < 0.6 else self._tier()

    def _checklist(self) -> Expression:
        names = self.random.sample([*FLAGS, *COUNTS], self.random.randint(1, 7))
        entries = tuple(
            model.Entry(
                QUANTITIES[name],
                self.figure(),
                self.random.random() < 0.2,
                self.figure() if name in COUNTS and self.random.random() < 0.5 else None,
                SPAN,
            )
            for name in names
        )
        return model.Checklist(entries, self.figure() if self.random.random() < 0.5 else None, SPAN)

    def _tier(self) -> Expression:
        steps = []
        for _ in range(self.random.randint(0, 4)):
            low, high = sorted((self.figure(), self.figure()))
            percent = self.random.random() < 0.3
            interval, bounds = self.random.choice(
                (
                    (Interval(low), ((">=", low, percent),)),
                    (Interval(low, low_open=True), ((">", low, percent),)),
                    (Interval(high=high), (("<=", high, percent),)),
                    (Interval(high=high, high_open=True), (("<", high, percent),)),
                    (Interval(low, low), (("=", low, percent),)),
                    (Interval(low, high, high_open=True), ((">=", low, percent), ("<", high, percent))),
                    (Interval(low, high, low_open=True), ((">", low, percent), ("<=", high, percent))),
                )
            )
            steps.append(model.Step(bounds, interval, self.figure(), SPAN))
        return model.Tier(self.number(2), tuple(steps), self.figure(), SPAN)


def values(random: Random) -> dict[str, Value]:
    """Values of all quantities that are reported, often at an end of their bounds."""
    found: dict[str, Value] = {}
    for name, quantity in QUANTITIES.items():
        if quantity.kind == "flag":
            found[name] = random.random() < 0.5
        elif quantity.kind == "choice":
            found[name] = random.choice(quantity.options).code
        elif quantity.definition is None:
            high = int(quantity.interval.high or random.choice((1, 5, 1000)))
            number = Fraction(random.choice((0, 1, high, random.randint(0, high))))
            if quantity.kind != "count":
                number *= random.choice((Fraction(1), Fraction(1, 2), Fraction(2, 3)))
            found[name] = number if quantity.interval.holds(number) else Fraction(1)
    return found
