"""Words of the language that were misspelt, and signs and quotes that stand for others.

In: a line that could not be read, or was read as a text. Out: that line with a keyword in place of what is nearly one, with a sign as the
language writes it, with quotes around a name or with their partner. Each is read again before it is offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ctmm_dsl import grammar
from ctmm_dsl.catalogue import text as codes
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.fix import Fix, change, put_in
from ctmm_dsl.fixes.lines import can_be_read, content, line_at, words_in
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.reader import plain
from ctmm_dsl.slips import close_to
from ctmm_dsl.source import BLANKS, Span

PHRASES = (
    "mean of clauses", "cumulative", "own level", "weighted sum", "less deductions", "score", "minimum", "one by one", "any",
    "low median", "high median", "at point", "over period", "of total", "up to", "条款平均", "累计", "本级", "加权求和", "减去扣分",
    "最低值", "逐级", "任一", "低中位数", "高中位数", "占总分",
)  # fmt: skip
"""What the language says in several words, or without a twin's rule: terminals that are no keywords."""

SIGNS = (
    ("=>", ">="), ("=>", "->"), ("=<", "<="), ("≧", ">="), ("≦", "<="), ("⩾", ">="), ("⩽", "<="), ("》", ">"), ("《", "<"), ("==", "="),
    ("-->", "->"), ("——>", "->"), ("—>", "->"), ("–>", "->"), ("％％", "%"), ("%%", "%"),
)  # fmt: skip
"""Signs as they are mistyped, and as the language writes them."""

TURNED = {"<": ">", "＜": ">", "<=": ">=", "＜=": ">=", "≤": ">="}
"""Comparisons that a threshold cannot have, the other way round."""

_TRAILING = re.compile(r"[：:。.，,；;、]+$")
_THOUSANDS = re.compile(r"(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))")
_DECIMALS = re.compile(r"(?<=[0-9])[,，](?=[0-9])")
MOST = 3


def heading(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A heading that is nearly one of the language's."""
    return readable(_keywords(finding.span, grammar.words_of(grammar.HEADINGS)))


def note(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A note's mark that is nearly one."""
    return readable(_keywords(finding.span, grammar.words_of(grammar.NOTES)))


def text(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A line read as a text, one of whose first words is nearly a keyword."""
    words = words_in(finding.span)[:MOST]
    known = _known()
    return readable(fix for word in words for fix in _keywords(word, known))


def unread(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A line that could not be read: the first way of mending it by which it can be."""
    at = finding.span
    line = line_at(at.source, at.start)
    rest = Span(at.source, at.start, content(line).end)
    if not rest.text:
        yield from readable(_closing(line))
        return
    ways = (
        _turned(at),
        _signs(rest),
        _narrow(rest),
        _numbers(Span(at.source, content(line).start, rest.end)),
        _blank_before_comment(rest),
        _keywords_of_the_rest(rest),
        _closing(line),
        _opening(line),
        _bracket(rest),
        _joined(rest),
        _percent(rest),
        _quoted(rest),
    )
    for way in ways:
        found = list(readable(way))
        if found:
            yield from found[:MOST]
            return


def readable(proposed: Iterable[Fix]) -> Iterator[Fix]:
    """Those by which the line can be read."""
    return (fix for fix in proposed if can_be_read(fix.edits))


def _known() -> tuple[str, ...]:
    return (*(word for words in grammar.keywords().values() for word in words), *PHRASES)


def _keywords(word: Span, known: tuple[str, ...]) -> Iterator[Fix]:
    text = word.text.replace("＠", "@", 1)
    return (change(word, near) for near in close_to(text, [one for one in known if one != text]))


def _keywords_of_the_rest(rest: Span) -> Iterator[Fix]:
    """One to three words from the place on, as a keyword or a phrase that is like them."""
    words = words_in(rest)[:MOST]
    for count in range(len(words), 0, -1):
        yield from _keywords(words[0].to(words[count - 1]), _known())
    for word in words[:1]:
        bare = _TRAILING.sub("", word.text)
        if bare != word.text:
            yield change(word, bare)


def _turned(at: Span) -> Iterator[Fix]:
    if at.text in TURNED:
        yield change(at, TURNED[at.text])


def _signs(rest: Span) -> Iterator[Fix]:
    line = content(line_at(rest.source, rest.start))
    word = next((word for word in words_in(line) if word.end > rest.start), rest)
    rest = word.to(rest)
    for wrong, right in SIGNS:
        for match in re.finditer(re.escape(wrong), rest.text):
            yield change(_part(rest, match), right)


def _narrow(rest: Span) -> Iterator[Fix]:
    """Letters, digits and signs of a word in their half-width form."""
    word = words_in(rest)[0]
    if plain(word.text) != word.text:
        yield change(word, plain(word.text))


def _numbers(line: Span) -> Iterator[Fix]:
    for match in _THOUSANDS.finditer(line.text):
        yield Fix(both("去掉数字里的逗号", "take the comma out of the number"), (Edit(_part(line, match), ""),))
    for match in _DECIMALS.finditer(line.text):
        yield Fix(both("小数点写作 .", "write the decimal point as ."), (Edit(_part(line, match), "."),))


def _blank_before_comment(rest: Span) -> Iterator[Fix]:
    if rest.text[0] in "#＃":
        yield put_in(rest, " ", "注释前补一个空格", "put one more blank before the comment")


def _closing(line: Span) -> Iterator[Fix]:
    """A quotation mark in place of the one that is gone: after the fewest words that make the line readable."""
    inner = content(line)
    for opening, closing in (('"', '"'), ("“", "”")):
        if inner.text.count(opening) <= inner.text.count(closing) - (
            opening == closing and inner.text.count(closing) % 2
        ):
            continue
        start = inner.text.rfind(opening)
        for word in words_in(Span(inner.source, inner.start + start, inner.end)):
            end = Span(inner.source, word.end, word.end)
            fix = put_in(end, closing, f"补上引号 {closing}", f"put in the missing {closing}")
            if can_be_read(fix.edits):
                yield fix
                return


def _opening(line: Span) -> Iterator[Fix]:
    """The quotation mark that a closing one lacks: before the fewest words that make the line readable."""
    inner = content(line)
    if inner.text.count('"') % 2:
        for word in reversed(words_in(Span(inner.source, inner.start, inner.start + inner.text.rfind('"')))):
            fix = put_in(word, '"', '补上引号 "', 'put in the missing "')
            if can_be_read(fix.edits):
                yield fix
                return


def _bracket(rest: Span) -> Iterator[Fix]:
    """A closing bracket before the place where one lacks."""
    before = rest.source.text[line_at(rest.source, rest.start).start : rest.start]
    if len(re.findall("[(（]", before)) > len(re.findall("[)）]", before)):
        end = rest.start - len(before) + len(before.rstrip(BLANKS))
        yield put_in(Span(rest.source, end, end), ")", "补上右括号", "put in the closing bracket")


def _joined(rest: Span) -> Iterator[Fix]:
    """An identifier that a blank cut in two."""
    line = content(line_at(rest.source, rest.start))
    words = words_in(line)
    for one, other in pairwise(words):
        if other.start == rest.start and (one.text + other.text).isascii():
            blank = Span(rest.source, one.end, other.start)
            joined = one.text + other.text
            yield Fix(both(f"合为 {joined}", f"join to {joined}"), (Edit(blank, ""),))


def _quoted(rest: Span) -> Iterator[Fix]:
    """Quotes around the fewest words that make the line readable: a name that holds a blank begins with the word before the place; a reason
    at the place itself."""
    line = content(line_at(rest.source, rest.start))
    words = words_in(line)
    at = next((place for place, word in enumerate(words) if word.end > rest.start), len(words))
    for first in (at, at - 1):
        for last in range(max(first, at), len(words)):
            if first < 1 or '"' in (name := Span(line.source, words[first].start, words[last].end)).text:
                continue
            fix = change(name, f'"{name.text}"')
            if can_be_read(fix.edits):
                yield fix
                return


def _percent(rest: Span) -> Iterator[Fix]:
    word = words_in(rest)[0]
    if plain(word.text).replace(".", "", 1).isdigit():
        yield change(word, f"{word.text}%")


def _part(span: Span, match: re.Match[str]) -> Span:
    return Span(span.source, span.start + match.start(), span.start + match.end())


FIXES = (
    (codes.UNKNOWN_HEADING, heading),
    (codes.UNKNOWN_NOTE, note),
    (codes.NOT_UNDERSTOOD, unread),
    (codes.TEXT_WITHOUT_MARK, text),
    (codes.LINE_INCOMPLETE, unread),
)
