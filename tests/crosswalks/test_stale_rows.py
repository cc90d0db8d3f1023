"""Rows against the texts that they were judged on: what is told, where, and what is kept back because something else explains it."""

from __future__ import annotations

import pytest

from ctmm_dsl.findings import ADVICE, WARNING, Finding
from ctmm_dsl.pinning import named_row, pinned
from ctmm_dsl.pipeline import Outcome
from tests.crosswalks.pinned import TO_MODEL, TO_SMART, compiled

Edit = tuple[str, str, str]


def pinned_walk(text: str) -> str:
    (walk,) = compiled(walk=text).model.crosswalks
    return pinned(text.encode(), walk.rows).decode()


TO_SMART_PINNED, TO_MODEL_PINNED = pinned_walk(TO_SMART), pinned_walk(TO_MODEL)


def after(*edits: Edit) -> Outcome:
    return compiled(*edits, to_smart=TO_SMART_PINNED, to_model=TO_MODEL_PINNED)


def told(outcome: Outcome, code: str) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.code == code]


def test_pinned_rows_are_fresh() -> None:
    assert after().findings == ()
    rows = [row for walk in after().model.crosswalks for row in walk.rows]
    assert [len(row.pins) for row in rows] == [2, 2, 2, 2, 1]


@pytest.mark.parametrize(
    ("edit", "stale"),
    [
        (("city", "制定计划", "编制计划"), {"A,1.1": "city:A", "A,L1-A": "city:A", "A,L2": "city:A"}),
        (("city", "开放数据", "开放公共数据"), {"B.1": "city:B.1", "B.1,L1": "city:B.1"}),
        (("smart", "option none 未设", "option none 没有设"), {"A,L1-A": "smart:L1-A", "B.1,L1": "smart:L1"}),
        (("smart", "泄密起数 count", "失泄密起数 count"), {"A,L2": "smart:L2"}),
        (("model", "2 已经公布", "2 已经向社会公布"), {"A,1.1": "model:1.1"}),
        (("model", "2 分工明确", "2 分工都明确"), {}),
    ],
)
def test_a_changed_text_makes_its_rows_stale(edit: Edit, stale: dict[str, str]) -> None:
    outcome = after(edit)
    found = {finding.words["row"]: finding for finding in told(outcome, "CT7007")}
    assert {row: finding.words["ends"]["en"] for row, finding in found.items()} == stale  # type: ignore[index]
    for row, finding in found.items():
        assert finding.entry.severity == WARNING
        assert f"--row {row}" in finding.help("zh")
        (holder,) = (one for walk in outcome.model.crosswalks for one in walk.rows if named_row(one) == row)
        assert holder.span.holds(finding.span)
        (related,) = finding.related
        assert related.span.source.path == f"{edit[0]}.ctmm"
    assert outcome.sound


def test_both_ends_are_named_where_both_changed() -> None:
    outcome = after(("city", "制定计划", "编制计划"), ("model", "2 已经公布", "2 已经向社会公布"))
    (finding,) = (finding for finding in told(outcome, "CT7007") if finding.words["row"] == "A,1.1")
    assert "city:A、model:1.1" in finding.message("zh")
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "edit",
    [
        ("city", "    b) 建立机构\n", ""),  # a clause is gone: not an error, a change
        ("city", "subdomain B.1 乙一 100%", "subdomain B.1 乙二 100%"),
    ],
)
def test_what_is_no_error_is_told(edit: Edit) -> None:
    assert told(after(edit), "CT7007")


@pytest.mark.parametrize(
    "edit",
    [
        ("smart", "subdomain L1-A 网办率 60%", "subdomian L1-A 网办率 60%"),  # the heading cannot be read
        ("smart", "subdomain L1-A 网办率 60%", "subdomain L1-C 网办率 60%"),  # the target is no longer there
        ("smart", "items_online / items_total", "items_onlin / items_total"),  # a name that leads nowhere
        ("smart", "let b2 机构 = choose body\n", "let b2 机构 = chose body\n"),  # a line that cannot be read
        ("smart", "set_up 20", "set_up 10"),  # a score that can no longer reach 100
        ("smart", "subdomain L1-A 网办率 60%", "subdomain L1-A 上网率 50%"),  # weights that do not sum, and a new name
        ("city", "  level 2\n    a) 共享数据\n", "  level 3\n    a) 共享数据\n"),  # a level that there is not
    ],
)
def test_an_error_in_a_standard_makes_no_row_stale(edit: Edit) -> None:
    """The text is about to be mended; whether the row still holds is asked of the text that comes of it."""
    outcome = after(edit)
    walks = [finding for finding in outcome.findings if finding.code in ("CT7007", "CT7008")]
    file = edit[0]
    touched = ("to_smart.ctmm", "to_model.ctmm") if file == "city" else ("to_smart.ctmm",)
    assert not outcome.sound
    assert not [finding for finding in walks if finding.span.source.path in touched]


def test_an_error_elsewhere_keeps_nothing_back() -> None:
    """The other standard's error is none of this row's affair."""
    outcome = after(
        ("smart", "score = 100 * done_rate", "score = 100 * done"), ("model", "2 已经公布", "2 已经向社会公布")
    )
    assert not outcome.sound
    assert [finding.words["row"] for finding in told(outcome, "CT7007")] == ["A,1.1"]


def test_rows_without_pins_are_told_once_a_file() -> None:
    outcome = compiled(to_smart=TO_SMART, to_model=TO_MODEL_PINNED.replace("[203ab231]", "          "))
    found = {finding.span.source.path: finding for finding in outcome.findings}
    assert {finding.code for finding in found.values()} == {"CT7008"}
    assert {path: finding.words["count"] for path, finding in found.items()} == {"to_smart.ctmm": 3, "to_model.ctmm": 1}
    assert len(found) == len(outcome.findings)
    assert all(finding.entry.severity == ADVICE for finding in outcome.findings)
    place = found["to_model.ctmm"].span
    assert place.source.position(place.start).line == 3


def test_a_row_that_leads_nowhere_is_not_stale_as_well() -> None:
    walk = TO_MODEL_PINNED.replace("1.1  ", "1.9  ")
    assert [finding.code for finding in compiled(walk=walk).findings] == ["CT7001"]


def test_an_end_that_was_changed_in_the_row_makes_it_stale() -> None:
    walk = TO_MODEL_PINNED.replace("1.1  ", "1.2  ")
    (finding,) = compiled(walk=walk).findings
    assert (finding.code, finding.words["row"]) == ("CT7007", "A,1.2")
    assert "model:1.2" in finding.message("en")
    assert "city:A" not in finding.message("en")


@pytest.mark.parametrize(
    "written",
    [
        "[1D8818A4 281057c7]", "[1d8818a4]", "[1d8818a 281057c7]", "［1d8818a4 281057c7］", "[1d8818a4, 281057c7]",
        "[1d8818a4 281057c7 203ab231]",
    ],
)  # fmt: skip
def test_what_was_meant_for_pins_is_no_reason(written: str) -> None:
    walk = TO_MODEL_PINNED.replace("[1d8818a4 281057c7]", written)
    assert walk != TO_MODEL_PINNED
    (finding,) = compiled(walk=walk).findings
    assert (finding.code, finding.span.text) == ("CT7009", written)


@pytest.mark.parametrize("reason", ["[1] 见编制说明", "[2022] 年版", "[abc] 都问规划", "见 [1d8818a4 281057c7]"])
def test_a_reason_may_begin_with_a_bracket(reason: str) -> None:
    walk = TO_MODEL_PINNED.replace("都问规划", reason)
    outcome = compiled(walk=walk)
    assert outcome.findings == ()
    assert outcome.model.crosswalks[0].rows[0].reason == reason


def test_a_none_row_has_one_pin() -> None:
    walk = TO_MODEL_PINNED.replace("[203ab231]", "[203ab231 281057c7]")
    assert [finding.code for finding in compiled(walk=walk).findings] == ["CT7009"]
