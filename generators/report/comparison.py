"""Several assessments side by side: results, domains, where they differ most, and what changed from one to the next.

In: a comparison, and the changes between neighbours. Out: the sections of a report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ctmm_dsl.model import Node
from ctmm_dsl.report.comparison_values import Case, Changes, Comparison, RubricRow
from ctmm_dsl.report.comparison_values import Row as Scores
from ctmm_dsl.score import Result
from generators.charts.values import Series
from generators.report.changes import changed
from generators.report.characteristics import arrow
from generators.report.page import Beside, Block, Callout, Cell, Column, Figure, Paragraph, Row, Table
from generators.report.scores import FULL, in_words, minus, shaped
from generators.report.speech import Speech

OVERLAID = 4
"""So many lines in one radar can be told apart; more cases get a chart each."""
SHOWN = 12
Section = tuple[str, list[Block]]


def sections(found: Comparison, changes: Sequence[Changes], say: Speech) -> Iterator[Section]:
    level = looked_at(found)
    yield say("section.results"), list(_results(found, say))
    if level is not None:
        yield say("section.levels.compared"), [_levels(found, say)]
    rows = [row for row in found.rows if len(row.path) == 1 and row.level == level]
    if rows:
        yield _by_domain(level, say), list(_domains(found, rows, say))
    rubrics = [row for row in found.rubrics if len(row.path) == 1]
    if rubrics:
        yield say("section.domains", layer=say.layer(0)), list(_rubrics(found, rubrics, say))
    yield say("section.differences"), list(_differences(found, level, say))
    for one in changes:
        key = "section.changes" if _subject(one.before) == _subject(one.after) else "section.unlike"
        yield say(key, before=one.before.name, after=one.after.name), list(changed(one, level, say))


def _by_domain(level: int | None, say: Speech) -> str:
    if level is None:
        return say("section.domains", layer=say.layer(0))
    return say("section.domains.level", layer=say.layer(0), level=say.level(level))


def looked_at(found: Comparison) -> int | None:
    """The level that domains are compared at: the one above the lowest that is reached, or the top."""
    levels = [level.level for level in found.results[0].levels]
    if not levels:
        return None
    lowest = min(result.level for result in found.results)
    return next((level for level in levels if level > lowest), levels[-1])


# ---- results ---------------------------------------------------------------------------------------------------


def _results(found: Comparison, say: Speech) -> Iterator[Block]:
    if found.incomplete:
        names = say.joined(found.cases[at].name for at in found.incomplete)
        yield Callout(say("comparison.incomplete", cases=names), tone="warn")
    cities = {_subject(case) for case in found.cases}
    ranking = (
        () if len(cities) == 1 and all(cities) else found.ranking
    )  # one city at several times has no rank among itself
    places = {case: place.place for place in ranking for case in place.cases}
    columns = [
        Column(say("comparison.case"), "text", 4),
        Column(say("comparison.subject"), "text", 4),
        Column(say("comparison.date"), "code", 3),
        Column(say("comparison.result"), "text", 5),
    ]
    classes = any(result.city_class for result in found.results)
    columns += [Column(say("comparison.class"), "text", 3)] * classes + [
        Column(say("comparison.place"), "mark")
    ] * bool(places)
    rows = []
    for at, (case, result) in enumerate(zip(found.cases, found.results, strict=True)):
        cells = [Cell(case.name), Cell(_subject(case)), Cell(case.assessment.date or ""), Cell(_result(result, say))]
        cells += [Cell(result.city_class or "—")] * classes + [Cell(str(places.get(at, "")))] * bool(places)
        rows.append(Row(tuple(cells)))
    yield Table(tuple(columns), tuple(rows), say("comparison.table"))
    if places:
        yield Paragraph(
            say("comparison.ranking.level" if found.results[0].levels else "comparison.ranking.total"), "quiet"
        )


def _subject(case: Case) -> str:
    return (case.assessment.subject or {}).get("name", "")


def _result(result: Result, say: Speech) -> str:
    parts = []
    if result.levels:
        parts.append(say.level(result.level))
    if result.tree:
        parts.append(f"{say('tile.total')} {say.score(result.tree.total)}")
    if result.rubric:
        figure = result.rubric.figure
        parts.append(f"{say('tile.now')} {figure.now} → {say('tile.planned')} {figure.planned}")
    return say.joined(parts, "semicolon")


def _levels(found: Comparison, say: Speech) -> Table:
    columns = (Column(say("column.level"), "text", 4), *(Column(case.name, "number", 3) for case in found.cases))
    rows = tuple(
        Row(
            (
                Cell(say.level(row.level or 0)),
                *(_score(row.scores[at], found.results[at], row.level, say) for at in range(len(found.cases))),
            )
        )
        for row in found.rows
        if not row.path
    )
    return Table(columns, rows)


def _score(score: Fraction | None, result: Result, level: int | None, say: Speech) -> Cell:
    reached = any(one.level == level and one.reached for one in result.levels)
    return Cell(say.score(score), "good" if reached else "", say("levels.legend.full") if reached else "")


# ---- domains ---------------------------------------------------------------------------------------------------


def _domains(found: Comparison, rows: list[Scores], say: Speech) -> Iterator[Block]:
    weighing = [row for row in rows if row.path[0].weighs]
    names = tuple(row.path[0].name for row in weighing)
    series = [
        Series(
            case.name,
            tuple(row.scores[at] or Fraction(0) for row in weighing),
            tuple(say.score(row.scores[at]) for row in weighing),
        )
        for at, case in enumerate(found.cases)
    ]
    yield from _charts(names, series, FULL, say)
    columns = [
        Column(say("column.id"), "code"),
        Column(say.layer(0), "text", 5),
        *(Column(case.name, "number", 3) for case in found.cases),
    ]
    columns += [Column(say("comparison.difference", name=case.name), "number", 3) for case in found.cases[1:]]
    lines = []
    for row in rows:
        node = row.path[0]
        if node.weighs:
            cells = [Cell(say.score(score)) for score in row.scores] + [
                Cell(say.signed(one)) for one in row.differences()[1:]
            ]
        else:
            cells = [Cell(minus(one, say)) for one in row.deducted] + [Cell("")] * (len(found.cases) - 1)
        lines.append(Row((Cell(node.id), Cell(node.name), *cells)))
    yield Table(tuple(columns), tuple(lines), spoken=1)
    yield Paragraph(say("comparison.first", name=found.cases[0].name), "quiet")


def _charts(names: tuple[str, ...], series: list[Series], top: Fraction, say: Speech) -> Iterator[Block]:
    """One chart where its lines can be told apart, else one for each case, two beside each other."""
    if len(series) <= OVERLAID:
        caption = say("comparison.figure", layer=say.layer(0))
        yield Figure(shaped(names, tuple(series), top, None, ""), caption, in_words(names, tuple(series), say))
        return
    figures = [Figure(shaped(names, (one,), top, None, ""), one.name, in_words(names, (one,), say)) for one in series]
    yield from (Beside(left, right) for left, right in zip(figures[::2], figures[1::2], strict=False))
    if len(figures) % 2:
        yield figures[-1]


def _rubrics(found: Comparison, rows: list[RubricRow], say: Speech) -> Iterator[Block]:
    names = tuple(row.path[0].name for row in rows)
    top = Fraction(max(level.number for level in say.standard.levels))
    series = []
    for at, case in enumerate(found.cases):
        now = [row.figures[at].now for row in rows]
        series.append(Series(case.name, tuple(Fraction(one) for one in now), tuple(map(str, now))))
    yield from _charts(names, series, top, say)
    columns = (
        Column(say("column.id"), "code"),
        Column(say.layer(0), "text", 5),
        *(Column(case.name, "mark", 3) for case in found.cases),
    )
    yield Table(
        columns,
        tuple(
            Row((Cell(row.path[0].id), Cell(row.path[0].name), *(Cell(arrow(one)) for one in row.figures)))
            for row in rows
        ),
        spoken=1,
    )


# ---- where they differ -----------------------------------------------------------------------------------------


def _differences(found: Comparison, level: int | None, say: Speech) -> Iterator[Block]:
    """The leaves whose scores lie furthest apart."""
    apart = [
        (_spread(row.scores), row)
        for row in found.rows
        if row.path and row.level == level and not row.path[-1].children
        if row.path[-1].weighs and _spread(row.scores)
    ]
    rubrics = [
        (_levels_apart(row), row)
        for row in found.rubrics
        if row.path and not row.path[-1].children
        if _levels_apart(row)
    ]
    if not apart and not rubrics:
        yield Paragraph(say("comparison.differences.none"))
        return
    columns = (
        Column(say("column.id"), "code", 3),
        Column(say("column.name"), "text", 6),
        *(Column(case.name, "number", 3) for case in found.cases),
        Column(say("comparison.spread"), "number", 3),
    )
    if apart:
        at = say("comparison.differences.at", level=say.level(level)) if level else ""
        yield Paragraph(say("comparison.differences.text", at=at), "quiet")
        ranked = sorted(apart, key=lambda pair: -pair[0])[:SHOWN]
        yield Table(
            columns,
            tuple(
                Row((*_named(row.path, say), *(Cell(say.score(one)) for one in row.scores), Cell(say.points(spread))))
                for spread, row in ranked
            ),
            spoken=1,
        )
    if rubrics:
        ranked_rubrics = sorted(rubrics, key=lambda pair: -pair[0])[:SHOWN]
        yield Table(
            columns,
            tuple(
                Row((*_named(row.path, say), *(Cell(arrow(one)) for one in row.figures), Cell(str(spread))))
                for spread, row in ranked_rubrics
            ),
            spoken=1,
        )


def _named(path: tuple[Node, ...], say: Speech) -> tuple[Cell, Cell]:
    return Cell(path[-1].id), Cell(path[-1].name, remark=say.above(path))


def _spread(scores: Sequence[Fraction | None]) -> Fraction:
    known = [score for score in scores if score is not None]
    return max(known) - min(known) if len(known) == len(scores) else Fraction(0)


def _levels_apart(row: RubricRow) -> int:
    now, planned = [one.now for one in row.figures], [one.planned for one in row.figures]
    return max(max(now) - min(now), max(planned) - min(planned))
