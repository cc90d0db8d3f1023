"""Tables of a Word document, as WordprocessingML: rows that stay whole, headings that come again on each page.

In: blocks of a report. Out: the XML of a table. Written as text, at once: a table cell by cell takes python-docx minutes where there are
thousands of cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ctmm_dsl.marks import Marked, Piece
from generators.quoting import printable, xml
from generators.report.page import Callout, Cell, Column, Row, Table, Tiles

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FULL = 170
"""The width of the text, in millimetres."""
TWIPS = 9638
"""The same in twentieths of a point."""
LYING_FULL, LYING_TWIPS = 257, 14570
"""The same on paper that lies on its side."""
INSET, LETTER = 85, 100
"""Beside a text, and for each letter of an identifier."""
TOGETHER = 12
"""A table of so many rows stays on one page."""
COLOURS = {"good": "1D5C33", "warn": "8A4B08", "bad": "8A1C1C", "quiet": "5B6776"}
ALIGNED = {"number": "right", "mark": "center"}
EDGE = '<w:{0} w:val="single" w:sz="{1}" w:space="0" w:color="{2}"/>'
CHANGED = {
    "deleted": '<w:strike/><w:color w:val="8A1C1C"/>',
    "inserted": '<w:b/><w:color w:val="0B5D7A"/>',
    "": "",
}
"""Deletions are struck through; insertions bold and, after their size as the format orders it, underlined."""
BARS = {"good": "1D5C33", "warn": "8A4B08", "bad": "8A1C1C"}

Line = tuple[str | Marked, str]
"""What a line says, and its tone."""

_CONTROL = re.compile(r"[\t\r\n\x0b\x0c]")


def table_xml(table: Table, full: int = TWIPS) -> str:
    """A table with rules above, below and between its rows."""
    widths = _widths(table, full)
    borders = (
        EDGE.format("top", 12, "1F2A37") + EDGE.format("bottom", 8, "1F2A37") + EDGE.format("insideH", 4, "D5DBE3")
    )
    heading = "".join(
        _cell([(column.title, "strong")], wide, ALIGNED.get(column.kind, ""), shade="EEF2F6", kept=True)
        for column, wide in zip(table.columns, widths, strict=True)
    )
    last = len(table.rows) - 1
    body = (_row(row, table.columns, widths, kept=at < last < TOGETHER) for at, row in enumerate(table.rows))
    rows = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heading}</w:tr>"
    return _table(rows + "".join(body), widths, borders)


def callout_xml(block: Callout, full: int = TWIPS) -> str:
    """A box with a thick edge at its left."""
    borders = EDGE.format("left", 36, BARS.get(block.tone, "0B5D7A"))
    lines = [(block.title, "strong"), *((line, "") for line in block.lines)]
    return _table(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(lines, full, '', shade='F4F6F9')}</w:tr>",
        [full],
        borders,
        inset=200,
    )


def tiles_xml(block: Tiles, full: int = TWIPS) -> str:
    """What leads, in cells side by side; the verdict, the first, on the dark ground."""
    wide = full // len(block.tiles)
    edges = "".join(EDGE.format(side, 4, "D5DBE3") for side in ("top", "left", "bottom", "right", "insideV"))
    cells = ""
    for at, tile in enumerate(block.tiles):
        tones = ("light", "lightlarge", "light") if at == 0 else ("quiet", "large", "quiet")
        lines = [(text, tone) for text, tone in zip((tile.label, tile.value, tile.remark), tones, strict=True) if text]
        cells += _cell(lines, wide, "", shade="0B5D7A" if at == 0 else "")
    return _table(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>", [wide] * len(block.tiles), edges, inset=160)


def _table(rows: str, widths: list[int], borders: str, *, inset: int = INSET) -> str:
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    margins = f'<w:tblCellMar><w:left w:w="{inset}" w:type="dxa"/><w:right w:w="{inset}" w:type="dxa"/></w:tblCellMar>'
    return (
        f'<w:tbl {SPACE}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _widths(table: Table, full: int) -> list[int]:
    """Identifiers get the room that they need, so that they stay on one line; the rest is shared."""
    needed = [
        LETTER * max(len(text) for text in (column.title * 2, *(row.cells[at].text for row in table.rows))) + 2 * INSET
        if column.kind == "code"
        else 0
        for at, column in enumerate(table.columns)
    ]
    needed = [min(wide, full // 4) for wide in needed]
    shares = sum(column.share for column, wide in zip(table.columns, needed, strict=True) if not wide)
    left = full - sum(needed)
    return [wide or left * column.share // shares for column, wide in zip(table.columns, needed, strict=True)]


def _row(row: Row, columns: tuple[Column, ...], widths: list[int], *, kept: bool) -> str:
    first = next((at for at, column in enumerate(columns) if column.kind == "text"), 0)
    cells = "".join(
        _cell(
            list(_lines(cell, row.strong)),
            wide,
            ALIGNED.get(column.kind, ""),
            shade="F4F6F9" if row.strong else "",
            indent=row.depth * 180 if at == first else 0,
            kept=kept,
        )
        for at, (cell, column, wide) in enumerate(zip(row.cells, columns, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _lines(cell: Cell, strong: bool) -> Iterator[Line]:
    for line in cell.all_lines:
        yield line, cell.tone or ("strong" if strong else "")
    for pieces in cell.marked:
        yield pieces, ""
    if cell.remark:
        yield cell.remark, "quiet"


def _cell(
    lines: Sequence[Line], wide: int, aligned: str, *, shade: str = "", indent: int = 0, kept: bool = False
) -> str:
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    inset = f'<w:ind w:left="{indent}"/>' if indent else ""
    align = f'<w:jc w:val="{aligned}"/>' if aligned else ""
    spacing = '<w:spacing w:before="40" w:after="40" w:line="260" w:lineRule="atLeast"/>'
    keep = "<w:keepNext/>" if kept else ""
    paragraphs = "".join(
        f"<w:p><w:pPr>{keep}{spacing}{inset}{align}</w:pPr>{_runs(text, tone)}</w:p>" for text, tone in lines
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{ground}</w:tcPr>{paragraphs or "<w:p/>"}</w:tc>'


def _runs(text: str | Marked, tone: str) -> str:
    """A line as runs: one, or one for each stretch that was kept, deleted or inserted."""
    return _run(text, tone) if isinstance(text, str) else "".join(map(_piece, text))


def _piece(piece: Piece) -> str:
    under = '<w:u w:val="single"/>' if piece.mark == "inserted" else ""
    words = xml(_CONTROL.sub(" ", piece.text))
    return f'<w:r><w:rPr>{CHANGED[piece.mark]}<w:sz w:val="18"/>{under}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _run(text: str, tone: str) -> str:
    size = 30 if "large" in tone else 18
    bold = "<w:b/>" if tone == "strong" or "large" in tone else ""
    colour = COLOURS.get(tone) or ("FFFFFF" if tone.startswith("light") else "")
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/>' if bold else ""
    words = xml(" ".join(printable(text).split()))
    return f'<w:r><w:rPr>{fonts}{bold}{ink}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
