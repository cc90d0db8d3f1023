"""The tutorial, taken as it stands: every command called, every edit made, every file written, every output compared.

`python -m tests.docs.test_tutorial` writes the outputs anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIALS = {"docs/tutorial.md": "C.UTF-8", "docs/教程.md": "zh_CN.UTF-8"}
_STEP = re.compile(
    r"<!-- edit (?P<file>\S+): (?P<old>.+?) => (?P<new>.+?) -->"
    r"|<!-- file (?P<name>\S+) -->\n```json\n(?P<json>.*?)```"
    r"|```console\n(?P<console>.*?)```",
    re.S,
)


class Walk:
    """Someone who follows a tutorial: where they are, and what language their terminal speaks."""

    def __init__(self, folder: Path, locale: str) -> None:
        self.folder = folder
        who = {"NAME": "editor", "EMAIL": "editor@example.org", "DATE": "2026-01-01T00:00:00Z"}
        git = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
        self.environment = {
            **os.environ, **git, "PYTHONPATH": str(ROOT), "LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "1",
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        }  # fmt: skip

    def take(self, step: re.Match[str]) -> str:
        if step["name"]:
            (self.folder / step["name"]).write_text(step["json"], "utf-8")
        elif step["file"]:
            file = self.folder / step["file"]
            text = file.read_text("utf-8")
            assert text.count(step["old"]) == 1, step["old"]
            file.write_text(text.replace(step["old"], step["new"]), "utf-8")
        else:
            commands = re.findall(r"(?m)^\$ (.*)$", step["console"])
            return "```console\n" + "".join(f"$ {command}\n{self.call(command)}" for command in commands) + "```"
        return step.group()

    def call(self, command: str) -> str:
        program, *arguments = shlex.split(command)
        if program == "cd":
            self.folder = self.folder / arguments[0]
            return ""
        assert program in ("ctmm", "git")
        start = [sys.executable, "-m", "ctmm_dsl"] if program == "ctmm" else ["git"]
        done = subprocess.run(
            [*start, *arguments], cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", check=False,
        )  # fmt: skip
        return done.stdout


def walked(text: str, folder: Path, locale: str) -> str:
    """A tutorial whose steps were taken in a new folder, with what its commands print put where that stands."""
    return _STEP.sub(Walk(folder, locale).take, text)


@pytest.mark.parametrize("name", TUTORIALS)
def test_the_tutorial(name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert len(_STEP.findall(text)) > 15
    assert walked(text, tmp_path, TUTORIALS[name]) == text


def test_both_take_the_same_steps() -> None:
    """The same commands in the same order, but for the names that are given."""
    english, chinese = (re.findall(r"(?m)^\$ (\w+ \S+)", (ROOT / name).read_text("utf-8")) for name in TUTORIALS)
    assert [step for step in english if "cd " not in step] == [step for step in chinese if "cd " not in step]


if __name__ == "__main__":
    for name, locale in TUTORIALS.items():
        with tempfile.TemporaryDirectory() as folder:
            text = (ROOT / name).read_text("utf-8")
            (ROOT / name).write_text(walked(text, Path(folder), locale), "utf-8")
