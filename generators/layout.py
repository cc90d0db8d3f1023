"""Where a document lays out its leaves, and how misprints are marked there.

In: a standard. Out: which tables there are, and which leaves stand in each. Where captions stand in the tree says which there are: a leaf
is laid out in the table of the nearest node with a caption, itself or above; without one, in a table at its parent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ctmm_dsl.model import Erratum, Node, Notes, Standard
from generators.markdown_page import Markdown, joined, raised

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
