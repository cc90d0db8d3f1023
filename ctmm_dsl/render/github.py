"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from ctmm_dsl.findings import ADVICE, ERROR, WARNING, Finding

COMMANDS = {ERROR: "error", WARNING: "warning", ADVICE: "notice"}


def render(findings: Sequence[Finding], language: str) -> str:
    return "".join(_command(finding, language) + "\n" for finding in findings)


def _command(finding: Finding, language: str) -> str:
    start = finding.span.source.position(finding.span.start)
    end = finding.span.source.position(finding.span.end)
    properties = {
        "file": finding.span.source.path,
        "line": start.line,
        "endLine": end.line,
        "col": start.column,
        "endColumn": end.column,
        "title": f"{finding.code} {finding.entry.slug}",
    }
    message = "\n".join(filter(None, (finding.message(language), finding.mark(language), finding.help(language))))
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[finding.entry.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
