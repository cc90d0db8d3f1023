"""`ctmm check`: findings, and whether they are grave."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.cli.surroundings import colour
from ctmm_dsl.findings import ERROR, Finding, listed
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.render import FORMATS, terminal


def run(arguments: Namespace) -> int:
    paths = arguments.paths or [Path("spec")]
    if arguments.fix:
        from ctmm_dsl.cli.fixing import mend

        mend(paths, arguments)
    outcome, findings = compile_spec(paths, wording=not arguments.no_wording)
    if arguments.format == "text":
        text = terminal.render(findings, arguments.lang, colour=colour())
        elsewhere = _elsewhere(outcome, findings, arguments.lang)
        nothing = _nothing_here(arguments.lang) if elsewhere else _nothing_found(outcome, arguments.lang)
        sys.stdout.write((text or nothing) + elsewhere)
    else:
        sys.stdout.write(FORMATS[arguments.format](findings, arguments.lang))
    grave = [finding for finding in findings if arguments.strict or finding.entry.severity == ERROR]
    return 1 if grave else 0


def _elsewhere(outcome: Outcome, findings: list[Finding], language: str) -> str:
    """Errors in files that were read along but not asked about: what was asked about may rest on them."""
    told = {id(finding) for finding in findings}
    files = dict.fromkeys(
        finding.span.source.path
        for finding in outcome.findings
        if id(finding) not in told and finding.entry.severity == ERROR
    )
    if not files:
        return ""
    named = listed(files)[language]
    return f"另有错误在：{named}\n" if language == "zh" else f"there are errors in {named} as well\n"


def _nothing_here(language: str) -> str:
    return "这里没有发现问题\n" if language == "zh" else "nothing found here\n"


def _nothing_found(outcome: Outcome, language: str) -> str:
    model = outcome.model
    clauses = sum(len(standard.clauses) for standard in model.standards)
    counts = (len(model.standards), clauses, len(model.profiles), len(model.crosswalks), len(outcome.allowed))
    if language == "zh":
        return "没有发现问题：{} 个标准（{} 个条款）、{} 个剖面、{} 份对照；已容许 {} 处\n".format(*counts)
    words = ("standard", "clause", "profile", "crosswalk")
    said = [f"{count} {word}{'s' * (count != 1)}" for count, word in zip(counts, words, strict=False)]
    return f"nothing found: {said[0]} ({said[1]}), {said[2]}, {said[3]}; {counts[-1]} allowed\n"
