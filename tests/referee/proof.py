"""The proof that a generated scorer is the referee: both are asked about the same file, and must say the same to the letter.

In: a scheme, its scorer, the text of an assessment. Out: what they say, a result or every problem in both languages.
"""

from __future__ import annotations

import json
from typing import Any

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import bounds, score
from ctmm_dsl.score.as_json import as_json, bounds_as_json

Said = dict[str, Any] | list[tuple[str, str, str, str]]
"""A result; or of every problem its code, its place, and its message in both languages."""


def by_referee(scheme: Scheme, text: str, *, partial: bool = False) -> Said:
    read = read_assessment(text, scheme, partial=partial)
    if not isinstance(read, Assessment):
        return [(one.entry.code, one.path, one.message("zh"), one.message("en")) for one in read]
    return bounds_as_json(*bounds(scheme, read), read) if partial else as_json(score(scheme, read), read)


def by_scorer(scorer: Any, text: str | dict[str, Any], *, partial: bool = False) -> Said:
    """What a scorer says to a file, or to data that a program passes."""
    try:
        said: dict[str, Any] = scorer.score(scorer.load(text) if isinstance(text, str) else text, partial=partial)
    except scorer.AssessmentError as error:
        return [(one.code, one.path, one.message("zh"), one.message("en")) for one in error.problems]
    return said


def to_the_letter(said: Said) -> str:
    """As JSON, in the order in which it was said."""
    return json.dumps(said, ensure_ascii=False, indent=1)


def agreed(scheme: Scheme, scorer: Any, text: str, *, partial: bool = False) -> Said:
    """What both say. Raises `AssertionError` where they differ."""
    expected = by_referee(scheme, text, partial=partial)
    assert to_the_letter(by_scorer(scorer, text, partial=partial)) == to_the_letter(expected)
    return expected


def result(said: Said) -> dict[str, Any]:
    """What was said, which is a result."""
    assert isinstance(said, dict), said
    return said


def problems(said: Said) -> list[tuple[str, str, str, str]]:
    """What was said, which is a refusal."""
    assert isinstance(said, list), said
    return said
