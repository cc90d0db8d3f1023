"""The kind of an expression: a share, points, a count or amount of some unit, a plain number, a truth.

In: an expression. Out: its `Kind`, and a finding for each place where kinds do not go together. Shares (0 to 1) and points (0 to 100) are
told apart: a ratio of like quantities is a share, a share times a number above one is points, and the two cannot be added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple, assert_never

from ctmm_dsl.catalogue import formulas as codes
from ctmm_dsl.findings import Both, Finding, Related, both
from ctmm_dsl.model import Quantity, Standard
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, read_by
from ctmm_dsl.source import Span


class Kind(NamedTuple):
    """`name` is pure, share, points, count, amount, flag, choice or unknown; counts and amounts have a unit."""

    name: str
    unit: str = ""


PURE, SHARE, POINTS, FLAG, UNKNOWN = (Kind(name) for name in ("pure", "share", "points", "flag", "unknown"))
SPOKEN = {
    "pure": both("数", "a number"),
    "share": both("占比", "a share"),
    "points": both("分", "points"),
    "count": both("数量", "a count"),
    "amount": both("数值", "an amount"),
    "flag": both("“是否”", "a flag"),
    "choice": both("“选择”", "a choice"),
    "unknown": both("未知", "unknown"),
}

NO_HINT = both("同类、同单位才能合在一起", "only what is of one kind and unit goes together")
MIX = both(
    "占比在 0 到 1 之间，分在 0 到 100 之间：先把占比乘以 100",
    "a share lies between 0 and 1, points between 0 and 100: multiply the share by 100 first",
)


def kind_of_quantity(quantity: Quantity) -> Kind:
    """Unknown where it is not declared soundly: what follows from that is not told as well."""
    if unit_fault(quantity) or (quantity.options and quantity.kind != "choice"):
        return UNKNOWN
    if quantity.kind in ("count", "amount"):
        return Kind(quantity.kind, quantity.unit)
    return Kind("points" if quantity.kind == "score" else quantity.kind)


def unit_fault(quantity: Quantity) -> Both | None:
    """An amount has a unit; a share, a flag, a choice, a score and points have none."""
    if quantity.kind == "amount" and not quantity.unit:
        return both("是数值，要写单位", "is an amount and needs a unit")
    if quantity.unit and quantity.kind not in ("amount", "count"):
        return both("不能有单位", "can have no unit")
    return None


def spoken(kind: Kind) -> Both:
    words = SPOKEN[kind.name]
    return both(f"{words['zh']}（{kind.unit}）", f"{words['en']} ({kind.unit})") if kind.unit else words


class Kinds:
    """Finds kinds, and gathers what does not go together. A named part is looked at once."""

    def __init__(self, unlike: set[frozenset[Kind]] | None = None) -> None:
        """`unlike`: units that are known to differ; two such are told once, since it is one declaration that is wrong."""
        self.findings: list[Finding] = []
        self._parts: dict[int, Kind] = {}
        self._unlike = set(unlike or ())
        self._wrong_ones: set[int] = set()

    def of(self, expression: Expression) -> Kind:  # noqa: C901  a case for each kind of expression
        match expression:
            case model.Number():
                return PURE
            case model.Read(quantity=read):  # what is no number and within another is told where that is said
                return UNKNOWN if read.whole and not read.numeric else kind_of_quantity(read)
            case model.Named():
                part = expression.part
                if id(part) not in self._parts:
                    self._parts[id(part)] = self.of(part.body)
                return self._parts[id(part)]
            case model.Arithmetic():
                return self._arithmetic(expression)
            case model.Extreme():
                return self._alike(expression.of, COMPARED)
            case model.Conditional():
                self._is_truth(expression.condition)
                return self._alike((expression.then, expression.otherwise), CHOSEN)
            case model.Comparison():
                self._alike((expression.left, expression.right), COMPARED)
                return FLAG
            case model.Junction():
                self._is_truth(expression.left)
                self._is_truth(expression.right)
                return FLAG
            case model.Negation():
                self._is_truth(expression.of)
                return FLAG
            case model.Tier():
                self.number(expression.subject)
                return POINTS
            case model.PerItem():
                self._is(expression.counted, ("count",), expression)
                return POINTS
            case model.Checklist():
                for entry in expression.entries:
                    self._is(entry.quantity, ("count",) if entry.each else ("flag",), entry)
                return POINTS
            case model.Choose():
                self._is(expression.quantity, ("choice",), expression)
                return POINTS
            case model.Unknown():
                return UNKNOWN
            case _:
                assert_never(expression)

    # ---- what must be of a kind ------------------------------------------------------------------------------------

    def _is_truth(self, expression: Expression) -> None:
        kind = self.of(expression)
        if kind not in (FLAG, UNKNOWN):
            self._wrong(expression, kind, both("“是否”或比较", "a flag or a comparison"))

    def number(self, expression: Expression) -> Kind:
        kind = self.of(expression)
        if kind.name in ("flag", "choice"):
            self._wrong(expression, kind, both("数", "a number"))
            return UNKNOWN
        return kind

    def _is(self, quantity: Quantity, kinds: tuple[str, ...], at: Expression | model.Entry) -> None:
        kind = kind_of_quantity(quantity)
        if quantity.kind not in kinds and kind != UNKNOWN:
            words = [SPOKEN[kind] for kind in kinds]
            expected = both("或".join(word["zh"] for word in words), " or ".join(word["en"] for word in words))
            self._wrong_quantity(quantity, at.span, kind, expected)

    def _wrong(self, expression: Expression, kind: Kind, expected: Both) -> None:
        span = expression.span
        if isinstance(expression, model.Read):
            self._wrong_quantity(expression.quantity, span, kind, expected)
        else:
            self.findings.append(codes.WRONG_KIND(span, name=span.text, found=spoken(kind), expected=expected))

    def _wrong_quantity(self, quantity: Quantity, span: Span, kind: Kind, expected: Both) -> None:
        """Told once: most likely it is the declaration that is wrong."""
        if id(quantity) not in self._wrong_ones:
            self._wrong_ones.add(id(quantity))
            words: dict[str, Any] = {"name": quantity.name, "found": spoken(kind), "expected": expected}
            self.findings.append(codes.WRONG_KIND(span, Related(quantity.span, HERE), **words))

    def _alike(self, expressions: tuple[Expression, ...], how: Both) -> Kind:
        """The one kind of several that must be of one kind; a plain number goes with any."""
        found = PURE
        for expression in expressions:
            kind = self.number(expression)
            if kind == UNKNOWN or found == UNKNOWN:
                found = UNKNOWN
            elif PURE in (found, kind):
                found = kind if found == PURE else found
            elif found != kind:
                self._differ(expression, found, kind, how)
                found = UNKNOWN
        return found

    def _differ(self, expression: Expression, left: Kind, right: Kind, how: Both) -> None:
        hint = MIX if {left, right} == {SHARE, POINTS} else NO_HINT
        words: dict[str, Any] = {"left": spoken(left), "right": spoken(right)}
        if left.name == right.name and left.unit != right.unit:
            words = {key: both(f"“{kind.unit}”", f"“{kind.unit}”") for key, kind in (("left", left), ("right", right))}
        pair = frozenset((left, right))
        if pair not in self._unlike:
            related = (Related(span, DECLARED) for span in _declared(expression, left, right))
            self.findings.append(codes.KINDS_DIFFER(expression.span, *related, **words, how=how, hint=hint))
        self._unlike |= {pair} if left.unit and right.unit else set()

    # ---- arithmetic ------------------------------------------------------------------------------------------------

    def _arithmetic(self, expression: model.Arithmetic) -> Kind:
        if expression.operator in "+-":
            return self._alike((expression.left, expression.right), ADDED)
        product = _Product()
        for factor, above in _factors(expression):
            if isinstance(factor, model.Number):
                product.number(factor.value, above, factor.percent)
            else:
                product.factor(self.number(factor), above)
        for empty in _instead(expression):
            self.number(empty)
        kind = product.kind()
        if kind is None:
            first, second = product.units_left()
            self._differ(expression, first, second, MULTIPLIED)
            return UNKNOWN
        return kind


def _declared(expression: Expression, *kinds: Kind) -> Iterator[Span]:
    """Where the quantities of an expression are declared that have these kinds; of each kind the first."""
    told: set[Kind] = set()
    for quantity in read_by(expression):
        kind = kind_of_quantity(quantity)
        if kind in kinds and kind.unit and kind not in told:
            told.add(kind)
            yield quantity.span


def unlike_wholes(standard: Standard) -> set[frozenset[Kind]]:
    """The kinds of parts and wholes that are not of one kind."""
    pairs = [(kind_of_quantity(one), kind_of_quantity(one.whole)) for one in standard.quantities if one.whole]
    return {frozenset(pair) for pair in pairs if pair[0] != pair[1]}


DECLARED, HERE = both("单位在这里声明", "its unit is declared here"), both("它在这里声明", "it is declared here")
ADDED = both("相加减", "added or subtracted")
COMPARED = both("相比较", "compared")
CHOSEN = both("作为同一个结果", "taken for one result")
MULTIPLIED = both("相乘除", "multiplied or divided")


class _Product:
    """The kind of a product of factors, those below the line among them."""

    def __init__(self) -> None:
        self.units: Counter[Kind] = Counter()
        self.points = 0
        self.ratio = self.big = self.divided = self.unknown = self.topped = False

    def number(self, value: Fraction, above: bool, percent: bool) -> None:
        self.big = self.big or (above and value > 1 and not percent)
        self.divided = self.divided or not above
        self.topped = self.topped or above

    def factor(self, kind: Kind, above: bool) -> None:
        sign = 1 if above else -1
        match kind.name:
            case "unknown":
                self.unknown = True
            case "share":
                self.ratio = True
            case "points":
                self.points += sign
                self.ratio = True
            case "count" | "amount":
                if self.units[kind] * sign < 0:
                    self.ratio = True
                self.units[kind] += sign

    def kind(self) -> Kind | None:
        left = {kind: times for kind, times in self.units.items() if times}
        if self.unknown:
            return UNKNOWN
        if not left:
            if self.points not in (0, 1):
                return None
            if self.points == 1:
                return POINTS
            return (POINTS if self.big else SHARE) if self.ratio else PURE
        (kind, times), *others = left.items()
        if others or self.points:
            return None
        if times == 1 and not self.divided:
            return kind
        if (times == 1 and self.divided) or (times == -1 and self.topped):  # a plain number takes the unit
            return POINTS if self.big else SHARE
        return None

    def units_left(self) -> tuple[Kind, Kind]:
        """Two things that do not go together."""
        left = [kind for kind, times in self.units.items() if times] + [POINTS] * bool(self.points)
        return left[0], left[-1]


def _factors(expression: Expression, above: bool = True) -> Iterator[tuple[Expression, bool]]:
    """The factors of a product and whether each stands above the line."""
    if isinstance(expression, model.Arithmetic) and expression.operator in "*/":
        yield from _factors(expression.left, above)
        yield from _factors(expression.right, above == (expression.operator == "*"))
    else:
        yield expression, above


def _instead(expression: Expression) -> Iterator[Expression]:
    """The values for divisions by zero within a product."""
    if isinstance(expression, model.Arithmetic) and expression.operator in "*/":
        if expression.empty is not None:
            yield expression.empty
        yield from _instead(expression.left)
        yield from _instead(expression.right)
