"""`ctmm show`: what stands at an identifier, where it comes from, what it maps to, and what is found there."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.cli.surroundings import colour
from ctmm_dsl.findings import Finding
from ctmm_dsl.model import Clause, Model, Node, Standard
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.reading import Trouble
from ctmm_dsl.render import entries, terminal
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.source import Span

Place = tuple[Standard, Node, Clause | None]


def run(arguments: Namespace) -> int:
    outcome, findings = compile_spec([arguments.spec])
    places = list(_find(outcome.model, arguments.id))
    if not places:
        raise _nothing(outcome.model, arguments.id)
    for number, (standard, node, clause) in enumerate(places):
        shown = (
            entries.clause(outcome.model, standard, node, clause, arguments.lang)
            if clause
            else entries.node(outcome.model, standard, node, arguments.lang)
        )
        extent = clause.span if clause else node.extent
        print("\n" * bool(number) + "\n".join(shown))
        print("\n".join(_allowed(outcome, extent, arguments.lang)), end="")
        here = [finding for finding in findings if extent.holds(finding.span)]
        sys.stdout.write(_found(here, arguments.lang))
    return 0


def _find(model: Model, name: str) -> Iterator[Place]:
    """Every node and clause that an identifier names: in one standard where it says which, else in all."""
    owner, colon, local = name.replace("：", ":").rpartition(":")
    for standard in model.standards:
        if colon and standard.id != owner:
            continue
        for node in standard.walk():
            if node.id == local:
                yield standard, node, None
            elif local.startswith(f"{node.id}/"):
                yield from ((standard, node, clause) for clause in node.own_clauses if clause.id == local)


def _nothing(model: Model, name: str) -> Trouble:
    known = [known for standard in model.standards for known in (*standard.nodes, *standard.clauses)]
    near = nearest_of(name.rpartition(":")[2], known)
    return Trouble(f"没有 {name}{near['zh']}", f"there is no {name}{near['en']}")


def _allowed(outcome: Outcome, extent: Span, language: str) -> Iterator[str]:
    for finding, allow in outcome.allowed:
        if extent.holds(finding.span):
            word = "已容许" if language == "zh" else "allowed"
            yield f"  {word} {finding.code} {finding.message(language)}（{allow.reason}）\n"


def _found(findings: list[Finding], language: str) -> str:
    return "\n" + terminal.render(findings, language, colour=colour()) if findings else ""
