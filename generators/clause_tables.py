"""The tables in which a document lays out its clauses: what stands in their cells.

In: a node and the leaves laid out there (see `layout`). Out: a table. One at an outermost node names its leaves within the cells, under
the node's mottos; one further in has a row for each leaf, named in the first column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ctmm_dsl.checks.spoken import layer_name
from ctmm_dsl.model import Cell, Clauses, Node, Standard
from generators.layout import CORNER, Marks, Path
from generators.markdown_page import BREAK, Markdown, Table, bold, joined
from generators.naming import level_number, level_title


def table_at(standard: Standard, node: Node, paths: Sequence[Path], marks: Marks, *, outermost: bool) -> Table | None:
    """The table that stands at a node: its mottos and the clauses that are laid out here; none where there is neither."""
    if not paths and not node.mottos:
        return None
    if outermost and node.children:
        return _named_in_cells(standard, node, paths, marks)
    return _named_in_rows(standard, node, paths, marks)


def _columns(standard: Standard) -> dict[int, str]:
    """A column for each level; mottos may stand in a standard that names no levels."""
    if standard.levels:
        return {level.number: level_title(level) for level in standard.levels}
    return {number: level_number(number) for number in sorted({m.level for n in standard.walk() for m in n.mottos})}


# ---- the two shapes ------------------------------------------------------------------------------------------


def _named_in_cells(standard: Standard, node: Node, paths: Sequence[Path], marks: Marks) -> Table:
    """As the key indicators print them (tables 2 to 7): the node's mottos, then `1) 战略：…` in every cell."""
    columns = _columns(standard)
    rows: list[tuple[str, ...]] = []
    if node.mottos:
        rows.append((node.name, *_mottos(node, columns)))
    for count, path in enumerate(paths, 1):
        name = joined([Markdown(f"{count}) "), bold(" / ".join(one.name for one in path)), *_marks(path, marks), "："])
        cells = _cells(path[-1], columns, marks)
        rows.append(("" if rows else node.name, *(joined([name, cell]) for cell in cells)))
    return Table((CORNER, *columns.values()), tuple(rows))


def _named_in_rows(standard: Standard, node: Node, paths: Sequence[Path], marks: Marks) -> Table:
    """As the full standard prints them (tables 1 to 20): a row for each leaf, named in the first column."""
    columns = _columns(standard)
    leaves = [path[-1] if path else node for path in paths]
    rows: list[tuple[str, ...]] = []
    if node.mottos:
        rows.append((node.name, *_mottos(node, columns)))
    for leaf in leaves:
        rows.append((joined([leaf.name, *_marks([leaf], marks)]), *_cells(leaf, columns, marks)))
    layer = leaves[0].layer if leaves else node.layer
    return Table((layer_name(standard, layer), *columns.values()), tuple(rows))


def _marks(nodes: Iterable[Node], marks: Marks) -> list[Markdown]:
    return [marks.after(node.id, node.notes) for node in nodes]


def _mottos(node: Node, columns: Iterable[int]) -> list[str]:
    by_level = {motto.level: motto.text for motto in node.mottos}
    return [by_level.get(level, "") for level in columns]


def _cells(node: Node, columns: Iterable[int], marks: Marks) -> list[Markdown]:
    by_level = {cell.level: cell for cell in node.leaf.cells} if isinstance(node.leaf, Clauses) else {}
    return [_cell(by_level[level], marks) if level in by_level else joined([]) for level in columns]


def _cell(cell: Cell, marks: Marks) -> Markdown:
    """The clauses of a cell, a line each: with their letters, or parted by ； where the document prints none."""
    lettered = all(clause.lettered for clause in cell.clauses)
    clauses = [
        joined([f"{clause.label} " if clause.lettered else "", clause.text, marks.after(clause.id, clause.notes)])
        for clause in cell.clauses
    ]
    return joined(clauses, BREAK if lettered else joined(["；", BREAK]))
