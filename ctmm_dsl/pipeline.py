"""Parse, resolve, check: the whole compiler on one screen.

In: sources. Out: the model and the findings that stand, in the order of their places; what was allowed is kept apart, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ctmm_dsl.checks import check
from ctmm_dsl.findings import ERROR, Finding
from ctmm_dsl.memory import Memory
from ctmm_dsl.model import Model
from ctmm_dsl.parser import parse
from ctmm_dsl.resolve import resolve
from ctmm_dsl.source import Source
from ctmm_dsl.standing import Allowed, those_that_stand
from ctmm_dsl.syntax import File

WORDING = "CT8"


@dataclass(frozen=True)
class Outcome:
    """What a compilation came to."""

    model: Model
    findings: tuple[Finding, ...]
    allowed: tuple[Allowed, ...]
    raised: tuple[Finding, ...] = ()
    """All that was found, before it was weighed which of it stands."""

    @property
    def sound(self) -> bool:
        """Whether the model can be scored and emitted."""
        return all(finding.entry.severity != ERROR for finding in self.findings)


def compile_sources(
    sources: Iterable[Source], unread: Iterable[Finding] = (), *, wording: bool = True, memory: Memory | None = None
) -> Outcome:
    """Read and check all files of a spec together. `unread`: what is said of files that are no text at all; `memory`: that of the last
    time, so that only what changed since is done again."""
    memory = memory or Memory()
    files = [parsed(source, memory) for source in sources]
    model, unresolved = resolve(files, memory)
    found = [*unread, *(finding for file in files for finding in file.findings), *unresolved, *check(model, memory)]
    damaged = {id(file.source) for file in files if file.damaged}
    standing, allowed = those_that_stand(model, found, damaged)
    if not wording:
        standing = [finding for finding in standing if not finding.code.startswith(WORDING)]
    return Outcome(model, tuple(sorted(standing, key=Finding.order)), tuple(allowed), tuple(found))


def parsed(source: Source, memory: Memory) -> File:
    """A file's tree, of which only the blocks that changed are read."""

    def read() -> File:
        return parse(source, memory.recall(("blocks", source.path), (), dict))

    return memory.recall(("tree", source.path), (source,), read)
