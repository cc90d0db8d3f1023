"""Waivers: changes that were agreed to, each with its reason.

In: a text of the form

    # agreed in May
    waive wording ctmm AR.1/1a
      reason The two phrases mean the same.

Out: waivers in their order, or everything that is wrong with the text, by its line. A waiver names the class of change that was agreed
to, the document, and the place; a change of another class at that place is not covered. A place that ends in `*` stands for all that
begin so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctmm_dsl.findings import Both, both, listed
from ctmm_dsl.revision.names import CLASS_NAMES
from ctmm_dsl.revision.values import CLASSES, Change, Revision

WAIVE, REASON = ("waive", "同意"), ("reason", "理由")

_ENTRY = re.compile(r"(?P<grade>\S+)\s+(?P<document>\S+(?:\s+(?:->|→)\s+\S+)?)\s+(?P<place>\S.*)")
"""A crosswalk is named by both of its ends."""
_ARROW = re.compile(r"\s+(?:->|→)\s+")
_BLANKS = " \t\u3000"


@dataclass(frozen=True, slots=True)
class Waiver:
    """Changes agreed to: those of class `grade` in `document` at `place`; `line` of the file says so."""

    grade: str
    document: str
    place: str
    reason: str
    line: int

    def covers(self, change: Change) -> bool:
        return change.grade == self.grade and any(
            place.document == self.document and self._is_at(place.id) for place in (*change.old, *change.new)
        )

    def _is_at(self, place: str) -> bool:
        return place.startswith(self.place[:-1]) if self.place.endswith("*") else place == self.place


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a line."""

    line: int
    words: Both


@dataclass(frozen=True, slots=True)
class Judged:
    """Changes that stand, those that were agreed to, and agreements that cover nothing."""

    standing: tuple[Change, ...]
    waived: tuple[tuple[Change, Waiver], ...]
    idle: tuple[Waiver, ...]

    def waiver_of(self, change: Change) -> Waiver | None:
        return next((waiver for one, waiver in self.waived if one is change), None)

    def at_least(self, grade: str) -> tuple[Change, ...]:
        """The changes of a class or a graver one that nobody agreed to."""
        return tuple(change for change in self.standing if CLASSES.index(change.grade) >= CLASSES.index(grade))


def judged(revision: Revision, waivers: Iterable[Waiver]) -> Judged:
    """A revision held against what was agreed: the first waiver that covers a change is its own."""
    all_of_them = tuple(waivers)
    standing, waived = [], []
    for change in revision.changes:
        waiver = next((one for one in all_of_them if one.covers(change)), None)
        if waiver is None:
            standing.append(change)
        else:
            waived.append((change, waiver))
    idle = [one for one in all_of_them if not any(one.covers(change) for change in revision.changes)]
    return Judged(tuple(standing), tuple(waived), tuple(idle))


# ---- reading -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something: its number, its first word, and the rest."""

    number: int
    key: str
    rest: str
    indented: bool


def waivers(text: str) -> tuple[tuple[Waiver, ...], tuple[Slip, ...]]:
    """The waivers of a file and what is wrong with it."""
    found: list[Waiver] = []
    slips: list[Slip] = []
    for head, under in _entries(_lines(text)):
        if isinstance(head, Slip):
            slips.append(head)
            continue
        read, wrong = _waiver(head, under)
        slips += wrong
        if read is None:
            continue
        if first := next((one for one in found if _same(one, read)), None):
            slips.append(
                _slip(read.line, f"与第 {first.line} 行同意的是同一处", f"agrees to the same as line {first.line}")
            )
        else:
            found.append(read)
    return tuple(found), tuple(sorted(slips, key=lambda slip: slip.line))


def _lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip(_BLANKS)
        if words and not words.startswith("#"):
            key = words.split(None, 1)[0]
            yield _Line(number, key, words[len(key) :].strip(_BLANKS), line[0] in _BLANKS)


def _entries(lines: Iterable[_Line]) -> Iterator[tuple[_Line | Slip, list[_Line]]]:
    """Each line that begins something with the lines that stand under it; a line under nothing is a slip."""
    head: _Line | None = None
    under: list[_Line] = []
    for line in lines:
        if line.indented and head:
            under.append(line)
        elif line.indented:
            yield _slip(line.number, "上面没有“同意 ……”", "stands under no `waive …`"), []
        else:
            if head:
                yield head, under
            head, under = line, []
    if head:
        yield head, under


def _waiver(head: _Line, under: Iterable[_Line]) -> tuple[Waiver | None, list[Slip]]:
    slips = [
        _slip(
            line.number,
            f"不认识“{line.key}”；这里只能写“理由 ……”",
            f"unknown word “{line.key}”; only `reason …` can stand here",
        )
        for line in under
        if line.key not in REASON
    ]
    if head.key not in WAIVE:
        unknown = _slip(
            head.number,
            f"不认识“{head.key}”；每条写“同意 类别 文件标识 位置”",
            f"unknown word “{head.key}”; each entry begins `waive CLASS DOCUMENT PLACE`",
        )
        return None, [unknown, *slips]
    said = _ENTRY.fullmatch(head.rest)
    if said is None:
        short = _slip(
            head.number,
            "要写三样：类别、标准（或剖面、对照）的标识、位置，例如“同意 措辞 ctmm AR.1/1a”",
            "takes a class, a document and a place, as in `waive wording ctmm AR.1/1a`",
        )
        return None, [short, *slips]
    grade = next((grade for grade, words in CLASS_NAMES.items() if said["grade"] in words.values()), None)
    if grade is None:
        classes = {language: [words[language] for words in CLASS_NAMES.values()] for language in ("zh", "en")}
        known = both(listed(classes["zh"])["zh"], listed(classes["en"])["en"])
        wrong = _slip(
            head.number,
            f"没有“{said['grade']}”这一类；可选：{known['zh']}",
            f"there is no class “{said['grade']}”; the classes are {known['en']}",
        )
        return None, [wrong, *slips]
    reason = " ".join(line.rest for line in under if line.key in REASON and line.rest)
    if not reason:
        slips.append(_slip(head.number, "没有理由；请在下一行写“理由 ……”", "has no reason; write `reason …` below it"))
    return (None if slips else _made(grade, said, reason, head)), slips


def _made(grade: str, said: re.Match[str], reason: str, head: _Line) -> Waiver:
    document = " -> ".join(_ARROW.split(said["document"]))
    return Waiver(grade, document, said["place"], reason, head.number)


def _same(one: Waiver, other: Waiver) -> bool:
    return (one.grade, one.document, one.place) == (other.grade, other.document, other.place)


def _slip(line: int, zh: str, en: str) -> Slip:
    return Slip(line, both(zh, en))
