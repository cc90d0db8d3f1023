"""A calculation in words: every shape, in both languages, word for word."""

from __future__ import annotations

import pytest

from ctmm_dsl.expression import text
from ctmm_dsl.model import Calculation, Standard
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.source import decode

QUANTITIES = """
quantity a 甲数 count 项 at point
  @en Alpha
quantity b 乙数 count 项 at point
  range 1..
quantity c "丙 + 丁" count 项 at point
  @en C and D
quantity yes 已建成 flag at point
quantity no 已停用 flag at point
quantity how 怎样 choice at point
  option none 没有
  option some 有一些
quantity rate 完成率 share at point
quantity sum 合计 count 项 at point
  = a + b
"""


def standard_with(formula: str) -> Standard:
    """A standard with one indicator; what the checks would say of it does not matter here."""
    body = "".join(f"  {line}\n" for line in formula.split("\n"))
    spec = f"standard s 名\n  edition 1\n  layers 域\n{QUANTITIES}\ndomain A 甲 100%\n{body}"
    return compile_sources([decode("s.ctmm", spec.encode())]).model.standards[0]


def calculation(formula: str) -> Calculation:
    return standard_with(formula).formulas["A"].calculation


def test_a_line_for_each_part_and_then_the_score() -> None:
    found = calculation("let b1 比率 = a / b\nlet b2 = 0.5 * b1\nscore = 100 * b2")
    assert text.calculation(found, "zh") == ["b1 比率 = 甲数 ÷ 乙数", "b2 = 0.5 × b1", "得分 = 100 × b2"]
    assert text.calculation(found, "en") == ["b1 比率 = Alpha ÷ b", "b2 = 0.5 × b1", "score = 100 × b2"]


def test_what_is_deducted_is_called_so() -> None:
    found = calculation("deduct = per a each 0.3 up to 1.5")
    assert text.calculation(found, "zh") == ["扣分 = 甲数每 1 项计 0.3 分，最多 1.5 分"]
    assert text.calculation(found, "en") == ["deduction = 0.3 for each of Alpha, at most 1.5"]


@pytest.mark.parametrize(
    ("formula", "zh", "en"),
    [
        ("a - (a - b)", "甲数 − (甲数 − 乙数)", "Alpha − (Alpha − b)"),
        ("(a - a) - b", "甲数 − 甲数 − 乙数", "Alpha − Alpha − b"),
        ("a + (a + b)", "甲数 + 甲数 + 乙数", "Alpha + Alpha + b"),
        ("100 * (a / b)", "100 × (甲数 ÷ 乙数)", "100 × (Alpha ÷ b)"),
        ("a / (b * 2)", "甲数 ÷ (乙数 × 2)", "Alpha ÷ (b × 2)"),
        ("(a + b) * 40%", "(甲数 + 乙数) × 40%", "(Alpha + b) × 40%"),
        ("a + c", "甲数 + “丙 + 丁”", "Alpha + “C and D”"),
        ("min(1, a / b, max(a, b))", "min(1, 甲数 ÷ 乙数, max(甲数, 乙数))", "min(1, Alpha ÷ b, max(Alpha, b))"),
        ("100 * a / b empty 100", "100 × 甲数 ÷ 乙数；乙数 为 0 时取 100", "100 × Alpha ÷ b; where b is 0: 100"),
        (
            "100 * (a / b empty 1)",
            "100 × (甲数 ÷ 乙数；乙数 为 0 时取 1)",
            "100 × (Alpha ÷ b; where b is 0: 1)",
        ),
        ("if yes then 20 else 0", "若 “已建成”为是，则 20，否则 0", "if “yes” is so then 20 else 0"),
        (
            "if not yes and (a >= b or no) then 1 else (if a < 2 then 2 else 3)",
            "若 “已建成”为否 且 (甲数 ≥ 乙数 或 “已停用”为是)，则 1，否则 (若 甲数 < 2，则 2，否则 3)",
            "if “yes” is not so and (Alpha ≥ b or “no” is so) then 1 else (if Alpha < 2 then 2 else 3)",
        ),
        (
            "if yes and no or a = 2 then 1 else 0",
            "若 (“已建成”为是 且 “已停用”为是) 或 甲数 = 2，则 1，否则 0",
            "if (“yes” is so and “no” is so) or Alpha = 2 then 1 else 0",
        ),
        ("if not (yes or no) then 1 else 0", "若 并非 (“已建成”为是 或 “已停用”为是)，则 1，否则 0",
         "if not (“yes” is so or “no” is so) then 1 else 0"),
        (
            "5 + per a each 20",
            "5 + (甲数每 1 项计 20 分)",
            "5 + (20 for each of Alpha)",
        ),
        (
            "tier a / b\n  >= 90%  30\n  > 60% < 90%  20.5\n  else  0",
            "按 甲数 ÷ 乙数 分档：≥ 90% 时 30 分；> 60% 且 < 90% 时 20.5 分；其余 0 分",
            "by Alpha ÷ b: ≥ 90%: 30; > 60% and < 90%: 20.5; otherwise: 0",
        ),
        (
            "checklist up to 60\n  gate yes  15\n  no  10\n  per a each 5 up to 20\n  per c each 1",
            "逐项计分，相加，最多 60 分：已建成 15 分（先决条件：不满足则这些项都不得分）；已停用 10 分；"
            "甲数每 1 项计 5 分，最多 20 分；“丙 + 丁”每 1 项计 1 分",
            "the sum of what is met, at most 60: yes 15 (required: without it the whole list gives 0); no 10; "
            "5 for each of Alpha, at most 20; 1 for each of “C and D”",
        ),
        (
            "choose how\n  none  0\n  some  12.5",
            "按“怎样”取分：没有 0 分；有一些 12.5 分",
            "by “how”: none 0; some 12.5",
        ),
    ],
)  # fmt: skip
def test_every_shape(formula: str, zh: str, en: str) -> None:
    body = calculation(f"score = {formula}").body
    assert text.expression(body, "zh") == zh
    assert text.expression(body, "en") == en


def test_a_computed_quantity_goes_by_its_own_name_where_it_is_read() -> None:
    assert text.expression(calculation("score = sum / b").body, "zh") == "合计 ÷ 乙数"
    quantities = {quantity.name: quantity for quantity in standard_with("score = sum / b").quantities}
    definition = quantities["sum"].definition
    assert definition is not None
    assert text.expression(definition, "zh") == "甲数 + 乙数"
