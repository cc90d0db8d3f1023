"""CT3…: weights, of a standard and of a profile."""

from ctmm_dsl.findings import ERROR, Entry, both

NO_SUCH_TREE = ("CT2001", "CT2003", "CT2004", "CT2020", "CT2035", "CT2036", "CT6020", "CT6024")
"""Where one of these stands, other nodes weigh, or stand beside each other, than are meant to."""

DO_NOT_SUM = Entry(
    "CT3001", "weights-do-not-sum", ERROR,
    both("{parent}的权重合计为 {sum}，不是 {whole}", "{parent} sum to {sum}, not {whole}"),
    mark=both("{repair}", "{repair}"),
    silent_after=("CT3003", "CT3004", "CT3005", "CT3010", "CT3011", *NO_SUCH_TREE),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
MISSING = Entry(
    "CT3002", "weight-missing", ERROR,
    both("{node} 没有权重，而同级的有", "{node} has no weight, while others beside it have one"),
    mark=both("{repair}", "{repair}"),
    help=both("补上权重；若是扣分，写 deduct 而不是 score", "give it one; points that are taken off are written `deduct`, not `score`"),
    silent_after=NO_SUCH_TREE,
    needs_whole=True,
    shifts=True,
    allowable=False,
)  # fmt: skip
OUT_OF_RANGE = Entry(
    "CT3003", "weight-out-of-range", ERROR,
    both("权重 {weight} 超出范围：应大于 0%，最多 100%", "the weight {weight} is out of range: a weight is more than 0% and at most 100%"),
    allowable=False,
)  # fmt: skip
NODE_UNKNOWN = Entry(
    "CT3004", "weight-of-unknown", ERROR,
    both("{standard} 中没有 {id}{nearest}", "there is no {id} in {standard}{nearest}"),
    looks_elsewhere=True,
    allowable=False,
)  # fmt: skip
GIVEN_TWICE = Entry(
    "CT3005", "weight-given-twice", ERROR,
    both("{id} 的权重给了两次", "the weight of {id} is given twice"),
    allowable=False,
)  # fmt: skip
NOT_LAID = Entry(
    "CT3006", "weight-not-laid", ERROR,
    both("剖面没有给出 {nodes} 的权重", "the profile gives no weight to {nodes}"),
    help=both("逐一写出，或写 {row}（等权）", "give each, or write `{row}`"),
    silent_after=("CT3004",),
    needs_whole=True,
    looks_elsewhere=True,
    allowable=False,
)  # fmt: skip
MISSING_BELOW = Entry(
    "CT3008", "weights-missing-below", ERROR,
    both("{parent} 的下级都没有权重，而别处有", "nothing below {parent} has a weight, while the rest of the standard has"),
    silent_after=NO_SUCH_TREE,
    needs_whole=True,
    shifts=True,
    allowable=False,
)  # fmt: skip
NOTHING_TO_SCORE_BY = Entry(
    "CT3009", "nothing-to-score-by", ERROR,
    both("剖面 {profile} 没有评分尺度和计算方法可用", "the profile {profile} has no scale and method to score by"),
    help=both("加一行 scoring 标准，如 scoring {giver}", "add a line `scoring STANDARD`, like scoring {giver}"),
    allowable=False,
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
UNWEIGHED = Entry(
    "CT3010", "weight-of-unweighed", ERROR,
    both("{node} 不计权重：{why}", "{node} takes no weight: {why}"),
    help=both("删去这里的权重", "delete the weight"),
    silent_after=(*NO_SUCH_TREE, "CT6026"),
    allowable=False,
    needs_whole=True,
    looks_elsewhere=True,
    shifts=True,
)  # fmt: skip
GROUP_IN_PART = Entry(
    "CT3011", "group-laid-in-part", ERROR,
    both("{parent}已有自己的权重；剖面要改，就把同级的都写出：还缺 {nodes}", "{parent} have weights of their own; a profile that changes one gives all beside it: {nodes} are missing"),
    silent_after=("CT3004", "CT3005"),
    allowable=False,
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip

ALL = (
    DO_NOT_SUM,
    MISSING,
    OUT_OF_RANGE,
    NODE_UNKNOWN,
    GIVEN_TWICE,
    NOT_LAID,
    MISSING_BELOW,
    NOTHING_TO_SCORE_BY,
    UNWEIGHED,
    GROUP_IN_PART,
)
