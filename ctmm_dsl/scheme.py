"""What can be scored: standards by themselves, and standards through a profile.

In: a model. Out: schemes, each with the weights, the scale, the rules and the readings that it is scored by. The checks read weights
through the same functions, so what is checked is what is scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ctmm_dsl.model import LAYERS, Method, Model, Node, Profile, Scale, Scheme, Standard

ALL = Fraction(1)
INNERMOST = len(LAYERS) - 1


def schemes(model: Model) -> tuple[Scheme, ...]:
    """Every scheme of a checked model: standards first, then profiles."""
    return (*_of_standards(model), *_of_profiles(model))


def _of_standards(model: Model) -> Iterator[Scheme]:
    for standard in model.standards:
        if standard.method and can_be_scored(standard, standard.scale, standard.method):
            weights = parts_of_parents(standard, laid_weights(standard))
            if len(weights) == sum(len(group) for _, group in sibling_groups(standard)):
                yield _scheme(standard.id, standard, None, weights, standard.scale, standard.method, {})


def _of_profiles(model: Model) -> Iterator[Scheme]:
    for profile in model.profiles:
        giver = profile.scoring or profile.standard
        method, standard = profile.method or giver.method, profile.standard
        if method and can_be_scored(standard, giver.scale, method):
            weights = parts_of_parents(standard, laid_weights(profile))
            readings = {row.node: row.reading for row in profile.readings}
            yield _scheme(profile.id, standard, profile, weights, giver.scale, method, readings)


def _scheme(
    id_: str,
    standard: Standard,
    profile: Profile | None,
    weights: dict[str, Fraction],
    scale: Scale | None,
    method: Method,
    readings: dict[str, str],
) -> Scheme:
    ladder = method.ladder if standard.clauses else None
    return Scheme(
        id=id_,
        standard=standard,
        profile=profile,
        weights=weights,
        scale=scale if ladder else None,
        ladder=ladder,
        summary=method.summary if standard.rubrics else None,
        readings=readings,
    )


def can_be_scored(standard: Standard, scale: Scale | None, method: Method) -> bool:
    """Whether every kind of leaf that is there has the rules that it needs, and there is one at all."""
    needed = [
        (standard.clauses, bool(scale and method.ladder)),
        (standard.formulas, method.formulas),
        (standard.rubrics, method.summary is not None),
    ]
    return any(leaves for leaves, _ in needed) and all(has for leaves, has in needed if leaves)


def laid_weights(document: Standard | Profile) -> dict[str, Fraction]:
    """The weights as written, a profile's laid over its standard's: as its rows say, else equal within their layer, else the standard's. An
    only child without a weight weighs all that its parent does."""
    profile = document if isinstance(document, Profile) else None
    standard = document.standard if isinstance(document, Profile) else document
    rows = {row.node: row.weight for row in profile.rows} if profile else {}
    equal = profile.equal if profile else ()
    weights: dict[str, Fraction] = {}
    for parent, children in sibling_groups(standard):
        for child in children:
            if child.id in rows:
                weights[child.id] = rows[child.id]
            elif (parent.layer if parent else -1) in equal:
                weights[child.id] = whole_of(standard, parent, children, weights) / len(children)
            elif child.weight is not None:
                weights[child.id] = child.weight
            elif len(children) == 1:
                weights[child.id] = whole_of(standard, parent, children, weights)
    return weights


def parts_of_parents(standard: Standard, weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Weights as parts of their parents: of weights that are parts of the whole, each divided by its parent's."""
    return {
        node.id: weights[node.id] / whole_of(standard, parent, group, weights)
        for parent, group in sibling_groups(standard)
        for node in group
        if node.id in weights
    }


def whole_of(
    standard: Standard, parent: Node | None, group: tuple[Node, ...], laid: Mapping[str, Fraction] | None = None
) -> Fraction:
    """What the weights of a group are to sum to: 100%; where a standard's weights are of the total, those of sub-domains the weight of
    their domain. Items are always weighed within their parent."""
    if parent is None or not standard.of_total or any(node.layer == INNERMOST for node in group):
        return ALL
    return (laid or {}).get(parent.id) or parent.weight or ALL


def sibling_groups(standard: Standard) -> Iterator[tuple[Node | None, tuple[Node, ...]]]:
    """Every group of siblings that take part in weighted sums, with its parent; the domains have none."""
    if group := _weighing(standard.domains):
        yield None, group
    for node in standard.walk():
        if group := _weighing(node.children):
            yield node, group


def _weighing(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(node for node in nodes if node.weighs)
