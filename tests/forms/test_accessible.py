"""Everyone can use a form: our own checks of what a machine can see of WCAG 2.2 AA, and axe-core where it is installed.

axe-core is looked for in `node_modules/` and where the environment variable AXE_CORE says; `npm install axe-core` puts it there.
"""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generators.form.page import STYLES
from tests.conftest import ROOT
from tests.forms.driven import Form

NAMES = ("ctmm-key", "ctmm-equal", "gbt33356-city", "iso37107", "harbour")
TEMPLATES = ROOT / "generators" / "templates" / "form"

# ---- colours -----------------------------------------------------------------------------------------------------------

TEXT = [(ink, ground) for ink in ("ink", "muted", "lead") for ground in ("ground", "card", "pale")] + [
    ("ink", "lead-pale"), ("muted", "lead-pale"), ("lead", "lead-pale"), ("on-lead", "lead"), ("good", "card"), ("bad", "card"),
    ("ink", "good-pale"), ("ink", "bad-pale"), ("muted", "good-pale"), ("muted", "bad-pale"),
]  # fmt: skip
DRAWN = [
    ("edge", "card"),
    ("edge", "ground"),
    ("lead", "line"),
    ("lead", "lead-pale"),
    ("focus", "card"),
    ("focus", "ground"),
    ("bad", "card"),
]
"""What is drawn and has to be seen: edges of controls, what bars and rings are told apart by, the mark of the focus."""


def palettes() -> dict[str, dict[str, str]]:
    css = (TEMPLATES / "colours.css.jinja").read_text("utf-8")
    light, dark = css.split("prefers-color-scheme: dark", 1)
    found = {
        name: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part))
        for name, part in (("light", light), ("dark", dark))
    }
    return {"light": found["light"], "dark": found["light"] | found["dark"]}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(theme: str) -> None:
    palette = palettes()[theme]
    assert contrast("#000000", "#ffffff") == 21
    low = [
        (ink, ground, contrast(palette[ink], palette[ground]))
        for ink, ground in TEXT
        if contrast(palette[ink], palette[ground]) < 4.5
    ]
    low += [
        (ink, ground, contrast(palette[ink], palette[ground]))
        for ink, ground in DRAWN
        if contrast(palette[ink], palette[ground]) < 3
    ]
    assert not low


def test_colours_are_named_in_one_place() -> None:
    """So what the test above computes is all there is."""
    for part in STYLES:
        css = (TEMPLATES / f"{part}.css.jinja").read_text("utf-8")
        outside = css.split("* { box-sizing")[-1]
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", outside), part


# ---- the page as it is -------------------------------------------------------------------------------------------------


def ready(form: Form, name: str, query: str = "") -> None:
    """Open, with one of each kind answered and its remarks open."""
    form.open(name, query)
    if form.all("#tab-everything"):
        form.one("#tab-everything").click()
    form.run("for (const fold of [...document.querySelectorAll('details')].slice(0, 12)) fold.open = true")
    for kind in ("clause", "quantity", "rubric"):
        for card in form.all(f"[data-{kind}]")[:2]:
            form.run(
                "const one = arguments[0].querySelector('input');"
                "one.type === 'radio' ? one.click() : (one.value = 'x', one.dispatchEvent(new Event('input')))",
                card,
            )
    form.until(lambda: form.all("[data-field=note]"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_control_has_a_name(form: Form, name: str, language: str) -> None:
    """As the browser's own accessibility tree has it."""
    ready(form, name, f"?lang={language}")
    tree = form.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    asked = {
        "button",
        "radio",
        "textbox",
        "searchbox",
        "link",
        "tab",
        "radiogroup",
        "image",
        "progressbar",
        "navigation",
        "search",
        "complementary",
        "group",
        "table",
    }
    nameless = [
        node
        for node in tree
        if not node.get("ignored") and node["role"]["value"] in asked - {"group"} and not node["name"]["value"].strip()
    ]
    assert not nameless, [node["role"]["value"] for node in nameless]
    assert sum(node["role"]["value"] == "radio" for node in tree if not node.get("ignored")) > 10


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_lead_somewhere(form: Form, name: str) -> None:
    ready(form, name)
    assert (
        form.run(
            "const ids = [...document.querySelectorAll('[id]')].map((one) => one.id); return ids.filter((id, at) => ids.indexOf(id) !== at)"
        )
        == []
    )
    lost = form.run(
        "const names = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'href'];"
        "return [...document.querySelectorAll(names.slice(0, 4).map((name) => `[${name}]`).join() + ', a[href^=\"#\"]')].flatMap((one) => "
        "names.flatMap((name) => (one.getAttribute(name) || '').split(/\\s+/))"
        ".filter((id) => id && !document.getElementById(id.replace('#', ''))))"
    )
    assert lost == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_by_one(form: Form, name: str) -> None:
    ready(form, name)
    depths = form.run(
        "return [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter((one) => one.checkVisibility())"
        ".map((one) => Number(one.tagName[1]))"
    )
    assert depths[0] == 1
    assert depths.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(depths)), depths


@pytest.mark.parametrize("name", NAMES)
def test_targets_are_large_enough(form: Form, name: str) -> None:
    """24 by 24 at least, but for links within text and radio buttons, whose labels are the target."""
    ready(form, name)
    small = form.run(
        "return [...document.querySelectorAll('button, .choice, summary, input:not([type=radio]), textarea, .contents a, .jump')]"
        ".filter((one) => one.offsetParent).map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])"
        ".filter(([box]) => box.width > 1 && (box.width < 24 || box.height < 24)).map(([box, text]) => [box.height, text])"
    )
    assert small == []


@pytest.mark.parametrize("name", NAMES)
def test_narrow_screens_scroll_one_way(form: Form, name: str) -> None:
    """At 320 pixels nothing stands out at the side (WCAG 1.4.10)."""
    form.browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    )
    try:
        for query in ("", "?lang=en"):
            ready(form, name, query)
            assert form.run("return document.documentElement.scrollWidth") <= 320
    finally:
        form.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_language_is_said(form: Form) -> None:
    form.open("ctmm-key", "?lang=en")
    assert form.run("return [document.documentElement.lang, document.querySelector('h1').lang]") == ["en", "zh-Hans"]


# ---- axe ---------------------------------------------------------------------------------------------------------------

PLACES = [os.environ.get("AXE_CORE", ""), str(ROOT / "node_modules" / "axe-core" / "axe.min.js")]
AXE = next((Path(place) for place in PLACES if place and Path(place).is_file()), None)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.skipif(AXE is None, reason="axe-core is not installed: npm install axe-core")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(form: Form, name: str, theme: str) -> None:
    assert AXE
    form.browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    )
    ready(form, name, "?lang=en" if theme == "dark" else "")
    form.run(AXE.read_text("utf-8"))
    form.browser.set_script_timeout(60)
    found: Any = form.browser.execute_async_script(
        "const done = arguments[1]; axe.run(document, {runOnly: arguments[0]}).then((found) => done(found.violations.map((one) => "
        "[one.id, one.help, one.nodes.length, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + node.failureSummary)])),"
        "(error) => done(String(error)))",
        TAGS,
    )
    form.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert found == []
