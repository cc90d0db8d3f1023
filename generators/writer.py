"""The only room that writes: inside the output folder, whole files or none, and only what changed.

In: artefacts. Out: files under a folder, with a manifest of them; or, for a check, the differences. A file that a former manifest lists and
that no generator makes any more is removed; what we did not make is never touched.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ctmm_dsl.reading import Trouble, failure
from generators.artefact import Artefact
from generators.quoting import json_bytes
from generators.stamp import STAMP, sha256

MANIFEST = "MANIFEST.json"
BINARY = (".xlsx",)
"""What is built and not committed: nobody can review it. That it is not there yet is no difference from the standard."""


@dataclass(frozen=True, slots=True)
class Made:
    """An artefact and the generator that made it."""

    artefact: Artefact
    generator: str


@dataclass(frozen=True, slots=True)
class Written:
    """What writing came to: paths relative to the output folder."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    @property
    def unmade(self) -> tuple[str, ...]:
        """Of what is new, the files that are made by every build and committed by nobody."""
        return tuple(path for path in self.new if path.endswith(BINARY))


def manifest(made: Sequence[Made], digest: str) -> bytes:
    """Every artefact with its digest, its generator, its standard and edition; and the digest of the spec."""
    rows = [
        {
            "path": one.artefact.path,
            "sha256": sha256(one.artefact.data),
            "generator": one.generator,
            "standard": one.artefact.standard,
            "edition": one.artefact.edition,
        }
        for one in sorted(made, key=lambda one: one.artefact.path)
    ]
    return json_bytes({"spec": {"sha256": digest}, "artefacts": rows})


def compare(files: dict[str, bytes], out: Path, *, whole: bool) -> Written:
    """What writing these files would change. With `whole`, files of a former manifest that are no longer made count as removed."""
    try:
        return _compare(files, out, whole=whole)
    except OSError as error:
        raise Trouble(f"无法读取 {out}：{failure(error)}", f"cannot read {out}: {error.strerror}") from error


def _compare(files: dict[str, bytes], out: Path, *, whole: bool) -> Written:
    new, changed, unchanged = [], [], 0
    for path, data in files.items():
        target = _inside(out, path)
        if not target.exists():
            new.append(path)
        elif target.read_bytes() != data:
            changed.append(path)
        else:
            unchanged += 1
    removed = sorted(listed(out).keys() - files.keys()) if whole else []
    gone = [path for path in removed if _inside(out, path).is_file()]
    return Written(tuple(sorted(new)), tuple(sorted(changed)), tuple(gone), unchanged)


def write(files: dict[str, bytes], out: Path, *, whole: bool) -> Written:
    """Write what differs. Each file is put in place whole; the manifest comes last, so that it never lists what is not there."""
    written = compare(files, out, whole=whole)
    try:
        for path in sorted((*written.new, *written.changed), key=lambda path: (path == MANIFEST, path)):
            put(_inside(out, path), files[path])
        for path in written.removed:
            target = _inside(out, path)
            target.unlink()
            _remove_empty(target.parent, out)
    except OSError as error:
        raise Trouble(f"无法写入 {out}：{failure(error)}", f"cannot write to {out}: {error.strerror}") from error
    return written


def remember(stamp: bytes, out: Path) -> None:
    """Put the stamp beside what was written."""
    try:
        put(out / STAMP, stamp)
    except OSError as error:
        raise Trouble(f"无法写入 {out}：{failure(error)}", f"cannot write to {out}: {error.strerror}") from error


def save(file: Path, data: bytes) -> None:
    """A file that the user named, put in place; where it is a link, what that leads to."""
    try:
        put(Path(os.path.realpath(file)), data)
    except OSError as error:
        raise Trouble(f"无法写入 {file}：{failure(error)}", f"cannot write {file}: {error.strerror}") from error


def put(target: Path, data: bytes) -> None:
    """One file, atomically: beside its place first, then moved there. Who may read and write it stays as it was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_name(f".{target.name}.part")
    try:
        waiting.write_bytes(data)
        if target.exists():
            shutil.copymode(target, waiting)
        os.replace(waiting, target)
    finally:
        waiting.unlink(missing_ok=True)


def _inside(out: Path, path: str) -> Path:
    """A relative path as a file under the output folder. A path that leads out of it is our own bug."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or any(part in ("..", ".") for part in parts):
        raise ValueError(f"{path!r} leads out of the output folder")
    target = out.joinpath(*parts)
    if not target.parent.resolve().is_relative_to(out.resolve()):
        raise Trouble(f"{target.parent} 指向 {out} 之外", f"{target.parent} leads outside {out}")
    return target


def listed(out: Path) -> dict[str, str]:
    """The paths that a former manifest lists, each with what it is of, as far as it can be read."""
    try:
        former: Any = json.loads((out / MANIFEST).read_text("utf-8"))
        paths = {str(row["path"]): str(row["standard"]) for row in former["artefacts"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {path: of for path, of in paths.items() if _is_safe(path)}


def _is_safe(path: str) -> bool:
    return bool(path) and not path.startswith("/") and ".." not in PurePosixPath(path).parts


def _remove_empty(folder: Path, out: Path) -> None:
    while folder != out and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
