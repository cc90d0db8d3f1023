"""CT8…: wording. These advise an editor and can be switched off as a family (`--no-wording`)."""

from ctmm_dsl.findings import ADVICE, WARNING, Entry, both

ABBREVIATION_UNDECLARED = Entry(
    "CT8001", "abbreviation-undeclared", WARNING,
    both("缩略语 {word} 没有列出", "the abbreviation {word} is not declared"),
    help=both("加一行 abbreviation {word} …，或写出全称", "add a line `abbreviation {word} …`, or write it out"),
    silent_after=("CT4014",),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
TWICE_IN_CELL = Entry(
    "CT8002", "clause-twice-in-cell", WARNING,
    both("这一条款与同一等级的另一条相同", "this clause is the same as another of its level"),
    silent_after=("CT2001", "CT2005", "CT2010"),
    needs_whole=True,
)  # fmt: skip
AT_TWO_LEVELS = Entry(
    "CT8003", "clause-at-two-levels", WARNING,
    both("等级 {level} 的这一条款与等级 {other} 的相同", "this clause of level {level} is the same as one of level {other}"),
    silent_after=("CT5002", "CT5003"),
    needs_whole=True,
)  # fmt: skip
PART_OF_NEIGHBOUR = Entry(
    "CT8004", "clause-within-another", WARNING,
    both("这一条款已包含在同一等级的另一条里", "this clause is contained in another of its level"),
    needs_whole=True,
)  # fmt: skip
WIDTHS_MIXED = Entry(
    "CT8005", "widths-mixed", ADVICE,
    both("中文里用了半角标点“{marks}”", "half-width punctuation “{marks}” in Chinese text"),
    help=both("中文标点用全角", "Chinese text takes full-width punctuation"),
)  # fmt: skip
VAGUE_BESIDE_EXACT = Entry(
    "CT8006", "vague-beside-exact", ADVICE,
    both("这里说“{vague}”，而等级 {level} 有确切的数 {figure}", "it says “{vague}” here, while level {level} has an exact figure: {figure}"),
    needs_whole=True,
)  # fmt: skip
BRACKETS_UNPAIRED = Entry(
    "CT8008", "brackets-unpaired", WARNING,
    both("“{mark}”没有配对", "“{mark}” has no partner"),
)  # fmt: skip

ALL = (
    ABBREVIATION_UNDECLARED, TWICE_IN_CELL, AT_TWO_LEVELS, PART_OF_NEIGHBOUR, WIDTHS_MIXED, VAGUE_BESIDE_EXACT,
    BRACKETS_UNPAIRED,
)  # fmt: skip
