"""Calling `ctmm` as a user does: in a folder of one's own, in a plain environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def ctmm(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `ctmm` in an English, plain environment unless told otherwise."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    surroundings |= {"PYTHONPATH": str(ROOT), "LC_ALL": "C", **environment}
    command = [sys.executable, "-m", "ctmm_dsl", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
    )


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, text.count(old)
    file.write_text(text.replace(old, new), "utf-8")


def break_a_weight(project: Path) -> None:
    edit(project / "spec/ctmm-key.ctmm", "subdomain AR.4 运营运维 40%", "subdomain AR.4 运营运维 30%")


def no_trace(done: subprocess.CompletedProcess[str]) -> None:
    assert "Traceback" not in done.stderr + done.stdout, done.stderr
