"""The tables in which a document lays out its indicators: number, name, weight, how it is calculated, what data it asks for.

In: a node and the formula leaves laid out there. Out: a table, a row for each indicator and for each alternative reading of it, in words.
Source of the shape: GB/T 33356-2022, tables 1 to 28.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ctmm_dsl.checks.spoken import decimal, percent, stretch
from ctmm_dsl.expression import text
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Calculation, Formula, Interval, Node, Reading, Standard
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from ctmm_dsl.scheme import ALL, laid_weights, sibling_groups, whole_of
from generators.dictionary import needed
from generators.layout import Marks, Path
from generators.markdown_page import BREAK, Markdown, Table, joined
from generators.places import quantity_place, reading_place
from generators.quantity_words import BASES

HEADER = ("指标编号", "指标名称", "权重", "计算方法", "数据要求")
FULL = Interval(Fraction(0), Fraction(100))


def formula_table(standard: Standard, node: Node, paths: Sequence[Path], marks: Marks) -> Table:
    """The indicators that are laid out at a node, each with its readings under it."""
    factors = Factors(standard)
    return Table(HEADER, tuple(row for path in paths for row in _rows(factors, path or (node,), marks)))


def _rows(factors: Factors, path: Path, marks: Marks) -> Iterator[tuple[str, ...]]:
    node = path[-1]
    assert isinstance(node.leaf, Formula)
    names = [part for one in path for part in (one.name, marks.after(one.id, one.notes), " / ")][:-1]
    factor = factors.printed(node)
    method = _laid(_method(node.leaf.calculation, factor))
    yield node.id, joined(names), factors.weight(node), method, joined(_data(node.leaf, marks), BREAK)
    for reading in node.leaf.readings:
        yield "", _reading_name(node, reading, marks), "", _differently(node.leaf, reading, factor), ""


# ---- weights ---------------------------------------------------------------------------------------------------


class Factors:
    """The weights of a standard's leaves, as they are said beside and within their formulas."""

    def __init__(self, standard: Standard) -> None:
        self.weights = laid_weights(standard)
        groups = [group for parent, group in sibling_groups(standard) if whole_of(standard, parent, group) == ALL]
        self.of_parents = {node.id for group in groups for node in group}

    def weight(self, node: Node) -> str:
        """A leaf's weight, also where it is implied; of what deducts, the most that it takes off."""
        if node.deducts:
            return most_deducted(node)
        return percent(self.weights[node.id]) if node.id in self.weights else ""

    def printed(self, node: Node) -> str | None:
        """How a formula for 分项分数 begins: with the weight within the parent, where one is printed. None: it is no such formula."""
        if node.id not in self.of_parents:
            return None
        return f"{percent(node.weight)} × " if node.weight is not None else ""


def most_deducted(node: Node) -> str:
    """How much a node takes off the total at most: 最多减 2 分; without a number where there is no end to it."""
    ranges = [Ranges().of(one.leaf.calculation.body) for one in node.walk() if isinstance(one.leaf, Formula)]
    ends = [interval.high if interval else None for interval in ranges]
    known = [end for end in ends if end is not None]
    return f"最多减 {decimal(sum(known, Fraction()))} 分" if len(known) == len(ends) else "减分，没有上限"


# ---- how it is calculated --------------------------------------------------------------------------------------


Block = tuple[str, ...]
"""The lines that say one thing: a head, and the rows of its table."""


def _method(calculation: Calculation, factor: str | None) -> Iterator[Block]:
    """The score first, as the document has it; then the named parts, what is computed from other quantities, and an unusual range."""
    yield _result(calculation, factor)
    for part in calculation.parts:
        yield _block(text.line(part.name, part.label, part.body, "zh"))
    for quantity in needed(calculation).values():
        if quantity.definition is not None:
            yield _block(text.line(quantity.label, "", quantity.definition, "zh"))
    found = None if calculation.deducts else Ranges().of(calculation.body)
    if found and (found.both(FULL) != found or found.high != FULL.high):
        yield (f"（得分范围：{stretch(found, False)['zh']}）",)


def _result(calculation: Calculation, factor: str | None) -> Block:
    """分项分数 = 40% × (a ÷ b) × 100; 得分 or 扣分 where there is no weight within the parent."""
    if factor is None:
        return _block(text.line(text.result_name(calculation)["zh"], "", calculation.body, "zh"))
    of_hundred = _of_hundred(calculation.body)
    body = of_hundred or calculation.body
    said = text.line("分项分数", "", body, "zh")
    tail = " × 100" if of_hundred else ""
    whole = not (factor or tail) or said.rows or text.precedence(body) == text.ATOM
    head = said.head if whole else f"({said.head})"
    return _block(text.Line(said.name, "", f"{factor}{head}{tail}", said.rows))


def _of_hundred(body: Expression) -> Expression | None:
    """What a hundred is multiplied by, where the whole is a product that begins with it: the documents print × 100 last."""
    match body:
        case model.Arithmetic(
            operator="*", left=model.Number(value=Fraction(numerator=100, denominator=1)), right=rest
        ):
            return rest
        case model.Arithmetic(operator="/", left=left, right=right, empty=None):
            above = _of_hundred(left)
            return above and model.Arithmetic("/", above, right, None, body.span)
        case _:
            return None


def _block(line: text.Line) -> Block:
    """A line and the rows of its table, each on a line of its own."""
    name = f"{line.name}（{line.label}）" if line.label else line.name
    rows = [f"　· {row}；" for row in line.rows[:-1]] + [f"　· {row}" for row in line.rows[-1:]]
    return (f"{name} = {line.head}" + ("：" if rows else ""), *rows)


# ---- readings --------------------------------------------------------------------------------------------------


def _reading_name(node: Node, reading: Reading, marks: Marks) -> Markdown:
    label = f"：{reading.label}" if reading.label else ""
    return joined([f"另读 {reading.name}{label}", marks.after(reading_place(node, reading), reading.notes)])


def _differently(leaf: Formula, reading: Reading, factor: str | None) -> Markdown:
    """What of a reading is not as in the document's own calculation."""
    own = set(_method(leaf.calculation, factor))
    blocks = [block for block in _method(reading.calculation, factor) if block not in own]
    return _laid(blocks or [("（与原算法相同）",)])


def _laid(blocks: Iterable[Block]) -> Markdown:
    return joined((line for block in blocks for line in block), BREAK)


# ---- data ------------------------------------------------------------------------------------------------------


def _data(leaf: Formula, marks: Marks) -> Iterator[str]:
    """What the document asks for, with the time that the quantities are of; misprints of theirs are marked here."""
    if leaf.data:
        yield leaf.data
    quantities = list(leaf.calculation.quantities().values())
    bases = list(dict.fromkeys(quantity.basis for quantity in quantities))
    if len(bases) == 1:
        yield f"数据取{BASES[bases[0]]}"
    for basis in bases if len(bases) > 1 else ():
        labels = [quantity.label for quantity in quantities if quantity.basis == basis]
        yield f"取{BASES[basis]}：{'、'.join(labels)}"
    used = needed(leaf.calculation).values()
    if marked := joined(marks.after(quantity_place(quantity), quantity.notes) for quantity in used):
        yield marked
