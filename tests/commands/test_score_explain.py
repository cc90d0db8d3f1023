"""`ctmm score --explain`: the same result, and where every number comes from."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.calling import ctmm


def test_the_result_is_the_same_and_the_explanation_comes_after(filled: Path) -> None:
    plain = ctmm("score", "ctmm-key", filled, cwd=filled.parent).stdout
    told = ctmm("score", "ctmm-key", filled, "--explain", cwd=filled.parent)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith(plain)
    explanation = told.stdout.removeprefix(plain)
    assert "rule: a level is reached where its score > 70" in explanation
    assert "1 基础级  70 ≤ 70  not reached: the score is not enough" in explanation
    (clause,) = [line for line in explanation.splitlines() if line.strip().startswith("AR.1/1a  ")]
    assert clause.strip().startswith("AR.1/1a  大部分满足 70  在城市相关规划文件中提出")
    file, _, line = clause.rpartition("[")[2].removesuffix("]").partition(":")
    assert "在城市相关规划文件中提出" in (filled.parent / file).read_text("utf-8").splitlines()[int(line) - 1]


def test_in_chinese(filled: Path) -> None:
    told = ctmm("score", "ctmm-key", filled, "--explain", "--lang", "zh", cwd=filled.parent).stdout
    assert "规则：一级得分 > 70，并且低于它的各级都达到，即为达到" in told
    assert "1 基础级  70 ≤ 70  未达到：得分不够" in told


def test_json_has_one_key_more(filled: Path) -> None:
    plain = json.loads(ctmm("score", "ctmm-key", filled, "--format", "json", cwd=filled.parent).stdout)
    told = json.loads(ctmm("score", "ctmm-key", filled, "--format", "json", "--explain", cwd=filled.parent).stdout)
    explanation = told.pop("explanation")
    assert told == plain
    assert [level["score"] for level in explanation["levels"]] == [{"exact": "70", "shown": "70.00"}] * 5
    assert explanation["clauses"]["AR.1/1a"]["answer"] == "mostly"
    assert explanation["ladder"]["level"] == 0


def test_of_an_incomplete_assessment_both_bounds_are_explained(filled: Path) -> None:
    assessment = json.loads(filled.read_text("utf-8"))
    del assessment["answers"]["AR.1/1a"]
    filled.write_text(json.dumps(assessment, ensure_ascii=False), "utf-8")
    arguments = ("score", "ctmm-key", filled, "--partial", "--explain")
    told = json.loads(ctmm(*arguments, "--format", "json", cwd=filled.parent).stdout)["explanation"]
    points = {side: told[side]["clauses"]["AR.1/1a"]["points"] for side in ("lower", "upper")}
    assert points == {"lower": "0", "upper": "100"}
    assert ctmm(*arguments, cwd=filled.parent).stdout.count("AR.1/1a  unanswered") == 2
