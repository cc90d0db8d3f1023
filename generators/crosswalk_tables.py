"""Crosswalks as tables: for people in Markdown, for spreadsheets in CSV.

In: an edition. Out: for each crosswalk a page (its rows by domain, summed up by sub-domain where they stand lower, a matrix, and what has
no counterpart) and the plain list of its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctmm_dsl.checks.spoken import named
from ctmm_dsl.model import Node, Standard
from generators.artefact import Artefact, Edition
from generators.correspondence import (
    SPOKEN,
    Correspondence,
    Path,
    Row,
    correspondences,
    distinct,
    paths,
    place,
    second,
    tally,
)
from generators.markdown_page import Markdown, Page, Section, Table, page_bytes
from generators.naming import layer_names, layers_in_use
from generators.quoting import csv_bytes

COLUMNS = ("subject_id", "subject_name", "relation", "target_id", "target_name", "reason")
MARKS = {"exact": "＝", "close": "≈", "broad": "⊂", "narrow": "⊃", "related": "～"}
"""How a matrix writes each relation, read from the subject to the target."""

READING = Markdown(
    "关系从左读到右，说的是对方比本方如何：**{exact}**（exact），两者可以互换；**{close}**（close），多数场合可以互换；"
    "**{broad}**（broad），对方包含本方；**{narrow}**（narrow），对方是本方的一部分；**{related}**（related），有联系而互不包含；"
    "**{none}**（none），逐项看过，对方没有对应。".format_map(SPOKEN)
)
ELSEWHERE = Markdown("两边各有多少得到对应、对方每一项由谁对到，见 [coverage.md](coverage.md)。")


def emit(edition: Edition) -> Iterator[Artefact]:
    """Every crosswalk as pages to read and as CSV."""
    for walk in correspondences(edition.model):
        yield Artefact(f"crosswalk/{walk.id}.md", page_bytes(_page(walk)), walk.id, walk.edition)
        yield Artefact(f"crosswalk/{walk.id}.csv", csv_bytes(_list(walk)), walk.id, walk.edition)


def _list(walk: Correspondence) -> Iterator[tuple[str, ...]]:
    yield COLUMNS
    for row in walk.rows:
        subject, target = row.subject[-1], row.target[-1] if row.target else None
        end = (target.id, target.name) if target else ("", "")
        yield (subject.id, subject.name, row.relation, *end, row.reason)


# ---- the page ------------------------------------------------------------------------------------------------


def _page(walk: Correspondence) -> Page:
    columns = distinct(second(path) for path in _in_order(walk))
    count = f"共 {len(walk.rows)} 行" + (f"：{_counts(walk.rows)}。" if walk.rows else "。")
    return Page(
        title=f"对照：{walk.title}",
        paragraphs=(*walk.remarks, READING, count, ELSEWHERE),
        sections=(
            Section("两份标准", table=_standards(walk.source, walk.target)),
            Section("逐项对照"),
            *_by_domain(walk),
            *_summed(walk, columns),
            _matrix(walk, columns),
            _unmatched(walk),
        ),
    )


def _standards(*sides: Standard) -> Table:
    facts = {
        "标识": [side.id for side in sides],
        "名称": [side.name for side in sides],
        "编号": [side.facts.get("number", "") for side in sides],
        "版本": [side.edition for side in sides],
        "层次": [" / ".join(side.layers) for side in sides],
    }
    return Table(("", "本方", "对方"), tuple((name, *values) for name, values in facts.items()))


def _by_domain(walk: Correspondence) -> Iterator[Section]:
    for domain in walk.source.domains:
        rows = [row for row in walk.mapped if row.subject[0] is domain]
        if rows:
            table = Table(("本方", "关系", "对方", "对方所在", "理由"), tuple(_row(row) for row in rows))
            yield Section(named(domain), depth=3, table=table)


def _row(row: Row) -> tuple[str, ...]:
    subject, target = row.subject[-1], row.target[-1]
    return (named(subject), SPOKEN[row.relation], named(target), place(row.target), row.reason)


def _unmatched(walk: Correspondence) -> Section:
    if not walk.unmatched:
        return Section("没有对应", paragraphs=("本方每一项都有对应。",))
    rows = tuple((named(row.subject[-1]), row.reason) for row in walk.unmatched)
    return Section("没有对应", table=Table(("本方", "理由"), rows))


def _counts(rows: Iterable[Row]) -> str:
    return "，".join(f"{SPOKEN[relation]} {count}" for relation, count in tally(row.relation for row in rows).items())


# ---- one layer up --------------------------------------------------------------------------------------------


def _summed(walk: Correspondence, columns: tuple[Node, ...]) -> Iterator[Section]:
    """What each node of the second layer touches through those below it; nothing where no row stands lower."""
    if all(len(row.subject) <= 2 for row in walk.rows):
        return
    nodes = distinct(second(row.subject) for row in walk.rows)
    layer = _layers(walk.source, nodes)
    lines: list[tuple[str, ...]] = []
    for node in nodes:
        own = [row for row in walk.rows if second(row.subject) is node]
        for column in columns:
            lines += _touch(node, named(column), [row for row in own if row.target and second(row.target) is column])
        lines += _touch(node, "没有对应", [row for row in own if not row.target])
    yield Section(
        f"按{layer}汇总",
        paragraphs=(f"每个{layer}经由它下面各项对到对方哪些{_layers(walk.target, columns)}；关系后面是行数。",),
        table=Table(("本方", "对方", "关系", "经由"), tuple(lines)),
    )


def _touch(node: Node, target: str, rows: list[Row]) -> Iterator[tuple[str, ...]]:
    if rows:
        through = "、".join(subject.id for subject in distinct(row.subject[-1] for row in rows))
        yield (named(node), target, _counts(rows), through)


def _matrix(walk: Correspondence, columns: tuple[Node, ...]) -> Section:
    if not columns:
        return Section("矩阵", paragraphs=("没有一行对到对方。",))
    marks = "，".join(f"{mark} {SPOKEN[relation]}" for relation, mark in MARKS.items())
    paragraphs = [
        f"行是本方各项，列是对方的{_layers(walk.target, columns)}。{marks}；一格里同一关系有几行时，记号后面写出行数。",
        f"各列：{_all_named(columns)}。",
    ]
    if untouched := _untouched(walk, columns):
        paragraphs.append(f"没有一行对到的：{_all_named(untouched)}。")
    subjects = distinct(row.subject[-1] for row in walk.rows)
    totals = (str(sum(second(row.target) is column for row in walk.mapped)) for column in columns)
    lines = (
        _line(subject, [row for row in walk.mapped if row.subject[-1] is subject], columns) for subject in subjects
    )
    table = Table(
        ("本方", *(column.id for column in columns), "行数"),
        (*lines, ("行数", *totals, str(len(walk.mapped)))),
    )
    return Section("矩阵", paragraphs=tuple(paragraphs), table=table)


def _line(subject: Node, rows: list[Row], columns: tuple[Node, ...]) -> tuple[str, ...]:
    marks = (_mark(row.relation for row in rows if second(row.target) is column) for column in columns)
    return (named(subject), *marks, str(len(rows)))


def _mark(relations: Iterator[str]) -> str:
    """The marks of the rows that fall into one field, with their number where there are several of one kind."""
    counts = tally(relations).items()
    return "".join(MARKS[relation] + (str(count) if count > 1 else "") for relation, count in counts)


def _in_order(walk: Correspondence) -> list[Path]:
    """The paths of all targets, in the order of their tree."""
    number = {node: at for at, node in enumerate(walk.target.nodes)}
    return sorted((row.target for row in walk.mapped), key=lambda path: number[path[-1].id])


def _untouched(walk: Correspondence, columns: tuple[Node, ...]) -> tuple[Node, ...]:
    """The target's nodes that would be columns if a row led to them, below them or to what is above them."""
    reached = {column.id for column in columns}
    lowest = (path for path in paths(walk.target).values() if not path[-1].children)
    return distinct(second(path) for path in lowest if reached.isdisjoint(node.id for node in path[:2]))


def _layers(standard: Standard, nodes: Iterable[Node]) -> str:
    return layer_names(standard, layers_in_use(nodes))


def _all_named(nodes: Iterable[Node]) -> str:
    return "；".join(named(node) for node in nodes)
