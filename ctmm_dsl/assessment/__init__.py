"""What a city reports, read strictly.

In: the text of an assessment file and the scheme it is to be scored by. Out: an `Assessment` with exact points, values and levels, or every
`Problem` with its place in the file. Nothing is guessed and nothing is dropped: an unknown clause, a doubled key, another edition is a
problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ctmm_dsl.assessment.answers import AnswerReader, Standing
from ctmm_dsl.assessment.fields import head_problems
from ctmm_dsl.assessment.problem import SHAPES, Problem
from ctmm_dsl.assessment.remarks import Remark, remarks_of
from ctmm_dsl.assessment.strict_json import keys_given_twice, read_object
from ctmm_dsl.assessment.values import constraints, read_values
from ctmm_dsl.catalogue import assessments as codes
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.findings import listed
from ctmm_dsl.model import Clause, Scheme
from ctmm_dsl.wording import fold

__all__ = ["SHAPES", "Assessment", "Problem", "Remark", "Standing", "read_assessment"]


@dataclass(frozen=True)
class Assessment:
    """What is reported: points of 100 by clause, values by quantity, levels by rubric (one standing a respondent). `missing`: what is
    asked for and not there, in the standard's order; `respondents`: how many there are, by group (None: the file has none);
    `other_texts`: clauses whose text in the file is another than the standard's, as in one filled in before a revision; `remarks`:
    evidence and notes, which score nothing."""

    subject: dict[str, str] | None = None
    date: str | None = None
    points: Mapping[str, Fraction] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    standings: Mapping[str, tuple[Standing, ...]] = field(default_factory=dict)
    respondents: Mapping[str, int] | None = None
    missing: tuple[str, ...] = ()
    other_texts: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_assessment(text: str, scheme: Scheme, *, partial: bool = False) -> Assessment | list[Problem]:
    """Read an assessment for a scheme. With `partial`, answers may be missing."""
    data = read_object(text)
    if isinstance(data, Problem):
        return [data]
    problems = [*keys_given_twice(data), *head_problems(data, scheme)]
    if any(problem.entry is codes.OTHER_STANDARD for problem in problems):
        return problems  # what its answers are to is another standard's business
    answers, values = AnswerReader(scheme), dict[str, Value]()
    problems += _read(data, scheme, answers, values)
    unanswered, unreported = [*_unanswered(scheme, answers)], [name for name in scheme.asked if name not in values]
    if not partial and not problems:
        problems += _missing_problems(unanswered, unreported)
    if problems:
        return problems
    by_respondents = isinstance(data.get("respondents"), list)
    return Assessment(
        subject=data.get("subject"),
        date=data.get("date"),
        points=answers.points,
        values=values,
        standings={node: tuple(standings) for node, standings in answers.standings.items()},
        respondents=_by_group(data["respondents"]) if by_respondents else None,
        missing=(*unanswered, *unreported),
        other_texts=_other_texts(data.get("answers", {}), scheme.standard.clauses),
        remarks=remarks_of(data, scheme.standard),
    )


def _read(data: dict[str, Any], scheme: Scheme, answers: AnswerReader, values: dict[str, Value]) -> Iterator[Problem]:
    """Read the fields that hold what is reported, as far as each has its shape."""
    standard = scheme.standard
    given = data.get("answers")
    respondents = data.get("respondents") if standard.rubrics else None
    if isinstance(given, dict) and (standard.clauses or standard.rubrics):
        yield from answers.read(given, "respondents" in data and bool(standard.rubrics))
    if isinstance(respondents, list):
        yield from answers.read_respondents(respondents)
    given = data.get("values")
    if isinstance(given, dict) and standard.reported:
        wrong = list(read_values(given, standard, values))
        yield from wrong
        yield from constraints(standard, values)


def _unanswered(scheme: Scheme, answers: AnswerReader) -> Iterator[str]:
    """Clauses and rubrics without an answer."""
    yield from (clause for clause in scheme.standard.clauses if clause not in answers.points)
    for node, standings in answers.standings.items():
        if not any(one.now is not None for one in standings) or not any(one.planned is not None for one in standings):
            yield node


def _missing_problems(answers: list[str], values: list[str]) -> Iterator[Problem]:
    if answers:
        yield Problem(codes.ANSWERS_MISSING, "answers", {"ids": listed(answers, 10)})
    if values:
        yield Problem(codes.VALUES_MISSING, "values", {"ids": listed(values, 10)})


def _by_group(respondents: list[Any]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for respondent in respondents:
        group = respondent.get("group") or ""
        counted[group] = counted.get(group, 0) + 1
    return counted


def _other_texts(answers: Mapping[str, Any], clauses: Mapping[str, Clause]) -> tuple[str, ...]:
    given = {clause: answer.get("text") for clause, answer in answers.items() if isinstance(answer, dict)}
    return tuple(
        clause
        for clause, text in given.items()
        if text and clause in clauses and fold(text) != fold(clauses[clause].text)
    )
