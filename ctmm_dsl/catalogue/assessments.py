"""CT9…: a city's assessment. The same refusals, in the same words, come from the referee and from every generated scorer.

The place of such a finding is a path inside the assessment, not a line of the spec: see `assessment.Problem`.
"""

from ctmm_dsl.findings import ERROR, Entry, both

NOT_JSON = Entry("CT9001", "not-json", ERROR, both("不是有效的 JSON：{what}", "this is not valid JSON: {what}"))
DUPLICATE_KEY = Entry("CT9002", "duplicate-key", ERROR, both("“{key}”写了两次", "“{key}” is given twice"))
WRONG_SHAPE = Entry("CT9003", "wrong-shape", ERROR, both("这里应为{expected}", "expected {expected}"))
FIELD_UNKNOWN = Entry("CT9004", "field-unknown", ERROR, both("没有字段“{key}”", "there is no field “{key}”"))
OTHER_STANDARD = Entry(
    "CT9005", "other-standard", ERROR,
    both("这是 {found} 的评估文件，不是 {expected} 的", "this is an assessment by {found}, not by {expected}"),
)  # fmt: skip
OTHER_EDITION = Entry(
    "CT9006", "other-edition", ERROR,
    both("这是 {found} 版的评估文件，本标准是 {expected} 版", "this is an assessment by edition {found}, but the standard is edition {expected}"),
)  # fmt: skip
CLAUSE_UNKNOWN = Entry(
    "CT9007", "answer-to-unknown", ERROR, both("标准中没有条款 {id}", "the standard has no clause {id}")
)
ANSWER_UNKNOWN = Entry(
    "CT9008", "answer-unknown", ERROR,
    both("“{answer}”不是可选的答案（{answers}）", "“{answer}” is not one of the answers ({answers})"),
)  # fmt: skip
ANSWERS_MISSING = Entry(
    "CT9009", "answers-missing", ERROR,
    both("没有答案的条款：{ids}", "clauses without an answer: {ids}"),
)  # fmt: skip
FIELD_MISSING = Entry("CT9010", "field-missing", ERROR, both("缺少“{key}”", "“{key}” is missing"))

ALL = (
    NOT_JSON, DUPLICATE_KEY, WRONG_SHAPE, FIELD_UNKNOWN, OTHER_STANDARD, OTHER_EDITION, CLAUSE_UNKNOWN, ANSWER_UNKNOWN,
    ANSWERS_MISSING, FIELD_MISSING,
)  # fmt: skip
