"""Every calculation of a standard as mathematics: a fragment of LaTeX, and a page that any browser shows.

In: an edition. Out: `<standard>/formulas.tex` and `<standard>/formulas.html` for every standard with formulas. Both are laid out from the
one expression tree that is scored. The page is one file: no script, nothing from elsewhere, and its own policy forbids both.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from ctmm_dsl.checks.spoken import percent
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Calculation, Formula, Node, Quantity, Standard
from generators import formula_latex, formula_mathml, quoting
from generators.artefact import Artefact, Edition
from generators.dictionary import KINDS, needed, range_of, used_by
from generators.formula_layout import definition, equations, words
from generators.formula_shapes import Equation
from generators.quantity_words import BASES


class Markup(str):
    """A text that is markup of the target already."""

    __slots__ = ()


Typeset = Callable[[list[Equation]], str]


@dataclass(frozen=True, slots=True)
class Reading:
    name: str
    label: str
    formulas: Markup


@dataclass(frozen=True, slots=True)
class Entry:
    """A node of the page: a heading, and for a leaf its formulas; `depth` 0 is a domain."""

    id: str
    name: str
    depth: int
    weight: str
    data: str
    formulas: Markup | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A row of the page's list of quantities. `users`: indicators, and the name of the reading where only one needs it."""

    quantity: Quantity
    kind: str
    basis: str
    range: str
    computed: Markup
    users: tuple[tuple[str, str], ...]


def emit(edition: Edition) -> Iterator[Artefact]:
    """Both renderings of every standard that has formulas."""
    for standard in edition.model.standards:
        if standard.formulas:
            for name, text in (("formulas.tex", _latex(standard)), ("formulas.html", _html(standard))):
                yield Artefact(f"{standard.id}/{name}", text.encode("utf-8"), standard.id, standard.edition)


def _latex(standard: Standard) -> str:
    entries = _entries(standard, formula_latex.aligned)
    return (
        _environment(quoting.latex, "<<", ">>")
        .get_template("formulas.tex.jinja")
        .render(standard=standard, entries=entries)
    )


def _html(standard: Standard) -> str:
    environment = _environment(quoting.xml, "{{", "}}")
    style = environment.get_template("formulas.css.jinja").render()
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return environment.get_template("formulas.html.jinja").render(
        standard=standard,
        style=Markup(style),
        digest=Markup(digest),
        entries=_entries(standard, formula_mathml.aligned),
        quantities=_quantities(standard),
    )


def _environment(quote: Callable[[str], str], start: str, end: str) -> Environment:
    return Environment(
        loader=PackageLoader("generators", "templates"),
        undefined=StrictUndefined,
        finalize=lambda value: quote(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
        variable_start_string=start,
        variable_end_string=end,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # `finalize` quotes for the target
        keep_trailing_newline=True,
    )


# ---- what stands in both ---------------------------------------------------------------------------------------


def _entries(standard: Standard, typeset: Typeset) -> list[Entry]:
    """The nodes that have formulas at or below them, in the document's order."""
    return [
        _entry(path[-1], len(path) - 1, typeset)
        for path in standard.paths()
        if any(isinstance(node.leaf, Formula) for node in path[-1].walk())
    ]


def _entry(node: Node, depth: int, typeset: Typeset) -> Entry:
    weight = percent(node.weight) if node.weight is not None else ""
    if not isinstance(node.leaf, Formula):
        return Entry(node.id, node.name, depth, weight, "", None, ())
    own = _all_equations(node.leaf.calculation)
    readings = tuple(
        Reading(
            one.name, one.label, Markup(typeset([row for row in _all_equations(one.calculation) if row not in own]))
        )
        for one in node.leaf.readings
    )
    formulas = Markup(typeset(own))
    return Entry(node.id, node.name, depth, weight, node.leaf.data, formulas, readings)


def _all_equations(calculation: Calculation) -> list[Equation]:
    """Those of a calculation, and those of the quantities in it that are computed from others."""
    computed = [one for one in needed(calculation).values() if one.definition is not None]
    return [*equations(calculation), *(Equation(words(one), "", definition(one)) for one in computed)]


def _quantities(standard: Standard) -> list[QuantityRow]:
    users, ranges = used_by(standard), Ranges()
    return [
        QuantityRow(
            quantity=one,
            kind=KINDS[one.kind],
            basis=BASES[one.basis],
            range=range_of(ranges.quantity(one) or one.interval) if one.numeric else "",
            computed=Markup(formula_mathml.inline(definition(one)) if one.definition is not None else ""),
            users=tuple(users.get(one.name, ())),
        )
        for one in standard.quantities
    ]
