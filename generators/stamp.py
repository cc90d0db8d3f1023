"""What a build was made from, remembered beside it, so that a build with nothing to do need not read the spec's meaning again.

In: digests. Out: the stamp's bytes, or whether a folder is as its stamp says. This room loads no generator: that is its use.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generators.quoting import json_bytes

STAMP = ".stamp.json"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def stamp(made_from: str, files: dict[str, bytes]) -> bytes:
    """What a folder was made from, and what was made."""
    return json_bytes({"from": made_from, "files": {path: sha256(data) for path, data in sorted(files.items())}})


def up_to_date(out: Path, made_from: str) -> int | None:
    """How many files the folder holds, if it was made from just this and every file is as it was made; else none."""
    try:
        former: Any = json.loads((out / STAMP).read_bytes())
        if former["from"] != made_from:
            return None
        for path, digest in former["files"].items():
            if sha256((out / path).read_bytes()) != digest:
                return None
        return len(former["files"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """One digest of several named files, whatever their order; line ends and byte-order marks do not matter."""
    whole = hashlib.sha256()
    for name, data in sorted(files):
        text = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
        whole.update(f"{name}\0{len(text)}\0".encode("utf-8", "surrogateescape"))
        whole.update(text)
    return whole.hexdigest()
