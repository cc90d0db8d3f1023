"""How far a part has drifted from the standard that it comes from.

In: a standard with `subset-of`, and, where there is one, its old edition. Out: each clause beside its sources and whether it asks less or
more, what the part does not use, and what must be looked at again.
"""

from ctmm_dsl.drift.again import looked_again
from ctmm_dsl.drift.comparing import drift, parts
from ctmm_dsl.drift.values import EVENTS, RULES, VERDICTS, Again, Compared, Drift, Unsourced, Unused

__all__ = [
    "EVENTS",
    "RULES",
    "VERDICTS",
    "Again",
    "Compared",
    "Drift",
    "Unsourced",
    "Unused",
    "drift",
    "looked_again",
    "parts",
]
