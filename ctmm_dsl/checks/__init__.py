"""All rules, in one tuple. A rule is a function from a model to findings; none knows of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctmm_dsl.checks import (
    cells,
    counts,
    crosswalks,
    formulas,
    metrics,
    notes,
    quantities,
    references,
    rubrics,
    structure,
    weights,
    wording,
)
from ctmm_dsl.findings import Finding
from ctmm_dsl.model import Model

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
    wording.vague_beside_exact,
    wording.brackets_paired,
)


def check(model: Model) -> list[Finding]:
    """What all rules have to say of a model. A line that several readings of a formula share is told of once."""
    found: dict[tuple[str, str, int, int], Finding] = {}
    for rule in RULES:
        for finding in rule(model):
            span = finding.span
            found.setdefault((finding.code, span.source.path, span.start, span.end), finding)
    return list(found.values())
