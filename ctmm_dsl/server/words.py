"""The keywords as an editor offers and explains them: what each says, and its twins in the other language.

In: a terminal of the grammar. Out: its words in both languages, and what they are for. One-word keywords are the grammar's own
(`grammar.keywords`); those of several words, whose patterns the grammar alone can read, are written out here.
"""

# ruff: noqa: E501 — a text and its twin read best on one line

from __future__ import annotations

from typing import NamedTuple

from ctmm_dsl import grammar
from ctmm_dsl.findings import Both, both
from ctmm_dsl.resolve.reader import NUMERALS


class Twins(NamedTuple):
    """An English keyword and the Chinese ones that mean the same."""

    english: str
    chinese: tuple[str, ...]


PHRASES: dict[str, tuple[Twins, ...]] = {
    "WHOLE": (Twins("of total", ("占总分",)),),
    "LEVEL": tuple(Twins(f"level {at}", (f"{name}级",)) for at, name in enumerate(NUMERALS, 1)),
    "CHINESE_LEVEL": tuple(Twins(str(at), (f"{name}级",)) for at, name in enumerate(NUMERALS, 1)),
    "BASIS": (Twins("at point", ("时点",)), Twins("over period", ("时段",))),
    "_UP_TO": (Twins("up to", ("最高",)),),
    "_MEAN": (Twins("mean of clauses", ("条款平均",)),),
    "SPREAD": (Twins("cumulative", ("累计",)), Twins("own level", ("本级",))),
    "ROLL_UP": (Twins("weighted sum", ("加权求和",)),),
    "LESS": (Twins("less deductions", ("减去扣分",)),),
    "MIDDLE": (Twins("low median", ("低中位数",)), Twins("high median", ("高中位数",))),
    "LEAST": (Twins("minimum", ("最低值",)),),
    "_SCORE": (Twins("score", ("得分",)),),
    "CLIMB_HOW": (Twins("one by one", ("逐级",)), Twins("any", ("任一",))),
    "_ARROW": (Twins("->", ("→",)),),
    "OP": tuple(Twins(sign, ()) for sign in (">=", ">", "<=", "<", "=")),
    "TIER_OP": tuple(Twins(sign, ()) for sign in (">=", ">", "<=", "<", "=")),
    "_IS": (Twins("=", ()),),
}
"""Keywords of several words, and signs."""

SAYS: dict[str, Both] = {
    "_STANDARD": both("一个标准：标识符和名称；写在文件第一行", "a standard: identifier and name; the first line of a file"),
    "_PROFILE": both("剖面：给一个标准加上权重，或选定读法", "a profile: gives a standard weights, or chooses readings"),
    "_CROSSWALK": both("对照：逐行写明两个标准的单元有什么关系", "a crosswalk: row by row, how the nodes of two standards are related"),
    "_SECTION": both("一章文字：编号（可以没有）和标题，下面一行一段", "prose: a number, if any, and a title; below, a paragraph a line"),
    "_REFERENCES": both("规范性引用文件，一行一份", "the normative references, one a line"),
    "_BIBLIOGRAPHY": both("参考文献，每条以 [1] 之类的序号开头", "the bibliography; each entry begins with its number, as in [1]"),
    "_TERM": both("术语：编号、名称、“英文”，下面写定义", "a term: number, name, \"English\"; the definition below"),
    "_ABBREVIATION": both("缩略语：缩写、中文、“英文”", "an abbreviation: short form, Chinese, \"English\""),
    "_LEVELS": both("各等级的序号和名称，从 1 起", "the levels: number and name, from 1 up"),
    "_CLASSES": both("城市类别：每一类含哪几级，如 1..2", "classes of cities, by ranges of levels like 1..2"),
    "_SCALE": both("评分尺度：代码、名称、分值，从高到低", "the scale: code, label, points, falling from row to row"),
    "_METHOD": both("计算方法：叶、上级、达到、进阶", "the method: how leaves, parents and levels are worked out"),
    "_EXPECT": both("应有的数目：能力域、条款等各有多少，漏了一条就会发现", "how many domains, clauses … there are, so that what is left out shows"),
    "_METRIC": both("条款里的数值指标：名称、中文名、类别", "what clauses demand in figures: name, Chinese name, kind"),
    "_WEIGHTS": both("权重；在标准的标题下写 weights of total 表示权重占总分", "weights; `weights of total` under a standard's heading: as parts of the total"),
    "_READINGS": both("选定读法：一行写叶的标识符和读法的名称", "readings chosen: the identifier of a leaf and the name of a reading"),
    "_QUANTITY": both("数据项：名称、中文名、类别、单位、时点或时段", "a quantity: name, label, kind, unit, time"),
    "_COLUMN": both("等级通则的一列；写在叶下面是说适用哪一列", "a column of the general definitions of the levels; under a leaf, the one that applies"),
    "_DOCUMENT": both("有帮助的文件；用 support、relates 引用", "a document that helps; `support` and `relates` name it"),
    "LAYER": both("树的一层：标识符、名称、权重（可以没有）", "a layer of the tree: identifier, name, weight if any"),
    "FIELD": both("文件上印的信息，照原样写", "what the document prints of itself, as it is"),
    "PROFILE_FIELD": both("剖面的性质，如 informative", "the profile's standing, such as informative"),
    "_LAYERS": both("各层的名称，用 / 隔开", "the names of the layers, separated by /"),
    "_SUBSET": both("所有条款都来自这个标准，用 @from 逐条写明", "all clauses come from that standard; `@from` says which"),
    "_SCORING": both("用哪个标准的评分尺度和计算方法", "whose scale and method are used"),
    "_OF": both("后面是剖面所属的标准", "what follows is the standard that the profile is of"),
    "_WITHIN": both("同一上级之内等权，如 within domain equal", "inside every parent the nodes weigh alike, as in `within domain equal`"),
    "TOTAL": both("整个标准：各能力域等权", "the whole: the domains weigh alike"),
    "WHOLE": both("权重占总分，而不是占上级", "weights are per cent of the total, not of the parent"),
    "_EQUAL": both("等权", "they weigh alike"),
    "MATCH": both("从左读到右的关系：右边是左边的……", "the relation, read from left to right: the right one is …"),
    "NONE": both("没有对应，或没有来源；后面写理由", "nothing corresponds, or there is no source; the reason follows"),
    "_FIGURE": both("图的编号和图题", "number and caption of a figure"),
    "_MOTTO": both("特征语：哪一级、什么话", "a motto: of which level, and its words"),
    "_PLACE": both("文件里的章条号", "the clause number in the document"),
    "_TABLE": both("文件里的表号和表题", "number and caption of the table in the document"),
    "LEVEL": both("以下条款属于这一级", "the clauses that follow are of this level"),
    "_DATA": both("要填报什么，用几个字说明", "what is asked for, in a few words"),
    "RUBRIC": both("量规：下面一级一行，写明那一级是什么样子", "a rubric: below, a line a level, saying what it is like"),
    "SUPPORT": both("support：这份文件有什么帮助；relates：它的哪一部分说的是同一件事", "`support`: what a document does for this; `relates`: which part of it is about the same"),
    "_RANGE": both("取值范围，如 1..、0..100、> 0", "the range, as in 1.., 0..100, > 0"),
    "_OPTION": both("选项：代码和名称，从低到高", "an option: code and label, from low to high"),
    "QUANTITY_KIND": both("数据项的类别", "the kind of quantity"),
    "KIND": both("指标的类别：占比带 %", "the kind of metric: a share is written with %"),
    "BASIS": both("时点：某一天的数；时段：一段时间的数", "at a point in time, or over a period"),
    "_LET": both("给算式的一部分起名，可以带一个说明", "names a part of the calculation; a label may follow"),
    "SCORED": both("score：这一项的得分；deduct：从总分里扣的分", "`score`: what this comes to; `deduct`: the points taken off the total"),
    "_READING": both("另一种读法：只写与上面不同的行", "another reading: only what is different"),
    "_TIER": both("分档：从上往下，第一个符合的行给分", "a tier: from the top, the first row that holds gives its points"),
    "CHECKLIST": both("清单：各行的分相加", "a checklist: the points of its rows are added"),
    "_CHOOSE": both("择一：按选了哪个选项给分", "points for the option that was chosen"),
    "_GATE": both("必备：没有它，整个清单不得分", "without it the whole list gives nothing"),
    "_UP_TO": both("最多得多少分", "at most so many points"),
    "_PER": both("每个得多少分，如 per apps each 2 up to 10", "so many points each, as in `per apps each 2 up to 10`"),
    "_EACH": both("每一个得多少分", "so many points for each"),
    "_IF": both("若……则……否则……", "if … then … else …"),
    "_THEN": both("条件成立时的值", "the value where the condition holds"),
    "_ELSE": both("条件不成立时的值；分档里是其余各种情形", "the value where it does not hold; in a tier, all the rest"),
    "_EMPTY": both("除数为零时取的值；只在文件写明时用", "the value where the divisor is zero; only where the document says so"),
    "OR": both("两个条件至少一个成立", "one of two conditions holds, or both"),
    "AND": both("两个条件都成立", "both conditions hold"),
    "_NOT": both("条件不成立", "the condition does not hold"),
    "EXTREME": both("min 取最小的，max 取最大的", "`min`: the smallest; `max`: the greatest"),
    "_LEAF": both("叶怎样计算", "how leaves are worked out"),
    "_PARENT": both("上级怎样由下级得出", "how a parent follows from its children"),
    "_REACHED": both("怎样算达到一级", "when a level is reached"),
    "_CLIMB": both("逐级：每一级都要达到；任一：达到的最高一级", "one by one: every level below as well; any: the highest that is enough"),
    "_MEAN": both("叶的得分是条款分值的平均", "a leaf's score is the mean of its clauses' points"),
    "SPREAD": both("累计：也算以下各级的条款；本级：只算这一级的", "cumulative: clauses of lower levels count too; own level: this level's alone"),
    "ROLL_UP": both("上级的得分 = 各下级得分 × 权重之和", "a parent's score is the sum of its children's scores times their weights"),
    "LESS": both("总分再减去各项扣分", "all deductions are taken off the total"),
    "LEAF_KIND": both("叶按公式或量规评", "leaves are assessed by formulas, or by rubrics"),
    "_RESPONDENTS": both("几位答者的答案怎样合成一个", "how several respondents' answers are put together"),
    "_SUMMARY": both("几项合成一个数", "how several items come to one figure"),
    "MIDDLE": both("中位数；偶数个时取中间两个里低的或高的", "a median; of an even number, the lower or the higher of the two in the middle"),
    "LEAST": both("各项中最低的一级", "the lowest level of all items"),
    "_SCORE": both("与门槛比较的得分", "the score that is compared with the threshold"),
    "CLIMB_HOW": both("逐级，或任一", "one by one, or any"),
    "COUNTED": both("数的是什么", "what is counted"),
    "CLAUSES": both("条款数；可以按等级分开：6 = 3 + 3", "clauses; by level, as in 6 = 3 + 3"),
    "_WEIGHT": both("权重，可以不写这个词", "the weight; the word may be left out"),
    "_PER_ROW": both("每个得多少分", "so many points each"),
    "_ELSE_ROW": both("其余各种情形", "all the rest"),
    "_FROM": both("来自哪个条款，以及怎样改的", "which clause this comes from, and how it was changed"),
    "_REQUIRES": both("条款要求的数值：指标、比较、数", "what the clause demands in figures: metric, comparison, figure"),
    "_ERRATUM": both("原文的误字和改正的理由", "what the document prints by mistake, and why it is corrected"),
    "_ALLOW": both("容许一个检查结果，并写明理由", "allows a finding, and says why"),
    "_SEE": both("参见另一个单元或条款", "points to another node or clause"),
    "_PART_OF": both("它是另一个数据项的一部分，不会更大", "it is a part of another quantity, and never more"),
    "_BUILDS_ON": both("除了哪一级的要求之外", "besides what another level asks"),
    "REMARK": both("en 英文名，source 出处，note 备注", "`en` an English name, `source` where it comes from, `note` a remark"),
    "RELATION": both("与来源条款的关系", "how the clause is related to its source"),
}  # fmt: skip
"""What the words of each terminal are for."""

EACH_SAYS: dict[str, Both] = {
    "verbatim": both("逐字相同", "word for word"),
    "abridged": both("只删去了一些字，没有增、改、换位", "shorter: characters are only left out"),
    "reworded": both("同一要求换了说法，等级相同", "the same demand in other words, at the same level"),
    "moved": both("换了说法，等级也不同", "reworded, and at another level"),
    "merged": both("由几条合并而成，每条来源都写 merged", "made of several clauses; each of its sources says so"),
    "exact": both("两边相同", "the right one is the same"),
    "close": both("两边相近，多半可以互相代替", "much the same; mostly one could stand for the other"),
    "broad": both("右边更宽，包含左边", "the right one is broader and contains the left one"),
    "narrow": both("右边更窄，是左边的一部分", "the right one is narrower and a part of the left one"),
    "related": both("有关系，但谁也不包含谁", "they have to do with each other; neither contains the other"),
    "count": both("数目，整数，不小于 0", "how many: a whole number, 0 and above"),
    "amount": both("数值，可带小数，要有单位", "an amount, with decimals; it has a unit"),
    "share": both("占比，0% 到 100%", "a share, 0% to 100%"),
    "flag": both("是或否", "yes or no"),
    "choice": both("几个选项之一", "one of its options"),
    "score": both("别处得出的分，0 到 100", "a score found elsewhere, 0 to 100"),
    "points": both("酌情给的分，最多多少要写明", "points that somebody judges; its most is written"),
}
"""What single words say, where those of one terminal differ: by their English twins."""


def twins_of(terminal: str) -> tuple[Twins, ...]:
    """The words of a terminal, as pairs."""
    if terminal in PHRASES:
        return PHRASES[terminal]
    if terminal not in grammar.keywords():
        return ()
    english = grammar.english(terminal)
    words = [word for word in grammar.keywords()[terminal] if word.isascii()]
    return tuple(
        Twins(
            word, tuple(other for other, latin in english.items() if latin == word.lstrip("@") and not other.isascii())
        )
        for word in words
    )


def twins_at(terminal: str, word: str) -> Twins | None:
    """The pair that a word as written is of."""
    written = "".join(word.split()).replace("＠", "@").rstrip(":：")
    pairs = [Twins("", ("权重",))] if terminal == "_WEIGHT" else twins_of(terminal)
    for pair in pairs:
        if written in ("".join(pair.english.split()), *pair.chinese):
            return pair
    return None


def says(terminal: str, pair: Twins) -> Both | None:
    """What a word is for."""
    kinds = ("RELATION", "MATCH", "QUANTITY_KIND", "KIND")
    own = EACH_SAYS.get(pair.english) if terminal in kinds else None
    return own or SAYS.get(terminal)
