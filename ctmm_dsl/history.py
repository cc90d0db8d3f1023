"""Files as git keeps them: the texts of a commit, read without a checkout.

In: a folder of a repository, the name of a revision, a path in it. Out: the bytes of the files there, in the order of their names;
`Trouble` for what git does not know. Asked are `rev-parse`, `ls-tree` and `cat-file`, which write nothing; the network is shut.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ctmm_dsl.reading import SUFFIX, Trouble

_QUIET = ("git", "-c", "protocol.allow=never", "--no-pager", "--literal-pathspecs")
_FILE, _LINK = ("100644", "100755"), "120000"


@dataclass(frozen=True, slots=True)
class Git:
    """git, asked in a folder; `environment` is that of the program, as far as it is meant."""

    folder: Path
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: the git that was asked, the revision as it was named, its digest; `prefix` leads from the top to where it was asked."""

    git: Git
    revision: str
    digest: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at a path of a commit."""

    mode: str
    digest: str
    path: str


def commit(git: Git, revision: str) -> Commit | None:
    """The commit that a name means in the repository that the folder lies in; None where there is none of that name."""
    done = _asked(git, ("rev-parse", "--show-prefix"))
    if done.returncode != 0:
        said = _words(done)
        raise Trouble(
            f"没有文件或文件夹 {revision}；当作 git 版本也读不了：{said}",
            f"there is no file or folder {revision}, and it cannot be read as a git revision: {said}",
        )
    prefix = os.fsdecode(done.stdout).removesuffix("\n")
    if not revision or revision.startswith("-") or "\0" in revision:
        return None
    asked = ("rev-parse", "--quiet", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    done = _asked(git, asked)
    digest = done.stdout.decode("ascii", "replace").strip()
    return Commit(git, revision, digest, prefix) if done.returncode == 0 and digest else None


def texts_at(at: Commit, path: str) -> list[tuple[str, bytes]]:
    """The `.ctmm` files of a commit below a path from the top, or the one at it; each by its path."""
    found = _listed(at, path)
    if not found:
        raise Trouble(
            f"版本 {at.revision} 里没有 {path or '.'}", f"there is no {path or '.'} in revision {at.revision}"
        )
    texts = [entry for entry in found if entry.path == path or entry.path.endswith(SUFFIX)]
    for entry in [*texts, *(entry for entry in found if entry.path == path)]:
        _is_file(at, entry)
    if not texts:
        raise Trouble(
            f"版本 {at.revision} 的 {path or '.'} 里没有 {SUFFIX} 文件",
            f"there is no {SUFFIX} file in {path or '.'} of revision {at.revision}",
        )
    data = _contents(at, [entry.digest for entry in texts])
    return sorted((entry.path, data[entry.digest]) for entry in texts)


def _is_file(at: Commit, entry: Entry) -> None:
    if entry.mode in _FILE:
        return
    name = f"{at.revision}:{entry.path}"
    if entry.mode == _LINK:
        raise Trouble(
            f"{name} 是符号链接，未读；请直接写出它指向的路径",
            f"{name} is a symbolic link and is not read; name the path that it leads to",
        )
    raise Trouble(f"{name} 不是普通文件", f"{name} is no regular file")


def inside(at: Commit, path: str) -> str:
    """A path as git reads it after a colon: from the repository's top; one that starts with `./` or `../` from where one stands."""
    if path.startswith(("./", "../")) or path in (".", ".."):
        path = at.prefix + path
    parts: list[str] = []
    for part in PurePosixPath(path).parts:
        if part == "/" or (part == ".." and not parts):
            raise Trouble(f"{path} 在仓库之外", f"{path} lies outside the repository")
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


# ---- asking git ------------------------------------------------------------------------------------------------


def _listed(at: Commit, path: str) -> list[Entry]:
    """The files below a path, or the one at it. The path is literal: no sign in it is a pattern."""
    rows = _told(at.git, "ls-tree", "-r", "-z", "--full-tree", at.digest, *(["--", path] if path else []))
    return [_entry(row) for row in rows.split(b"\0") if row]


def _entry(row: bytes) -> Entry:
    facts, _, path = row.partition(b"\t")
    mode, _, digest = facts.decode("ascii").split(" ")
    return Entry(mode, digest, os.fsdecode(path))


def _contents(at: Commit, digests: Sequence[str]) -> dict[str, bytes]:
    """The contents of files by their digests, asked for all at once."""
    wanted = list(dict.fromkeys(digests))
    told = _told(at.git, "cat-file", "--batch", asking="".join(f"{digest}\n" for digest in wanted).encode("ascii"))
    found: dict[str, bytes] = {}
    start = 0
    for digest in wanted:
        end = told.find(b"\n", start)
        facts = told[start:end].split(b" ")
        if end < 0 or len(facts) != 3:
            raise Trouble(
                f"仓库里缺版本 {at.revision} 的内容（{digest}）；可能是部分克隆，请先取回",
                f"the repository lacks what revision {at.revision} holds ({digest}); a partial clone? fetch it first",
            )
        size = int(facts[2])
        found[digest] = told[end + 1 : end + 1 + size]
        start = end + 1 + size + 1
    return found


def _told(git: Git, *arguments: str, asking: bytes = b"") -> bytes:
    done = _asked(git, arguments, asking)
    if done.returncode != 0:
        raise Trouble(f"git 读不出来：{_words(done)}", f"git cannot read it: {_words(done)}")
    return done.stdout


def _words(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode("utf-8", "replace").strip().split("\n")[0] or f"git: {done.returncode}"


def _asked(git: Git, arguments: Iterable[str], asking: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        command = [*_QUIET, "-C", str(git.folder), *arguments]
        return subprocess.run(command, input=asking, env=git.environment, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise Trouble(
            "没有找到 git，无法读取旧版本；请安装 git，或给出旧版所在的文件夹",
            "there is no git here to read a revision with; install git, or name a folder that holds the old edition",
        ) from error
