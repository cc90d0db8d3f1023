"""Whatever the shape of a formula: the JavaScript that is generated for it gives what the referee gives, to the last digit and part."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ctmm_dsl.expression.evaluate import Evaluator
from ctmm_dsl.model import Calculation
from ctmm_dsl.model import expression as model
from ctmm_dsl.source import cells
from generators.formula_functions_js import functions_of_nodes
from generators.javascript_layout import literal
from tests import expressions
from tests.referee import awkward, node

SHAPES = 600
CITIES = 6
EXACT = re.search(r"(?m)^// ---- exact numbers[\s\S]*?(?=^// ---- )", node.text(awkward.standard()))


def written(calculation: Calculation, name: str) -> tuple[str, tuple[str, ...]]:
    ((_, function),) = functions_of_nodes([(expressions.NODE, calculation)])
    return function.text.replace(f"function {function.name}(", f"function {name}("), function.reads


def held(random: Random) -> tuple[dict[str, Any], Evaluator]:
    """Values as a scorer holds them, with what is computed from them."""
    values = expressions.values(random)
    evaluator = Evaluator(values)
    return {
        **values,
        **{name: evaluator.quantity(expressions.QUANTITIES[name]) for name in expressions.NUMBERS},
    }, evaluator


def worth(calculation: Calculation, evaluator: Evaluator) -> list[Any]:
    """As JavaScript tells it."""
    points, parts = evaluator.worth(calculation)
    return [str(points), [[name, str(part)] for name, part in parts.items()]]


@node.needed
@pytest.mark.parametrize("depth", [2, 4, 6])
def test_the_javascript_of_a_formula_is_the_formula(depth: int, tmp_path: Path) -> None:
    assert EXACT
    functions, calls, expected = [], [], []
    for seed in range(SHAPES):
        random = Random(f"{depth} {seed}")
        calculation = expressions.Drawn(random, depth).calculation()
        text, reads = written(calculation, f"formula{seed}")
        functions.append(text)
        for _ in range(CITIES):
            values, evaluator = held(random)
            calls.append(f"formula{seed}({', '.join(literal(values[read]) for read in reads)}),")
            expected.append(worth(calculation, evaluator))
    told = "[exactText(points), parts.map(([name, part]) => [name, exactText(part)])]"
    ending = f"console.log(JSON.stringify(found.map(([points, parts]) => {told})));"
    file = tmp_path / "formulas.mjs"
    file.write_text("\n".join([EXACT.group(), *functions, "const found = [", *calls, "];", ending]), "utf-8")
    done = node.run(str(file))
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == expected


def test_lines_are_no_longer_than_they_may_be() -> None:
    for seed in range(400):
        text, _ = written(expressions.Drawn(Random(seed), 5).calculation(), "formula")
        assert max(map(cells, text.splitlines())) <= 120, text
        assert not re.search(r"\breturn\n|\d\.\d|(?<![\w)])\d+(?![\dn_])(?! *[;:?)\]&|])(?<![=<>] 0)", text), text


@node.needed
def test_the_deepest_expression_that_is_read_can_be_written(tmp_path: Path) -> None:
    """A hundred levels of brackets, conditions and divisions."""
    one = model.Number(Fraction(1), False, expressions.SPAN)
    count, flag = (model.Read(expressions.QUANTITIES[name], expressions.SPAN) for name in ("b", "p"))
    functions = []
    for shape in range(3):
        deep: model.Expression = count
        for at in range(100):
            deep = (
                model.Arithmetic("+-*/"[at % 4], one, deep, one if at % 8 == 7 else None, expressions.SPAN),
                model.Conditional(flag, deep, count, expressions.SPAN),
                model.Extreme(at % 2 == 0, (deep, one), expressions.SPAN),
            )[shape]
        functions.append(written(model.Calculation(False, (), deep, expressions.SPAN), f"formula{shape}")[0])
    file = tmp_path / "deep.mjs"
    file.write_text("\n".join(functions), "utf-8")
    done = node.run("--check", str(file))
    assert done.returncode == 0, done.stderr.decode()[:2000]
