"""`ctmm fmt` as a user calls it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.commands.calling import ROOT, ctmm, no_trace

UNTIDY = "\ufeff标准　x　示例\r\n　　版本　１\r\n　　层次　域  \r\n"
TIDY = "标准 x 示例\n  版本  １\n  层次  域\n"
BROKEN = "standard y 示例\n  edition 1\n能力 A 甲\n"


def project(folder: Path) -> Path:
    (folder / "spec/inner").mkdir(parents=True)
    (folder / "spec/x.ctmm").write_bytes(UNTIDY.encode())
    (folder / "spec/inner/tidy.ctmm").write_text(TIDY, "utf-8")
    return folder


def test_files_are_laid_out_and_told(tmp_path: Path) -> None:
    where = project(tmp_path)
    done = ctmm("fmt", "--lang", "zh", cwd=where)
    assert (done.returncode, done.stdout) == (0, "已重排：spec/x.ctmm\n共 2 个文件，重排 1 个\n")
    assert (where / "spec/x.ctmm").read_bytes() == TIDY.encode()
    again = ctmm("fmt", cwd=where)
    assert (again.returncode, again.stdout) == (0, "2 files, all in the style\n")


def test_check_only_tells(tmp_path: Path) -> None:
    where = project(tmp_path)
    done = ctmm("fmt", "--check", cwd=where)
    assert (done.returncode, done.stdout) == (1, "differs from the style: spec/x.ctmm\nrun ctmm fmt\n")
    assert (where / "spec/x.ctmm").read_bytes() == UNTIDY.encode()
    assert ctmm("fmt", "--check", "spec/inner", cwd=where).returncode == 0


def test_line_ends_and_a_byte_order_mark_are_differences(tmp_path: Path) -> None:
    file = tmp_path / "x.ctmm"
    for data in (TIDY.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + TIDY.encode(), TIDY[:-1].encode()):
        file.write_bytes(data)
        assert ctmm("fmt", "--check", file, cwd=tmp_path).returncode == 1
        assert ctmm("fmt", file, cwd=tmp_path).returncode == 0
        assert file.read_bytes() == TIDY.encode()


def test_diff_shows_and_writes_nothing(tmp_path: Path) -> None:
    where = project(tmp_path)
    done = ctmm("fmt", "--diff", "--keywords", "en", "spec/inner", cwd=where)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert done.stdout.splitlines()[3:] == [
        "-标准 x 示例", "-  版本  １", "-  层次  域", "+standard x 示例", "+  edition  １", "+  layers   域", " ",
    ]  # fmt: skip
    assert (where / "spec/inner/tidy.ctmm").read_text("utf-8") == TIDY
    assert ctmm("fmt", "--diff", "--check", cwd=where).returncode == 1
    assert "line ends" in ctmm("fmt", "--diff", cwd=where).stdout


def test_diff_is_coloured_on_a_terminal(tmp_path: Path) -> None:
    where = project(tmp_path)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "ctmm_dsl", "fmt", "--diff", "spec/x.ctmm"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    surroundings.pop("NO_COLOR", None)
    subprocess.run(command, cwd=where, env=surroundings, stdout=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "\x1b[31m-标准" in shown
    assert "\x1b[32m+标准" in shown


def test_a_file_that_cannot_be_read_is_left_and_told(tmp_path: Path) -> None:
    where = project(tmp_path)
    (where / "spec/y.ctmm").write_text(BROKEN, "utf-8")
    (where / "spec/z.ctmm").write_bytes("标准 z 示例\n".encode("gb18030"))
    done = ctmm("fmt", cwd=where)
    no_trace(done)
    assert done.returncode == 1
    assert done.stdout.startswith("laid out: spec/x.ctmm\ncannot be read, left alone: spec/y.ctmm\n")
    assert "error CT1002" in done.stdout
    assert "error CT1001" in done.stdout
    assert (where / "spec/y.ctmm").read_text("utf-8") == BROKEN
    assert ctmm("fmt", "--check", "spec/y.ctmm", cwd=where).returncode == 1


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    done = ctmm("fmt", "nothing", cwd=tmp_path)
    no_trace(done)
    assert done.returncode == 2
    assert "there is no nothing" in done.stderr
