"""How far crosswalks cover both of their sides, for people, in Markdown.

In: an edition. Out: one page: for each crosswalk how many nodes of either side have a counterpart and how strong it is, which have none,
and, the other way round, what leads to each node of the target.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctmm_dsl.checks.spoken import layer_name, named
from ctmm_dsl.model import MATCHES, Node, Standard
from generators.artefact import Artefact, Edition
from generators.correspondence import (
    NONE,
    SPOKEN,
    Correspondence,
    Path,
    correspondences,
    distinct,
    paths,
    place,
    second,
    tally,
)
from generators.markdown_page import Markdown, Page, Section, Table, joined, page_bytes

WEAK = "related"

READING = (
    "数的是末级节点，就是各自分支里最低的一层。一个末级节点自己在某一行里，或者它的上级在某一行里，就算有对应；"
    f"“随上级”是只有上级在行里，“只有相关”是对到它的各行关系都是{SPOKEN[WEAK]}。关系都从本方读到对方；各关系名下数的是行。"
)
RELATIONS = tuple(SPOKEN[relation] for relation in MATCHES)


# ---- figures -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Extent:
    """A part of a standard: how many leaves it has; how many have a counterpart, how many of these only through a node above them,
    and how many of them are only related; how many have none; and how often each relation leads into this part or out of it."""

    name: str
    leaves: int
    covered: int
    from_above: int
    only_related: int
    left: int
    relations: dict[str, int]


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer: how many nodes it has, how many stand in a row themselves, and how many are covered by rows below or above them."""

    name: str
    nodes: int
    direct: int
    indirect: int
    left: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A node of the second layer with leaves that have no counterpart: those, and how many leaves there are in all."""

    domain: Node
    node: Node
    leaves: tuple[Node, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a crosswalk, with its figures: by domain and in all, by layer, and what has no counterpart."""

    standard: Standard
    extents: tuple[Extent, ...]
    total: Extent
    layers: tuple[Layer, ...]
    gaps: tuple[Gap, ...]


Relations = dict[str, tuple[str, ...]]
"""The relations of the rows in which a node itself stands, by its identifier."""


def _source(walk: Correspondence) -> Side:
    return _side(walk.source, [(row.subject[-1], row.relation) for row in walk.mapped])


def _target(walk: Correspondence) -> Side:
    return _side(walk.target, [(row.target[-1], row.relation) for row in walk.mapped])


def _side(standard: Standard, ends: list[tuple[Node, str]]) -> Side:
    relations: Relations = {}
    for node, relation in ends:
        relations[node.id] = (*relations.get(node.id, ()), relation)
    trails = tuple(paths(standard).values())
    total = _extent("合计", trails, relations)
    domains = (
        _extent(named(domain), tuple(path for path in trails if path[0] is domain), relations)
        for domain in standard.domains
    )
    return Side(standard, (*domains, total), total, _layers(standard, trails, relations), _gaps(trails, relations))


def _extent(name: str, trails: tuple[Path, ...], relations: Relations) -> Extent:
    leaves = [path for path in trails if not path[-1].children]
    covered = [(path, found) for path in leaves if (found := _reaching(path, relations))]
    return Extent(
        name=name,
        leaves=len(leaves),
        covered=len(covered),
        from_above=sum(path[-1].id not in relations for path, _ in covered),
        only_related=sum(set(found) == {WEAK} for _, found in covered),
        left=len(leaves) - len(covered),
        relations=tally(relation for path in trails for relation in relations.get(path[-1].id, ())),
    )


def _reaching(path: Path, relations: Relations) -> tuple[str, ...]:
    """The relations of a node and of all nodes above it: what covers a whole covers its parts."""
    return tuple(relation for node in path for relation in relations.get(node.id, ()))


def _layers(standard: Standard, trails: tuple[Path, ...], relations: Relations) -> tuple[Layer, ...]:
    found: list[Layer] = []
    for number in sorted({path[-1].layer for path in trails}):
        nodes = [path for path in trails if path[-1].layer == number]
        direct = sum(path[-1].id in relations for path in nodes)
        touched = sum(
            bool(_reaching(path, relations)) or any(node.id in relations for node in path[-1].walk()) for path in nodes
        )
        name = layer_name(standard, number)
        found.append(Layer(name, len(nodes), direct, touched - direct, len(nodes) - touched))
    return tuple(found)


def _gaps(trails: tuple[Path, ...], relations: Relations) -> tuple[Gap, ...]:
    leaves = [path for path in trails if not path[-1].children]
    found: list[Gap] = []
    for node in distinct(second(path) for path in leaves):
        own = [path for path in leaves if second(path) is node]
        left = tuple(path[-1] for path in own if not _reaching(path, relations))
        if left:
            found.append(Gap(own[0][0], node, left, len(own)))
    return tuple(found)


# ---- the page ------------------------------------------------------------------------------------------------


def emit(edition: Edition) -> Iterator[Artefact]:
    """How much of both sides every crosswalk covers, and the way back."""
    walks = correspondences(edition.model)
    if walks:
        sections = [section for walk in walks for section in _sections(walk)]
        page = Page("对照的覆盖情况", (READING,), (Section("总览", table=_overview(walks)), *sections))
        yield Artefact("crosswalk/coverage.md", page_bytes(page), "", "")


def _overview(walks: Iterable[Correspondence]) -> Table:
    return Table(
        ("本方 → 对方", "行", *RELATIONS, SPOKEN[NONE], "本方末级有对应", "对方末级有对应"),
        tuple(
            (
                _short(walk),
                str(len(walk.rows)),
                *_of_each(tally(row.relation for row in walk.mapped)),
                str(len(walk.unmatched)),
                *(f"{side.total.covered}/{side.total.leaves}" for side in (_source(walk), _target(walk))),
            )
            for walk in walks
        ),
    )


def _short(walk: Correspondence) -> str:
    return f"{walk.source.id} → {walk.target.id}"


def _sections(walk: Correspondence) -> Iterator[Section]:
    file = f"{walk.id}.md"
    linked = joined([Markdown("["), file, Markdown("](./"), file, Markdown(")")])
    yield Section(_short(walk), paragraphs=(joined([walk.title, "；逐项对照见 ", linked, "。"]),))
    for title, side in (("本方", _source(walk)), ("对方", _target(walk))):
        yield Section(f"{title}：{side.standard.name}", depth=3)
        yield Section("按域", depth=4, table=_extents(side))
        yield Section("按层次", depth=4, table=_by_layer(side))
        yield _left(side)
    yield _arrivals(walk)


def _extents(side: Side) -> Table:
    return Table(
        ("范围", "末级", "有对应", "其中随上级", "其中只有相关", "没有对应", *RELATIONS),
        tuple(
            (
                extent.name,
                *map(str, (extent.leaves, extent.covered, extent.from_above, extent.only_related, extent.left)),
                *_of_each(extent.relations),
            )
            for extent in side.extents
        ),
    )


def _of_each(relations: dict[str, int]) -> Iterator[str]:
    return (str(relations.get(relation, 0)) for relation in MATCHES)


def _by_layer(side: Side) -> Table:
    return Table(
        ("层次", "节点", "自己在行里", "只有上级或下级在行里", "都不在行里"),
        tuple(
            (layer.name, *map(str, (layer.nodes, layer.direct, layer.indirect, layer.left))) for layer in side.layers
        ),
    )


def _left(side: Side) -> Section:
    if not side.gaps:
        return Section("没有对应的", depth=4, paragraphs=("末级节点都有对应。",))
    rows = (
        (
            named(gap.domain),
            named(gap.node),
            f"{len(gap.leaves)}/{gap.of}",
            "；".join(named(leaf) for leaf in gap.leaves),
        )
        for gap in side.gaps
    )
    return Section("没有对应的", depth=4, table=Table(("第一层", "第二层", "没有对应/全部", "末级节点"), tuple(rows)))


def _arrivals(walk: Correspondence) -> Section:
    """The reverse index: each target in the order of its tree, with the subjects that lead to it by each relation."""
    rows: list[tuple[str, ...]] = []
    for path in paths(walk.target).values():
        arriving = [row for row in walk.mapped if row.target[-1] is path[-1]]
        for relation in MATCHES:
            subjects = "；".join(named(row.subject[-1]) for row in arriving if row.relation == relation)
            if subjects:
                rows.append((named(path[-1]), place(path), SPOKEN[relation], subjects))
    title = "反查：对方由谁对到"
    if not rows:
        return Section(title, depth=3, paragraphs=("没有一行对到对方。",))
    return Section(title, depth=3, table=Table(("对方", "对方所在", "关系", "本方"), tuple(rows)))
