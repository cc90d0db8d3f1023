"""How grave a change is, by who is hurt.

editorial    notes, errata, allowances; punctuation, blanks and width of characters; numbers of tables; facts of the heading but the
             edition; sources of clauses; what only follows a new name elsewhere. Hurt: the published document.
wording      the text of a clause, a definition or a name, but nothing in it that tells what has to be done. Hurt: cities, who read it
             again; the document.
requirement  what a city has to do: clauses that come, go or change their level; figures, modal verbs, negations, conditions, words of
             degree, parts of a sentence; prose with a modal verb that comes or goes; descriptors of rubrics; what a
             quantity counts and may be. Hurt: cities; the document.
structure    what there is and what it is called: nodes, levels, answers, options, columns, quantities that come, go, move, change their
             order or identifier; the edition; clauses that change leaf, order or identifier, are split or merged; rows of crosswalks.
             Hurt: cities with answers; integrators with identifiers; the document.
scoring      what an unchanged answer is worth: weights, threshold, points of the scale, method, calculations, readings, definitions of
             computed quantities, classes of cities. Hurt: cities with answers; integrators with scorers; the document.

In: a kind of change, a kind of thing, a property. Out: a class, or `TEXT`: what the text says decides (`judging`).
"""

from __future__ import annotations

EDITORIAL, WORDING, REQUIREMENT, STRUCTURE, SCORING = "editorial", "wording", "requirement", "structure", "scoring"
TEXT = "text"
"""Decided by what differs between the texts."""

HURT: dict[str, tuple[str, ...]] = {
    EDITORIAL: ("document",),
    WORDING: ("cities", "document"),
    REQUIREMENT: ("cities", "document"),
    STRUCTURE: ("cities", "integrators", "document"),
    SCORING: ("cities", "integrators", "document"),
}

UNASKED = {"crosswalk": ("integrators", "document"), "mapping": ("integrators", "document")}
"""Things that no city answers to."""

EDITED: dict[str, dict[str, str]] = {
    "standard": {"name": WORDING, "subset": STRUCTURE, "layers": WORDING, "of_total": EDITORIAL},
    "profile": {"name": WORDING, "of": STRUCTURE, "scoring": SCORING, "equal": SCORING},
    "crosswalk": {"source": STRUCTURE, "target": STRUCTURE},
    "fact": {"value": EDITORIAL},
    "level": {"name": WORDING, "motto": TEXT, "text": TEXT},
    "class": {"first": SCORING, "last": SCORING},
    "scale": {"name": WORDING},
    "answer": {"label": WORDING, "points": SCORING, "rules": REQUIREMENT},
    "method": {"cumulative": SCORING, "strict": SCORING, "threshold": SCORING, "one_by_one": SCORING, "formulas": SCORING,
               "less_deductions": SCORING, "respondents": SCORING, "leaves": SCORING},
    "expectation": {"total": EDITORIAL, "parts": EDITORIAL},
    "metric": {"label": WORDING, "kind": REQUIREMENT},
    "quantity": {"label": TEXT, "kind": REQUIREMENT, "unit": REQUIREMENT, "basis": REQUIREMENT, "bounds": REQUIREMENT,
                 "definition": SCORING, "whole": REQUIREMENT},
    "option": {"label": TEXT},
    "column": {"name": WORDING},
    "row": {"text": REQUIREMENT, "builds_on": REQUIREMENT},
    "document": {"text": EDITORIAL},
    "chapter": {"kind": EDITORIAL, "title": WORDING},
    "paragraph": {"kind": EDITORIAL, "label": EDITORIAL, "text": TEXT},
    "term": {"name": WORDING, "english": EDITORIAL},
    "abbreviation": {"name": WORDING, "english": EDITORIAL},
    "node": {"layer": STRUCTURE, "name": WORDING, "weight": SCORING, "place": EDITORIAL, "caption": EDITORIAL, "leaf": STRUCTURE,
             "empty_levels": STRUCTURE, "data": REQUIREMENT, "column": REQUIREMENT},
    "motto": {"text": TEXT},
    "support": {"kind": EDITORIAL, "text": EDITORIAL, "document": EDITORIAL},
    "clause": {"level": REQUIREMENT, "label": EDITORIAL, "lettered": EDITORIAL, "text": TEXT, "origins": EDITORIAL, "figures": REQUIREMENT},
    "calculation": {"deducts": SCORING, "body": SCORING},
    "reading": {"label": WORDING, "deducts": SCORING, "body": SCORING},
    "part": {"label": WORDING, "body": SCORING},
    "descriptor": {"text": REQUIREMENT, "builds_on": REQUIREMENT},
    "weight": {"weight": SCORING},
    "choice": {"reading": SCORING},
    "mapping": {"relation": STRUCTURE, "pins": EDITORIAL, "reason": WORDING},
    "allow": {"where": EDITORIAL, "reason": EDITORIAL},
}  # fmt: skip
"""What a property is another one means; remarks and errata are editorial everywhere."""

NOTES = ("remarks", "errata")
TEXTS = {("row", "text"), ("descriptor", "text"), ("node", "data"), ("answer", "rules")}
"""Texts that say what has to be done in every word: only what no reader sees is editorial in them."""

WHOLE: dict[str, str] = {
    "standard": STRUCTURE, "profile": STRUCTURE, "crosswalk": STRUCTURE, "fact": EDITORIAL, "level": STRUCTURE, "class": SCORING,
    "scale": SCORING, "answer": STRUCTURE, "method": SCORING, "expectation": EDITORIAL, "metric": EDITORIAL, "quantity": STRUCTURE,
    "option": STRUCTURE, "column": STRUCTURE, "row": REQUIREMENT, "document": EDITORIAL, "chapter": WORDING, "paragraph": WORDING,
    "term": WORDING, "abbreviation": WORDING, "node": STRUCTURE, "motto": WORDING, "support": EDITORIAL, "clause": REQUIREMENT,
    "calculation": SCORING, "reading": STRUCTURE, "part": SCORING, "descriptor": REQUIREMENT, "weight": SCORING, "choice": SCORING,
    "mapping": STRUCTURE, "allow": EDITORIAL,
}  # fmt: skip
"""What it means that a thing came or went."""

RENUMBERED = {
    "standard": STRUCTURE, "profile": STRUCTURE, "crosswalk": STRUCTURE, "level": STRUCTURE, "answer": STRUCTURE, "metric": STRUCTURE,
    "quantity": STRUCTURE, "option": STRUCTURE, "column": STRUCTURE, "node": STRUCTURE, "clause": STRUCTURE, "reading": STRUCTURE,
    "class": WORDING, "abbreviation": WORDING,
}  # fmt: skip
REORDERED = dict.fromkeys(("level", "answer", "quantity", "option", "column", "node", "clause"), STRUCTURE)
MOVED = {"node": STRUCTURE, "clause": STRUCTURE, "descriptor": REQUIREMENT, "row": REQUIREMENT, "mapping": STRUCTURE}


def grade_of(kind: str, thing: str, aspect: str) -> str:
    """The class of a change by its kind alone; `TEXT` where the texts decide."""
    match kind:
        case "edited":
            return EDITORIAL if aspect in NOTES else EDITED[thing][aspect]
        case "added" | "removed":
            return WHOLE[thing]
        case "moved":
            return MOVED.get(thing, EDITORIAL)
        case "renumbered":
            return RENUMBERED.get(thing, EDITORIAL)
        case "reordered":
            return REORDERED.get(thing, EDITORIAL)
        case _:
            return STRUCTURE


def hurt_by(grade: str, thing: str) -> tuple[str, ...]:
    return HURT[grade] if grade == EDITORIAL else UNASKED.get(thing, HURT[grade])
