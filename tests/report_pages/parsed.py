"""An HTML report read back: its elements, its tables row by row, its texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "input", "col", "link", "img", "rect", "path", "circle", "polygon"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def find(self, tag: str) -> list[Element]:
        """All elements of a kind at and below this one, in order."""
        found = [self] if self.tag == tag else []
        for child in self.children:
            if isinstance(child, Element):
                found += child.find(tag)
        return found

    @property
    def text(self) -> str:
        if self.tag == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open[-1].tag == tag, (tag, self.open[-1].tag)
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(page: bytes) -> Element:
    """The root; every element that is opened is closed, in order."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert len(reader.open) == 1, [element.tag for element in reader.open]
    return reader.open[0]


def rows(table: Element) -> list[list[str]]:
    """A table's rows as texts, its heading first; remarks left out."""
    return [
        ["".join(_own(cell)).strip() for cell in row.children if isinstance(cell, Element)] for row in table.find("tr")
    ]


def _own(cell: Element) -> list[str]:
    parts = []
    for child in cell.children:
        if isinstance(child, str):
            parts.append(child)
        elif "remark" not in child.classes:
            parts.append(child.text)
    return parts
