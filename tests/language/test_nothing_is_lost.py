"""What a file says is kept, and what is wrong is told: slips that once went by in silence."""

from __future__ import annotations

import pytest

from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.source import decode

BASE = """standard s 标准
  edition 1
  layers 域 / 子域
levels
  1 基础
  2 发展
scale 程度
  full 满足 100
  none 不满足 0
method
  leaf mean of clauses, cumulative
  parent weighted sum
  reached score > 70
  climb one by one
expect
  clauses 5 = 3 + 2
  clauses A 3 = 2 + 1
domain A 甲 40%
  level 1
    a) 第一条要求内容
    b) 第二条要求事项
  level 2
    a) 第三条要求方面
domain B 乙 60%
  level 1
    a) 第四条另外的话
  level 2
    a) 第五条别的说法
"""


def outcome(*edits: tuple[str, str], base: str = BASE, **others: str) -> Outcome:
    for old, new in edits:
        assert base.count(old) == 1, old
        base = base.replace(old, new)
    texts = {"s.ctmm": base} | {f"{name}.ctmm": text for name, text in others.items()}
    return compile_sources([decode(name, text.encode()) for name, text in texts.items()])


def codes(*edits: tuple[str, str], **others: str) -> list[str]:
    return [finding.code for finding in outcome(*edits, **others).findings]


def test_the_base_is_sound() -> None:
    assert codes() == []


def test_no_allowance_lets_what_must_be_mended_pass() -> None:
    allow = ("  edition 1\n", '  edition 1\n  @allow CT2030 "x"\n  @allow CT1004 "y"\n  @allow CT2006 "z"\n')
    found = codes(allow, ("    b) 第二条要求事项\n", "    b) 第二条要求事项\n    • 不成条款\n"))
    assert "CT1004" in found
    assert found.count("CT2030") == 3
    found = codes(allow, ("  level 1\n    a) 第四条另外的话\n", ""))
    assert "CT2006" in found


def test_notes_under_a_continuation_are_about_the_clause() -> None:
    lines = '    a) 第一条要求内容\n        续行文字\n          @note 说明\n          @erratum "续行文字" 又错\n'
    found = outcome(("    a) 第一条要求内容\n", lines))
    assert [finding.code for finding in found.findings] == ["CT2026"]
    clause = found.model.standards[0].clauses["A/1a"]
    assert clause.text == "第一条要求内容续行文字"
    assert clause.notes.first("note") == "说明"


def test_notes_under_a_clause_number_are_read() -> None:
    assert codes(("domain A 甲 40%\n", 'domain A 甲 40%\n  clause 6.1\n    @allow CT9999 "x"\n')) == ["CT2029"]


def test_an_allowed_count_of_a_domain_hides_no_total() -> None:
    rows = '  clauses 9 = 5 + 4\n  clauses A 7 = 4 + 3\n    @allow CT2005 "已知"\n'
    found = codes(("  clauses 5 = 3 + 2\n  clauses A 3 = 2 + 1\n", rows))
    assert found == ["CT2037", "CT2037"]


@pytest.mark.parametrize("row", ["domains 2.9", "domains 2 = 0 + 2", "clauses 5.0 = 3 + 2"])
def test_counts_are_whole_numbers_and_only_clauses_have_parts(row: str) -> None:
    assert codes(("  clauses 5 = 3 + 2\n", f"  {row}\n"))[0] in ("CT1003", "CT1018")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("“双碳”与“双智”", "“双碳”与“双智”"),
        ("“甲”、“乙”", "“甲”、“乙”"),
        ("“一表通”", "一表通"),
        ('"一 ""表"" 通"', '一 "表" 通'),
        ('“一""通”', '一""通'),
    ],
)
def test_a_name_loses_only_the_quotes_around_the_whole(written: str, name: str) -> None:
    found = outcome(("domain A 甲 40%", f"domain A {written} 40%"))
    assert not found.findings
    assert found.model.standards[0].nodes["A"].name == name


@pytest.mark.parametrize("name", ["crosswalk", "a--b"])
def test_identifiers_that_would_be_other_files(name: str) -> None:
    assert codes(("standard s 标准", f"standard {name} 标准")) == ["CT4016"]


def test_two_identifiers_that_differ_in_capitals_only() -> None:
    assert codes(other="standard S 另一个\n  edition 1\n  layers 域\n") == ["CT4012"]


def test_two_crosswalks_of_one_pair() -> None:
    walk = "crosswalk s -> s\n  A related B 一样\n  B related A 一样\n"
    assert codes(one=walk, two=walk) == ["CT7008", "CT4012"], "that rows are not pinned is told of the sound one"


def test_a_range_of_shares_stands_as_it_is_printed() -> None:
    declared = ("expect\n", "metric m 达标比例 share\nexpect\n")
    text = "    b) 要求50-60%达标\n      @metric m = 50..60%\n"
    assert codes(declared, ("    b) 第二条要求事项\n", text)) == []


def test_a_requirement_is_held_against_the_strongest_below() -> None:
    declared = ("expect\n", "metric m 达标比例 share\nexpect\n")
    low = "    b) 60%以上达标，40%以上优良\n      @metric m >= 60%\n      @metric m >= 40%\n"
    high = "    a) 50%以上达标\n      @metric m >= 50%\n"
    edits = (declared, ("    b) 第二条要求事项\n", low), ("    a) 第三条要求方面\n", high))
    assert codes(*edits) == ["CT5003"]


def test_a_class_whose_range_is_turned_round() -> None:
    assert set(codes(("expect\n", "classes\n  全 1..2\n  反 2..1\nexpect\n"))) == {"CT2016"}


@pytest.mark.parametrize("rule", ["score >= 0", "score > 100", "score > 120"])
def test_a_threshold_that_decides_nothing(rule: str) -> None:
    assert codes(("score > 70", rule)) == ["CT2019"]


@pytest.mark.parametrize("prose", ["第一个域是甲。", "共一百二个域。", "每个域有条款。", "共2个域。"])
def test_numbers_in_the_prose_that_count_nothing(prose: str) -> None:
    assert codes(("levels\n", f"section 1 范围\n  {prose}\nlevels\n")) == []


def test_a_pointer_into_a_file_that_could_not_be_read_whole() -> None:
    other = "standard t 另\n  edition 1\n  layers 域\ndomian X 丁\n"
    assert codes(("domain A 甲 40%\n", "domain A 甲 40%\n  @see t:X 参见\n"), t=other) == ["CT1002"]


def test_full_width_note_marks_and_comments() -> None:
    lines = "    a) 第一条要求内容\n      ＠备注 待核\n＃ 说明\n"
    found = outcome(("    a) 第一条要求内容\n", lines))
    assert not found.findings
    clause = found.model.standards[0].clauses["A/1a"]
    assert (clause.text, clause.notes.first("note")) == ("第一条要求内容", "待核")
