"""CT3…: weights, of a standard and of a profile."""

from ctmm_dsl.findings import ERROR, Entry, both

DO_NOT_SUM = Entry(
    "CT3001", "weights-do-not-sum", ERROR,
    both("{parent}的权重合计为 {sum}，不是 100%", "{parent} sum to {sum}, not 100%"),
    mark=both("{repair}", "{repair}"),
    silent_after=("CT3003", "CT2001", "CT2004"),
    needs_whole=True,
)  # fmt: skip
MISSING = Entry(
    "CT3002", "weight-missing", ERROR,
    both("{node} 没有权重，而同级的都有", "{node} has no weight, while its siblings have one"),
    mark=both("{repair}", "{repair}"),
    needs_whole=True,
)  # fmt: skip
OUT_OF_RANGE = Entry(
    "CT3003", "weight-out-of-range", ERROR,
    both("权重 {weight} 不在 0% 与 100% 之间", "the weight {weight} does not lie between 0% and 100%"),
)  # fmt: skip
NODE_UNKNOWN = Entry(
    "CT3004", "weight-of-unknown", ERROR,
    both("{standard} 中没有 {id}{nearest}", "there is no {id} in {standard}{nearest}"),
)  # fmt: skip
GIVEN_TWICE = Entry(
    "CT3005", "weight-given-twice", ERROR,
    both("{id} 的权重给了两次", "the weight of {id} is given twice"),
)  # fmt: skip
NOT_LAID = Entry(
    "CT3006", "weight-not-laid", ERROR,
    both("剖面没有给出 {nodes} 的权重", "the profile gives no weight for {nodes}"),
    help=both("逐一写出，或写 within 层 equal", "give each, or write `within LAYER equal`"),
    silent_after=("CT3004",),
    needs_whole=True,
)  # fmt: skip
OVERLAID = Entry(
    "CT3007", "weight-overlaid", ERROR,
    both("{standard} 已有自己的权重，剖面不能再给", "{standard} has weights of its own, so a profile cannot give them"),
)  # fmt: skip
MISSING_BELOW = Entry(
    "CT3008", "weights-missing-below", ERROR,
    both("{parent}的下级都没有权重，而别处有", "nothing below {parent} has a weight, while the rest has"),
    needs_whole=True,
)  # fmt: skip

ALL = (DO_NOT_SUM, MISSING, OUT_OF_RANGE, NODE_UNKNOWN, GIVEN_TWICE, NOT_LAID, OVERLAID, MISSING_BELOW)
