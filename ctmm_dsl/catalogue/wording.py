"""CT8…: wording. These advise an editor and can be switched off as a family (`--no-wording`)."""

from ctmm_dsl.findings import ADVICE, WARNING, Entry, both

ABBREVIATION_UNDECLARED = Entry(
    "CT8001", "abbreviation-undeclared", WARNING,
    both("缩略语 {word} 没有列出", "the abbreviation {word} is not declared"),
    help=both("加一行 abbreviation {word} …，或写出全称", "add a line `abbreviation {word} …`, or write it out"),
    silent_after=("CT4014",),
    needs_whole=True,
    looks_elsewhere=True,
    unsettles=True,
)  # fmt: skip
TWICE_IN_CELL = Entry(
    "CT8002", "clause-twice-in-cell", WARNING,
    both("这一条款与同一等级的另一条相同", "this clause is the same as another of its level"),
    silent_after=("CT2001", "CT2005", "CT2010"),
    needs_whole=True,
)  # fmt: skip
AT_TWO_LEVELS = Entry(
    "CT8003", "clause-at-two-levels", WARNING,
    both("等级 {level} 的这一条款与等级 {other} 的相同", "this clause of level {level} is the same as one of level {other}"),
    silent_after=("CT5002", "CT5003"),
    needs_whole=True,
)  # fmt: skip
PART_OF_NEIGHBOUR = Entry(
    "CT8004", "clause-within-another", WARNING,
    both("这一条款已包含在同一等级的另一条里", "this clause is contained in another of its level"),
    needs_whole=True,
)  # fmt: skip
WIDTHS_MIXED = Entry(
    "CT8005", "widths-mixed", ADVICE,
    both("中文里用了半角标点“{marks}”", "half-width punctuation “{marks}” in Chinese text"),
    help=both("中文标点用全角", "Chinese text takes full-width punctuation"),
)  # fmt: skip
VAGUE_BESIDE_EXACT = Entry(
    "CT8006", "vague-beside-exact", ADVICE,
    both("这里说“{vague}”，而等级 {level} 有确切的数 {figure}", "it says “{vague}” here, while level {level} has an exact figure: {figure}"),
    needs_whole=True,
)  # fmt: skip
BRACKETS_UNPAIRED = Entry(
    "CT8008", "brackets-unpaired", WARNING,
    both("“{mark}”没有配对", "“{mark}” has no partner"),
    unsettles=True,
)  # fmt: skip

MODAL_OTHER = Entry(
    "CT8009", "modal-not-of-the-standard", ADVICE,
    both("这里用“{word}”，GB/T 1.1 的能愿动词是“{better}”", "“{word}” here, where the modal verb of GB/T 1.1 is “{better}”"),
    help=both("改为“{better}”；不是要求的，改写成陈述", "write “{better}”, or a plain statement where nothing is required"),
)  # fmt: skip
CLAUSE_RECOMMENDS = Entry(
    "CT8010", "clause-recommends", WARNING,
    both("条款要评估，这里却用“{word}”，只是推荐或允许", "a clause is assessed, but “{word}” only recommends or permits"),
    help=both("写明要做到什么，或移到正文里", "say what is required, or move it into the prose"),
    silent_after=("CT8011",),
)  # fmt: skip
MODALS_MIXED = Entry(
    "CT8011", "modals-mixed", WARNING,
    both("一句里既用“{shall}”又用“{should}”，分不清是要求还是推荐", "“{shall}” and “{should}” in one sentence: a requirement, or a recommendation?"),
    help=both("分成两句，或统一为一个", "make two sentences of it, or use one of them"),
)  # fmt: skip
ASKS_LESS = Entry(
    "CT8012", "higher-level-asks-less", WARNING,
    both("等级 {level} 要求“{now}”，低于等级 {below} 的“{before}”", "level {level} asks “{now}”, less than “{before}” of level {below}"),
    silent_after=("CT2001", "CT2010", "CT5003", "CT8003"),
    needs_whole=True,
)  # fmt: skip
TWO_REQUIREMENTS = Entry(
    "CT8013", "two-requirements", ADVICE,
    both("一条条款里有两项要求，在“{joint}”处分开", "two requirements in one clause; the second begins at “{joint}”"),
    help=both("分成两条，可以分别评估", "make two clauses of it, which can be answered apart"),
    needs_whole=True,
)  # fmt: skip
TERM_OTHERWISE = Entry(
    "CT8014", "term-in-other-words", ADVICE,
    both("“{used}”是否即术语 {number} “{name}”", "is “{used}” the term {number} “{name}”?"),
    help=both("同一概念用同一术语；若是另一概念，用 @allow 说明", "one concept, one term; where it is another one, say so with @allow"),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
EXPANSION_DIFFERS = Entry(
    "CT8015", "expansion-differs", WARNING,
    both("{short} 这里是“{here}”的简称，声明的是“{declared}”", "{short} is short for “{here}” here, and declared as “{declared}”"),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
SHORT_FORM_UNUSED = Entry(
    "CT8016", "short-form-not-used", ADVICE,
    both("已说明简称“{short}”，这里仍用全称“{full}”", "the short form “{short}” was given, but here it is “{full}”"),
    needs_whole=True,
)  # fmt: skip
TERM_UNUSED = Entry(
    "CT8017", "term-unused", ADVICE,
    both("声明了 {name}，却没有用到", "{name} is declared, but never used"),
    silent_after=("CT2001", "CT2005", "CT2010", "CT2037"),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip
NAME_DIFFERS = Entry(
    "CT8018", "name-differs", WARNING,
    both("这里称“{here}”，别处称“{there}”", "it is called “{here}” here, and “{there}” elsewhere"),
    help=both("同一事物用同一名称", "one thing has one name"),
    needs_whole=True,
    looks_elsewhere=True,
)  # fmt: skip

ALL = (
    ABBREVIATION_UNDECLARED, TWICE_IN_CELL, AT_TWO_LEVELS, PART_OF_NEIGHBOUR, WIDTHS_MIXED, VAGUE_BESIDE_EXACT,
    BRACKETS_UNPAIRED, MODAL_OTHER, CLAUSE_RECOMMENDS, MODALS_MIXED, ASKS_LESS, TWO_REQUIREMENTS, TERM_OTHERWISE,
    EXPANSION_DIFFERS, SHORT_FORM_UNUSED, TERM_UNUSED, NAME_DIFFERS,
)  # fmt: skip
