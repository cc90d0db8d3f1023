"""The small spec as a project, without a client: what the rooms of the server say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctmm_dsl.server.projects import Project, Projects
from ctmm_dsl.server.tokens import Lexed
from tests.server.texts import FILES


class Opened:
    """A project on disk, and offsets in its files by what stands there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.projects = Projects([folder.parent])
        self.projects.begin()
        self.lexed = Lexed()

    @property
    def project(self) -> Project:
        (project,) = self.projects.projects.values()
        return project

    def path(self, name: str) -> str:
        return (self.folder / name).resolve().as_posix()

    def text(self, name: str) -> str:
        return self.project.source(self.path(name)).text

    def at(self, name: str, needle: str, add: int = 0) -> tuple[Project, str, int]:
        return self.project, self.path(name), self.text(name).index(needle) + add


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return Opened(written(tmp_path))


def written(folder: Path) -> Path:
    """The small spec's files in a folder `spec`."""
    spec = folder / "spec"
    spec.mkdir()
    for name, text in FILES.items():
        (spec / name).write_text(text, "utf-8")
    return spec
