"""ISO/TS 37107 as shipped: dimensions, characteristics, columns and links, held against figures read from the document by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from ctmm_dsl.model import Model, Standard

# Table A.1: characteristics by sub-dimension; dimension 4 has none of those.
CHARACTERISTICS = {
    "1.1": 2, "1.2": 3, "1.3": 2, "1.4": 2, "1.5": 3, "2.1": 2, "2.2": 2, "2.3": 2, "2.4": 2, "3.1": 3, "3.2": 3,
}  # fmt: skip
PURPOSES = ("4.1", "4.2", "4.3", "4.4", "4.5", "4.6")
# Table 2, footnotes a to c.
COLUMNS = {
    "a": ("1.1.2", "1.2.1", "1.2.3", "1.4.1", "1.5.1", "1.5.2", "1.5.3", "2.1.2", "2.4.2", "3.1.3"),
    "b": ("1.2.2", "1.3.1", "1.3.2", "1.4.2", "2.1.1", "2.2.1", "2.2.2", "2.3.1", "2.3.2", "2.4.1", "3.1.1", "3.1.2", "3.2.1", "3.2.2"),
    "c": ("1.1.1", *PURPOSES),
}  # fmt: skip
# Table C.1: functions of local government under each purpose.
FUNCTIONS = {"4.1": 8, "4.2": 6, "4.3": 4, "4.4": 4, "4.5": 7, "4.6": 7}


@pytest.fixture
def standard(model: Model) -> Standard:
    found = model.standard("iso37107")
    assert found
    return found


def test_the_tree(standard: Standard) -> None:
    assert {node.id: len(node.children) for node in standard.walk() if node.layer == 1} == CHARACTERISTICS
    assert tuple(node.id for node in standard.nodes["4"].children) == PURPOSES
    assert len(standard.rubrics) == 32
    assert all([row.level for row in rubric.descriptors] == [1, 2, 3, 4, 5] for rubric in standard.rubrics.values())


def test_columns_are_those_of_the_footnotes(standard: Standard) -> None:
    for name, items in COLUMNS.items():
        held = [node for node, rubric in standard.rubrics.items() if rubric.column and rubric.column.id == name]
        assert sorted(held) == sorted(items)
    assert [node for node, rubric in standard.rubrics.items() if rubric.column is None] == ["3.2.3"]


def test_what_builds_on_what(standard: Standard) -> None:
    """67 levels are said to come on top of another, always of the one just below once the slip at 1.2.3 is mended."""
    rows = [row for rubric in standard.rubrics.values() for row in rubric.descriptors if row.builds_on is not None]
    assert Counter(row.level for row in rows) == {3: 9, 4: 27, 5: 31}
    assert all(row.builds_on == row.level - 1 for row in rows)


def test_documents_and_functions(standard: Standard) -> None:
    related = {node.id: sum(one.kind == "relates" for one in node.supports) for node in standard.walk()}
    assert {node: count for node, count in related.items() if count} == FUNCTIONS
    helped = {node.id for node in standard.walk() if any(one.kind == "support" for one in node.supports)}
    assert helped == {"4", *CHARACTERISTICS, *PURPOSES}
    assert all(one.document for node in standard.walk() for one in node.supports)


def test_no_weight_and_no_verdict(standard: Standard) -> None:
    assert all(node.weight is None for node in standard.walk())
    assert standard.method and standard.method.ladder is None and not standard.classes
