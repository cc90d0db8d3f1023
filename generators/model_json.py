"""The whole model as JSON, for programs that read standards.

In: an edition. Out: `<standard>/model.json`, `<profile>/model.json`, `crosswalk/<from>--<to>.model.json`, and beside each the
schema that describes them all (see `model_schema`). Nothing of the model is left out but what spans say beyond lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import (
    LAYERS,
    Chapter,
    Column,
    Crosswalk,
    Document,
    Ladder,
    Level,
    Mapping,
    Method,
    Paragraph,
    Profile,
    Scale,
    Standard,
    Summary,
    Term,
)
from ctmm_dsl.scheme import laid_weights, parts_of_parents
from ctmm_dsl.source import Span
from generators import model_schema
from generators.artefact import Artefact, Edition
from generators.expression_json import quantity_json
from generators.notes_json import JSON, allows_json, exact, line, noted
from generators.quoting import json_bytes
from generators.tree_json import TreeWriter, descriptors_json


def emit(edition: Edition) -> Iterator[Artefact]:
    """A model of every document, and the schema beside it."""
    schema = json_bytes(model_schema.schema())
    for standard in edition.model.standards:
        yield Artefact(f"{standard.id}/model.json", json_bytes(_standard(standard)), standard.id, standard.edition)
        yield Artefact(f"{standard.id}/{model_schema.FILE}", schema, standard.id, standard.edition)
    for profile in edition.model.profiles:
        laid_over = profile.standard.edition
        yield Artefact(f"{profile.id}/model.json", json_bytes(_profile(profile)), profile.id, laid_over)
        yield Artefact(f"{profile.id}/{model_schema.FILE}", schema, profile.id, laid_over)
    for crosswalk in edition.model.crosswalks:
        name, editions = crosswalk_id(crosswalk), f"{crosswalk.source.edition}--{crosswalk.target.edition}"
        yield Artefact(f"crosswalk/{name}.model.json", json_bytes(_crosswalk(crosswalk)), name, editions)
    if edition.model.crosswalks:
        yield Artefact(f"crosswalk/{model_schema.FILE}", schema, "crosswalk", "")


def crosswalk_id(crosswalk: Crosswalk) -> str:
    return f"{crosswalk.source.id}--{crosswalk.target.id}"


# ---- documents -----------------------------------------------------------------------------------------------


def _document(kind: str, name: str, span: Span) -> JSON:
    return {"$schema": model_schema.FILE, "kind": kind, "id": name, "file": PurePosixPath(span.source.path).name}


def _standard(standard: Standard) -> JSON:
    ranges = Ranges()
    tree = TreeWriter(standard, ranges)
    return {
        **_document("standard", standard.id, standard.span),
        "name": standard.name,
        "facts": _facts(standard.facts),
        "layers": list(standard.layers),
        "superset": standard.superset.id if standard.superset else None,
        "levels": [_level(level) for level in standard.levels],
        "classes": [
            {"name": row.name, "first": row.first, "last": row.last, "line": line(row.span)} for row in standard.classes
        ],
        "scale": _scale(standard.scale) if standard.scale else None,
        "method": _method(standard.method) if standard.method else None,
        "expectations": _expectations(standard),
        "metrics": list(_metrics(standard)),
        "quantities": [quantity_json(quantity, ranges) for quantity in standard.quantities],
        "columns": [_column(column) for column in standard.columns],
        "documents": [_reference(document) for document in standard.documents],
        "chapters": [_chapter(chapter) for chapter in standard.chapters],
        "terms": [_term(term) for term in standard.terms],
        "abbreviations": [
            {"short": row.short, "name": row.name, "english": row.english, **noted(row.notes, row.span)}
            for row in standard.abbreviations
        ],
        "of_total": standard.of_total,
        "weights": _parts(standard),
        "domains": [tree.node(node) for node in standard.domains],
        "allows": allows_json(standard.allows),
        **noted(standard.notes, standard.span),
    }


def _expectations(standard: Standard) -> list[JSON]:
    return [
        {
            "counted": row.counted,
            "node": row.node or None,
            "total": row.total,
            "parts": list(row.parts),
            "line": line(row.span),
        }
        for row in standard.expectations
    ]


def _parts(document: Standard | Profile) -> JSON:
    """The weight that each node has in a standard by itself, or through a profile: a part of its parent."""
    standard = document.standard if isinstance(document, Profile) else document
    weights = parts_of_parents(standard, laid_weights(document))
    return {node: exact(weight) for node, weight in weights.items()}


def _profile(profile: Profile) -> JSON:
    return {
        **_document("profile", profile.id, profile.span),
        "name": profile.name,
        "facts": _facts(profile.facts),
        "standard": profile.standard.id,
        "scoring": profile.scoring.id if profile.scoring else None,
        "method": _method(profile.method) if profile.method else None,
        "rows": [{"node": row.node, "weight": exact(row.weight), "line": line(row.span)} for row in profile.rows],
        "equal": ["total" if layer < 0 else LAYERS[layer] for layer in profile.equal],
        "weights": _parts(profile),
        "readings": [{"node": row.node, "reading": row.reading, "line": line(row.span)} for row in profile.readings],
        "allows": allows_json(profile.allows),
        **noted(profile.notes, profile.span),
    }


def _crosswalk(crosswalk: Crosswalk) -> JSON:
    return {
        **_document("crosswalk", crosswalk_id(crosswalk), crosswalk.span),
        "source": crosswalk.source.id,
        "target": crosswalk.target.id,
        "rows": [_mapping(row) for row in crosswalk.rows],
        "allows": allows_json(crosswalk.allows),
        **noted(crosswalk.notes, crosswalk.span),
    }


def _mapping(row: Mapping) -> JSON:
    return {
        "subject": row.subject,
        "relation": row.relation,
        "target": row.target or None,
        "pins": list(row.pins),
        "reason": row.reason,
        **noted(row.notes, row.span),
    }


def _facts(facts: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in facts.items() if name in model_schema.FACTS}


# ---- levels, scale, method, columns, metrics ----------------------------------------------------------------------------


def _level(level: Level) -> JSON:
    return {
        "number": level.number,
        "name": level.name,
        "motto": level.motto,
        "text": level.text,
        **noted(level.notes, level.span),
    }


def _scale(scale: Scale) -> JSON:
    answers = [
        {
            "code": answer.code,
            "label": answer.label,
            "points": exact(answer.points),
            "rules": list(answer.rules),
            "line": line(answer.span),
        }
        for answer in scale.answers
    ]
    return {"name": scale.name, "answers": answers, "line": line(scale.span)}


def _method(method: Method) -> JSON:
    return {
        "ladder": _ladder(method.ladder) if method.ladder else None,
        "formulas": method.formulas,
        "less_deductions": method.less_deductions,
        "summary": _summary(method.summary) if method.summary else None,
        "line": line(method.span),
    }


def _ladder(ladder: Ladder) -> JSON:
    return {
        "cumulative": ladder.cumulative,
        "strict": ladder.strict,
        "threshold": exact(ladder.threshold),
        "one_by_one": ladder.one_by_one,
    }


def _summary(summary: Summary) -> JSON:
    return {"respondents": summary.respondents, "leaves": summary.leaves}


def _column(column: Column) -> JSON:
    rows = descriptors_json(column.rows)
    return {"id": column.id, "name": column.name, "rows": rows, **noted(column.notes, column.span)}


def _reference(document: Document) -> JSON:
    return {"name": document.name, "text": document.text, **noted(document.notes, document.span)}


def _metrics(standard: Standard) -> Iterator[JSON]:
    for metric in standard.known_metrics.values():
        holder = next(one for one in standard.with_supersets() if any(metric is own for own in one.metrics))
        yield {
            "name": metric.name,
            "label": metric.label,
            "kind": metric.kind,
            "declared_in": holder.id,
            **noted(metric.notes, metric.span),
        }


# ---- prose ---------------------------------------------------------------------------------------------------


def _chapter(chapter: Chapter) -> JSON:
    return {
        "kind": chapter.kind,
        "number": chapter.number,
        "title": chapter.title,
        "paragraphs": _paragraphs(chapter.paragraphs),
        **noted(chapter.notes, chapter.span),
    }


def _term(term: Term) -> JSON:
    return {
        "number": term.number,
        "name": term.name,
        "english": term.english,
        "paragraphs": _paragraphs(term.paragraphs),
        **noted(term.notes, term.span),
    }


def _paragraphs(paragraphs: Sequence[Paragraph]) -> list[JSON]:
    return [
        {"kind": row.kind, "label": row.label, "text": row.text, **noted(row.notes, row.span)} for row in paragraphs
    ]
