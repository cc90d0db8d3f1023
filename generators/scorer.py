"""Scorers: for every scheme one Python file that scores as the referee does, and needs nothing else.

In: an edition. Out: `<scheme>/scorer.py`, standard library only. The standard stands in it as plain tables that can be read beside the
document; the template holds the rules, and of the method's options only those that the scheme has. Points, weights and the threshold
are scaled to integers here, so that no scorer ever meets a fraction that is not one of integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import lcm

from jinja2 import Environment, PackageLoader, StrictUndefined

from ctmm_dsl.assessment import ANSWER_FIELDS, FIELDS, SHAPES
from ctmm_dsl.catalogue import assessments
from ctmm_dsl.model import LAYERS, Clauses, Scheme
from ctmm_dsl.scheme import sibling_groups
from ctmm_dsl.source import cells
from generators.artefact import Artefact, Edition
from generators.quoting import python

WIDTH = 120
"""Generated lines are no wider, as the formatter counts: a Chinese character takes two cells."""

HUNDRED = 100
MOST_PLACES = 6
"""Weights with no more decimal places than this are shown as parts of a power of ten, the way they are written."""

Value = str | int | None | tuple["Value", ...]
Row = tuple[Value, ...]


def emit(edition: Edition) -> Iterator[Artefact]:
    """A scorer for every standard and profile that can be scored."""
    template = _environment().get_template("scorer.py.jinja")
    for scheme in edition.schemes:
        text = template.render(scheme=scheme, method=scheme.method, digest=edition.digest, **_tables(scheme))
        yield Artefact(f"{scheme.id}/scorer.py", text.encode("utf-8"), scheme.id, scheme.standard.edition)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generators", "templates"),
        undefined=StrictUndefined,
        autoescape=False,  # the target is Python: every text goes through quoting.python
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["python"] = python
    return environment


def _tables(scheme: Scheme) -> dict[str, object]:
    """What the template says of the standard: whole numbers, and rows already laid out."""
    answers, threshold = scheme.scale.answers, scheme.method.threshold
    unit = lcm(threshold.denominator, *(answer.points.denominator for answer in answers))
    return {
        "unit": unit,
        "threshold": int(threshold * unit),
        "answers": _rows((answer.code, answer.label, int(answer.points * unit)) for answer in answers),
        "levels": _rows(
            (level.number, level.name, _city_class(scheme, level.number)) for level in scheme.standard.levels
        ),
        "nodes": _rows(_nodes(scheme)),
        "clauses": _rows(_clauses(scheme)),
        "messages": "\n".join(
            _laid_out((entry.code, entry.message["zh"], entry.message["en"]), 4, f"{python(entry.slug)}: ") + ","
            for entry in assessments.ALL
        ),
        "shapes": "\n".join(
            _laid_out((both["zh"], both["en"]), 4, f"{python(name)}: ") + "," for name, both in SHAPES.items()
        ),
        "fields": _laid_out(FIELDS, 0, "FIELDS = "),
        "answer_fields": _laid_out(ANSWER_FIELDS, 0, "ANSWER_FIELDS = "),
    }


def _city_class(scheme: Scheme, level: int) -> str | None:
    return next((row.name for row in scheme.standard.classes if row.first <= level <= row.last), None)


def _nodes(scheme: Scheme) -> Iterator[Row]:
    """Every node in the document's order, with its weight as whole parts of its parent."""
    parts: dict[str, tuple[str, int, int]] = {}
    for parent, group in sibling_groups(scheme.standard):
        weights = [scheme.weights[node.id] for node in group]
        whole = _whole(weights)
        for node, weight in zip(group, weights, strict=True):
            parts[node.id] = (parent.id if parent else "", int(weight * whole), whole)
    for node in scheme.standard.walk():
        yield (node.id, node.name, f"{LAYERS[node.layer]}s", *parts[node.id])


def _whole(weights: list[Fraction]) -> int:
    """What weights are whole parts of: 100 or a higher power of ten where they are written so, else as little as it takes."""
    least = lcm(*(weight.denominator for weight in weights))
    tens = (HUNDRED * 10**places for places in range(MOST_PLACES + 1))
    return next((whole for whole in tens if whole % least == 0), least)


def _clauses(scheme: Scheme) -> Iterator[Row]:
    for node in scheme.standard.walk():
        for cell in node.leaf.cells if isinstance(node.leaf, Clauses) else ():
            yield (node.id, cell.level, tuple(clause.id for clause in cell.clauses))


# ---- values as the formatter would leave them -------------------------------------------------------------------


def _rows(rows: Iterable[Row]) -> str:
    return "\n".join(f"{_laid_out(row, 4)}," for row in rows)


def _laid_out(value: Value, indent: int, before: str = "") -> str:
    """A value on one line where it fits, with the comma that may follow; else a tuple's elements on lines of their own."""
    margin = " " * indent
    line = margin + before + _literal(value)
    if not isinstance(value, tuple) or cells(line) < WIDTH:
        return line
    inner = "".join(f"{_laid_out(element, indent + 4)},\n" for element in value)
    return f"{margin}{before}(\n{inner}{margin})"


def _literal(value: Value) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_literal, value))}{',' * (len(value) == 1)})"
    return python(value) if isinstance(value, str) else str(value)
