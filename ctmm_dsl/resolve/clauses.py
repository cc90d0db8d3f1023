"""The clauses of a leaf: levels, labels, texts, sources and figures.

In: the lines of a node's block. Out: a `Clauses` leaf. A clause is named by its node, level and letter; one without a letter by
its position.
"""

from __future__ import annotations

import re
from itertools import pairwise
from string import ascii_lowercase

from ctmm_dsl import grammar, syntax
from ctmm_dsl.catalogue import references, structure
from ctmm_dsl.model import Cell, Clause, Clauses, Metric, Origin, Requirement, Standard
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import Reader, full_text, identifier, level_number, number, plain
from ctmm_dsl.source import BLANKS, Span
from ctmm_dsl.syntax import Block, Word

_RANGE = re.compile(r"\.\.|．．|[-–—~～－]")
_OPERATORS = {"≥": ">=", "≤": "<="}


class ClauseReader:
    """Reads the clauses of one standard; knows the standard that it is a part of and the metrics that may be named."""

    def __init__(self, reader: Reader, superset: Standard | None, metrics: dict[str, Metric]) -> None:
        self.reader = reader
        self.superset = superset
        self.metrics = metrics
        self.unknown: set[str] = set()
        self.says_no_superset = not any(isinstance(line, syntax.Subset) for line in reader.file.blocks[0].lines)

    def leaf(self, block: Block, node: str) -> Clauses | None:
        """The leaf that a block's levels and clauses make, or none where there are neither."""
        cells: list[Cell] = []
        current: list[Clause] | None = None
        told = False
        starts = [line.start for line in block.lines if isinstance(line, syntax.Level)]
        ends = dict(pairwise([*starts, block.length]))
        for line in block.lines:
            if isinstance(line, syntax.Level):
                number_ = level_number(line.number.text)
                cell = Span(self.reader.file.source, block.offset + line.start, block.offset + ends[line.start])
                self.reader.notes(block, line, cell)
                current = []
                cells.append(Cell(number_, current, self.reader.span(block, line)))  # type: ignore[arg-type]
            elif isinstance(line, syntax.Entry) and line.text:
                if current is None:
                    span = self.reader.span(block, line)
                    if not told:
                        self.reader.findings.append(structure.CLAUSE_WITHOUT_LEVEL(span))
                    told = True
                else:
                    current.append(self._clause(block, line, line.text, node, cells[-1].level, len(current)))
        return Clauses(tuple(Cell(cell.level, tuple(cell.clauses), cell.span) for cell in cells)) if cells else None

    def _clause(self, block: Block, line: syntax.Entry, text: Word, node: str, level: int, position: int) -> Clause:
        lettered = line.label.text[0].isalpha()
        letter = plain(line.label.text)[:-1] if lettered else letter_at(position)
        return Clause(
            id=f"{node}/{level}{letter}",
            level=level,
            label=f"{letter})" if lettered else "-",
            lettered=lettered,
            text=full_text(text, line),
            origins=tuple(
                self._origin(block, note)
                for note in line.notes
                if isinstance(note, syntax.FromClause | syntax.FromNone)
            ),
            requirements=tuple(
                self._requirement(block, note) for note in line.notes if isinstance(note, syntax.Requirement)
            ),
            notes=self.reader.notes(block, line),
            span=self.reader.reach(block, line),
            text_span=self.reader.span(block, text),
        )

    def _origin(self, block: Block, note: syntax.FromClause | syntax.FromNone) -> Origin:
        span = self.reader.span(block, note)
        if isinstance(note, syntax.FromNone):
            return Origin("", None, "none", full_text(note.reason, note), span)
        target = identifier(note.target)
        local = target.partition(":")[2] or target
        relation = grammar.english("RELATION")[note.relation.text]
        clause = None
        if self.superset is None:
            if self.says_no_superset:
                self.reader.findings.append(references.NO_SUPERSET(span))
                self.says_no_superset = False  # told once: it is one line that lacks, however many clauses have sources
        else:
            clause = self.superset.clauses.get(local)
            if clause is None or target not in (local, f"{self.superset.id}:{local}"):
                clause = None
                self._unknown_source(self.reader.span(block, note.target), target, self.superset)
        return Origin(local, clause, relation, "", span)

    def _unknown_source(self, span: Span, target: str, superset: Standard) -> None:
        """A source that is not there. Where its whole node is not there, that is told once for all its clauses."""
        node = target.partition("/")[0]
        told = target if node in superset.nodes else node
        if told in self.unknown:
            return
        self.unknown.add(told)
        self.reader.findings.append(
            references.SOURCE_UNKNOWN(
                span, standard=superset.id, id=target, nearest=nearest_of(target, superset.clauses)
            )
        )

    def _requirement(self, block: Block, note: syntax.Requirement) -> Requirement:
        figure = plain(note.figure.text).replace(" ", "")
        percent = figure.endswith("%")
        figures = tuple(part.rstrip("%％" + BLANKS) for part in _RANGE.split(note.figure.text))
        bounds = [number(Word(part + "%" * percent, 0, 0)) for part in figures]
        operator = plain(note.operator.text)
        name = note.metric.text
        return Requirement(
            name=name,
            metric=self.metrics.get(name),
            operator=_OPERATORS.get(operator, operator),
            low=bounds[0],
            high=bounds[-1],
            percent=percent,
            figures=tuple(plain(part) for part in figures),
            span=self.reader.span(block, note),
        )


def letter_at(position: int) -> str:
    """0 to a, 25 to z, 26 to aa."""
    if position < 26:
        return ascii_lowercase[position]
    return letter_at(position // 26 - 1) + ascii_lowercase[position % 26]
