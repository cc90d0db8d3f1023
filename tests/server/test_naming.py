"""Names: where things are declared and named, and renaming them everywhere or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctmm_dsl.edits import applied
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import Trouble
from ctmm_dsl.server.names import Occurrence
from ctmm_dsl.server.pointing import same_thing
from ctmm_dsl.server.projects import Project, Projects
from ctmm_dsl.server.renaming import FORMS, rename, renameable
from ctmm_dsl.source import Source
from tests.server.conftest import Opened

GOLDEN = Path(__file__).parents[1] / "golden" / "mixed"
SHIPPED = Path(__file__).parents[2] / "spec"
"""The shipped spec, where every kind of name is."""


def after(project: Project, edits: tuple[object, ...]) -> dict[str, str]:
    """All texts of a project with edits made, by their files' names."""
    return {
        path.rpartition("/")[2]: applied(project.source(path).text, [e for e in edits if e.span.source.path == path])  # type: ignore[attr-defined]
        for path in project.paths
    }


def said(texts: dict[str, str]) -> list[tuple[str, str]]:
    findings = compile_sources(Source(name, text) for name, text in sorted(texts.items())).findings
    return [(finding.code, finding.span.text) for finding in findings]


def places(found: list[Occurrence]) -> list[str]:
    return [repr(one.span).rpartition("/")[2] + ("!" if one.declares else "") for one in found]


def test_a_clause_is_found_from_its_origin(opened: Opened) -> None:
    found = same_thing(*opened.at("key.ctmm", "AR/2b"))
    assert places(found) == ["city.ctmm:27:5!", "key.ctmm:17:13"]


def test_a_node_is_found_in_rows_and_pointers(opened: Opened) -> None:
    found = same_thing(*opened.at("city.ctmm", "domain DF", 8))
    assert places(found) == ["city--rates.ctmm:3:3", "city.ctmm:29:8!", "key.ctmm:18:17"]


def test_a_part_of_one_leaf_is_no_quantity(opened: Opened) -> None:
    assert places(same_thing(*opened.at("rates.ctmm", "* b1", 2))) == ["rates.ctmm:15:7!", "rates.ctmm:16:17"]
    assert places(same_thing(*opened.at("rates.ctmm", "/ homes", 3))) == [
        "rates.ctmm:9:10!", "rates.ctmm:12:11", "rates.ctmm:15:23",
    ]  # fmt: skip


def test_everything_that_the_shipped_spec_names_is_declared() -> None:
    projects = Projects([SHIPPED.parent])
    projects.begin()
    (project,) = projects.projects.values()
    everywhere = project.names.all(project.paths)
    declared = {one.symbol for one in everywhere if one.declares}
    assert {one.symbol.kind for one in everywhere} == {*FORMS, "clause", "level", "code"}
    assert not [one for one in everywhere if one.symbol not in declared and one.symbol.kind != "code"]


def test_renaming_a_node_goes_with_all_below_it_and_all_that_names_it(opened: Opened) -> None:
    for name, text in {"city.ctmm": ("domain AR", "domain ARx"), "key.ctmm": ("AR/2a", "ARx/2a")}.items():
        renamed = after(opened.project, rename(*opened.at("key.ctmm", "AR/1a", 1), "ARx"))[name]
        assert text[1] in renamed and text[0] + " " not in renamed
    assert "ARx  none" in after(opened.project, rename(*opened.at("key.ctmm", "AR/1a", 1), "ARx"))["city--rates.ctmm"]


@pytest.mark.parametrize("kind", [*FORMS])
def test_any_name_of_the_mixed_standard_can_be_another_and_nothing_is_found(kind: str, tmp_path: Path) -> None:
    spec = tmp_path / "spec"
    spec.mkdir()
    for file in [*GOLDEN.glob("harbour*.ctmm")]:
        (spec / file.name).write_text(file.read_text("utf-8"), "utf-8")
    (spec / "extra.ctmm").write_text(EXTRA, "utf-8")
    projects = Projects([tmp_path])
    projects.begin()
    (project,) = projects.projects.values()
    before = said(after(project, ()))
    declared = [one for one in project.names.all(project.paths) if one.declares and one.symbol.kind == kind]
    assert declared
    for one in declared[:: max(1, len(declared) // 6)]:
        new = "新 文件" if kind == "document" else f"{one.symbol.name}9z"
        texts = after(project, rename(project, one.span.source.path, one.span.start, new))
        found = [(code, re.sub("9z", "", words)) for code, words in said(texts)]
        assert sorted(found) == sorted(before), one
        old = re.compile(rf"(?<![\w.-]){re.escape(one.symbol.name)}(?![\w.-])")
        assert kind != "quantity" or not any(old.search(text) for name, text in texts.items() if name == "harbour.ctmm")


EXTRA = """\
standard extra 另一标准
  edition  1
  layers   领域

levels
  1 初
  2 成

metric covered 覆盖率 share

column a 一列
  1 没有
  2 有

document "GB/T 1" 指南
document 标准化法 依据

domain A 一
  support "GB/T 1" 帮助
  level 1
    - 覆盖50%以上
      @metric covered >= 50%
  level 2
    - 覆盖80%以上
      @metric covered >= 80%

domain B 二
  support 标准化法 依据
  column a
  rubric
    1 没有
    2 有
"""


@pytest.mark.parametrize(
    ("name", "needle", "add", "new", "why"),
    [
        ("city.ctmm", "domain AR", 8, "DF", "already"),
        ("city.ctmm", "domain AR", 8, "", "Latin letters"),
        ("city.ctmm", "domain AR", 8, "适数", "Latin letters"),
        ("city.ctmm", "domain AR", 8, "A R", "Latin letters"),
        ("city.ctmm", "standard city", 10, "RATES", "already"),
        ("city.ctmm", "standard city", 10, "key-equal", "already"),
        ("city.ctmm", "standard city", 10, "a--b", "crosswalk"),
        ("city.ctmm", "metric classified", 8, "1x", "Latin letters"),
        ("rates.ctmm", "quantity homes", 10, "lit", "already"),
        ("rates.ctmm", "quantity homes", 10, "b1", "already"),
        ("rates.ctmm", "quantity homes", 10, "min", "keyword"),
        ("rates.ctmm", "let b1", 5, "lit", "already"),
        ("key.ctmm", "AR/1a", 4, "x", "level and its place"),
        ("city.ctmm", "a) 在𠮷城", 0, "x", "level and its place"),
        ("city.ctmm", "规划文件", 1, "x", "no name here"),
        ("city.ctmm", "level 1", 3, "x", "no name here"),
    ],
)
def test_what_has_no_name_or_whose_name_is_taken_is_refused(
    opened: Opened, name: str, needle: str, add: int, new: str, why: str
) -> None:
    with pytest.raises(Trouble, match=why) as trouble:
        rename(*opened.at(name, needle, add), new)
    assert trouble.value.words["zh"]


def test_a_child_keeps_to_its_parents_identifier() -> None:
    projects = Projects([SHIPPED.parent])
    projects.begin()
    (project,) = projects.projects.values()
    path = next(path for path in project.paths if path.endswith("spec/ctmm.ctmm"))
    at = project.source(path).text.index("item AR.1.1") + 6
    assert renameable(project, path, at).symbol.name == "AR.1.1"
    with pytest.raises(Trouble, match="begins with"):
        rename(project, path, at, "AR.2.9")
    edits = rename(project, path, project.source(path).text.index("subdomain AR.1") + 11, "AR.9")
    assert {edit.text for edit in edits} >= {"AR.9", "AR.9.1", "AR.9.2"}


def test_a_name_in_a_line_that_cannot_be_read_stops_the_renaming(opened: Opened) -> None:
    path = opened.path("rates.ctmm")
    broken = opened.text("rates.ctmm").replace("score = 100 * b1", "score = 100 * * homes")
    opened.project.put(Source(path, broken))
    with pytest.raises(Trouble, match="line 16 of rates"):
        rename(opened.project, path, broken.index("homes"), "houses")
    assert rename(opened.project, path, broken.index("lit "), "lighted")
