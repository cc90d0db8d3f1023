"""Slips as documents: what an editor does to a shipped standard, what the compiler says of it, and what it offers.

In: `FAMILY.md`, each with cases under headings. A block `slip` is a difference without line numbers, as `diff -u` writes one: the lines
that stand there (` ` and `-`, together once in the file) and those that stand there afterwards (` ` and `+`). `⟨U+200B⟩` stands for that
very character. The block `said` is written by `python -m tests.slips.regenerate`: the code, the file, column and line of the finding, its
message in both languages, and the repairs that are offered, each with what it leaves to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctmm_dsl.findings import LANGUAGES, Finding
from ctmm_dsl.fixes import Fix, tried
from ctmm_dsl.fixes.trial import changed
from ctmm_dsl.source import Source, decode
from ctmm_dsl.workspace import Workspace

FOLDER = Path(__file__).parent
SPEC = FOLDER.parents[1] / "spec"
FAMILIES = sorted(FOLDER.glob("*.md"))
SHOWN = 48
"""So much of a line is shown."""

_CASE = re.compile(
    r"(?m)^## (?P<title>.+)\n\n```slip\n--- (?P<file>\S+)\n(?P<hunk>(?:[ +-].*\n|\n)*)```\n(?:\n```said\n(?P<said>(?s:.*?))```\n)?"
)
_CHARACTER = re.compile(r"⟨U\+([0-9A-F]{4,5})⟩")


@dataclass(frozen=True)
class Case:
    """A slip in a file, and what is written down of it."""

    family: str
    title: str
    file: str
    hunk: str
    written: str

    def broken(self) -> Source:
        """The file with the slip in it."""
        source = sources()[self.file]
        old, new = (_lines(self.hunk, mark) for mark in "-+")
        text = "\n" + source.text
        times = text.count("\n" + old)
        assert times == 1, f"{self.title}: the lines stand {times} times in {self.file}"
        return Source(source.path, text.replace("\n" + old, "\n" + new)[1:])

    def head(self) -> str:
        return f"## {self.title}\n\n```slip\n--- {self.file}\n{self.hunk}```\n"


def _lines(hunk: str, mark: str) -> str:
    kept = (line[1:] for line in hunk.splitlines() if line[:1] in (" ", mark, ""))
    return "".join(_CHARACTER.sub(lambda match: chr(int(match[1], 16)), line) + "\n" for line in kept)


@cache
def sources() -> dict[str, Source]:
    """The shipped files by their names."""
    paths = sorted(SPEC.rglob("*.ctmm"))
    return {path.name: decode(path.relative_to(SPEC.parent).as_posix(), path.read_bytes()) for path in paths}


@cache
def workspace() -> Workspace:
    return Workspace(sources().values())


def read_family(path: Path) -> tuple[str, list[Case]]:
    """What a family's document begins with, and its cases."""
    text = path.read_text("utf-8")
    matches = list(_CASE.finditer(text))
    head = text[: matches[0].start()] if matches else text
    assert "".join([head, *(f"{match.group()}\n" for match in matches)]).strip() == text.strip(), (
        f"{path.name} has other parts"
    )
    return head, [Case(path.stem, one["title"], one["file"], one["hunk"], one["said"] or "") for one in matches]


def cases() -> Iterator[Case]:
    for path in FAMILIES:
        yield from read_family(path)[1]


@dataclass(frozen=True)
class Repair:
    """A repair that is offered: what is left to say after it, and whether the file is then as it was."""

    fix: Fix
    left: tuple[Finding, ...]
    restored: bool


Told = tuple[Finding, tuple[Repair, ...]]
Kind = tuple[str, str, str]


@cache
def told(case: Case) -> tuple[Told, ...]:
    """The slip is made, each of its findings taken down with the repairs that are offered; then the file is as it was."""
    spec, before = workspace(), sources()[case.file]
    sound = said_of_the_sound()
    spec.update(case.broken())
    findings = [finding for finding in spec.outcome.findings if _kind(finding) not in sound]
    found = tuple(_mended(finding, spec, sound, before) for finding in findings)
    spec.update(before)
    return found


def _mended(finding: Finding, spec: Workspace, sound: frozenset[Kind], before: Source) -> Told:
    repairs = []
    for fix, after in tried(finding, spec):
        left = tuple(one for one in after.findings if _kind(one) not in sound)
        restored = [source.text for source in changed(fix.edits)] == [before.text]
        repairs.append(Repair(fix, left, restored))
    return finding, tuple(repairs)


@cache
def said_of_the_sound() -> frozenset[Kind]:
    """What there is to say without any slip: nothing, while the shipped files are sound."""
    return frozenset(_kind(finding) for finding in workspace().outcome.findings)


def _kind(finding: Finding) -> Kind:
    return finding.code, finding.span.source.path, finding.message("en")


def said(case: Case) -> str:
    """The block of a case as it should be."""
    lines: list[str] = []
    for finding, repairs in told(case):
        place = finding.span.source.position(finding.span.start)
        name = finding.span.source.path.rpartition("/")[2]
        shown = _cropped(finding.span.source.line(place.line))
        lines.append(f"{finding.code} {name}, column {place.column} of: {shown}")
        lines += [finding.message(language) for language in LANGUAGES]
        lines += [_spoken(repair) for repair in repairs]
    return "".join(f"{line}\n" for line in lines)


def _spoken(repair: Repair) -> str:
    codes = Counter(finding.code for finding in repair.left)
    left = "".join(f" (leaves {count} of {code})" for code, count in sorted(codes.items()))
    words = repair.fix.title
    return f"=> {words['zh']} | {words['en']}{' (as it was)' if repair.restored else left}"


def _cropped(line: str) -> str:
    line = "".join(
        f"⟨U+{ord(one):04X}⟩" if not one.isprintable() and one != "\u3000" else one for one in line.strip(" ")
    )
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def document(path: Path) -> str:
    """A family's document as it should be."""
    head, own = read_family(path)
    parts = [f"{case.head()}\n```said\n{said(case)}```\n" for case in own]
    return "\n".join([head.rstrip("\n") + "\n", *parts])
