"""Expressions: words to values. Names become the quantities and parts that they name.

In: an expression of the tree, the rows under it where it is the head of a table, and the names in scope. Out: an expression of the
model; findings for names that lead nowhere and rows that belong to another kind of table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ctmm_dsl import syntax
from ctmm_dsl.catalogue import formulas as codes
from ctmm_dsl.catalogue import text
from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import Interval, Part, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, Unknown
from ctmm_dsl.placement import ROWS_OF
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import Reader, number, plain
from ctmm_dsl.resolve.sizes import DEEPEST, LEVELS, LONGEST, ROWS, Sizes
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import Block, Line, Word

Find = Callable[[str], Quantity | None]

NO_SECOND = both("数据项、分项或算式", "a quantity, a part or an expression")
POINT = both(
    "几个数里取一个，写那一个就够了；小数点写作 1.5", "of several numbers one will do; a decimal point is written 1.5"
)
ARITHMETIC = {"+": "+", "-": "-", "−": "-", "–": "-", "*": "*", "×": "*", "/": "/", "÷": "/"}
COMPARISON = {"≥": ">=", "≤": "<="}
NO_TABLE: tuple[tuple[type[Line], ...], Both, Both] = (
    (),
    both("普通算式", "plain expression"),
    both("表的第一行要写 tier、checklist 或 choose", "a table's head says tier, checklist or choose"),
)
TABLES: dict[type[syntax.Expression], tuple[tuple[type[Line], ...], Both, Both]] = {
    syntax.Tier: (
        (syntax.TierRow, syntax.ElseRow),
        both("分档", "tier"),
        ROWS_OF[syntax.Tier],
    ),
    syntax.Checklist: (
        (syntax.CheckRow, syntax.GateRow, syntax.PerRow),
        both("清单", "checklist"),
        ROWS_OF[syntax.Checklist],
    ),
    syntax.Choose: (
        (syntax.CheckRow,),
        both("择一", "choose"),
        ROWS_OF[syntax.Choose],
    ),
}
"""The tables, the rows that each is made of, and what to say of others."""


@dataclass
class Scope:
    """What the expressions of a standard share: its quantities, and their `names`; the names `told` to lead nowhere (once each: most
    likely a quantity has gone, and every line that reads it would say so); how big each expression is."""

    find: Find
    names: Collection[str]
    told: set[str] = field(default_factory=set)
    sizes: Sizes = field(default_factory=Sizes)


class ExpressionReader:
    """Reads the expressions of one block. `parts` are the named ones read so far."""

    def __init__(self, reader: Reader, block: Block, scope: Scope) -> None:
        self.reader = reader
        self.block = block
        self.scope = scope
        self.parts: dict[str, Part] = {}

    def read(self, body: syntax.Expression, rows: Sequence[Line] = ()) -> Expression:
        """An expression, with its rows where it is the head of a table."""
        if body.depth > DEEPEST:
            return self._too_big(body, LEVELS)
        if len(rows) > LONGEST:
            return self._too_big(body, ROWS)
        self._rows_belong(body, rows)
        expression = self._read(body, rows)
        too_big = self.scope.sizes.fault(expression)
        return self._too_big(body, too_big) if too_big else expression

    def _too_big(self, body: syntax.Expression, why: Both) -> Expression:
        span = self._span(body)
        self.reader.findings.append(codes.TOO_DEEP(span, why=why))
        return Unknown(span)

    def _read(self, body: syntax.Expression, rows: Sequence[Line]) -> Expression:
        match body:
            case syntax.Tier():
                return self._tier(body, rows)
            case syntax.Checklist():
                return self._checklist(body, rows)
            case syntax.Choose():
                return self._choose(body, rows)
        return self._expression(body)

    def _rows_belong(self, body: syntax.Expression, rows: Sequence[Line]) -> None:
        kinds, table, hint = TABLES.get(type(body), NO_TABLE)
        for row in rows:
            if not isinstance(row, kinds):
                self.reader.findings.append(codes.ROW_OUT_OF_TABLE(self._span(row), table=table, hint=hint))
                return

    def _span(self, place: Word | Line | syntax.Expression) -> Span:
        return Span(self.reader.file.source, self.block.offset + place.start, self.block.offset + place.end)

    # ---- plain expressions ---------------------------------------------------------------------------------------

    def _expression(self, body: syntax.Expression) -> Expression:
        span = self._span(body)
        match body:
            case syntax.Literal():
                return model.Number(number(body.figure), plain(body.figure.text).endswith("%"), span)
            case syntax.Name():
                return self._name(body.word)
            case syntax.Binary():
                return self._binary(body, span)
            case syntax.Extreme():
                greatest = body.which.text in ("max", "取大")
                self._one_number(body)
                return model.Extreme(greatest, tuple(self._expression(operand) for operand in body.of), span)
            case syntax.Conditional():
                condition, then, otherwise = map(self._expression, (body.condition, body.then, body.otherwise))
                return model.Conditional(condition, then, otherwise, span)
            case syntax.Negation():
                return model.Negation(self._expression(body.of), span)
            case syntax.PerItem():
                counted = self._quantity(body.counted)
                most = number(body.most) if body.most else None
                return model.PerItem(counted, number(body.points), most, span) if counted else Unknown(span)
        raise TypeError(body)

    def _one_number(self, body: syntax.Extreme) -> None:
        """Of two numbers one is always the smaller: most likely 1.5 was written 1,5."""
        literals = [operand for operand in body.of if isinstance(operand, syntax.Literal)]
        for literal in literals[1:]:
            self.reader.findings.append(
                text.NOT_UNDERSTOOD(self._span(literal), found=literal.figure.text, expected=NO_SECOND, hint=POINT)
            )

    def _binary(self, body: syntax.Binary, span: Span) -> Expression:
        left, right = self._expression(body.left), self._expression(body.right)
        operator = plain(body.operator.text)
        if operator in ("and", "or", "且", "或"):
            return model.Junction(operator in ("and", "且"), left, right, span)
        if operator in ARITHMETIC:
            empty = self._expression(body.empty) if body.empty else None
            return model.Arithmetic(ARITHMETIC[operator], left, right, empty, span)
        return model.Comparison(COMPARISON.get(operator, operator), left, right, span)

    def _name(self, word: Word) -> Expression:
        if part := self.parts.get(word.text):
            return model.Named(part, self._span(word))
        quantity = self._quantity(word)
        return model.Read(quantity, self._span(word)) if quantity else Unknown(self._span(word))

    def _quantity(self, word: Word) -> Quantity | None:
        found = self.scope.find(word.text)
        if found is None and word.text not in self.scope.told and word.text not in self.scope.names:
            self.scope.told.add(word.text)
            near = nearest_of(word.text, [*self.parts, *self.scope.names])
            whole = Span(self.reader.file.source, 0, len(self.reader.file.source.text))
            self.reader.findings.append(
                codes.NAME_UNKNOWN(self._span(word), extent=whole, name=word.text, nearest=near)
            )
        return found

    # ---- tables --------------------------------------------------------------------------------------------------

    def _tier(self, body: syntax.Tier, rows: Sequence[Line]) -> Expression:
        steps: list[model.Step] = []
        otherwise: Fraction | None = None
        for row in rows:
            if isinstance(row, syntax.TierRow):
                steps.append(self._step(row))
            elif isinstance(row, syntax.ElseRow):
                if otherwise is not None:
                    self._repeated(row, self._span(row).text.split()[0])
                otherwise = number(row.points)
            self.reader.notes(self.block, row)
        return model.Tier(self._expression(body.subject), tuple(steps), otherwise, self._span(body))

    def _step(self, row: syntax.TierRow) -> model.Step:
        bounds = [_bound(row.operator, row.bound)]
        if row.second and row.other_bound:
            bounds.append(_bound(row.second, row.other_bound))
        interval = Interval()
        for operator, value, _ in bounds:
            interval = interval.both(stretch(operator, value))
        return model.Step(tuple(bounds), interval, number(row.points), self._span(row))

    def _checklist(self, body: syntax.Checklist, rows: Sequence[Line]) -> Expression:
        entries: list[model.Entry] = []
        lost = False
        for row in rows:
            self.reader.notes(self.block, row)
            match row:
                case syntax.CheckRow() | syntax.GateRow():
                    word, most = row.name, None
                case syntax.PerRow():
                    word, most = row.counted, number(row.most) if row.most else None
                case _:
                    continue
            if any(word.text == entry.quantity.name for entry in entries):
                self._repeated(row, word.text)
            if quantity := self._quantity(word):
                gate = isinstance(row, syntax.GateRow)
                each = isinstance(row, syntax.PerRow)
                entries.append(model.Entry(quantity, number(row.points), gate, most, self._span(row), each))
            lost = lost or quantity is None
        if lost:
            return Unknown(self._span(body))
        return model.Checklist(tuple(entries), number(body.most) if body.most else None, self._span(body))

    def _choose(self, body: syntax.Choose, rows: Sequence[Line]) -> Expression:
        quantity = self._quantity(body.choice)
        points: dict[str, Fraction] = {}
        for row in rows:
            self.reader.notes(self.block, row)
            if not isinstance(row, syntax.CheckRow) or quantity is None:
                continue
            if row.name.text in points or row.name.text not in [option.code for option in quantity.options]:
                self._option_differs(row, quantity, row.name.text in points)
            points[row.name.text] = number(row.points)
        return model.Choose(quantity, points, self._span(body)) if quantity else Unknown(self._span(body))

    def _repeated(self, row: Line, word: str) -> None:
        self.reader.findings.append(text.LINE_REPEATED(self._span(row), word=word))

    def _option_differs(self, row: syntax.CheckRow, quantity: Quantity, twice: bool) -> None:
        name = row.name.text
        codes_ = [option.code for option in quantity.options]
        what = both(f" {name} 写了两次", f"{name} is given twice")
        if not twice:
            near = nearest_of(name, codes_)
            what = both(f"里没有 {name}{near['zh']}", f"there is no {name}{near['en']}")
        if quantity.kind == "choice":
            options = both("、".join(codes_), ", ".join(codes_))
            span = self._span(row.name)
            self.reader.findings.append(codes.OPTIONS_DIFFER(span, name=quantity.name, what=what, options=options))


def _bound(operator: Word, bound: Word) -> tuple[str, Fraction, bool]:
    sign = plain(operator.text)
    return COMPARISON.get(sign, sign), number(bound), plain(bound.text).endswith("%")


def stretch(operator: str, value: Fraction) -> Interval:
    """The numbers for which a comparison holds."""
    match operator:
        case ">=":
            return Interval(low=value)
        case ">":
            return Interval(low=value, low_open=True)
        case "<=":
            return Interval(high=value)
        case "<":
            return Interval(high=value, high_open=True)
        case _:
            return Interval.at(value)
