"""model.json: the whole model, in the form that its schema says, and no other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ctmm_dsl import grammar
from ctmm_dsl.model import Node, Standard
from ctmm_dsl.scheme import laid_weights, parts_of_parents
from generators import model_json, model_schema
from tests.generators.editions import NAMES, SHIPPED, edition_from, made
from tests.generators.invented import EDITIONS, INVENTED
from tests.generators.invented import edition_named as edition
from tests.generators.mutations import at, changed, fields, objects, places, with_field, without

VALIDATOR = Draft202012Validator(model_schema.schema())


def documents(name: str) -> dict[str, Any]:
    """Every model.json of an edition by path."""
    artefacts = made(model_json.emit, edition(name))
    return {path: json.loads(one.data) for path, one in artefacts.items() if path.endswith("model.json")}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(model_schema.schema())


@pytest.mark.parametrize("name", EDITIONS)
def test_every_model_passes_its_schema(name: str) -> None:
    artefacts = made(model_json.emit, edition(name))
    for path, document in documents(name).items():
        beside = f"{path.rpartition('/')[0]}/{document['$schema']}"
        assert json.loads(artefacts[beside].data) == model_schema.schema()
        assert list(VALIDATOR.iter_errors(document)) == []


def test_every_document_has_one() -> None:
    paths = documents(SHIPPED).keys()
    model = edition(SHIPPED).model
    assert paths == (
        {f"{standard.id}/model.json" for standard in model.standards}
        | {f"{profile.id}/model.json" for profile in model.profiles}
        | {f"crosswalk/{row.source.id}--{row.target.id}.model.json" for row in model.crosswalks}
    )


LARGE = ("quantities", "domains")
"""Fields of a document that are spoilt by themselves, below, where they hold calculations: as a whole they are too large."""
GOLDEN = [
    (name, path)
    for name in NAMES
    if name != SHIPPED
    for path, document in documents(name).items()
    if not document.get("quantities")
]
OPEN = ("facts", "weights")
"""Objects whose fields may be missing."""


@pytest.mark.parametrize(("name", "path"), [*GOLDEN, *((INVENTED, path) for path in documents(INVENTED))])
def test_the_schema_is_closed_and_complete(name: str, path: str) -> None:
    """No object takes another field, none goes without one of its own, no value takes another type."""
    document = documents(name)[path]
    if document.get("quantities"):
        document |= {field: [] for field in LARGE}
    spoil(VALIDATOR, document)


def spoil(check: Draft202012Validator, document: Any) -> None:
    assert check.is_valid(document)
    for place in objects(document):
        assert not check.is_valid(with_field(document, place, "other", {"x": 1})), place
    for place in fields(document):
        if place[-2:-1] not in ((name,) for name in OPEN):
            assert not check.is_valid(without(document, place)), place
    for place in places(document):
        other = True if at(document, place) not in (True, False) else ""
        assert not check.is_valid(changed(document, place, other)), place


@pytest.mark.parametrize("path", ["ladder/model.json", "total/model.json"])
def test_nodes_leaves_and_quantities_are_closed_and_complete(path: str) -> None:
    document = documents(INVENTED)[path]
    for quantity in document["quantities"]:
        spoil(of("quantity"), quantity)
    kinds = set()
    for node in nodes(document["domains"]):
        if node["leaf"]:
            kinds.add(node["leaf"]["kind"])
            spoil(of(node["leaf"]["kind"]), node["leaf"])
            spoil(of("node"), {**node, "leaf": {"kind": "concept"}})
    assert kinds >= {"formula", "rubric"}


def of(definition: str) -> Draft202012Validator:
    defs = model_schema.schema()["$defs"]
    return Draft202012Validator({"$ref": f"#/$defs/{definition}", "$defs": defs})


def test_the_facts_are_those_of_the_language() -> None:
    keywords = {*grammar.english("FIELD").values(), *grammar.english("PROFILE_FIELD").values()}
    assert keywords == model_schema.FACTS.keys()


@pytest.mark.parametrize("name", EDITIONS)
def test_every_clause_is_there_as_it_is(name: str) -> None:
    for standard in edition(name).model.standards:
        document = documents(name)[f"{standard.id}/model.json"]
        found = {clause["id"]: clause for node in nodes(document["domains"]) for clause in clauses(node)}
        assert list(found) == list(standard.clauses)
        for clause in standard.clauses.values():
            row = found[clause.id]
            assert (row["text"], row["level"]) == (clause.text, clause.level)
            assert row["label"] == (clause.label if clause.lettered else None)
            assert [origin["relation"] for origin in row["origins"]] == [origin.relation for origin in clause.origins]
            assert [origin["target"] for origin in row["origins"]] == targets(standard, clause.id)
            figures = [(one.name, one.operator, one.low, one.high) for one in clause.requirements]
            assert figures == [
                (one["metric"], one["operator"], Fraction(one["low"]), Fraction(one["high"]))
                for one in row["requirements"]
            ]


def targets(standard: Standard, clause: str) -> list[str | None]:
    origins = standard.clauses[clause].origins
    return [f"{standard.superset.id}:{one.clause.id}" if one.clause and standard.superset else None for one in origins]


def nodes(domains: list[Any]) -> Iterator[Any]:
    for node in domains:
        yield node
        yield from nodes(node["children"])


def clauses(node: Any) -> Iterator[Any]:
    for cell in (node["leaf"] or {}).get("cells", ()):
        yield from cell["clauses"]


@pytest.mark.parametrize("name", EDITIONS)
def test_the_tree_is_there_as_it_is(name: str) -> None:
    def told(node: Node) -> tuple[Any, ...]:
        kind = type(node.leaf).__name__.lower() if node.leaf else None
        return node.id, node.name, node.weight, node.place or None, kind, [motto.text for motto in node.mottos]

    for standard in edition(name).model.standards:
        document = documents(name)[f"{standard.id}/model.json"]
        assert [told(node) for node in standard.walk()] == [
            (
                node["id"],
                node["name"],
                None if node["weight"] is None else Fraction(node["weight"]),
                node["place"],
                node["leaf"] and node["leaf"]["kind"],
                [motto["text"] for motto in node["mottos"]],
            )
            for node in nodes(document["domains"])
        ]


@pytest.mark.parametrize("name", EDITIONS)
def test_lines_are_those_of_the_file(name: str) -> None:
    for standard in edition(name).model.standards:
        text = standard.span.source.text.split("\n")
        for node in nodes(documents(name)[f"{standard.id}/model.json"]["domains"]):
            assert re.match(rf"\S+\s+{re.escape(node['id'])}\s", text[node["line"] - 1])
            for clause in clauses(node):
                assert clause["text"][:8] in text[clause["line"] - 1]
                for note in (*clause["remarks"], *clause["errata"], *clause["origins"], *clause["requirements"]):
                    assert text[note["line"] - 1].lstrip().startswith("@")


def test_no_number_is_a_float_and_no_path_shows() -> None:
    for name in EDITIONS:
        for path, document in documents(name).items():
            assert not [place for place in places(document) if isinstance(at(document, place), float)]
            assert "/" not in document["file"], path


def test_weights_are_parts_of_parents() -> None:
    """Those of a standard by itself as those through a profile; of every node that weighs in what can be scored."""
    for name in EDITIONS:
        spec = edition(name)
        for document in (*spec.model.standards, *spec.model.profiles):
            standard = document if isinstance(document, Standard) else document.standard
            said = documents(name)[f"{document.id}/model.json"]["weights"]
            expected = parts_of_parents(standard, laid_weights(document))
            assert {node: Fraction(weight) for node, weight in said.items()} == expected
        for scheme in spec.schemes:
            assert documents(name)[f"{scheme.id}/model.json"]["weights"].keys() == {
                node.id for node in scheme.standard.walk() if node.weighs
            }


def test_domains_that_weigh_alike_do_so_in_total() -> None:
    spec = edition_from(
        "standard s 名\n  edition 1\n  layers a / b\n\ndomain A 甲\n\nsubdomain A.1 乙\n\ndomain B 丙\n\nsubdomain B.1 丁\n",
        "profile p of s\n  status informative\n\nweights\n  within total equal\n  within domain equal\n",
    )
    document = json.loads(made(model_json.emit, spec)["p/model.json"].data)
    assert document["equal"] == ["total", "domain"]
    assert document["weights"] == {"A": "1/2", "B": "1/2", "A.1": "1", "B.1": "1"}
    assert VALIDATOR.is_valid(document)


def test_inherited_metrics_say_whose_they_are() -> None:
    document = documents("three-layers")["part/model.json"]
    assert {metric["name"]: metric["declared_in"] for metric in document["metrics"]} == {
        "share_shared": "full",
        "cases": "full",
    }


def test_empty_names_are_data_too() -> None:
    spec = edition_from('standard s ""\n  edition 1\n  layers a\n\ndomain A ""\n')
    for path, artefact in made(model_json.emit, spec).items():
        if path.endswith("/model.json"):
            assert VALIDATOR.is_valid(json.loads(artefact.data))


def test_the_folder_of_a_source_does_not_show() -> None:
    standard = edition(SHIPPED).model.standards[0]
    assert "/" in standard.span.source.path
    assert documents(SHIPPED)[f"{standard.id}/model.json"]["file"] == f"{standard.id}.ctmm"


def test_method_rubrics_and_documents_are_there() -> None:
    document = documents(INVENTED)["ladder/model.json"]
    assert document["method"] | {"line": 0} == {
        "ladder": {"cumulative": True, "strict": True, "threshold": "70", "one_by_one": True},
        "formulas": True,
        "less_deductions": True,
        "summary": {"respondents": "low", "leaves": "high"},
        "line": 0,
    }
    assert [row["name"] for row in document["documents"]] == ["某文件—2020", "某职能表"]
    (column,) = document["columns"]
    assert (column["id"], column["name"]) == ("a", "一般定义")
    assert [(row["level"], row["text"], row["builds_on"]) for row in column["rows"]] == [
        (1, "没有", None),
        (2, "有一些", None),
        (3, "都有", 2),
    ]
    found = {node["id"]: node for node in nodes(document["domains"])}
    assert [(row["kind"], row["document"], row["text"]) for row in found["V.1"]["supports"]] == [
        ("support", "某文件—2020", "第3章，怎样谈"),
        ("relates", "某职能表", "表1"),
    ]
    leaf = found["V.1.1"]["leaf"]
    assert leaf["column"] == "a" and found["V.1.2"]["leaf"]["column"] is None
    last = leaf["descriptors"][-1]
    assert (last["level"], last["text"], last["builds_on"], last["errata"][0]["printed"]) == (3, "相助", 2, "相肋")


@pytest.mark.parametrize("name", EDITIONS)
def test_every_rubric_is_there_as_it_is(name: str) -> None:
    for standard in edition(name).model.standards:
        leaves = {node["id"]: node["leaf"] for node in nodes(documents(name)[f"{standard.id}/model.json"]["domains"])}
        for node, rubric in standard.rubrics.items():
            assert leaves[node]["column"] == (rubric.column.id if rubric.column else None)
            assert [(row["level"], row["text"], row["builds_on"]) for row in leaves[node]["descriptors"]] == [
                (row.level, row.text, row.builds_on) for row in rubric.descriptors
            ]


def test_a_profile_names_the_readings_that_it_chooses() -> None:
    readings = documents(INVENTED)["laid/model.json"]["readings"]
    assert [(row["node"], row["reading"]) for row in readings] == [("W.1.1", "plain"), ("X.2", "twice")]


def test_rows_of_a_crosswalk_keep_their_pins() -> None:
    rows = documents(INVENTED)["crosswalk/total--ladder.model.json"]["rows"]
    assert [(row["subject"], row["target"], row["pins"], row["reason"]) for row in rows] == [
        ("W", "W", ["0123abcd", "4567ef89"], "同一些算式"),
        ("V", "V.1", [], "无摘要"),
        ("X", None, ["0123abcd"], "看过"),
    ]


def test_weights_of_the_total_say_so() -> None:
    total, ladder = (documents(INVENTED)[f"{name}/model.json"] for name in ("total", "ladder"))
    assert (total["of_total"], ladder["of_total"]) == (True, False)
    written = {node["id"]: node["weight"] for node in nodes(total["domains"])}
    assert (written["W.1"], total["weights"]["W.1"]) == ("4/5", "1")
    assert (written["X"], "X" in total["weights"]) == (None, False)
