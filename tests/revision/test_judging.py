"""What differs between two texts is told by signs that can be shown; nothing is called wording that has one."""

from __future__ import annotations

import pytest

from ctmm_dsl.revision.judging import judged, signs_of

EDITORIAL = (
    ("建立制度，明确责任", "建立制度,明确责任"),
    ("比例达到60%", "比例达到６０％"),
    ("使用 CIM 平台", "使用CIM平台"),
    ("“数据即服务”等业态", "「数据即服务」等业态"),
    ("有台账；有人管", "有台账，有人管。"),
    ("city-wide plan.", "city-wide plan"),
)
WORDING = (
    ("建立跨部门的协调机制", "构建跨部门的协调机制"),
    ("数字化战略清晰", "数字化战略清楚"),
    ("开展数据共享应用", "开展数据共享运用"),
    ("建设智能化的平台", "建设智慧化的平台"),
    ("提升服务能力", "提升服务水平"),
    ("对应急事件有预案", "对突发事件有预案"),
    ("不断完善体系", "进一步完善体系"),
    ("有专职人员，有固定经费", "有专责人员，有稳定经费"),
    ("the city has a plan", "the city has a strategy"),
)
REQUIREMENT = (
    ("比例达到60%", "比例达到80%", "数字 60% → 80%"),
    ("甲达到60%，乙达到80%", "甲达到80%，乙达到60%", "数字 60%、80% → 80%、60%"),
    ("建成三个平台", "建成五个平台", "数字 三 → 五"),
    ("每百人不少于2.5人", "每百人不少于25人", "数字 2.5 → 25"),
    ("宜建立制度", "应建立制度", "能愿动词 宜 → 应"),
    ("应公开数据", "可公开数据", "能愿动词 应 → 可"),
    ("建立制度", "应建立制度", "能愿动词 +应"),
    ("务必建立制度", "建立制度", "能愿动词 −务必"),
    ("建立制度", "建议建立制度", "能愿动词 +建议"),
    ("全部公开", "尽量全部公开", "条件 +尽量"),
    ("数据不出域", "数据出域", "否定 −不"),
    ("严禁外传", "允许外传", "否定 −严禁"),
    ("主要城区实现覆盖", "全部城区实现覆盖", "程度或范围 主要城区 → 全部"),
    ("人数不少于3人", "人数不多于3人", "程度或范围 不少于 → 不多于"),
    ("定期更新", "实时更新", "程度或范围 定期 → 实时"),
    ("必要时公开", "公开", "条件 −必要时"),
    ("有固定经费", "有固定经费，并且有专门场地", "句子成分 +并且有专门场地"),
    ("覆盖交通、医疗、教育", "覆盖交通、教育", "句子成分 −医疗"),
    ("the city shall publish data", "the city should publish data", "能愿动词 shall → should"),
    ("at least 3 services", "at most 3 services", "程度或范围 at least → at most"),
    ("data are shared", "data are not shared", "否定 +not"),
)


@pytest.mark.parametrize(("old", "new"), EDITORIAL)
def test_what_no_reader_reads_is_editorial(old: str, new: str) -> None:
    assert judged(old, new) == judged(new, old) == ("editorial", ())


@pytest.mark.parametrize(("old", "new"), WORDING)
def test_other_words_for_the_same(old: str, new: str) -> None:
    assert judged(old, new) == judged(new, old) == ("wording", ())


@pytest.mark.parametrize(("old", "new", "sign"), REQUIREMENT)
def test_what_is_asked_is_another_thing(old: str, new: str, sign: str) -> None:
    grade, signs = judged(old, new)
    assert grade == "requirement" == judged(new, old)[0]
    assert sign in [one["zh"] for one in signs]
    assert all(one["en"] for one in signs)


def test_syllables_are_no_signs() -> None:
    text = "应用能力响应智能，可靠性能不断提升，无人机与无障碍设施，非常重视未来功能"
    assert signs_of(text) == {}


def test_every_sign_is_found_in_a_sentence() -> None:
    text = "各部门应每年公布2次，不得少于80%的数据；必要时可扩大到全部"
    assert signs_of(text) == {
        "degree": ["各", "每", "全部"],
        "modal": ["应", "不得", "可"],
        "figure": ["2", "80%"],
        "condition": ["必要时"],
    }
