"""Files of a form: what goes out can be read by every reader, what comes in is judged first, and nothing is lost on the way."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ctmm_dsl.assessment import Assessment, read_assessment
from tests import cities
from tests.forms.driven import Form
from tests.forms.test_same_result import SCHEMES, scheme_of

HOSTILE = (
    "<script>alert(1)</script>", '=HYPERLINK("http://example.org","x")', "]]>", "\u202e反向", "\ud800", "长" * 32_768, "a|b\\\"'`${1}{{2}}",
    "</script><script>alert(1)</script>", "__proto__", "<img src=x onerror=alert(1)>", "\u2028\u2029\x00\x7f",
)  # fmt: skip


@pytest.mark.parametrize("name", SCHEMES)
def test_what_is_exported_is_what_was_imported(form: Form, name: str) -> None:
    scheme = scheme_of(name)
    form.open(name)
    for seed in (1, 2, 5):
        data = cities.assessment(scheme, seed, missing=seed == 2)
        form.put_in(cities.text_of(data))
        before = read_assessment(cities.text_of(data), scheme, partial=True)
        after = read_assessment(form.exported(), scheme, partial=True)
        assert isinstance(before, Assessment)
        assert after == before


def test_evidence_notes_and_texts_are_kept(form: Form) -> None:
    text = "在城市相关规划文件中提出数字化转型目标及发展方向"
    answers = {
        "AR.1/1a": {"answer": "full", "evidence": ["甲", "乙\n丙"], "note": "注", "text": text},
        "AR.2/1a": {"note": "只有备注"},
    }
    data = {
        "standard": "ctmm-key",
        "edition": "2026-draft",
        "subject": {"name": "某市", "code": "000"},
        "date": "2026-05-01",
        "answers": answers,
    }
    form.open("ctmm-key").put_in(json.dumps(data))
    assert json.loads(form.exported()) == data


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:12])
def test_hostile_remarks_stay_text(form: Form, text: str) -> None:
    """In the fields, on paper, in the store, in the file; nothing of it becomes an element or runs."""
    data = {"standard": "ctmm-key", "edition": "2026-draft", "subject": {"name": text},
            "answers": {"AR.1/1a": {"answer": "full", "evidence": [text], "note": text}}}  # fmt: skip
    form.open("ctmm-key")
    elements = form.run("return document.querySelectorAll('script, img, iframe, object, embed, link').length")
    assert "已导入" in form.put_in(json.dumps(data))
    form.run("document.querySelector('[data-clause=\"AR.1/1a\"] details.remarks').open = true")
    form.until(lambda: form.all("[data-field=note]"))
    form.run("window.dispatchEvent(new Event('beforeprint'))")
    assert form.run("return document.querySelectorAll('script, img, iframe, object, embed, link').length") == elements
    form.run("window.dispatchEvent(new Event('afterprint'))")
    form.saved()
    form.reload()
    same = form.run(
        "const one = JSON.parse(arguments[0]); const two = window.ctmmForm.assessment();"
        "return JSON.stringify(one.answers) === JSON.stringify(two.answers) && one.subject.name === two.subject.name",
        json.dumps(data),
    )
    assert same
    exported = form.exported()
    assert json.loads(exported)["answers"] == data["answers"]
    assert isinstance(read_assessment(exported, scheme_of("ctmm-key"), partial=True), Assessment)


def test_a_hostile_standard_stays_text(form: Form) -> None:
    form.open("hostile")
    assert form.run(
        "return [document.querySelectorAll('script').length, document.querySelectorAll('img, svg[onload], b, u, i').length]"
    ) == [2, 0]
    assert "<script>alert(1)</script>" in form.text("h1")
    form.one("#tab-everything").click()
    assert (
        form.of("clause", "A.1/1a")
        .find_element("css selector", ".ask")
        .text.endswith("<script>alert(7)</script> ${{ 1 }} `x`")
    )
    data: dict[str, Any] = {
        "standard": "hostile",
        "edition": "</script>1",
        "answers": {},
        "values": {"part": "1", "whole": "3", "pick": "<u>一</u>"},
    }
    assert "已导入" in form.put_in(json.dumps(data))
    form.run("window.dispatchEvent(new Event('beforeprint'))")
    assert form.run("return document.querySelectorAll('#printed b, #printed script, #printed img').length") == 0
    form.run("window.dispatchEvent(new Event('afterprint'))")


HEAD = {"standard": "ctmm-key", "edition": "2026-draft"}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (json.dumps({**HEAD, "edition": "2020", "answers": {}}), ["2020 版的评估文件", "请用那个标准、那一版的自评表"]),
        (json.dumps({**HEAD, "standard": "iso37107", "answers": {}}), ["iso37107 的评估文件", "请用那个标准"]),
        ('{"standard": "ctmm-key",\n "edition": oops}', ["第 2 行第 13 列", "可能已损坏"]),
        ('{"standard": "ctmm-key", "edition": "2026-draft"', ["第 1 行第 49 列"]),
        ("[]", ["应为对象"]),
        (b"\xff\xfe{}", ["不是 UTF-8"]),
        (json.dumps({**HEAD, "answers": {"AR.9/1a": "full", "AR.1/1a": "perhaps"}}), ["标准中没有 AR.9/1a", "“perhaps”不是可选的答案"]),
        ('{"standard": "ctmm-key", "edition": "2026-draft", "answers": {"AR.1/1a": "full", "AR.1/1a": "none"}}', ["写了两次"]),
        (json.dumps({**HEAD, "answers": {}, "extra": 1}), ["没有字段“extra”"]),
        (json.dumps({**HEAD, "answers": {"AR.1/1a": {"answer": "full", "evidence": "x"}}}), ['answers["AR.1/1a"]["evidence"]']),
    ],
    ids=["edition", "standard", "damaged", "cut", "list", "encoding", "unknown", "doubled", "field", "shape"],
)  # fmt: skip
def test_foreign_and_damaged_files_are_refused(form: Form, data: str | bytes, told: list[str]) -> None:
    form.open("ctmm-key").put_in(json.dumps({**HEAD, "answers": {"AR.2/1a": "partly"}}))
    said = form.put_in(data)
    assert "没有导入" in said
    for words in told:
        assert words in said
    assert form.assessment["answers"] == {"AR.2/1a": "partly"}


def test_a_byte_order_mark_is_no_damage(form: Form) -> None:
    form.open("ctmm-key")
    assert "已导入" in form.put_in(b"\xef\xbb\xbf" + json.dumps({**HEAD, "answers": {"AR.1/1a": "完全满足"}}).encode())
    assert form.assessment["answers"] == {"AR.1/1a": "full"}


def test_values_that_cannot_be_read_are_kept_and_told(form: Form) -> None:
    """Out and in again: as typed."""
    form.open("harbour")
    values = {"berths": "十个", "portal": "也许", "body": "别的", "waste": "7" * 60, "berths_online": "3"}
    data = {"standard": "harbour", "edition": "1", "answers": {}, "values": values}
    said = form.put_in(json.dumps(data))
    assert "照原样保留" in said
    assert form.assessment["values"] == values
    form.one("#tab-values").click()
    assert form.of("quantity", "portal").find_element("css selector", ".typed").text == "也许"
    form.one("#export").click()
    assert "打分程序会拒收" in form.text("dialog")
    form.one("dialog .buttons button:last-child").click()
    exported = form.exported()
    assert json.loads(exported)["values"] == values
    form.put_in(exported)
    assert form.assessment["values"] == values
    assert isinstance(read_assessment(exported, scheme_of("harbour"), partial=True), list)


def test_replacing_asks_and_can_be_undone(form: Form) -> None:
    form.open("ctmm-key").put_in(json.dumps({**HEAD, "answers": {"AR.1/1a": "full"}}))
    form.choose(json.dumps({**HEAD, "answers": {"AR.2/1a": "none"}}))
    form.until(lambda: form.all("dialog[open]"))
    form.one("dialog .buttons button:last-child").click()
    assert form.assessment["answers"] == {"AR.1/1a": "full"}
    form.put_in(json.dumps({**HEAD, "answers": {"AR.2/1a": "none"}}))
    assert form.assessment["answers"] == {"AR.2/1a": "none"}
    form.saved()
    form.reload()
    form.one("#undo").click()
    assert form.assessment["answers"] == {"AR.1/1a": "full"}


def test_an_older_text_is_told(form: Form) -> None:
    form.open("ctmm-key")
    said = form.put_in(json.dumps({**HEAD, "answers": {"AR.1/1a": {"answer": "full", "text": "从前的文字"}}}))
    assert "AR.1/1a" in said
