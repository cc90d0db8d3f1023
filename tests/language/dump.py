"""A model in few words, for a reader of the cases: everything that the files say and nothing that follows from it.

In: a model. Out: a line each for the facts, levels, answers, chapters, nodes, clauses and notes; below nodes and clauses, indented, what
stands under them. Texts stand between ‹ and ›, so that a blank at their ends would be seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.checks.spoken import decimal, percent
from ctmm_dsl.model import (
    Chapter,
    Clause,
    Crosswalk,
    Descriptor,
    Formula,
    Interval,
    Method,
    Model,
    Node,
    Notes,
    Profile,
    Quantity,
    Rubric,
    Standard,
    Term,
)
from tests.language.dump_expressions import calculation, expression


def dump(model: Model) -> str:
    lines = [
        *(line for standard in model.standards for line in _standard(standard)),
        *(line for profile in model.profiles for line in _profile(profile)),
        *(line for crosswalk in model.crosswalks for line in _crosswalk(crosswalk)),
    ]
    return "\n".join(lines) + "\n"


def _standard(standard: Standard) -> Iterator[str]:
    yield f"standard {standard.id} ‹{standard.name}›"
    yield from (f"  {name} ‹{value}›" for name, value in standard.facts.items() if name != "layers")
    yield "  layers " + " ".join(f"‹{layer}›" for layer in standard.layers)
    yield from _notes(standard.notes)
    for level in standard.levels:
        yield f"level {level.number} ‹{level.name}›" + (f" motto ‹{level.motto}›" if level.motto else "")
        yield from ([f"  ‹{level.text}›"] if level.text else [])
        yield from _notes(level.notes)
    yield from (f"class ‹{row.name}› {row.first}..{row.last}" for row in standard.classes)
    for answer in standard.scale.answers if standard.scale else ():
        yield f"answer {answer.code} ‹{answer.label}› {decimal(answer.points)}"
        yield from (f"  ‹{rule}›" for rule in answer.rules)
    yield from _method(standard.method)
    for row in standard.expectations:
        parts = f" = {row.parts}" if row.parts else ""
        yield f"expect {row.counted} {row.node or '*'} {row.total}{parts}"
    yield from (line for quantity in standard.quantities for line in _quantity(quantity))
    for column in standard.columns:
        yield f"column {column.id} ‹{column.name}›"
        yield from _notes(column.notes)
        yield from (line for row in column.rows for line in _descriptor(row, "  "))
    for document in standard.documents:
        yield f"document ‹{document.name}› ‹{document.text}›"
        yield from _notes(document.notes)
    for metric in standard.metrics:
        yield f"metric {metric.name} ‹{metric.label}› {metric.kind}"
        yield from _notes(metric.notes)
    yield from (line for chapter in standard.chapters for line in _chapter(chapter))
    yield from (line for term in standard.terms for line in _chapter(term))
    for short in standard.abbreviations:
        yield f"abbreviation {short.short} ‹{short.name}› ‹{short.english}›"
        yield from _notes(short.notes)
    yield from (line for domain in standard.domains for line in _node(domain, ""))


def _method(method: Method | None) -> Iterator[str]:
    if method and method.ladder:
        ladder = method.ladder
        spread = "cumulative" if ladder.cumulative else "own level"
        bound = f"{'>' if ladder.strict else '>='} {decimal(ladder.threshold)}"
        yield f"method {spread}, {bound}, {'one by one' if ladder.one_by_one else 'any'}"
    if method and method.formulas:
        yield "method formulas"
    if method and method.summary:
        yield f"method rubrics, respondents {method.summary.respondents}, summary {method.summary.leaves}"


def _quantity(quantity: Quantity) -> Iterator[str]:
    unit = f" ‹{quantity.unit}›" if quantity.unit else ""
    yield f"quantity {quantity.name} ‹{quantity.label}› {quantity.kind}{unit} {quantity.basis}"
    yield from ([f"  range {_range(quantity.bounds)}"] if quantity.bounds else [])
    yield from (f"  option {option.code} ‹{option.label}›" for option in quantity.options)
    yield from ([f"  = {expression(quantity.definition)}"] if quantity.definition is not None else [])
    yield from ([f"  within {quantity.whole.name}"] if quantity.whole else [])
    yield from _notes(quantity.notes)


def _range(bounds: Interval) -> str:
    low, high = ("" if end is None else decimal(end) for end in (bounds.low, bounds.high))
    return f"{'above ' if bounds.low_open else ''}{low}..{high}"


def _descriptor(row: Descriptor, indent: str) -> Iterator[str]:
    yield f"{indent}{row.level} ‹{row.text}›" + (f" builds on {row.builds_on}" if row.builds_on else "")
    yield from _notes(row.notes, indent)


def _chapter(chapter: Chapter | Term) -> Iterator[str]:
    if isinstance(chapter, Term):
        yield f"term {chapter.number} ‹{chapter.name}› ‹{chapter.english}›"
    else:
        yield f"{chapter.kind} {chapter.number or '*'} ‹{chapter.title}›"
    yield from _notes(chapter.notes)
    for paragraph in chapter.paragraphs:
        yield "  " + " ".join(filter(None, (paragraph.kind, paragraph.label, f"‹{paragraph.text}›")))
        yield from _notes(paragraph.notes, "  ")


def _node(node: Node, indent: str) -> Iterator[str]:
    weight = f" {percent(node.weight)}" if node.weight is not None else ""
    yield f"{indent}{('domain', 'subdomain', 'item')[node.layer]} {node.id} ‹{node.name}›{weight}"
    inner = indent + "  "
    if node.place:
        yield f"{inner}clause {node.place}"
    if node.caption:
        yield f"{inner}table {node.caption.number} ‹{node.caption.text}›"
    yield from (f"{inner}motto {motto.level} ‹{motto.text}›" for motto in node.mottos)
    yield from _notes(node.notes, indent)
    for support in node.supports:
        yield f"{inner}{support.kind} ‹{support.name}› ‹{support.text}›"
        yield from _notes(support.notes, inner)
    match node.leaf:
        case Formula():
            yield from _formula(node.leaf, inner)
        case Rubric():
            yield f"{inner}rubric" + (f" column {node.leaf.column.id}" if node.leaf.column else "")
            yield from (line for row in node.leaf.descriptors for line in _descriptor(row, inner + "  "))
    yield from (line for clause in node.own_clauses for line in _clause(clause, inner))
    yield from (line for child in node.children for line in _node(child, inner))


def _formula(leaf: Formula, indent: str) -> Iterator[str]:
    if leaf.data:
        yield f"{indent}data ‹{leaf.data}›"
    yield from calculation(leaf.calculation, indent)
    for reading in leaf.readings:
        yield f"{indent}reading {reading.name} ‹{reading.label}›"
        yield from calculation(reading.calculation, indent + "  ")
        yield from _notes(reading.notes, indent)


def _clause(clause: Clause, indent: str) -> Iterator[str]:
    yield f"{indent}{clause.id} {clause.label} ‹{clause.text}›"
    for origin in clause.origins:
        source = origin.clause.id if origin.clause else f"‹{origin.reason}›"
        yield f"{indent}  from {source} {origin.relation}"
    for need in clause.requirements:
        speak = percent if need.percent else decimal
        figure = speak(need.low) + ("" if need.low == need.high else f"..{speak(need.high)}")
        yield f"{indent}  demands {need.name} {need.operator} {figure}"
    yield from _notes(clause.notes, indent)


def _notes(notes: Notes, indent: str = "") -> Iterator[str]:
    for remark in notes.remarks:
        target = f" {remark.target}" if remark.target else ""
        yield f"{indent}  @{remark.kind}{target} ‹{remark.text}›"
    for erratum in notes.errata:
        yield f"{indent}  @erratum ‹{erratum.printed}› ‹{erratum.reason}›"


def _profile(profile: Profile) -> Iterator[str]:
    yield f"profile {profile.id} of {profile.standard.id} ‹{profile.name}›"
    yield from (f"  {name} ‹{value}›" for name, value in profile.facts.items())
    yield from _notes(profile.notes)
    yield from _method(profile.method)
    yield from (f"  {row.node} {percent(row.weight)}" for row in profile.rows)
    yield from (f"  reading {row.node} {row.reading}" for row in profile.readings)
    yield from (f"  equal within {('domain', 'subdomain', 'item')[layer]}" for layer in profile.equal)


def _crosswalk(crosswalk: Crosswalk) -> Iterator[str]:
    yield f"crosswalk {crosswalk.source.id} -> {crosswalk.target.id}"
    yield from _notes(crosswalk.notes)
    for row in crosswalk.rows:
        pins = f"[{' '.join(row.pins)}]" if row.pins else ""
        yield "  " + " ".join(filter(None, (row.subject, row.relation, row.target, pins, f"‹{row.reason}›")))
