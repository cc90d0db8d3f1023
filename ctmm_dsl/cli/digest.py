"""The digest of a spec: what an artefact says it was made from. This room loads no compiler: that is its use."""

from __future__ import annotations

from pathlib import Path

from ctmm_dsl.reading import Trouble, find, read_bytes
from generators.stamp import digest_of


def spec_digest(spec: Path) -> str:
    """Of all files of the folder, by their paths in it."""
    if spec.exists() and not spec.is_dir():
        raise Trouble(f"{spec} 不是文件夹", f"{spec} is no folder")
    return digest_of((file.relative_to(spec).as_posix(), read_bytes(file)) for file in find([spec]))
