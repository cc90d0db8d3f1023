"""The style, case by case. Where it changed on purpose: `python -m tests.format.cases`, and read the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.format.cases import CASES, read_case


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_what_the_formatter_makes_of_it(path: Path) -> None:
    assert path.read_text("utf-8") == read_case(path).whole()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_laid_out_is_laid_out(path: Path) -> None:
    case = read_case(path)
    for keywords, text in case.laid:
        again = case.__class__(case.head, text, case.laid)
        assert again.styled(keywords) == text
