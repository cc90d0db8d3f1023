"""The tables of a Python scorer: a standard as rows that can be read beside the document.

In: a scheme, or which parts its scorer has. Out: rows as Python, laid out as the formatter would. What stands in them comes from
`scorer_rows`; what formulas are made of goes through `formula_functions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctmm_dsl.assessment.values import FLAGS
from ctmm_dsl.model import Scheme
from generators import scorer_rows
from generators.formula_functions import functions_of_nodes, functions_of_quantities
from generators.python_layout import Row, laid_out, number, rows
from generators.quoting import python


def messages(parts: Mapping[str, bool]) -> str:
    return _dictionary(scorer_rows.messages(parts))


def shapes(parts: Mapping[str, bool]) -> str:
    return _dictionary(scorer_rows.shapes(parts))


def _dictionary(entries: Iterator[tuple[str, Row]]) -> str:
    return "\n".join(laid_out(value, 4, f"{python(key)}: ") + "," for key, value in entries)


def constants(parts: Mapping[str, bool], fields: tuple[str, ...]) -> str:
    """The fields that there are, and the words for values."""
    tables = {"FIELDS": fields, **scorer_rows.inner_fields(parts)}
    found = [laid_out(names, 0, f"{table} = ") for table, names in tables.items()]
    if parts["formulas"]:
        flags = ", ".join(f"{python(word)}: {flag}" for word, flag in FLAGS.items())
        found.append(f"FLAGS = {{{flags}}}")
        found.append(laid_out(scorer_rows.NUMBER_RULES, 0, "NUMBER_RULES = "))
    return "\n".join(found)


def tables_of_tree(scheme: Scheme, *, weighted: bool) -> dict[str, str]:
    """Levels, nodes, and which of these are rubrics."""
    return {
        "levels": rows(scorer_rows.levels(scheme)),
        "nodes": rows(scorer_rows.nodes(scheme, weighted=weighted)),
        "node_row": "tuple[str, str, str, str, int, int]" if weighted else "tuple[str, str, str, str]",
        "rubric_leaves": laid_out((*scheme.standard.rubrics,), 0, "RUBRICS = "),
    }


def tables_of_clauses(scheme: Scheme) -> dict[str, str]:
    assert scheme.ladder
    unit = scorer_rows.unit(scheme)
    return {
        "unit": str(unit),
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
        "options": _dictionary(scorer_rows.options(scheme)),
        "within": "\n".join(f"    {python(part)}: {python(whole)}," for part, whole in scorer_rows.within(scheme)),
        "functions": "\n\n\n".join(function.text for function in [*(function for _, function in computed), *formulas]),
        "computed": rows(scorer_rows.computed_rows(computed)),
        "formula_rows": rows(scorer_rows.formula_rows(held, formulas)),
    }
