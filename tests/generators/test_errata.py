"""errata.md: every misprint, every allowed finding and every remark of a standard, and nothing of another's."""

from __future__ import annotations

import re

import pytest

from ctmm_dsl.checks.notes import texts_with_notes
from generators import errata
from tests.generators import page
from tests.generators.editions import NAMES, SHIPPED, edition, edition_from, made
from tests.generators.invented import EDITIONS, INVENTED, edition_named

SECTIONS = ["原文误印", "容许的检查发现", "存疑与说明"]
READINGS, CHOSEN = "另一种读法", "所取的读法"


def sections(name: str, document: str) -> dict[str, list[list[str]]]:
    """The rows of each section as a reader sees them; none where the section says that there is nothing."""
    return sections_of(made(errata.emit, edition(name))[f"{document}/errata.md"].data.decode("utf-8"))


def sections_of(text: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for part in text.split("\n## ")[1:]:
        tables = page.tables(part)
        found[part.split("\n")[0]] = [[page.seen(cell) for cell in row] for row in tables[0][1:]] if tables else []
    assert [title for title in found if title not in (READINGS, CHOSEN)] == SECTIONS
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_standard_has_one(name: str) -> None:
    paths = set(made(errata.emit, edition(name)))
    assert paths >= {f"{standard.id}/errata.md" for standard in edition(name).model.standards}


@pytest.mark.parametrize("name", NAMES)
def test_every_erratum_of_a_standard_is_there(name: str) -> None:
    for standard in edition(name).model.standards:
        rows = sections(name, standard.id)["原文误印"]
        meant = [(one.printed, one.reason) for _, notes in texts_with_notes(standard) for one in notes.errata]
        assert sorted((row[2], row[3]) for row in rows) == sorted(meant)
        for place, corrected, printed, _ in rows:
            assert printed not in corrected
            if place in standard.clauses:
                assert corrected == standard.clauses[place].text


@pytest.mark.parametrize("name", NAMES)
def test_every_allowed_finding_is_there_with_its_line(name: str) -> None:
    for standard in edition(name).model.standards:
        source = standard.span.source
        meant = sorted(
            (finding.code, source.position(finding.span.start).line, finding.message("zh"), allow.reason)
            for finding, allow in edition(name).allowed
            if finding.span.source is source
        )
        rows = sections(name, standard.id)["容许的检查发现"]
        assert meant == sorted(
            (code, int(line), message, reason)
            for code, wheres, message, reason in rows
            for line in re.findall(r"第 (\d+) 行", wheres)
        )


@pytest.mark.parametrize("name", NAMES)
def test_every_remark_on_a_node_or_clause_is_there(name: str) -> None:
    for standard in edition(name).model.standards:
        rows = sections(name, standard.id)["存疑与说明"]
        for owner in (*standard.walk(), *standard.clauses.values()):
            notes = [remark.text for remark in owner.notes.remarks if remark.kind == "note"]
            assert [text for place, text in rows if place == owner.id and not text.startswith("参见")] == notes


def test_every_note_of_the_shipped_files_is_there() -> None:
    """Counted in the files themselves: what the model does not keep would be missed here."""
    for standard in edition(SHIPPED).model.standards:
        text = standard.span.source.text
        written = re.findall(r"(?m)^\s+@note (.*)$", text)
        written += [f"参见 {target}：{words}" for target, words in re.findall(r"(?m)^\s+@see (\S+) (.*)$", text)]
        shown = [words for _, words in sections(SHIPPED, standard.id)["存疑与说明"]]
        assert sorted(shown) == sorted(written)
        printed = re.findall(r'(?m)^\s+@erratum "', text)
        assert len(sections(SHIPPED, standard.id)["原文误印"]) == len(printed)


# ---- other readings --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EDITIONS)
def test_every_other_reading_is_listed_with_the_profiles_that_choose_it(name: str) -> None:
    model = edition_named(name).model
    files = made(errata.emit, edition_named(name))
    for standard in model.standards:
        found = sections_of(files[f"{standard.id}/errata.md"].data.decode("utf-8"))
        assert (READINGS in found) == bool(standard.formulas)
        meant = [
            [node, standard.nodes[node].name, reading.name, reading.label]
            for node, formula in standard.formulas.items()
            for reading in formula.readings
        ]
        assert [row[:4] for row in found.get(READINGS, [])] == meant
        for node, _, reading, _, profiles in found.get(READINGS, []):
            choosing = [
                profile.id
                for profile in model.profiles
                if profile.standard is standard
                if (node, reading) in [(row.node, row.reading) for row in profile.readings]
            ]
            assert profiles == "、".join(choosing)


@pytest.mark.parametrize("name", EDITIONS)
def test_a_profile_lists_the_readings_that_it_is_scored_by(name: str) -> None:
    spec = edition_named(name)
    files = made(errata.emit, spec)
    for scheme in spec.schemes:
        if scheme.profile and scheme.readings:
            found = sections_of(files[f"{scheme.id}/errata.md"].data.decode("utf-8"))[CHOSEN]
            assert {row[0]: row[2] for row in found} == scheme.readings
            for node, title, reading, label in found:
                leaf = scheme.standard.formulas[node]
                assert title == scheme.standard.nodes[node].name
                assert [one.label for one in leaf.readings if one.name == reading] == [label]


def test_the_shipped_standards_have_readings_and_a_profile_that_chooses_among_them() -> None:
    found = sections(SHIPPED, "gbt33356-city")[READINGS]
    assert ["L1P2-A3", "公共汽电车来车实时预报率", "capped", "b2大于1的按1取值", "gbt33356-city-readings"] in found
    assert [row[4] for row in found if row[2] == "own_app_first"] == [""]
    chosen = sections(SHIPPED, "gbt33356-city-readings")[CHOSEN]
    assert ["L1P2-A1", "城市交通运行指数发布情况", "gate_all", "不满足①项的，整个分项不得分"] in chosen


# ---- places ----------------------------------------------------------------------------------------------------


def test_nothing_is_said_where_there_is_nothing() -> None:
    text = made(errata.emit, edition("three-layers"))["part/errata.md"].data.decode("utf-8")
    assert page.tables(text) == []
    for nothing in ("没有发现误印。", "没有容许任何检查发现。", "没有需要说明之处。"):
        assert f"\n{nothing}\n" in text


BODY = """standard {0} 名
  edition 1
  layers 域

levels
  1 一
    有人在做
    @erratum "有人再做" 应为“在”
    @note 等级的说明

section 1 范围
  正文一段。
    @erratum "正文一断" 应为“段”

term 3.1 术语
  定义。
  @note 术语的说明

metric m 比例 share
  @note 指标的说明

abbreviation API 接口
  @note 缩略语的说明

domain A 甲
  level 1
    - 做{1},要求不低于10%
      @metric m >= 10%
      @allow CT8005 "{0}如此"
"""


def test_places_of_every_kind_and_only_ones_own() -> None:
    files = made(errata.emit, edition_from(BODY.format("s", "甲"), BODY.format("t", "乙")))
    for own, other in (("s", "t"), ("t", "s")):
        text = files[f"{own}/errata.md"].data.decode("utf-8")
        found = sections_of(text)
        assert [row[0] for row in found["原文误印"]] == ["等级 1", "1 范围 第 1 段"]
        assert [row[0] for row in found["存疑与说明"]] == ["等级 1", "术语 3.1", "指标 m", "缩略语 API"]
        assert [row[1::2] for row in found["容许的检查发现"]] == [["A/1a（第 27 行）", f"{own}如此"]]
        assert f"{other}如此" not in text


def test_places_in_formulas_and_rubrics() -> None:
    files = made(errata.emit, edition_named(INVENTED))
    found = sections_of(files["total/errata.md"].data.decode("utf-8"))
    assert ["V.1.1 第 3 级", "相助", "相肋", "应为“相助”"] in found["原文误印"]
    notes = {row[1]: row[0] for row in found["存疑与说明"]}
    assert notes["含空户"] == "数据项 homes"
    assert notes["须有文件"] == "数据项 role full"
    assert notes["由括号中的话来"] == "W.1.1 另读 plain"


def test_a_profile_that_has_something_to_say_says_it() -> None:
    files = made(errata.emit, edition(SHIPPED))
    for profile in edition(SHIPPED).model.profiles:
        notes = [remark.text for remark in profile.notes.remarks if remark.kind == "note"]
        assert (f"{profile.id}/errata.md" in files) == bool(notes or profile.readings)


def test_what_a_crosswalk_allows_is_listed() -> None:
    standard = "standard {} 名\n  edition 1\n  layers 域\ndomain A 甲\ndomain B 乙\n"
    walk = 'crosswalk a -> b\n  @allow CT7002 "乙待定"\n  A related A 一样\n'
    spec = edition_from(standard.format("a"), standard.format("b"), walk)
    text = made(errata.emit, spec)["crosswalk/a--b.errata.md"].data.decode("utf-8")
    assert "CT7002" in text
    assert "乙待定" in text
