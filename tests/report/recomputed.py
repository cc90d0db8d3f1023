"""A calculator of its own: every score again, from the JSON of an explanation and nothing else.

In: the `explanation` of `ctmm score --explain --format json`. Out: what the result should say. It knows the method's rules (mean, weighted
sum, deductions, ladder, median) and what an expression is, and no standard.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

JSON = dict[str, Any]


def levels(told: JSON) -> list[JSON]:
    """The levels: their scores, whether they pass and are reached, the scores of all nodes."""
    ladder, found = told["ladder"], []
    for level in told["levels"]:
        total, nodes = _whole(told, level)
        threshold = Fraction(ladder["threshold"])
        passes = total > threshold if ladder["compared"] == ">" else total >= threshold
        found.append({"level": level["level"], "score": str(total), "passes": passes, "nodes": nodes})
    reached = [one["level"] for at, one in enumerate(found) if all(below["passes"] for below in found[: at + 1])]
    if ladder["climb"] == "any":
        reached = [one["level"] for one in found if one["passes"]]
    top = max(reached, default=0)
    return [one | {"reached": one["level"] <= top} for one in found]


def total(told: JSON) -> tuple[str, JSON]:
    """The total of formulas alone, and the scores of all nodes."""
    worth, nodes = _whole(told, told["total"])
    return str(worth), nodes


def _whole(told: JSON, whole: JSON) -> tuple[Fraction, JSON]:
    nodes: JSON = {}
    scored, deducted = _sum(told, whole["nodes"], nodes)
    return scored - deducted, nodes


def _sum(told: JSON, steps: list[JSON], nodes: JSON) -> tuple[Fraction, Fraction]:
    """The weighted sum of nodes, and what is deducted in them."""
    scored, deducted = Fraction(), Fraction()
    for step in steps:
        score, less = _node(told, step, nodes)
        nodes[step["id"]] = {}
        if "weight" in step:
            nodes[step["id"]]["score"] = str(score)
            scored += Fraction(step["weight"]) * score
        if "deducted" in step:
            nodes[step["id"]]["deducted"] = str(less)
        deducted += less
    return scored, deducted


def _node(told: JSON, step: JSON, nodes: JSON) -> tuple[Fraction, Fraction]:
    match step["rule"]:
        case "mean of clauses":
            points = [Fraction(told["clauses"][name]["points"]) for name in step["clauses"]]
            return sum(points, Fraction()) / len(points), Fraction()
        case "formula":
            formula = told["formulas"][step["id"]]
            points = Formula(told["quantities"], formula["expression"]["parts"]).value(formula["expression"]["result"])
            return (Fraction(), points) if "deducted" in formula else (points, Fraction())
        case _:
            return _sum(told, step["nodes"], nodes)


class Formula:
    """Evaluates the expressions of one formula over the quantities that a city reports."""

    def __init__(self, quantities: JSON, parts: JSON) -> None:
        self.quantities, self.parts = quantities, parts

    def quantity(self, name: str) -> Any:
        step = self.quantities[name]
        if "expression" in step:
            return self.value(step["expression"])
        return Fraction(step["value"]) if step["kind"] not in ("flag", "choice") else step["value"]

    def value(self, one: JSON) -> Any:
        return getattr(self, "of_" + one["kind"])(one)

    def of_number(self, one: JSON) -> Fraction:
        return Fraction(one["value"])

    def of_quantity(self, one: JSON) -> Any:
        return self.quantity(one["name"])

    def of_part(self, one: JSON) -> Any:
        return self.value(self.parts[one["name"]])

    def of_arithmetic(self, one: JSON) -> Any:
        left, right = self.value(one["left"]), self.value(one["right"])
        if one["operator"] == "/":
            return self.value(one["empty"]) if right == 0 and one["empty"] else left / right
        return {"+": left + right, "-": left - right, "*": left * right}[one["operator"]]

    def of_comparison(self, one: JSON) -> bool:
        return holds(one["operator"], self.value(one["left"]), self.value(one["right"]))

    def of_extreme(self, one: JSON) -> Any:
        return {"max": max, "min": min}[one["operator"]](map(self.value, one["of"]))

    def of_conditional(self, one: JSON) -> Any:
        return self.value(one["then"] if self.value(one["condition"]) else one["otherwise"])

    def of_junction(self, one: JSON) -> bool:
        return {"and": all, "or": any}[one["operator"]](self.value(one[side]) for side in ("left", "right"))

    def of_negation(self, one: JSON) -> bool:
        return not self.value(one["of"])

    def of_per_item(self, one: JSON) -> Fraction:
        return capped(self.quantity(one["quantity"]) * Fraction(one["points"]), one["most"])

    def of_tier(self, one: JSON) -> Fraction:
        subject = self.value(one["subject"])
        for step in one["steps"]:
            if all(holds(bound["operator"], subject, Fraction(bound["value"])) for bound in step["bounds"]):
                return Fraction(step["points"])
        return Fraction(one["otherwise"])

    def of_checklist(self, one: JSON) -> Fraction:
        found = [(entry, Fraction(self.quantity(entry["quantity"]))) for entry in one["entries"]]
        if any(entry["gate"] and not there for entry, there in found):
            return Fraction()
        return capped(
            sum((capped(there * Fraction(entry["points"]), entry["most"]) for entry, there in found), Fraction()),
            one["most"],
        )

    def of_choose(self, one: JSON) -> Fraction:
        return next(
            Fraction(row["points"]) for row in one["options"] if row["option"] == self.quantity(one["quantity"])
        )


def capped(points: Fraction, most: str | None) -> Fraction:
    return points if most is None else min(points, Fraction(most))


def holds(operator: str, left: Fraction, right: Fraction) -> bool:
    return {">": left > right, ">=": left >= right, "<": left < right, "<=": left <= right, "=": left == right}[
        operator
    ]


def rubrics(step: JSON) -> JSON:
    """The figures of all rubric nodes below a step, and of itself (without an identifier: the whole)."""
    found: JSON = {}
    for child in step.get("nodes", ()):
        found |= rubrics(child)
    low = step["rule"].startswith("lower")
    told = step["answers"] if "answers" in step else [found[leaf] for leaf in step["leaves"]]
    figure = {when: _median([one[when] for one in told if one[when] is not None], low) for when in ("now", "planned")}
    return found | {step.get("id", ""): figure}


def _median(given: list[int], low: bool) -> int:
    given = sorted(given)
    half = len(given) // 2
    return given[half] if len(given) % 2 else given[half - 1 if low else half]
