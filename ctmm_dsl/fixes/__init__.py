"""Repairs of findings that a computer can make.

In: a finding, and the outcome that it belongs to. Out: the repairs that are likely, the likeliest first; none where only a person knows.
`offered` keeps those that were tried and mend it: a repair is offered only where it makes the finding go away and brings no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctmm_dsl.catalogue import crosswalks as crosswalk_codes
from ctmm_dsl.catalogue import metrics as metric_codes
from ctmm_dsl.catalogue import references
from ctmm_dsl.catalogue import structure as structure_codes
from ctmm_dsl.catalogue import weights as weight_codes
from ctmm_dsl.findings import Entry, Finding
from ctmm_dsl.fixes import (
    clauses,
    counts,
    crosswalks,
    doubled,
    layout,
    metrics,
    names,
    notes,
    origins,
    structure,
    weights,
    wording,
    words,
)
from ctmm_dsl.fixes.fix import Fix
from ctmm_dsl.fixes.trial import NOT, changed, mends
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.workspace import Workspace

__all__ = ["DECIDING", "FIXES", "Fix", "fixes", "offered", "tried", "undisputed"]

Propose = Callable[[Finding, Outcome], Iterator[Fix]]

FIXES: tuple[tuple[Entry, Propose], ...] = (
    *words.FIXES,
    *layout.FIXES,
    *doubled.FIXES,
    *clauses.FIXES,
    *counts.FIXES,
    *structure.FIXES,
    *weights.FIXES,
    *origins.FIXES,
    *names.FIXES,
    *metrics.FIXES,
    *crosswalks.FIXES,
    *notes.FIXES,
    *wording.FIXES,
)
"""What each code can be mended by; of one code that stands twice, the first comes first."""


DECIDING: tuple[Entry, ...] = (
    structure_codes.COUNT_DIFFERS, structure_codes.TOTAL_DIFFERS, structure_codes.LEVELS_OUT_OF_ORDER,
    structure_codes.PROSE_COUNT_DIFFERS, structure_codes.ERRATUM_STANDS, weight_codes.DO_NOT_SUM, weight_codes.OUT_OF_RANGE,
    weight_codes.NOT_LAID, weight_codes.GROUP_IN_PART, references.VERBATIM_DIFFERS, references.ABRIDGED_ADDS,
    references.ORIGIN_MISSING, references.NEARER_SOURCE, metric_codes.FIGURE_NOT_IN_TEXT, metric_codes.UNUSED,
    crosswalk_codes.ROW_STALE, crosswalk_codes.ROW_UNPINNED, crosswalk_codes.PIN_UNREADABLE,
)  # fmt: skip
"""Findings that show that two things differ, or that something has to be judged: which of the two is meant only an editor knows. Their
repairs are offered, and never made without being asked for."""


def fixes(finding: Finding, outcome: Outcome) -> tuple[Fix, ...]:
    """The repairs of one finding that are likely."""
    proposed: dict[tuple[object, ...], Fix] = {}
    for entry, propose in FIXES:
        if entry is finding.entry:
            for fix in propose(finding, outcome):
                proposed.setdefault(tuple((edit.span, edit.text) for edit in fix.edits), fix)
    return tuple(proposed.values())


def offered(finding: Finding, workspace: Workspace) -> tuple[Fix, ...]:
    """The repairs of one finding that mend it, of those the ones that do it best; the present texts stay as they are."""
    return tuple(fix for fix, _ in tried(finding, workspace))


def tried(finding: Finding, workspace: Workspace) -> tuple[tuple[Fix, Outcome], ...]:
    """The repairs that are offered, each with what the compiler says after it."""
    before = workspace.outcome
    trials = [(fix, workspace.trial(changed(fix.edits))) for fix in fixes(finding, before)]
    mending = [(mends(fix, finding, before, after), fix, after) for fix, after in trials]
    best = max((well for well, _, _ in mending), default=NOT)
    return tuple((fix, after) for well, fix, after in mending if well == best != NOT)


def undisputed(finding: Finding, workspace: Workspace) -> Fix | None:
    """The repair that can be made without asking: the only one that mends, of a finding that leaves nothing to decide."""
    one = () if any(finding.entry is one for one in DECIDING) else offered(finding, workspace)
    return one[0] if len(one) == 1 else None
