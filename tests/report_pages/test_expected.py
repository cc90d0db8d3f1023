"""The reports on invented places, whole, as Markdown; and the words that they are made of."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from generators.report.markdown import markdown_bytes
from generators.report.words import WORDS, clauses, others, quantities, rubrics, shared
from tests.report_pages.examples import EXPECTED, pages

ROOMS = Path(__file__).parents[2] / "generators/report"
PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_expected(name: str) -> None:
    made = markdown_bytes(PAGES[name]).decode("utf-8")
    assert made == (EXPECTED / name).read_text("utf-8"), "read the difference; python -m tests.report_pages.examples"


def test_every_expected_page_is_made() -> None:
    assert {path.name for path in EXPECTED.iterdir()} == PAGES.keys()


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same_things(key: str) -> None:
    holes = [{hole for _, hole, _, _ in Formatter().parse(WORDS[key][language]) if hole} for language in ("zh", "en")]
    loose = {"count", "number", "name", "layer"}  # a language may count or name where the other need not
    assert (holes[0] ^ holes[1]) <= loose, holes


def test_every_word_is_said_somewhere_and_none_is_said_twice() -> None:
    source = "\n".join(path.read_text("utf-8") for path in sorted(ROOMS.glob("*.py")))
    made_up = re.findall(r'f"([a-z.]+\.)\{', source)
    said = set(re.findall(r"""["']([a-z]+(?:\.[a-z]+)*)["']""", source))
    unused = [key for key in WORDS if key not in said and not key.startswith(tuple(made_up))]
    assert unused == []
    assert len(WORDS) == sum(len(room.WORDS) for room in (shared, clauses, quantities, rubrics, others))
