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
CLAUSE_UNKNOWN = Entry("CT9007", "answer-to-unknown", ERROR, both("标准中没有 {id}", "the standard has no {id}"))
ANSWER_UNKNOWN = Entry(
    "CT9008", "answer-unknown", ERROR,
    both("“{answer}”不是可选的答案（{answers}）", "“{answer}” is not one of the answers ({answers})"),
)  # fmt: skip
ANSWERS_MISSING = Entry(
    "CT9009", "answers-missing", ERROR,
    both("没有答案的：{ids}", "without an answer: {ids}"),
)  # fmt: skip
FIELD_MISSING = Entry("CT9010", "field-missing", ERROR, both("缺少“{key}”", "“{key}” is missing"))
VALUE_UNKNOWN = Entry(
    "CT9011", "value-of-unknown", ERROR, both("标准中没有数据项 {id}", "the standard has no quantity {id}")
)
VALUE_COMPUTED = Entry(
    "CT9012", "value-computed", ERROR,
    both("{name} 由其他数据项算出，不必填写：{parts}", "{name} is computed, not reported; report {parts}"),
)  # fmt: skip
NOT_A_NUMBER = Entry(
    "CT9013",
    "not-a-number",
    ERROR,
    both("{name}：“{value}”不是数（{rule}）", "{name}: “{value}” is no number ({rule})"),
)
NOT_WHOLE = Entry(
    "CT9014", "not-whole", ERROR,
    both("{name}：{value} 不是整数，而它是个数", "{name}: {value} is not whole, but it is a count"),
)  # fmt: skip
OUT_OF_RANGE = Entry(
    "CT9015", "value-out-of-range", ERROR,
    both("{name}：{value} 超出范围，应为 {range}", "{name}: {value} is out of range, which is {range}"),
)  # fmt: skip
MORE_THAN_WHOLE = Entry(
    "CT9016", "more-than-whole", ERROR,
    both("{name}（{value}）是{whole}（{most}）的一部分，不能更大", "{name} ({value}) is a part of {whole} ({most}) and cannot be more"),
)  # fmt: skip
NOT_A_FLAG = Entry(
    "CT9017", "not-a-flag", ERROR,
    both("{name}：“{value}”应为 true 或 false（是、否）", "{name}: “{value}” should be true or false"),
)  # fmt: skip
NOT_AN_OPTION = Entry(
    "CT9018", "not-an-option", ERROR,
    both("{name}：“{value}”不是选项（{options}）", "{name}: “{value}” is not one of its options ({options})"),
)  # fmt: skip
VALUES_MISSING = Entry(
    "CT9019", "values-missing", ERROR, both("没有填写的数据项：{ids}", "quantities without a value: {ids}")
)
NOT_A_LEVEL = Entry(
    "CT9020", "not-a-level", ERROR,
    both("“{value}”不是等级（{levels}）", "“{value}” is not a level ({levels})"),
)  # fmt: skip
ANSWERED_BESIDE = Entry(
    "CT9021", "answered-beside", ERROR,
    both("{id} 的答案在 respondents 里，不能又写在 answers 里", "{id} is answered by `respondents`, so it cannot stand in `answers` too"),
)  # fmt: skip
NOT_EXACT = Entry(
    "CT9022", "not-exact", ERROR,
    both("{name}：浮点数 {value} 不精确；请写成文字，或用 load() 读文件", "{name}: the float {value} is not exact; give a text, or read the file with load()"),
)  # fmt: skip
NUMBER_TOO_LONG = Entry(
    "CT9023", "number-too-long", ERROR,
    both("{name}：“{value}”太长，一个数至多 {most} 个字符", "{name}: “{value}” is too long; a number has {most} characters at most"),
)  # fmt: skip
ROWS_MISSING = Entry(
    "CT9024", "rows-missing", ERROR,
    both("表里缺少这些行：{ids}", "rows are missing from the table: {ids}"),
)  # fmt: skip
ROW_MOVED = Entry(
    "CT9025", "row-moved", ERROR,
    both("{id} 应在第 {expected} 行：行的次序变了", "{id} belongs in row {expected}: the rows are in another order"),
)  # fmt: skip
COLUMN_ALTERED = Entry(
    "CT9026", "column-altered", ERROR,
    both("表头应为“{expected}”，这里是“{found}”", "the header should be “{expected}”, but it is “{found}”"),
)  # fmt: skip

ALL = (
    NOT_JSON, DUPLICATE_KEY, WRONG_SHAPE, FIELD_UNKNOWN, OTHER_STANDARD, OTHER_EDITION, CLAUSE_UNKNOWN, ANSWER_UNKNOWN,
    ANSWERS_MISSING, FIELD_MISSING, VALUE_UNKNOWN, VALUE_COMPUTED, NOT_A_NUMBER, NOT_WHOLE, OUT_OF_RANGE, MORE_THAN_WHOLE,
    NOT_A_FLAG, NOT_AN_OPTION, VALUES_MISSING, NOT_A_LEVEL, ANSWERED_BESIDE, NOT_EXACT, NUMBER_TOO_LONG, ROWS_MISSING,
    ROW_MOVED, COLUMN_ALTERED,
)  # fmt: skip
