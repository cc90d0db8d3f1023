"""What a node and a clause weigh in the whole, by every way in which their standard is scored.

In: a model. Out: for each scheme, the weight of each node as a part of the whole, and of each clause at each level that counts it. Exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import Model, Node, Scheme
from ctmm_dsl.report.worth import counts
from ctmm_dsl.scheme import schemes

_PLACES = 100


@dataclass(frozen=True)
class Worth:
    """`nodes`: by identifier, a part of the whole; `clauses`: by identifier and level."""

    scheme: Scheme
    nodes: dict[str, Fraction]
    clauses: dict[str, dict[int, Fraction]]

    @property
    def named(self) -> Both:
        """Whose weights these are, where they are a profile's."""
        profile = self.scheme.profile
        return both(f"（{profile.id}）", f" ({profile.id})") if profile else both("", "")


def worths(model: Model) -> tuple[Worth, ...]:
    """Every scheme of a model, standards first; none of those that cannot be scored as they stand."""
    return tuple(_worth(scheme) for scheme in schemes(model))


def _worth(scheme: Scheme) -> Worth:
    nodes: dict[str, Fraction] = {}
    clauses: dict[str, dict[int, Fraction]] = {}
    for node, weight in _weighed(scheme, scheme.standard.domains, Fraction(1)):
        nodes[node.id] = weight
        for level in scheme.standard.levels:
            counted = [one.id for one in node.own_clauses if scheme.ladder and counts(scheme.ladder, one, level.number)]
            for name in counted:
                clauses.setdefault(name, {})[level.number] = weight / len(counted)
    return Worth(scheme, nodes, clauses)


def _weighed(scheme: Scheme, nodes: tuple[Node, ...], above: Fraction) -> Iterator[tuple[Node, Fraction]]:
    for node in nodes:
        if node.id in scheme.weights:
            weight = above * scheme.weights[node.id]
            yield node, weight
            yield from _weighed(scheme, node.children, weight)


def shown(part: Fraction) -> str:
    """A part of the whole as a percentage, rounded half up to two places for display alone."""
    hundredths = int(part * 100 * _PLACES + Fraction(1, 2))
    whole, rest = divmod(hundredths, _PLACES)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") + "%"
