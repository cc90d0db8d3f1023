"""Keywords as typed, or all of them in one language.

In: a terminal of the grammar and what an author typed for it. Out: the keyword to write. Keywords of one word are the grammar's own table;
those of several words stand here, each with its twin.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ctmm_dsl import grammar
from ctmm_dsl.resolve.reader import NUMERALS, level_number, plain

PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "WHOLE": (("of total", "占总分"),),
    "BASIS": (("at point", "时点"), ("over period", "时段")),
    "_UP_TO": (("up to", "最高"),),
    "_MEAN": (("mean of clauses", "条款平均"),),
    "SPREAD": (("cumulative", "累计"), ("own level", "本级")),
    "ROLL_UP": (("weighted sum", "加权求和"),),
    "LESS": (("less deductions", "减去扣分"),),
    "MIDDLE": (("low median", "低中位数"), ("high median", "高中位数")),
    "LEAST": (("minimum", "最低值"),),
    "CLIMB_HOW": (("one by one", "逐级"), ("any", "任一")),
    "_SCORE": (("score", "得分"),),
}
"""What the grammar writes otherwise than as a list of words: English, Chinese."""

FAMILIES = (("能力域", "能力子域", "能力项"), ("一级指标", "二级指标", "三级指标"), ("维度", "子维度", "特征"))
"""The Chinese names of the layers, outermost first: a file keeps to one family."""


@dataclass(frozen=True)
class Speech:
    """How keywords are written: `language` is en, zh, or none for as typed; `family`: the Chinese names of the layers."""

    language: str | None = None
    family: tuple[str, ...] = FAMILIES[0]

    def say(self, terminals: str, typed: str) -> str:
        """The keyword of a terminal (or of the first of several, a/b, that has it) that stands in what was typed."""
        words = " ".join(plain(typed).split())
        for terminal in terminals.split("/"):
            for keyword, english in twins(terminal).items():
                if keyword in words:
                    return self._written(terminal, keyword, english)
        raise ValueError(f"{typed!r} holds no keyword of {terminals}")

    def number(self, typed: str) -> str:
        """The number of a level, `1` or `一级`."""
        number = level_number(typed)
        chinese = self.language == "zh" or (self.language is None and typed[0] in NUMERALS)
        return f"{NUMERALS[number - 1]}级" if chinese and 1 <= number <= len(NUMERALS) else str(number)

    def level(self, typed: str) -> str:
        """The line of a level: `level 1`, `等级 11`, `一级`."""
        number = level_number(typed)
        worded = self.language == "zh" or (self.language is None and typed[0] in NUMERALS)
        if worded and 1 <= number <= len(NUMERALS):
            return f"{NUMERALS[number - 1]}级"
        chinese = self.language == "zh" or (self.language is None and not typed.startswith("level"))
        return f"{'等级' if chinese else 'level'} {number}"

    def _written(self, terminal: str, keyword: str, english: str) -> str:
        if self.language == "en":
            return english
        if self.language is None or not keyword.isascii():
            return keyword
        if terminal == "LAYER":
            return self.family[("domain", "subdomain", "item").index(english)]
        return next(word for word, latin in twins(terminal).items() if latin == english and not word.isascii())


def family_of(layers: str) -> tuple[str, ...]:
    """The family of names that a standard gives its layers; the first where it has names of its own."""
    return next((family for family in FAMILIES if any(name in layers for name in family)), FAMILIES[0])


@cache
def twins(terminal: str) -> dict[str, str]:
    """Each keyword to its English twin, a longer one before one that it holds."""
    if terminal in PHRASES:
        found = {word: english for english, chinese in PHRASES[terminal] for word in (english, chinese)}
    else:
        mark = "@" if grammar.keywords()[terminal][0].startswith("@") else ""
        found = {word: mark + english for word, english in grammar.english(terminal).items()}
    order = list(found)
    return {word: found[word] for word in sorted(order, key=lambda word: (-len(word), order.index(word)))}
