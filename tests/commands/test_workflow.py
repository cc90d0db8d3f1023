"""The workflows for GitHub, this project's and the one of a new standard: every step run as it stands, on a small repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generators.starting import files
from tests.commands.calling import ROOT, ctmm, edit
from tests.commands.repositories import begun, git, program

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install pyyaml")
needs = pytest.mark.skipif(
    not (shutil.which("git") and shutil.which("bash")), reason="git or bash is not installed: no workflow can be run"
)
PATH = ".github/workflows/standards.yml"
WORKFLOWS = {
    "this project": (ROOT / PATH).read_text("utf-8"),
    "a new standard": files("town", "Town", "en", "zh")[PATH].decode(),
}
INSTALLS = {"this project": "make .venv/made", "a new standard": "python -m pip install --requirement requirements.txt"}
_ANNOTATION = re.compile(
    r"::(error|warning|notice) file=([^,]+),line=(\d+),endLine=\d+,col=(\d+),endColumn=\d+,title=CT\d{4} [\w-]+::.+"
)


@dataclass(frozen=True)
class Step:
    """What a step of a workflow came to."""

    name: str
    status: int
    said: str


def steps(which: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load(WORKFLOWS[which])["jobs"]["standards"]["steps"])


@pytest.mark.parametrize("which", WORKFLOWS)
def test_the_workflow_is_one(which: str) -> None:
    workflow = yaml.safe_load(WORKFLOWS[which])
    assert set(workflow[True]) == {"pull_request", "push"}  # YAML 1.1 reads `on` as true
    assert workflow["permissions"] == {"contents": "read"}
    used = [step["uses"] for step in steps(which) if "uses" in step]
    assert [re.sub(r"@v\d+$", "", one) for one in used] == ["actions/checkout", "actions/setup-python"]
    assert steps(which)[0]["with"]["fetch-depth"] == 0, "the base revision is needed for what has changed"
    assert [step["run"] for step in steps(which) if step.get("name") == "install"] == [INSTALLS[which]]
    assert all("${{" not in step.get("run", "") for step in steps(which)), (
        "what GitHub puts in goes through the environment"
    )


def test_what_is_installed_is_there() -> None:
    assert re.search(r"(?m)^\$\(VENV\)/made:", (ROOT / "Makefile").read_text("utf-8"))
    assert re.search(r"(?m)^ctmm-dsl>=", files("town", "Town", "en", "en")["requirements.txt"].decode())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new standard with its artefacts, committed: what a pull request is compared with."""
    above = tmp_path_factory.mktemp("base")
    folder = above / "town"
    assert ctmm("new", "town", "--keywords", "en", cwd=above).returncode == 0
    assert ctmm("build", cwd=folder).returncode == 0
    program(folder / ".venv/bin/ctmm")
    begun(folder)
    return folder


@pytest.fixture
def repository(base: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(base, tmp_path / "town"))


def run(which: str, folder: Path) -> list[Step]:
    """A workflow's steps in order, as for a pull request: after one that fails, only those that always run."""
    base = git(folder, "rev-parse", "HEAD")
    done: list[Step] = []
    for step in steps(which):
        if "run" not in step or step["name"] == "install":
            continue
        if any(one.status for one in done) and "always()" not in step.get("if", ""):
            continue
        given = {
            name: value.replace("${{ github.event.pull_request.base.sha }}", base)
            for name, value in step.get("env", {}).items()
        }
        assert not any("${{" in value for value in given.values())
        surroundings = {
            **os.environ, **given, "LC_ALL": "C", "PATH": f"{folder / '.venv/bin'}:{os.environ['PATH']}",
            "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"),
        }  # fmt: skip
        ended = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        done.append(Step(step["name"], ended.returncode, ended.stdout + ended.stderr))
    return done


@needs
@pytest.mark.parametrize("which", WORKFLOWS)
def test_a_sound_revision_passes_and_is_told(which: str, repository: Path) -> None:
    edit(repository / "spec/town.ctmm", "There is a work plan for the year", "There is a work plan for two years")
    assert ctmm("build", cwd=repository).returncode == 0
    done = run(which, repository)
    assert [(one.name, one.status) for one in done] == [
        ("check", 0), ("layout", 0), ("what this revision changes", 0), ("build/ is fresh", 0),
    ], done  # fmt: skip
    summary = (repository.parent / "summary.md").read_text("utf-8")
    assert summary.startswith("# ")
    assert "A.2/1a" in summary
    assert "two years" in re.sub(r"<del>.*?</del>|</?ins>", "", summary)


@needs
@pytest.mark.parametrize("which", WORKFLOWS)
def test_a_faulty_revision_is_annotated(which: str, repository: Path) -> None:
    """Both faults are marked on their lines, and what the revision changes is told all the same."""
    file = repository / "spec/town.ctmm"
    edit(file, "subdomain A.2 Planning 50%", "subdomain A.2 Planning 40%")
    edit(file, "    b) There is a fixed budget\n", "")
    done = run(which, repository)
    assert [one.name for one in done] == ["check", "what this revision changes"]
    assert done[0].status == 1
    found = [_ANNOTATION.fullmatch(line) for line in done[0].said.splitlines() if line.startswith("::")]
    assert all(found)
    lines = file.read_text("utf-8").splitlines()
    marked = {lines[int(one[3]) - 1].strip() for one in found if one}
    assert "subdomain A.2 Planning 40%" in marked
    assert any(line.startswith("clauses") for line in marked)
    assert {one[2] for one in found if one} == {"spec/town.ctmm"}


@needs
def test_stale_artefacts_are_told(repository: Path) -> None:
    edit(repository / "spec/town.ctmm", "There is a work plan for the year", "There is a work plan for two years")
    done = run("this project", repository)
    assert [one.name for one in done if one.status] == ["build/ is fresh"]
    assert "build/town/tables.md" in done[-1].said
