"""A form on paper: the result first, then every answer with its evidence; nothing of the screen."""

from __future__ import annotations

import base64
import json
import re

import pytest

from tests import cities
from tests.forms.driven import Form
from tests.forms.test_same_result import SCHEMES, scheme_of


def printed(form: Form) -> str:
    """The text of what is printed, as it is made for the printer."""
    form.run("window.dispatchEvent(new Event('beforeprint'))")
    text: str = form.run("return document.getElementById('printed').textContent")
    form.run("window.dispatchEvent(new Event('afterprint'))")
    assert form.run("return document.getElementById('printed').childElementCount") == 0
    return text


@pytest.mark.parametrize("name", SCHEMES)
def test_result_first_then_every_answer(form: Form, name: str) -> None:
    scheme = scheme_of(name)
    form.open(name).put_in(cities.text_of({**cities.assessment(scheme, 4), "subject": {"name": "某某市"}}))
    text = printed(form)
    assert text.index("某某市") < text.index("结果") < text.index("逐项答案")
    asked = [clause.text for clause in scheme.standard.clauses.values()]
    asked += [quantity.label for quantity in scheme.asked.values()]
    asked += [scheme.standard.nodes[node].name for node in scheme.standard.rubrics]
    answers = text[text.index("逐项答案") :]
    assert not [words for words in asked if words not in answers]
    assert text[: text.index("逐项答案")].count(
        form.text(".verdict .figure") if len(form.all(".verdict .figure")) == 1 else form.text("#reached")
    )


def test_evidence_and_remarks_are_on_paper(form: Form) -> None:
    head = {"standard": "ctmm-key", "edition": "2026-draft"}
    answer = {"answer": "mostly", "evidence": ["甲文件", "乙文件"], "note": "待补"}
    form.open("ctmm-key").put_in(json.dumps({**head, "answers": {"AR.1/1a": answer}}))
    text = printed(form)
    at = text.index("AR.1/1a")
    assert re.search("大部分满足.*甲文件.*乙文件.*待补", text[at : at + 200])


def test_pages_are_a4(form: Form) -> None:
    """As the browser prints it: the events come, the page is A4, and the screen is back after."""
    form.open("iso37107")
    data = form.browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", base64.b64decode(data))
    assert boxes
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} <= {
        (595, 842),
        (594, 842),
        (596, 842),
        (595, 841),
    }
    assert form.one("#main").is_displayed()
