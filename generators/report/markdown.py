"""A report in Markdown, as GitHub reads it: charts in words, tables beside them.

In: a `Document`. Out: bytes. Every text is quoted: none of it is markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctmm_dsl.marks import Marked
from generators.markdown_page import BREAK, Markdown, bold, joined, quote
from generators.quoting import printable
from generators.report.page import (
    Beside,
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Figure,
    Filter,
    Folded,
    Heading,
    Listing,
    Paragraph,
    Row,
    Table,
    Tiles,
)

TAGS = {"": None, "deleted": "del", "inserted": "ins"}
RULES = {"text": "---", "number": "--:", "code": "---", "mark": ":-:"}
INDENT = "　"
"""An ideographic space sets a row of a tree in: Markdown would drop others."""


def markdown_bytes(document: Document) -> bytes:
    """The file: paragraphs apart by an empty line."""
    parts = [joined([Markdown("# "), document.title])]
    zh = document.language == "zh"
    parts += [Markdown("\n".join(_entry(label, text, zh) for label, text in document.lines))]
    for block in document.blocks:
        parts += _block(block, zh)
    parts.append(quote(document.foot))
    return (printable("\n\n".join(parts)) + "\n").encode("utf-8")


def _block(block: Block, zh: bool) -> Iterator[Markdown]:
    match block:
        case Heading(text, depth, _):
            yield joined([Markdown("#" * depth + " "), text])
        case Paragraph(text):
            yield quote(text)
        case Listing(items, numbered):
            marks = [f"{at}. " if numbered else "- " for at in range(1, len(items) + 1)]
            texts = [quote(item) if isinstance(item, str) else marked(item) for item in items]
            yield Markdown("\n".join(mark + text for mark, text in zip(marks, texts, strict=True)))
        case Table():
            yield from _table(block)
        case Figure(_, caption, words):
            yield joined([Markdown("*"), caption, Markdown("*"), BREAK, words])
        case Callout(title, lines):
            yield Markdown(
                "\n>\n".join([joined([Markdown("> "), bold(title)]), *(joined([Markdown("> "), one]) for one in lines)])
            )
        case Tiles(tiles):
            rows = [
                _line(quote(one.label) for one in tiles),
                "|" + " --- |" * len(tiles),
                _line(joined([bold(one.value), *([BREAK, one.remark] if one.remark else [])]) for one in tiles),
            ]
            yield Markdown("\n".join(rows))
        case Beside(left, right):
            yield from _block(left, zh)
            yield from _block(right, zh)
        case Filter() | Folded():  # a page that is only read shows all, and folds nothing
            return


def _entry(label: str, text: str, zh: bool) -> Markdown:
    return joined([Markdown("- "), label, "：" if zh else ": ", text])


def _table(table: Table) -> Iterator[Markdown]:
    if table.caption:
        yield bold(table.caption)
    lines = [
        _line(quote(column.title) for column in table.columns),
        "|" + "|".join(f" {RULES[column.kind]} " for column in table.columns) + "|",
        *(_line(_cells(row, table.columns)) for row in table.rows),
    ]
    yield Markdown("\n".join(lines))


def _line(cells: Iterable[Markdown]) -> Markdown:
    return Markdown("| " + " | ".join(cells) + " |")


def _cells(row: Row, columns: tuple[Column, ...]) -> Iterator[Markdown]:
    first = next((at for at, column in enumerate(columns) if column.kind == "text"), 0)
    for at, cell in enumerate(row.cells):
        text = _cell(cell)
        if row.strong and cell.text:
            text = joined([Markdown("<b>"), text, Markdown("</b>")])
        yield joined([INDENT * row.depth, text]) if at == first else text


def _cell(cell: Cell) -> Markdown:
    lines = [*cell.all_lines, *map(marked, cell.marked), *filter(None, [cell.remark])]
    return joined(lines, BREAK)


def marked(pieces: Marked) -> Markdown:
    """A text with its deletions and insertions, by tag: other signs fail beside Chinese punctuation."""
    return joined(_piece(piece.text, TAGS[piece.mark]) for piece in pieces)


def _piece(text: str, tag: str | None) -> Markdown:
    return joined([Markdown(f"<{tag}>"), text, Markdown(f"</{tag}>")]) if tag else quote(text)
