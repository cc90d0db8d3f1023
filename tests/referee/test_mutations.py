"""The proof proves something: a scorer in which a single figure is altered, in a formula or in a table, is found out."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from random import Random
from types import ModuleType
from typing import Any

import pytest

from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Scheme
from tests import cities, golden, strategies
from tests.referee import bad_values, proof

SCHEMES = {scheme.id: scheme for scheme in (*strategies.shipped(), *golden.edition_of(golden.FOLDER / "mixed").schemes)}
FORMULAS = ("_points_of_", "_computed_", "_low_median", "_high_median", "_spoken")
TABLES = (
    "UNIT",
    "ANSWERS",
    "THRESHOLD",
    "LEVELS",
    "NODES",
    "CLAUSES",
    "RUBRICS",
    "QUANTITIES",
    "WITHIN",
    "COMPUTED",
    "FORMULAS",
)
MOST = {
    "harbour": 400,
    "gbt33356-city": 120,
    "gbt33356-county": 60,
    "iso37107": 60,
    "ctmm-key": 60,
    "harbour-strict": 60,
}
"""How many figures of each scorer are altered, one at a time."""


def asked(scheme: Scheme) -> Iterator[tuple[str, bool]]:
    """The files that the proof is about, and whether they may be incomplete: nothing, random cities, whatever is refused."""
    standard = scheme.standard
    nothing: dict[str, Any] = {"standard": standard.id, "edition": standard.edition}
    nothing |= {"answers": {}} if standard.clauses or standard.rubrics else {}
    nothing |= {"values": {}} if standard.reported else {}
    yield json.dumps(nothing), True
    yield json.dumps(nothing), False
    for seed in range(40):
        yield cities.text_of(cities.assessment(scheme, seed)), False
        yield cities.text_of(cities.assessment(scheme, seed, missing=True)), True
    yield from (
        (bad_values.text(row.scheme, row.where, row.written), False)
        for row in bad_values.rows()
        if row.scheme == scheme.id
    )
    for quantity in standard.reported.values():
        if quantity.numeric:  # just outside its bounds, and just inside
            low, high = quantity.interval.low, quantity.interval.high
            for end in (low, high):
                for step in (-1, 0, 1) if end is not None else ():
                    values = {
                        **nothing["values"],
                        quantity.name: str(int(end) + step) if end.denominator == 1 else f"{end}",
                    }
                    yield json.dumps({**nothing, "values": values}), True
    for at, values in enumerate(cities.at_steps(scheme)):
        yield cities.text_of(cities.assessment(scheme, at, found=values)), False
    for seed in range(40, 140):
        yield cities.text_of(cities.assessment(scheme, seed)), False


class Proof:
    """What the referee says of each file, asked once, when it is first needed."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.files = list(asked(scheme))
        self.expected: dict[int, str] = {}

    def holds(self, scorer: Any) -> bool:
        return all(self._agrees(scorer, at) for at in range(len(self.files)))

    def _agrees(self, scorer: Any, at: int) -> bool:
        text, partial = self.files[at]
        if at not in self.expected:
            self.expected[at] = proof.to_the_letter(proof.by_referee(self.scheme, text, partial=partial))
        try:
            return proof.to_the_letter(proof.by_scorer(scorer, text, partial=partial)) == self.expected[at]
        except (ArithmeticError, LookupError, TypeError, ValueError):
            return False


def figures(tree: ast.Module, idle: set[str]) -> Iterator[ast.Constant]:
    """The figures of formulas and tables; not those that stand for nothing, as the weight of what does not weigh does, and the bounds of
    `idle` quantities, which what is computed never comes to."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith(FORMULAS):
            yield from _constants(node)
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if isinstance(target, ast.Name) and target.id in TABLES and node.value:
                yield from (
                    one for row in _rows(node.value) if not _means_nothing(row, idle) for one in _constants(row)
                )


def _constants(node: ast.AST) -> Iterator[ast.Constant]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, int):
            yield one


def _rows(value: ast.expr) -> list[ast.expr]:
    return value.elts if isinstance(value, ast.Tuple) else [value]


def _means_nothing(row: ast.expr, idle: set[str]) -> bool:
    values = (
        [one.value if isinstance(one, ast.Constant) else None for one in row.elts] if isinstance(row, ast.Tuple) else []
    )
    return values[-2:] == [0, 0] or values[2:3] in (["flag"], ["choice"]) or (len(values) == 6 and values[0] in idle)


def _idle(scheme: Scheme) -> set[str]:
    found: set[str] = set()
    for quantity in scheme.standard.quantities:
        computed = Ranges().of(quantity.definition) if quantity.definition is not None else None
        if computed and computed.both(quantity.interval) == computed:
            found.add(quantity.name)
    return found


def loaded(tree: ast.Module) -> Any:
    module = ModuleType("scorer")
    exec(compile(tree, "scorer.py", "exec"), module.__dict__)
    return module


@pytest.mark.parametrize("name", MOST)
def test_an_altered_figure_is_found_out(name: str) -> None:
    scheme = SCHEMES[name]
    tree = ast.parse(strategies.scorer_text(scheme))
    proved = Proof(scheme)
    assert proved.holds(loaded(tree)), "unaltered, it is the referee"
    found = list(figures(tree, _idle(scheme)))
    chosen = found if len(found) <= MOST[name] else Random(1).sample(found, MOST[name])
    assert [figure for figure in chosen if not _found_out(figure, tree, proved)] == []
    assert len(chosen) == min(MOST[name], len(found))


def _found_out(figure: ast.Constant, tree: ast.Module, proved: Proof) -> bool:
    """Whether a figure cannot be altered unseen: neither, where it is a cap or bound that a greater one would not change, made less."""
    before = figure.value
    assert isinstance(before, int)
    for after in (not before,) if isinstance(before, bool) else (before + 1, before - 1):
        figure.value = after
        stands = _stands(tree, proved)
        figure.value = before
        if not stands:
            return True
    return False


def _stands(tree: ast.Module, proved: Proof) -> bool:
    """Whether an altered scorer passes for the referee. One that cannot even be loaded does not."""
    try:
        scorer = loaded(tree)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return False
    return proved.holds(scorer)
