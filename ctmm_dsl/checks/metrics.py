"""CT5…: figures that clauses demand: declared, standing in the text, rising from level to level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.catalogue import metrics as codes
from ctmm_dsl.checks.spoken import decimal, percent
from ctmm_dsl.findings import Entry, Finding, Related, both
from ctmm_dsl.model import Clause, Metric, Model, Node, Requirement
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import plain

KIND_WORDS = {
    "share": both("占比", "share"),
    "count": both("数量", "count"),
    "points": both("分值", "number of points"),
}
BELOW = both("较低等级在这里", "the lower level is here")

_FIGURE = re.compile(
    r"(?:不少于|不低于|至少|超过|高于|达到?|大于)\s*[0-9０-９]+(?:[.．][0-9０-９]+)?\s*[%％]?"
    r"|[0-9０-９]+(?:[.．][0-9０-９]+)?\s*[%％]"
    r"|(?<![第\w.])[0-9０-９]+(?:\s*[-–—~～]\s*[0-9０-９]+)?\s*(?:个|项|类|种|家|处)"
)
"""A figure that a clause demands, as such demands are worded; 第12章 and 12345热线 are none."""


def figures_stand(model: Model) -> Iterator[Finding]:
    """A requirement's metric is declared, its figure is of the metric's kind and stands in the clause."""
    for standard in model.standards:
        unknown: set[str] = set()
        for clause in standard.clauses.values():
            for requirement in clause.requirements:
                if requirement.metric:
                    yield from _figure(clause, requirement, requirement.metric)
                elif requirement.name not in unknown and not standard.cut_off:
                    unknown.add(requirement.name)
                    near = nearest_of(requirement.name, standard.known_metrics)
                    yield codes.UNDECLARED(
                        requirement.span, extent=standard.extent, name=requirement.name, nearest=near
                    )


def _figure(clause: Clause, requirement: Requirement, metric: Metric) -> Iterator[Finding]:
    if (metric.kind == "share") != requirement.percent:
        kind = KIND_WORDS[metric.kind]
        yield codes.WRONG_KIND(requirement.span, name=requirement.name, kind=kind, figure=spoken(requirement))
    elif not all_stand(requirement, clause.text):
        related = Related(clause.text_span, both("条款在这里", "the clause is here"))
        yield codes.FIGURE_NOT_IN_TEXT(requirement.span, related, extent=clause.span, figure=spoken(requirement))


def all_stand(requirement: Requirement, text: str) -> bool:
    """Every figure stands in the text; of a range of shares the first may go without its sign, as in 50-60%."""
    *first, last = requirement.figures
    return all(_stands(figure, False, text) for figure in first) and _stands(last, requirement.percent, text)


def _stands(figure: str, percent: bool, text: str) -> bool:
    sign = r"\s*%" if percent else ""
    return re.search(rf"(?<![0-9.]){re.escape(figure)}{sign}(?![0-9.]*[0-9])", plain(text)) is not None


def spoken(requirement: Requirement) -> str:
    speak = percent if requirement.percent else decimal
    if requirement.low == requirement.high:
        return speak(requirement.low)
    return f"{speak(requirement.low)}–{speak(requirement.high)}"


def figures_rise(model: Model) -> Iterator[Finding]:
    """Within a leaf, a higher level demands more of the same metric, and compares it alike."""
    for standard in model.standards:
        for node in standard.leaves():
            for ladder in _ladders(node).values():
                yield from _told_once(_steps(ladder), codes.MIXED_COMPARISON)


def _told_once(findings: Iterator[Finding], entry: Entry) -> Iterator[Finding]:
    """One sign among others makes two steps uneven: the first is told."""
    told = False
    for finding in findings:
        if finding.entry is not entry or not told:
            yield finding
        told = told or finding.entry is entry


def _steps(ladder: list[tuple[Clause, Requirement]]) -> Iterator[Finding]:
    """Each requirement against the strongest of the levels below it."""
    for clause, requirement in ladder:
        lower = [(below, before) for below, before in ladder if below.level < clause.level]
        if lower:
            yield from _step(*max(lower, key=lambda step: _strength(step[1])), clause, requirement)


def _ladders(node: Node) -> dict[str, list[tuple[Clause, Requirement]]]:
    ladders: dict[str, list[tuple[Clause, Requirement]]] = {}
    for clause in sorted(node.own_clauses, key=lambda clause: clause.level):
        for requirement in clause.requirements:
            ladders.setdefault(requirement.name, []).append((clause, requirement))
    return ladders


def _strength(requirement: Requirement) -> tuple[Fraction, Fraction]:
    """What makes one requirement ask more than another of its kind: a higher figure, or a lower one that must not be passed."""
    sign = -1 if requirement.operator in ("<", "<=") else 1
    return sign * requirement.low, sign * requirement.high


def _step(below: Clause, before: Requirement, clause: Clause, requirement: Requirement) -> Iterator[Finding]:
    metric = requirement.metric.label if requirement.metric else requirement.name
    related = Related(before.span, BELOW)
    rises = _strength(requirement) > _strength(before)
    if not rises and requirement.percent == before.percent:
        yield codes.DOES_NOT_RISE(
            requirement.span, related, extent=before.span.to(requirement.span),
            metric=metric, level=clause.level, figure=spoken(requirement), below=below.level, before=spoken(before),
        )  # fmt: skip
    elif {requirement.operator, before.operator} in ({">", ">="}, {"<", "<="}):
        yield codes.MIXED_COMPARISON(
            requirement.span, related,
            metric=metric, level=clause.level, operator=requirement.operator, below=below.level, before=before.operator,
        )  # fmt: skip


def metrics_used(model: Model) -> Iterator[Finding]:
    """A declared metric is used, in its own standard or in a part of it."""
    used = {
        id(requirement.metric)
        for standard in model.standards
        for clause in standard.clauses.values()
        for requirement in clause.requirements
    }
    for standard in model.standards:
        for metric in standard.metrics:
            if id(metric) not in used:
                yield codes.UNUSED(metric.span, name=metric.name)


def figures_have_metrics(model: Model) -> Iterator[Finding]:
    """Every figure that a clause demands is stated as a requirement, where the standard states figures at all."""
    for standard in model.standards:
        if standard.known_metrics:
            for clause in standard.clauses.values():
                stated = {figure for requirement in clause.requirements for figure in requirement.figures}
                for match in _FIGURE.finditer(clause.text):
                    numbers = re.findall(r"[0-9]+(?:\.[0-9]+)?", plain(match.group()))
                    if not stated.issuperset(numbers):
                        figure = match.group()
                        place = clause.text_span.find(figure)
                        yield codes.FIGURE_WITHOUT_METRIC(place, extent=clause.span, figure=figure)
                        break
