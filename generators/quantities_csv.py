"""The data dictionary of a standard: every quantity that its formulas read, for spreadsheets and data tools.

In: an edition. Out: `<standard>/quantities.csv` for every standard that has quantities: a row each, in the document's order. `range` is
written as the language writes it; `computed_as` is empty for what a city reports; `used_by` names the indicators that need it, those of
which only another reading needs it with the reading's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctmm_dsl.expression import text
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Quantity, Standard
from generators.artefact import Artefact, Edition
from generators.dictionary import range_of, used_by
from generators.quoting import csv_bytes

HEADER = (
    "name", "label", "kind", "unit", "basis", "range", "part_of", "computed_as", "options", "used_by", "note",
)  # fmt: skip


def emit(edition: Edition) -> Iterator[Artefact]:
    """A dictionary for each standard that has quantities."""
    for standard in edition.model.standards:
        if standard.quantities:
            data = csv_bytes([HEADER, *_rows(standard)])
            yield Artefact(f"{standard.id}/quantities.csv", data, standard.id, standard.edition)


def _rows(standard: Standard) -> Iterator[tuple[str, ...]]:
    users, ranges = used_by(standard), Ranges()
    for one in standard.quantities:
        yield (
            one.name,
            one.label,
            one.kind,
            one.unit,
            one.basis,
            range_of(ranges.quantity(one) or one.interval) if one.numeric else "",
            one.whole.name if one.whole else "",
            text.expression(one.definition, "zh") if one.definition is not None else "",
            "；".join(f"{option.code}={option.label}" for option in one.options),
            " ".join(f"{node}:{reading}" if reading else node for node, reading in users.get(one.name, ())),
            "；".join(_notes(one)),
        )


def _notes(quantity: Quantity) -> Iterable[str]:
    for remark in quantity.notes.remarks:
        if remark.kind in ("note", "source"):
            yield remark.text
        elif remark.kind == "see":
            yield f"参见 {remark.target} {remark.text}".rstrip()
    yield from (f"原文印作“{erratum.printed}”：{erratum.reason}" for erratum in quantity.notes.errata)
