"""What the browser keeps: every change, until it is wiped; two windows do not overwrite each other; a store that fails is told."""

from __future__ import annotations

import json

from tests.forms.driven import Form

HEAD = {"standard": "ctmm-key", "edition": "2026-draft"}
KEY = "ctmm-form:ctmm-key:2026-draft:"


def answer(form: Form, clause: str, code: str) -> None:
    form.run("arguments[0].click()", form.radio(form.of("clause", clause), code))


def test_a_reload_loses_nothing(form: Form) -> None:
    form.open("ctmm-key")
    answer(form, "AR.1/1a", "mostly")
    form.one("#subject").send_keys("某市")
    form.one("#date").send_keys("五月一日")
    before = form.assessment
    form.reload()  # at once: what is not yet written is written when the page goes
    assert form.assessment == before
    assert form.text("#saved") == "已恢复本浏览器中保存的内容"
    assert form.one("#date").get_attribute("value") == "五月一日"


def test_each_standard_and_profile_has_a_record_of_its_own(form: Form) -> None:
    form.open("ctmm-key")
    answer(form, "AR.1/1a", "mostly")
    form.saved()
    assert list(form.stored) == [KEY]
    form.open("ctmm-equal")
    assert "answers" in form.assessment
    assert form.assessment["answers"] == {}


def test_wiping_asks_leaves_nothing_and_can_be_undone(form: Form) -> None:
    form.open("ctmm-key").put_in(json.dumps({**HEAD, "subject": {"name": "某市"}, "answers": {"AR.1/1a": "full"}}))
    form.put_in(json.dumps({**HEAD, "subject": {"name": "某市"}, "answers": {"AR.1/1a": "full"}}))
    form.saved()
    assert set(form.stored) == {KEY, KEY + ":before"}
    form.one("#wipe").click()
    form.one("dialog .buttons button:last-child").click()
    assert form.assessment["answers"] == {"AR.1/1a": "full"}
    form.one("#wipe").click()
    form.one("dialog [data-action=yes]").click()
    assert form.assessment == {**HEAD, "answers": {}}
    assert form.stored == {}
    form.one("[data-action=undo]").click()
    assert form.assessment["answers"] == {"AR.1/1a": "full"}
    form.one("#wipe").click()
    form.one("dialog [data-action=yes]").click()
    form.reload()
    assert form.assessment == {**HEAD, "answers": {}}
    assert form.stored == {}


def two_windows(form: Form) -> tuple[str, str]:
    form.open("ctmm-key")
    first = form.browser.current_window_handle
    form.browser.switch_to.new_window("tab")
    form.open("ctmm-key")
    return first, form.browser.current_window_handle


def test_an_idle_window_follows_the_other(form: Form) -> None:
    first, second = two_windows(form)
    answer(form, "AR.1/1a", "full")
    form.saved()
    form.browser.switch_to.window(first)
    form.until(lambda: form.assessment["answers"])
    assert form.assessment["answers"] == {"AR.1/1a": "full"}
    assert "另一个窗口里有改动" in form.notices
    answer(form, "AR.2/1a", "none")
    form.saved()
    form.browser.switch_to.window(second)
    form.until(lambda: len(form.assessment["answers"]) == 2)


def test_two_windows_that_both_changed_are_not_overwritten_silently(form: Form) -> None:
    first, second = two_windows(form)
    # the second has typed something that is not yet written when the first one writes
    form.run("window.setTimeout = () => 0; Object.defineProperty(document, 'hidden', {get: () => false});")
    answer(form, "AR.2/1a", "none")
    form.browser.switch_to.window(first)
    answer(form, "AR.1/1a", "full")
    form.saved()
    record = form.stored[KEY]
    form.browser.switch_to.window(second)
    form.until(lambda: "用哪一份" in form.notices)
    answer(form, "AR.3/1a", "full")
    assert form.stored[KEY] == record
    assert form.text("#saved").startswith("暂停保存")
    form.run("[...document.querySelectorAll('[data-notice=conflict] button')][0].click()")
    assert form.assessment["answers"] == {"AR.1/1a": "full"}
    form.one("#undo").click()
    assert form.assessment["answers"] == {"AR.2/1a": "none", "AR.3/1a": "full"}
    form.browser.switch_to.window(first)
    form.until(lambda: form.assessment["answers"] == {"AR.2/1a": "none", "AR.3/1a": "full"})


def test_keeping_ones_own(form: Form) -> None:
    form.open("ctmm-key")
    answer(form, "AR.1/1a", "full")
    form.saved()
    form.run(
        "window.localStorage.setItem(arguments[0], 'other.1\\n' + JSON.stringify({clauses: {'AR.2/1a': {answer: 'none'}}}))",
        KEY,
    )
    answer(form, "AR.3/1a", "full")
    form.until(lambda: "用哪一份" in form.notices)
    form.run("[...document.querySelectorAll('[data-notice=conflict] button')][1].click()")
    assert set(form.assessment["answers"]) == {"AR.1/1a", "AR.3/1a"}
    assert "AR.3/1a" in form.stored[KEY]
    form.one("#undo").click()
    assert form.assessment["answers"] == {"AR.2/1a": "none"}


def test_a_store_that_fails_is_told_and_nothing_is_lost(form: Form) -> None:
    form.open("ctmm-key")
    form.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    answer(form, "AR.1/1a", "full")
    form.until(lambda: "请用“导出”存成文件" in form.notices)
    assert form.text("#saved") == "未能保存于本浏览器"
    answer(form, "AR.2/1a", "none")
    assert len(form.assessment["answers"]) == 2
    assert json.loads(form.exported())["answers"] == form.assessment["answers"]
    assert form.run(
        "const event = new Event('beforeunload', {cancelable: true}); window.dispatchEvent(event); return event.defaultPrevented"
    )
    form.run(
        "window.localStorage.clear();"
        "Object.defineProperty(Storage.prototype, 'setItem', {value() {}, configurable: true})"
    )
    form.one("#wipe").click()
    form.one("dialog [data-action=yes]").click()


def test_a_damaged_record_does_no_harm(form: Form) -> None:
    form.open("ctmm-key")
    for record in (
        "x",
        "a.1\n{",
        "a.1\n[]",
        "a.1\nnull",
        'a.1\n{"clauses": {"AR.1/1a": 7, "NO": {"answer": "full"}}, "respondents": 3}',
    ):
        form.run("window.localStorage.setItem(arguments[0], arguments[1])", KEY, record)
        form.reload()
        assert form.assessment["answers"] == {}
