"""What is offered makes its finding go away and brings no other, for all slips that are written down anywhere in the tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from ctmm_dsl.catalogue import CATALOGUE
from ctmm_dsl.edits import Edit
from ctmm_dsl.explain import ExampleFile, read_page
from ctmm_dsl.findings import LANGUAGES, Finding, both
from ctmm_dsl.fixes import FIXES, Fix, fixes, tried
from ctmm_dsl.fixes.trial import NOT, changed, mends
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.reading import understand
from ctmm_dsl.source import Source
from ctmm_dsl.workspace import Workspace
from tests.language.cases import BAD, read_case
from tests.slips.cases import cases, told

PAGES = {entry.code: read_page(entry.code).bad for entry in CATALOGUE}
WRITTEN = {path.stem: read_case(path).files for path in BAD}
SPECS = {name: files for name, files in (PAGES | WRITTEN).items() if all(file.name.endswith(".ctmm") for file in files)}


def workspace(files: tuple[ExampleFile, ...]) -> Workspace:
    read = [understand(file.name, file.data) for file in files]
    unread = [one for one in read if isinstance(one, Finding)]
    return Workspace([one for one in read if isinstance(one, Source)], unread)


@cache
def repairs(name: str) -> tuple[tuple[Finding, tuple[tuple[Fix, Outcome], ...]], ...]:
    spec = workspace(SPECS[name])
    return tuple((finding, tried(finding, spec)) for finding in spec.outcome.findings)


def kinds(outcome: Outcome) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.span.source.path) for finding in outcome.findings)


@pytest.mark.parametrize("name", SPECS)
def test_what_is_offered_mends(name: str) -> None:
    """The texts are compiled anew, without any memory of a trial."""
    spec = workspace(SPECS[name])
    before = spec.outcome
    for finding, offered in repairs(name):
        for fix, _ in offered:
            texts = spec.sources | {source.path: source for source in changed(fix.edits)}
            after = kinds(compile_sources([texts[path] for path in sorted(texts)]))
            code = finding.code, finding.span.source.path
            assert after[code] < kinds(before)[code], fix.title["en"]
            if len(before.findings) == 1:
                assert not after, (fix.title["en"], after)


@pytest.mark.parametrize("name", SPECS)
def test_every_proposal_can_be_made_and_is_told_in_both_languages(name: str) -> None:
    outcome = workspace(SPECS[name]).outcome
    for finding in outcome.findings:
        for fix in fixes(finding, outcome):
            assert changed(fix.edits)
            assert any(edit.text != edit.span.text for edit in fix.edits)
            assert all(fix.title[language].strip() for language in LANGUAGES)


def _codes() -> Iterator[str]:
    yield from (finding.code for name in SPECS for finding, offered in repairs(name) if offered)
    yield from (finding.code for case in cases() for finding, offered in told(case) if offered)


def test_every_kind_of_repair_is_offered_somewhere() -> None:
    assert {entry.code for entry, _ in FIXES} - set(_codes()) == set()


def test_what_does_not_mend_is_not_offered() -> None:
    """The weight that mends, and others in its place."""
    spec = workspace(PAGES["CT3001"])
    (finding,) = spec.outcome.findings
    (fix,) = fixes(finding, spec.outcome)
    for text, is_offered in ((fix.edits[0].text, True), ("59%", False), ("0%", False), ("六成", False), ("", False)):
        other = Fix(both("", ""), (Edit(fix.edits[0].span, text),))
        after = spec.trial(changed(other.edits))
        assert (mends(other, finding, spec.outcome, after) != NOT) == is_offered, text


def test_a_trial_changes_nothing() -> None:
    spec = workspace(PAGES["CT3001"])
    before = spec.outcome
    (finding,) = before.findings
    assert tried(finding, spec)
    assert spec.outcome is before
    source = before.findings[0].span.source
    spec.update(Source(source.path, source.text + "\n"))
    assert [one.message("en") for one in spec.outcome.findings] == [one.message("en") for one in before.findings]
