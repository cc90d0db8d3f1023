"""All that an analysis of a scheme found, in one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ctmm_dsl.analysis.formula_values import Rubrics, Totals
from ctmm_dsl.analysis.values import Example, OfLadder
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Scheme


@dataclass(frozen=True)
class Analysis:
    """What a method does. What a standard has no part for is None."""

    scheme: Scheme
    assessment: Assessment | None
    ladder: OfLadder | None
    totals: Totals | None
    rubrics: Rubrics | None
    examples: Mapping[str, Example]
