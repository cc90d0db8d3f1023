"""CT1…: the file as text; what could not be read, and where a line stands wrongly."""

from ctmm_dsl.findings import ERROR, WARNING, Entry, both

NOT_UTF8 = Entry(
    "CT1001", "not-utf8", ERROR,
    both("文件不是 UTF-8 编码（从第 {byte} 字节起{guess}）", "the file is not UTF-8 (from byte {byte} on{guess})"),
    help=both("请在编辑器中另存为 UTF-8 编码", "save the file as UTF-8 in your editor"),
    damages=True,
)  # fmt: skip
UNKNOWN_HEADING = Entry(
    "CT1002", "unknown-heading", ERROR,
    both("“{word}”不是本语言的标题{nearest}", "`{word}` is no heading of the language{nearest}"),
    help=both("顶格的行是标题；属于上一标题的内容请缩进", "a line in column one is a heading; indent what belongs to the heading above"),
)  # fmt: skip
NOT_UNDERSTOOD = Entry(
    "CT1003", "not-understood", ERROR,
    both("这里的“{found}”无法理解", "`{found}` is not understood here"),
    mark=both("这里应为{expected}", "expected {expected}"),
    help=both("{hint}", "{hint}"),
    damages=True,
)  # fmt: skip
TEXT_WITHOUT_MARK = Entry(
    "CT1004", "text-without-mark", ERROR,
    both("这行文字没有归属{nearest}", "this text belongs to nothing{nearest}"),
    help=both("{hint}", "{hint}"),
)  # fmt: skip
UNKNOWN_NOTE = Entry(
    "CT1005", "unknown-note", ERROR,
    both("没有“{word}”这种注记{nearest}", "there is no note `{word}`{nearest}"),
)  # fmt: skip
UNSEEN_CHARACTER = Entry(
    "CT1006", "unseen-character", WARNING,
    both("这里有看不见的字符 {character}", "there is an invisible character here: {character}"),
    help=both("多由粘贴带入，请删除", "most likely it was pasted in; delete it"),
)  # fmt: skip
EMPTY_FILE = Entry("CT1007", "empty-file", ERROR, both("文件里没有内容", "there is nothing in this file"))
WRONG_FIRST_HEADING = Entry(
    "CT1008", "wrong-first-heading", ERROR,
    both("文件应以 standard、profile 或 crosswalk 开头，而不是“{word}”", "a file begins with standard, profile or crosswalk, not with `{word}`"),
)  # fmt: skip
EMPTY_TEXT = Entry("CT1009", "empty-text", ERROR, both("“{label}”后面没有文字", "there is no text after `{label}`"))
GIVEN_UP = Entry(
    "CT1010", "given-up", ERROR,
    both("这一段无法理解的行太多，其余各行未读", "too many lines of this block are not understood, so the rest of it is left unread"),
)  # fmt: skip
HEADING_INDENTED = Entry(
    "CT1011", "heading-indented", ERROR,
    both("标题“{word}”应顶格书写", "the heading `{word}` belongs in column one"),
)  # fmt: skip
LINE_WITHOUT_HEADING = Entry(
    "CT1012", "line-without-heading", ERROR,
    both("第一个标题之前有缩进的内容", "an indented line stands before the first heading"),
    help=both("标题顶格书写，内容缩进在标题之下", "headings stand in column one, what belongs to them is indented under them"),
)  # fmt: skip
NOTE_OUT_OF_PLACE = Entry(
    "CT1013", "note-out-of-place", ERROR,
    both("{note} 不能写在这里", "{note} does not belong here"),
    help=both("{where}", "{where}"),
)  # fmt: skip
BLOCK_OUT_OF_PLACE = Entry(
    "CT1014", "block-out-of-place", ERROR,
    both("“{kind}”不属于{document}文件", "`{kind}` does not belong in a {document} file"),
)  # fmt: skip
BLOCK_REPEATED = Entry(
    "CT1015", "block-repeated", ERROR,
    both("“{kind}”在本文件中出现了两次", "there are two blocks `{kind}` in this file"),
    help=both("保留一处，删除另一处", "keep one, delete the other"),
)  # fmt: skip
LINE_REPEATED = Entry(
    "CT1016", "line-repeated", ERROR,
    both("“{word}”在这里出现了两次", "there are two lines `{word}` here"),
    help=both("删去一行；如果漏了两行之间的标题，请补上", "delete one of them; or, if a heading between them is missing, put it in"),
    silent_after=("CT2004", "CT2007", "CT6020"),
    damages=True,
)  # fmt: skip
LINE_TOO_LONG = Entry(
    "CT1017", "line-too-long", ERROR,
    both("这一行有 {length} 个字符，超过 {most} 个，因此未读", "this line has {length} characters, more than {most}, so it is left unread"),
)  # fmt: skip
LINE_INCOMPLETE = Entry(
    "CT1018", "line-incomplete", ERROR,
    both("这一行没有写完", "this line is not complete"),
    mark=both("这里还应有{expected}", "expected {expected}"),
)  # fmt: skip

ALL = (
    NOT_UTF8, UNKNOWN_HEADING, NOT_UNDERSTOOD, TEXT_WITHOUT_MARK, UNKNOWN_NOTE, UNSEEN_CHARACTER, EMPTY_FILE,
    WRONG_FIRST_HEADING, EMPTY_TEXT, GIVEN_UP, HEADING_INDENTED, LINE_WITHOUT_HEADING, NOTE_OUT_OF_PLACE,
    BLOCK_OUT_OF_PLACE, BLOCK_REPEATED, LINE_REPEATED, LINE_TOO_LONG,
    LINE_INCOMPLETE,
)  # fmt: skip
