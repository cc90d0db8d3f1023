"""A report as one HTML file: no script, no network, its own style; its charts drawn in it; laid out for screens and for A4.

In: a `Document`. Out: bytes. The template escapes every text; characters that HTML cannot hold are shown as missing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generators.charts.svg import svg
from generators.quoting import printable
from generators.report.page import Beside, Block, Document, Figure, Filter, Folded, Heading, Listing, Table, headings


def html_bytes(document: Document) -> bytes:
    """The file."""
    style = _style(document)
    places = {id(block): f"s{at}" for at, block in enumerate(_all(document.blocks), 1)}
    text = _ENVIRONMENT.get_template("report.html.jinja").render(
        document=document,
        headings=headings(document),
        lead=_lead(document),
        style=Markup(style),
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        kind_of=lambda block: type(block).__name__,
        anchor=lambda block: places[id(block)],
        widths=_widths,
        drawn=lambda figure: _drawn(figure, places[id(figure)]),
    )
    return (text.rstrip("\n") + "\n").encode("utf-8")


def _style(document: Document) -> str:
    """The style of every report, and that of marks, filters and folds where there are any."""
    blocks = list(_all(document.blocks))
    groups = [group for block in blocks if isinstance(block, Filter) for group, _ in block.groups]
    cells = any(cell.marked for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells)
    items = any(not isinstance(item, str) for block in blocks if isinstance(block, Listing) for item in block.items)
    style = _ENVIRONMENT.get_template("report.css.jinja").render()
    if groups or document.wide or cells or items:
        style += _ENVIRONMENT.get_template("marked.css.jinja").render(groups=groups, wide=document.wide)
    if any(isinstance(block, Folded) for block in blocks):
        style += _ENVIRONMENT.get_template("folded.css.jinja").render()
    return style


def _widths(table: Table) -> list[str]:
    """Classes of the style for a table's columns: each of several texts is as wide as meant, one alone takes what is left."""
    texts = sum(column.kind == "text" for column in table.columns)
    shares = sum(column.share for column in table.columns)
    return [
        f"w{(20 * column.share + shares // 2) // shares}" if column.kind == "text" and texts > 1 else ""
        for column in table.columns
    ]


def _drawn(figure: Figure, key: str) -> Markup:
    return Markup(svg(figure.chart, key, figure.caption, figure.words))


def _lead(document: Document) -> int:
    """After how many blocks the contents come: before the first heading but the one that the document leads with."""
    found = [at for at, block in enumerate(document.blocks) if isinstance(block, Heading)]
    return found[document.led] if len(found) > 1 else 0


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Beside):
            yield from _all((block.left, block.right))


def _finalized(value: object) -> object:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


_ENVIRONMENT = Environment(
    loader=PackageLoader("generators", "templates/report"),
    undefined=StrictUndefined,
    finalize=_finalized,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
