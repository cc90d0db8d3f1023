"""A value that cannot be taken gives no result: what a city reads off the sheet is right, or is not there."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from generators.workbooks import workbook
from tests import cities
from tests.generators import filling
from tests.generators.invented import scheme_named


def shown(data: bytes, name: str) -> Any:
    """What a cell that has a name shows."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    ((sheet, cell),) = book.defined_names[name].destinations
    return book[sheet][cell.replace("$", "")].value


@pytest.mark.parametrize("value", ["12.5", "-1", "many"])
def test_a_wrong_value_gives_no_total(value: str) -> None:
    scheme = scheme_named("spec", "gbt33356-city")
    city = filling.assessment(scheme, 3)
    sound = shown(workbook(scheme, "0" * 64, city), "ctmm_total")
    assert "." in str(sound) and str(sound).replace(".", "").isdigit()
    count = next(name for name, quantity in scheme.asked.items() if quantity.kind == "count")
    city["values"][count] = value
    assert shown(workbook(scheme, "0" * 64, city), "ctmm_total") == "不能计分"


def test_a_wrong_answer_gives_no_level() -> None:
    scheme = scheme_named("spec", "ctmm-key")
    city = cities.assessment(scheme, 3)
    assert isinstance(shown(workbook(scheme, "0" * 64, city), "ctmm_level"), int)
    city["answers"][next(iter(city["answers"]))] = "大体满足"
    assert shown(workbook(scheme, "0" * 64, city), "ctmm_level") == "不能定级"
