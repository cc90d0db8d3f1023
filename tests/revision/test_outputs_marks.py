"""Marks are exact: both texts can be read off them, whatever they are; and they fall where a reader would put them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ctmm_dsl import marks
from ctmm_dsl.marks import lines, marked, marked_by_words, new_side, new_text, old_side, old_text, units

SIGNS = {"": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
TEXT = st.text(
    st.one_of(
        st.sampled_from("甲乙丙应宜。；，\n 0123456789.%abAB'-é\u0301\u200d👩👧\ufe0f🏽𠀀\ud83d\udc69"), st.characters()
    ),
    max_size=60,
)


def shown(old: str, new: str) -> str:
    return "".join(SIGNS[piece.mark].format(piece.text) for piece in marked(old, new))


@given(TEXT, TEXT)
@example("", "")
@example("", "x")
@example("\n\n", "\n")
def test_both_texts_can_be_read_off(old: str, new: str) -> None:
    pieces = marked(old, new)
    assert old_text(pieces) == old == old_text(old_side(pieces))
    assert new_text(pieces) == new == new_text(new_side(pieces))
    assert all(piece.text for piece in pieces)
    assert (old == new) == all(not piece.mark for piece in pieces)


@given(TEXT, TEXT)
@example("", "")
@example("a b", "a b c")
def test_both_rows_of_words_can_be_read_off(old: str, new: str) -> None:
    pieces = marked_by_words(old, new)
    assert (old_text(pieces), new_text(pieces)) == (old, new)
    assert all(piece.text for piece in pieces)
    assert (old == new) == all(not piece.mark for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2026-draft", "2026", "[-2026-draft-]{+2026+}"),
        ("gate_all", "own_app_first", "[-gate_all-]{+own_app_first+}"),
        ("10 = 6 + 4", "11 = 6 + 5", "[-10-]{+11+} = 6 + [-4-]{+5+}"),
        ("27 + 35 + 47", "26 + 34", "[-27 + 35 + 47-]{+26 + 34+}"),
    ],
)
def test_a_word_changes_whole(old: str, new: str, said: str) -> None:
    assert "".join(SIGNS[piece.mark].format(piece.text) for piece in marked_by_words(old, new)) == said


@given(st.lists(st.sampled_from(["甲乙丙丁。", "甲乙。", "丙 12。", "x"]), max_size=30),
       st.lists(st.sampled_from(["甲乙丙丁。", "甲乙。", "丙 13。", "y"]), max_size=30))  # fmt: skip
def test_long_texts_are_as_exact(old: list[str], new: list[str]) -> None:
    most, marks.MOST = marks.MOST, 5
    try:
        pieces = marked("".join(old), "".join(new))
    finally:
        marks.MOST = most
    assert (old_text(pieces), new_text(pieces)) == ("".join(old), "".join(new))


@given(TEXT)
def test_units_are_the_text(text: str) -> None:
    assert "".join(units(text)) == text


@given(TEXT, TEXT)
def test_lines_are_the_pieces_broken(old: str, new: str) -> None:
    pieces = marked(old, new)
    rows = lines(pieces)
    assert "\n".join("".join(piece.text for piece in row) for row in rows) == "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("应有专人负责", "宜有专人负责", "[-应-]{+宜+}有专人负责"),
        ("覆盖率达到80%", "覆盖率达到85.5%", "覆盖率达到[-80%-]{+85.5%+}"),
        ("每1,000人", "每10,000人", "每[-1,000-]{+10,000+}人"),
        ("有固定经费", "有固定经费，并逐年增加", "有固定经费{+，并逐年增加+}"),
        ("丁cafe\u0301", "丁cafe", "丁[-cafe\u0301-]{+cafe+}"),
        ("甲\u0301乙", "甲乙", "[-甲\u0301-]{+甲+}乙"),
        ("家👩\u200d👧庭", "家👩\u200d👦庭", "家[-👩\u200d👧-]{+👩\u200d👦+}庭"),
        ("赞👍🏽", "赞👍🏿", "赞[-👍🏽-]{+👍🏿+}"),
        ("𠀀甲", "𠀁甲", "[-𠀀-]{+𠀁+}甲"),
        ("the old text", "the new text", "the [-old-]{+new+} text"),
        ("建立完善的数据标准体系", "数据治理机构健全并有经费", "[-建立完善的-]数据[-标准体系-]{+治理机构健全并有经费+}"),
    ],
)  # fmt: skip
def test_marks_fall_where_a_reader_puts_them(old: str, new: str, said: str) -> None:
    assert shown(old, new) == said


def test_one_character_between_two_changes_is_no_island() -> None:
    assert shown("制定了完备的计划", "形成有效的规章") == "[-制定了完备的计划-]{+形成有效的规章+}"
