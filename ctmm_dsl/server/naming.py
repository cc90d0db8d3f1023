"""Where a file names things: each line of the tree, with the words of it that are names.

In: a file's tree. Out: an `Occurrence` for each name in it. What a name means follows from the line that it stands in and from the document
that the line is of; whether anything of that name is there is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ctmm_dsl import syntax
from ctmm_dsl.resolve.clauses import letter_at
from ctmm_dsl.resolve.reader import identifier, level_number, plain
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import Block, Expression, File, Line, Word

_ID = re.compile(r"(?:([^:：/]*)[:：])?(([^/]*)(?:/.*)?)")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A thing with a name. `owner`: the standard that it is of; `within`: the node or quantity, for what is known in it alone."""

    kind: str
    owner: str
    name: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where a thing is named. `line`: where it is declared, all of that line that is about it; `extent`: that and what follows."""

    symbol: Symbol
    span: Span
    declares: bool = False
    line: Span | None = None
    extent: Span | None = None


def named_in(file: File) -> Iterator[Occurrence]:
    """All names of a file."""
    if file.blocks:
        yield from _Names(file).all()


class _Names:
    """`own`: the standard that names without another's are of; `source` and `target`: what the two ends of rows are of."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.head = file.blocks[0]
        words = [identifier(word) if word else "" for word in self.head.heading.words]
        self.kind = self.head.kind
        self.target = words[1] if self.kind in ("profile", "crosswalk") and len(words) > 1 else ""
        self.own = (self.target if self.kind == "profile" else words[0]) if words else ""
        subset = next((line for line in self.head.lines if isinstance(line, syntax.Subset)), None)
        self.whole = identifier(subset.target) if subset else ""

    def all(self) -> Iterator[Occurrence]:
        for block in self.file.blocks:
            yield from self._heading(block)
            if block.kind == "node":
                yield from _Node(self, block).lines()
            else:
                for line in block.lines:
                    yield from self.line(block, line)
            for line in syntax.every_line(block):
                for note in line.notes:
                    yield from self.note(block, note)

    def say(self, block: Block, word: Word, symbol: Symbol) -> Occurrence:
        return Occurrence(symbol, self.file.span(block, word))

    def declare(self, block: Block, word: Word, symbol: Symbol, line: Line, extent: Span | None = None) -> Occurrence:
        end = max(under.end for under in (line, *line.more))
        whole = Span(self.file.source, block.offset + line.start, block.offset + end)
        return Occurrence(symbol, self.file.span(block, word), True, whole, extent or whole)

    # ---- headings --------------------------------------------------------------------------------------------------

    def _heading(self, block: Block) -> Iterator[Occurrence]:
        words = block.heading.words
        extent = self.file.extent(block)
        if block.kind in ("standard", "profile", "crosswalk") and block is self.head:
            ids = [word for word in words[: 1 if block.kind == "standard" else 2] if word]
            for at, word in enumerate(ids):
                symbol = Symbol("standard", "", identifier(word))
                declared = at == 0 and block.kind != "crosswalk"
                yield (
                    self.declare(block, word, symbol, block.heading, extent)
                    if declared
                    else self.say(block, word, symbol)
                )
        elif block.kind == "node" and len(words) > 1 and words[1]:
            symbol = Symbol("node", self.own, identifier(words[1]))
            yield self.declare(block, words[1], symbol, block.heading, extent)
        elif block.kind in ("metric", "quantity", "column", "document") and words[0]:
            name = identifier(words[0]) if block.kind == "column" else words[0].text
            yield self.declare(block, words[0], Symbol(block.kind, self.own, name), block.heading, extent)

    # ---- lines -----------------------------------------------------------------------------------------------------

    def line(self, block: Block, line: Line) -> Iterator[Occurrence]:
        """The names in a line of any block but a node."""
        match line:
            case syntax.Subset() | syntax.Scoring():
                yield self.say(block, line.target, Symbol("standard", "", identifier(line.target)))
            case (
                syntax.WeightRow(node=node)
                | syntax.ReadingRow(node=node)
                | syntax.MapRow(subject=node)
                | syntax.NoneRow(subject=node)
            ):
                yield self.say(block, node, Symbol("node", self.own, identifier(node)))
                yield from self._other_end(block, line)
            case syntax.ExpectRow() if line.node:
                yield self.say(block, line.node, Symbol("node", self.own, identifier(line.node)))
            case syntax.LevelName():
                symbol = Symbol("level", self.own, str(level_number(line.number.text)))
                yield self.declare(block, line.number, symbol, line)
            case syntax.Descriptor():
                yield self.say(block, line.level, Symbol("level", self.own, str(level_number(line.level.text))))
            case syntax.Option() if block.heading.words[0]:
                symbol = Symbol("option", self.own, line.code.text, block.heading.words[0].text)
                yield self.declare(block, line.code, symbol, line)
            case syntax.Definition():
                yield from self.expression(block, line.body, {})

    def _other_end(self, block: Block, row: Line) -> Iterator[Occurrence]:
        """What a row that begins with a node names besides."""
        if isinstance(row, syntax.ReadingRow):
            yield self.say(block, row.reading, Symbol("reading", self.own, row.reading.text, identifier(row.node)))
        elif isinstance(row, syntax.MapRow):
            yield self.say(block, row.target, Symbol("node", self.target, identifier(row.target)))

    def note(self, block: Block, note: Line) -> Iterator[Occurrence]:
        match note:
            case syntax.FromClause():
                yield from self._pointer(block, note.target, self.whole)
            case syntax.See():
                yield from self._pointer(block, note.target, self.own)
            case syntax.Requirement():
                yield self.say(block, note.metric, Symbol("metric", self.own, note.metric.text))
            case syntax.PartOf():
                yield self.say(block, note.whole, Symbol("quantity", self.own, note.whole.text))
            case syntax.BuildsOn() if plain(note.level.text).isdecimal():
                yield self.say(block, note.level, Symbol("level", self.own, str(int(plain(note.level.text)))))
            case syntax.Allow():
                yield self.say(block, note.code, Symbol("code", "", note.code.text))

    def _pointer(self, block: Block, word: Word, owner: str) -> Iterator[Occurrence]:
        """`city:AR/2b`: a standard, a clause, and the node that it is of."""
        match = _ID.fullmatch(word.text)
        assert match
        owner = match[1] or owner
        if match[1]:
            yield self.say(block, _part(word, match, 1), Symbol("standard", "", match[1]))
        node = _part(word, match, 3)
        yield self.say(block, node, Symbol("node", owner, node.text))
        if match[2] != match[3]:
            yield self.say(block, _part(word, match, 2), Symbol("clause", owner, match[2]))

    # ---- expressions -----------------------------------------------------------------------------------------------

    def expression(self, block: Block, body: Expression, parts: dict[str, str]) -> Iterator[Occurrence]:
        """The names in an expression. `parts`: those that are parts, each with its node."""
        waiting: list[Expression | None] = [body]
        while waiting:
            match waiting.pop():
                case syntax.Name(word=word) | syntax.PerItem(counted=word) | syntax.Choose(choice=word):
                    yield self.say(block, word, self._read(word.text, parts))
                case syntax.Binary() as one:
                    waiting += [one.left, one.right, one.empty]
                case syntax.Negation(of=of):
                    waiting.append(of)
                case syntax.Extreme(of=several):
                    waiting += several
                case syntax.Conditional() as one:
                    waiting += [one.condition, one.then, one.otherwise]
                case syntax.Tier(subject=subject):
                    waiting.append(subject)

    def _read(self, name: str, parts: dict[str, str]) -> Symbol:
        return Symbol("part", self.own, name, parts[name]) if name in parts else Symbol("quantity", self.own, name)


class _Node:
    """The lines of a node: clauses are named by level and position, parts are known here alone."""

    def __init__(self, names: _Names, block: Block) -> None:
        word = block.heading.words[1] if len(block.heading.words) > 1 else None
        self.names, self.block = names, block
        self.id = identifier(word) if word else ""
        self.parts = {line.name.text: self.id for line in block.lines if isinstance(line, syntax.Let)}
        self.level = self.position = 0
        self.choice = ""

    def lines(self) -> Iterator[Occurrence]:
        names, block, own = self.names, self.block, self.names.own
        for line in block.lines:
            match line:
                case syntax.Level():
                    self.level, self.position = level_number(line.number.text), 0
                    yield names.say(block, line.number, Symbol("level", own, str(self.level)))
                case syntax.Motto():
                    yield names.say(block, line.level, Symbol("level", own, str(level_number(line.level.text))))
                case syntax.Entry() if line.text and self.level:
                    yield self._clause(line)
                case syntax.ColumnOf():
                    yield names.say(block, line.name, Symbol("column", own, identifier(line.name)))
                case syntax.Support():
                    yield names.say(block, line.document, Symbol("document", own, line.document.text))
                case syntax.ReadingHead():
                    yield names.declare(block, line.name, Symbol("reading", own, line.name.text, self.id), line)
                case _:
                    yield from self._calculation(line)

    def _clause(self, line: syntax.Entry) -> Occurrence:
        label = plain(line.label.text)
        letter = label[:-1] if label[0].isalpha() else letter_at(self.position)
        self.position += 1
        return self.names.declare(
            self.block, line.label, Symbol("clause", self.names.own, f"{self.id}/{self.level}{letter}"), line
        )

    def _calculation(self, line: Line) -> Iterator[Occurrence]:
        names, block, own = self.names, self.block, self.names.own
        match line:
            case syntax.Let() | syntax.Scored():
                self.choice = line.body.choice.text if isinstance(line.body, syntax.Choose) else ""
                if isinstance(line, syntax.Let):
                    yield names.declare(block, line.name, Symbol("part", own, line.name.text, self.id), line)
                yield from names.expression(block, line.body, self.parts)
            case syntax.CheckRow() if self.choice:
                yield names.say(block, line.name, Symbol("option", own, line.name.text, self.choice))
            case syntax.CheckRow() | syntax.GateRow():
                yield names.say(block, line.name, Symbol("quantity", own, line.name.text))
            case syntax.PerRow():
                yield names.say(block, line.counted, Symbol("quantity", own, line.counted.text))
            case _:
                yield from names.line(block, line)


def _part(word: Word, match: re.Match[str], group: int) -> Word:
    return Word(match[group], word.start + match.start(group), word.start + match.end(group))
