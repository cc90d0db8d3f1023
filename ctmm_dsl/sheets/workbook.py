"""A workbook (.xlsx) as sheets of cells.

In: the bytes of a file. Out: a `Workbook`, whose sheets are read when they are asked for. Read by this room itself and no library: what is
in the file is judged before it is believed, in bounded room and time, and a number keeps its digits.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from ctmm_dsl.sheets.archive import Package
from ctmm_dsl.sheets.grid import Cell, Grid, Kind
from ctmm_dsl.sheets.markup import Attributes, read
from ctmm_dsl.sheets.sheet_part import MOST, SheetReader, Style, column_number, unescaped
from ctmm_dsl.sheets.unreadable import Unreadable

_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""Numbers of the formats for dates and times that need no text of their own (ECMA-376, 18.8.30)."""
_PERCENTS = {9, 10}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_TARGET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class Workbook:
    """`whole`: sheets are read with all that an audit asks for."""

    def __init__(self, data: bytes, *, whole: bool = False) -> None:
        self._package, self._whole = Package(data), whole
        self._grids: dict[str, Grid] = {}
        part = self._main_part()
        if part not in self._package:
            raise _no_workbook(self._package)
        self._listing = _Listing()
        read(self._package.pieces(part), self._listing, part)
        folder, _, file = part.rpartition("/")
        relations = _Relations(folder)
        read(self._package.pieces(f"{folder}/_rels/{file}.rels"), relations, "workbook.xml.rels")
        self._relations = relations

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sheets, in their order."""
        return tuple(self._listing.sheets)

    @property
    def defined(self) -> dict[str, str]:
        """What the names of the workbook stand for; those that programs set for printing and filters are no names of ours."""
        return {name: words for name, words in self._listing.defined.items() if not name.startswith("_xl")}

    @property
    def parts(self) -> list[str]:
        """The parts of the package, in small letters."""
        return self._package.names()

    def grid(self, name: str) -> Grid | None:
        """A sheet by its name; None where there is none."""
        relation = self._listing.sheets.get(name)
        if relation is None:
            return None
        if name not in self._grids:
            part = self._relations.targets.get(relation, "")
            reader = SheetReader(
                name, self._texts, self._styles, since_1904=self._listing.since_1904, whole=self._whole
            )
            read(self._package.pieces(part), reader, part)
            self._grids[name] = reader.grid()
        return self._grids[name]

    def named(self, name: str) -> tuple[str, Cell | None] | None:
        """The cell that a name of the workbook stands for, by its place; None where there is no such name."""
        match = _TARGET.fullmatch(self._listing.defined.get(name, ""))
        if match is None:
            return None
        grid = self.grid((match[1] or match[2]).replace("''", "'"))
        at = int(match[4]) - 1, column_number(match[3])
        return (grid.place(*at), grid.cells.get(at)) if grid else None

    def _main_part(self) -> str:
        if "_rels/.rels" not in self._package:
            return "xl/workbook.xml"
        relations = _Relations("")
        read(self._package.pieces("_rels/.rels"), relations, "_rels/.rels")
        return relations.kinds.get("officeDocument", "xl/workbook.xml")

    @cached_property
    def _texts(self) -> list[str]:
        part = self._relations.kinds.get("sharedStrings")
        if not part:
            return []
        reader = _Texts()
        read(self._package.pieces(part), reader, part)
        return reader.texts

    @cached_property
    def _styles(self) -> list[Style]:
        part = self._relations.kinds.get("styles")
        if not part:
            return []
        reader = _Styles()
        read(self._package.pieces(part), reader, part)
        return [Style(reader.kind(number), locked) for number, locked in reader.cells]


def _no_workbook(package: Package) -> Unreadable:
    if "xl/workbook.bin" in package:
        return Unreadable("这是 .xlsb 格式；请另存为 .xlsx", "this is an .xlsb file; save it as .xlsx")
    if "content.xml" in package:
        return Unreadable("这是 .ods 之类的文件；请另存为 .xlsx", "this is an .ods file or the like; save it as .xlsx")
    return Unreadable("这不是工作簿（.xlsx）", "this is no workbook (.xlsx)")


class _Silent:
    """A reader that listens to beginnings alone."""

    def end(self, name: str) -> None:
        """Nothing to do."""

    def text(self, words: str) -> None:
        """Nothing to hear."""


class _Relations(_Silent):
    """What a part refers to: by identifier, and the first of each kind."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.targets: dict[str, str] = {}
        self.kinds: dict[str, str] = {}

    def begin(self, name: str, attributes: Attributes) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") or not self.folder else f"{self.folder}/{target}"
        self.targets[attributes.get("Id", "")] = path
        self.kinds.setdefault(attributes.get("Type", "").rpartition("/")[2], path)


class _Listing:
    """`workbook.xml`: sheets, names, since when days are counted."""

    def __init__(self) -> None:
        self.sheets: dict[str, str] = {}
        self.defined: dict[str, str] = {}
        self.since_1904 = False
        self._name: str | None = None

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith("relationships id")), "")
            self.sheets[attributes.get("name", "")] = relation
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "definedName" and "localSheetId" not in attributes:
            self._name = attributes.get("name", "")
            self.defined[self._name] = ""

    def text(self, words: str) -> None:
        if self._name is not None:
            self.defined[self._name] += words

    def end(self, name: str) -> None:
        if name == "definedName":
            self._name = None


class _Texts:
    """`sharedStrings.xml`: the texts of cells; how Chinese is pronounced is no part of them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._listening, self._aside = False, 0

    def begin(self, name: str, _: Attributes) -> None:
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._aside += 1
        elif name == "t":
            self._listening = not self._aside

    def text(self, words: str) -> None:
        if self._listening:
            self._pieces.append(words)

    def end(self, name: str) -> None:
        if name == "t":
            self._listening = False
        elif name == "rPh":
            self._aside -= 1
        elif name == "si":
            self.texts.append(unescaped("".join(self._pieces)))
            if len(self.texts) > MOST:
                raise Unreadable("工作簿里的文字太多，未读", "the workbook has too many texts and is not read")


class _Styles(_Silent):
    """`styles.xml`: how the cells of each style show numbers, and whether they are protected."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.cells: list[tuple[str, bool]] = []
        self._inside = False

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside and len(self.cells) < MOST:
            self.cells.append((attributes.get("numFmtId", "0"), True))
        elif name == "protection" and self._inside and self.cells:
            self.cells[-1] = (self.cells[-1][0], attributes.get("locked", "1") in ("1", "true"))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    def kind(self, number: str) -> Kind:
        code = self.codes.get(number)
        if code is None:
            at: Any = int(number) if number.isdecimal() and len(number) < 7 else 0
            return "date" if at in _DATES else "percent" if at in _PERCENTS else ""
        plain = _QUOTED.sub("", code.lower())
        if "%" in plain:
            return "percent"
        return "date" if re.search(r"[ymdhs年月日]", plain) and "general" not in plain else ""
