"""What drift is called, in both languages: relations, verdicts, rules, events, headings."""

from __future__ import annotations

from ctmm_dsl.findings import Both, both

RELATIONS = {
    "verbatim": both("逐字", "verbatim"),
    "abridged": both("节选", "abridged"),
    "reworded": both("改写", "reworded"),
    "merged": both("合并", "merged"),
    "moved": both("移级", "moved"),
}
VERDICTS = {
    "weaker": both("更弱", "weaker"),
    "stronger": both("更强", "stronger"),
    "differs": both("不同", "differs"),
    "same": both("相同", "same"),
}
MEANINGS = {
    "weaker": both("比来源要求得少", "asks less than its source"),
    "stronger": both("比来源要求得多", "asks more than its source"),
    "differs": both(
        "措辞不同，字面看不出轻重，或有轻有重：请读", "other words, and nothing decides, or both ways: read it"
    ),
    "same": both("与来源一致，标点除外", "as its source, punctuation aside"),
}
RULES = {
    "figure": both("数值", "figure"),
    "modal": both("能愿动词", "modal verb"),
    "degree": both("程度词", "word of degree"),
    "list": both("列举", "list"),
    "predicate": both("谓语", "predicate"),
    "left-out": both("略去", "left out"),
    "added": both("增加", "added"),
    "level": both("等级", "level"),
}
EVENTS = {
    "edited": both("文字改了", "its text was edited"),
    "moved": both("移了位置或等级", "it was moved"),
    "split": both("拆开了", "it was split"),
    "merged": both("与别的合并了", "it was merged with others"),
    "removed": both("删了", "it was removed"),
    "renumbered": both("标号变了", "it has another label"),
}
SAID = {
    "title": both("部分与整体的差异", "A part beside the whole"),
    "of": both("{part} 与 {whole}", "{part} beside {whole}"),
    "part": both("部分", "the part"),
    "whole": both("整体", "the whole"),
    "relations": both("来源", "sources"),
    "verdicts": both("要求", "what is asked"),
    "clauses": both("条", "clauses"),
    "unsourced": both("没有来源的条款", "clauses without a source"),
    "unused": both("整体中没有用到的条款", "clauses of the whole that are not used"),
    "unused.short": both("没有用到", "not used"),
    "again": both("来源改了，要重看的条款", "clauses to be looked at again, as their source changed"),
    "again.none": both("来源都没有改", "no source changed"),
    "no reason": both("没有 @from", "no @from"),
    "lost": both("来源 {ids} 不存在", "there is no {ids} to come from"),
    "touched": both("条款本身也改了", "the clause itself was changed, too"),
    "untouched": both("条款没有改", "the clause was not changed"),
    "level": both("{level} 级", "level {level}"),
    "now": both("现为 {ids}", "now {ids}"),
    "relation": both("关系", "relation"),
    "all": both("合计", "all"),
    "clause": both("条款", "clause"),
    "source": both("来源", "source"),
    "difference": both("从来源到条款", "from the source to the clause"),
    "change": both("来源的改动", "what became of the source"),
    "why": both("依据", "by what"),
    "node": both("节点", "node"),
    "reason": both("理由", "reason"),
    "filter": both("显示", "Show"),
    "contents": both("目录", "Contents"),
    "summary": both("概览", "At a glance"),
    "foot": both(
        "由 ctmm drift 生成。判断只凭字面：数值、能愿动词、程度词、列举、略去的部分和等级；其余作“不同”，请读原文。",
        "Made by ctmm drift. What is judged is what the words show: figures, modal verbs, words of degree, lists, parts left out and"
        " levels; all else “differs” and is to be read.",
    ),
}


class Speech:
    """The words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, word: str, **holes: object) -> str:
        return SAID[word][self.language].format(**holes)

    def of(self, words: dict[str, Both], word: str) -> str:
        return words[word][self.language]

    def colon(self) -> str:
        return "：" if self.language == "zh" else ": "

    def comma(self) -> str:
        return "，" if self.language == "zh" else ", "
