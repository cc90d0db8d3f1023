"""A slip gives one finding, at its place, in both languages; what is offered mends it.

Where the compiler says something else on purpose: `python -m tests.slips.regenerate`, and read the difference.
"""

from __future__ import annotations

import pytest

from ctmm_dsl.catalogue import crosswalks
from tests.slips.cases import FAMILIES, Case, cases, document, said, told

CASES = tuple(cases())
LEAST = 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.family}: {case.title}")
def test_a_slip_gives_its_finding_and_what_is_offered_mends_it(case: Case) -> None:
    assert case.written == said(case)
    assert len(told(case)) == 1, "one slip, one finding"
    for finding, repairs in told(case):
        for repair in repairs:
            for left in repair.left:
                assert left.entry is crosswalks.ROW_STALE, (
                    "the text is another one than a row was judged on, and stays so"
                )
                assert left.span.source.path != finding.span.source.path


def test_the_documents_are_as_they_are_written() -> None:
    assert [path.name for path in FAMILIES if path.read_text("utf-8") != document(path)] == []


def test_there_are_slips_of_every_kind() -> None:
    titles = [(case.family, case.title) for case in CASES]
    assert len(set(titles)) == len(titles) >= LEAST
    assert len({finding.code for case in CASES for finding, _ in told(case)}) >= LEAST


def test_most_slips_are_mended() -> None:
    """Of these slips; a repair that is no longer offered is to be noticed."""
    mended = sum(1 for case in CASES for _, repairs in told(case) if repairs)
    restored = sum(1 for case in CASES for _, repairs in told(case) if any(repair.restored for repair in repairs))
    assert 4 * mended > 3 * len(CASES)
    assert 3 * restored > 2 * mended
