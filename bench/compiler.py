"""The compiler: a cold check beside bare parsing, growth with the size of the spec, a build with nothing to do, memory, and where the
time goes."""

from __future__ import annotations

import gc
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bench.measure import ROOT, Figure, Surroundings, in_turn, time_of
from ctmm_dsl.findings import ERROR
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.source import Source

SPEC = ROOT / "spec"
CTMM = (sys.executable, "-m", "ctmm_dsl")

_OWN_NAME = re.compile(r"(?m)^(?:standard|profile) (\S+)")
_NAMED = r"(?m)^((?:standard|profile|crosswalk|  subset-of|  scoring) .*)$"


def figures(surroundings: Surroundings, times: int) -> Iterator[Figure]:
    yield _cold_check(surroundings, times)
    yield from _growth(max(times // 3, 1))
    yield _idle_build(surroundings, times)
    yield _start(surroundings, times)
    yield _memory(surroundings)
    yield _phases(surroundings, times)


def _cold_check(surroundings: Surroundings, times: int) -> Figure:
    check = [*CTMM, "check", "spec"]
    bare = [sys.executable, "-m", "bench.bare_parse", "spec"]
    surroundings.seconds(check), surroundings.seconds(bare)  # so that every module is compiled
    checked, parsed = in_turn(times, lambda: surroundings.seconds(check), lambda: surroundings.seconds(bare))
    absolute = {"ctmm check": checked * 1e3, "lark alone": parsed * 1e3}
    return Figure("a cold check, to parsing with lark alone", checked / parsed, 3, absolute)


# ---- growth ---------------------------------------------------------------------------------------------------------------


def _growth(times: int) -> Iterator[Figure]:
    """Parse and check of the spec once, 10 times, 100 times over: in a straight line, 10 times the text is 10 times the time."""
    sources, _ = read(find([SPEC]))
    specs = {count: [copy for number in range(count) for copy in _copies(sources, number)] for count in (1, 10, 100)}
    for spec in specs.values():
        outcome = compile_sources(_fresh(spec[: len(sources)]))
        assert not any(finding.entry.severity == ERROR for finding in outcome.findings)

    def compiling(count: int) -> Callable[[], float]:
        def measured() -> float:
            texts = _fresh(specs[count])
            gc.collect()
            gc.disable()  # as the command does
            try:
                return time_of(lambda: compile_sources(texts))
            finally:
                gc.enable()

        return measured

    once, ten, hundred = in_turn(times, *map(compiling, specs))
    yield Figure(
        "a spec 10 times as large, to 10 times the spec", ten / once / 10, 1.2, {"1": once * 1e3, "10": ten * 1e3}
    )
    yield Figure("a spec 100 times as large, to 100 times the spec", hundred / once / 100, 1.2, {"100": hundred * 1e3})


def _copies(sources: list[Source], number: int) -> Iterator[Source]:
    """The whole spec once more, every standard and profile in it under another name."""
    names = [match.group(1) for source in sources for match in _OWN_NAME.finditer(source.text)]
    longest_first = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    name = re.compile(rf"(?<![\w.-])({longest_first})(?![\w.-])")

    def renamed(line: re.Match[str]) -> str:
        return name.sub(rf"\1-{number}", line.group())

    for source in sources:
        text = re.sub(_NAMED, renamed, source.text) if number else source.text
        yield Source(f"{number}/{source.path}", text)


def _fresh(sources: list[Source]) -> list[Source]:
    """Sources that remember nothing of an earlier reading."""
    return [Source(source.path, source.text) for source in sources]


# ---- commands -------------------------------------------------------------------------------------------------------------


def _idle_build(surroundings: Surroundings, times: int) -> Figure:
    out = surroundings.folder / "build"
    build = [*CTMM, "build", "spec", "--out", str(out)]

    def fresh() -> float:
        shutil.rmtree(out, ignore_errors=True)
        return surroundings.seconds(build)

    fresh()
    made, idle = in_turn(times, fresh, lambda: surroundings.seconds(build))
    return Figure(
        "a build with nothing to do, to a whole one", idle / made, 1 / 3, {"idle": idle * 1e3, "whole": made * 1e3}
    )


def _start(surroundings: Surroundings, times: int) -> Figure:
    version, nothing = [*CTMM, "--version"], [sys.executable, "-c", "pass"]
    surroundings.seconds(version)
    started, bare = in_turn(times, lambda: surroundings.seconds(version), lambda: surroundings.seconds(nothing))
    absolute = {"ctmm --version": started * 1e3, "python -c pass": bare * 1e3}
    return Figure("a cold start, to Python's own", started / bare, None, absolute)


def _memory(surroundings: Surroundings) -> Figure:
    out = surroundings.folder / "build-for-memory"
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "check": [*CTMM, "check", "spec"],
        "build": [*CTMM, "build", "spec", "--out", str(out)],
    }
    return Figure(
        "peak memory", None, None, {name: surroundings.peak(command) for name, command in commands.items()}, "MB"
    )


def _phases(surroundings: Surroundings, times: int) -> Figure:
    command = [sys.executable, "-m", "bench.phases", "spec"]
    surroundings.output(command)
    rounds = [json.loads(surroundings.output(command)) for _ in range(times)]
    absolute = {name: median(one[name] for one in rounds) * 1e3 for name in rounds[0]}
    return Figure("where a check's time goes", None, None, absolute)


def generated(surroundings: Surroundings, name: str) -> Path:
    """The scorer that the last build made for a standard."""
    return surroundings.folder / "build" / name / "scorer.py"
