"""The language as a TextMate grammar: for VS Code, and as a property list for Sublime Text, TextMate and the JetBrains programs.

In: the grammar's blocks, lines and words. Out: the colours, exactly as the compiler reads a line: each kind of line is one pattern with a
group for each word, tried in the lexer's order; each block is a stretch from its heading to the next line in column one. Rows of a table
are coloured under the table's head alone, as far as indentation goes.
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from ctmm_dsl.assemble import HEADS
from ctmm_dsl.parser import LINES
from ctmm_dsl.syntax import ROWS
from generators.editors.rules import (
    REST,
    Block,
    Choice,
    Line,
    Option,
    Rule,
    Series,
    Term,
    blocks,
    words_of_calculations,
)
from generators.editors.words import BLANK, COMMENT, pattern, priority, role
from generators.quoting import json_bytes

SCOPES = {
    "heading": "keyword.control.heading",
    "mark": "keyword.other.mark",
    "note": "storage.type.annotation",
    "level": "entity.name.tag.level",
    "label": "punctuation.definition.list.begin",
    "relation": "support.constant.relation",
    "option": "support.constant.option",
    "kind": "support.type.kind",
    "calculation": "keyword.control.calculation",
    "function": "support.function",
    "identifier": "variable.other.identifier",
    "code": "constant.other.code",
    "name": "entity.name.section",
    "string": "string.quoted.double",
    "number": "constant.numeric",
    "weight": "constant.numeric.weight",
    "unit": "constant.other.unit",
    "operator": "keyword.operator",
    "bracket": "punctuation.section.parens",
    "pin": "constant.other.pin",
    "text": "meta.text",
}
"""What a word is for, and the name by which colour schemes know such things."""

NAME = "ctmm"
NEXT_HEADING = r"^(?=[^\s#＃])"
HEADER = "Made from ctmm_dsl/grammar.lark by generators/editors; write it anew with: python -m generators.editors"

_ROWS = {name for name, kind in LINES.items() if kind in ROWS}
_HEADS = {name for name, kind in LINES.items() if kind in HEADS}


def files() -> dict[str, bytes]:
    made = grammar()
    return {
        "vscode/syntaxes/ctmm.tmLanguage.json": json_bytes(made),
        "sublime/ctmm.tmLanguage": plistlib.dumps(
            {"fileTypes": ["ctmm"], "uuid": "8f0b6f52-6c7d-4a57-9f0e-3f3c1d3a5b10", **made}, sort_keys=False
        ),
    }


@cache
def grammar() -> dict[str, Any]:
    """The whole grammar as plain values."""
    made = blocks()
    stray = r"^(?:[^\s#＃].*)$"
    return {
        "comment": HEADER,
        "name": NAME,
        "scopeName": f"source.{NAME}",
        "patterns": [
            {"include": "#comment"},
            *({"include": f"#{block.name}"} for block in made),
            {"match": stray, "name": f"invalid.illegal.heading.{NAME}"},
        ],
        "repository": {
            "comment": {"match": rf"^\s*({COMMENT})$", "captures": {"1": {"name": _scope("comment")}}},
            "notes": {"patterns": [*_notes(made[0]), {"match": r"^\s*[@＠]\S*", "name": f"invalid.illegal.note.{NAME}"}]},
            "calculation": {"patterns": _calculation()},
            **{block.name: _block(block) for block in made},
            **dict(_tables(made)),
        },
    }  # fmt: skip


def _block(block: Block) -> dict[str, Any]:
    heading, groups = _pattern(block.heading)
    own, tables = _lines_of(block)
    return {
        "name": f"meta.block.{block.name}.{NAME}",
        "begin": f"^{heading}",
        "beginCaptures": groups,
        "end": NEXT_HEADING,
        "patterns": [{"include": "#comment"}, *tables, *_matches(own), {"include": "#notes"}, _text()],
    }


def _lines_of(block: Block) -> tuple[list[Line], list[dict[str, str]]]:
    """The lines that may stand straight under a block's heading, and the tables that may."""
    tabled = any(set(line.rules) & _HEADS for line in block.lines)
    own = [line for line in block.lines if not _elsewhere(line, tabled)]
    return own, [{"include": f"#{block.name}-table"}] if tabled else []


def _elsewhere(line: Line, tabled: bool) -> bool:
    """What other patterns take care of: notes, texts, and where there are tables their heads and rows."""
    return line.mark == "TEXT" or "note" in line.rules or (tabled and bool(set(line.rules) & (_ROWS | _HEADS)))


def _tables(made: Sequence[Block]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Stretches by indentation: a table's head with its rows, and a row with what stands under it, which is no row."""
    for block in made:
        own, tables = _lines_of(block)
        if not tables:
            continue
        inner = [*tables, *_matches(own), {"include": "#notes"}, _text()]
        rows = [line for line in _sorted(block.lines) if set(line.rules) & _ROWS]
        heads = [line for line in _sorted(block.lines) if set(line.rules) & _HEADS]
        yield (
            f"{block.name}-row",
            {"patterns": [_stretch(line, [{"include": "#comment"}, *inner]) for line in rows]},
        )
        rowed = [{"include": "#comment"}, {"include": f"#{block.name}-row"}, *inner]
        yield f"{block.name}-table", {"patterns": [_stretch(line, rowed) for line in heads]}


def _stretch(line: Line, patterns: list[dict[str, Any]]) -> dict[str, Any]:
    """A line and the lines that stand deeper."""
    made, groups = _pattern(line, first=2)
    return {
        "begin": rf"^({BLANK_}+){made}",
        "beginCaptures": groups,
        "end": rf"^(?!\1{BLANK_}|\s*$|\s*[#＃])",
        "patterns": patterns,
    }


def _notes(block: Block) -> list[dict[str, Any]]:
    """Notes are alike in every block."""
    return _matches([line for line in block.lines if "note" in line.rules])


def _matches(lines: Sequence[Line]) -> list[dict[str, Any]]:
    made = [_pattern(line) for line in _sorted(lines)]
    return [{"match": f"^{BLANK_}+{one}", "captures": groups} for one, groups in made]


def _sorted(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: -priority(line.mark))


def _text() -> dict[str, Any]:
    return {"match": rf"^{BLANK_}+({BARE_TEXT})$", "captures": {"1": {"name": _scope("text")}}}


def _calculation() -> list[dict[str, Any]]:
    words = sorted(words_of_calculations(), key=lambda terminal: -priority(terminal))
    comment = {"match": rf"{BLANK_}{{2}}({COMMENT})$", "captures": {"1": {"name": _scope("comment")}}}
    return [comment, *({"match": _own(word), "name": _scope(role(word))} for word in words)]


def _pattern(line: Line, first: int = 1) -> tuple[str, dict[str, Any]]:
    """A line's words, a group each, and what the groups are; group numbers begin with `first`."""
    groups = _Groups(first)
    mark = groups.word(line.mark)
    rest = _after(line.rest, groups)
    groups.scopes.append("comment")
    comment = rf"(?:{BLANK_}{{2,}}({COMMENT}))?"
    numbered = {str(first + at): _capture(scope) for at, scope in enumerate(groups.scopes)}
    return mark + rest + comment, numbered


def _capture(scope: str) -> dict[str, Any]:
    return {"patterns": [{"include": "#calculation"}]} if scope == "rest" else {"name": _scope(scope)}


class _Groups:
    """The groups of a pattern, in the order in which they are opened."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.scopes: list[str] = []

    def word(self, terminal: str) -> str:
        self.scopes.append(role(terminal))
        return f"({_own(terminal)})"


def _after(rule: Rule, groups: _Groups) -> str:
    """What follows a word. Each part needs only the parts before it, so that a line is coloured while it is being typed."""
    if isinstance(rule, Term):
        return f"(?:{BLANK_}*{groups.word(rule.terminal)})?"
    if isinstance(rule, Option):
        return _after(rule.of, groups)
    if isinstance(rule, Choice):
        ways = sorted(rule.of, key=lambda way: -priority(_first(way)))
        return "(?:" + "|".join(_firmly(way, groups) for way in ways) + ")?"
    made = [_after(part, groups) for part in rule.of]
    ends = [all(isinstance(one, Option) for one in rule.of[at:]) for at in range(len(rule.of))]
    return "".join(_or_comment(part) if end else part for part, end in zip(made, ends, strict=True))


def _firmly(way: Rule, groups: _Groups) -> str:
    """A way on whose first word has to be there, or another way is tried."""
    parts = way.of if isinstance(way, Series) else (way,)
    first, *rest = parts
    assert isinstance(first, Term)
    return f"{BLANK_}*{groups.word(first.terminal)}" + _after(Series(tuple(rest)), groups)


def _or_comment(made: str) -> str:
    """What may be absent, unless a comment begins here."""
    return f"(?:(?!{BLANK_}{{2}}[#＃]){made})?"


def _first(rule: Rule) -> str:
    while not isinstance(rule, Term):
        rule = rule.of if isinstance(rule, Option) else rule.of[0]
    return rule.terminal


def _own(terminal: str) -> str:
    """A terminal's pattern in the engine's own spelling."""
    return ".*" if terminal == REST else _spelled(pattern(terminal))


def _spelled(expression: str) -> str:
    return expression.replace(r"\u3000", r"\x{3000}").replace(r"\u00a0", r"\x{a0}")


def _scope(one: str) -> str:
    return f"{'comment.line.number-sign' if one == 'comment' else SCOPES[one]}.{NAME}"


BLANK_ = _spelled(BLANK)
BARE_TEXT = r"[^\s@＠].*"
