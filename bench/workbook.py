"""How long a workbook takes, beside XlsxWriter alone writing the same cells with the same looks.

In: a scheme. Out: two functions to be timed. What is written is recorded once, from a build as it is; the bare one replays it: no formula
is made or calculated there, no text looked at.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import Any
from unittest.mock import patch

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from bench.measure import ROOT, Figure, in_turn, time_of
from ctmm_dsl.model import Scheme
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.scheme import schemes
from generators.workbooks import workbook

METHODS = ("write_string", "write_number", "write_blank", "write_formula", "merge_range", "set_row", "set_column")
Call = tuple[str, str, tuple[Any, ...]]


def compared(scheme: Scheme) -> tuple[Callable[[], object], Callable[[], object]]:
    """Our workbook; the bare one."""
    calls = _recorded(scheme)
    return lambda: workbook(scheme, "digest"), lambda: _bare(calls)


def _recorded(scheme: Scheme) -> list[Call]:
    calls: list[Call] = []

    def recording(method: str) -> Callable[..., Any]:
        original = getattr(Worksheet, method)

        def record(self: Any, *arguments: Any) -> Any:
            calls.append((self.name, method, arguments))
            return original(self, *arguments)

        return record

    with ExitStack() as stack:
        for method in METHODS:
            stack.enter_context(patch.object(Worksheet, method, recording(method)))
        workbook(scheme, "digest")
    return calls


def _bare(calls: list[Call]) -> bytes:
    out = io.BytesIO()
    file = Workbook(out, {"in_memory": True})
    sheets: dict[str, Any] = {}
    formats: dict[int, Any] = {}
    for name, method, arguments in calls:
        sheet = sheets.get(name) or sheets.setdefault(name, file.add_worksheet(name))
        getattr(sheet, method)(*[_own(file, formats, one) for one in arguments])
    file.close()
    return out.getvalue()


def _own(file: Any, formats: dict[int, Any], argument: Any) -> Any:
    """A format made anew for this file; anything else as it is."""
    if not hasattr(argument, "font_name"):
        return argument
    if id(argument) not in formats:
        made = formats[id(argument)] = file.add_format()
        kept = {"xf_format_indices", "dxf_format_indices", "xf_index", "dxf_index"}
        made.__dict__.update({key: value for key, value in vars(argument).items() if key not in kept})
    return formats[id(argument)]


def figures(times: int) -> Iterator[Figure]:
    """Every standard and profile whose workbook has clauses, figures or characteristics of its own."""
    sources, _ = read(find([ROOT / "spec"]))
    for scheme in schemes(compile_sources(sources, wording=False).model):
        if scheme.profile is None:
            ours, bare = compared(scheme)
            made, alone = in_turn(times, partial(time_of, ours), partial(time_of, bare))
            absolute = {"workbook": made * 1e3, "bare": alone * 1e3}
            yield Figure(f"workbook of {scheme.id}, to bare XlsxWriter", made / alone, 3, absolute)
