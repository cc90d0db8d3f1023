"""The command line's words, of the commands for those who revise a standard."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Words = tuple[str, str]
Say = Callable[[Words], str]

SPEC: Words = ("标准所在的文件夹", "the folder that holds the standards")
OUTPUT: Words = ("写到文件，格式由后缀定", "write to a file; its suffix decides the format")
PATHS: Words = ("文件或文件夹", "files or folders")
CLASSES = ("editorial", "wording", "requirement", "structure", "scoring")
SHELLS = ("bash", "zsh", "fish", "powershell")


def of_editing(made: dict[str, argparse.ArgumentParser], say: Say) -> None:
    """`fmt`, `watch`, `new`, `lsp`, `completion`."""
    fmt = made["fmt"]
    fmt.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=say(PATHS))
    fmt.add_argument("--check", action="store_true", help=say(("只比较，不写入", "compare, write nothing")))
    fmt.add_argument("--diff", action="store_true", help=say(("显示会改什么，不写入", "show what would change")))
    fmt.add_argument(
        "--keywords", choices=("en", "zh"), help=say(("关键词统一用英文或中文", "all keywords in one language"))
    )

    watch = made["watch"]
    watch.add_argument("spec", nargs="?", type=Path, default=Path("spec"), metavar="SPEC", help=say(SPEC))
    watch.add_argument("--out", type=Path, default=Path("build"), help=say(("输出文件夹", "the output folder")))
    watch.add_argument("--no-build", action="store_true", help=say(("只检查，不生成", "check only, build nothing")))

    new = made["new"]
    new.add_argument("folder", type=Path, metavar="FOLDER", help=say(("新文件夹", "the folder to make")))
    new.add_argument(
        "--id", default="", help=say(("标准的标识符；缺省为文件夹名", "the identifier; else the folder's name"))
    )
    new.add_argument("--name", default="", help=say(("标准的名称", "the standard's name")))
    new.add_argument(
        "--keywords", choices=("en", "zh"), help=say(("关键词用英文或中文", "the language of the keywords"))
    )

    made["lsp"].add_argument(
        "--stdio",
        action="store_true",
        help=say(("经标准输入输出通信（缺省）", "talk over stdin and stdout (the default)")),
    )
    made["completion"].add_argument("shell", choices=SHELLS)


def of_revisions(made: dict[str, argparse.ArgumentParser], say: Say) -> None:
    """`diff`."""
    place: Words = ("文件夹、文件或 git 版本", "a folder, a file or a git revision")
    diff = made["diff"]
    diff.add_argument("old", metavar="OLD", help=say(place))
    diff.add_argument("new", nargs="?", default="spec", metavar="NEW", help=say(place))
    diff.add_argument("--format", choices=("text", "json", "markdown", "html"), default="text")
    diff.add_argument("-o", "--output", type=Path, metavar="FILE", help=say(OUTPUT))
    diff.add_argument(
        "--table", choices=("changes", "log", "comparison"), default="changes",
        help=say(("改动清单、变更记录或修订对照表", "the changes, a change log or the drafting group's comparison table")),
    )  # fmt: skip
    diff.add_argument(
        "--fail-on",
        choices=CLASSES,
        help=say(("有这一类或更重的改动就失败", "fail on a change of this class or graver")),
    )
    diff.add_argument(
        "--waivers",
        type=Path,
        metavar="FILE",
        help=say(("已同意的改动，各附理由", "changes agreed to, each with its reason")),
    )


def of_methods(made: dict[str, argparse.ArgumentParser], say: Say) -> None:
    """`drift`, `analyse`."""
    drift = made["drift"]
    drift.add_argument(
        "standard",
        nargs="?",
        default="",
        metavar="STANDARD",
        help=say(("来自另一标准的部分；缺省为全部", "a part of another standard; else all")),
    )
    drift.add_argument(
        "--old",
        metavar="OLD",
        help=say(("与旧版比较：文件夹或 git 版本", "compare with an old edition: a folder or a git revision")),
    )
    drift.add_argument("--format", choices=("text", "json", "markdown", "html"), default="text")
    drift.add_argument("-o", "--output", type=Path, metavar="FILE", help=say(OUTPUT))
    drift.add_argument("--spec", type=Path, default=Path("spec"), help=say(SPEC))

    analyse = made["analyse"]
    analyse.add_argument("standard", metavar="STANDARD", help=say(("标准或剖面", "a standard or a profile")))
    analyse.add_argument(
        "assessment",
        nargs="?",
        type=Path,
        metavar="ASSESSMENT",
        help=say(("评估文件：权重和门槛能动多少", "an assessment: how far weights and threshold can move")),
    )
    analyse.add_argument("--profile", metavar="NAME", help=say(("按此剖面", "by this profile")))
    analyse.add_argument("--format", choices=("text", "json", "markdown", "html"), default="text")
    analyse.add_argument("-o", "--output", type=Path, metavar="FILE", help=say(OUTPUT))
    analyse.add_argument("--spec", type=Path, default=Path("spec"), help=say(SPEC))
