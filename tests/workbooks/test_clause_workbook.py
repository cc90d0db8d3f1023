"""Workbooks of clause standards: what stands in them, and that they say what the referee says, by our own values and by LibreOffice's."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.formula import Tokenizer

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import Result, score
from ctmm_dsl.score.as_json import spoken
from ctmm_dsl.sheets.layout import DATE_CELL, META, SUBJECT_CELL, Table, cell_name, tables
from generators.workbook import exactness, names
from generators.workbook.book import Book
from generators.workbook.contents import filled
from generators.workbook.exactness import LIMIT
from generators.workbook.functions import FUNCTIONS
from generators.workbook.outcome import LAST, NOT_RATED, TABLE_ROW
from generators.workbooks import emit, workbook
from tests import strategies
from tests.generators import filling
from tests.generators.editions import edition
from tests.generators.invented import SCHEMES, scheme_named
from tests.referee.mixtures import mixture
from tests.workbooks.recalculation import differences, needs_soffice, recalculated

KEY, EQUAL = (next(one for one in strategies.shipped() if one.id == name) for name in ("ctmm-key", "ctmm-equal"))
SMALL = [
    mixture(("clauses",)),
    *(scheme_named(*name) for name in SCHEMES if name[0] in ("hostile", "three-layers", "two-layers", "mixed")),
]
"""Invented standards with ladders: other scales, thresholds, weights; some with formulas and deductions in the same tree."""
WITH_LADDER = [KEY, EQUAL, *SMALL]
CLAUSES_ALONE = [one for one in WITH_LADDER if not one.standard.formulas and not one.standard.rubrics]


def ids(schemes: list[Scheme]) -> list[str]:
    return [scheme.id for scheme in schemes]


def table_of(scheme: Scheme) -> Table:
    return next(table for table in tables(scheme) if table.kind == "clauses")


def openpyxl_of(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


# ---- the referee -------------------------------------------------------------------------------------------------------


def refereed(scheme: Scheme, data: dict[str, Any]) -> tuple[Result, Assessment]:
    """What the referee says of answers; the worst where some are missing."""
    whole = {"standard": scheme.standard.id, "edition": scheme.standard.edition, **data}
    found = read_assessment(json.dumps(whole, ensure_ascii=False), scheme, partial=True)
    assert isinstance(found, Assessment), [problem.message("en") for problem in found]
    return score(scheme, found, "lower"), found


def disagreements(scheme: Scheme, data: dict[str, Any], said: Any) -> Iterator[str]:
    """Where a workbook says something else than the referee; `said`: what stands under a name."""
    result, assessment = refereed(scheme, data)
    assert scheme.ladder
    unanswered = [id_ for id_ in assessment.missing if id_ not in scheme.standard.rubrics]  # rubrics decide no level
    expected = {
        names.LEVEL: result.level,
        names.LEVEL_NAME: result.level_name or "",
        names.CITY_CLASS: result.city_class or "—",
        names.UNANSWERED: len(unanswered),
        names.INVALID: 0,
    }
    for level in result.levels:
        shown = spoken(level.score, scheme.ladder.threshold)["shown"]
        expected |= {
            names.SHOWN.format(level=level.level): shown,
            names.ABOVE.format(level=level.level): int(level.passes),
            names.REACHED.format(level=level.level): int(level.reached),
        }
    for name, ours in expected.items():
        theirs = said(name)
        if ("" if theirs is None else theirs) != ours:
            yield f"{scheme.id} {name}: {theirs!r}, referee {ours!r}"


@settings(max_examples=60, deadline=None)
@given(strategies.standards(), strategies.moods())
def test_the_values_of_any_standard_are_the_referees(files: strategies.Files, mood: strategies.Mood) -> None:
    scheme = files.compile()
    if not scheme.ladder:
        return
    answers = strategies.answers(scheme, mood)
    for given_answers in (answers, strategies.some_of(strategies.dressed(answers, mood[0]), mood[0])):
        data = {"answers": given_answers}
        book = filled(scheme, "digest", data)
        assert not list(disagreements(scheme, data, lambda name, book=book: book.value(book.names[name])))


@pytest.mark.parametrize("scheme", CLAUSES_ALONE, ids=ids(CLAUSES_ALONE))
def test_what_is_missing_is_the_least(scheme: Scheme) -> None:
    """Raising the clauses that the sheet counts off reaches the threshold; raising all but the last of them does not."""
    assert scheme.scale and scheme.ladder
    best = max(scheme.scale.answers, key=lambda answer: answer.points).code
    found = 0
    for seed in range(6):
        answers = strategies.answers(scheme, (seed, 60))
        book = filled(scheme, "digest", {"answers": answers})
        needed, level = book.value(book.names[names.NEEDED]), book.value(book.names[names.LEVEL])
        assert isinstance(needed, int) and isinstance(level, int)
        if not needed:
            continue
        aimed = min(level + 1, len(scheme.standard.levels))
        order = [book.value(book.sheets[names.GAPS["zh"]].ref(8 + at, 1)) for at in range(needed)]
        for count, enough in ((needed, True), (needed - 1, False)):
            raised = answers | {str(clause): best for clause in order[:count]}
            assert refereed(scheme, {"answers": raised})[0].levels[aimed - 1].passes is enough
            found += 1
    assert found


def test_whatever_is_scaled_stays_below_the_limit() -> None:
    book = filled(EQUAL, "digest", {"answers": dict.fromkeys(EQUAL.standard.clauses, "full")})
    numbers = [book.value(ref) for ref, _ in book.formulas() if ref.sheet == names.NODE_STEPS["zh"]]
    assert all(isinstance(number, int) and number < LIMIT for number in numbers)


# ---- the file ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", WITH_LADDER, ids=ids(WITH_LADDER))
def test_every_answer_cell_is_open_and_has_its_drop_down_and_nothing_else_is_open(scheme: Scheme) -> None:
    book, table = openpyxl_of(workbook(scheme, "digest")), table_of(scheme)
    sheet = book[table.sheet["zh"]]
    (validation,) = sheet.data_validations.dataValidation
    listed, cells = validation.formula1.replace("$", "").rpartition("!")[::2]
    assert scheme.scale
    labels = [row[0].value for row in book[listed.strip("'")][cells]]
    assert labels == [answer.label for answer in scheme.scale.answers]
    assert validation.type == "list" and not validation.showDropDown and validation.showErrorMessage
    answers = {table.cell(id_, "answer") for id_ in table.ids}
    assert {cell.coordinate for part in validation.sqref for row in sheet[part.coord] for cell in row} == answers
    open_ = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_ == answers | {table.cell(id_, key) for id_ in table.ids for key in ("evidence", "note")}
    assert all(one.protection.sheet for one in book.worksheets)


def test_the_cover_is_open_where_the_city_and_the_date_stand() -> None:
    book = openpyxl_of(workbook(KEY, "0f" * 32, {"subject": {"name": "=某市"}, "date": "2026-05-01"}))
    cover = book.worksheets[0]
    assert (cover[SUBJECT_CELL].value, cover[DATE_CELL].value) == ("=某市", "2026-05-01")
    assert cover[SUBJECT_CELL].data_type == "s"
    assert [cell.coordinate for row in cover.iter_rows() for cell in row if not cell.protection.locked] == [
        SUBJECT_CELL,
        DATE_CELL,
    ]
    meta = {row[0].value: row[1].value for row in book[META].iter_rows()}
    assert meta == {
        "format": "ctmm-workbook 1",
        "standard": "ctmm-key",
        "edition": KEY.standard.edition,
        "profile": None,
        "digest": "0f" * 32,
    }
    assert book[META].sheet_state == "veryHidden"
    assert {sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"} == {
        names.CLAUSE_STEPS["zh"],
        names.NODE_STEPS["zh"],
    }


@pytest.mark.parametrize("scheme", WITH_LADDER, ids=ids(WITH_LADDER))
def test_formulas_use_only_what_all_programs_have(scheme: Scheme) -> None:
    book = openpyxl_of(workbook(scheme, "digest"))
    count = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    count += 1
                    assert cell.value.isprintable() and len(cell.value) < 8192
                    for token in Tokenizer(cell.value).items:
                        if token.type == "FUNC" and token.subtype == "OPEN":
                            assert token.value[:-1] in FUNCTIONS, cell.value
                        assert "[" not in token.value or token.subtype == "TEXT", cell.value
                        assert not re.search(r"\$[A-Z]+:\$[A-Z]+|\$\d+:\$\d+", token.value), cell.value
    assert count == len([*filled(scheme, "digest").formulas()])


@pytest.mark.parametrize("scheme", WITH_LADDER, ids=ids(WITH_LADDER))
def test_the_file_holds_the_values_that_are_calculated(scheme: Scheme) -> None:
    made = filled(scheme, "digest", {"answers": strategies.answers(scheme, (3, 50))})
    found = load_workbook(io.BytesIO(made.bytes()), data_only=True)
    for ref, _ in made.formulas():
        ours, theirs = made.value(ref), found[ref.sheet].cell(ref.row + 1, ref.column + 1).value
        assert (theirs or "") == (ours or "") if isinstance(ours, str) else abs(theirs - ours) <= abs(ours) * 10**-15


@pytest.mark.parametrize("scheme", [KEY, *SMALL], ids=ids([KEY, *SMALL]))
def test_the_same_scheme_gives_the_same_bytes(scheme: Scheme) -> None:
    assert workbook(scheme, "digest") == workbook(scheme, "digest")
    assert workbook(scheme, "digest") != workbook(scheme, "other")


def test_there_is_a_workbook_for_every_scheme() -> None:
    of = edition("spec")
    made = {artefact.path: artefact for artefact in emit(of)}
    assert list(made) == [f"{scheme.id}/workbook.xlsx" for scheme in of.schemes]
    assert all(artefact.data.startswith(b"PK") and b"digest" in artefact.data for artefact in made.values())


HOSTILE = [
    *strategies.HOSTILE, "<r>粗</r>", "<r><t>x</t></r>", "_x0041_", "a\ud800b", "\x00", "\ufffe", "字" * 32_768, "👩" * 20_000,
    "\u202e右到左", "a\r\nb", "http://x.test", "{=1}", " 前后 ", "12", "TRUE", "&A&P",
]  # fmt: skip


def test_hostile_remarks_stay_texts() -> None:
    clauses = list(KEY.standard.clauses)
    answers = {clause: {"answer": "full", "note": text} for clause, text in zip(clauses, HOSTILE, strict=False)}
    data = workbook(KEY, "digest", {"answers": answers})
    sheet, table = openpyxl_of(data)[table_of(KEY).sheet["zh"]], table_of(KEY)
    for clause, text in zip(clauses, HOSTILE, strict=False):
        cell = sheet[table.cell(clause, "note")]
        assert cell.data_type == "s" and not cell.hyperlink, text
        if len(text.encode("utf-16-le", "surrogatepass")) <= 2 * 32_767 and "_x" not in text:
            expected = re.sub("[\ud800-\udfff\x00\x07\ufffe]", "\ufffd", text).replace("\r\n", "\n")
            assert cell.value == expected
        elif "_x" not in text:
            assert "截断" in cell.value and len(cell.value.encode("utf-16-le")) <= 2 * 32_767


# ---- the edge, and what is wrong ---------------------------------------------------------------------------------------


def said_of(scheme: Scheme, answers: dict[str, Any]) -> dict[str, Any]:
    book = filled(scheme, "digest", {"answers": answers})
    return {name: book.value(ref) for name, ref in book.names.items()}


def test_mostly_everywhere_is_seventy_and_does_not_pass() -> None:
    for scheme in (KEY, EQUAL):
        said = said_of(scheme, dict.fromkeys(scheme.standard.clauses, "mostly"))
        assert said[names.LEVEL] == 0
        for level in scheme.standard.levels:
            assert said[names.SHOWN.format(level=level.number)] == "70.00"
            assert said[names.ABOVE.format(level=level.number)] == 0


def edges(scheme: Scheme) -> Iterator[dict[str, Any]]:
    """All at seventy but for one clause, a little better or worse: scores next to the threshold."""
    base = dict.fromkeys(scheme.standard.clauses, "大部分满足")
    yield {"answers": base}
    yield {"answers": dict.fromkeys(base, "full")}
    yield {"answers": dict.fromkeys(base, "none")}
    clauses = list(base)
    for seed in range(4):
        changed = Random(seed).sample(clauses, 2)
        yield {"answers": base | {changed[0]: "full"}}
        yield {"answers": base | {changed[0]: "partly"}}
        yield {"answers": base | {changed[0]: "full", changed[1]: "partly"}}


def test_an_answer_that_is_none_gives_no_level() -> None:
    clauses = list(KEY.standard.clauses)
    for wrong in ("大部份满足", "Full", "完全满足 ", "*", "100", "#N/A"):
        said = said_of(KEY, dict.fromkeys(clauses, "full") | {clauses[7]: wrong})
        assert said[names.LEVEL] == NOT_RATED, wrong
        assert said[names.INVALID] == 1 and said[names.UNANSWERED] == 0
        assert said[names.CITY_CLASS] == "—"


# ---- recalculated ------------------------------------------------------------------------------------------------------


def _city(scheme: Scheme, seed: int) -> dict[str, Any]:
    """A city of a scheme: the first with nothing answered, every third with gaps."""
    kept = 0 if seed == 0 else 60 if seed % 3 == 0 else 100
    if scheme.standard.formulas:
        return filling.assessment(scheme, seed, kept=kept)
    if not kept:
        return {"answers": {}}
    answers = strategies.answers(scheme, (seed, Random(seed).randint(40, 100)))
    return {"answers": strategies.some_of(strategies.dressed(answers, seed), seed) if kept < 100 else answers}


@cache
def assessed() -> dict[str, tuple[Scheme, dict[str, Any]]]:
    """More than a hundred assessments: blank, whole, with gaps, and at the edge."""
    found: dict[str, tuple[Scheme, dict[str, Any]]] = {}
    for at, scheme in enumerate(WITH_LADDER):
        many = 14 if scheme is KEY else 2 if scheme is EQUAL else 5 if scheme.standard.formulas else 15
        cities = [*(_city(scheme, seed) for seed in range(many)), *(edges(scheme) if scheme is KEY else ())]
        found |= {f"{at}-{scheme.id}-{number}": (scheme, city) for number, city in enumerate(cities)}
    assert len(found) > 100
    return found


@needs_soffice
def test_libreoffice_calculates_what_we_do_and_the_referee_says() -> None:
    made: dict[str, Book] = {name: filled(scheme, "digest", data) for name, (scheme, data) in assessed().items()}
    found = recalculated({name: book.bytes() for name, book in made.items()})
    for name, (scheme, data) in assessed().items():
        assert not list(differences(made[name], found[name]))[:5], name
        assert not list(disagreements(scheme, data, found[name].named)), name


@needs_soffice
def test_decimals_at_the_edge_are_the_referees_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where whole numbers would grow too great, decimals take their place: at the threshold they decide right, and ask for another look."""
    monkeypatch.setattr(exactness, "LIMIT", 0)
    cities = [*edges(KEY)][:8]
    made = [filled(KEY, "digest", city) for city in cities]
    found = recalculated({f"city{at}": book.bytes() for at, book in enumerate(made)})
    for city, book, cells in zip(cities, made, found.values(), strict=True):
        assert not list(differences(book, cells))[:5]
        assert not list(disagreements(KEY, city, cells.named))
    told = [cells[names.RESULT["zh"]][cell_name(TABLE_ROW + 1, LAST)] for cells in found.values()]
    assert "ctmm score" in told[0] and "ctmm score" not in told[1]


@needs_soffice
def test_the_comparison_finds_what_differs() -> None:
    """A weight altered, an answer overwritten, after our values were calculated."""
    scheme = KEY
    data = {"answers": strategies.answers(scheme, (1, 80))}
    made = filled(scheme, "digest", data)
    wrong = filled(scheme, "digest", data)
    ref = next(
        ref
        for ref in wrong.cells
        if ref.sheet == names.NODE_STEPS["zh"] and ref.row > 5 and isinstance(wrong.cells[ref], int)
    )
    wrong.sheets[ref.sheet].number(ref.row, ref.column, 7)
    found = recalculated({"altered": wrong.bytes()})["altered"]
    told = list(differences(made, found))
    assert told and any(names.NODE_STEPS["zh"] in one for one in told)
