"""What a method does: all figures and all examples.

In: a model, a scheme, now and then an assessment. Out: an `Analysis`. What a standard has no part for is left out.
"""

from __future__ import annotations

from ctmm_dsl.analysis.examples import Examples
from ctmm_dsl.analysis.extremes import Extremes
from ctmm_dsl.analysis.forms import Field
from ctmm_dsl.analysis.found import Analysis
from ctmm_dsl.analysis.least import carries, least
from ctmm_dsl.analysis.movement import movement
from ctmm_dsl.analysis.readings import readings
from ctmm_dsl.analysis.rubrics import rubrics
from ctmm_dsl.analysis.steps import steps
from ctmm_dsl.analysis.totals import totals
from ctmm_dsl.analysis.values import OfLadder
from ctmm_dsl.analysis.weights import weights
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.score import score


def analyse(model: Model, scheme: Scheme, assessment: Assessment | None = None) -> Analysis:
    """Where there are formulas beside clauses, all that is said of clauses holds with the quantities as in the highest example."""
    extremes = Extremes(scheme) if scheme.standard.formulas else None
    examples = Examples(scheme, extremes.values(highest=True) if extremes else {})
    return Analysis(
        scheme=scheme,
        assessment=assessment,
        ladder=_ladder(scheme, examples, assessment) if scheme.ladder else None,
        totals=totals(model, scheme, extremes, examples, assessment) if extremes else None,
        rubrics=rubrics(scheme, examples, assessment) if scheme.summary else None,
        examples=examples.known,
    )


def _ladder(scheme: Scheme, examples: Examples, assessment: Assessment | None) -> OfLadder:
    field = Field(scheme, examples.values)
    given = (Field(scheme, assessment.values), assessment.points) if assessment else None
    return OfLadder(
        ladder=field.ladder,
        constant=field.constant,
        levels=least(field, examples),
        carries=carries(field, examples),
        weights=weights(field),
        steps=steps(field, examples),
        readings=readings(field, examples, given),
        given=movement(score(scheme, assessment)) if assessment else None,
    )
