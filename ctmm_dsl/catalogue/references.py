"""CT4…: what points to something else: other standards, source clauses, identifiers in notes."""

from ctmm_dsl.findings import ERROR, WARNING, Entry, both

STANDARD_UNKNOWN = Entry(
    "CT4001", "standard-unknown", ERROR,
    both("没有标准 {id}{nearest}", "there is no standard {id}{nearest}"),
    looks_elsewhere=True,
    allowable=False,
)  # fmt: skip
SUBSET_CYCLE = Entry(
    "CT4002", "subset-cycle", ERROR,
    both("subset-of 形成循环：{cycle}", "`subset-of` runs in a circle: {cycle}"),
    allowable=False,
)  # fmt: skip
SOURCE_UNKNOWN = Entry(
    "CT4003", "source-unknown", ERROR,
    both("{standard} 中没有条款 {id}{nearest}", "there is no clause {id} in {standard}{nearest}"),
    looks_elsewhere=True,
)  # fmt: skip
VERBATIM_DIFFERS = Entry(
    "CT4004", "verbatim-differs", ERROR,
    both("标为逐字，但与 {id} 不同：{difference}", "said to be verbatim, but differs from {id}: {difference}"),
    help=both("{hint}", "{hint}"),
    looks_elsewhere=True,
)  # fmt: skip
RELATION_TOO_WEAK = Entry(
    "CT4005", "is-verbatim", ERROR,
    both("标为 {relation}，但与 {id} 逐字相同", "said to be {relation}, but is {id} word for word"),
    help=both("改为 verbatim", "write verbatim"),
    looks_elsewhere=True,
)  # fmt: skip
ABRIDGED_ADDS = Entry(
    "CT4006", "abridged-adds", ERROR,
    both("标为节选，但有 {id} 没有的文字：{difference}", "said to be abridged, but has words that are not in {id}: {difference}"),
    help=both("{hint}", "{hint}"),
    looks_elsewhere=True,
)  # fmt: skip
ORIGIN_MISSING = Entry(
    "CT4007", "origin-missing", ERROR,
    both("这一条款没有说明出自 {standard} 的哪一条", "this clause does not say which clause of {standard} it comes from"),
    help=both("加一行 {guess}", "add a line {guess}"),
    needs_whole=True,
)  # fmt: skip
MERGED_ALONE = Entry(
    "CT4008", "merged-alone", ERROR,
    both("{what}", "{what}"),
    needs_whole=True,
)  # fmt: skip
NOT_MOVED = Entry(
    "CT4009", "not-moved", ERROR,
    both("标为移级，但来源 {id} 也在等级 {level}", "said to be moved, but {id} is of level {level} as well"),
    silent_after=("CT2006",),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
MOVED_UNSAID = Entry(
    "CT4010", "moved-unsaid", ERROR,
    both("来源 {id} 在等级 {there}，这一条款在等级 {here}，而没有标为移级", "{id} is of level {there}, this clause of level {here}, and it is not said to be moved"),
    help=both("改为 moved", "write moved"),
    silent_after=("CT2006",),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
SEE_UNKNOWN = Entry(
    "CT4011", "see-unknown", ERROR,
    both("没有 {id} 这个单元或条款{nearest}", "there is no node or clause {id}{nearest}"),
    silent_after=("CT6020",),
    looks_elsewhere=True,
    needs_whole=True,
    shifts=True,
)  # fmt: skip
STANDARD_TWICE = Entry(
    "CT4012", "standard-twice", ERROR,
    both("{kind} {id} 在两个文件中都有", "{kind} {id} stands in two files"),
    allowable=False,
)  # fmt: skip
ORIGIN_TWICE = Entry(
    "CT4013", "origin-twice", ERROR,
    both("来源 {id} 写了两次", "the source {id} is named twice"),
)  # fmt: skip
NO_SUPERSET = Entry(
    "CT4014", "from-without-subset", ERROR,
    both("有 @from，但标准没有写 subset-of", "there is an @from, but the standard has no line `subset-of`"),
    help=both("在标准的标题下加一行 subset-of 和来源标准的标识符", "under the heading of the standard add a line `subset-of` with the identifier of the source"),
    needs_whole=True,
    allowable=False,
)  # fmt: skip
NEARER_SOURCE = Entry(
    "CT4015", "nearer-source", WARNING,
    both("同一等级的 {other} 比来源 {id} 更接近这一条款", "{other}, of the same level, is nearer to this clause than its source {id}"),
    help=both("来源的标号是否变了？", "has the label of the source changed?"),
    silent_after=("CT2006",),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
IDENTIFIER_RESERVED = Entry(
    "CT4016", "identifier-reserved", ERROR,
    both("标准和剖面不能叫 {id}", "no standard or profile can be called {id}"),
    help=both("{why}", "{why}"),
    allowable=False,
)  # fmt: skip
DOCUMENT_UNKNOWN = Entry(
    "CT4017", "document-unknown", ERROR,
    both("没有声明文件“{name}”{nearest}", "the document “{name}” is not declared{nearest}"),
    help=both("加一个标题 document “{name}” 和一句说明", "add a heading `document “{name}”` and what it is about"),
    needs_whole=True,
)  # fmt: skip

ALL = (
    STANDARD_UNKNOWN, SUBSET_CYCLE, SOURCE_UNKNOWN, VERBATIM_DIFFERS, RELATION_TOO_WEAK, ABRIDGED_ADDS,
    ORIGIN_MISSING, MERGED_ALONE, NOT_MOVED, MOVED_UNSAID, SEE_UNKNOWN, STANDARD_TWICE, ORIGIN_TWICE, NO_SUPERSET,
    NEARER_SOURCE, IDENTIFIER_RESERVED, DOCUMENT_UNKNOWN,
)  # fmt: skip
