"""CT2…: what a standard is made of: identifiers, layers, levels, cells, counts, scale, classes, method, notes that stay."""

from ctmm_dsl.findings import ERROR, WARNING, Entry, both

LOST_HEADING = ("CT1002", "CT1003", "CT1004", "CT1011", "CT1017", "CT1018")
"""Where one of these stands, a heading may be what could not be read."""

DUPLICATE_IDENTIFIER = Entry(
    "CT2001", "duplicate-identifier", ERROR,
    both("标识符 {id} 用了两次", "the identifier {id} is used twice"),
    help=both("每个{kind}的标识符在标准里只用一次", "every {kind} has an identifier of its own"),
    allowable=False,
    silent_after=("CT2006",),
    needs_whole=True,
    shifts=True,
)  # fmt: skip
DUPLICATE_NAME = Entry(
    "CT2002", "duplicate-name", ERROR,
    both("两个{layer}同名：{name}", "two nodes of the layer {layer} have the same name: {name}"),
)  # fmt: skip
IDENTIFIER_DOES_NOT_FIT = Entry(
    "CT2003", "identifier-does-not-fit", ERROR,
    both("标识符 {id} 与上级 {parent} 不符", "the identifier {id} does not fit its parent {parent}"),
    mark=both("应以 {parent} 开头", "should begin with {parent}"),
    silent_after=("CT2001", "CT2004"),
    needs_whole=True,
    shifts=True,
)  # fmt: skip
WRONG_LAYER = Entry(
    "CT2004", "wrong-layer", ERROR,
    both("{layer} {id} 没有上级", "the {layer} {id} has no parent"),
    help=both("它之前应有上一层的标题", "a heading of the layer above comes before it"),
    silent_after=LOST_HEADING,
    damages=True,
    allowable=False,
)  # fmt: skip
COUNT_DIFFERS = Entry(
    "CT2005", "count-differs", ERROR,
    both("{where}有 {found} 个{counted}，应有 {expected} 个", "{where} has {found} {counted}, expected {expected}"),
    help=both("若改动是有意的，expect 应为：{rows}", "if the change is meant, `expect` should say: {rows}"),
    silent_after=("CT2001", "CT2003", "CT2004", "CT2006", "CT2007", "CT2008", "CT2009", "CT2010", "CT2012", "CT2020", "CT2021", "CT4008", "CT6020"),
    needs_whole=True,
    shifts=True,
)  # fmt: skip
TOTAL_DIFFERS = Entry(
    "CT2037", "total-differs", ERROR,
    both("{where}有 {found} 个{counted}，应有 {expected} 个", "{where} has {found} {counted}, expected {expected}"),
    help=both("若改动是有意的，expect 应为：{rows}", "if the change is meant, `expect` should say: {rows}"),
    silent_after=("CT2001", "CT2003", "CT2004", "CT2005", "CT2006", "CT2007", "CT2008", "CT2009", "CT2010", "CT2012", "CT2020", "CT2021", "CT4008", "CT6020"),
    needs_whole=True,
    shifts=True,
)  # fmt: skip
LEVEL_MISSING = Entry(
    "CT2006", "level-missing", ERROR,
    both("{node} 缺少等级 {levels}", "{node} has no level {levels}"),
    silent_after=("CT2012",),
    needs_whole=True,
    shifts=True,
    allowable=False,
)  # fmt: skip
LEVEL_REPEATED = Entry(
    "CT2007", "level-repeated", ERROR,
    both("{node} 的等级 {level} 出现了两次", "{node} has level {level} twice"),
    help=both("等级重复就合并；如果这里是另一个单元，请补上它的标题", "bring the two together; or, if something else begins here, put its heading in"),
    damages=True,
    allowable=False,
)  # fmt: skip
LEVEL_UNKNOWN = Entry(
    "CT2008", "level-unknown", ERROR,
    both("没有等级 {level}", "there is no level {level}"),
    help=both("等级由 levels 一节规定：{levels}", "the block `levels` says which there are: {levels}"),
    silent_after=("CT2014",),
    needs_whole=True,
    shifts=True,
    allowable=False,
)  # fmt: skip
EMPTY_CELL = Entry(
    "CT2009", "empty-cell", ERROR,
    both("{node} 的等级 {level} 没有条款", "level {level} of {node} has no clause"),
    needs_whole=True,
    shifts=True,
    allowable=False,
)  # fmt: skip
LABEL_OUT_OF_ORDER = Entry(
    "CT2010", "label-out-of-order", ERROR,
    both("标号 {label} 不连续", "the label {label} is out of order"),
    mark=both("这里起应依次为 {expected}", "from here on: {expected}"),
    silent_after=("CT2006",),
    needs_whole=True,
    shifts=True,
)  # fmt: skip
LABELS_MIXED = Entry(
    "CT2011", "labels-mixed", ERROR,
    both("同一等级内 a) 与 - 混用", "labelled and unlabelled clauses, a) and -, are mixed within one level"),
    shifts=True,
    allowable=False,
)  # fmt: skip
CLAUSE_WITHOUT_LEVEL = Entry(
    "CT2012", "clause-without-level", ERROR,
    both("这一条款不在任何等级之下", "this clause stands under no level"),
    help=both("在它之前写 level 1 之类的等级行", "write a line such as `level 1` before it"),
    needs_whole=True,
    shifts=True,
    allowable=False,
)  # fmt: skip
BLOCK_MISSING = Entry(
    "CT2013", "block-missing", ERROR,
    both("缺少 {block}", "`{block}` is missing"),
    help=both("{why}", "{why}"),
    allowable=False,
    silent_after=("CT1003", "CT2018"),
    needs_whole=True,
    shifts=True,
)  # fmt: skip
LEVELS_OUT_OF_ORDER = Entry(
    "CT2014", "levels-out-of-order", ERROR,
    both("等级 {level} 的次序不对", "level {level} is out of order"),
    mark=both("这里应为 {expected}", "expected {expected}"),
    allowable=False,
    silent_after=("CT1003", "CT1004", "CT1018"),
    damages=True,
)  # fmt: skip
PROSE_COUNT_DIFFERS = Entry(
    "CT2015", "prose-count-differs", WARNING,
    both("正文说“{phrase}”，而实际有 {found} 个", "the prose says “{phrase}”, but there are {found}"),
    silent_after=("CT2005", "CT2001", "CT2004", "CT2014", "CT2016"),
    needs_whole=True,
)  # fmt: skip
CLASSES_DO_NOT_COVER = Entry(
    "CT2016", "classes-do-not-cover", ERROR,
    both("等级 {level} {how}", "level {level} {how}"),
    help=both("每个等级恰好属于一个类别", "every level belongs to exactly one class"),
    silent_after=("CT2008", "CT2014"),
    needs_whole=True,
)  # fmt: skip
SCALE_NOT_SOUND = Entry(
    "CT2017", "scale-not-sound", ERROR,
    both("评分尺度有误：{what}", "the scale is wrong: {what}"),
    needs_whole=True,
    allowable=False,
)  # fmt: skip
METHOD_INCOMPLETE = Entry(
    "CT2018", "method-incomplete", ERROR,
    both("计算方法缺少 {rules}", "the method lacks the rule {rules}"),
    allowable=False,
    needs_whole=True,
    shifts=True,
)  # fmt: skip
THRESHOLD_OUT_OF_RANGE = Entry(
    "CT2019", "threshold-out-of-range", ERROR,
    both("界限 {threshold} {who}：得分在 {least} 到 {most} 之间", "{who} the threshold {threshold}: scores lie from {least} to {most}"),
    needs_whole=True,
)  # fmt: skip
LEAF_WITHOUT_CONTENT = Entry(
    "CT2020", "leaf-without-content", ERROR,
    both("{node} 既没有下级，也没有要评估的内容", "{node} has neither children nor anything to assess"),
    help=both("写条款、算式（score = …）或量规（rubric）", "write clauses, a calculation (`score = …`) or a rubric (`rubric`)"),
    silent_after=("CT2001",),
    needs_whole=True,
    shifts=True,
    allowable=False,
)  # fmt: skip
CONTENT_ABOVE_CHILDREN = Entry(
    "CT2021", "content-above-children", ERROR,
    both("{node} 已有下级，自己不能再有要评估的内容", "{node} has children, so there can be nothing to assess in itself"),
    help=both("把内容移到下级；如果漏了下级的标题，请补上", "move it into a child; or, if the heading of a child is missing, put it in"),
    damages=True,
    allowable=False,
)  # fmt: skip
PARTS_DO_NOT_SUM = Entry(
    "CT2022", "parts-do-not-sum", ERROR,
    both("等号后各数之和是 {sum}，不是 {total}", "the numbers after the equals sign sum to {sum}, not {total}"),
)  # fmt: skip
PARTS_DIFFER_FROM_LEVELS = Entry(
    "CT2023", "parts-differ-from-levels", ERROR,
    both("等号后有 {parts} 个数，而等级有 {levels} 个", "there are {parts} numbers after the equals sign, but {levels} levels"),
    silent_after=("CT2008", "CT2014"),
    needs_whole=True,
)  # fmt: skip
MOTTO_MISSING = Entry(
    "CT2024", "motto-missing", ERROR,
    both("{node} 缺少等级 {levels} 的特征语", "{node} has no motto for level {levels}"),
    needs_whole=True,
)  # fmt: skip
MOTTO_REPEATED = Entry(
    "CT2025", "motto-repeated", ERROR,
    both("{node} 的等级 {level} 有两条特征语", "{node} has two mottos for level {level}"),
)  # fmt: skip
ERRATUM_STANDS = Entry(
    "CT2026", "erratum-stands", ERROR,
    both("误印“{printed}”仍在文字中", "the misprint “{printed}” still stands in the text"),
    help=both("正文写更正后的文字，勘误里写原文", "the text is the correction, the note quotes what is printed"),
    shifts=True,
)  # fmt: skip
REASON_MISSING = Entry(
    "CT2027", "reason-missing", ERROR,
    both("{note} 没有说明理由", "{note} gives no reason"),
)  # fmt: skip
ALLOW_UNUSED = Entry(
    "CT2028", "allow-unused", WARNING,
    both("这里没有 {code}，无需容许", "there is no {code} here, so nothing to allow"),
    help=both("删除这条 @allow", "delete this @allow"),
    silent_after=("CT4004", "CT4006", "CT5002", "CT2001", "CT2020", "CT6001", "CT6008", "CT6017", "CT6020", "CT6024", "CT6026", "CT6027", "CT6028", "CT3010", "CT4001", "CT4014"),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
CODE_UNKNOWN = Entry(
    "CT2029", "code-unknown", ERROR,
    both("没有检查代码 {code}{nearest}", "there is no code {code}{nearest}"),
    allowable=False,
    help=both("ctmm list codes 列出全部代码", "`ctmm list codes` lists them all"),
)  # fmt: skip
CODE_NOT_ALLOWABLE = Entry(
    "CT2030", "code-not-allowable", ERROR,
    both("{code} 不能容许，必须改正", "{code} cannot be allowed: it has to be mended"),
    allowable=False,
)  # fmt: skip
PLACE_OUT_OF_ORDER = Entry(
    "CT2031", "place-out-of-order", ERROR,
    both("章条号 {place} 与上级的 {parent} 不符", "the clause number {place} does not fit {parent} above it"),
    silent_after=("CT2003",),
    needs_whole=True,
)  # fmt: skip
NUMBER_REPEATED = Entry(
    "CT2032", "number-repeated", ERROR,
    both("{what} {number} 出现了两次", "there are two of {what} {number}"),
    silent_after=("CT2001",),
)  # fmt: skip
EXPECTED_NODE_UNKNOWN = Entry(
    "CT2033", "expected-node-unknown", ERROR,
    both("本标准没有 {id}{nearest}", "there is no {id} in this standard{nearest}"),
    silent_after=("CT2035",),
    needs_whole=True,
)  # fmt: skip
LAYERS_NOT_NAMED = Entry(
    "CT2034", "layers-not-named", ERROR,
    both("有 {found} 层，layers 只命名了 {named} 层", "there are {found} layers, but `layers` names only {named}"),
    needs_whole=True,
    allowable=False,
)  # fmt: skip
UNLIKE_CHILDREN = Entry(
    "CT2035", "identifier-unlike-children", ERROR,
    both("标识符 {id} 与下级 {children} 都不符", "the identifier {id} fits none of its children: {children}"),
    silent_after=("CT2001",),
    needs_whole=True,
    shifts=True,
)  # fmt: skip
HEADING_MISSING = Entry(
    "CT2036", "heading-missing", ERROR,
    both("{children} 都与上级 {parent} 不符，似乎缺了它们自己的上级标题", "{children} do not fit {parent}: the heading of their own parent seems to be missing"),
    mark=both("在这里之前补上标题", "put the heading in before this"),
    silent_after=LOST_HEADING,
    damages=True,
)  # fmt: skip
COLUMN_UNKNOWN = Entry(
    "CT2038", "column-unknown", ERROR,
    both("没有声明列 {id}{nearest}", "there is no column {id}{nearest}"),
    needs_whole=True,
    allowable=False,
)  # fmt: skip
BUILDS_ON_NOTHING = Entry(
    "CT2039", "builds-on-nothing", ERROR,
    both("等级 {level} 不能基于等级 {on}", "level {level} cannot build on level {on}"),
    help=both("基于的等级更低，并且在量规里", "it builds on a lower level of the rubric"),
    silent_after=("CT2006", "CT2007", "CT2008"),
    needs_whole=True,
)  # fmt: skip
BUILDS_ON_SKIPS = Entry(
    "CT2040", "builds-on-skips", WARNING,
    both("等级 {level} 基于等级 {on}，跳过了等级 {skipped}", "level {level} builds on level {on} and skips level {skipped}"),
    help=both("若是原文的笔误，改正并写 @erratum", "if it is a slip of the source, mend it and write an @erratum"),
    silent_after=("CT2039",),
)  # fmt: skip
RULE_OUT_OF_PLACE = Entry(
    "CT2041", "rule-out-of-place", ERROR,
    both("计算方法的 {rule} 用不上：{why}", "the rule {rule} of the method has no use: {why}"),
    silent_after=("CT2020", "CT3002", "CT6020"),
    needs_whole=True,
    allowable=False,
)  # fmt: skip

ALL = (
    DUPLICATE_IDENTIFIER, DUPLICATE_NAME, IDENTIFIER_DOES_NOT_FIT, WRONG_LAYER, COUNT_DIFFERS, TOTAL_DIFFERS, LEVEL_MISSING,
    LEVEL_REPEATED, LEVEL_UNKNOWN, EMPTY_CELL, LABEL_OUT_OF_ORDER, LABELS_MIXED, CLAUSE_WITHOUT_LEVEL, BLOCK_MISSING,
    LEVELS_OUT_OF_ORDER, PROSE_COUNT_DIFFERS, CLASSES_DO_NOT_COVER, SCALE_NOT_SOUND, METHOD_INCOMPLETE,
    THRESHOLD_OUT_OF_RANGE, LEAF_WITHOUT_CONTENT, CONTENT_ABOVE_CHILDREN, PARTS_DO_NOT_SUM, PARTS_DIFFER_FROM_LEVELS,
    MOTTO_MISSING, MOTTO_REPEATED, ERRATUM_STANDS, REASON_MISSING, ALLOW_UNUSED, CODE_UNKNOWN, CODE_NOT_ALLOWABLE,
    PLACE_OUT_OF_ORDER, NUMBER_REPEATED, EXPECTED_NODE_UNKNOWN, LAYERS_NOT_NAMED,
    UNLIKE_CHILDREN, HEADING_MISSING, COLUMN_UNKNOWN, BUILDS_ON_NOTHING, BUILDS_ON_SKIPS, RULE_OUT_OF_PLACE,
)  # fmt: skip
