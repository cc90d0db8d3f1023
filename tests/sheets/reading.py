"""What comes of a file that was handed in: the result, or all that is wrong with it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import bounds, score
from ctmm_dsl.score.as_json import as_json, bounds_as_json
from ctmm_dsl.sheets.opening import opened
from ctmm_dsl.sheets.tables import Filled, filled
from ctmm_dsl.sheets.unreadable import Unreadable


def read(data: bytes, scheme: Scheme) -> Filled:
    return filled(opened(data), scheme)


def wrong(data: bytes, scheme: Scheme, language: str = "zh", *, partial: bool = True) -> list[str]:
    """What is said of a file, in the order in which it is said."""
    try:
        found = read(data, scheme)
        problems = found.assessment(scheme, partial=partial)
    except Unreadable as error:
        return [error.words[language]]
    return [found.told(problem, language) for problem in problems] if isinstance(problems, list) else []


def result(data: bytes, scheme: Scheme, *, partial: bool = False) -> dict[str, Any]:
    """The result of a file in which nothing is wrong."""
    found = read(data, scheme)
    assessment = found.assessment(scheme, partial=partial)
    assert isinstance(assessment, Assessment), [found.told(problem, "zh") for problem in assessment]
    return _result(scheme, assessment, partial)


def result_of_json(data: Mapping[str, Any], scheme: Scheme, *, partial: bool = False) -> dict[str, Any]:
    assessment = read_assessment(json.dumps(data), scheme, partial=partial)
    assert isinstance(assessment, Assessment), [problem.message("zh") for problem in assessment]
    return _result(scheme, assessment, partial)


def _result(scheme: Scheme, assessment: Assessment, partial: bool) -> dict[str, Any]:
    if partial:
        return bounds_as_json(*bounds(scheme, assessment), assessment)
    return as_json(score(scheme, assessment), assessment)


def without_cover(told: dict[str, Any]) -> dict[str, Any]:
    """A result without the city, which a table saved as CSV does not name."""
    return {
        key: without_cover(value) if key in ("lower", "upper") else value
        for key, value in told.items()
        if key != "subject"
    }


# ---- files by their parts ----------------------------------------------------------------------------------------------


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A workbook with one part rewritten."""
    parts = parts_of(data)
    before = parts[part].decode("utf-8")
    after = change(before)
    assert after != before
    return zipped({**parts, part: after.encode("utf-8", "surrogatepass")})


def replaced(data: bytes, part: str, pattern: str, new: str) -> bytes:
    """The same by a regular expression that fits once."""

    def change(text: str) -> str:
        text, count = re.subn(pattern, lambda _: new, text)
        assert count == 1, count
        return text

    return edited(data, part, change)


def with_cell(data: bytes, cell: str, xml: str, part: str = "xl/worksheets/sheet2.xml") -> bytes:
    """A workbook in which one cell that holds something is written otherwise."""
    return replaced(data, part, rf'<c r="{cell}"(?: [^>]*)?(?:/>|>.*?</c>)', xml)
