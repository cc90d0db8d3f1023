"""All rules, in one tuple. A rule is a function from a model to findings; none knows of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from ctmm_dsl.checks import (
    cells,
    counts,
    crosswalks,
    degrees,
    formulas,
    metrics,
    modals,
    names,
    notes,
    quantities,
    references,
    requirements,
    rubrics,
    structure,
    terms,
    weights,
    wording,
)
from ctmm_dsl.findings import Finding
from ctmm_dsl.memory import Memory
from ctmm_dsl.model import Crosswalk, Model, Profile, Standard

Rule = Callable[[Model], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    structure.identifiers_fit,
    structure.names_differ,
    structure.layers_named,
    structure.leaves_hold_something,
    structure.places_fit,
    structure.numbers_differ,
    cells.levels_count_up,
    cells.levels_known,
    cells.cells_complete,
    cells.labels_in_order,
    cells.mottos_complete,
    cells.classes_cover,
    cells.scale_sound,
    cells.method_decides,
    cells.method_has_its_leaves,
    cells.blocks_present,
    counts.expectations_hold,
    counts.prose_counts_hold,
    notes.errata_correct,
    notes.allowances_sound,
    weights.weights_sum,
    weights.profiles_weigh_everything,
    weights.profiles_can_score,
    weights.readings_known,
    references.origins_hold,
    references.pointers_resolve,
    metrics.figures_stand,
    metrics.figures_rise,
    metrics.metrics_used,
    metrics.figures_have_metrics,
    quantities.units_sound,
    quantities.bounds_sound,
    quantities.choices_sound,
    quantities.options_answered,
    quantities.definitions_sound,
    quantities.wholes_sound,
    quantities.computed_in_bounds,
    quantities.quantities_read,
    formulas.kinds_agree,
    formulas.no_division_by_zero,
    formulas.tiers_cover,
    formulas.caps_can_be_reached,
    formulas.scores_in_range,
    formulas.parts_count,
    rubrics.levels_complete,
    rubrics.levels_build_on_lower,
    crosswalks.ends_exist,
    crosswalks.every_leaf_mapped,
    crosswalks.rows_agree,
    crosswalks.no_ancestor_as_well,
    crosswalks.rows_fresh,
    crosswalks.rows_pinned,
    crosswalks.pins_readable,
    wording.abbreviations_declared,
    wording.clauses_differ,
    wording.widths_agree,
    wording.brackets_paired,
    degrees.vague_beside_exact,
    degrees.higher_asks_no_less,
    modals.modals_of_the_standard,
    modals.clauses_require,
    modals.modals_not_mixed,
    requirements.one_requirement,
    terms.terms_as_declared,
    terms.short_forms_agree,
    terms.terms_used,
    names.levels_named_alike,
    names.nodes_named_alike,
    names.texts_name_alike,
)


WIDE: frozenset[Rule] = frozenset(
    (
        cells.method_has_its_leaves,
        weights.profiles_can_score,
        references.pointers_resolve,
        metrics.metrics_used,
        terms.terms_used,
    )
)
"""The rules that look further than from a document to what it refers to: who refers to it, and what else there is. They are asked of the
whole model each time; the others of each document alone, and only where it changed."""

NARROW = tuple(rule for rule in RULES if rule not in WIDE)


def check(model: Model, memory: Memory | None = None) -> list[Finding]:
    """What all rules have to say of a model. A line that several readings of a formula share is told of once."""
    said = [_of_document(document, memory or Memory()) for document in model.documents()]
    found: dict[tuple[str, str, int, int], Finding] = {}
    for rule in RULES:
        for finding in rule(model) if rule in WIDE else chain.from_iterable(own[rule] for own in said):
            span = finding.span
            found.setdefault((finding.code, span.source.path, span.start, span.end), finding)
    return list(found.values())


def _of_document(document: Standard | Profile | Crosswalk, memory: Memory) -> dict[Rule, tuple[Finding, ...]]:
    def ask() -> dict[Rule, tuple[Finding, ...]]:
        alone = _alone(document)
        return {rule: tuple(rule(alone)) for rule in NARROW}

    return memory.recall(("check", document.span.source.path), (document,), ask)


def _alone(document: Standard | Profile | Crosswalk) -> Model:
    """A document as if there were no other; those that it refers to hang on it."""
    match document:
        case Standard():
            return Model((document,), (), ())
        case Profile():
            return Model((), (document,), ())
        case Crosswalk():
            return Model((), (), (document,))
