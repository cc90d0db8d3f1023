"""`ctmm new`: a folder with a small standard to start from, which checks and builds as it stands."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

NAMES = {"zh": "新标准", "en": "A new standard"}


def run(arguments: Namespace) -> int:
    from generators.starting import files
    from generators.writer import write

    folder, language = arguments.folder, arguments.lang
    _is_free(folder)
    identifier = arguments.id or folder.resolve().name
    name = arguments.name or NAMES[language]
    made = files(identifier, name, arguments.keywords or language, language)
    write(made, folder, whole=False)
    print("\n".join((folder / path).as_posix() for path in sorted(made)))
    print(_next(folder, language))
    return 0


def _is_free(folder: Path) -> None:
    """Nothing that is there is written over: the folder is new, or empty but for git's own."""
    from ctmm_dsl.reading import Trouble, failure

    try:
        there = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.exists() else []
    except NotADirectoryError as error:
        raise Trouble(
            f"{folder} 是文件，不是文件夹；请换一个名字", f"{folder} is a file, no folder; choose another name"
        ) from error
    except OSError as error:
        raise Trouble(f"无法读取 {folder}：{failure(error)}", f"cannot read {folder}: {error.strerror}") from error
    if there:
        raise Trouble(
            f"{folder} 不是空的（有 {there[0]}），没有写入；请换一个名字",
            f"{folder} is not empty (it holds {there[0]}); nothing was written, choose another name",
        )


def _next(folder: Path, language: str) -> str:
    if language == "zh":
        return f"接下来：cd {folder}，运行 ctmm check 和 ctmm build；README.md 写着第一步"
    return f"next: cd {folder}, run ctmm check and ctmm build; README.md tells the first steps"
