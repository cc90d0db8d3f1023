"""Every code has a page, its slip gives that code and nothing else, its repair gives nothing; `docs/findings` is what the pages say."""

from __future__ import annotations

import re
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import ctmm_dsl
from ctmm_dsl.assessment import Problem
from ctmm_dsl.catalogue import CATALOGUE, FAMILIES
from ctmm_dsl.explain import FOLDER, documents, found_in, page, read_page
from ctmm_dsl.findings import ERROR, LANGUAGES, Both, Entry
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.scheme import schemes
from ctmm_dsl.source import decode
from tests import strategies

ROOT = Path(__file__).parents[2]
CODES = [entry.code for entry in CATALOGUE]
ENTRIES = {entry.code: entry for entry in CATALOGUE}

BESIDES = {"CT1010": ["CT1003"] * 19}
"""A block is given up after twenty lines that cannot be read; the nineteen before are findings of their own."""

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    pages = sorted(path.name for path in files(ctmm_dsl).joinpath("pages").iterdir())
    assert pages == sorted(f"{code}.md" for code in CODES)


def test_codes_and_slugs_are_used_once() -> None:
    assert len(set(CODES)) == len(CODES)
    assert len({entry.slug for entry in CATALOGUE}) == len(CATALOGUE)
    assert {code[:3] for code in CODES} <= set(FAMILIES)


@pytest.mark.parametrize("code", CODES)
def test_the_slip_gives_this_code_and_no_other(code: str) -> None:
    assert [finding.entry.code for finding in found_in(read_page(code).bad)] == [*BESIDES.get(code, []), code]


@pytest.mark.parametrize("code", CODES)
def test_the_repair_gives_nothing(code: str) -> None:
    written = read_page(code)
    assert [finding.entry.code for finding in found_in(written.good)] == []
    assert [file.name for file in written.good], "there is a repair"


def test_a_program_is_told_by_a_scorer_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file holds no floats, so the compiler never says CT9022: its page is held against a generated scorer."""
    written = read_page("CT9022")
    spec, program = written.bad
    (scheme,) = schemes(compile_sources([decode(spec.name, spec.data)]).model)
    scorer = strategies.scorer(scheme)
    monkeypatch.setitem(sys.modules, "scorer", scorer)
    with pytest.raises(scorer.AssessmentError) as error:
        exec(compile(program.text, program.name, "exec"), {})
    (told,), (said,) = error.value.problems, found_in(written.bad)
    assert isinstance(said, Problem)
    assert (told.code, told.path) == (said.entry.code, said.path)
    assert said.message("zh") == f"{told.code} {told.path}：{told.zh}"
    exec(compile(written.good[1].text, program.name, "exec"), {})


@pytest.mark.parametrize("code", CODES)
def test_why_is_told_in_both_languages(code: str) -> None:
    why = read_page(code).why
    assert _CHINESE.search(why["zh"]) and why["zh"].endswith("。")
    assert re.match(r"[A-Z]", why["en"]) and why["en"].endswith(".")
    assert why["zh"].count("。") >= 2 and len(re.findall(r"[.?](?= |$)", why["en"])) >= 2, (
        "why it is there, and how to mend it"
    )


@pytest.mark.parametrize("code", CODES)
def test_no_page_advises_an_allowance_that_is_refused(code: str) -> None:
    refused = not ENTRIES[code].allowable or code.startswith(("CT1", "CT9"))
    why = read_page(code).why
    assert not (refused and ("用 @allow" in why["zh"] or "use @allow" in why["en"] or "with @allow" in why["en"]))


@pytest.mark.parametrize("code", CODES)
def test_a_page_shows_all_that_it_promises(code: str) -> None:
    written = read_page(code)
    for language in LANGUAGES:
        shown = page(code, language)
        assert shown.startswith(f"# {code} {written.entry.slug}\n")
        assert shown.index(written.why[language]) < shown.index(written.why[_other(language)])
        for file in (*written.bad, *written.good):
            assert file.text in shown and f"`{file.name}`" in shown
        for finding in found_in(written.bad):
            assert finding.message(language) in shown


def test_an_unknown_code_has_no_page() -> None:
    with pytest.raises(KeyError):
        page("CT0000", "zh")


def test_docs_findings_is_fresh() -> None:
    """If not: `python -m tests.language.regenerate`, and read the difference."""
    stands = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()}
    assert stands == documents()


# ---- the catalogue itself ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", CATALOGUE, ids=CODES)
def test_both_languages_have_the_same_holes_and_no_dangling_mark(entry: Entry) -> None:
    texts: list[Both] = [both for both in (entry.message, entry.mark, entry.help) if both]
    for both in texts:
        assert set(both) == set(LANGUAGES)
        assert _holes(both["zh"]) == _holes(both["en"])
        assert not both["zh"].endswith(("。", ".")) and not both["en"].endswith(".")
        assert both["zh"] == both["zh"].strip() and both["en"] == both["en"].strip()


@pytest.mark.parametrize("entry", CATALOGUE, ids=CODES)
def test_an_error_is_explained_away_by_errors_alone(entry: Entry) -> None:
    """Else a model with a warning only would be taken for sound."""
    assert set(entry.silent_after) <= set(CODES)
    if entry.severity == ERROR:
        assert all(ENTRIES[code].severity == ERROR for code in entry.silent_after)
    if entry.damages or entry.shifts:
        assert entry.severity == ERROR


def _holes(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def _other(language: str) -> str:
    return next(other for other in LANGUAGES if other != language)
