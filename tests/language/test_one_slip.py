"""One slip, one finding: a small spec is broken in every way that a hand breaks it, at every place where that can be done.

In: `sound/`: two standards, one a part of the other, a profile and a crosswalk. Every kind of slip is a function from a file's
lines to its broken versions. What a slip does to other files (a source that is gone, a row that leads nowhere) echoes it, and is not told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.source import Source

SPEC = {path.name: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "sound").iterdir())}

Slip = Callable[[list[str]], Iterator[list[str]]]


def _replacing(pattern: str, by: str | Callable[[re.Match[str]], str]) -> Slip:
    """Every line in which a pattern is found, with the first place of it replaced."""

    def slip(lines: list[str]) -> Iterator[list[str]]:
        for at, line in enumerate(lines):
            if re.search(pattern, line):
                yield [*lines[:at], re.sub(pattern, by, line, count=1), *lines[at + 1 :]]

    return slip


def _deleting(pattern: str) -> Slip:
    """Every line that a pattern matches, with the deeper lines under it taken out as well where it is a clause."""

    def slip(lines: list[str]) -> Iterator[list[str]]:
        for at, line in enumerate(lines):
            if re.match(pattern, line):
                yield lines[:at] + lines[_end(lines, at) :]

    return slip


def _doubling(lines: list[str]) -> Iterator[list[str]]:
    for at, line in enumerate(lines):
        if re.match(r"    (-|[a-z]\)) ", line):
            end = _end(lines, at)
            yield lines[:end] + lines[at:end] + lines[end:]


def _end(lines: list[str], at: int) -> int:
    """Where a line with the notes under it ends; any other line ends at once."""
    end = at + 1
    while re.match(r"    \S", lines[at]) and end < len(lines) and lines[end].startswith("      @"):
        end += 1
    return end


def _swapping_levels(lines: list[str]) -> Iterator[list[str]]:
    levels = [at for at, line in enumerate(lines) if line.startswith("  level ")]
    for one, other in pairwise(levels):
        if int(lines[one][-1]) + 1 == int(lines[other][-1]):
            swapped = list(lines)
            swapped[one], swapped[other] = lines[other], lines[one]
            yield swapped


def _next_digit(match: re.Match[str]) -> str:
    return match[1] + str(int(match[2]) % 9 + 1)


ONE: dict[str, tuple[Slip, set[str]]] = {
    "a clause deleted": (_deleting(r"    (-|[a-z]\)) "), set(SPEC)),
    "a clause doubled": (_doubling, set(SPEC)),
    "a clause without its mark": (_replacing(r"^    (-|[a-z]\)) ", "    "), set(SPEC)),
    "a clause in column one": (_replacing(r"^    (-|[a-z]\)) ", "- "), set(SPEC)),
    "a clause without its text": (_replacing(r"^(    (?:-|[a-z]\))) .*", r"\1"), set(SPEC)),
    "a level deleted": (_deleting(r"  level "), set(SPEC)),
    "a level with another number": (_replacing(r"^(  level )(\d)", lambda m: f"{m[1]}{int(m[2]) % 3 + 1}"), set(SPEC)),
    "a level without its number": (_replacing(r"^  level \d", "  level"), set(SPEC)),
    "a level in column one": (_replacing(r"^  level", "level"), set(SPEC)),
    "two levels swapped": (_swapping_levels, set(SPEC)),
    "the heading of a node deleted": (_deleting(r"(subdomain|item) "), set(SPEC)),
    "the heading of a domain deleted": (_deleting(r"domain DF"), {"full.ctmm", "key.ctmm"}),
    "a heading misspelt": (_replacing(r"^([a-z])([a-z])([a-z]+)(?= |$)", r"\2\1\3"), set(SPEC)),
    "a heading indented": (_replacing(r"^(domain|subdomain|item|levels|expect|metric) ?", r"  \g<0>"), {"full.ctmm"}),
    "a name left out": (_replacing(r"^((?:domain|subdomain|item) \S+) .*", r"\1"), set(SPEC)),
    "a name with a blank": (_replacing(r"^((?:domain|subdomain|item) \S+ .)", r"\1 "), set(SPEC)),
    "a weight with a wrong digit": (_replacing(r"( )(\d)(?=0%)", _next_digit), {"key.ctmm", "even.ctmm"}),
    "a weight left out": (_replacing(r" \d0%$", ""), {"key.ctmm"}),
    "a figure with a wrong digit": (_replacing(r"(>= )(\d)", _next_digit), set(SPEC)),
    "a figure in the text with a wrong digit": (_replacing(r"(达到)(\d)", _next_digit), set(SPEC)),
    "a metric deleted": (_deleting(r"metric "), set(SPEC)),
    "a requirement deleted": (_deleting(r"      @metric "), set(SPEC)),
    "a requirement of another metric": (_replacing(r"(@metric \w+)", r"\1s"), set(SPEC)),
    "a source deleted": (_deleting(r"      @from \S+ [^m]"), set(SPEC)),
    "a source that is not there": (_replacing(r"@from (\S+)", r"@from \1x"), set(SPEC)),
    "a source of another node": (_replacing(r"@from \w+", "@from XX"), set(SPEC)),
    "a relation misspelt": (_replacing(r"(@from \S+ \w{3})\w+", r"\1"), set(SPEC)),
    "a text altered": (_replacing(r"^(    - (?!成立|推进).*)$", r"\1等"), {"key.ctmm"}),
    "a note misspelt": (_replacing(r"@(.)(.)", r"@\2\1"), set(SPEC)),
    "a row of levels deleted": (_deleting(r"  \d "), set(SPEC)),
    "a row of the method deleted": (_deleting(r"  (leaf|parent|reached|climb) "), set(SPEC)),
    "a row of the scale without points": (_replacing(r"^(  (?:full|partly|none) .*) \d+$", r"\1"), {"key.ctmm"}),
    "a class deleted": (_deleting(r"  \S+类 "), set(SPEC)),
    "a motto deleted": (_deleting(r"  motto "), set(SPEC)),
    "a motto doubled": (_replacing(r"^  motto .*", r"\g<0>\n\g<0>"), set(SPEC)),
    "an abbreviation deleted": (_deleting(r"abbreviation "), set(SPEC)),
    "a count with a wrong digit": (_replacing(r"^(  (?:domains|subdomains|items) +)(\d)", _next_digit), set(SPEC)),
    "a field misspelt": (_replacing(r"^  (.)(.)(\S+)(?= +(2026|能力域))", r"  \2\1\3"), set(SPEC)),
    "an edition deleted": (_deleting(r"  edition"), set(SPEC)),
    "layers deleted": (_deleting(r"  layers"), set(SPEC)),
    "the superset deleted": (_deleting(r"  subset-of"), set(SPEC)),
    "the superset misspelt": (_replacing(r"subset-of  full", "subset-of  fill"), set(SPEC)),
    "a row of weights deleted": (_deleting(r"  (\S+ \d|within domain)"), {"even.ctmm"}),
    "an end that is not there": (_replacing(r"^(  \S+  (?:close|related) +\S+)", r"\1x"), {"walk.ctmm"}),
    "a subject that is not there": (_replacing(r"^  (\S+)(?=  \S)", r"  \1x"), {"walk.ctmm"}),
    "a row without its reason": (_replacing(r"^(  \S+  \S+ +\S+  \[.*\])  .*", r"\1"), {"walk.ctmm"}),
    "a relation that there is not": (_replacing(r"close|related", "near"), {"walk.ctmm"}),
}
"""Each kind of slip, and the files that it is made in."""


@cache
def _sources() -> dict[str, Source]:
    return {name: Source(name, text) for name, text in SPEC.items()}


def _codes(name: str, text: str) -> list[str]:
    sources = _sources() | {name: Source(name, text)}
    return [finding.code for finding in compile_sources(sources.values()).findings]


def test_the_spec_is_sound() -> None:
    assert _codes("full.ctmm", SPEC["full.ctmm"]) == []


@pytest.mark.parametrize("kind", ONE)
def test_a_slip_is_one_finding(kind: str) -> None:
    slip, files = ONE[kind]
    tried = 0
    wrong = []
    for name in SPEC:
        for broken in slip(SPEC[name].split("\n")) if name in files else ():
            tried += 1
            codes = _codes(name, "\n".join(broken))
            if len(codes) != 1:
                wrong.append((name, codes, _difference(SPEC[name], broken)))
    assert tried, "the slip is made somewhere"
    assert not wrong, "\n".join(map(str, wrong))


def _difference(text: str, broken: list[str]) -> str:
    lines = text.split("\n")
    at = next((at for at, (one, other) in enumerate(zip(lines, broken, strict=False)) if one != other), len(lines) - 1)
    return f"line {at + 1}: {lines[at]}"
