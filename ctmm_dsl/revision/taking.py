"""A model taken apart into things: its standards, profiles and crosswalks, each with all that it says.

In: a model, sound or not. Out: the root of a tree of `Thing`s, or the facts that it comes to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ctmm_dsl.expression.figures import decimal
from ctmm_dsl.model import (
    Abbreviation,
    Chapter,
    Crosswalk,
    Expectation,
    Level,
    Mapping,
    Method,
    Model,
    Paragraph,
    Profile,
    Scale,
    Standard,
    Term,
)
from ctmm_dsl.revision.allowances import allowances
from ctmm_dsl.revision.taking_tree import column, document, metric, node, quantity
from ctmm_dsl.revision.things import Facts, Thing, facts_of, of_notes, plain, rooted, weight_words
from ctmm_dsl.revision.values import Value
from ctmm_dsl.source import Span

TYPED = ("layers", "weights", "subset", "scoring")
"""Fields of a heading that the model has in a form of their own."""


def facts(model: Model) -> Facts:
    """All that a model means, as plain values by key, in its documents' order; the same for two specs that mean the same."""
    return facts_of(taken(model))


def taken(model: Model) -> Thing:
    """A model as a tree of things."""
    return rooted(
        [
            *map(_standard, model.standards),
            *map(_profile, model.profiles),
            *map(_crosswalk, model.crosswalks),
        ]
    )


# ---- documents -------------------------------------------------------------------------------------------------


def _standard(standard: Standard) -> Thing:
    subset = standard.superset.id if standard.superset else standard.facts.get("subset", "")
    aspects: dict[str, Value] = {
        "name": standard.name,
        "subset": subset,
        "layers": plain(standard.layers),
        "of_total": standard.of_total,
        **of_notes(standard.notes),
    }
    made = Thing("standard", standard.id, standard.id, standard.name, standard.name, standard.span, aspects)
    made.shown["layers"] = " / ".join(standard.layers)
    made.children = [
        *_facts(standard.facts, standard.span),
        *map(_level, standard.levels),
        *(_row("class", one.name, f"{one.name} {one.first}..{one.last}", one.span, {"first": one.first, "last": one.last})
          for one in standard.classes),
        *_each(_scale, standard.scale),
        *_each(_method, standard.method),
        *map(_expectation, standard.expectations),
        *map(metric, standard.metrics),
        *map(quantity, standard.quantities),
        *map(column, standard.columns),
        *map(document, standard.documents),
        *map(_chapter, standard.chapters),
        *map(_term, standard.terms),
        *map(_abbreviation, standard.abbreviations),
        *map(node, standard.domains),
    ]  # fmt: skip
    made.children += allowances(standard, made)
    return made


def _profile(profile: Profile) -> Thing:
    scoring = profile.scoring.id if profile.scoring else ""
    aspects: dict[str, Value] = {
        "name": profile.name,
        "of": profile.standard.id,
        "scoring": scoring,
        "equal": plain(profile.equal),
        **of_notes(profile.notes),
    }
    made = Thing("profile", profile.id, profile.id, profile.name, profile.name, profile.span, aspects)
    names = profile.standard.nodes
    made.children = [*_facts(profile.facts, profile.span), *_each(_method, profile.method)]
    for row in profile.rows:
        text = f"{row.node} {weight_words(row.weight)}"
        weight = _row("weight", row.node, text, row.span, {"weight": plain(row.weight)})
        weight.title = names[row.node].name if row.node in names else row.node
        weight.shown["weight"] = weight_words(row.weight)
        made.children.append(weight)
    made.children += (
        _row("choice", row.node, f"{row.node} {row.reading}", row.span, {"reading": row.reading})
        for row in profile.readings
    )
    made.children += allowances(profile, made)
    return made


def _crosswalk(crosswalk: Crosswalk) -> Thing:
    name = f"{crosswalk.source.id} -> {crosswalk.target.id}"
    aspects: dict[str, Value] = {
        "source": crosswalk.source.id,
        "target": crosswalk.target.id,
        **of_notes(crosswalk.notes),
    }
    made = Thing("crosswalk", name, name, name, name, crosswalk.span, aspects)
    made.children = [*map(_mapping, crosswalk.rows)]
    made.children += allowances(crosswalk, made)
    return made


def _mapping(row: Mapping) -> Thing:
    aspects: dict[str, Value] = {
        "subject": row.subject,
        "relation": row.relation,
        "target": row.target,
        "pins": plain(row.pins),
        "reason": row.reason,
        **of_notes(row.notes),
    }
    name = " ".join(filter(None, (row.subject, row.target)))
    ends = [end.name for end in (row.source_node, row.target_node) if end]
    text = " ".join(filter(None, (row.subject, row.relation, row.target, row.reason)))
    made = Thing("mapping", name, name, " — ".join(ends) or name, text, row.span, aspects)
    made.shown["pins"] = " ".join(row.pins)
    return made


# ---- levels, scale, method -------------------------------------------------------------------------------------


def _facts(facts: dict[str, str], span: Span) -> Iterable[Thing]:
    return (_row("fact", name, value, span, {"value": value}) for name, value in facts.items() if name not in TYPED)


def _level(level: Level) -> Thing:
    aspects: dict[str, Value] = {"name": level.name, "motto": level.motto, "text": level.text, **of_notes(level.notes)}
    text = "\n".join(filter(None, (level.name, level.motto, level.text)))
    return Thing("level", str(level.number), f"level {level.number}", level.name, text, level.span, aspects)


def _scale(scale: Scale) -> Thing:
    made = _row("scale", "", scale.name, scale.span, {"name": scale.name})
    for answer in scale.answers:
        points = decimal(answer.points)
        aspects: dict[str, Value] = {
            "label": answer.label,
            "points": plain(answer.points),
            "rules": plain(answer.rules),
        }
        text = f"{answer.label} {points}"
        row = Thing("answer", answer.code, f"scale {answer.code}", answer.label, text, answer.span, aspects)
        row.shown["points"] = points
        made.children.append(row)
    return made


def _method(method: Method) -> Thing:
    ladder, summary = method.ladder, method.summary
    aspects: dict[str, Value] = {
        "cumulative": ladder.cumulative if ladder else None,
        "strict": ladder.strict if ladder else None,
        "threshold": plain(ladder.threshold) if ladder else None,
        "one_by_one": ladder.one_by_one if ladder else None,
        "formulas": method.formulas,
        "less_deductions": method.less_deductions,
        "respondents": summary.respondents if summary else None,
        "leaves": summary.leaves if summary else None,
    }
    made = _row("method", "", method_words(method), method.threshold_span or method.span, aspects)
    made.shown |= {
        "cumulative": _choice(ladder and ladder.cumulative, "cumulative", "own level"),
        "strict": _threshold(method),
        "threshold": _threshold(method),
        "one_by_one": _choice(ladder and ladder.one_by_one, "one by one", "any"),
        "formulas": _choice(method.formulas, "formula", ""),
        "less_deductions": _choice(method.less_deductions, "less deductions", ""),
    }
    return made


def method_words(method: Method) -> str:
    """A method in the words of the language, shortened."""
    ladder, summary = method.ladder, method.summary
    said = []
    if ladder:
        said += [_choice(ladder.cumulative, "cumulative", "own level"), _threshold(method)]
        said += [_choice(ladder.one_by_one, "one by one", "any")]
    said += ["formula"] * method.formulas + ["less deductions"] * method.less_deductions
    if summary:
        said += [f"respondents {summary.respondents}", f"leaves {summary.leaves}"]
    return ", ".join(said)


def _threshold(method: Method) -> str:
    ladder = method.ladder
    return f"{'>' if ladder.strict else '≥'} {decimal(ladder.threshold)}" if ladder else ""


def _choice(holds: Any, if_so: str, if_not: str) -> str:
    return "" if holds is None else if_so if holds else if_not


def _expectation(row: Expectation) -> Thing:
    name = " ".join(filter(None, (row.counted, row.node)))
    parts = " + ".join(map(str, row.parts))
    text = f"{name} {row.total}" + (f" = {parts}" if parts else "")
    made = _row("expectation", name, text, row.span, {"total": row.total, "parts": plain(row.parts)})
    made.shown |= {"total": text.removeprefix(name).strip(), "parts": parts}
    return made


# ---- prose -----------------------------------------------------------------------------------------------------


def _chapter(chapter: Chapter) -> Thing:
    aspects: dict[str, Value] = {"kind": chapter.kind, "title": chapter.title, **of_notes(chapter.notes)}
    words = " ".join(filter(None, (chapter.number, chapter.title))) or chapter.kind
    made = Thing("chapter", chapter.number, words, words, words, chapter.span, aspects)
    made.children = _paragraphs(chapter.paragraphs, words)
    return made


def _term(term: Term) -> Thing:
    aspects: dict[str, Value] = {"name": term.name, "english": term.english, **of_notes(term.notes)}
    words = f"{term.number} {term.name}"
    made = Thing("term", term.number, words, term.name, f"{words} {term.english}".rstrip(), term.span, aspects)
    made.children = _paragraphs(term.paragraphs, words)
    return made


def _paragraphs(paragraphs: tuple[Paragraph, ...], where: str) -> list[Thing]:
    made = []
    for number, one in enumerate(paragraphs, 1):
        aspects: dict[str, Value] = {"kind": one.kind, "label": one.label, "text": one.text, **of_notes(one.notes)}
        text = " ".join(filter(None, (one.label, one.text)))
        made.append(Thing("paragraph", "", f"{where} ¶{number}", f"¶{number}", text, one.span, aspects))
    return made


def _abbreviation(one: Abbreviation) -> Thing:
    aspects: dict[str, Value] = {"name": one.name, "english": one.english, **of_notes(one.notes)}
    text = " ".join(filter(None, (one.short, one.name, one.english)))
    return Thing("abbreviation", one.short, one.short, one.short, text, one.span, aspects)


# ---- helpers ---------------------------------------------------------------------------------------------------


def _row(kind: str, name: str, text: str, span: Span, aspects: dict[str, Value]) -> Thing:
    return Thing(kind, name, name or kind, name or kind, text, span, aspects)


def _each(make: Callable[[Any], Thing], one: object | None) -> list[Thing]:
    return [] if one is None else [make(one)]
