"""A form opens in under a second and answers a click within one frame, on a machine made four times slower.

In milliseconds, as the page itself measures them; the largest form is taken. The machine that runs the tests may be busy with others, so
each is the middle of several.
"""

from __future__ import annotations

from statistics import median

import pytest

from tests.forms.driven import Form

SLOWER = 4
FRAME = 16
OPENING = 1000
OFTEN = 15

CLICK = """
const input = arguments[0];
const begin = performance.now();
input.type === "radio" ? input.click() : (input.value = arguments[1], input.dispatchEvent(new Event("input", {bubbles: true})));
return performance.now() - begin;
"""


@pytest.fixture
def slow(form: Form) -> Form:
    form.browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield form
    form.browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})


def test_opening(form: Form) -> None:
    """From the navigation to the last thing that the page does on its own."""
    times = []
    for _ in range(5):
        form.open("ctmm-equal")
        times.append(form.run("return performance.getEntriesByType('navigation')[0].loadEventEnd"))
    assert median(times) < OPENING, times


@pytest.mark.parametrize(("name", "selector"), [
    ("ctmm-equal", "[data-clause] input"), ("gbt33356-city", "[data-quantity] input[type=text]"), ("iso37107", "[data-rubric] input"),
])  # fmt: skip
def test_a_click_is_answered_within_a_frame(slow: Form, name: str, selector: str) -> None:
    slow.open(name)
    if slow.all("#tab-everything"):
        slow.run("document.getElementById('tab-everything').click()")
    inputs = slow.all(selector)
    times = [slow.run(CLICK, inputs[at * 7 % len(inputs)], str(at)) for at in range(OFTEN)]
    assert median(times) < FRAME, times
