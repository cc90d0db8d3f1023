"""The referee: what an assessment is worth. Every generated scorer must agree with it.

In: a `Scheme` and the points of every clause. Out: a `Result`, exact. The method is the scheme's; nothing of any one standard is
fixed here.
Source of the rules that the CTMM key indicators use: 重点指标及计算方法, 三（一）–（五）: A of a clause, C of a leaf (the
mean of its clauses), D and N (weighted sums), and table 9 (a level is reached above the threshold, where the one below it is).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import LAYERS, Node, Scheme

Points = Mapping[str, Fraction]
"""The points of each clause, by its identifier: 0 to the scale's highest."""


@dataclass(frozen=True, slots=True)
class NodeScore:
    """The score of a node at one level. A leaf has the number of clauses counted (M) and their points (ΣA)."""

    node: Node
    score: Fraction
    clauses: int | None
    points: Fraction | None
    children: tuple[NodeScore, ...]


@dataclass(frozen=True, slots=True)
class LevelScore:
    """A level: its score N, whether that alone is enough (`passes`), whether the ladder gets there (`reached`)."""

    level: int
    score: Fraction
    passes: bool
    reached: bool
    domains: tuple[NodeScore, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What an assessment is worth: level 0 where not even the first is reached; then there is no name and no class."""

    scheme: Scheme
    level: int
    level_name: str | None
    city_class: str | None
    levels: tuple[LevelScore, ...]


def score(scheme: Scheme, points: Points) -> Result:
    """Score a complete assessment. Raises `KeyError` for a clause without points: reading has refused that before."""
    standard, method = scheme.standard, scheme.method
    scored: list[tuple[int, Fraction, tuple[NodeScore, ...]]] = []
    for level in standard.levels:
        domains = tuple(_node(scheme, node, level.number, points) for node in standard.domains)
        scored.append((level.number, _weighted(scheme, domains), domains))
    passing = [number for number, worth, _ in scored if _enough(scheme, worth)]
    if method.one_by_one:
        reached = 0
        while reached + 1 in passing:
            reached += 1
    else:
        reached = max(passing, default=0)
    return Result(
        scheme=scheme,
        level=reached,
        level_name=next((level.name for level in standard.levels if level.number == reached), None),
        city_class=next((row.name for row in standard.classes if row.first <= reached <= row.last), None),
        levels=tuple(
            LevelScore(number, worth, number in passing, number <= reached, domains)
            for number, worth, domains in scored
        ),
    )


def bounds(scheme: Scheme, assessment: Assessment) -> tuple[Result, Result]:
    """The worst and the best that an assessment with missing answers can still be worth. Both are reached: every score and the level rise
    with every answer, so all missing answers at their worst give the one, all at their best the other."""
    worth = [answer.points for answer in scheme.scale.answers]
    worst, best = (
        {clause: assessment.points.get(clause, extreme) for clause in scheme.standard.clauses}
        for extreme in (min(worth), max(worth))
    )
    return score(scheme, worst), score(scheme, best)


def _node(scheme: Scheme, node: Node, level: int, points: Points) -> NodeScore:
    if node.children:
        children = tuple(_node(scheme, child, level, points) for child in node.children)
        return NodeScore(node, _weighted(scheme, children), None, None, children)
    counted = [
        points[clause.id]
        for clause in node.own_clauses
        if clause.level == level or (scheme.method.cumulative and clause.level < level)
    ]
    total = sum(counted, Fraction())
    return NodeScore(node, total / len(counted), len(counted), total, ())


def _weighted(scheme: Scheme, scores: tuple[NodeScore, ...]) -> Fraction:
    return sum((score.score * scheme.weights[score.node.id] for score in scores), Fraction())


def _enough(scheme: Scheme, worth: Fraction) -> bool:
    method = scheme.method
    return worth > method.threshold if method.strict else worth >= method.threshold


# ---- as JSON: the form that every scorer gives -----------------------------------------------------------------


def as_json(result: Result, assessment: Assessment) -> dict[str, Any]:
    """A result as `result.schema.json` describes it."""
    scheme = result.scheme
    return {
        **_head(scheme, assessment),
        "level": result.level,
        "level_name": result.level_name,
        "class": result.city_class,
        "levels": [
            {
                "level": level.level,
                "score": spoken(level.score, scheme.method.threshold),
                "passes": level.passes,
                "reached": level.reached,
                **_nodes(level.domains, scheme.method.threshold),
            }
            for level in result.levels
        ],
    }


def bounds_as_json(lower: Result, upper: Result, assessment: Assessment) -> dict[str, Any]:
    """Bounds: what is missing, the level's bounds, and the two extreme results whole."""
    return {
        **_head(lower.scheme, assessment),
        "partial": True,
        "missing": list(assessment.missing),
        "level": {"lower": lower.level, "upper": upper.level},
        "lower": as_json(lower, assessment),
        "upper": as_json(upper, assessment),
    }


def _head(scheme: Scheme, assessment: Assessment) -> dict[str, Any]:
    head: dict[str, Any] = {"standard": scheme.standard.id, "edition": scheme.standard.edition}
    if scheme.profile:
        head["profile"] = scheme.profile.id
    if assessment.subject is not None:
        head["subject"] = assessment.subject
    return head


def _nodes(scores: tuple[NodeScore, ...], threshold: Fraction) -> dict[str, Any]:
    groups: dict[str, Any] = {}
    for entry in scores:
        row: dict[str, Any] = {"score": spoken(entry.score, threshold)}
        if entry.clauses is not None and entry.points is not None:
            row |= {"clauses": entry.clauses, "points": _whole(entry.points)}
        groups.setdefault(f"{LAYERS[entry.node.layer]}s", {})[entry.node.id] = row | _nodes(entry.children, threshold)
    return groups


def _whole(number: Fraction) -> int | str:
    return number.numerator if number.denominator == 1 else str(number)


def spoken(score: Fraction, threshold: Fraction) -> dict[str, str]:
    """A score exactly, and rounded half up to two places for display. A score that rounding would make look like the threshold says on
    which side of it it lies: just above 70 is shown as `>70.00`."""
    hundredths = (score * 100 + Fraction(1, 2)).__floor__()
    shown = f"{hundredths // 100}.{hundredths % 100:02d}"
    if score != threshold and Fraction(hundredths, 100) == threshold:
        shown = (">" if score > threshold else "<") + shown
    return {"exact": str(score), "shown": shown}
