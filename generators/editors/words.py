"""The grammar's words, one at a time: what each is for, and a pattern for it that needs no line but its own.

In: terminals of grammar.lark. Out: their role (which an editor gives a colour), their patterns as engines for editors take them
(there, a line has no line end to look at), and their keywords as phrases.
"""

from __future__ import annotations

import re
from functools import cache

from ctmm_dsl import grammar
from generators.editors.rules import REST

BLANK = r"[ \t\u3000\u00a0]"
COMMENT = r"[#＃].*"

ROLES = {
    "heading": grammar.HEADINGS,
    "mark": (
        "FIELD", "PROFILE_FIELD", "_LAYERS", "_SUBSET", "_SCORING", "_FIGURE", "_MOTTO", "_PLACE", "_TABLE", "_DATA", "RUBRIC",
        "SUPPORT", "_RANGE", "_OPTION", "_LET", "SCORED", "_READING", "_GATE", "_PER_ROW", "_ELSE_ROW", "_LEAF", "_PARENT", "_REACHED",
        "_CLIMB", "_RESPONDENTS", "_SUMMARY", "COUNTED", "CLAUSES",
    ),
    "note": grammar.NOTES,
    "level": ("LEVEL", "LEVEL_ROW", "CHINESE_LEVEL", "DESCRIBED"),
    "label": ("LABEL", "BRACKETED"),
    "relation": ("RELATION", "MATCH", "NONE"),
    "option": (
        "_OF", "_WITHIN", "TOTAL", "WHOLE", "_EQUAL", "_MEAN", "SPREAD", "ROLL_UP", "LESS", "MIDDLE", "LEAST", "_SCORE",
        "CLIMB_HOW",
    ),
    "kind": ("QUANTITY_KIND", "KIND", "BASIS", "LEAF_KIND"),
    "calculation": (
        "_TIER", "CHECKLIST", "_CHOOSE", "_UP_TO", "_PER", "_EACH", "_IF", "_THEN", "_ELSE", "_EMPTY", "OR", "AND", "_NOT",
    ),
    "function": ("EXTREME",),
    "identifier": ("NODE", "ID", "IDENT", "WORD", "SCALE_CODE", "ENTRY", "COUNTED_IN", "SHORT"),
    "code": ("CODE",),
    "name": ("NAME", "PART_LABEL"),
    "string": ("QUOTED",),
    "number": ("NUMBER", "SECTION_NUMBER", "COUNT", "NUMERAL", "RANGE", "FIGURE", "BOUNDS"),
    "weight": ("PERCENT", "_WEIGHT"),
    "unit": ("UNIT",),
    "operator": ("OP", "TIER_OP", "SIGN", "TIMES", "DIVIDED", "_IS", "_PLUS", "_ARROW"),
    "bracket": ("_OPEN", "_CLOSE", "_COMMA"),
    "pin": ("PINS", "PIN"),
    "text": ("TEXT",),
    "rest": (REST,),
}  # fmt: skip
"""What a word is for, and its terminals; every terminal has exactly one."""

_TERMINAL = re.compile(r"(?m)^(_?[A-Z_]+)(?:\.(-?\d+))?: (.*)$")
_ATOM = re.compile(r"\\u[0-9a-f]{4}|\\.|\[\^?(?:\\.|[^]\\])*\]|\(\?(?:[:=!]|<[=!])|.")
_SPACES = re.compile(r"\[ \\t(?:\\u[0-9a-f]{4})*\][+*]")


@cache
def role(terminal: str) -> str:
    found = [one for one, terminals in ROLES.items() if terminal in terminals]
    if len(found) != 1:
        raise ValueError(f"{terminal} has no role for editors: add it to ROLES")
    return found[0]


def priority(terminal: str) -> int:
    """As the grammar's lexer has it: what is higher is looked for first."""
    return 0 if terminal == REST else _terminals()[terminal][0]


@cache
def pattern(terminal: str) -> str:
    """A terminal's pattern for engines that look at one line."""
    return on_a_line(_terminals()[terminal][1])


def atoms(expression: str) -> list[str]:
    """A regular expression taken apart: characters, classes, escapes, brackets."""
    return _ATOM.findall(expression)


def on_a_line(expression: str) -> str:
    """The same expression where a line ends at `$`; a look back holds no look ahead, which few engines take."""
    expression = expression.replace(r"(?<![a-z](?=\w))", r"(?:(?<![a-z])|(?!\w))").replace(r"[^\n]", ".")
    made: list[str] = []
    open_groups: list[tuple[str, int]] = []
    for atom in atoms(expression):
        if atom.startswith("["):
            made.append(atom.replace(r"\n", ""))
        elif atom == r"\n":
            made.append("$")
        else:
            made.append(atom)
        if atom.startswith("("):
            open_groups.append((atom, len(made)))
        elif atom == ")":
            kind, start = open_groups.pop()
            if kind == "(?=" and re.match("".join(made[start:-1]), "\n"):
                made.insert(-1, "|$")
    return "".join(made)


@cache
def phrases(terminal: str) -> tuple[str, ...]:
    """The keywords of a terminal, those of several words as well: `weighted sum`. None where it is no list of words."""
    if terminal in grammar.keywords():
        return grammar.keywords()[terminal]
    words = _SPACES.sub(" ", _terminals()[terminal][1])
    words = re.sub(r"\(\?=\\s\)|\(\?:|\)|\[:：\]\?", "", words)
    return tuple(words.split("|")) if re.fullmatch(r"[\w -]+(?:\|[\w -]+)*", words) else ()


def words_of(*roles: str) -> tuple[str, ...]:
    """The keywords of these roles, each once, the longest first, so that none hides behind its own beginning."""
    found = {word for one in roles for terminal in ROLES[one] if terminal != REST for word in phrases(terminal)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _terminals() -> dict[str, tuple[int, str]]:
    return {
        name: (int(rank or 0), body.strip().replace("\\/", "/")[1:-1])
        for name, rank, body in _TERMINAL.findall(grammar.text())
    }
