"""The proof proves something in JavaScript too: a scorer in which a single figure is altered, in a formula or in a table, is found out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pytest

from tests.referee import node
from tests.referee.test_mutations import SCHEMES, _idle, asked

pytestmark = node.needed

MOST = {"iso37107": 40, "harbour": 120, "gbt33356-city": 40, "ctmm-key": 60, "harbour-strict": 60}
"""How many figures of each scorer are altered, one at a time."""
FIGURE = re.compile(r"\b\d+(?=n\b)|(?<=\", )\d+(?=, [\[\"])|(?<=  \[)\d+(?=, \")|\b(?:true|false)\b")
OTHER = {"true": "false", "false": "true"}


def altered(text: str, idle: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Every figure of the tables and formulas, where it stands, and the scorers in which it is another."""
    begin, end = text.index("// ---- the standard, as tables"), text.index("// ---- what can be wrong")
    for found in FIGURE.finditer(text, begin, end):
        line = text[text.rfind("\n", 0, found.start()) + 1 : text.index("\n", found.start())]
        if not _means_nothing(line, idle):
            sign = found.group()
            others = [OTHER[sign]] if sign in OTHER else [str(int(sign) + 1), str(int(sign) - 1)]
            yield f"{sign} in {line}", [text[: found.start()] + other + text[found.end() :] for other in others]


def _means_nothing(line: str, idle: set[str]) -> bool:
    """The weight of what does not weigh, the bounds of flags, and those that what is computed never comes to; and what is no figure."""
    named = re.match(r'  \["(\w+)", ".*", "\w+", .*\],$', line)
    none = line.endswith(" 0n, 0n],") or re.search(r'"(?:flag|choice)", 0n, null', line) or "//" in line
    return bool(none) or bool(named and named[1] in idle)


@pytest.mark.parametrize("name", MOST)
def test_an_altered_figure_is_found_out(name: str) -> None:
    scheme = SCHEMES[name]
    text, files = node.text(scheme), list(asked(scheme))
    expected = node.expected(scheme, files)
    assert node.differing([text], files, expected) == [-1], "unaltered, it is the referee"
    found = list(altered(text, _idle(scheme)))
    chosen = found if len(found) <= MOST[name] else Random(1).sample(found, MOST[name])
    first = node.differing([others[0] for _, others in chosen], files, expected)
    unseen = [one for one, at in zip(chosen, first, strict=True) if at < 0]
    second = node.differing([others[-1] for _, others in unseen], files, expected)
    assert [where for (where, _), at in zip(unseen, second, strict=True) if at < 0] == []
    assert len(chosen) == min(MOST[name], len(found))
