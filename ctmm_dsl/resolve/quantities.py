"""The quantities of a standard: declared anywhere in its file, each resolved when it is first asked for.

In: the `quantity` blocks of a file. Out: `Quantity` values whose definitions and wholes are other quantities; findings for names that are
used twice, lead nowhere or run in a circle.
"""

from __future__ import annotations

import re

from ctmm_dsl import grammar, syntax
from ctmm_dsl.catalogue import formulas as codes
from ctmm_dsl.catalogue import text
from ctmm_dsl.findings import ABOVE, Related, both
from ctmm_dsl.model import Interval, Quantity
from ctmm_dsl.model.expression import Expression, Option
from ctmm_dsl.resolve.expressions import ExpressionReader, Scope, stretch
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import Reader, full_text, number, plain
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import Block, Line, Word

DEEPEST = 20
"""A quantity that rests on others, and these on others, in a longer chain than this is not read."""

CHAIN = both(f"数据项一个由一个算出，超过 {DEEPEST} 个", f"more than {DEEPEST} quantities, each computed from the next")
_TO = re.compile(r"\.\.|[-–—~]")


class QuantityReader:
    """All quantities of one standard, by name."""

    def __init__(self, reader: Reader, blocks: list[Block]) -> None:
        self.reader = reader
        self.blocks: dict[str, Block] = {}
        self.scope = Scope(self.find, self.blocks)
        self.read: dict[str, Quantity] = {}
        self.open: list[str] = []
        for block in blocks:
            name = _name(block)
            first = self.blocks.setdefault(name.text, block)
            if first is not block:
                related = Related(reader.span(first, _name(first)), ABOVE)
                reader.findings.append(codes.NAME_TWICE(reader.span(block, name), related, name=name.text))
        for name_ in self.blocks:
            self.find(name_)

    def all(self) -> tuple[Quantity, ...]:
        return tuple(self.read[name] for name in self.blocks if name in self.read)

    def find(self, name: str) -> Quantity | None:
        """A quantity by its name; None where there is none, or where it would rest on itself."""
        if name in self.read or name not in self.blocks:
            return self.read.get(name)
        if name in self.open or len(self.open) > DEEPEST:
            block = self.blocks[name]
            span = self.reader.span(block, _name(block))
            circle = name in self.open
            self.reader.findings.append(
                codes.QUANTITY_CYCLE(span, name=name) if circle else codes.TOO_DEEP(span, why=CHAIN)
            )
            return None
        self.open.append(name)
        self.read[name] = self._quantity(self.blocks[name])
        self.open.pop()
        return self.read[name]

    def _quantity(self, block: Block) -> Quantity:
        reader = self.reader
        name, label, kind, unit, basis = block.heading.words
        assert name and label and kind and basis
        bounds = self._once(block, syntax.Bounds)
        whole = self._whole(block)
        definition = self._once(block, syntax.Definition)
        extent = reader.file.extent(block)
        return Quantity(
            name=name.text,
            label=label.text,
            kind=grammar.english("QUANTITY_KIND")[kind.text],
            unit=unit.text if unit else "",
            basis="point" if basis.text.startswith(("at", "时点")) else "period",
            bounds=_interval(bounds.bounds) if isinstance(bounds, syntax.Bounds) else None,
            options=tuple(
                Option(line.code.text, full_text(line.label, line), reader.notes(block, line), reader.span(block, line))
                for line in block.lines
                if isinstance(line, syntax.Option)
            ),
            definition=self._definition(block, definition) if isinstance(definition, syntax.Definition) else None,
            whole=whole and self._find_whole(block, whole),
            notes=reader.notes(block, block.heading, extent),
            span=reader.span(block, block.heading),
            name_span=reader.span(block, name),
            bounds_span=reader.span(block, bounds) if bounds else None,
            whole_span=reader.span(block, whole) if whole else None,
            extent=extent,
        )

    def _once(self, block: Block, kind: type[Line]) -> Line | None:
        lines = [line for line in block.lines if isinstance(line, kind)]
        for line in lines[1:]:
            span = self.reader.span(block, line)
            self.reader.findings.append(text.LINE_REPEATED(span, word=span.text.split(maxsplit=1)[0]))
        for line in lines:
            self.reader.notes(block, line)
        return lines[0] if lines else None

    def _definition(self, block: Block, line: syntax.Definition) -> Expression:
        return ExpressionReader(self.reader, block, self.scope).read(line.body)

    def _whole(self, block: Block) -> Word | None:
        notes = [note for note in block.heading.notes if isinstance(note, syntax.PartOf)]
        for note in notes[1:]:
            self.reader.findings.append(text.LINE_REPEATED(self.reader.span(block, note), word="@within"))
        return notes[0].whole if notes else None

    def _find_whole(self, block: Block, word: Word) -> Quantity | None:
        found = self.find(word.text)
        if found is None and word.text not in self.blocks and word.text not in self.scope.told:
            self.scope.told.add(word.text)
            near = nearest_of(word.text, self.blocks)
            span = self.reader.span(block, word)
            whole = Span(span.source, 0, len(span.source.text))
            self.reader.findings.append(codes.NAME_UNKNOWN(span, extent=whole, name=word.text, nearest=near))
        return found


def _name(block: Block) -> Word:
    name = block.heading.words[0]
    assert name
    return name


def _interval(word: Word) -> Interval:
    """`1..`, `0..100`, `..5`, `0~100` or `> 0`."""
    written = "".join(plain(word.text).split())
    if written.startswith(">"):
        return stretch(">", number(Word(written[1:], 0, 0)))
    low, high = (number(Word(end, 0, 0)) if end else None for end in _TO.split(written))
    return Interval(low, high)
