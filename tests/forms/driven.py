"""A form in a browser, as a user has it: opened, filled by clicks and keys, files in and out, the result as it is shown.

In: a driver, and the folder of the forms. Out: what the page says.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 10
"""Seconds after which a page that does not answer has failed."""


class Form:
    def __init__(self, browser: Any, folder: Path, tmp_path: Path) -> None:
        self.browser, self.folder, self.tmp_path = browser, folder, tmp_path
        self.may_complain = False
        self.files = 0

    def open(self, name: str, query: str = "") -> Form:
        self.browser.get((self.folder / name / "form.html").as_uri() + query)
        self.until(lambda: self.run("return Boolean(window.ctmmForm)"))
        return self

    def close(self) -> None:
        """Leave nothing behind: what the browser keeps would be found by the next test."""
        while len(self.browser.window_handles) > 1:
            self.browser.switch_to.window(self.browser.window_handles[-1])
            self.browser.close()
        self.browser.switch_to.window(self.browser.window_handles[0])
        if self.browser.current_url.startswith("file:"):
            self.run("window.localStorage.clear()")
        self.browser.get("about:blank")

    def reload(self) -> None:
        self.browser.refresh()
        self.until(lambda: self.run("return Boolean(window.ctmmForm)"))

    def run(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def until(self, holds: Callable[[], Any]) -> Any:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := holds():
                return found
            time.sleep(0.02)
        raise AssertionError("the page did not come to what was expected")

    # ---- what stands on the page -----------------------------------------------------------------------------------

    def all(self, selector: str) -> list[Any]:
        found: list[Any] = self.browser.find_elements("css selector", selector)
        return found

    def one(self, selector: str) -> Any:
        found = self.all(selector)
        assert len(found) == 1, (selector, len(found))
        return found[0]

    def text(self, selector: str) -> str:
        said: str = self.one(selector).text
        return said

    def of(self, kind: str, id_: str) -> Any:
        """The container of a clause, quantity or rubric."""
        found = self.run(
            "return [...document.querySelectorAll(`[data-${arguments[0]}]`)].find((one) => one.dataset[arguments[0]] === arguments[1])",
            kind,
            id_,
        )
        assert found is not None, id_
        return found

    def radio(self, container: Any, value: object, within: str = "") -> Any:
        return container.find_element("css selector", f'{within} input[type=radio][value="{value}"]')

    @property
    def assessment(self) -> Any:
        return self.run("return window.ctmmForm.assessment()")

    @property
    def result(self) -> Any:
        return self.run("return window.ctmmForm.result()")

    @property
    def notices(self) -> str:
        return "\n".join(box.text for box in self.all(".notice"))

    @property
    def stored(self) -> dict[str, str]:
        found: dict[str, str] = self.run("return {...window.localStorage}")
        return {
            key: value for key, value in found.items() if key.startswith("ctmm-form:") and key != "ctmm-form:language"
        }

    def saved(self) -> None:
        self.until(
            lambda: (
                self.run("return document.getElementById('saved').textContent")
                in ("已保存于本浏览器", "Saved in this browser")
            )
        )

    # ---- files -----------------------------------------------------------------------------------------------------

    def choose(self, data: bytes | str, name: str = "") -> None:
        """Choose a file as the user does; nothing is said about what follows."""
        self.files += 1
        path = self.tmp_path / (name or f"file{self.files}.json")
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        self.run("for (const box of document.querySelectorAll('.notice .quiet')) box.click()")
        self.one("#file").send_keys(str(path))

    def put_in(self, data: bytes | str, name: str = "") -> str:
        """Import a file, and say yes where something is to be replaced; what the page says to it."""
        self.choose(data, name)
        self.until(lambda: self.all("dialog[open]") or self.notices)
        if self.all("dialog[open]"):
            self.one("dialog [data-action=yes]").click()
        self.until(lambda: self.notices)
        return self.notices

    def exported(self) -> str:
        """The text of the file that an export gives."""
        folder: Path = self.browser.downloads
        for old in folder.iterdir():
            old.unlink()
        self.one("#export").click()
        if self.all("dialog[open]"):
            self.one("dialog [data-action=yes]").click()
        path = self.until(lambda: [one for one in folder.iterdir() if one.suffix == ".json"])[0]
        self.until(lambda: path.stat().st_size)
        text: str = path.read_text("utf-8")
        return text

    # ---- the browser -----------------------------------------------------------------------------------------------

    def requests(self) -> list[str]:
        """What the browser asked for since this was asked last, but for the page itself."""
        rows = [json.loads(row["message"])["message"] for row in self.browser.get_log("performance")]
        asked = [row["params"]["request"]["url"] for row in rows if row["method"] == "Network.requestWillBeSent"]
        return [url for url in asked if not re.fullmatch(r"file:///.*/form\.html(\?.*)?|about:blank|data:,?", url)]
