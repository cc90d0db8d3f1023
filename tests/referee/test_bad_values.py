"""Values that cannot be scored: `bad_values.md`, refused by the referee and by every generated scorer in the same words; and what only a
program can pass, not a file."""

from __future__ import annotations

import json
import math
from collections import Counter
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest

from ctmm_dsl.assessment.values import VALUE_FIELDS
from tests import strategies
from tests.referee import bad_values, proof

ROWS = bad_values.rows()
SCHEMES = bad_values.SCHEMES
SCORERS = {name: strategies.scorer(scheme) for name, scheme in SCHEMES.items()}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.scheme} {row.written[:60]}" for row in ROWS])
def test_refused(row: bad_values.Row) -> None:
    text = bad_values.text(row.scheme, row.where, row.written)
    said = proof.problems(proof.agreed(SCHEMES[row.scheme], SCORERS[row.scheme], text))
    assert [message for _, _, message, _ in said] == row.said


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.scheme} {row.written[:60]}" for row in ROWS])
def test_partial_forgives_what_is_missing_alone(row: bad_values.Row) -> None:
    text = bad_values.text(row.scheme, row.where, row.written)
    partial = proof.agreed(SCHEMES[row.scheme], SCORERS[row.scheme], text, partial=True)
    missing = all(message.startswith(("CT9009", "CT9019")) for message in row.said)
    assert isinstance(partial, dict) == missing


def test_the_table_is_long_and_says_each_thing_once() -> None:
    assert len(ROWS) >= 60
    assert not [written for written, times in Counter(row[:3] for row in ROWS).items() if times > 1]
    told = {message[:6] for row in ROWS for message in row.said}
    assert told >= {f"CT90{number}" for number in (11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23)}


@pytest.mark.parametrize("name", SCHEMES)
def test_what_is_changed_was_sound(name: str) -> None:
    proof.result(proof.agreed(SCHEMES[name], SCORERS[name], json.dumps(bad_values.BASE[name])))


def test_each_message_names_the_quantity_the_value_and_the_rule() -> None:
    """Of the rows that change a single quantity: its name, what was written, and what it should be, or why not."""
    standard = SCHEMES["gbt33356-city"].standard
    looked_at = 0
    for row in ROWS:
        try:
            written = json.loads(f"{{{row.written}}}")
        except ValueError:
            continue
        if (
            row.where == "values"
            and len(written) == 1
            and row.said[0][:6] in ("CT9013", "CT9014", "CT9015", "CT9017", "CT9018")
        ):
            (name, value), (message,) = *written.items(), row.said
            assert f'values["{name}"]' in message and standard.reported[name].label in message
            if isinstance(value, str):
                assert value in message
            assert any(rule in message for rule in ("（如 ", "应为", "不是整数", "不是选项（")), message
            looked_at += 1
    assert looked_at > 50


# ---- what only a program can pass ---------------------------------------------------------------------------------------


class Some(IntEnum):
    NINE = 9


EXACT: list[tuple[str, Any, str]] = [
    ("citizen_survey", 95, "95"), ("citizen_survey", Decimal("95.50"), "95.50"), ("citizen_survey", Decimal("9.5E+1"), "9.5e1"),
    ("citizen_survey", Fraction(191, 2), "95.5"), ("citizen_survey", " ９５．５ ", "95.5"), ("citizen_survey", Some.NINE, "9"),
    ("filing_rate", Decimal("0.45"), "0.45"), ("filing_rate", "45%", "0.45"), ("filing_rate", Fraction(9, 20), "0.45"),
    ("filing_rate", 1, "1"), ("filing_rate", {"value": Decimal("0.45")}, "0.45"), ("tti_platform", "是", "true"),
]  # fmt: skip
"""Values that a program passes, and what a file would have in their place."""


@pytest.mark.parametrize(("name", "value", "filed"), EXACT)
def test_exact_values_are_taken(name: str, value: Any, filed: str) -> None:
    data = json.loads(json.dumps(bad_values.BASE["gbt33356-city"]))
    data["values"][name] = value
    text = bad_values.text("gbt33356-city", "values", f'"{name}": {filed}')
    assert proof.by_scorer(SCORERS["gbt33356-city"], data) == proof.by_referee(SCHEMES["gbt33356-city"], text)


REFUSED: list[tuple[Any, str]] = [
    (0.5, "CT9022"), (95.0, "CT9022"), (math.nan, "CT9022"), (math.inf, "CT9022"), (-0.0, "CT9022"), (1e300, "CT9022"),
    (Decimal("NaN"), "CT9013"), (Decimal("Infinity"), "CT9013"), (Decimal("1E+400"), "CT9013"), (Decimal("1." + "0" * 50), "CT9023"),
    (10**40, "CT9023"), (-(10**39), "CT9023"), (10**39, "CT9015"), (10**5000, "CT9023"), (Fraction(1, 10**40), "CT9023"),
    (Fraction(10**5000, 3), "CT9023"), (Fraction(-1, 3), "CT9015"), (Fraction(301, 3), "CT9015"), (True, "CT9013"), (1j, "CT9013"),
    (b"95", "CT9013"), ((95,), "CT9013"), ({95}, "CT9013"), (object(), "CT9013"), (Decimal("-0.1"), "CT9015"),
    ({"value": 0.5}, "CT9022"), ([0.5], "CT9013"),
]  # fmt: skip
"""Values that a program may pass for a score, and the code with which they are refused: no float is ever taken."""


@pytest.mark.parametrize(("value", "code"), REFUSED, ids=[str(at) for at in range(len(REFUSED))])
def test_inexact_values_are_refused(value: Any, code: str) -> None:
    data = json.loads(json.dumps(bad_values.BASE["gbt33356-city"]))
    data["values"]["citizen_survey"] = value
    scorer = SCORERS["gbt33356-city"]
    for function, given in ((scorer.score, data), (scorer.total, data["values"])):
        with pytest.raises(scorer.AssessmentError) as error:
            function(given)
        (problem,) = error.value.problems
        assert (problem.code, problem.path) == (code, 'values["citizen_survey"]')
        assert "市民体验调查得分" in problem.zh and "市民体验调查得分" in problem.en


def test_a_float_says_what_to_do() -> None:
    data = json.loads(json.dumps(bad_values.BASE["gbt33356-city"]))
    data["values"]["filing_rate"] = 0.45
    ((_, _, zh, en),) = proof.problems(proof.by_scorer(SCORERS["gbt33356-city"], data))
    assert zh.endswith("基础信息网络及重要信息系统备案率：浮点数 0.45 不精确；请写成文字，或用 load() 读文件")
    assert en.endswith("the float 0.45 is not exact; give a text, or read the file with load()")


def test_data_that_holds_itself_is_no_trap() -> None:
    data = json.loads(json.dumps(bad_values.BASE["gbt33356-city"]))
    data["values"]["gov_items_total"] = {"value": 95, "note": data}
    assert [code for code, *_ in proof.problems(proof.by_scorer(SCORERS["gbt33356-city"], data))] == ["CT9003"]


def test_flags_choices_and_levels_of_a_program() -> None:
    data = json.loads(json.dumps(bad_values.BASE["harbour"]))
    data["values"] |= {"portal": 1.0, "body": 0.5, "staff": {"value": 2.0, "x": 1}}
    data["respondents"] = [{"answers": {"R.1": {"now": 2.0, "planned": Fraction(2)}}}]
    said = proof.problems(proof.by_scorer(SCORERS["harbour"], data))
    assert [code for code, *_ in said] == ["CT9020", "CT9020", "CT9017", "CT9018", "CT9004", "CT9022"]


def test_the_fields_around_a_value_are_those_of_the_referee() -> None:
    assert SCORERS["gbt33356-city"].VALUE_FIELDS == VALUE_FIELDS
