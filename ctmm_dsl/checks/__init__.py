"""All rules, in one tuple. A rule is a function from a model to findings; none knows of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctmm_dsl.checks import cells, counts, crosswalks, metrics, notes, references, structure, weights, wording
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
    cells.blocks_present,
    counts.expectations_hold,
    counts.prose_counts_hold,
    notes.errata_correct,
    notes.allowances_sound,
    weights.weights_sum,
    weights.profiles_weigh_everything,
    weights.profiles_can_score,
    references.origins_hold,
    references.pointers_resolve,
    metrics.figures_stand,
    metrics.figures_rise,
    metrics.metrics_used,
    metrics.figures_have_metrics,
    crosswalks.ends_exist,
    crosswalks.every_leaf_mapped,
    crosswalks.rows_agree,
    crosswalks.no_ancestor_as_well,
    wording.abbreviations_declared,
    wording.clauses_differ,
    wording.widths_agree,
    wording.vague_beside_exact,
    wording.brackets_paired,
)


def check(model: Model) -> list[Finding]:
    """What all rules have to say of a model."""
    return [finding for rule in RULES for finding in rule(model)]
