"""The golden cases: what is made of them is what stands there, file by file and byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import CASES, expected_of, made_from


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_made_is_what_is_expected(case: Path) -> None:
    made, expected = made_from(case), expected_of(case)
    assert sorted(made) == sorted(expected), "`make golden` writes them anew"
    for path, data in made.items():
        assert data.decode("utf-8") == expected[path].decode("utf-8"), path
        assert data == expected[path], path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_again(case: Path) -> None:
    assert made_from(case) == made_from(case)
