"""Altering a workbook is named by its cell; filling it in is not."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook as Made
from openpyxl import load_workbook
from openpyxl.styles import Protection

from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.workbook import Workbook
from generators.workbook.audit import audit
from generators.workbook.respelled import constant, formula, functions_in
from generators.workbook.stored import differences
from generators.workbooks import workbook as generated
from tests.sheets.making import city, saved
from tests.sheets.reading import edited, result_of_json

DIGEST = "d" * 64


@pytest.fixture(scope="module")
def pristine(county: Scheme) -> bytes:
    return generated(county, DIGEST)


def told(data: bytes, pristine: bytes) -> list[str]:
    found = audit(Workbook(data, whole=True), Workbook(pristine, whole=True))
    return [f"{one.place}：{one.words['zh']}" if one.place else one.words["zh"] for one in found.differences]


def changed(pristine: bytes, change: Callable[[Made], None]) -> bytes:
    book = load_workbook(io.BytesIO(pristine))
    change(book)
    return saved(book)


def some_formula(book: Made, sheet: str) -> Any:
    return next(cell for row in book[sheet].iter_rows() for cell in row if str(cell.value).startswith("="))


def a_number(book: Made) -> Any:
    """A weight: a constant number on the sheet of steps."""
    return next(
        cell
        for row in book["计算·得分"].iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) and cell.value
    )


def test_what_was_generated_and_what_openpyxl_saves_again(pristine: bytes, county: Scheme) -> None:
    assert told(pristine, pristine) == []
    assert told(generated(county, DIGEST, city(county, 1)), pristine) == []
    assert told(changed(pristine, lambda book: None), pristine) == []


def test_one_weight(pristine: bytes) -> None:
    cells: list[tuple[str, Any]] = []

    def alter(book: Made) -> None:
        cell = a_number(book)
        cells.append((cell.coordinate, cell.value))
        cell.value = cell.value * 1.01

    (said,) = told(changed(pristine, alter), pristine)
    (place, before) = cells[0]
    assert said == f"计算·得分!{place}：应为 {constant(before)}，现在是 {constant(before * 1.01)}"


@pytest.mark.parametrize("sheet", ["结果", "计算·得分", "数据填报", "封面"])
def test_one_formula(pristine: bytes, sheet: str) -> None:
    """Deleted, replaced by the value that it had, or altered."""
    places: list[str] = []

    def put(value: Callable[[str], Any]) -> Callable[[Made], None]:
        def alter(book: Made) -> None:
            cell = some_formula(book, sheet)
            places.append(f"{sheet}!{cell.coordinate}")
            cell.value = value(cell.value)

        return alter

    (deleted,) = told(changed(pristine, put(lambda _: None)), pristine)
    assert deleted.startswith(f"{places[-1]}：公式被删除；应为 =")
    (fixed,) = told(changed(pristine, put(lambda _: 99)), pristine)
    assert fixed.startswith(f"{places[-1]}：公式被删除，只剩 99；应为 =")
    (other,) = told(changed(pristine, put(lambda text: f"{text}&1")), pristine)
    assert other.startswith(f"{places[-1]}：公式被改动：应为 =")


OTHERS: dict[str, tuple[Callable[[Made], None], str]] = {
    "a sheet more": (lambda book: book.create_sheet("草稿"), "草稿：多出的工作表"),
    "a sheet less": (lambda book: book.remove(book["结果"]), "结果：缺少这张工作表"),
    "protection taken off": (lambda book: book["结果"].protection.disable(), "结果：工作表保护被取消"),
    "a cell unlocked": (lambda book: setattr(book["结果"]["A5"], "protection", Protection(locked=False)), "结果!A5：单元格的保护被取消"),
    "a note beside": (lambda book: book["结果"].__setitem__("Z90", "改过"), "结果!Z90：多出内容：改过"),
    "a formula for an answer": (lambda book: book["数据填报"].__setitem__("G5", "=1+1"), "数据填报!G5：填报单元格里是公式 =1+1"),
    "a function that is not on the list": (
        lambda book: book["结果"].__setitem__("Z90", '=INDIRECT("A1")'), "用了名单之外的函数 INDIRECT",
    ),
    "a name for something else": (
        lambda book: setattr(book.defined_names["ctmm_total"], "attr_text", "结果!$Z$1"), "名称 ctmm_total 指向 结果!$Z$1",
    ),
    "a name less": (lambda book: book.defined_names.pop("ctmm_total"), "名称 ctmm_total 指向 —"),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_whatever_else_is_altered(pristine: bytes, name: str) -> None:
    alter, words = OTHERS[name]
    assert words in told(changed(pristine, alter), pristine)


def test_validations(pristine: bytes) -> None:
    def lift(book: Made) -> None:
        rules = book["数据填报"].data_validations.dataValidation
        rules[:] = [rule for rule in rules if "G5" not in str(rule.sqref).split()]

    (said,) = told(changed(pristine, lift), pristine)
    assert re.fullmatch(r"数据填报!G5：校验应为 whole greaterThanOrEqual 1，现在是 —", said)

    def soften(book: Made) -> None:
        for rule in book["数据填报"].data_validations.dataValidation:
            rule.errorStyle = "warning"

    assert all(line.endswith("(not enforced)") for line in told(changed(pristine, soften), pristine))
    found = audit(Workbook(pristine, whole=True), Workbook(pristine, whole=True))
    rules = dict(found.rules)
    assert rules["数据填报!G5"] == "whole greaterThanOrEqual 1"


def test_macros_and_links(pristine: bytes) -> None:
    from tests.sheets.reading import parts_of, zipped

    data = zipped({**parts_of(pristine), "xl/vbaProject.bin": b"x"})
    assert told(data, pristine) == ["含有 xl/vbaproject.bin：不应有宏或外部链接"]


def test_spellings_of_a_formula() -> None:
    """As Excel, WPS and LibreOffice write them; what counts in a formula is told apart all the same."""
    same = (
        "SUM('结果'!$A$1:$B$2,0.5)",
        "sum(结果!$A$1:$B$2, .5)",
        "=SUM( '结果'!$A$1:$B$2 ,5E-1)",
        "_xlfn.SUM(结果!$A$1:$B$2,0.50)",
    )
    assert len({formula(text) for text in same}) == 1
    other = (
        "SUM(结果!$A$1:$B$2,0.51)",
        "SUM(结果!$A$1:$B$3,0.5)",
        "SUM(结果!$A$1:$B$2,0.5)+0",
        'SUM(结果!$A$1:$B$2,"0.5")',
    )
    assert len({formula(text) for text in (same[0], *other)}) == 5
    assert formula('"a b"') != formula('"ab"') and formula('"A"') != formula('"a"')
    assert functions_in("IF(A1,\"SUM(1)\",'MAX('!B1)+_xlfn.CONCAT(A2)") == {"IF", "CONCAT"}
    assert constant(1 / 3) == constant(0.333333333333333) != constant(0.33333333)


def test_a_sheet_that_shows_something_else(county: Scheme) -> None:
    """The stored value of the total was changed, or the answers were and nothing was recalculated."""
    data = city(county, 1)
    filled_in, expected = generated(county, DIGEST, data), result_of_json(data, county)
    book = Workbook(filled_in)
    place, cell = book.named("ctmm_total") or ("", None)
    assert cell and cell.value == expected["total"]["shown"]
    other = edited(
        filled_in, _part_of(filled_in, place), lambda text: text.replace(f"<v>{cell.value}</v>", "<v>99.99</v>")
    )
    (found,) = differences(Workbook(other), expected)
    assert (found.place, found.shown, found.computed) == (place, "99.99", expected["total"]["shown"])


def _part_of(data: bytes, place: str) -> str:
    names = Workbook(data).names
    return f"xl/worksheets/sheet{names.index(place.partition('!')[0]) + 1}.xml"
