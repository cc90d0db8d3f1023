"""Rubrics: what each level is like; the columns of their general definitions; the documents that help.

In: the lines of a node's block, `column` and `document` blocks. Out: a `Rubric` leaf, `Column`, `Document` and `Support` values, and
findings for names that lead nowhere.
"""

from __future__ import annotations

from ctmm_dsl import grammar, syntax
from ctmm_dsl.catalogue import references, structure, text
from ctmm_dsl.model import Column, Descriptor, Document, Rubric, Support
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import Reader, full_text, identifier, level_number, number
from ctmm_dsl.syntax import Block

LINES = (syntax.RubricHead, syntax.ColumnOf)
"""The lines that make a node a rubric leaf."""


class RubricReader:
    """Reads the rubrics of one standard; knows its columns and documents."""

    def __init__(self, reader: Reader, columns: list[Block], documents: list[Block]) -> None:
        self.reader = reader
        self.columns = tuple(self._column(block) for block in columns)
        self.documents = tuple(self._document(block) for block in documents)
        self._column_of = {column.id: column for column in reversed(self.columns)}
        self._document_of = {document.name: document for document in reversed(self.documents)}
        self._told: set[str] = set()

    def leaf(self, block: Block) -> Rubric | None:
        """The leaf that a block's rubric makes, or none where there is none."""
        head = next((line for line in block.lines if isinstance(line, LINES)), None)
        if head is None:
            return None
        for line in block.lines:
            if isinstance(line, LINES):
                self.reader.notes(block, line)
        column = next((line for line in block.lines if isinstance(line, syntax.ColumnOf)), None)
        return Rubric(
            self._find_column(block, column) if column else None,
            self._descriptors(block),
            self.reader.span(block, head),
        )

    def supports(self, block: Block) -> tuple[Support, ...]:
        """The documents that a node's block says are of help, or about the same."""
        lines = [line for line in block.lines if isinstance(line, syntax.Support)]
        supports = tuple(self._support(block, line) for line in lines)
        said: set[tuple[str, str, str]] = set()
        for support in supports:
            if (support.kind, support.name, support.text) in said:
                self.reader.findings.append(text.LINE_REPEATED(support.span, word=support.name))
            said.add((support.kind, support.name, support.text))
        return supports

    def _support(self, block: Block, line: syntax.Support) -> Support:
        name = line.document.text
        document = self._document_of.get(name)
        span = self.reader.span(block, line.document)
        if document is None and name not in self._told:
            self._told.add(name)  # told once: it is one heading that lacks, however many nodes name it
            near = nearest_of(name, self._document_of)
            self.reader.findings.append(references.DOCUMENT_UNKNOWN(span, name=name, nearest=near))
        return Support(
            kind=grammar.english("SUPPORT")[line.kind.text],
            name=name,
            document=document,
            text=full_text(line.text, line),
            notes=self.reader.notes(block, line),
            span=self.reader.span(block, line),
            name_span=span,
        )

    def _find_column(self, block: Block, line: syntax.ColumnOf) -> Column | None:
        name = identifier(line.name)
        if name not in self._column_of and f"column {name}" not in self._told:
            self._told.add(f"column {name}")
            near = nearest_of(name, self._column_of)
            span = self.reader.span(block, line.name)
            self.reader.findings.append(structure.COLUMN_UNKNOWN(span, id=name, nearest=near))
        return self._column_of.get(name)

    def _descriptors(self, block: Block) -> tuple[Descriptor, ...]:
        found: list[Descriptor] = []
        for line in block.lines:
            if isinstance(line, syntax.Descriptor):
                builds_on = self._builds_on(block, line)
                found.append(
                    Descriptor(
                        level=level_number(line.level.text),
                        text=full_text(line.text, line),
                        builds_on=int(number(builds_on.level)) if builds_on else None,
                        notes=self.reader.notes(block, line),
                        span=self.reader.reach(block, line),
                        builds_on_span=self.reader.span(block, builds_on) if builds_on else None,
                    )
                )
        return tuple(found)

    def _builds_on(self, block: Block, line: syntax.Descriptor) -> syntax.BuildsOn | None:
        notes = [note for note in line.notes if isinstance(note, syntax.BuildsOn)]
        for note in notes[1:]:
            self.reader.findings.append(text.LINE_REPEATED(self.reader.span(block, note), word="@builds-on"))
        return notes[0] if notes else None

    def _column(self, block: Block) -> Column:
        id_word, name = block.heading.words
        assert id_word and name
        notes = self.reader.notes(block, block.heading, self.reader.file.extent(block))
        span = self.reader.span(block, block.heading)
        return Column(identifier(id_word), name.text, self._descriptors(block), notes, span)

    def _document(self, block: Block) -> Document:
        name, text = block.heading.words
        assert name
        notes = self.reader.notes(block, block.heading, self.reader.file.extent(block))
        span = self.reader.span(block, block.heading)
        return Document(name.text, full_text(text, block.heading), notes, span)
