"""Names that were not found: what was probably meant."""

from __future__ import annotations

from collections.abc import Collection

from ctmm_dsl.findings import Both
from ctmm_dsl.slips import nearest

MOST = 2000
"""Among more names than this no nearest one is sought: a suggestion is worth a moment, not a minute."""


def nearest_of(name: str, names: Collection[str]) -> Both:
    """“did you mean …”, or nothing."""
    same_start = [known for known in names if known[:1] == name[:1]]
    return nearest(name, tuple(same_start[:MOST]))
