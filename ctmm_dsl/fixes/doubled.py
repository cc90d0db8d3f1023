"""Declarations that stand twice, word for word: the second one taken out.

In: a finding about something that is there for the second time. Out: the file without it.
"""

from __future__ import annotations

from ctmm_dsl.catalogue import formulas, metrics
from ctmm_dsl.fixes.layout import doubled

FIXES = (
    (metrics.DECLARED_TWICE, doubled),
    (formulas.NAME_TWICE, doubled),
    (formulas.READING_TWICE, doubled),
)
