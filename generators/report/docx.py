"""A report as a Word document: its headings are headings, its tables tables, its charts charts that Word draws.

In: a `Document`. Out: bytes, the same for the same report: no date but the assessment's, no name of a program. python-docx lays the package
out; it is imported here alone, and only where such a document is asked for.
"""

from __future__ import annotations

import io
import re
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ctmm_dsl.marks import Piece
from generators.quoting import printable
from generators.report.docx_charts import Charts
from generators.report.docx_tables import FULL, LYING_FULL, LYING_TWIPS, TWIPS, callout_xml, table_xml, tiles_xml
from generators.report.page import (
    Beside,
    Block,
    Callout,
    Document,
    Figure,
    Filter,
    Folded,
    Heading,
    Listing,
    Paragraph,
    Table,
    Tiles,
)
from generators.workbook.package import repacked

LATIN, SONG, HEI = "Times New Roman", "宋体", "黑体"
"""Fonts that Word and WPS have on every Chinese machine: text in 宋体, headings in 黑体."""
LEAD = RGBColor(0x0B, 0x5D, 0x7A)
INK = RGBColor(0x1F, 0x2A, 0x37)
_BREAK = re.compile(r"[\t\r\n\x0b\x0c]")
SIZES = {"Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11}


def docx_bytes(document: Document) -> bytes:
    """The file."""
    word = docx.Document()
    _set_up(word, document)
    word.add_heading(printable(document.title), 0)
    for label, text in document.lines:
        paragraph = word.add_paragraph(style="About")
        paragraph.add_run(printable(label + "　")).font.color.rgb = RGBColor(0x5B, 0x67, 0x76)
        paragraph.add_run(_text(text))
    word.add_paragraph(style="After Table")
    writer = _Writer(word, LYING_TWIPS if document.wide else TWIPS)
    blocks = [
        block for block in document.blocks if not isinstance(block, Filter | Folded)
    ]  # paper cannot be asked: it shows all
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        writer.block(block)
        deeper = isinstance(following, Heading) and following.depth > 2
        if isinstance(block, Paragraph) and (deeper or isinstance(following, Table | Figure | Callout)):
            word.paragraphs[-1].paragraph_format.keep_with_next = True
    word.add_paragraph(_text(document.foot), style="Remark")
    out = io.BytesIO()
    word.save(out)
    return repacked(out.getvalue())


class _Writer:
    """Adds blocks to a document, one after the other."""

    def __init__(self, word: Word, full: int) -> None:
        self.word = word
        self.full = full
        self.charts = Charts(word)

    def block(self, block: Block) -> None:
        match block:
            case Heading(text, depth, _):
                self.word.add_heading(_text(text), depth - 1)
            case Paragraph(text, tone):
                self.word.add_paragraph(_text(text), style="Remark" if tone == "quiet" else None)
            case Listing():
                self._listing(block)
            case Table():
                if block.caption:
                    self.word.add_paragraph(_text(block.caption), style="Table Title")
                self._insert(table_xml(block, self.full))
            case Figure():
                self.charts.add(block)
                self.word.add_paragraph(_text(block.caption), style="Figure Title")
            case Callout():
                self._insert(callout_xml(block, self.full))
            case Tiles():
                self._insert(tiles_xml(block, self.full))
            case Beside(left, right):
                self.block(left)
                self.block(right)

    def _listing(self, block: Listing) -> None:
        for at, item in enumerate(block.items, 1):
            mark = f"{at}. " if block.numbered else "• "
            paragraph = self.word.add_paragraph(mark, style="Entry")
            for piece in (Piece(_text(item)),) if isinstance(item, str) else item:
                run = paragraph.add_run(printable(_BREAK.sub(" ", piece.text)))
                run.font.strike = piece.mark == "deleted" or None
                run.font.underline = run.font.bold = piece.mark == "inserted" or None

    def _insert(self, xml: str) -> None:
        """A table, and an empty line after it, without which Word joins two tables."""
        body = self.word.element.body
        body.insert(len(body) - 1, parse_xml(xml))  # before the properties of the section, which come last
        self.word.add_paragraph(style="After Table")


def _text(text: str) -> str:
    """A text for a run; line ends and tabs would become breaks and stops."""
    return " ".join(printable(text).split())


# ---- set-up ----------------------------------------------------------------------------------------------------


def _set_up(word: Word, document: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - FULL) // 2)
    if document.wide:
        section.orientation = WD_ORIENTATION.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm((297 - LYING_FULL) // 2)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    _styles(word, document.language)
    _properties(word, document)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        footer.add_run()._r.append(parse_xml(_field(kind, text)))


def _field(kind: str, text: str) -> str:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f'<w:fldChar {space} w:fldCharType="{kind}"/>' if kind else f"<w:instrText {space}> {text} </w:instrText>"


def _properties(word: Word, document: Document) -> None:
    """What the document says of itself: its title. When and by whom it was made is nobody's business."""
    properties = word.core_properties
    properties.title = printable(document.title)[:255]
    properties.language = "zh-CN" if document.language == "zh" else "en"
    for name in ("author", "comments", "last_modified_by"):
        setattr(properties, name, "")
    element = properties._element
    for child in list(element):
        if child.tag.endswith(("}created", "}modified", "}revision")):
            element.remove(child)


def _styles(word: Word, language: str) -> None:
    styles: Any = word.styles
    _font(styles["Normal"], SONG, Pt(10), INK)
    normal = styles["Normal"]
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = Pt(17)
    fonts = normal.element.get_or_add_rPr()
    tongue = "zh-CN" if language == "zh" else "en-GB"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    fonts.append(parse_xml(f'<w:lang {space} w:val="en-GB" w:eastAsia="{tongue}"/>'))
    for name, size in SIZES.items():
        style = styles[name]
        _font(style, HEI, Pt(size), LEAD if name != "Heading 3" else INK)
        style.font.bold = name != "Title"
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_before = Pt(18 if name == "Heading 1" else 12)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.line_spacing = Pt(size + 8)
    for name, based, size in (
        ("About", "Normal", 10),
        ("Remark", "Normal", 9),
        ("Entry", "Normal", 10),
        ("After Table", "Normal", 4),
        ("Table Title", "Normal", 10),
        ("Figure Title", "Normal", 9),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[based]
        _font(style, HEI if name == "Table Title" else SONG, Pt(size), INK)
    styles["Entry"].paragraph_format.left_indent = Pt(20)
    styles["Entry"].paragraph_format.first_line_indent = Pt(-12)
    styles["About"].paragraph_format.space_after = Pt(1)
    styles["After Table"].paragraph_format.line_spacing = Pt(8)
    styles["Table Title"].paragraph_format.keep_with_next = True
    styles["Figure Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _font(style: Any, east_asian: str, size: Any, colour: RGBColor) -> None:
    """A style's fonts, for both scripts; a theme's fonts would win over them and are taken out."""
    style.font.name, style.font.size, style.font.color.rgb = LATIN, size, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), LATIN)
    fonts.set(qn("w:eastAsia"), east_asian)
