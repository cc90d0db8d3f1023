"""The page of an analysis put together: its sections in their order; what a standard has no part for has none.

In: an `Analysis`. Out: a `Document` for the writers of reports. Examples stand at its end: what the referee says of each, and its file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ctmm_dsl.analysis.examples import content
from ctmm_dsl.analysis.found import Analysis
from ctmm_dsl.analysis.values import Example, OfLadder
from generators.analysis import alternatives, formulas, levels, medians, moves
from generators.analysis.clause_weights import clause_weights
from generators.analysis.speech import AnalysisSpeech
from generators.report.build import Section, laid_out
from generators.report.page import Block, Cell, Column, Document, Folded, Paragraph, Row, Table, Tile, Tiles


def document(found: Analysis, language: str) -> Document:
    say = AnalysisSpeech(found.scheme, language)
    name = found.scheme.profile.name if found.scheme.profile else ""
    title = say("an.title", name=name or found.scheme.standard.name)
    blocks = [Tiles(tuple(_tiles(found, say))), *laid_out(_sections(found, say), _appendices(found, say), say)]
    return Document(language, title, tuple(_about(found, say)), tuple(blocks), say("contents"), say("an.foot"))


def _about(found: Analysis, say: AnalysisSpeech) -> Iterator[tuple[str, str]]:
    scheme = found.scheme
    yield say("about.standard"), scheme.standard.name
    if number := scheme.standard.facts.get("number"):
        yield say("about.number"), number
    yield say("about.edition"), scheme.standard.edition
    if scheme.profile:
        yield say("about.profile"), say("about.profile.text", name=scheme.profile.name or scheme.id, id=scheme.id)
    if found.assessment:
        name = (found.assessment.subject or {}).get("name", "").strip()
        yield say("an.given"), " ".join(filter(None, [name, found.assessment.date])) or "—"


# ---- what leads --------------------------------------------------------------------------------------------------


def _tiles(found: Analysis, say: AnalysisSpeech) -> Iterator[Tile]:
    if found.ladder:
        yield from _ladder_tiles(found.ladder, say)
    if found.totals:
        totals = found.totals
        key = "an.totals.parts" if found.ladder else "an.tile.range"
        yield Tile(say(key), say.stretch(totals.range), say("an.tile.range.text"))
        weighed = [one for one in totals.indicators if not one.deducts]
        yield Tile(say("an.tile.half"), str(totals.half), say("an.tile.half.text", count=len(weighed)))
        if totals.deductions:
            yield Tile(say("an.tile.deductions"), say.points(totals.deductions))
    if found.rubrics:
        whole = found.rubrics.whole
        value = say("an.of", count=whole.needed, of=whole.leaves)
        yield Tile(say("an.tile.middle"), value, say("an.tile.middle.text"))


def _ladder_tiles(found: OfLadder, say: AnalysisSpeech) -> Iterator[Tile]:
    """The highest level's own clauses, the level that is carried furthest, the greatest difference between two clauses."""
    reached = [(row, row.unmet) for row in found.levels if row.unmet]
    if reached:
        row, unmet = reached[-1]
        level = say.level(row.level.number)
        value = say("an.tile.top.value", count=unmet.count, of=unmet.of)
        yield Tile(say("an.tile.top", level=level), value, say("an.tile.top.text", level=level))
    carried = [one for one in found.carries if one.reached > one.through]
    if carried:
        furthest = max(carried, key=lambda one: one.reached - one.through)
        label = say("an.tile.carry", level=say.level(furthest.through))
        yield Tile(label, say.level(furthest.reached), say("an.tile.carry.text"))
    ratios = [(row.ratio, row) for row in found.weights if row.ratio is not None]
    if ratios:
        ratio, row_ = max(ratios, key=lambda one: one[0])
        remark = say("an.tile.ratio.text", level=say.level(row_.level.number))
        yield Tile(say("an.tile.ratio"), say.points(ratio), remark)


# ---- sections ----------------------------------------------------------------------------------------------------


def _sections(found: Analysis, say: AnalysisSpeech) -> Iterator[Section]:
    if found.ladder:
        yield from _of_ladder(found.ladder, say)
    if found.totals:
        totals = found.totals
        yield say("an.totals.parts" if found.ladder else "an.totals"), list(formulas.total(totals, say))
        yield say("an.indicators"), list(formulas.indicators(totals, say))
        yield say("an.quantities"), list(formulas.quantities(totals, say))
        yield say("an.leafreadings"), list(formulas.readings(totals, say))
    if found.rubrics:
        yield say("an.rubrics"), list(medians.medians(found.rubrics, say))


def _of_ladder(found: OfLadder, say: AnalysisSpeech) -> Iterator[Section]:
    yield say("an.method"), list(levels.method(found, say))
    yield say("an.least"), list(levels.least(found, say))
    yield say("an.own"), list(levels.own(found, say))
    yield say("an.carry"), list(levels.carries(found, say))
    yield say("an.idle"), list(levels.idle(found, say))
    yield say("an.weights"), list(clause_weights(found, say))
    yield say("an.steps"), list(alternatives.steps(found, say))
    yield say("an.readings"), list(alternatives.readings(found, say))
    if found.given:
        yield say("an.moves"), list(moves.moves(found.given, say))


# ---- examples ----------------------------------------------------------------------------------------------------


def _appendices(found: Analysis, say: AnalysisSpeech) -> Iterator[Section]:
    yield say("an.examples"), list(_examples(found, say))


def _examples(found: Analysis, say: AnalysisSpeech) -> Iterator[Block]:
    yield Paragraph(say("an.examples.text"))
    columns = [Column(say("an.example"), "code")]
    if found.ladder:
        columns += [Column(say("an.examples.level"), "text", 2)]
        columns += [Column(say.level_brief(row.level.number), "number") for row in found.ladder.levels]
    elif found.totals:
        columns.append(Column(say("an.examples.total"), "number"))
    if found.rubrics:
        columns.append(Column(say("an.examples.figure"), "number"))
    rows = tuple(Row(tuple(_result(one, say))) for one in found.examples.values())
    yield Table(tuple(columns), rows, say("an.examples.table"))
    for one in found.examples.values():
        text = json.dumps(content(found.scheme, one), ensure_ascii=False, indent=1)
        yield Folded(f"{one.key}.json", text)


def _result(one: Example, say: AnalysisSpeech) -> Iterator[Cell]:
    result = one.result
    yield Cell(one.key)
    if result.levels:
        yield Cell(say.level(result.level))
        for row in result.levels:
            yield Cell(say.score(row.score), "good" if row.passes else "")
    elif result.tree:
        yield Cell(say.points(result.tree.total))
    if result.rubric:
        yield Cell(str(result.rubric.figure.now))
