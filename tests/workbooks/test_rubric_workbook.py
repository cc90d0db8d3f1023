"""The sheets of characteristics, recalculated by LibreOffice, against the referee: figures, gaps, spreads, groups, profiles, ranking."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest

from ctmm_dsl.model import LAYERS, Node, Rubric, Scheme
from ctmm_dsl.score import score
from ctmm_dsl.score.as_json import as_json
from ctmm_dsl.sheets.layout import GROUP_ROW, NAME_ROW, RESPONDENTS, Table, cell_name, tables
from generators.workbook import rubric_groups, rubric_results, rubrics, weak_spots
from generators.workbook.book import Book
from generators.workbook.parts import Part
from generators.workbook.rubric_steps import NOW, PLANNED, Steps
from tests.generators import filling
from tests.generators.invented import SCHEMES, scheme_named
from tests.workbooks import recalculation
from tests.workbooks.recalculation import Cells, needs_soffice, recalculated

WITH_RUBRICS = [(edition, scheme) for edition, scheme in SCHEMES if scheme_named(edition, scheme).summary]
CROWDS = (0, 1, 2, 3, 5, 8)
"""How many respondents; with none, the assessment's own answers."""
JSON = dict[str, Any]


def table_of(scheme: Scheme) -> Table:
    return next(table for table in tables(scheme) if table.kind == "rubrics")


def filled(scheme: Scheme, given: JSON) -> tuple[Book, Part]:
    book = Book(scheme, "digest", given)
    return book, rubrics.add(book, table_of(scheme))


def told(scheme: Scheme, given: JSON) -> JSON:
    """What the referee says; where other kinds of leaves are, they are as in some city."""
    assessment = filling.read(given, scheme)
    assert not assessment.missing
    return as_json(score(scheme, assessment), assessment)


def rows_of(scheme: Scheme, result: JSON) -> Iterator[tuple[Node | None, JSON]]:
    """Every node with rubrics and what the result says of it; the whole first."""
    yield None, result
    waiting = [(scheme.standard.domains, result)]
    while waiting:
        nodes, holder = waiting.pop()
        for node in nodes:
            row = holder.get(f"{LAYERS[node.layer]}s", {}).get(node.id)
            if row is not None and "gap" in row:
                yield node, row
            if row is not None:
                waiting.append((node.children, row))


def faults(scheme: Scheme, cells: Cells, result: JSON, crowd: int) -> Iterator[str]:
    """Where the sheets say something else than the referee."""
    table = table_of(scheme)
    nodes = rubric_results.nodes_above(scheme)
    for node, row in rows_of(scheme, result):
        if node is not None and isinstance(node.leaf, Rubric):
            yield from _leaf(scheme, table, cells, node, row, crowd)
        else:
            at = rubric_results.FIRST_ROW + (1 + nodes.index(node) if node else 0)
            yield from _node(scheme, cells[rubric_results.RESULTS["zh"]], at, row)


def _differ(where: str, found: object, expected: object) -> Iterator[str]:
    if (found or 0) != (expected or 0) if isinstance(expected, int) else (found or "") != expected:
        yield f"{where}: {found!r}, not {expected!r}"


def _leaf(scheme: Scheme, table: Table, cells: Cells, node: Node, row: JSON, crowd: int) -> Iterator[str]:
    sheet = cells[table.sheet["zh"]]
    for key in (NOW, PLANNED, "gap"):
        yield from _differ(f"{node.id} {key}", sheet.get(table.cell(node.id, key)), row[key])
    if not crowd:
        return
    found = row["perception"]
    spread = f"{found['spread']['now']} / {found['spread']['planned']}"
    yield from _differ(f"{node.id} spread", sheet.get(table.cell(node.id, "spread")), spread)
    views, at = cells[rubric_groups.GROUPS["zh"]], rubric_groups.FIRST_ROW + table.row(node.id) - table.first_row
    for when, column in ((NOW, rubric_groups.GAP_NOW), (PLANNED, rubric_groups.GAP_PLANNED)):
        yield from _differ(f"{node.id} groups' gap {when}", views.get(cell_name(at, column)), found["gap"][when])
    columns = range(rubric_groups.FIRST_GROUP, rubric_groups.FIRST_GROUP + RESPONDENTS)
    heads = [views.get(cell_name(rubric_groups.HEADER_ROW, column)) or "" for column in columns]
    said = {head: views.get(cell_name(at, column)) for head, column in zip(heads, columns, strict=True) if head}
    expected = {group: f"{pair['now']} → {pair['planned']}" for group, pair in found["groups"].items()}
    yield from _differ(f"{node.id} groups", {head: words for head, words in said.items() if words}, expected)


def _node(scheme: Scheme, sheet: JSON, at: int, row: JSON) -> Iterator[str]:
    places = {
        ("now",): rubric_results.NOW_AT,
        ("planned",): rubric_results.PLANNED_AT,
        ("gap",): rubric_results.GAP_AT,
        ("reached", "now"): rubric_results.LOWEST_NOW,
        ("reached", "planned"): rubric_results.LOWEST_PLANNED,
    }
    levels = [level.number for level in scheme.standard.levels]
    for half, when in enumerate(("now", "planned")):
        places |= {
            ("profile", when, str(level)): rubric_results.PROFILE + half * len(levels) + column
            for column, level in enumerate(levels)
        }
    for path, column in places.items():
        expected: Any = row
        for key in path:
            expected = expected[key]
        yield from _differ(f"row {at + 1} {' '.join(path)}", sheet.get(cell_name(at, column)), expected)


def assessments(scheme: Scheme) -> Iterator[tuple[int, JSON]]:
    """Crowds of respondents, some of whom leave answers out, as long as each characteristic is answered."""
    for crowd in CROWDS:
        given = filling.assessment(scheme, 50 + crowd, respondents=crowd)
        random = Random(crowd)
        for respondent in given.get("respondents", ())[1:]:
            for answer in respondent["answers"].values():
                if random.random() < 0.3:
                    answer[random.choice(("now", "planned"))] = None
            if random.random() < 0.3:
                del respondent["group"]
        yield crowd, given


@cache
def tried(edition: str, name: str) -> list[tuple[int, JSON, Book, Part, Cells]]:
    scheme = scheme_named(edition, name)
    made = [(crowd, given, *filled(scheme, given)) for crowd, given in assessments(scheme)]
    found = recalculated({f"crowd{crowd}": book.bytes() for crowd, _, book, _ in made})
    return [(*one, cells) for one, cells in zip(made, found.values(), strict=True)]


@needs_soffice
@pytest.mark.parametrize(("edition", "name"), WITH_RUBRICS)
def test_every_figure_is_the_referees(edition: str, name: str) -> None:
    scheme = scheme_named(edition, name)
    for crowd, given, book, part, cells in tried(edition, name):
        assert not list(faults(scheme, cells, told(scheme, given), crowd)), crowd
        assert not list(recalculation.differences(book, cells))
        assert [book.value(count) for count in (part.unanswered, part.invalid)] == [0, 0]


# ---- what is missing or wrong ------------------------------------------------------------------------------------


def _changed(scheme: Scheme, node: str, **answer: Any) -> tuple[Book, Part]:
    given = filling.assessment(scheme, 3)
    given["answers"][node] = answer
    return filled(scheme, given)


@needs_soffice
def test_what_is_missing_or_no_level_has_no_figure_above() -> None:
    scheme = scheme_named("spec", "iso37107")
    table = table_of(scheme)
    first = table.ids[0]
    cases: dict[str, tuple[JSON, int, int]] = {
        "nothing": ({}, 1, 0),
        "half": ({"now": 3}, 1, 0),
        "beyond": ({"now": 6, "planned": 3}, 1, 1),
        "zero": ({"now": 0, "planned": 3}, 1, 1),
        "word": ({"now": 3, "planned": "高"}, 1, 1),
        "broken": ({"now": 2.5, "planned": 3}, 1, 1),
    }
    made = {name: _changed(scheme, first, **answer) for name, (answer, _, _) in cases.items()}
    found = recalculated({name: book.bytes() for name, (book, _) in made.items()})
    for name, (_, unanswered, invalid) in cases.items():
        book, part = made[name]
        counts = [book.value(count) for count in (part.unanswered, part.invalid)]
        assert counts == [unanswered, invalid], name
        assert not list(recalculation.differences(book, found[name]))
        results = found[name][rubric_results.RESULTS["zh"]]
        whole = [results.get(cell_name(rubric_results.FIRST_ROW, at)) for at in range(4, 9)]
        assert "" in whole or None in whole, name
        assert (found[name][table.sheet["zh"]].get(table.cell(first, "gap")) or "") == ""


def test_more_respondents_than_there_is_room_for_are_refused() -> None:
    scheme = scheme_named("spec", "iso37107")
    with pytest.raises(ValueError, match="room for 8"):
        filled(scheme, filling.assessment(scheme, 1, respondents=RESPONDENTS + 1))


# ---- who is asked, and what to do --------------------------------------------------------------------------------


def test_respondents_stand_above_their_columns() -> None:
    scheme = scheme_named("spec", "iso37107")
    given = filling.assessment(scheme, 2, respondents=3)
    book, _ = filled(scheme, given)
    table = table_of(scheme)
    sheet = book.sheets[table.sheet["zh"]]
    for number, respondent in enumerate(given["respondents"], 1):
        column = table.column(f"now{number}")
        assert book.value(sheet.ref(NAME_ROW, column)) == respondent["name"]
        assert book.value(sheet.ref(GROUP_ROW, column)) == respondent["group"]
    assert book.value(Steps(book, table).group(1)) == given["respondents"][0]["group"]


def test_the_weakest_come_first_with_their_next_level_and_documents() -> None:
    scheme = scheme_named("spec", "iso37107")
    given = filling.assessment(scheme, 8)
    book, _ = filled(scheme, given)
    leaves = {path[-1].id: path for path in scheme.standard.leaf_paths()}
    answers = given["answers"]
    ranked = sorted(answers, key=lambda node: (answers[node]["now"], answers[node]["now"] - answers[node]["planned"]))
    sheet = book.sheets[weak_spots.WEAK["zh"]]
    for at, node in enumerate(ranked, weak_spots.HEADER_ROW + 1):
        assert book.value(sheet.ref(at, weak_spots.ID)) == node
        leaf, now = leaves[node][-1].leaf, answers[node]["now"]
        assert isinstance(leaf, Rubric)
        following = [one.text for one in leaf.descriptors if one.level == now + 1]
        said = book.value(sheet.ref(at, weak_spots.NEXT))
        assert isinstance(said, str) and said.startswith(following[0] if following else weak_spots.AT_TOP)
        assert book.value(sheet.ref(at, weak_spots.HELP)) == weak_spots.supports(leaves[node])
