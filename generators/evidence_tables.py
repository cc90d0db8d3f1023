"""One datum, many uses: what one standard's data and documents help to assess in another, by crosswalk.

In: an edition. Out: for each crosswalk with an end that gives something (quantities of indicators, documents that support) a page and a
list: for every node the evidence that it can draw on, and the way back. What there is to give follows from the leaves' kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctmm_dsl.checks.spoken import named
from ctmm_dsl.evidence import Bridge, Help, Link, bridges, data, helping
from ctmm_dsl.model import Crosswalk, Formula, Node, Quantity
from ctmm_dsl.render.leaf_text import BASES, unit_or_kind
from generators.artefact import Artefact, Edition
from generators.correspondence import SPOKEN, correspondences, distinct
from generators.markdown_page import Markdown, Page, Section, Table, page_bytes
from generators.quoting import csv_bytes

COLUMNS = (
    "node", "node_name", "clauses", "relation", "end", "end_name", "kind", "holder", "holder_name", "name", "label", "unit",
    "basis",
)  # fmt: skip
TURNED = {"broad": "narrow", "narrow": "broad"}

READING = Markdown(
    "一份数据，多处使用：某一方的数据项和支持文件，经由对照，可以给另一方的评估作证据。关系从要评的一方读到给出证据的一方："
    "关系越近，证据越直接；{related}的只供参考。对照到节点为止，数据对节点下哪一条有用、够不够，由评估的人判断。".format_map(
        SPOKEN
    )
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that helps to assess a node: `thing` is a quantity of the indicator `holder`, or a document that `holder` names."""

    link: Link
    relation: str
    holder: Node
    thing: Quantity | Help


def emit(edition: Edition) -> Iterator[Artefact]:
    """What one standard's data and documents help to assess in another."""
    walks = correspondences(edition.model)
    for crosswalk, walk in zip(edition.model.crosswalks, walks, strict=True):
        found = [(bridge, _evidence(crosswalk, bridge)) for bridge in bridges(crosswalk)]
        if found:
            sections = tuple(section for bridge, evidence in found for section in _sections(bridge, evidence))
            page = Page(f"证据：{walk.title}", (READING,), sections)
            rows = [COLUMNS, *(row for bridge, evidence in found for row in _list(bridge, evidence))]
            yield Artefact(f"crosswalk/{walk.id}.evidence.md", page_bytes(page), walk.id, walk.edition)
            yield Artefact(f"crosswalk/{walk.id}.evidence.csv", csv_bytes(rows), walk.id, walk.edition)


def _evidence(crosswalk: Crosswalk, bridge: Bridge) -> list[Evidence]:
    found: list[Evidence] = []
    for link in bridge.links:
        relation = link.row.relation
        if bridge.asking is not crosswalk.source:
            relation = TURNED.get(relation, relation)
        found += [Evidence(link, relation, datum.indicator, datum.quantity) for datum in data(link.giving)]
        found += [Evidence(link, relation, one.holder, one) for one in helping(bridge.giving, link.giving)]
    return found


# ---- the list ------------------------------------------------------------------------------------------------


def _list(bridge: Bridge, evidence: list[Evidence]) -> Iterator[tuple[str, ...]]:
    asking, giving = bridge.asking.id, bridge.giving.id
    for one in evidence:
        node, end = one.link.asking, one.link.giving
        yield (
            f"{asking}:{node.id}",
            node.name,
            " ".join(f"{asking}:{clause.id}" for clause in node.clauses()),
            one.relation,
            f"{giving}:{end.id}",
            end.name,
            *_of_thing(one.thing, f"{giving}:{one.holder.id}", one.holder.name),
        )


def _of_thing(thing: Quantity | Help, holder: str, name: str) -> tuple[str, ...]:
    if isinstance(thing, Quantity):
        return "quantity", holder, name, thing.name, thing.label, unit(thing), basis(thing)
    return "document", holder, name, thing.support.name, thing.support.text, "", ""


def unit(quantity: Quantity) -> str:
    return unit_or_kind(quantity, "zh")


def basis(quantity: Quantity) -> str:
    return BASES[quantity.basis]["zh"]


# ---- the page ------------------------------------------------------------------------------------------------


def _sections(bridge: Bridge, evidence: list[Evidence]) -> Iterator[Section]:
    asking, giving = bridge.asking, bridge.giving
    yield Section(f"{giving.name}给{asking.name}的证据", table=_overview(bridge, evidence))
    yield Section("逐项：可用的证据", depth=3)
    nodes = distinct(one.link.asking for one in evidence)
    for node in nodes:
        own = [one for one in evidence if one.link.asking is node]
        yield Section(named(node), depth=4, entries=tuple(f"{clause.id} {clause.text}" for clause in node.clauses()))
        yield from _data(own)
        yield from _documents(own)
    if not nodes:
        yield Section("没有", depth=4, paragraphs=("没有一行通到可作证据的数据或文件。",))
    yield from _uses_of_data(bridge, evidence)
    yield from _uses_of_documents(evidence)
    yield from _left(bridge, evidence)


def _overview(bridge: Bridge, evidence: list[Evidence]) -> Table:
    asking, giving = bridge.asking, bridge.giving
    helped = {node.id for one in evidence for node in one.link.asking.walk()}
    leaves = [node for node in asking.walk() if not node.children]
    clauses = [clause for node in leaves for clause in node.own_clauses]
    under = sum(len(node.own_clauses) for node in leaves if node.id in helped)
    rows = [("要评的末级节点", str(len(leaves)), str(sum(node.id in helped for node in leaves)))]
    if clauses:
        rows.append(("其中的条款", str(len(clauses)), str(under)))
    if giving.reported:
        used = {one.thing.name for one in evidence if isinstance(one.thing, Quantity)}
        rows.append(("数据项", str(len(giving.reported)), str(len(used))))
    documents = {support.name for node in giving.walk() for support in node.supports if support.kind == "support"}
    if documents:
        used = {one.thing.support.name for one in evidence if isinstance(one.thing, Help)}
        rows.append(("支持文件", str(len(documents)), str(len(used))))
    return Table(("", "共", "由对照连上"), tuple(rows))


def _data(own: list[Evidence]) -> Iterator[Section]:
    rows = tuple(
        (SPOKEN[one.relation], _indicator(one), one.thing.label, unit(one.thing), basis(one.thing))
        for one in own
        if isinstance(one.thing, Quantity)
    )
    if rows:
        yield Section("数据", depth=5, table=Table(("关系", "指标", "数据项", "单位", "时间"), rows))


def _indicator(one: Evidence) -> str:
    deducts = isinstance(one.holder.leaf, Formula) and one.holder.leaf.deducts
    return named(one.holder) + ("（扣分）" if deducts else "")


def _documents(own: list[Evidence]) -> Iterator[Section]:
    """Each document, as a node of the other side names it, with the rows through which it helps."""
    through: dict[int, list[Evidence]] = {}
    for one in own:
        if isinstance(one.thing, Help):
            through.setdefault(id(one.thing.support), []).append(one)
    rows = tuple(_document(same) for same in through.values())
    if rows:
        yield Section("文件", depth=5, table=Table(("文件", "有何帮助", "写在", "经由"), rows))


def _document(same: list[Evidence]) -> tuple[str, ...]:
    thing = same[0].thing
    assert isinstance(thing, Help)
    ends = "；".join(f"{named(one.link.giving)}（{SPOKEN[one.relation]}）" for one in same)
    return thing.support.name, thing.support.text, named(same[0].holder), ends


# ---- the way back --------------------------------------------------------------------------------------------


def _uses_of_data(bridge: Bridge, evidence: list[Evidence]) -> Iterator[Section]:
    """Each quantity with what it serves, in the standard's order."""
    rows: list[tuple[str, ...]] = []
    for quantity in bridge.giving.reported.values():
        uses = [one for one in evidence if one.thing is quantity]
        if uses:
            indicators = "；".join(_indicator(one) for one in {one.holder.id: one for one in uses}.values())
            facts = (quantity.label, quantity.name, unit(quantity), basis(quantity))
            rows.append((*facts, indicators, *_served(uses)))
    if rows:
        header = ("数据项", "标识", "单位", "时间", "指标", "可作证据的节点", "其下条款")
        yield Section("反查：一份数据，多处使用", depth=3, table=Table(header, tuple(rows)))


def _uses_of_documents(evidence: list[Evidence]) -> Iterator[Section]:
    by_name: dict[str, list[Evidence]] = {}
    for one in evidence:
        if isinstance(one.thing, Help):
            by_name.setdefault(one.thing.support.name, []).append(one)
    rows = tuple((name, *_served(uses)) for name, uses in sorted(by_name.items()))
    if rows:
        header = ("文件", "有帮助的节点", "其下条款")
        yield Section("反查：一份文件，多处使用", depth=3, table=Table(header, rows))


def _served(uses: list[Evidence]) -> tuple[str, str]:
    """The nodes that something serves, each with its relations; and how many clauses they hold."""
    relations: dict[str, list[str]] = {}
    for one in uses:
        relations.setdefault(one.link.asking.id, []).append(SPOKEN[one.relation])
    nodes = distinct(one.link.asking for one in uses)
    words = "；".join(f"{named(node)}（{'、'.join(dict.fromkeys(relations[node.id]))}）" for node in nodes)
    clauses = {clause.id for node in nodes for clause in node.clauses()}
    return words, str(len(clauses))


def _left(bridge: Bridge, evidence: list[Evidence]) -> Iterator[Section]:
    """The leaves that no evidence reaches, and the quantities that serve nothing."""
    helped = {node.id for one in evidence for node in one.link.asking.walk()}
    bare = [named(node) for node in bridge.asking.walk() if not node.children and node.id not in helped]
    yield Section("没有证据可用的节点", depth=3, entries=tuple(bare), paragraphs=() if bare else ("都有。",))
    used = {one.thing.name for one in evidence if isinstance(one.thing, Quantity)}
    idle = [one.label for one in bridge.giving.reported.values() if one.name not in used]
    if idle:
        yield Section("没有用上的数据项", depth=3, entries=tuple(idle))
