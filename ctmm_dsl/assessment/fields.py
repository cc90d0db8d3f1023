"""The fields of an assessment: around the answers, and around each of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctmm_dsl.assessment.problem import SHAPES, Problem, join
from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.model import Scheme, Standard

AROUND = ("standard", "edition", "profile", "subject", "date")
TEXTS = ("standard", "edition", "profile", "date")


def holders(standard: Standard) -> tuple[str, ...]:
    """The fields that hold what is reported, for the kinds of leaves that a standard has."""
    return (
        *(["answers"] if standard.clauses or standard.rubrics else []),
        *(["values"] if standard.reported else []),
        *(["respondents"] if standard.rubrics else []),
    )


def required(standard: Standard, data: dict[str, Any]) -> tuple[str, ...]:
    """The fields that must be there: a rubric is answered in `answers`, or by `respondents`."""
    by_respondents = not standard.clauses and "respondents" in data
    left_out = {"respondents"} | ({"answers"} if by_respondents else set())
    return ("standard", "edition", *(name for name in holders(standard) if name not in left_out))


def head_problems(data: dict[str, Any], scheme: Scheme) -> Iterator[Problem]:
    """What is wrong with the fields around the answers."""
    known = holders(scheme.standard)
    for key in data:
        if key not in (*AROUND, *known):
            yield Problem(codes.FIELD_UNKNOWN, "", {"key": key})
    for key in required(scheme.standard, data):
        if key not in data:
            yield Problem(codes.FIELD_MISSING, "", {"key": key})
    for key in TEXTS:
        if key in data and not isinstance(data[key], str):
            yield Problem(codes.WRONG_SHAPE, key, {"expected": SHAPES["string"]})
    yield from _made_for(data, scheme)
    for key in ("subject", "answers", "values"):
        if key in data and key in (*AROUND, *known) and not isinstance(data[key], dict):
            yield Problem(codes.WRONG_SHAPE, key, {"expected": SHAPES["object"]})
    if "respondents" in known and "respondents" in data and not isinstance(data["respondents"], list):
        yield Problem(codes.WRONG_SHAPE, "respondents", {"expected": SHAPES["respondents"]})
    yield from _subject(data.get("subject"))


def _subject(subject: Any) -> Iterator[Problem]:
    for key, value in subject.items() if isinstance(subject, dict) else ():
        if not isinstance(value, str):
            yield Problem(codes.WRONG_SHAPE, join("subject", key), {"expected": SHAPES["string"]})


def _made_for(data: dict[str, Any], scheme: Scheme) -> Iterator[Problem]:
    """The standard, edition and profile that the file says it is for."""
    for key, entry, expected in (
        ("standard", codes.OTHER_STANDARD, scheme.standard.id),
        ("edition", codes.OTHER_EDITION, scheme.standard.edition),
        ("profile", codes.OTHER_STANDARD, scheme.id),
    ):
        found = data.get(key)
        if isinstance(found, str) and found != expected:
            yield Problem(entry, key, {"found": found, "expected": expected})


def extra_fields(answer: dict[str, Any], path: str, known: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with the fields around one answer: evidence, a note, the text that was answered to."""
    for key, value in answer.items():
        place = join(path, key)
        if key not in known:
            yield Problem(codes.FIELD_UNKNOWN, path, {"key": key})
        elif key in ("note", "text") and not isinstance(value, str):
            yield Problem(codes.WRONG_SHAPE, place, {"expected": SHAPES["string"]})
        elif key == "evidence" and not (isinstance(value, list) and all(isinstance(e, str) for e in value)):
            yield Problem(codes.WRONG_SHAPE, place, {"expected": SHAPES["texts"]})
