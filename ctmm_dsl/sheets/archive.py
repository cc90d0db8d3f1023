"""The package of a workbook, looked at before anything in it is parsed.

In: the bytes of a file. Out: its parts, unpacked piece by piece, or `Unreadable`. What the package says of itself is not believed: a part
never unpacks to more than it declares, and all together declare no more than `UNPACKED`. A limit on how well a part is packed would say
nothing more, and would refuse sheets with many empty rows.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from ctmm_dsl.sheets.unreadable import Unreadable

MEGABYTE = 1 << 20
LARGEST = 20 * MEGABYTE
"""No larger file is read; a workbook filled in has a tenth of a megabyte."""
UNPACKED = 64 * MEGABYTE
PARTS = 2000
PIECE = 4 * MEGABYTE

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = b"PK\x01\x02"
_BROKEN = (
    zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError, EOFError, IndexError, LookupError,
)  # fmt: skip


def is_packed(data: bytes) -> bool:
    """Whether a file says that it is a package, or one of the older kind that holds what is encrypted."""
    return data.startswith((b"PK", _OLE))


class Package:
    """The parts of a package by their names, which are the same in capitals and small letters."""

    def __init__(self, data: bytes) -> None:
        _refuse_other_kinds(data)
        self._data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = archive.infolist()
        except _BROKEN as error:
            raise Unreadable(
                "不是完整的 .xlsx 文件：可能没有下载完，或者已损坏",
                "this is no whole .xlsx file: not fully downloaded, or damaged",
            ) from error
        _refuse_bombs(entries)
        self._entries = {entry.filename.lower(): entry for entry in entries}
        if len(self._entries) < len(entries):
            raise Unreadable(
                "文件里有同名的部件，已被改动", "two parts in the file have the same name: it was tampered with"
            )

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def names(self) -> list[str]:
        return list(self._entries)

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part, piece by piece. Raises `Unreadable` where it is not there or not whole."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Unreadable(f"工作簿里缺少 {name}", f"{name} is missing from the workbook")
        packed = self._packed(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            unpacked = iter((bytes(packed),))
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            unpacked = _inflated(packed, entry.file_size, name)
        else:
            raise Unreadable(f"{name} 用了不支持的压缩方法", f"{name} is packed by a method that is not supported")
        size, check = 0, 0
        for piece in unpacked:
            size, check = size + len(piece), zlib.crc32(piece, check)
            if size > entry.file_size:
                raise _damaged(name)
            yield piece
        if (size, check) != (entry.file_size, entry.CRC):
            raise _damaged(name)

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview:
        at = entry.header_offset
        head = self._data[at : at + 30]
        if len(head) < 30 or not head.startswith(b"PK\x03\x04"):
            raise _damaged(entry.filename)
        name, extra = struct.unpack("<HH", head[26:])
        begin = at + 30 + name + extra
        return memoryview(self._data)[begin : begin + entry.compress_size]


def _inflated(packed: memoryview, size: int, name: str) -> Iterator[bytes]:
    """Unpack, a piece more than declared at most."""
    machine, waiting, so_far = zlib.decompressobj(-zlib.MAX_WBITS), bytes(packed), 0
    try:
        while waiting and not machine.eof and so_far <= size:
            piece = machine.decompress(waiting, PIECE)
            waiting = machine.unconsumed_tail
            so_far += len(piece)
            if piece:
                yield piece
    except zlib.error as error:
        raise _damaged(name) from error


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable(
                "工作簿设了打开密码，无法读取；请在 Excel 或 WPS 里去掉密码后另存",
                "the workbook is encrypted; remove its password in Excel or WPS and save it again",
            )
        raise Unreadable(
            "这是旧的 .xls 格式；请在 Excel 或 WPS 里另存为 .xlsx",
            "this is the old .xls format; save it as .xlsx in Excel or WPS",
        )
    if data.count(_ENTRY) > PARTS:
        raise Unreadable(f"文件里的部件超过 {PARTS} 个，未读", f"the file has more than {PARTS} parts and is not read")


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & 1:
            raise Unreadable(
                f"{entry.filename} 是加密的，无法读取", f"{entry.filename} is encrypted and cannot be read"
            )
    whole = sum(entry.file_size for entry in entries)
    if whole > UNPACKED:
        most = UNPACKED // MEGABYTE
        raise Unreadable(
            f"文件展开后有 {whole // MEGABYTE} MB，超过 {most} MB，未读；填好的工作簿远小于此",
            f"unpacked, the file has {whole // MEGABYTE} MB, more than {most} MB, and is not read; a workbook filled in has far less",
        )


def _damaged(name: str) -> Unreadable:
    return Unreadable(f"工作簿里的 {name} 已损坏", f"{name} in the workbook is damaged")
