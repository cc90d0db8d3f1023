"""Whether a text that differs asks for something else, by signs that can be shown.

In: two editions of a text. Out: its class and the signs that made it. Editorial: the same words with other blanks, widths of characters or
punctuation. Requirement: other figures, modal verbs, negations, conditions, words of degree, or a part of the sentence more or less.
Wording: all else. No sign is a guess; a text without any is to be read by an editor all the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from ctmm_dsl.findings import Both, both
from ctmm_dsl.revision.grades import EDITORIAL, REQUIREMENT, WORDING
from ctmm_dsl.revision.likeness import grams, greedily, likeness, within
from ctmm_dsl.strength import LEAVES_OPEN, RECOMMENDS, REQUIRES, SCALES
from ctmm_dsl.wording import fold

# ---- signs -----------------------------------------------------------------------------------------------------

_INNOCENT = (
    r"全域[^，。；、]{1,3}化|应用|应急|应对|应答|响应|相应|对应|适应|供应|效应|反应|反映|感应|呼应|可靠|可信|可视|可持续|可追溯|可再生|许可|认可|可用|可控|"
    r"能力|功能|智能|性能|节能|能源|能耗|能效|动能|产能|赋能|职能|潜能|技能|效能|储能|新能源|不断|不同|不仅|不但|无人|无线|无障碍|无缝|"
    r"非常|未来|非物质|各类型|基本公共|基本养老|基本医疗|基本信息|基本情况|主要负责|分之|部分组成"
)
"""Words in which a sign is only a syllable."""
_NUMERAL = "零〇一二两三四五六七八九十百千万亿半"
_FIGURE = rf"[0-9]+(?:\.[0-9]+)?\s*[%‰]?|百分之[{_NUMERAL}]+|[{_NUMERAL}]+(?=个|类|级|年|次|项|成|倍|种|天|日|月|小时|分钟|人|家|条|部)"
_MODAL = (
    rf"{REQUIRES}|{RECOMMENDS}|不应|不宜|不得|不可|不能|可以|能够|应|宜|可|能|须|得以|"
    r"\b(?:shall|should|must|may|can|cannot)\b"
)
_NEGATION = r"严禁|禁止|没有|尚未|除外|不|未|无|非|\b(?:not|no|never|without|none)\b"
_CONDITION = rf"如果|若|除非|仅限|仅|只有|必要时|有条件|鼓励|{LEAVES_OPEN}|\b(?:if|unless|only|where|when)\b"
"""More than `strength` judges by: there a word decides alone, here it is a sign that a reader is shown."""
_BOUND = (
    "不少于|不低于|不超过|不多于|不高于|不小于|不大于|至少|至多|最多|最少|以上|以下|以内|超过|低于|高于|达到|全部|所有|全面|全域|全量|完全|每个|"
    "每|各|部分|主要|重点|基本|若干|深度|逐步|逐年|及时|持续|≥|≤"
)
_DEGREES = {*_BOUND.split("|"), *(word for scale in SCALES.values() for word in scale)}
_DEGREE = (
    "|".join(sorted(_DEGREES, key=lambda word: (-len(word), word)))
    + r"|\b(?:all|every|each|most|some|any|at least|at most|fully|partly|regularly|real-time)\b"
)
_KINDS = ("figure", "degree", "modal", "negation", "condition")
_SIGN = re.compile(
    rf"(?P<innocent>{_INNOCENT})|(?P<figure>{_FIGURE})|(?P<degree>{_DEGREE})|(?P<modal>{_MODAL})|(?P<condition>{_CONDITION})|"
    rf"(?P<negation>{_NEGATION})",
    re.IGNORECASE,
)

NAMES = {
    "figure": both("数字", "figure"),
    "modal": both("能愿动词", "modal verb"),
    "negation": both("否定", "negation"),
    "condition": both("条件", "condition"),
    "degree": both("程度或范围", "degree or extent"),
    "part": both("句子成分", "part of the sentence"),
}

Found = dict[str, list[str]]


def judged(old: str, new: str) -> tuple[str, tuple[Both, ...]]:
    """The class of a text's change, and the signs that made it."""
    if bare(old) == bare(new):
        return EDITORIAL, ()
    signs = (*_other_words(old, new), *_other_parts(old, new))
    return (REQUIREMENT if signs else WORDING), signs


def cut(olds: Iterable[str], news: Iterable[str]) -> tuple[Both, ...]:
    """The signs that differ between the texts of pieces and whole besides where they are cut; a part most of which stands on the other side
    as well was only joined to its neighbour."""
    old, new = ("；".join(texts) for texts in (olds, news))
    return (*_other_words(old, new), *_other_parts(old, new, MOST_OF_PART))


def bare(text: str) -> str:
    """A text without blanks, widths and punctuation; signs of arithmetic and points within numbers stay."""
    kept = re.sub(r"(?<![0-9])\.|\.(?![0-9])", "", fold(text))
    return "".join(character for character in kept if character in ".%‰-" or not _is_punctuation(character))


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith("P")


def signs_of(text: str) -> Found:
    """The words of a text that tell what has to be done, by kind, in their order."""
    found: Found = {}
    for match in _SIGN.finditer(unicodedata.normalize("NFKC", text)):
        if match.lastgroup and match.lastgroup != "innocent":
            found.setdefault(match.lastgroup, []).append(match.group().lower().replace(" %", "%"))
    return found


def _other_words(old: str, new: str) -> list[Both]:
    """Kinds of telling words that are others now; figures also where they only changed places."""
    before, after = signs_of(old), signs_of(new)
    told = []
    for kind in _KINDS:
        was, now = before.get(kind, []), after.get(kind, [])
        gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
        if gone or come:
            told.append(_sign(kind, "、".join(gone.elements()), "、".join(come.elements())))
        elif kind == "figure" and was != now:
            told.append(_sign(kind, "、".join(was), "、".join(now)))
    return told


def asking(text: str) -> tuple[Both, ...]:
    """The modal verbs of a text, each once: what comes or goes with them asks something."""
    found = signs_of(text).get("modal", [])
    name = NAMES["modal"]
    said = "、".join(dict.fromkeys(found))
    return (both(f"{name['zh']} {said}", f"{name['en']} {said}"),) if said else ()


def _sign(kind: str, gone: str, come: str) -> Both:
    change = f"{gone} → {come}" if gone and come else f"−{gone}" if gone else f"+{come}"
    name = NAMES[kind]
    return both(f"{name['zh']} {change}", f"{name['en']} {change}")


# ---- parts of a sentence ---------------------------------------------------------------------------------------

_BREAK = re.compile(r"[，。；、：,;:\n]|(?<![0-9])\.|\.(?![0-9])")
SAME_PART = Fraction(1, 3)
"""Two parts of a sentence with less in common than this are two."""
MOST_OF_PART = Fraction(3, 4)
"""A part of a sentence is still there where this much of it is, once a clause was split or merged."""


def _other_parts(old: str, new: str, enough: Fraction = Fraction(1)) -> list[Both]:
    """Parts of the sentence that are there on one side alone, where there are more or fewer than before."""
    before, after = _parts(old), _parts(new)
    if len(before) == len(after):
        return []
    gone, come = (list((Counter(one) - Counter(other)).elements()) for one, other in ((before, after), (after, before)))
    scored = [
        (likeness(grams(one), grams(other)), at, to) for at, one in enumerate(gone) for to, other in enumerate(come)
    ]
    same = list(greedily(one for one in scored if one[0] >= SAME_PART))
    whole_old, whole_new = bare(old), bare(new)
    left = [
        one for at, one in enumerate(gone) if at not in {at for at, _ in same} and not _holds(whole_new, one, enough)
    ]
    put = [
        one for to, one in enumerate(come) if to not in {to for _, to in same} and not _holds(whole_old, one, enough)
    ]
    return [_sign("part", "、".join(left), "、".join(put))] if left or put else []


def _holds(whole: str, part: str, enough: Fraction) -> bool:
    return part in whole or (enough < 1 and within(grams(part), grams(whole)) >= enough)


def _parts(text: str) -> list[str]:
    return [part for part in map(bare, _BREAK.split(unicodedata.normalize("NFKC", text))) if part]
