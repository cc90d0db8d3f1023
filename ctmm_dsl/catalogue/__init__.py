"""The catalogue: every code there is, in one tuple. A code is stable and never used twice.

Families by their first digit: 1 text, 2 structure, 3 weights, 4 references, 5 metrics, 6 formulas, 7 crosswalks, 8 wording,
9 assessments.
"""

from ctmm_dsl.catalogue import assessments, crosswalks, metrics, references, structure, text, weights, wording
from ctmm_dsl.findings import Entry

CATALOGUE: tuple[Entry, ...] = (
    *text.ALL, *structure.ALL, *weights.ALL, *references.ALL, *metrics.ALL, *crosswalks.ALL, *wording.ALL,
    *assessments.ALL,
)  # fmt: skip


def entry(code: str) -> Entry | None:
    """The entry of a code, or none."""
    return next((entry for entry in CATALOGUE if entry.code == code), None)
