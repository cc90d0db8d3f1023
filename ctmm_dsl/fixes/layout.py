"""Where a line stands and how it is marked: indentation, marks of clauses and levels, lines that stand twice, characters that nobody sees.

In: a finding about a line's place or mark. Out: the line indented as those beside it, with the mark that they have, or taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctmm_dsl import grammar
from ctmm_dsl.catalogue import text as codes
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.fix import Fix, at_start, change, put_in, take_out
from ctmm_dsl.fixes.lines import (
    can_be_read,
    column_of,
    content,
    indentation,
    line_at,
    lines_after,
    lines_before,
    whole_lines,
    with_all_under,
    words_in,
)
from ctmm_dsl.fixes.words import readable
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.clauses import letter_at
from ctmm_dsl.resolve.reader import plain
from ctmm_dsl.source import BLANKS, Span

STEP = "  "

_LABEL = re.compile(r"[a-zａ-ｚ]{1,2}[)）](?=.)")
_DASH = re.compile("[-－](?=.)")
_LEVEL = re.compile(r"(?:level|等级)[ \t\u3000]*([0-9０-９]+)|[第]?([一二三四五六七八九十])级")
_LIKE_LEVEL = re.compile(
    r"(?:[Ll]e[A-Za-z]{2,4}|等级|第)?[ \t\u3000]*([0-9０-９]{1,2}|[一二三四五六七八九十])[ \t]*级?[ \t]*[：:。.，,；;、]*$"
)
_LIKE_LABEL = re.compile(r"[（(]?([A-Za-zＡ-Ｚａ-ｚ])[）).．、][ \t\u3000]*")
_LIKE_DASH = re.compile(r"(?:[•·▪●○◆■①-⑳—–]|[（(]?[0-9０-９]+[）).．、])[ \t\u3000]*")


# ---- lines in column one, and headings that are not --------------------------------------------------------------


def in_column_one(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A line that belongs to the heading above it: indented as the last line of its kind there."""
    line = line_at(finding.span.source, finding.span.start)
    if not any(line.text.startswith(word) for word in grammar.words_of(grammar.HEADINGS)):
        yield from readable(_indented(line))


def _indented(line: Span) -> Iterator[Fix]:
    for other in lines_before(line):
        if not other.text.strip(BLANKS) or other.text[0] in "#＃":
            continue
        if column_of(other) == 0:
            yield _with_indentation(line, STEP)
            return
        if _kind(other) == _kind(line):
            yield _with_indentation(line, indentation(other))
            return


def _kind(line: Span) -> str:
    text = content(line).text
    if _LEVEL.match(text):
        return "level"
    marks = ((_LABEL, "clause"), (_DASH, "clause"), (re.compile("[@＠]"), "note"))
    return next((kind for pattern, kind in marks if pattern.match(text)), "text")


def _with_indentation(line: Span, blanks: str) -> Fix:
    old = Span(line.source, line.start, line.start + len(indentation(line)))
    return Fix(both("把这一行缩进到上一标题之下", "indent the line under the heading above"), (Edit(old, blanks),))


def heading_indented(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A heading, put into column one."""
    line = line_at(finding.span.source, finding.span.start)
    if content(line).text.split(maxsplit=1)[0] in grammar.words_of(grammar.HEADINGS):
        old = Span(line.source, line.start, line.start + len(indentation(line)))
        yield from readable([take_out([old], "标题顶格", "put the heading into column one")])


# ---- notes ---------------------------------------------------------------------------------------------------------


def note_misplaced(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A note, indented under the nearest clause above it, or beside the note that it stands under."""
    line = line_at(finding.span.source, finding.span.start)
    old = Span(line.source, line.start, line.start + len(indentation(line)))
    for above in lines_before(line):
        kind = _kind(above) if above.text.strip(BLANKS) else ""
        if kind == "note" and column_of(above) < column_of(line):
            words = both("与上面的注记对齐", "align it with the note above")
            yield from readable([Fix(words, (Edit(old, indentation(above)),))])
            return
        if kind == "clause":
            words = both("缩进到上面的条款之下", "indent it under the clause above")
            yield from readable([Fix(words, (Edit(old, indentation(above) + STEP),))])
            return
        if kind not in ("", "note"):
            return


# ---- texts without a mark --------------------------------------------------------------------------------------------


def mark(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A clause or a level whose mark is written otherwise; else the mark of the clauses beside it, or a continuation."""
    line = line_at(finding.span.source, finding.span.start)
    inner = content(line)
    if level := _LIKE_LEVEL.fullmatch(inner.text):
        number = plain(level[1])
        written = f"level {number}" if number.isdigit() else f"{number}级"
        yield from readable([change(inner, written)])
        return
    like = _LIKE_LABEL.match(inner.text) or _LIKE_DASH.match(inner.text)
    label = _next_label(line)
    if like:
        old = Span(inner.source, inner.start, inner.start + like.end())
        written = f"{plain(like[1]).lower()})" if like.re is _LIKE_LABEL and label != "-" else label
        yield from readable([change(old, f"{written or '-'} ")])
        return
    if label:
        yield from readable([put_in(inner, f"{label} ", f"前面补上 {label}", f"put {label} before it")])
    words = both("缩进为上一行的续行", "indent it: the line above goes on here")
    yield from readable([Fix(words, (Edit(at_start(line), STEP),))])


def _next_label(line: Span) -> str:
    """The mark that a clause would have there, by the clauses of its level; else by those of its block; empty where there are none."""
    above = next(_labels(lines_before(line), within=True), "")
    if above:
        return "-" if _DASH.match(above) else _after(above.partition(")")[0].partition("）")[0])
    beside = next((mark for lines in (lines_after, lines_before) for mark in _labels(lines(line), within=False)), "")
    return ("-" if _DASH.match(beside) else "a)") if beside else ""


def _labels(lines: Iterator[Span], *, within: bool) -> Iterator[str]:
    """The lines of clauses among lines, up to the heading that ends them, or (`within`) up to the level."""
    for line in lines:
        text = content(line).text
        if _LABEL.match(text) or _DASH.match(text):
            yield text
        elif (within and _LEVEL.match(text)) or (text and column_of(line) == 0):
            return


def _after(letters: str) -> str:
    letters = plain(letters)
    place = next((place for place in range(26 * 27) if letter_at(place) == letters), -1)
    return f"{letter_at(place + 1)})"


# ---- what stands twice, and what nobody sees ---------------------------------------------------------------------------


def doubled(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """What stands here for the second time, word for word."""
    for first in finding.related:
        here, there = with_all_under(finding.span), with_all_under(first.span)
        if here.text.split() == there.text.split() and not here.holds(there):
            yield take_out([here], "删除重复的这一处", "delete this one, which stands twice")


def line_doubled(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """The second of two lines that are the same."""
    line = line_at(finding.span.source, finding.span.start)
    for other in lines_before(line):
        if words_of(other) == words_of(line):
            yield take_out([whole_lines(line)], "删除重复的这一行", "delete this line, which stands twice")
            return
        if column_of(other) == 0 and other.text.strip(BLANKS):
            return


def words_of(line: Span) -> list[str]:
    return [word.text for word in words_in(line)]


def unseen(finding: Finding, _: Outcome) -> Iterator[Fix]:
    yield take_out([finding.span], f"删除 {finding.words['character']}", f"delete {finding.words['character']}")


def empty(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A mark with nothing after it."""
    line = whole_lines(finding.span)
    fix = take_out([line], "删除这一行", "delete this line")
    if can_be_read(fix.edits):
        yield fix


FIXES = (
    (codes.UNKNOWN_HEADING, in_column_one),
    (codes.HEADING_INDENTED, heading_indented),
    (codes.LINE_WITHOUT_HEADING, heading_indented),
    (codes.NOTE_OUT_OF_PLACE, note_misplaced),
    (codes.TEXT_WITHOUT_MARK, mark),
    (codes.BLOCK_REPEATED, doubled),
    (codes.LINE_REPEATED, line_doubled),
    (codes.UNSEEN_CHARACTER, unseen),
    (codes.EMPTY_TEXT, empty),
)
