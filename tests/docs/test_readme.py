"""The README's walk through a revision, run as it stands: every edit made, every command called, every output compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_STEP = re.compile(r"<!-- edit (?P<file>\S+): (?P<old>.+?) => (?P<new>.+?) -->|```console\n(?P<console>.*?)```", re.S)


NAMES = ("README.md", "README.zh.md")


@pytest.mark.parametrize("name", NAMES)
def test_the_walk_through(name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert len(_STEP.findall(text)) == 5
    assert walked(text, tmp_path) == text


def walked(text: str, folder: Path) -> str:
    """A README whose walk was taken: every edit made in a copy, every command called, its output put where one stood."""
    shutil.copytree(ROOT / "spec", folder / "spec")
    shutil.copytree(ROOT / "build", folder / "build")
    run("ctmm build", folder)  # what is built and not committed
    return _STEP.sub(lambda step: took(step, folder), text)


def took(step: re.Match[str], folder: Path) -> str:
    if step["console"] is None:
        file = folder / step["file"]
        text = file.read_text("utf-8")
        assert text.count(step["old"]) == 1
        file.write_text(text.replace(step["old"], step["new"]), "utf-8")
        return step.group()
    commands = re.findall(r"(?m)^\$ (.*)$", step["console"])
    return "```console\n" + "".join(f"$ {command}\n{run(command, folder)}" for command in commands) + "```"


def run(command: str, folder: Path) -> str:
    program, *arguments = command.split()
    assert program == "ctmm"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "ctmm_dsl", *arguments], cwd=folder, env=environment, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert not done.stderr
    return done.stdout


def test_both_readmes_show_the_same() -> None:
    english, chinese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md"))
    for pattern in (r"(?m)^<!-- edit .*$", r"\]\(((?!README)[^)]+)\)"):
        one, other = sorted(re.findall(pattern, english)), sorted(re.findall(pattern, chinese))
        assert one == other


if __name__ == "__main__":
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            text = (ROOT / name).read_text("utf-8")
            (ROOT / name).write_text(walked(text, Path(folder)), "utf-8")
