"""CT3…: the weights of every group of siblings are there, lie within bounds, and sum to exactly 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.catalogue import weights as codes
from ctmm_dsl.checks.spoken import layer_name, named, percent
from ctmm_dsl.findings import Both, Finding, Related, both, listed
from ctmm_dsl.model import LAYERS, Model, Node, Profile, Standard
from ctmm_dsl.scheme import laid_weights, sibling_groups

_GLUED = re.compile(r"[0-9０-９][%％][)）]?$")
"""A weight that ran into the name before it."""


def weights_sum(model: Model) -> Iterator[Finding]:
    """A standard that weighs anything weighs everything."""
    for standard in model.standards:
        if any(node.weight is not None for node in standard.walk()):
            for parent, group in sibling_groups(standard):
                yield from _group(standard, parent, group)


def _group(standard: Standard, parent: Node | None, group: tuple[Node, ...]) -> Iterator[Finding]:
    missing = [node for node in group if node.weight is None]
    if len(missing) == len(group):
        head = parent or group[0]
        yield codes.MISSING_BELOW(head.span, parent=both(*2 * (named(parent) if parent else standard.id,)))
        return
    total = sum((node.weight for node in group if node.weight is not None), Fraction())
    out_of_range = [node for node in group if node.weight is not None and not 0 < node.weight <= 1]
    for node in out_of_range:
        assert node.weight is not None and node.weight_span
        yield codes.OUT_OF_RANGE(node.weight_span, weight=percent(node.weight))
    for node in missing:
        rest = 1 - total
        repair = _repair(rest) if len(missing) == 1 and rest > 0 else both("", "")
        if _GLUED.search(node.name):
            repair = both("名称与权重之间要有空格", "a blank goes between a name and its weight")
        yield codes.MISSING(node.span, node=named(node), repair=repair)
    if total != 1 and not missing and not out_of_range:
        yield _does_not_sum(standard, parent, group, total)


def _does_not_sum(standard: Standard, parent: Node | None, group: tuple[Node, ...], total: Fraction) -> Finding:
    """The last sibling that could take up the difference is pointed at: which one is wrong only the editor knows."""
    blamed = next((node for node in reversed(group) if (node.weight or 0) + 1 - total > 0), group[-1])
    assert blamed.weight is not None and blamed.weight_span
    words = _siblings(standard, named(parent) if parent else standard.id, group)
    related = (Related(parent.span, both("上级在这里", "the parent is here")),) if parent else ()
    needed = blamed.weight + 1 - total
    repair = _repair(needed) if 0 < needed <= 1 else both("", "")
    extent = parent.extent if parent else standard.extent
    return codes.DO_NOT_SUM(
        blamed.weight_span, *related, extent=extent, parent=words, sum=percent(total), repair=repair
    )


def _repair(needed: Fraction) -> Both:
    return both(f"这里若为 {percent(needed)}，合计为 100%", f"with {percent(needed)} here they would sum to 100%")


def profiles_weigh_everything(model: Model) -> Iterator[Finding]:
    """A profile gives every weight that its standard lacks, and each group sums to 100%."""
    for profile in model.profiles:
        if any(node.weight is not None for node in profile.standard.walk()):
            if profile.rows or profile.equal:
                where = profile.rows[0].weight_span if profile.rows else profile.span
                yield codes.OVERLAID(where, standard=profile.standard.id)
            continue
        yield from _laid(profile)


def profiles_can_score(model: Model) -> Iterator[Finding]:
    """A profile lends or borrows a scale and a method: weights alone score nothing."""
    for profile in model.profiles:
        giver = profile.scoring or profile.standard
        if profile.standard.clauses and not (giver.scale and (profile.method or giver.method)):
            lender = next((standard.id for standard in model.standards if standard.method and standard.scale), "…")
            yield codes.NOTHING_TO_SCORE_BY(profile.span, profile=profile.id, giver=lender)


def _laid(profile: Profile) -> Iterator[Finding]:
    weights = laid_weights(profile)
    rows = {row.node: row for row in profile.rows}
    for row in profile.rows:
        if not 0 < row.weight <= 1:
            yield codes.OUT_OF_RANGE(row.weight_span, weight=percent(row.weight))
    missing = [node for node in profile.standard.walk() if node.id not in weights]
    if missing:
        nodes = listed(node.id for node in missing)
        yield codes.NOT_LAID(
            profile.span, extent=profile.extent, nodes=nodes, row=_equal_row(profile.standard, missing[0])
        )
        return
    for parent, group in sibling_groups(profile.standard):
        total = sum((weights[node.id] for node in group), Fraction())
        written = [rows[node.id] for node in group if node.id in rows]
        if total != 1 and written and all(0 < row.weight <= 1 for row in written):
            needed = written[-1].weight + 1 - total
            yield codes.DO_NOT_SUM(
                written[-1].weight_span,
                extent=profile.extent,
                parent=_siblings(profile.standard, parent.id if parent else profile.id, group),
                sum=percent(total),
                repair=_repair(needed) if 0 < needed <= 1 else both("", ""),
            )


def _equal_row(standard: Standard, node: Node) -> str:
    """The row of a profile by which a node would weigh as much as its siblings."""
    parent = next((path[-2] for path in standard.paths() if path[-1] is node and len(path) > 1), None)
    return f"within {LAYERS[parent.layer] if parent else 'total'} equal"


def _siblings(standard: Standard, parent: str, group: tuple[Node, ...]) -> Both:
    """“the items of AR.1 战略”, as the standard calls them."""
    english = ("domains", "sub-domains", "items")[group[0].layer]
    return both(f"{parent} 各{layer_name(standard, group[0].layer)}", f"the {english} of {parent}")
