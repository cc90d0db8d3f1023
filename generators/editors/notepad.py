"""The language for Notepad++, as a user-defined language: the editor that many Chinese offices have.

In: the grammar's keywords. Out: one XML file for its menu Language, User Defined Language, Import. It knows words, not lines: keywords are
coloured wherever they stand between blanks.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.editors.textmate import HEADER
from generators.editors.words import words_of
from generators.quoting import xml

GROUPS = (
    ("heading", ("heading",), "0000C0", 1),
    ("mark", ("mark",), "007070", 0),
    ("note", ("note",), "A000A0", 0),
    ("option", ("option", "kind", "relation"), "806000", 0),
    ("calculation", ("calculation", "function"), "C04000", 0),
)
"""Groups of words, their colour, 1 for bold."""

_EMPTY = (
    "Numbers, prefix1", "Numbers, prefix2", "Numbers, extras1", "Numbers, extras2", "Numbers, suffix1", "Numbers, suffix2",
    "Numbers, range", "Operators2", "Folders in code1, open", "Folders in code1, middle", "Folders in code1, close",
    "Folders in code2, open", "Folders in code2, middle", "Folders in code2, close", "Folders in comment, open",
    "Folders in comment, middle", "Folders in comment, close",
)  # fmt: skip
_OPERATORS = "( ) （ ） + * / × ÷ ＋ ＊ ／ = ＝ > < ≥ ≤ ＞ ＜ , ，"


def files() -> dict[str, bytes]:
    return {"notepad++/ctmm.xml": "\n".join([*_definition(), ""]).encode()}


def _definition() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<!-- {HEADER} -->"
    yield "<NotepadPlus>"
    yield '<UserLang name="CTMM" ext="ctmm" udlVersion="2.1">'
    yield "<Settings>"
    yield (
        '<Global caseIgnored="no" allowFoldOfComments="no" foldCompact="no" forcePureLC="2" decimalSeparator="0"/>'
        '<Prefix Keywords1="no" Keywords2="no" Keywords3="no" Keywords4="no" Keywords5="no" Keywords6="no" Keywords7="no" Keywords8="no"/>'
    )
    yield "</Settings>"
    yield "<KeywordLists>"
    yield _words("Comments", "00# 00＃ 01 02 03 04")
    for name in _EMPTY:
        yield _words(name, "")
    yield _words("Operators1", _OPERATORS)
    for number in range(1, 9):
        roles = GROUPS[number - 1][1] if number <= len(GROUPS) else ()
        yield _words(f"Keywords{number}", " ".join(word for word in words_of(*roles) if " " not in word))
    yield _words("Delimiters", '00" 01 02" 03“ 04 05” 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23')
    yield "</KeywordLists>"
    yield "<Styles>"
    yield _style("DEFAULT", "000000", 0)
    for name in ("COMMENTS", "LINE COMMENTS"):
        yield _style(name, "808080", 0)
    yield _style("NUMBERS", "B00000", 0)
    for number, (_, _, colour, bold) in enumerate(GROUPS, 1):
        yield _style(f"KEYWORDS{number}", colour, bold)
    yield _style("OPERATORS", "404040", 0)
    for number in (1, 2):
        yield _style(f"DELIMITERS{number}", "008000", 0)
    yield "</Styles>"
    yield "</UserLang>"
    yield "</NotepadPlus>"


def _words(name: str, words: str) -> str:
    return f'<Keywords name="{name}">{xml(words)}</Keywords>'


def _style(name: str, colour: str, bold: int) -> str:
    return f'<WordsStyle name="{name}" fgColor="{colour}" bgColor="FFFFFF" fontName="" fontStyle="{bold}" nesting="0"/>'
