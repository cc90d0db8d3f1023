"""What an editor did is told as what it was: each kind of change, with its class, at its place."""

from __future__ import annotations

import pytest

from ctmm_dsl.revision import CLASSES, revision
from tests.generators.invented import LADDER, LAID, TOTAL
from tests.revision.specs import SPEC, WHOLE, Edit, all_told, edited, model, revised

Q1 = WHOLE[WHOLE.index("subdomain Q.1") : WHOLE.index("subdomain Q.2")]
FRONT = ("    a) 每月巡查一次\n    b) 巡查有纸质", "    a) 有巡查人员\n    b) 每月巡查一次\n    c) 巡查有纸质")
SWAP = ("    a) 每月巡查一次\n    b) 巡查有纸质记录\n", "    a) 巡查有纸质记录\n    b) 每月巡查一次\n")
SPLIT = ("    a) 路牌统一样式，并且定期清洗\n    b) 路", "    a) 路牌统一样式\n    b) 路牌定期清洗\n    c) 路")
TWO, ONE = (
    "    a) 路牌统一样式，并且定期清洗\n    b) 路牌损坏后及时更换\n",
    "    a) 路牌统一样式，并且定期清洗，损坏后及时更换\n",
)
RENAMED = (
    ("subdomain P.1 档案", "subdomain P.9 档案"), ("@see P.1/", "@see P.9/"), ("@from P.1/", "@from P.9/"),
    ("  P.1  exact    P.1", "  P.9  exact    P.9"), ("related  P.1", "related  P.9"),
)  # fmt: skip

CLAUSES: dict[str, tuple[tuple[Edit, ...], list[tuple[object, ...]]]] = {
    "a clause put in front moves the letters of the others": (
        (FRONT,),
        [
            ("added", "clause", "", "requirement", (), ("Q.1/1a",)),
            ("renumbered", "clause", "", "structure", ("Q.1/1a",), ("Q.1/1b",)),
            ("renumbered", "clause", "", "structure", ("Q.1/1b",), ("Q.1/1c",)),
        ],
    ),
    "a clause taken out in front": (
        (("    a) 每月巡查一次\n    b) 巡查有纸质", "    a) 巡查有纸质"),),
        [
            ("removed", "clause", "", "requirement", ("Q.1/1a",), ()),
            ("renumbered", "clause", "", "structure", ("Q.1/1b",), ("Q.1/1a",)),
        ],
    ),
    "two clauses change places": (
        (SWAP,),
        [
            ("reordered", "clause", "", "structure", ("Q.1/1b",), ("Q.1/1a",)),
            ("renumbered", "clause", "", "structure", ("Q.1/1a",), ("Q.1/1b",)),
        ],
    ),
    "a clause goes to another level": (
        (
            ("    b) 路牌损坏后及时更换\n", ""),
            ("  level 3\n    a) 全部路牌", "  level 3\n    a) 路牌损坏后及时更换\n    b) 全部路牌"),
        ),
        [
            ("moved", "clause", "", "requirement", ("Q.2/2b",), ("Q.2/3a",)),
            ("renumbered", "clause", "", "structure", ("Q.2/3a",), ("Q.2/3b",)),
            ("renumbered", "allow", "where", "editorial", ("CT8009 Q.2/3a",), ("CT8009 Q.2/3b",)),
        ],
    ),
    "a clause goes to another leaf": (
        (("    b) 巡查有纸质记录\n", ""), ("设有路牌\n", "设有路牌\n    b) 巡查有纸质记录\n")),
        [("moved", "clause", "", "structure", ("Q.1/1b",), ("Q.2/1b",))],
    ),
    "a clause goes to another leaf and level, and is edited": (
        (("    b) 巡查有纸质记录\n", ""), ("计划\n", "计划\n    b) 巡查有完整的纸质记录\n")),
        [
            ("moved", "clause", "", "structure", ("Q.1/1b",), ("P.2/2b",)),
            ("edited", "clause", "text", "wording", ("Q.1/1b",), ("P.2/2b",)),
        ],
    ),
    "a clause goes to another standard": (
        (
            ("    b) 巡查有纸质记录\n", ""),
            ('@from none "原文没有"\n', '@from none "原文没有"\n    b) 巡查有纸质记录\n'),
        ),
        [("moved", "clause", "", "structure", ("Q.1/1b",), ("P.1/3b",))],
    ),
    "a clause becomes two": (
        (SPLIT,),
        [
            ("split", "clause", "", "structure", ("Q.2/2a",), ("Q.2/2a", "Q.2/2b")),
            ("renumbered", "clause", "", "structure", ("Q.2/2b",), ("Q.2/2c",)),
        ],
    ),
    "two clauses become one": (
        ((TWO, ONE),),
        [("merged", "clause", "", "structure", ("Q.2/2a", "Q.2/2b"), ("Q.2/2a",))],
    ),
    "another clause under the old letter": (
        (("    a) 按季节制定养护计划", "    a) 聘请第三方开展评估"),),
        [
            ("removed", "clause", "", "requirement", ("P.2/2a",), ()),
            ("added", "clause", "", "requirement", (), ("P.2/2a",)),
        ],
    ),
    "a figure in the text and under it": (
        (("比例达到90%", "比例达到80%"), ("tagged >= 90%", "tagged >= 80%")),
        [
            ("edited", "clause", "text", "requirement", ("P.1/3a",), ("P.1/3a",)),
            ("edited", "clause", "figures", "requirement", ("P.1/3a",), ("P.1/3a",)),
        ],
    ),
    "blanks, widths and points": (
        (("90%，并", "９０％, 并 "),),
        [("edited", "clause", "text", "editorial", ("P.1/3a",), ("P.1/3a",))],
    ),
    "dashes for letters": (
        (("    a) 固定3条", "    - 固定3条"),),
        [
            ("edited", "clause", "label", "editorial", ("Q.1/2a",), ("Q.1/2a",)),
        ],
    ),
}

NODES: dict[str, tuple[tuple[Edit, ...], list[tuple[object, ...]]]] = {
    "a node gets another identifier, and what names it follows": (
        RENAMED,
        [
            ("renumbered", "node", "", "structure", ("P.1",), ("P.9",)),
            ("renumbered", "clause", "remarks", "editorial", ("P.1/3a",), ("P.9/3a",)),
            ("renumbered", "node", "", "structure", ("P.1",), ("P.9",)),
            ("renumbered", "clause", "origins", "editorial", ("P.1/1a",), ("P.9/1a",)),
            ("renumbered", "clause", "origins", "editorial", ("P.1/2a",), ("P.9/2a",)),
            ("renumbered", "mapping", "", "editorial", ("P.1 P.1",), ("P.9 P.9",)),
            ("renumbered", "mapping", "", "editorial", ("P.2 P.1",), ("P.2 P.9",)),
        ],
    ),
    "two nodes change identifiers: a node is where its clauses are": (
        (("subdomain Q.1 ", "subdomain Q.3 "), ("subdomain Q.2 ", "subdomain Q.1 "), ("subdomain Q.3 ", "subdomain Q.2 "),
         ("  Q.1  none", "  Q.3  none"), ("  Q.2  none", "  Q.1  none"), ("  Q.3  none", "  Q.2  none")),
        [
            ("renumbered", "node", "", "structure", ("Q.1",), ("Q.2",)),
            ("renumbered", "node", "", "structure", ("Q.2",), ("Q.1",)),
            ("renumbered", "allow", "where", "editorial", ("CT8009 Q.2/3a",), ("CT8009 Q.1/3a",)),
            ("renumbered", "mapping", "", "editorial", ("Q.1",), ("Q.2",)),
            ("renumbered", "mapping", "", "editorial", ("Q.2",), ("Q.1",)),
        ],
    ),
    "a node gets another name": (
        (("subdomain Q.1 巡查", "subdomain Q.1 日常检查"),),
        [("edited", "node", "name", "wording", ("Q.1",), ("Q.1",))],
    ),
    "a branch comes with its clauses": (
        (("subdomain Q.1 巡查", "subdomain Q.0 清扫 10%\n  level 1\n    a) 每天清扫\n\nsubdomain Q.1 巡查"),),
        [
            ("added", "node", "", "structure", (), ("Q.0",)),
            ("added", "clause", "", "requirement", (), ("Q.0/1a",)),
        ],
    ),
    "a branch goes with its clauses": (
        ((Q1, ""),),
        [
            ("removed", "node", "", "structure", ("Q.1",), ()),
            ("removed", "clause", "", "requirement", ("Q.1/1a",), ()),
            ("removed", "clause", "", "requirement", ("Q.1/1b",), ()),
            ("removed", "clause", "", "requirement", ("Q.1/2a",), ()),
            ("removed", "clause", "", "requirement", ("Q.1/3a",), ()),
        ],
    ),
    "a branch goes under another": (
        ((Q1, ""), ("subdomain P.2", Q1 + "subdomain P.2")),
        [("moved", "node", "", "structure", ("Q.1",), ("Q.1",))],
    ),
    "branches change their order": (
        ((Q1, ""), ("@allow CT8009 \"原文如此\"\n", "@allow CT8009 \"原文如此\"\n\n" + Q1)),
        [("reordered", "node", "", "structure", ("Q.2",), ("Q.2",))],
    ),
    "a weight": (
        (("苗木 40%", "苗木 30%"),),
        [("edited", "node", "weight", "scoring", ("P",), ("P",))],
    ),
    "number and title of a table, a motto, a section": (
        (("  table 1 苗木各级", "  table 2 苗木各级"), ("  motto 2 有谱", "  motto 2 有图谱"), ("  clause 4.1", "  clause 4.2")),
        [
            ("edited", "node", "place", "editorial", ("P",), ("P",)),
            ("edited", "node", "caption", "editorial", ("P",), ("P",)),
            ("edited", "motto", "text", "wording", ("P motto 2",), ("P motto 2",)),
        ],
    ),
}  # fmt: skip

REST: dict[str, tuple[tuple[Edit, ...], list[tuple[object, ...]]]] = {
    "threshold, points, class of cities": (
        (("score > 60", "score > 65"), ("half  部分满足  50", "half  部分满足  40"), ("培育类  1..2", "培育类  1..1")),
        [
            ("edited", "class", "last", "scoring", ("培育类",), ("培育类",)),
            ("edited", "answer", "points", "scoring", ("scale half",), ("scale half",)),
            ("edited", "method", "threshold", "scoring", ("method",), ("method",)),
        ],
    ),
    "the method": (
        (("cumulative", "own level"), ("score > 60", "score >= 60"), ("one by one", "any")),
        [
            ("edited", "method", aspect, "scoring", ("method",), ("method",))
            for aspect in ("cumulative", "strict", "one_by_one")
        ],
    ),
    "the threshold counts now, and is another one": (
        (("score > 60", "score >= 65"),),
        [("edited", "method", "strict", "scoring", ("method",), ("method",))],
    ),
    "a level put between": (
        (("  3 示范级\n    motto", "  3 试行级\n    试着管理\n  4 示范级\n    motto"),),
        [
            ("added", "level", "", "structure", (), ("level 3",)),
            ("renumbered", "level", "", "structure", ("level 3",), ("level 4",)),
        ],
    ),
    "an answer of the scale goes": (
        (("  half  部分满足  50\n    证据不足\n", ""),),
        [("removed", "answer", "", "structure", ("scale half",), ())],
    ),
    "a paragraph put in front of others": (
        (("  本文件规定了", "  本文件是新的。\n  本文件规定了"),),
        [("added", "paragraph", "", "wording", (), ("1 范围 ¶1",))],
    ),
    "a paragraph that asks something": (
        (("  本文件规定了", "  园林应每年评估。\n  本文件规定了"),),
        [("added", "paragraph", "", "requirement", (), ("1 范围 ¶1",))],
    ),
    "terms numbered anew": (
        (("term 3.2 园路", "term 3.3 园路"), ("term 3.1 苗圃", 'term 3.1 花坛 "bed"\n  种花的地方。\n\nterm 3.2 苗圃')),
        [
            ("added", "term", "", "wording", (), ("3.1 花坛",)),
            ("renumbered", "term", "", "editorial", ("3.1 苗圃",), ("3.2 苗圃",)),
            ("renumbered", "term", "", "editorial", ("3.2 园路",), ("3.3 园路",)),
        ],
    ),
    "notes, errata, allowances": (
        (("@note 按株计", "@note 按棵计"), ("应为“传感”", "应作“传感”"), ('CT8009 "原文如此"', 'CT8009 "照录"')),
        [
            ("edited", "metric", "remarks", "editorial", ("tagged",), ("tagged",)),
            ("edited", "clause", "errata", "editorial", ("P.2/3a",), ("P.2/3a",)),
            ("edited", "allow", "reason", "editorial", ("CT8009 Q.2/3a",), ("CT8009 Q.2/3a",)),
        ],
    ),
    "the edition and another fact": (
        (("edition 1\n  number T/X 001-2020", "edition 2\n  number T/X 001-2026"),),
        [
            ("edited", "fact", "value", "structure", ("edition",), ("edition",)),
            ("edited", "fact", "value", "editorial", ("number",), ("number",)),
        ],
    ),
    "rows of a crosswalk": (
        (("related  P.1  都讲苗木", "close    P.1  都讲苗木"), ("Q.1  none          重点里", "Q.1  related  P    重点里"),
         ("  Q.2  none          重点里没有标识\n", ""), ("[0123abcd 4567ef89]  原文相同", "[0123abcd 4567ef80]  两文相同")),
        [
            ("edited", "mapping", "pins", "editorial", ("P.1 P.1",), ("P.1 P.1",)),
            ("edited", "mapping", "reason", "wording", ("P.1 P.1",), ("P.1 P.1",)),
            ("edited", "mapping", "relation", "structure", ("P.2 P.1",), ("P.2 P.1",)),
            ("moved", "mapping", "", "structure", ("Q.1",), ("Q.1 P",)),
            ("edited", "mapping", "relation", "structure", ("Q.1",), ("Q.1 P",)),
            ("removed", "mapping", "", "structure", ("Q.2",), ()),
        ],
    ),
    "a profile": (
        (("  P 100%\n", "  P 90%\n"), ("  within domain equal\n", ""), ("  scoring garden\n", "")),
        [
            ("edited", "profile", "scoring", "scoring", ("even",), ("even",)),
            ("edited", "profile", "equal", "scoring", ("even",), ("even",)),
            ("edited", "weight", "weight", "scoring", ("P",), ("P",)),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", [*CLAUSES, *NODES, *REST])
def test_an_edit_of_a_standard_with_clauses(case: str) -> None:
    edits, expected = (CLAUSES | NODES | REST)[case]
    assert all_told(*edits) == expected


FORMULAS: dict[str, tuple[tuple[Edit, ...], list[tuple[object, ...]]]] = {
    "a calculation, a part, a reading": (
        (("b2 / 2", "b2 / 4"), ("let b1 亮灯 = 100 *", "let b1 亮灯率 = 90 *"), ("0.5 * b1 + 0.5 * b2\n    @note", "b1\n    @note")),
        [
            ("edited", "calculation", "body", "scoring", ("W.1.1 score",), ("W.1.1 score",)),
            ("edited", "part", "label", "wording", ("W.1.1 b1",), ("W.1.1 b1",)),
            ("edited", "part", "body", "scoring", ("W.1.1 b1",), ("W.1.1 b1",)),
            ("edited", "reading", "body", "scoring", ("W.1.1 plain",), ("W.1.1 plain",)),
        ],
    ),
    "a part gets another name, and the reading that rests on it follows": (
        (("let b1", "let b9"), ("0.5 * b1 + 0.5 * b2, 40% * b1", "0.5 * b9 + 0.5 * b2, 40% * b9"),
         ("score = 0.5 * b1 + 0.5 * b2\n    @note", "score = 0.5 * b9 + 0.5 * b2\n    @note")),
        [
            ("renumbered", "calculation", "body", "editorial", ("W.1.1 score",), ("W.1.1 score",)),
            ("renumbered", "part", "", "editorial", ("W.1.1 b1",), ("W.1.1 b9",)),
            ("renumbered", "reading", "body", "editorial", ("W.1.1 plain",), ("W.1.1 plain",)),
        ],
    ),
    "how a number is written": (
        (("40% * b1", "0.4 * b1"),),
        [("edited", "calculation", "body", "scoring", ("W.1.1 score",), ("W.1.1 score",))],
    ),
    "a quantity gets another name, and what reads it follows": (
        (("lamps", "lights"),),
        [
            ("renumbered", "quantity", "", "structure", ("lamps",), ("lights",)),
            ("renumbered", "calculation", "body", "editorial", ("W.1.1 score",), ("W.1.1 score",)),
            ("renumbered", "part", "body", "editorial", ("W.1.1 b2",), ("W.1.1 b2",)),
        ],
    ),
    "what a quantity is": (
        (("count 盏 at point", "count 杆 over period"), ("  range 3..40", "  range 3..50"), ("= mended + swept", "= mended"),
         ("  @within homes\n", ""), ("metered 装表率", "metered 装表的比例")),
        [
            ("edited", "quantity", "whole", "requirement", ("lit",), ("lit",)),
            ("edited", "quantity", "unit", "requirement", ("lamps",), ("lamps",)),
            ("edited", "quantity", "basis", "requirement", ("lamps",), ("lamps",)),
            ("edited", "quantity", "bounds", "requirement", ("lamps",), ("lamps",)),
            ("edited", "quantity", "definition", "scoring", ("upkept",), ("upkept",)),
            ("edited", "quantity", "label", "wording", ("metered",), ("metered",)),
        ],
    ),
    "options of a choice": (
        (("  option some 有人，兼职\n", ""), ("  option full 专职", "  option full 全部专职")),
        [
            ("removed", "option", "", "structure", ("role some",), ()),
            ("edited", "option", "label", "requirement", ("role full",), ("role full",)),
        ],
    ),
    "rubrics": (
        (("    2 相识\n", "    2 认识\n"), ("    2 有人议\n", ""), ("  3 都有\n    @builds-on 2", "  3 都有，并且公开\n    @builds-on 1")),
        [
            ("edited", "row", "text", "requirement", ("a level 3",), ("a level 3",)),
            ("edited", "row", "builds_on", "requirement", ("a level 3",), ("a level 3",)),
            ("edited", "descriptor", "text", "requirement", ("V.1.1 level 2",), ("V.1.1 level 2",)),
            ("removed", "descriptor", "", "requirement", ("V.1.2 level 2",), ()),
        ],
    ),
    "what is counted, what is chosen, what helps": (
        (("路灯以能亮的计", "路灯以当夜能亮的计"), ("W.1.1  plain", "W.1.1  other"), ("第3章，怎样谈", "第4章，怎样谈")),
        [
            ("edited", "node", "data", "requirement", ("W.1.1",), ("W.1.1",)),
            ("edited", "support", "text", "editorial", ("V.1 某文件—2020",), ("V.1 某文件—2020",)),
            ("edited", "choice", "reading", "scoring", ("W.1.1",), ("W.1.1",)),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FORMULAS)
def test_an_edit_of_a_standard_with_calculations_and_rubrics(case: str) -> None:
    edits, expected = FORMULAS[case]
    assert all_told(*edits, texts=(TOTAL, LAID)) == expected


def test_a_document_with_another_identifier_is_the_same_document() -> None:
    told = all_told(("standard ladder ", "standard stairs "), texts=(LADDER,))
    assert told == [("renumbered", "standard", "", "structure", ("ladder",), ("stairs",))]


# ---- places and words ------------------------------------------------------------------------------------------


def test_a_place_says_where_and_what() -> None:
    (change,) = revised(("每月巡查一次", "每周巡查一次")).changes
    (old,), (new,) = change.old, change.new
    assert (old.document, old.id, old.text) == ("garden", "Q.1/1a", "每月巡查一次")
    assert (new.path, new.text) == (("园林数字化", "园路", "巡查"), "每周巡查一次")
    assert new.span is not None and new.span.text == "每周巡查一次"


def test_a_split_shows_what_else_it_changed() -> None:
    old, new = SPLIT
    assert revised(SPLIT).changes[0].signs == ()
    changed = revised((old, new.replace("路牌定期清洗", "路牌不定期清洗"))).changes[0]
    assert (changed.kind, [sign["zh"] for sign in changed.signs]) == ("split", ["程度或范围 定期 → 不定期"])


def test_a_split_tells_the_new_identifier_of_its_pieces() -> None:
    """The longer piece is the clause that was; that it has another letter is no change of its own."""
    old = SPLIT[0]
    new = old.replace(
        "a) 路牌统一样式，并且定期清洗\n    b) 路", "a) 路牌统一\n    b) 路牌样式，并且定期清洗\n    c) 路"
    )
    told = all_told((old, new))
    assert [one[0] for one in told if one[1] == "clause"] == ["split", "renumbered"]
    assert told[1][4:] == (("Q.2/2b",), ("Q.2/2c",))


def test_a_merger_tells_no_part_that_was_only_joined() -> None:
    joined = "    a) 路牌统一样式，并且定期清洗以及损坏后及时更换\n"
    merged = revised((TWO, joined)).changes[0]
    assert (merged.kind, merged.signs) == ("merged", ())
    lost = revised((TWO, joined.replace("定期清洗", "不定期清洗"))).changes[0]
    assert [sign["zh"] for sign in lost.signs] == ["程度或范围 定期 → 不定期"]


def test_the_threshold_is_told_once_and_whole() -> None:
    (change,) = revised(("score > 60", "score >= 65")).changes
    assert (change.old[0].text, change.new[0].text) == ("> 60", "≥ 65")
    assert change.why["zh"].startswith("达到等级的门槛变了")


def test_what_is_said_for_checks_alone_concerns_no_reader() -> None:
    (change,) = revised(('CT8009 "原文如此"', 'CT8009 "照录"')).changes
    assert change.why["zh"].startswith("只供检查用")


def test_what_came_is_shown_whole() -> None:
    come = "quantity shade 遮荫率 share over period\n  range ..90%\n\n"
    (change,) = revised(("quantity lamps", come + "quantity lamps"), texts=(TOTAL,)).changes
    assert (change.kind, change.thing, change.new[0].text) == ("added", "quantity", "遮荫率")
    option = ("  option none 没有\n", "  option none 没有\n  option one 有一人\n")
    assert revised(option, texts=(TOTAL,)).changes[0].new[0].text == "有一人"


# ---- what is still to be done -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edits", "asked"),
    [
        ((("@note 按株计", "@note 按棵计"), ("巡查有纸质", "巡查要有纸质")), []),
        ((FRONT,), ["garden"]),
        ((FRONT, ("edition 1\n  number", "edition 2\n  number")), []),
        ((("  P 100%\n", "  P 90%\n"),), ["bed"]),
        (RENAMED, ["garden", "bed"]),
        ((("related  P.1  都讲苗木", "close    P.1  都讲苗木"),), []),
    ],
)
def test_a_grave_revision_asks_for_a_new_edition(edits: tuple[Edit, ...], asked: list[str]) -> None:
    asks = revised(*edits).asks
    assert [one["en"].partition(":")[0] for one in asks] == asked
    assert [one["zh"].partition("：")[0] for one in asks] == asked


def test_a_profile_that_asks_for_a_new_edition_is_named() -> None:
    (ask,) = revised(("  P 100%\n", "  P 90%\n")).asks
    assert "都在剖面 even）" in ask["zh"] and "all of them in even)" in ask["en"]
    assert "剖面" not in revised(FRONT).asks[0]["zh"]


def test_the_gravest_class() -> None:
    assert revised().gravest() == ""
    seen = [
        revised(*edits).gravest() for edits in ((("@note 按株", "@note 按棵"),), (FRONT,), (("苗木 40%", "苗木 30%"),))
    ]
    assert seen == ["editorial", "structure", "scoring"] and set(seen) <= set(CLASSES)


def test_changes_stand_in_the_order_of_the_new_edition() -> None:
    edits = (("    b) 巡查有纸质记录\n", ""), ("苗木 40%", "苗木 30%"), ("园路 60%", "园路 70%"), ("名单", "名册"))
    places = [(change.new or change.old)[0].id for change in revised(*edits).changes]
    assert places == ["P", "P.2/1a", "Q", "Q.1/1b"]


def test_the_same_twice() -> None:
    old, new = model(*SPEC), model(*edited(FRONT, SPLIT, ("苗木 40%", "苗木 30%")))
    assert revision(old, new) == revision(old, new)
