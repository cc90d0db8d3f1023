"""A line that could not be read: what is said about it.

In: the block's text, the offset where reading stopped, what could have stood there. Out: a `Slip`, which becomes a finding once the
block's place in the file is known. One slip, one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches

from ctmm_dsl import grammar
from ctmm_dsl.catalogue import text as codes
from ctmm_dsl.findings import Both, Entry, Finding, both
from ctmm_dsl.source import BLANKS, Source, Span

SHOWN = 24
"""So many characters of what was found are quoted."""

TERMINALS: dict[str, Both] = {
    "ID": both("标识符（如 AR.1.2）", "an identifier (like AR.1.2)"),
    "NAME": both("名称", "a name"),
    "PERCENT": both("百分数（如 20%）", "a percentage (like 20%)"),
    "NUMERAL": both("数字", "a number"),
    "NUMBER": both("编号", "a number"),
    "QUOTED": both("双引号里的文字", "a text in double quotes"),
    "TEXT": both("文字", "a text"),
    "WORD": both("英文名称", "a word in Latin letters"),
    "CODE": both("检查代码（如 CT3001）", "a code (like CT3001)"),
    "OP": both("比较号（>= > <= < =）", "a comparison (>= > <= < =)"),
    "FIGURE": both("数值（如 50% 或 3..5）", "a figure (like 50% or 3..5)"),
    "RANGE": both("等级范围（如 1..2）", "a range of levels (like 1..2)"),
    "LABEL": both("a) 或 -", "a) or -"),
    "BRACKETED": both("[1]", "[1]"),
    "LEVEL": both("level 1（或 一级）", "level 1"),
    "LEVEL_ROW": both("等级序号和名称（如 1 基础级）", "a level and its name (like 1 基础级)"),
    "SCALE_CODE": both("代码、名称和分值（如 full 完全满足 100）", "code, label and points (like full 完全满足 100)"),
    "SPREAD": both("cumulative 或 own level", "cumulative or own level"),
    "ROLL_UP": both("weighted sum", "weighted sum"),
    "CLIMB_HOW": both("one by one 或 any", "one by one or any"),
    "_MEAN": both("mean of clauses", "mean of clauses"),
    "_SCORE": both("score", "score"),
    "_ARROW": both("->", "->"),
    "COUNTED_IN": both("能力域的标识符", "the identifier of a domain"),
    "_IS": both("=", "="),
    "_PLUS": both("+", "+"),
    "_NL": both("行尾", "the end of the line"),
}
"""What each terminal that is not a keyword is called before an editor."""

UNNAMED = ("_BLANK", "_COMMA", "_WEIGHT", "SECTION_NUMBER", "$END")


@dataclass(frozen=True, slots=True)
class Slip:
    """A finding whose place is known only inside its block."""

    entry: Entry
    start: int
    end: int
    words: dict[str, object] = field(default_factory=dict)

    def finding(self, source: Source, offset: int) -> Finding:
        return Finding(self.entry, Span(source, offset + self.start, offset + self.end), self.words)


def explain(text: str, at: int, expected: frozenset[str]) -> Slip:
    """The one sentence for a line that could not be read from offset `at` on."""
    row = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[row:end]
    indent = len(line) - len(line.lstrip(BLANKS))
    word = line[indent:].split(maxsplit=1)[0] if line.strip() else ""
    start = row + indent
    if row == 0 and at == 0:
        return Slip(codes.UNKNOWN_HEADING, 0, len(word), _named(word, grammar.words_of(grammar.HEADINGS)))
    if word.startswith("@") and word not in grammar.words_of(grammar.NOTES):
        return Slip(codes.UNKNOWN_NOTE, start, start + len(word), _named(word, grammar.words_of(grammar.NOTES)))
    found = text[at:end].strip(BLANKS)
    stop = max(at + len(found.split(maxsplit=1)[0]) if found else at, at + 1)
    return Slip(
        codes.NOT_UNDERSTOOD,
        at,
        stop,
        {
            "found": cropped(found) if found else both("行尾", "the end of the line"),
            "expected": _spoken(expected, at == start),
            "hint": _hint(expected, found, at == start),
        },
    )


def given_up(text: str, at: int) -> Slip:
    row = text.rfind("\n", 0, at) + 1
    return Slip(codes.GIVEN_UP, row, text.find("\n", at))


def cropped(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def nearest(word: str, words: tuple[str, ...] | list[str]) -> Both:
    """“did you mean”, or nothing."""
    close = get_close_matches(word[:60], words, n=1, cutoff=0.6)
    return both(f"，是否为“{close[0]}”？", f"; did you mean `{close[0]}`?") if close else both("", "")


def _named(word: str, words: tuple[str, ...]) -> dict[str, object]:
    return {"word": cropped(word), "nearest": nearest(word, words)}


def _spoken(expected: frozenset[str], at_line_start: bool) -> Both:
    """What could stand there, without the notes that can stand almost anywhere."""
    keywords = grammar.keywords()
    names = sorted(expected - set(UNNAMED) - (set(grammar.NOTES) if at_line_start else set()))
    spoken = [TERMINALS[name] if name in TERMINALS else both(*2 * (keywords[name][0],)) for name in names]
    spoken.sort(key=lambda words: words["en"])
    return both("、".join(words["zh"] for words in spoken), " or ".join(words["en"] for words in spoken))


def _hint(expected: frozenset[str], found: str, at_line_start: bool) -> Both:
    if expected - set(UNNAMED) <= {"_NL", "PERCENT"} and found[:1] not in "0123456789":
        return both("名称中有空格时，请加双引号", "put a name that holds a blank in double quotes")
    if at_line_start:
        return both("一行一事，行首的记号说明它是什么", "one idea a line; its first mark says what the line is")
    return both("参见 docs/语言.md", "see docs/language.md")
