"""`ctmm analyse` as a user calls it, and pages of standards that are none of ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ctmm_dsl.analysis.analyse import analyse
from ctmm_dsl.analysis.as_json import as_json
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Model
from ctmm_dsl.render.analysis import analysis
from generators.analysis.build import document
from generators.report.html import html_bytes
from generators.report.markdown import markdown_bytes
from tests import strategies
from tests.commands.calling import ROOT, ctmm, no_trace
from tests.generators import filling
from tests.golden import FOLDER, edition_of
from tests.referee.mixtures import COMBINATIONS, mixture
from tests.report_pages.examples import read, town
from tests.report_pages.parsed import parsed


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The small town's standard in a folder of its own, and an assessment of it."""
    shutil.copytree(FOLDER / "two-layers", tmp_path / "spec", ignore=shutil.ignore_patterns("expected"))
    (tmp_path / "town.json").write_text(json.dumps(town()), "utf-8")
    return tmp_path


def test_text_and_a_page_and_an_example_that_scores(place: Path) -> None:
    told = ctmm("analyse", "town", cwd=place)
    assert (told.returncode, told.stderr) == (0, "")
    assert "own clauses that may be unmet" in told.stdout
    assert ctmm("analyse", "town", "town.json", "-o", "out/page.html", "--lang", "zh", cwd=place).returncode == 0
    page = (place / "out/page.html").read_text("utf-8")
    assert "门槛和权重能动多少" in page
    for pre in parsed(page.encode()).find("pre")[:1]:
        (place / "example.json").write_text(pre.text, "utf-8")
    scored = ctmm("score", "town", "example.json", cwd=place)
    assert (scored.returncode, scored.stderr) == (0, "")
    key = json.loads((place / "example.json").read_text("utf-8"))["subject"]["name"]
    assert key in scored.stdout


def test_json_and_markdown_say_the_same_as_their_files(place: Path) -> None:
    printed = ctmm("analyse", "town", "--format", "json", cwd=place)
    assert ctmm("analyse", "town", "-o", "town.analysis.json", cwd=place).returncode == 0
    assert (place / "town.analysis.json").read_text("utf-8") == printed.stdout
    assert json.loads(printed.stdout)["ladder"]["levels"][0]["level"] == 1
    assert ctmm("analyse", "town", "--format", "markdown", cwd=place).stdout.startswith("# What the method does")


def test_a_word_document_says_what_the_page_says(place: Path) -> None:
    word = pytest.importorskip("docx", reason="python-docx is not installed: Word files cannot be written here")
    for name in ("page.html", "page.docx"):
        assert ctmm("analyse", "town", "-o", name, cwd=place).returncode == 0
    headings = [one.text for one in parsed((place / "page.html").read_bytes()).find("h2")]
    paragraphs = word.Document(place / "page.docx").paragraphs
    assert [one.text for one in paragraphs if one.style.name == "Heading 1"] == headings


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing",), "nothing cannot be scored"),
        (("town", "-o", "page.pdf"), "the name must end in .html, .md, .docx, .json, .txt"),
        (("town", "absent.json"), "absent.json"),
    ],
)
def test_what_cannot_be_done_is_said(place: Path, arguments: tuple[str, ...], said: str) -> None:
    done = ctmm("analyse", *arguments, cwd=place)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    no_trace(done)


def test_a_standard_without_a_method_and_an_assessment_with_faults(place: Path) -> None:
    done = ctmm("analyse", "ctmm", cwd=ROOT)
    assert done.returncode == 2 and "--profile ctmm-equal" in done.stderr
    (place / "half.json").write_text(json.dumps(town({"R.1/1a": "full"})), "utf-8")
    done = ctmm("analyse", "town", "half.json", cwd=place)
    assert done.returncode == 1 and "W.1/1a" in done.stderr
    no_trace(done)


TIED = """standard tied 牵制
  edition 1
  layers 域
method
  leaf formula
  parent weighted sum

quantity a 甲 count 个 at point
  range 0..40

quantity b 乙 count 个 at point
  range 0..40

quantity total 合计 count 个 at point
  = a + b
  range 33..33

quantity double 倍计 count 个 at point
  = a + 2 * b
  range 47..47

domain A 甲 50%
  score = 100 * min(1, a / total)

domain B 乙 50%
  score = 100 * min(1, 2 * a / double)
"""
"""Only one set of numbers is allowed, 19 and 14, and nothing in the text leads to it."""


def test_numbers_that_nothing_leads_to(tmp_path: Path) -> None:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/tied.ctmm").write_text(TIED, "utf-8")
    done = ctmm("analyse", "tied", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no values were found that the bounds of all quantities allow together" in done.stderr
    no_trace(done)


FAR = """standard far 远
  edition 1
  layers 域
levels
  1 一
  2 二
scale 度
  full 满足 100
  none 不满足 0
method
  leaf mean of clauses, cumulative
  leaf formula
  parent weighted sum
  reached score > 85
  climb any

quantity share 占比 share at point
  range 0..0.5

domain A 甲 60%
  level 1
    - 一
  level 2
    - 二

domain B 乙 40%
  score = 100 * share
  @allow CT6014 "到不了满分"
"""


def test_levels_that_cannot_be_reached() -> None:
    scheme = strategies.Files((FAR,), "far").compile()
    found = analyse(Model((scheme.standard,), (), ()), scheme)
    assert found.ladder and [row.reachable for row in found.ladder.levels] == [False, False]
    assert [row.best for row in found.ladder.levels] == [80, 80]
    page = parsed(html_bytes(document(found, "zh"))).find("main")[0].text
    assert "二级（二）达不到：全部满足也只得 80.00" in page
    assert "门槛不起作用" not in page  # nothing follows from what never is
    assert "达不到" in analysis(found, "zh")


# ---- any standard --------------------------------------------------------------------------------------------------


@settings(max_examples=6, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.standards(), strategies.moods())
def test_any_ladder_has_its_pages(files: strategies.Files, mood: strategies.Mood) -> None:
    scheme = files.compile()
    city = Assessment(points=strategies.points(scheme, strategies.answers(scheme, mood)))
    found = analyse(Model((scheme.standard,), (), ()), scheme, city)
    json.dumps(as_json(found))
    for language in ("zh", "en"):
        assert "{" not in analysis(found, language).replace(scheme.standard.name, "").split("\n\n")[1]
        page = document(found, language)
        shown = [json.loads(pre.text) for pre in parsed(html_bytes(page)).find("pre")]
        assert [len(one["answers"]) for one in shown] == [len(scheme.standard.clauses)] * len(found.examples)
        assert markdown_bytes(page).startswith(b"# ")


@pytest.mark.parametrize("kinds", COMBINATIONS, ids=" ".join)
def test_every_mixture_of_kinds_has_its_sections(kinds: tuple[str, ...]) -> None:
    scheme = mixture(kinds)
    city = read(filling.assessment(scheme, 5), scheme)
    found = analyse(Model((scheme.standard,), (), ()), scheme, city)
    assert (found.ladder is not None, found.totals is not None, found.rubrics is not None) == tuple(
        kind in kinds for kind in ("clauses", "formulas", "rubrics")
    )
    for language in ("zh", "en"):
        heads = [head.text for head in parsed(html_bytes(document(found, language))).find("h2")]
        assert len(heads) == 1 + 9 * ("clauses" in kinds) + 4 * ("formulas" in kinds) + ("rubrics" in kinds)
        assert analysis(found, language)


def test_hostile_texts_are_data() -> None:
    for scheme in edition_of(FOLDER / "hostile").schemes:
        found = analyse(Model((scheme.standard,), (), ()), scheme)
        made = html_bytes(document(found, "zh"))
        assert not parsed(made).find("script")
        assert b"<script" not in made
