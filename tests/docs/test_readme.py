"""The README's walk through a revision, run as it stands: every edit made, every command called, every output compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_STEP = re.compile(r"<!-- edit (?P<file>\S+): (?P<old>.+?) => (?P<new>.+?) -->|```console\n(?P<console>.*?)```", re.S)


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_walk_through(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    shutil.copytree(ROOT / "build", tmp_path / "build")
    steps = list(_STEP.finditer((ROOT / name).read_text("utf-8")))
    assert len(steps) == 5
    for step in steps:
        if step["console"]:
            for part in filter(None, re.split(r"(?m)^\$ ", step["console"])):
                command, _, expected = part.partition("\n")
                assert run(command, tmp_path) == expected, command
        else:
            file = tmp_path / step["file"]
            text = file.read_text("utf-8")
            assert text.count(step["old"]) == 1
            file.write_text(text.replace(step["old"], step["new"]), "utf-8")


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
