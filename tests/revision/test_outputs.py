"""What people hand around of a revision: expected outputs in every format; marks exact in each; what a standard says stays text."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from ctmm_dsl.findings import LANGUAGES, both
from ctmm_dsl.model import Model
from ctmm_dsl.revision import CLASSES, KINDS, from_json
from ctmm_dsl.revision.names import ASPECTS, THINGS
from ctmm_dsl.revision.reasons import UNPRINTED
from ctmm_dsl.revision.values import WHO, Change, Place, Revision
from ctmm_dsl.revision.waivers import judged
from generators.quoting import printable
from generators.report.html import html_bytes
from generators.report.markdown import markdown_bytes
from generators.report.page import Document
from generators.revision.as_json import told_json
from generators.revision.changes import changes_document
from generators.revision.comparison import comparison_document
from generators.revision.log import for_whom, log_document
from generators.revision.telling import Speech, Told, document_of, texts
from generators.revision.text import text
from generators.revision.words import WORDS
from tests.report_pages.parsed import Element, parsed
from tests.report_pages.test_hostile import HOSTILE
from tests.revision.examples import EXPECTED, compiled, made, made_in_word, old_texts, told, told_of

DOCUMENTS = {"changes": changes_document, "log": log_document, "comparison": comparison_document}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVIL = HOSTILE | {
    "terminal": "\x1b[31mred\x1b]0;title\x07\x9b2J\r\u2028",
    "marks": "[-x-] {+y+} </del></ins><del>",
    "blanks": " \u3000\t a  b ",
}


# ---- the whole --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(file.name for file in EXPECTED.iterdir() if file.suffix != ".xml"))
def test_the_expected_output(name: str) -> None:
    """`python -m tests.revision.examples` writes it anew."""
    assert (EXPECTED / name).read_bytes() == made()[name]


def test_the_expected_word_file() -> None:
    pytest.importorskip("docx", reason="python-docx is not installed: Word files cannot be written here")
    for name, data in made_in_word().items():
        assert (EXPECTED / name).read_bytes() == data


def test_nothing_else_is_expected() -> None:
    assert {file.name for file in EXPECTED.iterdir()} == {*made(), "comparison.zh.docx.xml"}


def test_the_example_has_every_kind_of_change() -> None:
    assert {change.kind for change in told().changes} == set(KINDS)
    assert {change.grade for change in told().changes} == set(CLASSES)
    assert told().judged.waived and told().judged.idle


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_change_can_be_said(language: str) -> None:
    say = Speech(language)
    for kind in KINDS:
        for thing in THINGS:
            for aspect in ("", *ASPECTS):
                assert "{" not in say.kind(Change(kind, thing, aspect, (), (), "wording", (), both("", "")))
    assert all(say(f"meaning.{grade}") and say.grade(grade) for grade in CLASSES)
    assert all(say(f"log.{who}") and say.who(who) for who in WHO)


def test_both_languages_have_the_same_holes() -> None:
    for key, words in WORDS.items():
        assert set(re.findall(r"\{(\w+)\}", words["zh"])) == set(re.findall(r"\{(\w+)\}", words["en"])), key


# ---- nothing changed --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "words"), [("zh", "没有改动"), ("en", "nothing changed")])
def test_an_empty_revision_says_so(language: str, words: str) -> None:
    model = compiled(old_texts())
    nothing = told_of(model, model)
    assert text(nothing, language) == words + "\n"
    assert told_json(nothing)["changes"] == []
    for make in DOCUMENTS.values():
        assert words in markdown_bytes(make(nothing, language)).decode()
        root = parsed(html_bytes(make(nothing, language)))
        assert words in [one.text for one in root.find("p")]
        assert not root.find("input") and not root.find("table")


def test_a_whole_spec_that_is_new_or_gone() -> None:
    model, none = compiled(old_texts()), Model((), (), ())
    for old, new in ((model, none), (none, model)):
        found = told_of(old, new)
        for language in LANGUAGES:
            assert "harbour" in text(found, language)
            for make in DOCUMENTS.values():
                parsed(html_bytes(make(found, language)))


# ---- what is in them --------------------------------------------------------------------------------------------


def _plain(words: str) -> str:
    return " ".join(words.split())


def _rows(document: Document) -> list[list[Element]]:
    """The cells of all tables of an HTML page, without the headings of columns."""
    tables = parsed(html_bytes(document)).find("table")
    rows = [row for table in tables for row in table.find("tr")]
    return [[cell for cell in row.children if isinstance(cell, Element)] for row in rows if not row.find("col")]


def _without(cell: Element, tag: str) -> str:
    """What is said in a cell but for elements of a kind and remarks."""
    kept = (one for one in cell.children if isinstance(one, str) or (one.tag != tag and "remark" not in one.classes))
    return "".join(one if isinstance(one, str) else one.text for one in kept)


def test_both_texts_can_be_read_off_the_page() -> None:
    shown = [cells[2] for cells in _rows(changes_document(told(), "zh")) if len(cells) == 4]
    found = {(_plain(_without(cell, "ins")), _plain(_without(cell, "del"))) for cell in shown}
    for change in told().changes:
        old, new = (_plain("\n".join(place.text for place in side)) for side in (change.old, change.new))
        assert any(old.replace(" ", "") == one.replace(" ", "") and new.replace(" ", "") == other.replace(" ", "")
                   for one, other in found), (old, new)  # fmt: skip


def test_the_comparison_has_old_and_new_text_in_their_columns() -> None:
    rows = [cells for cells in _rows(comparison_document(told(), "zh")) if len(cells) == 6 and cells[0].text.isdigit()]
    listed = [change for change in told().changes if change.thing not in UNPRINTED]
    assert [cells[0].text for cells in rows] == [str(number) for number in range(1, len(listed) + 1)]
    in_order = sorted(
        listed, key=lambda change: list(dict.fromkeys(map(document_of, listed))).index(document_of(change))
    )
    for cells, change in zip(rows, in_order, strict=True):
        assert not cells[2].find("ins") and not cells[3].find("del")
        if change.old:
            assert _plain(cells[2].text) == _plain("\n".join(place.text for place in change.old))
        if change.new and any(piece.mark for piece in texts(change)):
            assert _plain(cells[3].text) == _plain("\n".join(place.text for place in change.new))


@pytest.mark.parametrize("make", [comparison_document, log_document])
def test_the_contents_come_before_the_first_section(make: Callable[[Told, str], Document]) -> None:
    """Neither has a section that leads; within the sections the contents would tear them apart."""
    page = html_bytes(make(told(), "zh")).decode()
    assert 0 < page.index("<nav ") < page.index("<h2")


def test_the_summary_counts_by_class_and_by_who_is_hurt() -> None:
    table = [[cell.text for cell in cells] for cells in _rows(changes_document(told(), "en")) if len(cells) == 7]
    by_grade = {cells[0]: cells[2:] for cells in table[1:]}
    for grade in CLASSES:
        members = [change for change in told().changes if change.grade == grade]
        hurt = [sum(who in change.hurt for change in members) for who in WHO]
        waived = sum(change.grade == grade for change, _ in told().judged.waived)
        assert by_grade[grade] == [str(one) for one in (*hurt, waived, len(members))]
    assert by_grade["All"][-1] == str(len(told().changes))


def test_a_class_can_be_left_out_without_a_script() -> None:
    page = html_bytes(changes_document(told(), "en")).decode()
    root = parsed(page.encode())
    assert not root.find("script") and not root.find("link")
    assert "http" not in re.sub(r"http-equiv", "", page)
    (main,) = root.find("main")
    at = {one.attributes["id"]: number for number, one in enumerate(_elements(main)) if one.tag == "input"}
    assert set(at) == {f"show-{grade}" for grade in CLASSES}
    for grade in CLASSES:
        hidden = [n for n, one in enumerate(_elements(main)) if f"of-{grade}" in one.classes]
        assert hidden and min(hidden) > at[f"show-{grade}"], "what follows its box, beside it"
        assert f"#show-{grade}:not(:checked) ~ .of-{grade}" in page
    assert all(any("of-" in name for name in one.classes) for one in root.find("h3"))


def _elements(parent: Element) -> list[Element]:
    return [child for child in parent.children if isinstance(child, Element)]


def test_the_log_has_each_change_for_everyone_whom_it_hurts() -> None:
    for change in told().changes:
        sections = [who for who in WHO if change in for_whom(told().changes, who)]
        assert sections == ([who for who in change.hurt if who != WHO[-1]] or [WHO[-1]])
    items = parsed(html_bytes(log_document(told(), "en"))).find("main")[0].find("ul")
    assert sum(len(one.find("li")) for one in items) == sum(len(for_whom(told().changes, who)) for who in WHO)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_agreed_to_is_shown_with_its_reason_and_what_covers_nothing_is_told(language: str) -> None:
    reason = told().judged.waived[0][1].reason
    told_twice = [text(told(), language), *(html_bytes(make(told(), language)).decode() for make in DOCUMENTS.values())]
    for shown in told_twice:
        assert reason in shown
        assert "R.9" in shown and "waivers.txt" in shown


def test_json_is_the_revision_and_what_was_agreed_to() -> None:
    data = json.loads(json.dumps(told_json(told())))
    assert len(from_json(data).changes) == len(told().changes)
    (waived,) = data["waived"]
    assert data["changes"][waived["change"]]["new"][0]["id"] == waived["place"] == "F"
    assert [one["place"] for one in data["idle_waivers"]] == ["R.9"]


def test_colour_adds_nothing_but_colour() -> None:
    coloured = text(told(), "zh", colour=True)
    assert "\x1b[31m[-50-]\x1b[0m\x1b[32m{+40+}\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]+m", "", coloured) == text(told(), "zh")


def test_word_strikes_and_underlines_on_paper_that_lies_on_its_side() -> None:
    docx: Any = pytest.importorskip("docx", reason="python-docx is not installed: Word files cannot be written here")
    from generators.report.docx import docx_bytes

    word = docx.Document(io.BytesIO(docx_bytes(comparison_document(told(), "zh"))))
    section = word.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((297, 210), abs=1)
    tables = [table for table in word.tables if len(table.columns) == 6]
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in tables)
    runs = [
        run for table in tables for row in table.rows[1:] for cell in row.cells[2:4] for run in cell.paragraphs[0].runs
    ]
    struck, underlined = (
        "".join(run.text for run in runs if getattr(run.font, sort)) for sort in ("strike", "underline")
    )
    assert "30%" in struck and "40%" in underlined
    assert "40%" not in struck
    assert all(run.bold for run in runs if run.font.underline)
    assert 'w:eastAsia="宋体"' in word.styles["Normal"].element.xml


# ---- hostile text -----------------------------------------------------------------------------------------------


def _hostile(evil: str) -> Told:
    old, new = (
        Place("doc" + evil, "id" + evil, ("t" + evil, "up" + evil), words, None) for words in ("x" + evil, evil + "y")
    )
    changes = (
        Change("edited", "clause", "text", (old,), (new,), "wording", ("cities",), both("为" + evil, "why" + evil),
               (both(evil, evil),)),
        Change("added", "node", "", (), (new,), "structure", ("integrators",), both(evil, evil)),
        Change("removed", "node", "", (old,), (), "structure", ("document",), both(evil, evil)),
        Change("split", "clause", "", (old,), (new, old), "structure", ("cities",), both(evil, evil)),
    )  # fmt: skip
    found = Revision(changes, (both(evil, evil),))
    return Told(printable(evil), printable(evil), {"doc" + evil: "name" + evil}, {}, found, judged(found, ()), "")


@pytest.mark.parametrize("name", EVIL)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_html_shows_any_text_as_text(name: str, document: str) -> None:
    evil = EVIL[name]
    root = parsed(html_bytes(DOCUMENTS[document](_hostile(evil), "en")))
    assert not root.find("script") and not root.find("img") and not root.find("b")
    plain = parsed(html_bytes(DOCUMENTS[document](_hostile("plain"), "en")))
    assert len(root.find("table")) == len(plain.find("table"))
    assert _plain(printable(evil)) in _plain(root.text)


@pytest.mark.parametrize("name", EVIL)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_markdown_shows_any_text_as_text(name: str, document: str) -> None:
    page = markdown_bytes(DOCUMENTS[document](_hostile(EVIL[name]), "en")).decode("utf-8")
    assert set(re.findall(r"(?<!\\)<(/?\w+)", page)) <= {"del", "/del", "ins", "/ins", "b", "/b", "br"}
    assert page.count("<del>") == page.count("</del>") and page.count("<ins>") == page.count("</ins>")
    headings = [line for line in page.split("\n") if line.startswith("#")]
    plain = markdown_bytes(DOCUMENTS[document](_hostile("plain"), "en")).decode("utf-8")
    assert len(headings) == sum(line.startswith("#") for line in plain.split("\n"))
    bars, expected = (
        [len(re.findall(r"(?<!\\)\|", line)) for line in one.split("\n") if line.startswith("|")]
        for one in (page, plain)
    )
    assert bars == expected, "every row has its table's columns"


@pytest.mark.parametrize("name", EVIL)
def test_word_holds_any_text(name: str) -> None:
    pytest.importorskip("docx", reason="python-docx is not installed: Word files cannot be written here")
    from generators.report.docx import docx_bytes

    for make in DOCUMENTS.values():
        with zipfile.ZipFile(io.BytesIO(docx_bytes(make(_hostile(EVIL[name]), "zh")))) as package:
            for part in package.namelist():
                if part.endswith((".xml", ".rels")):
                    ElementTree.fromstring(package.read(part))


@pytest.mark.parametrize("name", EVIL)
def test_nothing_steers_a_terminal(name: str) -> None:
    shown = text(_hostile(EVIL[name]), "zh", colour=True)
    shown.encode("utf-8")
    left = re.sub(r"\x1b\[[0-9;]+m", "", shown).replace("\n", "")
    assert not [sign for sign in left if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    assert set(re.findall(r"\x1b\[([0-9;]+)m", shown)) <= {
        "0",
        "1",
        "2",
        "31",
        "32",
        "1;31",
        "1;35",
        "1;33",
        "1;36",
        "1;37",
        "33",
    }
