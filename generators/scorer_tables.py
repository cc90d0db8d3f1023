"""The tables of a Python scorer: a standard as rows that can be read beside the document.

In: a scheme, or which parts its scorer has. Out: rows as Python, laid out as the formatter would. What stands in them comes from
`scorer_rows`; what formulas are made of goes through `formula_functions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctmm_dsl.assessment.values import FLAGS
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Scheme
from ctmm_dsl.model.expression import reported_for
from generators import scorer_rows
from generators.formula_functions import functions_of_nodes, functions_of_quantities
from generators.python_layout import Code, Row, laid_out, number, rows
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
    standard, ranges = scheme.standard, Ranges()
    computed = list(functions_of_quantities(scorer_rows.computed(scheme)))
    held = [(node, scheme.calculation(node)) for node in standard.leaves() if node.id in standard.formulas]
    formulas, rows_of_formulas = [], list[Row]()
    for (node, function), (_, calculation) in zip(functions_of_nodes(held), held, strict=True):
        found = ranges.of(calculation.body)
        assert found
        formulas.append(function)
        rows_of_formulas.append(
            (node.id, Code(function.name), function.reads, found.low, found.high, calculation.deducts)
        )
    return {
        "quantities": rows(map(scorer_rows.quantity, standard.quantities)),
        "options": _dictionary(scorer_rows.options(scheme)),
        "within": "\n".join(f"    {python(part)}: {python(whole)}," for part, whole in scorer_rows.within(scheme)),
        "functions": "\n\n\n".join(function.text for function in [*(function for _, function in computed), *formulas]),
        "computed": rows(
            (quantity.name, Code(function.name), function.reads, tuple(one.name for one in reported_for(quantity)))
            for quantity, function in computed
        ),
        "formula_rows": rows(rows_of_formulas),
    }
