"""CT7…: crosswalks: ends that exist, every node looked at, reasons given, rows judged on the texts as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctmm_dsl.catalogue import crosswalks as codes
from ctmm_dsl.findings import ABOVE, Finding, Related, both, listed
from ctmm_dsl.fingerprint import DIGITS, changed_ends
from ctmm_dsl.model import Crosswalk, Mapping, Model
from ctmm_dsl.pinning import named_row
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import plain

CHANGED = both("这里或其下的文字改过", "the text here or below it has changed")

_BRACKETED = re.compile(r"[\[［][\s,，;；、0-9A-Za-z０-９Ａ-Ｚａ-ｚ]+[\]］]")
_DIGEST = re.compile(rf"(?<![0-9A-Za-z])[0-9A-Fa-f]{{{DIGITS - 1},{DIGITS + 1}}}(?![0-9A-Za-z])")


def ends_exist(model: Model) -> Iterator[Finding]:
    """Both ends of a row are nodes of their standards; one that is not is told once, however many rows name it."""
    for crosswalk in model.crosswalks:
        told: set[tuple[str, str]] = set()
        for row in crosswalk.rows:
            ends = [(crosswalk.source, row.source_node, row.subject, row.subject_span)]
            if row.target_span:
                ends.append((crosswalk.target, row.target_node, row.target, row.target_span))
            for standard, node, name, span in ends:
                if node is None and (standard.id, name) not in told:
                    told.add((standard.id, name))
                    near = nearest_of(name, standard.nodes)
                    yield codes.END_UNKNOWN(span, standard=standard.id, id=name, nearest=near)


def every_leaf_mapped(model: Model) -> Iterator[Finding]:
    """Every leaf of the source is mapped, itself or above or below, or said to be `none`."""
    for crosswalk in model.crosswalks:
        looked_at = {row.source_node.id for row in crosswalk.rows if row.source_node}
        missing = [
            path[-1].id for path in crosswalk.source.leaf_paths() if not any(node.id in looked_at for node in path)
        ]
        if missing:
            yield codes.NOT_MAPPED(crosswalk.span, extent=crosswalk.extent, nodes=listed(missing))


def rows_agree(model: Model) -> Iterator[Finding]:
    """No pair twice, nothing both mapped and `none`, every row with a reason."""
    for crosswalk in model.crosswalks:
        pairs: dict[tuple[str, str], Mapping] = {}
        by_subject: dict[str, list[Mapping]] = {}
        for row in crosswalk.rows:
            first = pairs.setdefault((row.subject, row.target), row)
            if first is not row:
                related = Related(first.span, ABOVE)
                yield codes.ROW_TWICE(row.span, related, subject=row.subject, target=row.target or "none")
            if not row.reason:
                yield codes.REASON_MISSING(row.span)
            by_subject.setdefault(row.subject, []).append(row)
        for subject, rows in by_subject.items():
            none = next((row for row in rows if row.relation == "none"), None)
            if none and any(row.relation != "none" for row in rows):
                yield codes.NONE_AND_MAPPED(none.span, id=subject)


def no_ancestor_as_well(model: Model) -> Iterator[Finding]:
    """A subject does not stand in one relation both to a node and to what is above it."""
    for crosswalk in model.crosswalks:
        above = _ancestors(crosswalk)
        mapped = {(row.subject, row.relation, row.target) for row in crosswalk.rows}
        for row in crosswalk.rows:
            for ancestor in above.get(row.target, ()):
                if (row.subject, row.relation, ancestor) in mapped:
                    yield codes.ANCESTOR_AS_WELL(row.span, subject=row.subject, target=row.target, ancestor=ancestor)


def _ancestors(crosswalk: Crosswalk) -> dict[str, tuple[str, ...]]:
    above: dict[str, tuple[str, ...]] = {}
    for node in crosswalk.target.walk():
        for child in node.children:
            above[child.id] = (*above.get(node.id, ()), node.id)
    return above


# ---- the texts that rows were judged on ------------------------------------------------------------------------


def rows_fresh(model: Model) -> Iterator[Finding]:
    """The texts at both ends of a row are those that it was judged on."""
    for crosswalk in model.crosswalks:
        for row in crosswalk.rows:
            if changed := changed_ends(crosswalk, row):
                ends = listed(name for name, _ in changed)
                related = (Related(node.name_span, CHANGED) for _, node in changed)
                file = row.span.source.path
                yield codes.ROW_STALE(row.pins_span or row.span, *related, ends=ends, file=file, row=named_row(row))


def rows_pinned(model: Model) -> Iterator[Finding]:
    """Every row says on which texts it was judged; those of a file that do not are told together, at the first of them."""
    for crosswalk in model.crosswalks:
        without = [row for row in crosswalk.rows if not row.pins]
        if without:
            yield codes.ROW_UNPINNED(without[0].span, count=len(without), file=without[0].span.source.path)


def pins_readable(model: Model) -> Iterator[Finding]:
    """What was meant for digests is not taken for the beginning of a reason."""
    for crosswalk in model.crosswalks:
        for row in crosswalk.rows:
            bracketed = _BRACKETED.match(row.reason)
            if bracketed and _DIGEST.search(plain(bracketed.group())):
                pin = bracketed.group()
                yield codes.PIN_UNREADABLE(row.span.find(pin), pin=pin, count=1 if row.relation == "none" else 2)
