"""CT8…: modal verbs as GB/T 1.1 has them: 应 requires, 宜 recommends, 可 permits, 能 says what is possible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ctmm_dsl.catalogue import wording as codes
from ctmm_dsl.checks.texts import Text, assessed, prose, sentences, within
from ctmm_dsl.findings import Finding
from ctmm_dsl.model import Model
from ctmm_dsl.strength import modals

REACH = 60
"""So many characters before 需要 may say that it is a noun."""

_NEEDED_FOR = r"(?:根据|按照|基于|结合|依据|依|满足|适应|围绕|因|视|为了|符合|对接|响应|面向)[^，,。；;]*"
_OTHER_WORDS = (
    (re.compile(r"必须(?!品)|务必|应当|应该|理应|(?<![必无务亟])须(?!知)"), "应"),
    (re.compile(r"(?<![所按急供必内无特刚不如若另仍只还])需(?![求方量])要?"), "应"),
    (re.compile(r"(?:(?<=^)|(?<=[，,。；;])|(?<=[均都还也]))要(?![点求素旨件闻害])"), "应"),
    (re.compile(r"(?<![不难])可以"), "可"),
    (re.compile(r"(?:(?<=^)|(?<=[，,。；;]))允许(?=采用|使用|以|不|按|由|通过|存在|有|部分)"), "可"),
    (re.compile(r"(?<![所没])有必要"), "应"),
    (re.compile(r"严禁"), "不应"),
    (re.compile(r"不可(?=将|以|使用|采用|低于|高于|超过|少于|多于|替代)"), "不应"),
)
_ANY = re.compile("必须|务必|当|应该|理应|须|需|要|可以|允许|不可|严禁")
_NOUN_AFTER = re.compile(r"$|[，,。；;、）)]|的|时|和|与|之")
_ATTRIBUTE = re.compile(r"[\u4e00-\u9fff]{2}的|[\u4e00-\u9fff]{2,8}(?:总数|总量|数量|种类)")


def modals_of_the_standard(model: Model) -> Iterator[Finding]:
    """Where GB/T 1.1 has a modal verb, no other word stands for it."""
    for standard in model.standards:
        for text, span in (*prose(standard), *assessed(standard)):
            for start, end, better in _others(text):
                yield codes.MODAL_OTHER(within(text, span, start, end), word=text[start:end], better=better)


@lru_cache(maxsize=4096)
def _others(text: str) -> tuple[tuple[int, int, str], ...]:
    """The first of each word that stands for a modal verb, and the verb."""
    return tuple(_other_words(text)) if _ANY.search(text) else ()


def _other_words(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern, better in _OTHER_WORDS:
        told: set[str] = set()
        for match in pattern.finditer(text):
            word = match.group()
            if word not in told and (word[0] != "需" or not _noun(text, match)):
                told.add(word)
                yield match.start(), match.end(), better


def _noun(text: str, match: re.Match[str]) -> bool:
    """Whether 需要 is no modal verb here: a noun (根据业务需要…), or what tells things apart (需要采集的数据)."""
    before = text[max(0, match.start() - REACH) : match.start()]
    return bool(
        _NOUN_AFTER.match(text, match.end())
        or _ATTRIBUTE.match(text, match.end())
        or re.search(_NEEDED_FOR + "$", before)
    )


def clauses_require(model: Model) -> Iterator[Finding]:
    """What is assessed is required: a clause neither recommends nor permits."""
    for standard in model.standards:
        for text, span in assessed(standard):
            weak = [word for kind, word in modals(text) if kind != "shall"]
            if weak:
                at = text.find(weak[0])
                place = within(text, span, at, at + len(weak[0]))
                yield codes.CLAUSE_RECOMMENDS(place, extent=span, word=weak[0])


def modals_not_mixed(model: Model) -> Iterator[Finding]:
    """One clause, or one sentence of prose, does not both require and recommend."""
    for standard in model.standards:
        for text, span in assessed(standard):
            yield from _mixed(text, (text, span), 0)
        for text, span in prose(standard):
            for start, sentence in sentences(text):
                yield from _mixed(sentence, (text, span), start)


def _mixed(sentence: str, whole: Text, start: int) -> Iterator[Finding]:
    found: dict[str, str] = {}
    for kind, word in modals(sentence):
        found.setdefault(kind, word)
    if "shall" in found and "should" in found:
        at = start + sentence.find(found["should"])
        place = within(*whole, at, at + len(found["should"]))
        yield codes.MODALS_MIXED(place, shall=found["shall"], should=found["should"])
