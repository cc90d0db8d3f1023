"""Functions of JavaScript for calculations: one for an indicator, one for a quantity that is computed.

In: a calculation, or a quantity with its definition. Out: the text of a function, laid out, and the quantities that it takes, in order.
Named parts are its variables; what the document calls them stands beside them as a comment.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from ctmm_dsl.model import Calculation, Node, Part, Quantity
from ctmm_dsl.model.expression import Expression, read_by
from generators.expression_js import RESERVED, Pieces, is_name
from generators.formula_functions import Function
from generators.free_names import free_names, function_names
from generators.javascript_layout import STEP, Call, Piece, bracketed, flat, lay
from generators.quoting import javascript


def functions_of_nodes(calculations: Iterable[tuple[Node, Calculation]]) -> Iterator[tuple[Node, Function]]:
    """A function for each calculation: its points, and its named parts."""
    held = list(calculations)
    names = function_names("points_of", (node.id for node, _ in held))
    for node, calculation in held:
        reads = _reads(calculation.expressions())
        body = _Body([*reads, *(part.name for part in calculation.parts)])
        for part in calculation.parts:
            body.part(part)
        body.returned(calculation.body, calculation.parts)
        yield node, body.function(names[node.id], f"{node.id} {node.name}", reads)


def functions_of_quantities(quantities: Iterable[Quantity]) -> Iterator[tuple[Quantity, Function]]:
    """A function for each quantity that is computed."""
    held = list(quantities)
    names = function_names("computed", (quantity.name for quantity in held))
    for quantity in held:
        assert quantity.definition is not None
        reads = _reads([quantity.definition])
        body = _Body(reads)
        body.returned(quantity.definition, None)
        yield quantity, body.function(names[quantity.name], quantity.label, reads)


def _reads(expressions: Iterable[Expression]) -> tuple[str, ...]:
    """The names of the quantities that are read, each once."""
    return tuple(dict.fromkeys(one.name for expression in expressions for one in read_by(expression)))


class _Body:
    """The statements of a function, as they are written down."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = free_names(names, RESERVED)
        self.taken = {*self.names.values()}
        self.lines: list[str] = []
        self.pieces = Pieces(self.names, self._named)

    def part(self, part: Part) -> None:
        body = self.pieces.of(part.body)
        if part.label:
            self.lines.append(f"{' ' * STEP}// {javascript(part.label)}")
        self.lines.append(lay(body, STEP, f"const {self.names[part.name]} = ", ";"))

    def returned(self, expression: Expression, parts: tuple[Part, ...] | None) -> None:
        """The last statement; `parts`: those that are given back beside the number."""
        found = self.pieces.of(expression)
        if parts is not None:
            pairs: list[Piece] = [f"[{javascript(part.name)}, {self.names[part.name]}]" for part in parts]
            found = Call("[", (found, Call("[", tuple(pairs), "]")), "]")
        elif len(f"  return {flat(found)};") > 100 and not isinstance(found, Call):
            found = bracketed(found)  # a line that ends in `return` returns nothing
        self.lines.append(lay(found, STEP, "return ", ";"))

    def function(self, name: str, title: str, reads: tuple[str, ...]) -> Function:
        head = lay(Call(f"function {name}(", tuple(self.names[one] for one in reads), ") {"), 0)
        return Function(name, "\n".join([f"// {javascript(title)}", head, *self.lines, "}"]), reads)

    def _named(self, piece: Piece) -> str:
        """The name of what is looked at several times; what has none gets one, on a line before."""
        if is_name(piece):
            return flat(piece)
        free = (name for name in (f"value{count}" for count in itertools.count(1)) if name not in self.taken)
        name = next(free)
        self.taken.add(name)
        self.lines.append(lay(piece, STEP, f"const {name} = ", ";"))
        return name
