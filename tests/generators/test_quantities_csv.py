"""quantities.csv: every quantity once, as it is, with who needs it."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest

from ctmm_dsl.model import Interval
from generators import quantities_csv
from generators.dictionary import range_of
from generators.quoting import BOM, cell
from tests.generators.editions import SHIPPED, edition_from, made
from tests.generators.hostile_formulas import HOSTILE, LABELS, label
from tests.generators.invented import EDITIONS, edition_named

HEADER = ["name", "label", "kind", "unit", "basis", "range", "part_of", "computed_as", "options", "used_by", "note"]


def read_back(data: bytes) -> dict[str, dict[str, str]]:
    text = data.decode("utf-8")
    assert text.startswith(BOM)
    assert text.count("\n") == text.count("\r\n")
    header, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), strict=True)
    assert header == HEADER
    found = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert len(found) == len(rows)
    return found


def rows_of(name: str, standard: str) -> dict[str, dict[str, str]]:
    return read_back(made(quantities_csv.emit, edition_named(name))[f"{standard}/quantities.csv"].data)


@pytest.mark.parametrize("name", EDITIONS)
def test_every_quantity_stands_there_once_as_it_is(name: str) -> None:
    standards = [one for one in edition_named(name).model.standards if one.quantities]
    assert set(made(quantities_csv.emit, edition_named(name))) == {f"{one.id}/quantities.csv" for one in standards}
    for standard in standards:
        rows = rows_of(name, standard.id)
        assert list(rows) == [one.name for one in standard.quantities]
        for one in standard.quantities:
            row = rows[one.name]
            facts = (one.label, one.kind, one.unit, one.basis, one.whole.name if one.whole else "")
            assert [row[key] for key in ("label", "kind", "unit", "basis", "part_of")] == [cell(fact) for fact in facts]
            assert bool(row["computed_as"]) == (one.definition is not None)
            assert all(f"{option.code}={option.label}" in row["options"] for option in one.options)
            assert all(remark.text in row["note"] for remark in one.notes.remarks if remark.kind == "note")


@pytest.mark.parametrize("name", EDITIONS)
def test_whoever_needs_a_quantity_is_named(name: str) -> None:
    """Told from the other side: what each calculation says that a city must report for it."""
    for standard in edition_named(name).model.standards:
        if not standard.quantities:
            continue
        needed: set[tuple[str, str]] = set()
        for node, formula in standard.formulas.items():
            own = formula.calculation.quantities()
            needed |= {(quantity, node) for quantity in own}
            for reading in formula.readings:
                others = reading.calculation.quantities().keys() - own.keys()
                needed |= {(quantity, f"{node}:{reading.name}") for quantity in others}
        rows = rows_of(name, standard.id)
        found = {(quantity, user) for quantity, row in rows.items() for user in row["used_by"].split()}
        assert {(quantity, user) for quantity, user in found if quantity in standard.reported} == needed


def test_what_is_computed_says_how_and_what_it_can_be() -> None:
    rows = rows_of(SHIPPED, "gbt33356-city")
    hospitals = rows["remote_hospitals"]
    assert hospitals["computed_as"] == "提供远程分级会诊服务的三级医疗机构数 + 提供远程分级会诊服务的二级医疗机构数"
    assert (hospitals["used_by"], hospitals["part_of"]) == ("L1P4-A4", "hospitals_total")
    assert rows["property_kinds"]["range"] == "6..6"
    assert rows["property_kinds_online"]["used_by"] == "L1P10-A1:listed"
    assert rows["gov_items_total"]["used_by"] == "L1P1-A1 L1P1-A2 L1P1-A3"


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(Fraction(0), Fraction(1)), "0..1"),
        (Interval(Fraction(1)), "1.."),
        (Interval(Fraction(0), low_open=True), "> 0"),
        (Interval(Fraction(0), Fraction(1), low_open=True), "> 0..1"),
        (Interval(None, Fraction(5, 2), high_open=True), "..< 2.5"),
    ],
)
def test_ranges_are_written_as_the_language_writes_them(interval: Interval, words: str) -> None:
    assert range_of(interval) == words


def test_no_label_is_run_as_a_formula() -> None:
    rows = read_back(made(quantities_csv.emit, edition_from(HOSTILE))["bad/quantities.csv"].data)
    assert {name: rows[name]["label"] for name in LABELS} == {name: cell(label(name)) for name in LABELS}
    assert rows["formula"]["label"].startswith("'=")
    assert not [value for row in rows.values() for value in row.values() if value[:1] in tuple("=+-@|")]
