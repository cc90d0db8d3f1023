"""Whatever the shape of a formula: the Python that is generated for it gives what the referee gives, to the last digit and part, and every
value lies in the range that the compiler computed."""

from __future__ import annotations

import ast
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl.expression.evaluate import Evaluator
from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Calculation
from ctmm_dsl.model import expression as model
from ctmm_dsl.source import cells
from generators.formula_functions import functions_of_nodes, functions_of_quantities
from tests import expressions

PRELUDE = """from __future__ import annotations
from collections.abc import Callable
from fractions import Fraction
Number = int | Fraction
Parts = dict[str, Number]
_min: Callable[..., Number] = min
_max: Callable[..., Number] = max
"""
some = settings(max_examples=400, derandomize=True, database=None, deadline=None)


def written(calculation: Calculation) -> tuple[str, str, tuple[str, ...]]:
    ((_, function),) = functions_of_nodes([(expressions.NODE, calculation)])
    return function.name, function.text, function.reads


def run(calculation: Calculation, values: dict[str, Any]) -> tuple[Fraction, dict[str, Fraction]]:
    name, text, reads = written(calculation)
    module: dict[str, Any] = {}
    exec(PRELUDE + text, module)
    return module[name](*(values[read] for read in reads))  # type: ignore[no-any-return]


def held(random: Random) -> tuple[dict[str, Any], Evaluator]:
    """Values as a scorer holds them, whole numbers as integers, and what is computed from them."""
    values = expressions.values(random)
    evaluator = Evaluator(values)
    numbers = {name: evaluator.quantity(expressions.QUANTITIES[name]) for name in expressions.NUMBERS}
    plain = {name: number.numerator if number.denominator == 1 else number for name, number in numbers.items()}
    return {**values, **plain}, evaluator


@some
@given(st.integers(0, 10**9))
def test_the_python_of_a_formula_is_the_formula(seed: int) -> None:
    random = Random(seed)
    calculation = expressions.Drawn(random).calculation()
    for _ in range(6):
        values, evaluator = held(random)
        expected, parts = evaluator.worth(calculation)
        found, found_parts = run(calculation, values)
        assert found == expected and found_parts == parts and list(found_parts) == list(parts)
        assert all(type(number) in (int, Fraction) for number in (found, *found_parts.values())), "no truth, no float"


@some
@given(st.integers(0, 10**9))
def test_every_value_lies_in_the_computed_range(seed: int) -> None:
    random = Random(seed)
    calculation = expressions.Drawn(random).calculation()
    bodies = [*calculation.expressions()]
    ranges = [Ranges().of(body) for body in bodies]
    for _ in range(6):
        _, evaluator = held(random)
        for body, interval in zip(bodies, ranges, strict=True):
            assert interval is None or interval.holds(evaluator.number(body)), (interval, evaluator.number(body))


def test_most_ranges_are_known() -> None:
    """The range of a formula is left open only where a divisor may be zero or below."""
    known = [Ranges().of(expressions.Drawn(Random(seed)).calculation().body) is not None for seed in range(400)]
    assert sum(known) > 250


@some
@given(st.integers(0, 10**9))
def test_lines_are_no_longer_than_they_may_be(seed: int) -> None:
    _, text, _ = written(expressions.Drawn(Random(seed), 5).calculation())
    assert max(map(cells, text.splitlines())) <= 120, text


def test_the_formatter_has_nothing_to_say(tmp_path: Path) -> None:
    """Of many formulas, short and long, flat and deep; and nothing in them is a float, a division or a comparison of texts."""
    texts = [written(expressions.Drawn(Random(seed), seed % 7).calculation())[1] for seed in range(300)]
    computed = [function.text for _, function in functions_of_quantities([expressions.QUANTITIES["e"]])]
    file = tmp_path / "formulas.py"
    file.write_text("\n\n\n".join([*texts, *computed]) + "\n", "utf-8")
    command = [
        sys.executable,
        "-m",
        "ruff",
        "format",
        "--isolated",
        "--line-length",
        "120",
        "--diff",
        "--no-cache",
        str(file),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[:3000]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        assert not isinstance(node, ast.Div)
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float))


def test_types_are_sound(tmp_path: Path) -> None:
    texts = []
    for seed in range(60):
        name, text, _ = written(expressions.Drawn(Random(seed)).calculation())
        texts.append(text.replace(f"def {name}(", f"def {name}_{seed}("))
    file = tmp_path / "formulas.py"
    file.write_text(PRELUDE + "\n\n\n".join(texts) + "\n", "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}/cache", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[:3000]


def test_the_deepest_expression_that_is_read_can_be_written() -> None:
    """A hundred levels of brackets, conditions and divisions; Python itself reads no more than two hundred."""
    one = model.Number(Fraction(1), False, expressions.SPAN)
    count, flag = (model.Read(expressions.QUANTITIES[name], expressions.SPAN) for name in ("b", "p"))
    for shape in range(4):
        deep: model.Expression = count
        for _ in range((100, 100, 50, 50)[shape]):
            deep = (
                model.Extreme(True, (one, deep), expressions.SPAN),
                model.Conditional(flag, deep, one, expressions.SPAN),
                model.Arithmetic(
                    "/", one, model.Arithmetic("+", one, deep, None, expressions.SPAN), None, expressions.SPAN
                ),
                model.Arithmetic(
                    "*", model.Arithmetic("+", one, deep, None, expressions.SPAN), count, None, expressions.SPAN
                ),
            )[shape]
        calculation = Calculation(False, (), deep, expressions.SPAN)
        values, evaluator = held(Random(shape))
        assert run(calculation, values)[0] == evaluator.number(deep)
