"""The sheets of data and of indicators, recalculated by LibreOffice, against the referee: every indicator, every step, every check.

`filled` makes a workbook whose answers are given; what LibreOffice makes of it is held against the referee's exact result, not against the
values that the file was written with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from itertools import product
from math import prod
from random import Random
from typing import Any, get_args

import pytest

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.assessment.strict_json import read_object
from ctmm_dsl.checks.spoken import decimal
from ctmm_dsl.expression.evaluate import Evaluator
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import LAYERS, Calculation, Node, Quantity, Scheme
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import all_within, reported_for
from ctmm_dsl.score import score
from ctmm_dsl.score.as_json import as_json, spoken
from ctmm_dsl.sheets.layout import Table, cell_name, tables
from generators.quantity_words import readers
from generators.workbook import contents, formulas, names, quantities
from generators.workbook.book import Book
from generators.workbook.calculation_places import COUNTED, POINTS, STATE, VALUE, Calculations
from generators.workbook.formula import Number, Ref
from generators.workbook.functions import FUNCTIONS
from generators.workbook.losses import LOSSES
from generators.workbook.parts import Part
from generators.workbook.value_checks import FINE
from generators.workbook.values import OPERATORS
from tests.generators import filling, hostile_formulas
from tests.generators.editions import edition_from
from tests.generators.invented import SCHEMES, scheme_named
from tests.referee import bad_values
from tests.workbooks import recalculation
from tests.workbooks.recalculation import Cells, needs_soffice, recalculated

WITH_FORMULAS = [(edition, scheme) for edition, scheme in SCHEMES if scheme_named(edition, scheme).asked]
CITIES = 12
"""So many random cities a scheme; there are more than eight schemes."""
NEAR = Fraction(1, 10**9)


def table_of(scheme: Scheme) -> Table:
    return next(table for table in tables(scheme) if table.kind == "values")


@dataclass(frozen=True)
class Made:
    """A workbook with a city's values filled in."""

    city: dict[str, Any]
    book: Book
    part: Part

    @cached_property
    def data(self) -> bytes:
        return self.book.bytes()


def filled(scheme: Scheme, city: dict[str, Any]) -> Made:
    book = Book(scheme, "digest", city)
    part = quantities.add(book, table_of(scheme))
    formulas.add(book, table_of(scheme))
    return Made(city, book, part)


def in_one_run(made: Sequence[Made]) -> list[Cells]:
    return list(recalculated({f"city{at}": one.data for at, one in enumerate(made)}).values())


def near(found: object, expected: Fraction) -> bool:
    """Whether a program's number is this one up to rounding errors; it is given as the shortest decimal that it is."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return False
    return abs(Fraction(repr(found)) - expected) <= NEAR * max(Fraction(1), abs(expected))


def faults(scheme: Scheme, cells: Cells, assessment: Assessment) -> Iterator[str]:
    """Where the sheet of indicators says something else than the referee."""
    at, evaluator = Calculations(scheme, table_of(scheme)), Evaluator(assessment.values)
    sheet = cells[at.sheet]
    for node, calculation in at.calculations():
        points, parts = evaluator.worth(calculation)
        row = at.nodes[node.id]
        for column in (VALUE, COUNTED):
            if not near(sheet.get(cell_name(row, column)), points):
                yield f"{node.id}: {cell_name(row, column)} = {sheet.get(cell_name(row, column))}, not {points}"
        shown = Fraction(spoken(points, None)["shown"])
        if not near(sheet.get(cell_name(row, POINTS)), shown):
            yield f"{node.id}: {cell_name(row, POINTS)} shows {sheet.get(cell_name(row, POINTS))}, not {shown}"
        if sheet.get(cell_name(row, STATE)) != FINE:
            yield f"{node.id}: {cell_name(row, STATE)} says {sheet.get(cell_name(row, STATE))}"
        for name, value in parts.items():
            place = cell_name(at.parts[node.id, name], VALUE)
            if not near(sheet.get(place), value):
                yield f"{node.id} {name}: {place} = {sheet.get(place)}, not {value}"
    for name, row in at.computed.items():
        known = next(quantity for quantity in scheme.standard.quantities if quantity.name == name)
        if not near(sheet.get(cell_name(row, VALUE)), evaluator.quantity(known)):
            yield f"{name}: {cell_name(row, VALUE)} = {sheet.get(cell_name(row, VALUE))}"


# ---- cities ------------------------------------------------------------------------------------------------------


def random_cities(scheme: Scheme) -> Iterator[dict[str, Any]]:
    for seed in range(CITIES):
        yield filling.assessment(scheme, 1000 + seed)


def edge_cities(scheme: Scheme) -> list[dict[str, Any]]:
    """Cities that stand exactly on, just below and just above every bound of every tier and condition, as far as a quantity or a ratio of
    two is compared; the rest is as in some city. A city stands at as many edges as it can."""
    base, cities = filling.assessment(scheme, 7), list[dict[str, Any]]()
    for changes in edges(scheme):
        for at, taken in enumerate(cities):
            if not taken.keys() & changes.keys() and sound(scheme, _moved(base, taken | changes)):
                cities[at] = taken | changes
                break
        else:
            cities += [changes] if sound(scheme, _moved(base, changes)) else []
    return [_moved(base, changes) for changes in cities]


def _moved(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {**base, "values": {**base["values"], **changes}}


def edges(scheme: Scheme) -> Iterator[dict[str, Any]]:
    roots = [
        root
        for _, calculation in Calculations(scheme, table_of(scheme)).calculations()
        for root in calculation.expressions()
    ]
    for expression in (one for root in roots for one in all_within(root)):
        match expression:
            case model.Tier(subject=subject):
                bounds = {value for step in expression.steps for _, value, _ in step.bounds}
            case model.Comparison(left=subject, right=model.Number(value=value)):
                bounds = {value}
            case _:
                continue
        for bound in sorted(bounds):
            yield from _around(subject, bound)


def _around(subject: model.Expression, bound: Fraction) -> Iterator[dict[str, Any]]:
    match subject:
        case model.Named(part=part):
            yield from _around(part.body, bound)
        case model.Read(quantity=quantity) if quantity.definition is None:
            step = 1 if quantity.kind == "count" else Fraction(1, 10**6)
            yield from ({quantity.name: decimal(bound + shift)} for shift in (-step, 0, step) if bound + shift >= 0)
        case model.Read(quantity=quantity) if quantity.definition is not None:
            yield from _around(quantity.definition, bound)
        case model.Arithmetic(operator="/", left=model.Read(quantity=part), right=right):
            for size in (7, 10**6):
                yield from _ratio(part, right, bound, size * bound.denominator)


def _ratio(part: Quantity, right: model.Expression, bound: Fraction, size: int) -> Iterator[dict[str, Any]]:
    """`part / right` at a bound, where the divisor has a certain size; of a sum, the other terms are nothing."""
    if not isinstance(right, model.Read):
        return
    whole = reported_for(right.quantity)
    rest = dict.fromkeys((one.name for one in whole), "0")
    for shift in (-1, 0, 1):
        above = int(bound * size) + shift
        if part in whole:  # a share of a sum that it is a term of
            other = next(one for one in whole if one is not part)
            yield {**rest, other.name: str(size - above), part.name: str(above)}
        else:
            yield {**rest, whole[0].name: str(size), part.name: str(above)}


def sound(scheme: Scheme, city: dict[str, Any]) -> bool:
    return isinstance(read_assessment(json.dumps(city), scheme, partial=True), Assessment)


@cache
def tried(edition: str, name: str) -> list[tuple[Made, Cells]]:
    """Every city of a scheme as a workbook, recalculated in one run."""
    scheme = scheme_named(edition, name)
    made = [filled(scheme, city) for city in (*random_cities(scheme), *edge_cities(scheme))]
    return list(zip(made, in_one_run(made), strict=True))


@needs_soffice
@pytest.mark.parametrize(("edition", "name"), WITH_FORMULAS)
def test_every_indicator_and_step_is_the_referees(edition: str, name: str) -> None:
    scheme = scheme_named(edition, name)
    found = tried(edition, name)
    assert len(found) >= CITIES
    for made, cells in found:
        assert not list(faults(scheme, cells, filling.read(made.city, scheme))), made.city["values"]
        assert not list(recalculation.differences(made.book, cells))
        for count in (made.part.unanswered, made.part.invalid):
            assert cells[count.sheet][cell_name(count.row, count.column)] == 0


def test_every_shape_of_an_expression_is_among_them() -> None:
    shapes = {
        type(one)
        for edition, name in WITH_FORMULAS
        for _, calculation in _calculations(scheme_named(edition, name))
        for root in calculation.expressions()
        for one in all_within(root)
    }
    assert shapes == set(get_args(model.Expression)) - {model.Unknown}


def _calculations(scheme: Scheme) -> Iterator[tuple[Node, Calculation]]:
    return Calculations(scheme, table_of(scheme)).calculations()


# ---- what is wrong -----------------------------------------------------------------------------------------------

SAID = {
    "CT9013": "不是数",
    "CT9014": "应为整数",
    "CT9015": "超出范围，应为 ",
    "CT9016": "大于“",
    "CT9017": "应为“是”或“否”",
    "CT9018": "不是可选项",
    "CT9019": "缺",
}
"""What the check says, by the code of what the referee says."""
WRONG = [
    row
    for row in bad_values.rows()
    if row.where == "values"
    and row.scheme in ("gbt33356-city", "harbour")
    and all(said[:6] in SAID for said in row.said)
]


@dataclass(frozen=True)
class Wrong:
    made: Made
    expected: dict[str, str]
    """By quantity how what is said begins."""


@cache
def wrong() -> list[Wrong]:
    """The rows of the table of refused values that a cell can hold."""
    found = []
    for row in WRONG:
        scheme = bad_values.SCHEMES[row.scheme]
        city = read_object(bad_values.text(row.scheme, row.where, row.written))
        named = [re.match(r'(CT\d+) (?:values\["(\w+)"\]|values：没有填写的数据项)：(\w*)', said) for said in row.said]
        expected = {match[2] or match[3]: SAID[match[1]] for match in named if match}
        typed = not re.search(r'\d[eE]|true|false|[{[]|: ""', row.written)  # as somebody may type it into a cell
        if isinstance(city, dict) and len(expected) == len(row.said) and typed:
            found.append(Wrong(filled(scheme, city), expected))
    return found


def told(one: Wrong, name: str) -> Ref:
    scheme = one.made.book.scheme
    quantity = next(quantity for quantity in scheme.standard.quantities if quantity.name == name)
    return Calculations(scheme, table_of(scheme)).state(quantity)


def test_the_table_of_refused_values_is_told_by_the_checks() -> None:
    assert len(wrong()) >= 40
    for one in wrong():
        for name, words in one.expected.items():
            said = one.made.book.value(told(one, name))
            assert isinstance(said, str) and said.startswith(words), (name, said)
        counts = [one.made.book.value(count) for count in (one.made.part.unanswered, one.made.part.invalid)]
        assert sum(count for count in counts if isinstance(count, int)) >= len(one.expected)


@needs_soffice
def test_libreoffice_says_the_same_of_each_kind_of_fault() -> None:
    kinds = {(one.made.book.scheme.id, *one.expected.values()): one for one in wrong()}
    chosen = list(kinds.values())
    for one, cells in zip(chosen, in_one_run([one.made for one in chosen]), strict=True):
        assert not list(recalculation.differences(one.made.book, cells))


@needs_soffice
def test_an_indicator_without_its_data_has_no_points() -> None:
    """A value taken away: the indicators that need it have no points, and count for their worst; the others are as before."""
    scheme = scheme_named("spec", "gbt33356-city")
    city, users, random = filling.assessment(scheme, 5), readers(scheme), Random(5)
    names = random.sample(sorted(scheme.asked), 6)
    made = [
        filled(scheme, {**city, "values": {k: v for k, v in city["values"].items() if k != name}}) for name in names
    ]
    at = Calculations(scheme, table_of(scheme))
    for name, one, cells in zip(names, made, in_one_run(made), strict=True):
        sheet = cells[at.sheet]
        for node, calculation in at.calculations():
            row = at.nodes[node.id]
            points = sheet.get(cell_name(row, POINTS))
            assert (points in (None, "")) == (node.id in users[name])
            if node.id in users[name]:
                range_ = Ranges().of(calculation.body)
                assert range_
                worst = range_.high if calculation.deducts else range_.low
                assert worst is not None and near(sheet.get(cell_name(row, COUNTED)), worst)
                assert scheme.asked[name].label in sheet[cell_name(row, STATE)]
        assert one.book.value(one.part.unanswered) == 1


# ---- the ranking -------------------------------------------------------------------------------------------------


def test_the_indicators_that_cost_most_come_first() -> None:
    scheme = scheme_named("spec", "gbt33356-city")
    city = filling.assessment(scheme, 11)
    one, found = filled(scheme, city), filling.read(city, scheme)
    evaluator, expected = Evaluator(found.values), []
    for path in scheme.standard.leaf_paths():
        points = evaluator.worth(scheme.calculation(path[-1]))[0]
        part = prod((scheme.weights.get(node.id, Fraction(0)) for node in path), start=Fraction(1))
        expected.append((points if path[-1].deducts else part * (100 - points), path[-1].id))
    ranked = sorted(expected, key=lambda row: -row[0])
    rows = [[one.book.value(Ref(LOSSES["zh"], 4 + at, column)) for column in (1, 6)] for at in range(len(ranked))]
    assert rows == [[id_, lost] for lost, id_ in ranked]


# ---- the whole workbook ------------------------------------------------------------------------------------------


def nodes_of(scheme: Scheme, result: dict[str, Any]) -> Iterator[tuple[Node, dict[str, Any]]]:
    """Every node that the result says something of."""
    waiting = [(node, result) for node in scheme.standard.domains]
    for node, holder in waiting:
        row = holder.get(f"{LAYERS[node.layer]}s", {}).get(node.id)
        if row is not None:
            yield node, row
            waiting += [(child, row) for child in node.children]


@needs_soffice
@pytest.mark.parametrize(
    "name", ["gbt33356-city", "gbt33356-county", "gbt33356-city-readings", "gbt33356-county-readings"]
)
def test_the_total_and_every_node_are_shown_as_the_referee_shows_them(name: str) -> None:
    scheme = scheme_named("spec", name)
    cities = [filling.assessment(scheme, 300 + seed) for seed in range(3)]
    made = [contents.filled(scheme, "digest", city).bytes() for city in cities]
    for city, cells in zip(
        cities, recalculated({f"city{at}": data for at, data in enumerate(made)}).values(), strict=True
    ):
        assessment = filling.read(city, scheme)
        result = as_json(score(scheme, assessment), assessment)
        assert str(cells.named(names.TOTAL)) == result["total"]["shown"]
        shown = _shown(cells[names.SCORES["zh"]])
        for node, row in nodes_of(scheme, result):
            expected = row["score"]["shown"] if "score" in row else row["deducted"]["shown"]
            assert near(shown[node.id], Fraction(expected)), node.id


def _shown(sheet: dict[str, Any]) -> dict[str, Any]:
    """By a node's identifier the score that stands in its row, or what it deducts."""
    rows = {words: place[1:] for place, words in sheet.items() if place[0] == "A"}
    found = {id_: [sheet.get(column + row) for column in "DE"] for id_, row in rows.items()}
    return {id_: next((one for one in pair if isinstance(one, int | float)), None) for id_, pair in found.items()}


@needs_soffice
def test_what_a_label_says_stays_text() -> None:
    (scheme,) = edition_from(hostile_formulas.HOSTILE).schemes
    made = filled(scheme, filling.assessment(scheme, 1))
    (cells,) = in_one_run([made])
    assert not list(recalculation.differences(made.book, cells))
    table = table_of(scheme)
    for name in hostile_formulas.LABELS:
        assert cells[table.sheet["zh"]][table.cell(name, "label")] == hostile_formulas.label(name)
        assert cells[table.sheet["zh"]][table.cell(name, "state")] == FINE


# ---- in doubles --------------------------------------------------------------------------------------------------


def nearest(value: Any) -> Any:
    """The double that is nearest to a number: what a spreadsheet has in its place."""
    return Fraction(float(value)) if isinstance(value, Fraction) else value


@pytest.fixture
def in_doubles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formulas are calculated as Excel does, each operation rounded to a double; LibreOffice takes neighbours for equal, and hides it."""

    def rounded(function: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *arguments: nearest(function(*arguments))

    for table in (OPERATORS, FUNCTIONS):
        for name, function in list(table.items()):
            monkeypatch.setitem(table, name, rounded(function))
    monkeypatch.setattr(Number, "value", lambda self, _: nearest(self.number))


def at_the_edge(scheme: Scheme) -> Iterator[tuple[dict[str, Any], int]]:
    """Mended and swept are together just 90 % or 60 % of the length, or a little less, in decimals that no double holds."""
    base = filling.assessment(scheme, 3)
    shares = ((Fraction(9, 10), 30, 20), (Fraction(6, 10), 20, 0))
    for tenths, (share, points, under), less in product(range(21, 60), shares, (0, Fraction(1, 10**6))):
        length = Fraction(tenths, 10)
        swept = max(Fraction(int(length * share * 100 / (3 + tenths % 2 * 4)), 100), Fraction(1, 2))
        values = {"length": length, "swept": swept, "mended": length * share - swept - less}
        written = {name: decimal(one) for name, one in values.items()}
        yield {**base, "values": base["values"] | written}, under if less else points


@pytest.mark.usefixtures("in_doubles")
def test_the_edge_of_a_tier_holds_in_doubles() -> None:
    scheme = scheme_named("invented", "total")
    for city, worth in at_the_edge(scheme):
        assert sound(scheme, city)
        book = filled(scheme, city).book
        for ref, value in list(book.cells.items()):
            book.cells[ref] = nearest(value)
        at = Calculations(scheme, table_of(scheme))
        assert book.value(at.ref(at.parts["W.1.2", "grade"], VALUE)) == worth, city["values"]
