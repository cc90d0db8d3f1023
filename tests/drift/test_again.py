"""What must be looked at again when the whole is revised: whatever became of a source, and nothing else."""

from __future__ import annotations

import pytest

from ctmm_dsl.drift import Again, looked_again, parts
from tests.drift.pairs import compiled, leaf, part, whole

FIRST = "建立统筹推进机制，明确职责分工和牵头机构"
SECOND = "开展数字化转型成效的全过程评价工作"
OTHER = "搭建行业主题数据库，面向社会开放数据资源"
MINE = part(leaf(f"{FIRST}\n@from L1/1a verbatim", f"{SECOND}\n@from L1/2a verbatim"))


def again(new_whole: str, new_part: str = MINE) -> list[Again]:
    old = compiled(whole(leaf(FIRST, SECOND), leaf(OTHER, "实现数据资源统一管理")), MINE)
    assert [finding.code for finding in old.findings if finding.entry.severity == "error"] == []
    new = compiled(new_whole, new_part)
    return list(looked_again(parts(old.model)[0], parts(new.model)[0]))


def revised(first: str, second: str = SECOND, other: str = OTHER) -> str:
    return whole(leaf(first, second), leaf(other, "实现数据资源统一管理"))


def test_nothing_changed() -> None:
    assert again(revised(FIRST)) == []


def test_what_nothing_comes_from_is_not_told() -> None:
    assert again(revised(FIRST, other="搭建主题数据库，全部数据向社会开放")) == []


@pytest.mark.parametrize("touched", [False, True])
def test_an_edited_source(touched: bool) -> None:
    text = FIRST.replace("建立", "探索建立")
    mine = MINE.replace(FIRST, text) if touched else MINE
    (found,) = again(revised(text), mine)
    assert (found.clause.id, found.source.id, found.events, found.now) == ("K1/1a", "L1/1a", ("edited",), ("L1/1a",))
    assert [(piece.mark, piece.text) for piece in found.marks if piece.mark] == [("inserted", "探索")]
    assert found.touched is touched


def test_an_edited_figure_is_shown_beside_the_text() -> None:
    said = "响应不超过{0}天\n@metric delay <= {0}"
    old, new = (whole(leaf(said.format(days)), leaf(OTHER)) for days in (5, 3))
    mine = part(leaf("响应不超过5天\n@from L1/1a verbatim\n@metric delay <= 5", "第二级的要求\n@from L1/2a verbatim"))
    (found,) = looked_again(*(parts(compiled(one, mine).model)[0] for one in (old, new)))
    assert [(piece.mark, piece.text) for piece in found.marks if piece.mark] == [
        ("deleted", "5"), ("inserted", "3"), ("deleted", "5"), ("inserted", "3"),
    ]  # fmt: skip


def test_a_note_of_a_source_asks_nothing() -> None:
    assert again(revised(f"{FIRST}\n@note 照原样")) == []


def test_a_removed_source() -> None:
    (found,) = again(revised("各部门制定数字人才培养计划"))
    assert (found.clause.id, found.events, found.now) == ("K1/1a", ("removed",), ())
    assert {piece.mark for piece in found.marks} == {"deleted"}


def test_a_source_at_another_level() -> None:
    moved = "  level 1\n    - 制定数字人才培养计划\n  level 2\n    - " + SECOND + "\n    - " + FIRST + "\n"
    (found,) = again(whole(moved, leaf(OTHER, "实现数据资源统一管理")))
    assert (found.clause.id, found.source.id, found.now) == ("K1/1a", "L1/1a", ("L1/2b",))
    assert "moved" in found.events


def test_a_split_source() -> None:
    first, second = FIRST.split("，")
    split = f"  level 1\n    - {first}\n    - {second}\n  level 2\n    - {SECOND}\n"
    (found,) = again(whole(split, leaf(OTHER, "实现数据资源统一管理")))
    assert (found.clause.id, found.events, found.now) == ("K1/1a", ("split",), ("L1/1a", "L1/1b"))


def test_a_source_with_another_label() -> None:
    """Its text is the same, but an `@from` points to its label."""
    later = f"  level 1\n    - 制定数字人才培养计划\n    - {FIRST}\n  level 2\n    - {SECOND}\n"
    (found,) = again(whole(later, leaf(OTHER, "实现数据资源统一管理")))
    assert (found.clause.id, found.events, found.now) == ("K1/1a", ("renumbered",), ("L1/1b",))
