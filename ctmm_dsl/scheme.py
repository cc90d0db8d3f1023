"""What can be scored, and by which weights.

In: a sound model. Out: a `Scheme` for every standard that has clauses, weights, scale and method of its own, and for every profile that
gives what its standard lacks. Names alone (concepts) are assessed nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ctmm_dsl.model import Model, Node, Profile, Scheme, Standard


def schemes(model: Model) -> tuple[Scheme, ...]:
    """All schemes of a model: standards first, then profiles."""
    return (*_of_standards(model), *_of_profiles(model))


def _of_standards(model: Model) -> Iterator[Scheme]:
    for standard in model.standards:
        weights = {node.id: node.weight for node in standard.walk() if node.weight is not None}
        if standard.clauses and standard.scale and standard.method and len(weights) == len(standard.nodes):
            yield Scheme(standard.id, standard, None, weights, standard.scale, standard.method)


def _of_profiles(model: Model) -> Iterator[Scheme]:
    for profile in model.profiles:
        giver = profile.scoring or profile.standard
        method = profile.method or giver.method
        if profile.standard.clauses and giver.scale and method:
            yield Scheme(profile.id, profile.standard, profile, laid_weights(profile), giver.scale, method)


def laid_weights(profile: Profile) -> dict[str, Fraction]:
    """The weights that a profile lays over its standard: as its rows say, else equal within their layer, else the standard's."""
    rows = {row.node: row.weight for row in profile.rows}
    weights: dict[str, Fraction] = {}
    for parent, children in sibling_groups(profile.standard):
        for child in children:
            if child.id in rows:
                weights[child.id] = rows[child.id]
            elif (parent.layer if parent else -1) in profile.equal:
                weights[child.id] = Fraction(1, len(children))
            elif child.weight is not None:
                weights[child.id] = child.weight
    return weights


def sibling_groups(standard: Standard) -> Iterator[tuple[Node | None, tuple[Node, ...]]]:
    """Every group of siblings with its parent; the domains have none."""
    if standard.domains:
        yield None, standard.domains
    for node in standard.walk():
        if node.children:
            yield node, node.children
