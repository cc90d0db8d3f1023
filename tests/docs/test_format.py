"""The page on the style says what the formatter does: its example is laid out, in both languages the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctmm_dsl.format import formatted
from ctmm_dsl.source import Source

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("format.md", "格式.md")


def example(page: str, name: str) -> str:
    (found,) = re.findall(rf"```ctmm {name}\n((?s:.*?))```\n", (DOCS / page).read_text("utf-8"))
    return str(found)


@pytest.mark.parametrize("page", PAGES)
def test_the_example_is_laid_out_as_shown(page: str) -> None:
    before, after = example(page, "before"), example(page, "after")
    assert formatted(Source("town.ctmm", before)) == after != before
    assert formatted(Source("town.ctmm", after)) == after


def test_both_pages_show_the_same_and_say_as_much() -> None:
    english, chinese = (example(page, "before") for page in PAGES)
    assert english == chinese
    rows = [[line for line in (DOCS / page).read_text("utf-8").split("\n") if line.startswith("|")] for page in PAGES]
    assert len(rows[0]) == len(rows[1])
