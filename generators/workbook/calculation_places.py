"""Where things stand on the sheet of indicators: computed quantities, indicators with their parts, the options of choices.

In: a scheme and its table of quantities. Out: cells. The sheet of data reads them before they are written, so they are laid out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ctmm_dsl.findings import both
from ctmm_dsl.model import Calculation, Formula, Node, Quantity, Scheme
from ctmm_dsl.model.expression import reported_for
from ctmm_dsl.sheets.layout import Table
from generators.workbook.expression_excel import Places
from generators.workbook.formula import Ref

INDICATORS = both("指标计算", "Indicators")
ID, NAME, WEIGHT, TEXT, VALUE, POINTS, RANGE, STATE, COUNTED = range(9)
"""The columns."""
HEADER_ROW = 3


@dataclass
class Calculations:
    """Rows of the sheet. `bands`: the nodes above indicators, each before the first of its own."""

    scheme: Scheme
    table: Table
    sheet: str = INDICATORS["zh"]
    computed: dict[str, int] = field(default_factory=dict)
    nodes: dict[str, int] = field(default_factory=dict)
    parts: dict[tuple[str, str], int] = field(default_factory=dict)
    bands: dict[str, int] = field(default_factory=dict)
    options: dict[tuple[str, str], int] = field(default_factory=dict)
    computed_row: int = 0
    options_row: int = 0
    last_row: int = HEADER_ROW

    def __post_init__(self) -> None:
        for path in self.scheme.standard.leaf_paths():
            if isinstance(path[-1].leaf, Formula):
                self._place(path)
        computed = computed_of(self.scheme)
        self.computed_row = self._section(bool(computed))
        self.computed |= {quantity.name: self._next() for quantity in computed}
        choices = [quantity for quantity in self.scheme.asked.values() if quantity.kind == "choice"]
        self.options_row = self._section(bool(choices))
        for quantity in choices:
            self.options |= {(quantity.name, option.code): self._next() for option in quantity.options}

    def _place(self, path: tuple[Node, ...]) -> None:
        for above in path[:-1]:
            if above.id not in self.bands:
                self.bands[above.id] = self._next()
        node = path[-1]
        self.nodes[node.id] = self._next()
        for part in self.scheme.calculation(node).parts:
            self.parts[node.id, part.name] = self._next()

    def _section(self, there: bool) -> int:
        """The row of a section's header, under its title, which stands a row apart; 0 where there is no such section."""
        if not there:
            return 0
        self.last_row += 3
        return self.last_row

    def _next(self) -> int:
        self.last_row += 1
        return self.last_row

    # ---- cells -------------------------------------------------------------------------------------------------

    def ref(self, row: int, column: int) -> Ref:
        return Ref(self.sheet, row, column)

    def answer(self, quantity: Quantity) -> Ref:
        return Ref(self.table.sheet["zh"], self.table.row(quantity.name), self.table.column("value"))

    def number(self, quantity: Quantity) -> Ref:
        """Where the value of a quantity stands: what was filled in, or what is computed."""
        if quantity.definition is None:
            return self.answer(quantity)
        return self.ref(self.computed[quantity.name], VALUE)

    def label(self, quantity: Quantity) -> Ref:
        if quantity.definition is None:
            return Ref(self.table.sheet["zh"], self.table.row(quantity.name), self.table.column("label"))
        return self.ref(self.computed[quantity.name], NAME)

    def state(self, quantity: Quantity) -> Ref:
        """Where it says what is wrong with a quantity."""
        if quantity.definition is None:
            return Ref(self.table.sheet["zh"], self.table.row(quantity.name), self.table.column("state"))
        return self.ref(self.computed[quantity.name], STATE)

    def option_cells(self, quantity: Quantity) -> tuple[Ref, ...]:
        return tuple(self.ref(self.options[quantity.name, option.code], NAME) for option in quantity.options)

    def known(self, quantity: Quantity | None) -> bool:
        """Whether it stands in the workbook at all: a quantity that only other readings ask for does not."""
        return quantity is not None and (quantity.name in self.scheme.asked or quantity.name in self.computed)

    def places(self, node: Node | None = None) -> Places:
        """For the formulas of an indicator, or of computed quantities."""
        standing = [one for one in self.scheme.standard.quantities if self.known(one)]
        return Places(
            quantities={one.name: self.number(one) for one in standing},
            options={one.name: self.option_cells(one) for one in standing if one.kind == "choice"},
            parts={name: self.ref(row, VALUE) for (id_, name), row in self.parts.items() if node and id_ == node.id},
        )

    def calculations(self) -> Iterator[tuple[Node, Calculation]]:
        for id_ in self.nodes:
            node = self.scheme.standard.nodes[id_]
            yield node, self.scheme.calculation(node)


def computed_of(scheme: Scheme) -> list[Quantity]:
    """The quantities that are computed from what the scheme asks for."""
    return [
        quantity
        for quantity in scheme.standard.quantities
        if quantity.definition is not None and all(one.name in scheme.asked for one in reported_for(quantity))
    ]
