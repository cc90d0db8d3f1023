"""The command line's words: every command, its arguments and what they are for, in both languages."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from ctmm_dsl import __version__
from ctmm_dsl.cli.editing_arguments import of_editing, of_methods, of_revisions

COMMANDS = {
    "check": ("检查标准，列出发现的问题", "check standards and list what is found"),
    "build": ("由标准生成全部产物", "make every artefact from the standards"),
    "score": ("给一份评估打分", "score an assessment"),
    "report": ("写评估报告；几份评估则比较", "report on an assessment; compare several"),
    "answers": (
        "取出工作簿或 CSV 里的答案，或把答案填进工作簿",
        "take the answers out of a workbook or CSV, or fill one in",
    ),
    "audit": (
        "审计工作簿：公式、权重、校验、保护是否原样",
        "audit a workbook: formulas, weights, validations, protection",
    ),
    "pin": ("在对照的各行记下判定所依据的文字", "write down on which texts the rows of a crosswalk were judged"),
    "show": ("查看一个节点或条款：内容、来源、对应、问题", "show a node or clause: text, source, mapping, findings"),
    "explain": ("说明一个检查代码", "explain a finding's code"),
    "list": ("列出标准、生成器或检查代码", "list standards, generators or codes"),
    "fmt": ("把标准文件排成统一的样式", "lay standards out in the one style"),
    "diff": ("两版标准之间改了什么", "what a revision changes in meaning"),
    "drift": ("部分与整体是否走样：来源、措辞、要求", "how far a part has drifted from the whole that it comes from"),
    "analyse": ("分析计分方法：每一级最少要满足什么", "what the scoring method does: the least that each level takes"),
    "watch": ("边改边查，随时重新生成", "check and rebuild whenever a file changes"),
    "new": ("新建一个可以直接生成的小标准", "start a small standard that builds at once"),
    "lsp": ("供编辑器使用的语言服务器", "the language server, for editors"),
    "completion": ("输出命令补全脚本", "print the shell's completion script"),
}
"""Every command and what it does; each is a module of this package."""

Words = tuple[str, str]


def parse(argv: Sequence[str], language: str) -> argparse.Namespace:
    """The arguments of a call. Exits with 2 where they make no sense, with 0 after --help and --version."""
    arguments = parser("en" if language == "en" else "zh").parse_args(argv)
    arguments.lang = arguments.lang or language
    return arguments


def parser(language: str) -> argparse.ArgumentParser:
    def say(words: Words) -> str:
        return words[0 if language == "zh" else 1]

    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=("zh", "en"), help=say(("输出语言", "language of the output")))
    parser = argparse.ArgumentParser(
        prog="ctmm", description=say(("标准的编译器", "a compiler for standards")), allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"ctmm {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    made = {
        name: commands.add_parser(name, help=say(words), description=say(words), parents=[shared], allow_abbrev=False)
        for name, words in COMMANDS.items()
    }
    spec: Words = ("标准所在的文件夹", "the folder that holds the standards")

    check = made["check"]
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=say(("文件或文件夹", "files or folders")))
    check.add_argument("--format", choices=("text", "json", "sarif", "github"), default="text")
    check.add_argument("--no-wording", action="store_true", help=say(("不报告措辞建议", "leave wording alone")))
    check.add_argument("--strict", action="store_true", help=say(("任何发现都算失败", "any finding is a failure")))
    check.add_argument("--fix", action="store_true", help=say(("能直接改的先改好", "mend what takes no decision")))

    build = made["build"]
    build.add_argument("spec", nargs="?", type=Path, default=Path("spec"), metavar="SPEC", help=say(spec))
    build.add_argument("--out", type=Path, default=Path("build"), help=say(("输出文件夹", "the output folder")))
    build.add_argument("--only", default="", metavar="NAME,…", help=say(("只运行这些生成器", "only these generators")))
    build.add_argument("--check", action="store_true", help=say(("只比较，不写入", "compare, write nothing")))
    build.add_argument("--list", action="store_true", help=say(("只列出会生成的文件", "list the files, write nothing")))

    _of_scores(made, say)
    _of_reports(made, say)
    _of_workbooks(made, say)
    of_editing(made, say)
    of_revisions(made, say)
    of_methods(made, say)

    pin = made["pin"]
    pin.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=say(("文件或文件夹", "files or folders")))
    pin.add_argument(
        "--row", action="append", default=[], metavar="SUBJECT[,TARGET]",
        help=say(("这些行已重新判定，按现在的文字更新", "these rows were judged anew: renew them")),
    )  # fmt: skip
    pin.add_argument("--check", action="store_true", help=say(("只比较，不写入", "compare, write nothing")))

    show = made["show"]
    show.add_argument("id", metavar="ID", help=say(("如 AR.1.1、ctmm-key:AR.1/1a", "like AR.1.1, ctmm-key:AR.1/1a")))
    show.add_argument("--spec", type=Path, default=Path("spec"), help=say(spec))

    made["explain"].add_argument("code", metavar="CODE", help=say(("如 CT3001", "like CT3001")))

    listing = made["list"]
    listing.add_argument("what", choices=("standards", "generators", "codes"))
    listing.add_argument("--spec", type=Path, default=Path("spec"), help=say(spec))
    return parser


def _of_scores(made: dict[str, argparse.ArgumentParser], say: Callable[[Words], str]) -> None:
    spec: Words = ("标准所在的文件夹", "the folder that holds the standards")
    score = made["score"]
    score.add_argument("standard", metavar="STANDARD", help=say(("标准或剖面", "a standard or a profile")))
    score.add_argument("assessment", type=Path, metavar="ASSESSMENT", help=say(("评估文件", "the assessment")))
    score.add_argument("--format", choices=("text", "json"), default="text")
    score.add_argument(
        "--partial", action="store_true", help=say(("允许缺答，给出上下限", "answers may be missing: give bounds"))
    )
    score.add_argument(
        "--explain", action="store_true", help=say(("说明每个数由何而来", "say where every number comes from"))
    )
    score.add_argument("--profile", metavar="NAME", help=say(("按此剖面打分", "score by this profile")))
    score.add_argument("--spec", type=Path, default=Path("spec"), help=say(spec))


def _of_reports(made: dict[str, argparse.ArgumentParser], say: Callable[[Words], str]) -> None:
    spec: Words = ("标准所在的文件夹", "the folder that holds the standards")
    report = made["report"]
    report.add_argument("standard", metavar="STANDARD", help=say(("标准或剖面", "a standard or a profile")))
    report.add_argument(
        "assessments", nargs="+", type=Path, metavar="ASSESSMENT", help=say(("评估文件", "assessments"))
    )
    report.add_argument(
        "-o", "--output", type=Path, default=Path("-"), metavar="FILE",
        help=say(("写到 .html、.md 或 .docx 文件；缺省为标准输出", "an .html, .md or .docx file; else standard output")),
    )  # fmt: skip
    report.add_argument(
        "--partial", action="store_true", help=say(("允许缺答，按最低计", "answers may be missing: count the worst"))
    )
    report.add_argument("--profile", metavar="NAME", help=say(("按此剖面打分", "score by this profile")))
    report.add_argument(
        "--agreement", action="store_true", help=say(("比较两位评估人的判定", "how far two assessors agree"))
    )
    report.add_argument("--spec", type=Path, default=Path("spec"), help=say(spec))


def _of_workbooks(made: dict[str, argparse.ArgumentParser], say: Callable[[Words], str]) -> None:
    spec: Words = ("标准所在的文件夹", "the folder that holds the standards")
    standard: Words = ("标准或剖面；缺省按文件所写", "a standard or a profile; else as the file says")
    answers = made["answers"]
    answers.add_argument(
        "file", type=Path, metavar="FILE", help=say(("填好的工作簿、CSV 或 JSON", "a workbook, CSV or JSON filled in"))
    )
    answers.add_argument(
        "-o", "--output", type=Path, metavar="FILE",
        help=say(("写到 .json，或填进 .xlsx；缺省为标准输出", "a .json, or an .xlsx to fill in; else standard output")),
    )  # fmt: skip
    answers.add_argument("--standard", metavar="NAME", help=say(standard))
    answers.add_argument("--spec", type=Path, default=Path("spec"), help=say(spec))

    audit = made["audit"]
    audit.add_argument("file", type=Path, metavar="FILE", help=say(("工作簿", "a workbook")))
    audit.add_argument(
        "--list",
        action="store_true",
        help=say(("也列出每个填报单元格的校验", "also list what each answer cell may hold")),
    )
    audit.add_argument("--standard", metavar="NAME", help=say(standard))
    audit.add_argument("--spec", type=Path, default=Path("spec"), help=say(spec))
