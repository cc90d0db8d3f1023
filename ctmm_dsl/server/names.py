"""Everything that has a name, and where it is named: what stands behind definitions, references, renaming and hovers.

In: the trees of a project's files. Out: occurrences, in the order of files and places, and which of them a place lies in. Names are read
off the trees, not off the model, so that they are there while half of a file cannot be understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ctmm_dsl import syntax
from ctmm_dsl.resolve.reader import identifier
from ctmm_dsl.server.naming import Occurrence, Symbol, named_in
from ctmm_dsl.source import Span
from ctmm_dsl.syntax import File

__all__ = ["Index", "Occurrence", "Symbol"]


class Index:
    """The names of a project. A file's are read again when its tree is another one."""

    def __init__(self, tree: Callable[[str], File]) -> None:
        self._tree = tree
        self._read: dict[str, tuple[File, tuple[Occurrence, ...]]] = {}

    def of_file(self, path: str) -> tuple[Occurrence, ...]:
        tree = self._tree(path)
        known = self._read.get(path)
        if known is None or known[0] is not tree:
            known = self._read[path] = tree, tuple(sorted(named_in(tree), key=lambda one: one.span.start))
        return known[1]

    def all(self, paths: Iterable[str]) -> list[Occurrence]:
        """Every occurrence in some files, a metric by the standard that declares it."""
        paths = list(paths)
        owners = self._owners(paths)
        return [self._settled(one, owners) for path in paths for one in self.of_file(path)]

    def found(self, symbol: Symbol, paths: Iterable[str]) -> list[Occurrence]:
        return [one for one in self.all(paths) if one.symbol == symbol]

    def at(self, path: str, offset: int, paths: Iterable[str]) -> list[Occurrence]:
        """The occurrences that an offset lies in, the narrowest word first, then lines that are about one thing."""
        owners = self._owners(paths)
        named = [one for one in self.of_file(path) if one.span.start <= offset <= one.span.end]
        lines = [one for one in self.of_file(path) if one.line and one.line.start <= offset <= one.line.end]
        named.sort(key=lambda one: (one.span.end - one.span.start, one.symbol.kind))
        return [self._settled(one, owners) for one in (*named, *(one for one in lines if one not in named))]

    def _owners(self, paths: Iterable[str]) -> dict[tuple[str, str], str]:
        """Which standard declares a metric that another may name: by that one's identifier and the metric's name."""
        wholes: dict[str, str] = {}
        declared: dict[str, set[str]] = {}
        for path in paths:
            head = next((block for block in self._tree(path).blocks if block.kind == "standard"), None)
            if head is None or not head.heading.words[0]:
                continue
            own = identifier(head.heading.words[0])
            subset = next((line for line in head.lines if isinstance(line, syntax.Subset)), None)
            if subset:
                wholes[own] = identifier(subset.target)
            declared.setdefault(own, set()).update(
                one.symbol.name for one in self.of_file(path) if one.declares and one.symbol.kind == "metric"
            )
        owners: dict[tuple[str, str], str] = {}
        for own in wholes:
            chain = [own]
            while (whole := wholes.get(chain[-1])) and whole not in chain:
                chain.append(whole)
                for name in declared.get(whole, ()):
                    if name not in declared.get(own, ()):
                        owners.setdefault((own, name), whole)
        return owners

    @staticmethod
    def _settled(one: Occurrence, owners: dict[tuple[str, str], str]) -> Occurrence:
        if one.symbol.kind != "metric":
            return one
        owner = owners.get((one.symbol.owner, one.symbol.name))
        return replace(one, symbol=replace(one.symbol, owner=owner)) if owner else one


def unread_lines(tree: File) -> list[Span]:
    """The lines of a file that could not be read, so that nothing is known of the names in them."""
    source = tree.source
    read: set[int] = set()
    for block in tree.blocks:
        for line in syntax.every_line(block):
            read.add(source.position(block.offset + line.start).line)
    return [
        Span(source, start, start + len(words))
        for number, start in enumerate(source.line_starts, 1)
        if number not in read and (words := source.line(number)).strip() and words.strip()[0] not in "#＃"
    ]
