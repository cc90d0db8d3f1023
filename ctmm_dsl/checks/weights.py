"""CT3…: the weights of every group of siblings are there, lie within bounds, and sum to exactly 100%."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction

from ctmm_dsl.catalogue import formulas
from ctmm_dsl.catalogue import weights as codes
from ctmm_dsl.checks.spoken import layer_name, named, percent
from ctmm_dsl.findings import ABOVE, Both, Finding, Related, both, listed
from ctmm_dsl.model import LAYERS, Model, Node, Profile, ReadingRow, Standard
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.scheme import ALL, INNERMOST, laid_weights, sibling_groups, whole_of

_GLUED = re.compile(r"[0-9０-９][%％][)）]?$")
"""A weight that ran into the name before it."""


def weights_sum(model: Model) -> Iterator[Finding]:
    """A standard that weighs anything weighs everything."""
    for standard in model.standards:
        yield from _unweighed(standard)
        if standard.formulas or any(node.weight is not None for node in standard.walk()):
            groups = list(sibling_groups(standard))
            other = _other_whole(standard, groups)
            if other:
                yield other
            for parent, group in groups:
                if not (other and parent and whole_of(standard, parent, group) != _sum(group)):
                    yield from _group(standard, parent, group)


Groups = list[tuple[Node | None, tuple[Node, ...]]]


def _other_whole(standard: Standard, groups: Groups) -> Finding | None:
    """Weights that all sum to their parents' where they are said to be parts of these, or all to 100% where they are said to be of the
    total: it is that line of the heading which is wrong."""
    laid = [(parent, group) for parent, group in groups if parent and parent.weight and group[0].layer < INNERMOST]
    wrong = [(parent, group) for parent, group in laid if _sum(group) != whole_of(standard, parent, group)]
    if len(wrong) < 2 or any(_sum(group) != (ALL if standard.of_total else parent.weight) for parent, group in wrong):
        return None
    parent, group = wrong[0]
    words = _siblings(standard, named(parent), group)
    mend = both(
        "占总分的权重，在标准的标题下写 weights of total",
        "where weights are of the total, the heading says `weights of total`",
    )
    if standard.of_total:
        mend = both(
            "占上级的权重，标题下不写 weights of total",
            "where weights are of the parent, no `weights of total` stands in the heading",
        )
    blamed = group[-1].weight_span
    assert blamed
    expected = whole_of(standard, parent, group)
    return codes.DO_NOT_SUM(
        blamed, extent=standard.extent, parent=words, sum=percent(_sum(group)), whole=percent(expected), repair=mend
    )


def _sum(group: tuple[Node, ...]) -> Fraction:
    return sum((node.weight for node in group if node.weight is not None), Fraction())


def _unweighed(standard: Standard) -> Iterator[Finding]:
    """Deductions are taken off the total whole, and rubrics have no score: neither has a weight."""
    weighed = {id(node): node for node in standard.walk() if node.weight is not None and not node.weighs}
    for node in weighed.values():
        if node.weight_span and not any(id(below) in weighed for below in node.walk() if below is not node):
            why = both("它从总分中扣减", "it is taken off the total")
            if not node.deducts:
                why = both("量规没有得分", "a rubric has no score")
            yield codes.UNWEIGHED(node.weight_span, extent=node.extent, node=named(node), why=why)


def _group(standard: Standard, parent: Node | None, group: tuple[Node, ...]) -> Iterator[Finding]:
    missing = [node for node in group if node.weight is None]
    if len(group) == 1 and missing:
        return  # an only child weighs all that its parent does
    if len(missing) == len(group):
        head = parent or group[0]
        yield codes.MISSING_BELOW(head.span, parent=both(*2 * (named(parent) if parent else standard.id,)))
        return
    total = _sum(group)
    expected = whole_of(standard, parent, group)
    out_of_range = [node for node in group if node.weight is not None and not 0 < node.weight <= 1]
    for node in out_of_range:
        assert node.weight is not None and node.weight_span
        yield codes.OUT_OF_RANGE(node.weight_span, weight=percent(node.weight))
    for node in missing:
        rest = expected - total
        repair = _repair(rest, expected) if len(missing) == 1 and rest > 0 else both("", "")
        if _GLUED.search(node.name):
            repair = both("名称与权重之间要有空格", "a blank goes between a name and its weight")
        yield codes.MISSING(node.span, node=named(node), repair=repair)
    if total != expected and not missing and not out_of_range and not _parent_is_blamed(standard, parent, total):
        yield _does_not_sum(standard, parent, group, total, expected)


def _parent_is_blamed(standard: Standard, parent: Node | None, total: Fraction) -> bool:
    """Whether a node's children sum to what it would have to weigh itself for its own siblings to sum to the whole."""
    beside = next((group for _, group in sibling_groups(standard) if any(node is parent for node in group)), ())
    return bool(
        parent and standard.of_total and _sum(beside) != ALL and _sum(beside) - (parent.weight or 0) + total == ALL
    )


def _blamed(standard: Standard, group: tuple[Node, ...], total: Fraction, expected: Fraction) -> Node:
    """The sibling that is pointed at: the one whose children say what it should weigh, else the last that could take up the difference.
    Which one is wrong only the editor knows."""
    if standard.of_total and group[0].layer == 0:
        for parent, below in sibling_groups(standard):
            if parent and parent.layer == 0 and _parent_is_blamed(standard, parent, _sum(below)):
                return parent
    return next((node for node in reversed(group) if (node.weight or 0) + expected - total > 0), group[-1])


def _does_not_sum(
    standard: Standard, parent: Node | None, group: tuple[Node, ...], total: Fraction, expected: Fraction
) -> Finding:
    blamed = _blamed(standard, group, total, expected)
    assert blamed.weight is not None and blamed.weight_span
    words = _siblings(standard, named(parent) if parent else standard.id, group)
    related = (Related(parent.span, both("上级在这里", "the parent is here")),) if parent else ()
    needed = blamed.weight + expected - total
    repair = _repair(needed, expected) if 0 < needed <= 1 else both("", "")
    extent = parent.extent if parent else standard.extent
    return codes.DO_NOT_SUM(
        blamed.weight_span,
        *related,
        extent=extent,
        parent=words,
        sum=percent(total),
        whole=percent(expected),
        repair=repair,
    )


def _repair(needed: Fraction, whole: Fraction = Fraction(1)) -> Both:
    here, sum_ = percent(needed), percent(whole)
    return both(f"这里若为 {here}，合计为 {sum_}", f"with {here} here they would sum to {sum_}")


def profiles_weigh_everything(model: Model) -> Iterator[Finding]:
    """A profile gives every weight that its standard lacks, and each group sums to 100%."""
    for profile in model.profiles:
        yield from _laid(profile)


def profiles_can_score(model: Model) -> Iterator[Finding]:
    """A profile lends or borrows a scale and a method: weights alone score nothing."""
    for profile in model.profiles:
        giver = profile.scoring or profile.standard
        method = profile.method or giver.method
        if profile.standard.clauses and not (giver.scale and method and method.ladder):
            lender = next((standard.id for standard in model.standards if standard.method and standard.scale), "…")
            yield codes.NOTHING_TO_SCORE_BY(profile.span, profile=profile.id, giver=lender)


def _laid(profile: Profile) -> Iterator[Finding]:
    weights = laid_weights(profile)
    rows = {row.node: row for row in profile.rows}
    for row in profile.rows:
        if not 0 < row.weight <= 1:
            yield codes.OUT_OF_RANGE(row.weight_span, weight=percent(row.weight))
    for row in profile.rows:
        node = profile.standard.nodes[row.node]
        if not node.weighs:
            why = both("它从总分中扣减，或没有得分", "it is taken off the total, or has no score")
            yield codes.UNWEIGHED(row.weight_span, extent=profile.extent, node=named(node), why=why)
    yield from _in_part(profile, rows.keys())
    missing = [node for _, group in sibling_groups(profile.standard) for node in group if node.id not in weights]
    if missing:
        nodes = listed(node.id for node in missing)
        yield codes.NOT_LAID(
            profile.span, extent=profile.extent, nodes=nodes, row=_equal_row(profile.standard, missing[0])
        )
        return
    for parent, group in sibling_groups(profile.standard):
        total = sum((rows[node.id].weight if node.id in rows else weights[node.id] for node in group), Fraction())
        expected = whole_of(profile.standard, parent, group, {row.node: row.weight for row in profile.rows})
        written = [rows[node.id] for node in group if node.id in rows]
        above = [rows[parent.id]] if parent and parent.id in rows else []
        if total != expected and (written or above) and all(0 < row.weight <= 1 for row in written or above):
            blamed = next((row for row in reversed(written) if row.weight + expected - total > 0), None)
            needed = blamed.weight + expected - total if blamed else Fraction(0)
            yield codes.DO_NOT_SUM(
                (blamed or (written or above)[-1]).weight_span,
                extent=profile.extent,
                parent=_siblings(profile.standard, parent.id if parent else profile.id, group),
                sum=percent(total),
                whole=percent(expected),
                repair=_repair(needed, expected) if 0 < needed <= 1 else both("", ""),
            )


def _in_part(profile: Profile, laid: Collection[str]) -> Iterator[Finding]:
    """A profile that changes a weight of a standard which has its own gives those of all siblings: the others would no longer sum."""
    for parent, group in sibling_groups(profile.standard):
        written = [row for row in profile.rows if row.node in {node.id for node in group}]
        rest = [node.id for node in group if node.id not in laid]
        has_own = any(node.weight is not None for node in group)
        if written and rest and has_own and (parent.layer if parent else -1) not in profile.equal:
            siblings = _siblings(profile.standard, parent.id if parent else profile.standard.id, group)
            yield codes.GROUP_IN_PART(
                written[0].weight_span, extent=profile.extent, parent=siblings, nodes=listed(rest)
            )


def readings_known(model: Model) -> Iterator[Finding]:
    """The readings that a profile chooses are readings of formulas of its standard, each chosen once."""
    for profile in model.profiles:
        chosen: dict[str, ReadingRow] = {}
        for row in profile.readings:
            formula = profile.standard.formulas.get(row.node)
            names = [reading.name for reading in formula.readings] if formula else []
            first = chosen.setdefault(row.node, row)
            if first is not row:
                yield formulas.READING_TWICE(row.span, Related(first.span, ABOVE), node=row.node, reading=row.reading)
            elif row.node not in profile.standard.nodes:
                near = nearest_of(row.node, profile.standard.nodes)
                yield codes.NODE_UNKNOWN(row.node_span, standard=profile.standard.id, id=row.node, nearest=near)
            elif row.reading not in names:
                near = nearest_of(row.reading, names)
                yield formulas.READING_UNKNOWN(row.reading_span, node=row.node, reading=row.reading, nearest=near)


def _equal_row(standard: Standard, node: Node) -> str:
    """The row of a profile by which a node would weigh as much as its siblings."""
    parent = next((path[-2] for path in standard.paths() if path[-1] is node and len(path) > 1), None)
    return f"within {LAYERS[parent.layer] if parent else 'total'} equal"


def _siblings(standard: Standard, parent: str, group: tuple[Node, ...]) -> Both:
    """“the items of AR.1 战略”, as the standard calls them."""
    english = ("domains", "sub-domains", "items")[group[0].layer]
    return both(f"{parent} 各{layer_name(standard, group[0].layer)}", f"the {english} of {parent}")
