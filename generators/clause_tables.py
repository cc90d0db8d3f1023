"""The tables in which a document lays out its clauses: which there are, and what stands in their cells.

In: a standard. Out: its tables. Where captions stand in the tree says which there are: a leaf is laid out in the table of the nearest
node with a caption, itself or above; without one, in a table at its parent. A table at an outermost node names its leaves within
the cells, under the node's mottos; one further in has a row for each leaf, named in the first column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ctmm_dsl.checks.spoken import layer_name
from ctmm_dsl.model import Cell, Clauses, Erratum, Node, Notes, Standard
from generators.markdown_page import BREAK, Markdown, Table, bold, joined, raised
from generators.naming import level_number, level_title

CORNER = "成熟度等级"


@dataclass
class Marks:
    """Errata as they are met in a text: each is numbered once, and listed under every table that shows it."""

    numbers: dict[int, int] = field(default_factory=dict)
    met: dict[int, tuple[str, Erratum]] = field(default_factory=dict)

    def after(self, where: str, notes: Notes) -> Markdown:
        """The marks that follow a text with errata."""
        marks = []
        for erratum in notes.errata:
            number = self.numbers.setdefault(id(erratum), len(self.numbers) + 1)
            self.met[number] = (where, erratum)
            marks.append(raised(f"勘{number}"))
        return joined(marks)

    def taken(self) -> tuple[str, ...]:
        """What the marks met since the last time stand for."""
        entries = tuple(
            f"勘{number}（{where}）：原文印作“{erratum.printed}”。{erratum.reason}"
            for number, (where, erratum) in sorted(self.met.items())
        )
        self.met.clear()
        return entries


Path = tuple[Node, ...]
"""A leaf with the nodes above it, up to the one that its table stands at, outermost first; empty where it stands at the leaf itself."""


def laid_out(standard: Standard) -> dict[str, list[Path]]:
    """The tables of a standard: at which node each stands, and the leaves in it. Every leaf is in exactly one."""
    tables: dict[str, list[Path]] = {}

    def lay(node: Node, parent: Node | None, holder: str, path: Path) -> None:
        if node.caption:
            holder, path = node.id, ()
            tables[holder] = []
        elif holder:
            path = (*path, node)
        if node.leaf is not None:
            at, path = (holder, path) if holder else (parent.id, (node,)) if parent else (node.id, ())
            tables.setdefault(at, []).append(path)
        for child in node.children:
            lay(child, node, holder, path)

    for domain in standard.domains:
        lay(domain, None, "", ())
    return tables


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
