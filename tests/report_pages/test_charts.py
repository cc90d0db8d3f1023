"""Charts: every point lies where its figure says, everything stays within the frame, and the text fits its lines."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.charts.drawing import number, turned, wrapped
from generators.charts.radar import CENTRE, RADIUS
from generators.charts.svg import svg
from generators.charts.values import Bars, Chart, Radar, Series

SVG = "{http://www.w3.org/2000/svg}"
TOP = Fraction(100)


def _drawn(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(svg(chart, "k", "a <title>", "some & words"))


def _series(values: list[int], name: str = "s") -> Series:
    return Series(name, tuple(map(Fraction, values)), tuple(f"{value}.00" for value in values))


@given(st.integers(3, 12), st.data())
def test_a_radar_is_as_far_out_as_its_figures(count: int, data: st.DataObject) -> None:
    values = data.draw(st.lists(st.integers(0, 100), min_size=count, max_size=count))
    chart = Radar(tuple(f"轴{at}" for at in range(count)), (_series(values),), TOP, Fraction(70), "70")
    filled = [one for one in _drawn(chart).iter(f"{SVG}polygon") if one.get("fill-opacity")]
    assert len(filled) == 1
    corners = [tuple(map(float, point.split(","))) for point in filled[0].attrib["points"].split()]
    for at, (value, (x, y)) in enumerate(zip(values, corners, strict=True)):
        angle = 2 * math.pi * at / count
        reach = float(RADIUS) * value / 100
        assert x == pytest.approx(float(CENTRE[0]) + reach * math.sin(angle), abs=0.06)
        assert y == pytest.approx(float(CENTRE[1]) - reach * math.cos(angle), abs=0.06)


def test_bars_are_as_long_as_their_figures_and_differ_without_colour() -> None:
    chart = Bars(("甲", "乙", "丙"), (_series([50, 25, 0]),), TOP, Fraction(70), "70", ("full", "hatched", "hollow"))
    bars = [one for one in _drawn(chart).iter(f"{SVG}rect") if one.get("height") == "15"]
    widths = [Fraction(one.attrib["width"]) for one in bars]
    assert widths[0] == 2 * widths[1] > 0
    assert widths[2] == 0
    assert len({one.attrib["fill"] for one in bars}) == 3
    assert bars[1].attrib["fill"].startswith("url(#k-")
    assert bars[2].attrib["fill"] == "#fff"


@pytest.mark.parametrize(
    "names", [["甲"] * 5, ["一个相当长的能力域的名称，长到一行里放不下"] * 5, ["A long name in Latin letters"] * 5]
)
@pytest.mark.parametrize("count", [1, 2, 4])
def test_everything_stays_within_the_frame(names: list[str], count: int) -> None:
    series = tuple(_series([100, 0, 70, 35, 100], f"系列{at}") for at in range(count))
    for chart in (Radar(tuple(names), series, TOP, Fraction(70), "门槛 70"), Bars(tuple(names), series, TOP)):
        root = _drawn(chart)
        _, top, wide, high = map(float, root.attrib["viewBox"].split())
        for one in root.iter(f"{SVG}text"):
            size = float(one.attrib["font-size"])
            long = sum(size if ord(sign) > 0x2E80 else size * 0.62 for sign in one.text or "")
            x, y = float(one.attrib["x"]), float(one.attrib["y"])
            left = x - {"start": 0, "middle": long / 2, "end": long}[one.attrib["text-anchor"]]
            assert left >= 0, one.text
            assert left + long <= wide, one.text
            assert top + size <= y <= top + high


def test_a_chart_says_what_it_shows() -> None:
    root = _drawn(Bars(("甲",), (_series([1]),), TOP))
    assert root.attrib["role"] == "img"
    assert root.findtext(f"{SVG}title") == "a <title>"
    assert root.findtext(f"{SVG}desc") == "some & words"


@given(st.integers(1, 40), st.data())
def test_sine_and_cosine(count: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, count - 1))
    across, down = turned(at, count)
    assert abs(across**2 + down**2 - 1) < Fraction(1, 10**9)
    assert float(across) == pytest.approx(math.sin(2 * math.pi * at / count), abs=1e-9)
    assert float(down) == pytest.approx(-math.cos(2 * math.pi * at / count), abs=1e-9)


@given(st.text(min_size=1), st.integers(4, 30))
def test_lines_are_no_longer_than_they_may_be(text: str, wide: int) -> None:
    rows = wrapped(text, wide)
    assert 1 <= len(rows) <= 3
    whole = re.sub(r"\s", "", text)
    assert whole.startswith(re.sub(r"\s", "", "".join(rows)).removesuffix("…")) or "…" in text


@pytest.mark.parametrize(
    ("value", "words"), [("1/3", "0.3"), ("-1/20", "0"), ("-1/4", "-0.2"), ("12", "12"), ("25/2", "12.5")]
)
def test_coordinates_have_a_tenth_at_most(value: str, words: str) -> None:
    assert number(Fraction(value)) == words
