"""`ctmm check`: findings, formats, colour, statuses."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.commands.calling import ROOT, break_a_weight, ctmm, edit


def test_check_says_that_nothing_is_found(project: Path) -> None:
    done = ctmm("check", cwd=project)
    assert done.returncode == 0
    assert done.stdout.startswith("nothing found: 5 standards (569 clauses), 3 profiles, 4 crosswalks;")


def test_a_wrong_weight_is_told_in_chinese_with_its_place(project: Path) -> None:
    break_a_weight(project)
    done = ctmm("check", cwd=project, LC_ALL="zh_CN.UTF-8")
    assert done.returncode == 1
    assert "错误 CT3001 weights-do-not-sum：AR 适数化改革 各能力子域的权重合计为 90%，不是 100%" in done.stdout
    line = (project / "spec/ctmm-key.ctmm").read_text("utf-8").split("subdomain AR.4")[0].count("\n") + 1
    assert f"spec/ctmm-key.ctmm:{line}:21" in done.stdout
    assert "这里若为 40%，合计为 100%" in done.stdout
    assert "1 个错误" in done.stdout


def test_lang_wins_over_the_locale(project: Path) -> None:
    break_a_weight(project)
    done = ctmm("check", "--lang", "en", cwd=project, LC_ALL="zh_CN.UTF-8")
    assert "the sub-domains of AR 适数化改革 sum to 90%, not 100%" in done.stdout


def test_one_file_is_read_with_its_neighbours_and_alone_reported(project: Path) -> None:
    break_a_weight(project)
    done = ctmm("check", "spec/ctmm.ctmm", cwd=project)
    assert done.returncode == 0
    assert "there are errors in spec/ctmm-key.ctmm as well" in done.stdout
    assert ctmm("check", "spec/ctmm-key.ctmm", cwd=project).returncode == 1
    assert ctmm("check", "spec/profiles/ctmm-equal.ctmm", cwd=project).returncode == 0


def test_json(project: Path) -> None:
    break_a_weight(project)
    (finding,) = json.loads(ctmm("check", "--format", "json", cwd=project).stdout)["findings"]
    assert (finding["code"], finding["severity"], finding["column"]) == ("CT3001", "error", 21)
    assert finding["end_column"] == 24


def test_sarif(project: Path) -> None:
    break_a_weight(project)
    log = json.loads(ctmm("check", "--format", "sarif", cwd=project).stdout)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "CT3001"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "spec/ctmm-key.ctmm"
    assert (place["region"]["startColumn"], place["region"]["endColumn"]) == (21, 24)
    assert result["relatedLocations"]


def test_sarif_of_nothing(project: Path) -> None:
    log = json.loads(ctmm("check", "--format", "sarif", cwd=project).stdout)
    assert log["runs"][0]["results"] == []


def test_github(project: Path) -> None:
    break_a_weight(project)
    done = ctmm("check", "--format", "github", cwd=project)
    assert done.stdout.startswith("::error file=spec/ctmm-key.ctmm,line=")
    assert "title=CT3001 weights-do-not-sum::" in done.stdout
    assert "sum to 90%25, not 100%25" in done.stdout


def test_strict_and_no_wording(project: Path) -> None:
    edit(
        project / "spec/ctmm-key.ctmm",
        "  - 制定信息安全、项目立项、资金管理、系统运维等数字化建设相关制度，能够",
        "  - 制定信息安全、项目立项、资金管理、系统运维等数字化建设相关制度,能够",
    )
    assert ctmm("check", cwd=project).returncode == 0
    assert "CT8005" in ctmm("check", cwd=project).stdout
    assert ctmm("check", "--strict", cwd=project).returncode == 1
    assert ctmm("check", "--strict", "--no-wording", cwd=project).returncode == 0


def test_colour_on_a_terminal_only(project: Path) -> None:
    break_a_weight(project)
    assert "\x1b[" not in ctmm("check", cwd=project).stdout
    assert b"\x1b[" in on_a_terminal(project, {})
    assert b"\x1b[" not in on_a_terminal(project, {"NO_COLOR": "1"})


def on_a_terminal(project: Path, environment: dict[str, str]) -> bytes:
    ours, theirs = pty.openpty()
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment}
    surroundings = (
        surroundings if "NO_COLOR" in environment else {k: v for k, v in surroundings.items() if k != "NO_COLOR"}
    )
    command = [sys.executable, "-m", "ctmm_dsl", "check"]
    with subprocess.Popen(command, cwd=project, env=surroundings, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        running.wait()
    os.close(ours)
    return seen
