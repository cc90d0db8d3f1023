"""The formula of a leaf: its named parts, its score or deduction, and other readings of the document.

In: the lines of a node's block. Out: a `Formula` leaf, or nothing where there is none; one that lacks its score is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ctmm_dsl import syntax
from ctmm_dsl.catalogue import formulas as codes
from ctmm_dsl.findings import ABOVE, Both, Related, both
from ctmm_dsl.model import Calculation, Formula, Part, Reading
from ctmm_dsl.model.expression import Expression, Named, Unknown, operands
from ctmm_dsl.resolve.expressions import ExpressionReader
from ctmm_dsl.resolve.quantities import QuantityReader
from ctmm_dsl.resolve.reader import Reader, full_text
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import Block, Line

Head = syntax.Let | syntax.Scored
Written = tuple[Head, list[Line]]
"""A line of a calculation with the rows of its table."""
LINES = (syntax.Data, syntax.Let, syntax.Scored, syntax.ReadingHead)
"""The lines that make a node a formula leaf."""


@dataclass
class _Written:
    """The lines of one calculation: heads with the rows under them; `head` is the line `reading`, if it is not the document's own."""

    head: syntax.ReadingHead | None
    lines: list[Written] = field(default_factory=list)

    @property
    def scored(self) -> list[syntax.Scored]:
        return [line for line, _ in self.lines if isinstance(line, syntax.Scored)]


class FormulaReader:
    """Reads the formulas of one standard; knows its quantities."""

    def __init__(self, reader: Reader, quantities: QuantityReader) -> None:
        self.reader = reader
        self.quantities = quantities

    def leaf(self, block: Block, node: str) -> Formula | None:
        """The leaf that a block's formula lines make, or none where there are none."""
        if not any(isinstance(line, LINES) for line in block.lines):
            return None
        main, *others = _written(block)
        calculation = self._calculation(block, node, main)
        readings = self._readings(block, node, others, main)
        data = next((line for line in block.lines if isinstance(line, syntax.Data)), None)
        if data:
            self.reader.notes(block, data)
        for reading in readings:
            if reading.calculation.deducts != calculation.deducts:
                self.reader.findings.append(codes.ROLE_DIFFERS(reading.span, node=node))
        return Formula(full_text(data.text, data) if data else "", calculation, readings)

    def _readings(self, block: Block, node: str, written: list[_Written], main: _Written) -> tuple[Reading, ...]:
        readings: dict[str, Reading] = {}
        for at, one in enumerate(written):
            assert one.head
            following = written[at + 1].head if at + 1 < len(written) else None
            end = following.start if following else block.length
            scope = Span(self.reader.file.source, block.offset + one.head.start, block.offset + end)
            notes = self.reader.notes(block, one.head, scope)
            calculation = self._calculation(block, node, one, main)
            name, span = one.head.name.text, self.reader.span(block, one.head)
            reading = Reading(name, full_text(one.head.label, one.head), calculation, notes, span)
            first = readings.setdefault(name, reading)
            if first is not reading:
                self.reader.findings.append(
                    codes.READING_TWICE(span, Related(first.span, ABOVE), node=node, reading=name)
                )
        return tuple(readings.values())

    def _calculation(self, block: Block, node: str, written: _Written, main: _Written | None = None) -> Calculation:
        """A calculation; a reading has what it does not say otherwise from the document's own, `main`. One that lacks its score comes to
        nothing known: the node is assessed by a formula all the same."""
        scored = written.scored or (main.scored if main and written.lines else [])
        if len(scored) != 1:
            span = self._incomplete(block, node, written, scored)
            return Calculation(any(_deducts(line) for line in scored), (), Unknown(span), span)
        expressions = ExpressionReader(self.reader, block, self.quantities.scope)
        own = {id(line) for line, _ in written.lines}
        for line, rows in _merged(written.lines, main.lines) if main else written.lines:
            told = len(self.reader.findings), len(self.reader.allows)
            self.reader.notes(block, line, self._with_rows(block, line, rows))
            body = expressions.read(line.body, rows)
            if isinstance(line, syntax.Let):
                self._add(block, line, Part(line.name.text, line.label.text if line.label else "", body,
                                            self.reader.span(block, line), self.reader.span(block, line.name)),
                          expressions)  # fmt: skip
            else:
                result = body
            if id(line) not in own:  # it was told of where it stands
                del self.reader.findings[told[0] :], self.reader.allows[told[1] :]
        parts = tuple(expressions.parts.values())
        if main:
            parts = _that_count(
                parts, result, {line.name.text for line, _ in written.lines if isinstance(line, syntax.Let)}
            )
        place = scored[0] if id(scored[0]) in own else written.lines[-1][0]
        return Calculation(_deducts(scored[0]), parts, result, self.reader.span(block, place))

    def _with_rows(self, block: Block, line: Head, rows: list[Line]) -> Span:
        """What an allowance under the head of a table covers: the head and all its rows."""
        reach = self.reader.reach(block, line)
        ends = [self.reader.reach(block, row).end for row in rows]
        return Span(reach.source, reach.start, max([reach.end, *ends]))

    def _add(self, block: Block, line: syntax.Let, part: Part, expressions: ExpressionReader) -> None:
        first = expressions.parts.get(part.name)
        other = self.quantities.blocks.get(part.name)
        if first or other:
            where = first.name_span if first else self.reader.span(other, other.heading) if other else part.name_span
            self.reader.findings.append(
                codes.NAME_TWICE(self.reader.span(block, line.name), Related(where, ABOVE), name=part.name)
            )
        expressions.parts.setdefault(part.name, part)

    def _incomplete(self, block: Block, node: str, written: _Written, scored: list[syntax.Scored]) -> Span:
        what: Both = both("有两行得分或扣分", "has two lines `score` or `deduct`")
        if not scored:
            what = both("没有写得分或扣分", "has no line `score` or `deduct`")
        place = scored[1] if scored else written.head or block.heading
        where = f"{node} {written.head.name.text} " if written.head else f"{node} "
        span = self.reader.span(block, place)
        self.reader.findings.append(codes.FORMULA_INCOMPLETE(span, where=both(where, where.strip()), what=what))
        return span


def _deducts(line: syntax.Scored) -> bool:
    return line.role.text in ("deduct", "扣分")


def _written(block: Block) -> list[_Written]:
    """The calculations of a block, the document's own first: each head with the rows that follow it."""
    found = [_Written(None)]
    for line in block.lines:
        if isinstance(line, syntax.ReadingHead):
            found.append(_Written(line))
        elif isinstance(line, syntax.Let | syntax.Scored):
            found[-1].lines.append((line, []))
        elif isinstance(line, syntax.ROWS) and found[-1].lines and line.column > found[-1].lines[-1][0].column:
            found[-1].lines[-1][1].append(line)
    return found


def _merged(own: list[Written], main: list[Written]) -> list[Written]:
    """The lines of the document's own calculation, those of a reading in place of those of the same name; what is new in the reading
    stands before the next line that it replaces."""
    merged: list[Written] = []
    waiting = list(own)
    for line, rows in main:
        at = next((at for at, (other, _) in enumerate(waiting) if _name(other) == _name(line)), None)
        if at is None:
            if isinstance(line, syntax.Scored):
                merged += waiting
                waiting = []
            merged.append((line, rows))
        else:
            merged += waiting[: at + 1]
            waiting = waiting[at + 1 :]
    return merged + waiting


def _name(line: Head) -> str:
    return line.name.text if isinstance(line, syntax.Let) else ""


def _that_count(parts: tuple[Part, ...], result: Expression, own: set[str]) -> tuple[Part, ...]:
    """The parts that a reading says itself, and of the others those that its result rests on."""
    needed: set[int] = set()
    waiting = [result, *(part.body for part in parts if part.name in own)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Named) and id(one.part) not in needed:
            needed.add(id(one.part))
            waiting.append(one.part.body)
        waiting += operands(one)
    return tuple(part for part in parts if part.name in own or id(part) in needed)
