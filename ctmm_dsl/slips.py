"""A line that could not be read: what is said about it.

In: the block's text, the offset where reading stopped, what could have stood there. Out: a `Slip`, which becomes a finding once the
block's place in the file is known. One slip, one sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches

from ctmm_dsl import grammar
from ctmm_dsl.catalogue import text as codes
from ctmm_dsl.findings import Both, Entry, Finding, both
from ctmm_dsl.source import BLANKS, Source, Span

SHOWN = 24
"""So many characters of what was found are quoted."""

TERMINALS: dict[str, Both] = {
    "ID": both("标识符（如 AR.1.2）", "an identifier (like AR.1.2)"),
    "NODE": both("标识符（如 AR.1.2）", "an identifier (like AR.1.2)"),
    "SHORT": both("缩略语（如 API）", "an abbreviation (like API)"),
    "NAME": both("名称", "a name"),
    "PERCENT": both("百分数（如 20%）", "a percentage (like 20%)"),
    "COUNT": both("个数", "a whole number"),
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
    "CHINESE_LEVEL": both("一级", "一级"),
    "LEVEL_ROW": both("等级序号和名称（如 1 基础级）", "a level and its name (like 1 基础级)"),
    "SCALE_CODE": both("代码、名称和分值（如 full 完全满足 100）", "code, label and points (like full 完全满足 100)"),
    "SPREAD": both("cumulative 或 own level", "cumulative or own level"),
    "ROLL_UP": both("weighted sum", "weighted sum"),
    "CLIMB_HOW": both("one by one 或 any", "one by one or any"),
    "_MEAN": both("mean of clauses", "mean of clauses"),
    "_SCORE": both("score", "score"),
    "_ARROW": both("->", "->"),
    "COUNTED_IN": both("能力域的标识符", "the identifier of a domain"),
    "IDENT": both("英文名称", "a name in Latin letters"),
    "UNIT": both("单位", "a unit"),
    "BASIS": both("at point（时点）或 over period（时段）", "at point or over period"),
    "BOUNDS": both("取值范围（如 1..、0..100 或 > 0）", "a range (like 1.., 0..100 or > 0)"),
    "PART_LABEL": both("分项的名称", "the part's label"),
    "TIER_OP": both("一档（如 >= 90% 30）", "a step (like >= 90% 30)"),
    "ENTRY": both("一项及其分值（如 platform 15）", "an entry and its points (like platform 15)"),
    "DESCRIBED": both("等级和它的说明（如 1 尚无计划）", "a level and what it is like (like 1 尚无计划)"),
    "_PER_ROW": both("per … each …", "per … each …"),
    "SIGN": both("+", "+"),
    "TIMES": both("*", "*"),
    "DIVIDED": both("/", "/"),
    "_OPEN": both("(", "("),
    "_CLOSE": both(")", ")"),
    "PINS": both("[…]", "[…]"),
    "PIN": both("[…]", "[…]"),
    "_UP_TO": both("up to（最高）", "up to"),
    "WHOLE": both("of total（占总分）", "of total"),
    "LESS": both("less deductions（减去扣分）", "less deductions"),
    "MIDDLE": both("low median（低中位数）或 high median（高中位数）", "low median or high median"),
    "LEAST": both("minimum（最低值）", "minimum"),
    "_IS": both("=", "="),
    "_PLUS": both("+", "+"),
    "_NL": both("行尾", "the end of the line"),
}
"""What each terminal that is not a keyword is called before an editor."""

OPERAND = frozenset(("_OPEN", "EXTREME", "IDENT", "NUMERAL", "PERCENT", "_PER", "_IF", "_NOT"))
BEFORE_OPERAND = frozenset(("_OPEN", "EXTREME", "IDENT"))
AN_OPERAND = both("数据项、分项、数字或括号里的算式", "a quantity, a part, a number or an expression in brackets")
BETWEEN = frozenset(
    ("SIGN", "TIMES", "DIVIDED", "OP", "AND", "OR", "_EMPTY", "_THEN", "_ELSE", "_CLOSE", "_COMMA", "_NL", "_UP_TO")
)
AFTER_OPERAND = frozenset(("SIGN", "TIMES"))
"""What a calculation goes on with, and how that place is known among all that the parser could take."""
_CALCULATION = re.compile(r"[ \t\u3000\u00a0]*(?:let|令|score|deduct|得分|扣分|[=＝])")
_IF = re.compile(r"\bif\b|若")
PENDING = (
    (_IF, re.compile(r"\bthen\b|(?<!否)则"), both("运算符或 then（则）", "an operator or then")),
    (_IF, re.compile(r"\belse\b|否则"), both("运算符或 else（否则）", "an operator or else")),
)
"""What opens, what has to follow, and what to say where it has not."""

OPENING = '"“'
_LEVEL = re.compile("(?:level|等级)[ \t]*[0-9０-９]|[第]?[一二三四五六七八九十]级")
_COMMENT = re.compile(r"[ \t\u3000\u00a0]{2}[#＃].*")
ALSO_LINES = {"LAYER": ("_COLUMN", "_READING"), "_STANDARD": ("_WEIGHTS",)}
"""Headings, and the lines under them that begin with the word of another heading."""
UNNAMED = ("_BLANK", "_COMMA", "_WEIGHT", "SECTION_NUMBER", "PINS", "PIN", "$END")


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
    word = word.replace("＠", "@", 1)
    start = row + indent
    if row == 0 and at == 0:
        named = _named(word, grammar.words_of(grammar.HEADINGS))
        if _LEVEL.match(line):
            named["nearest"] = both("；等级行请缩进在标题之下", "; a level is indented under its heading")
        return Slip(codes.UNKNOWN_HEADING, 0, len(word), named)
    if word.startswith("@") and word not in grammar.words_of(grammar.NOTES):
        return Slip(codes.UNKNOWN_NOTE, start, start + len(word), _named(word, grammar.words_of(grammar.NOTES)))
    if row and word in grammar.words_of(grammar.HEADINGS) and not _begins_a_line(text, word):
        return Slip(codes.HEADING_INDENTED, start, start + len(word), {"word": word})
    spoken = _spoken(expected, at == start, line[: at - row])
    found = _COMMENT.sub("", text[at:end]).strip(BLANKS)
    if not found:
        return Slip(codes.LINE_INCOMPLETE, at, at + 1, {"expected": spoken})
    hint = _hint(expected, found, line[: at - row])
    return Slip(
        codes.NOT_UNDERSTOOD,
        at,
        at + min(len(found), SHOWN),
        {"found": cropped(found), "expected": spoken, "hint": hint},
    )


def _begins_a_line(text: str, word: str) -> bool:
    """Whether a word that is a heading begins a line under this very heading as well."""
    heading = text.split(maxsplit=1)[0]
    return any(
        heading in grammar.words_of((above,)) and word in grammar.words_of(below) for above, below in ALSO_LINES.items()
    )


def given_up(text: str, at: int) -> Slip:
    row = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return Slip(codes.GIVEN_UP, end - len(text[row:end].lstrip(BLANKS)), end)


def cropped(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def likeliest(word: str, words: tuple[str, ...] | list[str]) -> list[str]:
    """What was probably meant, or nothing; several where they are equally near."""
    close = close_to(word, words)
    likeness = [SequenceMatcher(None, other, word[:60]).ratio() for other in close]
    return [other for other, like in zip(close, likeness, strict=True) if like == likeness[0]]


def close_to(word: str, words: tuple[str, ...] | list[str]) -> list[str]:
    """Up to three words that are like one, the most like it first."""
    return get_close_matches(word[:60], words, n=3, cutoff=0.6)


def nearest(word: str, words: tuple[str, ...] | list[str]) -> Both:
    """“did you mean”, or nothing."""
    best = likeliest(word, words)
    if not best:
        return both("", "")
    return both(
        f"，是否为{_either([f'“{one}”' for one in best], '、', '或')}？",
        f"; did you mean {_either([f'`{one}`' for one in best], ', ', ' or ')}?",
    )


def _named(word: str, words: tuple[str, ...]) -> dict[str, object]:
    return {"word": cropped(word), "nearest": nearest(word, words)}


def _spoken(expected: frozenset[str], at_line_start: bool, before: str) -> Both:
    """What could stand there, without the notes that can stand almost anywhere; within a calculation in a word, not sign by sign."""
    named: list[Both] = []
    if _follows_operand(expected, before):
        named, expected = [_what_follows(before)], expected - BETWEEN
    if expected >= BEFORE_OPERAND:
        named, expected = [AN_OPERAND], expected - OPERAND
    names = sorted(expected - set(UNNAMED) - (set(grammar.NOTES) if at_line_start else set()))
    named += [TERMINALS[name] for name in names if name in TERMINALS]
    named += [words for name in names if name not in TERMINALS for words in grammar.twins(name)]
    named.sort(key=lambda words: (words is not AN_OPERAND, words["en"]))
    zh, en = [words["zh"] for words in named], [words["en"] for words in named]
    return both(_beside_latin(_either(zh, "、", "或")), _either(en, ", ", " or "))


def _follows_operand(expected: frozenset[str], before: str) -> bool:
    """Whether the place is after an operand of a calculation: what the parser could take there may already be less than all operators."""
    return expected >= AFTER_OPERAND or bool(expected and expected <= BETWEEN and _CALCULATION.match(before))


def _what_follows(before: str) -> Both:
    """What can follow an operand: an operator, and what the line still lacks."""
    if len(re.findall("[(（]", before)) > len(re.findall("[)）]", before)):
        return both("运算符或右括号", "an operator or a closing bracket")
    for opening, following, words in PENDING:
        if len(opening.findall(before)) > len(following.findall(before)):
            return words
    return both("运算符或行尾", "an operator or the end of the line")


def _either(words: list[str], between: str, last: str) -> str:
    return between.join(words[:-1]) + last * (len(words) > 1) + "".join(words[-1:])


def _beside_latin(text: str) -> str:
    """Chinese with a blank towards Latin letters, also where the text is put after Chinese."""
    text = re.sub(r"(?<=[!-~])或", " 或", text)
    return re.sub(r"(^|或)(?=[!-~])", r"\1 ", text)


def _hint(expected: frozenset[str], found: str, before: str) -> Both:
    if not before.strip(BLANKS):
        return both("一行一事，行首的记号说明它是什么", "one idea a line; its first mark says what the line is")
    if found[0] in OPENING:
        return both("引号没有成对", "the quotation mark has no partner")
    if found[0] == "#":
        return both("注释之前要空两格", "a comment begins after two blanks")
    if re.match(r"\S*[Ａ-Ｚａ-ｚ]", found) and expected & {"ID", "NODE", "WORD", "SHORT", "CODE", "IDENT"}:
        return both("标识符和代码用半角字母", "identifiers and codes are written in half-width letters")
    if "IDENT" in expected and re.match("[\u4e00-\u9fff]", found):
        return both(
            "数据项和分项先写英文名称；中文名称写在声明里",
            "quantities and parts go by a name in Latin letters; their label stands where they are declared",
        )
    if _follows_operand(expected, before) and before[-1].isdigit() and found[0] in ",，":
        return both("数字里不写逗号；小数点写作 1.5", "no comma stands in a number; a decimal point is written 1.5")
    if before.lstrip(BLANKS)[0] in "@＠" and "QUOTED" in expected:
        return both("理由要加双引号", "the reason stands in double quotes")
    after_name = before[-1] in BLANKS and not (before.split()[-1] + found)[0].isdigit()
    if after_name and not found[0].isdigit() and expected - set(UNNAMED) <= {"_NL", "PERCENT", "QUOTED", "_IS"}:
        return both("名称中有空格时，请加双引号", "put a name that holds a blank in double quotes")
    if after_name and "QUANTITY_KIND" in expected:
        return both(
            "依次写英文名称、中文名称、种类、单位、时间；名称中有空格时，请加双引号",
            "name, label, kind, unit and time stand in this order; a label that holds a blank is quoted",
        )
    return both("这一行未读，其余各行照常检查", "this line is left unread; all others are checked")
