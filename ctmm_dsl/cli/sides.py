"""The two sides of a comparison: each a folder, a file, or a git revision, read and compiled whole.

In: names as the user gives them. Out: a model for each side, with the name to call it by. What exists as a path is that path; what does
not is a revision, `REV` or `REV:path`. A revision without a path means there what the other side means here. A side that does not compile
is refused: a difference between broken texts misleads.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.cli.surroundings import environment_of_git
from ctmm_dsl.findings import ERROR, Finding
from ctmm_dsl.history import Commit, Git, commit, inside, texts_at
from ctmm_dsl.model import Model
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.reading import SPEC, SUFFIX, Trouble, understand
from ctmm_dsl.source import Source

SHOWN = 3
"""So many errors of a side that does not compile are told; `ctmm check` tells all."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side, compiled: what it is called, what it means, and whether it is one file. A file's model holds that file's document alone;
    what the document refers to stands behind it all the same."""

    name: str
    model: Model
    is_file: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A path in a commit."""

    at: Commit
    path: str


Located = Path | Kept


def two_sides(old: str, new: str) -> tuple[Side, Side]:
    """Both sides; a file is compared with a file, a folder with a folder."""
    later = _located(new, Path(SPEC))
    earlier = _located(old, later)
    sides = _side(old, earlier), _side(new, later)
    if sides[0].is_file != sides[1].is_file:
        file, folder = (old, new) if sides[0].is_file else (new, old)
        raise Trouble(
            f"{file} 是一个文件，{folder} 不是；请用文件比文件，或用文件夹比文件夹",
            f"{file} is a file, {folder} is not; compare a file with a file, or a folder with a folder",
        )
    return sides


def one_side(name: str, like: Path) -> Side:
    """One side, beside a path that the other one is."""
    return _side(name, _located(name, like))


# ---- finding -----------------------------------------------------------------------------------------------------


def _located(name: str, like: Located) -> Located:
    """What a name means; `like` is what the other side is, or would be by default."""
    if os.path.exists(name) or _is_plainly_a_path(name):
        return Path(name)
    git = like.at.git if isinstance(like, Kept) else Git(_folder(like), environment_of_git())
    if whole := commit(git, name):
        return Kept(whole, _same_there(whole, like))
    revision, colon, path = name.partition(":")
    from_here = path.startswith(("./", "../"))  # as git reads it: from where one stands, else from the repository's top
    at = commit(replace(git, folder=Path()) if from_here else git, revision) if colon else None
    if at is None:
        raise Trouble(
            f"没有 {name}：既不是文件或文件夹，也不是 git 版本（提交、标签、分支，或 版本:路径）",
            f"there is no {name}: neither a file or folder nor a git revision (a commit, tag, branch, or REV:path)",
        )
    return Kept(at, inside(at, path))


def _is_plainly_a_path(name: str) -> bool:
    """Whether only a path can be meant, so that a slip in it is told as one."""
    return name.startswith(("/", "./", "../")) or (name.endswith(SUFFIX) and ":" not in name)


def _folder(path: Path) -> Path:
    """Where git is asked: in the folder that a path is, or stands in."""
    return path if path.is_dir() else path.parent if path.exists() else Path()


def _same_there(at: Commit, like: Located) -> str:
    """The path in a commit of what the other side is; `prefix` is that of the folder where git was asked."""
    if isinstance(like, Kept):
        return like.path
    if like.is_dir():
        return at.prefix.rstrip("/")
    return inside(at, f"./{like.name}")


# ---- reading -----------------------------------------------------------------------------------------------------


def _side(name: str, where: Located) -> Side:
    outcome, asked = _on_disk(where) if isinstance(where, Path) else _in_commit(where)
    _sound(name, outcome)
    return Side(name, _only(outcome.model, asked) if asked else outcome.model, bool(asked))


def _on_disk(path: Path) -> tuple[Outcome, str]:
    """A folder or a file with its neighbours, and the path of the file, where it is one."""
    outcome, _ = compile_spec([path], wording=False)
    return outcome, path.resolve().as_posix() if path.is_file() else ""


def _in_commit(kept: Kept) -> tuple[Outcome, str]:
    texts = texts_at(kept.at, kept.path)
    asked = kept.path if [path for path, _ in texts] == [kept.path] else ""
    if asked:
        texts = texts_at(kept.at, _home(kept.path))
    name = f"{kept.at.revision}:"
    understood = [understand(name + path, data) for path, data in texts]
    sources = [one for one in understood if isinstance(one, Source)]
    unread = [one for one in understood if isinstance(one, Finding)]
    return compile_sources(sources, unread, wording=False), name + asked if asked else ""


def _home(path: str) -> str:
    """The folder whose files belong together: `spec` above a file, else the file's own."""
    above = PurePosixPath(path).parents
    home = next((folder for folder in above if folder.name == SPEC), above[0])
    return "" if home == PurePosixPath() else home.as_posix()


def _only(model: Model, file: str) -> Model:
    """The documents of one file."""

    def here(path: str) -> bool:
        return file in (path, Path(path).resolve().as_posix())

    return Model(
        tuple(one for one in model.standards if here(one.span.source.path)),
        tuple(one for one in model.profiles if here(one.span.source.path)),
        tuple(one for one in model.crosswalks if here(one.span.source.path)),
    )


def _sound(name: str, outcome: Outcome) -> None:
    errors = [finding for finding in outcome.findings if finding.entry.severity == ERROR]
    if not errors:
        return
    more = len(errors) - SHOWN
    told = {
        language: "".join(f"\n  {line}" for line in _told(errors[:SHOWN], language)) for language in ("zh", "en")
    }  # fmt: skip
    count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
    raise Trouble(
        f"{name} 有 {len(errors)} 处错误，没有比较；请先改正{told['zh']}" + (f"\n  另有 {more} 处" if more > 0 else ""),
        f"{name} has {count} and was not compared; mend these first{told['en']}"
        + (f"\n  and {more} more" if more > 0 else ""),
    )


def _told(errors: Iterable[Finding], language: str) -> Iterable[str]:
    for finding in errors:
        where = finding.span.source.position(finding.span.start)
        colon = "：" if language == "zh" else ": "
        yield f"{finding.span.source.path}:{where.line} {finding.code}{colon}{finding.message(language)}"
