"""Waivers: what they cover, and every slip in them told by its line; none is ignored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctmm_dsl.findings import LANGUAGES, both
from ctmm_dsl.revision.values import CLASSES, Change, Place, Revision
from ctmm_dsl.revision.waivers import judged, waivers

GOOD = """# agreed in May
waive wording town W.1/1a
  reason The two phrases
  reason mean the same.

同意　计分 town level 2
　　理由　起草组 5 月会议同意
waive structure town W.2*
\treason 合并
waive wording town → other S.1 -> T.1
  reason x
"""


def change(grade: str, *places: str, document: str = "town", gone: bool = False) -> Change:
    sides = tuple(Place(document, place, (), "x", None) for place in places)
    return Change("edited", "clause", "", sides if gone else (), () if gone else sides, grade, (), both("", ""))


def test_what_a_file_says() -> None:
    found, slips = waivers(GOOD)
    assert not slips
    assert [(one.grade, one.document, one.place, one.reason, one.line) for one in found] == [
        ("wording", "town", "W.1/1a", "The two phrases mean the same.", 2),
        ("scoring", "town", "level 2", "起草组 5 月会议同意", 6),
        ("structure", "town", "W.2*", "合并", 8),
        ("wording", "town -> other", "S.1 -> T.1", "x", 10),
    ]


def test_a_waiver_covers_its_class_at_its_place() -> None:
    changes = (
        change("wording", "W.1/1a"),
        change("wording", "W.1/1a", gone=True),
        change("editorial", "W.1/1a"),
        change("requirement", "W.1/1a"),
        change("wording", "W.1/1b"),
        change("wording", "W.1/1a", document="city"),
        change("structure", "W.2/3a", "W.3"),
        change("scoring", "W.2"),
    )
    told = judged(Revision(changes), waivers(GOOD)[0])
    assert [changes.index(one) for one, _ in told.waived] == [0, 1, 6]
    assert [changes.index(one) for one in told.standing] == [2, 3, 4, 5, 7]
    assert [waiver.line for waiver in told.idle] == [6, 10]
    assert told.waiver_of(changes[0]) is told.waived[0][1]
    assert told.waiver_of(changes[2]) is None


def test_at_least_counts_what_was_not_agreed_to() -> None:
    changes = tuple(change(grade, f"W.{at}") for at, grade in enumerate(CLASSES))
    told = judged(Revision(changes), waivers("waive scoring town W.4\n  reason x")[0])
    assert [len(told.at_least(grade)) for grade in CLASSES] == [4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("text", "line", "zh", "en"),
    [
        ("\nwaive wording town W.1/1a", 2, "没有理由", "has no reason"),
        ("waive wording town W.1/1a\n  reason", 1, "没有理由", "has no reason"),
        ("waive wording town\n  reason x", 1, "要写三样", "takes a class, a document and a place"),
        ("waive words town W\n  reason x", 1, "没有“words”这一类；可选：编辑、措辞", "no class “words”; the classes are editorial"),
        ("wave wording town W\n  reason x", 1, "不认识“wave”", "unknown word “wave”"),
        ("waive wording town W\n  reason x\n  by somebody", 3, "不认识“by”", "unknown word “by”"),
        ("  reason x\nwaive wording town W\n  reason x", 1, "上面没有", "stands under no"),
        ("waive wording town W\n  reason x\n同意 措辞 town W\n  理由 x", 3, "第 1 行", "line 1"),
    ],
)  # fmt: skip
def test_a_slip_is_told_by_its_line(text: str, line: int, zh: str, en: str) -> None:
    _, (slip,) = waivers(text)
    assert slip.line == line
    assert zh in slip.words["zh"]
    assert en in slip.words["en"]


def test_all_slips_are_told_in_their_order() -> None:
    _, slips = waivers("  x\nwaive wording\nnothing\n  reason y\nwaive wording town W\n  by me\n")
    assert [slip.line for slip in slips] == [1, 2, 3, 5, 6]


@given(st.text(st.sampled_from("waive reason\n  \t\u3000#town W.1*wording同意理由措辞x"), max_size=80))
def test_any_text_is_waivers_or_slips(text: str) -> None:
    found, slips = waivers(text)
    said = [
        line for line in text.split("\n") if line.strip(" \t\u3000") and not line.strip(" \t\u3000").startswith("#")
    ]
    assert bool(said) == bool(found or slips)
    assert all(slip.words[language] for slip in slips for language in LANGUAGES)
