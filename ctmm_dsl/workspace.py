"""A spec that is being edited: compiled again after every change, at the price of what changed.

In: sources, and one in place of another. Out: what `compile_sources` says of all of them. A keystroke costs its block, the meaning of its
document and of those that refer to it, and the rules about them.
"""

from __future__ import annotations

from collections.abc import Iterable

from ctmm_dsl.findings import Finding
from ctmm_dsl.memory import Memory
from ctmm_dsl.pipeline import Outcome, compile_sources, parsed
from ctmm_dsl.source import Source
from ctmm_dsl.syntax import File


class Workspace:
    """Sources by their paths. `outcome` and `tree` are of the present texts."""

    def __init__(self, sources: Iterable[Source], unread: Iterable[Finding] = ()) -> None:
        self.sources = {source.path: source for source in sources}
        self._unread = {finding.span.source.path: finding for finding in unread}
        self._memory = Memory()
        self._outcome: Outcome | None = None

    def update(self, source: Source) -> None:
        """A new text of a file, or a new file."""
        self._unread.pop(source.path, None)
        self.sources[source.path] = source
        self._outcome = None

    def unreadable(self, finding: Finding) -> None:
        """A file that is no text any more, and what is said of it."""
        path = finding.span.source.path
        self.sources.pop(path, None)
        self._unread[path] = finding
        self._outcome = None

    def remove(self, path: str) -> None:
        """A file that is there no more."""
        self._unread.pop(path, None)
        self.sources.pop(path, None)
        self._memory.forget(path)
        self._outcome = None

    @property
    def outcome(self) -> Outcome:
        """What the compiler says of all files together, in the order of their names."""
        if self._outcome is None:
            sources = [self.sources[path] for path in sorted(self.sources)]
            self._outcome = compile_sources(sources, self._unread.values(), memory=self._memory)
        return self._outcome

    def trial(self, changed: Iterable[Source]) -> Outcome:
        """What the compiler would say if these sources stood in place of those of their names; nothing is changed by it."""
        texts = self.sources | {source.path: source for source in changed}
        sources = [texts[path] for path in sorted(texts)]
        return compile_sources(sources, self._unread.values(), memory=self._memory.copy())

    def tree(self, path: str) -> File:
        """A file's tree as it was read."""
        return parsed(self.sources[path], self._memory)
