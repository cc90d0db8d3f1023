"""CT7…: crosswalks between two standards."""

from ctmm_dsl.findings import ERROR, WARNING, Entry, both

END_UNKNOWN = Entry(
    "CT7001", "end-unknown", ERROR,
    both("{standard} 中没有 {id}{nearest}", "there is no {id} in {standard}{nearest}"),
    looks_elsewhere=True,
    allowable=False,
)  # fmt: skip
NOT_MAPPED = Entry(
    "CT7002", "not-mapped", ERROR,
    both("{nodes} 既没有对应，也没有写 none", "not mapped and not said to be none: {nodes}"),
    help=both("看过而没有对应的，写一行 none 和理由", "where there is nothing to map to, write a row with none and why"),
    silent_after=("CT7001",),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
NONE_AND_MAPPED = Entry(
    "CT7003", "none-and-mapped", ERROR,
    both("{id} 既有对应，又写了 none", "{id} is mapped and is said to be none as well"),
    allowable=False,
)  # fmt: skip
ROW_TWICE = Entry(
    "CT7004", "row-twice", ERROR,
    both("{subject} 与 {target} 的对应写了两次", "{subject} and {target} stand in two rows"),
    allowable=False,
)  # fmt: skip
REASON_MISSING = Entry(
    "CT7005", "mapping-without-reason", WARNING,
    both("这一行没有理由", "this row gives no reason"),
)  # fmt: skip
ANCESTOR_AS_WELL = Entry(
    "CT7006", "ancestor-as-well", ERROR,
    both("{subject} 以同样的关系同时对应 {target} 和它的上级 {ancestor}", "{subject} has the same relation to {target} and to {ancestor} above it"),
    help=both("留下更贴切的一行", "keep the row that says more"),
)  # fmt: skip

ALL = (END_UNKNOWN, NOT_MAPPED, NONE_AND_MAPPED, ROW_TWICE, REASON_MISSING, ANCESTOR_AS_WELL)
