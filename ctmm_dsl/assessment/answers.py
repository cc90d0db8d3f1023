"""Answers to clauses and to rubrics.

In: the `answers` and `respondents` of an assessment. Out: points of clauses, levels of rubrics, or everything that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ctmm_dsl.assessment.fields import extra_fields
from ctmm_dsl.assessment.problem import SHAPES, Problem, join
from ctmm_dsl.assessment.strict_json import Numeral
from ctmm_dsl.assessment.values import written
from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.findings import both, listed
from ctmm_dsl.model import Scheme

ANSWER_FIELDS = ("answer", "evidence", "note", "text")
"""`text` repeats the clause for whoever fills the file in; it has no part in the score."""
RUBRIC_FIELDS = ("now", "planned", "evidence", "note", "text")
RESPONDENT_FIELDS = ("name", "group", "answers")

_LEVEL = re.compile(r"([0-9]{1,15})(?:\.0{1,15})?")
"""A whole number; JSON takes 3.0 for one too."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One respondent's answer to a rubric: the level now and the level planned, as far as given; `group` is empty without one."""

    now: int | None
    planned: int | None
    group: str = ""


class AnswerReader:
    """Reads the answers of one assessment."""

    def __init__(self, scheme: Scheme) -> None:
        self.standard = scheme.standard
        rows = scheme.scale.answers if scheme.scale else ()
        self.worth = {word: row.points for row in rows for word in (row.code, row.label)}
        self.choices = both("、".join(row.label for row in rows), ", ".join(row.code for row in rows))
        self.levels = [level.number for level in self.standard.levels]
        self.points: dict[str, Any] = {}
        self.standings: dict[str, list[Standing]] = {node: [] for node in self.standard.rubrics}

    def read(self, given: Mapping[str, Any], by_respondents: bool) -> Iterator[Problem]:
        """Read `answers`. Where respondents answer the rubrics, these cannot stand here too."""
        for id_, answer in given.items():
            path = join("answers", id_)
            if id_ in self.standard.clauses:
                yield from self._clause(id_, answer, path)
            elif id_ not in self.standard.rubrics:
                yield Problem(codes.CLAUSE_UNKNOWN, path, {"id": id_})
            elif by_respondents:
                yield Problem(codes.ANSWERED_BESIDE, path, {"id": id_})
            else:
                yield from self._rubric(id_, answer, path, "")

    def read_respondents(self, given: list[Any]) -> Iterator[Problem]:
        """Read `respondents`: each answers the rubrics that it knows about."""
        for at, respondent in enumerate(given):
            path = f"respondents[{at}]"
            if not isinstance(respondent, dict):
                yield Problem(codes.WRONG_SHAPE, path, {"expected": SHAPES["object"]})
                continue
            yield from self._respondent(respondent, path)

    def _respondent(self, respondent: dict[str, Any], path: str) -> Iterator[Problem]:
        for key in respondent:
            if key not in RESPONDENT_FIELDS:
                yield Problem(codes.FIELD_UNKNOWN, path, {"key": key})
        for key in ("name", "group"):
            if key in respondent and not isinstance(respondent[key], str):
                yield Problem(codes.WRONG_SHAPE, join(path, key), {"expected": SHAPES["string"]})
        group = respondent.get("group")
        answers = respondent.get("answers")
        if "answers" not in respondent:
            yield Problem(codes.FIELD_MISSING, path, {"key": "answers"})
        elif not isinstance(answers, dict):
            yield Problem(codes.WRONG_SHAPE, join(path, "answers"), {"expected": SHAPES["object"]})
        else:
            for id_, answer in answers.items():
                place = join(join(path, "answers"), id_)
                if id_ in self.standard.rubrics:
                    yield from self._rubric(id_, answer, place, group if isinstance(group, str) else "")
                else:
                    yield Problem(codes.CLAUSE_UNKNOWN, place, {"id": id_})

    def _clause(self, clause: str, answer: Any, path: str) -> Iterator[Problem]:
        if isinstance(answer, dict):
            yield from extra_fields(answer, path, ANSWER_FIELDS)
            answer = answer.get("answer")
        if answer is None:
            return
        if not isinstance(answer, str):
            yield Problem(codes.WRONG_SHAPE, path, {"expected": SHAPES["answer"]})
        elif answer not in self.worth:
            yield Problem(codes.ANSWER_UNKNOWN, path, {"answer": answer, "answers": self.choices})
        else:
            self.points[clause] = self.worth[answer]

    def _rubric(self, node: str, answer: Any, path: str, group: str) -> Iterator[Problem]:
        if answer is None:
            return
        if not isinstance(answer, dict):
            yield Problem(codes.WRONG_SHAPE, path, {"expected": SHAPES["levels"]})
            return
        yield from extra_fields(answer, path, RUBRIC_FIELDS)
        found: dict[str, int | None] = {}
        for key in ("now", "planned"):
            level = self._level(answer.get(key))
            if answer.get(key) is not None and level is None:
                words = {"value": written(answer[key]), "levels": listed(self.levels, 10)}
                yield Problem(codes.NOT_A_LEVEL, join(path, key), words)
            found[key] = level
        if found["now"] is not None or found["planned"] is not None:
            self.standings[node].append(Standing(found["now"], found["planned"], group))

    def _level(self, value: Any) -> int | None:
        match = _LEVEL.fullmatch(value.text) if isinstance(value, Numeral) else None
        return int(match[1]) if match and int(match[1]) in self.levels else None
