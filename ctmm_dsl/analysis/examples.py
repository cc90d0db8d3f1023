"""Examples: whole assessments that show something, scored by the referee and ready to be written to a file.

In: points, values or standings that are of interest. Out: an `Example`; what is of no interest is filled in. All examples of an analysis
stand under their keys in `known`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ctmm_dsl.analysis.values import Example
from ctmm_dsl.assessment import Assessment, Standing
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import score


class Examples:
    def __init__(self, scheme: Scheme, values: Mapping[str, Value]) -> None:
        self.scheme = scheme
        self.values = values
        self.known: dict[str, Example] = {}
        rows = scheme.scale.answers if scheme.scale else ()
        lowest = min((row.points for row in rows), default=Fraction(0))
        self._points = dict.fromkeys(scheme.standard.clauses, lowest)
        first = min((level.number for level in scheme.standard.levels), default=0)
        self._standings = {node: (Standing(first, first),) for node in scheme.standard.rubrics}

    def make(
        self,
        key: str,
        points: Mapping[str, Fraction] | None = None,
        values: Mapping[str, Value] | None = None,
        standings: Mapping[str, tuple[Standing, ...]] | None = None,
    ) -> Example:
        made = Assessment(
            subject={"name": f"{self.scheme.id} {key}"},
            points=self._points if points is None else {clause: points[clause] for clause in self._points},
            values=self.values if values is None else values,
            standings=self._standings if standings is None else standings,
        )
        self.known[key] = Example(key, made, score(self.scheme, made))
        return self.known[key]


def content(scheme: Scheme, example: Example) -> dict[str, Any]:
    """An example as the file of an assessment, which `ctmm score` takes."""
    standard, assessment = scheme.standard, example.assessment
    told: dict[str, Any] = {"standard": standard.id, "edition": standard.edition}
    if scheme.profile:
        told["profile"] = scheme.id
    told["subject"] = assessment.subject
    answers: dict[str, Any] = {}
    if standard.clauses:
        codes = {row.points: row.code for row in (scheme.scale.answers if scheme.scale else ())}
        answers |= {clause: codes[points] for clause, points in assessment.points.items()}
    if standard.rubrics:
        answers |= {
            node: {"now": standing.now, "planned": standing.planned}
            for node, (standing, *_) in assessment.standings.items()
        }
    if answers:
        told["answers"] = answers
    if standard.reported:
        told["values"] = {name: _written(value) for name, value in assessment.values.items()}
    return told


def _written(value: Value) -> Any:
    """Numbers as texts, so that no program reads them inexactly; whole ones as they are."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else decimal(value)
    return value
