"""CT7…: crosswalks between two standards."""

from ctmm_dsl.findings import ADVICE, ERROR, WARNING, Entry, both

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
ROW_STALE = Entry(
    "CT7007", "row-stale", WARNING,
    both("{ends} 的文字在这一行判定之后改过", "the text of {ends} has changed since this row was judged"),
    help=both("重新判定这一行；判定仍成立的，运行 ctmm pin {file} --row {row}", "judge the row anew; where it still holds, run `ctmm pin {file} --row {row}`"),
    needs_sound=True,
)  # fmt: skip
ROW_UNPINNED = Entry(
    "CT7008", "row-unpinned", ADVICE,
    both("有 {count} 行没有记下判定时所依据的文字，文字改了也看不出来", "rows that do not say on which texts they were judged: {count}; a later change of those texts goes unseen"),
    help=both("判定完毕后运行 ctmm pin {file}", "once they are judged, run `ctmm pin {file}`"),
    needs_sound=True,
)  # fmt: skip
PIN_UNREADABLE = Entry(
    "CT7009", "pin-unreadable", ERROR,
    both("{pin} 像是文字的摘要，但写法不对：这一行应有 {count} 个，各 8 位，数字和 a 到 f", "{pin} looks like digests of texts but is not written so: this row has {count}, each of 8 digits, 0 to 9 and a to f"),
    help=both("删去方括号和其中的内容，再运行 ctmm pin", "delete the brackets and what is in them, then run `ctmm pin`"),
    allowable=False,
)  # fmt: skip

ALL = (
    END_UNKNOWN, NOT_MAPPED, NONE_AND_MAPPED, ROW_TWICE, REASON_MISSING, ANCESTOR_AS_WELL, ROW_STALE, ROW_UNPINNED,
    PIN_UNREADABLE,
)  # fmt: skip
