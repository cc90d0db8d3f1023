"""Parse, resolve, check: the whole compiler on one screen.

In: sources. Out: the model and the findings that stand, in the order of their places; what was allowed is kept apart, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ctmm_dsl.catalogue import structure
from ctmm_dsl.checks import check
from ctmm_dsl.findings import ERROR, Finding
from ctmm_dsl.model import Allow, Model
from ctmm_dsl.parser import parse
from ctmm_dsl.resolve import resolve
from ctmm_dsl.source import Source

WORDING = "CT8"


@dataclass(frozen=True)
class Outcome:
    """What a compilation came to."""

    model: Model
    findings: tuple[Finding, ...]
    allowed: tuple[tuple[Finding, Allow], ...]

    @property
    def sound(self) -> bool:
        """Whether the model can be scored and emitted."""
        return all(finding.entry.severity != ERROR for finding in self.findings)


def compile_sources(sources: Iterable[Source], *, wording: bool = True) -> Outcome:
    """Read and check all files of a spec together."""
    files = [parse(source) for source in sources]
    model, unresolved = resolve(files)
    found = [finding for file in files for finding in file.findings] + unresolved + check(model)
    damaged = {id(file.source) for file in files if file.damaged}
    found = [finding for finding in found if not (finding.entry.needs_whole and id(finding.span.source) in damaged)]
    found = _without_echoes(found)
    standing, allowed, unused = _allow(model, found)
    standing += [finding for finding in unused if id(finding.span.source) not in damaged]
    if not wording:
        standing = [finding for finding in standing if not finding.code.startswith(WORDING)]
    return Outcome(model, tuple(sorted(standing, key=Finding.order)), tuple(allowed))


def _without_echoes(found: list[Finding]) -> list[Finding]:
    """Leave out what another finding, within its extent, already explains."""
    by_code: dict[str, list[Finding]] = {}
    for finding in found:
        by_code.setdefault(finding.code, []).append(finding)
    return [
        finding
        for finding in found
        if not any(
            (finding.extent or finding.span).holds(cause.span)
            for code in finding.entry.silent_after
            for cause in by_code.get(code, ())
        )
    ]


def _allow(model: Model, found: list[Finding]) -> tuple[list[Finding], list[tuple[Finding, Allow]], list[Finding]]:
    """Findings that stand, findings that an allowance covers, and allowances that cover nothing."""
    allows: dict[str, list[Allow]] = {}
    for document in model.documents():
        for allow in document.allows:
            if allow.reason:
                allows.setdefault(allow.code, []).append(allow)
    standing: list[Finding] = []
    allowed: list[tuple[Finding, Allow]] = []
    for finding in found:
        covering = [allow for allow in allows.get(finding.code, ()) if allow.scope.holds(finding.span)]
        if covering:
            allowed.append((finding, min(covering, key=lambda allow: allow.scope.end - allow.scope.start)))
        else:
            standing.append(finding)
    used = {id(allow) for _, allow in allowed}
    refused = {id(finding.span): None for finding in standing}
    unused = [
        structure.ALLOW_UNUSED(allow.span, code=allow.code)
        for same in allows.values()
        for allow in same
        if id(allow) not in used and id(allow.span) not in refused
    ]
    return standing, allowed, unused
