"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): for code scanning and editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from ctmm_dsl import __version__
from ctmm_dsl.findings import ADVICE, ERROR, WARNING, Entry, Finding
from ctmm_dsl.source import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {ERROR: "error", WARNING: "warning", ADVICE: "note"}


def render(findings: Sequence[Finding], language: str) -> str:
    """A log of one run; columns count UTF-16 units, as the run says (§3.14.17)."""
    entries = list({finding.code: finding.entry for finding in findings}.values())
    driver = {"name": "ctmm", "semanticVersion": __version__, "rules": [_rule(entry) for entry in entries]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "results": [_result(finding, entries.index(finding.entry), language) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.code,
        "name": "".join(part.capitalize() for part in entry.slug.split("-")),
        "shortDescription": {"text": entry.slug},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
    }


def _result(finding: Finding, rule: int, language: str) -> dict[str, Any]:
    message = ("；" if language == "zh" else "; ").join(
        filter(None, (finding.message(language), finding.mark(language), finding.help(language)))
    )
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.entry.severity],
        "message": {"text": message},
        "locations": [_location(finding.span)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(related.span), "message": {"text": related.words[language]}} for related in finding.related
        ]
    return result


def _location(span: Span) -> dict[str, Any]:
    start, end = span.source.position(span.start), span.source.position(span.end)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(span.source.path.encode("utf-8", "surrogateescape"))},
            "region": {
                "startLine": start.line,
                "startColumn": start.utf16 + 1,
                "endLine": end.line,
                "endColumn": end.utf16 + 1,
            },
        }
    }
