"""What may be written at a place.

In: a project and a place. Out: offers: keywords that may stand there, in both languages, each with its twin; names of what exists; codes;
beginnings of lines with holes to fill in. What may stand there the grammar itself says: the block is read up to the cursor and asked what
may follow. Which offers match the letters that are there already, the client finds out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctmm_dsl import grammar, syntax
from ctmm_dsl.resolve import BLOCKS_OF
from ctmm_dsl.resolve.reader import NUMERALS
from ctmm_dsl.server import words
from ctmm_dsl.server.known import identifiers
from ctmm_dsl.server.projects import Project
from ctmm_dsl.server.texts import line_of
from ctmm_dsl.server.tokens import HEADING, may_follow
from ctmm_dsl.source import BLANKS, Span


@dataclass(frozen=True, slots=True)
class Offer:
    """`span` is what `text` takes the place of. `kind`: keyword, snippet, or what kind of thing an identifier names."""

    text: str
    kind: str
    detail: str
    span: Span
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is being written: the heading of the block, the line up to the word, and the word so far."""

    project: Project
    path: str
    heading: str
    line: str
    word: str
    span: Span
    above: tuple[str, ...]

    @property
    def block(self) -> str:
        """The kind of the block."""
        word = next(iter(self.heading.split()), "")
        terminal = next((one for one in grammar.HEADINGS if word in grammar.keywords()[one]), "")
        return "node" if terminal == "LAYER" else terminal.lstrip("_").lower()


SNIPPETS: dict[str, tuple[tuple[str, str], ...]] = {
    "_STANDARD": (
        ("standard", "standard ${1:id} ${2:名称}\n  edition  ${3:2026}\n  layers   ${4:能力域 / 能力子域 / 能力项}\n$0"),
        ("标准", "标准 ${1:id} ${2:名称}\n  版本  ${3:2026}\n  层次  ${4:能力域 / 能力子域 / 能力项}\n$0"),
    ),
    "_QUANTITY": (
        ("quantity", "quantity ${1:name} ${2:名称} ${3|count,amount,share,flag,choice,score,points|} ${4:个} ${5|at point,over period|}"),
        ("数据项", "数据项 ${1:name} ${2:名称} ${3|数量,数值,占比,是否,选择,评分,分值|} ${4:个} ${5|时点,时段|}"),
    ),
    "_METRIC": (
        ("metric", "metric ${1:name} ${2:名称} ${3|share,count,points|}"),
        ("指标", "指标 ${1:name} ${2:名称} ${3|占比,数量,分值|}"),
    ),
    "_METHOD": (
        (
            "method",
            "method\n  leaf     mean of clauses, ${1|cumulative,own level|}\n  parent   weighted sum\n  reached  score > ${2:70}\n"
            "  climb    ${3|one by one,any|}\n",
        ),
        ("计算方法", "计算方法\n  叶    条款平均，${1|累计,本级|}\n  上级  加权求和\n  达到  得分 > ${2:70}\n  进阶  ${3|逐级,任一|}\n"),
    ),
    "_ERRATUM": (("@erratum", '@erratum "${1:原文}" ${2:理由}'), ("@勘误", "@勘误 “${1:原文}” ${2:理由}")),
    "_ALLOW": (("@allow", '@allow ${1:CT0000} "${2:理由}"'), ("@容许", "@容许 ${1:CT0000} “${2:理由}”")),
}  # fmt: skip
"""Beginnings with holes, by the terminal that they begin with."""

_WORDS = (re.compile(rf"[^{BLANKS}]*$"), re.compile(r"[A-Za-z_][\w.-]*$"), re.compile(r"[一-鿿]*$"), re.compile(r"$"))
"""What may be the word so far: all since the last blank, else what of that is a name, or Chinese."""


def completions(project: Project, path: str, offset: int) -> tuple[Offer, ...]:
    """The offers at a place, the likeliest kind first."""
    source = project.source(path)
    line = line_of(source, offset)
    before = source.text[line.start : offset]
    if before.lstrip(BLANKS)[:1] in ("#", "＃"):
        return ()
    heading, above = _above(source.text, line.start) if before[:1] in tuple(BLANKS) else ("", ())
    if before[:1] in tuple(BLANKS) and not heading:
        return ()
    seen: set[str] = set()
    for pattern in _WORDS:
        match = pattern.search(before)
        if match is None or match.group() in seen or (not match.group() and before[-1:].isalnum()):
            continue
        seen.add(match.group())
        span = Span(source, line.start + match.start(), offset)
        spot = Spot(project, path, heading, before[: match.start()], match.group(), span, above)
        offers = tuple(_offers(spot))
        if any(_fits(offer.text, spot.word) for offer in offers):
            return offers
    return ()


def _fits(text: str, word: str) -> bool:
    return text.casefold().startswith(word.casefold().replace("＠", "@"))


def _above(text: str, line_start: int) -> tuple[str, tuple[str, ...]]:
    """The heading above a line, and the lines between."""
    starts = [match.start() for match in HEADING.finditer(text, 0, line_start)]
    if not starts:
        return "", ()
    lines = text[starts[-1] : line_start].split("\n")
    return lines[0], tuple(lines[1:])


def _offers(spot: Spot) -> Iterator[Offer]:
    text = f"{spot.heading}\n{spot.line}" if spot.heading else spot.line
    expected = may_follow(text if not spot.line or spot.line[-1] in BLANKS or spot.heading else f"{text} ")
    told: set[tuple[str, str]] = set()
    for offer in (*_identifiers(spot, expected), *_keywords(spot, expected)):
        if (offer.text, offer.kind) not in told:
            told.add((offer.text, offer.kind))
            yield offer


NOTES_OF = {"_FROM": ("node",), "_REQUIRES": ("node",), "_PART_OF": ("quantity",), "_BUILDS_ON": ("node", "column")}
"""Notes that stand in some blocks alone."""


def _levels(spot: Spot) -> int:
    """How many levels the document has; where it does not say, as many as the language has words for."""
    blocks = [block for block in spot.project.tree(spot.path).blocks if block.kind == "levels"]
    return sum(isinstance(line, syntax.LevelName) for block in blocks for line in block.lines) or len(NUMERALS)


def _has_a_place(spot: Spot, terminal: str) -> bool:
    """Whether what the grammar admits also means something here: in this kind of document, under this kind of heading."""
    blocks = spot.project.tree(spot.path).blocks
    if terminal in NOTES_OF:
        return any(spot.block == kind for kind in NOTES_OF[terminal])
    if spot.heading or spot.line.strip() or terminal not in grammar.HEADINGS:
        return True
    kind = "node" if terminal == "LAYER" else terminal.lstrip("_").lower()
    first = blocks[0].kind if blocks else ""
    return kind in BLOCKS_OF.get(first, tuple(BLOCKS_OF)) and (not blocks or kind != first)


def _identifiers(spot: Spot, expected: Iterable[str]) -> Iterator[Offer]:
    for kind, name, detail in identifiers(
        spot.project, spot.path, spot.heading, spot.line, spot.above, frozenset(expected)
    ):
        yield Offer(name, kind, detail, spot.span)


def _keywords(spot: Spot, expected: Iterable[str]) -> Iterator[Offer]:
    for terminal in sorted(one for one in expected if _has_a_place(spot, one)):
        pairs = words.twins_of(terminal)
        for pair in pairs[: _levels(spot)] if terminal in ("LEVEL", "CHINESE_LEVEL") else pairs:
            spoken = (pair.english, *pair.chinese)
            for word in spoken:
                detail = " · ".join(other for other in spoken if other != word)
                yield Offer(word, "keyword", detail, spot.span)
        for word, snippet in SNIPPETS.get(terminal, ()):
            yield Offer(word, "snippet", "…", spot.span, snippet)
