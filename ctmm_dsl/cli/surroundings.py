"""What the command learns from where it runs: language, colour, streams. The only room that looks at the environment."""

from __future__ import annotations

import io
import locale
import os
import shutil
import sys
from typing import TextIO

WIDEST = 110
"""Longer lines are not read well."""


def language() -> str:
    """zh where the locale is Chinese, else en."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def colour(stream: TextIO | None = None) -> bool:
    """Colour only where a stream (standard output, unless said otherwise) is a terminal and NO_COLOR is not set (no-color.org)."""
    return (stream or sys.stdout).isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def environment_of_git() -> dict[str, str]:
    """The environment without what a hook of git is told: which repository is meant is for the folder to say."""
    told = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
    return {name: value for name, value in os.environ.items() if name not in told}


def width() -> int:
    """How many cells a terminal is across, as far as a line is still read well; 0 where there is none: a pipe is given whole lines."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else 0


def prepare_streams() -> None:
    """UTF-8 whatever the locale, and nothing that cannot be written ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() and stream.encoding.lower() != "ascii" else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
