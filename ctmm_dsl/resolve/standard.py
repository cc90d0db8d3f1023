"""A standard: its heading, its prose, its levels, scale and method, and its tree.

In: the blocks of one file, and the standard that it is a part of. Out: a `Standard`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl import grammar, syntax
from ctmm_dsl.catalogue import metrics as metric_codes
from ctmm_dsl.catalogue import text
from ctmm_dsl.findings import ABOVE, Related
from ctmm_dsl.model import (
    Abbreviation,
    Answer,
    Chapter,
    CityClass,
    Expectation,
    Level,
    Method,
    Metric,
    Paragraph,
    Scale,
    Standard,
    Term,
)  # fmt: skip
from ctmm_dsl.resolve.clauses import ClauseReader
from ctmm_dsl.resolve.formulas import FormulaReader
from ctmm_dsl.resolve.leaves import LeafReader
from ctmm_dsl.resolve.method import read_method
from ctmm_dsl.resolve.quantities import QuantityReader
from ctmm_dsl.resolve.reader import Reader, full_text, identifier, level_number, number, plain
from ctmm_dsl.resolve.rubrics import RubricReader
from ctmm_dsl.resolve.tree import grow
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import Block, Line

SINGLE = ("levels", "classes", "scale", "method", "expect", "references", "bibliography", "standard", "profile", "weights",
          "readings", "crosswalk")  # fmt: skip
"""Blocks that stand in a file once."""

REPEATED = ("metric", "quantity", "column", "document", "term", "abbreviation", "node")
"""Blocks of which there may be any number."""


def read_standard(reader: Reader, superset: Standard | None) -> Standard:
    """The meaning of a file that begins with `standard`."""
    blocks = reader.file.blocks
    head = blocks[0]
    id_word, name = head.heading.words
    assert id_word and name
    once = single_blocks(reader)
    extent = Span(reader.file.source, 0, len(reader.file.source.text))
    of_kind = {kind: [block for block in blocks if block.kind == kind] for kind in REPEATED}
    metrics = _metrics(reader, of_kind["metric"])
    known = (superset.known_metrics if superset else {}) | {metric.name: metric for metric in metrics}
    quantities = QuantityReader(reader, of_kind["quantity"])
    rubrics = RubricReader(reader, of_kind["column"], of_kind["document"])
    clauses = ClauseReader(reader, superset, known)
    leaves = LeafReader(reader, clauses, FormulaReader(reader, quantities), rubrics)
    layers = next((line.text.text for line in head.lines if isinstance(line, syntax.Layers)), "")
    return Standard(
        id=identifier(id_word),
        name=name.text,
        facts=facts(reader, head),
        layers=tuple(part.strip() for part in layers.replace("／", "/").split("/") if part.strip()),
        superset=superset,
        levels=_levels(reader, once.get("levels")),
        classes=_classes(reader, once.get("classes")),
        scale=read_scale(reader, once.get("scale")),
        method=_method(reader, once.get("method")),
        expectations=_expectations(reader, once.get("expect")),
        metrics=metrics,
        quantities=quantities.all(),
        columns=rubrics.columns,
        documents=rubrics.documents,
        of_total=any(isinstance(line, syntax.OfTotal) for line in head.lines),
        chapters=tuple(
            _chapter(reader, block) for block in blocks if block.kind in ("section", "references", "bibliography")
        ),
        terms=tuple(_term(reader, block) for block in of_kind["term"]),
        abbreviations=tuple(_abbreviation(reader, block) for block in of_kind["abbreviation"]),
        domains=grow(reader, leaves, of_kind["node"]),
        notes=reader.notes(head, head.heading, extent),
        allows=tuple(reader.allows),
        span=reader.span(head, head.heading),
        extent=extent,
    )


def single_blocks(reader: Reader) -> dict[str, Block]:
    """The blocks that stand once, by kind; a second one is a finding."""
    found: dict[str, Block] = {}
    for block in reader.file.blocks:
        if block.kind in SINGLE:
            first = found.setdefault(block.kind, block)
            if first is not block:
                reader.findings.append(
                    text.BLOCK_REPEATED(
                        reader.span(block, block.heading),
                        Related(reader.span(first, first.heading), ABOVE),
                        kind=block.kind,
                    )
                )
    return found


def facts(reader: Reader, head: Block) -> dict[str, str]:
    """The fields of a heading by their English names; a second one of a name is a finding."""
    found: dict[str, str] = {}
    english = grammar.english("FIELD") | grammar.english("PROFILE_FIELD")
    for line in head.lines:
        match line:
            case syntax.Field():
                key, value = english[line.key.text], full_text(line.text, line)
            case syntax.Layers():
                key, value = "layers", line.text.text
            case syntax.OfTotal():
                key, value = "weights", "of total"
            case syntax.Subset() | syntax.Scoring():
                key, value = type(line).__name__.lower(), identifier(line.target)
            case _:
                continue
        if key in found:
            span = reader.span(head, line)
            reader.findings.append(text.LINE_REPEATED(span, word=span.text.split(maxsplit=1)[0]))
        found.setdefault(key, value)
        reader.notes(head, line)
    return found


def _levels(reader: Reader, block: Block | None) -> tuple[Level, ...]:
    if block is None:
        return ()
    reader.notes(block, block.heading, reader.file.extent(block))
    levels: list[Level] = []
    for line in block.lines:
        if isinstance(line, syntax.LevelName):
            words = full_text(None, line)
            number_ = level_number(line.number.text)
            notes = reader.notes(block, line)
            levels.append(Level(number_, line.name.text, "", words, notes, reader.span(block, line)))
        elif isinstance(line, syntax.LevelMotto) and levels:
            last = levels[-1]
            motto = full_text(line.text, line)
            reader.notes(block, line)
            levels[-1] = Level(last.number, last.name, motto, last.text, last.notes, last.span)
    return tuple(levels)


def _classes(reader: Reader, block: Block | None) -> tuple[CityClass, ...]:
    classes: list[CityClass] = []
    for line in _lines(reader, block, syntax.ClassRow):
        assert block and isinstance(line, syntax.ClassRow)
        first, last = _range(line.levels.text)
        classes.append(CityClass(line.name.text, first, last, reader.span(block, line)))
    return tuple(classes)


def _range(text: str) -> tuple[int, int]:
    numbers = "".join(character if character.isdigit() else " " for character in plain(text)).split()
    return int(numbers[0]), int(numbers[-1])


def read_scale(reader: Reader, block: Block | None) -> Scale | None:
    if block is None:
        return None
    (name,) = block.heading.words
    answers = tuple(
        Answer(
            line.code.text,
            line.label.text,
            number(line.points),
            tuple(full_text(more.text, more) for more in line.more),
            reader.span(block, line),
        )
        for line in _lines(reader, block, syntax.ScaleRow)
        if isinstance(line, syntax.ScaleRow)
    )
    return Scale(name.text if name else "", answers, reader.span(block, block.heading))


def _method(reader: Reader, block: Block | None) -> Method | None:
    return read_method(reader, block) if block else None


def _expectations(reader: Reader, block: Block | None) -> tuple[Expectation, ...]:
    rows: list[Expectation] = []
    for line in _lines(reader, block, syntax.ExpectRow):
        assert block and isinstance(line, syntax.ExpectRow)
        rows.append(
            Expectation(
                counted=(grammar.english("COUNTED") | grammar.english("CLAUSES"))[line.counted.text],
                node=identifier(line.node) if line.node else "",
                total=int(number(line.total)),
                parts=tuple(int(number(part)) for part in line.parts),
                span=reader.span(block, line),
                total_span=reader.span(block, line.total),
                part_spans=tuple(reader.span(block, part) for part in line.parts),
            )
        )
    return tuple(rows)


def _lines(reader: Reader, block: Block | None, kind: type[Line]) -> Iterator[Line]:
    """The lines of a kind in a block, the notes of the heading and of the lines taken in."""
    if block is not None:
        reader.notes(block, block.heading, reader.file.extent(block))
        for line in block.lines:
            if isinstance(line, kind):
                reader.notes(block, line)
                yield line


def _metrics(reader: Reader, blocks: list[Block]) -> tuple[Metric, ...]:
    metrics: dict[str, Metric] = {}
    for block in blocks:
        name, label, kind = block.heading.words
        assert name and label and kind
        notes = reader.notes(block, block.heading, reader.file.extent(block))
        english = grammar.english("KIND")[kind.text]
        metric = Metric(name.text, label.text, english, notes, reader.span(block, block.heading))
        first = metrics.setdefault(name.text, metric)
        if first is not metric:
            reader.findings.append(metric_codes.DECLARED_TWICE(metric.span, Related(first.span, ABOVE), name=name.text))
    return tuple(metrics.values())


def _paragraphs(reader: Reader, block: Block) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for line in block.lines:
        match line:
            case syntax.Text():
                kind, label = "text", ""
            case syntax.Entry():
                kind, label = "entry", plain(line.label.text)
            case syntax.Figure():
                kind, label = "figure", line.number.text
            case _:
                continue
        notes = reader.notes(block, line)
        found.append(Paragraph(kind, label, full_text(line.text, line), notes, reader.span(block, line)))
    return tuple(found)


def _chapter(reader: Reader, block: Block) -> Chapter:
    words = [word.text if word else "" for word in block.heading.words]
    number_, title = words if words else ("", "")
    notes = reader.notes(block, block.heading, reader.file.extent(block))
    return Chapter(block.kind, number_, title, _paragraphs(reader, block), notes, reader.span(block, block.heading))


def _term(reader: Reader, block: Block) -> Term:
    number_, name, english = block.heading.words
    assert number_ and name
    notes = reader.notes(block, block.heading, reader.file.extent(block))
    span = reader.span(block, block.heading)
    return Term(number_.text, name.text, english.text if english else "", _paragraphs(reader, block), notes, span)


def _abbreviation(reader: Reader, block: Block) -> Abbreviation:
    short, name, english = block.heading.words
    assert short and name
    notes = reader.notes(block, block.heading, reader.file.extent(block))
    span = reader.span(block, block.heading)
    return Abbreviation(short.text, name.text, english.text if english else "", notes, span)
