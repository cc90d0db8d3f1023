"""Which clauses of a part must be looked at again, because what they come from was revised.

In: the old edition of a part with its whole, the new whole and the new part. Out: `Again` for each source that changed, by the clause of
the part that comes from it. What became of the sources is told by `ctmm_dsl.revision`, so one that moved is not taken for one that went.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.drift.values import EVENTS, Again
from ctmm_dsl.marks import Marked, marked
from ctmm_dsl.model import Clause, Model, Standard
from ctmm_dsl.revision import Change, revision

ASIDE = ("remarks", "errata", "origins")
"""Properties of a source that say nothing of what it asks."""
WORDS = ("", "text")


def looked_again(old: Standard, new: Standard) -> tuple[Again, ...]:
    """The clauses of a part whose sources changed from one edition of its whole to the other, in the old part's order."""
    assert old.superset is not None and new.superset is not None
    alone = (Model((whole,), (), ()) for whole in (old.superset, new.superset))
    happened: dict[str, list[Change]] = {}
    for change in revision(*alone).changes:
        if change.thing == "clause" and change.aspect not in ASIDE:
            for place in change.old:
                happened.setdefault(place.id, []).append(change)
    texts = {clause.text for clause in new.clauses.values()}
    return tuple(
        again
        for clause in old.clauses.values()
        for origin in clause.origins
        if origin.clause and (changes := happened.get(origin.clause.id))
        for again in _again(clause, origin.clause, changes, clause.text not in texts)
    )


def _again(clause: Clause, source: Clause, changes: list[Change], touched: bool) -> Iterator[Again]:
    events = {_event(change) for change in changes}
    if len(events) > 1:
        events.discard("renumbered")  # `now` tells it
    now = tuple(dict.fromkeys(place.id for change in changes for place in change.new))
    if ordered := tuple(event for event in EVENTS if event in events):
        yield Again(clause, source, ordered, now, _marks(source, changes), touched)


def _marks(source: Clause, changes: list[Change]) -> Marked:
    """The source's text as it was and as it is, then its figures where they were edited."""
    worded = [change for change in changes if change.aspect in WORDS]
    others = [change for change in changes if change.aspect not in WORDS]
    old = [source.text] * bool(worded) + [place.text for change in others for place in change.old]
    new = [place.text for change in (*worded, *others) for place in change.new]
    return marked(*("；".join(dict.fromkeys(texts)) for texts in (old, new)))


def _event(change: Change) -> str:
    return "edited" if change.kind == "reordered" else change.kind
