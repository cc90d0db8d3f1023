"""The standard's tables as its document lays them out, for people: composition and weights, levels, classes, scale, method, leaves.

In: an edition. Out: `<standard>/tables.md`. What a standard does not have is left out; what it has but does not number (a node without
a caption) is shown as well. Errata are marked in place, with the printed form under the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.checks.spoken import decimal, layer_name, percent
from ctmm_dsl.model import LAYERS, Clauses, Concept, Formula, Node, Rubric, Scale, Standard
from ctmm_dsl.resolve.clauses import letter_at
from generators.artefact import Artefact, Edition
from generators.clause_tables import table_at
from generators.formula_tables import formula_table
from generators.layout import CORNER, Marks, Path, laid_out
from generators.markdown_page import BREAK, Markdown, Page, Section, Table, joined, page_bytes
from generators.method_words import method_section
from generators.naming import layers_in_use, level_title
from generators.places import level_place
from generators.rubric_tables import document_sections, general_definitions, rubric_table


def emit(edition: Edition) -> Iterator[Artefact]:
    """The tables of every standard."""
    for standard in edition.model.standards:
        yield Artefact(f"{standard.id}/tables.md", page_bytes(_page(standard)), standard.id, standard.edition)


def _page(standard: Standard) -> Page:
    marks = Marks()
    opening = joined(["标识 ", Markdown(f"`{standard.id}`"), f"，版本 {standard.edition}。"])
    sections = (*_around(standard, marks), *_tree(standard, marks), *document_sections(standard, marks))
    return Page(f"{standard.name}：表", (opening,), sections)


def _around(standard: Standard, marks: Marks) -> Iterator[Section]:
    """What stands before the leaves."""
    if standard.domains:
        yield _composition(standard, marks)
    if standard.levels and (not standard.columns or any(level.motto or level.text for level in standard.levels)):
        yield _levels(standard, marks)
    if standard.columns:
        yield general_definitions(standard, marks)
    if standard.classes:
        yield _classes(standard)
    if standard.scale:
        yield _scale(standard.scale)
    if method := method_section(standard):
        yield method


# ---- composition and weights -----------------------------------------------------------------------------------


def _composition(standard: Standard, marks: Marks) -> Section:
    """As table 1 of the key indicators: a column for each layer, a row for each leaf, a name only where it begins. Items whose weights are
    of another whole than those above them stand in the tables of their parents alone, as in GB/T 33356."""
    nodes = [node for node in standard.walk() if not _weighed_elsewhere(standard, node)]
    weighted = any(node.weight is not None for node in nodes)
    coded = any(not isinstance(node.leaf, Clauses) for node in standard.leaves())
    layers = layers_in_use(nodes)
    rows: list[tuple[str, ...]] = []
    above: tuple[Node, ...] = ()
    for whole_path in standard.leaf_paths():
        path = tuple(node for node in whole_path if not _weighed_elsewhere(standard, node))
        if path == above:
            continue
        cells = {node.layer: "" if node in above else _composed(node, coded, marks) for node in path}
        rows.append(tuple(cells.get(layer, ABSENT if layer < path[-1].layer else "") for layer in layers))
        above = path
    suffix = "及权重" if weighted else ""
    header = tuple(layer_name(standard, layer) + suffix for layer in layers)
    assessed = any(not isinstance(node.leaf, Concept) for node in standard.leaves())
    title = "组成及权重" if weighted else "组成" if assessed else "编号与名称"
    return Section(title, table=Table(header, tuple(rows)), entries=marks.taken())


ABSENT = "—"
"""Where a branch has no node in a layer; an empty cell repeats the one above."""


def _weighed_elsewhere(standard: Standard, node: Node) -> bool:
    return standard.of_total and node.layer == len(LAYERS) - 1 and isinstance(node.leaf, Formula)


def _composed(node: Node, coded: bool, marks: Marks) -> Markdown:
    share = _share(node)
    code = f"{node.id} " if coded else ""
    return joined([code, node.name, marks.after(node.id, node.notes), f"（{share}）" if share else ""])


def _share(node: Node) -> str:
    """What a node weighs, or that it is taken off the total instead."""
    if node.weight is not None:
        return percent(node.weight)
    return "扣分" if node.deducts and not node.weighs else ""


# ---- levels, classes, scale, method ------------------------------------------------------------------------------


def _levels(standard: Standard, marks: Marks) -> Section:
    with_motto = any(level.motto for level in standard.levels)
    with_text = any(level.text for level in standard.levels)
    header = (CORNER, *["特征语"] * with_motto, *["总体特征"] * with_text)
    rows = tuple(
        (
            joined([level_title(level), marks.after(level_place(level), level.notes)]),
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


# ---- the tables of the tree --------------------------------------------------------------------------------------


def _tree(standard: Standard, marks: Marks) -> Iterator[Section]:
    """A section for each node that is no row of another's table, and for each that has mottos of its own."""
    assessed = any(not isinstance(node.leaf, Concept) for node in standard.leaves())
    tables = laid_out(standard) if assessed else {}
    rows = {node.id for paths in tables.values() for path in paths for node in path}
    for domain in standard.domains:
        for node in domain.walk():
            if node.mottos or node.caption or (assessed and node.id not in rows):
                yield _section(standard, node, tables.get(node.id, []), marks, outermost=node is domain)


def _section(standard: Standard, node: Node, paths: list[Path], marks: Marks, *, outermost: bool) -> Section:
    code = "，".join(filter(None, (node.id, _share(node))))
    title = joined([f"{node.place} " if node.place else "", node.name, marks.after(node.id, node.notes), f"（{code}）"])
    paragraphs = [f"出处：{remark.text}" for remark in node.notes.remarks if remark.kind == "source"]
    if node.caption:
        paragraphs.append(f"表{node.caption.number}　{node.caption.text}")
    found = tuple(_tables(standard, node, paths, marks, outermost=outermost))
    return Section(title, 2 + node.layer, tuple(paragraphs), entries=marks.taken(), tables=found)


def _tables(standard: Standard, node: Node, paths: list[Path], marks: Marks, *, outermost: bool) -> Iterator[Table]:
    """The leaves that are laid out at a node, each kind in a table of its own."""
    formulas = [path for path in paths if isinstance((path or (node,))[-1].leaf, Formula)]
    rubrics = [path for path in paths if isinstance((path or (node,))[-1].leaf, Rubric)]
    others = [path for path in paths if path not in formulas and path not in rubrics]
    if table := table_at(standard, node, others, marks, outermost=outermost):
        yield table
    if formulas:
        yield formula_table(standard, node, formulas, marks)
    if rubrics:
        yield rubric_table(standard, node, rubrics, marks)
