"""Text to tree, block by block.

In: a `Source`. Out: a `syntax.File` with the blocks that could be read and a finding for each line that could not. A slip costs its
line: the line is blanked and the block read again, so that everything sound is kept and checked. lark is imported here alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar, cast

from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from ctmm_dsl import grammar, slips, syntax
from ctmm_dsl.assemble import assemble
from ctmm_dsl.catalogue import text as codes
from ctmm_dsl.findings import Finding
from ctmm_dsl.placement import misplaced
from ctmm_dsl.source import BLANKS, Source, Span
from ctmm_dsl.syntax import Block, Expression, Heading, Line, Word

SLIPS_A_BLOCK = 20
"""After so many lines of one block that cannot be read, the rest of the block is left unread."""

MOST = 20_000
"""A line with more characters than this is left unread: it is no text of a standard."""

LINES: dict[str, type[Line]] = {
    "from_clause": syntax.FromClause,
    "from_none": syntax.FromNone,
    "requirement": syntax.Requirement,
    "erratum": syntax.Erratum,
    "allow": syntax.Allow,
    "see": syntax.See,
    "remark": syntax.Remark,
    "text": syntax.Text,
    "field": syntax.Field,
    "layers": syntax.Layers,
    "subset": syntax.Subset,
    "scoring": syntax.Scoring,
    "weight_row": syntax.WeightRow,
    "equal_row": syntax.EqualRow,
    "map_row": syntax.MapRow,
    "none_row": syntax.NoneRow,
    "figure": syntax.Figure,
    "entry": syntax.Entry,
    "level_name": syntax.LevelName,
    "level_motto": syntax.LevelMotto,
    "class_row": syntax.ClassRow,
    "scale_row": syntax.ScaleRow,
    "leaf_rule": syntax.LeafRule,
    "parent_rule": syntax.ParentRule,
    "reached_rule": syntax.ReachedRule,
    "climb_rule": syntax.ClimbRule,
    "motto": syntax.Motto,
    "place": syntax.Place,
    "table": syntax.Table,
    "level": syntax.Level,
    "part_of": syntax.PartOf,
    "builds_on": syntax.BuildsOn,
    "of_total": syntax.OfTotal,
    "reading_row": syntax.ReadingRow,
    "leaf_kind": syntax.LeafKind,
    "reached_least": syntax.ReachedLeast,
    "respondents_rule": syntax.RespondentsRule,
    "summary_rule": syntax.SummaryRule,
    "bounds": syntax.Bounds,
    "option": syntax.Option,
    "definition": syntax.Definition,
    "data": syntax.Data,
    "let": syntax.Let,
    "scored": syntax.Scored,
    "reading": syntax.ReadingHead,
    "tier_row": syntax.TierRow,
    "else_row": syntax.ElseRow,
    "check_row": syntax.CheckRow,
    "gate_row": syntax.GateRow,
    "per_row": syntax.PerRow,
    "column_of": syntax.ColumnOf,
    "rubric": syntax.RubricHead,
    "descriptor": syntax.Descriptor,
    "support": syntax.Support,
}
"""The grammar's lines and the tree's, all of them; `expect_row` alone has words without end and is built by hand."""

EXPRESSIONS: dict[str, type[Expression]] = {
    "literal": syntax.Literal,
    "name": syntax.Name,
    "binary": syntax.Binary,
    "negation": syntax.Negation,
    "conditional": syntax.Conditional,
    "per_item": syntax.PerItem,
    "tier": syntax.Tier,
    "checklist": syntax.Checklist,
    "choose": syntax.Choose,
}
"""The grammar's expressions and the tree's; `extreme` alone has operands without end and is built by hand."""

BLOCKS = (
    "standard", "profile", "weights", "crosswalk", "section", "references", "bibliography", "term", "abbreviation",
    "levels", "classes", "scale", "method", "expect", "metric", "quantity", "column", "document", "node", "readings",
)  # fmt: skip
"""The grammar's blocks, all of them."""

REST_IS_LOST = (codes.GIVEN_UP, codes.HEADING_INDENTED)
"""What follows such a line in its block is left unread: it cannot be, or it belongs to the heading that was missed."""

Unreadable = UnexpectedInput
P = TypeVar("P", Line, Heading, Expression)
Builder = Callable[[object, list[Any]], Any]
Blocks = dict[str, tuple[Block | None, list[slips.Slip]]]
"""Blocks by their texts, with what is wrong in them: places are offsets in the block, so the text is all that matters."""

_HEADING = re.compile(r"(?m)^[^\s#＃]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_WIDTHLESS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_UNSEEN = re.compile(f"{_CONTROL.pattern}|{_WIDTHLESS.pattern}")
_WITH_WIDTHLESS = re.compile(rf"[^\n]*{_WIDTHLESS.pattern}[^\n]*")
_TOO_LONG = re.compile(rf"(?m)^[^\n]{{{MOST + 1},}}")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"|“([^”]*)”')
_UNREAD = "\ufffc"
_CONTENT = re.compile(r"(?m)^[^\S\n]+[^\s#＃]")


def parse(source: Source, known: Blocks | None = None) -> syntax.File:
    """Take a file apart at its headings and read every block. `known`: the blocks of its former text, which need not be read again;
    afterwards, those of this text."""
    known = {} if known is None else known
    read: Blocks = {}
    text, findings, damaged = _readable(source)
    blocks: list[Block] = []
    starts = [match.start() for match in _HEADING.finditer(text)]
    head = text[: starts[0]] if starts else text
    if stray := _CONTENT.search(head):
        findings.append(codes.LINE_WITHOUT_HEADING(_line_span(source, stray.end() - 1)))
        damaged = True
    elif not starts and not findings:
        findings.append(codes.EMPTY_FILE(Span(source, 0, 0)))
    for start, end in pairwise([*starts, len(text)]):
        if text[start] == _UNREAD:
            continue
        own = text[start:end]
        block, slipped = read[own] = read.get(own) or known.get(own) or read_block(own)
        if block:
            blocks.append(replace(block, offset=start))
        findings += [slip.finding(source, start) for slip in slipped]
        damaged = damaged or bool(slipped)
    known.clear()
    known.update(read)
    return syntax.File(source, blocks, findings, damaged)


def read_block(text: str) -> tuple[Block | None, list[slips.Slip]]:
    """One block, read on its own: the block (none where even its heading is unreadable) and what is wrong in it."""
    text = text if text.endswith("\n") else text + "\n"
    slipped: list[slips.Slip] = []
    readable = text
    while True:
        try:
            heading, lines = cast("tuple[Heading, list[Line]]", _lark().parse(readable))
            block = replace(assemble(text, heading, lines), damaged=bool(slipped))
            strays = misplaced(block)
            lost = next((slip for slip in strays if slip.entry in REST_IS_LOST), None)
            if lost is None:
                return block, slipped + strays
            slipped.append(lost)
            readable = readable[: readable.rfind("\n", 0, lost.start) + 1]
        except UnexpectedInput as error:
            at = _offset(error, readable)
            slipped.append(slips.explain(text, at, _expected(error)))
            if text.rfind("\n", 0, at) < 0:
                return None, slipped
            if len(slipped) == SLIPS_A_BLOCK:
                slipped[-1] = slips.given_up(text, at)
            rest_is_lost = slipped[-1].entry in REST_IS_LOST
            readable = readable[: readable.rfind("\n", 0, at) + 1] if rest_is_lost else _blank_line(readable, at)


def _readable(source: Source) -> tuple[str, list[Finding], bool]:
    """The text without what cannot be read, so that it is reported once and disturbs nothing else; and whether a line was lost."""
    findings: list[Finding] = []
    text = source.text
    if long := list(_TOO_LONG.finditer(text)):
        for match in long:
            span = Span(source, match.start(), match.end())
            findings.append(codes.LINE_TOO_LONG(span, length=len(match.group()), most=MOST))
        text = _TOO_LONG.sub(_unread, text)
    if unseen := list(_UNSEEN.finditer(text)):
        for match in unseen[:SLIPS_A_BLOCK]:
            span = Span(source, match.start(), match.end())
            findings.append(codes.UNSEEN_CHARACTER(span, character=f"U+{ord(match.group()):04X}"))
        text = _CONTROL.sub(" ", text)
        # a line without its characters of no width, as long as before: what follows the line keeps its place
        text = _WITH_WIDTHLESS.sub(lambda line: _WIDTHLESS.sub("", line.group()).ljust(len(line.group())), text)
    return text, findings, bool(long)


def _unread(match: re.Match[str]) -> str:
    """Blanks in place of a line; where it stood in column one, a mark that keeps what follows from joining the block above."""
    line = match.group()
    return (" " if line[0].isspace() or line[0] in "#＃" else _UNREAD) + " " * (len(line) - 1)


def _line_span(source: Source, offset: int) -> Span:
    end = source.text.find("\n", offset)
    return Span(source, offset, len(source.text) if end < 0 else end)


def _blank_line(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[:start] + " " * (end - start) + text[end:]


def _offset(error: UnexpectedInput, text: str) -> int:
    at = error.token.start_pos if isinstance(error, UnexpectedToken) else error.pos_in_stream
    at = len(text) - 1 if at is None or at >= len(text) else at
    while at and text[at] == "\n" and text[at - 1] == "\n":
        at -= 1
    return at


def _expected(error: UnexpectedInput) -> frozenset[str]:
    if isinstance(error, UnexpectedToken):
        return frozenset(error.expected)
    return frozenset(error.allowed or ()) if isinstance(error, UnexpectedCharacters) else frozenset()


def _word(token: Token) -> Word:
    text = token.value
    start = token.start_pos or 0
    if token.type in ("NAME", "QUOTED", "PART_LABEL") and (quoted := _QUOTED.fullmatch(text)):
        straight, curly = quoted.groups()
        return Word(curly if straight is None else straight.replace('""', '"'), start, start + len(text))
    text = text.rstrip(BLANKS)
    return Word(text, start, start + len(text))


def _parts(children: Sequence[Token | Expression | Line | None]) -> list[Any]:
    """The words and expressions of a line, in order; lines among the children are left out."""
    return [_word(child) if isinstance(child, Token) else child for child in children if not isinstance(child, Line)]


def _placed(made: P, parts: Sequence[Word | Expression | None]) -> P:
    placed = [part for part in parts if part]
    made.start, made.end = placed[0].start, placed[-1].end
    if isinstance(made, Expression):
        made.depth = 1 + max((part.depth for part in placed if isinstance(part, Expression)), default=0)
    return made


def _build(kind: Callable[..., Any]) -> Builder:
    def build(_: object, children: list[Token | Expression | None]) -> Line | Expression:
        parts = _parts(children)
        return cast("Line | Expression", _placed(kind(*parts), parts))

    return build


def _build_block(kind: str) -> Builder:
    def build(_: object, children: list[Token | Line | None]) -> tuple[Heading, list[Line]]:
        words = _parts(children)
        lines = [child for child in children if isinstance(child, Line)]
        heading = Heading(kind, tuple(words))
        return (_placed(heading, words) if any(words) else heading), lines

    return build


def _build_expectation(_: object, children: list[Token | None]) -> Line:
    words = _parts(children)
    counted, node, total, *parts = words
    assert counted and total
    return _placed(syntax.ExpectRow(counted, node, total, tuple(part for part in parts if part)), words)


def step_by_step(text: str) -> Any:
    """The beginning of a block, to be read token by token: for editors, who colour what is there and ask what may follow."""
    return _lark().parse_interactive(text)


@cache
def _lark() -> Lark:
    builders = {rule: _build(kind) for rule, kind in LINES.items()}
    builders |= {rule: _build(kind) for rule, kind in EXPRESSIONS.items()}
    builders |= {rule: _build_block(rule) for rule in BLOCKS}
    builders["extreme"] = _build(lambda which, *of: syntax.Extreme(which, of))
    builders["expect_row"] = _build_expectation
    builders["start"] = lambda _, children: children[0]
    return Lark(
        grammar.text(),
        parser="lalr",
        lexer="contextual",
        maybe_placeholders=True,
        transformer=type("Builder", (Transformer,), builders)(),
    )
