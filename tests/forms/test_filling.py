"""A form is filled in as people fill it in: by clicks, by keys alone, with values that are wrong at first, by several respondents."""

from __future__ import annotations

import pytest

from tests.forms.driven import Form

selenium = pytest.importorskip("selenium", reason="Selenium is not installed: pip install selenium")
from selenium.webdriver.common.keys import Keys  # noqa: E402


def click(form: Form, element: object) -> None:
    """Click where a user would: scrolled into view, the label of a radio button."""
    form.run("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()  # type: ignore[attr-defined]


def keys(form: Form, *pressed: str) -> None:
    for key in pressed:
        form.browser.switch_to.active_element.send_keys(key)


def test_clauses_by_clicks(form: Form) -> None:
    form.open("ctmm-key")
    card = form.of("clause", "AR.1/1a")
    click(form, form.radio(card, "mostly"))
    assert form.assessment["answers"] == {"AR.1/1a": "mostly"}
    assert form.text("#answered") == "已答 1 / 193"
    assert card.get_attribute("data-state") == "answered"
    click(form, form.radio(card, "full"))
    assert form.assessment["answers"] == {"AR.1/1a": "full"}
    click(form, card.find_element("css selector", ".clear"))
    assert form.assessment["answers"] == {}
    assert form.text("#answered") == "已答 0 / 193"


def test_evidence_and_remark(form: Form) -> None:
    form.open("ctmm-key")
    card = form.of("clause", "AR.1/1a")
    click(form, card.find_element("css selector", "details.remarks summary"))
    evidence = form.until(lambda: card.find_elements("css selector", "[data-field=evidence]"))[0]
    evidence.send_keys("甲文件", Keys.ENTER, Keys.ENTER, "乙文件")
    card.find_element("css selector", "[data-field=note]").send_keys("待补")
    assert form.assessment["answers"] == {"AR.1/1a": {"evidence": ["甲文件", "乙文件"], "note": "待补"}}
    assert card.find_element("css selector", ".count").text == "证明 2 项 · 有备注"
    click(form, form.radio(card, "none"))
    assert form.assessment["answers"]["AR.1/1a"]["answer"] == "none"


def test_by_keys_alone(form: Form) -> None:
    """From the top of the page: the skip link, the filter, then each clause a group of radio buttons with arrows."""
    form.open("ctmm-key")
    keys(form, Keys.TAB)
    assert form.browser.switch_to.active_element.get_attribute("class") == "skip"
    keys(form, Keys.ENTER)
    assert form.run("return document.activeElement.id") == "main"
    form.browser.switch_to.active_element.send_keys(Keys.TAB)  # the level tabs: one stop
    assert form.run("return document.activeElement.id") == "tab-level1"
    keys(form, Keys.ARROW_RIGHT)
    assert form.run("return document.activeElement.id") == "tab-level2"
    assert not form.of("clause", "AR.1/1a").is_displayed()
    keys(form, Keys.HOME, Keys.TAB)
    assert form.run("return document.activeElement.id") == "search"
    keys(form, Keys.TAB, Keys.TAB)
    assert form.run("return document.activeElement.closest('[data-clause]').dataset.clause") == "AR.1/1a"
    keys(form, Keys.SPACE)
    assert form.assessment["answers"] == {"AR.1/1a": "full"}
    keys(form, Keys.ARROW_DOWN)
    assert form.assessment["answers"] == {"AR.1/1a": "mostly"}
    keys(form, Keys.TAB, Keys.TAB, Keys.ENTER, Keys.TAB, "证明")
    assert form.assessment["answers"]["AR.1/1a"] == {"answer": "mostly", "evidence": ["证明"]}


def test_what_has_focus_is_not_behind_the_bar(form: Form) -> None:
    form.open("ctmm-key")
    form.one("#main").click()
    form.run("document.getElementById('search').focus()")
    for _ in range(40):
        keys(form, Keys.TAB)
        top, bottom, bar, height = form.run(
            "const box = (document.activeElement.closest('label') || document.activeElement).getBoundingClientRect();"
            "return [box.top, box.bottom, document.getElementById('bar').getBoundingClientRect().bottom, innerHeight]"
        )
        assert top >= bar - 1, form.run("return document.activeElement.outerHTML")
        assert bottom <= height + 1


def test_values_and_what_is_wrong_with_them(form: Form) -> None:
    """The words are the scorer's; what was typed stays, and goes on being counted as unanswered."""
    form.open("gbt33356-city")
    part, whole = form.of("quantity", "gov_items_online"), form.of("quantity", "gov_items_total")
    field, total = (card.find_element("css selector", "input[type=text]") for card in (part, whole))
    for typed, words in (("9x", "不是数"), ("9.5", "不是整数"), ("-3", "超出范围"), ("9" * 41, "太长"), ("95", "")):
        field.clear()
        field.send_keys(typed)
        told = part.find_element("css selector", ".trouble").text
        assert words in told
        assert bool(told) == bool(words)
        assert form.assessment["values"] == {"gov_items_online": typed}
        assert form.text("#answered") == f"已答 {int(not words)} / 160"
        assert field.get_attribute("aria-invalid") == str(bool(words)).lower()
    total.send_keys("85")
    assert part.find_element("css selector", ".trouble").text.endswith(
        "可网上或移动端办理的政务服务事项数（95）是政务服务事项总数（85）的一部分，不能更大"
    )
    assert form.run("return document.querySelector('[data-indicator=\"L1P1-A1\"]').textContent") == "得分 0.00–100.00"
    total.clear()
    total.send_keys("100")
    assert part.find_element("css selector", ".trouble").text == ""
    assert form.run("return document.querySelector('[data-indicator=\"L1P1-A1\"]').textContent") == "得分 95.00"


def test_flags_and_choices(form: Form) -> None:
    form.open("harbour")
    form.one("#tab-values").click()
    click(form, form.radio(form.of("quantity", "portal"), "true"))
    click(form, form.radio(form.of("quantity", "body"), "set_up"))
    assert form.assessment["values"] == {"portal": "true", "body": "set_up"}
    click(form, form.of("quantity", "portal").find_element("css selector", ".clear"))
    assert form.assessment["values"] == {"body": "set_up"}


def test_a_problem_of_what_is_computed_stands_at_what_it_is_computed_from(form: Form) -> None:
    form.open("harbour")
    form.one("#tab-values").click()
    for name in ("answers_good", "answers_bad"):
        form.of("quantity", name).find_element("css selector", "input").send_keys("0")
    told = [
        form.of("quantity", name).find_element("css selector", ".trouble").text
        for name in ("answers_good", "answers_bad")
    ]
    assert all("答复总数：0 超出范围" in text for text in told), told


def test_rubrics_by_one_and_by_several(form: Form) -> None:
    form.open("iso37107")
    first = next(
        iter(form.run("return [...document.querySelectorAll('[data-rubric]')].map((one) => one.dataset.rubric)"))
    )

    def give(now: int, planned: int) -> None:
        card = form.of("rubric", first)
        click(form, form.radio(card, now, "[data-when=now]"))
        click(form, form.radio(card, planned, "[data-when=planned]"))

    give(2, 4)
    assert form.assessment["answers"] == {first: {"now": 2, "planned": 4}}
    assert form.of("rubric", first).find_element("css selector", ".summed").text == "差距 2 级"
    click(form, form.one("#add-respondent"))
    form.one("[data-respondent=name]").send_keys("甲")
    assert form.assessment["respondents"] == [{"name": "甲", "answers": {first: {"now": 2, "planned": 4}}}]
    click(form, form.one("#add-respondent"))
    form.one("[data-respondent=group]").send_keys("企业")
    give(5, 5)
    assert form.assessment["respondents"][1] == {
        "name": "",
        "group": "企业",
        "answers": {first: {"now": 5, "planned": 5}},
    }
    assert "各人相差 3 / 1 级" in form.of("rubric", first).find_element("css selector", ".summed").text
    click(form, form.one("#respondent-0"))
    assert form.radio(form.of("rubric", first), 2, "[data-when=now]").is_selected()
    click(form, form.one("#remove-respondent"))
    form.one("dialog [data-action=yes]").click()
    assert [one["group"] for one in form.assessment["respondents"]] == ["企业"]
    click(form, form.one("#undo"))
    assert len(form.assessment["respondents"]) == 2


# ---- what is seen ------------------------------------------------------------------------------------------------------


def seen(form: Form) -> list[str]:
    found: list[str] = form.run(
        "return [...document.querySelectorAll('.card')].filter((one) => one.offsetParent)"
        ".map((one) => one.dataset.clause || one.dataset.quantity || one.dataset.rubric)"
    )
    return found


def test_search_and_filters(form: Form) -> None:
    form.open("ctmm-key")
    assert len(seen(form)) == 27
    form.one("#tab-everything").click()
    assert len(seen(form)) == 193
    form.one("#search").send_keys("AR.1/")
    assert {one.split("/")[0] for one in seen(form)} == {"AR.1"}
    assert form.text("#tab-everything .tab-n") == f"符合 {len(seen(form))}"
    assert form.text("#tab-level1 .tab-n") == "符合 1"
    form.one("#search").send_keys("zzz")
    assert seen(form) == []
    assert form.text("#found") == "没有符合的项"
    form.one("#search").clear()
    form.one("#search").send_keys(Keys.SPACE)
    click(form, form.radio(form.of("clause", "AR.1/1a"), "full"))
    click(form, form.one("#filter-unanswered"))
    assert "AR.1/1a" not in seen(form)
    assert len(seen(form)) == 192
    click(form, form.radio(form.of("clause", "AR.2/1a"), "full"))
    assert "AR.2/1a" in seen(form)  # nothing vanishes under somebody's hand
    click(form, form.one("#filter-blocking"))
    assert {one.split("/")[1][0] for one in seen(form)} == {"1"}
    assert not {"AR.1/1a", "AR.2/1a"} & set(seen(form))


def test_both_languages(form: Form) -> None:
    """The surface changes, answers and the standard's own texts do not; the choice is remembered."""
    form.open("iso37107")
    assert form.run("return document.documentElement.lang") == "zh-Hans"
    chinese = set(form.text("body").split("\n"))
    form.one("[data-language=en]").click()
    assert form.run("return document.documentElement.lang") == "en"
    assert form.text("#export") == "Export"
    assert "Sustainable cities" in form.text("h1")
    assert chinese & set(form.text("body").split("\n")), "the standard's own texts stay"
    form.reload()
    assert form.text("#export") == "Export"


CHINESE = """
return [...document.querySelectorAll('body *')].filter((one) => !one.closest('[lang="zh-Hans"], script, noscript')
  && [...one.childNodes].some((node) => node.nodeType === 3 && /[\\u3400-\\u9fff]/.test(node.data)))
  .map((one) => one.outerHTML.slice(0, 120))
"""


@pytest.mark.parametrize(
    "name", ["ctmm-key", "ctmm-equal", "gbt33356-city", "gbt33356-city-readings", "iso37107", "harbour"]
)
def test_in_english_chinese_texts_say_that_they_are(form: Form, name: str) -> None:
    """A screen reader changes its voice (WCAG 3.1.2)."""
    form.open(name, "?lang=en")
    for card in form.all("[data-clause], [data-rubric]")[:3]:
        form.run("arguments[0].querySelector('input').click()", card)
    assert form.run(CHINESE) == []
