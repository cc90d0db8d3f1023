"""The files of a folder, looked at again and again: what changed since the last look, and the sources to check.

A look compares what the system knows of the files (size, times), and only those that differ there are read. Changes are taken once
nothing has changed for a moment: an editor saves in several steps, a revision touches many files.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from ctmm_dsl.findings import Finding
from ctmm_dsl.reading import SUFFIX, Trouble, find, read_bytes, understand
from ctmm_dsl.source import Source
from ctmm_dsl.workspace import Workspace
from generators.stamp import digest_of

LOOKS_A_SECOND = 5
"""How often a folder is looked at."""

QUIET = 3
"""So many looks in a row, each a quarter as far from the last, must be alike before a change is taken."""

State = tuple[int, ...]


@dataclass
class Watched:
    """The files of a folder as they were last taken: `texts` by their paths, and the workspace of them."""

    folder: Path
    texts: dict[str, bytes] = field(default_factory=dict)
    workspace: Workspace = field(default_factory=lambda: Workspace(()))
    _seen: dict[Path, State] = field(default_factory=dict)

    def take(self) -> list[str]:
        """Take the files as they stand now; the paths of those that are new, other or gone, in order."""
        seen = self._look()
        changed: list[str] = []
        for file, state in list(seen.items()):
            if self._seen.get(file) != state:
                path = file.as_posix()
                try:
                    data = read_bytes(file)
                except Trouble:
                    if file.exists():
                        raise
                    del seen[file]
                    continue
                if self.texts.get(path) != data:
                    self.texts[path] = data
                    self._understand(path, data)
                    changed.append(path)
        for file in self._seen.keys() - seen.keys():
            path = file.as_posix()
            if self.texts.pop(path, None) is not None:
                self.workspace.remove(path)
                changed.append(path)
        self._seen = seen
        return sorted(changed)

    def wait(self) -> None:
        """Come back when something has changed and has been quiet since."""
        while self._look() == self._seen:
            time.sleep(1 / LOOKS_A_SECOND)
        last, alike = self._look(), 0
        while alike < QUIET:
            time.sleep(1 / (4 * LOOKS_A_SECOND))
            now = self._look()
            alike = alike + 1 if now == last else 0
            last = now

    def digest(self) -> str:
        """The digest of the spec as it was taken: that of `ctmm build`."""
        return digest_of((Path(path).relative_to(self.folder).as_posix(), data) for path, data in self.texts.items())

    def _understand(self, path: str, data: bytes) -> None:
        understood: Source | Finding = understand(path, data)
        if isinstance(understood, Source):
            self.workspace.update(understood)
        else:
            self.workspace.unreadable(understood)

    def _look(self) -> dict[Path, State]:
        """What the system knows of each file. A file that vanishes meanwhile is not there; an empty folder is a change like any other."""
        found: dict[Path, State] = {}
        try:
            files = find([self.folder])
        except Trouble:
            if any(self.folder.rglob(f"*{SUFFIX}")):
                raise
            files = []
        for file in files:
            try:
                known = file.stat()
            except FileNotFoundError:
                continue
            found[file] = known.st_mtime_ns, known.st_ctime_ns, known.st_size, known.st_ino
        return found
