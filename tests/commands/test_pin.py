"""`ctmm pin`: which rows it writes, that the file stays as it was otherwise, and when it refuses."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from tests.commands.calling import ctmm, edit, no_trace
from tests.crosswalks.pinned import STANDARDS, TO_MODEL

PINS = re.compile(rb"\[[0-9a-f]{8}(?: [0-9a-f]{8})?\] *")
CROSSWALKS = "spec/crosswalks"


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    """The invented standards and one crosswalk of theirs, in a folder of its own."""
    folder = tmp_path / "spec"
    folder.mkdir()
    for name, text in STANDARDS.items():
        (folder / f"{name}.ctmm").write_text(text, "utf-8")
    (folder / "walk.ctmm").write_text(TO_MODEL, "utf-8")
    return tmp_path


def strip(project: Path) -> dict[Path, bytes]:
    """Take all pins out of a project's crosswalks; the files as they then are."""
    found = {}
    for file in sorted((project / CROSSWALKS).iterdir()):
        file.write_bytes(PINS.sub(b"", file.read_bytes()))
        found[file] = file.read_bytes()
    return found


def test_the_shipped_crosswalks_are_pinned(project: Path) -> None:
    done = ctmm("pin", "--check", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 4
    assert all(line.endswith(", 0 without digests, 0 to renew") for line in done.stdout.splitlines())


def test_missing_pins_are_filled_in_and_nothing_else_changes(project: Path) -> None:
    shipped = {file: file.read_bytes() for file in (project / CROSSWALKS).iterdir()}
    bare = strip(project)
    assert ctmm("pin", "--check", cwd=project).returncode == 1
    assert {file: file.read_bytes() for file in bare} == bare, "--check writes nothing"
    done = ctmm("pin", cwd=project)
    assert done.returncode == 0, done.stderr
    for file, before in bare.items():
        after = file.read_bytes()
        assert PINS.sub(b"", after) == before
        assert after == shipped[file], "pinned again they are what is shipped, aligned as it is"
    assert ctmm("check", "--strict", cwd=project).returncode == 0
    stamps = {file: file.stat().st_mtime_ns for file in bare}
    assert ", 0 pinned, 0 renewed" in ctmm("pin", cwd=project).stdout
    assert {file: file.stat().st_mtime_ns for file in bare} == stamps, "a second run writes nothing"


LINES = (
    "\ufeffcrosswalk city -> model   # 头\r\n"
    "  @note 说明\r\n"
    "# 整行注释\r\n"
    "　A　close\t 1.1     都问规划，#不是注释\r\n"
    "      续行的理由\r\n"
    "  A  related  1.2  # 没有理由，只有注释\r\n"
    '    @allow CT7005 "测试"\r\n'
    "  B.1  无            没有对应  \r\n"
    "\r\n"
)


def test_comments_line_ends_mark_and_columns_stay(invented: Path) -> None:
    walk = invented / "spec/walk.ctmm"
    walk.write_bytes(LINES.encode())
    walk.chmod(0o640)
    done = ctmm("pin", "spec/walk.ctmm", cwd=invented)
    assert done.returncode == 0, done.stderr + done.stdout
    assert walk.read_bytes().decode() == (
        LINES.replace("1.1     都问", "1.1     [1d8818a4 281057c7]  都问")
        .replace("1.2  # 没有", "1.2  [1d8818a4 63207a6d]  # 没有")
        .replace("无            没有", "无            [203ab231]           没有")
    )
    assert stat.S_IMODE(walk.stat().st_mode) == 0o640
    assert not list(walk.parent.glob(".*"))
    assert ctmm("check", "--strict", cwd=invented).returncode == 0
    assert ctmm("pin", "--check", cwd=invented).returncode == 0


def test_a_row_that_was_judged_anew_is_renewed_and_no_other(invented: Path) -> None:
    walk = invented / "spec/walk.ctmm"
    assert ctmm("pin", cwd=invented).returncode == 0
    first = walk.read_bytes()
    edit(invented / "spec/city.ctmm", "制定计划", "编制计划")
    edit(invented / "spec/city.ctmm", "开放数据", "开放公共数据")
    done = ctmm("pin", cwd=invented)
    assert done.returncode == 0
    assert "2 judged on other texts, left alone" in done.stdout and "A,1.1, B.1" in done.stdout
    assert walk.read_bytes() == first
    done = ctmm("check", cwd=invented)
    assert done.stdout.count("CT7007 row-stale") == 2
    assert ctmm("pin", "--check", cwd=invented).returncode == 1

    done = ctmm("pin", "spec/walk.ctmm", "--row", "A,1.1", cwd=invented)
    assert "2 rows, 0 pinned, 1 renewed" in done.stdout
    lines = walk.read_bytes().split(b"\n"), first.split(b"\n")
    assert [one == other for one, other in zip(*lines, strict=True)] == [True, False, True, True]
    done = ctmm("check", cwd=invented)
    assert done.stdout.count("CT7007 row-stale") == 1
    assert ctmm("pin", "--row", "B.1", "--row", "A", cwd=invented).returncode == 0
    assert ctmm("check", "--strict", cwd=invented).returncode == 0


def test_with_rows_named_no_other_row_is_filled_in(invented: Path) -> None:
    assert ctmm("pin", "--row", "Ｂ.1", cwd=invented).returncode == 0
    rows = (invented / "spec/walk.ctmm").read_text("utf-8").split("\n")
    assert ["[" in row for row in rows] == [False, False, True, False]


@pytest.mark.parametrize("row", ["A,1.9", "C", "B.1,1.1"])
def test_a_row_that_there_is_not(invented: Path, row: str) -> None:
    done = ctmm("pin", "--row", row, cwd=invented)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"there is no row {row}" in done.stderr
    assert (invented / "spec/walk.ctmm").read_text("utf-8") == TO_MODEL


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("walk", "close    1.1", "close    1.9"),
        ("walk", "都问规划", "[1D8818A4 281057C7] 都问规划"),
        ("city", "level 2\n    a) 共享", "level 9\n    a) 共享"),
        ("model", "subdomain 1.2", "subdomian 1.2"),
    ],
)
def test_files_with_errors_are_refused(invented: Path, file: str, old: str, new: str) -> None:
    edit(invented / f"spec/{file}.ctmm", old, new)
    before = (invented / "spec/walk.ctmm").read_bytes()
    done = ctmm("pin", "spec/walk.ctmm", cwd=invented)
    assert done.returncode == 1
    assert "error CT" in done.stderr
    assert "nothing was written" in done.stdout
    assert (invented / "spec/walk.ctmm").read_bytes() == before


def test_an_error_in_a_standard_that_is_not_compared_is_no_hindrance(invented: Path) -> None:
    edit(invented / "spec/smart.ctmm", "score = 100 * done_rate", "score = 100 * done")
    assert ctmm("pin", "spec/walk.ctmm", cwd=invented).returncode == 0
    assert ctmm("pin", cwd=invented).returncode == 1, "it is one of the files that were named"


def test_where_there_is_no_crosswalk(invented: Path) -> None:
    done = ctmm("pin", "spec/city.ctmm", cwd=invented)
    assert done.returncode == 2
    assert "there is no crosswalk in spec/city.ctmm" in done.stderr
    assert ctmm("pin", "nowhere", cwd=invented).returncode == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written(invented: Path) -> None:
    folder = invented / "spec"
    folder.chmod(0o555)
    try:
        done = ctmm("pin", cwd=invented)
        assert done.returncode == 2
        no_trace(done)
    finally:
        folder.chmod(0o755)


def test_it_speaks_chinese(invented: Path) -> None:
    done = ctmm("pin", "--lang", "zh", cwd=invented)
    assert done.stdout == "spec/walk.ctmm：共 2 行，补记 2 行，更新 0 行\n"
