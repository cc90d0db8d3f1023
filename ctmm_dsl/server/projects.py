"""What is open and what belongs with it.

In: texts that a client opens, changes and closes, and files that change on disk. Out: projects, each a spec being edited. A file belongs to
the folder that the command line would read with it (`reading.home`): with all files beneath `spec`, else with those beside it. Outside
of the folders that the client has open, and of any `spec`, it is a project by itself. What is open goes before what is on disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ctmm_dsl.findings import Finding
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.reading import SPEC, SUFFIX, Trouble, find, home, read_bytes, spec_above, understand
from ctmm_dsl.server.names import Index
from ctmm_dsl.server.texts import Buffer
from ctmm_dsl.source import Source
from ctmm_dsl.syntax import File
from ctmm_dsl.workspace import Workspace

_DRIVE = re.compile(r"/[A-Za-z]:")


def path_of(uri: str) -> Path | None:
    """The path of a file that a client names; None where it is no file, like a text that was never saved."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    path = unquote(parts.path)
    if parts.netloc:
        path = f"//{parts.netloc}{path}"
    return None if "\0" in path else Path(path[1:] if _DRIVE.match(path) else path)


def key_of(uri: str) -> str:
    """What a file is called here, however a client names it: its real path."""
    path = path_of(uri)
    return path.resolve().as_posix() if path else uri


class Project:
    """A spec being edited: the files of a folder, or (`folder` None) one file by itself."""

    def __init__(self, folder: Path | None, read: Iterable[Source | Finding] = ()) -> None:
        self.folder = folder
        self.workspace = Workspace(())
        self.names = Index(self.tree)
        for one in read:
            self.put(one)

    @property
    def paths(self) -> list[str]:
        return sorted(self.workspace.sources)

    @property
    def outcome(self) -> Outcome:
        """What the compiler says of the present texts."""
        return self.workspace.outcome

    def source(self, path: str) -> Source:
        return self.workspace.sources[path]

    def tree(self, path: str) -> File:
        return self.workspace.tree(path)

    def put(self, read: Source | Finding) -> None:
        """Another text of a file. A file that is no text is a finding."""
        if isinstance(read, Source):
            self.workspace.update(read)
        else:
            self.workspace.unreadable(read)

    def drop(self, path: str) -> None:
        self.workspace.remove(path)

    def holds(self, path: str) -> bool:
        """Whether a file belongs here."""
        if path in self.workspace.sources:
            return True
        return bool(self.folder) and self.folder in (Path(path).parents if self.deep else [Path(path).parent])

    @property
    def deep(self) -> bool:
        """Whether files in folders below belong here as well."""
        return self.folder is not None and self.folder.name == SPEC


class Projects:
    """All that a client has open. `uris`: what the client calls files; `troubles`: what to tell the user, each once."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.folders = [folder.resolve() for folder in folders]
        self.buffers: dict[str, Buffer] = {}
        self.uris: dict[str, str] = {}
        self.projects: dict[str, Project] = {}
        self.troubles: list[Trouble] = []

    def begin(self) -> None:
        """Read the folder `spec` of every open folder."""
        for folder in self.folders:
            inside = folder if folder.name == SPEC else folder / SPEC
            if inside.is_dir():
                self._of_folder(inside)

    def of(self, uri: str) -> tuple[Project, str] | None:
        """The project that a file is in, and its path there; None for a file that is not known."""
        key = key_of(uri)
        project = next((one for one in self.projects.values() if key in one.workspace.sources), None)
        return (project, key) if project else None

    def without(self, folders: Iterable[Path]) -> list[Project]:
        """The projects of folders that are closed, left behind where no file of them is open."""
        closed: list[Project] = []
        for key, project in list(self.projects.items()):
            inside = project.folder and any(project.folder.is_relative_to(folder) for folder in folders)
            if inside and not any(project.holds(path) for path in self.buffers):
                closed.append(self.projects.pop(key))
        return closed

    # ---- texts -----------------------------------------------------------------------------------------------------

    def edit(self, buffer: Buffer) -> Project:
        """A file that is open, or open with another text."""
        key = key_of(buffer.uri)
        project = self._home_of(buffer.uri, key)
        self.buffers[key] = buffer
        self.uris[key] = buffer.uri
        project.put(buffer.source(key))
        return project

    def close(self, uri: str) -> Project | None:
        """The file is again what it is on disk; a project of its own is over."""
        key = key_of(uri)
        self.buffers.pop(key, None)
        found = self.of(uri)
        if found is None:
            return None
        project, _ = found
        if project.folder is None:
            project.drop(key)
            self.projects.pop(key, None)
        else:
            self._read_again(project, key)
        return project

    def on_disk(self, uris: Iterable[str]) -> list[Project]:
        """Files, or folders, were written, made or removed outside the client. The projects that this concerns."""
        concerned: list[Project] = []
        for uri in uris:
            key = key_of(uri)
            for project in self.projects.values():
                inside = [path for path in project.workspace.sources if path == key or path.startswith(key + "/")]
                for path in {*inside, *([key] if key.endswith(SUFFIX) and project.holds(key) else [])}:
                    if path not in self.buffers and project.folder:
                        self._read_again(project, path)
                        concerned += [] if project in concerned else [project]
        return concerned

    def _read_again(self, project: Project, key: str) -> None:
        read = list(self._read([Path(key)]))
        if read:
            project.put(read[0])
        else:
            project.drop(key)

    def _home_of(self, uri: str, key: str) -> Project:
        found = self.of(uri)
        if found:
            return found[0]
        path = path_of(uri)
        real = path.resolve() if path else None
        if real and (spec_above(real) or any(real.is_relative_to(folder) for folder in self.folders)):
            return self._of_folder(home(real))
        return self.projects.setdefault(key, Project(None))

    def _of_folder(self, folder: Path) -> Project:
        real = folder.resolve()
        for project in self.projects.values():
            if real == project.folder or (project.deep and project.holds(f"{real.as_posix()}/")):
                return project
        project = Project(real, self._read(self._found(real)))
        for key, buffer in self.buffers.items():
            if key in project.workspace.sources:
                project.put(buffer.source(key))
        self.projects[real.as_posix()] = project
        return project

    def _found(self, folder: Path) -> list[Path]:
        deep = folder.name == SPEC
        files = list(folder.rglob(f"*{SUFFIX}") if deep else folder.glob(f"*{SUFFIX}"))
        try:
            return find([folder] if deep else files) if files else []
        except Trouble as trouble:
            self.troubles.append(trouble)
            return []

    def _read(self, files: Iterable[Path]) -> Iterator[Source | Finding]:
        """What files hold; those that are not there, or cannot be read, are left out."""
        for file in files:
            if file.is_file():
                try:
                    yield understand(file.resolve().as_posix(), read_bytes(file))
                except Trouble as trouble:
                    self.troubles.append(trouble)
