"""The HTML report: every number in it is a fact, its tables say what the referee says, and nothing in it asks for anything."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from ctmm_dsl.report.values import Facts
from ctmm_dsl.score import NodeScore
from ctmm_dsl.score.as_json import spoken
from generators.report.build import report
from generators.report.html import html_bytes
from generators.report.page import Document
from tests.report_pages.examples import harbour, known, page, pages, town
from tests.report_pages.parsed import Element, parsed, rows

CASES = {
    "town": ("two-layers", "town", town()),
    "harbour": ("mixed", "harbour", harbour()),
}
_SHOWN = re.compile(r"(?<![\d.:/])\d+\.\d\d(?!\d)")


def _numbers(value: Any, seen: set[int]) -> Iterator[Fraction]:
    """Every exact number in some facts, but those of the standard itself."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Fraction):
        yield value
    elif is_dataclass(value) and type(value).__module__.startswith(("ctmm_dsl.report", "ctmm_dsl.score")):
        for one in fields(value):
            yield from _numbers(getattr(value, one.name), seen)
    elif isinstance(value, tuple):
        for one in value:
            yield from _numbers(one, seen)


def _shown(number: Fraction, threshold: Fraction | None) -> set[str]:
    """Either sign is rounded half up, so that a difference is shown as two scores are."""
    signed = (number, -number)
    return {
        str(spoken(one, bound)["shown"]).lstrip("<>-") for one in signed for bound in (None, threshold, Fraction(0))
    }


def _told(facts: Facts) -> set[str]:
    """The facts as they may be shown: the numbers, weights in per cent, and the sum of a plan's gains."""
    threshold = facts.scheme.ladder.threshold if facts.scheme.ladder else None
    found = set(_numbers(facts, set()))
    plan = facts.outlook.plan if facts.outlook else None
    if plan:
        found.add(sum((one.gain for one in plan.improvements), Fraction(0)))
    found.add(sum((one.points or Fraction(0) for one in facts.deductions), Fraction(0)))
    percents = {number * 100 for number in found} | {weight * 100 for weight in facts.scheme.weights.values()}
    return {shown for number in found | percents for shown in _shown(number, threshold)}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_number_that_is_shown_is_a_fact(case: str, language: str) -> None:
    facts, steps = known(*CASES[case])
    body = parsed(html_bytes(report(facts, steps, language))).find("main")[0]
    shown = _SHOWN.findall(" ".join(_said(body)))
    assert len(shown) > 40
    assert not set(shown) - _told(facts)


def _said(element: Element) -> Iterator[str]:
    """What the report says but for the appendices' exact figures and source lines."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag == "h2" and child.text.startswith(("附录", "Appendix")):
            return
        else:
            yield from _said(child)


@pytest.mark.parametrize(
    ("case", "lead"), [("town", ["一级（起步级）", "培育类"]), ("harbour", ["未达到一级（起步级）", "58.79"])]
)
def test_the_levels_are_told_as_the_referee_tells_them(case: str, lead: list[str]) -> None:
    """Of the harbour, the second level passes alone and is not reached."""
    facts, steps = known(*CASES[case])
    standing = facts.standing
    assert standing
    root = parsed(html_bytes(report(facts, steps, "zh")))
    table = next(rows(table) for table in root.find("table") if "判定达到" in table.text)
    for row, level in zip(table[1:], standing.levels, strict=True):
        assert row[1] == spoken(level.score, standing.threshold)["shown"]
        assert row[3:5] == ["是" if holds else "否" for holds in (level.passes, level.reached)]
    assert [one.text for one in root.find("dl")[1].find("dd")][:2] == lead


@pytest.mark.parametrize("case", CASES)
def test_every_node_has_its_score_at_every_level(case: str) -> None:
    facts, steps = known(*CASES[case])
    assert facts.standing
    wide = 3 + len(facts.standing.levels)
    tables = [rows(table) for table in parsed(html_bytes(report(facts, steps, "zh"))).find("table")]
    details = [table for table in tables if len(table[0]) == wide and table[0][2] == "占总分"]
    found = {row[0]: row for table in details for row in table[1:]}
    trees = [{row.node.id: row for row in _walk(level.tree.domains)} for level in facts.standing.levels]
    below = [row for row in trees[0].values() if row.node.weighs and row.node.layer]
    assert below
    for row in below:
        scores = [spoken(tree[row.node.id].score, facts.standing.threshold)["shown"] for tree in trees]
        assert [cell.removeprefix("△ ") for cell in found[row.node.id][3:]] == scores


def _walk(nodes: tuple[NodeScore, ...]) -> Iterator[NodeScore]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


@pytest.mark.parametrize("name", ["town.zh.md", "harbour-strict.en.md", "two-years.zh.md", "two-assessors.en.md"])
def test_nothing_is_asked_of_the_network_and_nothing_runs(name: str) -> None:
    made = html_bytes(pages()[name])
    root = parsed(made)
    policy = next(one.attributes["content"] for one in root.find("meta") if "http-equiv" in one.attributes)
    style = root.find("style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style.replace("url(#", "")
    tags = {element.tag for tag in ("script", "link", "img", "iframe", "form", "object") for element in root.find(tag)}
    assert not tags
    assert not re.search(rb"""(?:href|src)=["'](?!#)""", made)
    assert b" style=" not in made


def test_a_reader_who_sees_nothing_is_told_everything() -> None:
    root = parsed(html_bytes(page(*CASES["harbour"])))
    assert root.find("html")[0].attributes["lang"] == "zh-Hans"
    ids = [element.attributes["id"] for element in _every(root) if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for chart in root.find("svg"):
        assert chart.attributes["role"] == "img"
        assert set(chart.attributes["aria-labelledby"].split()) <= set(ids)
        assert chart.find("title")[0].text
        assert chart.find("desc")[0].text
    for table in root.find("table"):
        assert all(head.attributes["scope"] in ("col", "row") for head in table.find("th"))
    levels = [int(element.tag[1]) for element in _every(root) if re.fullmatch(r"h\d", element.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for link in root.find("a"):
        assert link.attributes["href"][1:] in ids


def _every(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _every(child)


def test_the_same_facts_make_the_same_bytes() -> None:
    def made() -> Document:
        return page(*CASES["town"])

    assert html_bytes(made()) == html_bytes(made())
