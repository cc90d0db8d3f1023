"""A form asks nothing of any network, runs nothing but itself, and has nothing to complain of."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.forms.driven import Form

NAMES = ("ctmm-key", "gbt33356-city", "iso37107", "harbour", "hostile")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_requested(form: Form, name: str) -> None:
    """Opened, filled in, printed, in both languages. That the browser says nothing is seen to by the fixture."""
    form.requests()
    form.open(name)
    form.run(
        "window.broken = []; document.addEventListener('securitypolicyviolation', (event) => window.broken.push(event.violatedDirective))"
    )
    form.run(
        "for (const input of [...document.querySelectorAll('.card input[type=radio]')].slice(0, 40)) input.click()"
    )
    form.run("window.dispatchEvent(new Event('beforeprint')); window.dispatchEvent(new Event('afterprint'))")
    form.one("[data-language=en]").click()
    form.exported()
    assert form.run("return window.broken") == []
    assert [url for url in form.requests() if not url.startswith("blob:")] == []


@pytest.mark.parametrize(
    "what",
    [
        "fetch('file:///etc/hostname')",
        "new Image().src = 'file:///x.png'",
        "new Function('1')()",
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))",
    ],
)
def test_the_policy_forbids_the_rest(form: Form, folder: Path, what: str) -> None:
    """The same page with one more line in its script, and the digest that fits: the policy still stops what that line wants."""
    page = (folder / "ctmm-key" / "form.html").read_text("utf-8")
    added = altered(page, what)
    (folder / "added").mkdir(exist_ok=True)
    (folder / "added" / "form.html").write_text(added, "utf-8")
    form.may_complain = True
    form.requests()
    form.browser.get((folder / "added" / "form.html").as_uri())
    form.until(lambda: form.run("return window.tried"))
    assert form.run("return window.ran") is None
    form.until(lambda: form.run("return window.tried") == "stopped" or form.run("return window.stopped"))


def altered(page: str, what: str) -> str:
    from generators.form.page import digest_of

    script = re.search(r'<script type="module">(.*?)</script>', page, re.DOTALL)
    assert script
    line = (
        "document.addEventListener('securitypolicyviolation', () => { window.stopped = true; });"
        f"try {{ {what}; window.tried = 'ran'; }} catch (error) {{ window.tried = 'stopped'; }}"
    )
    longer = script[1] + line
    return page.replace(script[1], longer).replace(digest_of(script[1]), digest_of(longer))


def test_an_altered_script_does_not_run(form: Form, folder: Path) -> None:
    page = (folder / "ctmm-key" / "form.html").read_text("utf-8")
    (folder / "altered").mkdir(exist_ok=True)
    (folder / "altered" / "form.html").write_text(
        page.replace('"use strict";', '"use strict"; window.ran = 1;'), "utf-8"
    )
    form.may_complain = True
    form.browser.get((folder / "altered" / "form.html").as_uri())
    assert form.run("return [window.ran === undefined, window.ctmmForm === undefined]") == [True, True]


def test_the_policy_is_strict(folder: Path) -> None:
    page = (folder / "ctmm-key" / "form.html").read_text("utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    told = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
    assert told.keys() == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}
    assert told["default-src"] == told["base-uri"] == told["form-action"] == "'none'"
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", told["script-src"])
    assert not re.search(r"(?:src|href)=\"(?!#|data:)", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL))


def test_the_readers_for_tests_change_nothing(form: Form) -> None:
    form.open("ctmm-key").put_in(
        json.dumps({"standard": "ctmm-key", "edition": "2026-draft", "answers": {"AR.1/1a": "full"}})
    )
    form.run(
        "const one = window.ctmmForm.assessment(); one.answers['AR.1/1a'] = 'none';"
        "try { window.ctmmForm.result = null; window.ctmmForm = null; } catch (error) {}"
    )
    assert form.assessment["answers"] == {"AR.1/1a": "full"}
