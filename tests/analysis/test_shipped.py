"""What is said of the shipped standards: the documents hold the analysis' figures; every example is a file that scores as it is told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ctmm_dsl.analysis.as_json import as_json
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.score import score
from ctmm_dsl.score.as_json import as_json as result_json
from generators.analysis.build import document
from generators.report.html import html_bytes
from generators.report.markdown import markdown_bytes
from generators.report.page import Folded
from tests import strategies
from tests.analysis.documented import SCHEMES, analysed, found, tables
from tests.report_pages.examples import read
from tests.report_pages.parsed import parsed, rows

ROOT = Path(__file__).parents[2]
DOCUMENTS = {"zh": ROOT / "docs/方法分析.md", "en": ROOT / "docs/analysis.md"}
KEY = {"zh": "重点指标", "en": "The key indicators"}


@pytest.mark.parametrize("language", DOCUMENTS)
@pytest.mark.parametrize("name", SCHEMES)
def test_the_documents_have_the_figures(language: str, name: str) -> None:
    text = DOCUMENTS[language].read_text("utf-8")
    section = next(one for one in text.split("\n## ") if f"`{name}`" in one.partition("\n")[0])
    for table in tables(name, language):
        assert table in section, table


@pytest.mark.parametrize("language", DOCUMENTS)
def test_the_sentences_about_the_key_indicators_are_so(language: str) -> None:
    """The figures in the prose, one by one."""
    ladder = found("ctmm-key")
    text = DOCUMENTS[language].read_text("utf-8")
    section = next(one for one in text.split("\n## ") if "`ctmm-key`" in one.partition("\n")[0])
    prose = " ".join(line for line in section.split("\n")[1:] if not line.startswith("|"))
    fourth, fifth = ladder.levels[3], ladder.levels[4]
    assert fourth.unmet and fifth.unmet and fifth.idle
    assert fifth.unmet.count == fifth.unmet.of
    assert [carry.reached for carry in ladder.carries][-1] == 5
    told = {"81.52", "70", str(fourth.unmet.of - fourth.unmet.count), str(fifth.idle.most), str(fifth.idle.leaves)}
    assert {"9", "20", "1", "81.52", "70"} == told
    numbers = set(re.findall(r"\d+(?:\.\d+)?", prose))
    assert told <= numbers | {"1"}
    assert numbers <= told | {"1", "4", "5"}
    assert {node.id for node in fifth.idle.nodes} >= {node.id for node in analysed("ctmm-key").scheme.standard.domains}
    inclusive = next(one for one in ladder.readings if one.kind == "inclusive")
    assert [(row.answer.label, row.level, row.other) for row in inclusive.uniform] == [("大部分满足", 0, 5)]
    assert all(step.stops.holds and step.skips.holds for step in ladder.steps)


def test_the_sentences_about_equal_weights_are_so() -> None:
    ladder = found("ctmm-equal")
    none = [row.level.number for row in ladder.levels if row.unmet and row.unmet.count == row.unmet.of]
    assert none == [4, 5]
    assert [carry.reached for carry in ladder.carries] == [1, 2, 4, 5]


@pytest.mark.parametrize("name", [scheme.id for scheme in strategies.shipped()])
def test_every_example_scores_as_it_is_told(name: str) -> None:
    """As the JSON has it: written to a file, read strictly, scored by the referee."""
    found = analysed(name)
    told: dict[str, Any] = json.loads(json.dumps(as_json(found), ensure_ascii=False))
    assert told["examples"].keys() == told["results"].keys() == set(found.examples) != set()
    for key, file in told["examples"].items():
        city = read(file, found.scheme)
        assert json.loads(json.dumps(result_json(score(found.scheme, city), city))) == told["results"][key], key


def test_no_float_is_in_the_json() -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    for name in ("ctmm-key", "gbt33356-county", "iso37107"):
        json.loads(json.dumps(as_json(analysed(name))), parse_float=refuse)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["ctmm-key", "gbt33356-city-readings", "iso37107"])
def test_the_pages_hold_the_examples_and_ask_for_nothing(name: str, language: str) -> None:
    page = document(analysed(name), language)
    made = html_bytes(page)
    assert made == html_bytes(document(analysed(name), language))
    assert not re.search(rb"""(?:href|src)=["'](?!#)|<script|\bon\w+=""", made)
    root = parsed(made)
    shown = [json.loads(pre.text) for pre in root.find("pre")]
    assert shown == list(as_json(analysed(name))["examples"].values())
    assert [block.title for block in page.blocks if isinstance(block, Folded)] == [
        f"{key}.json" for key in analysed(name).examples
    ]
    assert b"{" not in made.split(b"<main>")[1].split(b"<pre>")[0]
    text = markdown_bytes(page).decode()
    assert all(key in text for key in analysed(name).examples)


def test_the_table_of_own_clauses_says_what_was_found() -> None:
    root = parsed(html_bytes(document(analysed("ctmm-key"), "zh")))
    table = next(rows(one) for one in root.find("table") if "本级自身得分可低至" in one.text)
    assert [row[1:3] for row in table[1:]] == [["27", "13"], ["35", "23"], ["47", "39"], ["48", "47"], ["36", "36"]]


@pytest.mark.parametrize("name", SCHEMES)
def test_each_node_that_may_be_left_alone(name: str) -> None:
    """At the top level, in trees of several layers: every node with clauses, by the referee."""
    scheme, top = analysed(name).scheme, found(name).levels[-1]
    assert top.idle and scheme.scale
    points = [answer.points for answer in scheme.scale.answers]
    for node in scheme.standard.walk():
        gone = {clause.id for clause in node.clauses()}
        city = {clause: min(points) if clause in gone else max(points) for clause in scheme.standard.clauses}
        reached = score(scheme, Assessment(points=city)).level == top.level.number
        assert (node in top.idle.nodes) == (bool(gone) and reached), node.id
