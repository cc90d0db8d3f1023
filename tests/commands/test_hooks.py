"""The hooks for pre-commit, run by pre-commit itself in a repository of a project that keeps standards.

A project installs them from this repository (`language: python`); here they run the `ctmm` that is being tested, without a network.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.commands.calling import ROOT, ctmm
from tests.commands.repositories import git, program

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")

IDS = ("ctmm-check", "ctmm-fmt", "ctmm-build-check")
TIDY = "standard x 示例\n  edition  1\n  layers   域\n\ndomain A 甲\n"


def hooks() -> list[dict[str, Any]]:
    return list(yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")))


def test_the_hooks_have_the_shape_that_pre_commit_asks_for() -> None:
    assert tuple(hook["id"] for hook in hooks()) == IDS
    for hook in hooks():
        assert {"id", "name", "entry", "language"} <= hook.keys()
        assert hook["language"] == "python"
        program, command, *_ = hook["entry"].split()
        assert program == "ctmm"
        assert ctmm(command, "--help", cwd=ROOT).returncode == 0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a standard in the style, its build, and the hooks."""
    if not shutil.which("pre-commit", path=search_path(tmp_path)):
        pytest.skip("pre-commit is not installed")
    program(tmp_path / "bin/ctmm")
    where = tmp_path / "project"
    (where / "spec").mkdir(parents=True)
    (where / "spec/x.ctmm").write_text(TIDY, "utf-8")
    local = [{**hook, "language": "system"} for hook in hooks()]
    config = {"repos": [{"repo": "local", "hooks": local}]}
    (where / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    assert ctmm("build", cwd=where).returncode == 0
    (where / ".gitignore").write_text("build/**/*.xlsx\nbuild/.stamp.json\n")
    git(where, "init", "-q")
    return where


def search_path(folder: Path) -> str:
    return os.pathsep.join((str(folder / "bin"), str(Path(sys.executable).parent), os.environ.get("PATH", "")))


def failed(project: Path) -> set[str]:
    """Run all hooks on all files; those that failed."""
    folder = project.parent
    surroundings = {"PATH": search_path(folder), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    git(project, "add", "-A")
    command = ["pre-commit", "run", "--all-files", "--color", "never"]
    done = subprocess.run(command, cwd=project, env=surroundings, capture_output=True, encoding="utf-8", check=False)
    ended = [line for line in done.stdout.splitlines() if line.endswith(("Passed", "Failed"))]
    assert len(ended) == len(IDS), done.stdout + done.stderr
    found = set(re.findall(r"(?m)^- hook id: (.+)$", done.stdout))
    assert bool(found) == bool(done.returncode)
    return found


def test_pre_commit_runs_the_hooks(project: Path) -> None:
    assert failed(project) == set()
    file = project / "spec/x.ctmm"
    file.write_text(TIDY.replace("甲", "乙").replace("  edition  1", "  edition 1"), "utf-8")
    assert failed(project) == {"ctmm-fmt", "ctmm-build-check"}
    assert file.read_text("utf-8") == TIDY.replace("甲", "乙")
    file.write_text(TIDY.replace("  edition  1\n", "").replace("layers   ", "layers  "), "utf-8")
    assert failed(project) == {"ctmm-check", "ctmm-build-check"}
