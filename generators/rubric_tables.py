"""The tables in which a document lays out its rubrics: characteristics by levels, general definitions, documents that help.

In: a standard, or a node and the rubric leaves laid out there. Out: tables and sections. Source of the shapes: ISO/TS 37107:2019, tables 2
and 3 and annexes A, B and C.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ctmm_dsl.checks.spoken import layer_name
from ctmm_dsl.model import Descriptor, Node, Rubric, Standard, Support
from generators.layout import CORNER, Marks, Path
from generators.markdown_page import BREAK, Markdown, Section, Table, joined
from generators.naming import level_number, level_title
from generators.places import column_place, descriptor_place, document_place, level_place, support_place


def rubric_table(standard: Standard, node: Node, paths: Sequence[Path], marks: Marks) -> Table:
    """As table A.1: a row for each characteristic, a column for each level."""
    rows: list[tuple[str, ...]] = []
    for path in (path or (node,) for path in paths):
        leaf = path[-1]
        assert isinstance(leaf.leaf, Rubric)
        names = [part for one in path for part in (f"{one.id} ", one.name, marks.after(one.id, one.notes), " / ")][:-1]
        name = joined(names)
        if leaf.leaf.column:
            name = joined([name, BREAK, f"（{leaf.leaf.column.name}）"])
        rows.append((name, *_cells(standard, leaf.id, leaf.leaf.descriptors, marks)))
    layer = layer_name(standard, paths[0][-1].layer if paths[0] else node.layer)
    return Table((layer, *(level_title(level) for level in standard.levels)), tuple(rows))


def _cells(standard: Standard, where: str, descriptors: Iterable[Descriptor], marks: Marks) -> list[Markdown]:
    by_level = {descriptor.level: descriptor for descriptor in descriptors}
    return [
        _cell(where, by_level[level.number], marks) if level.number in by_level else joined([])
        for level in standard.levels
    ]


def _cell(where: str, descriptor: Descriptor, marks: Marks) -> Markdown:
    mark = marks.after(descriptor_place(where, descriptor), descriptor.notes)
    builds_on = f"（除满足{level_number(descriptor.builds_on)}外）" if descriptor.builds_on is not None else ""
    return joined([builds_on, descriptor.text, mark])


def general_definitions(standard: Standard, marks: Marks) -> Section:
    """As table 2: a row for each level, a column for each group of characteristics."""
    cells = [_cells(standard, column_place(column), column.rows, marks) for column in standard.columns]
    rows = tuple(
        (
            joined([level_title(level), marks.after(level_place(level), level.notes)]),
            *(column[at] for column in cells),
        )
        for at, level in enumerate(standard.levels)
    )
    header = [joined([column.name, marks.after(column_place(column), column.notes)]) for column in standard.columns]
    return Section("级别的一般定义", table=Table((CORNER, *header), rows), entries=marks.taken())


# ---- documents -------------------------------------------------------------------------------------------------


def document_sections(standard: Standard, marks: Marks) -> Iterator[Section]:
    """As table 3, annex B and annex C: the documents that help, where each helps, and what is about the same elsewhere."""
    if standard.documents:
        rows = tuple(
            (joined([one.name, marks.after(document_place(one), one.notes)]), one.text) for one in standard.documents
        )
        yield Section("支撑文件", table=Table(("文件", "内容"), rows), entries=marks.taken())
    for kind, title, said in (
        ("support", "各部分的支撑文件", "怎样有帮助"),
        ("relates", "与其他文件的联系", "有联系的部分"),
    ):
        if found := tuple(_supports(standard, kind, marks)):
            yield Section(title, table=Table(("编号", "名称", "文件", said), found), entries=marks.taken())


def _supports(standard: Standard, kind: str, marks: Marks) -> Iterator[tuple[str, ...]]:
    """A row for each document under a node; the node is named in its first row."""
    for node in standard.walk():
        by_name: dict[str, list[Support]] = {}
        for support in node.supports:
            if support.kind == kind:
                by_name.setdefault(support.name, []).append(support)
        named = (node.id, node.name)
        for name, supports in by_name.items():
            texts = [joined([one.text, marks.after(support_place(node, one), one.notes)]) for one in supports]
            yield *named, name, joined(texts, BREAK)
            named = ("", "")
