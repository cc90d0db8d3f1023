"""What is coloured and how: semantic tokens.

In: the tokens of a file. Out: stretches with a kind and whether something is declared there. Texts are left plain: they are what a reader
should see. A token that goes over a line end is none here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ctmm_dsl import grammar
from ctmm_dsl.server.tokens import Token

KINDS = ("keyword", "decorator", "class", "variable", "enumMember", "number", "label", "operator", "comment", "string")
"""The kinds of the protocol that are used; `decorator` is a note, `label` what a text is lettered or numbered by, `string` a name."""

MODIFIERS = ("declaration",)

_IN_WORDS = {
    "class": ("NODE", "ID", "COUNTED_IN"),
    "variable": ("IDENT", "ENTRY", "WORD", "SCALE_CODE"),
    "enumMember": ("CODE", "RELATION", "MATCH", "NONE", "KIND", "QUANTITY_KIND", "BASIS", "UNIT"),
    "number": (
        "NUMERAL", "PERCENT", "FIGURE", "COUNT", "RANGE", "BOUNDS", "NUMBER", "SECTION_NUMBER", "LEVEL_ROW", "DESCRIBED", "CHINESE_LEVEL",
    ),
    "label": ("LABEL", "BRACKETED"),
    "operator": (
        "OP", "TIER_OP", "SIGN", "TIMES", "DIVIDED", "_IS", "_PLUS", "_ARROW", "_OPEN", "_CLOSE", "_COMMA",
    ),
    "comment": ("COMMENT", "PIN", "PINS"),
    "string": ("NAME", "QUOTED", "PART_LABEL", "SHORT"),
}  # fmt: skip
KIND_OF = {terminal: kind for kind, terminals in _IN_WORDS.items() for terminal in terminals}
"""The kind of every terminal that is neither a keyword nor a text."""

PLAIN = ("TEXT",)

DECLARED_AFTER = {
    "_STANDARD", "_PROFILE", "LAYER", "_METRIC", "_QUANTITY", "_LET", "_READING", "_OPTION",
}  # fmt: skip
"""Keywords after which an identifier is declared."""


class Stretch(NamedTuple):
    start: int
    end: int
    kind: str
    declared: bool


def coloured(tokens: Iterable[Token]) -> Iterator[Stretch]:
    """What of a file is coloured, in order."""
    before = ""
    for token in tokens:
        if token.terminal not in PLAIN and token.end > token.start:
            yield Stretch(token.start, token.end, kind_of(token.terminal), before in DECLARED_AFTER)
        before = token.terminal


def kind_of(terminal: str) -> str:
    if terminal in grammar.NOTES:
        return "decorator"
    return KIND_OF.get(terminal, "keyword")
