"""`ctmm show`: what stands at an identifier, where it comes from, what it maps to, and what is found there."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.cli.surroundings import colour, width
from ctmm_dsl.findings import Finding, listed
from ctmm_dsl.model import Model
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.reading import Trouble
from ctmm_dsl.render import entries, quantity_entry, terminal
from ctmm_dsl.render.mapped import rows_of
from ctmm_dsl.render.paragraphs import Line, laid_out
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import plain
from ctmm_dsl.source import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Something that an identifier names: its lines, and the stretches whose findings are about it."""

    lines: Iterable[Line]
    extents: tuple[Span, ...]

    def holds(self, finding: Finding) -> bool:
        return any(extent.holds(finding.span) for extent in self.extents)


def run(arguments: Namespace) -> int:
    outcome, findings = compile_spec([arguments.spec])
    places = list(_find(outcome.model, plain(arguments.id).strip(), arguments.lang))
    if not places:
        raise _nothing(outcome.model, arguments.id)
    for number, place in enumerate(places):
        sys.stdout.write("\n" * bool(number) + laid_out(place.lines, width()))
        sys.stdout.write(laid_out(_allowed(outcome, place, arguments.lang), width()))
        sys.stdout.write(_found([finding for finding in findings if place.holds(finding)], arguments.lang))
    return 0


def _find(model: Model, name: str, language: str) -> Iterator[Place]:
    """Every node, clause and quantity that an identifier names: in one standard where it says which, else in all."""
    owner, colon, local = name.rpartition(":")
    for standard in model.standards:
        if colon and standard.id != owner:
            continue
        for path in standard.paths():
            node = path[-1]
            if node.id == local:
                rows = (row.span for row in rows_of(model, standard, path))
                yield Place(entries.node(model, standard, path, language), (node.extent, *rows))
            elif local.startswith(f"{node.id}/"):
                for clause in node.own_clauses:
                    if clause.id == local:
                        yield Place(entries.clause(model, standard, path, clause, language), (clause.span,))
        for quantity in standard.quantities:
            if quantity.name == local:
                yield Place(quantity_entry.quantity(model, standard, quantity, language), (quantity.extent,))


def _nothing(model: Model, name: str) -> Trouble:
    owner, colon, local = plain(name).strip().rpartition(":")
    standards = [standard for standard in model.standards if not colon or standard.id == owner]
    if not standards:
        names = listed(standard.id for standard in model.standards)
        return Trouble(
            f"没有标准 {owner}；有：{names['zh']}", f"there is no standard {owner}; there are: {names['en']}"
        )
    known = [
        known
        for standard in standards
        for known in (*standard.nodes, *standard.clauses, *(quantity.name for quantity in standard.quantities))
    ]
    near = nearest_of(local, known)
    return Trouble(f"没有 {name}{near['zh']}", f"there is no {name}{near['en']}")


def _allowed(outcome: Outcome, place: Place, language: str) -> Iterator[Line]:
    for finding, allow in outcome.allowed:
        if place.holds(finding):
            word = "已容许" if language == "zh" else "allowed"
            yield Line(2, f"{word} {finding.code}", f"{finding.message(language)}（{allow.reason}）")


def _found(findings: list[Finding], language: str) -> str:
    return "\n" + terminal.render(findings, language, colour=colour()) if findings else ""
