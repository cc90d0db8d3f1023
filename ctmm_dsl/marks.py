"""Character-level marks: what of a text was left out and what was put in, exactly.

In: two texts. Out: pieces in a row, each kept, deleted or inserted. The pieces that are not inserted are the old text, those that are not
deleted the new one, sign by sign. Numbers and Latin words change whole, Chinese text character by character; a sign and what is written
onto it are one. Nothing is cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

Mark = Literal["", "deleted", "inserted"]

MOST = 1000
"""Texts of more units than this are compared sentence by sentence first: the time grows with the square."""

ISLAND = 3
"""So many like units between two larger changes are chance."""

SIGNS: dict[Mark, str] = {"": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}

_UNIT = re.compile(r"[0-9]+(?:[.,][0-9]+)*[%％‰]?|[A-Za-z]+(?:['’-][A-Za-z]+)*|.", re.S)
_WORD = re.compile(r"\s+|\S+")
_SENTENCE = re.compile(r"[^。；！？.;!?\n]*[。；！？.;!?\n]*", re.S)
_JOINER = "\u200d"


class Step(NamedTuple):
    """A stretch of both texts: whether they are alike there, and their units."""

    same: bool
    gone: list[str]
    come: list[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what became of it."""

    text: str
    mark: Mark = ""


Marked = tuple[Piece, ...]


def marked(old: str, new: str) -> Marked:
    """How one text became the other."""
    if old == new:
        return (Piece(old),) if old else ()
    before, after = units(old), units(new)
    steps = _compared(before, after) if max(len(before), len(after)) <= MOST else _by_sentences(old, new)
    return tuple(_pieces(_calm(list(_joined(steps)))))


def marked_by_words(old: str, new: str) -> Marked:
    """How one row of words became the other, a word as a whole: for identifiers, counts and fingerprints, which nobody reads by letters.
    Where there are more or fewer of them, the whole row is another one."""
    before, after = (_WORD.findall(text) for text in (old, new))
    if len(before) != len(after):
        return tuple(_pieces([Step(False, [old] if old else [], [new] if new else [])]))
    return tuple(_pieces(_joined(Step(one == other, [one], [other]) for one, other in zip(before, after, strict=True))))


def units(text: str) -> list[str]:
    """What a text is made of: numbers, Latin words, characters with what is written onto them."""
    found: list[str] = []
    for match in _UNIT.finditer(text):
        unit = match.group()
        if found and (_hangs_on(unit) or found[-1].endswith(_JOINER)):
            found[-1] += unit
        else:
            found.append(unit)
    return found


def old_text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.mark != "inserted")


def new_text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.mark != "deleted")


def old_side(pieces: Iterable[Piece]) -> Marked:
    """The old text, with what was left out of it."""
    return tuple(piece for piece in pieces if piece.mark != "inserted")


def new_side(pieces: Iterable[Piece]) -> Marked:
    """The new text, with what was put into it."""
    return tuple(piece for piece in pieces if piece.mark != "deleted")


def changed(pieces: Iterable[Piece]) -> bool:
    return any(piece.mark for piece in pieces)


def signed(pieces: Iterable[Piece]) -> str:
    """A marked text where nothing can be struck through: `[-left out-]`, `{+put in+}`."""
    return "".join(SIGNS[piece.mark].format(piece.text) for piece in pieces)


def lines(pieces: Iterable[Piece]) -> tuple[Marked, ...]:
    """Pieces broken at their line ends."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        rows[-1] += [Piece(first, piece.mark)] if first else []
        rows += [[Piece(text, piece.mark)] if text else [] for text in others]
    return tuple(map(tuple, rows))


# ---- steps -----------------------------------------------------------------------------------------------------


def _hangs_on(unit: str) -> bool:
    """Whether a sign is written onto the one before it: accents, variation selectors, joiners, skin tones."""
    first = unit[0]
    return (
        unicodedata.category(first) in ("Mn", "Me", "Mc") or first == _JOINER or "\U0001f3fb" <= first <= "\U0001f3ff"
    )


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Step]:
    for name, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield Step(name == "equal", list(before[a:b]), list(after[c:d]))


def _by_sentences(old: str, new: str) -> Iterator[Step]:
    """Whole sentences first, then what changed within: for texts too long to compare at once."""
    before, after = (_SENTENCE.findall(text) for text in (old, new))
    for same, gone, come in _compared(before, after):
        one, other = units("".join(gone)), units("".join(come))
        if same or not gone or not come or max(len(one), len(other)) > MOST:
            yield Step(same, one, other)
        else:
            yield from _compared(one, other)


def _joined(steps: Iterable[Step]) -> Iterator[Step]:
    """Neighbours of a kind as one step; steps of nothing are left out."""
    for same, group in groupby((step for step in steps if step.gone or step.come), key=lambda step: step.same):
        yield _one(same, list(group))


def _calm(steps: list[Step]) -> list[Step]:
    """A few like characters between two larger changes are chance, and read worse than one change: they become part of it."""
    calm = list(steps)
    while True:
        chance = [at for at in range(1, len(calm) - 1) if calm[at].same and _by_chance(*calm[at - 1 : at + 2])]
        if not chance:
            return calm
        at = chance[0]
        calm[at - 1 : at + 2] = [_one(False, calm[at - 1 : at + 2])]


def _by_chance(before: Step, same: Step, after: Step) -> bool:
    kept = len(same.gone)
    return kept <= ISLAND and all(
        step.gone and step.come and kept < max(len(step.gone), len(step.come)) for step in (before, after)
    )


def _one(same: bool, steps: list[Step]) -> Step:
    """Steps in a row as one."""
    return Step(same, [unit for step in steps for unit in step.gone], [unit for step in steps for unit in step.come])


def _pieces(steps: Iterable[Step]) -> Iterator[Piece]:
    for same, gone, come in steps:
        if same:
            yield Piece("".join(gone))
            continue
        if gone:
            yield Piece("".join(gone), "deleted")
        if come:
            yield Piece("".join(come), "inserted")
