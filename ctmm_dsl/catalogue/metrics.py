"""CT5…: figures that a clause demands."""

from ctmm_dsl.findings import ERROR, WARNING, Entry, both

UNDECLARED = Entry(
    "CT5001", "metric-undeclared", ERROR,
    both("指标 {name} 没有声明{nearest}", "the metric {name} is not declared{nearest}"),
    help=both("加一行 metric {name} 名称 share（或 count、points）", "add a line `metric {name} NAME share` (or count, points)"),
    silent_after=("CT4014",),
    needs_whole=True,
    looks_elsewhere=True,
    shifts=True,
    allowable=False,
)  # fmt: skip
FIGURE_NOT_IN_TEXT = Entry(
    "CT5002", "figure-not-in-text", ERROR,
    both("条款里没有 {figure}", "the clause does not say {figure}"),
    help=both("条款与 @metric 必有一处写错", "either the clause or the @metric is wrong"),
    silent_after=("CT4004", "CT4006"),
    shifts=True,
)  # fmt: skip
DOES_NOT_RISE = Entry(
    "CT5003", "figure-does-not-rise", WARNING,
    both("“{metric}”在等级 {level} 要求 {figure}，比等级 {below} 的 {before} 没有提高", "level {level} demands {figure} of “{metric}”, which is no more than the {before} of level {below}"),
    silent_after=("CT5002", "CT5005"),
    needs_whole=True,
    unsettles=True,
)  # fmt: skip
UNUSED = Entry(
    "CT5004", "metric-unused", WARNING,
    both("指标 {name} 没有用到", "the metric {name} is not used"),
    needs_whole=True,
)  # fmt: skip
WRONG_KIND = Entry(
    "CT5005", "figure-of-other-kind", ERROR,
    both("指标 {name} 是{kind}，而这里写的是 {figure}", "the metric {name} is a {kind}, but the figure here is {figure}"),
    help=both("占比写百分数，数量和分值写数字", "a share is written with %, a count and points without"),
)  # fmt: skip
DECLARED_TWICE = Entry(
    "CT5006", "metric-declared-twice", ERROR,
    both("指标 {name} 声明了两次", "the metric {name} is declared twice"),
    allowable=False,
)  # fmt: skip
FIGURE_WITHOUT_METRIC = Entry(
    "CT5007", "figure-without-metric", WARNING,
    both("条款要求“{figure}”，但没有 @metric", "the clause demands “{figure}”, but has no @metric"),
    silent_after=("CT5002",),
    needs_whole=True,
)  # fmt: skip
MIXED_COMPARISON = Entry(
    "CT5008", "comparison-mixed", WARNING,
    both("“{metric}”在等级 {level} 用 {operator}，在等级 {below} 用 {before}", "“{metric}” is compared by {operator} at level {level}, but by {before} at level {below}"),
    needs_whole=True,
)  # fmt: skip

ALL = (
    UNDECLARED, FIGURE_NOT_IN_TEXT, DOES_NOT_RISE, UNUSED, WRONG_KIND, DECLARED_TWICE, FIGURE_WITHOUT_METRIC,
    MIXED_COMPARISON,
)  # fmt: skip
