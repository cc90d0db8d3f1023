"""All generators, by the names that the command line knows them by."""

from __future__ import annotations

from generators import (
    assessments,
    clauses_csv,
    coverage,
    crosswalk_tables,
    errata,
    model_json,
    scorer,
    skos,
    sssom,
    tables,
)  # fmt: skip
from generators.artefact import Generator

GENERATORS: tuple[tuple[str, Generator], ...] = (
    ("model-json", model_json.emit),
    ("clauses-csv", clauses_csv.emit),
    ("assessments", assessments.emit),
    ("scorer", scorer.emit),
    ("tables", tables.emit),
    ("errata", errata.emit),
    ("crosswalk-tables", crosswalk_tables.emit),
    ("sssom", sssom.emit),
    ("skos", skos.emit),
    ("coverage", coverage.emit),
)
