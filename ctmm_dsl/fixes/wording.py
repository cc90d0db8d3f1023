"""Punctuation: full-width marks in Chinese, brackets of one width.

In: a finding about the marks of a text. Out: the marks that the check told of, and the partners of brackets, in the width of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.catalogue import wording as codes
from ctmm_dsl.checks.wording import half_width_marks, unpaired
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.fix import Fix, change
from ctmm_dsl.fixes.found import clause_at
from ctmm_dsl.fixes.lines import content, line_at
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.source import Span

FULL = str.maketrans(",;:?!()", "，；：？！（）")
BRACKETS = {"（": "(", "）": ")", "(": "（", ")": "）", "【": "[", "】": "]", "[": "［", "]": "］", '"': "“”"}
"""Each bracket or quotation mark, and those that look like it, of the other width."""


def half_width(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """All marks of the clause that stand among Chinese, with the partners of brackets among them."""
    held = clause_at(finding.span, outcome)
    if held is None:
        return
    span = held[2].text_span
    text = span.text
    stretches = list(half_width_marks(text))
    stretches += [(at, at + 1) for at in _partners(text, stretches)]
    edits = []
    for start, end in sorted(set(stretches)):
        mark = text[start:end].strip().translate(FULL)
        edits.append(Edit(Span(span.source, span.start + start, span.start + end), mark))
    marks = " ".join(dict.fromkeys(edit.text for edit in edits))
    if edits:
        yield Fix(both(f"改为全角标点 {marks}", f"change to full-width {marks}"), tuple(edits))


def _partners(text: str, stretches: list[tuple[int, int]]) -> Iterator[int]:
    """Where the partners of the half-width brackets stand that are to be changed."""
    changing = {place for start, end in stretches for place in range(start, end)}
    waiting: list[int] = []
    for at, character in enumerate(text):
        if character == "(":
            waiting.append(at)
        elif character == ")" and waiting:
            opening = waiting.pop()
            if (opening in changing) != (at in changing):
                yield at if opening in changing else opening


def bracket(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """A bracket of the other width, where that makes it a partner."""
    line = content(line_at(finding.span.source, finding.span.start))
    for at, character in enumerate(line.text):
        for other in BRACKETS.get(character, ""):
            if not unpaired(line.text[:at] + other + line.text[at + 1 :]):
                yield change(Span(line.source, line.start + at, line.start + at + 1), other)


FIXES = (
    (codes.WIDTHS_MIXED, half_width),
    (codes.BRACKETS_UNPAIRED, bracket),
)
