"""All generators, by the names that the command line knows them by."""

from __future__ import annotations

from generators import (
    assessments,
    clauses_csv,
    coverage,
    crosswalk_tables,
    errata,
    evidence_tables,
    form,
    formula_documents,
    model_json,
    quantities_csv,
    scorer,
    scorer_js,
    skos,
    sssom,
    tables,
    workbooks,
)  # fmt: skip
from generators.artefact import Generator

GENERATORS: tuple[tuple[str, Generator], ...] = (
    ("model-json", model_json.emit),
    ("clauses-csv", clauses_csv.emit),
    ("quantities-csv", quantities_csv.emit),
    ("assessments", assessments.emit),
    ("scorer", scorer.emit),
    ("scorer-js", scorer_js.emit),
    ("workbook", workbooks.emit),
    ("form", form.emit),
    ("tables", tables.emit),
    ("formulas", formula_documents.emit),
    ("errata", errata.emit),
    ("crosswalk-tables", crosswalk_tables.emit),
    ("sssom", sssom.emit),
    ("skos", skos.emit),
    ("coverage", coverage.emit),
    ("evidence", evidence_tables.emit),
)
