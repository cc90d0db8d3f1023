"""What several folders of tests need: the shipped spec, compiled once."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctmm_dsl.model import Model
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.reading import find, read

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shipped() -> Outcome:
    """The shipped spec, compiled."""
    sources, unread = read(find([ROOT / "spec"]))
    assert not unread
    return compile_sources(sources)


@pytest.fixture(scope="session")
def model(shipped: Outcome) -> Model:
    return shipped.model
