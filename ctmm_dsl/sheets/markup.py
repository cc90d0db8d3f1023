"""The XML of a workbook's parts, as events.

In: the pieces of a part. Out: calls for the beginning and the end of each element and for its text, by names without namespaces, so that
the strict form of the standard reads as the usual one does. A part that declares entities, or any document type, is refused: no program
that writes workbooks does so. Nothing is kept here, so a part takes no more room than its longest tag may.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from xml.parsers import expat

from ctmm_dsl.sheets.unreadable import Unreadable

Attributes = dict[str, str]
_BETWEEN = " "
LONGEST = 8 << 20
"""A tag is no longer than two of the pieces in which a part is unpacked."""

DEEPEST = 100


class Reader(Protocol):
    """What listens to the events of a part."""

    def begin(self, name: str, attributes: Attributes) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, words: str) -> None: ...


class _Names(dict[str, str]):
    """Names without their namespaces, each taken apart once."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition(_BETWEEN)[2]
        return local


def read(pieces: Iterable[bytes], reader: Reader, part: str) -> None:
    """Tell a reader the events of a part."""
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    names, depth = _Names(), 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unreadable(
                f"工作簿里的 {part} 已损坏：嵌套太深", f"{part} in the workbook is damaged: nested too deeply"
            )
        reader.begin(names[name], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(names[name])

    def refuse(*_: object) -> None:
        raise Unreadable(
            f"{part} 声明了文档类型或实体，未读：正常的工作簿里没有",
            f"{part} declares a document type or entities and is not read: no sound workbook does",
        )

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, reader.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > LONGEST:  # of a text, what is there is told as it comes
                raise Unreadable(
                    f"工作簿里的 {part} 已损坏：标签太长", f"{part} in the workbook is damaged: a tag is too long"
                )
        parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeDecodeError, LookupError) as error:
        raise Unreadable(f"工作簿里的 {part} 已损坏：{error}", f"{part} in the workbook is damaged: {error}") from error
