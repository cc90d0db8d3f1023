"""CT4…: where clauses come from, and what notes point to."""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.catalogue import references as codes
from ctmm_dsl.catalogue import structure
from ctmm_dsl.checks.notes import texts_with_notes
from ctmm_dsl.findings import ABOVE, Both, Finding, Related, both
from ctmm_dsl.model import Clause, Crosswalk, Model, Origin, Profile, Standard
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.wording import difference, fold, likeness, only_leaves_out

GUESSES = 20
"""For so many clauses of a standard without a source the likeliest one is sought."""

MERGED = both(
    "合并而成的条款应有两个以上来源，且每个都标为 merged",
    "a merged clause has two sources or more, each of them said to be merged",
)
NOT_MERGED = both(
    "这一条款有几行 @from，却没有都标为 merged；是否误删了一条条款？",
    "this clause has several lines @from that are not all merged; has a clause been deleted above one of them?",
)
NEARER = 0.25
"""A clause that shares so much more of a reworded one than its source does is told."""


def origins_hold(model: Model) -> Iterator[Finding]:
    """Every clause of a part names its source, and is related to it as it says."""
    for standard in model.standards:
        if standard.superset is None:
            continue
        guesses = GUESSES
        for clause in standard.clauses.values():
            if not clause.origins:
                guess = _guess(clause, standard.superset) if guesses else both("@from …", "`@from …`")
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
    if len(seen) < len(clause.origins):
        return  # whether they are merged shows once each stands there once
    merged = [origin for origin in clause.origins if origin.relation == "merged"]
    if len(clause.origins) != (len(merged) if merged else 1) or len(merged) == 1:
        yield codes.MERGED_ALONE(clause.origins[-1].span, what=MERGED if merged else NOT_MERGED)
        return
    for origin in clause.origins:
        if origin.relation == "none" and not origin.reason:
            yield structure.REASON_MISSING(origin.span, note="@from none")
        if origin.clause:
            yield from relation_faults(standard, clause, origin, origin.clause)


def relation_faults(standard: Standard, clause: Clause, origin: Origin, source: Clause) -> Iterator[Finding]:
    """One origin against the texts: equal, a part, or other words; at the same level or not."""
    here, there = fold(clause.text), fold(source.text)
    related = Related(source.text_span, both("来源在这里", "the source is here"))
    relation = origin.relation
    if here == there and relation != "verbatim":
        yield codes.RELATION_TOO_WEAK(origin.span, related, relation=relation, id=source.id)
    elif here != there and relation == "verbatim":
        better = "abridged" if only_leaves_out(here, there) else "reworded"
        shown = difference(source.text, clause.text)
        hint = _same_elsewhere(standard, here) or both(
            f"若改动是有意的，改为 {better}", f"if the change is meant, write {better}"
        )
        yield codes.VERBATIM_DIFFERS(origin.span, related, id=source.id, difference=shown, hint=hint)
    elif relation == "abridged" and not only_leaves_out(here, there):
        shown = difference(source.text, clause.text)
        hint = _same_elsewhere(standard, here) or both(
            "若改动是有意的，改为 reworded", "if the change is meant, write reworded"
        )
        yield codes.ABRIDGED_ADDS(origin.span, related, id=source.id, difference=shown, hint=hint)
    elif relation == "moved" and source.level == clause.level:
        yield codes.NOT_MOVED(origin.span, related, extent=standard.extent, id=source.id, level=clause.level)
    elif relation == "reworded" and source.level != clause.level:
        yield codes.MOVED_UNSAID(
            origin.span, related, extent=standard.extent, id=source.id, there=source.level, here=clause.level
        )
    elif relation == "reworded":
        yield from _nearer(standard, clause, origin, source)


def _same_elsewhere(standard: Standard, folded: str) -> Both | None:
    """Another clause of the whole with the very same words: then it is the label that is wrong, not the text."""
    clauses = standard.superset.clauses.values() if standard.superset else ()
    same = next((clause.id for clause in clauses if fold(clause.text) == folded), None)
    if same is None:
        return None
    return both(
        f"{same} 与这一条款逐字相同，来源的标号是否变了？",
        f"{same} is this clause word for word; has the label of the source changed?",
    )


def _nearer(standard: Standard, clause: Clause, origin: Origin, source: Clause) -> Iterator[Finding]:
    """A reworded clause whose source has a neighbour in its cell that is much more like it."""
    assert standard.superset
    cell = source.id.rpartition("/")[0]
    beside = [
        other
        for other in standard.superset.nodes[cell].own_clauses
        if other.level == source.level and other is not source
    ]
    nearest = max(beside, key=lambda other: likeness(clause.text, other.text), default=source)
    if likeness(clause.text, nearest.text) > likeness(clause.text, source.text) + NEARER:
        yield codes.NEARER_SOURCE(origin.span, extent=standard.extent, id=source.id, other=nearest.id)


def _guess(clause: Clause, superset: Standard) -> Both:
    best = likeliest_source(clause, superset)
    if best is None:
        return both(
            "@from 来源 关系；确无来源的，写 @from none 理由",
            "`@from SOURCE RELATION`, or `@from none WHY` where there is none",
        )
    here, there = fold(clause.text), fold(best.text)
    relation = "verbatim" if here == there else "abridged" if only_leaves_out(here, there) else "reworded"
    return both(f"@from {best.id} {relation}", f"`@from {best.id} {relation}`")


def likeliest_source(clause: Clause, superset: Standard) -> Clause | None:
    """The clause of the whole that is most like one of the part; none where nothing is like it."""
    best = max(superset.clauses.values(), key=lambda source: likeness(clause.text, source.text), default=None)
    return best if best and likeness(clause.text, best.text) >= 0.3 else None


def pointers_resolve(model: Model) -> Iterator[Finding]:
    """`@see` points to a node or clause that exists."""
    for document in model.documents():
        standard = _home(document)
        for _, notes in texts_with_notes(document):
            for remark in notes.remarks:
                if remark.kind == "see" and not _exists(model, standard, remark.target):
                    near = nearest_of(remark.target, [*standard.nodes, *standard.clauses])
                    yield codes.SEE_UNKNOWN(remark.span, extent=document.extent, id=remark.target, nearest=near)


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
