"""What the documents on revisions show is what happens: every edit made, every file written, every command called in a repository.

`python -m tests.docs.test_revisions` writes the outputs anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ctmm_dsl.revision import grades
from ctmm_dsl.revision.names import CLASS_NAMES
from ctmm_dsl.revision.values import WHO
from tests.commands.repositories import begun, git

ROOT = Path(__file__).parents[2]
NAMES = {"en": "revisions.md", "zh": "修订.md"}
LOCALES = {"en": "C", "zh": "zh_CN.UTF-8"}
_STEP = re.compile(
    r"<!-- edit (?P<edited>\S+): (?P<old>.+?) => (?P<new>.+?) -->"
    r"|<!-- file (?P<file>\S+) -->\n```text\n(?P<text>.*?)```|```console\n(?P<console>.*?)```",
    re.S,
)


class Walk:
    """A copy of the shipped spec in a repository, its edition tagged v1; `status` is that of the last command."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language, self.status = folder, language, 0
        shutil.copytree(ROOT / "spec", folder / "spec")
        begun(folder)
        git(folder, "tag", "v1")

    def took(self, step: re.Match[str]) -> str:
        if step["edited"]:
            file = self.folder / step["edited"]
            text = file.read_text("utf-8")
            assert text.count(step["old"]) == 1, step["old"]
            file.write_text(text.replace(step["old"], step["new"]), "utf-8")
            return step.group()
        if step["file"]:
            (self.folder / step["file"]).write_text(step["text"], "utf-8")
            return step.group()
        commands = re.findall(r"(?m)^\$ (.*)$", step["console"])
        return "```console\n" + "".join(f"$ {command}\n{self.run(command)}" for command in commands) + "```"

    def run(self, command: str) -> str:
        if command == "echo $?":
            return f"{self.status}\n"
        program, *arguments = command.split()
        assert program == "ctmm"
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": LOCALES[self.language]}
        done = subprocess.run(
            [sys.executable, "-m", "ctmm_dsl", *arguments], cwd=self.folder, env=environment, capture_output=True, text=True,
            encoding="utf-8", check=False,
        )  # fmt: skip
        self.status = done.returncode
        return done.stdout + done.stderr


def walked(language: str, folder: Path) -> str:
    walk = Walk(folder, language)
    return _STEP.sub(walk.took, (ROOT / "docs" / NAMES[language]).read_text("utf-8"))


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@pytest.mark.parametrize("language", NAMES)
def test_the_walk(language: str, tmp_path: Path) -> None:
    text = (ROOT / "docs" / NAMES[language]).read_text("utf-8")
    assert len(_STEP.findall(text)) == 9
    assert walked(language, tmp_path) == text


@pytest.mark.parametrize(
    ("language", "words"), [("en", ("cities", "integrators", "document")), ("zh", ("城市", "系统", "文件"))]
)
def test_the_classes_are_those_of_the_compiler(language: str, words: tuple[str, ...]) -> None:
    text = (ROOT / "docs" / NAMES[language]).read_text("utf-8")
    begun = tuple(f"| {names[language]} |" for names in CLASS_NAMES.values())
    rows = [line.strip("| ").split(" | ") for line in text.split("\n") if line.startswith(begun)]
    assert [row[0] for row in rows] == [names[language] for names in CLASS_NAMES.values()]
    for row, hurt in zip(rows, grades.HURT.values(), strict=True):
        assert [who for who, word in zip(WHO, words, strict=True) if word in row[2]] == list(hurt)


def test_both_documents_show_the_same() -> None:
    texts = [(ROOT / "docs" / name).read_text("utf-8") for name in NAMES.values()]
    for pattern in (r"(?m)^<!-- edit .*$", r"(?m)^\$ .*$", r"(?m)^\| (`[^|]*?`)"):
        one, other = (re.findall(pattern, text.replace("、", ", ")) for text in texts)
        assert one == other and one


if __name__ == "__main__":
    for language in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            text = walked(language, Path(folder))
            (ROOT / "docs" / NAMES[language]).write_text(text, "utf-8")
