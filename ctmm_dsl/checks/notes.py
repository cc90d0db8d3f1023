"""CT2…, notes: errata that correct nothing, reasons not given, allowances for codes that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl import catalogue
from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.findings import Finding
from ctmm_dsl.model import Crosswalk, Formula, Model, Node, Notes, Profile, Rubric, Standard
from ctmm_dsl.resolve.names import nearest_of

Document = Standard | Profile | Crosswalk


def errata_correct(model: Model) -> Iterator[Finding]:
    """The misprint that an erratum quotes does not stand in the text, and the erratum says why."""
    for document in model.documents():
        for text, notes in texts_with_notes(document):
            for erratum in notes.errata:
                if not erratum.printed or erratum.printed in text:
                    yield codes.ERRATUM_STANDS(erratum.span, printed=erratum.printed)
                elif not erratum.reason:
                    yield codes.REASON_MISSING(erratum.span, note="@erratum")


def texts_with_notes(document: Document) -> Iterator[tuple[str, Notes]]:
    """Every text of a document that can have notes, with them."""
    match document:
        case Standard():
            yield from _of_standard(document)
        case Profile():
            yield document.name, document.notes
        case Crosswalk():
            yield "", document.notes
            yield from ((row.reason, row.notes) for row in document.rows)


def _of_standard(standard: Standard) -> Iterator[tuple[str, Notes]]:
    yield standard.name, standard.notes
    for chapter in standard.chapters:
        yield chapter.title, chapter.notes
        yield from ((paragraph.text, paragraph.notes) for paragraph in chapter.paragraphs)
    for term in standard.terms:
        yield "".join([term.name, *(paragraph.text for paragraph in term.paragraphs)]), term.notes
        yield from ((paragraph.text, paragraph.notes) for paragraph in term.paragraphs)
    yield from ((entry.short + entry.name + entry.english, entry.notes) for entry in standard.abbreviations)
    yield from ((metric.label, metric.notes) for metric in standard.metrics)
    yield from ((level.name + level.motto + level.text, level.notes) for level in standard.levels)
    for quantity in standard.quantities:
        yield quantity.label, quantity.notes
        yield from ((option.label, option.notes) for option in quantity.options)
    for column in standard.columns:
        yield column.name, column.notes
        yield from ((row.text, row.notes) for row in column.rows)
    yield from ((document.name + document.text, document.notes) for document in standard.documents)
    for node in standard.walk():
        yield from _of_node(node)


def _of_node(node: Node) -> Iterator[tuple[str, Notes]]:
    yield node.name + (node.caption.text if node.caption else ""), node.notes
    yield from ((clause.text, clause.notes) for clause in node.own_clauses)
    yield from ((support.text, support.notes) for support in node.supports)
    match node.leaf:
        case Rubric(descriptors=descriptors):
            yield from ((one.text, one.notes) for one in descriptors)
        case Formula(readings=readings):
            yield from ((reading.label, reading.notes) for reading in readings)


def allowances_sound(model: Model) -> Iterator[Finding]:
    """An allowance names a code that exists and can be allowed, and says why."""
    known = {entry.code: entry for entry in catalogue.CATALOGUE}
    for document in model.documents():
        for allow in document.allows:
            if allow.code not in known:
                yield codes.CODE_UNKNOWN(allow.span, code=allow.code, nearest=nearest_of(allow.code, known))
            elif not known[allow.code].can_be_allowed:
                yield codes.CODE_NOT_ALLOWABLE(allow.span, code=allow.code)
            elif not allow.reason:
                yield codes.REASON_MISSING(allow.span, note="@allow")
