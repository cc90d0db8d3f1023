"""Schemes to fill workbooks in for."""

from __future__ import annotations

import pytest

from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.scheme import schemes


@pytest.fixture(scope="session")
def known(model: Model) -> dict[str, Scheme]:
    """The shipped schemes by name."""
    return {scheme.id: scheme for scheme in schemes(model)}


@pytest.fixture(scope="session")
def key(known: dict[str, Scheme]) -> Scheme:
    return known["ctmm-key"]


@pytest.fixture(scope="session")
def county(known: dict[str, Scheme]) -> Scheme:
    return known["gbt33356-county"]


@pytest.fixture(scope="session")
def iso(known: dict[str, Scheme]) -> Scheme:
    return known["iso37107"]
