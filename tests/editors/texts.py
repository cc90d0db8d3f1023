"""Texts to colour, and what each of their characters is, as the compiler's own lexer has it.

In: every sound text that the project has: the shipped standards, the golden ones, the cases of the language, the examples of its reference.
Out: for each character a role (`heading`, `note`, `text` …), `comment`, or nothing for blanks. What an editor shows is held against this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from ctmm_dsl.explain import example
from ctmm_dsl.parser import parse, step_by_step
from ctmm_dsl.source import BLANKS, Source, decode
from ctmm_dsl.syntax import ROWS
from generators.editors.words import role

ROOT = Path(__file__).parents[2]
_HEADING = re.compile(r"(?m)^[^\s#＃]")
_FENCED = re.compile(r"```ctmm\n(.*?)```", re.S)
_REMARK = re.compile(r"[#＃].*")
_ROW_MARKS = ("TIER_OP", "_ELSE_ROW", "ENTRY", "_GATE", "_PER_ROW", "DESCRIBED")


@dataclass(frozen=True)
class Sample:
    """A text, and what each of its characters is."""

    name: str
    text: str
    roles: tuple[str, ...]
    stray: frozenset[int]
    """Lines (from 0) that look like rows of a table and stand under none: texts, as far as an editor knows of indentation."""

    def runs(self) -> Iterator[tuple[int, int, str]]:
        """Neighbouring characters that are alike, blanks within a line among them."""
        at = 0
        while at < len(self.text):
            end = at + 1
            while end < len(self.text) and self.roles[end] == self.roles[at]:
                end += 1
            if self.roles[at]:
                yield at, end, self.roles[at]
            at = end


@dataclass(frozen=True)
class Case:
    """A case of `colours.md`: a source, and for each of its lines what its words are."""

    title: str
    source: str
    colours: str


@cache
def cases() -> tuple[Case, ...]:
    text = (Path(__file__).parent / "colours.md").read_text("utf-8")
    found = re.findall(r"## ([^\n]+)\n\n(?:(?!```).)*?```ctmm\n(.*?)```\n\n```colours\n(.*?)```", text, re.S)
    return tuple(Case(*one) for one in found)


@cache
def samples() -> tuple[Sample, ...]:
    return tuple(sample(name, text) for name, text in dict.fromkeys(_texts()))


def sample(name: str, text: str) -> Sample:
    rows = _rows(text)
    marks = {text.count("\n", 0, start) for terminal, start, _ in words(text) if terminal in _ROW_MARKS}
    stray = frozenset(marks - rows)
    return Sample(name, text, tuple(_roles(text, stray)), stray)


def _texts() -> Iterator[tuple[str, str]]:
    for case in cases():
        yield f"colours.md: {case.title}", case.source
    for folder in ("spec", "tests/golden"):
        for path in sorted((ROOT / folder).rglob("*.ctmm")):
            yield path.name, decode(path.name, path.read_bytes()).text
    for kind in ("good", "sound", "calculated"):
        for path in sorted((ROOT / "tests/language" / kind).glob("*.md")):
            source = re.search(r"```ctmm\n(.*?)```", path.read_text("utf-8"), re.S)
            assert source, path
            for file in example(source[1]):
                yield f"{path.name}:{file.name}", decode(file.name, file.data).text
    for name in ("language.md", "语言.md"):
        for number, block in enumerate(_FENCED.findall((ROOT / "docs" / name).read_text("utf-8"))):
            yield f"{name}:{number}", block


def words(text: str) -> Iterator[tuple[str, int, str]]:
    """Every word that the lexer finds: its terminal, its offset, itself."""
    starts = [match.start() for match in _HEADING.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        block = text[start:end]
        reader = step_by_step(block if block.endswith("\n") else block + "\n")
        for token in reader.exhaust_lexer():
            yield token.type, start + token.start_pos, token.value


def _roles(text: str, stray: frozenset[int]) -> list[str]:
    made = [""] * len(text)
    for terminal, start, value in words(text):
        if terminal != "_NL":
            word = value.rstrip(BLANKS)
            is_text = text.count("\n", 0, start) in stray
            made[start : start + len(word)] = ["text" if is_text else role(terminal)] * len(word)
    for at, line in _lines(text):
        for remark in _REMARK.finditer(line):
            if not any(made[at + remark.start() : at + len(line)]):
                made[at + remark.start() : at + len(line)] = ["comment"] * (len(line) - remark.start())
                break
    return made


def _rows(text: str) -> set[int]:
    """The lines that are rows of a table; what looks like a row and stands under no table is a text."""
    file = parse(Source("", text))
    return {
        text.count("\n", 0, block.offset + line.start)
        for block in file.blocks
        for line in block.lines
        if isinstance(line, ROWS)
    }


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1
