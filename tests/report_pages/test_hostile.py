"""What a city writes stays text in every format, whatever it is."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest

from generators.quoting import printable
from generators.report.html import html_bytes
from generators.report.markdown import markdown_bytes
from generators.report.page import Document
from tests.report_pages.examples import TOWN, page, town
from tests.report_pages.parsed import parsed

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "markup": "</td></table><img src=x onerror=alert(1)>&amp;&lt;",
    "cdata": "]]>",
    "bar": "a | b || c",
    "formula": '=HYPERLINK("http://example.com","x")',
    "right to left": "\u202eabc\u202c \u200f",
    "lone surrogate": "a\ud800b",
    "control": "a\x00b\x0bc\x1fd\ufffe",
    "lines": "one\n\n# two\r\n- three\t1. four",
    "links": "![x](http://example.com) [y](javascript:alert(1)) `z` *b* _i_ ~~s~~ <b>",
    "template": "{{ 7*7 }} {% raw %} {0} %s ${x}",
    "long": "长" * 32_768,
}


def _page(text: str) -> Document:
    """The town, with a text wherever a city may put one."""
    answers: dict[str, Any] = TOWN | {"R.1/1a": {"answer": "full", "evidence": [text, "second"], "note": text}}
    data = town(answers, date="2026-05-01", name=text)
    return page("two-layers", "town", data | {"subject": {"name": text, "province": text}})


def _plain(text: str) -> str:
    return " ".join(printable(text).split())


@pytest.mark.parametrize("name", HOSTILE)
def test_html(name: str) -> None:
    text = HOSTILE[name]
    root = parsed(html_bytes(_page(text)))
    assert {tag for tag in ("script", "img") if root.find(tag)} == set()
    found = [_plain(cell.text) for cell in root.find("td")]
    assert _plain(text) in found, "the remark"
    assert any(one.startswith(_plain(text)) and one.endswith("second") for one in found), "the evidence"
    assert _plain(text) in [_plain(cell.text) for cell in root.find("dd")], "the city"
    assert _plain(text) in _plain(root.find("h1")[0].text)
    assert len(root.find("table")) == len(parsed(html_bytes(_page("plain"))).find("table"))


@pytest.mark.parametrize("name", HOSTILE)
def test_word(name: str) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed: Word reports cannot be written here")
    from generators.report.docx import docx_bytes

    made = docx_bytes(_page(HOSTILE[name]))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(part))
    word = docx.Document(io.BytesIO(made))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert _plain(HOSTILE[name]) in cells
    assert any(_plain(HOSTILE[name]) in paragraph.text for paragraph in word.paragraphs)


@pytest.mark.parametrize("name", HOSTILE)
def test_markdown(name: str) -> None:
    """Lines, headings and tables are as many as with a harmless text, and nothing in it is markup."""
    made, harmless = (markdown_bytes(_page(text)).decode("utf-8") for text in (HOSTILE[name], "plain"))
    assert made.count("\n") == harmless.count("\n")
    for mark in ("\n#", "\n|", "\n- ", "\n> "):
        assert made.count(mark) == harmless.count(mark)
    tables = [
        [len(re.findall(r"(?<!\\)\|", line)) for line in page.splitlines() if line[:1] == "|"]
        for page in (made, harmless)
    ]
    assert tables[0] == tables[1]
    assert set(re.findall(r"(?<!\\)<(\w+)", made)) <= {"b", "br"}
    assert not re.search(r"(?<!\\)\]\((?:http|javascript)", made)


def test_what_a_standard_says_is_quoted_too() -> None:
    """The hostile standard of the golden cases, scored: its texts are in all formats, and nothing of them is markup."""
    from tests.golden import FOLDER, edition_of

    edition = edition_of(FOLDER / "hostile")
    scheme = edition.schemes[0]
    assert scheme.scale
    answers = dict.fromkeys(scheme.standard.clauses, scheme.scale.answers[0].code)
    data = {"standard": scheme.standard.id, "edition": scheme.standard.edition, "answers": answers}
    document = page("hostile", scheme.id, data)
    root = parsed(html_bytes(document))
    assert not root.find("script")
    texts = {_plain(cell.text) for cell in root.find("td")}
    for clause in scheme.standard.clauses.values():
        assert any(_plain(clause.text) in text for text in texts)
    markdown_bytes(document).decode("utf-8")
