"""Weights: the amount that makes a group sum to its whole, of a standard and of a profile.

In: a finding about weights, and the model. Out: one weight written, another in its place, or one taken out. The sums are those of the
check, over the same groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.catalogue import weights as codes
from ctmm_dsl.checks.spoken import percent
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.fix import Fix, at_end, put_in, take_out
from ctmm_dsl.fixes.found import profile_at, standard_at
from ctmm_dsl.fixes.lines import indentation, line_at, whole_lines
from ctmm_dsl.model import Node, Profile, Standard, WeightRow
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.names import likeliest_of
from ctmm_dsl.scheme import laid_weights, sibling_groups, whole_of
from ctmm_dsl.source import Span

_GLUED = re.compile(r"[ \t]*([0-9０-９]+(?:[.．][0-9０-９]+)?[ \t]*[%％])$")


def differs(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The weight that is pointed at, set to what the others leave; or the line that says of what the weights are parts."""
    standard, profile = standard_at(finding.span, outcome), profile_at(finding.span, outcome)
    if standard:
        yield from _of_another_whole(standard)
        for parent, group in sibling_groups(standard):
            for node in group:
                if node.weight_span == finding.span:
                    yield from _set(finding.span, _left(standard, parent, group, node))
    if profile:
        yield from _of_profile(profile, finding.span)


def _set(span: Span, needed: Fraction) -> Iterator[Fix]:
    if 0 < needed <= 1:
        weight = percent(needed)
        yield Fix(both(f"把权重改为 {weight}", f"set the weight to {weight}"), (Edit(span, weight),))


def _left(standard: Standard, parent: Node | None, group: tuple[Node, ...], node: Node) -> Fraction:
    """What a node would have to weigh, as the others of its group stand."""
    others = sum((one.weight or Fraction() for one in group if one is not node), Fraction())
    return whole_of(standard, parent, group) - others


def _of_another_whole(standard: Standard) -> Iterator[Fix]:
    """Where all groups sum to the other whole, it is the line `weights of total` that lacks, or is too much."""
    inner = [(parent, group) for parent, group in sibling_groups(standard) if parent and parent.layer == 0]
    sums = [(parent, sum((node.weight or Fraction() for node in group), Fraction())) for parent, group in inner]
    if len(sums) < 2 or any(parent.weight is None for parent, _ in sums):
        return
    if not standard.of_total and all(total == parent.weight for parent, total in sums):
        place = at_end(whole_lines(standard.span))
        yield put_in(place, "  weights of total\n", "加一行 weights of total", "add the line `weights of total`")
    if standard.of_total and all(total == 1 for _, total in sums):
        for match in re.finditer(
            r"(?m)^[ \t]+(?:weights|权重)[ \t\u3000]+(?:of[ \t\u3000]+total|占总分).*\n", standard.extent.text
        ):
            span = Span(standard.span.source, match.start(), match.end())
            yield take_out([span], "删除 weights of total", "delete the line `weights of total`")


def _of_profile(profile: Profile, span: Span) -> Iterator[Fix]:
    rows = {row.node: row for row in profile.rows}
    laid = laid_weights(profile)
    for parent, group in sibling_groups(profile.standard):
        for node in group:
            if node.id in rows and rows[node.id].weight_span == span:
                whole = whole_of(profile.standard, parent, group, {row.node: row.weight for row in profile.rows})
                others = sum((laid.get(one.id, Fraction()) for one in group if one is not node), Fraction())
                yield from _set(span, whole - others)


def missing(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The weight that a node lacks: what the others leave; where it ran into the name, a blank between them."""
    standard = standard_at(finding.span, outcome)
    for parent, group in sibling_groups(standard) if standard else ():
        for node in group:
            if standard is None or node.span != finding.span:
                continue
            if glued := _GLUED.search(node.name_span.text):
                place = Span(node.span.source, node.name_span.start + glued.start(), node.name_span.end)
                words = both("名称与权重之间加空格", "put a blank between the name and its weight")
                yield Fix(words, (Edit(place, f" {glued[1]}"),))
                continue
            needed = _left(standard, parent, group, node)
            if sum(one.weight is None for one in group) == 1 and 0 < needed <= 1:
                weight = percent(needed)
                yield put_in(at_end(node.name_span), f" {weight}", f"补上权重 {weight}", f"put in the weight {weight}")


def unweighed(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A weight where none counts."""
    if standard_at(finding.span, outcome):
        line = line_at(finding.span.source, finding.span.start)
        before = line.source.text[line.start : finding.span.start]
        start = line.start + len(re.sub(r"[ \t\u3000]+(?:权重[:：]?[ \t\u3000]*)?$", "", before))
        yield take_out([Span(line.source, start, finding.span.end)], "删去这里的权重", "delete the weight")
    else:
        yield take_out([whole_lines(finding.span)], "删去这一行", "delete the row")


# ---- the rows of a profile -------------------------------------------------------------------------------------------


def row_of_unknown(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A row's identifier as that of the nearest node that has no row yet."""
    profile = profile_at(finding.span, outcome)
    if profile:
        given = {row.node for row in profile.rows}
        free = [name for name in profile.standard.nodes if name not in given]
        lacking = [one for one in _groups_in_part(profile, given) if len(one) == 1]
        near = likeliest_of(finding.span.text, free) or [name for one in lacking for name in one]
        yield from (_renamed(finding.span, name) for name in near)


def _groups_in_part(profile: Profile, given: set[str]) -> Iterator[list[str]]:
    """Of the groups that some rows are for, the nodes that have none."""
    for _, group in sibling_groups(profile.standard):
        lacking = [node.id for node in group if node.id not in given]
        if 0 < len(lacking) < len(group):
            yield lacking


def _renamed(span: Span, name: str) -> Fix:
    return Fix(both(f"改为 {name}", f"change to {name}"), (Edit(span, name),))


def given_twice(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """The second row, or the first, of a node that has two."""
    for first in finding.related:
        rows = {_words(row): row for row in (first.span, finding.span)}
        for row in reversed(rows.values()):
            text = _words(row)
            yield take_out([whole_lines(row)], f"删除 {text} 这一行", f"delete the row {text}")


def _words(row: Span) -> str:
    return " ".join(line_at(row.source, row.start).text.split())


def not_laid(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A row for the one node of a group that has none."""
    profile = profile_at(finding.span, outcome)
    if profile is None:
        return
    laid = laid_weights(profile)
    rows = {row.node: row for row in profile.rows}
    for parent, group in sibling_groups(profile.standard):
        beside = [rows[node.id] for node in group if node.id in rows]
        lacking = [node for node in group if node.id not in (rows if beside else laid)]
        if len(lacking) == 1 and beside:
            whole = whole_of(profile.standard, parent, group, {row.node: row.weight for row in profile.rows})
            others = sum((rows[node.id].weight for node in group if node.id in rows), Fraction())
            yield from _row(lacking[0], whole - others, beside[-1])


def _row(node: Node, needed: Fraction, after: WeightRow) -> Iterator[Fix]:
    if 0 < needed <= 1:
        line = line_at(after.span.source, after.span.start)
        row = f"{node.id} {percent(needed)}"
        place = at_end(line)
        yield put_in(place, f"\n{indentation(line)}{row}", f"加一行 {row}", f"add the row {row}")


def nothing_to_score_by(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The line that lends a scale and a method, where there is one standard alone that has them."""
    lenders = [standard.id for standard in outcome.model.standards if standard.method and standard.scale]
    if len(lenders) == 1:
        place = at_end(whole_lines(finding.span))
        words = f"scoring {lenders[0]}"
        yield put_in(place, f"  {words}\n", f"加一行 {words}", f"add the line {words}")


FIXES = (
    (codes.DO_NOT_SUM, differs),
    (codes.OUT_OF_RANGE, differs),
    (codes.MISSING, missing),
    (codes.UNWEIGHED, unweighed),
    (codes.NODE_UNKNOWN, row_of_unknown),
    (codes.GIVEN_TWICE, given_twice),
    (codes.NOT_LAID, not_laid),
    (codes.GROUP_IN_PART, not_laid),
    (codes.NOTHING_TO_SCORE_BY, nothing_to_score_by),
)
