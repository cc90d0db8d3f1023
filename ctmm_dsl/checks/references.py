"""CT4…: where clauses come from, and what notes point to."""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.catalogue import references as codes
from ctmm_dsl.catalogue import structure
from ctmm_dsl.checks.notes import texts_with_notes
from ctmm_dsl.findings import Both, Finding, Related, both
from ctmm_dsl.model import Clause, Crosswalk, Model, Origin, Profile, Standard
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.wording import difference, fold, likeness, only_leaves_out

GUESSES = 20
"""For so many clauses of a standard without a source the likeliest one is sought."""

ABOVE = both("上一处在这里", "the first one is here")


def origins_hold(model: Model) -> Iterator[Finding]:
    """Every clause of a part names its source, and is related to it as it says."""
    for standard in model.standards:
        if standard.superset is None:
            continue
        guesses = GUESSES
        for clause in standard.clauses.values():
            if not clause.origins:
                guess = _guess(clause, standard.superset) if guesses else both("…", "…")
                guesses -= bool(guesses)
                yield codes.ORIGIN_MISSING(clause.text_span, standard=standard.superset.id, guess=guess)
            else:
                yield from _origins(standard, clause)


def _origins(standard: Standard, clause: Clause) -> Iterator[Finding]:
    seen: dict[str, Origin] = {}
    for origin in clause.origins:
        first = seen.setdefault(origin.target, origin)
        if first is not origin:
            yield codes.ORIGIN_TWICE(origin.span, Related(first.span, ABOVE), id=origin.target)
    merged = [origin for origin in clause.origins if origin.relation == "merged"]
    if len(clause.origins) != (len(merged) if merged else 1) or len(merged) == 1:
        yield codes.MERGED_ALONE(clause.origins[-1].span)
        return
    for origin in clause.origins:
        if origin.relation == "none" and not origin.reason:
            yield structure.REASON_MISSING(origin.span, note="@from none")
        if origin.clause:
            yield from _relation(standard, clause, origin, origin.clause)


def _relation(standard: Standard, clause: Clause, origin: Origin, source: Clause) -> Iterator[Finding]:
    """One origin against the texts: equal, a part, or other words; at the same level or not."""
    here, there = fold(clause.text), fold(source.text)
    related = Related(source.text_span, both("来源在这里", "the source is here"))
    relation = origin.relation
    if here == there and relation != "verbatim":
        yield codes.RELATION_TOO_WEAK(origin.span, related, relation=relation, id=source.id)
    elif here != there and relation == "verbatim":
        better = "abridged" if only_leaves_out(here, there) else "reworded"
        shown = difference(source.text, clause.text)
        yield codes.VERBATIM_DIFFERS(origin.span, related, id=source.id, difference=shown, relation=better)
    elif relation == "abridged" and not only_leaves_out(here, there):
        shown = difference(source.text, clause.text)
        yield codes.ABRIDGED_ADDS(origin.span, related, id=source.id, difference=shown)
    elif relation == "moved" and source.level == clause.level:
        yield codes.NOT_MOVED(origin.span, related, extent=standard.extent, id=source.id, level=clause.level)
    elif relation == "reworded" and source.level != clause.level:
        yield codes.MOVED_UNSAID(
            origin.span, related, extent=standard.extent, id=source.id, there=source.level, here=clause.level
        )


def _guess(clause: Clause, superset: Standard) -> Both:
    best = max(superset.clauses.values(), key=lambda source: likeness(clause.text, source.text), default=None)
    if best is None or likeness(clause.text, best.text) < 0.3:
        return both("none 理由", "none and why")
    here, there = fold(clause.text), fold(best.text)
    relation = "verbatim" if here == there else "abridged" if only_leaves_out(here, there) else "reworded"
    return both(f"{best.id} {relation}", f"{best.id} {relation}")


def pointers_resolve(model: Model) -> Iterator[Finding]:
    """`@see` points to a node or clause that exists."""
    for document in model.documents():
        standard = _home(document)
        for _, notes in texts_with_notes(document):
            for remark in notes.remarks:
                if remark.kind == "see" and not _exists(model, standard, remark.target):
                    near = nearest_of(remark.target, [*standard.nodes, *standard.clauses])
                    yield codes.SEE_UNKNOWN(remark.span, id=remark.target, nearest=near)


def _home(document: Standard | Profile | Crosswalk) -> Standard:
    """The standard that an identifier without one is of."""
    match document:
        case Profile():
            return document.standard
        case Crosswalk():
            return document.source
        case Standard():
            return document


def _exists(model: Model, standard: Standard, target: str) -> bool:
    owner, colon, local = target.rpartition(":")
    holder = model.standard(owner) if colon else standard
    return holder is not None and (local in holder.nodes or local in holder.clauses)
