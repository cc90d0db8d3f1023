"""The language for nano: lines coloured by their first word.

In: the grammar's keywords. Out: one file to be included from a nanorc. Of rules that fit one place nano takes the last.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.editors.textmate import HEADER
from generators.editors.words import words_of

_BLANK = "[[:blank:]\u3000\u00a0]"
_ENDS = f"({_BLANK}|$)"


def files() -> dict[str, bytes]:
    rules = "\n".join(f'color {colour} "{expression}"' for colour, expression in _rules())
    text = f'## {HEADER}\nsyntax "ctmm" "\\.ctmm$"\ncomment "#"\n{rules}\n'
    return {"nano/ctmm.nanorc": text.encode()}


def _rules() -> Iterator[tuple[str, str]]:
    calculations = "|".join(words_of("calculation", "function"))
    yield "magenta", f"^{_BLANK}+[^@＠]*[=＝].*({calculations}).*$"
    yield "normal", f"^{_BLANK}+([-－]|[a-z]{{1,2}}[)）]).*$"
    yield "yellow", f"^{_BLANK}+([-－]|[a-z]{{1,2}}[)）])"
    yield "cyan", f"^{_BLANK}+({'|'.join(words_of('mark'))})({_BLANK}|[=＝]|$)"
    yield "green", f"^{_BLANK}+((level|等级){_BLANK}*[0-9]+|[一二三四五六七八九十]级){_ENDS}"
    yield "brightmagenta", f"^{_BLANK}+({'|'.join(words_of('note'))}){_ENDS}"
    yield "brightblue", f"^({'|'.join(words_of('heading'))}){_ENDS}"
    yield "red", f"{_BLANK}[0-9]+([.][0-9]+)?[%％]{_BLANK}*$"
    yield "brightblack", f"^{_BLANK}*[#＃].*$"
