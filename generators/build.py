"""A build: every generator over a checked spec.

In: an edition. Out: the files of the output folder, by path; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ctmm_dsl.reading import Trouble
from generators import writer
from generators.artefact import Edition
from generators.registry import GENERATORS
from generators.writer import Made


def emit(edition: Edition, only: Iterable[str] = (), begins: Callable[[str], None] | None = None) -> dict[str, bytes]:
    """All files by path; of some generators only, where they are named. The manifest is made of a whole build alone. `begins` is told each
    generator's name when its turn comes."""
    chosen = set(only)
    known = [name for name, _ in GENERATORS]
    if unknown := sorted(chosen - set(known)):
        names = "、".join(unknown)
        raise Trouble(
            f"没有生成器 {names}；可选：{'、'.join(known)}",
            f"there is no generator {', '.join(unknown)}; there are: {', '.join(known)}",
        )
    made: list[Made] = []
    for name, generator in GENERATORS:
        if not chosen or name in chosen:
            if begins:
                begins(name)
            made += [Made(artefact, name) for artefact in generator(edition)]
    files = {one.artefact.path: one.artefact.data for one in made}
    if len(files) < len(made):
        raise ValueError("two generators make the same file")
    if not chosen:
        files[writer.MANIFEST] = writer.manifest(made, edition.digest)
    return files
