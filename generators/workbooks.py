"""Workbooks: for every scheme one file that a city fills in, with its level or total computed as it types.

In: an edition; or a scheme and the answers to fill in. Out: `<scheme>/workbook.xlsx`. Sheets, formulas and checks are made in
`generators/workbook/`; the values beside the formulas are calculated there too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ctmm_dsl.model import Scheme
from generators.artefact import Artefact, Edition
from generators.workbook.contents import filled


def emit(edition: Edition) -> Iterator[Artefact]:
    """A workbook for every standard and profile that can be scored."""
    for scheme in edition.schemes:
        data = workbook(scheme, edition.digest)
        yield Artefact(f"{scheme.id}/workbook.xlsx", data, scheme.id, scheme.standard.edition)


def workbook(scheme: Scheme, digest: str, answers: Mapping[str, Any] | None = None) -> bytes:
    """A scheme's workbook, with the answers of an assessment (as its JSON has them) where there are any."""
    return filled(scheme, digest, answers).bytes()
