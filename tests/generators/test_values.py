"""What the schema says of values: numbers, texts, flags and options, within their bounds, as the reader of assessments takes them."""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ctmm_dsl.checks.spoken import decimal
from ctmm_dsl.model import Interval, Quantity
from generators import assessments
from generators.number_patterns import plain, rare
from generators.quoting import json_bytes
from tests.generators.invented import SCHEMES, edition_named, scheme_named
from tests.generators.test_assessments import reads

quick = settings(max_examples=400, derandomize=True, database=None, deadline=None)


@cache
def shapes(name: str, scheme: str) -> dict[str, Quantity]:
    """One quantity for each kind and range of a scheme."""
    found: dict[str, Quantity] = {}
    for quantity in scheme_named(name, scheme).standard.reported.values():
        found.setdefault(f"{quantity.kind} {quantity.interval} {quantity.options}", quantity)
    return {quantity.name: quantity for quantity in found.values()}


@cache
def checker(name: str, scheme: str) -> Draft202012Validator:
    by = scheme_named(name, scheme)
    return Draft202012Validator(json.loads(json_bytes(assessments.assessment_schema(by))))


ALL = [(name, scheme, quantity) for name, scheme in SCHEMES for quantity in shapes(name, scheme)]
NUMBERS = [row for row in ALL if shapes(*row[:2])[row[2]].numeric]


def judged(row: tuple[str, str, str], value: Any) -> tuple[bool, bool]:
    """What the schema says of a value, and what the reader says."""
    name, scheme, quantity = row
    by = scheme_named(name, scheme)
    data: dict[str, Any] = {"standard": by.standard.id, "edition": by.standard.edition, "values": {quantity: value}}
    if by.standard.clauses or by.standard.rubrics:
        data["answers"] = {}
    return checker(name, scheme).is_valid(data), reads(data, by)


def test_every_kind_of_value_is_tried() -> None:
    found = [shapes(name, scheme)[quantity] for name, scheme, quantity in ALL]
    assert {quantity.kind for quantity in found} == {"count", "amount", "share", "flag", "choice", "score", "points"}
    assert {quantity.interval.low_open for quantity in found} == {True, False}
    assert {quantity.interval.high is None for quantity in found} == {True, False}


def around(quantity: Quantity) -> list[Any]:
    """Values at the ends of a quantity's range and near them, as numbers and as texts."""
    interval = quantity.interval
    near = [Fraction(0), Fraction(1), Fraction(1, 2), Fraction(100), Fraction(7, 4)]
    for end in (interval.low, interval.high):
        near += (
            []
            if end is None
            else [end + by for by in map(Fraction, ("0", "1", "-1", "0.5", "-0.5", "1/100", "-1/100"))]
        )
    values: list[Any] = []
    for number in near:
        text = decimal(number)
        values += [
            json.loads(text),
            text,
            f" {text}\t",
            f"+{text}",
            f"0{text}",
            f"{text}.0",
            f"{text}0",
            f"{text}%",
            f"{text} %",
        ]
        values += [f"{decimal(number * 100)}%"]
    return values


ANYWAY: list[Any] = [
    None, "", " ", "-", ".", "%", "1.", ".5", "1,000", "1_000", "0x1", "NaN", "Infinity", "-0", "-0.0", "--1", "1 2", "1/2",
    "五", "1e", "e1", "-1", "一", "½", 0, 1, 1.0, 3.0, 2.5, -1, 10**12, True, False, [], [1], {}, "1" * 40, "1" * 41,
    "true", "TRUE", " Yes ", "no", "是", "否", "对", "y", "none", {"value": None}, {"value": []}, {"value": {"value": 1}},
    {"note": ""}, {"note": 1}, {"evidence": ["x"]}, {"evidence": "x"}, {"text": "…"}, {"text": None}, {"value": 1, "other": 1},
    {"answer": 1}, {"evidence": [1]},
]  # fmt: skip


@pytest.mark.parametrize("row", ALL, ids="-".join)
def test_schema_and_reader_agree_on_values(row: tuple[str, str, str]) -> None:
    quantity = shapes(*row[:2])[row[2]]
    options = [
        word
        for option in quantity.options
        for word in (option.code, option.label, f" {option.code}", option.code.upper())
    ]
    tried = [*ANYWAY, *options, *(around(quantity) if quantity.numeric else ())]
    said = set()
    for value in [*tried, *({"value": one, "note": "…"} for one in tried if not isinstance(one, dict))]:
        by_schema, by_reader = judged(row, value)
        assert by_schema == by_reader, value
        said.add(by_schema)
    assert said == {True, False}


def rare_form(text: str) -> bool:
    """Whether a number is written with an exponent or in full width, of which the schema says the form alone."""
    return unicodedata.normalize("NFKC", text) != text or "e" in text.casefold()


@quick
@given(st.sampled_from(NUMBERS), st.text("0159.-+%eE ５％．－", max_size=7))
def test_schema_and_reader_agree_on_texts(row: tuple[str, str, str], text: str) -> None:
    """What the reader takes the schema takes; what the reader refuses the schema refuses, but for rare forms."""
    by_schema, by_reader = judged(row, text)
    assert by_schema or not by_reader
    assert by_reader or not by_schema or rare_form(text)


FORMS = [
    ("９５", "share", False), ("９５％", "share", True), ("９５%", "share", True), ("0．5", "amount", True), ("１２", "count", True),
    ("1e1", "count", True), ("1E-1", "amount", True), ("+１", "count", True), ("1e100", "count", False), ("1e1.5", "amount", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "good"), FORMS)
def test_full_width_and_exponents(text: str, kind: str, good: bool) -> None:
    """The schema says of these what they look like, and leaves the rest to the reader."""
    widest = {"share": "metered", "amount": "mended", "count": "dry"}[kind]
    by_schema, by_reader = judged(("invented", "ladder", widest), text)
    assert by_reader == good
    assert by_schema or not good


def test_a_bound_keeps_its_digits() -> None:
    data = next(a.data for a in assessments.emit(edition_named("invented")) if a.path == "total/assessment.schema.json")
    text = data.decode()
    for said in ('"minimum": 0.5', '"maximum": 12.25', '"exclusiveMinimum": 0', '"maximum": 40', '"maximum": 0.8'):
        assert re.search(rf"{re.escape(said)}[,\n]", text), said


def test_json_is_written_as_the_library_writes_it() -> None:
    """But for decimals, which it has not."""
    for artefact in assessments.emit(edition_named("hostile")):
        value = json.loads(artefact.data)
        assert artefact.data.decode() == json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    odd = {"": [], "a": {}, "b": [[], {}, [1, None]], "c\n\u2028": 'x"\\', "d": -1, "e": True}
    assert json_bytes(odd).decode() == json.dumps(odd, ensure_ascii=False, indent=2) + "\n"
    assert json_bytes([Decimal("0.10"), Decimal("1E-7")]) == b"[\n  0.10,\n  0.0000001\n]\n"


# ---- patterns --------------------------------------------------------------------------------------------------

decimals = st.one_of(
    st.integers(0, 1200).map(Fraction),
    st.integers(0, 3000).map(lambda number: Fraction(number, 100)),
    st.integers(0, 2000).map(lambda number: Fraction(number, 1000)),
)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    high = draw(st.none() | decimals)
    return Interval(draw(decimals), high, draw(st.booleans()), high is not None and draw(st.booleans()))


@quick
@given(intervals(), st.lists(st.tuples(decimals, st.sampled_from(("", "0", "00", "1"))), min_size=1), st.booleans())
def test_a_pattern_holds_what_its_interval_holds(
    interval: Interval, tried: list[tuple[Fraction, str]], whole: bool
) -> None:
    assume(not interval.empty)
    pattern = re.compile(plain(interval, whole=whole, percent=False))
    ends = [(end, more) for end in (interval.low, interval.high) if end is not None for more in ("", "0", "1", "9")]
    for number, more in [*tried, *ends]:
        digits = decimal(number)
        text = f"{digits}{more}" if "." in digits else f"{digits}{'.' * bool(more)}{more}"
        value = Fraction(text)
        holds = interval.holds(value) and (not whole or value.denominator == 1)
        for sign, same in (("", True), ("+", True), ("0", True), ("-", value == 0)):
            assert bool(pattern.search(sign + text)) == (holds and same), sign + text


@quick
@given(intervals(), decimals)
def test_a_percentage_is_a_part_of_one(interval: Interval, number: Fraction) -> None:
    assume(not interval.empty)
    pattern = re.compile(plain(interval, whole=False, percent=True))
    assert bool(pattern.search(f"{decimal(number)}%")) == interval.holds(number / 100)
    assert bool(pattern.search(decimal(number))) == interval.holds(number)


def test_rare_forms_are_not_the_usual_ones() -> None:
    for text in ("95", "0.5", "-1", "45%", "e", "％", "1e5%%", "1e555", ""):
        assert not re.search(rare(percent=True), text), text
    for text in ("９５", "1e5", "４５％", "45％", " 1E-5 ", "－１"):
        assert re.search(rare(percent=True), text), text
    assert not re.search(rare(percent=False), "45％")
