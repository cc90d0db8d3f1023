"""What a cell can hold, and what is read from it: numbers as typed, per cents, days, truths, faults, formulas, texts of every kind."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any

import pytest
from openpyxl import load_workbook

from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.layout import Table, tables
from ctmm_dsl.sheets.separated import bare
from generators import quoting
from generators.workbooks import workbook as generated
from tests import strategies
from tests.sheets.making import city, saved, table_csv, workbook, xlsx
from tests.sheets.reading import edited, parts_of, read, result, result_of_json, with_cell, wrong, zipped

COUNT, SHARE, FLAG = "gov_items_total", "share", "flag"


def of_kind(scheme: Scheme, kind: str) -> str:
    """The first quantity of a kind that is no part of another."""
    return next(name for name, one in scheme.asked.items() if one.kind == kind and one.whole is None)


def values_of(scheme: Scheme) -> Table:
    return tables(scheme)[0]


def typed(scheme: Scheme, name: str, value: Any, form: str | None = None) -> bytes:
    """A workbook in which one value was typed, in a cell of a form."""
    book = workbook(scheme, {"values": {}})
    cell = book[values_of(scheme).sheet["zh"]][values_of(scheme).cell(name, "value")]
    cell.value = value
    if form:
        cell.number_format = form
    return saved(book)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("45", 45), ("0.45", 0.45), ("0.45000000000000001", 0.45), ("1E2", 100.0), ("1.5e-7", 1.5e-7), ("-0", 0), ("007", 7),
        ("0.1", 0.1), ("123456789012345", 123456789012345), ("4.0", 4.0), ("+3", 3),
    ],
)  # fmt: skip
def test_a_number_is_the_decimal_that_was_typed(county: Scheme, written: str, said: Any) -> None:
    name = of_kind(county, "count")
    cell = values_of(county).cell(name, "value")
    data = with_cell(typed(county, name, 1), cell, f'<c r="{cell}"><v>{written}</v></c>')
    assert read(data, county).data["values"] == {name: said}
    assert f'"{name}": {said!r}\n' in read(data, county).text


def test_per_cents(county: Scheme, known: dict[str, Scheme]) -> None:
    city_ = known["gbt33356-city"]
    share, count = of_kind(city_, "share"), of_kind(city_, "count")
    for value, form, said in (
        (0.45, "0%", "45%"),
        (0.1234567, "0.00%", "12.34567%"),
        (1, "0%", "100%"),
        (0.07, "0.0%;[Red]0%", "7%"),
    ):
        assert read(typed(city_, share, value, form), city_).data["values"] == {share: said}
        assert wrong(typed(city_, share, value, form), city_) == []
    (told,) = wrong(typed(city_, count, 0.95, "0%"), city_)
    assert told.endswith("：“95%”不是数（如 95 或 0.5）")
    assert read(typed(city_, share, 0.45, '0.00"%"'), city_).data["values"] == {share: 0.45}


def test_a_day_is_no_number(county: Scheme) -> None:
    """3-5, typed into a cell, becomes the fifth of March: nobody meant 46,086."""
    name = of_kind(county, "count")
    cell = values_of(county).cell(name, "value")
    label = county.asked[name].label
    for form in ("m/d/yyyy", "yyyy年m月d日", "yyyy\\-mm\\-dd", None):
        data = typed(county, name, datetime.date(2026, 3, 5), form)
        path = f'数据填报!{cell}（values["{name}"]）'
        assert wrong(data, county) == [f"CT9013 {path}：{label}：“2026-03-05”不是数（如 95 或 0.5）"]
    since_1904 = edited(
        data, "xl/workbook.xml", lambda text: re.sub(r"<workbookPr ?/>", '<workbookPr date1904="1"/>', text)
    )
    assert "“2030-03-06”" in wrong(since_1904, county)[0]


def test_days_on_the_cover(key: Scheme) -> None:
    book = workbook(key, {"answers": {}, "subject": {"name": " 某市 "}})
    book["封面"]["C6"] = datetime.datetime(2026, 5, 1, 12, 30)
    found = read(saved(book), key)
    assert (found.data["subject"], found.data["date"]) == ({"name": "某市"}, "2026-05-01")
    assert found.places["date"] == "封面!C6"


def test_truths(known: dict[str, Scheme]) -> None:
    scheme = known["gbt33356-city"]
    flag, count = of_kind(scheme, "flag"), of_kind(scheme, "count")
    for value, said in ((True, True), (False, False), ("是", "是"), ("否", "否"), ("TRUE", "TRUE")):
        assert read(typed(scheme, flag, value), scheme).data["values"] == {flag: said}
        assert wrong(typed(scheme, flag, value), scheme) == []
    assert wrong(typed(scheme, count, True), scheme)[0].endswith("：“true”不是数（如 95 或 0.5）")


@pytest.mark.parametrize("fault", ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"])
def test_faults(county: Scheme, key: Scheme, fault: str) -> None:
    name = of_kind(county, "count")
    cell, label = values_of(county).cell(name, "value"), county.asked[name].label
    data = with_cell(typed(county, name, 1), cell, f'<c r="{cell}" t="e"><v>{fault}</v></c>')
    assert wrong(data, county) == [
        f'CT9013 数据填报!{cell}（values["{name}"]）：{label}：“{fault}”不是数（如 95 或 0.5）'
    ]
    answer = tables(key)[0].cell("AR.1/1a", "answer")
    data = with_cell(xlsx(key, {"answers": {"AR.1/1a": "full"}}), answer, f'<c r="{answer}" t="e"><v>{fault}</v></c>')
    assert wrong(data, key) == [
        f'CT9008 条款评估!{answer}（answers["AR.1/1a"]）：“{fault}”不是可选的答案（完全满足、大部分满足、部分满足、不满足）'
    ]


def test_formulas_are_no_answers(county: Scheme, key: Scheme, iso: Scheme) -> None:
    """What they come to nobody has checked: not even where a value stands beside them."""
    name = of_kind(county, "count")
    cell, label = values_of(county).cell(name, "value"), county.asked[name].label
    data = with_cell(typed(county, name, 1), cell, f'<c r="{cell}"><f>40+5</f><v>45</v></c>')
    assert wrong(data, county) == [
        f'CT9013 数据填报!{cell}（values["{name}"]）：{label}：“=40+5”不是数（如 95 或 0.5）'
    ]
    answer = tables(key)[0].cell("AR.1/1a", "answer")
    formula = f'<c r="{answer}" t="str"><f>IF(1,"完全满足","")</f><v>完全满足</v></c>'
    (told,) = wrong(with_cell(xlsx(key, {"answers": {"AR.1/1a": "full"}}), answer, formula), key)
    assert told.startswith(f'CT9008 条款评估!{answer}（answers["AR.1/1a"]）：“=IF(1,"完全满足","")”不是可选的答案')
    level = tables(iso)[0].cell("1.1.1", "now1")
    data = with_cell(xlsx(iso, {"answers": {"1.1.1": {"now": 3}}}), level, f'<c r="{level}"><f>1+2</f><v>3</v></c>')
    assert wrong(data, iso) == [f'CT9020 特征评估!{level}（answers["1.1.1"]["now"]）：“=1+2”不是等级（1、2、3、4、5）']


def test_a_formula_as_a_remark_is_its_text(key: Scheme) -> None:
    """It decides nothing, and nothing typed is lost."""
    note = tables(key)[0].cell("AR.1/1a", "note")
    data = xlsx(key, {"answers": {"AR.1/1a": {"answer": "full", "note": "x"}}})
    data = with_cell(data, note, f'<c r="{note}" t="str"><f>HYPERLINK("http://x.test","y")</f><v>y</v></c>')
    assert read(data, key).data["answers"]["AR.1/1a"]["note"] == '=HYPERLINK("http://x.test","y")'
    assert wrong(data, key) == []


HOSTILE = (
    '=HYPERLINK("http://x.test","y")', "<script>alert(1)</script>", "]]>", "a|b", "\u202eabc\u202c", "字" * 32_767, "-- ", "'quoted",
    "_x0041_", "&amp;", "a\u2028b", "a\tb", "@SUM(A1)", "{{ 7*7 }}", "𠮷👩‍👩‍👧",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_texts_stay_texts(key: Scheme, text: str) -> None:
    """In a workbook of another library, in ours, in CSV."""
    entry = {"answer": "full", "evidence": [text, "第二项"], "note": text}
    if len(text) > 30_000:
        entry["evidence"] = ["第二项"]
    data = city(key, 1)
    data["answers"]["AR.1/1a"] = entry
    escaped = {**entry, "evidence": [_typed(line) for line in entry["evidence"]], "note": _typed(text)}
    files = [xlsx(key, {**data, "answers": {**data["answers"], "AR.1/1a": escaped}}), generated(key, "d" * 64, data)]
    for file in files:
        found = read(file, key).data["answers"]["AR.1/1a"]
        kept = {key_: _lines(value) for key_, value in entry.items() if key_ != "answer"}
        assert {key_: _lines(value) for key_, value in found.items() if key_ != "answer"} == kept
        assert result(file, key)["level"] == result_of_json(data, key)["level"]


def _typed(text: str) -> str:
    """As a program writes a text that looks like an escape."""
    return text.replace("_x0041_", "_x005F_x0041_")


def _lines(value: Any) -> Any:
    """A line separator becomes a line end in our own workbook, which is what it is."""
    text = "\n".join(value) if isinstance(value, list) else value
    return text.replace("\u2028", "\n")


def test_a_half_of_a_character_is_shown_as_missing(key: Scheme) -> None:
    note = tables(key)[0].cell("AR.1/1a", "note")
    data = xlsx(key, {"answers": {"AR.1/1a": {"answer": "full", "note": "x"}}})
    inline = f'<c r="{note}" t="inlineStr"><is><t>a_xD800_b_xD83D__xDE00_c_x0008_</t></is></c>'
    assert read(with_cell(data, note, inline), key).data["answers"]["AR.1/1a"]["note"] == "a\ufffdb😀c\b"


def test_longer_texts_than_a_cell_holds(key: Scheme) -> None:
    note = tables(key)[0].cell("AR.1/1a", "note")
    data = xlsx(key, {"answers": {"AR.1/1a": {"answer": "full", "note": "x"}}})
    inline = f'<c r="{note}" t="inlineStr"><is><t xml:space="preserve"> {"字" * 32_768}</t></is></c>'
    assert read(with_cell(data, note, inline), key).data["answers"]["AR.1/1a"]["note"] == " " + "字" * 32_768


def test_evidence_is_a_line_each(key: Scheme) -> None:
    entry = {"answer": "full", "evidence": ["《规划》", "会议纪要 "], "note": "第一行\n第二行"}
    found = read(xlsx(key, {"answers": {"AR.1/1a": {**entry, "evidence": ["《规划》", "", "会议纪要 "]}}}), key)
    assert found.data["answers"]["AR.1/1a"] == entry
    assert found.places['answers["AR.1/1a"]["evidence"]'] == f"条款评估!{tables(key)[0].cell('AR.1/1a', 'evidence')}"


def test_numbers_and_days_as_remarks_read_as_they_are_shown(key: Scheme) -> None:
    book = workbook(key, {"answers": {}})
    table = tables(key)[0]
    for id_, value, form in (
        ("AR.1/1a", 2026, None),
        ("AR.1/2a", 0.5, "0%"),
        ("AR.1/3a", datetime.date(2026, 5, 1), "yyyy/m/d"),
    ):
        cell = book["条款评估"][table.cell(id_, "note")]
        cell.value = value
        cell.number_format = form or "General"
    found = read(saved(book), key).data["answers"]
    assert [found[id_]["note"] for id_ in ("AR.1/1a", "AR.1/2a", "AR.1/3a")] == ["2026", "50%", "2026-05-01"]


def test_other_texts_are_passed_on(key: Scheme) -> None:
    """Where the clause in the sheet is another than the standard's, the reader of assessments says so."""
    book = workbook(key, city(key, 2))
    cell = book["条款评估"][tables(key)[0].cell("AR.1/1a", "text")]
    cell.value = cell.value + "（旧）"
    found = read(saved(book), key)
    assert found.assessment(key).other_texts == ("AR.1/1a",)  # type: ignore[union-attr]
    assert found.data["answers"]["AR.1/1a"]["text"].endswith("（旧）")


def test_phonetic_and_rich_texts(key: Scheme) -> None:
    """The runs of a text are one text; how it is pronounced is no part of it."""
    data = generated(key, "d" * 64, {"answers": {"AR.1/1a": "部分满足"}})
    rich = '<si><r><t>部分</t></r><r><rPr><b/></rPr><t xml:space="preserve">满足</t></r><rPh sb="0" eb="2"><t>bùfèn</t></rPh></si>'
    data = edited(data, "xl/sharedStrings.xml", lambda text: text.replace("<si><t>部分满足</t></si>", rich))
    assert read(data, key).data["answers"]["AR.1/1a"] == "部分满足"


def test_the_strict_form_of_the_standard_and_other_prefixes(county: Scheme) -> None:
    """Names are known by their last part: other programs write other prefixes, the strict form other namespaces."""
    data = city(county, 3)
    parts = parts_of(xlsx(county, data))
    for name, part in parts.items():
        text = part.decode("utf-8")
        text = text.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
        )
        text = text.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
        )
        parts[name] = text.encode("utf-8")
    assert result(zipped(parts), county) == result_of_json(data, county)


def test_cells_without_places_follow_one_another(key: Scheme) -> None:
    """`r` may be left out of rows and cells (ECMA-376, 18.3.1.4)."""
    data = city(key, 3)
    full = xlsx(key, data)

    def placeless(text: str) -> str:
        head, rest = text.split("<sheetData>")
        rows, tail = rest.split("</sheetData>")
        made, at = [], 0
        for number, inner in re.findall(r'<row r="(\d+)"[^>]*>(.*?)</row>', rows):
            made += ["<row/>"] * (int(number) - at - 1)
            at = int(number)
            cells = dict(re.findall(r'<c r="([A-Z]+)\d+"([^>]*/>|[^>]*>.*?</c>)', inner))
            last = max(ord(place) for place in cells)
            made.append("<row>" + "".join(f"<c{cells.get(chr(c), '/>')}" for c in range(ord("A"), last + 1)) + "</row>")
        return f"{head}<sheetData>{''.join(made)}</sheetData>{tail}"

    assert result(edited(full, "xl/worksheets/sheet2.xml", placeless), key) == result_of_json(data, key)


def test_what_another_library_saves_again(key: Scheme) -> None:
    """openpyxl drops charts and the values beside formulas, and keeps the answers."""
    data = city(key, 4)
    again = saved(load_workbook(io.BytesIO(generated(key, "d" * 64, data))))
    assert result(again, key) == result_of_json(data, key)


def test_an_apostrophe_that_our_csv_writes_is_taken_off_again(key: Scheme) -> None:
    for text in (*strategies.HOSTILE, "'a", "''=1", " =1", "＝1"):
        line = text.replace("\r\n", "\n")
        assert bare(quoting.cell(line)) == line or line.startswith("'")
    entry = {"answer": "full", "note": "'=1+1"}
    assert read(table_csv(key, {"answers": {"AR.1/1a": entry}}), key).data["answers"]["AR.1/1a"]["note"] == "=1+1"
