"""How long a form takes to open and to answer a click, in Chromium made four times slower, beside what a person notices.

In: nothing. Out: figures; none where Selenium, Chromium or its driver is missing. The page measures itself, in milliseconds of real time; a
figure is the middle of several, as a part of one second (opening) or of one frame of 16 ms (a click).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import ROOT, Figure
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.scheme import schemes
from generators.artefact import Edition
from generators.form import emit

SLOWER, SECOND, FRAME, CLICKS = 4, 1000, 16, 15
OPENED = "return performance.getEntriesByType('navigation')[0].loadEventEnd"
CLICK = """
const input = arguments[0];
const begin = performance.now();
input.type === "radio" ? input.click() : (input.value = arguments[1], input.dispatchEvent(new Event("input", {bubbles: true})));
return performance.now() - begin;
"""
ANSWERS = {
    "ctmm-equal": "[data-clause] input",
    "gbt33356-city": "[data-quantity] input[type=text]",
    "iso37107": "[data-rubric] input",
}
SWITCHES = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


def figures(times: int) -> Iterator[Figure]:
    browser = _browser()
    if browser is None:
        return
    with TemporaryDirectory(prefix="ctmm-bench-") as folder:
        try:
            _written(Path(folder))
            browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            for name, selector in ANSWERS.items():
                yield from _of(browser, Path(folder) / name / "form.html", name, selector, times)
        finally:
            browser.quit()


def _browser() -> Any:
    try:
        from selenium import webdriver
    except ImportError:
        return None
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        return None
    options = webdriver.ChromeOptions()
    for switch in SWITCHES:
        options.add_argument(switch)
    options.binary_location = program
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def _written(folder: Path) -> None:
    sources, _ = read(find([ROOT / "spec"]))
    outcome = compile_sources(sources, wording=False)
    for artefact in emit(Edition(outcome.model, schemes(outcome.model), outcome.allowed, "digest")):
        path = folder / artefact.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(artefact.data)


def _of(browser: Any, page: Path, name: str, selector: str, times: int) -> Iterator[Figure]:
    opened = []
    for _ in range(times):
        browser.get(page.as_uri())
        opened.append(browser.execute_script(OPENED))
    opening = median(opened)
    yield Figure(f"form of {name}: opening, to one second", opening / SECOND, 1, {"opening": opening})
    if tab := browser.find_elements("css selector", "#tab-everything"):
        browser.execute_script("arguments[0].click()", tab[0])
    inputs = browser.find_elements("css selector", selector)
    answered = [
        browser.execute_script(CLICK, inputs[at * 7 % len(inputs)], str(at)) for at in range(max(times, CLICKS))
    ]
    click = median(answered)
    yield Figure(f"form of {name}: an answer, to one frame", click / FRAME, 1, {"answer": click})
