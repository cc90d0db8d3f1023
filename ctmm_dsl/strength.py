"""How much a text asks: modal verbs, words of degree, lists.

In: texts of requirements. Out: the modal verbs in them by what they express (GB/T 1.1: 应 a requirement, 宜 a recommendation, 可 a
permission), the words of degree with their rank on a scale, the lists they hold; and of two texts about the same thing, what makes the
second ask less or more. Only what the words themselves show is judged; what they leave open is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

WEAKER, STRONGER = "weaker", "stronger"
KEY = 6
"""So many characters after a word of degree say what it is the degree of."""
SHORT = 4
"""Fewer than these say it only together with what stands before."""
ITEM = 16
"""An item of a list has no more characters."""
UNMARKED = 4
"""The rank of a text that has no word of degree where another one has: between 基本建成 and 全面建成."""

SCALES: dict[str, dict[str, int]] = {
    "share": {"个别": 0, "少数": 0, "部分": 1, "多数": 2, "大部分": 3, "大多数": 3, "绝大部分": 3, "绝大多数": 3, "所有": 5, "全部": 5},
    "progress": {"探索": 0, "启动": 1, "试点": 1, "着手": 1, "初步": 2, "基本": 3, "全面": 5, "充分": 5, "完全": 5},
    "reach": {"单个部门": 0, "局部": 0, "小范围": 0, "主要城区": 1, "全市": 5, "全域": 5, "全国": 6},
    "rank": {"条线级": 0, "部门级": 0, "领域级": 1, "区级": 2, "片区级": 2, "市级": 3, "城市级": 3},
    "effect": {"一定": 0, "较好": 1, "良好": 1, "明显": 2, "显著": 2, "突出": 2},
    "pace": {"年度": 0, "季度": 1, "月度": 2, "每周": 3, "每日": 4, "实时": 5},
    "regular": {"不定期": 0, "定期": 1},
}  # fmt: skip
"""Words of degree, least first. Words of one rank say the same for our purpose."""
MARKED_ONLY = frozenset({"rank", "effect", "pace", "regular"})
"""Of these a text without such a word is not compared with one that has it."""

_RANKS = {word: (scale, rank) for scale, words in SCALES.items() for word, rank in words.items()}
_DEGREE = re.compile("|".join(sorted(_RANKS, key=len, reverse=True)))
_NO_DEGREE = re.compile(
    r"(?:[一-九0-9两几多]个|第[一-九]|组成|重要组成)部分|基本(?:信息|服务|公共|功能|要求|情况|的)|一定(?:程度|时期)|基本应|全面(?:性|地)|年度(?:重点|计划|清单)|试点(?:城市|示范)"
)
_DENIES = re.compile(r"[不未没无缺]")
"""部分居民不了解 asks more than 多数居民不了解."""
_SPLIT = re.compile(r"[，,。；;]")

REQUIRES = "必须|务必|应当|应该"
RECOMMENDS = r"(?:(?<=^)|(?<=[，,。；;]))(?:建议|推荐)(?!算法|服务|系统)"
"""Where it begins what is asked; within a sentence it is mostly a noun."""
LEAVES_OPEN = "酌情|视情况?|原则上|尽可能|尽量"

_SHALL = re.compile(rf"{REQUIRES}|(?<![必无])须(?!知)|(?<![响相对供反适效呼回感顺自一])应(?![急用对答届收付验允当该])")
_SHOULD = re.compile(rf"(?<![适便事制时权合])宜(?![居业游商昌人春宾家])|{RECOMMENDS}")
_MAY = re.compile(
    r"(?<![不许认许])可(?=(?:不|暂不|酌情|视情|自行|参照|参考|适当|根据(?:实际|自身|情况|需要)|免于))|" + LEAVES_OPEN
)
_ATTRIBUTE = re.compile(r"[^，,。；;]{1,8}?的")


@dataclass(frozen=True, slots=True)
class Degree:
    """A word of degree where it stands: `before` and `after` it, the text up to the next mark."""

    word: str
    scale: str
    rank: int
    at: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that makes a text ask less or more than another: by which `rule`, from what to what."""

    rule: str
    direction: str
    before: str
    after: str


# ---- modal verbs -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def modals(text: str) -> tuple[tuple[str, str], ...]:
    """The modal verbs of a text with what they express: shall, should, may. 不宜…的 tells which things, and asks nothing."""
    found = (
        [("shall", match) for match in _SHALL.finditer(text)] if "应" in text or "须" in text or "务必" in text else []
    )
    if "宜" in text or "建议" in text or "推荐" in text:
        found += [("should", match) for match in _SHOULD.finditer(text) if not _attribute(text, match)]
    if "可" in text or "情" in text or "原则上" in text or "尽量" in text:
        found += [("may", match) for match in _MAY.finditer(text)]
    return tuple((kind, match.group()) for kind, match in sorted(found, key=lambda pair: pair[1].start()))


def _attribute(text: str, match: re.Match[str]) -> bool:
    return text[: match.start()].endswith("不") and _ATTRIBUTE.match(text, match.end()) is not None


# ---- words of degree -------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def degrees(text: str) -> tuple[Degree, ...]:
    """The words of degree in a (folded) text."""
    barred = [match.span() for match in _NO_DEGREE.finditer(text)]
    found = []
    for match in _DEGREE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in barred):
            continue
        scale, rank = _RANKS[match.group()]
        before = _SPLIT.split(text[max(0, match.start() - KEY) : match.start()])[-1]
        after = _SPLIT.split(text[match.end() : match.end() + 3 * KEY], maxsplit=1)[0]
        found.append(Degree(match.group(), scale, rank, match.start(), before, after))
    return tuple(found)


def may_ask_less(text: str) -> bool:
    """Whether a (folded) text has any word that could ask for less than another text does."""
    return bool(_low(text) or lists(text))


def may_ask_more(text: str) -> bool:
    """Whether a (folded) text has two predicates, of which another text may lack one."""
    return bool(_predicates(text))


def asks_less(lower: str, higher: str) -> Step | None:
    """What shows that of two (folded) texts on the same thing the second asks less."""
    return (
        _lower_degree(lower, higher)
        or _fewer_predicates(lower, higher)
        or _fewer_listed(lower, higher)
        or _left_out(lower, higher)
    )


def _left_out(lower: str, higher: str) -> Step | None:
    """The same beginning, and then nothing more: 建立制度 after 建立制度并每年评估."""
    rest = lower[len(higher) :]
    if len(higher) >= SHORT and lower.startswith(higher) and rest.startswith(("并", ",", "、", "，")):
        return Step("left-out", WEAKER, lower[-2 * KEY :], higher[-2 * KEY :])
    return None


def _lower_degree(lower: str, higher: str) -> Step | None:
    for degree in _low(higher):
        for other in degrees(lower):
            if other.scale == degree.scale and other.rank > degree.rank and _same_thing(other, degree):
                return Step("degree", WEAKER, _shown(other), _shown(degree))
        key = degree.after[:KEY]
        if len(key) == KEY and degree.scale not in MARKED_ONLY and (at := lower.find(key)) >= 0:
            before = lower[max(0, at - 4) : at]
            if not _DEGREE.search(before) and before[-1:] in ("", *"，,。；;"):
                return Step("degree", WEAKER, key, degree.word + key)
    return None


@lru_cache(maxsize=8192)
def _low(text: str) -> tuple[Degree, ...]:
    """The words of degree that ask for less than the plain word would."""
    return tuple(
        degree for degree in degrees(text) if degree.rank < UNMARKED and not _DENIES.search(degree.after[:KEY])
    )


def _shown(degree: Degree) -> str:
    return degree.word + re.split("[、“”（(]", degree.after[:KEY])[0]


def _same_thing(one: Degree, other: Degree) -> bool:
    key = min(len(one.after), len(other.after), KEY)
    if key < 2 or one.after[:key] != other.after[:key]:
        return False
    return key >= SHORT or one.before[-2:] == other.before[-2:] != ""


_ACTS = (
    "建立|建设|建成|制定|出台|编制|形成|构建|搭建|开展|实施|落实|执行|发布|公布|公开|运行|运营|使用|推广|监督|评估|评价|考核|更新"
    "|完善|维护|优化|实现"
)
_TWO_PREDICATES = re.compile(rf"({_ACTS})(?:并|和|、)({_ACTS})([\u4e00-\u9fff]{{4,}})")


def _fewer_predicates(lower: str, higher: str) -> Step | None:
    for first, second, rest in _predicates(lower):
        alone = first + rest[:KEY]
        starts = higher.startswith(alone) or any(mark + alone in higher for mark in "，,。；;")
        if starts and second not in higher:
            return Step("predicate", WEAKER, f"{first}并{second}{rest[:KEY]}", alone)
    return None


@lru_cache(maxsize=8192)
def _predicates(text: str) -> tuple[tuple[str, str, str], ...]:
    """Two predicates that share what follows: 建立并实施制度."""
    return tuple((match[1], match[2], match[3]) for match in _TWO_PREDICATES.finditer(text))


@lru_cache(maxsize=8192)
def lists(text: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The lists in a text that end in 等, each with what they are lists of."""
    found = []
    for part in _SPLIT.split(text) if "、" in text and "等" in text else ():
        for before, after in pairwise(part.split("等")):
            items = before.split("、")
            if len(items) > 1 and all(0 < len(item) <= ITEM for item in items) and len(after) > 1:
                found.append(((*items[:-1], *re.split("[和及与]", items[-1])), after.split("、")[0][:ITEM]))
    return tuple(found)


def _fewer_listed(lower: str, higher: str) -> Step | None:
    for many, of in lists(lower):
        for few, same in lists(higher):
            if of[:KEY] == same[:KEY] and 1 < len(few) < len(many) and many[0][:2] == few[0][:2]:
                rest = [item for item in few[1:] if item not in many]
                if not rest and (few[0] in many or many[0].endswith(few[0][-2:])):
                    return Step("list", WEAKER, f"{len(many)}：{'、'.join(many)}", f"{len(few)}：{'、'.join(few)}")
    return None
