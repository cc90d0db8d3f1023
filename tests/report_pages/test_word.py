"""The Word report, opened again: headings, tables, charts, fonts; sound XML, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

docx = pytest.importorskip("docx", reason="python-docx is not installed: Word reports cannot be written here")

from generators.report.docx import docx_bytes  # noqa: E402
from generators.report.page import Beside, Block, Callout, Document, Figure, Heading, Table, Tiles  # noqa: E402
from tests.report_pages.examples import page, pages, town  # noqa: E402

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield from _flat((block.left, block.right)) if isinstance(block, Beside) else (block,)


def _opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(docx_bytes(document)))


@pytest.mark.parametrize("name", ["town.zh.md", "harbour.zh.md", "two-assessors.en.md"])
def test_everything_is_there(name: str) -> None:
    document = pages()[name]
    blocks = list(_flat(document.blocks))
    word = _opened(document)
    styled = [(one.style.name, one.text) for one in word.paragraphs if one.style.name.startswith(("Heading", "Title"))]
    wanted = [(f"Heading {one.depth - 1}", " ".join(one.text.split())) for one in blocks if isinstance(one, Heading)]
    assert styled == [("Title", document.title), *wanted]
    tables = [one for one in blocks if isinstance(one, Table | Callout | Tiles)]
    assert len(word.tables) == len(tables)
    for made, meant in zip(word.tables, tables, strict=True):
        if isinstance(meant, Table):
            assert [cell.text for cell in made.rows[0].cells] == [column.title for column in meant.columns]
            assert len(made.rows) == len(meant.rows) + 1
            last = "\n".join([*meant.rows[-1].cells[-1].all_lines, *filter(None, [meant.rows[-1].cells[-1].remark])])
            assert made.rows[-1].cells[-1].text == last
            assert made.rows[0]._tr.find(f"{MAIN}trPr/{MAIN}tblHeader") is not None


def test_charts_are_charts() -> None:
    document = pages()["harbour.zh.md"]
    figures = [one for one in _flat(document.blocks) if isinstance(one, Figure)]
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as package:
        names = [name for name in package.namelist() if name.startswith("word/charts/")]
        assert len(names) == len(figures) > 2
        types = package.read("[Content_Types].xml").decode()
        for at, figure in enumerate(figures, 1):
            chart = package.read(f"word/charts/chart{at}.xml").decode("utf-8")
            assert f"/word/charts/chart{at}.xml" in types
            for series in figure.chart.series:
                assert series.name in chart
                shown = re.findall(r"<c:v>(-?[\d.]+)</c:v>", chart)
                assert [one for one in shown if "e" in one] == []


def test_each_part_is_sound_and_the_bytes_are_the_same() -> None:
    made = docx_bytes(page("two-layers", "town", town()))
    assert made == docx_bytes(page("two-layers", "town", town()))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.testzip() is None
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
        core = package.read("docProps/core.xml").decode("utf-8")
    assert "某镇评估报告" in core
    assert not re.search("created|modified|python", core)


def test_chinese_has_its_fonts() -> None:
    word = _opened(page("two-layers", "town", town()))
    for name, font in (("Normal", "宋体"), ("Heading 1", "黑体"), ("Title", "黑体"), ("Table Title", "黑体")):
        fonts = word.styles[name].element.find(f"{MAIN}rPr/{MAIN}rFonts")
        assert fonts.get(f"{MAIN}eastAsia") == font
        assert not [key for key in fonts.attrib if key.endswith("Theme")]
    section = word.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=1)
