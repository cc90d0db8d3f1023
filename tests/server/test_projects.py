"""Which files belong together, what is open going before what is on disk, and the command itself."""

from __future__ import annotations

import builtins
import subprocess
import sys
from pathlib import Path

import pytest

from ctmm_dsl.cli import main
from ctmm_dsl.server.projects import Project, Projects, key_of, path_of
from ctmm_dsl.server.texts import Buffer
from tests.server.conftest import Opened, written
from tests.server.texts import CITY, FILES, KEY

ROOT = Path(__file__).parents[2]


def names(project: Project) -> list[str]:
    return [path.rpartition("/")[2] for path in project.paths]


def codes(project: Project) -> set[str]:
    return {finding.code for finding in project.outcome.findings}


def opened_in(projects: Projects, file: Path, text: str | None = None) -> Project:
    return projects.edit(Buffer(file.as_uri(), file.read_text("utf-8") if text is None else text, 0))


def test_all_beneath_spec_is_one_project_however_deep_a_file_lies(tmp_path: Path) -> None:
    spec = written(tmp_path)
    (spec / "deep").mkdir()
    (spec / "key.ctmm").rename(spec / "deep" / "key.ctmm")
    projects = Projects()
    project = opened_in(projects, spec / "deep" / "key.ctmm")
    assert sorted(names(project)) == sorted(FILES)
    assert opened_in(projects, spec / "city.ctmm") is project


def test_elsewhere_in_an_open_folder_files_beside_each_other_belong_together(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in ("city.ctmm", "key.ctmm"):
        (tmp_path / name).write_text(FILES[name], "utf-8")
    (tmp_path / "below" / "other.ctmm").write_text(CITY, "utf-8")
    projects = Projects([tmp_path])
    assert names(opened_in(projects, tmp_path / "key.ctmm")) == ["city.ctmm", "key.ctmm"]
    assert names(opened_in(projects, tmp_path / "below" / "other.ctmm")) == ["other.ctmm"]


def test_outside_of_any_folder_a_file_is_by_itself(tmp_path: Path) -> None:
    for name in ("city.ctmm", "key.ctmm"):
        (tmp_path / name).write_text(FILES[name], "utf-8")
    projects = Projects()
    project = opened_in(projects, tmp_path / "key.ctmm", KEY.replace("      @see city:DF/1a 数据目录\n", ""))
    assert names(project) == ["key.ctmm"]
    assert "CT4001" in codes(project)
    assert projects.close((tmp_path / "key.ctmm").as_uri()) is project
    assert projects.projects == {}


def test_what_is_open_goes_before_what_is_on_disk(opened: Opened) -> None:
    file = opened.folder / "city.ctmm"
    project = opened_in(opened.projects, file, CITY.replace("60%", "50%"))
    assert project is opened.project
    file.write_text(CITY.replace("60%", "70%"), "utf-8")
    assert opened.projects.on_disk([file.as_uri()]) == []
    (found,) = [finding for finding in project.outcome.findings if finding.code == "CT3001"]
    assert "90%" in found.message("en")
    opened.projects.close(file.as_uri())
    (found,) = [finding for finding in project.outcome.findings if finding.code == "CT3001"]
    assert "110%" in found.message("en")


def test_files_that_come_and_go_on_disk(opened: Opened) -> None:
    file = opened.folder / "city.ctmm"
    file.rename(opened.folder / "town.ctmm")
    uris = [file.as_uri(), (opened.folder / "town.ctmm").as_uri()]
    assert opened.projects.on_disk(uris) == [opened.project]
    assert "town.ctmm" in names(opened.project)
    assert "city.ctmm" not in names(opened.project)
    assert "CT4001" not in codes(opened.project)
    (opened.folder / "town.ctmm").write_bytes(CITY.encode("gb18030", "ignore"))
    opened.projects.on_disk(uris)
    assert "CT1001" in codes(opened.project)
    opened.projects.edit(Buffer(uris[1], CITY, 0))
    assert "CT1001" not in codes(opened.project)


def test_a_folder_that_goes_takes_its_files_along(tmp_path: Path) -> None:
    spec = written(tmp_path)
    (spec / "more").mkdir()
    (spec / "key.ctmm").rename(spec / "more" / "key.ctmm")
    projects = Projects([tmp_path])
    projects.begin()
    (spec / "more" / "key.ctmm").unlink()
    projects.on_disk([(spec / "more").as_uri()])
    (project,) = projects.projects.values()
    assert "key.ctmm" not in names(project)


def test_a_link_that_leads_outside_is_told_and_what_is_open_is_checked_all_the_same(tmp_path: Path) -> None:
    spec = written(tmp_path)
    outside = tmp_path / "outside.ctmm"
    outside.write_text(KEY, "utf-8")
    (spec / "link.ctmm").symlink_to(outside)
    projects = Projects([tmp_path])
    project = opened_in(projects, spec / "city.ctmm")
    assert names(project) == ["city.ctmm"]
    assert ["outside" in trouble.words["en"] for trouble in projects.troubles] == [True]


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/%E5%9F%8E%20b.ctmm", "/a/城 b.ctmm"),
        ("file:///c%3A/a/b.ctmm", "c:/a/b.ctmm"),
        ("untitled:Untitled-1", None),
        ("file:///a%00b", None),
    ],
)
def test_files_are_what_their_uris_say(uri: str, path: str | None) -> None:
    found = path_of(uri)
    assert (found.as_posix() if found else None) == path
    assert key_of("untitled:Untitled-1") == "untitled:Untitled-1"


def test_without_pygls_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: object) -> object:
        if name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)  # type: ignore[arg-type]

    for name in [name for name in sys.modules if name.startswith(("ctmm_dsl.server.", "pygls", "lsprotocol"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    assert main(["lsp", "--lang", "en"]) == 2
    assert "pip install 'ctmm-dsl[lsp]'" in capsys.readouterr().err


def test_a_client_that_is_gone_ends_the_server() -> None:
    pytest.importorskip("pygls", reason="pygls is not installed: pip install 'ctmm-dsl[lsp]'")
    command = [sys.executable, "-m", "ctmm_dsl", "lsp"]
    done = subprocess.run(command, cwd=ROOT, input=b"", capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, b"")
