"""The command line as a user calls it: statuses, streams, formats, troubles."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def ctmm(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `ctmm` in an English, plain environment unless told otherwise."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    surroundings |= {"PYTHONPATH": str(ROOT), "LC_ALL": "C", **environment}
    command = [sys.executable, "-m", "ctmm_dsl", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the shipped spec in a folder of its own."""
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, text.count(old)
    file.write_text(text.replace(old, new), "utf-8")


def break_a_weight(project: Path) -> None:
    edit(project / "spec/ctmm-key.ctmm", "subdomain AR.4 运营运维 40%", "subdomain AR.4 运营运维 30%")


def no_trace(done: subprocess.CompletedProcess[str]) -> None:
    assert "Traceback" not in done.stderr + done.stdout, done.stderr


# ---- check -----------------------------------------------------------------------------------------------------


def test_check_says_that_nothing_is_found(project: Path) -> None:
    done = ctmm("check", cwd=project)
    assert done.returncode == 0
    assert done.stdout.startswith("nothing found: 4 standards (569 clauses), 1 profiles, 4 crosswalks;")


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
    edit(project / "spec/ctmm-key.ctmm", "  - 各条线独立探索数字化转型建设", "  - 各条线独立探索,数字化转型建设")
    edit(project / "spec/ctmm-key.ctmm", "@from AR.2.1/1a verbatim", "@from AR.2.1/1a reworded")
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


# ---- bad input -------------------------------------------------------------------------------------------------


def test_what_is_no_text(project: Path) -> None:
    (project / "spec/x.ctmm").write_bytes(os.urandom(0) + bytes(range(256)) * 40)
    done = ctmm("check", cwd=project)
    assert done.returncode == 1
    assert "CT1001" in done.stdout
    no_trace(done)


def test_gb18030_is_recognised(project: Path) -> None:
    file = project / "spec/ctmm.ctmm"  # which all others rest on
    file.write_bytes(file.read_text("utf-8").encode("gb18030"))
    done = ctmm("check", "--lang", "zh", cwd=project)
    assert done.returncode == 1
    assert "像是 GB18030" in done.stdout
    assert "1 个错误" in done.stdout
    assert "另存为 UTF-8" in done.stdout


def test_a_line_of_fifty_megabytes(project: Path) -> None:
    (project / "spec/x.ctmm").write_text("standard x 某\n  edition 1\n  @note " + "长" * 17_000_000 + "\n", "utf-8")
    done = ctmm("check", cwd=project)
    assert done.returncode == 1
    assert "CT1017" in done.stdout
    assert len(done.stdout) < 5000
    no_trace(done)


def test_ten_thousand_indents(project: Path) -> None:
    lines = "".join(" " * depth + "x\n" for depth in range(1, 10_000))
    (project / "spec/x.ctmm").write_text("domain A 甲\n" + lines, "utf-8")
    done = ctmm("check", cwd=project)
    assert done.returncode == 1
    no_trace(done)


@pytest.mark.parametrize("path", ["nothing.ctmm", "empty", "/dev/null"])
def test_a_path_that_cannot_be_read(project: Path, path: str) -> None:
    (project / "empty").mkdir()
    done = ctmm("check", path, cwd=project)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("ctmm: ")
    no_trace(done)


def test_a_link_out_of_the_project(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.ctmm"
    outside.write_text("standard x 某\n", "utf-8")
    (project / "spec/x.ctmm").symlink_to(outside)
    done = ctmm("check", cwd=project)
    assert done.returncode == 2
    assert "leads outside" in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("subset-of  ctmm\n", "subset-of  ctmmm\n", "CT4001"),
        ("subset-of  ctmm\n", "subset-of  ctmm-key\n", "CT4002"),
    ],
)
def test_subset_of_nothing_and_of_itself(project: Path, old: str, new: str, code: str) -> None:
    edit(project / "spec/ctmm-key.ctmm", old, new)
    done = ctmm("check", cwd=project)
    assert done.returncode == 1
    assert code in done.stdout
    no_trace(done)


def test_no_command_and_a_wrong_one(project: Path) -> None:
    for arguments in ([], ["frobnicate"], ["check", "--format", "xml"], ["list", "wishes"]):
        done = ctmm(*arguments, cwd=project)
        assert done.returncode == 2
        no_trace(done)


def test_a_reader_that_goes_away(project: Path) -> None:
    command = f"{sys.executable} -m ctmm_dsl list codes | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""


# ---- build -----------------------------------------------------------------------------------------------------


def files_in(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_build_twice_changes_nothing(project: Path) -> None:
    assert ctmm("build", cwd=project).returncode == 0
    first = files_in(project / "build")
    done = ctmm("build", cwd=project)
    assert "is up to date" in done.stdout
    assert files_in(project / "build") == first


def test_build_lists_itself_in_the_manifest(project: Path) -> None:
    ctmm("build", cwd=project)
    manifest = json.loads((project / "build/MANIFEST.json").read_text("utf-8"))
    listed = {row["path"] for row in manifest["artefacts"]}
    assert listed | {"MANIFEST.json", ".stamp.json"} == files_in(project / "build").keys()
    import hashlib

    for row in manifest["artefacts"]:
        assert hashlib.sha256((project / "build" / row["path"]).read_bytes()).hexdigest() == row["sha256"]


def test_same_bytes_whatever_the_surroundings(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    ctmm("build", cwd=project, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LC_ALL="zh_CN.UTF-8")
    other = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(project / "spec", other / "spec")
    umask = os.umask(0o077)
    try:
        ctmm("build", cwd=other, TZ="America/Lima", PYTHONHASHSEED="2")
    finally:
        os.umask(umask)
    assert files_in(project / "build") == files_in(other / "build")


def test_build_check_sees_an_edited_a_lost_and_a_stale_file(project: Path) -> None:
    ctmm("build", cwd=project)
    assert ctmm("build", "--check", cwd=project).returncode == 0
    tables = project / "build/ctmm-key/tables.md"
    kept = tables.read_bytes()
    tables.write_bytes(kept + b" ")
    assert ctmm("build", "--check", cwd=project).returncode == 1
    tables.unlink()
    done = ctmm("build", "--check", cwd=project)
    assert done.returncode == 1
    assert "build/ctmm-key/tables.md" in done.stdout
    assert not tables.exists()
    assert "1 new" in ctmm("build", cwd=project).stdout
    assert tables.read_bytes() == kept
    break_a_weight(project)
    edit(project / "spec/ctmm-key.ctmm", "subdomain AR.1 战略 20%", "subdomain AR.1 战略 30%")
    assert ctmm("build", "--check", cwd=project).returncode == 1


def test_nothing_is_written_while_there_is_an_error(project: Path) -> None:
    break_a_weight(project)
    done = ctmm("build", cwd=project)
    assert done.returncode == 1
    assert "CT3001" in done.stdout
    assert not (project / "build").exists()


def test_build_removes_what_is_no_longer_made_and_nothing_else(project: Path) -> None:
    ctmm("build", cwd=project)
    mine = project / "build/mine.txt"
    mine.write_text("mine", "utf-8")
    for crosswalk in (project / "spec/crosswalks").glob("ctmm-key--*.ctmm"):
        crosswalk.unlink()
    done = ctmm("build", cwd=project)
    assert done.returncode == 0, done.stdout
    assert not list((project / "build/crosswalk").glob("ctmm-key--*"))
    assert mine.read_text("utf-8") == "mine"


def test_build_only_and_list(project: Path) -> None:
    done = ctmm("build", "--list", cwd=project)
    assert "ctmm-key/scorer.py" in done.stdout.split()
    assert not (project / "build").exists()
    ctmm("build", "--only", "clauses-csv", cwd=project)
    assert files_in(project / "build").keys() == {"ctmm/clauses.csv", "ctmm-key/clauses.csv"}
    done = ctmm("build", "--only", "claused", cwd=project)
    assert done.returncode == 2
    assert "clauses-csv" in done.stderr


def test_build_into_a_file_and_through_a_link(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (project / "taken").write_text("", "utf-8")
    done = ctmm("build", "--out", "taken", cwd=project)
    assert done.returncode == 2
    no_trace(done)
    outside = tmp_path_factory.mktemp("outside")
    (project / "build").mkdir()
    (project / "build/ctmm").symlink_to(outside)
    done = ctmm("build", cwd=project)
    assert done.returncode == 2
    assert not list(outside.iterdir())
    no_trace(done)


# ---- score, show, explain, list --------------------------------------------------------------------------------


@pytest.fixture
def filled(project: Path) -> Path:
    """The blank assessment of the key indicators with every answer `mostly`."""
    ctmm("build", "--only", "assessments", cwd=project)
    blank = json.loads((project / "build/ctmm-key/assessment.blank.json").read_text("utf-8"))
    for answer in blank["answers"].values():
        answer["answer"] = "mostly"
    file = project / "city.json"
    file.write_text(json.dumps(blank, ensure_ascii=False), "utf-8")
    return file


def test_exactly_seventy_is_not_enough(filled: Path) -> None:
    done = ctmm("score", "ctmm-key", filled, cwd=filled.parent)
    assert done.returncode == 0, done.stderr
    assert "below level 1" in done.stdout
    result = json.loads(ctmm("score", "ctmm-key", filled, "--format", "json", cwd=filled.parent).stdout)
    assert (result["level"], result["level_name"], result["class"]) == (0, None, None)
    assert [level["score"] for level in result["levels"]] == [{"exact": "70", "shown": "70.00"}] * 5


def test_missing_answers_and_partial(filled: Path) -> None:
    assessment = json.loads(filled.read_text("utf-8"))
    del assessment["answers"]["AR.1/1a"]
    filled.write_text(json.dumps(assessment, ensure_ascii=False), "utf-8")
    done = ctmm("score", "ctmm-key", filled, cwd=filled.parent)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "CT9009" in done.stderr
    assert "AR.1/1a" in done.stderr
    done = ctmm("score", "ctmm-key", filled, "--partial", "--format", "json", cwd=filled.parent)
    bounds = json.loads(done.stdout)
    assert bounds["missing"] == ["AR.1/1a"]
    assert bounds["level"] == {"lower": 0, "upper": 5}
    assert "below level 1 … 5" in ctmm("score", "ctmm-key", filled, "--partial", cwd=filled.parent).stdout


def test_the_full_standard_is_scored_through_a_profile(project: Path) -> None:
    ctmm("build", "--only", "assessments", cwd=project)
    blank = json.loads((project / "build/ctmm-equal/assessment.blank.json").read_text("utf-8"))
    for answer in blank["answers"].values():
        answer["answer"] = "完全满足"
    (project / "full.json").write_text(json.dumps(blank, ensure_ascii=False), "utf-8")
    done = ctmm("score", "ctmm", "full.json", cwd=project)
    assert done.returncode == 2
    assert "--profile ctmm-equal" in done.stderr
    for arguments in (["ctmm", "full.json", "--profile", "ctmm-equal"], ["ctmm-equal", "full.json"]):
        result = json.loads(ctmm("score", *arguments, "--format", "json", cwd=project).stdout)
        assert (result["level"], result["class"], result["profile"]) == (5, "创新引领类", "ctmm-equal")
    assert ctmm("score", "ctmm-key", "full.json", "--profile", "ctmm-equal", cwd=project).returncode == 2
    assert ctmm("score", "ctmm-key", "full.json", cwd=project).returncode == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"standard": NaN}'])
def test_an_assessment_that_is_none(project: Path, content: bytes) -> None:
    (project / "x.json").write_bytes(content)
    done = ctmm("score", "ctmm-key", "x.json", cwd=project)
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    no_trace(done)


def test_show_a_clause_and_a_node(project: Path) -> None:
    done = ctmm("show", "ctmm-key:AR.1/2a", "--lang", "zh", cwd=project)
    assert "来自 AR.1.1/2a（改写）" in done.stdout
    assert "[-" in done.stdout
    done = ctmm("show", "ctmm:AR.1.1/1a", "--lang", "zh", cwd=project)
    assert "用于 ctmm-key:AR.1/1a（逐字）" in done.stdout
    done = ctmm("show", "AR.1.1", cwd=project)
    assert "gbt33356-city:L8P1-A1" in done.stdout
    done = ctmm("show", "gbt33356-city:L8P1-A1", cwd=project)
    assert "← ctmm:AR.1.1" in done.stdout
    done = ctmm("show", "AR.1.9", cwd=project)
    assert done.returncode == 2
    assert "did you mean" in done.stderr
    break_a_weight(project)
    assert "CT3001" in ctmm("show", "ctmm-key:AR", cwd=project).stdout


def test_explain_by_code_and_by_name(project: Path) -> None:
    for name in ("CT3001", "ct3001", "weights-do-not-sum"):
        done = ctmm("explain", name, "--lang", "zh", cwd=project)
        assert done.returncode == 0
        assert "100%" in done.stdout
    done = ctmm("explain", "CT3999", cwd=project)
    assert done.returncode == 2
    no_trace(done)


def test_list(project: Path) -> None:
    assert "ctmm-key" in ctmm("list", "standards", cwd=project).stdout
    assert "scorer" in ctmm("list", "generators", cwd=project).stdout
    assert "CT3001" in ctmm("list", "codes", cwd=project).stdout


def test_version_loads_nothing_heavy(project: Path) -> None:
    code = "import sys; from ctmm_dsl.cli.arguments import parse\ntry: parse(['--version'], 'en')\nexcept SystemExit: pass\n"
    code += "print([m for m in ('lark', 'jinja2', 'generators') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[1] == "[]"


def test_check_loads_no_template_library(project: Path) -> None:
    code = "import sys; from ctmm_dsl.cli import main; main(['check']); print('jinja2' in sys.modules, 'generators' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.strip().endswith("False False")
