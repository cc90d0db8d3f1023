"""What a node maps to through crosswalks, with the text that stands at the other end, for a terminal.

In: a model and a node of it. Out: lines: the rows in which the node stands itself, those of the nodes above it, which are about it as well,
and, without their texts, those of the nodes below it. A relation is said as seen from the node that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctmm_dsl.findings import both
from ctmm_dsl.model import Mapping, Model, Node, Standard
from ctmm_dsl.render import leaf_text
from ctmm_dsl.render.paragraphs import EMPTY, Line

MATCHES = {
    "exact": both("相同", "exact"),
    "close": both("相近", "close"),
    "broad": both("对方更宽", "broader"),
    "narrow": both("对方更窄", "narrower"),
    "related": both("相关", "related"),
    "none": both("没有对应", "nothing"),
}
"""Each relation, said of the other end."""
TURNED = {"broad": "narrow", "narrow": "broad"}
"""The relations that are others when a row is read from its target."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as seen from one of its ends; `other` is None where the row says that there is nothing."""

    row: Mapping
    arrow: str
    relation: str
    own: Node
    standard: Standard
    other: Node | None

    @property
    def other_at(self) -> int:
        """Where the other end stands in its file."""
        return self.other.span.start if self.other else 0

    def head(self, language: str) -> str:
        name = f"{self.standard.id}:{self.other.id} {self.other.name}" if self.other else self.standard.id
        return f"{self.arrow} {name}  {MATCHES[self.relation][language]}"


def mappings(model: Model, standard: Standard, path: tuple[Node, ...], language: str) -> Iterator[Line]:
    """Every row that the last node of a path stands in, itself or by what is above or below it."""
    zh = language == "zh"
    shown = path[-1]
    seen = seen_from(model, standard)
    for node in reversed(path):
        for one in seen.get(node.id, ()):
            yield EMPTY
            yield Line(2, one.head(language))
            if node is not shown:
                yield Line(6, "经上级" if zh else "through", f"{node.id} {node.name}" + ("" if zh else " above it"))
            if one.row.reason:
                yield Line(6, "理由" if zh else "reason", one.row.reason)
            if one.other:
                yield from leaf_text.text(one.standard, one.other, 6, language, brief=True)
    below = [one for node in shown.walk() if node is not shown for one in seen.get(node.id, ())]
    if below:
        yield EMPTY
        yield Line(2, "下级各项的对应" if zh else "through what is below it")
        yield from (Line(4, f"{one.own.id} {one.head(language)}", one.row.reason) for one in below)


def rows_of(model: Model, standard: Standard, path: tuple[Node, ...]) -> list[Mapping]:
    """The rows that `mappings` shows."""
    nodes = {node.id for node in (*path, *path[-1].walk())}
    return [one.row for node, found in seen_from(model, standard).items() if node in nodes for one in found]


def seen_from(model: Model, standard: Standard) -> dict[str, list[Seen]]:
    """All rows in which nodes of a standard stand, by node."""
    found: dict[str, list[Seen]] = {}
    for crosswalk in model.crosswalks:
        for row in crosswalk.rows:
            if crosswalk.source is standard and row.source_node:
                one = Seen(row, "→", row.relation, row.source_node, crosswalk.target, row.target_node)
                found.setdefault(row.source_node.id, []).append(one)
            if crosswalk.target is standard and row.target_node and row.source_node:
                turned = TURNED.get(row.relation, row.relation)
                one = Seen(row, "←", turned, row.target_node, crosswalk.source, row.source_node)
                found.setdefault(row.target_node.id, []).append(one)
    return found
