"""Figures that clauses demand: the note put to what the text says, or the text to what the note says; metrics by their right names.

In: a finding about a figure or a metric. Out: another figure, sign or name there; a declaration that nobody uses taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctmm_dsl.catalogue import metrics as codes
from ctmm_dsl.checks.metrics import all_stand
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.fix import Fix, change, take_out
from ctmm_dsl.fixes.found import clause_at, standard_at
from ctmm_dsl.fixes.lines import with_all_under, words_in
from ctmm_dsl.model import Clause, Requirement
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.names import likeliest_of
from ctmm_dsl.resolve.reader import plain
from ctmm_dsl.source import Span

_NUMBER = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?(\s*[%％])?")


def not_in_text(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The one figure of the text that no note states, put into the note; or the note's figure put into the text."""
    held = _requirement_at(finding.span, outcome)
    if held is None:
        return
    clause, requirement = held
    stated = {figure for one in clause.requirements for figure in one.figures}
    free = [
        (span, written)
        for span, written in _figures(clause)
        if (written.endswith("%") == requirement.percent) and written.rstrip("% ") not in stated
    ]
    if len(free) == 1 and len(requirement.figures) == 1:
        span, written = free[0]
        figure = written.replace(" ", "")
        note = _figure_of(requirement)
        words = both(f"把 @metric 改为 {figure}", f"set the @metric to {figure}")
        yield Fix(words, (Edit(note, figure),))
        words = both(f"把条款里的 {span.text} 改为 {note.text}", f"change {span.text} in the clause to {note.text}")
        yield Fix(words, (Edit(span, note.text),))


def _requirement_at(span: Span, outcome: Outcome) -> tuple[Clause, Requirement] | None:
    held = clause_at(span, outcome)
    for requirement in held[2].requirements if held else ():
        if held and requirement.span.holds(span):
            return held[2], requirement
    return None


def _figures(clause: Clause) -> Iterator[tuple[Span, str]]:
    """Every figure of a clause that stands in one line, as written and in its plain form."""
    span = clause.text_span
    for match in _NUMBER.finditer(span.text):
        yield Span(span.source, span.start + match.start(), span.start + match.end()), plain(match.group())


def _figure_of(requirement: Requirement) -> Span:
    """The figure in a note's line, after the metric and the comparison."""
    text = requirement.span.text
    at = text.index(requirement.name) + len(requirement.name)
    number = _NUMBER.search(text, at)
    start = requirement.span.start + (number.start() if number else at)
    return Span(requirement.span.source, start, requirement.span.end)


def other_kind(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A share with its sign, or a count without one, where the text has it so."""
    held = _requirement_at(finding.span, outcome)
    if held:
        _, requirement = held
        figure = _figure_of(requirement)
        yield change(figure, figure.text.rstrip("%％ ") if requirement.percent else f"{figure.text}%")


def undeclared(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The nearest metric, wherever this name is used."""
    standard = standard_at(finding.span, outcome)
    if standard is None:
        return
    name = str(finding.words["name"])
    for near in likeliest_of(name, standard.known_metrics):
        edits = [
            Edit(requirement.span.find(name), near)
            for clause in standard.clauses.values()
            for requirement in clause.requirements
            if requirement.name == name
        ]
        yield Fix(both(f"改为 {near}", f"change to {near}"), tuple(edits))


def unused(finding: Finding, _: Outcome) -> Iterator[Fix]:
    name = finding.words["name"]
    yield take_out([with_all_under(finding.span)], f"删除指标 {name}", f"delete the metric {name}")


def compared(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The comparison of the level below."""
    held = _requirement_at(finding.span, outcome)
    if held and all_stand(held[1], held[0].text):
        sign = words_in(finding.span)[2:3]
        before = str(finding.words["before"])
        yield from (change(one, before) for one in sign if plain(one.text) in (">", ">=", "<", "<="))


FIXES = (
    (codes.FIGURE_NOT_IN_TEXT, not_in_text),
    (codes.WRONG_KIND, other_kind),
    (codes.UNDECLARED, undeclared),
    (codes.UNUSED, unused),
    (codes.MIXED_COMPARISON, compared),
)
