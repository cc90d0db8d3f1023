"""Which findings stand: not what was allowed, not what another finding explains, not what may only seem so.

In: a model, and everything found in it. Out: the findings that stand, and those that an allowance covers, each with it. The rules are
data: an `Entry` of the catalogue says what explains it away and what it needs to be sure of.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl import catalogue
from ctmm_dsl.catalogue import structure
from ctmm_dsl.checks.notes import Document, texts_with_notes
from ctmm_dsl.findings import ERROR, Finding
from ctmm_dsl.model import Allow, Crosswalk, Model, Profile, Standard
from ctmm_dsl.source import Span

FAR = ("CT4", "CT6", "CT8")
"""The families of what rests on things that are said far away."""
FAMILY = len("CT1")
Allowed = tuple[Finding, Allow]


def those_that_stand(model: Model, found: list[Finding], damaged: set[int]) -> tuple[list[Finding], list[Allowed]]:
    """The findings that stand and those that were allowed. `damaged`: the sources (by `id`) of which a line could not be read."""
    standing, allowed, unused = _allow(model, found)
    return _of_whole_files(model, damaged, _without_echoes(standing + unused)), allowed


def _of_whole_files(model: Model, damaged: set[int], found: list[Finding]) -> list[Finding]:
    """Leave out what may only seem so, because a line that could not be read would say otherwise, or what is to be mended first."""
    damaged = damaged | {id(finding.span.source) for finding in found if finding.entry.damages}
    unsure = damaged | {id(finding.span.source) for finding in found if finding.entry.shifts}
    unsound = unsure | {
        id(finding.span.source) for finding in found if finding.entry.severity == ERROR or finding.entry.unsettles
    }
    rests_on = dict(_rests_on(model))
    return [
        finding
        for finding in found
        for own in [id(finding.span.source)]
        if not (finding.entry.needs_whole and own in damaged)
        and not (finding.entry.looks_elsewhere and unsure & (rests_on.get(own, unsure) - {own}))
        and not (finding.entry.needs_sound and unsound & {own, *rests_on.get(own, unsound)})
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
        named += [model.standard(name) for name in _pointed_to(document)]
        reached = [standard for first in named if first for standard in first.with_supersets()]
        if not any(standard.cut_off for standard in [document, *reached] if isinstance(standard, Standard)):
            yield id(document.span.source), {id(standard.span.source) for standard in reached}


def _pointed_to(document: Document) -> set[str]:
    """The other standards that `@see` notes of a document name."""
    targets = (remark.target for _, notes in texts_with_notes(document) for remark in notes.remarks)
    return {owner for target in targets if (owner := target.rpartition(":")[0])}


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


def _allow(model: Model, found: list[Finding]) -> tuple[list[Finding], list[Allowed], list[Finding]]:
    """Findings that stand, findings that an allowance covers, and allowances that cover nothing."""
    allows: dict[tuple[str, int], list[Allow]] = {}
    miswritten: list[Allow] = []
    for document in model.documents():
        for allow in document.allows:
            if allow.reason and catalogue.entry(allow.code):
                allows.setdefault((allow.code, id(allow.span.source)), []).append(allow)
            else:
                miswritten.append(allow)
    standing: list[Finding] = []
    allowed: list[Allowed] = []
    for finding in found:
        known = allows.get((finding.code, id(finding.span.source)), []) if finding.entry.can_be_allowed else []
        covering = [allow for allow in known if allow.scope.holds(finding.span)]
        if covering:
            allowed.append((finding, min(covering, key=lambda allow: allow.scope.end - allow.scope.start)))
        elif not any(_meant(allow, finding) for allow in miswritten):
            standing.append(finding)
    told = {id(allow) for _, allow in allowed}
    faulty = {id(finding.span) for finding in standing}  # what is at fault itself is not told to be unused too
    unused = [
        structure.ALLOW_UNUSED(allow.span, extent=_reach(allow), code=allow.code)
        for same in allows.values()
        for allow in same
        if id(allow) not in told and id(allow.span) not in faulty and not any(_meant(allow, one) for one in standing)
    ]
    return standing, allowed, unused


def _meant(allow: Allow, finding: Finding) -> bool:
    """Whether an allowance that is written wrongly is there for a finding, which is then told at the one of the two that is to be mended:
    it lies within its reach, and the code is of one family with it."""
    alike = allow.code[:FAMILY] == finding.code[:FAMILY] and finding.entry.can_be_allowed
    return alike and allow.scope.holds(finding.span)


def _reach(allow: Allow) -> Span:
    """Where the reason may lie that nothing is there to allow: a calculation rests on quantities that are declared anywhere, sources and
    wording on the standard that this is a part of."""
    source = allow.span.source
    return Span(source, 0, len(source.text)) if allow.code.startswith(FAR) else allow.scope
