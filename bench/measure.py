"""How things are timed: process time, repetitions of the things compared taken in turn, medians.

In: commands or functions. Out: seconds, and a `Figure` a line of the report. Nothing here knows what is measured.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import process_time

ROOT = Path(__file__).parent.parent

PEAK = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(done.returncode)
"""
"""A small process that runs a command and says its peak memory: a child counts its parent's memory as its own until it begins."""


@dataclass(frozen=True)
class Figure:
    """A line of the report: what is compared, how much more it takes, how much is aimed at (at most), the absolute figures."""

    name: str
    ratio: float | None
    aim: float | None
    absolute: dict[str, float] = field(default_factory=dict)
    unit: str = "ms"

    @property
    def met(self) -> bool | None:
        return None if self.ratio is None or self.aim is None else self.ratio <= self.aim


class Surroundings:
    """Where children run: at the project's root, with compiled modules kept in a folder of their own, so that neither the project's
    folder nor whoever runs this makes a difference."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.variables = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        self.variables |= {"PYTHONPYCACHEPREFIX": str(folder / "pycache"), "PYTHONHASHSEED": "0"}

    def seconds(self, command: Sequence[str]) -> float:
        """User and system time of one run of a command. Raises `CalledProcessError` where it fails."""
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, cwd=ROOT, env=self.variables, check=True, stdout=subprocess.DEVNULL)
        after = getrusage(RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def output(self, command: Sequence[str]) -> str:
        done = subprocess.run(command, cwd=ROOT, env=self.variables, check=True, stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8")

    def peak(self, command: Sequence[str]) -> float:
        """Peak memory of a command, in MB."""
        kilobytes = int(self.output([sys.executable, "-c", PEAK, *command]))
        return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def in_turn(times: int, *measured: Callable[[], float]) -> list[float]:
    """The median of each of several measurements, taken in turn so that a slow moment strikes all of them."""
    rounds = [[one() for one in measured] for _ in range(times)]
    return [median(column) for column in zip(*rounds, strict=True)]


def time_of(function: Callable[[], object]) -> float:
    begun = process_time()
    function()
    return process_time() - begun
