"""Folders under git, and the `ctmm` of this tree as a program that hooks and workflows find.

git is called in a plain environment: no configuration of the machine matters, nor that of a hook that runs the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.commands.calling import ROOT

_WHO = ("-c", "user.name=tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *_WHO, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def begun(folder: Path) -> None:
    """Make a folder a repository whose first commit has all that is in it."""
    git(folder, "init", "-q", "-b", "main")
    committed(folder)


def committed(folder: Path, message: str = "x") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def program(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m ctmm_dsl "$@"\n')
    file.chmod(0o755)
