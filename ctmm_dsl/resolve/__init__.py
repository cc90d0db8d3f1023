"""Trees to model: names become the things that they name.

In: the parsed files of a spec. Out: a `Model` with every reference resolved, and findings for names that lead nowhere. A standard is read
after the one that it is a part of; profiles and crosswalks after all standards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ctmm_dsl import syntax
from ctmm_dsl.catalogue import references, text
from ctmm_dsl.findings import ABOVE, Both, Finding, Related, both
from ctmm_dsl.memory import Memory
from ctmm_dsl.model import Crosswalk, Model, Profile, Standard
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.overlays import read_crosswalk, read_profile
from ctmm_dsl.resolve.reader import Reader, identifier
from ctmm_dsl.resolve.standard import read_standard
from ctmm_dsl.slips import cropped
from ctmm_dsl.syntax import File

D = TypeVar("D", Profile, Crosswalk)
Read = Callable[[Reader, dict[str, Standard]], D | None]

PROSE = ("section", "references", "bibliography", "term", "abbreviation")
BLOCKS_OF = {
    "standard": (
        "standard",
        *PROSE,
        "levels",
        "classes",
        "scale",
        "method",
        "expect",
        "metric",
        "quantity",
        "column",
        "document",
        "node",
    ),
    "profile": ("profile", "weights", "readings", "method"),
    "crosswalk": ("crosswalk",),
}
"""The kinds of document, and the blocks that each is made of."""

DOCUMENT_NAMES = {"standard": "标准", "profile": "剖面", "crosswalk": "对照"}


def resolve(files: Iterable[File], memory: Memory | None = None) -> tuple[Model, list[Finding]]:
    """Give all files of a spec their meaning. A document whose text and whose standards are those that `memory` knows is not read again."""
    memory = memory or Memory()
    findings: list[Finding] = []
    by_kind: dict[str, list[Reader]] = {kind: [] for kind in BLOCKS_OF}
    for file in files:
        if file.blocks and _is_document(file, findings):
            by_kind[file.blocks[0].kind].append(Reader(_only_its_blocks(file, findings)))
    standards = _Standards(by_kind["standard"], findings, memory)
    profiles = _overlays(by_kind["profile"], read_profile, standards.read, findings, memory)
    crosswalks = _overlays(by_kind["crosswalk"], read_crosswalk, standards.read, findings, memory)
    _names_are_apart(profiles, standards.read, findings)
    _no_crosswalk_twice(crosswalks, findings)
    return Model(tuple(standards.read.values()), tuple(profiles), tuple(crosswalks)), findings


def _is_document(file: File, findings: list[Finding]) -> bool:
    first = file.blocks[0]
    if first.kind in BLOCKS_OF:
        return True
    if not file.damaged:
        span = file.span(first, first.heading)
        findings.append(text.WRONG_FIRST_HEADING(span, word=cropped(span.text.split(maxsplit=1)[0])))
    return False


def _only_its_blocks(file: File, findings: list[Finding]) -> File:
    """The file without the blocks that its kind of document has no place for; each of those is a finding."""
    kind = file.blocks[0].kind
    for block in file.blocks:
        if block.kind not in BLOCKS_OF[kind]:
            document = both(DOCUMENT_NAMES[kind], kind)
            span = file.span(block, block.heading)
            word = span.text.split(maxsplit=1)[0]
            findings.append(text.BLOCK_OUT_OF_PLACE(span, kind=word, document=document))
    kept = [block for block in file.blocks if block.kind in BLOCKS_OF[kind]]
    return syntax.File(file.source, kept, file.findings, file.damaged)


class _Standards:
    """All standards of a spec, each read after the one that it is a part of."""

    def __init__(self, readers: list[Reader], findings: list[Finding], memory: Memory) -> None:
        self.findings = findings
        self.memory = memory
        self.waiting: dict[str, Reader] = {}
        self.read: dict[str, Standard] = {}
        for reader in readers:
            name = _own_name(reader)
            first = self.waiting.setdefault(name, reader)
            if first is not reader:
                span = reader.span(reader.file.blocks[0], reader.file.blocks[0].heading)
                other = first.span(first.file.blocks[0], first.file.blocks[0].heading)
                kind = both("标准", "the standard")
                findings.append(references.STANDARD_TWICE(span, Related(other, ABOVE), kind=kind, id=name))
        for name in self.waiting:
            self._read(name)
        self.read = {name: self.read[name] for name in self.waiting if name in self.read}

    def _read(self, name: str) -> None:
        """Read a standard and, first, those that it is a part of, however long the chain."""
        chain: list[str] = []
        while name in self.waiting and name not in self.read and name not in chain:
            chain.append(name)
            subset = _subset_line(self.waiting[name])
            name = identifier(subset.target) if subset else ""
        cycle = chain[chain.index(name) :] if name in chain else []
        if cycle:
            self._report_cycle(cycle)
        for link in reversed(chain):
            reader = self.waiting[link]
            superset = None if link in cycle else self._superset(reader)
            self.read[link], found = self._one(reader, superset)
            self.findings += found

    def _one(self, reader: Reader, superset: Standard | None) -> tuple[Standard, list[Finding]]:
        source = reader.file.source
        return self.memory.recall(
            ("standard", source.path), (source, superset), lambda: (read_standard(reader, superset), reader.findings)
        )

    def _superset(self, reader: Reader) -> Standard | None:
        subset = _subset_line(reader)
        if subset is None:
            return None
        name = identifier(subset.target)
        if name not in self.read:
            span = reader.span(reader.file.blocks[0], subset.target)
            near = nearest_of(name, self.waiting)
            self.findings.append(references.STANDARD_UNKNOWN(span, id=name, nearest=near))
        return self.read.get(name)

    def _report_cycle(self, cycle: list[str]) -> None:
        reader = self.waiting[cycle[-1]]
        subset = _subset_line(reader)
        assert subset
        span = reader.span(reader.file.blocks[0], subset.target)
        self.findings.append(references.SUBSET_CYCLE(span, cycle=" → ".join([*cycle, cycle[0]])))


def _own_name(reader: Reader) -> str:
    word = reader.file.blocks[0].heading.words[0]
    assert word
    return identifier(word)


def _subset_line(reader: Reader) -> syntax.Subset | None:
    return next((line for line in reader.file.blocks[0].lines if isinstance(line, syntax.Subset)), None)


def _overlays(
    readers: list[Reader],
    read: Read[D],
    standards: dict[str, Standard],
    findings: list[Finding],
    memory: Memory,
) -> list[D]:
    found: list[D] = []
    names = " ".join(standards)  # what else there is decides which name is the nearest to an unknown one
    for reader in readers:
        document, said = _overlay(reader, read, standards, names, memory)
        found += [document] if document else []
        findings += said
    return found


def _overlay(
    reader: Reader, read: Read[D], standards: dict[str, Standard], names: str, memory: Memory
) -> tuple[D | None, list[Finding]]:
    def make() -> tuple[D | None, list[Finding]]:
        return read(reader, standards), reader.findings

    source = reader.file.source
    return memory.recall(("overlay", source.path), (source, names, *_standards_named(reader, standards)), make)


def _standards_named(reader: Reader, standards: dict[str, Standard]) -> list[Standard | None]:
    """The standards that a profile or a crosswalk is about, as far as there are such."""
    head = reader.file.blocks[0]
    lent = [line.target for line in head.lines if isinstance(line, syntax.Scoring)]
    return [standards.get(identifier(word)) for word in (*head.heading.words, *lent) if word]


def _names_are_apart(profiles: list[Profile], standards: dict[str, Standard], findings: list[Finding]) -> None:
    seen: dict[str, Standard | Profile] = {}
    documents: list[Standard | Profile] = [*standards.values(), *profiles]
    for document in documents:
        first = seen.setdefault(document.id.casefold(), document)
        if first is not document:
            kind = both("剖面", "the profile") if isinstance(document, Profile) else both("标准", "the standard")
            findings.append(
                references.STANDARD_TWICE(document.span, Related(first.span, ABOVE), kind=kind, id=document.id)
            )
        if why := _why_reserved(document.id):
            findings.append(references.IDENTIFIER_RESERVED(document.span, id=document.id, why=why))


def _why_reserved(name: str) -> Both | None:
    """An identifier is the name of a folder, beside that of the crosswalks, whose files are called `from--to`."""
    if name.casefold() == "crosswalk":
        return both("生成的对照放在 crosswalk 文件夹里", "the folder of the generated crosswalks is called so")
    if "--" in name:
        return both(
            "-- 用来连接对照的两端，如 ctmm--iso37107", "-- joins the ends of a crosswalk, as in ctmm--iso37107"
        )
    return None


def _no_crosswalk_twice(crosswalks: list[Crosswalk], findings: list[Finding]) -> None:
    seen: dict[tuple[str, str], Crosswalk] = {}
    for crosswalk in crosswalks:
        ends = (crosswalk.source.id, crosswalk.target.id)
        first = seen.setdefault(ends, crosswalk)
        if first is not crosswalk:
            kind = both("对照", "the crosswalk")
            findings.append(
                references.STANDARD_TWICE(crosswalk.span, Related(first.span, ABOVE), kind=kind, id=" -> ".join(ends))
            )
