"""A workbook's file made the same everywhere: its parts stored as they are, in a fixed order, with a fixed date.

In: the bytes of a zip archive. Out: those of another one with the same parts. Compression differs between machines' libraries, and
XlsxWriter notes the hour; without both the bytes are a function of the content alone.
"""

from __future__ import annotations

import io
import re
from zipfile import ZIP_STORED, ZipFile, ZipInfo

FIRST = "[Content_Types].xml"
DATE = (1980, 1, 1, 0, 0, 0)
PROPERTIES, CREATED = "docProps/core.xml", b"2000-01-01T00:00:00Z"
ON_UNIX, READABLE = 3, 0o600 << 16

_HOUR = re.compile(rb'(<dcterms:(?:created|modified) xsi:type="dcterms:W3CDTF">)[^<]*')


def repacked(archive: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as made, ZipFile(out, "w", ZIP_STORED) as packed:
        for name in sorted(made.namelist(), key=lambda name: (name != FIRST, name)):
            entry = ZipInfo(name, DATE)
            entry.create_system, entry.external_attr = ON_UNIX, READABLE
            data = made.read(name)
            packed.writestr(entry, _HOUR.sub(rb"\g<1>" + CREATED, data) if name == PROPERTIES else data)
    return out.getvalue()
