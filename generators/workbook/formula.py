"""Formulas of a spreadsheet as values: one closed algebra that is written into cells and calculated here as well.

In: nodes. Out: the formula's text, and its value over the cells of a book, exactly. So the value that stands beside a formula in the file
is ours, and whoever recalculates the file checks us. Which functions there are, `functions.py` says: those alone that Excel 2010, WPS and
LibreOffice share and agree on. Texts are compared by `exact`; `=` and `<>` on texts only with the empty one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Protocol

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.sheets.layout import cell_name
from generators.workbook.functions import FUNCTIONS, WHOLE
from generators.workbook.values import OPERATORS, Array, Fault, Scalar, Value, combined

LONGEST_TEXT = 255  # of a text within a formula, in Excel


class Cells(Protocol):
    """What stands in cells; None where nothing does."""

    def cell(self, ref: Ref) -> Scalar: ...

    def block(self, block: Block) -> Array: ...


class Formula(ABC):
    """Any node. The operators make nodes of nodes, so that formulas read as formulas."""

    __slots__ = ()

    @abstractmethod
    def text(self, sheet: str) -> str:
        """As it is written in a cell of a sheet."""

    @abstractmethod
    def value(self, cells: Cells) -> Value:
        """What it comes to."""

    def reads(self) -> Iterator[Ref | Block]:
        """The cells and ranges that it reads."""
        return iter(())

    def __add__(self, other: Term) -> Op:
        return Op("+", lift(self), lift(other))

    def __radd__(self, other: Term) -> Op:
        return Op("+", lift(other), lift(self))

    def __sub__(self, other: Term) -> Op:
        return Op("-", lift(self), lift(other))

    def __rsub__(self, other: Term) -> Op:
        return Op("-", lift(other), lift(self))

    def __mul__(self, other: Term) -> Op:
        return Op("*", lift(self), lift(other))

    def __rmul__(self, other: Term) -> Op:
        return Op("*", lift(other), lift(self))

    def __truediv__(self, other: Term) -> Op:
        return Op("/", lift(self), lift(other))

    def __and__(self, other: Term) -> Op:
        return Op("&", lift(self), lift(other))

    def __lt__(self, other: Term) -> Op:
        return Op("<", lift(self), lift(other))

    def __le__(self, other: Term) -> Op:
        return Op("<=", lift(self), lift(other))

    def __gt__(self, other: Term) -> Op:
        return Op(">", lift(self), lift(other))

    def __ge__(self, other: Term) -> Op:
        return Op(">=", lift(self), lift(other))

    def eq(self, other: Term) -> Op:
        return Op("=", lift(self), lift(other))


Term = Formula | int | Fraction | str
"""What formulas are built from: numbers and texts stand for themselves."""


@dataclass(frozen=True, slots=True)
class Number(Formula):
    number: int | Fraction

    def text(self, sheet: str) -> str:
        if isinstance(self.number, int):
            return str(self.number) if self.number >= 0 else f"({self.number})"
        written = decimal(self.number)
        return f"({written})" if self.number < 0 or "/" in written else written

    def value(self, cells: Cells) -> Value:
        return self.number


@dataclass(frozen=True, slots=True)
class Text(Formula):
    """A text within a formula; what a standard says does not stand in formulas but in cells."""

    words: str

    def __post_init__(self) -> None:
        if len(self.words) > LONGEST_TEXT:
            raise ValueError(f"a text of {len(self.words)} characters in a formula")

    def text(self, sheet: str) -> str:
        return '"' + self.words.replace('"', '""') + '"'

    def value(self, cells: Cells) -> Value:
        return self.words


@dataclass(frozen=True, slots=True)
class Ref(Formula):
    """A cell. Rows and columns count from 0."""

    sheet: str
    row: int
    column: int

    def text(self, sheet: str) -> str:
        return _on(self.sheet, sheet) + _fixed(self.row, self.column)

    def value(self, cells: Cells) -> Value:
        return cells.cell(self)

    def reads(self) -> Iterator[Ref | Block]:
        yield self

    def to(self, other: Ref) -> Block:
        return Block(self.sheet, self.row, self.column, other.row, other.column)


@dataclass(frozen=True, slots=True)
class Block(Formula):
    """A rectangle of cells, its last row and column included."""

    sheet: str
    row: int
    column: int
    last_row: int
    last_column: int

    def text(self, sheet: str) -> str:
        return f"{_on(self.sheet, sheet)}{_fixed(self.row, self.column)}:{_fixed(self.last_row, self.last_column)}"

    def value(self, cells: Cells) -> Value:
        return cells.block(self)

    def reads(self) -> Iterator[Ref | Block]:
        yield self

    def refs(self) -> Iterator[Ref]:
        for row in range(self.row, self.last_row + 1):
            for column in range(self.column, self.last_column + 1):
                yield Ref(self.sheet, row, column)


@dataclass(frozen=True, slots=True)
class Beside(Formula):
    """The cell of a column in the row that is looked at: for conditions on how a row looks, which no cell holds."""

    row: int
    column: int

    def text(self, sheet: str) -> str:
        return "$" + cell_name(self.row, self.column)

    def value(self, cells: Cells) -> Value:
        raise ValueError("no cell holds a formula of relative references")


@dataclass(frozen=True, slots=True)
class Op(Formula):
    sign: str
    left: Formula
    right: Formula

    def text(self, sheet: str) -> str:
        return _operand(self.left, sheet) + self.sign + _operand(self.right, sheet)

    def value(self, cells: Cells) -> Value:
        return combined(OPERATORS[self.sign], self.left.value(cells), self.right.value(cells))

    def reads(self) -> Iterator[Ref | Block]:
        yield from self.left.reads()
        yield from self.right.reads()


@dataclass(frozen=True, slots=True)
class Call(Formula):
    name: str
    arguments: tuple[Formula, ...]

    def text(self, sheet: str) -> str:
        return f"{self.name}({','.join([argument.text(sheet) for argument in self.arguments])})"

    def value(self, cells: Cells) -> Value:
        if self.name == "IF":
            return self._chosen(cells)
        if self.name == "IFERROR":
            first, second = self.arguments
            found = first.value(cells)
            return second.value(cells) if isinstance(found, Fault) else found
        return FUNCTIONS[self.name](*[self._argument(argument, cells) for argument in self.arguments])

    def _chosen(self, cells: Cells) -> Value:
        condition, yes, no = self.arguments
        found = condition.value(cells)
        if isinstance(found, Fault):
            return found
        if isinstance(found, str | Array):
            raise ValueError(f"IF asks {found!r}")
        return yes.value(cells) if found else no.value(cells)

    def _argument(self, argument: Formula, cells: Cells) -> Value:
        found = argument.value(cells)
        if isinstance(argument, Ref) and self.name in WHOLE:
            return Array(1, (found,)) if not isinstance(found, Array) else found
        if isinstance(found, Array) and not isinstance(argument, Block) and self.name not in ("SUMPRODUCT", "EXACT"):
            raise ValueError(f"{self.name} of an array that is no range asks for another way of entering it")
        return found

    def reads(self) -> Iterator[Ref | Block]:
        for argument in self.arguments:
            yield from argument.reads()


def lift(term: object) -> Formula:
    """A number or a text as a node."""
    if isinstance(term, bool):
        raise TypeError("a formula takes 1 and 0 for yes and no: programs differ in what TRUE is in a sum")
    if isinstance(term, Formula):
        return term
    if isinstance(term, str):
        return Text(term)
    assert isinstance(term, int | Fraction)
    return Number(term)


def call(name: str, *arguments: Term) -> Call:
    """A function of the white list."""
    if name not in FUNCTIONS:
        raise ValueError(f"{name} is not on the list of functions")
    return Call(name, tuple(map(lift, arguments)))


def choose(condition: Term, yes: Term, no: Term) -> Call:
    """IF: `yes` where the condition holds, else `no`."""
    return call("IF", condition, yes, no)


def exact(one: Term, other: Term) -> Call:
    """Whether two texts are the same, letter for letter."""
    return call("EXACT", one, other)


def total(*terms: Term) -> Call:
    return call("SUM", *terms)


def both_hold(*terms: Term) -> Call:
    return call("AND", *terms)


def one_holds(*terms: Term) -> Call:
    return call("OR", *terms)


def joined(*terms: Term) -> Formula:
    """Texts and whole numbers one after the other."""
    return reduce(lambda whole, term: Op("&", whole, term), map(lift, terms))


def _fixed(row: int, column: int) -> str:
    return f"${cell_name(0, column)[:-1]}${row + 1}"


def _on(sheet: str, here: str) -> str:
    return "" if sheet == here else "'" + sheet.replace("'", "''") + "'!"


def _operand(node: Formula, sheet: str) -> str:
    text = node.text(sheet)
    return f"({text})" if isinstance(node, Op) else text
