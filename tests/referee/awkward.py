"""An invented standard that is hard to write as Python: names that mean something there, formulas longer than a line, texts that try to get
out of their quotes.

In: a text for every label and name. Out: its scheme.
"""

from __future__ import annotations

from ctmm_dsl.model import Scheme
from tests import strategies

NAMES = (
    "class", "def", "None", "Fraction", "Number", "points", "parts", "Parts", "value1", "step1", "lambda", "class_", "print",
    "computed", "self", "int", "bool", "str", "tuple", "len", "math", "json",
)  # fmt: skip
LONG = "quantity_with_quite_a_long_name"
SUM = " + ".join(NAMES)

ITEMS = (
    # a minimum of many things
    f"""
  let if_ {{label}} = min({SUM}, 100, {", ".join(f"2.5 * {LONG}_{at}" for at in range(12))})
  score = 100 * min(1, if_ / max({SUM}))""",
    # a mean of many ratios
    f"""
  score = 100 * min(1, {" + ".join(f"0.125 * {LONG}_{at} / {LONG}_{at + 1}" for at in range(8))})""",
    # a tier of a long ratio
    f"""
  let rate {{label}} = ({SUM}) / ({SUM} + {LONG}_0)
  let in = tier rate
    >= 33.3%  100
    else      0
  score = in""",
    # a long list with a gate
    f"""
  let yield {{label}} = checklist up to 17.5
    gate {LONG}_flag_5  0.5
    {LONG}_flag_0  5.5
    {LONG}_flag_1  1
    {LONG}_flag_2  2
    {LONG}_flag_3  3
    {LONG}_flag_4  4.75
    per {LONG}_1 each 0.75 up to 12
  score = 100 * (yield / 17.5)""",
    # a choice with long names
    f"""
  let from = choose del
    {LONG}_option_0  0
    {LONG}_option_1  25
    {LONG}_option_2  50.5
    {LONG}_option_3  75
    {LONG}_option_4  100
  score = from""",
    # long conditions
    f"""
  let with = if {LONG}_0 + {LONG}_2 >= 2.5 * {LONG}_3 then 100 * min(1, {LONG}_2 / ({LONG}_3 + {LONG}_4)) else 0
  score = if {LONG}_flag_0 and ({LONG}_0 > {LONG}_1 or not {LONG}_flag_1) then 100 * min(1, {LONG}_0 / {LONG}_1) else with""",
    # a list of a single entry, a minimum of a single number, a tier of a single step, a difference
    f"""
  let assert = checklist
    {LONG}_flag_0  1
  let try = min(1)
  let while = tier class
    >= 1  98
  score = assert + (99 - try) - (97 - while)""",
)  # fmt: skip


def standard(label: str = "名") -> Scheme:
    quantities = [
        f"quantity {name} {_quoted(f'{label} {name}')} count 个 at point\n  range 1.."
        for name in (*NAMES, *(f"{LONG}_{at}" for at in range(12)))
    ]
    quantities += [f"quantity {LONG}_flag_{at} {_quoted(f'{label} 是{at}')} flag at point" for at in range(6)]
    options = [f"  option {LONG}_option_{at} {label} 选项{at}" for at in range(5)]
    items = [
        f"item A.{at} {_quoted(f'{label} 项{at}')} {4 if at == 1 else 16}%{item.format(label=_quoted(label + ' 分'))}"
        for at, item in enumerate(ITEMS, 1)
    ]
    head = f"""standard python {_quoted(label + " 标准")}
  edition 1
  layers 甲 / 乙 / 丙
method
  leaf formula
  parent weighted sum
domain A {_quoted(label + " 域")} 100%"""
    choice = f"quantity del {_quoted(label + ' 选')} choice at point"
    text = "\n".join([head, *quantities, choice, *options, *items]) + "\n"
    return strategies.Files((text,), "python").compile()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
