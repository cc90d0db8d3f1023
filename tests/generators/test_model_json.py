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
from ctmm_dsl.model import Clauses, Node, Standard
from ctmm_dsl.scheme import laid_weights
from generators import model_json, model_schema
from tests.generators.editions import NAMES, SHIPPED, edition, edition_from, made
from tests.generators.mutations import at, changed, fields, objects, places, with_field, without

VALIDATOR = Draft202012Validator(model_schema.schema())


def documents(name: str) -> dict[str, Any]:
    """Every model.json of an edition by path."""
    artefacts = made(model_json.emit, edition(name))
    return {path: json.loads(one.data) for path, one in artefacts.items() if path.endswith("model.json")}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(model_schema.schema())


@pytest.mark.parametrize("name", NAMES)
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


GOLDEN = [(name, path) for name in NAMES if name != SHIPPED for path in documents(name)]
OPEN = ("facts", "weights")
"""Objects whose fields may be missing."""


@pytest.mark.parametrize(("name", "path"), GOLDEN)
def test_the_schema_is_closed_and_complete(name: str, path: str) -> None:
    """No object takes another field, none goes without one of its own, no value takes another type."""
    document = documents(name)[path]
    for place in objects(document):
        assert not VALIDATOR.is_valid(with_field(document, place, "other", {"x": 1})), place
    for place in fields(document):
        if place[-2:-1] not in ((name,) for name in OPEN):
            assert not VALIDATOR.is_valid(without(document, place)), place
    for place in places(document):
        assert not VALIDATOR.is_valid(
            changed(document, place, True if at(document, place) not in (True, False) else "")
        ), place


def test_the_facts_are_those_of_the_language() -> None:
    keywords = {*grammar.english("FIELD").values(), *grammar.english("PROFILE_FIELD").values()}
    assert keywords == model_schema.FACTS.keys()


@pytest.mark.parametrize("name", NAMES)
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


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_is_there_as_it_is(name: str) -> None:
    def told(node: Node) -> tuple[Any, ...]:
        kind = None if node.leaf is None else "clauses" if isinstance(node.leaf, Clauses) else "concept"
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


@pytest.mark.parametrize("name", NAMES)
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
    for name in NAMES:
        for path, document in documents(name).items():
            assert not [place for place in places(document) if isinstance(at(document, place), float)]
            assert "/" not in document["file"], path


def test_a_profile_has_its_weights() -> None:
    model = edition(SHIPPED).model
    for profile in model.profiles:
        document = documents(SHIPPED)[f"{profile.id}/model.json"]
        assert {node: Fraction(weight) for node, weight in document["weights"].items()} == laid_weights(profile)
        assert document["weights"].keys() == profile.standard.nodes.keys()


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
