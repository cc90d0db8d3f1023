"""Where the time of a check goes, inside one fresh process: prints the seconds of each step as JSON."""

from __future__ import annotations

import json
import sys
from time import perf_counter

BEGUN = perf_counter()

from pathlib import Path  # noqa: E402  (imports are what is measured)

from ctmm_dsl.checks import check  # noqa: E402
from ctmm_dsl.parser import parse  # noqa: E402
from ctmm_dsl.reading import find, read  # noqa: E402
from ctmm_dsl.resolve import resolve  # noqa: E402
from ctmm_dsl.source import Source  # noqa: E402

IMPORTED = perf_counter()


def main(folder: str) -> None:
    at = [BEGUN, IMPORTED]
    parse(Source("", "standard a 名\n"))
    at.append(perf_counter())
    sources, _ = read(find([Path(folder)]))
    at.append(perf_counter())
    files = [parse(source) for source in sources]
    at.append(perf_counter())
    model, _ = resolve(files)
    at.append(perf_counter())
    check(model)
    at.append(perf_counter())
    names = ("import", "grammar", "read", "parse", "resolve", "check")
    json.dump({name: after - before for name, before, after in zip(names, at, at[1:], strict=False)}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
