"""`ctmm fmt`: standards in the one style. A file of which a line cannot be read is left as it is, and told."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from ctmm_dsl.cli.saying import say
from ctmm_dsl.cli.surroundings import colour
from ctmm_dsl.findings import Finding
from ctmm_dsl.format import formatted
from ctmm_dsl.parser import parse
from ctmm_dsl.reading import find, read_bytes, understand
from ctmm_dsl.render import terminal
from ctmm_dsl.source import Source
from generators.writer import save

COLOURS = {"+": "32", "-": "31", "@": "36"}


@dataclass(frozen=True)
class Laid:
    """A file, its bytes and text, and the text in the one style."""

    file: Path
    data: bytes
    source: Source
    text: str

    @property
    def changes(self) -> bool:
        """Whether the file's bytes would be others: line ends and a byte-order mark are of the style too."""
        return self.text.encode() != self.data


def run(arguments: Namespace) -> int:
    laid: list[Laid] = []
    findings: list[Finding] = []
    unread: list[Path] = []
    for file in find(arguments.paths or [Path("spec")]):
        one = _lay_out(file, arguments.keywords)
        if isinstance(one, Laid):
            laid.append(one)
        else:
            unread.append(file)
            findings += one
    changing = [one for one in laid if one.changes]
    if arguments.diff:
        sys.stdout.writelines(line for one in changing for line in _difference(one, arguments.lang))
    elif not arguments.check:
        for one in changing:
            save(one.file, one.text.encode())
    _tell(arguments, changing, unread, len(laid))
    sys.stdout.write(terminal.render(sorted(findings, key=Finding.order), arguments.lang, colour=colour()))
    return 1 if unread or (arguments.check and changing) else 0


def _lay_out(file: Path, keywords: str | None) -> Laid | list[Finding]:
    """A file in the one style, or what keeps it from being read."""
    data = read_bytes(file)
    source = understand(file.as_posix(), data)
    if isinstance(source, Finding):
        return [source]
    text = formatted(source, keywords)
    return parse(source).findings if text is None else Laid(file, data, source, text)


def _tell(arguments: Namespace, changing: list[Laid], unread: list[Path], of: int) -> None:
    writes = not (arguments.check or arguments.diff)
    if not arguments.diff:
        for one in changing:
            zh, en = ("已重排", "laid out") if writes else ("样式不同", "differs from the style")
            say(arguments.lang, f"{zh}：{one.file}", f"{en}: {one.file}")
    for file in unread:
        say(arguments.lang, f"读不懂，未动：{file}", f"cannot be read, left alone: {file}")
    if changing and arguments.check:
        say(arguments.lang, "请运行 ctmm fmt", "run ctmm fmt")
    elif writes or not changing:
        files = "file" if of == 1 else "files"
        zh = f"共 {of} 个文件，重排 {len(changing)} 个" if changing else f"{of} 个文件，都合乎样式"
        en = f"{of} {files}, {len(changing)} laid out" if changing else f"{of} {files}, all in the style"
        if of:
            say(arguments.lang, zh, en)


def _difference(one: Laid, language: str) -> Iterator[str]:
    """What would change, as a unified diff."""
    old, new = one.source.text.split("\n"), one.text.split("\n")
    for line in unified_diff(old, new, one.source.path, one.source.path, lineterm=""):
        code = "1" if line.startswith(("---", "+++")) else COLOURS.get(line[:1])
        yield f"\x1b[{code}m{line}\x1b[0m\n" if code and colour() else f"{line}\n"
    if one.source.text.encode() != one.data:
        zh, en = "行尾或字节顺序标记改为一致", "line ends or the byte-order mark change"
        yield f"{one.file}：{zh}\n" if language == "zh" else f"{one.file}: {en}\n"
