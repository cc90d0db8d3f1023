"""Every scheme of the shipped standards and of the invented ones, whole and in part, alone and beside others: a report in every format."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.report.agreement import assessors
from ctmm_dsl.report.comparison import changes, comparison
from ctmm_dsl.report.comparison_values import Case
from ctmm_dsl.report.explain import explanation
from ctmm_dsl.report.facts import facts
from generators.report.build import agreed, compared, report
from generators.report.html import html_bytes
from generators.report.markdown import markdown_bytes
from generators.report.page import Document, Heading
from tests.generators import filling
from tests.generators.invented import SCHEMES, edition_named, scheme_named
from tests.report_pages.parsed import parsed

KEPT = {0: 100, 1: 100, 2: 60, 3: 0}
"""Of a hundred things that are asked for so many are there, by the seed."""


def _filled(scheme: Scheme, seed: int) -> Assessment:
    respondents = seed % 2 * 3 if scheme.standard.rubrics else 0
    return filling.read(filling.assessment(scheme, seed, kept=KEPT[seed], respondents=respondents), scheme)


def _written(document: Document) -> None:
    """In every format, and sound in each."""
    root = parsed(html_bytes(document))
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert len(root.find("h2")) == sum(one.depth == 2 for one in headings) >= 1
    markdown_bytes(document).decode("utf-8")
    assert not [block for block in document.blocks if "{" in str(getattr(block, "caption", ""))]


@pytest.mark.parametrize("seed", KEPT)
@pytest.mark.parametrize(("edition", "scheme"), SCHEMES)
def test_one(edition: str, scheme: str, seed: int) -> None:
    model, chosen = edition_named(edition).model, scheme_named(edition, scheme)
    assessment = _filled(chosen, seed)
    found = facts(model, chosen, assessment)
    _written(report(found, explanation(found.result, assessment), ("zh", "en")[seed % 2]))


@pytest.mark.parametrize(("edition", "scheme"), SCHEMES)
def test_several(edition: str, scheme: str) -> None:
    chosen = scheme_named(edition, scheme)
    cases = tuple(Case(f"第{seed}份", _filled(chosen, seed)) for seed in KEPT)
    _written(compared(comparison(chosen, cases), [changes(chosen, *cases[:2])], "zh"))
    _written(compared(comparison(chosen, cases + cases), [], "en"))
    _written(agreed(chosen, assessors(chosen, *cases[:2]), "zh"))


@pytest.mark.parametrize("scheme", ["ctmm-key", "gbt33356-city", "iso37107"])
def test_word(scheme: str) -> None:
    pytest.importorskip("docx", reason="python-docx is not installed: Word reports cannot be written here")
    from generators.report.docx import docx_bytes

    model, chosen = edition_named("spec").model, scheme_named("spec", scheme)
    assessment = _filled(chosen, 1)
    found = facts(model, chosen, assessment)
    made = docx_bytes(report(found, explanation(found.result, assessment), "zh"))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
