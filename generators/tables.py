"""The standard's tables as its document lays them out, for people: composition and weights, levels, classes, scale, method, clauses.

In: an edition. Out: `<standard>/tables.md`. What a standard does not have is left out; what it has but does not number (a node without
a caption) is shown as well. Errata are marked in place, with the printed form under the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.checks.spoken import decimal, layer_name, percent
from ctmm_dsl.model import Method, Node, Scale, Standard
from ctmm_dsl.resolve.clauses import letter_at
from generators.artefact import Artefact, Edition
from generators.clause_tables import CORNER, Marks, Path, laid_out, table_at
from generators.markdown_page import BREAK, Markdown, Page, Section, Table, joined, page_bytes
from generators.naming import layer_names, layers_in_use, level_number, level_title


def emit(edition: Edition) -> Iterator[Artefact]:
    """The tables of every standard."""
    for standard in edition.model.standards:
        yield Artefact(f"{standard.id}/tables.md", page_bytes(_page(standard)), standard.id, standard.edition)


def _page(standard: Standard) -> Page:
    marks = Marks()
    opening = joined(["标识 ", Markdown(f"`{standard.id}`"), f"，版本 {standard.edition}。"])
    sections = (*_around(standard, marks), *_tree(standard, marks))
    return Page(f"{standard.name}：表", (opening,), sections)


def _around(standard: Standard, marks: Marks) -> Iterator[Section]:
    """What stands before the clauses."""
    if standard.domains:
        yield _composition(standard, marks)
    if standard.levels:
        yield _levels(standard, marks)
    if standard.classes:
        yield _classes(standard)
    if standard.scale:
        yield _scale(standard.scale)
    if standard.method and standard.scale:
        yield _method(standard, standard.method, standard.scale)


# ---- composition and weights -----------------------------------------------------------------------------------


def _composition(standard: Standard, marks: Marks) -> Section:
    """As table 1 of the key indicators: a column for each layer, a row for each leaf, a name only where it begins."""
    nodes = list(standard.walk())
    weighted = any(node.weight is not None for node in nodes)
    coded = not standard.clauses
    layers = layers_in_use(nodes)
    rows: list[tuple[str, ...]] = []
    above: tuple[Node, ...] = ()
    for path in standard.leaf_paths():
        cells = {node.layer: "" if node in above else _composed(node, coded, marks) for node in path}
        rows.append(tuple(cells.get(layer, ABSENT if layer < path[-1].layer else "") for layer in layers))
        above = path
    suffix = "及权重" if weighted else ""
    header = tuple(layer_name(standard, layer) + suffix for layer in layers)
    title = "组成及权重" if weighted else "组成" if standard.clauses else "编号与名称"
    return Section(title, table=Table(header, tuple(rows)), entries=marks.taken())


ABSENT = "—"
"""Where a branch has no node in a layer; an empty cell repeats the one above."""


def _composed(node: Node, coded: bool, marks: Marks) -> Markdown:
    weight = f"（{percent(node.weight)}）" if node.weight is not None else ""
    code = f"{node.id} " if coded else ""
    return joined([code, node.name, marks.after(node.id, node.notes), weight])


# ---- levels, classes, scale, method ------------------------------------------------------------------------------


def _levels(standard: Standard, marks: Marks) -> Section:
    with_motto = any(level.motto for level in standard.levels)
    with_text = any(level.text for level in standard.levels)
    header = (CORNER, *["特征语"] * with_motto, *["总体特征"] * with_text)
    rows = tuple(
        (
            joined([level_title(level), marks.after(f"等级 {level.number}", level.notes)]),
            *[level.motto] * with_motto,
            *[level.text] * with_text,
        )
        for level in standard.levels
    )
    return Section("成熟度等级", table=Table(header, rows), entries=marks.taken())


def _classes(standard: Standard) -> Section:
    rows = tuple(
        (row.name, "、".join(level_title(level) for level in standard.levels if row.first <= level.number <= row.last))
        for row in standard.classes
    )
    return Section("城市类别", table=Table(("城市类别", CORNER), rows))


def _scale(scale: Scale) -> Section:
    """As table 8 of the key indicators; the column of rules only where there are any."""
    ruled = any(answer.rules for answer in scale.answers)
    rows = tuple((answer.label, decimal(answer.points), *[_rules(answer.rules)] * ruled) for answer in scale.answers)
    header = (scale.name or "答案", "条款得分", *["条款得分评定规则"] * ruled)
    return Section("条款得分", table=Table(header, rows))


def _rules(rules: tuple[str, ...]) -> Markdown:
    lines = [joined([f"{letter_at(count)}) ", rule]) for count, rule in enumerate(rules)]
    return joined(lines, joined(["；", BREAK]))


def _method(standard: Standard, method: Method, scale: Scale) -> Section:
    """How answers become a level: key indicators, chapter 三 (二) to (五), and its table 9."""
    most = decimal(max(answer.points for answer in scale.answers))
    sign = "<" if method.strict else "≤"
    span = f"{decimal(method.threshold)} {sign} N ≤ {most}"
    rows = tuple(
        (level_title(level), span, _condition(method, level.number, first=at == 0))
        for at, level in enumerate(standard.levels)
    )
    table = Table((CORNER, "对应得分区间", "前置条件"), rows)
    return Section("计算方法", paragraphs=tuple(_rules_of(standard, method)), table=table if rows else None)


def _condition(method: Method, number: int, *, first: bool) -> str:
    if first or not method.one_by_one:
        return "无"
    return f"达到{level_number(number - 1)}水平后再进行{level_number(number)}评估"


def _rules_of(standard: Standard, method: Method) -> Iterator[str]:
    """The formulas C, D and N in words, with the standard's own names of its layers."""
    leaves = layer_names(standard, (node.layer for node in standard.leaves()))
    spread = "该等级及以下各等级的全部条款数量" if method.cumulative else "该等级自身的条款数量"
    yield f"{leaves}得分 C = Σ 各条款得分 A ÷ 条款数量 M，其中 M 是{spread}。"
    inner = layers_in_use(node for node in standard.walk() if node.children)
    symbol = " D" if len(inner) == 1 else ""
    for layer in reversed(inner):
        below = layer_names(
            standard, (child.layer for node in standard.walk() if node.layer == layer for child in node.children)
        )
        yield f"{layer_name(standard, layer)}得分{symbol} = Σ（{below}得分 × {below}权重）。"
    if standard.domains:
        outermost = layer_name(standard, 0)
        yield f"成熟度等级得分 N = Σ（{outermost}得分 × {outermost}权重）。"
    if not method.one_by_one:
        yield "所达到的等级是得分符合的最高等级，不要求逐级达到。"


# ---- the tables of the tree --------------------------------------------------------------------------------------


def _tree(standard: Standard, marks: Marks) -> Iterator[Section]:
    """A section for each node that is no row of another's table, and for each that has mottos of its own."""
    tables = laid_out(standard) if standard.clauses else {}
    rows = {node.id for paths in tables.values() for path in paths for node in path}
    for domain in standard.domains:
        for node in domain.walk():
            if node.mottos or node.caption or (standard.clauses and node.id not in rows):
                yield _section(standard, node, tables.get(node.id, []), marks, outermost=node is domain)


def _section(standard: Standard, node: Node, paths: list[Path], marks: Marks, *, outermost: bool) -> Section:
    code = f"（{node.id}，{percent(node.weight)}）" if node.weight is not None else f"（{node.id}）"
    title = joined([f"{node.place} " if node.place else "", node.name, marks.after(node.id, node.notes), code])
    paragraphs = [f"出处：{remark.text}" for remark in node.notes.remarks if remark.kind == "source"]
    if node.caption:
        paragraphs.append(f"表{node.caption.number}　{node.caption.text}")
    table = table_at(standard, node, paths, marks, outermost=outermost)
    return Section(title, 2 + node.layer, tuple(paragraphs), table, marks.taken())
