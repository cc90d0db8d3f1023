"""Pages in Markdown: headings, paragraphs, tables and lists, laid out by one template that quotes whatever is not yet Markdown.

In: a `Page` of plain texts and of `Markdown` values. Out: its bytes. A plain text is data: it is quoted on its way into the page, here and
nowhere else; what is markup is a `Markdown` value, made by the functions below.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from generators import quoting


class Markdown(str):
    """A text that is Markdown already."""

    __slots__ = ()


BREAK = Markdown("<br>")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its heading row, and rows just as long."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a page under a heading of its own; depth 2 is the outermost. Most have one table; `tables` is for several."""

    title: str
    depth: int = 2
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None
    entries: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def all_tables(self) -> tuple[Table, ...]:
        return (self.table, *self.tables) if self.table else self.tables

    @property
    def mark(self) -> Markdown:
        return Markdown("#" * self.depth)


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    paragraphs: tuple[str, ...]
    sections: tuple[Section, ...]


def quote(text: str) -> Markdown:
    """Any text as Markdown that shows just this text."""
    return text if isinstance(text, Markdown) else Markdown(quoting.markdown(text))


def joined(parts: Iterable[str], between: str = "") -> Markdown:
    """Texts and Markdown in a row, each plain text quoted."""
    return Markdown(str(quote(between)).join(quote(part) for part in parts))


def bold(text: str) -> Markdown:
    """Bold by tag: asterisks fail beside Chinese punctuation (CommonMark, 6.2)."""
    return joined([Markdown("<b>"), text, Markdown("</b>")])


def raised(text: str) -> Markdown:
    return joined([Markdown("<sup>"), text, Markdown("</sup>")])


def page_bytes(page: Page) -> bytes:
    """A page as UTF-8."""
    return (_TEMPLATE.render(page=page).rstrip("\n") + "\n").encode("utf-8")


_TEMPLATE = Environment(
    loader=PackageLoader("generators", "templates"),
    undefined=StrictUndefined,
    finalize=lambda value: quote(value) if isinstance(value, str) else value,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,  # `finalize` quotes for Markdown; escaping for HTML as well would quote twice
    keep_trailing_newline=True,
).get_template("page.md.jinja")
