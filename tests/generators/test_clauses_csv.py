"""clauses.csv: every clause once, as it is, under the names of its nodes."""

from __future__ import annotations

import csv
import io

import pytest

from ctmm_dsl.model import Node
from generators import clauses_csv
from generators.quoting import BOM, cell
from tests.generators.editions import NAMES, edition, edition_from, made

HEADER = ["id", "domain", "subdomain", "item", "level", "label", "text"]


def read_back(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8")
    assert text.startswith(BOM)
    assert text.count("\n") == text.count("\r\n")
    header, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), strict=True)
    assert header == HEADER
    return rows


def names_of(domain: Node) -> dict[str, list[str]]:
    """The names that each node stands under, a place for each layer."""
    found: dict[str, list[str]] = {}

    def below(node: Node, above: list[str]) -> None:
        found[node.id] = [*above]
        found[node.id][node.layer] = node.name
        for child in node.children:
            below(child, found[node.id])

    below(domain, ["", "", ""])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_stands_there_once(name: str) -> None:
    spec = edition(name)
    files = made(clauses_csv.emit, spec)
    assert set(files) == {f"{standard.id}/clauses.csv" for standard in spec.model.standards if standard.clauses}
    for standard in spec.model.standards:
        if standard.clauses:
            expected = [
                [
                    clause.id,
                    *names_of(domain)[node.id],
                    str(clause.level),
                    clause.label if clause.lettered else "",
                    clause.text,
                ]
                for domain in standard.domains
                for node in domain.walk()
                for clause in node.own_clauses
            ]
            assert read_back(files[f"{standard.id}/clauses.csv"].data) == [
                [cell(value) for value in row] for row in expected
            ]


def test_a_branch_that_stops_early_leaves_its_columns_empty() -> None:
    rows = read_back(made(clauses_csv.emit, edition("three-layers"))["full/clauses.csv"].data)
    by_id = {row[0]: row[1:4] for row in rows}
    assert by_id["A.1.1/1a"] == ["数据", "治理", "标准"]
    assert by_id["A.2/1a"] == ["数据", "安全", ""]


def test_a_domain_that_is_a_leaf_and_an_item_without_a_subdomain() -> None:
    spec = edition_from(
        "standard s 名\n  edition 1\n  layers a / b / c\n\nlevels\n  1 一\n\n"
        "domain A 甲\n  level 1\n    - 子\n\ndomain B 乙\n\nitem B.1 丙\n  level 1\n    - 丑\n"
    )
    rows = read_back(made(clauses_csv.emit, spec)["s/clauses.csv"].data)
    assert [row[1:4] for row in rows] == [["甲", "", ""], ["乙", "", "丙"]]
