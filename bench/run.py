"""`make bench`: every figure beside what is aimed at. Nothing here passes or fails: it is read by people, or with --json by programs.

All times are process time, medians of repetitions in turn; a ratio compares what was measured side by side in this very run.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import city, compiler, form, keystrokes, scoring, workbook
from bench.measure import Figure, Surroundings
from ctmm_dsl.source import cells

TIMES = 9


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--times", type=int, default=TIMES, help="repetitions of each measurement")
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="ctmm-bench-") as folder:
        figures = list(_figures(Surroundings(Path(folder)), chosen.times))
    text = _as_json(figures) if chosen.json else _as_table(figures)
    sys.stdout.buffer.write((text + "\n").encode("utf-8"))
    return 0


def _figures(surroundings: Surroundings, times: int) -> Iterator[Figure]:
    yield from compiler.figures(surroundings, times)
    yield from scoring.figures(compiler.generated(surroundings, scoring.KEY), times)
    yield from city.figures(compiler.generated(surroundings, city.CITY), times)
    yield from workbook.figures(times)
    yield from form.figures(times)
    yield from keystrokes.figures()


def _as_json(figures: list[Figure]) -> str:
    rows = [
        {
            "name": one.name,
            "ratio": one.ratio,
            "aim": one.aim,
            "met": one.met,
            "unit": one.unit,
            "absolute": one.absolute,
        }
        for one in figures
    ]
    return json.dumps({"python": platform.python_version(), "figures": rows}, ensure_ascii=False, indent=2)


def _as_table(figures: list[Figure]) -> str:
    rows = [("", "ratio", "aim", "", "absolute")]
    for one in figures:
        ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
        aim = "" if one.aim is None else f"≤ {one.aim:.2f}"
        verdict = {None: "", True: "met", False: "missed"}[one.met]
        absolute = ", ".join(f"{name} {value:.1f}" for name, value in one.absolute.items())
        rows.append((one.name, ratio, aim, verdict, f"{absolute} {one.unit}"))
    widths = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = [
        "  ".join(word + " " * (width - cells(word)) for word, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([f"Python {platform.python_version()}, process time, medians", "", *lines])


if __name__ == "__main__":
    sys.exit(main())
