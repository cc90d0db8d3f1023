"""Workbooks recalculated by LibreOffice: an independent program says what each formula comes to.

In: files by name. Out: for each, what stands in every cell after a forced recalculation. The values that we stored are thrown away by the
profile's settings (without them LibreOffice only repeats what it reads).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest

from ctmm_dsl.sheets.layout import cell_name
from generators.workbook.book import Book
from generators.workbook.values import Fault, Scalar

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not on this machine")
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""
"""0: always."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SECONDS = 300
NEAR = 10**-9


class Cells(dict[str, dict[str, Any]]):
    """What stands on each sheet of a file, by the names of the cells; `names`: the cells that have names of their own. Read by hand: a
    hundred files are to be read in seconds."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        with ZipFile(path) as parts:
            book = fromstring(parts.read("xl/workbook.xml"))
            targets = {one.get("Id"): one.get("Target") for one in fromstring(parts.read("xl/_rels/workbook.xml.rels"))}
            texts = _shared(parts)
            for sheet in book.iter(MAIN + "sheet"):
                tree = fromstring(parts.read(f"xl/{targets[sheet.get(RELATED + 'id')]}"))
                self[sheet.get("name") or ""] = dict(_cells(tree, texts))
        self.names = {one.get("name"): one.text or "" for one in book.iter(MAIN + "definedName")}

    def named(self, name: str) -> Any:
        sheet, _, cell = self.names[name].rpartition("!")
        return self[sheet.strip("'$")].get(cell.replace("$", ""))


def _shared(parts: ZipFile) -> list[str]:
    tree = fromstring(parts.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in one.iter(MAIN + "t")) for one in tree]


def _cells(tree: Element, texts: list[str]) -> Iterator[tuple[str, Any]]:
    for cell in tree.iter(MAIN + "c"):
        value = cell.find(MAIN + "v")
        if value is not None and value.text is not None:
            yield cell.get("r") or "", _read(cell.get("t", "n"), value.text, texts)


def _read(kind: str, text: str, texts: list[str]) -> Any:
    if kind == "n":
        number = float(text)
        return int(number) if number.is_integer() else number
    return texts[int(text)] if kind == "s" else text


def recalculated(files: Mapping[str, bytes]) -> dict[str, Cells]:
    """All files in one call of LibreOffice, in a profile of its own."""
    assert SOFFICE
    with TemporaryDirectory() as folder:
        profile, given, made = (Path(folder) / name for name in ("profile", "given", "made"))
        for each in (profile / "user", given, made):
            each.mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, "utf-8")
        for name, data in files.items():
            (given / f"{name}.xlsx").write_bytes(data)
        paths = [str(given / f"{name}.xlsx") for name in files]
        own = f"-env:UserInstallation={profile.as_uri()}"
        command = [SOFFICE, "--headless", own, "--convert-to", "xlsx", "--outdir", str(made), *paths]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return {name: Cells(made / f"{name}.xlsx") for name in files}


def differences(made: Book, found: Cells) -> Iterator[str]:
    """The formula cells that LibreOffice calculates otherwise than we do."""
    for ref, formula in made.formulas():
        ours, place = made.value(ref), cell_name(ref.row, ref.column)
        theirs = found[ref.sheet].get(place)
        if not same(ours, theirs):
            yield f"{ref.sheet}!{place}: {ours!r}, there {theirs!r}: {formula.text(ref.sheet)[:200]}"


def same(ours: Scalar, theirs: Any) -> bool:
    if isinstance(ours, Fault):
        return theirs == ours.code
    if isinstance(ours, int) or ours is None:
        return not isinstance(theirs, str) and (theirs or 0) == (ours or 0)
    if isinstance(ours, Fraction):
        return isinstance(theirs, int | float) and abs(theirs - ours) <= NEAR * max(1, abs(ours))
    return (theirs or "") == ours
