"""A city's answers, read strictly.

In: the text of an assessment file and the scheme it is to be scored by. Out: an `Assessment` with exact points, or every `Problem`
with its place in the file. Nothing is guessed and nothing is dropped: an unknown clause, a doubled key, another edition is a problem.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.findings import Both, Entry, both, listed
from ctmm_dsl.model import Clause, Scheme
from ctmm_dsl.wording import fold

FIELDS = ("standard", "edition", "profile", "subject", "date", "answers")
ANSWER_FIELDS = ("answer", "evidence", "note", "text")
"""`text` repeats the clause for whoever fills the file in; it has no part in the score."""

SHAPES: dict[str, Both] = {
    "object": both("对象 {…}", "an object {…}"),
    "string": both("文字", "a text"),
    "answer": both("答案（文字）或对象 {…}", "an answer (a text) or an object {…}"),
    "texts": both("文字列表 […]", "a list of texts […]"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an assessment, and where in it: `path` as in `answers["AR.1/1a"]`, empty for the whole file."""

    entry: Entry
    path: str
    words: Mapping[str, object] = field(default_factory=dict)

    def message(self, language: str) -> str:
        spoken = {name: word[language] if isinstance(word, Mapping) else word for name, word in self.words.items()}
        text = self.entry.message[language].format_map(spoken)
        colon = "：" if language == "zh" else ": "
        return f"{self.entry.code} {self.path}{colon}{text}" if self.path else f"{self.entry.code} {text}"


@dataclass(frozen=True)
class Assessment:
    """Answers by clause, as points of 100. `missing`: clauses without an answer, in the standard's order; `other_texts`: clauses whose text
    in the file is another than the standard's, as in one filled in before a revision."""

    subject: dict[str, str] | None
    date: str | None
    points: dict[str, Fraction]
    missing: tuple[str, ...]
    other_texts: tuple[str, ...] = ()


class _Doubled(dict[str, Any]):
    """A JSON object as read; keys that stood in it twice are kept aside."""

    doubled: tuple[str, ...] = ()


def read_assessment(text: str, scheme: Scheme, *, partial: bool = False) -> Assessment | list[Problem]:
    """Read an assessment for a scheme. With `partial`, answers may be missing."""
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        return [Problem(codes.NOT_JSON, "", {"what": _why(error)})]
    if not isinstance(data, dict):
        return [Problem(codes.WRONG_SHAPE, "", {"expected": SHAPES["object"]})]
    problems = [*_doubled(data), *_head(data, scheme)]
    clauses = scheme.standard.clauses
    given = data.get("answers")
    points: dict[str, Fraction] = {}
    if any(problem.entry is codes.OTHER_STANDARD for problem in problems):
        return problems  # what its answers are to is another standard's business
    if isinstance(given, dict):
        answers = _Answers(scheme)
        for clause, answer in given.items():
            problems += answers.read(clause, answer, clauses, points)
    missing = tuple(clause for clause in clauses if clause not in points)
    if missing and not partial and isinstance(given, dict) and not problems:
        problems.append(Problem(codes.ANSWERS_MISSING, "answers", {"ids": listed(missing, 10)}))
    if problems:
        return problems
    return Assessment(data.get("subject"), data.get("date"), points, missing, _other_texts(data["answers"], clauses))


def _object(pairs: list[tuple[str, Any]]) -> _Doubled:
    found = _Doubled(pairs)
    if len(found) < len(pairs):
        times = Counter(key for key, _ in pairs)
        found.doubled = tuple(sorted(key for key in times if times[key] > 1))
    return found


class _NoNumber(ValueError):
    """NaN and the infinities, which JSON does not have."""


def _refuse(constant: str) -> Any:
    raise _NoNumber(constant)


def _why(error: Exception) -> Both:
    if isinstance(error, json.JSONDecodeError):
        where = both(f"第 {error.lineno} 行第 {error.colno} 列", f"line {error.lineno}, column {error.colno}")
        return both(where["zh"], f"{error.msg}, {where['en']}")
    if isinstance(error, RecursionError):
        return both("嵌套太深", "nested too deeply")
    if isinstance(error, _NoNumber):
        return both(f"{error} 不是数", f"{error} is no number")
    return both(error, error)


def _doubled(data: dict[str, Any]) -> Iterator[Problem]:
    """Every key given twice, however deep: JSON may be nested deeper than functions may call themselves."""
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, _Doubled):
            for key in value.doubled:
                yield Problem(codes.DUPLICATE_KEY, _join(path, key), {"key": key})
            waiting += [(_join(path, key), inner) for key, inner in reversed(value.items())]


def _join(path: str, key: str) -> str:
    return f"{path}[{json.dumps(key, ensure_ascii=False)}]" if path else key


def _head(data: dict[str, Any], scheme: Scheme) -> Iterator[Problem]:
    """The fields around the answers."""
    for key in data:
        if key not in FIELDS:
            yield Problem(codes.FIELD_UNKNOWN, "", {"key": key})
    for key in ("standard", "edition", "answers"):
        if key not in data:
            yield Problem(codes.FIELD_MISSING, "", {"key": key})
    for key in ("standard", "edition", "profile", "date"):
        if key in data and not isinstance(data[key], str):
            yield Problem(codes.WRONG_SHAPE, key, {"expected": SHAPES["string"]})
    yield from _made_for(data, scheme)
    for key in ("subject", "answers"):
        if key in data and not isinstance(data[key], dict):
            yield Problem(codes.WRONG_SHAPE, key, {"expected": SHAPES["object"]})
    yield from _subject(data.get("subject"))


def _subject(subject: Any) -> Iterator[Problem]:
    for key, value in subject.items() if isinstance(subject, dict) else ():
        if not isinstance(value, str):
            yield Problem(codes.WRONG_SHAPE, _join("subject", key), {"expected": SHAPES["string"]})


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


def _other_texts(answers: Mapping[str, Any], clauses: Mapping[str, Clause]) -> tuple[str, ...]:
    given = {clause: answer.get("text") for clause, answer in answers.items() if isinstance(answer, dict)}
    return tuple(clause for clause, text in given.items() if text and fold(text) != fold(clauses[clause].text))


class _Answers:
    """The answers of one assessment against one scale."""

    def __init__(self, scheme: Scheme) -> None:
        self.worth = {word: row.points for row in scheme.scale.answers for word in (row.code, row.label)}
        rows = scheme.scale.answers
        self.choices = both("、".join(row.label for row in rows), ", ".join(row.code for row in rows))

    def read(
        self, clause: str, answer: Any, clauses: Mapping[str, Clause], points: dict[str, Fraction]
    ) -> Iterator[Problem]:
        path = _join("answers", clause)
        if clause not in clauses:
            yield Problem(codes.CLAUSE_UNKNOWN, path, {"id": clause})
            return
        if isinstance(answer, dict):
            yield from self._fields(answer, path)
            answer = answer.get("answer")
        if answer is None:
            return
        if not isinstance(answer, str):
            yield Problem(codes.WRONG_SHAPE, path, {"expected": SHAPES["answer"]})
        elif answer not in self.worth:
            yield Problem(codes.ANSWER_UNKNOWN, path, {"answer": answer, "answers": self.choices})
        else:
            points[clause] = self.worth[answer]

    def _fields(self, answer: dict[str, Any], path: str) -> Iterator[Problem]:
        for key, value in answer.items():
            place = _join(path, key)
            if key not in ANSWER_FIELDS:
                yield Problem(codes.FIELD_UNKNOWN, path, {"key": key})
            elif key in ("note", "text") and not isinstance(value, str):
                yield Problem(codes.WRONG_SHAPE, place, {"expected": SHAPES["string"]})
            elif key == "evidence" and not (isinstance(value, list) and all(isinstance(e, str) for e in value)):
                yield Problem(codes.WRONG_SHAPE, place, {"expected": SHAPES["texts"]})
