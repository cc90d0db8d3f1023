"""Who has to do what because of a change: one sentence, in both languages.

In: the kind of a change, its thing, property and class. Out: the sentence. The most particular one that fits is said.
"""

from __future__ import annotations

from ctmm_dsl.findings import Both, both
from ctmm_dsl.revision.grades import EDITORIAL, REQUIREMENT, SCORING, STRUCTURE, WORDING, grade_of

BY_GRADE = {
    EDITORIAL: both(
        "只有印出的文件不同，城市和系统都不用做什么",
        "only the published document differs; nobody else has to do anything",
    ),
    WORDING: both(
        "所求看来没有变，已经作答的城市重读一遍，核对原来的回答",
        "what is asked seems to be the same; cities that have answered read it again and check their answers",
    ),
    REQUIREMENT: both(
        "所求变了，城市要按新的要求重新判断、重新作答",
        "something else is asked; cities judge and answer anew",
    ),
    STRUCTURE: both(
        "有哪些、叫什么变了，已有的回答和用到编号的系统都要改",
        "what there is or what it is called has changed; answers given and systems that use identifiers follow",
    ),
    SCORING: both(
        "同样的回答，得分不同，已有的结果要重算",
        "the same answers come to other scores; results are computed anew",
    ),
}

RENAMED = both(
    "编号变了，已有的回答和用到编号的系统要改用新编号",
    "the identifier is another one; answers given and systems that use it take the new one",
)
FOLLOWS = both("跟着别处的新编号改，本身没有变", "follows a new identifier elsewhere; says the same as before")
REORDERED = both(
    "次序变了，按次序读表的系统要核对",
    "stands in another order; systems that read tables by position check theirs",
)
EDITION = both(
    "版本变了，写着旧版本的回答会被拒收，要核对后改写新版本",
    "the edition is another one; answers that name the old one are refused until they are checked and name the new one",
)

BY_THING: dict[tuple[str, str], Both] = {
    ("added", "clause"): both("多了一条要求，城市要为它作答", "one more thing is asked; cities answer it"),
    ("removed", "clause"): both(
        "少了一条要求，已有的回答里要删去它",
        "one thing less is asked; its answer is taken out of what cities have answered",
    ),
    ("moved", "clause"): both(
        "要求换了地方，编号和所算入的得分都变了，回答要移到新编号下",
        "stands elsewhere, so that its identifier and what it counts towards are others; answers move to the new identifier",
    ),
    ("split", "clause"): both(
        "一条拆成几条，原来的一个回答要分成几个",
        "one clause became several; cities answer each of them",
    ),
    ("merged", "clause"): both(
        "几条并成一条，原来的几个回答要合成一个",
        "several clauses became one; cities answer it once",
    ),
    ("renumbered", "clause"): RENAMED,
    ("added", "node"): both(
        "多了一项，城市要为其下的内容作答，用到树的系统要加上它",
        "one more branch; cities answer what is under it, systems that know the tree add it",
    ),
    ("removed", "node"): both(
        "少了一项，其下的回答作废，用到树的系统要去掉它",
        "one branch less; answers under it are void, systems that know the tree take it out",
    ),
    ("moved", "node"): both(
        "移到另一项之下，所算入的得分变了，已有的结果要重算",
        "stands under another branch and counts towards another score; results are computed anew",
    ),
    ("renumbered", "node"): both(
        "编号变了，其下条款的编号也随着变，已有的回答和用到编号的系统要改用新编号",
        "its identifier is another one, and so are those of its clauses; answers given and systems that use them take the new ones",
    ),
    ("added", "quantity"): both(
        "多了一个数据项，用到它的指标要它，城市要填报", "one more figure; cities report it where it is read"
    ),
    ("removed", "quantity"): both(
        "少了一个数据项，已填报的要删去", "one figure less; it is taken out of what cities have reported"
    ),
    ("renumbered", "quantity"): RENAMED,
    ("added", "answer"): both(
        "尺度多了一档，填报的表和系统要加上它", "the scale has one more answer; forms and systems add it"
    ),
    ("removed", "answer"): both(
        "尺度少了一档，选过它的回答要重选", "the scale has one answer less; whoever gave it answers anew"
    ),
    ("added", "option"): both("多了一个选项，填报的表和系统要加上它", "one more option; forms and systems add it"),
    ("removed", "option"): both(
        "少了一个选项，选过它的城市要重选", "one option less; cities that chose it choose anew"
    ),
    ("added", "mapping"): both(
        "对照多了一行，用对照的系统要加上它", "the crosswalk has one more row; systems that use it add it"
    ),
    ("removed", "mapping"): both(
        "对照少了一行，用对照的系统要去掉它", "the crosswalk has one row less; systems that use it take it out"
    ),
    ("moved", "mapping"): both(
        "这一行改指另一项，用对照的系统要改", "the row points elsewhere; systems that use the crosswalk follow"
    ),
    ("moved", "descriptor"): both(
        "描述换了级别，城市要重新判断自己在哪一级", "describes another level; cities judge anew where they are"
    ),
    ("added", "standard"): both("新标准，还没有城市为它作答", "a new standard; no city has answered it yet"),
    ("removed", "standard"): both(
        "整个标准撤下，对它的回答和用到它的系统都要停用",
        "the whole standard is withdrawn; answers to it and systems that use it come to an end",
    ),
    ("added", "profile"): both(
        "新剖面，要用它的城市另外计分", "a new profile; cities that want it are scored by it as well"
    ),
    ("removed", "profile"): both(
        "剖面撤下，按它计的分不再有", "the profile is withdrawn; there are no more scores by it"
    ),
    ("added", "crosswalk"): both(
        "新的对照，用对照的系统可以用上它", "a new crosswalk; systems that want it take it up"
    ),
    ("removed", "crosswalk"): both(
        "对照撤下，用它的系统要停用", "the crosswalk is withdrawn; systems that use it come to do without"
    ),
    ("added", "reading"): both("多了一种读法，剖面可以选它", "one more reading, which a profile may choose"),
    ("removed", "reading"): both(
        "少了一种读法，选它的剖面要改", "one reading less; profiles that chose it are changed"
    ),
}

THRESHOLD = both(
    "达到等级的门槛变了，同样的得分可能不在原来的等级",
    "the threshold of a level is another one; the same scores may come to another level",
)
CLASSED = both(
    "类别的划分变了，同样的等级可能归入另一类",
    "the classes are drawn otherwise; the same level may come to another class",
)
CHECKED = both("只供检查用，城市和系统都不用做什么", "said for checks alone; nobody else has to do anything")
UNPRINTED = ("expectation", "allow")
"""Things that are said for the compiler's checks alone and stand in no document."""

BY_ASPECT: dict[tuple[str, str], Both] = {
    ("method", "strict"): THRESHOLD,
    ("class", "first"): CLASSED,
    ("class", "last"): CLASSED,
    ("mapping", "pins"): CHECKED,
    ("mapping", "relation"): both(
        "关系的判断变了，用对照的系统要改", "the relation was judged anew; systems that use the crosswalk follow"
    ),
    ("mapping", "reason"): both("只有理由变了，判断没有变", "only the reason differs, the judgement does not"),
    ("descriptor", "text"): both(
        "这一级的描述变了，城市要重新判断自己在哪一级",
        "the level is described otherwise; cities judge anew where they are",
    ),
    ("row", "text"): both(
        "通用的级别描述变了，用到这一栏的各项都要重新判断",
        "the general description of a level is another one; every item that follows the column is judged anew",
    ),
    ("node", "data"): both(
        "数据要求变了，城市核对填报的数", "what is counted is another thing; cities check what they reported"
    ),
    ("quantity", "unit"): both("单位变了，已填报的数要换算", "the unit is another one; what was reported is converted"),
    ("quantity", "bounds"): both(
        "数的范围变了，城市核对填报的数是否还在其中",
        "the range is another one; cities check that what they reported is within it",
    ),
    ("quantity", "basis"): both(
        "时点或时期变了，城市要重新取数", "point or period in time is another one; cities take their figures anew"
    ),
    ("answer", "points"): both(
        "这一档的分值变了，已有的结果要重算", "the answer is worth another number of points; results are computed anew"
    ),
    ("method", "threshold"): THRESHOLD,
    ("clause", "origins"): both(
        "与来源条款的关系变了，要求本身没有变", "its source is told otherwise; what is asked is the same"
    ),
}


def reason(kind: str, thing: str, aspect: str, grade: str) -> Both:
    if kind == "renumbered" and grade == EDITORIAL:
        return FOLLOWS
    if thing in UNPRINTED:
        return CHECKED
    if kind == "edited" and thing == "fact" and grade == STRUCTURE:
        return EDITION
    if kind == "edited":
        particular = BY_ASPECT.get((thing, aspect))
        return particular if particular and grade_of(kind, thing, aspect) == grade else BY_GRADE[grade]
    if (kind, thing) in BY_THING:
        return BY_THING[kind, thing]
    if kind == "reordered" and grade == STRUCTURE:
        return REORDERED
    return RENAMED if kind == "renumbered" and grade == STRUCTURE else BY_GRADE[grade]
