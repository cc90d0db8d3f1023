"""Files that are not what they say, or mean harm: each refused in its own words or read quickly, in little room and time."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.sheet_part import MOST
from tests.sheets.making import city, xlsx
from tests.sheets.reading import edited, parts_of, replaced, result, result_of_json, with_cell, wrong, zipped

ROOT = Path(__file__).parents[2]
SHEET, BOOK = "xl/worksheets/sheet2.xml", "xl/workbook.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
BROKEN = "不是完整的 .xlsx 文件：可能没有下载完，或者已损坏"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip


def with_head(text: str, declared: str) -> str:
    """A part with a document type before its first element."""
    begin = text.index("<worksheet")
    return text[:begin] + declared + text[begin:]


def lying(data: bytes, part: str, size: int) -> bytes:
    """A workbook of which one part unpacks to much more than it declares: both of its headers say `size`."""
    parts = parts_of(data)
    packed = zipped({**parts, part: b" " * (300 << 20)})
    found = zipfile.ZipFile(io.BytesIO(packed)).getinfo(part)
    raw = bytearray(packed)
    struct.pack_into("<I", raw, found.header_offset + 22, size)
    central = raw.index(b"PK\x01\x02")
    while raw[central + 46 : central + 46 + len(part)] != part.encode():
        central = raw.index(b"PK\x01\x02", central + 4)
    struct.pack_into("<I", raw, central + 24, size)
    return bytes(raw)


def flagged(data: bytes) -> bytes:
    """The first part is marked as encrypted."""
    raw = bytearray(data)
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def doubled(data: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("XL/workbook.xml", parts_of(data)[BOOK])
    return out.getvalue()


def without(data: bytes, part: str) -> bytes:
    return zipped({name: content for name, content in parts_of(data).items() if name != part})


def method(data: bytes) -> bytes:
    parts = parts_of(data)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_LZMA if name == BOOK else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def corrupt(data: bytes) -> bytes:
    """The sheet is not what its checksum says."""
    raw = bytearray(data)
    central = raw.rindex(SHEET.encode()) - 46
    raw[central + 16] ^= 0x55
    return bytes(raw)


def relations(data: bytes) -> bytes:
    return without(data, "xl/_rels/workbook.xml.rels")


def cells(count: int) -> str:
    rows = (f'<row r="{row}"><c r="K{row}"><v>1</v></c></row>' for row in range(1000, 1000 + count))
    return "".join(rows) + "</sheetData>"


CELL = '<c r="F5" t="{kind}">{inner}</c>'

FILES: dict[str, tuple[Callable[[bytes], bytes], list[str]]] = {
    "encrypted": (
        lambda _: OLE + "EncryptedPackage".encode("utf-16-le"),
        ["工作簿设了打开密码，无法读取；请在 Excel 或 WPS 里去掉密码后另存"],
    ),
    "an old .xls": (
        lambda _: OLE + "Workbook".encode("utf-16-le"), ["这是旧的 .xls 格式；请在 Excel 或 WPS 里另存为 .xlsx"],
    ),
    "half of it": (lambda data: data[: len(data) // 2], [BROKEN]),
    "all but its end": (lambda data: data[:-10], [BROKEN]),
    "only its first bytes": (lambda data: data[:40], [BROKEN]),
    "two letters": (lambda _: b"PK", [BROKEN]),
    "a changed bit": (corrupt, [f"工作簿里的 {SHEET} 已损坏"]),
    "another kind of package": (lambda _: zipped({"word/document.xml": b"<w/>"}), ["这不是工作簿（.xlsx）"]),
    "an empty package": (lambda _: zipped({}), ["这不是工作簿（.xlsx）"]),
    "an .ods": (lambda _: zipped({"content.xml": b"<x/>"}), ["这是 .ods 之类的文件；请另存为 .xlsx"]),
    "an .xlsb": (lambda _: zipped({"xl/workbook.bin": b""}), ["这是 .xlsb 格式；请另存为 .xlsx"]),
    "unpacks to 200 MB": (
        lambda data: zipped({**parts_of(data), SHEET: b" " * (200 << 20)}),
        ["文件展开后有 200 MB，超过 64 MB，未读；填好的工作簿远小于此"],
    ),
    "200 MB in a part that nobody reads": (
        lambda data: zipped({**parts_of(data), "xl/media/x.bin": b"\0" * (200 << 20)}),
        ["文件展开后有 200 MB，超过 64 MB，未读；填好的工作簿远小于此"],
    ),
    "unpacks to more than it says": (lambda data: lying(data, SHEET, 1000), [f"工作簿里的 {SHEET} 已损坏"]),
    "thousands of parts": (
        lambda data: zipped({**parts_of(data), **{f"x/{at}": b"" for at in range(2001)}}),
        ["文件里的部件超过 2000 个，未读"],
    ),
    "an encrypted part": (flagged, ["docProps/app.xml 是加密的，无法读取"]),
    "a part twice": (doubled, ["文件里有同名的部件，已被改动"]),
    "another way of packing": (method, [f"{BOOK} 用了不支持的压缩方法"]),
    "no workbook": (lambda data: without(data, BOOK), ["这不是工作簿（.xlsx）"]),
    "no relations": (relations, ["工作簿里缺少 xl/_rels/workbook.xml.rels"]),
    "a sheet without its part": (lambda data: without(data, SHEET), [f"工作簿里缺少 {SHEET}"]),
    "no styles": (lambda data: without(data, "xl/styles.xml"), ["工作簿里缺少 xl/styles.xml"]),
    "a thousand million laughs": (
        lambda data: edited(data, SHEET, lambda text: with_head(text, LAUGHS)),
        [f"{SHEET} 声明了文档类型或实体，未读：正常的工作簿里没有"],
    ),
    "an entity that is a file": (
        lambda data: edited(data, SHEET, lambda text: with_head(text, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
        [f"{SHEET} 声明了文档类型或实体，未读：正常的工作簿里没有"],
    ),
    "an entity that nobody declared": (
        lambda data: zipped({**parts_of(data), BOOK: b"<workbook>&a;</workbook>"}),
        [f"工作簿里的 {BOOK} 已损坏：undefined entity: line 1, column 10"],
    ),
    "elements without end": (
        lambda data: zipped({**parts_of(data), BOOK: b"<x>" * 101}), [f"工作簿里的 {BOOK} 已损坏：嵌套太深"],
    ),
    "a tag without end": (
        lambda data: zipped({**parts_of(data), BOOK: b'<x a="' + b"y" * (20 << 20) + b'"/>'}), [f"工作簿里的 {BOOK} 已损坏：标签太长"],
    ),
    "no XML": (lambda data: zipped({**parts_of(data), BOOK: b"no XML"}), [f"工作簿里的 {BOOK} 已损坏：syntax error: line 1, column 0"]),
    "an empty part": (
        lambda data: zipped({**parts_of(data), BOOK: b""}), [f"工作簿里的 {BOOK} 已损坏：no element found: line 1, column 0"]),
    "a tag left open": (
        lambda data: zipped({**parts_of(data), BOOK: b"<workbook>"}), [f"工作簿里的 {BOOK} 已损坏：no element found: line 1, column 10"],
    ),
    "a text that is not there": (
        lambda data: with_cell(data, "F5", CELL.format(kind="s", inner="<v>99999</v>")), ["工作表 条款评估 已损坏：没有文字 99999"],
    ),
    "a text before the first": (
        lambda data: with_cell(data, "F5", CELL.format(kind="s", inner="<v>-1</v>")), ["工作表 条款评估 已损坏：没有文字 -1"],
    ),
    "a number that is none": (
        lambda data: with_cell(data, "F5", CELL.format(kind="n", inner="<v>NaN</v>")), ["工作表 条款评估 已损坏：NaN 不是数"],
    ),
    "a number that is infinite": (
        lambda data: with_cell(data, "F5", CELL.format(kind="n", inner="<v>1e999</v>")), ["工作表 条款评估 已损坏：1e999 不是数"],
    ),
    "a number of a million digits": (
        lambda data: with_cell(data, "F5", CELL.format(kind="n", inner=f"<v>{'9' * 1_000_000}</v>")),
        [f"工作表 条款评估 已损坏：{'9' * 20} 不是数"],
    ),
    "a cell that is nowhere": (
        lambda data: with_cell(data, "F5", '<c r="F0"><v>1</v></c>'), ["工作表 条款评估 已损坏：没有单元格 F0"],
    ),
    "a cell twice": (
        lambda data: with_cell(data, "F5", CELL.format(kind="n", inner="<v>1</v>") * 2), ["条款评估!F5 在文件里出现两次"],
    ),
    "too many cells": (
        lambda data: replaced(data, SHEET, "</sheetData>", cells(MOST)), ["工作表 条款评估 的单元格太多，未读"],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(key: Scheme) -> bytes:
    data = city(key, 1)
    data["answers"]["AR.1/1a"] = "full"
    return xlsx(key, data)


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_refused(key: Scheme, sound: bytes, name: str) -> None:
    make, told = FILES[name]
    assert wrong(make(sound), key) == told


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 30


def empty_rows(text: str) -> str:
    rows = "".join(f'<row r="{row}" s="1"/>' for row in range(500, 1_000_500))
    return text.replace("</sheetData>", rows + "</sheetData>")


def empty_cells(text: str) -> str:
    row = "".join(f'<c r="{letters}3" s="0"/>' for letters in ("XFD",) * 16_384)
    return text.replace("</sheetData>", f'<row r="1048576">{row}</row></sheetData>')


QUICK: dict[str, Callable[[str], str]] = {
    "a million empty rows": empty_rows,
    "16,384 empty cells in the last row": empty_cells,
    "a dimension as large as can be": lambda text: text.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'),
    "comments and processing instructions": lambda text: text.replace("<sheetData>", "<!-- x --><?x y?><sheetData>"),
    "a column of styles": lambda text: text.replace("<sheetData>", '<cols><col min="1" max="16384" style="0"/></cols><sheetData>'),
}  # fmt: skip


@pytest.mark.parametrize("name", QUICK)
def test_files_that_are_read_all_the_same(key: Scheme, name: str) -> None:
    data = city(key, 1)
    assert result(edited(xlsx(key, data), SHEET, QUICK[name]), key) == result_of_json(data, key)


# ---- room and time -----------------------------------------------------------------------------------------------------

MEGABYTES, SECONDS = 300, 20
"""What a file may take, the interpreter and the compiled spec included. What is read quickly takes far less."""

MEASURED = """
import sys, time
from pathlib import Path
from random import Random
from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.scheme import schemes
from ctmm_dsl.sheets.opening import opened
from ctmm_dsl.sheets.tables import filled
from ctmm_dsl.sheets.unreadable import Unreadable
outcome, _ = compile_spec([Path("spec")])
scheme = next(one for one in schemes(outcome.model) if one.id == "ctmm-key")
data = Path(sys.argv[1]).read_bytes()
begun = time.process_time()
try:
    filled(opened(data), scheme).assessment(scheme)
except Unreadable:
    pass
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(time.process_time() - begun, int(peak.split()[1]) // 1024)
"""


def many_strings(data: bytes) -> bytes:
    """60 MB of texts that nobody asked for, each a byte long."""
    parts = parts_of(data)
    parts["xl/sharedStrings.xml"] = b"<sst>" + b"<si><t>x</t></si>" * (3 << 20) + b"</sst>"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="rId99" Type="{types}" Target="sharedStrings.xml"/></Relationships>'.encode()
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation)
    return zipped(parts)


BOMBS: dict[str, Callable[[bytes], bytes]] = {
    "a part that lies": lambda data: lying(data, SHEET, 60 << 20),
    "200 MB": lambda data: zipped({**parts_of(data), SHEET: b" " * (200 << 20)}),
    "60 MB of blanks": lambda data: zipped({**parts_of(data), SHEET: b"<x>" + b" " * (60 << 20) + b"</x>"}),
    "60 MB in one tag": lambda data: zipped({**parts_of(data), SHEET: b'<x a="' + b"y" * (50 << 20) + b'"/>'}),
    "60 MB deep": lambda data: zipped({**parts_of(data), SHEET: b"<x>" * (5 << 20)}),
    "laughs": FILES["a thousand million laughs"][0],
    "texts": many_strings,
    "cells": FILES["too many cells"][0],
    "empty rows": lambda data: edited(data, SHEET, empty_rows),
    "quotation marks": lambda _: b"standard,x\n" + b'"' * (15 << 20),
    "commas": lambda _: b"standard,x\n" + b"," * (15 << 20),
    "lines": lambda _: b"standard,x\n" + b"\n" * (15 << 20),
}


@pytest.mark.skipif(sys.platform != "linux", reason="how much room a program took is told by Linux alone")
@pytest.mark.parametrize("name", BOMBS)
def test_room_and_time_are_bounded(sound: bytes, tmp_path: Path, name: str) -> None:
    file = tmp_path / "bomb"
    file.write_bytes(BOMBS[name](sound))
    assert file.stat().st_size <= 20 << 20
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(file)], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    seconds, megabytes = done.stdout.split()
    assert float(seconds) < SECONDS
    assert int(megabytes) < MEGABYTES


def test_the_lie_would_have_been_large() -> None:
    """The bombs above do unpack to what they say: else the test would prove nothing."""
    data = lying(zipped({SHEET: b"x"}), SHEET, 1000)
    entry = zipfile.ZipFile(io.BytesIO(data)).getinfo(SHEET)
    begin = entry.header_offset + 30 + len(SHEET)
    assert len(zlib.decompressobj(-15).decompress(data[begin : begin + entry.compress_size])) == 300 << 20


def test_damage_of_any_kind_is_never_an_exception(key: Scheme, sound: bytes) -> None:
    """Bytes of the file and of its parts, changed, taken out and doubled at random: it is read or refused."""
    random, parts = Random(4), parts_of(sound)
    names = [name for name in parts if name.startswith("xl/") and name != "xl/theme/theme1.xml"]
    refused = 0
    for _ in range(300):
        raw = bytearray(sound)
        for _ in range(random.randint(1, 4)):
            raw[random.randrange(len(raw))] = random.randrange(256)
        refused += bool(wrong(bytes(raw), key))
        name = random.choice(names)
        part = bytearray(parts[name])
        at = random.randrange(len(part))
        part[at : at + random.choice((0, 1, 5))] = random.choice(
            (b"", b"<", b'"', b"9", b"/>", b"\xff", part[at : at + 40])
        )
        refused += bool(wrong(zipped({**parts, name: bytes(part)}), key))
    assert refused > 200
