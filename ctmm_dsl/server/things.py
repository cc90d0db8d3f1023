"""What is said of the smaller things of a standard: metrics, columns, documents, readings, options, levels, and of standards themselves.

In: a model and a symbol. Out: lines; none where there is no such thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctmm_dsl.model import Model, Profile, Standard
from ctmm_dsl.render import entries
from ctmm_dsl.render.leaf_text import KINDS
from ctmm_dsl.render.paragraphs import Line
from ctmm_dsl.render.remarks import remarks
from ctmm_dsl.server.names import Symbol


def described(model: Model, symbol: Symbol, language: str) -> Iterator[Line]:
    if symbol.kind == "standard":
        yield from _document(model, symbol.name, language)
        return
    standard = model.standard(symbol.owner)
    say = _SAY.get(symbol.kind)
    if standard and say:
        yield from say(standard, symbol, language)


def _document(model: Model, name: str, language: str) -> Iterator[Line]:
    zh = language == "zh"
    documents: list[Standard | Profile] = [*model.standards, *model.profiles]
    for document in documents:
        if document.id != name:
            continue
        yield Line(0, f"{document.id} {document.name}")
        yield from (Line(2, key, value) for key, value in document.facts.items())
        if isinstance(document, Profile):
            yield Line(2, "所属标准" if zh else "profile of", f"{document.standard.id} {document.standard.name}")
        else:
            yield Line(2, "单元" if zh else "nodes", str(len(document.nodes)))
            yield Line(2, "条款" if zh else "clauses", str(len(document.clauses)))
            yield Line(2, "数据项" if zh else "quantities", str(len(document.quantities)))
        yield from remarks(document.notes, 2, language)


def _metric(standard: Standard, symbol: Symbol, language: str) -> Iterator[Line]:
    zh = language == "zh"
    metric = standard.known_metrics.get(symbol.name)
    if metric is None:
        return
    yield Line(0, f"{metric.name} {metric.label}")
    yield Line(2, "类别" if zh else "kind", KINDS[metric.kind] if zh else metric.kind)
    yield from remarks(metric.notes, 2, language)
    for clause in standard.clauses.values():
        for requirement in clause.requirements:
            if requirement.name == metric.name:
                yield Line(2, clause.id, entries.figure(requirement))


def _column(standard: Standard, symbol: Symbol, language: str) -> Iterator[Line]:
    for column in standard.columns:
        if column.id == symbol.name:
            yield Line(0, f"{column.id} {column.name}")
            yield from remarks(column.notes, 2, language)
            yield from (Line(2, str(row.level), row.text) for row in column.rows)


def _external(standard: Standard, symbol: Symbol, language: str) -> Iterator[Line]:
    for document in standard.documents:
        if document.name == symbol.name:
            yield Line(0, document.name, document.text)
            yield from remarks(document.notes, 2, language)
    for node in standard.walk():
        for support in node.supports:
            if support.name == symbol.name:
                yield Line(2, f"{node.id} {node.name}", support.text)


def _reading(standard: Standard, symbol: Symbol, language: str) -> Iterator[Line]:
    formula = standard.formulas.get(symbol.within)
    for reading in formula.readings if formula else ():
        if reading.name == symbol.name:
            yield Line(0, f"{symbol.within} {reading.name}", reading.label)
            yield from remarks(reading.notes, 2, language)


def _option(standard: Standard, symbol: Symbol, language: str) -> Iterator[Line]:
    for quantity in standard.quantities:
        if quantity.name == symbol.within:
            yield from (
                Line(0, f"{quantity.name} {one.code}", one.label) for one in quantity.options if one.code == symbol.name
            )


def _level(standard: Standard, symbol: Symbol, language: str) -> Iterator[Line]:
    for level in standard.levels:
        if str(level.number) == symbol.name:
            word = "等级" if language == "zh" else "level"
            yield Line(0, f"{word} {level.number} {level.name}", level.motto)
            if level.text:
                yield Line(2, "", level.text)
            yield from remarks(level.notes, 2, language)


_SAY: dict[str, Callable[[Standard, Symbol, str], Iterator[Line]]] = {
    "metric": _metric,
    "column": _column,
    "document": _external,
    "reading": _reading,
    "option": _option,
    "level": _level,
}
