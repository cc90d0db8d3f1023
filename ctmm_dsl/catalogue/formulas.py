"""CT6…: quantities and the calculations over them."""

from ctmm_dsl.findings import ERROR, WARNING, Entry, both

NAME_UNKNOWN = Entry(
    "CT6001", "name-unknown", ERROR,
    both("没有数据项或分项 {name}{nearest}", "there is no quantity or part {name}{nearest}"),
    help=both("数据项先用 quantity 声明，分项先用 let 命名", "a quantity is declared by `quantity`, a part named by `let` before it is used"),
    silent_after=("CT6002",),
    needs_whole=True,
    allowable=False,
)  # fmt: skip
NAME_TWICE = Entry(
    "CT6002", "name-twice", ERROR,
    both("名称 {name} 用了两次", "the name {name} is used twice"),
    help=both("数据项全文件只写一次；分项的名称在一个算式里只用一次，也不与数据项同名", "a quantity is declared once; a part's name is used once in a calculation, and by no quantity"),
    allowable=False,
)  # fmt: skip
QUANTITY_UNUSED = Entry(
    "CT6003", "quantity-unused", WARNING,
    both("没有一个算式用到数据项 {name}", "no calculation reads the quantity {name}"),
    silent_after=("CT2001", "CT2020", "CT6001", "CT6002", "CT6015", "CT6020", "CT6024", "CT6028"),
    needs_whole=True,
)  # fmt: skip
PART_UNUSED = Entry(
    "CT6004", "part-unused", ERROR,
    both("分项 {name} 没有计入得分", "the part {name} does not count for the score"),
    silent_after=("CT6001", "CT6002"),
    needs_whole=True,
)  # fmt: skip
KINDS_DIFFER = Entry(
    "CT6005", "kinds-differ", ERROR,
    both("{left}与{right}不能{how}", "{left} and {right} cannot be {how}"),
    help=both("{hint}", "{hint}"),
    allowable=False,
)  # fmt: skip
NOT_POINTS = Entry(
    "CT6006", "not-points", ERROR,
    both("{what}的结果应是分，这里是{found}", "{what} comes out in points, but this is {found}"),
    help=both("{hint}", "{hint}"),
    silent_after=("CT6002", "CT6005", "CT6007"),
    allowable=False,
)  # fmt: skip
WRONG_KIND = Entry(
    "CT6007", "wrong-kind", ERROR,
    both("{name} 是{found}，这里应为{expected}", "{name} is {found}, but {expected} is needed here"),
    allowable=False,
)  # fmt: skip
DIVISION_BY_ZERO = Entry(
    "CT6008", "division-by-zero", ERROR,
    both("除数可能为零：{divisor}", "the divisor can be zero: {divisor}"),
    help=both("给数据项写明 range 1.. 之类的范围；文件规定了零时取值的，写 empty 值", "give the quantity a range such as `range 1..`; where the document says what to take, write `empty` and that value"),
    allowable=False,
    needs_whole=True,
    silent_after=("CT6005", "CT6007", "CT6019"),
)  # fmt: skip
TIER_GAP = Entry(
    "CT6009", "tier-gap", ERROR,
    both("分档没有包括这些值：{values}", "the steps leave out {values}"),
    help=both("补上一档，或写 else", "add a step, or write `else`"),
    allowable=False,
    needs_whole=True,
    silent_after=("CT6005", "CT6007", "CT6019", "CT6021"),
)  # fmt: skip
TIER_HOLE = Entry(
    "CT6010", "tier-hole", ERROR,
    both("各档之间漏了这些值，只能落入 else：{values}", "between the steps {values} fall through to `else`"),
    needs_whole=True,
    silent_after=("CT6005", "CT6007", "CT6019", "CT6021"),
)  # fmt: skip
TIERS_OVERLAP = Entry(
    "CT6011", "tiers-overlap", ERROR,
    both("这一档与前面的一档都包括这些值：{values}", "this step and one above it both hold for {values}"),
    mark=both("按前面的一档计", "the one above it counts"),
    needs_whole=True,
    silent_after=("CT6005", "CT6007", "CT6019"),
)  # fmt: skip
STEP_NEVER_REACHED = Entry(
    "CT6012", "step-never-reached", ERROR,
    both("永远到不了这一档", "this step is never reached"),
    help=both("前面各档已包括它的全部取值，或数据项取不到这样的值", "the steps above hold for all its values, or there are no such values"),
    needs_whole=True,
    silent_after=("CT6005", "CT6007", "CT6011", "CT6019"),
)  # fmt: skip
LEAVES_RANGE = Entry(
    "CT6013", "score-leaves-range", ERROR,
    both("{node} 的{what}应为 {allowed}，而按各数据项的取值范围可能是 {range}", "the {what} of {node} should be {allowed}, but over all that its quantities may be it is {range}"),
    help=both("{hint}", "{hint}"),
    needs_whole=True,
    silent_after=("CT6001", "CT6002", "CT6004", "CT6005", "CT6006", "CT6007", "CT6008", "CT6015", "CT6016", "CT6019", "CT6021"),
)  # fmt: skip
CANNOT_REACH = Entry(
    "CT6014", "score-cannot-reach", ERROR,
    both("{node} 最多只能得 {most} 分，到不了 100 分", "{node} can reach {most} points at most, never 100"),
    needs_whole=True,
    silent_after=("CT6001", "CT6002", "CT6004", "CT6005", "CT6006", "CT6007", "CT6008", "CT6010", "CT6011", "CT6012", "CT6015", "CT6016", "CT6019", "CT6021"),
)  # fmt: skip
CAP_NEVER_REACHED = Entry(
    "CT6015", "cap-never-reached", ERROR,
    both("最高 {cap} 分是到不了的：至多 {most} 分", "the cap of {cap} is never reached: there are {most} points at most"),
    needs_whole=True,
    silent_after=("CT6001", "CT6007", "CT6019"),
)  # fmt: skip
OPTIONS_DIFFER = Entry(
    "CT6016", "options-differ", ERROR,
    both("{name} 的选项{what}", "the options of {name}: {what}"),
    help=both("选项依次是：{options}", "its options are: {options}"),
    allowable=False,
    needs_whole=True,
)  # fmt: skip
QUANTITY_CYCLE = Entry(
    "CT6017", "quantity-cycle", ERROR,
    both("{name} 由自己算出，或是自己的一部分", "{name} is computed from itself, or is a part of itself"),
    allowable=False,
    damages=True,
)  # fmt: skip
WHOLE_NOT_SOUND = Entry(
    "CT6018", "within-not-sound", ERROR,
    both("{name} 是{kind}，不能属于 {whole}：它是{other}", "{name} is {kind} and cannot be within {whole}, which is {other}"),
    help=both("只有同类、同单位的数据项才能比较", "only quantities of one kind and unit can be compared"),
    allowable=False,
)  # fmt: skip
BOUNDS_NOT_SOUND = Entry(
    "CT6019", "range-not-sound", ERROR,
    both("{name} 的取值范围有误：{what}", "the range of {name} is wrong: {what}"),
    allowable=False,
    needs_whole=True,
)  # fmt: skip
FORMULA_INCOMPLETE = Entry(
    "CT6020", "formula-incomplete", ERROR,
    both("{where}{what}", "{where} {what}"),
    help=both("每个算式有且只有一行 score = … 或 deduct = …，写在各行 let 之后；如果漏了下一个标题，请补上", "a calculation has one line `score = …` or `deduct = …`, after its lines `let`; or, if the next heading is missing, put it in"),
    allowable=False,
    needs_whole=True,
    shifts=True,
)  # fmt: skip
ROW_OUT_OF_TABLE = Entry(
    "CT6021", "row-out-of-table", ERROR,
    both("{table}里不能有这样的行", "such a row does not belong in a {table}"),
    help=both("{hint}", "{hint}"),
    allowable=False,
)  # fmt: skip
READING_UNKNOWN = Entry(
    "CT6022", "reading-unknown", ERROR,
    both("{node} 没有读法 {reading}{nearest}", "{node} has no reading {reading}{nearest}"),
    looks_elsewhere=True,
    allowable=False,
)  # fmt: skip
READING_TWICE = Entry(
    "CT6023", "reading-twice", ERROR,
    both("{node} 的读法 {reading} 写了两次", "the reading {reading} of {node} is given twice"),
    allowable=False,
)  # fmt: skip
LEAF_MIXED = Entry(
    "CT6024", "leaf-mixed", ERROR,
    both("{node} 同时按{kinds}评估", "{node} is assessed by {kinds} at once"),
    help=both("一个单元只用一种方式评估；如果漏了下一个标题，请补上", "a node is assessed in one way; or, if the heading of another one is missing, put it in"),
    allowable=False,
    damages=True,
)  # fmt: skip
CHOICE_NOT_SOUND = Entry(
    "CT6025", "choice-not-sound", ERROR,
    both("{name}：{what}", "{name}: {what}"),
    allowable=False,
    needs_whole=True,
)  # fmt: skip
ROLE_DIFFERS = Entry(
    "CT6026", "role-differs", ERROR,
    both("{node} 的一种读法得分，另一种扣分", "one reading of {node} scores, another deducts"),
    allowable=False,
)  # fmt: skip
UNIT_NOT_SOUND = Entry(
    "CT6027", "unit-not-sound", ERROR,
    both("{name} {what}", "{name} {what}"),
    allowable=False,
)  # fmt: skip
TOO_DEEP = Entry(
    "CT6028", "too-deep", ERROR,
    both("算式太大：{why}", "the calculation is too big: {why}"),
    help=both("用 let 分成几部分", "break it up with `let`"),
    allowable=False,
)  # fmt: skip

ALL = (
    NAME_UNKNOWN, NAME_TWICE, QUANTITY_UNUSED, PART_UNUSED, KINDS_DIFFER, NOT_POINTS, WRONG_KIND, DIVISION_BY_ZERO, TIER_GAP,
    TIER_HOLE, TIERS_OVERLAP, STEP_NEVER_REACHED, LEAVES_RANGE, CANNOT_REACH, CAP_NEVER_REACHED, OPTIONS_DIFFER,
    QUANTITY_CYCLE, WHOLE_NOT_SOUND, BOUNDS_NOT_SOUND, FORMULA_INCOMPLETE, ROW_OUT_OF_TABLE, READING_UNKNOWN, READING_TWICE,
    LEAF_MIXED, CHOICE_NOT_SOUND, ROLE_DIFFERS, UNIT_NOT_SOUND, TOO_DEEP,
)  # fmt: skip
