"""GB/T 33356-2022 as shipped: weights, counts and best scores, held against figures that were read from the document by hand."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from ctmm_dsl.expression.ranges import Ranges
from ctmm_dsl.model import Formula, Model, Standard
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.scheme import schemes
from ctmm_dsl.source import Source

ROOT = Path(__file__).parents[2]

TABLE_29 = {
    "L1": (24, (5, 3, 2, 3, 2, 2, 2, 2, 2, 1)), "L2": (11, (4, 3, 1, 1, 2)), "L3": (6, (3, 3)), "L4": (6, (2, 2, 2)), "L5": (6, (6,)),
    "L6": (2, (2,)), "L7": (None, (None,) * 4), "L8": (5, (3, 2)), "L9": (40, (40,)),
}  # fmt: skip
TABLE_A20 = {
    "L1": (25, (6, 5, 5, 5, 2, 2)), "L2": (12, (8, 4)), "L3": (6, (3, 3)), "L4": (6, (4, 2)), "L5": (6, (6,)), "L6": (None, (None,) * 4),
    "L7": (5, (3, 2)), "L8": (40, (40,)),
}  # fmt: skip
# The weights that the formulas of the third level print, in the order of the tables; None where none is printed.
CITY_ITEMS = (
    40, 30, 30, 25, 25, 25, 25, 40, 40, 20, 30, 30, 20, 20, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, None,
    25, 25, 25, 25, 40, 30, 30, None, None, 50, 50, 40, 30, 30, 40, 40, 20, 50, 50, 50, 50, 50, 50, 50, 50, 100,
    None, None, None, None, None, None, 30, 30, 40, None,
)  # fmt: skip
COUNTY_ITEMS = (
    50, 50, 30, 30, 40, 50, 50, 60, 40, None, None, 20, 20, 30, 30, 40, 40, 20, 50, 50, 50, 50, 40, 40, None, 50, 50,
    None, None, None, None, None, None, 30, 30, 40, None,
)  # fmt: skip


def _standard(model: Model, name: str) -> Standard:
    found = model.standard(name)
    assert found
    return found


def _percent(weight: Fraction | None) -> Fraction | None:
    return None if weight is None else weight * 100


@pytest.mark.parametrize(("name", "table"), [("gbt33356-city", TABLE_29), ("gbt33356-county", TABLE_A20)])
def test_weights_of_the_two_upper_layers(
    model: Model, name: str, table: dict[str, tuple[int | None, tuple[int | None, ...]]]
) -> None:
    assert {
        domain.id: (_percent(domain.weight), tuple(_percent(child.weight) for child in domain.children))
        for domain in _standard(model, name).domains
    } == table


@pytest.mark.parametrize(("name", "printed"), [("gbt33356-city", CITY_ITEMS), ("gbt33356-county", COUNTY_ITEMS)])
def test_weights_of_the_indicators(model: Model, name: str, printed: tuple[int | None, ...]) -> None:
    items = [node for node in _standard(model, name).walk() if node.layer == 2]
    assert [_percent(node.weight) for node in items] == list(printed)


@pytest.mark.parametrize(
    ("name", "layers", "scored", "deducted"),
    [("gbt33356-city", (9, 29, 61), 55, 6), ("gbt33356-county", (8, 20, 37), 31, 6)],
)
def test_counts(model: Model, name: str, layers: tuple[int, int, int], scored: int, deducted: int) -> None:
    standard = _standard(model, name)
    counted = Counter(node.layer for node in standard.walk())
    assert tuple(counted[layer] for layer in range(3)) == layers
    kinds = Counter(
        node.leaf.deducts for node in standard.leaves() if isinstance(node.leaf, Formula) and node.layer == 2
    )
    assert (kinds[False], kinds[True]) == (scored, deducted)
    assert all(isinstance(node.leaf, Formula) for node in standard.leaves())


CANNOT_REACH = {"gbt33356-county": {"L3P2-A2": 50}}
MAY_EXCEED = {
    "gbt33356-city": {"L1P2-A3", "L1P4-A3", "L2P1-A2", "L2P4-A1", "L2P5-A2", "L3P1-A1"},
    "gbt33356-county": {"L1P2-A2", "L1P2-A3", "L2P1-A4", "L3P1-A1"},
}


@pytest.mark.parametrize("name", ["gbt33356-city", "gbt33356-county"])
def test_every_indicator_reaches_100_unless_the_document_is_at_fault(model: Model, name: str) -> None:
    standard = _standard(model, name)
    highest = {}
    for node, formula in standard.formulas.items():
        found = Ranges().of(formula.calculation.body)
        assert found is not None
        assert found.low is not None and found.low >= 0, node
        highest[node] = (formula.deducts, found.high)
    assert {node for node, (_, high) in highest.items() if high is None} == MAY_EXCEED[name]
    assert {node: high for node, (deducts, high) in highest.items() if not deducts and high not in (None, 100)} == (
        CANNOT_REACH.get(name, {})
    )
    # 6.8 and A.6: at most 2 points for secrets, 2 for ciphers, 1 + 1 for networks, 1 + 1 for data
    assert [high for deducts, high in highest.values() if deducts] == [2, 2, 1, 1, 1, 1]


def test_a_profile_of_readings_bounds_every_score(model: Model) -> None:
    for scheme in schemes(model):
        if scheme.id.endswith("-readings"):
            for node in scheme.standard.leaves():
                found = Ranges().of(scheme.calculation(node).body)
                assert found is not None and found.high is not None and found.high <= 100, node.id


def test_shared_figures_are_reported_once(model: Model) -> None:
    city = _standard(model, "gbt33356-city")
    used = Counter(name for formula in city.formulas.values() for name in formula.calculation.quantities())
    assert {name: times for name, times in used.items() if times > 1} == {"gov_items_total": 3, "cameras_total": 2}


def test_a_profile_that_moves_a_domain_moves_what_is_in_it() -> None:
    """Sub-domains weigh parts of the total: one whose domain is given another weight no longer sums to it, and is not scored unseen."""
    sources, _ = read(find([ROOT / "spec"]))
    table = {"L1": 20, "L2": 11, "L3": 6, "L4": 6, "L5": 6, "L6": 2, "L8": 5, "L9": 44}
    rows = "\n".join(f"  {domain} {weight}%" for domain, weight in table.items())
    profile = Source("moved.ctmm", f"profile moved of gbt33356-city\n  status informative\nweights\n{rows}\n")
    found = [finding for finding in compile_sources([*sources, profile]).findings if finding.span.source is profile]
    assert [(finding.code, finding.span.text) for finding in found] == [("CT3001", "20%"), ("CT3001", "44%")]
