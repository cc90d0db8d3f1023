"""One datum, many uses: the evidence lists and pages, every row found again by another way than the generator's."""

from __future__ import annotations

import csv
import io

import pytest

from ctmm_dsl.model import Crosswalk, Formula, Standard
from ctmm_dsl.model.expression import read_by
from ctmm_dsl.scheme import schemes
from generators import evidence_tables
from generators.artefact import Artefact, Edition
from generators.evidence_tables import COLUMNS
from tests.crosswalks.conftest import name_of, trails
from tests.crosswalks.pinned import FROM_SMART, TO_MODEL, TO_SMART, compiled
from tests.crosswalks.reading import Section, guarded, markdown, shown, under

SPOKEN = {"exact": "相同", "close": "相近", "broad": "更宽", "narrow": "更窄", "related": "相关"}
TURNED = {"broad": "narrow", "narrow": "broad"}

Row = tuple[str, ...]


@pytest.fixture(scope="module", params=["shipped", "invented"])
def made(request: pytest.FixtureRequest) -> tuple[Edition, dict[str, Artefact]]:
    if request.param == "shipped":
        outcome = request.getfixturevalue("shipped")
    else:
        outcome = compiled(to_smart=TO_SMART, to_model=TO_MODEL, from_smart=FROM_SMART)
    assert outcome.sound
    edition = Edition(outcome.model, schemes(outcome.model), outcome.allowed, "digest")
    return edition, {artefact.path: artefact for artefact in evidence_tables.emit(edition)}


def reported(standard: Standard, leaf: Formula) -> list[str]:
    """The quantities under a formula that a city reports, in any order."""
    calculations = [leaf.calculation, *(reading.calculation for reading in leaf.readings)]
    waiting = [one for each in calculations for expression in each.expressions() for one in read_by(expression)]
    found = set()
    while waiting:
        quantity = waiting.pop()
        if quantity.definition is None:
            found.add(quantity.name)
        else:
            waiting += read_by(quantity.definition)
    return [quantity.name for quantity in standard.quantities if quantity.name in found]


def gives(standard: Standard) -> bool:
    return any(
        isinstance(node.leaf, Formula) or any(support.kind == "support" for support in node.supports)
        for node in standard.walk()
    )


def expected(walk: Crosswalk) -> set[Row]:
    """Node, relation, end, kind, holder and name of every piece of evidence."""
    found: set[Row] = set()
    for row in walk.rows:
        if row.relation == "none":
            continue
        turned = TURNED.get(row.relation, row.relation)
        ways = [(walk.source, row.subject, row.relation, walk.target, row.target)]
        ways.append((walk.target, row.target, turned, walk.source, row.subject))
        for asking, node, relation, giving, end in ways:
            head = (f"{asking.id}:{node}", relation, f"{giving.id}:{end}")
            for name, trail in trails(giving).items():
                holder = giving.nodes[name]
                if end in trail and isinstance(holder.leaf, Formula):
                    found |= {(*head, "quantity", f"{giving.id}:{name}", one) for one in reported(giving, holder.leaf)}
                if end in trail or name in trails(giving)[end]:
                    documents = [support.name for support in holder.supports if support.kind == "support"]
                    found |= {(*head, "document", f"{giving.id}:{name}", one) for one in documents}
    return found


def table(artefact: Artefact) -> list[dict[str, str]]:
    assert artefact.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(artefact.data.decode("utf-8-sig"), newline=""), strict=True))


def test_every_crosswalk_with_something_to_give_has_its_files(made: tuple[Edition, dict[str, Artefact]]) -> None:
    edition, artefacts = made
    walks = [walk for walk in edition.model.crosswalks if gives(walk.source) or gives(walk.target)]
    assert len(walks) >= 3
    assert artefacts.keys() == {
        f"crosswalk/{name_of(walk)}.evidence.{kind}" for walk in walks for kind in ("md", "csv")
    }


def test_the_list_holds_all_the_evidence_there_is(made: tuple[Edition, dict[str, Artefact]]) -> None:
    edition, artefacts = made
    kinds = set()
    for walk in edition.model.crosswalks:
        rows = table(artefacts[f"crosswalk/{name_of(walk)}.evidence.csv"])
        assert tuple(rows[0]) == COLUMNS
        keys = [tuple(row[key] for key in ("node", "relation", "end", "kind", "holder", "name")) for row in rows]
        assert set(keys) == expected(walk)
        kinds |= {row["kind"] for row in rows}
        for row in rows:
            _facts_are_right(edition, row)
    assert kinds == {"quantity", "document"}


def _facts_are_right(edition: Edition, row: dict[str, str]) -> None:
    asking, node = row["node"].split(":")
    giving, holder = row["holder"].split(":")
    standard = edition.model.standard(giving)
    asked = edition.model.standard(asking)
    assert standard and asked
    clauses = [f"{asking}:{clause.id}" for clause in asked.nodes[node].clauses()]
    assert row["clauses"].split() == clauses
    assert row["node_name"] == guarded(asked.nodes[node].name)
    assert row["holder_name"] == guarded(standard.nodes[holder].name)
    if row["kind"] == "document":
        texts = [support.text for support in standard.nodes[holder].supports if support.name == row["name"]]
        assert row["label"] in texts and row["unit"] == row["basis"] == ""
    else:
        quantity = next(one for one in standard.quantities if one.name == row["name"])
        assert row["label"] == guarded(quantity.label)
        assert row["basis"] == {"point": "时点", "period": "时段"}[quantity.basis]
        assert quantity.unit in ("", row["unit"]) and row["unit"]


def test_the_page_says_it_by_node_and_back(made: tuple[Edition, dict[str, Artefact]]) -> None:
    edition, artefacts = made
    for walk in edition.model.crosswalks:
        page = markdown(artefacts[f"crosswalk/{name_of(walk)}.evidence.md"].data)
        rows = table(artefacts[f"crosswalk/{name_of(walk)}.evidence.csv"])
        for asking, giving in ((walk.source, walk.target), (walk.target, walk.source)):
            own = [row for row in rows if row["node"].startswith(f"{asking.id}:")]
            if own or gives(giving):
                _one_way(under(page, shown(f"{giving.name}给{asking.name}的证据")), asking, giving, own)


def _one_way(page: list[Section], asking: Standard, giving: Standard, rows: list[dict[str, str]]) -> None:
    by_node: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_node.setdefault(row["node"].split(":")[1], []).append(row)
    for node, own in by_node.items():
        section = under(page, shown(f"{node} {asking.nodes[node].name}"))
        data = [line for part in section if part.title == "数据" for line in part.rows]
        assert sorted(line[2] for line in data) == sorted(
            shown(row["label"]) for row in own if row["kind"] == "quantity"
        )
        assert {line[0] for line in data} == {SPOKEN[row["relation"]] for row in own if row["kind"] == "quantity"}
        documents = {line[0] for part in section if part.title == "文件" for line in part.rows}
        assert documents == {shown(row["name"]) for row in own if row["kind"] == "document"}
    quantities = {row["name"] for row in rows if row["kind"] == "quantity"}
    back = [line for part in page if part.title == "反查：一份数据，多处使用" for line in part.rows]
    assert [line[1] for line in back] == [shown(name) for name in giving.reported if name in quantities]
    for line in back:
        nodes = {row["node"].split(":")[1] for row in rows if shown(row["name"]) == line[1]}
        assert line[5].count("；") == len(nodes) - 1
        assert all(shown(f"{node} {asking.nodes[node].name}") in line[5] for node in nodes)
        clauses = {clause.id for node in nodes for clause in asking.nodes[node].clauses()}
        assert int(line[6]) == len(clauses)


def test_deductions_are_marked_and_readings_counted() -> None:
    outcome = compiled(to_smart=TO_SMART)
    edition = Edition(outcome.model, schemes(outcome.model), outcome.allowed, "digest")
    page, listing = evidence_tables.emit(edition)
    assert "泄密（扣分）" in page.data.decode("utf-8")
    rows = table(listing)
    assert [row["name"] for row in rows if row["node"] == "city:B.1"] == [
        "items_online", "items_total", "body", "site", "apps", "done_rate",
    ]  # fmt: skip


def test_a_crosswalk_without_anything_to_give_has_no_files() -> None:
    outcome = compiled(walk="crosswalk city -> city\n  A  related  B  都是\n  B.1  none  没有\n")
    edition = Edition(outcome.model, schemes(outcome.model), outcome.allowed, "digest")
    assert list(evidence_tables.emit(edition)) == []
