"""What stands beside the standards: profiles and crosswalks.

In: the blocks of one file and the standards already read. Out: a `Profile` or a `Crosswalk`, or nothing where a standard that it
needs is not there (which is a finding).
"""

from __future__ import annotations

from ctmm_dsl import grammar, syntax
from ctmm_dsl.catalogue import references, weights
from ctmm_dsl.findings import ABOVE, Related
from ctmm_dsl.model import LAYERS, Crosswalk, Mapping, Method, Profile, ReadingRow, Standard, WeightRow
from ctmm_dsl.resolve.method import read_method
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import Reader, full_text, identifier, number
from ctmm_dsl.resolve.standard import facts, single_blocks
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import Block, Word

Standards = dict[str, Standard]


def find_standard(reader: Reader, block: Block, word: Word, standards: Standards) -> Standard | None:
    """The standard that a word names; a finding where there is none."""
    name = identifier(word)
    if name not in standards:
        span = reader.span(block, word)
        reader.findings.append(references.STANDARD_UNKNOWN(span, id=name, nearest=nearest_of(name, standards)))
    return standards.get(name)


def read_profile(reader: Reader, standards: Standards) -> Profile | None:
    """The meaning of a file that begins with `profile`."""
    head = reader.file.blocks[0]
    id_word, of, name = head.heading.words
    assert id_word and of
    standard = find_standard(reader, head, of, standards)
    scoring = None
    for line in head.lines:
        if isinstance(line, syntax.Scoring):
            scoring = find_standard(reader, head, line.target, standards)
            if scoring is None:
                return None
    if standard is None:
        return None
    once = single_blocks(reader)
    extent = Span(reader.file.source, 0, len(reader.file.source.text))
    rows, equal = _weights(reader, once.get("weights"), standard)
    method: Method | None = read_method(reader, once["method"]) if "method" in once else None
    return Profile(
        id=identifier(id_word),
        name=name.text if name else "",
        facts=facts(reader, head),
        standard=standard,
        scoring=scoring,
        method=method,
        rows=rows,
        equal=equal,
        readings=_readings(reader, once.get("readings")),
        notes=reader.notes(head, head.heading, extent),
        allows=tuple(reader.allows),
        span=reader.span(head, head.heading),
        extent=extent,
    )


def _weights(reader: Reader, block: Block | None, standard: Standard) -> tuple[tuple[WeightRow, ...], tuple[int, ...]]:
    rows: dict[str, WeightRow] = {}
    equal: list[int] = []
    if block is None:
        return (), ()
    reader.notes(block, block.heading, reader.file.extent(block))
    for line in block.lines:
        reader.notes(block, line)
        if isinstance(line, syntax.EqualRow):
            equal.append(_layer(line.layer.text))
        elif isinstance(line, syntax.WeightRow):
            node, span = identifier(line.node), reader.span(block, line.node)
            row = WeightRow(node, number(line.weight), span, reader.span(block, line.weight))
            if node not in standard.nodes:
                near = nearest_of(node, standard.nodes)
                reader.findings.append(weights.NODE_UNKNOWN(span, standard=standard.id, id=node, nearest=near))
            elif node in rows:
                reader.findings.append(weights.GIVEN_TWICE(span, Related(rows[node].span, ABOVE), id=node))
            else:
                rows[node] = row
    return tuple(rows.values()), tuple(equal)


def _readings(reader: Reader, block: Block | None) -> tuple[ReadingRow, ...]:
    rows: list[ReadingRow] = []
    if block is not None:
        reader.notes(block, block.heading, reader.file.extent(block))
        for line in block.lines:
            if isinstance(line, syntax.ReadingRow):
                reader.notes(block, line)
                spans = (reader.span(block, place) for place in (line, line.node, line.reading))
                rows.append(ReadingRow(identifier(line.node), line.reading.text, *spans))
    return tuple(rows)


def _layer(word: str) -> int:
    """The layer whose children weigh alike: -1 for the whole, whose children are the domains."""
    return LAYERS.index(grammar.english("LAYER")[word]) if word in grammar.keywords()["LAYER"] else -1


def read_crosswalk(reader: Reader, standards: Standards) -> Crosswalk | None:
    """The meaning of a file that begins with `crosswalk`."""
    head = reader.file.blocks[0]
    from_word, to_word = head.heading.words
    assert from_word and to_word
    source = find_standard(reader, head, from_word, standards)
    target = find_standard(reader, head, to_word, standards)
    if source is None or target is None:
        return None
    single_blocks(reader)
    extent = Span(reader.file.source, 0, len(reader.file.source.text))
    rows: list[Mapping] = []
    for line in head.lines:
        if not isinstance(line, syntax.MapRow | syntax.NoneRow):
            continue
        relation, end, pins = "none", None, line.pin if isinstance(line, syntax.NoneRow) else line.pins
        if isinstance(line, syntax.MapRow):
            relation, end = grammar.english("MATCH")[line.relation.text], line.target
        subject, object_ = identifier(line.subject), identifier(end) if end else ""
        rows.append(
            Mapping(
                subject=subject,
                source_node=source.nodes.get(subject),
                relation=relation,
                target=object_,
                target_node=target.nodes.get(object_),
                pins=tuple(pins.text.strip("[]").split()) if pins else (),
                reason=full_text(line.reason, line),
                notes=reader.notes(head, line),
                span=reader.span(head, line),
                subject_span=reader.span(head, line.subject),
                target_span=reader.span(head, end) if end else None,
                pins_span=reader.span(head, pins) if pins else None,
            )
        )
    return Crosswalk(
        source=source,
        target=target,
        rows=tuple(rows),
        notes=reader.notes(head, head.heading, extent),
        allows=tuple(reader.allows),
        span=reader.span(head, head.heading),
        extent=extent,
    )
