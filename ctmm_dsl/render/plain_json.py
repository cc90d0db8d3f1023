"""Findings as JSON: for programs that are not made for SARIF."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ctmm_dsl.findings import Finding
from ctmm_dsl.source import Span


def render(findings: Sequence[Finding], language: str) -> str:
    """One object: `findings`, each with code, place (1-based lines and columns, the end not included), message and help."""
    rows = [_finding(finding, language) for finding in findings]
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "slug": finding.entry.slug,
        "severity": finding.entry.severity,
        "message": finding.message(language),
        "mark": finding.mark(language),
        "help": finding.help(language),
        **_place(finding.span),
        "related": [{**_place(related.span), "message": related.words[language]} for related in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    start, end = span.source.position(span.start), span.source.position(span.end)
    return {
        "path": span.source.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }
