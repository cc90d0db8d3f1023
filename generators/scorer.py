"""Scorers: for every scheme one Python file that scores as the referee does, and needs nothing else.

In: an edition. Out: `<scheme>/scorer.py`, standard library only. The standard stands in it as plain tables and formulas that can be read
beside the document; the templates hold the rules, a part for each kind of leaf, and of these only what the scheme needs is put in.
Points of clauses are scaled to integers here; formulas calculate in integers and fractions. No scorer ever meets a float.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from ctmm_dsl.assessment.values import LONGEST
from ctmm_dsl.model import Scheme
from generators.artefact import Artefact, Edition
from generators.python_layout import listed
from generators.quoting import python
from generators.scorer_parts import fields, offers, parts_of, worth
from generators.scorer_tables import constants, messages, shapes, tables_of_clauses, tables_of_formulas, tables_of_tree

EXACTNESS = (
    "A score is a fraction of two integers; no float takes part, and rounding is for display alone.",
    "Numbers are integers and fractions; no float takes part, and rounding is for display alone.",
)


def emit(edition: Edition) -> Iterator[Artefact]:
    """A scorer for every standard and profile that can be scored."""
    template = _environment().get_template("scorer.py.jinja")
    for scheme in edition.schemes:
        parts = parts_of(scheme)
        text = template.render(
            scheme=scheme, digest=edition.digest, **parts, **_words(scheme, parts), **_tables(scheme, parts)
        )
        yield Artefact(f"{scheme.id}/scorer.py", text.encode("utf-8"), scheme.id, scheme.standard.edition)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generators", "templates"),
        undefined=StrictUndefined,
        autoescape=False,  # the target is Python: every text goes through quoting.python
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["python"] = python
    return environment


def _words(scheme: Scheme, parts: dict[str, bool]) -> dict[str, object]:
    """What the scorer offers, and the fields of an assessment."""
    offered, of = offers(parts), fields(scheme)
    return {
        "worth": worth(parts),
        "exactness": EXACTNESS[parts["formulas"] or not parts["clauses"]],
        "offers": offered,
        "exported": listed(
            "[", map(python, sorted(["AssessmentError", "Problem", "load", "main", "score", *offered])), "]", 0
        ),
        "longest": LONGEST,
        **{name: _tuple(of[name]) for name in ("texts", "objects", "needed", "needed_of_respondents")},
        "constants": constants(parts, of["fields"]),
    }


def _tuple(texts: tuple[str, ...]) -> str:
    return f"({', '.join(map(python, texts))})"


def _tables(scheme: Scheme, parts: dict[str, bool]) -> dict[str, str]:
    """What the templates say of the standard: rows already laid out."""
    tables = {
        "messages": messages(parts),
        "shapes": shapes(parts),
        **tables_of_tree(scheme, weighted=parts["weighted"]),
    }
    if parts["clauses"]:
        tables |= tables_of_clauses(scheme)
    if parts["formulas"]:
        tables |= tables_of_formulas(scheme)
    return tables
