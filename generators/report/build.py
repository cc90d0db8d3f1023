"""The report put together: its sections in their order, numbered, with figures and tables numbered through.

In: facts of one assessment, of several, or of two assessors. Out: a `Document` for the writers. What is not there has no section: the
kinds of leaves that a standard has decide which sections a report has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ctmm_dsl.model import Scheme
from ctmm_dsl.report.comparison_values import Assessors, Changes, Comparison
from ctmm_dsl.report.explanation_values import Explanation
from ctmm_dsl.report.values import Facts
from generators.naming import numeral
from generators.report import (
    agreement,
    backing,
    characteristics,
    comparison,
    explanation,
    indicators,
    ladder,
    lead,
    plan,
    scores,
)
from generators.report.balance import balance
from generators.report.page import Beside, Block, Document, Figure, Heading, Table
from generators.report.speech import Speech

Section = tuple[str, list[Block]]


def report(facts: Facts, steps: Explanation, language: str) -> Document:
    """The report on one assessment."""
    say = Speech(facts.scheme, language)
    subject = (facts.assessment.subject or {}).get("name", "").strip()
    title = say("title", subject=subject) if subject else say("title.nobody")
    found = [lead.tiles(facts, say), *laid_out(_sections(facts, say), _appendices(facts, steps, say), say)]
    return Document(language, title, tuple(_about(facts, say)), tuple(found), say("contents"), say("foot"))


def compared(found: Comparison, changes: Sequence[Changes], language: str) -> Document:
    """The report on several assessments side by side."""
    say = Speech(found.scheme, language)
    lines = [*_standard(found.scheme, say), (say("comparison.cases"), say.joined(case.name for case in found.cases))]
    blocks = tuple(laid_out(comparison.sections(found, changes, say), [], say))
    return Document(
        language, say("comparison.title", count=len(found.cases)), tuple(lines), blocks, say("contents"), say("foot")
    )


def agreed(scheme: Scheme, found: Assessors, language: str) -> Document:
    """The report on two assessors of one city."""
    say = Speech(scheme, language)
    blocks = (agreement.tiles(found, say), *laid_out(agreement.sections(found, say), [], say))
    title = say("agreement.title", one=found.one.name, other=found.other.name)
    return Document(language, title, tuple(_standard(scheme, say)), blocks, say("contents"), say("foot"))


# ---- sections --------------------------------------------------------------------------------------------------


def _sections(facts: Facts, say: Speech) -> Iterator[Section]:
    yield say("section.conclusion"), list(lead.conclusion(facts, say))
    yield say("section.scores", layer=say.layer(0)), list(scores.domains(facts, say))
    if facts.standing:
        yield say("section.levels"), list(ladder.levels(facts.standing, say))
    if facts.result.rubric:
        yield say("section.profile"), list(characteristics.profile(facts, facts.result.rubric, say))
        yield say("figures.table", layer=say.layer(0)), list(characteristics.figures(facts, facts.result.rubric, say))
    yield from _of_quantities(facts, say)
    yield from _of_levels(facts, say)
    if facts.characteristics:
        yield from _of_rubrics(facts, say)
    yield say("section.tables", layer=say.layer(0)), list(scores.details(facts, say))
    yield say("section.evidence"), list(backing.evidence(facts, say))
    if facts.offers:
        yield say("section.offers"), list(backing.offers(facts, say))


def _of_quantities(facts: Facts, say: Speech) -> Iterator[Section]:
    if facts.deductions:
        yield say("section.deductions"), list(indicators.deductions(facts, say))
    if facts.indicators:
        yield say("section.indicators"), list(indicators.lost(facts, say))


def _of_levels(facts: Facts, say: Speech) -> Iterator[Section]:
    if facts.balance:
        yield say("section.balance"), list(balance(facts, facts.balance, say))
    if facts.standing and facts.outlook:
        yield plan.plan_title(facts.standing, say), list(plan.plan(facts.standing, facts.outlook, say))
    if facts.sensitivity:
        yield say("section.sensitivity"), list(plan.sensitivity(facts, facts.sensitivity, say))


def _of_rubrics(facts: Facts, say: Speech) -> Iterator[Section]:
    layer = say.leaf_layer(one.node for one in facts.characteristics)
    yield say("section.weak", layer=layer), list(characteristics.weak(facts, say))
    yield say("section.gaps"), list(characteristics.gaps(facts, say))
    if facts.assessment.respondents:
        yield say("section.perception"), list(characteristics.perception(facts, say))
    yield say("section.documents"), list(characteristics.documents(facts, say))


def _appendices(facts: Facts, steps: Explanation, say: Speech) -> Iterator[Section]:
    if facts.indicators or facts.deductions:
        yield say("section.formulas"), list(indicators.formulas(facts, say))
    if steps.wholes or steps.rubric:
        yield say("section.explanation"), list(explanation.explanation(steps, say))


# ---- head ------------------------------------------------------------------------------------------------------


def _about(facts: Facts, say: Speech) -> Iterator[tuple[str, str]]:
    for name, text in (facts.assessment.subject or {}).items():
        yield say("about.subject") if name == "name" else name, text
    yield from _standard(facts.scheme, say)
    if facts.assessment.date:
        yield say("about.date"), facts.assessment.date
    yield say("about.answers"), say("about.partial", count=len(facts.missing)) if facts.missing else say("about.whole")


def _standard(scheme: Scheme, say: Speech) -> Iterator[tuple[str, str]]:
    standard = scheme.standard
    yield say("about.standard"), standard.name
    if number := standard.facts.get("number"):
        yield say("about.number"), number
    yield say("about.edition"), standard.edition
    if scheme.profile:
        yield say("about.profile"), say("about.profile.text", name=scheme.profile.name or scheme.id, id=scheme.id)


# ---- numbers ---------------------------------------------------------------------------------------------------


def laid_out(sections: Iterable[Section], appendices: Iterable[Section], say: Speech) -> Iterator[Block]:
    """Sections one after the other, under numbered headings; those without anything in them are left out."""
    counted = _Numbers(say)
    for number, (title, blocks) in enumerate((one for one in sections if one[1]), 1):
        shown = numeral(number) if say.language == "zh" else number
        yield Heading(say("number.section", number=shown, text=title))
        yield from map(counted.block, blocks)
    for at, (title, blocks) in enumerate(one for one in appendices if one[1]):
        yield Heading(say("number.appendix", number=chr(ord("A") + at), text=title))
        yield from map(counted.block, blocks)


class _Numbers:
    """Counts figures and tables with a caption through a report."""

    def __init__(self, say: Speech) -> None:
        self.say = say
        self.figures = 0
        self.tables = 0

    def block(self, block: Block) -> Block:
        match block:
            case Figure():
                self.figures += 1
                return replace(block, caption=self.say("number.figure", number=self.figures, text=block.caption))
            case Table() if block.caption:
                self.tables += 1
                return replace(block, caption=self.say("number.table", number=self.tables, text=block.caption))
            case Beside(left, right):
                return Beside(self.block(left), self.block(right))
        return block
