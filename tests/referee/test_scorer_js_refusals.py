"""Assessments that cannot be scored: every generated JavaScript scorer refuses what the Python scorers refuse, for the same reasons, in the
same words, at the same places. The tables are those of the Python scorers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest

from tests import cities
from tests.referee import bad_values, node
from tests.referee.test_bad_assessments import CASES, GOOD, SCHEMES, Expected

pytestmark = node.needed

NEWER = sys.version_info >= (3, 13)
"""Newer Pythons say of a comma before a closing bracket that it is too much; the scorer says what the older ones do."""


def test_assessments_by_clauses() -> None:
    cases = [case for case in CASES if not (NEWER and case[0] == "a comma too many")]
    files = [(text, partial) for _, text, _ in cases for partial in (False, True)]
    told = node.agreed(SCHEMES["ctmm-key"], files)
    assert len(cases) > 80
    for (name, _, expected), one in zip(cases, told[::2], strict=True):
        assert _codes(one) == expected, name


def _codes(told: str) -> Expected:
    return [(code, path) for code, path, _, _ in json.loads(told)]


@pytest.mark.parametrize("name", bad_values.SCHEMES)
def test_values(name: str) -> None:
    rows = [row for row in bad_values.rows() if row.scheme == name]
    files = [(bad_values.text(*row[:3]), partial) for row in rows for partial in (False, True)]
    told = node.agreed(bad_values.SCHEMES[name], files)
    assert rows and [[problem[2] for problem in json.loads(one)] for one in told[::2]] == [row.said for row in rows]


def test_another_profile_and_a_standard_s_own_clauses() -> None:
    scheme = SCHEMES["ctmm-equal"]
    other = json.loads(GOOD)
    own = {"standard": scheme.standard.id, "edition": scheme.standard.edition, "answers": {}}
    changed = [
        other,
        {**own, "profile": "ctmm"},
        {**own, "profile": "ctmm-equal"},
        {**own, "profile": 1},
        {**own, "answers": other["answers"]},
    ]
    told = node.agreed(scheme, [(json.dumps(one), True) for one in changed])
    assert [one[0] for one in told] == ["[", "[", "{", "[", "["]


@pytest.mark.parametrize("depth", [1, 10, 500, 2_000, 200_000])
def test_keys_given_twice_at_any_depth(depth: int) -> None:
    """How deep JSON may be nested differs; what is too deep is no JSON, and never a crash."""
    nested = '{"x": ' * depth + '{"y": 1, "y": 2}' + "}" * depth
    text = GOOD.replace("{", '{"z": ' + nested + ", ", 1)
    (told,) = node.said(node.text(SCHEMES["ctmm-key"]), [(text, False)])
    place = "z" + '["x"]' * depth + '["y"]'
    assert _codes(told) == ([("CT9001", "")] if depth > 500 else [("CT9002", place), ("CT9004", "")])


BROKEN = (
    "", " ", "{", "}", "[", "]", '{"', '{"a', '{"a"', '{"a":', '{"a": }', '{"a": 1', '{"a": 1,', '{"a": 1 "b": 2}',
    "{1: 2}", "{a: 1}", "[1 2]", '{"a": [1, 2}', '{"a": tru}', '{"a": nul}', '{"a": 01}', '{"a": 1.}', '{"a": .5}',
    '{"a": +1}', '{"a": -}', '{"a": 1e}', '{"a": 0x1}', '{"a": NaN}', '{"a": -Infinity}', '{"a": Infinit}', '{"a": "\t"}',
    '{"a": "\\x"}', '{"a": "\\', '{"a": "\\u12"}', '{"a": "\\u12', '{"a": "\\u123g"}', '{"a": "\\ud83d\\u12"}',
    '{"a": "é𠮷\n"}', '{"a":\n\n  "𠮷𠮷", \u00a0"b": 1}', "{'a': 1}", '{"a": 1}}', '{"a": 1} // b', '{"a": /* b */ 1}',
    "null x", "\ufeff{}", "\u3000{}", '{"a": "\\ud83d\\ude00", "\\ud83d\\ude00": 1, "\\ud83d": 1, "\ud83d": 1}',
    '{"\ue000": {"\U00010000": 1, "\ue000": 1, "\U00010000": 1, "\ue000": 1}}',
)  # fmt: skip


def test_where_a_text_stops_to_be_json() -> None:
    """In the words and at the places of the referee: which are Python's."""
    node.agreed(SCHEMES["ctmm-key"], [(text, False) for text in BROKEN])


def test_every_way_to_cut_a_file_short() -> None:
    answers = '{"AR.1/1a": [true, null, -0, 1.5e3, {}, [], {"a": []}]}'
    text = '{"standard": "ctmm-key", "subject": {"name": "\\u67d0市\\ud83d\\ude00"}, "answers": ' + answers + "}"
    told = node.agreed(SCHEMES["ctmm-key"], [(text[:at], False) for at in range(len(text))])
    assert {one[3:9] for one in told} == {"CT9001"}


NUMBERS = (
    "0", "-0", "-0.0", "00", "1e2", "1E+2", "1e-2", "1e99", "1e100", "1e-99", "95.50", "95.5000000", "9" * 15, "9" * 16,
    "9" * 17, "9" * 40, "9" * 41, "-" + "9" * 39, "-" + "9" * 40, "0." + "0" * 37 + "1", "0." + "0" * 38 + "1",
    "9007199254740991", "9007199254740992", "9007199254740993", "0.1", "1.0", "100.0", "100.00001", '"９５"', '"９５．５％"',
    '" 45 % "', '"45%"', '"45%%"', '"\\u00a095\\u3000"', '"\\u001c95\\u0085"', '"\\ufeff95"', '"\\u180e95"', '"+95"',
    '"++95"', '"--1"', '".5"', '"5."', '"1,000"', '"1_000"', '"٣"', '"Ⅷ"', '"½"', '"①"', '"0x10"', '"1e5%"', '"∞"', '"NaN"',
    '""', '" "', "true", "false", "null", "[]", "{}", '{"value": 1}', '{"value": {}}', '"是"', '"否"', '"ＴＲＵＥ"', '"yeſ"',
    '" No "', '"nein"', '"\\ud800"', f'"{"𠮷" * 39}"', f'"{"𠮷" * 40}"', f'"{"𠮷" * 41}"', "1" + "0" * 400, "-1e-5",
)  # fmt: skip
"""What may be written for a number, a share, a flag, an option, a level: sound or not."""


def test_however_a_value_is_written() -> None:
    scheme = bad_values.SCHEMES["harbour"]
    standard = scheme.standard
    kinds = {quantity.kind: name for name, quantity in standard.reported.items()}
    files = [
        (bad_values.text("harbour", "values", f'"{name}": {number}'), False)
        for name in kinds.values()
        for number in NUMBERS
    ]
    levels = ", ".join(f'"{node}": {{"now": 1, "planned": %s}}' for node in standard.rubrics)
    files += [
        (
            bad_values.text(
                "harbour", "", f'"respondents": [{{"answers": {{{levels % ((one,) * len(standard.rubrics))}}}}}]'
            ),
            False,
        )
        for one in NUMBERS
    ]
    told = node.agreed(scheme, files)
    assert len(kinds) >= 5 and {one[0] for one in told} == {"{", "["}


SIGNS = '{}[]:,"\\ \n0eN-.'


def _hostile(seed: int) -> Iterator[str]:
    """A sound file with a sign taken out, doubled or put in another's place."""
    text = cities.text_of(cities.assessment(bad_values.SCHEMES["harbour"], seed))
    for at in range(seed, len(text), 37):
        yield text[:at] + text[at + 1 :]
        yield text[:at] + text[at] + text[at:]
        yield text[:at] + SIGNS[(at + seed) % len(SIGNS)] + text[at + 1 :]


@pytest.mark.parametrize("seed", range(4))
def test_files_with_a_slip(seed: int) -> None:
    texts = [text for text in _hostile(seed) if not (NEWER and (",}" in text or ",]" in text))]
    node.agreed(bad_values.SCHEMES["harbour"], [(text, False) for text in texts])
