"""Editors that colour texts: each says what it makes of every place that it is asked about.

In: samples. Out: for each sample the role at each place, or nothing where a text is left plain. Programs that are not installed are skipped
with a reason.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path

import pytest

from generators.editors.textmate import SCOPES
from tests.editors.texts import ROOT, Sample

EDITORS = ROOT / "editors"
EXTENSION = EDITORS / "vscode"
HERE = Path(__file__).parent
NODE = shutil.which("node")

Asked = Callable[[Sequence[Sample], Path], Iterator[dict[int, str]]]


def npm_module(name: str) -> Path:
    """A module of the extension's development, or the test is skipped."""
    folder = EXTENSION / "node_modules" / name
    if not NODE or not folder.is_dir():
        pytest.skip(f"{name} is not installed: npm ci --prefix editors/vscode")
    return folder


def program(*names: str) -> str:
    """A program by the first of its names that is there, or the test is skipped."""
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        pytest.skip(f"{names[0]} is not installed")
    return found


def places(sample: Sample) -> list[int]:
    """The places that are asked about: where each stretch of a kind begins and ends."""
    return sorted({at for start, end, _ in sample.runs() for at in (start, end - 1)})


def textmate(samples: Sequence[Sample], folder: Path) -> Iterator[dict[int, str]]:
    """The library that VS Code itself uses."""
    npm_module("vscode-textmate")
    npm_module("vscode-oniguruma")
    assert NODE
    command = [NODE, str(HERE / "tokenise.mjs"), str(EXTENSION)]
    data = json.dumps([sample.text for sample in samples]).encode()
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    for sample, lines in zip(samples, json.loads(done.stdout), strict=True):
        found: dict[int, str] = {}
        at = 0
        for text, tokens in zip(sample.text.split("\n"), lines, strict=True):
            for start, end, scope, _ in tokens:
                first, last = (at + _characters(text, column) for column in (start, end))
                found |= dict.fromkeys(range(first, last), _role_of_scope(scope))
            at += len(text) + 1
        yield found


def _characters(text: str, column: int) -> int:
    """A UTF-16 column as a number of characters."""
    return len(text.encode("utf-16-le")[: 2 * column].decode("utf-16-le"))


def _role_of_scope(scope: str) -> str:
    named = {f"{name}.ctmm": role for role, name in SCOPES.items()} | {"comment.line.number-sign.ctmm": "comment"}
    assert scope in named or scope.startswith(("source.", "meta.block.", "invalid.")), scope
    return "wrong" if scope.startswith("invalid") else named.get(scope, "")


def vim(samples: Sequence[Sample], folder: Path) -> Iterator[dict[int, str]]:
    return _vim([program("vim"), "-es"], samples, folder)


def neovim(samples: Sequence[Sample], folder: Path) -> Iterator[dict[int, str]]:
    return _vim([program("nvim"), "--headless", "-es"], samples, folder)


def _vim(command: list[str], samples: Sequence[Sample], folder: Path) -> Iterator[dict[int, str]]:
    for number, sample in enumerate(samples):
        (folder / f"{number}.ctmm").write_text(sample.text, "utf-8", newline="\n")
        asked = [f"{row} {column}" for row, column in map(_byte_place(sample.text), places(sample))]
        (folder / f"{number}.places").write_text("\n".join(asked) + "\n", "utf-8")
    preset = f"let g:texts = '{folder}' | let g:editor = '{EDITORS / 'vim'}'"
    done = subprocess.run(
        [*command, "-u", "NONE", "-i", "NONE", "-n", "--cmd", preset, "-S", str(HERE / "colours.vim")],
        stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    for number, sample in enumerate(samples):
        said = (folder / f"{number}.colours").read_text("utf-8").splitlines()
        yield {at: _role_of_item(line) for at, line in zip(places(sample), said, strict=True)}


def _role_of_item(line: str) -> str:
    found = re.match(r"ctmm(?!Block)([A-Z][a-z]+)", line)
    return found[1].lower() if found else ""


def _byte_place(text: str) -> Callable[[int], tuple[int, int]]:
    def place(at: int) -> tuple[int, int]:
        start = text.rfind("\n", 0, at) + 1
        return text.count("\n", 0, at) + 1, len(text[start:at].encode()) + 1

    return place


_SPAN = re.compile(r'<span style="([^"]*)">(.*?)</span>|([^<]+)')


def kate(samples: Sequence[Sample], folder: Path) -> Iterator[dict[int, str]]:
    """KDE's own highlighter, on all samples in one file. Every role is given a colour of its own, to be told by."""
    tool = program("kate-syntax-highlighter", "ksyntaxhighlighter6")
    definition = (EDITORS / "kate/ctmm.xml").read_text("utf-8")
    names = re.findall(r'<itemData name="(\w+)"', definition)
    colours = {name: f"#0000{number:02x}" for number, name in enumerate(names, 1)}
    for name, colour in colours.items():
        definition = definition.replace(f'<itemData name="{name}" ', f'<itemData name="{name}" color="{colour}" ')
    home = folder / "org.kde.syntax-highlighting/syntax"
    home.mkdir(parents=True)
    (home / "ctmm.xml").write_text(definition, "utf-8")
    (folder / "all.ctmm").write_text("".join(sample.text.rstrip("\n") + "\n" for sample in samples), "utf-8")
    done = subprocess.run(
        [tool, "-f", "html", "-t", "Breeze Light", "all.ctmm"], cwd=folder, capture_output=True, check=False, timeout=60,
        env={"XDG_DATA_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "HOME": str(folder)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    shown = re.search(r"<pre>\n(.*)</pre>", done.stdout.decode(), re.S)
    assert shown
    lines = iter(shown[1].split("\n"))
    roles = {colour: name for name, colour in colours.items()}
    for sample in samples:
        found: dict[int, str] = {}
        at = 0
        for line in sample.text.rstrip("\n").split("\n"):
            start = at
            for style, inside, plain in _SPAN.findall(next(lines)):
                text = unescape(inside or plain)
                colour = re.search(r"(?<![-\w])color:(#\w+)", style)
                found |= dict.fromkeys(range(at, at + len(text)), roles[colour[1]] if colour else "")
                at += len(text)
            assert at == start + len(line), line
            at += 1
        yield found


ENGINES: dict[str, Asked] = {"textmate": textmate, "vim": vim, "neovim": neovim, "kate": kate}
