"""A calculation in its plain form: half-width signs, a blank on both sides of what joins, none within brackets.

In: what stands after the equals sign. Out: the same calculation. It is taken apart into numbers, names, keywords and signs and put together
again; nothing of it is understood here.
"""

from __future__ import annotations

import re

from ctmm_dsl.format.keywords import Speech, twins
from ctmm_dsl.resolve.reader import plain

WORDS = ("_IF", "_THEN", "_ELSE", "_EMPTY", "OR", "AND", "_NOT", "_PER", "_EACH", "EXTREME", "_UP_TO")
HEADS = ("_TIER", "CHECKLIST", "_CHOOSE")
"""Keywords that begin a table: only at the beginning, elsewhere they would be names."""

SIGNS = {"≥": ">=", "≤": "<=", "×": "*", "÷": "/", "−": "-", "–": "-"}
_CHINESE = "分档|清单|择一|必备|每|各得|若|则|否则|除数为零时|且|或|非|取小|取大|最高"
_TOKEN = re.compile(
    rf"""(?P<number>[0-9０-９]+(?:[.．][0-9０-９]+)?(?:[ \t]*[%％])?)
       | (?P<phrase>up[ \t\u3000]+to(?![A-Za-z0-9_]))
       | (?P<name>[A-Za-z][A-Za-z0-9_]*)
       | (?P<chinese>{_CHINESE})
       | (?P<sign>[>＞<＜][=＝]|[^\s])""",
    re.X,
)


def written(text: str, speech: Speech) -> str:
    said = ""
    for number, token in enumerate(_TOKEN.finditer(text)):
        kind = token.lastgroup
        match kind:
            case "number":
                word = "".join(plain(token.group()).split())
            case "sign":
                word = sign(token.group())
            case _:
                word = _keyword(token.group(), text[token.end() :], speech, first=number == 0)
        opened = not said or said.endswith("(")
        called = word == "(" and said.endswith(("min", "max", "取小", "取大"))
        said += word if opened or called or word in (")", ",") else f" {word}"
    return said


def sign(typed: str) -> str:
    """An operator, a bracket or a comma in its half-width form."""
    return SIGNS.get(typed, plain(typed))


def _keyword(word: str, rest: str, speech: Speech, *, first: bool) -> str:
    """A keyword in the language of keywords; a quantity's name stays."""
    words = " ".join(word.split())
    for terminal in (*(HEADS if first else ()), *WORDS):
        if words in twins(terminal):
            is_name = terminal == "EXTREME" and not rest.lstrip().startswith(("(", "（"))
            is_name = is_name or (terminal in HEADS and words.isascii() and not _goes_on(rest, terminal))
            return words if is_name else speech.say(terminal, words)
    return words


def _goes_on(rest: str, terminal: str) -> bool:
    """Whether what follows the word `tier`, `checklist` or `choose` leaves it a keyword: a quantity may be called so."""
    follows = rest.strip()
    if terminal == "CHECKLIST":
        return not follows or follows.startswith(("up", "最高"))
    return bool(follows) and (follows[0].isalnum() or follows[0] in "(（")
