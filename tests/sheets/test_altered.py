"""Tables that are not as they were made: rows and columns that are missing, doubled, unknown or elsewhere; files for something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook

from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.layout import META, tables
from tests.referee.mixtures import COMBINATIONS, mixture
from tests.sheets.making import city, saved, table_csv, workbook
from tests.sheets.reading import wrong

Change = Callable[[Any, Workbook], None]
SHEET = "条款评估"


def altered(scheme: Scheme, change: Change) -> bytes:
    book = workbook(scheme, city(scheme, 1))
    change(book[tables(scheme)[0].sheet["zh"]], book)
    return saved(book)


def swap(sheet: Any, _: Workbook) -> None:
    for column in range(1, 10):
        one, other = sheet.cell(6, column), sheet.cell(7, column)
        one.value, other.value = other.value, one.value


ROWS: dict[str, tuple[Change, list[str]]] = {
    "a row was deleted": (
        lambda sheet, _: sheet.delete_rows(6),
        ["CT9024 条款评估：表里缺少这些行：AR.1/2a"],
    ),
    "two identifiers were emptied": (
        lambda sheet, _: (sheet.__setitem__("A5", None), sheet.__setitem__("A7", " ")),
        ["CT9007 条款评估!A7：标准中没有 ", "CT9024 条款评估：表里缺少这些行：AR.1/1a、AR.1/3a"],
    ),
    "a row stands twice": (
        lambda sheet, _: sheet.__setitem__("A6", "AR.1/1a"),
        ["CT9002 条款评估!A6：“AR.1/1a”写了两次", "CT9024 条款评估：表里缺少这些行：AR.1/2a"],
    ),
    "a row was copied below": (
        lambda sheet, _: sheet.__setitem__("A400", "AR.1/1a"),
        ["CT9002 条款评估!A400：“AR.1/1a”写了两次"],
    ),
    "a row of another standard": (
        lambda sheet, _: sheet.__setitem__("A300", "XX.9/1a"),
        ["CT9007 条款评估!A300：标准中没有 XX.9/1a"],
    ),
    "two rows changed places": (swap, ["CT9025 条款评估!A7：AR.1/2a 应在第 6 行：行的次序变了"]),
    "a row was inserted": (
        lambda sheet, _: sheet.insert_rows(5),
        ["CT9025 条款评估!A6：AR.1/1a 应在第 5 行：行的次序变了"],
    ),
    "a row was inserted above the header": (
        lambda sheet, _: sheet.insert_rows(3), ["CT9026 条款评估!A4：表头应为“编号”，这里是“—”"],
    ),
    "a column was deleted": (
        lambda sheet, _: sheet.delete_cols(7),
        ["CT9026 条款评估!G4：表头应为“条款得分”，这里是“证明材料（每行一项）”"],
    ),
    "a column was inserted": (
        lambda sheet, _: sheet.insert_cols(6),
        ["CT9026 条款评估!F4：表头应为“条款满足程度”，这里是“—”"],
    ),
    "a column was added": (
        lambda sheet, _: sheet.__setitem__("J4", "复核意见"),
        ["CT9026 条款评估!J4：表头应为“—”，这里是“复核意见”"],
    ),
    "a header was renamed": (
        lambda sheet, _: sheet.__setitem__("F4", "自评"),
        ["CT9026 条款评估!F4：表头应为“条款满足程度”，这里是“自评”"],
    ),
    "a column was doubled": (
        lambda sheet, _: sheet.__setitem__("G4", "条款满足程度"),
        ["CT9026 条款评估!G4：表头应为“条款得分”，这里是“条款满足程度”"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", ROWS)
def test_rows_and_columns(key: Scheme, change: str) -> None:
    alter, told = ROWS[change]
    assert wrong(altered(key, alter), key) == told


def test_rows_of_quantities_and_rubrics(county: Scheme, iso: Scheme) -> None:
    unknown: Change = lambda sheet, _: sheet.__setitem__("A300", "x")  # noqa: E731
    assert wrong(altered(county, unknown), county) == ["CT9011 数据填报!A300：标准中没有数据项 x"]
    assert wrong(altered(iso, unknown), iso) == ["CT9007 特征评估!A300：标准中没有 x"]


def meta(row: int, words: str) -> Change:
    return lambda _, book: book[META].__setitem__(f"B{row}", words)


FOR_OTHERS: dict[str, tuple[Change, list[str]]] = {
    "another standard": (
        meta(2, "gbt33356-city"),
        [
            "CT9005 ctmm!B2（standard）：这是 gbt33356-city 的评估文件，不是 ctmm-key 的",
            "CT9005 ctmm!B4（profile）：这是 gbt33356-city 的评估文件，不是 ctmm-key 的",
        ],
    ),
    "another edition": (
        meta(3, "2025"), ["CT9006 ctmm!B3（edition）：这是 2025 版的评估文件，本标准是 2026-draft 版"],
    ),
    "another profile": (
        meta(4, "strict"), ["CT9005 ctmm!B4（profile）：这是 strict 的评估文件，不是 ctmm-key 的"],
    ),
    "another format": (
        meta(1, "ctmm-workbook 2"),
        ["工作簿的格式是“ctmm-workbook 2”，这里读的是“ctmm-workbook 1”：请用同一版本的 ctmm"],
    ),
    "no format": (meta(1, ""), ["工作簿的格式是“？”，这里读的是“ctmm-workbook 1”：请用同一版本的 ctmm"]),
    "a table from another workbook": (
        lambda sheet, _: sheet.__setitem__("D2", "2025"), ["CT9006 条款评估!D2：这是 2025 版的评估文件，本标准是 2026-draft 版"],
    ),
    "no sheet about itself": (
        lambda _, book: book.remove(book[META]), ["工作簿里没有工作表 ctmm：不是由 ctmm 生成的，或者表被删了"],
    ),
    "no cover": (lambda _, book: book.remove(book["封面"]), ["工作簿里没有工作表“封面”"]),
    "no table": (lambda _, book: book.remove(book[SHEET]), ["工作簿里没有填写答案的工作表"]),
    "a table of another name": (lambda sheet, _: setattr(sheet, "title", "评估"), ["工作簿里没有填写答案的工作表"]),
}  # fmt: skip


@pytest.mark.parametrize("change", FOR_OTHERS)
def test_files_for_something_else(key: Scheme, change: str) -> None:
    alter, told = FOR_OTHERS[change]
    assert wrong(altered(key, alter), key) == told


def test_another_digest_is_no_fault(key: Scheme) -> None:
    assert wrong(altered(key, meta(5, "f" * 64)), key) == []


def test_a_workbook_lacks_none_of_its_tables(known: dict[str, Scheme]) -> None:
    mixed = mixture(COMBINATIONS[0])
    book = workbook(mixed, city(mixed, 1))
    book.remove(book["数据填报"])
    assert wrong(saved(book), mixed) == ["工作簿里没有工作表“数据填报”"]


CSV: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "a line was deleted": (
        lambda text: "".join(line for line in text.splitlines(True) if not line.startswith("AR.1/2a,")),
        ["CT9024 表里缺少这些行：AR.1/2a"],
    ),
    "a line was doubled": (
        lambda text: "".join(line * (1 + line.startswith("AR.1/2a,")) for line in text.splitlines(True)),
        ["CT9002 A7：“AR.1/2a”写了两次"],
    ),
    "an unknown line": (
        lambda text: text + "XX,a,b\r\n",
        ["CT9007 A198：标准中没有 XX"],
    ),
    "another edition": (
        lambda text: text.replace("2026-draft", "2025"),
        ["CT9006 D2（edition）：这是 2025 版的评估文件，本标准是 2026-draft 版"],
    ),
    "a column was renamed": (
        lambda text: text.replace(",条款满足程度,", ",自评,", 1), ["CT9026 F4：表头应为“条款满足程度”，这里是“自评”"],
    ),
    "an answer that is none": (
        lambda text: text.replace(",完全满足,", ",完全,", 1), [
            'CT9008 F6（answers["AR.1/2a"]）：“完全”不是可选的答案（完全满足、大部分满足、部分满足、不满足）'
        ],
    ),
    "a quotation mark is left open": (
        lambda text: text.replace('"', "") + '"AR.1/3a,',
        ["第 198 行不是有效的 CSV（引号没有配对，或者太长）：unexpected end of data"],
    ),
    "a cell is too long": (
        lambda text: text.replace("AR.1/3a,", "AR.1/3a," + "x" * 200_000, 1),
        ["第 7 行不是有效的 CSV（引号没有配对，或者太长）：field larger than field limit (131072)"],
    ),
    "nothing says what it is for": (
        lambda text: text.replace("standard,", "标准,", 1),
        ["这不是评估表的 CSV：没有以 standard 开头、写明标准和版本的一行"],
    ),
    "the same table twice": (lambda text: text + text, ["有两张“条款评估”表"]),
    "nothing": (lambda _: " \n", ["文件是空的"]),
}  # fmt: skip


@pytest.mark.parametrize("change", CSV)
def test_tables_saved_as_csv(key: Scheme, change: str) -> None:
    alter, told = CSV[change]
    data = city(key, 1)
    data["answers"]["AR.1/2a"] = "完全满足"
    data["answers"]["AR.1/1a"] = "不满足"
    text = table_csv(key, data, "utf-8").decode()
    after = alter(text)
    assert after != text
    assert wrong(after.encode(), key) == told


def test_bytes_that_are_no_text(key: Scheme) -> None:
    assert wrong(b"standard,\xff\xff\xff\n", key) == ["文件既不是 UTF-8，也不是 GB18030"]


def test_problems_are_told_in_english_too(key: Scheme) -> None:
    book = workbook(key, {"answers": {"AR.1/1a": "好"}})
    assert wrong(saved(book), key, "en") == [
        'CT9008 条款评估!F5 (answers["AR.1/1a"]): “好” is not one of the answers (full, mostly, partly, none)'
    ]


def test_what_is_missing_is_named_and_may_be_missing(key: Scheme) -> None:
    book = workbook(key, {"answers": {"AR.1/1a": "full"}})
    (told,) = wrong(saved(book), key, partial=False)
    assert told.startswith("CT9009 answers：没有答案的：AR.1/2a、AR.1/3a、")
    assert wrong(saved(book), key, partial=True) == []
