"""tables.md of rubrics: every descriptor where its document puts it, once; general definitions; the documents that help."""

from __future__ import annotations

import pytest

from ctmm_dsl.model import Rubric, Standard
from generators import tables
from generators.naming import level_number, level_title
from tests.generators import page
from tests.generators.editions import SHIPPED, made
from tests.generators.invented import EDITIONS, INVENTED, edition_named


def page_of(name: str, standard: str) -> str:
    return made(tables.emit, edition_named(name))[f"{standard}/tables.md"].data.decode("utf-8")


def standards(name: str) -> list[Standard]:
    return [one for one in edition_named(name).model.standards if one.rubrics]


def rows_of(standard: Standard, text: str) -> dict[str, list[str]]:
    """The row of each characteristic: what a reader sees in its cells, the name first."""
    found: dict[str, list[str]] = {}
    for header, *rows in page.tables(text):
        if header[1:] == [level_title(level) for level in standard.levels]:
            for row in rows:
                for node in standard.rubrics:
                    if row[0].startswith(f"{node} "):
                        assert node not in found
                        found[node] = [page.seen(cell) for cell in row]
    return found


def section(text: str, title: str) -> list[list[str]]:
    """The rows of the only table in a section, as a reader sees them."""
    (table,) = page.tables(text.split(f"\n## {title}\n")[1].split("\n## ")[0])
    return [[page.seen(cell) for cell in row] for row in table]


@pytest.mark.parametrize("name", EDITIONS)
def test_every_descriptor_stands_at_its_level(name: str) -> None:
    for standard in standards(name):
        rows = rows_of(standard, page_of(name, standard.id))
        assert set(rows) == set(standard.rubrics)
        for node, rubric in standard.rubrics.items():
            assert standard.nodes[node].name in rows[node][0]
            for level, cell in zip(standard.levels, rows[node][1:], strict=True):
                (descriptor,) = (one for one in rubric.descriptors if one.level == level.number)
                below = descriptor.builds_on
                first = f"（除满足{level_number(below)}外）" if below is not None else ""
                assert cell == first + descriptor.text


@pytest.mark.parametrize("name", EDITIONS)
def test_the_column_of_general_definitions_is_named(name: str) -> None:
    for standard in standards(name):
        rows = rows_of(standard, page_of(name, standard.id))
        for node, rubric in standard.rubrics.items():
            assert rows[node][0].endswith(f"（{rubric.column.name}）" if rubric.column else standard.nodes[node].name)


@pytest.mark.parametrize("name", EDITIONS)
def test_general_definitions_are_laid_out_level_by_level(name: str) -> None:
    for standard in standards(name):
        if standard.columns:
            header, *rows = section(page_of(name, standard.id), "级别的一般定义")
            assert header[1:] == [column.name for column in standard.columns]
            assert [row[0] for row in rows] == [level_title(level) for level in standard.levels]
            for at, column in enumerate(standard.columns, 1):
                assert all(row[at].endswith(one.text) for row, one in zip(rows, column.rows, strict=True))


@pytest.mark.parametrize("name", EDITIONS)
def test_every_document_stands_where_it_helps(name: str) -> None:
    for standard in standards(name):
        text = page_of(name, standard.id)
        for kind, title in (("support", "各部分的支撑文件"), ("relates", "与其他文件的联系")):
            meant = [
                (node.id, one.name, one.text) for node in standard.walk() for one in node.supports if one.kind == kind
            ]
            found: list[tuple[str, str, str]] = []
            at = ""
            for row in raw_section(text, title)[1:] if meant else []:
                at = row[0] or at
                found += [(at, page.seen(row[2]), page.seen(line)) for line in page.lines(row[3])]
            assert sorted(found) == sorted(meant)
        if standard.documents:
            assert section(text, "支撑文件")[1:] == [[one.name, one.text] for one in standard.documents]


def raw_section(text: str, title: str) -> list[list[str]]:
    (table,) = page.tables(text.split(f"\n## {title}\n")[1].split("\n## ")[0])
    return table


def test_the_shipped_rubric_as_its_document_has_it() -> None:
    model = edition_named(SHIPPED).model
    standard = model.standard("iso37107")
    assert standard
    text = page_of(SHIPPED, "iso37107")
    assert len(rows_of(standard, text)) == 32
    assert len(section(text, "与其他文件的联系")) - 1 == 6
    assert sum(len(page.lines(row[3])) for row in raw_section(text, "与其他文件的联系")[1:]) == 36
    dimension = text.split("\n## 可持续城市宗旨")[1]
    assert dimension.startswith("（4）\n\n| 特征 | 一级（初始） |")


def test_the_method_in_words() -> None:
    words = page_of(SHIPPED, "iso37107").split("\n## 计算方法\n")[1].split("\n## ")[0]
    assert "几个人评同一个特征的，和几个特征合为一个数的，都取低中位数（" in words
    assert "已经达到的级别，是各特征中最低的级别。" in words
    ladder = page_of(INVENTED, "ladder").split("\n## 计算方法\n")[1].split("\n## ")[0]
    assert "几个人评同一个项的，取低中位数（" in ladder
    assert "几个项合为一个数的，取高中位数（" in ladder


def test_no_rubric_is_weighed_in_words() -> None:
    """What has no weight takes part in no weighted sum: the method of a standard with rubrics alone has none."""
    (standard,) = (one for one in standards(SHIPPED) if all(isinstance(leaf.leaf, Rubric) for leaf in one.leaves()))
    assert "Σ" not in page_of(SHIPPED, standard.id)
