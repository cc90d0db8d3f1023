"""Calculations in model.json: they say all that is needed to compute a score. A reader written here, from the schema alone, computes every
score of every scheme from the JSON, and agrees with the referee; every value lies in the range that the JSON gives for it."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Interval
from ctmm_dsl.score import NodeScore, Parts, score
from generators import model_json, model_schema
from tests.generators import filling
from tests.generators.editions import SHIPPED, made
from tests.generators.invented import EDITIONS, INVENTED, SCHEMES, edition_named, scheme_named

CALCULATED = [(name, scheme) for name, scheme in SCHEMES if scheme_named(name, scheme).standard.formulas]

ARITHMETIC: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip
COMPARISONS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq,
}  # fmt: skip


@cache
def documents(name: str) -> dict[str, Any]:
    artefacts = made(model_json.emit, edition_named(name))
    return {path: json.loads(one.data) for path, one in artefacts.items() if path.endswith("/model.json")}


class Reader:
    """Computes from the JSON of a standard alone what a city's values come to."""

    def __init__(self, document: Any, values: dict[str, Any]) -> None:
        self.quantities = {quantity["name"]: quantity for quantity in document["quantities"]}
        self.values = values
        self.parts: dict[str, Any] = {}

    def calculation(self, calculation: Any) -> Fraction:
        self.parts = {}
        for part in calculation["parts"]:
            self.parts[part["name"]] = self.value(part["body"])
            assert lies_in(self.parts[part["name"]], part["range"]), part["name"]
        result = self.value(calculation["result"])
        assert lies_in(result, calculation["range"])
        return Fraction(result)

    def quantity(self, name: str) -> Any:
        quantity = self.quantities[name]
        value = self.values[name] if quantity["definition"] is None else self.value(quantity["definition"])
        if quantity["interval"]:
            assert lies_in(value, quantity["interval"]), name
        return value

    def value(self, tree: Any) -> Any:
        return getattr(self, f"_{tree['kind']}")(tree)

    def _number(self, tree: Any) -> Fraction:
        return Fraction(tree["value"])

    def _quantity(self, tree: Any) -> Any:
        return self.quantity(tree["name"])

    def _part(self, tree: Any) -> Any:
        return self.parts[tree["name"]]

    def _arithmetic(self, tree: Any) -> Fraction:
        left, right = self.value(tree["left"]), self.value(tree["right"])
        if tree["operator"] == "/" and right == 0 and tree["empty"]:
            return Fraction(self.value(tree["empty"]))
        return ARITHMETIC[tree["operator"]](left, right)

    def _comparison(self, tree: Any) -> bool:
        return COMPARISONS[tree["operator"]](self.value(tree["left"]), self.value(tree["right"]))

    def _extreme(self, tree: Any) -> Fraction:
        return {"min": min, "max": max}[tree["operator"]](map(self.value, tree["of"]))

    def _conditional(self, tree: Any) -> Any:
        return self.value(tree["then"] if self.value(tree["condition"]) else tree["otherwise"])

    def _junction(self, tree: Any) -> bool:
        both = (self.value(tree["left"]), self.value(tree["right"]))
        return all(both) if tree["operator"] == "and" else any(both)

    def _negation(self, tree: Any) -> bool:
        return not self.value(tree["of"])

    def _per_item(self, tree: Any) -> Fraction:
        return capped(self.quantity(tree["quantity"]) * Fraction(tree["points"]), tree["most"])

    def _tier(self, tree: Any) -> Fraction:
        value = self.value(tree["subject"])
        for step in tree["steps"]:
            by_bounds = all(COMPARISONS[one["operator"]](value, Fraction(one["value"])) for one in step["bounds"])
            assert by_bounds == lies_in(value, step["interval"])
            if by_bounds:
                return Fraction(step["points"])
        return Fraction(tree["otherwise"])

    def _checklist(self, tree: Any) -> Fraction:
        total = Fraction(0)
        for entry in tree["entries"]:
            worth = capped(int(self.quantity(entry["quantity"])) * Fraction(entry["points"]), entry["most"])
            if entry["gate"] and not worth:
                return Fraction(0)
            total += worth
        return capped(total, tree["most"])

    def _choose(self, tree: Any) -> Fraction:
        points = {row["option"]: Fraction(row["points"]) for row in tree["options"]}
        return points[self.quantity(tree["quantity"])]


def capped(points: Fraction, most: str | None) -> Fraction:
    return points if most is None else min(points, Fraction(most))


def lies_in(value: Any, interval: Any) -> bool:
    low, high = interval["low"], interval["high"]
    above = low is None or value > Fraction(low) or (value == Fraction(low) and not interval["low_open"])
    return bool(
        above and (high is None or value < Fraction(high) or (value == Fraction(high) and not interval["high_open"]))
    )


def leaves(domains: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for node in domains:
        if node["leaf"] and node["leaf"]["kind"] == "formula":
            found[node["id"]] = node["leaf"]
        found |= leaves(node["children"])
    return found


def chosen(leaf: Any, reading: str | None) -> Any:
    return next((row["calculation"] for row in leaf["readings"] if row["name"] == reading), leaf["calculation"])


def scored(rows: tuple[NodeScore, ...]) -> dict[str, NodeScore]:
    return {row.node.id: row for row in rows} | {k: v for row in rows for k, v in scored(row.children).items()}


@pytest.mark.parametrize(("name", "scheme"), CALCULATED)
def test_the_json_says_all_that_a_score_takes(name: str, scheme: str) -> None:
    by = scheme_named(name, scheme)
    document = documents(name)[f"{by.standard.id}/model.json"]
    profile = documents(name)[f"{scheme}/model.json"]
    readings = {row["node"]: row["reading"] for row in profile["readings"]} if by.profile else {}
    for seed in range(12 if name == SHIPPED else 60):
        city = filling.read(filling.assessment(by, seed), by, partial=False)
        result = score(by, city)
        tree = result.tree or result.levels[0].tree
        by_referee, reader = scored(tree.domains), Reader(document, dict(city.values))
        points: dict[str, Fraction] = {}
        for node, leaf in leaves(document["domains"]).items():
            points[node] = reader.calculation(chosen(leaf, readings.get(node)))
            detail = by_referee[node].detail
            assert isinstance(detail, Parts) and detail.values == reader.parts
            worth = by_referee[node].deducted if leaf["role"] == "deduct" else by_referee[node].score
            assert points[node] == worth, node
        if not by.standard.clauses:
            assert total(document["domains"], profile["weights"], points) == tree.total


def total(nodes: Any, weights: dict[str, str], points: dict[str, Fraction]) -> Fraction:
    """The weighted sum of some siblings, less what is deducted below them."""
    return sum(
        (gained(node, weights, points) * Fraction(weights.get(node["id"], 0)) for node in nodes), Fraction(0)
    ) - sum(points[leaf] for leaf, one in leaves(nodes).items() if one["role"] == "deduct")


def gained(node: Any, weights: dict[str, str], points: dict[str, Fraction]) -> Fraction:
    if node["leaf"]:
        return points.get(node["id"], Fraction(0))
    return sum(
        (gained(child, weights, points) * Fraction(weights.get(child["id"], 0)) for child in node["children"]),
        Fraction(0),
    )


# ---- quantities and ranges -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EDITIONS)
def test_every_quantity_is_there_as_it_is(name: str) -> None:
    for standard in edition_named(name).model.standards:
        said, ranges = documents(name)[f"{standard.id}/model.json"]["quantities"], Ranges()
        assert [row["name"] for row in said] == [quantity.name for quantity in standard.quantities]
        for row, quantity in zip(said, standard.quantities, strict=True):
            assert (row["label"], row["kind"], row["basis"]) == (quantity.label, quantity.kind, quantity.basis)
            assert row["unit"] == (quantity.unit or None)
            assert interval_of(row["range"]) == quantity.bounds
            assert interval_of(row["interval"]) == ranges.quantity(quantity)
            assert (row["definition"] is None) == (quantity.name in standard.reported)
            assert row["within"] == (quantity.whole.name if quantity.whole else None)
            assert [(one["code"], one["label"]) for one in row["options"]] == [
                (option.code, option.label) for option in quantity.options
            ]


def interval_of(said: Any) -> Interval | None:
    if said is None:
        return None
    low, high = (None if said[end] is None else Fraction(said[end]) for end in ("low", "high"))
    return Interval(low, high, said["low_open"], said["high_open"])


def quantity_named(name: str) -> Any:
    return next(row for row in documents(INVENTED)["total/model.json"]["quantities"] if row["name"] == name)


def test_a_computed_quantity_is_within_what_it_is_computed_from() -> None:
    upkept = quantity_named("upkept")
    assert upkept["range"] == {"low": "1/2", "low_open": False, "high": "100", "high_open": False}
    assert upkept["interval"] == upkept["range"]
    assert upkept["definition"] == {
        "kind": "arithmetic",
        "operator": "+",
        "left": {"kind": "quantity", "name": "mended"},
        "right": {"kind": "quantity", "name": "swept"},
        "empty": None,
    }
    assert quantity_named("length")["interval"] == {"low": "0", "low_open": True, "high": None, "high_open": False}
    assert quantity_named("plan")["interval"] is None


def leaf_named(standard: str, node: str) -> Any:
    return leaves(documents(INVENTED)[f"{standard}/model.json"]["domains"])[node]


def test_an_unbounded_score_says_so() -> None:
    assert leaf_named("total", "W.1.3")["calculation"]["range"]["high"] is None
    assert leaf_named("total", "W.1.4")["calculation"]["range"]["high"] == "100"
    assert leaf_named("total", "X.1")["role"] == "deduct"


def test_parts_have_types_and_units() -> None:
    parts = leaf_named("total", "W.1.2")["calculation"]["parts"]
    assert [(part["name"], part["label"], part["type"], part["unit"]) for part in parts] == [
        ("grade", "", "points", None),
        ("list", "", "points", None),
        ("who", "", "points", None),
        ("free", "", "points", None),
    ]
    harbour = leaves(documents("mixed")["harbour/model.json"]["domains"])["F.1.4"]["calculation"]["parts"]
    assert {part["label"]: part["type"] for part in harbour} == {"覆盖率": "share", "更新周期的倒数": "share"}


def test_data_readings_and_what_is_read_are_there() -> None:
    leaf = leaf_named("total", "W.1.1")
    assert leaf["data"] == "路灯以能亮的计"
    assert leaf["calculation"]["reads"] == ["lit", "homes", "lamps", "plan", "map"]
    (reading,) = leaf["readings"]
    assert (reading["name"], reading["label"]) == ("plain", "不看规划")
    assert reading["remarks"][0]["text"] == "由括号中的话来"
    assert reading["calculation"]["reads"] == ["lit", "homes", "lamps"]


def test_every_kind_of_expression_is_tried() -> None:
    shapes = [name for name in model_schema.schema()["$defs"] if name.endswith("_expression")]
    found = leaves(documents(INVENTED)["total/model.json"]["domains"]).values()
    assert {name.removesuffix("_expression") for name in shapes} <= kinds_in([leaf["calculation"] for leaf in found])


def kinds_in(tree: Any) -> set[str]:
    inner = tree if isinstance(tree, list) else list(tree.values()) if isinstance(tree, dict) else []
    own = {tree["kind"]} if isinstance(tree, dict) and "kind" in tree else set()
    return own.union(*map(kinds_in, inner))
