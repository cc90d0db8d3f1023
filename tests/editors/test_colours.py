"""What editors colour is what the compiler reads: every word of every sound text, at its place, in every editor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generators.editors.rules import REST
from generators.editors.words import ROLES, phrases
from tests.editors.engines import ENGINES, places
from tests.editors.texts import Sample, cases, sample, samples, words

BY_INDENTATION = ("textmate",)
"""Engines that know which rows stand under a table; to the others a text that looks like a row is one."""


@pytest.mark.parametrize("engine", ENGINES)
def test_every_word_has_the_colour_of_what_it_is(engine: str, tmp_path: Path) -> None:
    asked = 0
    for one, coloured in zip(samples(), ENGINES[engine](samples(), tmp_path), strict=True):
        for at in places(one):
            line = one.text.count("\n", 0, at)
            if line in one.stray and engine not in BY_INDENTATION:
                continue
            asked += 1
            told = f"{one.name}:{line + 1}: {one.text.splitlines()[line]!r}, {one.text[at]!r}"
            assert coloured.get(at, "") == one.roles[at], told
    assert asked > 20_000


@pytest.mark.parametrize("engine", BY_INDENTATION)
def test_texts_are_plain_and_nothing_is_wrong(engine: str, tmp_path: Path) -> None:
    for one, coloured in zip(samples(), ENGINES[engine](samples(), tmp_path), strict=True):
        for at, letter in enumerate(one.text):
            if not letter.isspace():
                assert coloured.get(at, "") == one.roles[at], f"{one.name}: {one.text[max(0, at - 20) : at + 20]!r}"


def test_every_keyword_stands_in_a_text() -> None:
    """Else the tests above would not tell whether it is coloured."""
    seen = {
        (terminal, " ".join(value.split()).replace("＠", "@"))
        for one in samples()
        for terminal, _, value in words(one.text)
    }
    terminals = [terminal for group in ROLES.values() for terminal in group if terminal != REST]
    unseen = [(terminal, word) for terminal in terminals for word in phrases(terminal) if (terminal, word) not in seen]
    assert not unseen


@pytest.mark.parametrize("engine", ENGINES)
def test_cases(engine: str, tmp_path: Path) -> None:
    asked = [sample(case.title, case.source) for case in cases()]
    assert asked
    for case, one, coloured in zip(cases(), asked, ENGINES[engine](asked, tmp_path), strict=True):
        if engine == "textmate" or not one.stray:
            assert _told(one, coloured) == case.colours, case.title


def _told(one: Sample, coloured: Mapping[int, str]) -> str:
    """A case's lines, each with its words and what an editor takes them for."""
    ends = {at: coloured.get(at, "") for at in places(one)}
    made = []
    for number, line in enumerate(one.text.split("\n")[:-1], 1):
        start = sum(len(before) + 1 for before in one.text.split("\n")[: number - 1])
        runs = [run for run in one.runs() if start <= run[0] < start + len(line)]
        shown = [
            f"{ends[first] if ends[first] == ends[last - 1] else '?'}‹{one.text[first:last]}›"
            for first, last, _ in runs
        ]
        made.append(f"{number} {' '.join(shown)}".rstrip() + "\n")
    return "".join(made)


BROKEN: dict[str, str] = {
    "standard city": "heading identifier",
    "standrad city 某": "wrong",
    "domain AR": "heading identifier",
    "domain AR 甲 40": "heading identifier name",
    "domain AR 甲  # 注": "heading identifier name comment",
}


@pytest.mark.parametrize("line", BROKEN)
def test_a_line_is_coloured_while_it_is_typed(line: str, tmp_path: Path) -> None:
    """What is there is coloured, although more has to come; a heading that does not exist is marked as wrong."""
    whole = Sample("typed", line + "\n", ("x",) * len(line) + ("",), frozenset())
    coloured = next(ENGINES["textmate"]([whole], tmp_path))
    found = [coloured.get(match.start(), "") for match in re.finditer(r"# .*|\S+", line)]
    assert " ".join(dict.fromkeys(filter(None, found))) == BROKEN[line]
