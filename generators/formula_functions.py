"""Functions of Python for calculations: one for an indicator, one for a quantity that is computed.

In: a calculation, or a quantity with its definition. Out: the text of a function, laid out as the formatter would, and the quantities that
it takes, in order. Named parts are its variables; what the document calls them stands beside them as a comment.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import lcm

from ctmm_dsl.model import Calculation, Interval, Node, Part, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, read_by
from generators.expression_python import ONE, SHORT, Binds, Term, Terms, python_names, single, written
from generators.free_names import function_names
from generators.python_layout import assigned, fits, listed, number
from generators.quoting import python

TYPES = {"flag": "bool", "choice": "str"}
"""What a quantity is in Python, where it is no number."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of Python: its name, its text, the names of the quantities that it takes."""

    name: str
    text: str
    reads: tuple[str, ...]


def functions_of_nodes(calculations: Iterable[tuple[Node, Calculation]]) -> Iterator[tuple[Node, Function]]:
    """A function for each calculation: its points, and its named parts."""
    held = list(calculations)
    names = function_names("_points_of", (node.id for node, _ in held))
    for node, calculation in held:
        yield node, _of_calculation(names[node.id], node, calculation)


def functions_of_quantities(quantities: Iterable[Quantity]) -> Iterator[tuple[Quantity, Function]]:
    """A function for each quantity that is computed."""
    held = list(quantities)
    names = function_names("_computed", (quantity.name for quantity in held))
    for quantity in held:
        assert quantity.definition is not None
        reads = _read_by([quantity.definition])
        body = _Body(python_names(reads))
        body.returned(quantity.definition, None)
        head = _head(names[quantity.name], reads.values(), body.names, "Number")
        yield quantity, Function(names[quantity.name], _text(quantity.label, head, body), tuple(reads))


def _of_calculation(name: str, node: Node, calculation: Calculation) -> Function:
    reads = _read_by(calculation.expressions())
    body = _Body(python_names([*reads, *(part.name for part in calculation.parts)]))
    for part in calculation.parts:
        body.part(part)
    body.returned(calculation.body, calculation.parts)
    head = _head(name, reads.values(), body.names, "tuple[Number, Parts]")
    return Function(name, _text(f"{node.id} {node.name}", head, body), tuple(reads))


def _read_by(expressions: Iterable[Expression]) -> dict[str, Quantity]:
    return {quantity.name: quantity for expression in expressions for quantity in read_by(expression)}


def _head(name: str, quantities: Iterable[Quantity], names: dict[str, str], returned: str) -> str:
    arguments = [f"{names[quantity.name]}: {TYPES.get(quantity.kind, 'Number')}" for quantity in quantities]
    return listed(f"def {name}(", arguments, f") -> {returned}:", 0)


def _text(title: str, head: str, body: _Body) -> str:
    return "\n".join([f"# {python(title)}", head, *body.lines])


@dataclass
class _Body:
    """The statements of a function, as they are written down. `names`: of quantities and parts, in Python."""

    names: dict[str, str]
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.taken = {*self.names.values()}

    def part(self, part: Part) -> None:
        if part.label:
            self._line(f"# {python(part.label)}")
        self._let(self.names[part.name], part.body)

    def returned(self, expression: Expression, parts: tuple[Part, ...] | None) -> None:
        """The last statement; `parts`: those that are given back beside the number."""
        beside = "" if parts is None else f", {{{', '.join(self._entries(parts))}}}"
        if not isinstance(expression, model.Tier):
            line = f"return {written(Terms(self.names).of(expression))[0]}{beside}"
            if fits("    " + line):
                self._line(line)
                return
        self._let("points", expression)
        if not fits(f"    return points{beside}"):
            self.lines.append(listed("parts: Parts = {", self._entries(parts or ()), "}", 4))
            beside = ", parts"
        self._line(f"return points{beside}")

    def _entries(self, parts: tuple[Part, ...]) -> list[str]:
        return [f"{python(part.name)}: {self.names[part.name]}" for part in parts]

    def _line(self, text: str) -> None:
        self.lines.append("    " + text)

    def _let(self, target: str, expression: Expression) -> None:
        if isinstance(expression, model.Tier):
            self._tier(target, expression)
            return
        code = written(Terms(self.names).of(expression))[0]
        if fits(f"    {target} = {code}"):
            self._line(f"{target} = {code}")
        else:
            self._assign(target, Terms(self.names, self._shorten).of(expression))

    # ---- lines that are too long -----------------------------------------------------------------------------------

    def _assign(self, target: str, term: Term) -> None:
        code, _ = written(term)
        if fits(f"    {target} = {code}") or term.code.isidentifier():
            self._line(f"{target} = {code}")
        elif code != term.code:  # what is divided or multiplied gets a line of its own
            self._assign(target, replace(term, code=self._apart(term), binds=Binds.ATOM, pieces=(), around=("", "")))
        else:
            self.lines.append(assigned(target, code, term.pieces, term.around, 4))

    def _shorten(self, term: Term, among: int) -> Term:
        """An operand, one of so many; a long one gets a line and a name of its own."""
        term = single(term)
        short = term.code.isidentifier() or len(term.code) <= SHORT // among
        return term if short else Term(term.times, self._apart(term))

    def _apart(self, term: Term) -> str:
        name = self._fresh("step")
        self._assign(name, replace(term, times=ONE, over=""))
        return name

    def _fresh(self, word: str) -> str:
        name = next(name for name in (f"{word}{count}" for count in itertools.count(1)) if name not in self.taken)
        self.taken.add(name)
        return name

    # ---- tiers -----------------------------------------------------------------------------------------------------

    def _tier(self, target: str, tier: model.Tier) -> None:
        """A chain of comparisons, first come first served. What is compared is made whole: a share in per cent."""
        bounds = [(value, percent) for step in tier.steps for _, value, percent in step.bounds]
        scale = lcm(100 if any(percent for _, percent in bounds) else 1, *(value.denominator for value, _ in bounds))
        subject = Terms(self.names, self._shorten).of(tier.subject).scaled(scale)
        value = written(subject)[0]
        if not value.isidentifier():
            value = self._fresh("value")
            self._assign(value, subject)
        rows = [(_holds(step.interval, value, scale), step.points) for step in tier.steps]
        if tier.otherwise is not None:
            rows.append(("", tier.otherwise))
        self._line(f"{target}: Number")
        for at, (condition, points) in enumerate(rows[:-1]):
            self._line(f"{'elif' if at else 'if'} {condition}:")
            self._line(f"    {target} = {number(points)}")
        condition, points = rows[-1]  # the checks have seen that it takes all that is left
        comment = f"  # {condition}" if condition else ""
        if len(rows) == 1:
            self._line(f"{target} = {number(points)}{comment}")
        else:
            self.lines += [f"    else:{comment}", f"        {target} = {number(points)}"]


def _holds(interval: Interval, value: str, scale: int) -> str:
    """Whether a value, so many times as large, lies in a stretch."""
    low, high = (None if end is None else int(end * scale) for end in (interval.low, interval.high))
    if low is not None and low == high:
        return f"{value} == {low}"
    if low is not None and high is not None:
        return f"{low} {'<' if interval.low_open else '<='} {value} {'<' if interval.high_open else '<='} {high}"
    if high is not None:
        return f"{value} {'<' if interval.high_open else '<='} {high}"
    return f"{value} {'>' if interval.low_open else '>='} {low}"
