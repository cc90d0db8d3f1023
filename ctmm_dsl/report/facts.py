"""All facts of a report on one assessment.

In: a model, a scheme, an assessment, complete or not. Out: `Facts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Model, Node, Scheme
from ctmm_dsl.report.balance import balance
from ctmm_dsl.report.others import backing, offers
from ctmm_dsl.report.plan import outlook
from ctmm_dsl.report.quantified import Characteristic, characteristics, deductions, indicators
from ctmm_dsl.report.sensitivity import sensitivity
from ctmm_dsl.report.standing import standing
from ctmm_dsl.report.values import Balance, Facts
from ctmm_dsl.report.worth import answered, worth
from ctmm_dsl.score import Result, bounds, score


def facts(model: Model, scheme: Scheme, assessment: Assessment) -> Facts:
    """What there is to say; of an incomplete assessment, of its lower bound."""
    if assessment.missing:
        result, upper = bounds(scheme, assessment)
    else:
        result, upper = score(scheme, assessment), None
    stands = standing(result) if scheme.ladder else None
    clauses = worth(result, assessment) if scheme.ladder else None
    balanced, rubrics = balance(result, clauses), characteristics(result, assessment)
    return Facts(
        scheme=scheme,
        assessment=assessment,
        result=result,
        upper=upper,
        answered=answered(scheme, assessment, result.side),
        standing=stands,
        balance=balanced,
        outlook=outlook(result, clauses) if clauses else None,
        sensitivity=sensitivity(stands, clauses) if stands and clauses else None,
        indicators=indicators(result, assessment),
        deductions=deductions(result, assessment),
        characteristics=rubrics,
        backing=backing(scheme, assessment),
        offers=offers(model, scheme.standard, tuple(_weak(result, balanced, rubrics))),
    )


def _weak(result: Result, balanced: Balance | None, rubrics: tuple[Characteristic, ...]) -> Iterator[Node]:
    """The leaves that are weak: weaknesses of the balance, and the characteristics that stand lowest, unless that is the top."""
    yield from (one.node for one in balanced.weaknesses if one.node.leaf) if balanced else ()
    top = max((level.number for level in result.scheme.standard.levels), default=0)
    if result.rubric and result.rubric.reached.now < top:
        yield from (one.node for one in rubrics if one.figure.now == result.rubric.reached.now)
