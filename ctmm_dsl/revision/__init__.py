"""What a revision changes in meaning, not in lines.

In: two models. Out: a `Revision`: the changes, each with its class and who has to do what because of it, from which the new edition's
facts follow from the old one's.
"""

from ctmm_dsl.revision.applying import Misfit, applied
from ctmm_dsl.revision.as_json import applied_json, as_json, facts_json, from_json
from ctmm_dsl.revision.comparing import revision
from ctmm_dsl.revision.taking import facts
from ctmm_dsl.revision.values import CLASSES, KINDS, WHO, Change, Place, Revision, Step

__all__ = [
    "CLASSES",
    "KINDS",
    "WHO",
    "Change",
    "Misfit",
    "Place",
    "Revision",
    "Step",
    "applied",
    "applied_json",
    "as_json",
    "facts",
    "facts_json",
    "from_json",
    "revision",
]
