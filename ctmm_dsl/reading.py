"""The one room that reads files.

In: paths. Out: sources in a fixed order, findings for files that are not text, and `Trouble` for paths that cannot be read at all.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path

from ctmm_dsl.catalogue import text as codes
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.source import Source, Span, decode

SUFFIX = ".ctmm"
SPEC = "spec"
FAILURES = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EEXIST: "已经有同名的文件",
    errno.EISDIR: "它是文件夹",
    errno.ENOTDIR: "路径里有一节是文件，不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "文件系统只读",
    errno.ENAMETOOLONG: "名字太长",
}


class Trouble(Exception):
    """Something about the command itself: said in both languages, exit status 2."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = both(zh, en)


def find(paths: Iterable[Path]) -> list[Path]:
    """The `.ctmm` files that paths name, folders searched through; each once, in the order of their names."""
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob(f"*{SUFFIX}") if file.is_file())
            for file in inside:
                _stays_inside(file, path)
            if not inside:
                raise Trouble(f"{path} 里没有 {SUFFIX} 文件", f"there is no {SUFFIX} file in {path}")
            for file in inside:
                found.setdefault(file.resolve(), file)
        elif path.is_file():
            found.setdefault(path.resolve(), path)
        elif path.exists():
            raise Trouble(f"{path} 不是普通文件", f"{path} is no regular file")
        else:
            raise Trouble(
                f"没有 {path}；请在项目文件夹里运行，或写出路径",
                f"there is no {path}; run this in the project's folder, or name a path",
            )
    return sorted(found.values(), key=lambda file: file.as_posix())


def home(file: Path) -> Path:
    """The folder whose files belong together: `spec/` above a file, else the file's own folder."""
    return spec_above(file) or file.parent


def spec_above(file: Path) -> Path | None:
    """The folder `spec/` that a file lies in, as it was named or, where it was named from inside it, as it really is."""
    as_named = next((folder for folder in file.parents if folder.resolve().name == SPEC), None)
    return as_named or next((folder for folder in file.resolve().parents if folder.name == SPEC), None)


def _stays_inside(file: Path, folder: Path) -> None:
    if not file.resolve().is_relative_to(folder.resolve()):
        raise Trouble(
            f"{file} 指向 {folder} 之外，未读；请直接给出它的路径",
            f"{file} leads outside {folder} and is not read; name its path itself",
        )


def read(files: Iterable[Path]) -> tuple[list[Source], list[Finding]]:
    """Sources, and a finding for each file that is not UTF-8."""
    sources: list[Source] = []
    findings: list[Finding] = []
    for file in files:
        understood = understand(file.as_posix(), read_bytes(file))
        if isinstance(understood, Source):
            sources.append(understood)
        else:
            findings.append(understood)
    return sources, findings


def understand(path: str, data: bytes) -> Source | Finding:
    """The text that bytes are, or a finding where they are not UTF-8."""
    try:
        return decode(path, data)
    except UnicodeDecodeError as error:
        place = Span(Source(path, ""), 0, 0)
        return codes.NOT_UTF8(place, byte=error.start + 1, guess=_guess(data))


def read_bytes(file: Path, most: int | None = None) -> bytes:
    """The bytes of a file; `Trouble` where it cannot be read, or has more than `most`."""
    try:
        if most is not None and (size := file.stat().st_size) > most:
            has, may = size >> 20, most >> 20
            raise Trouble(
                f"{file} 有 {has} MB，超过 {may} MB，未读；是不是嵌入了图片或附件",
                f"{file} has {has} MB, more than {may} MB, and is not read; does it hold pictures or attachments?",
            )
        return file.read_bytes()
    except OSError as error:
        raise Trouble(f"无法读取 {file}：{failure(error)}", f"cannot read {file}: {error.strerror}") from error


def failure(error: OSError) -> str:
    """Why a file could not be read or written, in Chinese; what is rare stays in the words of the system."""
    return FAILURES.get(error.errno or 0, error.strerror or str(error))


def _guess(data: bytes) -> dict[str, str]:
    for encoding in ("utf-16", "gb18030"):
        if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        name = encoding.upper()
        return {"zh": f"，像是 {name}", "en": f", it looks like {name}"}
    return {"zh": "", "en": ""}
