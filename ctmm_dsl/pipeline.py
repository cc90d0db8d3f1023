"""Parse, resolve, check: the whole compiler on one screen.

In: sources. Out: the model and the findings that stand, in the order of their places; what was allowed is kept apart, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctmm_dsl.catalogue import structure
from ctmm_dsl.checks import check
from ctmm_dsl.findings import ERROR, Finding
from ctmm_dsl.model import Allow, Crosswalk, Model, Profile, Standard
from ctmm_dsl.parser import parse
from ctmm_dsl.resolve import resolve
from ctmm_dsl.source import Source
from ctmm_dsl.syntax import File

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
    standing, allowed, unused = _allow(model, found)
    standing = _of_whole_files(model, files, _without_echoes(standing + unused))
    if not wording:
        standing = [finding for finding in standing if not finding.code.startswith(WORDING)]
    return Outcome(model, tuple(sorted(standing, key=Finding.order)), tuple(allowed))


def _of_whole_files(model: Model, files: list[File], found: list[Finding]) -> list[Finding]:
    """Leave out what may only seem so, because a line that could not be read would say otherwise."""
    damaged = {id(file.source) for file in files if file.damaged}
    damaged |= {id(finding.span.source) for finding in found if finding.entry.damages}
    unsure = damaged | {id(finding.span.source) for finding in found if finding.entry.shifts}
    rests_on = dict(_rests_on(model))
    return [
        finding
        for finding in found
        if not (finding.entry.needs_whole and id(finding.span.source) in damaged)
        and not (finding.entry.looks_elsewhere and unsure & rests_on.get(id(finding.span.source), unsure))
    ]


def _rests_on(model: Model) -> Iterator[tuple[int, set[int]]]:
    """Every file with those that its document names, at once or through others. A document that names a standard which was not found
    is left out: any file may be the one that holds it."""
    for document in model.documents():
        match document:
            case Standard():
                named = [document.superset]
            case Profile():
                named = [document.standard, document.scoring]
            case Crosswalk():
                named = [document.source, document.target]
        reached = [standard for first in named if first for standard in first.with_supersets()]
        if not any(standard.cut_off for standard in [document, *reached] if isinstance(standard, Standard)):
            yield id(document.span.source), {id(standard.span.source) for standard in reached}


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
    allows: dict[tuple[str, int], list[Allow]] = {}
    for document in model.documents():
        for allow in document.allows:
            if allow.reason:
                allows.setdefault((allow.code, id(allow.span.source)), []).append(allow)
    standing: list[Finding] = []
    allowed: list[tuple[Finding, Allow]] = []
    for finding in found:
        known = allows.get((finding.code, id(finding.span.source)), ())
        covering = [allow for allow in known if allow.scope.holds(finding.span)]
        if covering:
            allowed.append((finding, min(covering, key=lambda allow: allow.scope.end - allow.scope.start)))
        else:
            standing.append(finding)
    told = {id(allow) for _, allow in allowed}
    faulty = {
        id(finding.span) for finding in standing
    }  # an allowance that is at fault itself is not told as unused too
    unused = [
        structure.ALLOW_UNUSED(allow.span, extent=allow.scope, code=allow.code)
        for same in allows.values()
        for allow in same
        if id(allow) not in told and id(allow.span) not in faulty
    ]
    return standing, allowed, unused
