"""Whether a repair mends what it is meant to, tried on the texts as they stand.

In: a repair, its finding, what was said before it and what would be said after it. Out: how well it mends: wholly, where nothing is said
that was not said before; in part, where something is told now that was there and was held back or could not be read: by another slip, in a
block whose heading was lost, or in files that rest on this one; not at all, where the finding stays or the repair brings another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ctmm_dsl.edits import Edit, applied
from ctmm_dsl.findings import Finding
from ctmm_dsl.fixes.fix import Fix
from ctmm_dsl.fixes.lines import heads_a_block
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.source import Source, Span

NOT, IN_PART, WHOLLY = range(3)
"""How well a repair mends."""

UNREAD, STRUCTURE = "CT1", "CT2"
Kind = tuple[str, str]
_HEADING = re.compile(r"(?m)^[^\s#＃]")


def mends(fix: Fix, finding: Finding, before: Outcome, after: Outcome) -> int:
    """How well a repair mends its finding."""
    said, says, own = _kinds(before.findings), _kinds(after.findings), _kind(finding)
    come = says - said
    if says[own] >= said[own]:
        return NOT
    if not come:
        return WHOLLY
    opened = [span for source in changed(fix.edits) for span in _opened(source, fix)]
    known = [one for one in after.raised if not any(_lies_in(one, span) for span in opened)]
    if _kinds(known) - _kinds(before.raised):
        return NOT
    files = {edit.span.source.path for edit in fix.edits}
    elsewhere = all(path not in files or _hidden_by(finding, code) for code, path in come)
    return IN_PART if elsewhere or opened or len(before.findings) > 1 else NOT


def _hidden_by(finding: Finding, code: str) -> bool:
    """Whether a line that could not be read may have hidden what is found elsewhere in its file; a count it may itself have changed, and a
    level have emptied."""
    return finding.code.startswith(UNREAD) and not code.startswith(STRUCTURE)


def _opened(source: Source, fix: Fix) -> Iterator[Span]:
    """The lines under a heading that the repair makes one: what they say could not be read before."""
    first = min(edit.span.start for edit in fix.edits if edit.span.source.path == source.path)
    heading = source.text.rfind("\n", 0, first) + 1
    was = next(edit.span.source for edit in fix.edits if edit.span.source.path == source.path)
    if heads_a_block(source.text, heading) and not heads_a_block(was.text, heading):
        start = source.text.find("\n", heading)
        following = _HEADING.search(source.text, start + 1)
        yield Span(source, start, following.start() if following else len(source.text))


def _lies_in(finding: Finding, span: Span) -> bool:
    return finding.span.source.path == span.source.path and span.start <= finding.span.start < span.end


def changed(edits: Iterable[Edit]) -> list[Source]:
    """The sources that edits are about, with them made."""
    by_source: dict[int, list[Edit]] = {}
    for edit in edits:
        by_source.setdefault(id(edit.span.source), []).append(edit)
    return [Source(own[0].span.source.path, applied(own[0].span.source.text, own)) for own in by_source.values()]


def _kinds(findings: Iterable[Finding]) -> Counter[Kind]:
    return Counter(_kind(finding) for finding in findings)


def _kind(finding: Finding) -> Kind:
    return finding.code, finding.span.source.path
