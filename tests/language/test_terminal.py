"""Marks stand under the very characters that they are about, whatever stands before them, over all pages and all bad cases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import pytest

from ctmm_dsl.catalogue import CATALOGUE
from ctmm_dsl.explain import ExampleFile, found_in, read_page
from ctmm_dsl.findings import LANGUAGES, Finding
from ctmm_dsl.render.terminal import WIDTH, render
from ctmm_dsl.source import Span
from tests.language.cases import BAD, read_case

_LINE = re.compile(r"^ *([0-9]+) │ (.*)$")
_MARK = re.compile(r"^ +│ ( *)(\^+|-+)(?: (.*))?$")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")

EXAMPLES = {known.code: read_page(known.code).bad for known in CATALOGUE} | {
    path.stem: read_case(path).files for path in BAD
}


def _cells(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _above(line: str, start: int, width: int) -> str:
    """The characters of a line that stand above so many cells."""
    found, at = "", 0
    for character in line:
        if start <= at < start + width:
            found += character
        at += _cells(character)
    return found + " " * (start + width - max(at, start))


def _findings(files: tuple[ExampleFile, ...]) -> list[Finding]:
    return [finding for finding in found_in(files) if isinstance(finding, Finding)]


def _marked(shown: str) -> Iterator[tuple[int, str, str, str]]:
    """Line number, the characters above the mark, the mark's sign and its words, of every mark that is shown."""
    rows = shown.split("\n")
    for line, mark in pairwise(rows):
        under = _MARK.match(mark)
        over = _LINE.match(line)
        if under and over:
            above = _above(over[2], len(under[1]), len(under[2]))
            yield int(over[1]), above, under[2][0], under[3] or ""


def _places(finding: Finding, language: str) -> list[tuple[Span, str, str]]:
    places = [(finding.span, "^", finding.mark(language))]
    return places + [(related.span, "-", related.words[language]) for related in finding.related]


def _shown(character: str) -> str:
    if character in "\t\u00a0":
        return " "
    return character if character.isprintable() or character == "\u3000" else "\ufffd"


def _is(above: str, expected: str) -> bool:
    """Whether what stands above a mark is what is expected, whole or cut."""
    return above == expected or (above.endswith("…") and expected.startswith(above[:-1]))


def _first_line(span: Span) -> str:
    """What is marked of a stretch: its part in the line where it begins; a blank where that is the line's end."""
    return span.text.split("\n")[0] or " "


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_mark_stands_under_its_characters_and_has_its_words(name: str, language: str) -> None:
    for finding in _findings(EXAMPLES[name]):
        shown = list(_marked(render([finding], language)))
        places = _places(finding, language) if finding.span.text else []
        assert len(shown) == len(places)
        for span, sign, words in places:
            line = span.source.position(span.start).line
            expected = "".join(map(_shown, _first_line(span)))
            matching = [above for number, above, mark, said in shown if (number, mark, said) == (line, sign, words)]
            assert any(_is(above, expected) for above in matching), (expected, shown)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_line_of_an_excerpt_is_too_long(name: str) -> None:
    for finding in _findings(EXAMPLES[name]):
        for row in render([finding], "zh").split("\n"):
            if line := _LINE.match(row):
                assert sum(map(_cells, line[2])) <= WIDTH + 2


@pytest.mark.parametrize("name", EXAMPLES)
def test_colours_only_when_asked_for_and_nothing_else_with_them(name: str) -> None:
    findings = _findings(EXAMPLES[name])
    plain, coloured = render(findings, "zh"), render(findings, "zh", colour=True)
    assert "\x1b" not in plain
    assert (coloured == plain) == (not findings)
    assert _COLOUR.sub("", coloured) == plain


def test_the_shape_of_a_finding() -> None:
    """A finding is its message, its place, its lines with their marks, the way out."""
    text = render(_findings(EXAMPLES["wrong-digit-in-a-weight"]), "en")
    assert text.split("\n") == [
        "error CT3001 weights-do-not-sum: the sub-domains of AR 适数化改革 sum to 90%, not 100%",
        "  city.ctmm:13:21",
        "    5 │ domain AR 适数化改革 10%",
        "      │ ------------------------ the parent is here",
        "   13 │ subdomain AR.4 运营运维 30%",
        "      │                         ^^^ with 40% here they would sum to 100%",
        "  help: ctmm explain CT3001",
        "",
        "1 error",
        "",
    ]


def test_nothing_is_said_where_nothing_was_found() -> None:
    assert render([], "zh") == "" == render([], "en", colour=True)
