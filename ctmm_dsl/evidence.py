"""One datum, many uses: what one side of a crosswalk has that helps to assess the other.

In: a crosswalk. Out: for each of its rows, read towards the side that has something to give, the quantities that indicators at the row's
end rest on, and the documents that help with it. What a side can give follows from its leaves' kind; which standard it is plays no part.
A datum is something to look at, however close the row says that the two texts are; it proves nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctmm_dsl.model import Crosswalk, Formula, Mapping, Node, Quantity, Standard, Support
from ctmm_dsl.model.expression import read_by, rests_on


@dataclass(frozen=True, slots=True)
class Link:
    """A row of a crosswalk: what is to be assessed, and the end that may help."""

    asking: Node
    row: Mapping
    giving: Node


@dataclass(frozen=True, slots=True)
class Bridge:
    """A crosswalk read from the side that asks to the side that gives, its links in the order of the asking tree."""

    asking: Standard
    giving: Standard
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Datum:
    """A quantity that a city reports, and the indicator that rests on it."""

    indicator: Node
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Help:
    """A document that helps with a node, and where the standard says so: there, above or below."""

    holder: Node
    support: Support


def bridges(crosswalk: Crosswalk) -> Iterator[Bridge]:
    """The directions in which a crosswalk has something to give: its target first."""
    sides = (crosswalk.source, crosswalk.target)
    for asking, giving in (sides, sides[::-1]):
        if giving.formulas or any(helps for node in giving.walk() for helps in _documents(node)):
            yield Bridge(asking, giving, tuple(links(crosswalk, asking)))


def links(crosswalk: Crosswalk, asking: Standard) -> Iterator[Link]:
    """The rows of a crosswalk that have two ends, read from one side, in the order of its tree."""
    found: dict[str, list[Link]] = {}
    for row in crosswalk.rows:
        if row.source_node and row.target_node:
            ends = (row.source_node, row.target_node)
            one, other = ends if asking is crosswalk.source else ends[::-1]
            found.setdefault(one.id, []).append(Link(one, row, other))
    for node in asking.nodes:
        yield from found.get(node, ())


def data(node: Node) -> list[Datum]:
    """The quantities of all indicators at a node and below it, in the order in which the indicators read them."""
    return [
        Datum(leaf, quantity)
        for leaf in node.walk()
        if isinstance(leaf.leaf, Formula)
        for quantity in reported_by(leaf.leaf).values()
    ]


def reported_by(formula: Formula) -> dict[str, Quantity]:
    """The quantities that a city reports for an indicator, however the document is read."""
    found = formula.calculation.quantities()
    for reading in formula.readings:
        found |= {name: one for name, one in reading.calculation.quantities().items() if name not in found}
    return found


def readers(standard: Standard, quantity: Quantity) -> Iterator[Node]:
    """The indicators that rest on a quantity, at once or through others, however the document is read."""
    for node in standard.walk():
        if isinstance(node.leaf, Formula) and quantity.name in _all_under(node.leaf):
            yield node


def _all_under(formula: Formula) -> set[str]:
    calculations = [formula.calculation, *(reading.calculation for reading in formula.readings)]
    return {
        under.name
        for calculation in calculations
        for expression in calculation.expressions()
        for read in read_by(expression)
        for under in rests_on(read)
    }


def helping(standard: Standard, node: Node) -> list[Help]:
    """The documents that help with a node: those named above it, at it and below it, in the document's order."""
    path = next(path for path in standard.paths() if path[-1] is node)
    return [Help(holder, support) for holder in (*path[:-1], *node.walk()) for support in _documents(holder)]


def _documents(node: Node) -> tuple[Support, ...]:
    return tuple(support for support in node.supports if support.kind == "support")
