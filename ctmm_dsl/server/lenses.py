"""What stands above a line in an editor: sums of weights, counts of clauses, what a clause weighs in the total.

In: a project and a file of it. Out: a line's place and a few words, in a language. Exact: only what is shown is rounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ctmm_dsl.expression.figures import percent
from ctmm_dsl.model import Node, Standard
from ctmm_dsl.scheme import laid_weights, whole_of
from ctmm_dsl.server.hover import by_level
from ctmm_dsl.server.projects import Project
from ctmm_dsl.server.worth import Worth, shown, worths
from ctmm_dsl.source import Span


class Lens(NamedTuple):
    span: Span
    words: str


def lenses(project: Project, path: str, language: str, *, clauses: bool = True) -> list[Lens]:
    """The lenses of a file. `clauses`: also one above each clause."""
    model = project.outcome.model
    found: list[Lens] = []
    of_all = worths(model)
    for standard in model.standards:
        if standard.span.source.path == path:
            own = [worth for worth in of_all if worth.scheme.standard is standard]
            found += _of_standard(standard, own, language, clauses=clauses)
    return sorted(found, key=lambda lens: lens.span.start)


def _of_standard(standard: Standard, own: list[Worth], language: str, *, clauses: bool) -> Iterator[Lens]:
    whole = [*_sum(standard, None, standard.domains, language), *_counts(list(standard.domains), language)]
    if whole:
        yield Lens(standard.span, " · ".join(whole))
    for node in standard.walk():
        words = [
            *_weights(node, own, language),
            *_sum(standard, node, node.children, language),
            *_counts([node], language),
        ]
        if words:
            yield Lens(node.span, " · ".join(words))
        for clause in node.own_clauses if clauses else ():
            shares = [
                by_level(worth.clauses[clause.id], language) + worth.named[language]
                for worth in own
                if clause.id in worth.clauses
            ]
            if shares:
                yield Lens(clause.span, ("占总分 " if language == "zh" else "of the total: ") + "；".join(shares))


def _weights(node: Node, own: list[Worth], language: str) -> Iterator[str]:
    for worth in own:
        if node.id in worth.nodes:
            part = shown(worth.nodes[node.id])
            yield f"占总分 {part}{worth.named['zh']}" if language == "zh" else f"{part} of the total{worth.named['en']}"


def _sum(standard: Standard, parent: Node | None, children: tuple[Node, ...], language: str) -> Iterator[str]:
    """What the weights of the children sum to, and whether that is what it should be."""
    weighed = [node for node in children if node.weighs and node.weight is not None]
    if not weighed:
        return
    total = sum((node.weight for node in weighed if node.weight is not None), Fraction(0))
    right = whole_of(standard, parent, children, laid_weights(standard))
    mark = "✓" if total == right else "≠"
    what = f"{percent(total)} {mark}" + ("" if total == right else f" {percent(right)}")
    yield f"下级权重合计 {what}" if language == "zh" else f"weights below sum to {what}"


def _counts(nodes: list[Node], language: str) -> Iterator[str]:
    """How many clauses there are, by level."""
    counted = Counter(clause.level for node in nodes for clause in node.clauses())
    if counted:
        parts = " + ".join(str(counted[level]) for level in sorted(counted))
        total = sum(counted.values())
        yield f"条款 {total} = {parts}" if language == "zh" else f"clauses {total} = {parts}"
