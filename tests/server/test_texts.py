"""Texts as clients have them: any line ends, a byte-order mark, characters that are two UTF-16 units."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl.server.texts import Buffer, characters, offset, place
from tests.server.texts import CITY, utf16

some = settings(max_examples=300, derandomize=True, database=None, deadline=None)
PIECES = st.lists(
    st.sampled_from(["a", "数", "𠮷", "🏙️", "\u2028", "\x0c", "\x85", "\n", "\r\n", "\r", " "]), max_size=30
).map("".join)


def lines_of(text: str) -> list[str]:
    """Lines by the protocol: only these three end one."""
    return re.split("\r\n|\r|\n", text)


@some
@given(PIECES, st.data())
def test_a_change_is_what_an_editor_makes_of_it(text: str, data: st.DataObject) -> None:
    lines = lines_of(text)
    starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", text))]
    ends = []
    for _ in range(2):
        row = data.draw(st.integers(0, len(lines) - 1))
        column = data.draw(st.integers(0, len(lines[row])))
        ends.append((starts[row] + column, (row, utf16(lines[row][:column]))))
    (first, start), (last, end) = sorted(ends)
    new = data.draw(PIECES)
    assert Buffer("u", text).changed(start, end, new).text == text[:first] + new + text[last:]


@some
@given(PIECES, st.booleans())
def test_places_go_there_and_back(text: str, marked: bool) -> None:
    buffer = Buffer("u", ("\ufeff" if marked else "") + text.removeprefix("\ufeff"))
    source = buffer.source("p")
    assert source.text == re.sub("\r\n|\r", "\n", text)
    for at in range(len(source.text) + 1):
        line, column = place(source, at, marked=buffer.marked)
        assert offset(source, (line, column), marked=buffer.marked) == at
        theirs = lines_of(buffer.text)[line]
        assert column == utf16(theirs[: at - source.line_starts[line] + (marked and line == 0)])


def test_half_a_character_is_left_out_and_what_lies_beyond_is_the_end() -> None:
    assert [characters("a𠮷b", units) for units in range(-1, 7)] == [0, 0, 1, 1, 2, 3, 3, 3]
    source = Buffer("u", CITY).source("p")
    assert offset(source, (0, 10_000)) == CITY.index("\n")
    assert offset(source, (10_000, 3)) == len(CITY)
    assert offset(source, (-1, -5)) == 0


def test_line_ends_are_the_texts_own() -> None:
    assert Buffer("u", "a\r\nb\n").line_end == "\r\n"
    assert Buffer("u", "a\rb").line_end == "\r"
    assert Buffer("u", "a").line_end == "\n"
