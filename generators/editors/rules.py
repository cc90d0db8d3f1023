"""The grammar's rules as values: which words a line has, in which order, what may be absent.

In: the text of grammar.lark. Out: `Rule` trees and, for each block, its heading and its lines. Rules that call themselves
(calculations) and lists without end become `REST`: the rest of the line, coloured word by word. lark itself is not asked: what
is needed of a rule is little, and only the parser imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ctmm_dsl import grammar
from ctmm_dsl.parser import BLOCKS

REST = "REST"
"""The rest of a line that holds a calculation."""

_RULE = re.compile(r"(?m)^\??(_?[a-z_]+): (.*(?:\n[ \t]+.*)*)")
_TOKEN = re.compile(r"->\s*\w+|\w+|[][()|*]")
_ENDLESS = ("expr", "_body")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the line, by its terminal."""

    terminal: str


@dataclass(frozen=True, slots=True)
class Option:
    """What may be absent."""

    of: Rule


@dataclass(frozen=True, slots=True)
class Series:
    """One after the other."""

    of: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    of: tuple[Rule, ...]


Rule = Term | Option | Series | Choice


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of line: the rules that are written so, the terminal it begins with, what follows."""

    rules: tuple[str, ...]
    mark: str
    rest: Rule


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and the kinds of lines under it."""

    name: str
    heading: Line
    lines: tuple[Line, ...]


@cache
def blocks() -> tuple[Block, ...]:
    """All blocks of the language, in the grammar's order."""
    return tuple(_block(name) for name in BLOCKS)


def words_of_calculations() -> tuple[str, ...]:
    """The terminals of calculations, each once."""
    found: dict[str, None] = {}
    pending, seen = list(_ENDLESS), set(_ENDLESS)
    while pending:
        for token in _TOKEN.findall(_rules()[pending.pop()]):
            if token.strip("_").isupper():
                found[token] = None
            elif token in _rules() and token not in seen:
                seen.add(token)
                pending.append(token)
    return tuple(found)


@cache
def _rules() -> dict[str, str]:
    text = re.sub(r"(?m)^//.*$", "", grammar.text())
    return dict(_RULE.findall(text))


def _block(name: str) -> Block:
    heading, _, _ = _rules()[name].partition("_NL")
    lines = re.search(r"\((\w+) _NL\)\*", _rules()[name])
    assert lines, name
    made = [] if lines[1] not in _rules() else _lines(lines[1])
    return Block(name, _line((name,), _parsed(heading)), tuple(_merged(made)))


def _lines(name: str) -> list[Line]:
    """The lines that a rule stands for: `_node_line` for many, `note` for one of each kind."""
    if not name.startswith("_"):
        return [_line((name,), one) for one in _alternatives(_parsed(_rules()[name]))]
    return [line for token in _TOKEN.findall(_rules()[name]) if token != "|" for line in _lines(token)]


def _merged(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that begin with the same word are one line that goes on in several ways."""
    for mark in dict.fromkeys(line.mark for line in lines):
        same = [line for line in lines if line.mark == mark]
        rules = tuple(dict.fromkeys(rule for line in same for rule in line.rules))
        rest = same[0].rest if len(same) == 1 else _factored([line.rest for line in same])
        yield Line(rules, mark, rest)


def _factored(ways: Sequence[Rule]) -> Rule:
    """Ways on that begin alike, taken together as far as they are alike."""
    firsts = [way.of[0] if isinstance(way, Series) and way.of else way for way in ways]
    if isinstance(firsts[0], Term) and all(first == firsts[0] for first in firsts):
        return Series((firsts[0], _factored([Series(way.of[1:]) for way in ways if isinstance(way, Series)])))
    return Choice(tuple(ways))


def _line(rules: tuple[str, ...], rule: Rule) -> Line:
    parts = rule.of if isinstance(rule, Series) else (rule,)
    first, *rest = parts
    assert isinstance(first, Term), rules
    return Line(rules, first.terminal, Series(tuple(rest)))


def _alternatives(rule: Rule) -> tuple[Rule, ...]:
    return rule.of if isinstance(rule, Choice) else (rule,)


def _parsed(text: str) -> Rule:
    tokens = [token for token in _TOKEN.findall(text) if not token.startswith("->")]
    rule, end = _choice(tokens, 0)
    assert end == len(tokens), text
    return rule


def _choice(tokens: Sequence[str], at: int) -> tuple[Rule, int]:
    ways: list[Rule] = []
    while True:
        parts, at = _sequence(tokens, at)
        ways.append(parts[0] if len(parts) == 1 else Series(tuple(parts)))
        if at == len(tokens) or tokens[at] != "|":
            return (ways[0] if len(ways) == 1 else Choice(tuple(ways))), at
        at += 1


def _sequence(tokens: Sequence[str], at: int) -> tuple[list[Rule], int]:
    parts: list[Rule] = []
    while at < len(tokens) and tokens[at] not in ("|", ")", "]"):
        token = tokens[at]
        if token in ("(", "["):
            inner, at = _choice(tokens, at + 1)
            repeated = tokens[at + 1 : at + 2] == ["*"]
            parts.append(Option(Term(REST)) if repeated else Option(inner) if token == "[" else inner)
            at += 1 + repeated
        else:
            parts.append(_named(token))
            at += 1
    return parts, at


def _named(token: str) -> Rule:
    if token in _ENDLESS:
        return Term(REST)
    return Term(token) if token.strip("_").isupper() else _parsed(_rules()[token])
