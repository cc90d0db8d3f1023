"""The grammar's text, and the keywords that stand in it.

In: `grammar.lark`. Out: its text, and for each keyword terminal its twins (English first); a name in the language's quotes. Suggestions,
explanations and editors' word lists are taken from here, so that a keyword is written once.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from ctmm_dsl.findings import Both, both

HEADINGS = (
    "_STANDARD", "_PROFILE", "_CROSSWALK", "_SECTION", "_REFERENCES", "_BIBLIOGRAPHY", "_TERM", "_ABBREVIATION",
    "_LEVELS", "_CLASSES", "_SCALE", "_METHOD", "_EXPECT", "_METRIC", "_QUANTITY", "_COLUMN", "_DOCUMENT", "_WEIGHTS",
    "_READINGS", "LAYER",
)  # fmt: skip
NOTES = ("_FROM", "_REQUIRES", "_ERRATUM", "_ALLOW", "_SEE", "_PART_OF", "_BUILDS_ON", "REMARK")

_LOOK = r"\(\?(?:=(?:[^()]|\[[^]]*\])*|<!\[a-z\]\(\?=\\w\))\)"
_TERMINAL = re.compile(rf"(?m)^(_?[A-Z_]+)(?:\.-?\d+)?: /((?:\[@＠\])?)\(\?:([^()[\]]*)\)(?:{_LOOK})+/$")


def quoted(name: str) -> str:
    """A name as it stands in a line where it would be read otherwise without quotes."""
    return '"' + name.replace('"', '""') + '"'


@cache
def text() -> str:
    return files(__package__).joinpath("grammar.lark").read_text("utf-8")


@cache
def keywords() -> dict[str, tuple[str, ...]]:
    """Terminal to its keywords, as written: `_STANDARD` to `("standard", "标准")`."""
    return {
        name: tuple(mark[1:2] + word for word in words.split("|")) for name, mark, words in _TERMINAL.findall(text())
    }


def words_of(terminals: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for terminal in terminals for word in keywords()[terminal])


def twins(terminal: str) -> tuple[Both, ...]:
    """The English keywords of a terminal; in Chinese, each with its twin in brackets."""
    chinese = {latin: word for word, latin in reversed(english(terminal).items()) if not word.isascii()}
    words = [word for word in keywords()[terminal] if word.isascii()]
    return tuple(both(f"{word}（{twin}）" if (twin := chinese.get(word)) else word, word) for word in words)


@cache
def english(terminal: str) -> dict[str, str]:
    """Each keyword of a terminal to its English twin: the Chinese ones stand in the same order as the English."""
    words = keywords()[terminal]
    latin = [word for word in words if word.isascii()]
    chinese = [word for word in words if not word.isascii()]
    return {word: word.lstrip("@") for word in latin} | {
        word: latin[at % len(latin)].lstrip("@") for at, word in enumerate(chinese)
    }
