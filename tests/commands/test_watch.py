"""`ctmm watch` as a process: a file is changed, broken and mended while it runs; what it says, and what it leaves in build/."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from tests.commands.calling import ROOT, ctmm, edit

PATIENCE = 40
"""Seconds after which a line is taken not to come: a slow machine is no fault."""


class Watching:
    """A `ctmm watch` that runs, and its lines."""

    def __init__(self, where: Path, *arguments: str) -> None:
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "LANG": "C"}
        command = [sys.executable, "-u", "-m", "ctmm_dsl", "watch", *arguments]
        self.process = subprocess.Popen(
            command, cwd=where, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        self.lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, beginning: str) -> list[str]:
        """The lines to the one that begins so."""
        said: list[str] = []
        while not said or not said[-1].startswith(beginning):
            try:
                said.append(self.lines.get(timeout=PATIENCE))
            except Empty:
                pytest.fail(f"no line begins with {beginning!r}:\n" + "\n".join(said))
        return said

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/language/sound", tmp_path / "spec")
    return tmp_path


@pytest.fixture
def watching(project: Path) -> Iterator[Watching]:
    running = Watching(project)
    yield running
    running.process.kill()
    running.process.wait()


def fresh(where: Path) -> bool:
    return ctmm("build", "--check", cwd=where).returncode == 0


def test_a_change_is_checked_and_built(project: Path, watching: Watching) -> None:
    said = watching.until("build: ")
    assert said[0] == "watching spec, Ctrl-C ends it"
    assert fresh(project)
    edit(project / "spec/full.ctmm", "本文件划分为2个能力域。", "本文件共划分为2个能力域。")
    said = watching.until("build: ")
    assert said[:2] == ["", "changed: spec/full.ctmm"]
    assert " 0 changed" not in said[-1]
    assert fresh(project)
    assert watching.end() == 130
    assert watching.lines.empty()


def test_while_there_are_errors_the_build_stays_and_is_said_to_be_older(project: Path, watching: Watching) -> None:
    watching.until("build: ")
    before = {file: file.read_bytes() for file in (project / "build").rglob("*") if file.is_file()}
    edit(project / "spec/even.ctmm", "within domain equal", "within domain equals")
    said = watching.until("nothing was made")
    assert said[1] == "changed: spec/even.ctmm"
    assert any(line.startswith("error CT1003") for line in said)
    of_profile = sum(file.is_relative_to(project / "build/even") for file in before)
    assert "is of the former text" in said[-1]
    assert f"even ({of_profile})" in said[-1]
    assert "full (" not in said[-1]
    edit(project / "spec/full.ctmm", "本文件划分为2个能力域。", "本文件共划分为2个能力域。")
    said = watching.until("nothing was made")
    assert "even (" in said[-1] and "full (" in said[-1] and "key (" in said[-1]
    assert before == {file: file.read_bytes() for file in (project / "build").rglob("*") if file.is_file()}
    edit(project / "spec/even.ctmm", "within domain equals", "within domain equal")
    watching.until("build: ")
    assert fresh(project)


def test_what_is_no_longer_made_is_removed(project: Path, watching: Watching) -> None:
    watching.until("build: ")
    assert (project / "build/even").is_dir()
    (project / "spec/even.ctmm").unlink()
    (project / "spec/new.ctmm").write_text("standard new 新的\n  edition  1\n  layers   域\n\ndomain A 甲\n", "utf-8")
    said = watching.until("build: ")
    assert said[1:3] == ["changed: spec/new.ctmm", "gone: spec/even.ctmm"]
    assert not (project / "build/even").exists()
    assert (project / "build/new").is_dir()
    assert fresh(project)


def test_no_build_only_checks(project: Path) -> None:
    running = Watching(project, "--no-build")
    try:
        running.until("nothing found")
        (project / "spec/full.ctmm").write_bytes("标准 x 示例\n".encode("gb18030"))
        assert any("CT1001" in line for line in running.until("  help: ctmm explain CT1001"))
        assert running.end() == 130
        assert not (project / "build").exists()
    finally:
        running.process.kill()
        running.process.wait()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    done = ctmm("watch", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no spec" in done.stderr
