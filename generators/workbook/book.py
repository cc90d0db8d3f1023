"""A workbook in the making: sheets, looks, texts that stay texts, formulas with their values, answer cells, validations, charts.

In: a scheme, the digest of the spec, and what is already answered. Out: the bytes of an .xlsx file, the same everywhere. Formulas may read
cells that are written later: all are calculated when the book is closed.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]

from ctmm_dsl.model import Scheme
from generators.workbook.formula import Block, Formula, Ref
from generators.workbook.looks import FONT, Look
from generators.workbook.package import repacked
from generators.workbook.sheet import Sheet
from generators.workbook.texts import shortened
from generators.workbook.values import Array, Fault, Scalar


class _Nothing(str):
    """The empty text as a formula's value: XlsxWriter would write `""` as a number that is missing."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return False


class Book:
    """`given`: an assessment as JSON has it, whose answers are filled in."""

    def __init__(self, scheme: Scheme, digest: str, given: Mapping[str, Any] | None = None) -> None:
        self.scheme, self.digest = scheme, digest
        self.given: Mapping[str, Any] = given or {}
        self.cells: dict[Ref, Scalar] = {}
        self.sheets: dict[str, Sheet] = {}
        self.names: dict[str, Ref] = {}
        self._formulas: dict[Ref, tuple[Formula, Look]] = {}
        self._blocks: dict[Block, Array] = {}
        self._formats: dict[Look, Format] = {}
        self._out = io.BytesIO()
        self.file = Workbook(
            self._out,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": FONT, "font_size": 10},
            },
        )
        self.file.set_properties({"title": shortened(scheme.standard.name, 200), "comments": digest})
        self.file.set_calc_mode("auto")

    def sheet(self, name: str) -> Sheet:
        """A new sheet after those that there are."""
        self.sheets[name] = Sheet(self, name)
        return self.sheets[name]

    def format(self, look: Look) -> Format:
        if look not in self._formats:
            self._formats[look] = self.file.add_format(look.properties())
        return self._formats[look]

    def chart(self, kind: str, subtype: str = "") -> Any:
        return self.file.add_chart({"type": kind, "subtype": subtype} if subtype else {"type": kind})

    def named(self, name: str, ref: Ref) -> None:
        """A cell that can be found by name, from outside too."""
        self.names[name] = ref
        self.file.define_name(name, "=" + ref.text(""))

    # ---- formulas ----------------------------------------------------------------------------------------------

    def remember(self, ref: Ref, formula: Formula, look: Look) -> None:
        """A formula to be calculated and written when the book is closed."""
        self._formulas[ref] = (formula, look)

    def value(self, ref: Ref) -> Scalar:
        """What stands in a cell; of a formula, what it comes to."""
        waiting, begun = [ref], set[Ref]()
        while waiting:
            at = waiting[-1]
            if not self._open(at):
                waiting.pop()
                continue
            formula = self._formulas[at][0]
            first = list(self._needed(formula))
            if first and at in begun:
                raise ValueError(f"{at} rests on itself")
            begun.add(at)
            waiting += first
            if not first:
                self.cells[at] = self._calculated(at, formula)
                waiting.pop()
        return self.cells.get(ref)

    def cell(self, ref: Ref) -> Scalar:
        return self.cells.get(ref)

    def block(self, block: Block) -> Array:
        """The values of a range, all of which are known by now."""
        if block not in self._blocks:
            width = block.last_column - block.column + 1
            self._blocks[block] = Array(width, tuple([self.cells.get(ref) for ref in block.refs()]))
        return self._blocks[block]

    def _open(self, ref: Ref) -> bool:
        """Whether a cell's formula is still to be calculated."""
        return ref in self._formulas and ref not in self.cells

    def _needed(self, formula: Formula) -> Iterator[Ref]:
        """The cells to be calculated before a formula."""
        for read in formula.reads():
            if isinstance(read, Ref):
                if self._open(read):
                    yield read
            elif read not in self._blocks:
                yield from (ref for ref in read.refs() if self._open(ref))

    def _calculated(self, at: Ref, formula: Formula) -> Scalar:
        found = formula.value(self)
        if isinstance(found, bool | Array):
            raise ValueError(
                f"{at} comes to {found!r}: a cell holds a number or a text (programs differ in what TRUE counts)"
            )
        return 0 if found is None else found

    def formulas(self) -> Iterable[tuple[Ref, Formula]]:
        """All formulas, in the order of writing."""
        return ((ref, formula) for ref, (formula, _) in self._formulas.items())

    def bytes(self) -> bytes:
        """Calculate, write, close. A book is closed once."""
        for ref, (formula, look) in self._formulas.items():
            worksheet = self.sheets[ref.sheet].worksheet
            text = "=" + formula.text(ref.sheet)
            worksheet.write_formula(ref.row, ref.column, text, self.format(look), _stored(self.value(ref)))
        self.file.close()
        return repacked(self._out.getvalue())


def _stored(value: Scalar) -> object:
    """A value as the file holds it: of a fraction, the nearest number that a spreadsheet has."""
    if isinstance(value, Fraction):
        return value.numerator / value.denominator
    if isinstance(value, Fault):
        return value.code
    return _Nothing() if value == "" else value
