"""The tables of a JavaScript scorer: a standard as rows that can be read beside the document.

In: a scheme, or which parts its scorer has. Out: rows as JavaScript, laid out. What stands in them comes from `scorer_rows`; what formulas
are made of goes through `formula_functions_js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ctmm_dsl.assessment.values import FLAGS
from ctmm_dsl.model import Scheme
from generators import scorer_rows
from generators.formula_functions_js import functions_of_nodes, functions_of_quantities
from generators.javascript_layout import laid_out, number, rows
from generators.python_layout import Value


def messages(parts: Mapping[str, bool]) -> str:
    return rows(scorer_rows.messages(parts))


def shapes(parts: Mapping[str, bool]) -> str:
    return "\n".join(laid_out(value, 2, f"{key}: ") + "," for key, value in scorer_rows.shapes(parts))


def constants(parts: Mapping[str, bool], fields: tuple[str, ...]) -> str:
    """The fields that there are, and the words for values."""
    tables = {"FIELDS": fields, **scorer_rows.inner_fields(parts)}
    found = [_named(table, names) for table, names in tables.items()]
    if parts["formulas"]:
        found += [
            f"const FLAGS = new Map([\n{rows(FLAGS.items())}\n]);",
            _named("NUMBER_RULES", scorer_rows.NUMBER_RULES),
        ]
    return "\n".join(found)


def _named(name: str, value: Value) -> str:
    return f"{laid_out(value, 0, f'const {name} = ')};"


def tables_of_tree(scheme: Scheme, *, weighted: bool) -> dict[str, str]:
    """Levels, nodes, and which of these are rubrics."""
    return {
        "levels": rows(scorer_rows.levels(scheme)),
        "nodes": rows(scorer_rows.nodes(scheme, weighted=weighted)),
        "rubric_leaves": laid_out((*scheme.standard.rubrics,), 0, "const RUBRICS = "),
    }


def tables_of_clauses(scheme: Scheme) -> dict[str, str]:
    assert scheme.ladder
    unit = scorer_rows.unit(scheme)
    return {
        "unit": number(Fraction(unit)),
        "threshold": number(scheme.ladder.threshold * unit),
        "answers": rows(scorer_rows.answers(scheme)),
        "clause_rows": rows(scorer_rows.clauses(scheme)),
    }


def tables_of_formulas(scheme: Scheme) -> dict[str, str]:
    computed = list(functions_of_quantities(scorer_rows.computed(scheme)))
    held = scorer_rows.calculations(scheme)
    formulas = [function for _, function in functions_of_nodes(held)]
    return {
        "quantities": rows(map(scorer_rows.quantity, scheme.standard.quantities)),
        "options": rows(scorer_rows.options(scheme)),
        "within": rows(scorer_rows.within(scheme)),
        "functions": "\n\n".join(function.text for function in [*(function for _, function in computed), *formulas]),
        "computed": rows(scorer_rows.computed_rows(computed)),
        "formula_rows": rows(scorer_rows.formula_rows(held, formulas)),
    }
