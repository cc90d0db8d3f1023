"""`ctmm build`: what is written, what is not, what is left alone."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest

from tests.commands.calling import break_a_weight, ctmm, edit, no_trace


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


@pytest.mark.parametrize("place", ["build/ctmm/model.json", "build/.stamp.json"])
def test_a_folder_where_a_file_should_be(project: Path, place: str) -> None:
    (project / place).mkdir(parents=True)
    done = ctmm("build", cwd=project)
    assert done.returncode == 2
    no_trace(done)


def test_findings_that_stand_are_told_by_every_build(project: Path) -> None:
    edit(project / "spec/ctmm-key.ctmm", "  - 各条线独立探索数字化转型建设", "  - 各条线独立探索,数字化转型建设")
    edit(project / "spec/ctmm-key.ctmm", "@from AR.2.1/1a verbatim", "@from AR.2.1/1a reworded")
    for _ in range(2):
        done = ctmm("build", cwd=project)
        assert done.returncode == 0
        assert "CT8005" in done.stdout
    done = ctmm("build", "--list", cwd=project)
    assert "CT8005" in done.stderr
    assert all("/" in line or line == "MANIFEST.json" for line in done.stdout.split())
