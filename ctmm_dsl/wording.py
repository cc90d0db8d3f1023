"""Texts compared as an editor compares them.

In: two texts. Out: whether they are the same words, whether one only leaves words out, and the difference, shown. Full- and
half-width forms and blanks do not make a text another one; everything else does.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

SHOWN = 400
"""Only so much of a long text is compared in detail."""
AROUND = 6
"""So many characters are shown on each side of a difference."""

_UNITS = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|.", re.S)
"""What a difference is told in: characters, and numbers whole."""
_BLANK = re.compile(r"\s+")


@lru_cache(maxsize=16_384)  # several checks compare the same texts, and a revision changes few of them
def fold(text: str) -> str:
    """A text without what does not matter for its wording."""
    return _BLANK.sub("", text if text.isascii() else unicodedata.normalize("NFKC", text))


def only_leaves_out(short: str, long: str) -> bool:
    """Whether the short text is the long one with some characters left out (both folded)."""
    rest = iter(long)
    return len(short) < len(long) and all(character in rest for character in short)


def difference(old: str, new: str) -> str:
    """What changed from one text to the other: `[-left out-]`, `{+put in+}`, a little of the rest around it."""
    before, after = (_UNITS.findall(fold(text[:SHOWN])) for text in (old, new))
    parts: list[str] = []
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for at, (step, a, b, c, d) in enumerate(steps):
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if step == "equal":
            parts.append(_shortened(gone, first=at == 0, last=at == len(steps) - 1))
        else:
            parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return "".join(parts)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    head = "" if first else text[:AROUND]
    tail = "" if last else text[-AROUND:]
    return text if len(text) <= len(head) + len(tail) + 1 and not (first or last) else f"{head}…{tail}"


def likeness(one: str, other: str) -> float:
    """How much two texts share, 0 to 1, by their pairs of characters. A guess for suggestions; decides nothing."""
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
