"""What no command can use: files that are no text, paths that cannot be read, words that make no sense."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.calling import ROOT, ctmm, edit, no_trace


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


def test_a_folder_named_twice_is_read_once(project: Path) -> None:
    assert ctmm("check", "spec", project / "spec", "spec/../spec", cwd=project).returncode == 0


def test_a_file_named_from_inside_the_spec(project: Path) -> None:
    assert ctmm("check", "profiles/ctmm-equal.ctmm", cwd=project / "spec").returncode == 0
    assert ctmm("check", "ctmm-equal.ctmm", cwd=project / "spec/profiles").returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux only")
def test_a_file_whose_name_is_no_text(project: Path) -> None:
    name = os.fsdecode(b"spec/\xff.ctmm")
    (project / name).write_text("standard x 某\n", "utf-8")
    for arguments in (["check"], ["check", "--format", "sarif"], ["check", "--format", "json"], ["build"]):
        done = ctmm(*arguments, cwd=project)
        assert done.returncode == 1
        no_trace(done)


def test_a_crosswalk_all_of_whose_targets_are_gone(project: Path) -> None:
    rows = "".join(f"  AR.1.1  related  L{number}P1-A1  理由\n" for number in range(20, 2020))
    (project / "spec/crosswalks/x.ctmm").write_text(f"crosswalk ctmm -> iso37107\n{rows}", "utf-8")
    done = ctmm("check", cwd=project)
    assert done.returncode == 1
    no_trace(done)
