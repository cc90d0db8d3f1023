"""Readers of our own for what is generated: written from the formats' rules, not from the generators."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

BREAK = re.compile(r"\s*[\r\n\u2028\u2029\x0b\x0c]+\s*")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass
class Section:
    """A heading with what stands under it: paragraphs as they are, and the rows of its table as texts."""

    depth: int
    title: str
    paragraphs: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def shown(text: str) -> str:
    """A text as a page shows it: on one line, without outer blanks."""
    return BREAK.sub(" ", text).strip()


def unescaped(text: str) -> str:
    """What CommonMark (2.4) shows for a text with backslash escapes."""
    return ESCAPED.sub(r"\1", text)


def cells(line: str) -> list[str]:
    """The cells of a table's row (GitHub Flavored Markdown, 4.10): a pipe divides unless a backslash stands before it."""
    assert line.startswith("| ") and line.endswith(" |"), line
    found, at = [""], 1
    while at < len(line):
        if line[at] == "\\" and at + 1 < len(line):
            found[-1] += line[at : at + 2]
            at += 2
            continue
        if line[at] == "|":
            found.append("")
        else:
            found[-1] += line[at]
        at += 1
    assert found.pop() == ""
    return [unescaped(cell.strip()) for cell in found]


def markdown(data: bytes) -> list[Section]:
    """A page's sections. Every table has as many cells in each row as in its heading, and no HTML stands anywhere."""
    text = data.decode("utf-8")
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert "\r" not in text
    sections: list[Section] = []
    for line in text.split("\n"):
        assert not re.search(r"(?<!\\)(?:\\\\)*<", line), line
        if heading := re.match(r"(#{1,6}) (.*)", line):
            sections.append(Section(len(heading[1]), unescaped(heading[2].strip())))
        elif line.startswith("|"):
            _take_row(sections[-1], line)
        elif line:
            sections[-1].paragraphs.append(line)
    return sections


def _take_row(section: Section, line: str) -> None:
    row = cells(line)
    if not section.header:
        section.header = row
    else:
        assert len(row) == len(section.header), line
        if not all(set(cell) <= {"-", ":"} and len(cell) >= 3 for cell in row):
            section.rows.append(row)


def under(sections: list[Section], title: str) -> list[Section]:
    """The section with a title, and those deeper than it that follow."""
    start = next(at for at, section in enumerate(sections) if section.title == title)
    end = start + 1
    while end < len(sections) and sections[end].depth > sections[start].depth:
        end += 1
    return sections[start:end]


def guarded(text: str) -> str:
    """A text as a spreadsheet is given it: what would be run as a formula begins with an apostrophe."""
    return "'" + text if text.lstrip()[:1] in ("=", "+", "-", "@", "|", "%") and text.strip() else text
