"""tables.md: every clause where its document puts it, once; weights, mottos, levels and method beside."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from ctmm_dsl.checks.spoken import percent
from ctmm_dsl.model import Cell, Clauses, Standard
from generators import tables
from generators.naming import level_title, numeral
from generators.places import places
from tests.generators import page
from tests.generators.editions import NAMES, SHIPPED, edition, edition_from, made

Found = tuple[str, int, str, str]
"""A clause as a reader finds it: the name of its node, its level, its letter and its text."""


def text_of(name: str, standard: str) -> str:
    return made(tables.emit, edition(name))[f"{standard}/tables.md"].data.decode("utf-8")


def clause_tables(standard: Standard, text: str) -> list[list[list[str]]]:
    """The tables with a column for each level, without their heading rows but with the number of naming columns before them."""
    titles = [level_title(level) for level in standard.levels]
    found = [one for one in page.tables(text) if [page.seen(cell) for cell in one[0]][-len(titles) :] == titles]
    return [one for one in found if not any(row[0].startswith(f"{node} ") for node in standard.rubrics for row in one)]


def clauses_in(standard: Standard, text: str) -> list[Found]:
    found: list[Found] = []
    mottos = {node.name: [motto.text for motto in node.mottos] for node in standard.walk() if node.mottos}
    for header, *rows in clause_tables(standard, text):
        naming = len(header) - len(standard.levels)
        for row in rows:
            names = [page.seen(cell) for cell in row[:naming] if cell]
            cells = row[naming:]
            if names and mottos.get(names[0]) == [page.seen(cell) for cell in cells]:
                continue
            for level, cell in zip(standard.levels, cells, strict=True):
                found += clauses_of(cell, names, level.number)
    return found


def clauses_of(cell: str, names: list[str], level: int) -> list[Found]:
    inside = re.match(r"\d+\) <b>(.*?)</b>(?:<sup>.*?</sup>)?：", cell)
    name = page.seen(inside[1]).split(" / ")[-1] if inside else names[-1]
    found: list[Found] = []
    lines = page.lines(cell[inside.end() :] if inside else cell)
    for line in lines:
        lettered = re.match(r"([a-z]+\)) ", line)
        letter, body = (lettered[1], line[lettered.end() :]) if lettered else ("-", line)
        seen = page.seen(body)
        found.append((name, level, letter, seen.removesuffix("；") if line is not lines[-1] else seen))
    return found


def clauses_meant(standard: Standard) -> list[Found]:
    return [
        (node.name, clause.level, clause.label, clause.text) for node in standard.walk() for clause in node.own_clauses
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_is_found_once(name: str) -> None:
    for standard in edition(name).model.standards:
        found = clauses_in(standard, text_of(name, standard.id))
        assert Counter(found) == Counter(clauses_meant(standard))


@pytest.mark.parametrize("name", NAMES)
def test_every_motto_is_found_once(name: str) -> None:
    for standard in edition(name).model.standards:
        rows = Counter(
            tuple(page.seen(cell) for cell in row[-len(standard.levels) :])
            for _, *rows in clause_tables(standard, text_of(name, standard.id))
            for row in rows
        )
        for node in standard.walk():
            if node.mottos:
                assert rows[tuple(motto.text for motto in node.mottos)] == 1, node.id


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_as_wide_as_its_heading(name: str) -> None:
    for standard in edition(name).model.standards:
        for table in page.tables(text_of(name, standard.id)):
            assert len({len(row) for row in table}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_caption_and_chapter_number_is_there(name: str) -> None:
    for standard in edition(name).model.standards:
        text = page.seen(text_of(name, standard.id).replace("<br>", ""))
        for node in standard.walk():
            if node.caption:
                assert text.count(f"\n表{node.caption.number}　{node.caption.text}\n") == 1


def test_the_shapes_of_the_two_shipped_standards() -> None:
    """Twenty tables of items in the full standard, six tables of domains in the key indicators, as the documents have them."""
    model = edition(SHIPPED).model
    full, key = model.standard("ctmm"), model.standard("ctmm-key")
    assert full and key
    of_items = [table for table in clause_tables(full, text_of(SHIPPED, "ctmm")) if table[0][0] == "能力项"]
    assert [len(table) - 1 for table in of_items] == [
        len(node.children) for node in full.walk() if node.caption and node.children
    ]
    assert len(of_items) == 20
    of_domains = clause_tables(key, text_of(SHIPPED, "ctmm-key"))
    assert [table[0][0] for table in of_domains] == ["成熟度等级"] * 6
    assert [[row[0] for row in table[1:]] for table in of_domains] == [
        [domain.name, *[""] * len(domain.children)] for domain in key.domains
    ]


def test_table_1_and_table_9_of_the_key_indicators() -> None:
    text = text_of(SHIPPED, "ctmm-key")
    first = page.tables(text)[0]
    assert first[:5] == [
        ["能力域及权重", "能力子域及权重"],
        ["适数化改革（10%）", "战略（20%）"],
        ["", "组织（20%）"],
        ["", "制度（20%）"],
        ["", "运营运维（40%）"],
    ]
    ninth = next(table for table in page.tables(text) if "对应得分区间" in table[0])
    assert [[page.seen(cell) for cell in row] for row in ninth] == [
        ["成熟度等级", "对应得分区间", "前置条件"],
        ["一级（基础级）", "70 < N ≤ 100", "无"],
        ["二级（发展级）", "70 < N ≤ 100", "达到一级水平后再进行二级评估"],
        ["三级（协同级）", "70 < N ≤ 100", "达到二级水平后再进行三级评估"],
        ["四级（融合级）", "70 < N ≤ 100", "达到三级水平后再进行四级评估"],
        ["五级（引领级）", "70 < N ≤ 100", "达到四级水平后再进行五级评估"],
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_node_and_weight_stands_in_the_composition(name: str) -> None:
    for standard in edition(name).model.standards:
        seen = [page.seen(cell) for row in page.tables(text_of(name, standard.id))[0][1:] for cell in row]
        coded = any(not isinstance(node.leaf, Clauses) for node in standard.leaves())
        shown = [
            node
            for node in standard.walk()
            if not (standard.of_total and node.layer == 2 and node.id in standard.formulas)
        ]
        for node in shown:
            weight = f"（{percent(node.weight)}）" if node.weight is not None else ""
            deducts = "（扣分）" if node.deducts and not node.weighs else ""
            assert (f"{node.id} " if coded else "") + node.name + weight + deducts in seen
        assert len([cell for cell in seen if cell not in ("", "—")]) == len(shown)


def prose(standard: Standard) -> set[int]:
    """The notes on what no table shows, told apart as values: on the name, on chapters, terms and metrics."""
    owners = (standard, *standard.chapters, *standard.terms, *standard.abbreviations, *standard.metrics)
    paragraphs = [row for holder in (*standard.chapters, *standard.terms) for row in holder.paragraphs]
    return {id(owner.notes) for owner in (*owners, *paragraphs)}


@pytest.mark.parametrize("name", NAMES)
def test_every_erratum_is_marked_in_place_with_the_printed_form(name: str) -> None:
    for standard in edition(name).model.standards:
        text = text_of(name, standard.id)
        inside = [place for place in places(standard) if id(place.notes) not in prose(standard)]
        errata = [(place.name, erratum) for place in inside for erratum in place.notes.errata]
        marked = set(re.findall(r"<sup>(勘\d+)</sup>", text))
        assert len(marked) == len(errata)
        for where, erratum in errata:
            assert f"（{where}）：原文印作“{erratum.printed}”。{erratum.reason}" in page.seen(text)


LEVELS = "\nlevels\n  1 一\n  2 二\n\n"
CELLS = "  level 1\n    a) {0}一\n  level 2\n    a) {0}二\n"


def laid_out(body: str, layers: str = "域 / 子域 / 项") -> tuple[Standard, str]:
    spec = edition_from(f"standard s 名\n  edition 1\n  layers {layers}\n{LEVELS}{body}")
    return spec.model.standards[0], made(tables.emit, spec)["s/tables.md"].data.decode("utf-8")


@pytest.mark.parametrize(
    "body",
    [
        "domain A 甲\n" + CELLS.format("甲"),
        "domain A 甲\n  table 1 表\n" + CELLS.format("甲"),
        "domain A 甲\n\nsubdomain A.1 乙\n" + CELLS.format("乙"),
        "domain A 甲\n  table 1 表\n\nsubdomain A.1 乙\n\nitem A.1.1 丙\n" + CELLS.format("丙"),
        "domain A 甲\n  table 1 表\n\nsubdomain A.1 乙\n  table 2 表\n\nitem A.1.1 丙\n"
        + CELLS.format("丙")
        + "\nsubdomain A.2 丁\n"
        + CELLS.format("丁"),
        "domain A 甲\n  table 1 表\n\nsubdomain A.1 乙\n  motto 1 语一\n  motto 2 语二\n\nitem A.1.1 丙\n"
        + CELLS.format("丙"),
        "domain A 甲\n\nsubdomain A.1 乙\n\nitem A.1.1 丙\n  table 1 表\n"
        + CELLS.format("丙")
        + "\nitem A.1.2 丁\n"
        + CELLS.format("丁"),
        "domain A 甲\n  motto 1 语一\n  motto 2 语二\n" + CELLS.format("甲"),
    ],
)
def test_wherever_captions_stand_no_clause_is_lost_or_doubled(body: str) -> None:
    standard, text = laid_out(body)
    assert Counter(clauses_in(standard, text)) == Counter(clauses_meant(standard))
    for node in standard.walk():
        for motto in node.mottos:
            assert text.count(motto.text) == 1


def test_a_table_stands_under_its_caption() -> None:
    """A node with a caption inside one with a caption: each has the leaves that no caption below takes."""
    _, text = laid_out(
        "domain A 甲\n  table 1 外表\n\nsubdomain A.1 乙\n  table 2 内表\n\nitem A.1.1 丙\n"
        + CELLS.format("丙")
        + "\nsubdomain A.2 丁\n\nitem A.2.1 戊\n"
        + CELLS.format("戊")
    )
    outer, inner = (part.split("\n#")[0] for part in text.split("\n表")[1:])
    assert outer.startswith("1　外表\n") and inner.startswith("2　内表\n")
    assert page.tables(outer)[0][1] == ["甲", *(f"1) <b>丁 / 戊</b>：a) 戊{level}" for level in "一二")]
    assert page.tables(inner)[0] == [["项", "一级（一）", "二级（二）"], ["丙", "a) 丙一", "a) 丙二"]]


def test_the_first_column_is_named_after_the_layer_of_its_leaves() -> None:
    _, text = laid_out(
        "domain A 甲\n\nsubdomain A.1 乙\n  table 1 表\n" + CELLS.format("乙")
        + "\ndomain B 己\n\nsubdomain B.1 庚\n\nitem B.1.1 辛\n" + CELLS.format("辛")
    )  # fmt: skip
    assert [table[0][0] for table in page.tables(text)[2:]] == ["子域", "项"]


def test_clauses_without_letters_are_parted_as_the_document_parts_them() -> None:
    key = edition(SHIPPED).model.standard("ctmm-key")
    assert key and key.scale
    text = text_of(SHIPPED, "ctmm-key")
    several = sum(len(cell.clauses) - 1 for cell in cells_of(key))
    assert text.count("；<br>") - sum(len(answer.rules) - 1 for answer in key.scale.answers) == several
    assert "；<br>" not in text_of(SHIPPED, "ctmm")


def cells_of(standard: Standard) -> list[Cell]:
    return [cell for node in standard.walk() if isinstance(node.leaf, Clauses) for cell in node.leaf.cells]


@pytest.mark.parametrize("name", NAMES)
def test_marks_are_explained_under_their_own_table_and_no_other(name: str) -> None:
    for standard in edition(name).model.standards:
        for section in re.split(r"\n#+ ", text_of(name, standard.id)):
            explained = re.findall(r"(?m)^- (勘\d+)（", section)
            assert sorted(explained) == sorted(set(re.findall(r"<sup>(勘\d+)</sup>", section)))


def test_mottos_show_in_a_list_of_names_without_levels() -> None:
    spec = edition_from("standard s 名\n  edition 1\n  layers 类\n\ndomain A 甲\n  motto 1 语一\n  motto 3 语三\n")
    text = made(tables.emit, spec)["s/tables.md"].data.decode("utf-8")
    assert [["类", "一级", "三级"], ["甲", "语一", "语三"]] in page.tables(text)


def test_nine_levels() -> None:
    names = "".join(f"  {n} 第{n}\n" for n in range(1, 10))
    cells = "".join(f"  level {n}\n    - 甲{n}\n" for n in range(1, 10))
    spec = edition_from(f"standard s 名\n  edition 1\n  layers 域\n\nlevels\n{names}\ndomain A 甲\n{cells}")
    text = made(tables.emit, spec)["s/tables.md"].data.decode("utf-8")
    assert page.tables(text)[-1] == [
        ["域", *(f"{numeral(n)}级（第{n}）" for n in range(1, 10))],
        ["甲", *(f"甲{n}" for n in range(1, 10))],
    ]


def test_numerals() -> None:
    assert [numeral(n) for n in (0, 1, 9, 10, 11, 20, 21, 99, 100)] == [
        "零", "一", "九", "十", "十一", "二十", "二十一", "九十九", "100",
    ]  # fmt: skip
