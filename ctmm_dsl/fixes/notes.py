"""Allowances and errata: an allowance that covers nothing taken out, one for a code that does not exist given the code that stands there; a
misprint corrected as its erratum says.

In: a finding about a note. Out: the line without it, or with another code; the text as it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.findings import Finding
from ctmm_dsl.fixes.fix import Fix, change, take_out
from ctmm_dsl.fixes.found import clause_at
from ctmm_dsl.fixes.lines import with_all_under, words_in
from ctmm_dsl.model import Allow
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.names import likeliest_of
from ctmm_dsl.source import Span

_CORRECTION = re.compile("应[为作]“([^”]+)”")


def unused(finding: Finding, _: Outcome) -> Iterator[Fix]:
    code = finding.words["code"]
    yield take_out([with_all_under(finding.span)], f"删除 @allow {code}", f"delete @allow {code}")


def unknown(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The code, of those found where the allowance reaches, that is most like the one that is written."""
    allow = _allow_at(finding.span, outcome)
    if allow:
        there = [one.code for one in outcome.raised if allow.scope.holds(one.span) and one.entry.can_be_allowed]
        word = words_in(finding.span)[1]
        yield from (change(word, code) for code in likeliest_of(allow.code, there))


def _allow_at(span: Span, outcome: Outcome) -> Allow | None:
    allows = (allow for document in outcome.model.documents() for allow in document.allows)
    return next((allow for allow in allows if allow.span == span), None)


def erratum(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The correction that the reason names, in place of the misprint that still stands in the clause."""
    held = clause_at(finding.span, outcome)
    for one in held[2].notes.errata if held else ():
        right = _CORRECTION.search(one.reason)
        if held and right and one.span == finding.span and held[2].text_span.text.count(one.printed) == 1:
            yield change(held[2].text_span.find(one.printed), right[1])


FIXES = (
    (codes.ERRATUM_STANDS, erratum),
    (codes.ALLOW_UNUSED, unused),
    (codes.CODE_NOT_ALLOWABLE, unused),
    (codes.CODE_UNKNOWN, unknown),
)
