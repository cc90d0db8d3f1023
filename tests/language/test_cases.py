"""The cases say what the compiler says. Where that changed on purpose: `python -m tests.language.regenerate`, and read the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.language.cases import BAD, GOOD, read_case


@pytest.mark.parametrize("path", [*GOOD, *BAD], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_is_what_the_compiler_makes_of_it(path: Path) -> None:
    assert path.read_text("utf-8") == read_case(path).whole()


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_case_has_no_finding(path: Path) -> None:
    assert read_case(path).codes() == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_case_has_as_many_findings_as_slips(path: Path) -> None:
    """A slip is one finding, but where the case says otherwise in its name (`…-2`)."""
    count = path.stem.rpartition("-")[2]
    assert len(read_case(path).codes()) == (int(count) if count.isdigit() else 1)
